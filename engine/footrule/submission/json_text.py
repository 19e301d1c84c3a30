"""From bytes to JSON values: UTF-8 only, every number exactly as it was written, every key once.

The decoder of the standard library does the reading; what it refuses is looked at again by `json_fault`, so that the
message names the first place in the text and what stands there, whatever the decoder noticed first.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from footrule.frozen import Frozen, dataclass
from footrule.submission.intake import IntakeKind, Unreadable
from footrule.submission.unreadable_kinds import (
    DEEPEST_NESTING,
    DUPLICATE_KEY,
    EMPTY,
    ENDS_EARLY,
    NOT_A_NUMBER,
    NOT_JSON,
    NOT_UTF8,
    TOO_DEEP,
    printable,
)
from footrule.text.wording import Wording, worded

if TYPE_CHECKING:
    from json import JSONDecoder
    from typing import TypeAlias

    from footrule.submission.json_fault import Fault

    Container: TypeAlias = "list[JsonValue] | dict[str, JsonValue]"

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
WHITE_SPACE = b" \t\r\n"
"""What JSON counts as space (RFC 8259, section 2)."""


class JsonNumber(str):
    """A JSON number exactly as it is written in the file; never converted here."""

    __slots__ = ()


JsonValue: TypeAlias = "bool | JsonNumber | str | list[JsonValue] | dict[str, JsonValue] | None"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class JsonText(Frozen):
    """A document that is JSON: its text, without a byte order mark, and what the text says."""

    text: str
    value: JsonValue


def decode(data: bytes, file: str, first_line: int = 1, first_byte: int = 0) -> JsonText | Unreadable:
    """The document that `data` holds. `first_line` and `first_byte` say where in the file it begins.

    What is not UTF-8, not JSON, ambiguous or nested too deeply is `Unreadable`, at the first place where that shows.
    """
    document = _Bytes(data, file, first_line, first_byte)
    wide = wide_encoding(data)
    if wide is not None:
        return document.unreadable(NOT_UTF8, "", _not_utf8(wide))
    try:
        text = str(data.removeprefix(BYTE_ORDER_MARK), "utf-8")
    except UnicodeDecodeError as error:
        return _not_decoded(document, error)
    if not text.strip(" \t\r\n"):
        return document.unreadable(EMPTY, "", _empty(len(data)))
    try:
        value: JsonValue = _decoder().decode(text)
    except (ValueError, RecursionError):  # JSONDecodeError and _RefusedError, both of which are of values
        fault = _first_fault(text)
        if fault is None:
            raise
        return _unreadable_text(document, text, fault)
    if _may_be_too_deep(text) and _is_too_deep(value):
        fault = _first_fault(text)
        if fault is not None:
            return _unreadable_text(document, text, fault)
    return JsonText(text, value)


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 where the first bytes show it: by byte order mark, or by the zeros beside ASCII."""
    start = data[:4]
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    return _ZEROS.get(bytes(1 if byte else 0 for byte in start))


