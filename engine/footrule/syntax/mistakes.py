"""Syntax mistakes told in the author's words: what was met, what may stand there, and what probably was meant.

Lark can match a mistake against examples of mistakes (`UnexpectedInput.match_examples`): it compares the state in which
the parser stopped. What may stand at a place tells as much, for every place and without parsing examples; and the state
cannot tell `must` from `mass`, where the words of an author make the difference. So advice is made from both here.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import cast

from lark import Token
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from footrule.syntax import problems
from footrule.syntax.advice import (
    MODALITIES,
    RULE_LINES,
    glued_on_line,
    meant,
    no_requirement_here,
    own_line,
    position,
    quote_within,
)
from footrule.syntax.expected import ITEMS, may_stand
from footrule.syntax.form import form
from footrule.syntax.keywords import english, terminal
from footrule.syntax.met import Advice, Before, Met, certain
from footrule.syntax.slips import MEANT_BY_NAME, half_width_of, slip_at
from footrule.text.diagnostic import Diagnostic, Label
from footrule.text.source import Source, Span
from footrule.text.wording import Wording, worded

_BEGINS_LINE = ITEMS | RULE_LINES | {
    "ON_EACH", "SHARE", "CREDIT", "SUBDIVIDE", "ALTERNATIVE", "TOLERANCE",
    "OTHERWISE", "TITLE", "EXTENDS", "COVERS", "DECLARED_UNIT", "IN_FORCE", "TRANSITION", "BOUNDARY", "WITH", "SET",
    "WITHOUT", "ATTESTED", "CONFORMS", "FAILS", "UNDETERMINED", "PROVISIONAL",
}  # fmt: skip
_WORD = re.compile(r"\w+")
_WRITTEN_WHOLE = frozenset({"RULE_ID", "VERSION", "DATE"})
_UP_TO_SPACE = re.compile(r'[^\s"]+')
_PIECES = re.compile(r'"(?:\\.|[^"\\\n])*"|#[^\n]*|\w+|[^\s"#\w]')
_BRACKETS = re.compile(r'"(?:\\.|[^"\\\n])*"|#[^\n]*|[()（）]')
_LABEL = re.compile(r"([^\W\d]\w*)[ \t]*([:：])")
_DOT_AT_END = re.compile(r"\.[^\S\n]*(?:#[^\n]*)?\n\s*\Z")
_SET_IN_ROUND_BRACKETS = re.compile(r"\b(?:in|属于) *[(（]")
_CLOSED_IN_CHINESE = re.compile(r'"([^"“”\\\n]*)[“”＂]')


def explained(source: Source, unexpected: UnexpectedInput, shift: int, end: int) -> tuple[Diagnostic, int | None]:
    """The diagnostic for what the parser met in the text from `shift` to `end` of a source.

    With it, where the parser stopped, if that is the beginning of a line with all before it complete.
    """
    if isinstance(unexpected, UnexpectedToken):
        token, kinds = _token_and_kinds(unexpected)
        if token.type == "$END":
            return _end(source, shift, end, kinds, token), None
        at, text = (token.start_pos or 0) + shift, str(token)
    else:
        assert isinstance(unexpected, UnexpectedCharacters), "the parser knows no other mistake"
        at, kinds = _offset_and_kinds(unexpected)
        at += shift
        text = source.text[at]
    before = _before(source, shift, at, _kind_before(unexpected))
    if before is not None and before.kind == "SECTION_NUMBER" and before.span.end == at and text[0].isalnum():
        # `section Scope`: the parser took the S for a number.
        at, text, kinds, before = before.span.start, before.text + text, frozenset({"SECTION_NUMBER"}), None
    label = _LABEL.match(source.text, at, end)
    if label is not None and "NAME" in kinds and "LABEL" not in kinds:
        # A name is in its place, and the colon that makes another kind of word of it is not.
        gives_a_value = before is not None and english(before.text) in ("define", "let", "parameter")
        before = Before(label[1], Span(at, label.end(1)), "NAME")
        at, text, kinds = label.start(2), label[2], frozenset({"EQUAL"} if gives_a_value else set[str]())
    word = (_UP_TO_SPACE if kinds & _WRITTEN_WHOLE == kinds else _WORD).match(source.text, at, end)
    if word is not None and len(word[0]) > len(text):
        text = word[0]
    met = Met(source, at, text, kinds, before, shift)
    told = _dangling_dot(met) or _unfinished(met) or _slip(met)
    told = told or (_word if word is not None or len(text) > 1 else _character)(met)
    complete = (
        "$END" in kinds and met.begins_line and met.source.position(told.primary.span.start).line == met.line_number
    )
    return told, at if complete else None


# The library's declarations leave these open.
def _token_and_kinds(unexpected: UnexpectedToken) -> tuple[Token, frozenset[str]]:
    token: Token = unexpected.token
    return token, _named(unexpected.accepts)


def _offset_and_kinds(unexpected: UnexpectedCharacters) -> tuple[int, frozenset[str]]:
    offset = cast(int, getattr(unexpected, "pos_in_stream", 0))
    return offset, _named(cast("set[str] | None", unexpected.allowed) or ())


def _named(kinds: Collection[str]) -> frozenset[str]:
    """The grammar's names of terminals, those of keywords without the mark that keeps them out of the tree."""
    return frozenset(kind if kind.startswith("__") else kind.removeprefix("_") for kind in kinds)


