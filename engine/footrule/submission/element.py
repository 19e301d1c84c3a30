"""What a submission is made of once it is read: typed, exact, and each with its place in the file.

Every element carries its JSON Pointer (RFC 6901, relative to the root of the document it was read from; in XML a path
as XPath writes it, by local names; in a package of several files, after the name of the file and a `#`). A field that
is not there is not in `Record.fields`; a field that is there but cannot be used is an `Unusable`.
"""

from __future__ import annotations

from collections.abc import Mapping

from footrule.frozen import Frozen, dataclass
from footrule.measure.instant import Instant
from footrule.measure.quantity import Quantity
from footrule.submission.json_text import JsonValue
from footrule.text.wording import Wording


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Number(Frozen):
    """A reported quantity; `as_printed` is what stands in the file, before any conversion."""

    pointer: str
    quantity: Quantity
    as_printed: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Text(Frozen):
    """A text as it stands in the file."""

    pointer: str
    text: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Code(Frozen):
    """One of a list: `code` is its name in the language, `as_printed` what stands in the file."""

    pointer: str
    code: str
    as_printed: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Truth(Frozen):
    """A yes or no."""

    pointer: str
    value: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Moment(Frozen):
    """An instant; `as_printed` is what stands in the file."""

    pointer: str
    instant: Instant
    as_printed: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Unusable(Frozen):
    """A field whose value cannot be used; rules that need it are undetermined, for this reason.

    `because` is the id of the intake finding that says so (I0xxx), or a sentence where nothing is wrong with the
    file but the value cannot be derived from its format.

    `absent`: nothing is there, and the sentence says why (an amount in kWh has no mass). To a rule that asks, and to
    one that gives absence a meaning, the field is missing.
    """

    pointer: str
    because: str | Wording
    absent: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Items(Frozen):
    """A list that was given, and therefore is complete."""

    pointer: str
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Record(Frozen):
    """An object of the submission: `shape` names its declaration in the vocabulary.

    `wire_names` says under which name the file's format would carry a field, so that a missing field has a place.
    """

    pointer: str
    shape: str
    fields: Mapping[str, Element]
    wire_names: Mapping[str, str]

    def place_of(self, field: str) -> str:
        """The JSON Pointer of a field, given or not."""
        given = self.fields.get(field)
        if given is not None:
            return given.pointer
        return f"{self.pointer}/{self.wire_names.get(field, field)}"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RawObject(Frozen):
    """An object that cannot be read yet: what its members mean, only a standard says (see `category`)."""

    pointer: str
    members: Mapping[str, JsonValue]


Element = Number | Text | Code | Truth | Moment | Unusable | Items | Record | RawObject


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Attestation(Frozen):
    """A person's judgement on an attested requirement (see `inventory.attestations`)."""

    pointer: str
    requirement: str
    by: str
    role: str
    outcome: str
    statement: str
