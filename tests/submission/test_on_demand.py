"""What is read on demand is what is read as a whole, in whatever order it is asked for."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.assess.category import categorised, categorised_on_demand
from footrule.evaluate.interpreter import Interpreter
from footrule.library.catalogue import Catalogue
from footrule.library.shelf import shipped
from footrule.model.standard import Standard
from footrule.submission.content import canonical
from footrule.submission.element import Element, Items, Number, RawObject, Record, Text
from footrule.submission.fields_on_demand import FieldsOnDemand, with_field
from footrule.submission.json_text import JsonNumber, JsonText, JsonValue, decode
from footrule.submission.on_demand import read_on_demand
from footrule.submission.read import file_context, read_footprint
from footrule.submission.submission import Submission
from footrule.submission.together import held_together, with_submissions
from footrule.text.source import Position
from tests.house.checkout import ROOT
from tests.submission.inventories import carrying, inventory
from tests.submission.pact_documents import PACT_2_TEXT, PACT_3_TEXT, Object, changed, pact2, pact3

EXAMPLES = sorted(path for room in ("rules/*", "standards/*", ".") for path in ROOT.glob(f"{room}/examples/*.json"))
NAPHTHA = "standards/ethylene/examples/naphtha-cracking.json"
MOST_STEPS = 40

ODD_NUMBERS = """[{
  "specVersion": "2.0.0", "dataSchema": "https://example.org/other.json",
  "data": {"a": [1, -0, 1.50, 1e400, 12345678901234567890123], "b": {"c": 0.10, "d": null}, "e": "1.50"}
}]"""
"""An extension that nobody reads, with numbers that Python would write otherwise."""


def nowhere(pointers: Collection[str]) -> Mapping[str, Position]:
    """Where nothing is found."""
    return dict.fromkeys(pointers, Position(1, 1))


def whole(data: bytes, pointer: str = "") -> Submission:
    """A document read as a whole."""
    text = decode(data, "f.json")
    assert isinstance(text, JsonText), text
    assert isinstance(text.value, dict)
    read = read_footprint(text.value, pointer, "f.json", "0" * 64, nowhere, file_context([text.value]))
    assert isinstance(read, Submission)
    return read


def on_demand(data: bytes, pointer: str = "") -> Submission:
    """The same read on demand."""
    return read_on_demand(data, pointer, "f.json", lambda: "0" * 64, nowhere, file_context([]))


def written(document: Object, indent: int | None = None, *, ensure_ascii: bool = False) -> bytes:
    """A document as a file, its numbers as they were."""
    numbers: dict[str, str] = {}
    text = json.dumps(_marked(document, numbers), indent=indent, ensure_ascii=ensure_ascii)
    for mark, number in numbers.items():
        text = text.replace(f'"{mark}"', number)
    return text.encode()


def _marked(value: JsonValue, numbers: dict[str, str]) -> JsonValue:
    match value:
        case dict():
            return {name: _marked(one, numbers) for name, one in value.items()}
        case list():
            return [_marked(one, numbers) for one in value]
        case JsonNumber():
            mark = f"number {len(numbers)} of this document"
            numbers[mark] = str(value)
            return mark
        case _:
            return value


@cache
def clean() -> tuple[bytes, ...]:
    """Every example in which no reader finds anything, and the documents of these tests."""
    files = [path.read_bytes() for path in EXAMPLES]
    own = [PACT_2_TEXT.encode(), written(carrying(inventory())), PACT_3_TEXT.replace('"56.1"', '"0"').encode()]
    odd = decode(ODD_NUMBERS.encode(), "")
    assert isinstance(odd, JsonText)
    own += [written({**document, "extensions": odd.value}) for document in (pact2(), pact3())]
    return tuple(data for data in (*files, *own) if not whole(data).intake)


def assert_same(data: bytes) -> None:
    """Every field of the two submissions is the same, and every field within."""
    one, other = whole(data), on_demand(data)
    assert one.intake == ()
    for member in Submission.__match_args__:
        assert getattr(other, member) == getattr(one, member), member
    assert other.data_until == one.data_until
    assert list(other.footprint.fields) == list(one.footprint.fields)
    assert one.footprint == other.footprint
    assert dict(other.footprint.wire_names) == dict(one.footprint.wire_names)
    for name in one.footprint.wire_names:
        assert other.footprint.place_of(name) == one.footprint.place_of(name)


def test_most_examples_are_clean() -> None:
    assert len(clean()) > 60
    assert {whole(data).format[:6] for data in clean()} == {"PACT 2", "PACT 3"}
    assert any(not data.isascii() for data in clean())


def test_documents_are_the_same() -> None:
    for data in clean():
        assert_same(data)


def test_whatever_is_asked_for_first_is_the_same() -> None:
    """Of a whole that nothing was asked of yet."""
    data = written(carrying(inventory()))
    one = whole(data)
    for member in Submission.__match_args__:
        assert getattr(on_demand(data), member) == getattr(one, member)
    for name in (*one.footprint.wire_names, "nonsense", "extensions", "cpc", "kind"):
        fields = on_demand(data).footprint.fields
        assert fields.get(name) == one.footprint.fields.get(name)
        assert (name in fields) is (name in one.footprint.fields)
        assert name in one.footprint.fields or fields.get(name, 7) == 7
    assert on_demand(data).footprint.fields["content"] == one.footprint.fields["content"]
    with pytest.raises(KeyError):
        on_demand(data).footprint.fields["nonsense"]
    with pytest.raises(AttributeError):
        getattr(on_demand(data), "nonsense")  # noqa: B009


def test_it_can_be_changed_and_held_together_with_others() -> None:
    texts = [PACT_2_TEXT.encode(), written(carrying(inventory()))]
    later, now = (
        [replace(read(data), file=f"{at}.json") for at, data in enumerate(texts)] for read in (on_demand, whole)
    )
    for one, other in zip(held_together(now), held_together(later), strict=True):
        assert other.file == one.file
        assert other.footprint == one.footprint
        assert other.classifications == one.classifications


def test_the_footprint_may_stand_in_a_file_of_others() -> None:
    for document in (pact2(), carrying(inventory())):
        data = written(document)
        one, other = whole(data, "/7"), on_demand(data, "/7")
        assert (other.footprint, other.attestations, other.claim) == (one.footprint, one.attestations, one.claim)
        assert other.footprint.fields["spec_major"].pointer == "/7/specVersion"


@st.composite
def walks(draw: st.DrawFn) -> tuple[int, list[int]]:
    """A document, and numbers by which a walk through it chooses."""
    return draw(st.integers(0, 10**6)), draw(st.lists(st.integers(0, 10**6), min_size=1, max_size=MOST_STEPS))


@given(walks())
def test_a_walk_from_field_to_field_meets_the_same(walk: tuple[int, list[int]]) -> None:
    """It goes in wherever it can, and begins anew where it cannot; what was met before is met again."""
    chosen, steps = walk
    one, other = both(chosen % len(clean()))
    at: tuple[Element, Element] = (one, other)
    for step in steps:
        at = _next(*at, step)
        assert type(at[0]) is type(at[1])
        assert at[0].pointer == at[1].pointer
        match at:
            case (Record(), Record()):
                assert at[0].shape == at[1].shape
            case (Items(elements=these), Items(elements=those)):
                assert len(these) == len(those)
            case (a, b):
                assert a == b
                at = (one, other)
    assert at[1] == at[0]


def both(chosen: int) -> tuple[Record, Record]:
    """The footprint of a clean document, read in both ways."""
    return eager(chosen), on_demand(clean()[chosen]).footprint


@cache
def eager(chosen: int) -> Record:
    """That of the document read as a whole, which nothing changes."""
    return whole(clean()[chosen]).footprint


def _next(one: Element, other: Element, step: int) -> tuple[Element, Element]:
    match one, other:
        case Record(), Record():
            names = sorted({*one.wire_names, *one.fields})
            name = names[step % len(names)]
            assert (name in other.fields) is (name in one.fields)
            assert other.place_of(name) == one.place_of(name)
            found = one.fields.get(name)
            return (one, other) if found is None else (found, other.fields[name])
        case Items(elements=these), Items(elements=those) if these:
            at = step % len(these)
            return these[at], those[at]
        case _:
            return one, other


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
"""Quotation marks, line breaks and Chinese among them."""


@st.composite
def variants(draw: st.DrawFn) -> bytes:
    """A clean document of which some was left out, made null or rewritten, in one layout or another."""
    document = draw(st.sampled_from([carrying(inventory()), pact2(), changed(pact3(), "comment", "说明")]))
    for chosen in draw(st.lists(st.integers(0, 10**6), max_size=8)):
        changing = deepcopy(document)
        places = list(_members(changing))
        holder, name = places[chosen % len(places)]
        if isinstance(holder[name], JsonNumber) or draw(st.booleans()):
            del holder[name]
        else:
            holder[name] = draw(st.none() | TEXTS)
        document = document if whole(written(changing)).intake else changing
    space = draw(st.sampled_from([b"", b" \n\t"]))
    return space + written(document, draw(st.sampled_from([None, 0, 3])), ensure_ascii=draw(st.booleans())) + space


def _members(value: JsonValue) -> Iterator[tuple[Object, str]]:
    if isinstance(value, dict):
        for name, one in value.items():
            yield value, name
            yield from _members(one)
    elif isinstance(value, list):
        for one in value:
            yield from _members(one)


@given(variants())
def test_variants_are_the_same(data: bytes) -> None:
    assert_same(data)


@pytest.mark.parametrize(
    ("document", "path", "place"),
    [
        (changed(pact3(), "pcf.fossilGhgEmissions", "much"), ("pcf", "fossil"), "/pcf/fossilGhgEmissions"),
        (changed(pact3(), "pcf.fossilGhgEmissions", None), ("pcf", "fossil"), "/pcf/fossilGhgEmissions"),
        (changed(pact3(), "pcf.fossilGhgEmissions", 4.5), ("pcf", "fossil"), "/pcf/fossilGhgEmissions"),
        (changed(pact3(), "companyIds", ["no urn"]), ("company_ids",), "/companyIds/0"),
        (changed(pact3(), "pcf", []), ("pcf",), "/pcf"),
        (changed(pact2(), "pcf.dqi.temporalDQR", "2"), ("pcf", "dqi", "temporal"), "/pcf/dqi/temporalDQR"),
        (
            carrying(changed(inventory(), "reference_flow", {"process": "unit", "unit": "t"})),
            ("reference_flow", "mass"),
            "/extensions/0/data/inventory/reference_flow/amount",
        ),
        (
            carrying(changed(inventory(), "reference_flow.unit", "fathom")),
            ("reference_flow", "mass"),
            "/extensions/0/data/inventory/reference_flow/unit",
        ),
    ],
)
def test_what_is_not_clean_is_a_fault_of_the_engine_when_it_is_asked_for(
    document: Object, path: tuple[str, ...], place: str
) -> None:
    footprint = on_demand(written(document)).footprint
    element: Element = footprint
    with pytest.raises(AssertionError, match=rf"^{place}: I0\d\d\d"):
        for name in path:
            assert isinstance(element, Record)
            element = element.fields[name]
    assert footprint.fields["id"] == Text("/id", "f4b1225a-bd44-4c8e-861d-079e4e1dfd69")


@pytest.mark.parametrize("data", [b"[]", b'"x"', b'{"specVersion": "9.0"}', b"{}"])
def test_what_is_no_footprint_is_a_fault_of_the_engine(data: bytes) -> None:
    with pytest.raises(AssertionError, match="found to be clean"):
        on_demand(data)


def test_numbers_stay_as_they_are_written() -> None:
    category = {"events": "6", "more": {"tons": ["1.50"]}}
    inventoried = carrying(changed(inventory(), "category", category))
    text = written(inventoried).decode().replace('"6"', "-0").replace('"1.50"', "1.50")
    members = [one.footprint.fields["category"] for one in (whole(text.encode()), on_demand(text.encode()))]
    assert all(isinstance(one, RawObject) for one in members)
    raw = [canonical(dict(one.members)) for one in members if isinstance(one, RawObject)]
    assert raw == ['{"events":-0,"more":{"tons":[1.50]}}'] * 2


@cache
def standard(name: str) -> Standard:
    """A standard that ships."""
    found = Catalogue(shipped()).find(name, date(2026, 11, 28))
    assert isinstance(found, Standard)
    return found


@pytest.mark.parametrize("name", ["iso14067", "ethylene"])
@pytest.mark.parametrize("example", [NAPHTHA, "rules/iso14067/examples/plain-pact-2.json"])
def test_rules_come_to_the_same(name: str, example: str) -> None:
    data, rules = (ROOT / example).read_bytes(), standard(name)
    one, other = whole(data), on_demand(data)
    read, findings = categorised(rules, one.footprint)
    assert findings == ()
    later = categorised_on_demand(rules, other.footprint)
    judged = list(Interpreter().judge(rules, later, None, other.attestations))
    assert judged == list(Interpreter().judge(rules, read, None, one.attestations))
    assert later == read == categorised(rules, other.footprint)[0]


def test_the_data_of_a_category_are_read_on_demand_too() -> None:
    rules = standard("ethylene")
    data = (ROOT / NAPHTHA).read_bytes()
    read, _ = categorised(rules, whole(data).footprint)
    later = categorised_on_demand(rules, on_demand(data).footprint)
    assert isinstance(category := later.fields["category"], Record)
    assert isinstance(category.fields, FieldsOnDemand)
    assert category == read.fields["category"]
    assert categorised_on_demand(rules, whole(data).footprint) == read
    without = on_demand(PACT_3_TEXT.encode()).footprint
    assert categorised_on_demand(rules, without) is without


def test_a_field_is_laid_over_without_reading_the_others() -> None:
    broken = on_demand(written(changed(pact3(), "companyName", ""))).footprint
    listed = Items("", ())
    over = with_field(with_submissions(broken, listed), "id", Text("/x", "other"))
    assert over.fields["submissions"] is listed
    assert over.fields["id"] == Text("/x", "other")
    assert isinstance(over.fields["spec_major"], Number)
    assert broken.fields["id"] != over.fields["id"]
    with pytest.raises(AssertionError, match="/companyName"):
        dict(over.fields)
    data = PACT_2_TEXT.encode()
    assert with_submissions(on_demand(data).footprint, listed) == with_submissions(whole(data).footprint, listed)
