"""The block of lines at the head of a table that says where all of it comes from, and the lines below it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from footrule.frozen import Frozen
from footrule.text.wording import Wording, worded

_LINE = re.compile(r"#\s*([a-z]+(?: [a-z]+)?)\s*:\s*(.*)")
REQUIRED = ("table", "title", "publisher", "year", "licence", "obtained")
KNOWN = (*REQUIRED, "title zh")
LONGEST_FIELD = 4_000
"""In characters: longer than any note, and short enough that a quotation mark never closed is soon found."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Provenance(Frozen):
    """Where a table comes from; `table` is the name that its rows are called by."""

    table: str
    title: str
    title_zh: str
    publisher: str
    year: int
    licence: str
    obtained: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Refusal(Frozen):
    """A line of a table that is not taken, and why; line 0 is the file as a whole."""

    file: str
    line: int
    says: Wording


Row = tuple[int, list[str]]
"""The fields of a row, with the line of the file on which it begins."""


def text_of(data: bytes, file: str) -> str | Refusal:
    """The text of a table, or why it is none."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = data[: wrong.start].count(b"\n") + 1
        return Refusal(file, line, worded("this is not UTF-8; save the file as UTF-8", "不是UTF-8编码，请存为UTF-8"))


def provenance(text: str, file: str, name: str) -> tuple[Provenance | None, list[Refusal]]:
    """The block at the head of a table called `name`, and what is wrong with it."""
    found: dict[str, str] = {}
    refused: list[Refusal] = []
    for number, line in enumerate(_block(text), 1):
        match = _LINE.fullmatch(line.strip().rstrip(","))
        if match is None or match[1] not in KNOWN:
            says = worded(
                f"a line of the provenance is `# NAME: TEXT`, with one of {', '.join(KNOWN)}",
                f"来源说明的每一行写作“# 名称: 文本”，名称为 {'、'.join(KNOWN)} 之一",
            )
            refused.append(Refusal(file, number, says))
        else:
            found[match[1]] = match[2].strip()
    missing = [key for key in REQUIRED if not found.get(key)]
    if missing:
        says = worded(
            f"the provenance at the head lacks {', '.join(missing)}", f"文件开头的来源说明缺少 {'、'.join(missing)}"
        )
        refused.append(Refusal(file, 0, says))
    year = found.get("year", "")
    if year and not re.fullmatch(r"[12]\d{3}", year, re.ASCII):
        refused.append(Refusal(file, 0, worded(f"`year: {year}` is no year", f"“year: {year}”不是年份")))
    if found.get("table", name) != name:
        says = worded(
            f"the table is called {found['table']}, and its file {name}: one name for both",
            f"表名为 {found['table']}，而文件名为 {name}：两者应一致",
        )
        refused.append(Refusal(file, 0, says))
    if refused:
        return None, refused
    titles = found["title"], found.get("title zh", "")
    return Provenance(name, *titles, found["publisher"], int(year), found["licence"], found["obtained"]), []


def rows_of(text: str) -> Iterator[Row]:
    """The rows below the block, the heads of the columns first; empty lines are passed over. Raises csv.Error."""
    lines = text.split("\n")
    skipped = sum(1 for _ in _block(text))
    csv.field_size_limit(max(LONGEST_FIELD * 4, 131_072))
    reader = csv.reader((f"{line}\n" for line in lines[skipped:]), strict=True)
    begins = skipped + 1
    for fields in reader:
        if any(field.strip() for field in fields):
            yield begins, fields
        begins = skipped + reader.line_num + 1


def _block(text: str) -> Iterator[str]:
    start = 0
    while text.startswith("#", start):
        end = text.find("\n", start)
        yield text[start : end if end >= 0 else len(text)].rstrip("\r")
        if end < 0:
            return
        start = end + 1
