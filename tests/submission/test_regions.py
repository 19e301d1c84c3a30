"""Places within one part of a document, found without what stands before it: the same as in the whole text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.submission.locate import Region, locate, regions
from tests.submission.test_locate import JSON, TEXT, every_place


@given(JSON, st.sampled_from([None, 0, 2]), st.booleans(), st.data())
def test_a_pointer_has_one_place_whichever_region_it_is_looked_for_in(
    value: object, indent: int | None, ascii_only: bool, data: st.DataObject
) -> None:
    text = " " * data.draw(st.integers(0, 2)) + json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    pointers = sorted(every_place(text))
    absent = [pointer + beyond for pointer in pointers for beyond in ("/no", "/0", "/", "~0")]
    plain = locate(text, [*pointers, *absent])
    for region in regions(text, data.draw(st.lists(st.sampled_from(pointers), max_size=4))).values():
        assert locate(text, [*pointers, *absent], region) == plain


@given(JSON, st.sampled_from([None, 2]), st.booleans())
def test_a_region_says_where_it_stands(value: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    places = every_place(text)
    found = regions(text, places)
    assert {pointer: region.offset for pointer, region in found.items()} == places
    decoder = json.JSONDecoder()
    for region in found.values():
        place = locate(text, [region.pointer])[region.pointer]
        assert (region.line, region.offset - region.line_start + 1) == (place.line, place.column)
        assert region.byte == len(text[: region.offset].encode())
        assert decoder.raw_decode(text, region.value)[0] == at(value, region.pointer)


def at(value: object, pointer: str) -> object:
    """What stands at a pointer that exists."""
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        value = value[int(key)] if isinstance(value, list) else value[key]  # type: ignore[index]
    return value


@pytest.mark.parametrize("pointer", ["/pcf/missing", "/empty/0", "/nowhere", "no pointer/at/all"])
def test_what_is_absent_has_no_region(pointer: str) -> None:
    assert regions(TEXT, [pointer]) == {}


@pytest.mark.parametrize(
    ("pointer", "held"), [("/pcf", True), ("/pcf/dqi", True), ("/pcf/", True), ("/pcfs", False), ("", False)]
)
def test_a_region_holds_what_is_in_it(pointer: str, held: bool) -> None:
    assert Region("/pcf", 0, 0, 1, 0, 0).holds(pointer) is held


class Counting(str):
    """A text that counts how much of it is looked at for line breaks."""

    __slots__ = ()
    seen = 0

    def count(self, sub: str, start: int = 0, end: int = -1) -> int:  # type: ignore[override]
        Counting.seen += end - start
        return super().count(sub, start, end)


def test_the_places_of_many_footprints_cost_no_more_than_reading_the_text_twice() -> None:
    """In a list of thousands, whoever starts from the beginning for each of them reads the text thousands of times."""
    text = Counting(json.dumps([{"a": {"b": number}} for number in range(500)], indent=1))
    found = regions(text, [f"/{number}" for number in range(500)])
    for number in range(500):
        pointer = f"/{number}/a/b"
        assert locate(text, [pointer], found[f"/{number}"])[pointer].line == 5 * number + 4
    assert Counting.seen <= 2 * len(text)
