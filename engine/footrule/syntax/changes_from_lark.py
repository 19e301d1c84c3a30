"""What a file changes in what it takes in: from the parser's generic tree to the frozen nodes of `tree`."""

from __future__ import annotations

from collections.abc import Callable

from lark import Tree

from footrule.syntax import tree
from footrule.syntax.expression_from_lark import Branch
from footrule.syntax.parts_from_lark import OnceOnly, PartBuilder, branches, name_of, tokens

RuleBuilder = Callable[[Branch], tree.RuleNode]
"""What builds a rule from its lines."""
SOURCES = ("provisional", "cite")
"""The lines that say where a parameter's value comes from."""


def set_parameter(branch: Branch, parts: PartBuilder) -> tree.SetParameterNode:
    """One `set parameter`. Raises TooDeep."""
    value = next(child for child in branch.children if isinstance(child, Tree) and child.data not in SOURCES)
    provisional = next(branches(branch, "provisional"), None)
    return tree.SetParameterNode(
        name_of(tokens(branch, "NAME")[0]),
        parts.expressions.build(value),
        None if provisional is None else parts.wording_in(provisional),
        parts.cites(branch),
    )


def open_parameter(branch: Branch, parts: PartBuilder) -> tree.OpenParameterNode:
    """One `parameter NAME: TYPE open`."""
    kind = datum_type(next(branches(branch, "open_type")), parts)
    return tree.OpenParameterNode(name_of(tokens(branch, "LABEL")[0]), kind, parts.wording_in(branch))


def datum_type(branch: Branch, parts: PartBuilder) -> tree.DatumTypeNode:
    """What a datum, or an open parameter, is."""
    names = tuple(name_of(token) for token in tokens(branch, "NAME"))
    return tree.DatumTypeNode(names, any(branches(branch, "listed")), parts.expressions.span(branch))


def tighten(branch: Branch, parts: PartBuilder, build: RuleBuilder) -> tree.TightenNode:
    """One `tighten`: its lines are those of a rule, fewer of which must be there. Raises TooDeep."""
    once = OnceOnly()
    for name in ("because", "phase_in", "when"):
        for line in branches(branch, name):
            once.add(line, {"phase_in": "from"}.get(name, name))
    title, because = next(branches(branch, "wording"), None), once.lines.get("because")
    rule = build(branch)
    return tree.TightenNode(
        id=rule.id,
        title=None if title is None else rule.title,
        because=None if because is None else parts.wording_in(because),
        cites=rule.cites,
        phase_in=rule.phase_in,
        when=rule.when,
        lets=rule.lets,
        requirements=rule.requirements,
        notes=rule.notes,
        repeated=tuple(once.repeated),
        span=rule.span,
    )


def replace(branch: Branch, parts: PartBuilder, build: RuleBuilder) -> tree.ReplaceNode:
    """One `replace`. Raises TooDeep."""
    return tree.ReplaceNode(build(branch), parts.wording_in(next(branches(branch, "because"))))


def waive(branch: Branch, parts: PartBuilder) -> tree.WaiveNode:
    """One `waive`."""
    return tree.WaiveNode(
        name_of(tokens(branch, "RULE_ID")[0]),
        parts.wording_in(next(branches(branch, "because"))),
        parts.cites(branch),
        parts.expressions.span(branch),
    )
