"""What items of a file have in common: texts, citations, names for values, ranges over lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lark import Token, Tree

from footrule.syntax import problems, tree
from footrule.syntax.expression_from_lark import Branch, ExpressionBuilder, token_span, unquoted
from footrule.syntax.expression_tree import Expression
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
class PartBuilder:
    """Builds the parts of the items of one source. Raises TooDeep (see `expression_from_lark`)."""

    source: Source
    sink: Sink
    expressions: ExpressionBuilder

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

    def wording_in(self, branch: Branch) -> tree.WordingNode:
        """The text that stands in a branch."""
        return self.wording(next(branches(branch, "wording")))

    def texts_in(self, branch: Branch, name: str) -> tuple[tree.WordingNode, ...]:
        """The texts of every line of that name, such as the notes of a rule."""
        return tuple(self.wording_in(line) for line in branches(branch, name))

    def cites(self, branch: Branch) -> tuple[tree.CiteNode, ...]:
        """The citations in a branch."""
        return tuple(self._cite(cite) for cite in branches(branch, "cite"))

    def define(self, branch: Branch) -> tree.DefineNode:
        """A `define` or a `let`."""
        return tree.DefineNode(name_of(tokens(branch, "NAME")[0]), self.expressions.branch(branch, 1))

    def lets(self, branch: Branch) -> tuple[tree.DefineNode, ...]:
        """The `let` lines in a branch."""
        return tuple(self.define(let) for let in branches(branch, "let"))

    def ranged(self, branch: Branch) -> tree.ForEach:
        """`NAME in LIST where CONDITION`."""
        return tree.ForEach(
            name_of(tokens(branch, "NAME")[0]), self.expressions.branch(branch, 1), self.expressions.optional(branch, 2)
        )

    def when(self, branch: Branch) -> Expression | None:
        """The condition of the `when` in a branch, if there is one."""
        when = next(branches(branch, "when"), None)
        return None if when is None else self.expressions.branch(when, 0)

    def _cite(self, branch: Branch) -> tree.CiteNode:
        document, clause = branch.children
        assert isinstance(document, Token) and isinstance(clause, Token)
        return tree.CiteNode(name_of(document), unquoted(clause), self.expressions.span(branch))


def _translation(branch: Branch) -> tuple[str, Token]:
    language, text = branch.children
    assert isinstance(language, Token) and isinstance(text, Token)
    return str(language), text


def _inside(token: Token) -> Span:
    span = token_span(token, 0)
    return Span(span.start + 1, span.end - 1)
