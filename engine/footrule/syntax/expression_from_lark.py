"""Expressions: from the parser's generic tree to the frozen nodes of `expression_tree`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from lark import Token, Tree

from footrule.measure.decimal import Printed, read_decimal
from footrule.measure.instant import read_date
from footrule.syntax import expression_tree as tree
from footrule.syntax import problems
from footrule.syntax.expression_tree import DEEPEST, Expression
from footrule.syntax.keywords import english
from footrule.text.diagnostic import Sink
from footrule.text.source import Source, Span

Branch = Tree[Token]


class TooDeep(Exception):
    """An expression nested deeper than `DEEPEST`; told to the author as P0107."""

    def __init__(self, span: Span) -> None:
        super().__init__(span)
        self.span = span


def token_span(token: Token, shift: int) -> Span:
    """The span of a token; `shift` moves it where the text was cut out of a longer one."""
    start = token.start_pos or 0
    return Span(start + shift, start + len(token) + shift)


def unescaped(character: str) -> str:
    """What a character means after a backslash in a text: a line break, a tab, or itself."""
    return {"n": "\n", "t": "\t"}.get(character, character)


def unquoted(token: Token) -> str:
    """The text inside a quoted token, its escapes resolved."""
    inner = str(token)[1:-1]
    if "\\" not in inner:
        return inner
    parts: list[str] = []
    index = 0
    while index < len(inner):
        if inner[index] == "\\":
            index += 1
            parts.append(unescaped(inner[index]))
        else:
            parts.append(inner[index])
        index += 1
    return "".join(parts)


class ExpressionBuilder:
    """Builds the expressions of one source; what it cannot read goes to the sink."""

    def __init__(self, source: Source, sink: Sink, shift: int = 0) -> None:
        self.source = source
        self.sink = sink
        self._shift = shift
        self._depth = 0

    def build(self, child: Branch | Token) -> Expression:
        """The expression a branch or a lone token stands for. Raises TooDeep."""
        assert isinstance(child, Tree), f"the grammar lets a bare {child!r} through"
        span = self.span(child)
        if self._depth >= DEEPEST:
            raise TooDeep(span)
        self._depth += 1
        node = _BUILDERS[str(child.data)](self, child, span)
        self._depth -= 1
        return node

    def span(self, branch: Branch) -> Span:
        """The span from the first to the last character of a branch."""
        meta = branch.meta
        return Span(meta.start_pos + self._shift, meta.end_pos + self._shift)

    def token_span(self, token: Token) -> Span:
        """The span of a token in the whole source."""
        return token_span(token, self._shift)

    def branch(self, parent: Branch, index: int) -> Expression:
        """The expression at a child's place."""
        return self.build(parent.children[index])

    def optional(self, parent: Branch, index: int) -> Expression | None:
        """The expression at a child's place, if there is one."""
        return self.branch(parent, index) if len(parent.children) > index else None

    def number(self, token: Token) -> Printed:
        """A number token as printed; zero, with a diagnostic, where it has too many digits."""
        number = read_decimal(str(token))
        if number is None:
            self.sink.add(problems.not_a_decimal(self.source, self.token_span(token), str(token)))
            return Printed(str(token), Fraction(0), Fraction(0))
        return number

    def day(self, token: Token) -> date:
        """A date token; 1 January of year 1, with a diagnostic, where the calendar has no such day."""
        day = read_date(str(token))
        if day is None:
            self.sink.add(problems.not_a_date(self.source, self.token_span(token), str(token)))
            return date.min
        return day


def _token(branch: Branch, index: int) -> Token:
    child = branch.children[index]
    assert isinstance(child, Token), f"{branch.data} has no token at {index}"
    return child


def _word(branch: Branch, index: int) -> str:
    """The words of a rule that keeps its tokens, such as `exactly one`."""
    child = branch.children[index]
    assert isinstance(child, Tree), f"{branch.data} has no branch at {index}"
    return english(" ".join(str(token) for token in child.children))


def _amount(build: ExpressionBuilder, branch: Branch, span: Span) -> Expression:
    unit = _token(branch, 1) if len(branch.children) > 1 else None
    return tree.Amount(
        build.number(_token(branch, 0)),
        None if unit is None else str(unit),
        None if unit is None else build.token_span(unit),
        span,
    )


def _field(build: ExpressionBuilder, branch: Branch, span: Span) -> Expression:
    name = _token(branch, 1)
    return tree.FieldAccess(build.branch(branch, 0), str(name), build.token_span(name), span)


def _call(build: ExpressionBuilder, branch: Branch, span: Span) -> Expression:
    name = _token(branch, 0)
    arguments = tuple(build.build(child) for child in branch.children[1:])
    return tree.Call(str(name), build.token_span(name), arguments, span)


