"""What is made to check does check, and keeps its meaning when it is laid out and when its keywords change language."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from footrule.builtins import ALL
from footrule.check.collections import AGGREGATES
from footrule.frozen import Frozen
from footrule.model import expression as model
from footrule.model.standard import Allocation, Asserted, Attested, Iteration, Requirement, Rule, Standard
from footrule.model.walk import below
from footrule.syntax import expression_tree
from footrule.syntax import tree as written_tree
from footrule.syntax.clause_tree import ClausesNode
from footrule.syntax.format import formatted
from footrule.syntax.keywords import IN_CHINESE
from footrule.text.diagnostic import Severity, Sink
from footrule.text.snippet import snippet
from footrule.text.source import Source
from tests.language.small_world import checked_file
from tests.properties.dice import BOUNDED, Thrown
from tests.properties.parts import Part
from tests.properties.written_standards import Standards, standards
from tests.syntax.test_keywords import meaning, tree_of, with_words

_STRING = r'"(?:\\.|[^"\\\n])*"'
_PAIRS = "|".join(keyword.replace(" ", r"\s+") for keyword in IN_CHINESE if " " in keyword)
_WORD = re.compile(rf'[^\s"]+[ \t]*:|\b(?:{_PAIRS})\b|[^\s"]+ CO2e?\S*|(?:zh|de)\s*{_STRING}|{_STRING}|[^\s"]+')
"""What a remark may stand before or after: words, and those that are one to the reader: pairs, a name and its colon."""


def standard_from(written: Part) -> Standard:
    """The checked standard, which has no mistakes; drafting may be complained of."""
    standard, diagnostics = checked_file(str(written))
    errors = [snippet(one, "en") for one in diagnostics if one.severity is Severity.ERROR]
    assert not errors, "\n".join(errors)
    assert standard is not None
    return standard


@BOUNDED
@given(standards())
def test_what_is_made_to_check_does(written: Part) -> None:
    standard = standard_from(written)
    assert len(standard.rules) >= len(written.having("rule"))
    assert len(standard.allocations) == len(written.having("allocation"))


@BOUNDED
@given(standards())
def test_laid_out_it_is_the_same_tree_and_twice_is_once(written: Part) -> None:
    text = str(written)
    once = formatted(Source("test.pcr", text), Sink())
    assert once is not None
    assert meaning(tree_of(once)) == meaning(tree_of(text))
    assert formatted(Source("test.pcr", once), Sink()) == once


REMARKS = ("# a remark", '# "quoted"', "# 注 shall {", "#")


@BOUNDED
@given(standards(), st.randoms(use_true_random=False))
def test_in_chinese_words_and_back_nothing_changes_remarks_neither(written: Part, random: Random) -> None:
    text = remarked(str(written), random)
    english = with_words(text, "en")
    chinese = with_words(english, "zh")
    assert with_words(chinese, "en") == english
    assert with_words(chinese, "zh") == chinese
    assert meaning(tree_of(chinese)) == meaning(tree_of(str(written)))
    assert remarks(chinese) == remarks(english) == remarks(text)


def remarked(text: str, random: Random) -> str:
    """The text with remarks put in between some words, each of which ends its line."""
    ends = [found.end() for found in _WORD.finditer(text)]
    for end in sorted(random.sample(ends, min(len(ends), 4)), reverse=True):
        text = f"{text[:end]} {random.choice(REMARKS)}\n{text[end:]}"
    return text


def remarks(text: str) -> list[str]:
    """The remarks of a text in order."""
    return [found for found in re.findall(rf"{_STRING}|(#[^\n]*)", text) if found]


# What the generator makes: everything that the language has


def conditions_of(rule: Rule) -> list[model.Expression]:
    """Every expression of a rule."""
    found = [let.value for let in rule.lets]
    found += [] if rule.when is None else [rule.when]
    found += [] if rule.phase_in is None else [rule.phase_in.against]
    found += [] if rule.for_each is None else ranged(rule.for_each)
    return found + [one for requirement in rule.requirements for one in conditions_in(requirement)]


def conditions_in(requirement: Requirement) -> list[model.Expression]:
    """Every expression of a requirement."""
    found = [requirement.asserted] if isinstance(requirement, Asserted) else []
    return found if requirement.when is None else [*found, requirement.when]


def ranged(iteration: Iteration) -> list[model.Expression]:
    """The expressions of a range."""
    return [iteration.source, *([] if iteration.condition is None else [iteration.condition])]


def test_all_that_the_language_has_is_made() -> None:
    """Of 250 standards; a construct that is added to the language has to be added to the generator."""
    nodes: Counter[object] = Counter()
    syntax: Counter[type] = Counter()
    for seed in range(250):
        text = str(Standards(Thrown(Random(seed))).file())
        count_nodes(tree_of(text), syntax)
        standard, _ = checked_file(text)
        assert standard is not None
        for rule in standard.rules:
            nodes.update(type(one) for one in rule.requirements)
            nodes.update(one.modality for one in rule.requirements)
            for node in (node for whole in conditions_of(rule) for node in below(whole)):
                nodes.update([type(node), *said_by(node)])
        nodes.update(type(one) for one in standard.allocations)
    # What is about other files is written in none of these: open parameters, changes of rules, registers.
    expressions = set(model.Expression.__args__) - {model.UnsetParameter}
    made_of = (*expressions, Asserted, Attested, Allocation, "shall", "should", "may", *NAMED, *ENUMS)
    assert [one for one in made_of if nodes[one] < 3] == []
    read = (*expression_tree.Expression.__args__, *set(written_tree.Item.__args__) - NOT_WRITTEN)
    assert [one for one in read if syntax[one] < 3] == []


NOT_WRITTEN = {
    written_tree.ExampleNode, written_tree.OpenParameterNode, written_tree.SetParameterNode, written_tree.TightenNode,
    written_tree.ReplaceNode, written_tree.WaiveNode, ClausesNode,
}  # fmt: skip
ENUMS = (*model.Operator, *model.Sign, *model.TextTest, *model.Quantifier)
NAMED = (*ALL, *AGGREGATES)


def said_by(node: model.Node) -> list[object]:
    """The operator, the sign, or the name of a function that a node has."""
    match node:
        case model.ArithmeticOf():
            return [node.operator]
        case model.ComparisonOf():
            return [node.sign]
        case model.TextTestOf():
            return [node.test]
        case model.QuantifiedOver():
            return [node.quantifier]
        case model.AggregateOver() | model.BuiltinCall():
            return [node.name]
        case _:
            return []


def count_nodes(node: object, seen: Counter[type]) -> None:
    """Count what a tree consists of."""
    if isinstance(node, tuple):
        for one in node:
            count_nodes(one, seen)
    elif isinstance(node, Frozen):
        seen[type(node)] += 1
        for name in node.__match_args__:
            count_nodes(getattr(node, name), seen)
