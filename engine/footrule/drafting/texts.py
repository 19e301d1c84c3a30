"""How the texts of a standard are drafted: languages, verbs, punctuation, names.

GB/T 1.1-2020 (Annex C) and ISO/IEC Directives Part 2 (verbs in clause 7, notes in clause 24; clauses from recollection,
so provisional) agree on the verbs, and that a note holds no requirement. Punctuation of Chinese texts: GB/T 15834-2011.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from footrule.drafting import problems
from footrule.drafting.rule_texts import RuleText
from footrule.frozen import Frozen, dataclass
from footrule.syntax import tree
from footrule.syntax.clause_tree import ClausesNode
from footrule.text.diagnostic import Diagnostic
from footrule.text.source import Source, Span

_STRONGER_THAN_SHALL = re.compile("必须|务必|严禁|(?<![必务无毋胡触])须(?![知臾弥])")
_MUST = re.compile(r"\bmust\b(?!-)|\b(?:has|have) to\b(?! do with)", re.IGNORECASE)
_REQUIREMENT = {
    "en": re.compile(r"\b(shall|must)\b", re.IGNORECASE),
    "zh": re.compile("应当|应该|不应|不得|必须|(?<![供响相反对适效感])应(?=[按由符满在全予给提采])"),
}
_RECOMMENDATION = {
    "en": re.compile(r"(?<=[a-z,;)}] )should\b(?! there\b)"),
    "zh": re.compile("(?<![适便事相时权合机])不?宜(?=[给说采按提填选列写用明])"),
}
_DEMAND = {"en": re.compile(r"\bshall\b"), "zh": re.compile("(?<![供响相反对适效感])应(?=[给说采按提填列写予])|不得")}
_HALF_WIDTH = re.compile(r"(?<=[\u4e00-\u9fff])[,;:?!](?= ?[\u4e00-\u9fff])")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_BRACES = re.compile(r"\{[^{}]*\}")
_SAYS_NOTHING = {"", "tbd", "tbc", "todo", "n/a", "xxx", "待定", "待补", "待补充", "暂无", "略"}
_Citing = (
    tree.RuleNode | tree.TightenNode | tree.WaiveNode | tree.AllocateNode | tree.ParameterNode | tree.SetParameterNode
)  # fmt: skip
_TRIMMED = " \t.…-–—?？。,，*_/"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TextPlace(Frozen):
    """A text that readers meet, what it belongs to, and, of a message, the verb of its requirement."""

    node: tree.WordingNode
    kind: str
    modality: str | None = None


def texts(written: tree.Tree) -> Iterator[Diagnostic]:
    """What is wrong with the texts of a file."""
    title = written.header.title
    wanted = () if title is None else title.wording.languages
    for one in [TextPlace(title, "title")] if title is not None else []:
        yield from _in_its_language(written.source, one.node)
    for item in written.items:
        if isinstance(item, tree.DocumentNode):
            yield from _in_its_language(written.source, item.title)
        elif isinstance(item, tree.CodesNode):
            for _, meaning in item.codes:
                yield from _in_its_language(written.source, meaning)
        elif isinstance(item, ClausesNode):
            for clause in item.clauses:
                yield from _in_its_language(written.source, clause.title)
    for one in _texts(written):
        yield from _languages(written.source, one.node, wanted)
        for (tag, _), place in zip(one.node.wording.texts, one.node.places, strict=True):
            yield from _one_text(written.source, one, tag.partition("-")[0], place)
    yield from _empty_sources(written)


def _texts(written: tree.Tree) -> Iterator[TextPlace]:
    """The texts that a reader of the report or of the standard meets; titles of cited documents are their own."""
    for item in written.items:
        match item:
            case tree.ParameterNode(provisional=tree.WordingNode() as why):
                yield TextPlace(why, "reason")
            case ClausesNode():
                for clause in item.clauses:
                    if clause.because is not None:
                        yield TextPlace(clause.because, "reason")
            case tree.OpenParameterNode(text=why) | tree.WaiveNode(because=why):
                yield TextPlace(why, "reason")
            case tree.SetParameterNode(provisional=tree.WordingNode() as why):
                yield TextPlace(why, "reason")
            case tree.SectionNode(title=title):
                yield TextPlace(title, "title")
            case tree.RuleNode():
                yield from _texts_of_rule(item, None)
            case tree.TightenNode():
                yield from _texts_of_rule(item, item.because)
            case tree.ReplaceNode(rule=rule, because=because):
                yield from _texts_of_rule(rule, because)
            case tree.AllocateNode():
                yield TextPlace(item.title, "title")
                for method in item.methods:
                    if method.title is not None:
                        yield TextPlace(method.title, "title")
                for note in item.notes:
                    yield TextPlace(note, "note")
            case _:
                pass


def _texts_of_rule(rule: RuleText, because: tree.WordingNode | None) -> Iterator[TextPlace]:
    if rule.title is not None:
        yield TextPlace(rule.title, "title")
    if because is not None:
        yield TextPlace(because, "reason")
    for one in rule.requirements:
        if one.otherwise is not None:
            yield TextPlace(one.otherwise, "message", one.modality)
    for note in rule.notes:
        yield TextPlace(note, "note")


def _one_text(source: Source, one: TextPlace, language: str, place: Span) -> Iterator[Diagnostic]:
    text = source.text
    if place.end - place.start < 8 and text[place.start : place.end].strip(_TRIMMED).lower() in _SAYS_NOTHING:
        yield problems.says_nothing(source, place)
    if language == "zh":
        for found in _STRONGER_THAN_SHALL.finditer(text, place.start, place.end):
            yield problems.stronger_than_shall(source, _span(found))
        for found in _HALF_WIDTH.finditer(text, place.start, place.end):
            yield problems.half_width(source, _span(found))
    elif language == "en" and one.kind != "note":
        for found in _MUST.finditer(text, place.start, place.end):
            yield problems.must(source, _span(found))
    if one.kind == "note" and language in _REQUIREMENT:
        for found in _REQUIREMENT[language].finditer(text, place.start, place.end):
            yield problems.requirement_in_note(source, _span(found))
    elif one.modality is not None and language in _DEMAND:
        other = _RECOMMENDATION if one.modality == "shall" else _DEMAND
        for found in other[language].finditer(text, place.start, place.end):
            yield problems.other_verb(source, _span(found), one.modality)


def _languages(source: Source, node: tree.WordingNode, wanted: tuple[str, ...]) -> Iterator[Diagnostic]:
    """A standard whose title is given in two languages gives every text in both."""
    mistaken = list(_in_its_language(source, node))
    yield from mistaken
    missing = [language for language in wanted if language not in node.wording.languages]
    if missing and not mistaken:
        yield problems.language_missing(source, node.span, missing[0])


def _in_its_language(source: Source, node: tree.WordingNode) -> Iterator[Diagnostic]:
    """An English text, which one without a tag is, that is written in Chinese."""
    for (tag, text), place in zip(node.wording.texts, node.places, strict=True):
        if tag.partition("-")[0] == "en" and not text.isascii():
            plain = _BRACES.sub("", text)
            if len(_HAN.findall(plain)) > len(_LATIN.findall(plain)):
                yield problems.chinese_as_english(source, place)


def _empty_sources(written: tree.Tree) -> Iterator[Diagnostic]:
    """Citations and registers whose clause is left empty."""
    for item in written.items:
        if isinstance(item, ClausesNode):
            for one in item.clauses:
                if not one.clause.text.strip(_TRIMMED):
                    yield problems.names_no_clause(written.source, one.clause.span)
        citing = item.rule if isinstance(item, tree.ReplaceNode) else item
        if isinstance(citing, _Citing):
            for cite in citing.cites:
                if len(cite.clause) < 8 and cite.clause.strip(_TRIMMED).lower() in _SAYS_NOTHING:
                    yield problems.names_no_clause(written.source, cite.span)


def _span(found: re.Match[str]) -> Span:
    return Span(found.start(), found.end())
