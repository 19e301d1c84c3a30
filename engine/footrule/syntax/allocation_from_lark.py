"""Allocation rules: from the parser's generic tree to the frozen nodes of `tree`."""

from __future__ import annotations

from collections.abc import Iterator

from lark import Tree

from footrule.syntax import tree
from footrule.syntax.expression_from_lark import Branch
from footrule.syntax.parts_from_lark import OnceOnly, PartBuilder, branches, name_of, tokens


def allocate(branch: Branch, parts: PartBuilder) -> tree.AllocateNode:
    """One `allocate` with its methods: its own first, then the alternatives. Raises TooDeep."""
    once = OnceOnly()
    for name in ("on_each", "when", "tolerance"):
        for line in branches(branch, name):
            once.add(line, name.replace("_", " "))
    lines = once.lines
    return tree.AllocateNode(
        id=name_of(tokens(branch, "RULE_ID")[0]),
        title=parts.wording_in(branch),
        cites=parts.cites(branch),
        on_each=_range_in(lines["on_each"], parts) if "on_each" in lines else None,
        when=parts.when(branch),
        lets=parts.lets(branch),
        methods=tuple(_method(group, parts) for group in _groups(branch)),
        tolerance=_tolerance(lines["tolerance"], parts) if "tolerance" in lines else None,
        notes=parts.texts_in(branch, "note"),
        repeated=tuple(once.repeated),
        span=parts.expressions.span(branch),
    )


def _groups(branch: Branch) -> Iterator[list[Branch]]:
    """The lines of each method; those of an alternative begin with its name."""
    group: list[Branch] = []
    for line in branch.children:
        if not isinstance(line, Tree) or line.data not in ("share", "credit", "subdivide", "alternative"):
            continue
        if line.data == "alternative":
            yield group
            group = []
        group.append(line)
    yield group


def _method(lines: list[Branch], parts: PartBuilder) -> tree.MethodNode:
    named = lines[0] if lines and lines[0].data == "alternative" else None
    return tree.MethodNode(
        name=None if named is None else name_of(tokens(named, "NAME")[0]),
        title=None if named is None else parts.wording_in(named),
        shares=tuple(_share(line, parts) for line in lines if line.data == "share"),
        credits=tuple(_credit(line, parts) for line in lines if line.data == "credit"),
        subdivisions=tuple(_subdivide(line, parts) for line in lines if line.data == "subdivide"),
    )


def _share(branch: Branch, parts: PartBuilder) -> tree.ShareNode:
    *burdens, outputs = branches(branch, "range")
    return tree.ShareNode(
        name_of(tokens(branch, "LABEL")[0]),
        parts.ranged(burdens[0]) if burdens else None,
        parts.ranged(outputs),
        tuple(_keys(branch, parts)),
        parts.expressions.span(branch),
    )


def _keys(branch: Branch, parts: PartBuilder) -> Iterator[tree.KeyNode]:
    for key in branch.children:
        if isinstance(key, Tree) and key.data in ("key", "last_key"):
            build = parts.expressions
            yield tree.KeyNode(build.branch(key, 0), parts.when(key), key.data == "last_key", build.span(key))


def _credit(branch: Branch, parts: PartBuilder) -> tree.CreditNode:
    build = parts.expressions
    return tree.CreditNode(_range_in(branch, parts), build.branch(branch, 1), parts.when(branch), build.span(branch))


def _subdivide(branch: Branch, parts: PartBuilder) -> tree.SubdivideNode:
    burdens, outputs = branches(branch, "range")
    return tree.SubdivideNode(parts.ranged(burdens), parts.ranged(outputs), parts.expressions.span(branch))


def _range_in(branch: Branch, parts: PartBuilder) -> tree.ForEach:
    return parts.ranged(next(branches(branch, "range")))


def _tolerance(branch: Branch, parts: PartBuilder) -> tree.ToleranceNode:
    return tree.ToleranceNode(parts.expressions.branch(branch, 0), any(branches(branch, "points")))
