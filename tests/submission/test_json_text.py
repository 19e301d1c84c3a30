"""From bytes to JSON values: what is accepted, and the one clear message for each way of not being JSON."""

from __future__ import annotations

import json
import sys
from datetime import timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from footrule.submission.intake import Unreadable
from footrule.submission.json_fault import first_fault
from footrule.submission.json_text import JsonNumber, JsonText, JsonValue, decode
from footrule.submission.unreadable_kinds import DEEPEST_NESTING, UNREADABLE_KINDS

FOOTPRINT = """{
  "id": "0f49e9af-0000-4f4a-bf34-010d21cc370d",
  "specVersion": "3.0.0",
  "productNameCompany": "乙烯 \\"polymer grade\\" \\u00e9\\n",
  "companyIds": ["urn:pact:example.com:company:1"],
  "precedingPfIds": [],
  "pcf": {
    "declaredUnitAmount": "1.0",
    "exempted": -0.5e-1,
    "packagingEmissionsIncluded": true,
    "dqi": {"technologicalDQR": null, "coverage": 100}
  }
}
""".encode()


def refused(data: bytes) -> Unreadable:
    found = decode(data, "offer.json")
    assert isinstance(found, Unreadable), found
    return found


def read(data: bytes) -> JsonValue:
    found = decode(data, "offer.json")
    assert isinstance(found, JsonText), found
    return found.value


# What is accepted


def test_numbers_stay_exactly_as_they_are_written() -> None:
    value = read(b'[1.20, 1e5, -0, 100000000000000000000.0, "1.20"]')
    assert value == ["1.20", "1e5", "-0", "100000000000000000000.0", "1.20"]
    assert isinstance(value, list)
    assert [isinstance(one, JsonNumber) for one in value] == [True] * 4 + [False]


def test_a_number_of_a_million_digits_is_only_text() -> None:
    assert read(b"1" * 1_000_000) == "1" * 1_000_000
    assert read(b"[1e999999999]") == ["1e999999999"]


def test_a_byte_order_mark_is_accepted_and_is_no_column() -> None:
    assert read(b'\xef\xbb\xbf{"a": 1}') == {"a": "1"}
    found = refused(b'\xef\xbb\xbf{"a": x}')
    assert (found.line, found.column, found.byte) == (1, 7, 9)


def test_escaped_control_characters_and_lone_surrogates_are_texts_like_others() -> None:
    assert read(b'{"\\u0000": "\\ud800"}') == {"\0": "\ud800"}
    assert refused(b'{"\\ud800": 1, "\\ud800": 2}').message.in_language("en").startswith('The key "\\ud800" occurs')


def test_a_hundred_levels_are_read() -> None:
    assert isinstance(decode(b"[" * DEEPEST_NESTING + b"]" * DEEPEST_NESTING, "deep.json"), JsonText)


# What is refused: bytes, id, line, column, byte, and words of the message in English and in Chinese

