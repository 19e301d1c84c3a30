"""Documents decided by the programs of the standards that apply to them, and counted; explained only where asked.

What a program does not decide is judged by the interpreter: single rules, or the whole document, which is then for the
ordinary way (None here).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from footrule.assess.assess import Applied
from footrule.assess.assessment import Verdict
from footrule.assess.category import category_table_of
from footrule.assess.explaining import Explaining, Said
from footrule.assess.finding import Finding, Modality, Outcome, Reason, Standing, Standings
from footrule.compile.kept import program_text
from footrule.compile.program import Decided, Document, Noted, Program
from footrule.compile.telling import Questions, Telling, TooCloseError, TooRoundError
from footrule.factors.database import Factors
from footrule.factors.table_used import TableUsed
from footrule.frozen import Frozen, dataclass
from footrule.model.edition import ChosenEdition
from footrule.model.on_demand import outline_of
from footrule.model.standard import Rule, Standard
from footrule.submission.document_form import PROGRAMS_READ
from footrule.submission.raw_documents import RawDocument

MOST_SUMMARIES = 10_000


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Summary(Frozen):
    """What a program noted of a document, counted: how many judgements stand where, and the outcome of each rule."""

    standings: Standings
    outcomes: tuple[tuple[str, str], ...]


class StandardProgram:
    """The program of one standard, with what is known of its rules beforehand.

    `known` are rules of other standards that are judged already: a rule that two standards bring is judged once.
    """

    def __init__(self, chosen: ChosenEdition, factors: Factors, known: frozenset[str]) -> None:
        self.chosen = chosen
        self.standard = chosen.standard
        self.factors = factors
        category = category_table_of(self.standard)
        text = program_text(self.standard, category)
        self.program = Program(text, category, Questions(factors))
        rules = outline_of(self.standard).rules
        self._rules = rules
        self.passed_over = frozenset(place for place, rule in enumerate(rules) if rule.id in known)
        self.left = tuple(place for place in text.left if place not in self.passed_over)
        self._unseen = self.passed_over | frozenset(self.left)
        self.requirements = text.requirements
        self.modalities = tuple(Modality(rules[place].modalities[number - 1]) for place, number in text.requirements)
        self._by_rule = [Counter(map(Modality, rule.modalities)) for rule in rules]
        self._summaries: dict[tuple[object, ...], Summary] = {}
        self._at_once: Counter[Modality] = Counter()
        for place, rule in enumerate(rules):
            if not rule.over_list and place not in self._unseen:
                self._at_once += self._by_rule[place]

    def noted(self, decided: Decided) -> Decided:
        """What was decided without the rules that are left to the interpreter, or judged by another standard."""
        without = self._unseen.union(decided.left)
        if not without:
            return decided
        keep = [place not in without for place, _ in self.requirements]
        return Decided(
            [one for one in decided.not_applicable if keep[one]],
            [one for one in decided.broken if keep[one[0]]],
            [one for one in decided.undetermined if keep[one[0]]],
            [one for one in decided.awaiting if keep[one[0]]],
            [one for one in decided.counted if one[0] not in without],
            [one for one in dict.fromkeys(decided.left) if one not in self._unseen],
        )

    def summary(self, noted: Decided) -> Summary:
        """What was noted of a document, counted: found once for all documents of which the same was noted."""
        key = (
            tuple(noted.not_applicable),
            tuple([one for one, _, _ in noted.broken]),
            tuple([one for one, _, _ in noted.undetermined]),
            tuple([one for one, _, _ in noted.awaiting]),
            tuple(noted.counted),
            tuple(noted.left),
        )
        found = self._summaries.get(key)
        if found is None:
            if len(self._summaries) >= MOST_SUMMARIES:
                self._summaries.clear()
            found = self._summaries[key] = Summary(self._standings(noted), self._gravest(noted))
        return found

    def _gravest(self, noted: Decided) -> tuple[tuple[str, str], ...]:
        """Each rule that the program decided, with the gravest outcome that it came to."""
        rules, requirements = self._rules, self.requirements
        gravest: dict[int, Outcome] = {}
        for outcome, listed in (
            (Outcome.UNDETERMINED, noted.undetermined),
            (Outcome.UNDETERMINED, noted.awaiting),
            (Outcome.NONCONFORMING, noted.broken),
        ):
            for one in listed:
                gravest[requirements[one[0]][0]] = outcome
        passed = Counter(requirements[one][0] for one in noted.not_applicable)
        many = dict(noted.counted)
        for place, count in passed.items():
            if place not in gravest and count == len(rules[place].modalities) * (many.get(place) or 1):
                gravest[place] = Outcome.NOT_APPLICABLE
        without = self._unseen.union(noted.left)
        return tuple(
            (rule.id, gravest.get(place, Outcome.CONFORMING).value)
            for place, rule in enumerate(rules)
            if place not in without
        )

    def _standings(self, noted: Decided) -> Counter[Standing]:
        """How many judgements came to what, of the rules that the program decided."""
        every = Counter(self._at_once)
        for place in noted.left:
            if not self._rules[place].over_list:
                every -= self._by_rule[place]
        for place, many in noted.counted:
            for modality, each in self._by_rule[place].items():
                every[modality] += each * (many or 1)
        found: Counter[Standing] = Counter()
        modalities = self.modalities
        for outcome, reason, numbers in (
            (Outcome.NOT_APPLICABLE, None, noted.not_applicable),
            (Outcome.NONCONFORMING, None, [one for one, _, _ in noted.broken]),
            (Outcome.UNDETERMINED, Reason.LACKS_DATA, [one for one, _, _ in noted.undetermined]),
            (Outcome.UNDETERMINED, Reason.AWAITS_PERSON, [one for one, _, _ in noted.awaiting]),
        ):
            for modality, many in Counter(map(modalities.__getitem__, numbers)).items():
                found[modality, outcome, reason] += many
                every[modality] -= many
        for modality, many in every.items():
            if many:
                found[modality, Outcome.CONFORMING, None] += many
        return found


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Part(Frozen):
    """What one standard made of a document: what its program noted, and what the interpreter said of the rest."""

    of: StandardProgram
    noted: Decided
    said: tuple[Said, ...]

    @property
    def summary(self) -> Summary:
        """What was noted, counted."""
        return self.of.summary(self.noted)


class DecidedSubmission:
    """One submission as its programs decided it. Findings are explained when they are asked for."""

    def __init__(self, document: Document, parts: tuple[_Part, ...], explaining: Explaining) -> None:
        self.document = document
        self._parts = parts
        self._explaining = explaining

    @property
    def id(self) -> str | None:
        """The identifier of the footprint."""
        return self.document.id or None

    @property
    def format(self) -> str:
        """What it was read as."""
        return f"{PROGRAMS_READ.called} {self.document.spec_version}"

    @property
    def applied(self) -> Applied:
        """The standards that were applied."""
        return tuple(part.of.chosen for part in self._parts)

    def standings(self) -> Standings:
        """How many judgements came to what, by the weight of their requirements."""
        if len(self._parts) == 1 and not self._parts[0].said:
            return self._parts[0].summary.standings
        found: Counter[Standing] = Counter()
        for part in self._parts:
            found.update(part.summary.standings)
            found.update(one.standing for one in part.said)
        return found

    def outcomes(self) -> tuple[tuple[str, str], ...]:
        """Each rule that was judged with the gravest outcome that it came to."""
        if len(self._parts) == 1 and not self._parts[0].said:
            return self._parts[0].summary.outcomes
        return tuple(one for part in self._parts for one in (*part.summary.outcomes, *_of_said(part.said)))

    def tables(self) -> Iterator[TableUsed | None]:
        """The tables of factors that its judgements rest on, also where a rule holds."""
        for part in self._parts:
            outcomes = part.summary.outcomes
            passed = {rule for rule, outcome in outcomes if outcome == Outcome.NOT_APPLICABLE.value}
            yield from self._explaining.tables(part.of, passed)

    def findings(self) -> Iterator[Finding]:
        """The findings that need attention, explained, in the order of the rules of each standard."""
        for part in self._parts:
            entries: list[tuple[int, int, Noted | Said]] = []
            for listed in (part.noted.broken, part.noted.undetermined, part.noted.awaiting):
                entries += [(*part.of.requirements[one[0]], one) for one in listed]
            entries += [(one.place, one.judgement.number, one) for one in part.said if one.needs_attention]
            for place, number, one in sorted(entries, key=lambda entry: entry[:2]):
                yield self._explaining.finding(part.of, place, number, one)


def verdict_of(standings: Standings) -> Verdict:
    """The verdict that follows from what all judgements came to (see `assess.verdict`)."""
    met = {outcome for (modality, outcome, _), many in standings.items() if modality is Modality.SHALL and many}
    if Outcome.NONCONFORMING in met:
        return Verdict.NONCONFORMING
    if Outcome.UNDETERMINED in met:
        return Verdict.UNDETERMINED
    return Verdict.CONFORMING if Outcome.CONFORMING in met else Verdict.NOT_ASSESSED


def _of_said(said: tuple[Said, ...]) -> Iterator[tuple[str, str]]:
    """Each rule that the interpreter judged with the gravest outcome that it came to."""
    gravest: dict[str, Outcome] = {}
    for one in said:
        before = gravest.get(one.judgement.rule.id, one.outcome)
        gravest[one.judgement.rule.id] = max(before, one.outcome, key=_GRAVITY.__getitem__)
    return ((rule, outcome.value) for rule, outcome in gravest.items())


_GRAVITY = {
    Outcome.NOT_APPLICABLE: 0,
    Outcome.CONFORMING: 1,
    Outcome.UNDETERMINED: 2,
    Outcome.NONCONFORMING: 3,
}


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

    def decided(self, raw: RawDocument) -> DecidedSubmission | None:
        """What the bytes of one bare footprint come to; None where they are for the ordinary way."""
        data = raw.data
        first: Document | None = None
        explaining = Explaining(raw)
        parts: list[_Part] = []
        for one in self._programs:
            document = one.program.read(data)
            if document is None:
                return None
            first = first or document
            try:
                decided = _decided(one, document, explaining)
            except TooRoundError:
                return None
            if decided is None:
                return None
            noted = one.noted(decided)
            said = (
                tuple(explaining.said(one, place) for place in (*one.left, *noted.left))
                if one.left or noted.left
                else ()
            )
            parts.append(_Part(one, noted, tuple(each for rule in said for each in rule)))
        return DecidedSubmission(first, tuple(parts), explaining) if first is not None else None


def _decided(one: StandardProgram, document: Document, explaining: Explaining) -> Decided | None:
    """What the program comes to, in floating point; where two figures are too close for that, in exact numbers."""
    if not one.program.text.asks_recomputed:
        return one.program.decide(document)
    try:
        return one.program.decide(document, one.program.recomputed(document))
    except TooCloseError:
        recomputed = explaining.recomputed(one)
        return one.program.decide(document, None if recomputed is None else Telling(recomputed))
