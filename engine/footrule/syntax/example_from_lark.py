"""Example blocks: from the parser's generic tree to the frozen nodes of `tree`."""

from __future__ import annotations

from dataclasses import replace

from lark import Token, Tree

from footrule.measure.decimal import Printed
from footrule.syntax import tree
from footrule.syntax.expression_from_lark import Branch, ExpressionBuilder, TooDeep, token_span, unquoted
from footrule.syntax.expression_tree import DEEPEST


def example(branch: Branch, build: ExpressionBuilder) -> tree.ExampleNode:
    """One example with its lines in the order they were written."""
    title, *lines = branch.children
    assert isinstance(title, Token)
    changes: list[tree.SetNode | tree.WithoutNode | tree.AttestationNode] = []
    files: dict[str, str] = {}
    beside: list[str] = []
    outcomes: dict[str, tuple[tree.Name, ...]] = {}
    for line in lines:
        assert isinstance(line, Tree)
        kind = str(line.data)
        if kind in ("example_from", "example_with"):
            files[kind] = unquoted(_token(line, 0))
        elif kind == "example_beside":
            beside.append(unquoted(_token(line, 0)))
        elif kind in ("conforms", "fails", "undetermined"):
            outcomes[kind] = outcomes.get(kind, ()) + tuple(_name(child) for child in line.children)
        else:
            changes.append(_change(line, build))
    return tree.ExampleNode(
        title=unquoted(title),
        file=files.get("example_from"),
        predecessor=files.get("example_with"),
        beside=tuple(beside),
        changes=tuple(changes),
        conforms="conforms" in outcomes,
        fails=outcomes.get("fails", ()),
        undetermined=outcomes.get("undetermined", ()),
        span=token_span(title, 0),
    )


def _change(line: Branch, build: ExpressionBuilder) -> tree.SetNode | tree.WithoutNode | tree.AttestationNode:
    if line.data == "example_attested":
        return tree.AttestationNode(_name(line.children[0]), _name(line.children[1]))
    path = _path(line.children[0], build)
    if line.data == "example_without":
        return tree.WithoutNode(path)
    return tree.SetNode(path, _value(line.children[1], build))


def _path(branch: Branch | Token, build: ExpressionBuilder) -> tree.PathNode:
    assert isinstance(branch, Tree)
    steps: list[str | int | tree.ById] = [str(_token(branch, 0))]
    for step in branch.children[1:]:
        assert isinstance(step, Tree)
        token = _token(step, 0)
        match str(step.data):
            case "path_index":
                steps.append(int(token[:9]))
            case "path_id":
                steps.append(tree.ById(unquoted(token)))
            case _:
                steps.append(str(token))
    return tree.PathNode(tuple(steps), build.span(branch))


def _value(branch: Branch | Token, build: ExpressionBuilder, depth: int = 0) -> tree.ExampleValue:
    assert isinstance(branch, Tree)
    if depth >= DEEPEST:
        raise TooDeep(build.span(branch))
    match str(branch.data):
        case "value_text":
            return unquoted(_token(branch, 0))
        case "value_number":
            number = _number(branch.children[0], build)
            return number if len(branch.children) == 1 else tree.SetAmount(number, _name(branch.children[1]))
        case "value_true" | "value_false":
            return branch.data == "value_true"
        case "value_code":
            return _name(branch.children[0])
        case "value_list":
            return tuple(_value(child, build, depth + 1) for child in branch.children)
        case other:
            assert other == "value_record", f"the grammar has a value {other} that nothing builds"
            return {
                str(_token(one, 0)): _value(one.children[1], build, depth + 1)
                for one in branch.children
                if isinstance(one, Tree)
            }


def _number(branch: Branch | Token, build: ExpressionBuilder) -> Printed:
    assert isinstance(branch, Tree)
    sign, number = ("", branch.children[0]) if len(branch.children) == 1 else ("-", branch.children[1])
    assert isinstance(number, Token)
    read = build.number(number)
    return replace(read, text=f"-{read.text}", value=-read.value) if sign else read


def _token(branch: Branch, index: int) -> Token:
    child = branch.children[index]
    assert isinstance(child, Token)
    return child


def _name(child: Branch | Token) -> tree.Name:
    assert isinstance(child, Token)
    return tree.Name(str(child), token_span(child, 0))