REFUSED = [
    (b"", "I0005", 1, 1, 0, "0 bytes", "0 字节"),
    (b" \r\n\t", "I0005", 1, 1, 0, "Only white space", "只有空白字符"),
    (b"\xef\xbb\xbf", "I0005", 1, 1, 3, "", ""),
    ('{"名": 1}'.encode("gbk"), "I0006", 1, 3, 2, "GB18030", "GBK"),
    ('{"a": "é"}'.encode("latin-1"), "I0006", 1, 8, 7, "save it again with the encoding UTF-8", "另存为 UTF-8"),
    ('{"a": 1}'.encode("utf-16"), "I0006", 1, 1, 0, "UTF-16", "UTF-16"),
    ('{"a": 1}'.encode("utf-16-be"), "I0006", 1, 1, 0, "UTF-16", "UTF-16"),
    ('{"a": 1}'.encode("utf-32"), "I0006", 1, 1, 0, "UTF-32", "UTF-32"),
    ('{"a": 1}'.encode("utf-32-le"), "I0006", 1, 1, 0, "UTF-32", "UTF-32"),
    (b'{\n  "a": [1,', "I0007", 2, 11, 12, "the [ of line 2, column 8 is not closed", "第 2 行第 8 列的 ["),
    (b'{"a": "bc', "I0007", 1, 10, 9, 'the " of line 1, column 7', "可能被截断"),
    ('{"a": "名'.encode()[:-1], "I0007", 1, 8, 7, "cut off", "可能被截断"),
    (b'{"a": tru', "I0007", 1, 10, 9, "the { of line 1", "{"),
    (b"-", "I0007", 1, 2, 1, "in the middle of a value", "一个值的中间"),
    (b"<html><body>log in", "I0008", 1, 1, 0, "HTML", "登录"),
    (b"PK\x03\x04\xff\xfe", "I0008", 1, 1, 0, "Excel", "Excel"),
    (b"{'a': 1}", "I0008", 1, 2, 1, "straight double quotation mark", "直双引号"),
    ("{“a”: 1}".encode(), "I0008", 1, 2, 1, "mark “", "引号 “"),
    ('{"a"：1}'.encode(), "I0008", 1, 5, 4, "full-width mark ：", "全角符号"),
    ('{"a": 1，"b": 2}'.encode(), "I0008", 1, 8, 7, "full-width mark ，", "全角符号"),
    ('{"a": １２}'.encode(), "I0008", 1, 7, 6, "１２ is written in full-width digits", "全角数字"),
    (b'{"a": 1,\n}', "I0008", 1, 8, 7, "A comma stands here with nothing after it", "多了一个逗号"),
    (b"[1,,2]", "I0008", 1, 4, 3, "one too many", "逗号"),
    (b'{"a": 1 // one\n}', "I0008", 1, 9, 8, "comment", "注释"),
    (b'{"a": 1_0}', "I0008", 1, 7, 6, "1_0 is not a JSON number", "1_0 不是 JSON 的数值"),
    (b'{"a": 007}', "I0008", 1, 7, 6, "007 is not a JSON number", "007"),
    (b'{"a": .5}', "I0008", 1, 7, 6, ".5 is not a JSON number", ".5"),
    (b'{"a": +1}', "I0008", 1, 7, 6, "+1 is not a JSON number", "+1"),
    (b'{"a": 5%}', "I0008", 1, 7, 6, "5% is not a JSON number", "5%"),
    (b'{"a": 1,5}', "I0008", 1, 9, 8, "a decimal is written with a point", "小数点"),
    (b'{"a": True}', "I0008", 1, 7, 6, "true, false or null", "小写"),
    (b'{"a": banana}', "I0008", 1, 7, 6, "banana stands here", "banana"),
    (b"id;pcf\n1;2", "I0008", 1, 1, 0, "id stands here where a JSON object or list", "id"),
    (b"{a: 1}", "I0008", 1, 2, 1, "The key a has no quotation marks", "缺少引号"),
    (b'{"a" 1}', "I0008", 1, 6, 5, "a colon after the key", "冒号"),
    (b'{"a": 1 "b": 2}', "I0008", 1, 9, 8, "A comma is missing", "缺少逗号"),
    (b'{"a": [1}', "I0008", 1, 9, 8, "} stands here where a comma or ]", "逗号或 ]"),
    (b'{"a": 1}}', "I0008", 1, 9, 8, "one too many", "多了一个右括号"),
    (b'{"a": 1}\n{"a": 2}', "I0008", 2, 1, 9, "NDJSON", "NDJSON"),
    (b'{"a": "b\n"}', "I0008", 1, 9, 8, "The line ends inside a text", "行已结束"),
    (b'{"a": "b\tc"}', "I0008", 1, 9, 8, "control character \\u0009", "控制字符"),
    (b'{"a": "C:\\data"}', "I0008", 1, 10, 9, "\\d is no escape", "转义"),
    ('{"a":\u00a01}'.encode(), "I0008", 1, 6, 5, "invisible character \\u00a0", "不可见字符"),
    (b"\0" * 64, "I0008", 1, 1, 0, "\\u0000", "\\u0000"),
    (b'{"a": 1, "b": NaN}', "I0009", 1, 15, 14, "NaN stands for a number", "NaN"),
    (b"[-Infinity]", "I0009", 1, 2, 1, "-Infinity", "-Infinity"),
    (
        '{"甲": {"mass": 1,\n "m\\u0061ss": 2}}'.encode(),
        "I0010",
        2,
        2,
        21,
        '"mass" occurs twice in one object: in line 1, column 8 and in line 2, column 2',
        "第 1 行第 8 列和第 2 行第 2 列",
    ),
    (b"[" * 101 + b"]" * 101, "I0011", 1, 101, 100, "more than 100 levels", "超过 100 层"),
    (b'{"a":' * 10_000, "I0011", 1, 501, 500, "more than 100 levels", "超过 100 层"),
]


@pytest.mark.parametrize(("data", "kind", "line", "column", "byte", "en", "zh"), REFUSED)
def test_each_fault_has_its_kind_place_and_words(
    data: bytes, kind: str, line: int, column: int, byte: int, en: str, zh: str
) -> None:
    found = refused(data)
    assert (found.kind.id, found.line, found.column, found.byte) == (kind, line, column, byte)
    assert en in found.message.in_language("en")
    assert zh in found.message.in_language("zh")
    assert found.file == "offer.json"
    assert found.sha256 is not None