_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_ZEROS = {
    b"\x00\x00\x00\x01": "UTF-32",
    b"\x01\x00\x00\x00": "UTF-32",
    b"\x00\x01\x00\x01": "UTF-16",
    b"\x01\x00\x01\x00": "UTF-16",
    b"\x00\x01": "UTF-16",
    b"\x01\x00": "UTF-16",
}
_BINARY = (
    (b"PK\x03\x04", "an Excel workbook or ZIP archive", "Excel 工作簿或 ZIP 压缩包"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file", "旧版 Excel 或 Word 文件"),
    (b"\x1f\x8b", "a gzip archive", "gzip 压缩文件"),
    (b"%PDF", "a PDF", "PDF 文件"),
)


class _RefusedError(ValueError):
    """The decoder met what JSON forbids but it would let pass: a key twice, or a constant."""


def _members(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise _RefusedError
    return members


def _constant(spelling: str) -> JsonValue:
    raise _RefusedError(spelling)


@cache
def _decoder() -> JSONDecoder:
    from json import JSONDecoder

    return JSONDecoder(
        object_pairs_hook=_members, parse_float=JsonNumber, parse_int=JsonNumber, parse_constant=_constant
    )


def _may_be_too_deep(text: str) -> bool:
    return text.count("[") + text.count("{") > DEEPEST_NESTING


def _is_too_deep(value: JsonValue) -> bool:
    level = _containers([value])
    for _ in range(DEEPEST_NESTING):
        level = [inner for outer in level for inner in _containers(outer)]
        if not level:
            return False
    return True


def _containers(outer: Container) -> list[Container]:
    children = outer.values() if isinstance(outer, dict) else outer
    return [child for child in children if isinstance(child, (dict, list))]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Bytes(Frozen):
    """The bytes of a document and where in its file they stand."""

    data: bytes
    file: str
    first_line: int
    first_byte: int

    def unreadable(self, kind: IntakeKind, before: str, message: Wording) -> Unreadable:
        """The document, refused at the place that the text `before` leads up to."""
        from footrule.submission.locate import position_at

        place = position_at(before, len(before))
        mark = len(BYTE_ORDER_MARK) if self.data.startswith(BYTE_ORDER_MARK) else 0
        return Unreadable(
            file=self.file,
            kind=kind,
            line=place.line + self.first_line - 1,
            column=place.column,
            byte=self.first_byte + mark + len(before.encode()),
            message=message,
            sha256=sha256(self.data).hexdigest(),
        )


def _first_fault(text: str) -> Fault | None:
    from footrule.submission.json_fault import first_fault

    return first_fault(text, DEEPEST_NESTING)


def _not_decoded(document: _Bytes, error: UnicodeDecodeError) -> Unreadable:
    data = document.data
    for magic, en, zh in _BINARY:
        if data.startswith(magic):
            message = worded(f"This is {en}, not JSON.", f"这是 {zh}，不是 JSON。")
            return Unreadable(
                document.file, NOT_JSON, document.first_line, 1, document.first_byte, message, sha256(data).hexdigest()
            )
    # The place is counted from behind a byte order mark.
    before = str(data.removeprefix(BYTE_ORDER_MARK)[: error.start], "utf-8")
    if error.reason == "unexpected end of data":
        fault = _first_fault(before)
        if fault is not None:
            return _unreadable_text(document, before, fault)
    return document.unreadable(NOT_UTF8, before, _not_utf8(None, error.object[error.start]))


def _unreadable_text(document: _Bytes, text: str, fault: Fault) -> Unreadable:
    from footrule.submission import json_fault
    from footrule.submission.locate import position_at

    def refused(kind: IntakeKind, message: Wording) -> Unreadable:
        return document.unreadable(kind, text[: fault.offset], message)

    def line_and_column(offset: int) -> tuple[int, int]:
        place = position_at(text, offset)
        return place.line + document.first_line - 1, place.column

    match fault:
        case json_fault.Misplaced():
            from footrule.submission.json_mistake import explained

            return refused(NOT_JSON, explained(text, fault))
        case json_fault.EndsEarly(opened=opened):
            if opened is None:
                words = worded("The document ends in the middle of a value.", "文档在一个值的中间结束。")
            else:
                words = _ends_early(text[opened], line_and_column(opened))
            return refused(ENDS_EARLY, words)
        case json_fault.Constant(spelling=spelling):
            return refused(NOT_A_NUMBER, _no_number(spelling))
        case json_fault.RepeatedKey(key=key, first=first):
            return refused(
                DUPLICATE_KEY, _repeated(printable(key), line_and_column(first), line_and_column(fault.offset))
            )
        case json_fault.TooDeep():
            return refused(TOO_DEEP, _too_deep())


def _not_utf8(encoding: str | None, byte: int = 0) -> Wording:
    en = f"The file is in {encoding}" if encoding else f"The byte 0x{byte:02X} stands where UTF-8 does not allow it"
    zh = f"文件是 {encoding} 编码" if encoding else f"这里的字节 0x{byte:02X} 不符合 UTF-8"
    hint_en = "" if encoding else " Exports from Chinese systems are often in GBK or GB18030."
    hint_zh = "" if encoding else "国内系统导出的文件常为 GBK 或 GB18030 编码。"
    return worded(
        f"{en}; JSON is exchanged in UTF-8.{hint_en} "
        "Open it in a text editor and save it again with the encoding UTF-8.",
        f"{zh}；JSON 须用 UTF-8 编码。{hint_zh}请用文本编辑器打开，另存为 UTF-8 编码。",
    )


def _empty(size: int) -> Wording:
    if size == 0:
        return worded("Nothing stands in it (0 bytes).", "没有任何内容（0 字节）。")
    return worded(f"Only white space stands in it ({size} bytes).", f"只有空白字符（{size} 字节）。")


def _ends_early(opened: str, place: tuple[int, int]) -> Wording:
    line, column = place
    return worded(
        f"The document ends here, but the {opened} of line {line}, column {column} is not closed: "
        "the file was probably cut off. Fetch or export it again.",
        f"文档在此结束，但第 {line} 行第 {column} 列的 {opened} 没有闭合：文件可能被截断，请重新获取或导出。",
    )


def _no_number(spelling: str) -> Wording:
    return worded(
        f"{spelling} stands for a number: JSON has no such number. Write the value, or leave the key out.",
        f"以 {spelling} 充当数值：JSON 没有这样的数值。请填写数值，或删去该键。",
    )


def _repeated(key: str, first: tuple[int, int], again: tuple[int, int]) -> Wording:
    return worded(
        f'The key "{key}" occurs twice in one object: in line {first[0]}, column {first[1]} and '
        f"in line {again[0]}, column {again[1]}. Which of the two is meant cannot be known; keep one.",
        f'键名 "{key}" 在同一对象中出现两次：第 {first[0]} 行第 {first[1]} 列和第 {again[0]} 行第 {again[1]} 列。'
        "无法判断以哪一个为准，请只保留一个。",
    )


def _too_deep() -> Wording:
    return worded(
        f"The bracket here opens more than {DEEPEST_NESTING} levels of lists and objects inside one another; "
        "a footprint needs about ten.",
        f"从此括号起，列表和对象的嵌套超过 {DEEPEST_NESTING} 层；碳足迹文档一般约十层。",
    )
