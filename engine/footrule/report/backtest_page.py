"""What a changed standard does to documents, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from footrule import __version__
from footrule.assess.assessment import Verdict
from footrule.model.standard import Standard
from footrule.report import wording_of_report as words
from footrule.report.backtest_totals import Change, Changed, Example
from footrule.report.ink import BOLD
from footrule.report.layout import indented
from footrule.report.page import Page
from footrule.report.visible import named, visible, without_surrogates
from footrule.text.cells import cells, padded
from footrule.text.wording import Wording, worded

SECTIONS = {
    Change.BREAKS: worded("NEWLY BROKEN ({n})", "新出现不符合（{n}）"),
    Change.NO_LONGER_BREAKS: worded("NO LONGER BROKEN ({n})", "不再不符合（{n}）"),
    Change.UNDETERMINED: worded("NEWLY UNDETERMINED ({n})", "新出现无法判定（{n}）"),
    Change.NO_LONGER_UNDETERMINED: worded("NO LONGER UNDETERMINED ({n})", "不再无法判定（{n}）"),
}
_ONE = worded("1 footprint", "1 份碳足迹")
_MANY = worded("{n:,} footprints", "{n:,} 份碳足迹")
_TOTAL = worded(
    "{changed:,} of {footprints:,} footprints have another verdict", "{footprints:,} 份碳足迹中，{changed:,} 份结论改变"
)
_UNREADABLE = worded("{n:,} more could not be read", "另有 {n:,} 份无法读取")
_MATRIX = worded("VERDICTS, the old ones down, the new ones across", "结论（行为旧标准，列为新标准）")
_ADDED = worded("RULES ADDED ({n})", "新增规则（{n}）")
_REMOVED = worded("RULES REMOVED ({n})", "删除规则（{n}）")
_NOTHING = worded("No footprint changes, and no rule on any of them.", "没有碳足迹的结论改变，各规则的结果也没有改变。")


@dataclass(frozen=True, slots=True)
class Backtest:
    """The two standards, on which day, and what the change from one to the other does."""

    old: Standard
    new: Standard
    as_of: date
    changed: Changed

    @property
    def added(self) -> list[str]:
        """The ids of the rules that only the new one has."""
        return sorted({one.id for one in self.new.rules} - {one.id for one in self.old.rules})

    @property
    def removed(self) -> list[str]:
        """The ids of the rules that only the old one has."""
        return sorted({one.id for one in self.old.rules} - {one.id for one in self.new.rules})

    def rules_with(self, change: Change) -> list[tuple[str, int]]:
        """The rules of which that changes, those on most footprints first; ties by id."""
        found = [(rule, n) for (rule, kind), n in self.changed.rules.items() if kind is change]
        return sorted(found, key=lambda entry: (-entry[1], entry[0]))


def backtest_page(page: Page, told: Backtest) -> Iterator[str]:
    """The backtest in lines."""
    changed = told.changed
    names = [visible(f"{one.id} {one.version}") for one in (told.old, told.new)]
    yield from page.hanging(f"{names[0]} → {names[1]}", page.told(told.new.title), BOLD)
    read = changed.footprints - changed.unreadable
    yield from page.paragraph(_filled(page, _TOTAL, changed=changed.other_verdict, footprints=read))
    if changed.unreadable:
        yield from page.paragraph(_filled(page, _UNREADABLE, n=changed.unreadable))
    if read:
        yield from ("", page.ink(page.word(_MATRIX), BOLD), *indented(_matrix(page, changed), 2))
    for change, title in SECTIONS.items():
        yield from _section(page.narrower(2), told, change, title)
    for title, rules in ((_ADDED, told.added), (_REMOVED, told.removed)):
        if rules:
            inner = page.narrower(2)
            listed = inner.paragraph(page.word(words.COMMA).join(map(visible, rules)))
            yield from ("", page.ink(page.word(title, n=len(rules)), BOLD), *indented(listed, 2))
    if not changed.rules and not changed.other_verdict:
        yield from ("", page.word(_NOTHING))


def backtest_json(told: Backtest) -> str:
    """The backtest as JSON."""
    changed = told.changed
    shown = [one for one in Verdict if one is not Verdict.UNREADABLE]
    found = {
        "engine": __version__,
        "as_of": told.as_of.isoformat(),
        "old": _standard(told.old),
        "new": _standard(told.new),
        "documents": changed.documents,
        "footprints": changed.footprints - changed.unreadable,
        "unreadable": changed.unreadable,
        "other_verdict": changed.other_verdict,
        "verdicts": {old.value: {new.value: changed.verdicts[old.value, new.value] for new in shown} for old in shown},
        "rules": [
            {
                "rule": without_surrogates(rule),
                "change": change.value,
                "footprints": n,
                "examples": [_example(one) for one in changed.examples.get((rule, change), [])],
            }
            for change in Change
            for rule, n in told.rules_with(change)
        ],
        "added": told.added,
        "removed": told.removed,
    }
    return json.dumps(found, ensure_ascii=True, indent=1) + "\n"


def _matrix(page: Page, changed: Changed) -> list[str]:
    """The old verdicts down, the new ones across: only those that occur."""
    occurring = {one for pair in changed.verdicts for one in pair}
    shown = [one for one in Verdict if one.value in occurring and one is not Verdict.UNREADABLE]
    titles = [page.word(words.VERDICTS[one]) for one in shown]
    first = max(map(cells, titles), default=0)
    lines = ["  ".join([" " * first, *titles])]
    for old, title in zip(shown, titles, strict=True):
        numbers = [f"{changed.verdicts[old.value, new.value]:,}" for new in shown]
        aligned = [" " * (cells(above) - len(n)) + n for above, n in zip(titles, numbers, strict=True)]
        lines.append("  ".join([padded(title, first), *aligned]))
    return lines


def _section(page: Page, told: Backtest, change: Change, title: Wording) -> Iterator[str]:
    rules = told.rules_with(change)
    if not rules:
        return
    yield from ("", page.ink(page.word(title, n=len(rules)), BOLD))
    titles = {one.id: one.title for standard in (told.old, told.new) for one in standard.rules}
    for rule, n in rules:
        counted = page.word(_ONE) if n == 1 else _filled(page, _MANY, n=n)
        name = page.told(titles[rule]) if rule in titles else ""
        yield from indented(page.hanging(f"{visible(rule)}  {counted}", name, BOLD), 2)
        for one in told.changed.examples.get((rule, change), []):
            place = visible(one.file) + ("" if one.line is None else f":{one.line}")
            head = "  ".join([place, named(one.id) if one.id else page.word(words.NO_ID)])
            inner = page.narrower(2)
            yield from indented(
                [*inner.paragraph(head), *indented(inner.narrower(2).paragraph(visible(one.message)), 2)], 4
            )


def _filled(page: Page, wording: Wording, **numbers: int) -> str:
    return wording.in_language(page.language).format(**numbers)


def _standard(one: Standard) -> dict[str, str]:
    return {"id": one.id, "version": one.version, "sha256": one.sha256}


def _example(one: Example) -> dict[str, str | int | None]:
    return {
        "file": without_surrogates(one.file),
        "line": one.line,
        "pointer": without_surrogates(one.pointer),
        "id": None if one.id is None else without_surrogates(one.id),
        "message": without_surrogates(one.message),
    }
