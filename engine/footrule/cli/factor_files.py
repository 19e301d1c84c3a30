"""The tables of factors that a command names: folders opened, files read, refusals told.

Whoever takes `--factors` turns its paths into a database here, so that the same file is the same table everywhere.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path

from footrule.factors.database import Factors
from footrule.factors.of_file import Places, table_of
from footrule.factors.table import SUFFIX, TableFile
from footrule.report.visible import without_surrogates
from footrule.text.wording import Wording, worded

LARGEST_TABLE = 2 * 1024**3
MOST_REFUSALS_TOLD = 10
"""Where a table was to be used; `footrule factors check` tells them all."""


def paths(name: str) -> list[Path] | Wording:
    """The tables in a folder (not in the folders within it), else the one path itself."""
    path = Path(name)
    try:
        with os.scandir(path) as entries:
            inside = sorted(one.name for one in entries if _is_table(one))
    except NotADirectoryError:
        return [path]
    except OSError as error:
        return [path] if isinstance(error, FileNotFoundError) else _unreadable(path, error)
    if not inside:
        return worded(f"{path}: there is no table (*.csv) in this folder", f"{path}：此文件夹中没有数据表（*.csv）")
    return [path / one for one in inside]


def read(path: Path) -> TableFile | Places | Wording:
    """A table by its path: its bytes, or that it has places and no factors, or why it cannot be read."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            return worded(f"{path}: this is no file", f"{path}：不是文件")
        if about.st_size > LARGEST_TABLE:
            return _too_large(path)
        with path.open("rb") as file:
            data = file.read(LARGEST_TABLE + 1)
    except FileNotFoundError:
        return worded(f"{path}: there is no such file", f"{path}：没有此文件")
    except OSError as error:
        return _unreadable(path, error)
    if len(data) > LARGEST_TABLE:
        return _too_large(path)
    found = table_of(data, without_surrogates(path.name), without_surrogates(str(path)))
    return (
        worded(f"{path}: {found.in_language('en')}", f"{path}：{found.in_language('zh')}")
        if isinstance(found, Wording)
        else found
    )


def table_files(names: Sequence[str]) -> tuple[TableFile, ...] | Wording:
    """The tables in files and folders, each once and without that of places, or why one of them cannot be had."""
    found: dict[str, TableFile] = {}
    for name in names:
        inside = paths(name)
        if isinstance(inside, Wording):
            return inside
        for path in inside:
            one = read(path)
            if isinstance(one, Wording):
                return one
            if isinstance(one, TableFile):
                found.setdefault(os.path.realpath(path), one)
    return named_alike(found.values()) or tuple(found.values())


def database(names: Sequence[str]) -> Factors | list[Wording]:
    """The factor database with the tables in files and folders, or why one of them is not taken, line by line."""
    files = table_files(names)
    if isinstance(files, Wording):
        return [files]
    factors = Factors(files)
    factors.tables()
    if not factors.refused:
        return factors
    told = [one.told for one in factors.refused[:MOST_REFUSALS_TOLD]]
    more = len(factors.refused) - len(told)
    if more:
        told.append(
            worded(f"{more} more: `footrule factors check` tells them", f"另有 {more} 条，见 footrule factors check")
        )
    return told


def _is_table(one: os.DirEntry[str]) -> bool:
    return one.name.lower().endswith(SUFFIX) and not one.name.startswith(".")


def named_alike(files: Iterable[TableFile]) -> Wording | None:
    """Why two tables of one name are not taken: a report names a table by its name."""
    known: dict[str, str] = {}
    for one in files:
        before = known.setdefault(one.name, one.file)
        if before != one.file:
            return worded(
                f"{one.file}: a table of that name is {before} already", f"{one.file}：同名数据表已有 {before}"
            )
    return None


def _too_large(path: Path) -> Wording:
    return worded(f"{path}: larger than 2 GiB", f"{path}：超过 2 GiB")


def _unreadable(path: Path, error: OSError) -> Wording:
    return worded(f"{path}: cannot be read ({error.strerror})", f"{path}：无法读取（{error.strerror}）")
