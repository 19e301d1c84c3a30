"""The tables that ship with the engine."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from footrule.factors.table import SUFFIX, TableFile
from footrule.resources import data_folder

if TYPE_CHECKING:
    from footrule.factors.geography import Geography

PLACES = "geography.csv"


@lru_cache(maxsize=1)
def shipped_tables() -> tuple[TableFile, ...]:
    """The tables of factors, by their names."""
    folder = data_folder("factors")
    names = sorted(one.name for one in folder.iterdir() if one.name.endswith(SUFFIX) and one.name != PLACES)
    return tuple(
        TableFile(name.removesuffix(SUFFIX), f"factors/{name}", (folder / name).read_bytes()) for name in names
    )


@lru_cache(maxsize=1)
def shipped_places() -> TableFile:
    """The table of the places that factors may be for."""
    return TableFile(PLACES.removesuffix(SUFFIX), f"factors/{PLACES}", (data_folder("factors") / PLACES).read_bytes())


@lru_cache(maxsize=1)
def shipped_geography() -> Geography:
    """The places that factors may be for."""
    from footrule.factors.geography import read_geography

    return read_geography(shipped_places().data)
