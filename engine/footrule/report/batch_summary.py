"""What the rows of a batch come to: by verdict, by standard, by rule and outcome; as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from footrule import __version__
from footrule.assess.assessment import Verdict
from footrule.model.outcome import Outcome
from footrule.report import wording_of_report as words
from footrule.report.batch_totals import Totals
from footrule.report.ink import BOLD
from footrule.report.layout import indented
from footrule.report.page import Page
from footrule.report.to_text import VERDICT_COLOURS
from footrule.report.visible import visible
from footrule.text.cells import cells, padded
from footrule.text.wording import Wording, worded

MOST_RULES_SHOWN = 20
_TABLE = (Outcome.NONCONFORMING, Outcome.UNDETERMINED, Outcome.CONFORMING, Outcome.NOT_APPLICABLE)

OUTCOMES = {
    Outcome.NONCONFORMING: worded("nonconforming", "不符合"),
    Outcome.UNDETERMINED: worded("undetermined", "无法判定"),
    Outcome.CONFORMING: worded("conforming", "符合"),
    Outcome.NOT_APPLICABLE: worded("not applicable", "不适用"),
}
_FOOTPRINTS = worded(
    "{rows:,} footprints in {documents:,} documents, {seconds:,.1f} s, {rate:,.0f} documents a second",
    "{documents:,} 份文档中的 {rows:,} 份碳足迹，用时 {seconds:,.1f} 秒，每秒 {rate:,.0f} 份文档",
)
_DONE_BEFORE = worded("{n:,} documents of these were done before", "其中 {n:,} 份文档此前已完成")
_STANDARDS = worded("By standard", "按标准")
_ERRORS = worded("What could not be read", "无法读取的内容")
_RULES = worded("Footprints by rule and outcome", "各规则的碳足迹份数（按结果）")
_RULE = worded("rule", "规则")
_MORE_RULES = worded(
    "and {n} more rules, which fewer footprints break or leave open, or none; --summary FILE has them all",
    "另有 {n} 条规则，不符合或无法判定的份数较少或为零；--summary FILE 列出全部",
)
_NONE_BROKEN = worded("none of {n} rules is broken or left open by any footprint", "{n} 条规则均无不符合，也无无法判定")
_PASSED_OVER = worded(
    "Passed over, since they are no documents: {n:,} ({names})", "略过的非文档文件：{n:,} 个（{names}）"
)
_NOTHING = worded("Nothing was checked.", "未检查任何文件。")


@dataclass(frozen=True, slots=True)
class Ran:
    """A run that is over: what its rows come to, how long it took, and how many documents were done before it."""

    totals: Totals
    seconds: float
    documents_before: int = 0
    files_passed_over: int = 0

    @property
    def rate(self) -> float:
        """Documents a second, of those that this run did."""
        return (self.totals.documents - self.documents_before) / max(self.seconds, 0.001)


def summary_page(page: Page, ran: Ran, passed_over: Sequence[str]) -> Iterator[str]:
    """The summary in lines."""
    totals = ran.totals
    if not totals.rows:
        yield page.word(_NOTHING)
        return
    head = _FOOTPRINTS.in_language(page.language).format(
        rows=totals.rows, documents=totals.documents, seconds=ran.seconds, rate=ran.rate
    )
    yield from page.paragraph(head, BOLD)
    if ran.documents_before:
        yield from page.paragraph(_DONE_BEFORE.in_language(page.language).format(n=ran.documents_before))
    yield from indented(_verdicts(page, totals), 2)
    yield from _section(page, _STANDARDS, _standards(page.narrower(2), totals))
    yield from _section(page, _ERRORS, _errors(totals))
    yield from _section(page, _RULES, _rules(page.narrower(2), totals))
    if ran.files_passed_over:
        names = page.word(words.COMMA).join(map(visible, passed_over))
        more = " ..." if ran.files_passed_over > len(passed_over) else ""
        text = _PASSED_OVER.in_language(page.language).format(n=ran.files_passed_over, names=names + more)
        yield from ("", *page.paragraph(text))


def summary_json(ran: Ran, as_of: date) -> str:
    """The summary as JSON, with every rule."""
    totals = ran.totals
    rules: dict[str, dict[str, int]] = {}
    for (rule, outcome), n in sorted(totals.rules.items()):
        rules.setdefault(rule, {one.value: 0 for one in _TABLE})[outcome] = n
    standards: dict[tuple[str, str], dict[str, int]] = {}
    for (name, version, verdict), n in sorted(totals.standards.items()):
        standards.setdefault((name, version), {one.value: 0 for one in Verdict})[verdict] = n
    told = {
        "engine": __version__,
        "as_of": as_of.isoformat(),
        "documents": totals.documents,
        "documents_done_before": ran.documents_before,
        "footprints": totals.rows,
        "files_passed_over": ran.files_passed_over,
        "seconds": round(ran.seconds, 3),
        "documents_per_second": round(ran.rate, 3),
        "status": totals.status,
        "verdicts": {one.value: totals.verdicts[one.value] for one in Verdict},
        "standards": [{"id": name, "version": version, "verdicts": n} for (name, version), n in standards.items()],
        "errors": dict(sorted(totals.errors.items())),
        "rules": [{"rule": rule, "outcomes": outcomes} for rule, outcomes in rules.items()],
    }
    return json.dumps(told, ensure_ascii=True, indent=1) + "\n"


def _section(page: Page, title: Wording, lines: Iterable[str]) -> list[str]:
    found = list(lines)
    return ["", *page.paragraph(page.word(title), BOLD), *indented(found, 2)] if found else []


def _verdicts(page: Page, totals: Totals) -> list[str]:
    digits = len(f"{totals.rows:,}")
    return [
        f"{totals.verdicts[one.value]:>{digits},}  {page.ink(page.word(words.VERDICTS[one]), VERDICT_COLOURS[one])}"
        for one in Verdict
        if totals.verdicts[one.value]
    ]


def _standards(page: Page, totals: Totals) -> Iterator[str]:
    editions = sorted({(name, version) for name, version, _ in totals.standards})
    for name, version in editions:
        told = [
            f"{n:,} {page.word(words.VERDICTS[one])}"
            for one in Verdict
            if (n := totals.standards[name, version, one.value])
        ]
        yield from page.hanging(visible(f"{name} {version}"), page.word(words.COMMA).join(told))


def _errors(totals: Totals) -> list[str]:
    digits = len(f"{totals.rows:,}")
    ordered = sorted(totals.errors.items(), key=lambda entry: (-entry[1], entry[0]))
    return [f"{n:>{digits},}  {kind}" for kind, n in ordered]


def _rules(page: Page, totals: Totals) -> list[str]:
    """The rules that most footprints break or leave open; ties by id, so that a run always prints the same."""
    rules = sorted({rule for rule, _ in totals.rules}, key=lambda rule: _weight(totals, rule))
    if not rules:
        return []
    shown = [rule for rule in rules if _weight(totals, rule)[:2] != (0, 0)][:MOST_RULES_SHOWN]
    if not shown:
        return page.paragraph(page.word(_NONE_BROKEN, n=len(rules)))
    titles = [page.word(OUTCOMES[one]) for one in _TABLE]
    ids = max(cells(one) for one in (page.word(_RULE), *map(visible, shown)))
    lines = [page.ink("  ".join([padded(page.word(_RULE), ids), *titles]), BOLD)]
    for rule in shown:
        numbers = [f"{totals.rules[rule, one.value]:,}" for one in _TABLE]
        aligned = [" " * (cells(title) - len(n)) + n for title, n in zip(titles, numbers, strict=True)]
        lines.append("  ".join([padded(visible(rule), ids), *aligned]))
    left = len(rules) - len(shown)
    return lines + (page.paragraph(page.word(_MORE_RULES, n=left)) if left > 0 else [])


def _weight(totals: Totals, rule: str) -> tuple[int, int, str]:
    return -totals.rules[rule, Outcome.NONCONFORMING.value], -totals.rules[rule, Outcome.UNDETERMINED.value], rule
