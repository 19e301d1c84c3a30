"""One JSON value that is neither object nor list, read into an element; what is wrong with it is noted.

A value that breaks its format becomes `Unusable`, because of the finding that says so. Only where no doubt is left
about the value is it used all the same: a number in the wrong notation.
"""

from __future__ import annotations

from fractions import Fraction

from footrule.measure.decimal import Printed, decimal_text, read_decimal
from footrule.measure.instant import read_instant
from footrule.measure.quantity import printed
from footrule.measure.unit import PERCENT
from footrule.submission import pact_findings as findings
from footrule.submission.element import Code, Element, Moment, Number, RawObject, Text, Truth, Unusable
from footrule.submission.inventory_findings import A_DATE
from footrule.submission.json_text import JsonNumber, JsonValue
from footrule.submission.pact_findings import Spot
from footrule.submission.reading import Reading
from footrule.submission.vocabulary import code_name
from footrule.submission.wire import (
    WireChoice,
    WireDecimal,
    WirePlain,
    WireText,
)
from footrule.text.suggest import nearest
from footrule.text.wording import Wording

WireField = WirePlain | WireDecimal | WireText | WireChoice

_LONGEST_COMPARED = 60
_HUNDRED = Fraction(100)


def read_field(kind: WireField, value: JsonValue, spot: Spot, reading: Reading) -> Element | None:
    """The element that the value at `spot` stands for; None where it is not read."""
    match kind:
        case WireText():
            return _text(kind, value, spot, reading)
        case WireDecimal():
            return _decimal(kind, value, spot, reading)
        case WireChoice():
            return _choice(kind, value, spot, reading)
        case WirePlain():
            return _plain(kind, value, spot, reading)


def _plain(kind: WirePlain, value: JsonValue, spot: Spot, reading: Reading) -> Element | None:
    match kind:
        case WirePlain.INSTANT | WirePlain.DATE:
            return _instant(kind, value, spot, reading)
        case WirePlain.SHARE:
            return _share(value, spot, reading)
        case WirePlain.TRUTH:
            return _truth(value, spot, reading)
        case WirePlain.WHOLE:
            return _whole(value, spot, reading)
        case WirePlain.OPEN_CODE:
            return _open_code(value, spot, reading)
        case WirePlain.OBJECT:
            return _object(value, spot, reading)
        case WirePlain.ANYTHING:
            return None


def expected_field(kind: WireField) -> Wording:
    """What should stand where such a value is missing."""
    match kind:
        case WireText(form=form):
            return findings.A_TEXT if form is None else form.called
        case WireDecimal(as_number=as_number):
            return findings.A_NUMBER if as_number else findings.A_DECIMAL_STRING
        case WireChoice(codes=codes):
            return findings.one_of(codes)
        case WirePlain.INSTANT:
            return findings.A_DATE_TIME
        case WirePlain.DATE:
            return A_DATE
        case WirePlain.OPEN_CODE:
            return findings.A_TEXT
        case WirePlain.OBJECT:
            return findings.AN_OBJECT
        case WirePlain.SHARE:
            return findings.A_DECIMAL_STRING
        case WirePlain.TRUTH:
            return findings.TRUE_OR_FALSE
        case WirePlain.WHOLE:
            return findings.A_WHOLE_NUMBER
        case WirePlain.ANYTHING:
            return findings.A_VALUE


def wrong_type(value: JsonValue, expected: Wording, spot: Spot, reading: Reading) -> Unusable:
    """Note that another kind of JSON value stands there."""
    return Unusable(spot.pointer, reading.notes.add(findings.wrong_type(spot, value, expected)))


def suggestion(name: str, known: tuple[str, ...], reading: Reading) -> str | None:
    """The known name that may be meant; not looked for in what is no name, nor where nobody would read it."""
    if len(name) > _LONGEST_COMPARED or not reading.notes.has_room("should"):
        return None
    return nearest(name, known)


def _text(kind: WireText, value: JsonValue, spot: Spot, reading: Reading) -> Element:
    if not isinstance(value, str) or isinstance(value, JsonNumber):
        return wrong_type(value, findings.A_TEXT, spot, reading)
    if kind.filled and not value:
        return Unusable(spot.pointer, reading.notes.add(findings.empty(spot, value)))
    if kind.form is not None and not kind.form.matches(value):
        return Unusable(spot.pointer, reading.notes.add(findings.wrong_form(spot, value, kind.form.called)))
    return Text(spot.pointer, value)


