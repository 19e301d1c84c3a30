"""What must hold between rows: an id once, periods that do not overlap, conflicts and successors that are there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import NamedTuple

from footrule.factors.provenance import Refusal
from footrule.text.wording import worded

Known = Callable[[str], bool]
"""Whether the tables that were there before have a row of an id."""

_SAME_THING = "series, geography, sector, technology, gas, origin, gwp_set, scope, unit"
"""What tells the rows of a series apart, but time."""
_BEGINS = "coalesce(nullif(valid_from, ''), '0001-01-01')"
_ENDS = "coalesce(nullif(valid_until, ''), '9999-12-31')"
_OVERLAPPING = f"""
    SELECT number FROM (
        SELECT number, {_BEGINS} AS begins, max({_ENDS}) OVER before AS until
        FROM factors
        WHERE series IN (SELECT series FROM factors GROUP BY series HAVING count(*) > 1)
        WINDOW before AS (
            PARTITION BY {_SAME_THING} ORDER BY {_BEGINS}, number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        )
    ) WHERE begins <= until
"""
"""The rows that begin before another one of the same thing has ended."""
_EARLIER = f"""
    SELECT other.number FROM factors one JOIN factors other USING ({_SAME_THING})
    WHERE one.number = ? AND other.number <> one.number
        AND coalesce(nullif(other.valid_from, ''), '0001-01-01') <= coalesce(nullif(one.valid_until, ''), '9999-12-31')
        AND coalesce(nullif(one.valid_from, ''), '0001-01-01') <= coalesce(nullif(other.valid_until, ''), '9999-12-31')
    ORDER BY other.number
"""
_PLACED = "SELECT file, line, id, conflicts_with, superseded_by FROM factors JOIN tables USING (place)"


def refused_across(index: sqlite3.Connection, known_before: Known) -> list[Refusal]:
    """What is wrong between the rows of an index, and with those that were there before."""
    found = [*_twice(index, known_before), *_overlapping(index), *_one_sided(index, known_before)]
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


def _placed(index: sqlite3.Connection, where: str, *arguments: str | int) -> list[_Placed]:
    return [_Placed(*row) for row in index.execute(f"{_PLACED} WHERE {where} ORDER BY number", arguments)]


def _twice(index: sqlite3.Connection, known_before: Known) -> Iterator[Refusal]:
    """Ids that stand twice, here or in a table before."""
    first: dict[str, _Placed] = {}
    for row in _placed(index, "id IN (SELECT id FROM factors GROUP BY id HAVING count(*) > 1)"):
        before = first.setdefault(row.id, row)
        if before is not row:
            where = f"{before.file}:{before.line}"
            yield row.refused(f"id: {row.id} stands at {where} already", f"id：{row.id} 已见于 {where}")
    for (id,) in index.execute("SELECT id FROM factors"):  # noqa: A001 - the name of the column
        if known_before(id):
            (row, *_) = _placed(index, "id = ?", id)
            yield row.refused(f"id: {id} is one of the tables that ship", f"id：{id} 与随附数据表中的标识重复")


def _overlapping(index: sqlite3.Connection) -> Iterator[Refusal]:
    """Rows that say the same thing of the same days, unless they conflict by name or one replaces the other."""
    for (number,) in index.execute(_OVERLAPPING).fetchall():
        (row,) = _placed(index, "number = ?", number)
        for (other_number,) in index.execute(_EARLIER, (number,)).fetchall():
            (other,) = _placed(index, "number = ?", other_number)
            if other.id in row.conflicts_with.split() or row.superseded_by == other.id or other.superseded_by == row.id:
                continue
            yield row.refused(
                f"its period overlaps that of {other.id}, which says the same thing of the same place; rows that "
                "contradict each other name each other in conflicts_with",
                f"其有效期与 {other.id} 重叠，而两者说的是同一地点的同一因子；"
                "相互矛盾的行应在 conflicts_with 中互相列明",
            )
            break


def _one_sided(index: sqlite3.Connection, known_before: Known) -> Iterator[Refusal]:
    """Rows that name others which are not there, or do not name them in return."""
    for row in _placed(index, "conflicts_with <> '' OR superseded_by <> ''"):
        for name in row.conflicts_with.split():
            others = _placed(index, "id = ?", name)
            if not others and not known_before(name):
                yield _nothing(row, name, "conflicts_with")
            elif others and row.id not in others[0].conflicts_with.split():
                yield row.refused(
                    f"it conflicts with {name}, which does not name it in return", f"与 {name} 相矛盾，但后者未反向列明"
                )
        successor = row.superseded_by
        if successor and not known_before(successor) and not _placed(index, "id = ?", successor):
            yield _nothing(row, successor, "superseded_by")


def _nothing(row: _Placed, name: str, column: str) -> Refusal:
    return row.refused(f"{column}: there is no row {name}", f"{column}：没有 {name} 这一行")
