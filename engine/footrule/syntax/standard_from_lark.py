"""Whole files: from the parser's generic tree to the frozen nodes of `tree`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lark import Token, Tree

from footrule.syntax import changes_from_lark, example_from_lark, problems, tree
from footrule.syntax.allocation_from_lark import allocate
from footrule.syntax.changes_from_lark import SOURCES
from footrule.syntax.clauses_from_lark import clauses
from footrule.syntax.expression_from_lark import Branch, ExpressionBuilder, token_span, unquoted
from footrule.syntax.keywords import english
from footrule.syntax.parts_from_lark import OnceOnly, PartBuilder, branches, name_of, tokens
from footrule.text.diagnostic import Sink
from footrule.text.source import Source
from footrule.text.wording import FALLBACK_LANGUAGE, Wording


@dataclass(frozen=True, slots=True)
class StandardBuilder:
    """Builds the tree of one source. Raises TooDeep (see `expression_from_lark`)."""

    source: Source
    parts: PartBuilder

    def file(self, root: Branch) -> tree.Tree:
        """The whole file."""
        header, *items = (child for child in root.children if isinstance(child, Tree))
        return tree.Tree(self.source, self._header(header), tuple(self._item(item) for item in items))

    @property
    def _expressions(self) -> ExpressionBuilder:
        return self.parts.expressions

    def _header(self, branch: Branch) -> tree.Header:
        once = OnceOnly()
        kind = next(branches(branch, "kind"))
        for child in branch.children:
            if isinstance(child, Tree) and child.data != "kind":
                once.add(child, str(child.data).split("_", maxsplit=1)[0])
        lines = once.lines
        days = (
            [self._expressions.day(token) for token in tokens(lines["in_force"], "DATE")] if "in_force" in lines else []
        )
        unit = next(branches(lines["declared_unit"], "quantity")) if "declared_unit" in lines else None
        boundary = next(branches(lines["boundary"], "end_of_boundary")) if "boundary" in lines else None
        return tree.Header(
            kind=english(str(kind.children[0])),
            id=name_of(tokens(branch, "NAME")[0]),
            version=name_of(tokens(branch, "VERSION")[0]),
            title=self.parts.wording_in(lines["title"]) if "title" in lines else None,
            parents=tuple(_parent(parent) for parent in branches(lines["extends"], "parent"))
            if "extends" in lines
            else (),
            in_force_from=days[0] if days else None,
            in_force_until=days[1] if len(days) > 1 else None,
            earlier_until=self._expressions.day(tokens(lines["transition"], "DATE")[0])
            if "transition" in lines
            else None,
            covers=tuple(_cover(cover) for cover in branches(lines["covers"], "cover")) if "covers" in lines else (),
            declared_unit=None if unit is None else self._amount(unit),
            boundary=None if boundary is None else f"cradle to {english(str(boundary.children[0]))}",
            repeated=tuple(once.repeated),
        )

    def _amount(self, branch: Branch) -> tree.AmountNode:
        number, *unit = (child for child in branch.children if isinstance(child, Token))
        return tree.AmountNode(
            self._expressions.number(number), name_of(unit[0]) if unit else None, self._expressions.span(branch)
        )

    def _item(self, branch: Branch) -> tree.Item:
        match str(branch.data):
            case "document":
                name, edition = tokens(branch, "NAME")[0], tokens(branch, "STRING")[0]
                return tree.DocumentNode(name_of(name), self.parts.wording_in(branch), unquoted(edition))
            case "codes":
                codes = tuple(
                    (name_of(tokens(code, "NAME")[0]), self.parts.wording_in(code)) for code in branches(branch, "code")
                )
                return tree.CodesNode(name_of(tokens(branch, "NAME")[0]), codes)
            case "parameter":
                return self._parameter(branch)
            case "define":
                return self.parts.define(branch)
            case "section":
                number = tokens(branch, "SECTION_NUMBER")[0]
                return tree.SectionNode(str(number), self.parts.wording_in(branch), token_span(number, 0))
            case "prose":
                return tree.ProseNode(self.parts.wording_in(branch))
            case "data":
                return tree.DataNode(tuple(self._datum(datum) for datum in branches(branch, "datum")))
            case "allocate":
                return allocate(branch, self.parts)
            case "open_parameter" | "set_parameter" | "tighten" | "replace" | "waive":
                return self._change(branch)
            case "clauses":
                return clauses(branch, self.parts)
            case "example":
                return example_from_lark.example(branch, self._expressions)
            case other:
                assert other == "rule", f"the grammar has an item {other} that nothing builds"
                return self._rule(branch)

    def _change(self, branch: Branch) -> tree.Item:
        match str(branch.data):
            case "open_parameter":
                return changes_from_lark.open_parameter(branch, self.parts)
            case "set_parameter":
                return changes_from_lark.set_parameter(branch, self.parts)
            case "tighten":
                return changes_from_lark.tighten(branch, self.parts, self._rule)
            case "replace":
                return changes_from_lark.replace(branch, self.parts, self._rule)
            case _:
                return changes_from_lark.waive(branch, self.parts)

    def _datum(self, branch: Branch) -> tree.DatumNode:
        kind, unit = next(branches(branch, "datum_type")), tokens(branch, "UNIT")
        required, text = next(branches(branch, "required"), None), next(branches(branch, "wording"), None)
        return tree.DatumNode(
            name=name_of(tokens(branch, "LABEL")[0]),
            type=changes_from_lark.datum_type(kind, self.parts),
            unit=name_of(unit[0]) if unit else None,
            text=None if text is None else self.parts.wording(text),
            required=required is not None,
            when=None if required is None else self.parts.when(required),
            span=self._expressions.span(branch),
        )

    def _parameter(self, branch: Branch) -> tree.ParameterNode:
        names = [*tokens(branch, "LABEL"), *tokens(branch, "NAME")]
        value = next(child for child in branch.children if isinstance(child, Tree) and child.data not in SOURCES)
        provisional = next(branches(branch, "provisional"), None)
        return tree.ParameterNode(
            name_of(names[0]),
            name_of(names[1]) if len(names) > 1 else None,
            self._expressions.build(value),
            None if provisional is None else self.parts.wording_in(provisional),
            self.parts.cites(branch),
        )

    def _rule(self, branch: Branch) -> tree.RuleNode:
        once = OnceOnly()
        for name in ("for_each", "phase_in", "when"):
            for line in branches(branch, name):
                once.add(line, {"for_each": "for each", "phase_in": "from"}.get(name, name))
        lines = once.lines
        when = lines.get("when")
        return tree.RuleNode(
            id=name_of(tokens(branch, "RULE_ID")[0]),
            title=self._rule_title(branch),
            cites=self.parts.cites(branch),
            for_each=self.parts.ranged(lines["for_each"]) if "for_each" in lines else None,
            phase_in=self._phase_in(lines["phase_in"]) if "phase_in" in lines else None,
            when=None if when is None else self._expressions.branch(when, 0),
            lets=self.parts.lets(branch),
            requirements=tuple(self._requirements(branch)),
            notes=self.parts.texts_in(branch, "note"),
            repeated=tuple(once.repeated),
            span=self._expressions.span(branch),
        )

    def _rule_title(self, branch: Branch) -> tree.WordingNode:
        """The title of a rule; a change that has none is called by its id."""
        if any(branches(branch, "wording")):
            return self.parts.wording_in(branch)
        rule_id = name_of(tokens(branch, "RULE_ID")[0])
        return tree.WordingNode(Wording(((FALLBACK_LANGUAGE, rule_id.text),)), rule_id.span, (rule_id.span,))

    def _phase_in(self, branch: Branch) -> tree.PhaseIn:
        day: date = self._expressions.day(tokens(branch, "DATE")[0])
        return tree.PhaseIn(day, self._expressions.branch(branch, 1), self._expressions.span(branch))

    def _requirements(self, rule: Branch) -> Iterator[tree.RequirementNode | tree.AttestedNode]:
        for branch in rule.children:
            if not isinstance(branch, Tree) or branch.data not in ("requirement", "attested"):
                continue
            modality = english(str(next(branches(branch, "modality")).children[0]))
            when, otherwise = self.parts.when(branch), next(branches(branch, "otherwise"), None)
            said = None if otherwise is None else self.parts.wording_in(otherwise)
            span = self._expressions.span(branch)
            if branch.data == "attested":
                by, *using = (name_of(token) for token in tokens(branch, "NAME"))
                yield tree.AttestedNode(modality, by, tuple(using), when, said, span)
            else:
                yield tree.RequirementNode(modality, self._expressions.branch(branch, 1), when, said, span)


def _parent(branch: Branch) -> tree.Parent:
    name, major = branch.children
    assert isinstance(name, Token) and isinstance(major, Token)
    return tree.Parent(name_of(name), int(major[:9]))


def _cover(branch: Branch) -> tree.Cover:
    scheme, code = branch.children
    assert isinstance(scheme, Token) and isinstance(code, Token)
    return tree.Cover(name_of(scheme), unquoted(code))


def repeated_lines(built: tree.Tree, sink: Sink) -> None:
    """Tell the author of every line that may stand once and stands twice."""
    twice = list(built.header.repeated)
    for item in built.items:
        if isinstance(item, tree.RuleNode | tree.AllocateNode | tree.TightenNode):
            twice += item.repeated
        elif isinstance(item, tree.ReplaceNode):
            twice += item.rule.repeated
    for name in twice:
        sink.add(problems.line_repeated(built.source, name.span, name.text))
