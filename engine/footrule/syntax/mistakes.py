"""Syntax mistakes told in the author's words: what was met, what may stand there, and what probably was meant."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import cast

from lark import Token
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from footrule.syntax import problems
from footrule.syntax.expected import ITEMS, keywords, may_stand
from footrule.syntax.keywords import english, in_language, terminal
from footrule.syntax.slips import MEANT, half_width, half_width_of, slip_at
from footrule.text.diagnostic import Diagnostic, Label
from footrule.text.source import Source, Span
from footrule.text.suggest import nearest
from footrule.text.wording import Wording, worded

_RULE_LINES = frozenset({"CITE", "FOR_EACH", "FROM", "WHEN", "LET", "SHALL", "SHOULD", "MAY", "NOTE"})
_BEGINS_LINE = ITEMS | _RULE_LINES | {
    "OTHERWISE", "TITLE", "EXTENDS", "COVERS", "DECLARED_UNIT", "IN_FORCE", "BOUNDARY", "WITH", "SET", "WITHOUT",
    "ATTESTED", "CONFORMS", "FAILS", "UNDETERMINED", "PROVISIONAL",
}  # fmt: skip
_MODALITIES = frozenset({"SHALL", "SHOULD", "MAY"})
_WORD = re.compile(r"\w+")
_VERSION_LIKE = re.compile(r"v?(\d+)(?:\.(\d+))?(?:\.(\d+))?", re.ASCII)
_RULE_ID_LIKE = re.compile(r"([A-Za-z]+(?:_[A-Za-z]+)*)[-_.]?([\w.]*)", re.ASCII)
_WRITTEN_WHOLE = frozenset({"RULE_ID", "VERSION", "DATE"})
_UP_TO_SPACE = re.compile(r'[^\s"]+')
_PIECES = re.compile(r'"(?:\\.|[^"\\\n])*"|#[^\n]*|\w+|[^\s"#\w]')
_BRACKETS = re.compile(r'"(?:\\.|[^"\\\n])*"|#[^\n]*|[()]')


@dataclass(frozen=True, slots=True)
class _Before:
    """The word before the place: `kind` is the parser's name for it, where the parser says."""

    text: str
    span: Span
    kind: str | None


@dataclass(frozen=True, slots=True)
class _Met:
    """What stopped the parser: the place, the whole word there, what may stand there, and the token before it."""

    source: Source
    at: int
    word: str
    kinds: frozenset[str]
    before: _Before | None
    shift: int

    @property
    def span(self) -> Span:
        """The span of the word."""
        return Span(self.at, self.at + max(len(self.word), 1))

    @property
    def line(self) -> str:
        """The line it stands on."""
        return self.source.line(self.source.position(self.at).line)

    @property
    def column(self) -> int:
        """Where on its line it stands, counted from 0."""
        return self.source.position(self.at).column - 1


def explained(source: Source, unexpected: UnexpectedInput, shift: int, end: int) -> Diagnostic:
    """The diagnostic for what the parser met in the text from `shift` to `end` of a source."""
    if isinstance(unexpected, UnexpectedToken):
        token, kinds = _token_and_kinds(unexpected)
        if token.type == "$END":
            return _end(source, shift, end, kinds, token)
        at, text = (token.start_pos or 0) + shift, str(token)
    else:
        assert isinstance(unexpected, UnexpectedCharacters), "the parser knows no other mistake"
        at, kinds = _offset_and_kinds(unexpected)
        at += shift
        text = source.text[at]
    word = (_UP_TO_SPACE if kinds & _WRITTEN_WHOLE == kinds else _WORD).match(source.text, at, end)
    if word is not None and len(word[0]) > len(text):
        text = word[0]
    met = _Met(source, at, text, kinds, _before(source, shift, at, _kind_before(unexpected)), shift)
    return _unfinished(met) or _slip(met) or (_word if word is not None or len(text) > 1 else _character)(met)


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


