"""The kinds of documents that cannot be read at all (I0001 to I0022), and how what was found is shown in a message.

The limits stand here too, beside the kinds that name them. JSON is RFC 8259; what it leaves open (keys that occur
twice, depth, size) is closed here, as I-JSON (RFC 7493) closes it.
"""

from __future__ import annotations

from footrule.submission.intake import IntakeKind
from footrule.text.wording import worded

LARGEST_DOCUMENT = 64 * 1024 * 1024
"""The most bytes one document may have; in a file of lines, the most bytes of one line."""

DEEPEST_NESTING = 100
"""The most arrays and objects, or XML elements, that may stand inside one another."""

MOST_FILES = 100_000
"""The most files of a life-cycle package that may have to be read."""

LARGEST_PACKAGE = 4 * 1024**3
"""The most bytes that those files may have together, unpacked."""


def _kind(id: str, en: str, zh: str) -> IntakeKind:
    return IntakeKind(id, worded(en, zh), modality="shall", unreadable=True)


MISSING_FILE = _kind("I0001", "There is no such file", "文件不存在")
DIRECTORY = _kind("I0002", "This is a folder, not a file", "这是文件夹，不是文件")
UNREADABLE_FILE = _kind("I0003", "The file cannot be read", "文件无法读取")
TOO_LARGE = _kind("I0004", "The document is too large", "文档过大")
EMPTY = _kind("I0005", "The document is empty", "文档为空")
NOT_UTF8 = _kind("I0006", "The document is not UTF-8", "文档不是 UTF-8 编码")
ENDS_EARLY = _kind("I0007", "The document ends too early", "文档不完整")
NOT_JSON = _kind("I0008", "The document is not JSON", "文档不是 JSON")
NOT_A_NUMBER = _kind("I0009", "NaN or Infinity stands for a number", "以 NaN 或 Infinity 充当数值")
DUPLICATE_KEY = _kind("I0010", "A key occurs twice in one object", "同一对象中键名重复")
TOO_DEEP = _kind("I0011", "The document is nested too deeply", "文档嵌套过深")
NO_FOOTPRINT = _kind("I0012", "There is no footprint in this document", "文档中没有碳足迹")
NOT_A_FOOTPRINT = _kind("I0013", "This element of the list is not a footprint", "列表中的这一项不是碳足迹")
NOT_XML = _kind("I0014", "The document is not well-formed XML", "文档不是格式良好的 XML")
DOCUMENT_TYPE = _kind("I0015", "The document declares a document type", "文档含有文档类型声明")
NOT_A_PACKAGE = _kind("I0016", "This is no life-cycle package that can be read", "不是可读取的生命周期数据包")
BROKEN_ARCHIVE = _kind("I0017", "The archive cannot be read", "压缩包无法读取")
PACKAGE_TOO_LARGE = _kind("I0018", "The package is too large", "数据包过大")
NOT_A_DATA_SET = _kind("I0019", "This file is not the data set that it should be", "文件不是应有的数据集")
UNPACKS_TOO_FAR = _kind("I0020", "It unpacks to far more than documents would", "解压后远大于正常文档")
NO_COLUMN = _kind("I0021", "No column of this table holds footprints", "表格中没有存放碳足迹的列")
NOT_FINISHED = _kind("I0022", "The document could not be checked to the end", "文档未能检查完毕")

UNREADABLE_KINDS = (
    MISSING_FILE,
    DIRECTORY,
    UNREADABLE_FILE,
    TOO_LARGE,
    EMPTY,
    NOT_UTF8,
    ENDS_EARLY,
    NOT_JSON,
    NOT_A_NUMBER,
    DUPLICATE_KEY,
    TOO_DEEP,
    NO_FOOTPRINT,
    NOT_A_FOOTPRINT,
    NOT_XML,
    DOCUMENT_TYPE,
    NOT_A_PACKAGE,
    BROKEN_ARCHIVE,
    PACKAGE_TOO_LARGE,
    NOT_A_DATA_SET,
    UNPACKS_TOO_FAR,
    NO_COLUMN,
    NOT_FINISHED,
)
"""Every kind above, in the order of their ids."""


def printable(text: str, most: int = 40) -> str:
    r"""A text from a submission as a message may show it: at most `most` characters, none of them invisible.

    >>> printable("a\u0000b" + "c" * 60, most=10)
    'a\\u0000bcc…'
    """
    shown: list[str] = []
    length = 0
    for character in text:
        piece = character if character.isprintable() else f"\\u{ord(character):04x}"
        length += len(piece)
        if length > most:
            return "".join(shown) + "…"
        shown.append(piece)
    return "".join(shown)
