"""The vocabulary and the tables agree, and whatever is submitted is read or refused, and never raises."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.measure.unit import Unit, read_unit
from footrule.submission.element import Code, Element, Items, Moment, Number, RawObject, Record, Text, Truth, Unusable
from footrule.submission.extension import INVENTORY_TABLE
from footrule.submission.factor_vocabulary import EMISSION_FACTOR
from footrule.submission.footprint_vocabulary import CODES, RECORDS
from footrule.submission.from_pact import file_context, from_pact
from footrule.submission.intake import Unreadable
from footrule.submission.json_text import JsonNumber, JsonText, JsonValue, decode
from footrule.submission.pact2_attributes import PACT_2
from footrule.submission.pact3_attributes import PACT_3
from footrule.submission.recomputed_vocabulary import RECOMPUTED_RECORDS
from footrule.submission.submission import Submission
from footrule.submission.vocabulary import (
    CodeField,
    FieldKind,
    InstantField,
    ListField,
    NumberField,
    RecordField,
    TextField,
    TruthField,
)
from footrule.submission.wire import AttributeTable, WireChoice, WireDecimal, WireKind, WireList, WireObject, WireOne
from tests.submission.pact_documents import (
    Object,
    noticed,
    nowhere,
    number,
    pact2,
    pact3,
    read_any,
)
from tests.submission.test_from_pact3 import INVENTORY, with_inventory

CORPUS = Path(__file__).parents[2].parent / "shared" / "data" / "pact"


# The vocabulary and the tables


def tables(edition_root: AttributeTable) -> list[AttributeTable]:
    """A table and all within it, as far as rules may name them."""
    found = [edition_root]
    for attribute in edition_root.attributes:
        kind: WireKind = attribute.kind
        while isinstance(kind, WireList | WireOne):
            kind = kind.element
        if isinstance(kind, WireObject) and kind.table.shape in RECORDS:
            found += tables(kind.table)
    return found


def kinds(shape: str) -> dict[str, FieldKind]:
    return {one.name: one.kind for one in RECORDS[shape].fields}


@pytest.mark.parametrize("root", [PACT_3.root, PACT_2.root], ids=["PACT 3", "PACT 2"])
def test_the_tables_fill_fields_of_the_vocabulary_in_their_units(root: AttributeTable) -> None:
    for table in tables(root):
        vocabulary = kinds(table.shape)
        for attribute in table.attributes:
            for name in set(attribute.fields) - {"extensions", "cpc"}:
                declared = vocabulary[name]
                if isinstance(attribute.kind, WireDecimal):
                    assert isinstance(declared, NumberField)
                    assert attribute.kind.unit == declared.unit, name
                if isinstance(attribute.kind, WireChoice) and attribute.not_derivable is None:
                    names = attribute.kind.codes.values()
                    codes = (
                        {one.name for one in CODES[declared.codes].codes} if isinstance(declared, CodeField) else None
                    )
                    assert attribute.kind.as_text if codes is None else set(names) <= codes
        assert set(table.not_in_format) <= set(vocabulary)


NOT_SUBMITTED = (RECORDS["recomputed"], *RECOMPUTED_RECORDS, RECORDS[EMISSION_FACTOR])
"""What the engine fills, and no format."""


def test_pact_3_fills_every_field() -> None:
    followed = {
        ("footprint", name) for name in ("spec_major", "content", "claimed_standard", "recomputed", "submissions")
    }
    filled = {(table.shape, name) for table in tables(PACT_3.root) for name in table.field_names}
    of_inventory = {(table.shape, name) for table in tables(INVENTORY_TABLE) for name in table.field_names}
    filled |= {("footprint" if shape == "inventory" else shape, name) for shape, name in of_inventory}
    filled |= {("supply", "kind")}
    declared = {
        (shape.name, one.name) for shape in RECORDS.values() if shape not in NOT_SUBMITTED for one in shape.fields
    }
    assert declared - filled == followed
    assert filled - declared == {("footprint", name) for name in ("extensions", "standard", "attestations")}


def test_the_units_are_those_of_the_unit_table() -> None:
    units = {one.kind.unit for shape in RECORDS.values() for one in shape.fields if isinstance(one.kind, NumberField)}
    assert {"", "%", "kg", "kg CO2e", "kg C", "m2", "MJ", "tkm", "MJ/m3", "kg CO2e/MJ"} <= {one.symbol for one in units}
    assert [unit.symbol for unit in units if unit.symbol and not _same(unit)] == []


def _same(unit: Unit) -> bool:
    return read_unit(unit.symbol) == unit


def test_every_field_means_something_in_both_languages() -> None:
    meanings = [one.meaning for shape in RECORDS.values() for one in shape.fields]
    assert all(meaning.languages == ("en", "zh") for meaning in meanings)
    assert all(meaning.in_language(tag).strip() for meaning in meanings for tag in ("en", "zh"))


# Whatever is submitted


def keeps_to(element: Element, kind: FieldKind) -> bool:
    """Whether an element is what the vocabulary declares, or unusable."""
    match element, kind:
        case (Unusable(), _) | (Text(), TextField()) | (Truth(), TruthField()) | (Moment(), InstantField()):
            return True
        case Number(), NumberField():
            return element.quantity.dimension == kind.unit.dimension
        case Code(), CodeField():
            return kind.open or element.code in {one.name for one in CODES[kind.codes].codes}
        case RawObject(), RecordField("category"):
            return True
        case Items(), ListField():
            return all(keeps_to(one, kind.element) for one in element.elements)
        case Record(), RecordField():
            declared = kinds(kind.record)
            return element.shape == kind.record and all(
                name in declared and keeps_to(one, declared[name]) for name, one in element.fields.items()
            )
        case _:
            return False


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from(
        ["", "1", "0.5", "banana", "1_0", "１２", "1,5", "NaN", "1e999999999", "2025-01-01", "\ud800", "urn:x"]
    ),
    st.text(max_size=8),
    st.sampled_from(["0", "1", "-0.0", "1e999999999", "12.50"]).map(JsonNumber),
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=6), inner, max_size=3)),
    max_leaves=6,
)


def containers(value: JsonValue) -> list[dict[str, JsonValue] | list[JsonValue]]:
    if not isinstance(value, dict | list):
        return []
    inner = value.values() if isinstance(value, dict) else value
    return [value, *(found for one in inner for found in containers(one))]


def mutate(document: Object, data: st.DataObject) -> None:
    """Delete, replace or rename something, anywhere."""
    holder = data.draw(st.sampled_from([one for one in containers(document) if one]))
    act = data.draw(st.sampled_from(["delete", "replace", "rename"]))
    if isinstance(holder, list):
        holder[data.draw(st.integers(0, len(holder) - 1))] = data.draw(JSON)
        return
    name = data.draw(st.sampled_from(sorted(holder)))
    old = holder.pop(name)
    if act == "replace":
        holder[name] = data.draw(JSON)
    elif act == "rename":
        holder[
            data.draw(st.one_of(st.text(max_size=9), st.just(name[:-1]), st.just(name.upper()), st.just("a/~b")))
        ] = old


@given(st.sampled_from([pact3, pact2]), st.integers(1, 6), st.data())
def test_mutated_documents_are_read_or_refused_and_never_raise(
    make: Callable[[], Object], times: int, data: st.DataObject
) -> None:
    document = with_inventory(INVENTORY) if make is pact3 else make()
    for _ in range(times):
        mutate(document, data)
    found = read_any(document)
    if isinstance(found, Submission):
        assert keeps_to(found.footprint, RecordField("footprint"))
        assert all(one.pointer.startswith("/") for one in found.intake)
        assert all(text.isprintable() for one in found.intake for _, text in one.message.texts)
        assert [one for one in found.intake if one.kind.unreadable] == []


@given(st.dictionaries(st.text(max_size=6), JSON, max_size=4))
def test_arbitrary_objects_never_raise(document: Object) -> None:
    for version in ("3.0.0", "2.2.0"):
        assert isinstance(read_any({"specVersion": version, **document}), Submission | Unreadable)


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["cosmetics_sample.json", "textile_sample.json"])
def test_the_published_samples_keep_to_the_format(name: str) -> None:
    text = decode((CORPUS / name).read_bytes(), name)
    assert isinstance(text, JsonText)
    assert isinstance(text.value, list)
    context = file_context(text.value)
    for index, document in enumerate(text.value):
        assert isinstance(document, dict)
        submission = from_pact(document, f"/{index}", name, "0" * 64, nowhere, context)
        assert isinstance(submission, Submission)
        assert noticed(submission) == [f"I0111 /{index}/pcf/primaryDataShare"]
        share = number(submission, "pcf.primary_data_share")
        assert share.quantity.value == Fraction(share.as_printed)
        assert submission.classifications[0].scheme == "cpc"
        assert keeps_to(submission.footprint, RecordField("footprint"))
