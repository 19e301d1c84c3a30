"""Tables that come beside those that ship: made a shelf if they are in order, and refused line by line if not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from footrule.factors import shipped as ships
from footrule.factors.index import opened
from footrule.factors.provenance import Refusal
from footrule.factors.shelf import Shelf
from footrule.factors.table import TableFile
from footrule.factors.table_used import TableUsed
from footrule.text.wording import worded


def brought(files: Sequence[TableFile], shipped: Shelf, standard: str = "") -> Shelf | tuple[Refusal, ...]:
    """The shelf of some tables, perhaps of a standard; or what is refused of them beside those that ship."""
    judged_by = [ships.shipped_places(), *ships.shipped_tables()]
    connection, refused = opened(files, ships.shipped_geography, judged_by, lambda: set(shipped.names()))
    return refused or Shelf(connection, ships=False, standard=standard)


def named_alike(files: Iterable[TableFile], known: Mapping[str, TableUsed]) -> Iterator[Refusal]:
    """Tables that are called as another one: nobody could tell whose a row is."""
    for file in files:
        before = known.get(file.name)
        if before is not None and before.ships:
            says = worded(f"a table that ships is called {file.name} too", f"随附数据表中已有同名的 {file.name}")
            yield Refusal(file.file, 0, says)
        elif before is not None:
            whose = before.standard or "--factors"
            says = worded(f"a table of {whose} is called {file.name} too", f"{whose} 中已有同名的 {file.name}")
            yield Refusal(file.file, 0, says)
