"""A program at work: bytes of a document in, what each requirement comes to out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from types import CodeType
from typing import Protocol, cast

import msgspec

from footrule.compile.recomputing import Recomputing
from footrule.compile.running import (
    CLOSE,
    DATES,
    INSTANTS,
    NAMES,
    NotClean,
    are_decimals,
    exactly,
    half,
    half_of,
    is_each_key_once,
    looked_up,
    moved,
    number,
    order,
    sign,
)
from footrule.compile.scaling import Scaling
from footrule.compile.sharing import AT_WORK, Allocations
from footrule.compile.structures import Document as InventoryDocument
from footrule.compile.structures import Study as Inventory
from footrule.compile.tables import Tables
from footrule.compile.telling import Fields, Questions, TooCloseError, TooRoundError
from footrule.factors.factor import Factor
from footrule.factors.table_used import TableUsed
from footrule.frozen import Frozen, dataclass, field
from footrule.measure.instant import Duration, Instant
from footrule.submission.document_form import PROGRAMS_READ, DocumentForm
from footrule.submission.extension import is_inventory
from footrule.submission.wire import AttributeTable

_NOT_CLEAN = (msgspec.MsgspecError, NotClean, ValueError, RecursionError)


class Attested(Protocol):
    """A person's judgement, as the generated structures hold it."""

    requirement: str
    role: str
    outcome: str


class Study(Protocol):
    """The inventory of a document."""

    attestations: Sequence[Attested] | None


class Footprint(Protocol):
    """The footprint itself."""

    reference_period_end: str


class Data(Protocol):
    """The data of an extension."""

    inventory: Study | None


class Extension(Protocol):
    """An extension of a document."""

    data: Data


class Document(Protocol):
    """A document as the generated structures hold it: what is asked of every one, whatever the standard."""

    id: str
    spec_version: str
    product_classifications: Sequence[str] | None
    product_ids: Sequence[str]
    pcf: Footprint
    extensions: Sequence[Extension] | None