def _kind_before(unexpected: UnexpectedInput) -> str | None:
    history = cast("list[Token | None] | None", getattr(unexpected, "token_history", None))
    last = history[-1] if history else None
    return None if last is None else last.type.removeprefix("_")


def _before(source: Source, start: int, at: int, kind: str | None) -> Before | None:
    """The last word between two places that is no comment."""
    last = None
    for found in _PIECES.finditer(source.text, start, at):
        if not found[0].startswith("#"):
            last = found
    return None if last is None else Before(last[0], Span(last.start(), last.end()), kind)


def _end(source: Source, shift: int, end: int, kinds: frozenset[str], token: Token) -> Diagnostic:
    """The text ends in the middle of something: the place is where its last word ends, which the end token knows."""
    last = (token.end_pos or 0) + shift
    if source.text[last - 1 : last] == "." and not shift:
        return _no_dot(source, last - 1)
    told = problems.unfinished if shift else problems.unexpected_end
    return told(source, Span(max(last - 1, shift), last), may_stand(kinds), _unclosed(source, shift, end, kinds))


def _dangling_dot(met: Met) -> Diagnostic | None:
    """A full stop at the end of a line: the parser takes the next line for the name of a field."""
    if met.before is None or met.before.kind not in ("NAME", None):
        return None
    dot = _DOT_AT_END.search(met.source.text, max(met.before.span.start - 500, 0), met.before.span.start)
    return None if dot is None else _no_dot(met.source, dot.start())


def _no_dot(source: Source, at: int) -> Diagnostic:
    says = worded("a line needs no sign at its end; leave this out", "行末不需要符号，请删去")
    return problems.unexpected_character(source, Span(at, at + 1), ".", None, certain(says, Span(at, at + 1), ""))


def _unfinished(met: Met) -> Diagnostic | None:
    """A line that begins well, after one that is not finished: the mistake is at the end of the one before."""
    kind = terminal(met.word)
    if not met.begins_line or kind not in _BEGINS_LINE or met.before is None:
        return None
    next_part = kind in ITEMS and met.column == 0 and not met.kinds & ITEMS
    if met.kinds & _BEGINS_LINE and not next_part:
        return None
    place = Span(met.before.span.end - 1, met.before.span.end)
    return problems.unfinished(
        met.source, place, may_stand(met.kinds), _unclosed(met.source, met.shift, met.at, met.kinds)
    )


def _unclosed(source: Source, start: int, end: int, kinds: frozenset[str]) -> Label | None:
    """The bracket that is still open at a place, where one that closes may stand there."""
    if "RPAR" not in kinds:
        return None
    open_: list[int] = []
    for found in _BRACKETS.finditer(source.text, start, end):
        if found[0] in "(（":
            open_.append(found.start())
        elif found[0] in ")）" and open_:
            open_.pop()
    if not open_:
        return None
    return Label(Span(open_[-1], open_[-1] + 1), worded("this bracket is not closed", "此括号没有闭合"))


def _slip(met: Met) -> Diagnostic | None:
    found = slip_at(met.line, met.column)
    if found is None:
        return None
    line_start = met.at - met.column
    return problems.unexpected_word(
        met.source,
        Span(line_start + found.start, line_start + found.end),
        met.line[found.start : found.end],
        None,
        Advice(found.advice, found.fix(line_start)),
    )


def _character(met: Met) -> Diagnostic:
    advice = _sign(met) or _bracket(met) or _punctuation(met) or form(met) or _left_out(met)
    return problems.unexpected_character(met.source, met.span, met.word, may_stand(met.kinds), advice)


def _punctuation(met: Met) -> Advice | None:
    """A sign of an input method, or a colon before a text or condition, where none may stand."""
    character = met.word
    if character in ":：" and "STRING" in met.kinds:
        blank = "" if met.source.text[met.span.end : met.span.end + 1].isspace() else " "
        return certain(worded("no colon stands here; leave it out", "此处不需要冒号，请删去"), met.span, blank)
    if character in ",，、" and "WHEN" in met.kinds:
        return Advice(worded("conditions are joined with `and` or `or`", "条件之间请写 and 或 or"))
    plain = half_width_of(character)
    if plain is None or not _may_be(plain, met.kinds):
        return None
    return certain(worded(f"write `{plain}`, the half-width form", f"请改用半角“{plain}”"), met.span, plain)


