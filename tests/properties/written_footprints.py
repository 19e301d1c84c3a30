"""Footprints of the small world: each field given, missing, unusable, or printed in a way nobody expects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random

from hypothesis import strategies as st

from footrule.measure.decimal import read_decimal
from footrule.measure.dimension import MONEY, Dimension
from footrule.measure.instant import read_instant
from footrule.measure.quantity import Quantity, printed
from footrule.measure.unit import ONE, Unit, read_unit
from footrule.model.standard import Standard
from footrule.model.types import CodeType, InstantType, ListType, QuantityType, RecordType, TextType, Type
from footrule.submission.element import (
    Attestation,
    Code,
    Element,
    Items,
    Moment,
    Number,
    Record,
    Text,
    Truth,
    Unusable,
)
from footrule.text.wording import Wording, worded
from tests.language.small_world import SMALL
from tests.properties.dice import Dice, Drawn, chance, pick
from tests.properties.scope import UNITS

NUMBERS = (
    "1", "0", "3", "1.5", "0.0", "100", "-3", "2.50", "0.5", "1000", "-0.04", "1e99", "1e-99", "9" * 40,
    "0." + "3" * 40,
)  # fmt: skip
TEXTS = ("a", "CN-11", "", "乙烯", "ab", "a\n\x1b[31m\u202e")
MOMENTS = (
    "2026-01-01T00:00:00Z", "2027-06-30T23:59:59Z", "0001-01-01T00:00:00-14:00", "9999-12-31T23:59:59+14:00",
    "2024-02-29T12:00:00Z",
)  # fmt: skip
REASONS: tuple[str | Wording, ...] = ("I0104", worded("its format has no such field", "该格式没有此字段"))


class Footprints:
    """Makes footprints for one standard, whose data of the category they have too."""

    def __init__(self, dice: Dice, standard: Standard) -> None:
        self.dice = dice
        self._data = {one.name: one.type for one in standard.data}

    def footprint(self) -> Record:
        """A footprint."""
        return self._record("", "footprint")

    def filled(self, element: Element) -> Element:
        """An element in which some of what was missing is given; all else is as it was."""
        match element:
            case Items(pointer, elements):
                return Items(pointer, tuple(self.filled(one) for one in elements))
            case Record(pointer, shape, given):
                fields: dict[str, Element] = {name: self.filled(one) for name, one in given.items()}
                for name, kind in self._fields(shape).items():
                    if name not in fields and not chance(self.dice, 3):
                        fields[name] = self._element(f"{pointer}/{name}", kind)
                return replace_fields(element, fields)
            case _:
                return element

    def _fields(self, shape: str) -> Mapping[str, Type]:
        return self._data if shape == "category" else SMALL.fields(shape)

    def _record(self, pointer: str, shape: str) -> Record:
        """A record whose fields are mostly given, or mostly missing."""
        missing = pick(self.dice, (20, 20, 20, 3, 1))
        kinds = self._fields(shape).items()
        given = {name: kind for name, kind in kinds if missing > 1 and not chance(self.dice, missing)}
        return Record(pointer, shape, {one: self._element(f"{pointer}/{one}", kind) for one, kind in given.items()}, {})

    def _element(self, pointer: str, kind: Type) -> Element:
        if chance(self.dice, 60):
            return Unusable(pointer, pick(self.dice, REASONS))
        match kind:
            case QuantityType(measured):
                return number(pointer, pick(self.dice, NUMBERS), pick(self.dice, units_of(measured)))
            case TextType():
                return Text(pointer, pick(self.dice, TEXTS))
            case CodeType(_, codes):
                code = pick(self.dice, (*codes, "unheard_of"))
                return Code(pointer, code, code)
            case InstantType():
                text = pick(self.dice, MOMENTS)
                instant = read_instant(text)
                assert instant is not None
                return Moment(pointer, instant, text)
            case ListType(element) if element is not None:
                count = pick(self.dice, (1, 0, 2))
                return Items(pointer, tuple(self._element(f"{pointer}/{at}", element) for at in range(count)))
            case RecordType(shape):
                return self._record(pointer, shape)
            case _:
                return Truth(pointer, self.dice.below(2) == 0)


def number(pointer: str, text: str, unit: Unit) -> Number:
    """A number as a file prints it."""
    found = read_decimal(text)
    assert found is not None
    return Number(pointer, printed(found, unit), text)


def units_of(measured: Dimension) -> tuple[Unit, ...]:
    """The units that a number of a dimension may come in."""
    symbols = ("CNY", "USD") if measured == MONEY else UNITS[measured]
    found = [ONE if symbol == "" else read_unit(symbol) for symbol in symbols]
    return tuple(unit for unit in found if unit is not None)


@st.composite
def footprints(draw: st.DrawFn, standard: Standard) -> Record:
    """Footprints that may be handed in against a standard."""
    return Footprints(Drawn(draw), standard).footprint()


@st.composite
def attestations(draw: st.DrawFn) -> tuple[Attestation, ...]:
    """Judgements of persons on the rules that generated standards have."""
    said = st.builds(
        Attestation,
        st.just("/attestations/0"),
        st.sampled_from(["A-1", "A-2", "A-3", "DATA-tested", "NO-1"]),
        st.just("A person"),
        st.sampled_from(["verifier", "critical_reviewer", "submitter"]),
        st.sampled_from(["met", "not_met", "not_applicable"]),
        st.sampled_from(["", "seen"]),
    )
    return tuple(draw(st.lists(said, max_size=2)))


# The same footprint, said otherwise


def replace_fields(record: Record, fields: Mapping[str, Element]) -> Record:
    """A record at the same place with other fields."""
    return Record(record.pointer, record.shape, fields, record.wire_names)


def shuffled(element: Element, random: Random) -> Element:
    """An element with the fields of every record in another order, and among them one that nobody knows."""
    match element:
        case Items(pointer, elements):
            return Items(pointer, tuple(shuffled(one, random) for one in elements))
        case Record(pointer, _, given):
            stranger: Element = Record(f"{pointer}/qqq", "qqq", {"mass": Text(f"{pointer}/qqq/mass", "7")}, {})
            fields = [("qqq", stranger), *((name, shuffled(one, random)) for name, one in given.items())]
            random.shuffle(fields)
            return replace_fields(element, dict(fields))
        case _:
            return element


TENS = {
    "kg": ("t", 3), "t": ("g", -6), "g": ("Mt", 12), "MJ": ("GJ", 3), "GJ": ("J", -9), "m3": ("L", -3), "L": ("m3", 3),
    "kg CO2e": ("kt CO2e", 6), "t CO2e": ("kg CO2e", -3), "Nm3": ("kNm3", 3), "mol": ("kmol", 3), "kmol": ("mol", -3),
    "MJ/kg": ("GJ/t", 0), "kg CO2e/kg": ("g CO2e/kg", -3), "%": ("‰", -1), "": ("ppm", -6),
}  # fmt: skip
"""To each of some units another one, and how many powers of ten of the first it holds."""


def reexpressed(element: Element, random: Random) -> Element:
    """An element whose quantities are in other units, with their printed precision carried over.

    Where the two units are a power of ten apart the number is printed anew, by its exponent; where they are not, no
    decimal need be exact, and the interval is carried instead.
    """
    match element:
        case Items(pointer, elements):
            return Items(pointer, tuple(reexpressed(one, random) for one in elements))
        case Record(_, _, given):
            return replace_fields(element, {name: reexpressed(one, random) for name, one in given.items()})
        case Number(pointer, quantity, text):
            symbol, tens = TENS.get(quantity.unit.symbol, ("", 0))
            moved = _moved(text, -tens) if symbol else None
            unit = read_unit(symbol) if symbol else None
            if moved is not None and unit is not None and random.random() < 0.7:
                return number(pointer, moved, unit)
            return Number(pointer, replace(quantity, unit=_stranger_of(quantity, random)), text)
        case _:
            return element


def _moved(text: str, tens: int) -> str | None:
    """A printed number times a power of ten, or None where its exponent would be too long."""
    digits, _, exponent = text.partition("e")
    moved = f"{digits}e{int(exponent or 0) + tens}"
    return moved if read_decimal(moved) is not None else None


def _stranger_of(quantity: Quantity, random: Random) -> Unit:
    """A unit of the same dimension that nobody uses; money stays in its currency."""
    return Unit("firkin", quantity.dimension, Fraction(random.randint(1, 99), random.randint(1, 99)))
