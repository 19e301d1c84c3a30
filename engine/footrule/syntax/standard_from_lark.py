"""Whole files: from the parser's generic tree to the frozen nodes of `tree`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from lark import Token, Tree

from footrule.syntax import example_from_lark, problems, tree
from footrule.syntax.expression_from_lark import Branch, ExpressionBuilder, token_span, unquoted
from footrule.syntax.expression_tree import Expression
from footrule.syntax.keywords import english
from footrule.text.diagnostic import Sink
from footrule.text.source import Source, Span
from footrule.text.wording import FALLBACK_LANGUAGE, Wording


def branches(parent: Branch, name: str) -> Iterator[Branch]:
    """The children of that name."""
    return (child for child in parent.children if isinstance(child, Tree) and child.data == name)


def tokens(parent: Branch, kind: str) -> list[Token]:
    """The child tokens of that kind."""
    return [child for child in parent.children if isinstance(child, Token) and child.type == kind]


def name_of(token: Token) -> tree.Name:
    """A token as a name with its span."""
    return tree.Name(str(token), token_span(token, 0))


@dataclass(frozen=True, slots=True)
class OnceOnly:
    """The lines of a header or rule that may stand once: keeps the first, and names the second ones."""

    lines: dict[str, Branch] = field(default_factory=dict[str, Branch])
    repeated: list[tree.Name] = field(default_factory=list[tree.Name])

    def add(self, branch: Branch, words: str) -> None:
        """Note a line by its grammar name."""
        key = str(branch.data)
        if key in self.lines:
            start = branch.meta.start_pos
            self.repeated.append(tree.Name(words, Span(start, start + len(words))))
        self.lines.setdefault(key, branch)


@dataclass(frozen=True, slots=True)
class StandardBuilder:
    """Builds the tree of one source. Raises TooDeep (see `expression_from_lark`)."""

    source: Source
    sink: Sink
    expressions: ExpressionBuilder

    def file(self, root: Branch) -> tree.Tree:
        """The whole file."""
        header, *items = (child for child in root.children if isinstance(child, Tree))
        return tree.Tree(self.source, self._header(header), tuple(self._item(item) for item in items))

    def wording(self, branch: Branch) -> tree.WordingNode:
        """A text in one or more languages; one without a language is English."""
        texts: list[tuple[str, str]] = []
        places: list[Span] = []
        strings: list[Token] = []
        for child in branch.children:
            language, text = (FALLBACK_LANGUAGE, child) if isinstance(child, Token) else _translation(child)
            if language in (tag for tag, _ in texts):
                place = self.expressions.span(child) if isinstance(child, Tree) else token_span(child, 0)
                place = Span(place.start, place.start + len(language))
                self.sink.add(problems.line_repeated(self.source, place, language))
            texts.append((language, unquoted(text)))
            places.append(_inside(text))
            strings.append(text)
        return tree.WordingNode(Wording(tuple(texts)), token_span(strings[0], 0), tuple(places))

    def _header(self, branch: Branch) -> tree.Header:
        once = OnceOnly()
        kind = next(branches(branch, "kind"))
        for child in branch.children:
            if isinstance(child, Tree) and child.data != "kind":
                once.add(child, str(child.data).split("_", maxsplit=1)[0])
        lines = once.lines
        days = (
            [self.expressions.day(token) for token in tokens(lines["in_force"], "DATE")] if "in_force" in lines else []
        )
        unit = next(branches(lines["declared_unit"], "quantity")) if "declared_unit" in lines else None
        boundary = next(branches(lines["boundary"], "end_of_boundary")) if "boundary" in lines else None
        return tree.Header(
            kind=english(str(kind.children[0])),
            id=name_of(tokens(branch, "NAME")[0]),
            version=name_of(tokens(branch, "VERSION")[0]),
            title=self._wording_in(lines["title"]) if "title" in lines else None,
            parents=tuple(_parent(parent) for parent in branches(lines["extends"], "parent"))
            if "extends" in lines
            else (),
            in_force_from=days[0] if days else None,
            in_force_until=days[1] if len(days) > 1 else None,
            covers=tuple(_cover(cover) for cover in branches(lines["covers"], "cover")) if "covers" in lines else (),
            declared_unit=None if unit is None else self._amount(unit),
            boundary=None if boundary is None else f"cradle to {english(str(boundary.children[0]))}",
            repeated=tuple(once.repeated),
        )

    def _amount(self, branch: Branch) -> tree.AmountNode:
        number, *unit = (child for child in branch.children if isinstance(child, Token))
        return tree.AmountNode(
            self.expressions.number(number), name_of(unit[0]) if unit else None, self.expressions.span(branch)
        )

    def _wording_in(self, branch: Branch) -> tree.WordingNode:
        return self.wording(next(branches(branch, "wording")))

    def _item(self, branch: Branch) -> tree.Item:
        match str(branch.data):
            case "document":
                name, edition = tokens(branch, "NAME")[0], tokens(branch, "STRING")[0]
                return tree.DocumentNode(name_of(name), self._wording_in(branch), unquoted(edition))
            case "codes":
                codes = tuple(
                    (name_of(tokens(code, "NAME")[0]), self._wording_in(code)) for code in branches(branch, "code")
                )
                return tree.CodesNode(name_of(tokens(branch, "NAME")[0]), codes)
            case "parameter":
                return self._parameter(branch)
            case "define":
                return self._define(branch)
            case "section":
                number = tokens(branch, "SECTION_NUMBER")[0]
                return tree.SectionNode(str(number), self._wording_in(branch), token_span(number, 0))
            case "example":
                return example_from_lark.example(branch, self.expressions)
            case other:
                assert other == "rule", f"the grammar has an item {other} that nothing builds"
                return self._rule(branch)

    def _parameter(self, branch: Branch) -> tree.ParameterNode:
        names = tokens(branch, "NAME")
        value = next(child for child in branch.children if isinstance(child, Tree) and child.data not in _SOURCES)
        provisional = next(branches(branch, "provisional"), None)
        return tree.ParameterNode(
            name_of(names[0]),
            name_of(names[1]) if len(names) > 1 else None,
            self.expressions.build(value),
            None if provisional is None else self._wording_in(provisional),
            tuple(self._cite(cite) for cite in branches(branch, "cite")),
        )

    def _define(self, branch: Branch) -> tree.DefineNode:
        return tree.DefineNode(name_of(tokens(branch, "NAME")[0]), self.expressions.branch(branch, 1))

    def _cite(self, branch: Branch) -> tree.CiteNode:
        document, clause = branch.children
        assert isinstance(document, Token) and isinstance(clause, Token)
        return tree.CiteNode(name_of(document), unquoted(clause), self.expressions.span(branch))

    def _rule(self, branch: Branch) -> tree.RuleNode:
        once = OnceOnly()
        for name in ("for_each", "phase_in", "when"):
            for line in branches(branch, name):
                once.add(line, {"for_each": "for each", "phase_in": "from"}.get(name, name))
        lines = once.lines
        when = lines.get("when")
        return tree.RuleNode(
            id=name_of(tokens(branch, "RULE_ID")[0]),
            title=self._wording_in(branch),
            cites=tuple(self._cite(cite) for cite in branches(branch, "cite")),
            for_each=self._for_each(lines["for_each"]) if "for_each" in lines else None,
            phase_in=self._phase_in(lines["phase_in"]) if "phase_in" in lines else None,
            when=None if when is None else self.expressions.branch(when, 0),
            lets=tuple(self._define(let) for let in branches(branch, "let")),
            requirements=tuple(self._requirements(branch)),
            notes=tuple(self._wording_in(note) for note in branches(branch, "note")),
            repeated=tuple(once.repeated),
            span=self.expressions.span(branch),
        )

    def _for_each(self, branch: Branch) -> tree.ForEach:
        return tree.ForEach(
            name_of(tokens(branch, "NAME")[0]), self.expressions.branch(branch, 1), self.expressions.optional(branch, 2)
        )

    def _phase_in(self, branch: Branch) -> tree.PhaseIn:
        day: date = self.expressions.day(tokens(branch, "DATE")[0])
        return tree.PhaseIn(day, self.expressions.branch(branch, 1), self.expressions.span(branch))

    def _requirements(self, rule: Branch) -> Iterator[tree.RequirementNode | tree.AttestedNode]:
        for branch in rule.children:
            if not isinstance(branch, Tree) or branch.data not in ("requirement", "attested"):
                continue
            modality = english(str(next(branches(branch, "modality")).children[0]))
            when, otherwise = self._when(branch), next(branches(branch, "otherwise"), None)
            said = None if otherwise is None else self._wording_in(otherwise)
            span = self.expressions.span(branch)
            if branch.data == "attested":
                by, *using = (name_of(token) for token in tokens(branch, "NAME"))
                yield tree.AttestedNode(modality, by, tuple(using), when, said, span)
            else:
                yield tree.RequirementNode(modality, self.expressions.branch(branch, 1), when, said, span)

    def _when(self, branch: Branch) -> Expression | None:
        when = next(branches(branch, "when"), None)
        return None if when is None else self.expressions.branch(when, 0)


_SOURCES = ("provisional", "cite")


def _translation(branch: Branch) -> tuple[str, Token]:
    language, text = branch.children
    assert isinstance(language, Token) and isinstance(text, Token)
    return str(language), text


def _inside(token: Token) -> Span:
    span = token_span(token, 0)
    return Span(span.start + 1, span.end - 1)


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
        if isinstance(item, tree.RuleNode):
            twice += item.repeated
    for name in twice:
        sink.add(problems.line_repeated(built.source, name.span, name.text))
