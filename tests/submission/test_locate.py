"""Where JSON Pointers stand in a text, held against a slow reading of the same text."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.submission.locate import locate, position_at
from footrule.text.source import Position, Source

TEXT = """{
  "pcf": {
    "dqi": {"technologicalDQR": "1.5"},
    "standards": ["PACT-3.0", {"a": 1}],
    "a/b": 1, "m~n": 2, "": 3, "\\u4e59烯": 4
  },
  "empty": []
}
"""


@pytest.mark.parametrize(
    ("pointer", "line", "column"),
    [
        ("", 1, 1),  # the document
        ("/pcf", 2, 3),  # a member: its key
        ("/pcf/dqi/technologicalDQR", 3, 13),
        ("/pcf/standards/0", 4, 19),  # an element: its value
        ("/pcf/standards/1", 4, 31),
        ("/pcf/standards/1/a", 4, 32),
        ("/pcf/a~1b", 5, 5),  # RFC 6901: ~1 is /, ~0 is ~
        ("/pcf/m~0n", 5, 15),
        ("/pcf/", 5, 25),
        ("/pcf/乙烯", 5, 32),  # a key is what it says, however it is escaped
    ],
)
def test_a_pointer_has_a_line_and_a_column(pointer: str, line: int, column: int) -> None:
    assert locate(TEXT, [pointer]) == {pointer: Position(line, column)}


@pytest.mark.parametrize(
    ("absent", "holder"),
    [
        ("/pcf/missing", "/pcf"),
        ("/pcf/dqi/technologicalDQR/deeper/still", "/pcf/dqi/technologicalDQR"),
        ("/pcf/standards/2", "/pcf/standards"),
        ("/pcf/standards/01", "/pcf/standards"),  # an index has no zero in front
        ("/pcf/standards/-", "/pcf/standards"),
        ("/empty/0", "/empty"),
        ("/nowhere/at/all", ""),
        ("not a pointer", ""),
    ],
)
def test_what_is_absent_is_placed_at_what_should_hold_it(absent: str, holder: str) -> None:
    places = locate(TEXT, [absent, holder])
    assert places[absent] == places[holder]


def test_an_escaped_tilde_before_a_one_is_no_slash() -> None:
    """RFC 6901, section 4: ~01 is ~1, so ~1 has to be resolved first."""
    assert locate('{"/": 1, "~1": 2}', ["/~01"])["/~01"] == Position(1, 10)


def test_brackets_in_texts_are_no_brackets() -> None:
    text = '{"skipped": {"a": "}]\\"}", "b": ["\\\\", "]"]}, "x": 1}'
    assert locate(text, ["/x"])["/x"].column == text.index('"x"') + 1


def test_a_depth_that_would_exhaust_the_stack_does_not() -> None:
    text = "[" * 20_000 + "]" * 20_000
    assert locate(text, ["/0" * 19_999])["/0" * 19_999] == Position(1, 20_000)
    assert locate(text, ["/1"])["/1"] == Position(1, 1)


def test_columns_count_characters_and_lines_end_at_line_feeds() -> None:
    assert locate('{"名":\r\n "x", "𝄞": 1, "y": 2}', ["/y"])["/y"] == Position(2, 15)


# Against an oracle that reads one character at a time and descends by calling itself

KEYS = st.text(alphabet=st.sampled_from('ab/~0 "\\é烯{}[],:\n'), max_size=3)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet=st.sampled_from('ab"\\{}[],:é烯\n'), max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


def every_place(text: str) -> dict[str, int]:
    """The offset of every pointer that exists, by the decoder of the standard library, value by value."""
    decoder = json.JSONDecoder()

    def space(at: int) -> int:
        while at < len(text) and text[at] in " \t\r\n":
            at += 1
        return at

    def value(at: int, pointer: str) -> Iterator[tuple[str, int]]:
        if text[at] == "[":
            at, index = space(at + 1), 0
            while text[at] != "]":
                yield f"{pointer}/{index}", at
                yield from value(at, f"{pointer}/{index}")
                at, index = after(at), index + 1
        elif text[at] == "{":
            at = space(at + 1)
            while text[at] != "}":
                key, end = decoder.raw_decode(text, at)
                name = f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"
                yield name, at
                at = space(space(end) + 1)
                yield from value(at, name)
                at = after(at)

    def after(at: int) -> int:
        at = space(decoder.raw_decode(text, at)[1])
        return space(at + 1) if text[at] == "," else at

    root = space(0)
    return {"": root, **dict(value(root, ""))}


@given(JSON, st.sampled_from([None, 0, 2]), st.booleans(), st.data())
def test_every_pointer_is_where_the_oracle_finds_it(
    value: object, indent: int | None, ascii_only: bool, data: st.DataObject
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    source = Source("oracle", text)
    places = {pointer: source.position(offset) for pointer, offset in every_place(text).items()}
    assert locate(text, places) == places
    some = data.draw(st.lists(st.sampled_from(sorted(places)), max_size=3))
    assert locate(text, some) == {pointer: places[pointer] for pointer in some}


@given(JSON, st.lists(st.text(alphabet="ab/~01", max_size=6), max_size=4))
def test_any_pointer_is_placed_at_its_longest_existing_beginning(value: object, pointers: list[str]) -> None:
    text = json.dumps(value)
    places = every_place(text)
    for pointer, found in locate(text, pointers).items():
        tokens = pointer.split("/")[1:]
        beginnings = ["".join(f"/{token}" for token in tokens[:length]) for length in range(len(tokens) + 1)]
        existing = [
            place
            for beginning in beginnings
            for place in [places.get(beginning.replace("~", "~0").replace("~00", "~0").replace("~01", "~1"))]
            if place is not None
        ]
        assert found == position_at(text, existing[-1])
