"""What texts and rules are called: titles and messages that were copied, ids and names that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from footrule.drafting import problems
from footrule.drafting.rule_texts import RuleText, rule_texts
from footrule.model import standard
from footrule.syntax import tree
from footrule.text.diagnostic import Diagnostic
from footrule.text.source import Span

_ID = re.compile(r"(?P<prefix>.*?-)(?P<section>\d+)\.\w+")
_BRACES_OR_NAME = re.compile(r"\{[^{}]*\}?|`[^`]*`|(?<![\w.\\-])[A-Za-z]\w*(?:\.[a-z]\w*)*", re.ASCII)
_FEWEST_THAT_FOLLOW = 3


def names(written: tree.Tree, checked: standard.Standard) -> Iterator[Diagnostic]:
    """What is wrong with the ids and titles of the rules in a file, and with the names in their texts."""
    rules = list(rule_texts(written))
    yield from _copied(written, rules)
    yield from _out_of_section(written)
    yield from _unknown_ids(written, rules, {rule.id for rule in checked.rules} | {one.id for one in checked.waived})
    yield from _without_braces(written, rules, checked)


def _copied(written: tree.Tree, rules: Iterable[RuleText]) -> Iterator[Diagnostic]:
    """A title that another rule has, or a message of another rule."""
    titles: dict[str, tuple[str, Span]] = {}
    messages: dict[str, tuple[RuleText, tree.WordingNode]] = {}
    for rule in rules:
        if rule.title is not None:
            first, place = titles.setdefault(str(rule.title.wording), (rule.id.text, rule.title.span))
            if place != rule.title.span:
                yield problems.same_title(written.source, rule.title.span, place, first)
        for one in rule.requirements:
            if one.otherwise is not None and "{" not in str(one.otherwise.wording):
                other, said = messages.setdefault(str(one.otherwise.wording), (rule, one.otherwise))
                if other is not rule:
                    yield problems.same_message(written.source, one.otherwise.span, said.span, other.id.text)


def _out_of_section(written: tree.Tree) -> Iterator[Diagnostic]:
    """The one rule whose id names another section, where the ids of all the others name their own."""
    section: str | None = None
    astray: list[tuple[tree.RuleNode, str]] = []
    following = 0
    for item in written.items:
        if isinstance(item, tree.SectionNode):
            section = item.number
        elif isinstance(item, tree.RuleNode):
            found = _ID.fullmatch(item.id.text)
            if section is None or found is None:
                return
            if found["section"] == section.partition(".")[0]:
                following += 1
            else:
                astray.append((item, section))
    if following >= _FEWEST_THAT_FOLLOW and len(astray) == 1:
        ((rule, stands_in),) = astray
        yield problems.other_section(written.source, rule.id.span, rule.id.text, stands_in)


def _unknown_ids(written: tree.Tree, rules: list[RuleText], known: set[str]) -> Iterator[Diagnostic]:
    """A text that names a rule which there is not, of the kind of those that are written in this file."""
    prefixes = {rule.id.text.partition("-")[0] for rule in rules if "-" in rule.id.text}
    if not prefixes:
        return
    mention = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(prefixes)))})-\w+(?:\.\w+)*", re.ASCII)
    shapes = {_shape(one) for one in known}
    for rule in rules:
        for node in (rule.title, *rule.notes, *(one.otherwise for one in rule.requirements)):
            for place in () if node is None else node.places:
                for found in mention.finditer(written.source.text, place.start, place.end):
                    if found[0] not in known and _shape(found[0]) in shapes and not _stands(written, found[0]):
                        yield problems.unknown_rule(written.source, Span(*found.span()), found[0], known)


def _stands(written: tree.Tree, id: str) -> bool:
    """Whether the file has such a rule that could not be read."""
    return re.search(rf"(?:rule|规则)\s+{re.escape(id)}(?!\w)", written.source.text) is not None


def _shape(id: str) -> str:
    """An id with its letters and digits made alike: only what looks like a rule is taken for one."""
    return re.sub("[a-z]", "a", re.sub("[A-Z]", "A", re.sub("[0-9]", "9", id)))


def _without_braces(written: tree.Tree, rules: Iterable[RuleText], checked: standard.Standard) -> Iterator[Diagnostic]:
    """A message with the name of a value in place of the value; only names that no word of a language is like."""
    text = written.source.text
    named = [item.name.text for item in written.items if isinstance(item, tree.ParameterNode | tree.DefineNode)]
    named += [one.name for one in checked.parameters] + [one.name for one in checked.definitions]
    declared = {name for name in named if "_" in name}
    lets = {rule.id: [let.name for let in rule.lets] for rule in checked.own_rules}
    for rule in rules:
        of_rule = (*(let.name.text for let in rule.lets), *lets.get(rule.id.text, ()))
        own = {name for name in of_rule if "_" in name}
        for one in rule.requirements:
            for place in () if one.otherwise is None else one.otherwise.places:
                plain = text[place.start : place.end]
                if "_" not in plain and "." not in plain:
                    continue
                for found in _BRACES_OR_NAME.finditer(plain):
                    word = found[0]
                    if word in declared or word in own or ("." in word and _asked(text, one, word)):
                        yield problems.name_without_braces(
                            written.source, Span(place.start + found.start(), place.start + found.end()), word
                        )


def _asked(text: str, one: tree.RequirementNode | tree.AttestedNode, path: str) -> bool:
    """Whether a requirement itself names this field."""
    if not isinstance(one, tree.RequirementNode) or path[0] in "{`":
        return False
    asserted = text[one.asserted.span.start : one.asserted.span.end]
    return re.search(rf"(?<![\w.]){re.escape(path)}(?![\w.])", asserted) is not None
