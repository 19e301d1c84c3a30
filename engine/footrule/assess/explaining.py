"""What a program decided, explained by the interpreter: on the same document, read on demand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from footrule.assess.assess import finding_of, from_intake
from footrule.assess.category import categorised_on_demand
from footrule.assess.finding import Finding, Modality, Outcome, Place, Reason
from footrule.assess.recomputing import NOTHING, Resting, asked_of_recomputed, recomputed_by
from footrule.assess.standard_program import StandardProgram
from footrule.compile.program import Noted
from footrule.evaluate.judgement import Judgement
from footrule.factors.table_used import TableUsed
from footrule.frozen import Frozen, dataclass
from footrule.model.on_demand import rule_of
from footrule.submission.element import Record
from footrule.submission.json_text import WHITE_SPACE
from footrule.submission.raw_documents import RawDocument
from footrule.submission.submission import Submission
from footrule.text.source import Position

if TYPE_CHECKING:
    from footrule.evaluate.interpreter import Interpreter

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
    """Explains what was decided of one document; it reads no more of it than that takes, if it is not `read`."""

    def __init__(self, raw: RawDocument, read: Submission | None = None) -> None:
        self._whole = read
        self._data = raw.data
        self._file = raw.file
        self._lines_before = raw.first_line - 1
        self._read: dict[str, tuple[Record, Resting]] = {}

    @cached_property
    def submission(self) -> Submission:
        """The submission, read on demand."""
        if self._whole is not None:
            return self._whole
        from footrule.submission.on_demand import read_on_demand
        from footrule.submission.read import FileContext

        return read_on_demand(
            self._data, "", self._file, lambda: sha256(self._data).hexdigest(), self._places, FileContext(False)
        )

    def _places(self, pointers: object) -> dict[str, Position]:
        raise AssertionError("places are found for each finding")

    @property
    def file(self) -> str:
        """The file that the document is in."""
        return self._file

    @property
    def submission_sha256(self) -> str:
        """The hash of the document."""
        return sha256(self._data).hexdigest() if self._whole is None else self._whole.sha256

    @cached_property
    def place(self) -> Place:
        """Where the footprint stands in its file."""
        if self._whole is None:
            return Place("", self._beginning())
        pointer = self._whole.footprint.pointer
        return Place(pointer, self._whole.locate((pointer,)).get(pointer))

    def _beginning(self) -> Position:
        """Where the object begins, behind white space."""
        before = len(self._data) - len(self._data.lstrip(WHITE_SPACE))
        line = self._lines_before + 1 + self._data.count(b"\n", 0, before)
        return Position(line, before - self._data.rfind(b"\n", 0, before))

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
        judged = _interpreter(of).judge_rule(of.standard, rule, footprint, None, self.submission.attestations)
        return (Said(place, one) for one in judged)

    def tables(self, of: StandardProgram, place: int) -> Iterator[TableUsed | None]:
        """The tables of factors that the interpreter's judgements on a rule rest on."""
        for one in self.said(of, place):
            _, resting = self._footprint(of, one.judgement.rule.id)
            yield from (each.table for each in (*one.judgement.readings, *resting.of(one.judgement)))

    def finding(self, of: StandardProgram, place: int, number: int, one: Noted | Said) -> Finding:
        """The finding on one requirement, on one element."""
        rule = rule_of(of.standard, place)
        footprint, resting = self._footprint(of, rule.id)
        if isinstance(one, Said):
            judgement = one.judgement
        else:
            _, element, listed = one
            judgement = _interpreter(of).judge_at(
                of.standard, rule, number, _position(element, listed), footprint, None, self.submission.attestations
            )
        pointers = {judgement.pointer, *(each.pointer for each in judgement.readings if each.pointer is not None)}
        return finding_of(of.standard, judgement, resting.of(judgement), self._located(pointers))

    def noted(self) -> Iterator[Finding]:
        """The findings on what the reader noted."""
        intake = self.submission.intake
        places = self._located({one.pointer for one in intake})
        return (from_intake(one, places) for one in dict.fromkeys(intake))

    def _located(self, pointers: Set[str]) -> Mapping[str, Position]:
        if self._whole is not None:
            return self._whole.locate(pointers)
        from footrule.submission.locate import locate

        places = locate(self._text, pointers)
        if not self._lines_before:
            return places
        before = self._lines_before
        return {one: Position(place.line + before, place.column) for one, place in places.items()}

    @cached_property
    def _text(self) -> str:
        return str(self._data, "utf-8")


def _interpreter(of: StandardProgram) -> Interpreter:
    """The interpreter, which is not loaded for a document of which the program says everything."""
    from footrule.evaluate.interpreter import Interpreter

    return Interpreter(factors_of=lambda _: of.factors)


def _position(element: object, listed: Sequence[object] | None) -> int | None:
    """The place of an element in its list: it is the very one."""
    if listed is None:
        return None
    return next(place for place, one in enumerate(listed) if one is element)
