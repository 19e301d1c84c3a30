"""Syntax mistakes told in the author's words: what was met, what may stand there, and what probably was meant."""

from __future__ import annotations

from lark import Token
from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedInput, UnexpectedToken

from footrule.syntax import problems
from footrule.text.diagnostic import Diagnostic
from footrule.text.source import Source, Span
from footrule.text.suggest import nearest
from footrule.text.wording import Wording, worded

MOST_EXPECTED_SHOWN = 8

_FULL_WIDTH = {
    "：": ":", "，": ",", "（": "(", "）": ")", "“": '"', "”": '"', "＝": "=", "＜": "<", "＞": ">",
    "≥": ">=", "≤": "<=", "％": "%", "｛": "{", "｝": "}", "．": ".", "－": "-", "＋": "+",
}  # fmt: skip
_NAMED = {
    "STRING": '"text"', "NAME": "a name", "RULE_ID": "a rule id such as ABC-5.1", "NUMBER": "a number",
    "WHOLE": "a whole number", "DATE": "a date", "VERSION": "a version such as 1.0.0", "UNIT": "a unit",
    "SECTION_NUMBER": "a section number", "LANGUAGE": "a language such as zh", "$END": "the end of the file",
    "LPAR": "(", "RPAR": ")", "LBRACE": "{", "RBRACE": "}", "LSQB": "[", "RSQB": "]", "COMMA": ",", "DOT": ".",
    "EQUAL": "=", "PLUS": "+", "NEGATIVE": "-", "STAR": "*", "SLASH": "/", "LESSTHAN": "<", "MORETHAN": ">",
    "COLON": ":",
}  # fmt: skip


def explained(source: Source, unexpected: UnexpectedInput, shift: int) -> Diagnostic:
    """The diagnostic for what the parser met; `shift` is where the parsed text begins in the source."""
    if isinstance(unexpected, UnexpectedToken):
        return _token(source, unexpected, shift)
    if isinstance(unexpected, UnexpectedCharacters):
        return _character(source, _offset(source, shift, unexpected.line, unexpected.column))
    assert isinstance(unexpected, UnexpectedEOF)
    end = len(source.text.rstrip())
    return problems.unexpected_end(source, Span(max(end - 1, 0), end), _expected(set(unexpected.expected)))


def _token(source: Source, unexpected: UnexpectedToken, shift: int) -> Diagnostic:
    token: Token = unexpected.token
    expected = _expected(set(unexpected.accepts or unexpected.expected))
    if token.type == "$END":
        end = len(source.text.rstrip()) if shift == 0 else (token.end_pos or 0) + shift
        return problems.unexpected_end(source, Span(max(end - 1, 0), max(end, 1)), expected)
    start = (token.start_pos or 0) + shift
    return problems.unexpected_word(
        source, Span(start, start + len(token)), str(token), expected, _meant(token, expected)
    )


def _offset(source: Source, shift: int, line: int, column: int) -> int:
    """The offset of a line and column of the text that begins at `shift`."""
    first = source.position(shift)
    if line == 1:
        return shift + column - 1
    return source.line_starts[first.line + line - 2] + column - 1


def _character(source: Source, at: int) -> Diagnostic:
    character = source.text[at : at + 1]
    advice: Wording | None = None
    if character in _FULL_WIDTH:
        plain = _FULL_WIDTH[character]
        advice = worded(f"write `{plain}` in half width", f"请改用半角“{plain}”")
    elif character == '"':
        advice = worded("the quotation mark is not closed on this line", "引号未在本行内闭合")
    elif character == "'":
        advice = worded('texts stand between double quotes: "..."', "文本请写在双引号之间")
    return problems.unexpected_character(source, Span(at, at + 1), character, advice)


def _meant(token: Token, expected: tuple[str, ...]) -> Wording | None:
    """`must` for shall, `==` for =, and words that are nearly a keyword."""
    meant = {"must": "shall", "ought": "should", "can": "may", "whenever": "when"}.get(str(token))
    meant = meant or nearest(str(token), (word for word in expected if word.isalpha()))
    return None if meant is None else worded(f"did you mean `{meant}`?", f"是否想写“{meant}”？")


def _expected(kinds: set[str]) -> tuple[str, ...]:
    words = sorted(_NAMED.get(kind, kind.lower().replace("_", " ")) for kind in kinds if not kind.startswith("__"))
    return tuple(words[:MOST_EXPECTED_SHOWN])
