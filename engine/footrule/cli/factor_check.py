"""`footrule factors check`: tables of one's own looked through before they are used."""

from __future__ import annotations

import json
import os
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from footrule.cli import console
from footrule.cli.diagnostics import github_command
from footrule.cli.factor_files import named_alike, paths, read
from footrule.cli.factors import molar_mass
from footrule.factors.of_file import Places
from footrule.factors.review import Reviewed, reviewed
from footrule.factors.table import MOST_REFUSALS, TableFile
from footrule.report.visible import visible
from footrule.text.wording import Wording, worded

PLACES = worded("{file}: places, and no factors", "{file}：地区表，不含因子")
WARNING = worded("warning", "警告")
ALONE = worded(
    "{file}: no mistakes in its rows ({n}); how they stand beside the other tables is seen once those are mended",
    "{file}：各行（{n}）没有错误；其余数据表改正后才能检查彼此关系",
)
SOUND_ONE = worded("{file}: 1 factor, no mistakes", "{file}：1 个因子，没有错误")
SOUND = worded("{file}: {n} factors, no mistakes", "{file}：{n} 个因子，没有错误")
MISTAKES_ONE = worded("{file}: 1 mistake", "{file}：1 处错误")
MISTAKES = worded("{file}: {n} mistakes", "{file}：{n} 处错误")
MANY_MISTAKES = worded("{file}: {n} mistakes or more", "{file}：至少 {n} 处错误")


def run(options: Namespace) -> int:
    """Look through tables. Statuses: 0 no mistakes, 1 mistakes, 2 what cannot be read."""
    language: str = options.lang
    form: str = options.format
    files, places, refused = _found(options.paths)
    for message in refused:
        console.complain(message, language)
    results = reviewed(files, molar_mass) if files else []
    if form == "json":
        print("[\n" + ",\n".join(line for one in results for line in _as_json(one, language)) + "\n]")
    else:
        for path in places if form == "text" else ():
            print(PLACES.in_language(language).format(file=visible(str(path))))
        for one in results:
            for line in _as_text(one, language) if form == "text" else _as_commands(one, language):
                print(line)
    return max(2 if refused else 0, *(1 if one.refused else 0 for one in results), 0)


def _found(names: list[str]) -> tuple[list[TableFile], list[Path], list[Wording]]:
    """The tables, the tables of places, and why others cannot be read, which does not stop the first."""
    files: dict[str, TableFile] = {}
    places: list[Path] = []
    refused: list[Wording] = []
    for name in names:
        inside = paths(name)
        if isinstance(inside, Wording):
            refused.append(inside)
            continue
        for path in inside:
            one = read(path)
            if isinstance(one, Wording):
                refused.append(one)
            elif isinstance(one, Places):
                places.append(path)
            else:
                files.setdefault(os.path.realpath(path), one)
    alike = named_alike(files.values())
    return ([], places, [*refused, alike]) if alike else (list(files.values()), places, refused)


def _as_text(one: Reviewed, language: str) -> Iterator[str]:
    file = visible(one.file.file)
    for refusal in one.refused:
        yield visible(refusal.told.in_language(language))
    warning = WARNING.in_language(language)
    for remark in one.remarks:
        place = f"{file}:{remark.line}" if remark.line else file
        yield f"{place}: {warning}: {visible(remark.says.in_language(language))}"
    yield _closing(one).in_language(language).format(file=file, n=len(one.refused) or one.rows)


def _closing(one: Reviewed) -> Wording:
    if one.refused:
        many = len(one.refused) >= MOST_REFUSALS
        return MANY_MISTAKES if many else MISTAKES_ONE if len(one.refused) == 1 else MISTAKES
    return ALONE if one.alone else SOUND_ONE if one.rows == 1 else SOUND


def _told(one: Reviewed) -> Iterator[tuple[str, int, Wording, int | None]]:
    """Severity, line, message, and of how many rows a warning is."""
    for refusal in one.refused:
        yield "error", refusal.line, refusal.says, None
    for remark in one.remarks:
        yield "warning", remark.line, remark.says, remark.rows


def _as_json(one: Reviewed, language: str) -> Iterator[str]:
    for severity, line, says, rows in _told(one):
        told = {"severity": severity, "file": one.file.file, "line": line, "message": says.in_language(language)}
        yield json.dumps(told if rows is None else {**told, "rows": rows}, ensure_ascii=True)


def _as_commands(one: Reviewed, language: str) -> Iterator[str]:
    for severity, line, says, _ in _told(one):
        place = {"file": visible(one.file.file), "line": str(max(line, 1))}
        yield github_command(severity, place, visible(says.in_language(language)))