def _before(source: Source, start: int, at: int, kind: str | None) -> _Before | None:
    """The last word between two places that is no comment."""
    last = None
    for found in _PIECES.finditer(source.text, start, at):
        if not found[0].startswith("#"):
            last = found
    return None if last is None else _Before(last[0], Span(last.start(), last.end()), kind)


def _end(source: Source, shift: int, end: int, kinds: frozenset[str], token: Token) -> Diagnostic:
    """The text ends in the middle of something: the place is where its last word ends, which the end token knows."""
    last = (token.end_pos or 0) + shift
    told = problems.unfinished if shift else problems.unexpected_end
    return told(source, Span(max(last - 1, shift), last), may_stand(kinds), _unclosed(source, shift, end, kinds))


def _unfinished(met: _Met) -> Diagnostic | None:
    """A line that begins well, after one that is not finished: the mistake is at the end of the one before."""
    begins_line = not met.line[: met.column].strip()
    if not begins_line or terminal(met.word) not in _BEGINS_LINE or met.kinds & _BEGINS_LINE or met.before is None:
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
        if found[0] == "(":
            open_.append(found.start())
        elif found[0] == ")" and open_:
            open_.pop()
    if not open_:
        return None
    return Label(Span(open_[-1], open_[-1] + 1), worded("this bracket is not closed", "此括号没有闭合"))


def _slip(met: _Met) -> Diagnostic | None:
    found = slip_at(met.line, met.column)
    if found is None:
        return None
    start, end, advice = found
    line_start = met.at - met.column
    return problems.unexpected_word(
        met.source, Span(line_start + start, line_start + end), met.line[start:end], None, advice
    )


def _character(met: _Met) -> Diagnostic:
    character = met.word
    advice = half_width(character, _may_be(half_width_of(character), met.kinds))
    if character == '"':
        advice = worded(
            "this quotation mark is not closed on its line", "此引号未在本行内闭合"
        ) if met.line.count('"') % 2 else None  # fmt: skip
        if advice is None and met.before is not None and met.before.text.startswith('"'):
            advice = _quote_within()
    elif character == ")" and "RPAR" not in met.kinds:
        advice = worded("no bracket was opened before it", "前面没有与之对应的左括号")
    elif character in "<>=" and re.search("[<>=]", met.line[: met.column]):
        advice = worded("compare two at a time: `a < b and b < c`", "每次比较两个值：a < b and b < c")
    return problems.unexpected_character(met.source, met.span, character, may_stand(met.kinds), advice)


def _may_be(plain: str | None, kinds: frozenset[str]) -> bool:
    names = {":": "COLON", ",": "COMMA", "(": "LPAR", ")": "RPAR", "=": "EQUAL", "<": "LESSTHAN", ">": "MORETHAN",
             "%": "UNIT", "{": "LBRACE", "}": "RBRACE", ".": "DOT", "+": "PLUS", "*": "STAR", "/": "SLASH", "[": "LSQB",
             "]": "RSQB", "#": "COMMENT"}  # fmt: skip
    return plain is not None and names[plain] in kinds


def _quote_within() -> Wording:
    return worded('a quotation mark within a text is written `\\"`', '文本中的引号写作 \\"')


def _word(met: _Met) -> Diagnostic:
    before = _misplaced_before(met)
    if before is not None:
        return before
    advice = _form(met) or _position(met) or _meant(met)
    return problems.unexpected_word(met.source, met.span, met.word, may_stand(met.kinds), advice)


def _misplaced_before(met: _Met) -> Diagnostic | None:
    """Where the word before was taken for a name, and is the true mistake."""
    if met.before is None or met.before.kind not in ("NAME", None):
        return None
    word = met.before.text
    if terminal(word) in _MODALITIES:
        advice = worded(
            "each requirement has a `shall`, `should` or `may` line of its own, without `and` between them",
            "每项要求各占一行，以 shall、should 或 may 开头，中间不写 and",
        )
    elif english(word) in ("every", "some", "no", "those", "exactly", "exactly one", "if"):
        advice = worded(
            f"put it in brackets where it is a part of something larger: `a and ({word} ...)`",
            f"作为较大条件的一部分时请加括号：a and ({word} ...)",
        )
    elif word in ("be", "have", "has", "ensure", "that", "the"):
        advice = worded(
            "say what has to hold as a condition: `shall pcf.mass > 0 kg`", "请把要求写成条件：shall pcf.mass > 0 kg"
        )
    else:
        return None
    return problems.unexpected_word(met.source, met.before.span, word, None, advice)