Noted = tuple[int, object, Sequence[object] | None]
"""A requirement by its number in the program, the element that it is about (None: the whole), and its list."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Decided(Frozen):
    """What the requirements of one document came to. Each of a rule that is not `left` holds where nothing is noted.

    What is `undetermined` lacks data, what is `awaiting` a person's judgement. `counted` says on how many elements a
    rule over a list was decided; `left` are the rules for the interpreter, whatever else is noted of them.
    """

    not_applicable: list[int] = field(default_factory=list[int])
    broken: list[Noted] = field(default_factory=list[Noted])
    undetermined: list[Noted] = field(default_factory=list[Noted])
    awaiting: list[Noted] = field(default_factory=list[Noted])
    counted: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    left: list[int] = field(default_factory=list[int])


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ProgramText(Frozen):
    """A compiled program as it is kept.

    `requirements` are the rule (by its place in the standard) and the number of each requirement of the program; `left`
    are the rules that the interpreter decides always; `tables` are the names of those that the code looks things up in.
    """

    code: CodeType
    requirements: tuple[tuple[int, int], ...]
    left: tuple[int, ...]
    tables: tuple[str, ...]
    asks_recomputed: bool


def _is_inventory_schema(schema: str) -> bool:
    return is_inventory({"dataSchema": schema})


_NAMES: dict[str, object] = {
    "INSTANTS": INSTANTS,
    "DATES": DATES,
    "NAMES": NAMES,
    "CLOSE": CLOSE,
    "NOTHING": (None,) * 5,
    "exactly": exactly,
    "half": half,
    "half_of": half_of,
    "number": number,
    "sign": sign,
    "order": order,
    "looked_up": looked_up,
    "moved": moved,
    "datetime": datetime,
    "Fraction": Fraction,
    "Instant": Instant,
    "Duration": Duration,
    "is_inventory_schema": _is_inventory_schema,
    "__name__": "footrule.compile.generated",
    **AT_WORK,
}


class Program:
    """The program of one standard, ready to run. It may be run as often as one likes, in one thread."""

    def __init__(
        self,
        text: ProgramText,
        category: AttributeTable | None,
        questions: Questions,
        form: DocumentForm = PROGRAMS_READ,
    ) -> None:
        self.text = text
        self._form = form
        encode = msgspec.json.Encoder().encode
        names = _NAMES | {"encode": encode} | dict(Tables(form.root, category).look_ups(text.tables))
        exec(text.code, names)  # noqa: S102 the code is generated from a checked standard, none of whose texts is code
        self._encode = encode
        self._decode = cast("Callable[[bytes], Document]", msgspec.json.Decoder(names["Document"]).decode)
        self._is_clean = cast("Callable[[Document, list[str], list[str], list[int]], bool]", names["is_clean"])
        self._decide = cast("Callable[..., None]", names["decide"])
        self._asking = cast("Mapping[int, _Asked]", names.get("ASKING", {}))
        self._questions = questions
        found = Allocations.of(names) if text.asks_recomputed else None
        self._recomputing = Recomputing(found, Scaling(form)) if found is not None else None

    def read(self, data: bytes) -> Document | None:
        """The document that some bytes are, where a reader of submissions would notice nothing about it; else None."""
        numbers: list[str] = []
        converted: list[str] = []
        opaque: list[int] = []
        try:
            document = self._decode(data)
            encoded = self._encode(document)
            if not self._is_clean(document, numbers, converted, opaque) or not are_decimals(numbers, converted):
                return None
        except _NOT_CLEAN:
            return None
        if not document.spec_version.startswith(self._form.version):
            return None
        if (opaque or len(encoded) != len(data)) and not is_each_key_once(data, encoded, opaque=bool(opaque)):
            return None
        return document

    def recomputed(self, document: Document) -> Fields | None:
        """The footprint recomputed by the standard, in floating point; None where it is sure that there is none.

        Raises TooCloseError where exact numbers have to say what it comes to.
        """
        studies = _studies(document)
        if len(studies) != 1:
            return None
        if self._recomputing is None:
            raise TooCloseError
        whole, inventory = cast("InventoryDocument", document), cast("Inventory", studies[0])
        return self._recomputing.recomputed(whole, inventory, self._questions)

    def decide(self, document: Document, recomputed: Fields | None = None) -> Decided | None:
        """What each requirement comes to; None where the document has several inventories.

        `recomputed` is the footprint recomputed by the standard, where its rules ask for that. It may be off by
        rounding itself: then this raises TooRoundError, or TooCloseError where exact numbers can decide.
        """
        studies = _studies(document)
        if len(studies) > 1:
            return None
        study = studies[0] if studies else None
        decided = Decided()
        attested = _attested(study.attestations) if study is not None and study.attestations else None
        self._decide(document, study, attested, recomputed, self._questions, decided)
        return decided

    def tables(self, rule: int, document: Document, recomputed: Fields | None = None) -> tuple[TableUsed, ...] | None:
        """The tables of the rows that a rule has read, as of `rows`."""
        found = self.rows(rule, document, recomputed)
        return None if found is None else self._questions.tables(found)

    def rows(self, rule: int, document: Document, recomputed: Fields | None = None) -> list[Factor] | None:
        """The rows of the factor database that a rule, by its place, has read; some of them several times.

        All of the rule holds in the document, or does not apply. None where the interpreter has to say it.
        """
        asked, found = self._asking.get(rule), list[Factor]()
        if asked is None:
            return None
        study = next(iter(_studies(document)), None)
        try:
            asked(document, study, recomputed, self._questions, found)
        except (TooRoundError, TooCloseError):
            return None
        return found


_Asked = Callable[[Document, "Study | None", "Fields | None", Questions, list[Factor]], None]


def attests(document: Document) -> bool:
    """Whether anybody attests anything in a document."""
    return any(study.attestations for study in _studies(document))


def _studies(document: Document) -> list[Study]:
    return [one.data.inventory for one in document.extensions or () if one.data.inventory is not None]


def _attested(attestations: Sequence[Attested]) -> dict[tuple[str, str], str]:
    """What persons said of each requirement, by its id and their role: one `not met` outweighs any other."""
    said: dict[tuple[str, str], str] = {}
    for one in attestations:
        key = one.requirement, one.role
        if one.outcome == "not_met" or key not in said:
            said[key] = one.outcome
    return said
