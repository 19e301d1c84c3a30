"""What a program decided, explained by the interpreter: on the same document, read on demand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from hashlib import sha256

from footrule.assess.asking_factors import asking_factors
from footrule.assess.assess import finding_of
from footrule.assess.category import categorised_on_demand
from footrule.assess.finding import Finding, Modality, Outcome, Reason
from footrule.assess.recomputing import NOTHING, Resting, asked_of_recomputed, recomputed_by
from footrule.assess.standard_program import StandardProgram
from footrule.compile.program import Noted
from footrule.evaluate.interpreter import Interpreter
from footrule.evaluate.judgement import Judgement
from footrule.factors.table_used import TableUsed
from footrule.frozen import Frozen, dataclass
from footrule.model.on_demand import outline_of, rule_of
from footrule.submission.element import Record
from footrule.submission.raw_documents import RawDocument
from footrule.submission.submission import Submission
from footrule.text.source import Position

_NEEDS_ATTENTION = frozenset({Outcome.NONCONFORMING, Outcome.UNDETERMINED})


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Said(Frozen):
    """A judgement of the interpreter on a rule that a program does not decide; `place` is that of the rule."""

    place: int
    judgement: Judgement

    @property
    def outcome(self) -> Outcome:
        """What it came to."""
        return self.judgement.outcome

    @property
    def standing(self) -> tuple[Modality, Outcome, Reason | None]:
        """Its weight, outcome and reason."""
        return Modality(self.judgement.requirement.modality), self.judgement.outcome, self.judgement.reason

    @property
    def needs_attention(self) -> bool:
        """Whether it is nonconforming or undetermined."""
        return self.judgement.outcome in _NEEDS_ATTENTION


class Explaining:
    """Explains what was decided of one document; it reads no more of it than that takes."""

    def __init__(self, raw: RawDocument) -> None:
        self._data = raw.data
        self._file = raw.file
        self._lines_before = raw.first_line - 1
        self._read: dict[str, tuple[Record, Resting]] = {}

    @cached_property
    def submission(self) -> Submission:
        """The submission, read on demand."""
        from footrule.submission.on_demand import read_on_demand
        from footrule.submission.read import FileContext

        return read_on_demand(
            self._data, "", self._file, lambda: sha256(self._data).hexdigest(), self._places, FileContext(False)
        )

    def _places(self, pointers: object) -> dict[str, Position]:
        raise AssertionError("places are found for each finding")

    def recomputed(self, of: StandardProgram) -> Record | None:
        """The footprint recomputed by a standard; None where it cannot be."""
        found = self._recomputed_by(of)[0].fields.get("recomputed")
        return found if isinstance(found, Record) else None

    def _recomputed_by(self, of: StandardProgram) -> tuple[Record, Resting]:
        key = of.standard.sha256
        if key not in self._read:
            footprint = categorised_on_demand(of.standard, self.submission.footprint)
            self._read[key] = recomputed_by(of.standard, footprint, None, of.factors)
        return self._read[key]

    def _footprint(self, of: StandardProgram, rule: str) -> tuple[Record, Resting]:
        """The footprint as a rule of a standard reads it."""
        if rule in asked_of_recomputed(of.standard):
            return self._recomputed_by(of)
        return categorised_on_demand(of.standard, self.submission.footprint), NOTHING

    def said(self, of: StandardProgram, place: int) -> Iterator[Said]:
        """What the interpreter says of a rule that the program does not decide."""
        rule = rule_of(of.standard, place)
        footprint, _ = self._footprint(of, rule.id)
        interpreter = Interpreter(factors_of=lambda _: of.factors)
        judged = interpreter.judge_rule(of.standard, rule, footprint, None, self.submission.attestations)
        return (Said(place, one) for one in judged)

    def tables(self, of: StandardProgram, not_applicable: Set[str]) -> Iterator[TableUsed | None]:
        """The tables of factors that judgements by a standard rest on, also those of rules that hold.

        The rules are told that do not apply, and of which this alone is to be said.
        """
        asking, rules = asking_factors(of.standard), outline_of(of.standard).rules
        idle = {place for place in asking.where_they_apply if rules[place].id in not_applicable}
        places = set(asking.rules) - idle
        if asking.an_allocation:
            on_recomputed = asked_of_recomputed(of.standard)
            places.update(place for place, rule in enumerate(rules) if rule.id in on_recomputed)
        for place in sorted(places - of.passed_over):
            _, resting = self._footprint(of, rules[place].id)
            for one in self.said(of, place):
                yield from (each.table for each in (*one.judgement.readings, *resting.of(one.judgement)))

    def finding(self, of: StandardProgram, place: int, number: int, one: Noted | Said) -> Finding:
        """The finding on one requirement, on one element."""
        from footrule.submission.locate import locate

        rule = rule_of(of.standard, place)
        footprint, resting = self._footprint(of, rule.id)
        if isinstance(one, Said):
            judgement = one.judgement
        else:
            _, element, listed = one
            interpreter = Interpreter(factors_of=lambda _: of.factors)
            judgement = interpreter.judge_at(
                of.standard, rule, number, _position(element, listed), footprint, None, self.submission.attestations
            )
        pointers = {judgement.pointer, *(each.pointer for each in judgement.readings if each.pointer is not None)}
        places = locate(self._text, pointers)
        if self._lines_before:
            before = self._lines_before
            places = {one: Position(place.line + before, place.column) for one, place in places.items()}
        return finding_of(of.standard, judgement, resting.of(judgement), places)

    @cached_property
    def _text(self) -> str:
        return str(self._data, "utf-8")


def _position(element: object, listed: Sequence[object] | None) -> int | None:
    """The place of an element in its list: it is the very one."""
    if listed is None:
        return None
    return next(place for place, one in enumerate(listed) if one is element)
