"""The tables of factors that a command names: folders opened, files read, refusals told.

Whoever takes `--factors` turns its paths into a database here, so that the same file is the same table everywhere.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path

from footrule.factors.database import Factors
from footrule.factors.provenance import Refusal
from footrule.factors.table import SUFFIX, TableFile
from footrule.report.visible import without_surrogates
from footrule.text.wording import Wording, worded

LARGEST_TABLE = 2 * 1024**3
MOST_REFUSALS_TOLD = 10
"""Where a table was to be used; `footrule factors check` tells them all."""
_HEADS_OF_PLACES = b"code,name,name_zh,kind,within"
_BOM = b"\xef\xbb\xbf"
_WORKBOOK = b"PK\x03\x04"


class Places:
    """A table of places, which lies among tables of factors and has none."""


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
    if data.startswith(_WORKBOOK):
        return worded(
            f"{path}: this is a workbook; save the sheet as CSV (UTF-8)", f"{path}：这是工作簿，请另存为 CSV（UTF-8）"
        )
    if _has_places(data):
        return Places()
    name = path.name[: -len(SUFFIX)] if path.name.lower().endswith(SUFFIX) else path.name
    return TableFile(without_surrogates(name), without_surrogates(str(path)), data)


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
    told = [refusal_text(one) for one in factors.refused[:MOST_REFUSALS_TOLD]]
    more = len(factors.refused) - len(told)
    if more:
        told.append(
            worded(f"{more} more: `footrule factors check` tells them", f"另有 {more} 条，见 footrule factors check")
        )
    return told


def refusal_text(one: Refusal) -> Wording:
    """A refusal as a line, `FILE:LINE: reason`."""
    place = f"{one.file}:{one.line}" if one.line else one.file
    return Wording(tuple((tag, f"{place}: {text}") for tag, text in one.says.texts))


def _is_table(one: os.DirEntry[str]) -> bool:
    return one.name.lower().endswith(SUFFIX) and not one.name.startswith(".")


def _has_places(data: bytes) -> bool:
    """Whether the heads of the columns, below the block, are those of a table of places."""
    start = len(_BOM) if data.startswith(_BOM) else 0
    while data.startswith(b"#", start):
        start = data.find(b"\n", start) + 1 or len(data)
    return data[start : start + len(_HEADS_OF_PLACES) + 2].partition(b"\n")[0].rstrip() == _HEADS_OF_PLACES


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
