"""The tables of factors that standards have beside them, wherever those stand: in folders, or in packs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from footrule.factors.database import Factors, shipped_factors
from footrule.factors.of_standards import FactorsOfStandard, TablesOf
from footrule.factors.provenance import Refusal
from footrule.factors.table import TableFile
from footrule.library.beside import LARGEST_FILE, TABLES, Beside, cannot_be_read
from footrule.library.catalogue import Catalogue
from footrule.library.lineage import built_on
from footrule.library.shelf import Edition
from footrule.model.standard import Standard
from footrule.text.wording import Wording, worded

if TYPE_CHECKING:
    from footrule.factors.of_file import Places


class OwnFactors:
    """The factor databases of the standards of a catalogue: each asks its own tables as well as those of all."""

    def __init__(self, catalogue: Catalogue, of_all: Factors) -> None:
        self._catalogue = catalogue
        self._of_all = of_all
        self._found: dict[tuple[str, str], Factors] = {}

    def of(self, standard: Standard) -> Factors:
        """The database that the rules of a standard of the catalogue ask."""
        key = standard.id, standard.version
        if key not in self._found:
            self._found[key] = factors_of(self._catalogue.edition_with(standard), self._catalogue, self._of_all)
        return self._found[key]


def factors_of(edition: Edition, catalogue: Catalogue, of_all: Factors) -> Factors:
    """The database that the rules of an edition ask; its own tables are looked for when it is first asked."""
    return FactorsOfStandard(of_all, partial(_tables_of, edition, catalogue))


def refused_of(edition: Edition, catalogue: Catalogue) -> tuple[Refusal, ...]:
    """What is wrong with the tables that an edition asks, beside those that ship."""
    if next(_tables_of(edition, catalogue), None) is None:
        return ()
    factors = factors_of(edition, catalogue, shipped_factors())
    factors.tables()
    return factors.refused


def _tables_of(edition: Edition, catalogue: Catalogue) -> Iterator[TablesOf]:
    """The tables beside an edition, and those beside what it is built on, in that order."""
    for one in (edition, *built_on(catalogue, edition)):
        found = None if one.beside is None else _tables_beside(one, one.beside)
        if found is not None and (found.files or found.unreadable):
            yield found


def _tables_beside(edition: Edition, beside: Beside) -> TablesOf:
    folder = os.path.dirname(edition.name)
    files: list[TableFile] = []
    unreadable: list[Refusal] = []
    try:
        names = beside.tables()
    except OSError as error:
        names = ()
        shown = os.path.join(folder, TABLES)
        unreadable.append(Refusal(shown, 0, cannot_be_read(TABLES, error)))
    for name in names:
        shown = os.path.join(folder, name)
        data = beside.read(name)
        table = _no_table() if data is None else _table_of(data, name, shown)
        if isinstance(table, TableFile):
            files.append(table)
        elif isinstance(table, Wording):
            unreadable.append(Refusal(shown, 0, table))
    return TablesOf(f"{edition.id} {edition.version_text}", tuple(files), tuple(unreadable))


def _table_of(data: bytes, name: str, shown: str) -> TableFile | Places | Wording:
    from footrule.factors.of_file import table_of

    return table_of(data, os.path.basename(name), shown)


def _no_table() -> Wording:
    most = LARGEST_FILE // 2**20
    return worded(f"this is no file of at most {most} MiB", f"不是不超过 {most} MiB 的文件")
