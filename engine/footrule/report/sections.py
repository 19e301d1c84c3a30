"""The sections of a text report, each empty where nothing stands in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from footrule.assess.assessment import Assessment
from footrule.assess.finding import Finding, Modality
from footrule.report import wording_of_report as words
from footrule.report.finding_text import (
    MOST_PLACES_SHOWN,
    by_rule,
    heading,
    in_full,
    in_short,
    more_places,
    place_text,
    without_values,
)
from footrule.report.ink import BOLD, RED, YELLOW
from footrule.report.layout import indented
from footrule.report.page import Page
from footrule.report.standing import Standing, standing

MOST_RULES_TITLED = 12
"""Where one datum keeps more rules than this undecided, they are named by their ids alone."""


def nonconformities(page: Page, assessment: Assessment) -> list[str]:
    """Every broken `shall`, in full."""
    return _section(page, assessment, Standing.NONCONFORMITY, RED, in_full)


def observations(page: Page, assessment: Assessment) -> list[str]:
    """Every broken `should`, in short."""
    return _section(page, assessment, Standing.OBSERVATION, YELLOW, in_short)


def undetermined(page: Page, assessment: Assessment) -> list[str]:
    """What could not be decided, under what to submit so that it can be; what only recommends comes last."""
    found = _standing_at(assessment, Standing.LACKS_DATA)
    if not found:
        return []
    by_remedy: dict[str, list[Finding]] = {}
    for finding in sorted(found, key=lambda one: one.rule.modality is not Modality.SHALL):
        by_remedy.setdefault(page.told(finding.remedy) if finding.remedy else "", []).append(finding)
    lines = _title(page, Standing.LACKS_DATA, len(found), YELLOW)
    for remedy, group in by_remedy.items():
        lines += ["", *page.hanging("-", remedy or page.word(words.UNSETTLED), BOLD)]
        lines += indented(_undecided(page.narrower(3), assessment.file, group, remedy), 3)
    return lines


def awaiting_a_person(page: Page, assessment: Assessment) -> list[str]:
    """What a person judges; what to bring is said once where it is the same for all."""
    found = _standing_at(assessment, Standing.AWAITS_PERSON)
    if not found:
        return []
    lines = _title(page, Standing.AWAITS_PERSON, len(found))
    remedies = {finding.remedy for finding in found}
    common = found[0].remedy if len(remedies) == 1 else None
    if common is not None:
        lines += page.paragraph(page.told(common))
    for group in by_rule(found):
        lines += ["", *without_values(page, assessment.file, group, with_remedy=common is None)]
    return lines


def _section(
    page: Page,
    assessment: Assessment,
    wanted: Standing,
    colour: str,
    told: Callable[[Page, str, Sequence[Finding]], list[str]],
) -> list[str]:
    found = _standing_at(assessment, wanted)
    if not found:
        return []
    lines = _title(page, wanted, len(found), colour)
    for group in by_rule(found):
        lines += ["", *told(page, assessment.file, group)]
    return lines


def _undecided(page: Page, file: str, findings: Sequence[Finding], remedy: str) -> list[str]:
    """The rules that wait for one remedy; message and place are said once where they are the same for all.

    A message that is the remedy itself has been said.
    """
    told = {finding: (page.told(finding.message), place_text(page, file, finding)) for finding in findings}
    common = [texts[0] for texts in zip(*told.values(), strict=True) if len(set(texts)) == 1]
    lines = [line for text in common if text != remedy for line in page.paragraph(text)]
    inner, innermost = page.narrower(2), page.narrower(4)
    groups = by_rule(findings)
    if len(groups) > MOST_RULES_TITLED and len(common) == len(next(iter(told.values()))):
        ids = ", ".join(group[0].rule.id for group in groups)
        return [*lines, *indented(inner.paragraph(page.word(words.MANY_RULES, n=len(groups), ids=ids)), 2)]
    for group in groups:
        own = [text for finding in group[:MOST_PLACES_SHOWN] for text in told[finding] if text not in common]
        lines += indented(heading(inner, group[0], len(group) if own else 1), 2)
        lines += indented([line for text in own for line in innermost.paragraph(text)], 4)
        lines += indented(more_places(innermost, len(group)) if own else [], 4)
    return lines


def _standing_at(assessment: Assessment, wanted: Standing) -> list[Finding]:
    return [finding for finding in assessment.findings if standing(finding) is wanted]


def _title(page: Page, section: Standing, count: int, *colours: str) -> list[str]:
    text = page.word(words.SECTIONS[section], n=count)
    return ["", "", *page.paragraph(text, BOLD, *colours)]