def _aggregate(build: ExpressionBuilder, branch: Branch, span: Span) -> Expression:
    name = _token(branch, 0)
    return tree.Aggregate(
        str(name),
        build.token_span(name),
        build.branch(branch, 1),
        str(_token(branch, 2)),
        build.token_span(_token(branch, 2)),
        build.branch(branch, 3),
        build.optional(branch, 4),
        span,
    )


def _quantified(build: ExpressionBuilder, branch: Branch, span: Span) -> Expression:
    filtered = len(branch.children) > 4
    return tree.Quantified(
        _word(branch, 0),
        str(_token(branch, 1)),
        build.token_span(_token(branch, 1)),
        build.branch(branch, 2),
        build.branch(branch, 3) if filtered else None,
        build.branch(branch, 4 if filtered else 3),
        span,
    )


def _membership(denied: bool) -> _Builder:
    def build_membership(build: ExpressionBuilder, branch: Branch, span: Span) -> Expression:
        left = build.branch(branch, 0)
        right = branch.children[1]
        if isinstance(right, Tree) and right.data == "set":
            members = tuple(build.build(child) for child in right.children)
            return tree.Membership(left, members, None, denied, span)
        return tree.Membership(left, None, build.build(right), denied, span)

    return build_membership


def _two_sided(sign: str) -> _Builder:
    return lambda build, branch, span: tree.Comparison(sign, build.branch(branch, 0), build.branch(branch, 1), span)


def _text_test(test: str) -> _Builder:
    return lambda build, branch, span: tree.TextTest(test, build.branch(branch, 0), build.branch(branch, 1), span)


def _arithmetic(build: ExpressionBuilder, branch: Branch, span: Span) -> Expression:
    return tree.Arithmetic(_word(branch, 1), build.branch(branch, 0), build.branch(branch, 2), span)


def _logic(operator: str) -> _Builder:
    return lambda build, branch, span: tree.Logic(operator, build.branch(branch, 0), build.branch(branch, 1), span)


_Builder = Callable[[ExpressionBuilder, Branch, Span], Expression]
_BUILDERS: dict[str, _Builder] = {
    "quantity": _amount,
    "text": lambda build, branch, span: tree.Text(unquoted(_token(branch, 0)), span),
    "date": lambda build, branch, span: tree.Day(build.day(_token(branch, 0)), span),
    "yes": lambda build, branch, span: tree.YesNo(True, span),
    "not_so": lambda build, branch, span: tree.YesNo(False, span),
    "none": lambda build, branch, span: tree.NoneGiven(span),
    "name": lambda build, branch, span: tree.Reference(str(_token(branch, 0)), span),
    "field": _field,
    "call": _call,
    "aggregate": _aggregate,
    "those": lambda build, branch, span: tree.Those(
        str(_token(branch, 0)),
        build.token_span(_token(branch, 0)),
        build.branch(branch, 1),
        build.branch(branch, 2),
        span,
    ),
    "quantified": _quantified,
    "conditional": lambda build, branch, span: tree.Conditional(
        build.branch(branch, 0), build.branch(branch, 1), build.branch(branch, 2), span
    ),
    "negative": lambda build, branch, span: tree.Negative(build.branch(branch, 0), span),
    "sum": _arithmetic,
    "product": _arithmetic,
    "compare": lambda build, branch, span: tree.Comparison(
        _word(branch, 1), build.branch(branch, 0), build.branch(branch, 2), span
    ),
    "is_exactly": _two_sided("="),
    "equals": _two_sided("equals"),
    "is_code": _two_sided("is"),
    "is_not_code": _two_sided("is not"),
    "contains": _text_test("contains"),
    "starts_with": _text_test("starts with"),
    "ends_with": _text_test("ends with"),
    "lies_in": _text_test("lies in"),
    "within": lambda build, branch, span: tree.Within(
        build.branch(branch, 0), build.branch(branch, 1), build.branch(branch, 2), span
    ),
    "is_given": lambda build, branch, span: tree.Presence(build.branch(branch, 0), True, span),
    "is_missing": lambda build, branch, span: tree.Presence(build.branch(branch, 0), False, span),
    "is_in": _membership(denied=False),
    "is_not_in": _membership(denied=True),
    "disjunction": _logic("or"),
    "conjunction": _logic("and"),
    "negated": lambda build, branch, span: tree.Not(build.branch(branch, 0), span),
    "absent_as": lambda build, branch, span: tree.AbsentAs(build.branch(branch, 0), build.branch(branch, 1), span),
}
