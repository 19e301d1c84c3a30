"""After a mistake, what can be read is read: where each stands, and what the rest declares and says."""

from __future__ import annotations

import pytest

from footrule.syntax.parse import parse
from footrule.syntax.recover import MOST_BROKEN_PARTS
from footrule.syntax.tree import RuleNode, Tree
from footrule.text.diagnostic import Sink
from footrule.text.source import Source

HEAD = 'library small 1.0.0\n  title "Small"\n'
GOOD = 'rule B-{} "Good"\n  cite d "1"\n  shall true\n'
BAD = 'rule A-{} "Bad"\n  cite d "1"\n  must true\n'


def read(text: str) -> tuple[Tree | None, Sink]:
    """What is made of a text."""
    sink = Sink()
    return parse(Source("test.pcr", text), sink), sink


def rules(tree: Tree) -> list[str]:
    """The ids of the rules that were read."""
    return [item.id.text for item in tree.items if isinstance(item, RuleNode)]


def test_as_many_broken_parts_as_are_left_out_leave_the_others() -> None:
    text = HEAD + "".join(BAD.format(number) + GOOD.format(number) for number in range(MOST_BROKEN_PARTS))
    tree, sink = read(text)
    assert tree is not None
    assert rules(tree) == [f"B-{number}" for number in range(MOST_BROKEN_PARTS)]
    assert [part.names for part in tree.unread] == [{f"A-{number}"} for number in range(MOST_BROKEN_PARTS)]
    assert len(sink) == MOST_BROKEN_PARTS
    assert read(text + BAD.format("X"))[0] is None


def test_a_node_stands_where_it_stands_in_the_text_as_written() -> None:
    text = HEAD + BAD.format(1) + GOOD.format(1)
    tree, _ = read(text)
    assert tree is not None
    (rule,) = (item for item in tree.items if isinstance(item, RuleNode))
    assert text[rule.id.span.start : rule.id.span.end] == "B-1"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("parameter cap 3 %\n", {"cap"}),
        ('document iso "ISO"\n', {"iso"}),
        ("define x := 3\n", {"x"}),
        ('rule a-1 "x"\n', {"a-1", "A-1"}),
        ("paramter cap = 3 %\n", {"cap"}),
        ("参数 上限 3 %\n", {"上限"}),
        ('section Scope "x"\n', {"Scope"}),
        ('example e\n  from "a.json"\n', {"e"}),
    ],
)
def test_what_a_broken_part_declares_is_known(text: str, names: set[str]) -> None:
    tree, _ = read(HEAD + GOOD.format(1) + text + GOOD.format(2))
    assert tree is not None
    assert rules(tree) == ["B-1", "B-2"]
    assert [part.names for part in tree.unread] == [names]


@pytest.mark.parametrize(
    ("first", "line"),
    [
        ("library small 1.0", '  title "Small"'),
        ("库 s 1.0.0", '  title "Small"'),
        ("library small 1.0.0", "  title Small"),
        ("library small 1.0.0", "  in force 2026"),
    ],
)
def test_a_broken_head_leaves_the_rules(first: str, line: str) -> None:
    tree, sink = read(f"{first}\n{line}\n" + GOOD.format(1))
    if first.startswith("库"):
        assert tree is None  # without its first word, nothing says where a file begins
    else:
        assert tree is not None
        assert rules(tree) == ["B-1"]
    assert len(sink) == 1


def test_a_broken_line_of_the_head_may_have_brought_in_any_rule() -> None:
    tree, _ = read(f"{HEAD}  extends other\n" + GOOD.format(1))
    assert tree is not None
    assert [part.names for part in tree.unread] == [frozenset()]


def test_a_file_without_a_mistake_is_whole() -> None:
    tree, sink = read(HEAD + GOOD.format(1))
    assert tree is not None
    assert tree.unread == ()
    assert len(sink) == 0
