"""Documents decided by the programs of the standards that apply to them, and counted; explained only where asked.

What a program does not decide is judged by the interpreter: single rules, or the whole document, which is then for the
ordinary way (None here).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from footrule.assess.asking_factors import asking_factors, resting_on_tables
from footrule.assess.assess import Applied, verdict_of
from footrule.assess.assessment import Verdict
from footrule.assess.explaining import Explaining, Said
from footrule.assess.finding import Finding, Outcome, Place, Standings, gravest
from footrule.assess.standard_program import StandardProgram, Summary
from footrule.compile.program import Decided, Document, Noted, attests
from footrule.compile.telling import Fields, Telling, TooCloseError, TooRoundError
from footrule.factors.database import Factors
from footrule.factors.table_used import TableUsed
from footrule.frozen import Frozen, dataclass, replace
from footrule.model.standard import Rule, Standard
from footrule.submission.document_form import PROGRAMS_READ
from footrule.submission.raw_documents import RawDocument

if TYPE_CHECKING:
    from footrule.submission.set_aside import SetAside
    from footrule.submission.submission import Submission


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Part(Frozen):
    """What one standard made of a document: what its program noted, counted too, and what the interpreter said.

    It was decided on the `document`, and on the footprint `recomputed` by the standard.
    """

    of: StandardProgram
    document: Document
    recomputed: Fields | None
    noted: Decided
    summary: Summary
    said: tuple[Said, ...]

    def tables(self, explaining: Explaining) -> Iterator[TableUsed | None]:
        """The tables of factors that its judgements rest on, also where a rule holds.

        Where all of a rule holds or does not apply, the program knows them; else the interpreter says them, and
        always where the recomputed footprint rests on tables itself.
        """
        of, noted = self.of, self.noted
        passed = {rule for rule, outcome in self.summary.outcomes if outcome == Outcome.NOT_APPLICABLE.value}
        for_interpreter = {one.place for one in self.said}
        for one in (*noted.broken, *noted.undetermined, *noted.awaiting):
            for_interpreter.add(of.requirements[one[0]][0])
        by_program = not asking_factors(of.standard).an_allocation
        for place in resting_on_tables(of.standard, passed):
            if place in of.passed_over:
                continue
            known = None
            if by_program and place not in for_interpreter:
                known = of.program.tables(place, self.document, self.recomputed)
            yield from explaining.tables(of, place) if known is None else known


class DecidedSubmission:
    """One submission as its programs decided it. Findings on rules are explained when they are asked for.

    `applied` are the standards that were applied, with why this very document chose them. It is `called` by an id, and
    as what it was read; `noted` are the findings on what its reader noted.
    """

    def __init__(
        self,
        applied: Applied,
        called: tuple[str | None, str],
        noted: tuple[Finding, ...],
        parts: tuple[_Part, ...],
        explaining: Explaining,
    ) -> None:
        self.applied = applied
        self.id, self.format = called
        self._noted = noted
        self._parts = parts
        self._alone = parts[0].summary if len(parts) == 1 and not parts[0].said and not noted else None
        self._explaining = explaining

    @property
    def file(self) -> str:
        """The file that it is in."""
        return self._explaining.file

    @property
    def place(self) -> Place:
        """Where it stands in that file."""
        return self._explaining.place

    @property
    def sha256(self) -> str:
        """The hash of the document."""
        return self._explaining.submission_sha256

    @property
    def verdict(self) -> Verdict:
        """What they come to."""
        return self._alone.verdict if self._alone is not None else verdict_of(self.standings())

    def standings(self) -> Standings:
        """How many judgements came to what, by the weight of their requirements.

        They are the very same for all documents of which one program noted the same.
        """
        if self._alone is not None:
            return self._alone.standings
        found = Counter(one.standing for one in self._noted)
        for part in self._parts:
            found.update(part.summary.standings)
            found.update(one.standing for one in part.said)
        return found

    def outcomes(self) -> tuple[tuple[str, str], ...]:
        """Each rule that was judged with the gravest outcome that it came to."""
        if self._alone is not None:
            return self._alone.outcomes
        noted = gravest((one.rule.id, one.outcome) for one in self._noted)
        return *noted, *(
            one
            for part in self._parts
            for one in (*part.summary.outcomes, *gravest((each.judgement.rule.id, each.outcome) for each in part.said))
        )

    def tables(self) -> Iterator[TableUsed | None]:
        """The tables of factors that its judgements rest on, also where a rule holds."""
        for part in self._parts:
            yield from part.tables(self._explaining)

    def findings(self) -> Iterator[Finding]:
        """The findings that need attention, explained: what was noted, then by the rules of each standard in order."""
        yield from self._noted
        for part in self._parts:
            entries: list[tuple[int, int, Noted | Said]] = []
            for listed in (part.noted.broken, part.noted.undetermined, part.noted.awaiting):
                entries += [(*part.of.requirements[one[0]], one) for one in listed]
            entries += [(one.place, one.judgement.number, one) for one in part.said if one.needs_attention]
            attested = attests(part.document)
            for place, number, one in sorted(entries, key=lambda entry: entry[:2]):
                awaited = None if attested else part.of.awaited(place, number)
                if awaited is None:
                    yield self._explaining.finding(part.of, place, number, one)
                else:
                    yield replace(awaited, place=self.place)


class Deciding:
    """Decides documents against the standards that apply to them."""

    def __init__(self, applied: Applied, factors_of: Callable[[Standard], Factors]) -> None:
        self._programs: list[StandardProgram] = []
        known: list[Rule] = []
        for chosen in applied:
            standard = chosen.standard
            same = frozenset(rule.id for rule in standard.rules if rule in known) if known else frozenset[str]()
            self._programs.append(StandardProgram(chosen, factors_of(standard), same))
            known += standard.rules if len(applied) > 1 else ()

    def decided(self, raw: RawDocument, applied: Applied) -> DecidedSubmission | None:
        """What the bytes of one bare footprint come to; None where they are for the ordinary way."""
        explaining = Explaining(raw)
        found = self._by_programs(raw.data, frozenset(), explaining)
        if found is None:
            return None
        document, parts = found
        called = document.id or None, f"{PROGRAMS_READ.called} {document.spec_version}"
        return DecidedSubmission(applied, called, (), parts, explaining)

    def decided_apart(
        self, raw: RawDocument, submission: Submission, apart: SetAside, applied: Applied
    ) -> DecidedSubmission | None:
        """The same of a submission that was read whole: what is left of it is decided by the programs.

        The interpreter judges the rules that read what was set aside, on the submission as it was read.
        """
        explaining = Explaining(raw, submission)
        found = self._by_programs(apart.data, apart.fields, explaining)
        if found is None:
            return None
        called = submission.id, submission.format
        return DecidedSubmission(applied, called, tuple(explaining.noted()), found[1], explaining)

    def _by_programs(
        self, data: bytes, apart: frozenset[str], explaining: Explaining
    ) -> tuple[Document, tuple[_Part, ...]] | None:
        first: Document | None = None
        parts: list[_Part] = []
        for one in self._programs:
            document = one.program.read(data)
            if document is None:
                return None
            first = first or document
            try:
                decided, recomputed = (
                    (one.program.decide(document), None) if apart else _decided(one, document, explaining)
                )
            except TooRoundError:
                return None
            if decided is None:
                return None
            if apart:
                decided.left.extend(one.reading(apart))
            noted = one.noted(decided)
            said = (
                tuple(explaining.said(one, place) for place in (*one.left, *noted.left))
                if one.left or noted.left
                else ()
            )
            every = tuple([each for rule in said for each in rule])
            parts.append(_Part(one, document, recomputed, noted, one.summary(noted), every))
        return (first, tuple(parts)) if first is not None else None


def _decided(one: StandardProgram, document: Document, explaining: Explaining) -> tuple[Decided | None, Fields | None]:
    """What the program comes to, in floating point; where two figures are too close for that, in exact numbers.

    With it the recomputed footprint that it was decided on.
    """
    if not one.program.text.asks_recomputed:
        return one.program.decide(document), None
    try:
        recomputed = one.program.recomputed(document)
        return one.program.decide(document, recomputed), recomputed
    except TooCloseError:
        exact = explaining.recomputed(one)
        told = None if exact is None else Telling(exact)
        return one.program.decide(document, told), told
