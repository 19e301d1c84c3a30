"""From bytes to XML elements, safely: UTF-8 only, no document type, nothing fetched, nothing expanded.

Expat of the standard library does the parsing. A document that declares a document type is refused where the
declaration begins, so that there are no entities but the five of XML itself: nothing can expand, and nothing names
another file. What is nested more than `DEEPEST_NESTING` deep, or has more than `MOST_ELEMENTS`, is refused as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from hashlib import sha256
from xml.parsers import expat

from footrule.frozen import Frozen, dataclass
from footrule.submission.intake import IntakeKind, Unreadable
from footrule.submission.json_text import BYTE_ORDER_MARK, wide_encoding
from footrule.submission.locate import position_at
from footrule.submission.unreadable_kinds import (
    DEEPEST_NESTING,
    DOCUMENT_TYPE,
    EMPTY,
    NOT_UTF8,
    NOT_XML,
    TOO_DEEP,
    TOO_LARGE,
)
from footrule.text.source import Position
from footrule.text.wording import Wording, worded

MOST_ELEMENTS = 1_000_000
"""The most elements that one document may have."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class XmlElement(Frozen):
    """An element; names are local, without their namespaces, and `text` is what stands directly in it, trimmed."""

    name: str
    attributes: Mapping[str, str]
    text: str
    children: tuple[XmlElement, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class XmlNode(Frozen):
    """An element with its path, as XPath writes it but by local names: `/processDataSet/exchanges/exchange[3]`."""

    element: XmlElement
    path: str

    @property
    def text(self) -> str:
        """What stands directly in the element, trimmed."""
        return self.element.text

    def all(self, name: str) -> list[XmlNode]:
        """The children of that name, each with its number where there are several."""
        found = [child for child in self.element.children if child.name == name]
        if len(found) == 1:
            return [XmlNode(found[0], f"{self.path}/{name}")]
        return [XmlNode(child, f"{self.path}/{name}[{number}]") for number, child in enumerate(found, 1)]

    def first(self, *names: str) -> XmlNode | None:
        """The first child of the first name, the first child of the second in it, and so on; None where one lacks."""
        node: XmlNode | None = self
        for name in names:
            node = next(iter(node.all(name)), None) if node is not None else None
        return node

    def attribute(self, name: str) -> str | None:
        """An attribute by its local name."""
        return self.element.attributes.get(name)


def read_xml(data: bytes, file: str) -> XmlNode | Unreadable:
    """The outermost element of the document that `data` holds, or why it is none, at the first place that shows it."""
    digest = sha256(data).hexdigest()
    other = wide_encoding(data) or _declared_encoding(data)
    if other is not None:
        return Unreadable(file, NOT_UTF8, 1, 1, 0, _not_utf8(other), digest)
    try:
        text = str(data.removeprefix(BYTE_ORDER_MARK), "utf-8")
    except UnicodeDecodeError as error:
        before = str(data.removeprefix(BYTE_ORDER_MARK)[: error.start], "utf-8")
        place = position_at(before, len(before))
        byte = len(before.encode()) + len(data) - len(data.removeprefix(BYTE_ORDER_MARK))
        return Unreadable(file, NOT_UTF8, place.line, place.column, byte, _not_utf8(None), digest)
    if not text.strip(" \t\r\n"):
        return Unreadable(file, EMPTY, 1, 1, 0, _NOTHING, digest)
    tree = _Tree()
    fault = tree.fault_in(text)
    if fault is None and tree.root is not None:
        return XmlNode(tree.root, f"/{tree.root.name}")
    kind, message, line, column = fault or (NOT_XML, _NOTHING, 1, 1)
    return Unreadable(file, kind, line, column, None, message, digest)


_DECLARATION = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})")
_UTF8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})


def _declared_encoding(data: bytes) -> str | None:
    """The encoding that a document declares, where it is another one and makes a difference."""
    match = _DECLARATION.match(data.removeprefix(BYTE_ORDER_MARK))
    declared = match[1].decode("ascii") if match is not None else "utf-8"
    return None if declared.lower() in _UTF8 or data.isascii() else declared


def positions(root: XmlNode, paths: Collection[str]) -> dict[str, Position]:
    """Where elements stand; a path to something absent gets the place of the nearest element that should hold it."""
    return {path: _position(root, path) for path in paths}


_STEP = re.compile(r"([^/\[\]@]+)(?:\[(\d{1,9})\])?")


def _position(root: XmlNode, path: str) -> Position:
    element = root.element
    for step in path.split("/")[2:]:
        match = _STEP.fullmatch(step)
        found = [child for child in element.children if match is not None and child.name == match[1]]
        number = int(match[2] or 1) if match is not None else 1
        if not 1 <= number <= len(found):
            break
        element = found[number - 1]
    return Position(element.line, element.column)


class _RefusedError(Exception):
    """The document has something that is not read."""

    def __init__(self, kind: IntakeKind, message: Wording, line: int, column: int) -> None:
        self.fault = kind, message, line, column


class _Open:
    """An element that is not closed yet."""

    __slots__ = ("attributes", "children", "column", "line", "name", "texts")

    def __init__(self, name: str, attributes: Mapping[str, str], line: int, column: int) -> None:
        self.name, self.attributes, self.line, self.column = name, attributes, line, column
        self.children: list[XmlElement] = []
        self.texts: list[str] = []


