"""A number with the unit it arrives with, read into the field of its dimension.

Formats of PACT fix the unit of an attribute; a flow of an inventory says its own. What nobody can measure it in, and
what is no unit at all, is noted, and the fields cannot be used because of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from footrule.frozen import replace
from footrule.measure.decimal import read_decimal
from footrule.measure.quantity import printed
from footrule.measure.unit import ONE, Unit, known_symbols, read_unit
from footrule.submission import inventory_findings, pact_findings
from footrule.submission.element import Element, Number, Unusable
from footrule.submission.field_reading import read_number, suggestion, wrong_type
from footrule.submission.json_text import JsonNumber, JsonValue
from footrule.submission.pact_findings import A_DECIMAL_STRING, Spot
from footrule.submission.reading import Reading
from footrule.submission.reported_units import LONGEST_UNIT, flow_unit, in_words
from footrule.submission.wire import WireMeasured
from footrule.text.wording import Wording, worded

VALUE, UNIT = "value", "unit"
_MEMBERS = (VALUE, UNIT)
MOST_KEPT = 4096


def read_beside(
    kind: WireMeasured, value: JsonValue, beside: Mapping[str, JsonValue], spot: Spot, reading: Reading
) -> dict[str, Element]:
    """The fields of a number whose unit is an attribute `beside` it, from both."""
    unit = beside.get(kind.unit_in) if kind.unit_in is not None else None
    said = bool(kind.below_zero_where) and all(beside.get(name) == told for name, told in kind.below_zero_where)
    return _measured(kind, value, unit, spot, reading, from_zero=kind.from_zero and not said)


def read_measured(kind: WireMeasured, value: JsonValue, spot: Spot, reading: Reading) -> dict[str, Element]:
    """The fields of an object of a value and its unit; a plain number may be a decimal alone."""
    if isinstance(value, dict):
        return _from_object(kind, value, spot, reading)
    if len(kind.fields) == 1 and kind.fields[0][1] == ONE and isinstance(value, str):
        return _measured(kind, value, "1", spot, reading, alone=True)
    return _all(kind, wrong_type(value, expected_measured(kind), spot, reading))


def expected_measured(kind: WireMeasured) -> Wording:
    """What should stand there."""
    if kind.unit_in is not None or kind.fields[0][1] == ONE:
        return A_DECIMAL_STRING
    is_share = all(unit.dimension.is_number for _, unit in kind.fields)
    return inventory_findings.A_SHARE if is_share else inventory_findings.A_QUANTITY


def _from_object(
    kind: WireMeasured, members: Mapping[str, JsonValue], spot: Spot, reading: Reading
) -> dict[str, Element]:
    for name, given in members.items():
        if name not in _MEMBERS and given is not None:
            meant = suggestion(name, _MEMBERS, reading)
            reading.notes.add(pact_findings.unknown_attribute(within(spot, name), given, meant))
    value = members.get(VALUE)
    if value is None:
        because = reading.notes.add(pact_findings.missing_attribute(within(spot, VALUE), A_DECIMAL_STRING))
        return _all(kind, Unusable(spot.pointer, because))
    return _measured(kind, value, members.get(UNIT), spot, reading)


def within(spot: Spot, name: str) -> Spot:
    """A member of the object at a spot."""
    step = name.replace("~", "~0").replace("/", "~1")
    return replace(spot, pointer=f"{spot.pointer}/{step}", data_type=f"{spot.data_type}.{spot.attribute}", name=name)


def _measured(
    kind: WireMeasured,
    value: JsonValue,
    unit_value: JsonValue,
    spot: Spot,
    reading: Reading,
    *,
    alone: bool = False,
    from_zero: bool = False,
) -> dict[str, Element]:
    """The fields: a number in that of its dimension, in the others why they are absent, or in all what is wrong.

    At the spot stands the number itself, with its unit beside it or `alone`, or an object of both. The spots of
    findings are made when one is needed.
    """
    in_object = kind.unit_in is None and not alone
    pointer = f"{spot.pointer}/{VALUE}" if in_object else spot.pointer
    number = read_decimal(value) if isinstance(value, str) and not isinstance(value, JsonNumber) else None
    if number is None:
        told = read_number(value, A_DECIMAL_STRING, within(spot, VALUE) if in_object else spot, reading)
        if isinstance(told, Unusable):
            return _all(kind, told)
        number = told
    if from_zero and number.value < 0:
        return _all(kind, Unusable(pointer, reading.notes.add(inventory_findings.negative_amount(spot, value))))
    unit = flow_unit(unit_value) if isinstance(unit_value, str) and not isinstance(unit_value, JsonNumber) else None
    if unit is None:
        return _all(kind, Unusable(pointer, _no_unit(unit_value, _spot_of_unit(kind, spot), reading)))
    filled = _filled(kind, unit)
    if None in filled.values():
        return {
            name: Number(pointer, printed(number, unit), number.text) if why is None else Unusable(pointer, why, True)
            for name, why in filled.items()
        }
    units = [asked for _, asked in kind.fields]
    finding = inventory_findings.wrong_dimension(_spot_of_unit(kind, spot), unit_value, kind.called, units)
    return _all(kind, Unusable(pointer, reading.notes.add(finding)))


def _spot_of_unit(kind: WireMeasured, spot: Spot) -> Spot:
    """The unit of a number, as findings cite it."""
    if kind.unit_in is None:
        return within(spot, UNIT)
    return replace(spot, pointer=f"{spot.pointer.rpartition('/')[0]}/{kind.unit_in}", name=kind.unit_in)


def _fits(unit: Unit, asked: Unit, kind: WireMeasured) -> bool:
    """Whether a unit is one of the dimension that is asked for; an amount that counts is no share of anything."""
    counts = kind.unit_in is not None and asked == ONE
    return unit.symbol == "" if counts else unit.dimension == asked.dimension


def _filled(kind: WireMeasured, unit: Unit) -> Mapping[str, Wording | None]:
    """The fields with why each is absent of a number in a unit; None for the one that it fills. Found once."""
    key = id(kind), unit.symbol
    known = _FILLED.get(key)
    if known is None or known[0] is not kind:
        if len(_FILLED) >= MOST_KEPT:
            _FILLED.clear()
        fits = next((name for name, asked in kind.fields if _fits(unit, asked, kind)), None)
        filled = {
            name: None if name == fits else of_another_dimension(kind.called, unit.symbol, asked.symbol)
            for name, asked in kind.fields
        }
        known = _FILLED[key] = kind, filled
    return known[1]


_FILLED: dict[tuple[int, str], tuple[WireMeasured, Mapping[str, Wording | None]]] = {}
"""By kind and unit: to hash what a kind is called takes longer than to find it so."""


def _all(kind: WireMeasured, unusable: Unusable) -> dict[str, Element]:
    return {name: unusable for name, _ in kind.fields}


@lru_cache(maxsize=512)
def of_another_dimension(called: Wording, symbol: str, asked: str) -> Wording:
    """Why a field is absent: what it would hold is given in a unit of another dimension."""
    what = in_words(read_unit(asked) or ONE)
    symbol_en, symbol_zh = (f"in {symbol}", f"以 {symbol} ") if symbol else ("as a number", "以数值")
    return worded(
        f"{called.in_language('en')} is given {symbol_en}, which is not {what.in_language('en')}",
        f"{called.in_language('zh')}{symbol_zh}给出，不是{what.in_language('zh')}",
    )


def _no_unit(value: JsonValue, spot: Spot, reading: Reading) -> str:
    """The id of the finding that says why there is no unit that is known."""
    if value is None:
        return reading.notes.add(pact_findings.missing_attribute(spot, inventory_findings.A_UNIT))
    if not isinstance(value, str) or isinstance(value, JsonNumber):
        return reading.notes.add(pact_findings.wrong_type(spot, value, inventory_findings.A_UNIT))
    return reading.notes.add(inventory_findings.unknown_unit(spot, value, _meant(value, reading)))


@lru_cache(maxsize=512)
def _meant(text: str, reading: Reading) -> str | None:
    """The unit that a text may mean: every part that is not known, replaced by the nearest that is."""
    if len(text) > LONGEST_UNIT:
        return None
    parts = [part.strip() for part in text.split("/")]
    meant = [
        part if read_unit(part) is not None else suggestion(part, known_symbols(), reading) or part for part in parts
    ]
    joined = "/".join(meant)
    return joined if joined != text and read_unit(joined) is not None else None