def _decimal(kind: WireDecimal, value: JsonValue, spot: Spot, reading: Reading) -> Element:
    expected = findings.A_NUMBER if kind.as_number else findings.A_DECIMAL_STRING
    number = read_number(value, expected, spot, reading, as_number=kind.as_number)
    if isinstance(number, Unusable):
        return number
    if not kind.per_unit:
        return Number(spot.pointer, printed(number, kind.unit), number.text)
    if not isinstance(reading.per_unit, Fraction):
        return Unusable(spot.pointer, reading.per_unit)
    return Number(spot.pointer, printed(number, kind.unit, reading.per_unit), number.text)


def _share(value: JsonValue, spot: Spot, reading: Reading) -> Element:
    """PACT 3 names no unit for a share: above 1 it is a percentage, below 1 a fraction; 1 may be either."""
    number = read_number(value, findings.A_DECIMAL_STRING, spot, reading)
    if isinstance(number, Unusable):
        return number
    if number.value == 1 and not reading.fractions_in_file:
        return Unusable(spot.pointer, reading.notes.add(findings.share_of_one(spot, value)))
    if not 0 < number.value <= 1:
        return Number(spot.pointer, printed(number, PERCENT), number.text)
    reading.notes.add(findings.share_as_fraction(spot, value, decimal_text(number.value * _HUNDRED)))
    return Number(spot.pointer, printed(number, PERCENT, _HUNDRED), number.text)


def read_number(
    value: JsonValue, expected: Wording, spot: Spot, reading: Reading, *, as_number: bool = False
) -> Printed | Unusable:
    """The decimal that stands there, as a text or `as_number`; in the other notation it is noted and read."""
    if not isinstance(value, str):
        return wrong_type(value, expected, spot, reading)
    number = read_decimal(value)
    if number is None:
        return Unusable(spot.pointer, reading.notes.add(findings.not_a_decimal(spot, value)))
    if isinstance(value, JsonNumber) is not as_number:
        reading.notes.add(findings.number_notation(spot, value, expected))
    return number


def _truth(value: JsonValue, spot: Spot, reading: Reading) -> Element:
    if isinstance(value, bool):
        return Truth(spot.pointer, value)
    return wrong_type(value, findings.TRUE_OR_FALSE, spot, reading)


def _whole(value: JsonValue, spot: Spot, reading: Reading) -> Element:
    number = read_decimal(value) if isinstance(value, JsonNumber) else None
    if number is None or number.value.denominator != 1:
        return wrong_type(value, findings.A_WHOLE_NUMBER, spot, reading)
    return Text(spot.pointer, number.text)


def _choice(kind: WireChoice, value: JsonValue, spot: Spot, reading: Reading) -> Element:
    if not isinstance(value, str) or isinstance(value, JsonNumber):
        return wrong_type(value, findings.A_TEXT, spot, reading)
    code = kind.codes.get(value)
    if code is None:
        allowed = tuple(kind.codes)
        meant = suggestion(value, allowed, reading)
        return Unusable(spot.pointer, reading.notes.add(findings.not_allowed(spot, value, allowed, meant)))
    return Text(spot.pointer, code) if kind.as_text else Code(spot.pointer, code, value)


def _open_code(value: JsonValue, spot: Spot, reading: Reading) -> Element:
    if not isinstance(value, str) or isinstance(value, JsonNumber):
        return wrong_type(value, findings.A_TEXT, spot, reading)
    if not value:
        return Unusable(spot.pointer, reading.notes.add(findings.empty(spot, value)))
    return Code(spot.pointer, code_name(value), value)


def _object(value: JsonValue, spot: Spot, reading: Reading) -> Element:
    if isinstance(value, dict):
        return RawObject(spot.pointer, value)
    return wrong_type(value, findings.AN_OBJECT, spot, reading)


def _instant(kind: WirePlain, value: JsonValue, spot: Spot, reading: Reading) -> Element:
    expected = expected_field(kind)
    if not isinstance(value, str) or isinstance(value, JsonNumber):
        return wrong_type(value, expected, spot, reading)
    instant = read_instant(value)
    if instant is None and kind is WirePlain.DATE and len(value) == len("2025-12-31"):
        instant = read_instant(f"{value}T00:00:00Z")
    if instant is None:
        return Unusable(spot.pointer, reading.notes.add(findings.not_a_date_time(spot, value, expected)))
    return Moment(spot.pointer, instant, value)