def _left_out(met: Met) -> Advice | None:
    """A sign of an input method that nothing may stand for."""
    if half_width_of(met.word) is None:
        return None
    return Advice(worded("leave this out", "请删去此符号"))


def _sign(met: Met) -> Advice | None:
    """A quotation mark that does not close, a second comparison, a version that is too long."""
    character = met.word
    if character == '"':
        closed = _CLOSED_IN_CHINESE.match(met.source.text, met.at)
        if closed is not None:
            says = worded("the closing quotation mark is not a straight one", "结尾的引号不是英文直引号")
            return certain(says, Span(*closed.span()), f'"{closed[1]}"')
        if met.line.count('"') % 2:
            return Advice(worded("this quotation mark is not closed on its line", "此引号未在本行内闭合"))
        return Advice(quote_within()) if met.before is not None and met.before.text.startswith('"') else None
    if character in "<>=" and re.search("[<>=]", met.line[: met.column]):
        return Advice(worded("compare two at a time: `a < b and b < c`", "每次比较两个值：a < b and b < c"))
    if character == "." and met.line_keyword == "extends":
        return Advice(
            worded(
                "write the first number of the version alone: `extends general 1`",
                "只写版本号的第一个数：extends general 1",
            )
        )
    return None


def _bracket(met: Met) -> Advice | None:
    """A bracket of the wrong kind, or one too many."""
    if met.word in ")）" and "RPAR" not in met.kinds:
        return Advice(worded("no bracket was opened before it", "前面没有与之对应的左括号"))
    in_round_brackets = met.word in ",，、" and _SET_IN_ROUND_BRACKETS.search(met.line)
    if in_round_brackets or (met.word == "[" and "LBRACE" in met.kinds):
        return Advice(worded("a set stands in braces: `in {a, b}`", "集合写在花括号中：in {a, b}"))
    if met.word == "[" and "LPAR" in met.kinds:
        return Advice(
            worded(
                "brackets of a condition are round, and no member of a list is picked by its number: `some x in LIST`",
                "条件的括号用圆括号；列表不能按序号取项，请写 some x in 列表",
            )
        )
    return None


def _may_be(plain: str, kinds: frozenset[str]) -> bool:
    names = {":": "COLON", ",": "COMMA", "(": "LPAR", ")": "RPAR", "=": "EQUAL", "<": "LESSTHAN", ">": "MORETHAN",
             "%": "UNIT", "{": "LBRACE", "}": "RBRACE", ".": "DOT", "+": "PLUS", "*": "STAR", "/": "SLASH", "[": "LSQB",
             "]": "RSQB", "#": "COMMENT"}  # fmt: skip
    return names[plain] in kinds


def _word(met: Met) -> Diagnostic:
    before = _misplaced_before(met)
    if before is not None:
        return before
    advice = form(met) or position(met) or meant(met)
    glued = glued_on_line(met) if advice is None else None
    if glued is not None:
        span, advice = glued
        return problems.unexpected_word(met.source, span, met.source.text[span.start : span.end], None, advice)
    return problems.unexpected_word(met.source, met.span, met.word, may_stand(met.kinds), advice)


def _misplaced_before(met: Met) -> Diagnostic | None:
    """Where the word before was taken for a name, and is the true mistake."""
    if met.before is None or met.before.kind not in ("NAME", None):
        return None
    word = met.before.text
    says = _of_word_before(met, word)
    return None if says is None else problems.unexpected_word(met.source, met.before.span, word, None, Advice(says))


def _of_word_before(met: Met, word: str) -> Wording | None:
    if terminal(word) in MODALITIES:
        if met.line_keyword in ("define", "let", "parameter"):
            return no_requirement_here()
        return own_line()
    if english(word) in ("every", "some", "no", "those", "exactly", "exactly one", "if"):
        return worded(
            f"put it in brackets where it is a part of something larger: `a and ({word} ...)`",
            f"作为较大条件的一部分时请加括号：a and ({word} ...)",
        )
    if word in MEANT_BY_NAME and "STRING" not in met.kinds:
        meant_word = MEANT_BY_NAME[word]
        return worded(
            f"write `{meant_word} x in LIST satisfies ...`", f"请写 {meant_word} x in 列表 satisfies ..."
        )  # fmt: skip
    if word in ("be", "have", "has", "ensure", "that", "the", "如下", "以下", "下列", "有", "确保"):
        return worded(
            "say what has to hold as a condition: `shall pcf.mass > 0 kg`", "请把要求写成条件：shall pcf.mass > 0 kg"
        )
    return None
