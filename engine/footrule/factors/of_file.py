"""What the bytes of a file are: a table of factors, one of places, or something that is no table."""

from __future__ import annotations

from footrule.factors.table import SUFFIX, TableFile
from footrule.text.wording import Wording, worded

_HEADS_OF_PLACES = b"code,name,name_zh,kind,within"
_BOM = b"\xef\xbb\xbf"
_WORKBOOK = b"PK\x03\x04"


class Places:
    """A table of places, which lies among tables of factors and has none."""


def table_of(data: bytes, name: str, shown: str) -> TableFile | Places | Wording:
    """The table in a file of that name, which messages call as it is shown; or why it is none."""
    if data.startswith(_WORKBOOK):
        return worded("this is a workbook; save the sheet as CSV (UTF-8)", "这是工作簿，请另存为 CSV（UTF-8）")
    if _has_places(data):
        return Places()
    return TableFile(name[: -len(SUFFIX)] if name.lower().endswith(SUFFIX) else name, shown, data)


def _has_places(data: bytes) -> bool:
    """Whether the heads of the columns, below the block, are those of a table of places."""
    start = len(_BOM) if data.startswith(_BOM) else 0
    while data.startswith(b"#", start):
        start = data.find(b"\n", start) + 1 or len(data)
    return data[start : start + len(_HEADS_OF_PLACES) + 2].partition(b"\n")[0].rstrip() == _HEADS_OF_PLACES
