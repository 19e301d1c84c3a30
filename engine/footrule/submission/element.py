"""What a submission is made of once it is read: typed, exact, and each with its place in the file.

Every element carries its JSON Pointer (RFC 6901, relative to the root of the document it was read from). A field
that is not there is not in `Record.fields`; a field that is there but cannot be used is an `Unusable`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from footrule.measure.instant import Instant
from footrule.measure.quantity import Quantity
from footrule.text.wording import Wording


@dataclass(frozen=True, slots=True)
class Number:
    """A reported quantity; `as_printed` is what stands in the file, before any conversion."""

    pointer: str
    quantity: Quantity
    as_printed: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it stands in the file."""

    pointer: str
    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """One of a closed list: `code` is its name in the language, `as_printed` what stands in the file."""

    pointer: str
    code: str
    as_printed: str


@dataclass(frozen=True, slots=True)
class Truth:
    """A yes or no."""

    pointer: str
    value: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant; `as_printed` is what stands in the file."""

    pointer: str
    instant: Instant
    as_printed: str


@dataclass(frozen=True, slots=True)
class Unusable:
    """A field whose value cannot be used; rules that need it are undetermined, for this reason.

    `because` is the id of the intake finding that says so (I0xxx), or a sentence where nothing is wrong with the
    file but the value cannot be derived from its format.
    """

    pointer: str
    because: str | Wording


@dataclass(frozen=True, slots=True)
class Items:
    """A list that was given, and therefore is complete."""

    pointer: str
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Record:
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


Element = Number | Text | Code | Truth | Moment | Unusable | Items | Record


@dataclass(frozen=True, slots=True)
class Attestation:
    """A person's judgement on an attested requirement (see `inventory.attestations`)."""

    pointer: str
    requirement: str
    by: str
    role: str
    outcome: str
    statement: str
