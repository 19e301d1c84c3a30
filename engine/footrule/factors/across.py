"""What must hold between rows: an id once, periods that do not overlap, conflicts and successors that are there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator
from itertools import islice
from typing import NamedTuple

from footrule.factors.provenance import Refusal
from footrule.text.wording import worded

Known = Callable[[], Collection[str]]
"""Tells the ids of the tables that were there before; asked where an index is made, and not where one is kept."""

_SAME_THING = ("sector", "technology", "gas", "origin", "gwp_set")
"""What tells the rows of a series for one place apart, but time."""
_END = "CASE one.valid_until WHEN '' THEN '9999-12-31' ELSE one.valid_until END"
_CROWDED = f"""
    CREATE TEMP TABLE crowded AS SELECT DISTINCT series, geography FROM factors one WHERE EXISTS (
        SELECT 1 FROM factors other
        WHERE other.series = one.series AND other.geography = one.geography AND other.number <> one.number
            AND other.valid_from BETWEEN one.valid_from AND {_END}
    )
"""
"""Series and places of which rows stand for the same day, of the same thing or not: found in the index alone."""
_OVERLAPPING = f"""
    SELECT number FROM (
        SELECT number, valid_from, max({_END}) OVER before AS until
        FROM factors one WHERE (series, geography) IN (SELECT series, geography FROM crowded)
        WINDOW before AS (
            PARTITION BY series, geography, {", ".join(_SAME_THING)} ORDER BY valid_from, number
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        )
    ) WHERE valid_from <= until ORDER BY number
"""
"""The rows that begin before another one of the same thing has ended."""
_SAME_DAYS = f"""
    SELECT other.number FROM factors one JOIN factors other USING (series, geography, {", ".join(_SAME_THING)})
    WHERE one.number = ? AND other.number <> one.number
        AND (one.valid_until = '' OR other.valid_from <= one.valid_until)
        AND (other.valid_until = '' OR one.valid_from <= other.valid_until)
    ORDER BY other.number
"""
_PLACED = "SELECT file, line, id, conflicts_with, superseded_by FROM factors JOIN tables USING (place)"


def refused_across(index: sqlite3.Connection, known_before: Known, most: int) -> list[Refusal]:
    """What is wrong between the rows of an index, and with those that were there before; of each kind the first."""
    known = known_before()
    kinds = (_twice(index), _known_already(index, known), _overlapping(index), _misnamed(index, known))
    found = [one for kind in kinds for one in islice(kind, most)]
    return sorted(found, key=lambda one: (one.file, one.line))


class _Placed(NamedTuple):
    """A row by its place and what it says of others."""

    file: str
    line: int
    id: str
    conflicts_with: str
    superseded_by: str

    def refused(self, en: str, zh: str) -> Refusal:
        """That this row is not taken, and why."""
        return Refusal(self.file, self.line, worded(en, zh))


def _placed(index: sqlite3.Connection, where: str, *arguments: str | int) -> Iterator[_Placed]:
    for row in index.execute(f"{_PLACED} WHERE {where} ORDER BY number", arguments):
        yield _Placed(*row)


def _with_id(index: sqlite3.Connection, id: str) -> _Placed | None:
    return next(_placed(index, "id = ?", id), None)


def _twice(index: sqlite3.Connection) -> Iterator[Refusal]:
    """Ids that stand twice."""
    first: dict[str, _Placed] = {}
    for row in _placed(index, "id IN (SELECT id FROM factors GROUP BY id HAVING count(*) > 1)"):
        before = first.setdefault(row.id, row)
        if before is not row:
            where = f"{before.file}:{before.line}"
            yield row.refused(f"id: {row.id} stands at {where} already", f"id：{row.id} 已见于 {where}")


def _known_already(index: sqlite3.Connection, known: Collection[str]) -> Iterator[Refusal]:
    """Ids of rows that were there before."""
    for id in known:  # noqa: A001 - the name of the column
        row = _with_id(index, id)
        if row is not None:
            yield row.refused(f"id: {id} is one of the tables that ship", f"id：{id} 与随附数据表中的标识重复")


def _overlapping(index: sqlite3.Connection) -> Iterator[Refusal]:
    """Rows that say the same thing of the same days, unless they conflict by name or one replaces the other."""
    index.execute(_CROWDED)
    for (number,) in index.execute(_OVERLAPPING):
        (row,) = _placed(index, "number = ?", number)
        for (other_number,) in index.execute(_SAME_DAYS, (number,)):
            (other,) = _placed(index, "number = ?", other_number)
            named = (row.id, row.superseded_by, *row.conflicts_with.split())  # an id that stands twice is told already
            if other.id in named or other.superseded_by == row.id:
                continue
            yield row.refused(
                f"its period overlaps that of {other.id}, which says the same thing of the same place; rows that "
                "contradict each other name each other in conflicts_with",
                f"其有效期与 {other.id} 重叠，而两者说的是同一地点的同一因子；"
                "相互矛盾的行应在 conflicts_with 中互相列明",
            )
            break


def _misnamed(index: sqlite3.Connection, known: Collection[str]) -> Iterator[Refusal]:
    """Rows that name others which are not there or do not name them in return, or in the end themselves."""
    circular = _circular(dict(index.execute("SELECT id, superseded_by FROM factors WHERE superseded_by <> ''")))
    for row in _placed(index, "conflicts_with <> '' OR superseded_by <> ''"):
        for name in row.conflicts_with.split():
            other = _with_id(index, name)
            if other is None and name not in known:
                yield _nothing(row, name, "conflicts_with")
            elif name == row.id:
                yield row.refused("it conflicts with itself", "与自身相矛盾")
            elif other is not None and row.id not in other.conflicts_with.split():
                yield row.refused(
                    f"it conflicts with {name}, which does not name it in return", f"与 {name} 相矛盾，但后者未反向列明"
                )
        successor = row.superseded_by
        if successor and successor not in known and _with_id(index, successor) is None:
            yield _nothing(row, successor, "superseded_by")
        elif row.id in circular:
            yield row.refused("in the end it is superseded by itself", "最终被自身取代")


def _circular(successors: dict[str, str]) -> set[str]:
    """The ids that one comes back to by going from successor to successor."""
    circular: set[str] = set()
    settled: set[str] = set()
    for start in successors:
        path: dict[str, int] = {}
        one = start
        while one in successors and one not in path and one not in settled:
            path[one] = len(path)
            one = successors[one]
        if one in path:
            circular.update(list(path)[path[one] :])
        settled.update(path)
    return circular


def _nothing(row: _Placed, name: str, column: str) -> Refusal:
    return row.refused(f"{column}: there is no row {name}", f"{column}：没有 {name} 这一行")
