"""Tables looked through for their author: what is wrong with them, and what deserves a second look.

They are read by the same code that reads them for use, and derived values are computed again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from footrule.factors.database import Factors, Found, shipped_factors
from footrule.factors.factor import Factor
from footrule.factors.index import in_memory, opened
from footrule.factors.provenance import Refusal
from footrule.factors.reading import Reading
from footrule.factors.recomputed import recomputed
from footrule.factors.row_check import RowCheck
from footrule.factors.shelf import Shelf
from footrule.factors.shipped import shipped_geography, shipped_places, shipped_tables
from footrule.factors.table import TableFile
from footrule.measure.quantity import Quantity
from footrule.text.wording import Wording, worded

MOST_LINES = 5
_WITHOUT = (
    ("name_zh = ''", worded("without a Chinese name", "缺少中文名称")),
    ("source_table = '' AND derivation = ''", worded("without the table of the source", "未注明来源中的表")),
    ("status = 'provisional'", worded("provisional", "暂定")),
)
_IN_PLACE = worded(
    "a table of this name ships with footrule and was left out here; the two cannot be used together",
    "随 footrule 发布的数据表中有同名表，此处以本表代替；两者不能同时使用",
)


@dataclass(frozen=True, slots=True)
class Remark:
    """No mistake, and deserves a look: the first line that it is about (0: the whole file), and how many rows."""

    line: int
    says: Wording
    rows: int


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A table looked through. `alone`: another one has mistakes, so that it was not seen beside the others."""

    file: TableFile
    rows: int
    refused: tuple[Refusal, ...]
    remarks: tuple[Remark, ...]
    alone: bool


def reviewed(files: Sequence[TableFile], mass_of: Callable[[str], Quantity | None]) -> list[Reviewed]:
    """Some tables looked through, together and beside those that ship; `mass_of` has the molar masses by formulas.

    A table with the name of one that ships is looked through in its place: it is that table, being worked on.
    """
    shipped = shipped_factors()
    hashes = {one.name: one.sha256 for one in shipped_tables()}
    ours = {one.name for one in files if one.name in hashes}
    in_place = {one.id for one in shipped.every() if one.table in ours} if ours else set[str]()

    def known() -> set[str]:
        return {one.id for one in shipped.every()} - in_place

    if ours:
        index, refused = in_memory(files, shipped.geography, known)
    else:  # What is judged as it will be when it is used may be kept for then.
        index, refused = opened(files, shipped_geography, [shipped_places(), *shipped_tables()], known)
    if refused:
        return _with_mistakes(files, RowCheck(shipped.geography), refused)
    wrong = list(_wrongly_derived(index, shipped, in_place, mass_of))
    found: list[Reviewed] = []
    for place, file in enumerate(files, 1):
        (rows,) = index.execute("SELECT count(*) FROM factors WHERE place = ?", (place,)).fetchone()
        remarks = tuple(_remarks(index, place))
        if file.name in ours and file.sha256 != hashes[file.name]:
            remarks = (Remark(0, _IN_PLACE, rows), *remarks)
        found.append(Reviewed(file, rows, tuple(one for one in wrong if one.file == file.file), remarks, alone=False))
    return found


def _with_mistakes(files: Sequence[TableFile], check: RowCheck, between: Sequence[Refusal]) -> list[Reviewed]:
    """Each table by itself where one has a mistake, and with what is wrong between them where none has."""
    readings = [Reading(file, check) for file in files]
    rows = [sum(1 for _ in one.rows()) for one in readings]
    alone = any(one.refused for one in readings)
    return [
        Reviewed(file, many, tuple(one.refused if alone else [of for of in between if of.file == file.file]), (), alone)
        for file, one, many in zip(files, readings, rows, strict=True)
    ]


def _wrongly_derived(
    connection: sqlite3.Connection, shipped: Factors, in_place: set[str], mass_of: Callable[[str], Quantity | None]
) -> Iterator[Refusal]:
    """The rows whose derivation does not come to what is printed."""
    shelf = Shelf(connection, ships=False)

    @lru_cache(maxsize=1000)
    def row_of(id: str) -> Factor | None:
        for one in shelf.with_id(id):
            return one
        answer = None if id in in_place else shipped.by_id(id, obsolete=True)
        return answer.factor if isinstance(answer, Found) else None

    derived = "SELECT id, file FROM factors JOIN tables USING (place) WHERE derivation <> '' ORDER BY number"
    for name, file in connection.execute(derived).fetchall():
        (row,) = shelf.with_id(name)
        result = recomputed(row, row_of, mass_of)
        if isinstance(result, Wording):
            yield Refusal(file, row.line, result)
        elif not result.agrees:
            computed = row.unit.after(result.amount_text)
            yield Refusal(
                file,
                row.line,
                worded(
                    f"the derivation comes to {computed}, and {row.shown} is printed",
                    f"推导结果为 {computed}，而所列数值为 {row.shown}",
                ),
            )


def _remarks(connection: sqlite3.Connection, place: int) -> Iterator[Remark]:
    """What of a table deserves a look, each once with its first lines."""
    for condition, says in _WITHOUT:
        where = f"FROM factors WHERE place = ? AND {condition}"
        (rows,) = connection.execute(f"SELECT count(*) {where}", (place,)).fetchone()
        if rows:
            lines = [
                line
                for (line,) in connection.execute(f"SELECT line {where} ORDER BY number LIMIT {MOST_LINES}", (place,))
            ]
            yield Remark(lines[0], _at(says, lines, rows), rows)


def _at(says: Wording, lines: Sequence[int], rows: int) -> Wording:
    listed, more = ", ".join(map(str, lines)), rows - len(lines)
    en, zh = (f" and {more} more", f" 等 {rows} 行") if more else ("", "")
    word = "line" if rows == 1 else "lines"
    return worded(f"{says.in_language('en')}: {word} {listed}{en}", f"{says.in_language('zh')}：第 {listed} 行{zh}")
