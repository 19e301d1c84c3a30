"""The annexes: what is to be submitted, and everything that the rules refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeGuard

from footrule.model import expression as model
from footrule.model.standard import CitedDocument, DeclaredDatum, Example, Rule
from footrule.model.types import RecordType, Type
from footrule.model.walk import below, expressions_in
from footrule.publish import words_of_changes
from footrule.publish import words_of_page as words
from footrule.publish.clauses import clauses
from footrule.publish.html import Markup, breaking, joined, tag, text
from footrule.publish.not_applied import not_applied
from footrule.publish.order import by_number
from footrule.publish.parameters import parameter_link
from footrule.publish.parameters import parameters as rows_of_parameters
from footrule.publish.sheet import Sheet
from footrule.sentence.of_declared import kind_in_words
from footrule.submission.factor_vocabulary import EMISSION_FACTOR
from footrule.text.wording import Wording

Annex = tuple[Wording, Callable[[Sheet], Markup]]


def data(sheet: Sheet) -> Markup:
    """What the document asks of its submitters."""
    standard = sheet.standard
    if not standard.data:
        return _paragraph(sheet, words.NO_DATA)
    required = {rule.id: rule for rule in standard.rules}
    heads = [words.NAME, words.MEANING, words.KIND, words.UNIT, words.REQUIRED]
    rows = [_datum(sheet, one, required.get(one.rule or "")) for one in standard.data]
    return sheet.table(heads, rows, "list data")


def _datum(sheet: Sheet, datum: DeclaredDatum, rule: Rule | None) -> list[Markup]:
    kind = sheet.both(lambda language: Markup(kind_in_words(datum.type, sheet.sentences.voice(language))))
    meaning = sheet.told(datum.text or Wording((("en", datum.name),)))
    unit = text(datum.unit.symbol if datum.unit is not None else "")
    name = tag("code", text(datum.name))
    if rule is None:
        return [name, meaning, kind, unit, sheet.word(words.NOT_REQUIRED)]
    said = sheet.both(lambda language: Markup(sheet.sentences.rule(rule, language)))
    return [tag("span", name, id=rule.id), meaning, kind, unit, said]


def parameters(sheet: Sheet) -> Markup:
    """Every limit and choice."""
    return _or_none(sheet, [words.NAME, words.VALUE, words.BASIS], rows_of_parameters(sheet), "list parameters")


def codes(sheet: Sheet) -> Markup:
    """The codes that the document declares, beside those of the submission's own lists."""
    rows = [
        [tag("code", text(listed.name)), tag("code", text(code)), sheet.told(title)]
        for listed in sheet.standard.codes
        for code, title in listed.codes
    ]
    return _or_none(sheet, [words.LIST, words.CODE, words.MEANING], rows, "list compact")


def fields(sheet: Sheet) -> Markup:
    """The fields of the submission that decide something, by record."""
    used = sorted(set(_fields_used(sheet)))
    rows = [[tag("code", text(f"{record}.{name}")), _meaning(sheet, record, name)] for record, name in used]
    return _or_none(sheet, [words.NAME, words.MEANING], rows, "list compact")


def _meaning(sheet: Sheet, record: str, name: str) -> Markup:
    return sheet.both(lambda language: text(sheet.sentences.voice(language).names.field(record, name) or name))


def _is_submitted(kind: Type) -> TypeGuard[RecordType]:
    """Whether fields of that type stand in a submission: those of a factor stand in the factor database."""
    return isinstance(kind, RecordType) and kind.shape != EMISSION_FACTOR


def _fields_used(sheet: Sheet) -> Iterator[tuple[str, str]]:
    for part in (*sheet.standard.rules, *sheet.standard.allocations):
        for outermost in expressions_in(part):
            for node in below(outermost):
                if isinstance(node, model.SubmissionField) and not isinstance(node.type, RecordType):
                    yield "footprint", node.name
                elif isinstance(node, model.FieldOf) and _is_submitted(of := node.base.type):
                    yield of.shape, node.name


def documents(sheet: Sheet) -> Markup:
    """The documents that rules cite, in the edition that is meant, each with its clauses."""
    standard = sheet.standard
    citing = [(sheet.link(one.id), one.cites) for one in standard.rules]
    citing += [(sheet.link(one.id), one.cites) for one in standard.allocations]
    citing += [(parameter_link(one), one.cites) for one in standard.parameters]
    cited: dict[CitedDocument, dict[str, list[Markup]]] = {}
    for citer, cites in citing:
        for cite in cites:
            cited.setdefault(cite.document, {}).setdefault(cite.clause, []).append(citer)
    rows = [
        [sheet.told(document.title), text(document.edition), _clauses(sheet, cited_clauses)]
        for document, cited_clauses in cited.items()
        if document.name != sheet.standard.id
    ]
    return _or_none(sheet, [words.TITLE, words.EDITION, words.CITED_BY], rows, "list cited")


def _clauses(sheet: Sheet, cited: dict[str, list[Markup]]) -> Markup:
    lines = (tag("li", breaking(one), sheet.colon, sheet.listed(cited[one])) for one in sorted(cited, key=by_number))
    return tag("ul", *lines, class_="clauses")


def potentials(sheet: Sheet) -> Markup:
    """Global warming potentials: no document declares any yet."""
    return _paragraph(sheet, words.NO_POTENTIALS)


def examples(sheet: Sheet) -> Markup:
    """The examples by which the document is tested, and what each comes to."""
    rows = [[sheet.plain(one.title), _outcome(sheet, one)] for one in sheet.standard.examples]
    return _or_none(sheet, [words.TITLE, words.OUTCOME], rows)


def _outcome(sheet: Sheet, example: Example) -> Markup:
    parts = [(words.FAILS, example.fails), (words.UNDETERMINED, example.undetermined)]

    said = [
        tag("div", tag("span", sheet.word(outcome), class_="outcome"), sheet.colon, sheet.links(ids))
        for outcome, ids in parts
        if ids
    ]
    return joined(*said) if said else tag("span", sheet.word(words.CONFORMS), class_="outcome")


def _paragraph(sheet: Sheet, said: Wording) -> Markup:
    return sheet.pair(lambda language: tag("p", text(said.in_language(language))))


def _or_none(sheet: Sheet, heads: list[Wording], rows: list[list[Markup]], class_: str = "") -> Markup:
    return sheet.table(heads, rows, class_) if rows else _paragraph(sheet, words.NONE_DECLARED)


ANNEXES: tuple[Annex, ...] = (
    (words.DATA, data),
    (words.PARAMETERS, parameters),
    (words.CODES, codes),
    (words.FIELDS, fields),
    (words.DOCUMENTS, documents),
    (words.CLAUSES, clauses),
    (words_of_changes.RULES_NOT_APPLIED, not_applied),
    (words.POTENTIALS, potentials),
    (words.ALL_EXAMPLES, examples),
)
"""The annexes in their order."""
