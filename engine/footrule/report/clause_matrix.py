"""The conformity matrix of an assessment: what each clause of the registers of its standards came to.

A clause is as bad as the worst of the requirements that cite it or a part of it. What the register leaves out has its
reason; a clause that nothing asks about is a gap, and is told as one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from footrule.assess.assessment import Assessment
from footrule.model.citations import citations_of
from footrule.model.clauses import Clause, ClauseIndex, Register
from footrule.model.standard import CitedDocument, Standard
from footrule.report.clause_table import COMMA, ClauseRow, answered, clause_lines
from footrule.report.ink import BOLD, GREEN, RED, YELLOW
from footrule.report.page import Page
from footrule.report.standing import Standing, standing
from footrule.report.visible import visible
from footrule.text.cells import cells
from footrule.text.wording import Wording, worded


class ClauseStanding(Enum):
    """What a clause came to, the worst first."""

    NONCONFORMING = "nonconforming"
    UNDETERMINED = "undetermined"
    AWAITS_PERSON = "awaits a person"
    OBSERVED = "observed"
    CONFORMING = "conforming"
    NOT_APPLICABLE = "not applicable"
    COMPUTED = "computed"
    LEFT_OUT = "left out"
    GAP = "gap"


_OF_FINDING = {
    Standing.NONCONFORMITY: ClauseStanding.NONCONFORMING,
    Standing.LACKS_DATA: ClauseStanding.UNDETERMINED,
    Standing.AWAITS_PERSON: ClauseStanding.AWAITS_PERSON,
    Standing.OBSERVATION: ClauseStanding.OBSERVED,
    Standing.CONFORMING: ClauseStanding.CONFORMING,
    Standing.NOT_APPLICABLE: ClauseStanding.NOT_APPLICABLE,
}
WORDS = {
    ClauseStanding.NONCONFORMING: worded("nonconforming", "不符合"),
    ClauseStanding.UNDETERMINED: worded("undetermined", "无法判定"),
    ClauseStanding.AWAITS_PERSON: worded("awaits a person", "待人工评审"),
    ClauseStanding.OBSERVED: worded("observation", "观察项"),
    ClauseStanding.CONFORMING: worded("conforming", "符合"),
    ClauseStanding.NOT_APPLICABLE: worded("not applicable", "不适用"),
    ClauseStanding.COMPUTED: worded("computed by", "用于计算"),
    ClauseStanding.LEFT_OUT: worded("left out", "不涉及"),
    ClauseStanding.GAP: worded("GAP", "缺口"),
}
TITLE = worded("CONFORMITY BY CLAUSE", "按条款的符合性")
NO_REGISTER = worded("no standard that was applied has a register of clauses", "所采用的标准均无条款清单")
NAMED = worded("{0} (edition {1})", "{0}（{1}版）")
_COLOURS = {
    ClauseStanding.NONCONFORMING: (BOLD, RED),
    ClauseStanding.UNDETERMINED: (YELLOW,),
    ClauseStanding.OBSERVED: (YELLOW,),
    ClauseStanding.CONFORMING: (GREEN,),
    ClauseStanding.GAP: (BOLD,),
}


@dataclass(frozen=True, slots=True)
class ClauseResult:
    """A clause, what it came to, and the ids of the rules that decided that; `because`, where it is left out."""

    clause: Clause
    standing: ClauseStanding
    rules: tuple[str, ...]
    because: Wording | None


@dataclass(frozen=True, slots=True)
class RegisterResult:
    """What the clauses of one document came to, in the order of the document."""

    register: Register
    clauses: tuple[ClauseResult, ...]


def clause_matrix(assessment: Assessment) -> tuple[RegisterResult, ...]:
    """The results by document; a document that two standards bring comes once."""
    stood: dict[str, set[ClauseStanding]] = {}
    for finding in assessment.findings:
        stood.setdefault(finding.rule.id, set()).add(_OF_FINDING[standing(finding)])
    results: dict[CitedDocument, RegisterResult] = {}
    for applied in assessment.standards:
        standard = applied.effective
        for register in standard.registers if standard is not None else ():
            if standard is not None and register.document not in results:
                results[register.document] = RegisterResult(register, tuple(_results(register, standard, stood)))
    return tuple(results.values())


def _results(
    register: Register, standard: Standard, stood: Mapping[str, Collection[ClauseStanding]]
) -> Iterator[ClauseResult]:
    index = ClauseIndex(register)
    citing: dict[str, dict[str, None]] = {one.clause: {} for one in register.clauses}
    for rule, cite in citations_of(standard):
        if cite.document == register.document:
            for clause in index.having(cite.clause):
                citing[clause.clause][rule.id] = None
    for one in register.clauses:
        rules = citing[one.clause]
        worst = next((each for each in ClauseStanding if any(each in stood.get(rule, ()) for rule in rules)), None)
        excluding = index.excluding(one.clause)
        if worst is not None:
            yield ClauseResult(one, worst, tuple(rule for rule in rules if worst in stood.get(rule, ())), None)
        elif rules:
            yield ClauseResult(one, ClauseStanding.COMPUTED, tuple(rules), None)
        elif excluding is not None:
            yield ClauseResult(one, ClauseStanding.LEFT_OUT, (), excluding.because)
        else:
            yield ClauseResult(one, ClauseStanding.GAP, (), None)


def matrix_lines(page: Page, assessment: Assessment) -> list[str]:
    """The matrix as a section of a text report."""
    lines = ["", "", *page.paragraph(page.word(TITLE), BOLD)]
    results = clause_matrix(assessment)
    if not results:
        return [*lines, *page.paragraph(page.word(NO_REGISTER))]
    for one in results:
        document = one.register.document
        title = page.word(NAMED, page.told(document.title), visible(document.edition))
        lines += ["", *page.paragraph(title, BOLD), *page.paragraph(_counted(page, one))]
        head_width = max(cells(page.word(WORDS[each.standing])) for each in one.clauses)
        lines += clause_lines(page, [_row(page, each) for each in one.clauses], head_width)
    return lines


def _counted(page: Page, one: RegisterResult) -> str:
    every = [each.standing for each in one.clauses]
    met = [(each, every.count(each)) for each in ClauseStanding if each in every]
    return page.word(COMMA).join(f"{page.word(WORDS[each])} {many}" for each, many in met)


def _row(page: Page, one: ClauseResult) -> ClauseRow:
    told = answered(page, one.clause, one.rules, one.because)
    return ClauseRow(one.clause, page.word(WORDS[one.standing]), told, _COLOURS.get(one.standing, ()))
