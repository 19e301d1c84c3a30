"""XML is read safely: nothing expands, nothing is fetched, and what is no XML is refused where that shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.submission import xml_text
from footrule.submission.intake import Unreadable
from footrule.submission.unreadable_kinds import DEEPEST_NESTING
from footrule.submission.xml_text import XmlNode, positions, read_xml
from footrule.text.source import Position

LAUGHS = """<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
<!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">]><lolz>&lol3;</lolz>"""
FILE = '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


def refused(text: str | bytes) -> tuple[str, int | None, int | None]:
    """The kind of a refusal and its place; its message is in both languages."""
    found = read_xml(text.encode() if isinstance(text, str) else text, "a.xml")
    assert isinstance(found, Unreadable), found
    assert found.message.in_language("en") != found.message.in_language("zh")
    return found.kind.id, found.line, found.column


def root(text: str) -> XmlNode:
    found = read_xml(text.encode(), "a.xml")
    assert isinstance(found, XmlNode), found
    return found


def test_elements_have_local_names_texts_attributes_and_paths() -> None:
    whole = root('<a xmlns="u:a" xmlns:b="u:b">\n  <b:c x="1" xml:lang="en"> one &amp; two </b:c><b:c/><d>2</d></a>')
    first, second = whole.all("c")
    assert (first.path, first.text) == ("/a/c[1]", "one & two")
    assert (first.attribute("x"), first.attribute("lang"), first.attribute("y")) == ("1", "en", None)
    assert (second.path, second.text) == ("/a/c[2]", "")
    only = whole.first("d")
    assert only is not None
    assert (only.path, only.text) == ("/a/d", "2")
    assert whole.first("d", "e") is None


def test_places_are_those_of_the_nearest_element_that_is_there() -> None:
    whole = root("<a>\n <b/>\n <b><c/></b>\n</a>")
    assert positions(whole, ["/a", "/a/b[2]/c", "/a/b[2]/@x", "/a/b[9]", "/a/b[2]/d/e", "/nothing"]) == {
        "/a": Position(1, 1),
        "/a/b[2]/c": Position(3, 5),
        "/a/b[2]/@x": Position(3, 2),
        "/a/b[9]": Position(1, 1),
        "/a/b[2]/d/e": Position(3, 2),
        "/nothing": Position(1, 1),
    }


@pytest.mark.parametrize("text", [LAUGHS, FILE, "<!DOCTYPE a><a/>", '<!DOCTYPE a SYSTEM "http://x/y.dtd"><a/>'])
def test_a_document_type_is_refused_before_anything_of_it_is_read(text: str) -> None:
    kind, line, column = refused(text)
    assert (kind, line) == ("I0015", 2 if text is FILE else 1)
    assert column is not None


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("<a><b></a>", 1, 9),
        ("<a>\n<b>", 2, 4),
        ("<a", 1, 1),
        ("<a>&nbsp;</a>", 1, 4),
        ("<a>\n x & y</a>", 2, 5),
        ('<a x="1" x="2"/>', 1, 10),
        ("<a/><b/>", 1, 5),
        ("<b:a/>", 1, 1),
        ("no XML", 1, 1),
        ("{}", 1, 1),
    ],
)
def test_what_is_no_xml_is_refused_at_its_place(text: str, line: int, column: int) -> None:
    assert refused(text) == ("I0014", line, column)


def test_only_utf_8_is_read() -> None:
    assert refused("<a>\n 生产</a>".encode("gb18030")) == ("I0006", 2, 2)
    assert refused("<a/>".encode("utf-16")) == ("I0006", 1, 1)
    assert root("\ufeff<a>烯</a>").text == "烯"


def test_another_encoding_that_is_declared_is_believed() -> None:
    """Some Chinese words in GB18030 are valid UTF-8, and other words in that."""
    declared = '<?xml version="1.0" encoding="GB18030"?><a>烯</a>'
    assert refused(declared.encode("gb18030")) == ("I0006", 1, 1)
    assert refused(declared) == ("I0006", 1, 1)
    assert root(declared.replace("烯", "x")).text == "x"


def test_nothing_is_empty() -> None:
    assert refused(b"")[0] == refused(b" \n")[0] == "I0005"


def test_depth_and_number_of_elements_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = DEEPEST_NESTING
    assert root("<a>" * deep + "</a>" * deep).first("a") is not None
    assert refused("<a>" * (deep + 1) + "</a>" * (deep + 1)) == ("I0011", 1, 3 * deep + 1)
    monkeypatch.setattr(xml_text, "MOST_ELEMENTS", 3)
    assert root("<a><b/><b/></a>").all("b")
    assert refused("<a><b/><b/><b/></a>") == ("I0004", 1, 12)


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    read_xml(data, "a.xml")


@given(st.text(alphabet="<>/ab&;!\"'=[]?-CDATO#x \n", max_size=80))
def test_no_text_raises(text: str) -> None:
    found = read_xml(text.encode(), "a.xml")
    if isinstance(found, XmlNode):
        assert positions(found, [found.path]) == {found.path: Position(found.element.line, found.element.column)}
