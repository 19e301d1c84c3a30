"""Findings as text: those of one rule under one heading, what they share said once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from footrule.assess.finding import Clause, Finding, Modality, Outcome
from footrule.frozen import Frozen, dataclass
from footrule.report import wording_of_report as words
from footrule.report.evidence import in_one_line, natural_width, table
from footrule.report.ink import BOLD, DIM
from footrule.report.layout import indented
from footrule.report.page import Page, Row, label_column, labelled, text_row
from footrule.report.visible import visible
from footrule.submission.file_and_pointer import file_in

MOST_PLACES_SHOWN = 20
_LABELS = (
    words.EXPECTED, words.VALUES, words.PLACE, words.REMEDY, words.SENTENCE, words.CHANGED, words.CLAUSE, words.LIMIT,
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Aspect(Frozen):
    """One thing to say of a finding: `of` is what it rests on (nothing is said where that is empty)."""

    of: Callable[[Finding], object]
    row: Callable[[Page, Finding], Row]


def by_rule(findings: Iterable[Finding]) -> list[list[Finding]]:
    """The findings of each rule together, rules in the order of their first finding."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.rule.id, []).append(finding)
    return list(groups.values())


def in_full(page: Page, file: str, group: Sequence[Finding]) -> list[str]:
    """The nonconformities of one rule: message, expected, values, place, remedy, sentence, changes, clause, limits."""
    return _group(page, group, (_EXPECTED, _VALUES, _place(file), _REMEDY, _SENTENCE, _CHANGED, _CLAUSE, _LIMIT))


def in_short(page: Page, file: str, group: Sequence[Finding]) -> list[str]:
    """The observations of one rule: the values in one run, no limits."""
    return _group(page, group, (_EXPECTED, _VALUES_IN_ONE_LINE, _place(file), _REMEDY, _SENTENCE, _CHANGED, _CLAUSE))


def without_values(page: Page, file: str, group: Sequence[Finding], with_remedy: bool) -> list[str]:
    """What awaits a person: message, place unless it is the whole document, clause; the remedy where it differs."""
    place = Aspect(lambda finding: finding.place.pointer, _place(file).row)
    return _group(page, group, (place, _REMEDY, _CHANGED, _CLAUSE) if with_remedy else (place, _CHANGED, _CLAUSE))


def heading(page: Page, finding: Finding, places: int) -> list[str]:
    """Rule and title, whether the rule only recommends (an observation says so anyway), and in how many places."""
    title = page.told(finding.rule.title)
    remarks = [page.word(words.PLACES, n=places)] if places > 1 else []
    if finding.rule.modality is not Modality.SHALL and finding.outcome is Outcome.UNDETERMINED:
        remarks.insert(0, page.word(words.RECOMMENDED))
    if remarks:
        title = page.in_brackets(title, page.word(words.COMMA).join(remarks))
    return page.hanging(visible(finding.rule.id), title, BOLD)


def place_text(page: Page, file: str, finding: Finding) -> str:
    """`file:line:column` as editors open it, and the JSON Pointer; of another file where the element is of that."""
    position = finding.place.position
    other = file_in(finding.place.pointer)
    pointer = finding.place.pointer[len(other) + 1 :] if other else finding.place.pointer
    named = visible(other or file)
    at = f"{named}:{position.line}:{position.column}" if position else named
    return f"{at}  {visible(pointer) or page.word(words.WHOLE_DOCUMENT)}"


def more_places(page: Page, all_of_them: int) -> list[str]:
    """Says that a text report stopped listing; nothing where it did not."""
    left = all_of_them - MOST_PLACES_SHOWN
    return page.paragraph(page.word(words.MORE_PLACES, n=left), DIM) if left > 0 else []


def _group(page: Page, group: Sequence[Finding], aspects: tuple[Aspect, ...]) -> list[str]:
    inner = page.narrower(2)
    lines = heading(page, group[0], len(group))
    if len(group) == 1:
        return lines + indented(_entry(inner, group[0], aspects), 2)
    shared = tuple(aspect for aspect in aspects if _is_shared(aspect, group))
    own = tuple(aspect for aspect in aspects if aspect not in shared)
    body = _details(inner, group[0], shared)
    for number, finding in enumerate(group[:MOST_PLACES_SHOWN], 1):
        mark = f"{number}."
        first, *rest = _entry(inner.narrower(4), finding, own) or [""]
        body += ["", f"{mark:<4}{first}".rstrip(), *indented(rest, 4)]
    more = more_places(inner, len(group))
    return lines + indented([*body, "", *more] if more else body, 2)


def _is_shared(aspect: Aspect, group: Sequence[Finding]) -> bool:
    first = aspect.of(group[0])
    return all(aspect.of(finding) == first for finding in group)


def _entry(page: Page, finding: Finding, aspects: tuple[Aspect, ...]) -> list[str]:
    return page.paragraph(page.told(finding.message)) + _details(page, finding, aspects)


def _details(page: Page, finding: Finding, aspects: tuple[Aspect, ...]) -> list[str]:
    rows = [aspect.row(page, finding) for aspect in aspects if aspect.of(finding)]
    return labelled(page, label_column(page, _LABELS), rows)


def _clause_text(page: Page, clause: Clause) -> str:
    parts = (clause.document.in_language(page.language), clause.edition, clause.clause)
    return page.word(words.COMMA).join(visible(part) for part in parts if part)


def _expected_text(page: Page, finding: Finding) -> str:
    return page.told(finding.expected) if finding.expected else visible(finding.rule.written)


def _place(file: str) -> Aspect:
    return Aspect(
        lambda finding: finding.place, lambda page, finding: text_row(words.PLACE, place_text(page, file, finding))
    )


def _limit_row(page: Page, finding: Finding) -> Row:
    texts = (page.word(words.PROVISIONAL, text=page.told(one)) for one in finding.provisional)
    return text_row(words.LIMIT, *texts)


_EXPECTED = Aspect(
    lambda finding: finding.expected or finding.rule.written,
    lambda page, finding: text_row(words.EXPECTED, _expected_text(page, finding)),
)
_VALUES = Aspect(
    lambda finding: finding.values,
    lambda page, finding: Row(
        words.VALUES, lambda inner: table(inner, finding.values), natural_width(page, finding.values)
    ),
)
_VALUES_IN_ONE_LINE = Aspect(
    lambda finding: finding.values,
    lambda page, finding: text_row(words.VALUES, in_one_line(page, finding.values)),
)
_REMEDY = Aspect(
    lambda finding: finding.remedy,
    lambda page, finding: text_row(words.REMEDY, page.told(finding.remedy) if finding.remedy else ""),
)
_CHANGED = Aspect(
    lambda finding: finding.rule.changed,
    lambda page, finding: text_row(words.CHANGED, *(page.told(one) for one in finding.rule.changed)),
)
_SENTENCE = Aspect(
    lambda finding: None if finding.rule.sentence is finding.rule.title else finding.rule.sentence,
    lambda page, finding: text_row(words.SENTENCE, visible(finding.rule.sentence.in_language(page.language))),
)
_CLAUSE = Aspect(
    lambda finding: finding.clauses,
    lambda page, finding: text_row(words.CLAUSE, *(_clause_text(page, clause) for clause in finding.clauses)),
)
_LIMIT = Aspect(lambda finding: finding.provisional, _limit_row)
