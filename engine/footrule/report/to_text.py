"""An assessment as text for a verifier: the verdict, what was applied, and then what needs a person's attention.

In the order of weight: nonconformities in full, observations in short, what is undetermined grouped by what to
submit, what awaits a person. Requirements that are met or do not apply are only counted; the JSON report lists them.
"""

from __future__ import annotations

from collections.abc import Iterator

from footrule.assess.assessment import AppliedStandard, Assessment, Verdict
from footrule.assess.finding import Standings
from footrule.factors.table_used import TableUsed
from footrule.model.edition import Standing as EditionStands
from footrule.model.edition import told
from footrule.report import wording_of_report as words
from footrule.report.ink import BOLD, GREEN, RED, YELLOW, Ink
from footrule.report.layout import indented, packed
from footrule.report.page import NARROWEST, Page, Row, label_column, labelled, text_row
from footrule.report.standing import Standing, counted_of
from footrule.report.visible import named, visible
from footrule.submission.intake import Unreadable

VERDICT_COLOURS = {
    Verdict.CONFORMING: GREEN,
    Verdict.NONCONFORMING: RED,
    Verdict.UNDETERMINED: YELLOW,
    Verdict.NOT_ASSESSED: YELLOW,
    Verdict.UNREADABLE: RED,
}


def to_text(assessment: Assessment, language: str, width: int, colour: bool, *, clauses: bool = False) -> str:
    """The report on one submission, without a line break at its end; with the conformity by `clauses` where asked for.

    No line is wider than `width` cells (40 at least). Colours only where asked for, and nothing rests on them.
    """
    page = Page(language, max(width, NARROWEST), Ink(colour))
    lines = _verdict(page, assessment)
    if assessment.unreadable is not None:
        return "\n".join([*lines, *_unreadable(page, assessment.unreadable)])
    lines += packed(counts(page, assessment.standings), page.word(words.COMMA), page.width)
    if assessment.remark is not None:
        lines += page.paragraph(page.told(assessment.remark))
    lines += ["", *_applied(page, assessment)]
    if assessment.findings:
        from footrule.report.sections import awaiting_a_person, nonconformities, observations, undetermined

        for section in (nonconformities, observations, undetermined, awaiting_a_person):
            lines += section(page, assessment)
    if clauses:
        from footrule.report.clause_matrix import matrix_lines

        lines += matrix_lines(page, assessment)
    return "\n".join(lines)


def verdict_text(page: Page, verdict: Verdict) -> str:
    """The verdict in its word; capitals make it stand out where there are no colours."""
    return page.word(words.VERDICTS[verdict]).upper()


def counts(page: Page, standings: Standings) -> list[str]:
    """How many judgements of each standing, the nonconformities always, the others where there are any."""
    found = counted_of(standings)
    if not found.total():
        return [page.word(words.NO_FINDINGS)]
    return [
        page.word((words.COUNTED_ONE if found[one] == 1 else words.COUNTED_MANY)[one], n=found[one])
        for one in Standing
        if found[one] or one is Standing.NONCONFORMITY
    ]


def submission_place(assessment: Assessment) -> str:
    """The file, and the line on which the submission begins where the file holds several."""
    place, file = assessment.place, visible(assessment.file)
    return f"{file}:{place.position.line}" if place.position is not None and place.position.line > 1 else file


def unreadable_place(page: Page, unreadable: Unreadable) -> str:
    """`file:line:column` and the byte, as far as they are known."""
    place = visible(unreadable.file)
    if unreadable.line is not None:
        place += f":{unreadable.line}"
        place += f":{unreadable.column}" if unreadable.column is not None else ""
    if unreadable.byte is None:
        return place
    return page.in_brackets(place, page.word(words.BYTE, n=unreadable.byte))


def _verdict(page: Page, assessment: Assessment) -> list[str]:
    what = visible(assessment.file)
    if assessment.unreadable is None:
        what = submission_place(assessment)
        what += "  " + (named(assessment.submission_id) if assessment.submission_id else page.word(words.NO_ID))
    colour = VERDICT_COLOURS[assessment.verdict]
    return page.hanging(verdict_text(page, assessment.verdict), what, BOLD, colour)


def _unreadable(page: Page, unreadable: Unreadable) -> list[str]:
    inner = page.narrower(2)
    body = inner.paragraph(page.told(unreadable.message)) + labelled(
        inner, label_column(page, (words.PLACE,)), [text_row(words.PLACE, unreadable_place(page, unreadable))]
    )
    return ["", *page.hanging(unreadable.kind.id, page.told(unreadable.kind.title), BOLD), *indented(body, 2)]


def _applied(page: Page, assessment: Assessment) -> list[str]:
    rows = [row for one in assessment.standards for row in _of_standard(page, one)]
    if not rows:
        rows = [text_row(words.STANDARD, page.word(words.NO_STANDARD))]
    if assessment.factor_tables:
        tables = page.word(words.COMMA).join(_table(page, one) for one in assessment.factor_tables)
        rows.append(text_row(words.FACTOR_TABLES, tables))
    rows.append(text_row(words.AS_OF, assessment.as_of.isoformat()))
    if assessment.format is not None:
        rows.append(text_row(words.FORMAT, visible(assessment.format)))
    return labelled(page, label_column(page, [row.label for row in rows]), rows)


def _of_standard(page: Page, applied: AppliedStandard) -> Iterator[Row]:
    yield _standard(page, applied)
    if applied.pack is not None:
        yield text_row(words.PACK, visible(applied.pack.name), f"SHA-256 {applied.pack.sha256}")
    yield _because(page, applied)
    every = (applied.edition, *applied.other_editions)
    if applied.other_editions or applied.edition.standing is not EditionStands.IN_FORCE:
        said = page.word(words.SEMICOLON).join(page.told(told(one)) for one in every)
        yield text_row(words.EDITIONS, said)


def _table(page: Page, used: TableUsed) -> str:
    """A table by its name; one that does not ship with the engine also by whose it is and the beginning of its hash."""
    if used.ships:
        return visible(used.name)
    whose = [used.standard] if used.standard else []
    return page.in_brackets(visible(used.name), page.word(words.COMMA).join([*whose, used.sha256[:12]]))


def _standard(page: Page, applied: AppliedStandard) -> Row:
    edition = f"{visible(applied.id)} {visible(applied.version)}"
    return text_row(words.STANDARD, page.in_brackets(page.told(applied.title), edition))


def _because(page: Page, applied: AppliedStandard) -> Row:
    return text_row(words.BECAUSE, page.told(applied.chosen_because))
