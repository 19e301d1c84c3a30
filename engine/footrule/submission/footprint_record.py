"""The footprint as the language sees it: what its object holds, what its inventory adds, what follows from the whole.

The object has been read by the table of its edition when this runs. What is read there only to be taken apart here, the
extensions and the classification of PACT 2, is no field of the language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import lru_cache

from footrule.frozen import Frozen, dataclass
from footrule.measure.quantity import exact
from footrule.measure.unit import ONE
from footrule.submission.content import content_fingerprint
from footrule.submission.element import Element, Number, Record, Text, Unusable
from footrule.submission.extension import INVENTORY_TABLE, Inventory
from footrule.submission.fields_on_demand import FieldsOnDemand
from footrule.submission.inventory_attributes import NOT_SUBMITTED
from footrule.submission.json_text import JsonValue
from footrule.submission.pact2_attributes import PACT_2
from footrule.submission.pact3_attributes import PACT_3
from footrule.submission.study_vocabulary import STUDY_FIELDS
from footrule.text.wording import worded

EDITIONS = {2: PACT_2, 3: PACT_3}
NOT_RECOMPUTED = worded("give the processes that it is recomputed from", "请提供用于复算的过程")

_READ_HERE = frozenset({"extensions", "cpc"})
_OF_INVENTORY = dict.fromkeys(one.name for one in STUDY_FIELDS if one.name not in NOT_SUBMITTED)
_WIRE_NAMES = {
    major: {
        **dict.fromkeys((one.name for one in STUDY_FIELDS), "extensions"),
        **edition.root.field_names,
        "spec_major": "specVersion",
        "claimed_standard": "extensions",
    }
    for major, edition in EDITIONS.items()
}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Whole(Frozen):
    """A footprint whose object has been read: the object, its record, its inventory, and the edition it is of."""

    value: Mapping[str, JsonValue]
    record: Record
    inventory: Inventory
    major: int


def _spec_major(whole: Whole) -> Element:
    given = whole.value.get("specVersion")
    printed = given if isinstance(given, str) else str(whole.major)
    return Number(f"{whole.record.pointer}/specVersion", exact(Fraction(whole.major), ONE), printed)


def _content(whole: Whole) -> Element:
    return Text(whole.record.pointer, content_fingerprint(whole.value))


def _claimed_standard(whole: Whole) -> Element | None:
    claim = whole.inventory.claim
    return None if claim is None else Text(claim.pointer, claim.standard)


def _recomputed(whole: Whole) -> Element:
    return Unusable(whole.record.pointer, NOT_RECOMPUTED, absent=whole.inventory.study is None)


_FOLLOWING: Mapping[str, Callable[[Whole], Element | None]] = {
    "spec_major": _spec_major,
    "content": _content,
    "claimed_standard": _claimed_standard,
    "recomputed": _recomputed,
}
"""The fields that follow from the whole footprint."""


def footprint_record(whole: Whole) -> Record:
    """The record with all its fields."""
    record, study = whole.record, whole.inventory.study
    fields: dict[str, Element] = {name: one for name, one in record.fields.items() if name not in _READ_HERE}
    fields |= {name: one for name, follow in _FOLLOWING.items() if (one := follow(whole)) is not None}
    wire_names: Mapping[str, str] = _WIRE_NAMES[whole.major]
    if study is not None:
        above = len(record.pointer) + 1
        fields |= {name: one for name, one in study.fields.items() if name in _OF_INVENTORY}
        wire_names = {**wire_names, **{name: study.place_of(name)[above:] for name in _OF_INVENTORY}}
    return Record(record.pointer, record.shape, fields, wire_names)


def footprint_on_demand(whole: Whole) -> Record:
    """The same of a clean document, each field read when it is asked for."""
    record, study = whole.record, whole.inventory.study
    wire_names: Mapping[str, str] = _WIRE_NAMES[whole.major]
    if study is not None:
        wire_names = _wire_names(whole.major, study.pointer[len(record.pointer) + 1 :])
    return Record(record.pointer, record.shape, _FootprintOnDemand(whole), wire_names)


@lru_cache(maxsize=64)
def _wire_names(major: int, study: str) -> Mapping[str, str]:
    """Where fields stand in a clean footprint with an inventory at that place in it: each under its own name."""
    named = INVENTORY_TABLE.field_names
    return {**_WIRE_NAMES[major], **{name: f"{study}/{named.get(name, name)}" for name in _OF_INVENTORY}}


class _FootprintOnDemand(FieldsOnDemand):
    """The fields of a footprint: of its study, of what follows from the whole, of its object."""

    __slots__ = ("_whole",)

    def __init__(self, whole: Whole) -> None:
        super().__init__()
        self._whole = whole

    def find(self, name: str) -> Element | None:
        """The field, wherever in the document it is read from."""
        whole = self._whole
        study = whole.inventory.study
        if study is not None and name in _OF_INVENTORY and (told := study.fields.get(name)) is not None:
            return told
        if name in _FOLLOWING:
            return _FOLLOWING[name](whole)
        return None if name in _READ_HERE else whole.record.fields.get(name)

    def names(self) -> Iterable[str]:
        """Those of the object first."""
        return dict.fromkeys((*EDITIONS[self._whole.major].root.field_names, *_FOLLOWING, *_OF_INVENTORY))
