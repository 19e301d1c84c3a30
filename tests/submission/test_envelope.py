"""What footprints travel in, and what is said of a document that holds none."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.submission.envelope import MOST_STRAYS, Enveloped, Stray, footprints, footprints_of
from footrule.submission.intake import Unreadable
from footrule.submission.json_text import JsonText, JsonValue, decode
from footrule.submission.open_documents import Document, open_documents
from footrule.submission.unreadable_kinds import NO_FOOTPRINT, NOT_A_FOOTPRINT

A: dict[str, object] = {"id": "a", "pcf": {}}
B: dict[str, object] = {"id": "b", "pcf": {}}
FULFILLED_3 = "org.wbcsd.pact.ProductFootprint.RequestFulfilledEvent.3"
FULFILLED_2 = "org.wbcsd.pathfinder.ProductFootprintRequest.Fulfilled.v1"


def json_value(value: object) -> JsonValue:
    found = decode(json.dumps(value).encode(), "made.json")
    assert isinstance(found, JsonText)
    return found.value


def pointers(value: object) -> list[str]:
    found = list(footprints(json_value(value)))
    assert all(isinstance(one, Enveloped) for one in found), found
    return [one.pointer for one in found]


def only_stray(value: object) -> Stray:
    (found,) = footprints(json_value(value))
    assert isinstance(found, Stray), found
    return found


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (A, [""]),
        ([A, B], ["/0", "/1"]),
        ({"data": A}, ["/data"]),
        ({"data": [A, B]}, ["/data/0", "/data/1"]),
        ({"type": FULFILLED_3, "data": {"requestEventId": "r", "pfs": [A, B]}}, ["/data/pfs/0", "/data/pfs/1"]),
        ({"type": FULFILLED_3, "data": {"pfs": A}}, ["/data/pfs"]),  # the list was forgotten; the footprint is there
        ({"type": FULFILLED_2, "data": {"requestEventId": "r", "pfs": [A]}}, ["/data/pfs/0"]),
        ([{"data": [A]}, B, {"type": FULFILLED_3, "data": {"pfs": [A]}}], ["/0/data/0", "/1", "/2/data/pfs/0"]),
        ({**A, "data": 1, "type": "anything"}, [""]),  # what has a pcf is a footprint
    ],
)
def test_footprints_are_found_in_every_envelope(value: object, expected: list[str]) -> None:
    assert pointers(value) == expected


@pytest.mark.parametrize(
    ("value", "pointer", "en", "zh"),
    [
        (7, "", "the number 7", "数值 7"),
        (None, "", "null", "null"),
        (True, "", "true", "true"),
        ("banana", "", 'the text "banana"', "文本“banana”"),
        ({}, "", "an object with nothing in it", "空对象"),
        ({"PCF": {}, "id": "1"}, "", "an object with the keys PCF, id", "含有键 PCF, id 的对象"),
        ([], "", "The list of footprints is empty", "列表是空的"),
        ({"data": []}, "/data", "The list of footprints is empty", "列表是空的"),
        ({"data": "x"}, "/data", 'the text "x"', "文本"),
        ({"data": {"id": "x"}}, "/data", "an object with the keys id", "含有键 id"),
        ({"type": FULFILLED_3, "data": {"pfs": []}}, "/data/pfs", "empty", "空的"),
        (
            {"type": "org.wbcsd.pact.ProductFootprint.PublishedEvent.3", "data": {"pfIds": ["1"]}},
            "",
            "only names footprints by id",
            "pfIds",
        ),
        (
            {"type": "org.wbcsd.pathfinder.ProductFootprint.Published.v1", "data": {"pfIds": ["1"]}},
            "",
            "only names footprints by id",
            "pfIds",
        ),
        (
            {"type": "org.wbcsd.pact.ProductFootprint.RequestRejectedEvent.3", "data": {"error": {}}},
            "",
            "rejects a request",
            "拒绝",
        ),
        (
            {"type": "org.wbcsd.pathfinder.ProductFootprintRequest.Created.v1", "data": {"pf": {}}},
            "",
            "This is a request for footprints",
            "索取",
        ),
        (
            {"code": "NoSuchFootprint", "message": "not found"},
            "",
            "the error answer of a host (NoSuchFootprint: not found)",
            "数据方返回的错误",
        ),
    ],
)
def test_a_document_without_footprints_says_what_it_holds(value: object, pointer: str, en: str, zh: str) -> None:
    found = only_stray(value)
    assert (found.kind, found.pointer) == (NO_FOOTPRINT, pointer)
    assert en in found.message.in_language("en")
    assert zh in found.message.in_language("zh")


def test_one_bad_element_does_not_stop_the_others() -> None:
    good, bad, last = footprints(json_value({"data": [A, "banana", B]}))
    assert isinstance(good, Enveloped)
    assert isinstance(bad, Stray)
    assert (bad.kind, bad.pointer) == (NOT_A_FOOTPRINT, "/data/1")
    assert isinstance(last, Enveloped)
    assert last.members["id"] == "b"


def test_in_a_file_what_is_no_footprint_has_a_place() -> None:
    text = b'\xef\xbb\xbf{"data": [\n  {"id": "a", "pcf": {}},\n  "\xe4\xb9\x99", 7\n]}'
    (document,) = open_documents(["-"], io.BytesIO(text))
    assert isinstance(document, Document)
    _, word, number = footprints_of(document)
    assert isinstance(word, Unreadable)
    assert isinstance(number, Unreadable)
    assert (word.file, word.kind.id, word.line, word.column) == ("standard input", "I0013", 3, 3)
    assert (number.line, number.column, number.byte) == (3, 8, text.index(b"7"))
    assert number.sha256 == document.sha256


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=3),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["data", "pfs", "pcf", "type", "code", "message"]), inner, max_size=4)
        ),
    )
)
def test_any_json_yields_something_with_a_pointer_into_it(value: object) -> None:
    found = list(footprints(json_value(value)))
    assert found
    for one in found:
        inner: object = value
        for token in one.pointer.split("/")[1:]:
            inner = inner[token] if isinstance(inner, dict) else inner[int(token)]  # type: ignore[index]
        assert isinstance(one, Stray) or (isinstance(inner, dict) and "pcf" in inner)


CORPUS = Path(__file__).parents[2].parent / "shared" / "data" / "pact"


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the published samples do not lie beside this checkout")
def test_the_published_samples_are_lists_of_thirty_footprints() -> None:
    for document in open_documents([str(path) for path in sorted(CORPUS.glob("*_sample.json"))], None):
        assert isinstance(document, Document)
        assert [one.pointer for one in footprints_of(document) if isinstance(one, Enveloped)] == [
            f"/{index}" for index in range(30)
        ]


def test_of_very_many_strays_the_first_are_told_and_the_rest_counted() -> None:
    text = decode(("[" + ",".join(["1"] * 250) + "]").encode(), "numbers.json")
    assert isinstance(text, JsonText)
    found = list(footprints_of(Document("numbers.json", "", text, 1, 0)))
    assert len(found) == MOST_STRAYS + 1
    assert all(isinstance(one, Unreadable) for one in found)
    last = found[-1]
    assert isinstance(last, Unreadable)
    assert "150 more" in str(last.message)
    assert last.column == 500
