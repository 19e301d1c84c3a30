"""What a category standard declares is read out of the raw `category`, once the standard is known."""

from __future__ import annotations

from fractions import Fraction

import pytest

from footrule.measure.unit import ONE, PERCENT, read_unit
from footrule.submission.category import DeclaredDatum, read_category
from footrule.submission.element import Code, Element, Items, Moment, Number, RawObject, Text, Truth, Unusable
from footrule.submission.json_text import JsonValue
from footrule.submission.vocabulary import (
    CodeField,
    FieldKind,
    InstantField,
    ListField,
    NumberField,
    TextField,
    TruthField,
    titled_codes,
)
from tests.submission.pact_documents import value_of

KG_PER_KG = read_unit("kg/kg")
KG = read_unit("kg")
assert KG_PER_KG is not None
assert KG is not None

ROUTES = titled_codes("route", direct="Direct synthesis", looped="Looped synthesis")
DECLARED = (
    DeclaredDatum("route", CodeField("route"), ROUTES),
    DeclaredDatum("additives", ListField(CodeField("additive", open=True))),
    DeclaredDatum("events", NumberField(ONE)),
    DeclaredDatum("recovery", NumberField(PERCENT)),
    DeclaredDatum("feed_per_product", NumberField(KG_PER_KG)),
    DeclaredDatum("catalyst", NumberField(KG)),
    DeclaredDatum("batches", ListField(NumberField(KG))),
    DeclaredDatum("licensor", TextField()),
    DeclaredDatum("continuous", TruthField()),
    DeclaredDatum("started", InstantField()),
    DeclaredDatum("basis", CodeField("boundary_type")),
)


def category(text: str) -> tuple[dict[str, Element], list[str]]:
    """The fields of a category, and ids and places of what is wrong with it."""
    members = value_of(text)
    assert isinstance(members, dict)
    record, findings = read_category(RawObject("/c", members), DECLARED)
    assert record.shape == "category"
    return dict(record.fields), [f"{one.kind.id} {one.pointer}" for one in findings]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"events": "6"}', "6"),
        ('{"events": {"value": "6", "unit": "1"}}', "6"),
        ('{"events": {"value": "62.5", "unit": "%"}}', "0.625"),
        ('{"recovery": {"value": "62.5", "unit": "%"}}', "0.625"),
        ('{"feed_per_product": {"value": "1.25", "unit": "t/t"}}', "1.25"),
        ('{"catalyst": {"value": "1.25", "unit": "t"}}', "1250"),
    ],
)
def test_a_number_has_any_unit_of_its_dimension(text: str, value: str) -> None:
    fields, findings = category(text)
    (number,) = fields.values()
    assert isinstance(number, Number)
    assert (number.quantity.value, findings) == (Fraction(value), [])


def test_everything_else_is_read_as_it_is_declared() -> None:
    fields, findings = category("""{
      "route": "direct", "additives": ["HFC-23", "清焦"], "licensor": "somebody", "continuous": true,
      "started": "2020-05-01", "batches": [{"value": "1", "unit": "t"}, {"value": "2", "unit": "kg"}],
      "basis": "cradle_to_gate"
    }""")
    assert findings == []
    assert fields["route"] == Code("/c/route", "direct", "direct")
    assert isinstance(fields["started"], Moment)
    assert fields["licensor"] == Text("/c/licensor", "somebody")
    assert fields["continuous"] == Truth("/c/continuous", True)
    additives, batches = fields["additives"], fields["batches"]
    assert isinstance(additives, Items)
    assert isinstance(batches, Items)
    assert [one.code for one in additives.elements if isinstance(one, Code)] == ["HFC_23", "清焦"]
    assert [one.quantity.value for one in batches.elements if isinstance(one, Number)] == [1000, 2]


def test_a_code_may_be_written_as_its_title() -> None:
    assert category('{"route": "Direct synthesis"}')[0]["route"] == Code("/c/route", "direct", "Direct synthesis")


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ('{"rout": "direct"}', "route", "I0101 /c/rout"),
        ('{"route": "diect"}', "route", "I0106 /c/route"),
        ('{"events": "six"}', "events", "I0104 /c/events"),
        ('{"events": 6}', None, "I0105 /c/events"),
        ('{"events": true}', "events", "I0103 /c/events"),
        ('{"recovery": "62.5"}', "recovery", "I0103 /c/recovery"),
        ('{"catalyst": "3"}', "catalyst", "I0103 /c/catalyst"),
        ('{"catalyst": {"value": "3", "unit": "MJ"}}', "catalyst", "I0117 /c/catalyst/unit"),
        ('{"catalyst": {"value": "3", "unit": "kgg"}}', "catalyst", "I0116 /c/catalyst/unit"),
        ('{"feed_per_product": {"value": "3", "unit": "kg/MJ"}}', "feed_per_product", "I0117 /c/feed_per_product/unit"),
        ('{"licensor": ["x"]}', "licensor", "I0103 /c/licensor"),
        ('{"continuous": "yes"}', "continuous", "I0103 /c/continuous"),
        ('{"started": "May 2020"}', "started", "I0107 /c/started"),
        ('{"batches": {"value": "1", "unit": "t"}}', "batches", "I0103 /c/batches"),
        ('{"batches": [{"value": "1"}]}', None, "I0102 /c/batches/0/unit"),
    ],
)
def test_what_is_not_as_declared_is_a_finding_and_cannot_be_used(text: str, field: str | None, expected: str) -> None:
    fields, findings = category(text)
    assert findings == [expected]
    if field is not None:
        unusable = fields[field]
        assert isinstance(unusable, Unusable)
        assert unusable.because == expected.split(maxsplit=1)[0]


def test_null_and_what_is_left_out_are_missing_without_a_finding() -> None:
    assert category('{"route": null}') == ({}, [])


def test_a_share_alone_may_mean_two_things_and_the_message_says_how_to_write_it() -> None:
    _, findings = read_category(RawObject("/c", {"recovery": "0.5"}), DECLARED)
    assert '{"value": "37.2", "unit": "%"}' in str(findings[0].message)


@pytest.mark.parametrize("kind", [one.kind for one in DECLARED], ids=str)
@pytest.mark.parametrize("value", [{}, [], [[]], {"value": {}}, {"unit": "t"}, "\ud800", True, "", {"": ""}], ids=str)
def test_no_value_of_any_kind_raises(kind: FieldKind, value: JsonValue) -> None:
    record, findings = read_category(RawObject("", {"route": value}), [DeclaredDatum("route", kind, ROUTES)])
    assert set(record.fields) <= {"route"}
    assert all(text.isprintable() for one in findings for _, text in one.message.texts)