def test_the_first_fault_of_the_text_is_told_whatever_the_decoder_meets_first() -> None:
    """The decoder sees the inner object's repeated key first, and the missing bracket before the outer one's."""
    assert refused(b'{"a": 1, "a": {"b": 1, "b": 2}}').column == 10
    assert refused(b'{"a": 1, "a": 2').kind.id == "I0010"


def test_a_document_within_a_file_is_placed_in_the_file() -> None:
    found = decode(b'{"a": x}', "many.ndjson", first_line=7, first_byte=600)
    assert isinstance(found, Unreadable)
    assert (found.line, found.column, found.byte) == (7, 7, 606)


def test_the_depth_told_does_not_depend_on_how_deep_the_decoder_dares() -> None:
    assert sys.getrecursionlimit() < 100_000
    shallow, deep = refused(b"[" * 150 + b"]" * 150), refused(b"[" * 100_000)
    assert (shallow.kind, shallow.column) == (deep.kind, deep.column)


def test_every_kind_has_its_own_id_within_the_range_of_unreadable_documents() -> None:
    ids = [kind.id for kind in UNREADABLE_KINDS]
    assert ids == [f"I{number:04}" for number in range(1, len(ids) + 1)]
    assert len(ids) < 100
    assert all(kind.unreadable and kind.modality == "shall" for kind in UNREADABLE_KINDS)
    assert all(set(kind.title.languages) == {"en", "zh"} for kind in UNREADABLE_KINDS)


# Hostile input

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)
NEARLY_JSON = st.lists(
    st.sampled_from(
        ['{"a":', '"', '"b":', "[", "]", "{", "}", ",", ":", "1", "-", ".", "e", "\\", "u00", "tru", "null"]
    )
    | st.sampled_from([" ", "\n", "NaN", "_", "，", "\u2028", "\x00", "//", "'", "true", '""', "0"]),
    max_size=30,
).map("".join)


def as_printed(value: object) -> object:
    """What `decode` should make of a value that `json.dumps` wrote: the same, with numbers as their texts."""
    if isinstance(value, dict):
        return {key: as_printed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_printed(inner) for inner in value]
    return json.dumps(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def assert_placed_inside(data: bytes) -> None:
    """Whatever is found is a document, or an Unreadable that points into the bytes."""
    found = decode(data, "hostile.json")
    if isinstance(found, JsonText):
        return
    assert found.line is not None
    assert found.column is not None
    assert found.byte is not None
    assert 0 <= found.byte <= len(data)
    assert 1 <= found.line <= data.count(b"\n") + 1
    assert 1 <= found.column <= len(data) + 1
    found.message.in_language("zh").encode()
    found.message.in_language("en").encode()


@given(JSON, st.booleans())
def test_what_json_dumps_writes_is_read_back(value: object, ascii_only: bool) -> None:
    written = json.dumps(value, ensure_ascii=ascii_only)
    assert read(written.encode("utf-8", "surrogatepass" if ascii_only else "strict")) == as_printed(value)


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf\xff")
def test_no_bytes_escape(data: bytes) -> None:
    assert_placed_inside(data)


@given(NEARLY_JSON)
@settings(max_examples=500)
def test_the_scanner_of_faults_and_the_decoder_accept_the_same_texts(text: str) -> None:
    """Constants and repeated keys apart, a text has a fault exactly where the standard library refuses it."""
    assert_placed_inside(text.encode())
    try:
        json.loads(text)
    except json.JSONDecodeError:
        assert first_fault(text, DEEPEST_NESTING) is not None
    else:
        fault = first_fault(text, DEEPEST_NESTING)
        assert fault is None or type(fault).__name__ in {"Constant", "RepeatedKey"}


@pytest.mark.parametrize("length", range(1, len(FOOTPRINT) - 1))
def test_a_footprint_cut_anywhere_ends_too_early(length: int) -> None:
    assert isinstance(decode(FOOTPRINT, "whole.json"), JsonText)
    assert_placed_inside(FOOTPRINT[:length])
    assert refused(FOOTPRINT[:length]).kind.id == "I0007"


@given(st.integers(0, len(FOOTPRINT) - 1), st.integers(0, 255))
@settings(max_examples=500, deadline=timedelta(seconds=1))
def test_a_footprint_with_a_wrong_byte_never_escapes(place: int, byte: int) -> None:
    assert_placed_inside(FOOTPRINT[:place] + bytes([byte]) + FOOTPRINT[place + 1 :])
