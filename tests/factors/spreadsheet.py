"""Reads the cells of a spreadsheet (.xlsx) as texts, with the standard library alone."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Cells = dict[str, str]
"""The texts of a row by the letters of their columns."""


def rows_of_sheet(path: Path, name: str) -> Iterator[Cells]:
    """The rows of the sheet of that name; what is empty is left out."""
    with zipfile.ZipFile(path) as book:
        shared = ["".join(one.itertext()) for one in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        for row in ElementTree.fromstring(book.read(f"xl/{_part(book, name)}")).iter(f"{_MAIN}row"):
            yield dict(_cell(cell, shared) for cell in row if cell.find(f"{_MAIN}v") is not None)


def _part(book: zipfile.ZipFile, name: str) -> str:
    sheets = ElementTree.fromstring(book.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")
    reference = next(one.get(_REFERENCE) for one in sheets if one.get("name") == name)
    parts = ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    return next(str(one.get("Target")) for one in parts if one.get("Id") == reference)


def _cell(cell: ElementTree.Element, shared: list[str]) -> tuple[str, str]:
    value = cell.findtext(f"{_MAIN}v") or ""
    column = re.sub(r"\d", "", cell.get("r", ""))
    return column, shared[int(value)] if cell.get("t") == "s" else value