class _Tree:
    """One pass of Expat over one document."""

    __slots__ = ("_count", "_opened", "_parser", "root")

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._refuse_document_type
        self._opened: list[_Open] = []
        self._count = 0
        self.root: XmlElement | None = None

    def fault_in(self, text: str) -> tuple[IntakeKind, Wording, int, int] | None:
        """Parse a text; what is wrong with it, and where."""
        try:
            self._parser.Parse(text, True)
        except expat.ExpatError as error:
            return NOT_XML, _MISTAKES.get(error.code, _mistake)(error.code), error.lineno, error.offset + 1
        except _RefusedError as refused:
            return refused.fault
        return None

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._count += 1
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        if len(self._opened) == DEEPEST_NESTING:
            raise _RefusedError(TOO_DEEP, _TOO_DEEP, line, column)
        if self._count > MOST_ELEMENTS:
            raise _RefusedError(TOO_LARGE, _TOO_MANY, line, column)
        given = {_local(key): value for key, value in attributes.items()}
        self._opened.append(_Open(_local(name), given, line, column))

    def _end(self, name: str) -> None:
        del name
        one = self._opened.pop()
        text = "".join(one.texts).strip()
        element = XmlElement(one.name, one.attributes, text, tuple(one.children), one.line, one.column)
        if self._opened:
            self._opened[-1].children.append(element)
        else:
            self.root = element

    def _text(self, text: str) -> None:
        self._opened[-1].texts.append(text)

    def _refuse_document_type(self, *declared: object) -> None:
        del declared
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        raise _RefusedError(DOCUMENT_TYPE, _DOCUMENT_TYPE, line, column)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


_NOTHING = worded("Nothing stands in it.", "没有任何内容。")
_TOO_DEEP = worded(
    f"This element opens more than {DEEPEST_NESTING} levels of elements inside one another; a data set has about ten.",
    f"从此元素起，元素嵌套超过 {DEEPEST_NESTING} 层；数据集一般约十层。",
)
_TOO_MANY = worded(
    f"It has more than {MOST_ELEMENTS:,} elements. Split the data set.",
    f"元素超过 {MOST_ELEMENTS:,} 个。请拆分数据集。",
)
_DOCUMENT_TYPE = worded(
    "A document type (<!DOCTYPE ...>) is declared here. Data sets have none, and what it may define (entities, other "
    "files) is not read. Delete the declaration.",
    "此处声明了文档类型（<!DOCTYPE ...>）。数据集不含此声明，其中可能定义的实体与外部文件一律不读取。请删去该声明。",
)


def _not_utf8(encoding: str | None) -> Wording:
    en = f"The file is in {encoding}" if encoding else "Here stands a byte that UTF-8 does not allow"
    zh = f"文件是 {encoding} 编码" if encoding else "此处的字节不符合 UTF-8"
    return worded(
        f"{en}; data sets are read in UTF-8. Save it again with that encoding, which its first line declares too.",
        f"{zh}；数据集按 UTF-8 读取。请另存为 UTF-8 编码，首行的声明也应一致。",
    )


def _said(en: str, zh: str) -> Callable[[int], Wording]:
    words = worded(en, zh)
    return lambda code: words


def _mistake(code: int) -> Wording:
    reason = expat.ErrorString(code) or "syntax error"
    return worded(f"Here the document is not XML: {reason}.", f"此处不是格式良好的 XML：{reason}。")


_CODES = expat.errors.codes
_MISTAKES: Mapping[int, Callable[[int], Wording]] = {
    _CODES[expat.errors.XML_ERROR_TAG_MISMATCH]: _said(
        "Here an element is closed that is not the one opened last.", "此处的结束标记与最近打开的元素不符。"
    ),
    _CODES[expat.errors.XML_ERROR_NO_ELEMENTS]: _said(
        "The document ends before its outermost element is closed: it was probably cut off.",
        "最外层元素尚未闭合，文档即已结束：文件可能被截断。",
    ),
    _CODES[expat.errors.XML_ERROR_UNCLOSED_TOKEN]: _said(
        "The document ends within a tag: it was probably cut off.", "文档在标记之中结束：文件可能被截断。"
    ),
    _CODES[expat.errors.XML_ERROR_UNDEFINED_ENTITY]: _said(
        "An entity is used here that XML does not define. Write the character itself.",
        "此处使用了 XML 未定义的实体。请直接写出该字符。",
    ),
    _CODES[expat.errors.XML_ERROR_INVALID_TOKEN]: _said(
        "Here stands a character that XML does not allow, such as a bare & or <. Write &amp; or &lt;.",
        "此处的字符不为 XML 所允许，例如单独的 & 或 <。请写作 &amp; 或 &lt;。",
    ),
    _CODES[expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE]: _said(
        "An attribute stands twice in one tag.", "同一标记中属性重复。"
    ),
    _CODES[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]: _said(
        "Something stands after the end of the outermost element.", "最外层元素结束之后还有内容。"
    ),
    _CODES[expat.errors.XML_ERROR_UNBOUND_PREFIX]: _said(
        "A prefix is used here that no xmlns declares.", "此处使用了未经 xmlns 声明的前缀。"
    ),
    _CODES[expat.errors.XML_ERROR_SYNTAX]: _said("No XML stands here.", "此处不是 XML。"),
}  # fmt: skip
