"""The factor database of a standard: the tables beside it and beside what it is built on, among the others.

They are asked after those of the user, the nearest to the standard first, and before those that ship. Each folder of
tables is judged by those that ship and by nothing else, so that it is in order or not whoever uses it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from footrule.factors.database import Factors
from footrule.factors.provenance import Refusal
from footrule.factors.table import TableFile
from footrule.factors.table_used import TableUsed
from footrule.frozen import Frozen, dataclass
from footrule.text.wording import Wording, worded

if TYPE_CHECKING:
    from footrule.factors.geography import Geography
    from footrule.factors.shelf import Shelf

MOST_TOLD = 3


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TablesOf(Frozen):
    """The tables beside a standard, which is named by id and version, and why some of them cannot be read."""

    standard: str
    files: tuple[TableFile, ...]
    unreadable: tuple[Refusal, ...]


class FactorsOfStandard(Factors):
    """A database with the tables that belong to a standard, which are not looked for before something is asked.

    Where they are not in order, none of them is used, and `refused` says so once something was asked: what was
    answered meanwhile is not to be reported.
    """

    def __init__(self, others: Factors, tables: Callable[[], Iterable[TablesOf]]) -> None:
        super().__init__()
        self._others = others
        self._tables_of = tables

    @property
    def geography(self) -> Geography:
        """The places that there are, which no standard adds to."""
        return self._others.geography

    def _opened(self) -> tuple[Shelf, ...]:
        *own, shipped = self._others.shelves()
        self.refused = self._others.refused
        beside = tuple(self._tables_of())
        if not beside:
            return (*own, shipped)
        from footrule.factors.brought import brought, named_alike

        known = {one.name: one for shelf in (*own, shipped) for one in shelf.tables.values()}
        refused: list[Refusal] = [*self.refused]
        found: list[Shelf] = []
        for one in beside:
            refused += one.unreadable
            files = [file for file in one.files if not _is(file, known.get(file.name))]
            refused += named_alike(files, known)
            shelf = brought(files, shipped, one.standard) if files else ()
            if isinstance(shelf, tuple):
                refused += shelf
                continue
            found.append(shelf)
            known |= {table.name: table for table in shelf.tables.values()}
        self.refused = tuple(refused)
        return (*own, shipped) if refused else (*own, *found, shipped)


def told(refused: Sequence[Refusal]) -> Wording:
    """Why the factors of a standard cannot be used: the first reasons, and how many there are besides."""
    first, more = [one.told for one in refused[:MOST_TOLD]], len(refused) - MOST_TOLD
    en, zh = ("; ".join(one.in_language("en") for one in first), "；".join(one.in_language("zh") for one in first))
    if more > 0:
        en, zh = f"{en}; {more} more (`footrule lint` tells them)", f"{zh}；另有 {more} 条（见 footrule lint）"
    return worded(f"the factors of the standard cannot be used: {en}", f"标准自带的因子表无法使用：{zh}")


def _is(file: TableFile, known: TableUsed | None) -> bool:
    """Whether a file is a table that is there already: several standards in a folder have the same."""
    return known is not None and known.sha256 == file.sha256