def _form(met: _Met) -> Wording | None:
    """Where one thing alone may stand, how it is written; made from what stands there where that is possible."""
    written = re.split(r"[\s\"]", met.source.text[met.at : met.at + 60], maxsplit=1)[0]
    only = {kind for kind in met.kinds if not kind.startswith("__")}
    if only == {"VERSION"}:
        like = _VERSION_LIKE.fullmatch(written)
        shown = ".".join(part or "0" for part in like.groups()) if like else "1.0.0"
        return worded(f"a version has three numbers: `{shown}`", f"版本号由三个数组成：{shown}")
    if only == {"RULE_ID"}:
        like = _RULE_ID_LIKE.fullmatch(written)
        shown = f"{like[1].upper()}-{like[2] or '1'}" if like else "ABC-5.1"
        return worded(
            f"a rule id is capitals, a hyphen and a number: `{shown}`", f"规则编号由大写字母、连字符和数字组成：{shown}"
        )
    if only == {"DATE"}:
        return worded("a day is written year-month-day: 2027-12-31", "日期写作 年-月-日：2027-12-31")
    if only - {"LANGUAGE"} == {"STRING"}:
        return worded('a text in quotes belongs here: "..."', '此处应为带引号的文本："..."')
    if only == {"STANDARD", "LIBRARY"}:
        return worded(
            "a file begins with `standard NAME 1.0.0` or `library NAME 1.0.0`",
            "文件以 standard 名称 1.0.0 或 library 名称 1.0.0 开头",
        )
    return None


def _position(met: _Met) -> Wording | None:
    """A word of the language that stands in the wrong line of a rule, or a rule's line that lacks its first word."""
    kind = terminal(met.word)
    after_requirement = "OTHERWISE" in met.kinds or ("NOTE" in met.kinds and "CITE" not in met.kinds)
    if kind in _MODALITIES and "CITE" in met.kinds and "SHALL" not in met.kinds:
        return worded(
            'every rule cites: add a line `cite DOCUMENT "clause"` above',
            '每条规则都须引用条款：请在上方加一行 cite 文件 "条款"',
        )
    if kind == "WHEN" and after_requirement:
        return worded("`when` stands before `otherwise`", "when 应在 otherwise 之前")
    if kind in _RULE_LINES - _MODALITIES and after_requirement:
        return worded(
            f"`{met.word}` stands above the first requirement of a rule", f"{met.word} 应在规则的第一项要求之上"
        )
    if met.before is not None and met.before.text.startswith('"'):
        if met.source.text[met.at - 1] == '"':
            return _quote_within()
        if re.match(r"[a-z]{2,3}(-\w+)?[ \t]*\"", met.source.text[met.at : met.at + 20]):
            return worded(
                "known languages are en, zh, de, fr, ja, ko, es, ru, ar, pt, it",
                "可用的语言标记：en、zh、de、fr、ja、ko、es、ru、ar、pt、it",
            )
    return None


def _meant(met: _Met) -> Wording | None:
    """`must` for shall, words that are nearly one of the language, a requirement without its verb."""
    known = keywords(met.kinds)
    meant = MEANT.get(met.word.casefold())
    if meant is None or meant.split()[0] not in known:
        meant = nearest(met.word, known)
    if meant is not None:
        in_chinese = meant if met.word.isascii() else in_language(meant, "zh")
        return worded(f"did you mean `{meant}`?", f"是否想写“{in_chinese}”？")
    if "shall" in known and not met.line[: met.column].strip():
        return worded("a requirement begins with `shall`, `should` or `may`", "一项要求以 shall、should 或 may 开头")
    return None
