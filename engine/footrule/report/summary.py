"""Many submissions: one line each, and what they come to together."""

from __future__ import annotations

from collections import Counter

from footrule.assess.assessment import Assessment, Verdict
from footrule.report import wording_of_report as words
from footrule.report.ink import BOLD, Ink
from footrule.report.layout import indented
from footrule.report.page import NARROWEST, Page
from footrule.report.standing import Standing, standing
from footrule.report.to_text import VERDICT_COLOURS, counts, submission_place, unreadable_place, verdict_text
from footrule.report.visible import named, visible
from footrule.text.cells import cells, padded
from footrule.text.wording import Wording

MOST_RULES_SHOWN = 10


class Tally:
    """Counts a run as it goes; it keeps verdicts and rules, never assessments, so a run may have no end."""

    def __init__(self) -> None:
        self.verdicts: Counter[Verdict] = Counter()
        self.nonconforming_in: Counter[str] = Counter()
        self.titles: dict[str, Wording] = {}

    def add(self, assessment: Assessment) -> None:
        """Count one submission; a rule it breaks in several places counts once."""
        self.verdicts[assessment.verdict] += 1
        broken = {one.rule.id: one.rule.title for one in assessment.findings if standing(one) is Standing.NONCONFORMITY}
        self.nonconforming_in.update(broken.keys())
        for rule, title in broken.items():
            self.titles.setdefault(rule, title)

    @property
    def submissions(self) -> int:
        """How many submissions were counted, unreadable files among them."""
        return self.verdicts.total()


def line(assessment: Assessment, language: str, colour: bool = False) -> str:
    """One submission on one line, for runs over many: verdict, file, id, counts; or where it cannot be read and why."""
    page = Page(language, NARROWEST, Ink(colour))
    verdict = verdict_text(page, assessment.verdict)
    column = max(cells(verdict_text(page, one)) for one in Verdict)
    parts = [page.ink(padded(verdict, column), BOLD, VERDICT_COLOURS[assessment.verdict])]
    if assessment.unreadable is not None:
        parts += [unreadable_place(page, assessment.unreadable), page.told(assessment.unreadable.message)]
        return "  ".join(parts)
    name = named(assessment.submission_id) if assessment.submission_id else page.word(words.NO_ID)
    numbers = page.word(words.COMMA).join(counts(page, assessment.standings))
    return "  ".join([*parts, submission_place(assessment), name, numbers])


def summary(tally: Tally, language: str, width: int, colour: bool) -> str:
    """Totals by verdict, and the nonconformities that most submissions have; without a line break at its end."""
    page = Page(language, max(width, NARROWEST), Ink(colour))
    if not tally.submissions:
        return page.word(words.NOTHING_READ)
    total = words.SUBMISSIONS_ONE if tally.submissions == 1 else words.SUBMISSIONS_MANY
    lines = page.paragraph(page.word(total, n=tally.submissions), BOLD)
    lines += indented(_verdicts(page, tally), 2)
    if tally.nonconforming_in:
        lines += ["", *page.paragraph(page.word(words.MOST_FREQUENT), BOLD)]
        lines += indented(_most_frequent(page.narrower(2), tally), 2)
    return "\n".join(lines)


def _verdicts(page: Page, tally: Tally) -> list[str]:
    digits = len(str(tally.submissions))
    return [
        f"{tally.verdicts[verdict]:>{digits}}  {page.ink(page.word(words.VERDICTS[verdict]), VERDICT_COLOURS[verdict])}"
        for verdict in Verdict
        if tally.verdicts[verdict]
    ]


def _most_frequent(page: Page, tally: Tally) -> list[str]:
    """Ties by rule id, so that a run always prints the same."""
    ordered = sorted(tally.nonconforming_in.items(), key=lambda entry: (-entry[1], entry[0]))
    digits = len(str(tally.submissions))
    ids = max(cells(visible(rule)) for rule, _ in ordered[:MOST_RULES_SHOWN])
    lines: list[str] = []
    for rule, submissions in ordered[:MOST_RULES_SHOWN]:
        head = f"{submissions:>{digits}}  {padded(visible(rule), ids)}"
        lines += page.hanging(head, page.told(tally.titles[rule]))
    left = len(ordered) - MOST_RULES_SHOWN
    return lines + (page.paragraph(page.word(words.MORE_RULES, n=left)) if left > 0 else [])
