"""`footrule diff OLD NEW`: what changed between two editions of a standard, rule by rule, in words."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from footrule.analyse.editions import DIRECTIONS, Changes, Fate, ParameterFate, RuleFate, changes
from footrule.cli import console
from footrule.cli.diagnostics import told as told_diagnostics
from footrule.cli.libraries import Asked, asked_quietly
from footrule.cli.standard_files import read
from footrule.library.catalogue import Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import SUFFIX, Edition, edition_of
from footrule.model.standard import Parameter, Standard
from footrule.report.ink import BOLD
from footrule.report.layout import indented
from footrule.report.page import Page
from footrule.report.rule_page import parameter_value
from footrule.report.visible import visible
from footrule.text.wording import Wording, worded
from footrule.workspace import told

FATES = {
    Fate.ADDED: worded("ADDED ({n})", "新增（{n}）"),
    Fate.TIGHTENED: worded("TIGHTENED ({n})", "加严（{n}）"),
    Fate.LOOSENED: worded("LOOSENED ({n})", "放宽（{n}）"),
    Fate.CHANGED: worded("CHANGED, WHICH WAY CANNOT BE TOLD ({n})", "有改动，方向无法判断（{n}）"),
    Fate.REMOVED: worded("REMOVED ({n})", "删除（{n}）"),
    Fate.WAIVED: worded("WAIVED ({n})", "免除（{n}）"),
    Fate.REWORDED: worded("REWORDED ONLY ({n})", "仅措辞改动（{n}）"),
}
PARAMETERS = worded("PARAMETERS ({n})", "参数（{n}）")
OTHERS = worded("OTHERS ({n})", "其他（{n}）")
INSTEAD_OF = worded("{value} instead of {was}", "{value}，原为 {was}")
NEW = worded("{value}, new", "{value}，新增")
GONE = worded("no longer there (was {was})", "已删除（原为 {was}）")
RULE_MOVED = worded("rule {rule}: {way}", "规则 {rule}：{way}")
NOTHING = worded("nothing changed but, perhaps, examples and comments", "除示例与注释外没有改动")


def run(options: Namespace) -> int:
    """Print the changes, or say which of the two cannot be had."""
    names: tuple[str, str] = (options.old, options.new)
    files = [_file(name) for name in names]
    # Each has a shelf of its own, so that two packs of one version can be compared as well.
    shelves = [asked_quietly([name], options.library) for name in names]
    for one in (*files, *shelves):
        if isinstance(one, Wording):
            console.complain(one, options.lang)
            return 2
    opened = [one for one in shelves if isinstance(one, Asked)]
    for notice in dict.fromkeys(notice for one in opened for notice in one.shelf.notices):
        console.complain(notice, options.lang)
    drafts = [one for one in files if isinstance(one, Edition)]
    found: list[Standard] = []
    for side, one in zip(opened, files, strict=True):
        file = one if isinstance(one, Edition) else None
        # The name of a standard is that of one on the shelf, whatever a file calls itself.
        catalogue = side.shelf.catalogue() if file is None else side.shelf.catalogue(drafts)
        standard = _standard(side.name, file, catalogue, options.lang)
        if isinstance(standard, int):
            return standard
        found.append(standard)
    page = console.page(options.lang)
    for line in _lines(page, found[0], found[1], changes(found[0], found[1])):
        print(line)
    return 0


def _file(name: str) -> Edition | Wording | None:
    """The file of that name; None where it is the name of a standard."""
    if not name.endswith(SUFFIX):
        return None
    data = read(Path(name))
    return data if isinstance(data, Wording) else edition_of(data, name) or Edition("", "", (0, 0, 0), name, data)


def _standard(name: str, file: Edition | None, catalogue: Catalogue, language: str) -> Standard | int:
    if file is not None:
        result = checked(file, catalogue)
        if result.standard is None:
            for line in told_diagnostics(result.diagnostics, result.left_out, "text", language):
                print(line)
            return 1
        return result.standard
    found = catalogue.find(name, date.today())
    if isinstance(found, Standard):
        return found
    console.complain(told(found), language)
    return 2


def _lines(page: Page, old: Standard, new: Standard, found: Changes) -> Iterator[str]:
    names = [visible(f"{one.id} {one.version}") for one in (old, new)]
    yield from page.hanging(f"{names[0]} → {names[1]}", page.told(new.title), BOLD)
    every = (*found.rules, *found.allocations)
    for fate, title in FATES.items():
        yield from _section(page, title, [_rule(page.narrower(2), one) for one in every if one.fate is fate])
    yield from _section(page, PARAMETERS, [_parameter(page.narrower(2), one) for one in found.parameters])
    yield from _section(page, OTHERS, [page.narrower(2).paragraph(page.told(one)) for one in found.others])
    if not (every or found.parameters or found.others):
        yield page.word(NOTHING)


def _section(page: Page, title: Wording, entries: Sequence[list[str]]) -> list[str]:
    if not entries:
        return []
    lines = ["", page.ink(page.word(title, n=len(entries)), BOLD)]
    return lines + indented([line for entry in entries for line in entry], 2)


def _rule(page: Page, one: RuleFate) -> list[str]:
    lines = page.hanging(visible(one.id), page.told(one.title), BOLD)
    inner = page.narrower(2)
    return lines + indented([line for text in one.says for line in inner.paragraph(page.told(text))], 2)


def _parameter(page: Page, one: ParameterFate) -> list[str]:
    lines = page.hanging(visible(one.name), _value(page, one.old, one.new), BOLD)
    inner = page.narrower(2)
    for rule, way in one.rules:
        text = page.word(RULE_MOVED, rule=visible(rule), way=page.word(DIRECTIONS[way]))
        lines += indented(inner.paragraph(text), 2)
    return lines


def _value(page: Page, old: Parameter | None, new: Parameter | None) -> str:
    if new is None:
        assert old is not None, "a parameter that neither edition has"
        return page.word(GONE, was=parameter_value(page, old.value))
    if old is None:
        return page.word(NEW, value=parameter_value(page, new.value))
    return page.word(INSTEAD_OF, value=parameter_value(page, new.value), was=parameter_value(page, old.value))
