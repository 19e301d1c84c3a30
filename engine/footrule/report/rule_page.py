"""One rule as a page: where it is from, what it cites, how it reads, its parameters, and what can keep it undecided."""

from __future__ import annotations

from textwrap import dedent

from footrule.assess.sentences import sentences_of
from footrule.evaluate.evidence import shown_value
from footrule.model import expression as model
from footrule.model.doubt import Doubt, DoubtKind, worth_saying
from footrule.model.standard import (
    Allocation,
    Attested,
    Citation,
    HowChanged,
    Parameter,
    Requirement,
    Rule,
    Standard,
)
from footrule.model.walk import expressions_in, parameters_in
from footrule.report import wording_of_report as words
from footrule.report.ink import BOLD, Ink
from footrule.report.layout import indented
from footrule.report.page import NARROWEST, Page, Row, label_column, labelled, text_row
from footrule.report.visible import visible
from footrule.text.wording import Wording, worded

FROM = worded("from", "出处")
SECTION = worded("{standard}, section {section}", "{standard}，第 {section} 章")
SENTENCE = worded("WHAT IT SAYS", "条文")
PARAMETERS = worded("PARAMETERS", "参数")
REQUIREMENTS = worded("REQUIREMENTS", "要求")
HOW_CHANGED = {
    HowChanged.TIGHTENED: worded("a rule of {standard}, tightened by {by}", "{standard} 的规则，由 {by} 加严"),
    HowChanged.REPLACED: worded("a rule of {standard}, replaced by {by}", "{standard} 的规则，由 {by} 代替"),
}
NOT_SET = worded("not set", "尚未设定")
BECAUSE_OF = worded("{what}, because: {why}", "{what}，理由：{why}")
NEVER = worded("is decided for every submission", "对任何提交数据均可判定")
BECAUSE = worded("can be undetermined because:", "在以下情形无法判定：")
UNUSABLE = worded("what is given may be unusable: {names}", "已给出的内容可能无法使用：{names}")


def rule_page(rule: Rule | Allocation, home: Standard, file: str, language: str, width: int, colour: bool) -> str:
    """The page of a rule, or of an allocation; `home` is the standard that it is written in, `file` where that stands.

    The rule's own text keeps its lines, however wide they are.
    """
    page = Page(language, max(width, NARROWEST), Ink(colour))
    lines = page.hanging(visible(rule.id), page.told(rule.title), BOLD)
    rows = [text_row(FROM, _origin(page, rule, home), visible(file)), *_changes(page, rule), *_cited(page, rule.cites)]
    lines += labelled(page, label_column(page, (FROM, words.CHANGED, words.CLAUSE, words.LIMIT)), rows)
    lines += ["", *(visible(line) for line in dedent(rule.written).splitlines())]
    lines += ["", page.ink(page.word(SENTENCE), BOLD), *indented(_sentence(page.narrower(2), rule, home), 2)]
    parameters = _parameters(rule, home)
    if parameters:
        lines += ["", page.ink(page.word(PARAMETERS), BOLD)]
        for parameter in parameters:
            lines += indented(_parameter(page.narrower(2), parameter), 2)
    if isinstance(rule, Rule):
        lines += ["", page.ink(page.word(REQUIREMENTS), BOLD)]
        for requirement in rule.requirements:
            lines += indented(_requirement(page.narrower(2), requirement), 2)
    for note in rule.notes:
        lines += ["", *page.paragraph(page.told(note))]
    return "\n".join(lines)


def _changes(page: Page, rule: Rule | Allocation) -> list[Row]:
    """What files that extend the rule's own made of it."""
    changes = rule.changes if isinstance(rule, Rule) else ()
    texts = [
        because(page, page.word(HOW_CHANGED[one.how], by=visible(one.by), standard=visible(rule.standard)), one.because)
        for one in changes
    ]
    return [text_row(words.CHANGED, *texts)] if texts else []


def because(page: Page, what: str, why: Wording | None) -> str:
    """What was done, with its reason where there is one."""
    return what if why is None else page.word(BECAUSE_OF, what=what, why=page.told(why))


def _sentence(page: Page, rule: Rule | Allocation, home: Standard) -> list[str]:
    sentences = sentences_of(home)
    if isinstance(rule, Rule):
        return page.paragraph(visible(sentences.rule(rule, page.language)))
    return page.paragraph(visible(sentences.allocation(rule, page.language)))


def _origin(page: Page, rule: Rule | Allocation, home: Standard) -> str:
    standard = f"{page.told(home.title)} {home.version}"
    if rule.standard != home.id:
        return standard
    return standard if rule.section is None else page.word(SECTION, standard=standard, section=visible(rule.section))


def _cited(page: Page, cites: tuple[Citation, ...]) -> list[Row]:
    texts = [
        f"{page.in_brackets(page.told(cite.document.title), visible(cite.document.edition))}, {visible(cite.clause)}"
        for cite in cites
    ]
    return [text_row(words.CLAUSE, *texts)] if texts else []


def _parameters(rule: Rule | Allocation, home: Standard) -> list[Parameter]:
    """The parameters that the rule depends on, in the order of the file."""
    used = {name for node in expressions_in(rule) for name in parameters_in(node)}
    return [one for one in home.parameters if one.name in used]


def _parameter(page: Page, parameter: Parameter) -> list[str]:
    lines = page.paragraph(f"{visible(parameter.name)} = {parameter_value(page, parameter.value)}")
    rows = _cited(page.narrower(2), parameter.cites)
    if parameter.provisional is not None:
        rows.append(text_row(words.LIMIT, page.word(words.PROVISIONAL, text=page.told(parameter.provisional))))
    column = label_column(page, (words.CLAUSE, words.LIMIT))
    return lines + indented(labelled(page.narrower(2), column, rows), 2)


def parameter_value(page: Page, value: model.Expression) -> str:
    """The value of a parameter, or that it has none."""
    if isinstance(value, model.UnsetParameter):
        return page.word(NOT_SET)
    return visible(shown_value(value.value)) if isinstance(value, model.Constant) else visible(value.written)


def _requirement(page: Page, requirement: Requirement) -> list[str]:
    lines = page.paragraph(visible(_written(page, requirement)))
    said = [page.told(one.wording) for one in worth_saying(requirement.doubts) if one.kind is not DoubtKind.UNUSABLE]
    said += _unusable(page, requirement.doubts)
    if not said:
        return lines + indented(page.narrower(2).paragraph(page.word(NEVER)), 2)
    lines += indented(page.narrower(2).paragraph(page.word(BECAUSE)), 2)
    for one in said:
        lines += indented(page.narrower(2).hanging("-", one), 2)
    return lines


def _written(page: Page, requirement: Requirement) -> str:
    """The requirement on one line: of what data decide, `written` is the condition, of what a person judges, all."""
    if isinstance(requirement, Attested):
        return requirement.written
    if requirement.when is None:
        return f"{requirement.modality} {requirement.written}"
    return f"{requirement.modality} {requirement.written} when {requirement.when.written}"


def _unusable(page: Page, doubts: tuple[Doubt, ...]) -> list[str]:
    """What may be unusable, in one sentence: it is true of everything that is given."""
    names = [f"`{visible(one.what)}`" for one in worth_saying(doubts) if one.kind is DoubtKind.UNUSABLE]
    return [page.word(UNUSABLE, names=page.word(words.COMMA).join(names))] if names else []
