"""What may stand at a place, told in few words: a parser knows thirty tokens there, and a person asks for the gist."""

from __future__ import annotations

from collections.abc import Collection

from footrule.text.wording import Wording, worded

MOST_SHOWN = 8

ITEMS = frozenset({
    "DOCUMENT", "CODES", "DATA", "PARAMETER", "SET_PARAMETER", "DEFINE", "SECTION", "TEXT", "RULE", "ALLOCATE",
    "TIGHTEN", "REPLACE", "WAIVE", "EXAMPLE", "CLAUSES",
})  # fmt: skip
"""The words that begin a part of a file."""
_VALUE = frozenset({
    "STRING", "LPAR", "MINUS", "DATE", "NAME", "NUMBER", "WHOLE", "FALSE", "TRUE", "EVERY", "SOME", "NO", "EXACTLY_ONE",
    "IF", "THOSE", "NOT", "NEGATIVE",
})  # fmt: skip
_CALCULATION = frozenset({"PLUS", "MINUS", "STAR", "SLASH", "DOT", "ABSENT_AS", "LPAR", "UNIT", "NEGATIVE"})
_COMPARISON = frozenset({
    "EQUAL", "LESSTHAN", "MORETHAN", "IS", "IS_NOT", "IS_GIVEN", "IS_MISSING", "IS_EXACTLY", "IN", "NOT_IN", "EQUALS",
    "WITHIN", "CONTAINS", "STARTS_WITH", "ENDS_WITH", "LIES_IN",
})  # fmt: skip
_GROUPS = (
    ({"NAME", "WHOLE", "TRUE"}, _VALUE, worded("a value or a condition", "一个值或条件")),
    ({"PLUS", "STAR"}, _CALCULATION, worded("an operator such as `+` or `/`", "运算符，如“+”或“/”")),
    ({"IS", "LESSTHAN"}, _COMPARISON, worded("a comparison such as `>` or `is`", "比较，如“>”或 is")),
    (
        {"RULE", "DEFINE"},
        ITEMS | {"$END"},
        worded("the next `rule` or other part of the file", "下一个 rule 或其他部分"),
    ),
)
_NAMED = {
    "STRING": worded('a text in quotes: "..."', '带引号的文本："..."'),
    "NAME": worded("a name", "一个名称"),
    "LABEL": worded("a name and a colon", "名称与冒号"),
    "RULE_ID": worded("a rule id such as ABC-5.1", "规则编号，如 ABC-5.1"),
    "NUMBER": worded("a number", "一个数"),
    "WHOLE": worded("a whole number", "一个整数"),
    "DATE": worded("a date such as 2027-12-31", "日期，如 2027-12-31"),
    "VERSION": worded("a version such as 1.0.0", "版本号，如 1.0.0"),
    "UNIT": worded("a unit", "单位"),
    "SECTION_NUMBER": worded("a section number such as 4.1", "章节号，如 4.1"),
    "LANGUAGE": worded("a language such as `zh`", "语言标记，如 zh"),
    "CLAUSE_NUMBER": worded("a clause number such as 6.4.6", "条款号，如 6.4.6"),
    "$END": worded("the end of the file", "文件结尾"),
}
_SIGNS = {
    "LPAR": "(", "RPAR": ")", "LBRACE": "{", "RBRACE": "}", "LSQB": "[", "RSQB": "]", "COMMA": ",", "DOT": ".",
    "EQUAL": "=", "PLUS": "+", "MINUS": "-", "NEGATIVE": "-", "STAR": "*", "SLASH": "/", "LESSTHAN": "<",
    "MORETHAN": ">", "COLON": ":",
}  # fmt: skip


def may_stand(kinds: Collection[str]) -> Wording | None:
    """The kinds of token that may stand somewhere, as a list for a person; None where there is nothing to say."""
    rest = {kind for kind in kinds if not kind.startswith("__")}
    if "STRING" in rest:
        rest.discard("LANGUAGE")
    shown: list[Wording] = []
    for signs_of_it, group, name in _GROUPS:
        if rest >= signs_of_it:
            rest -= group
            shown.append(name)
    shown = [_one(kind) for kind in sorted(rest)[:MOST_SHOWN]] + shown
    if not shown:
        return None
    return Wording(
        tuple((tag, mark.join(one.in_language(tag) for one in shown)) for tag, mark in (("en", ", "), ("zh", "、")))
    )


def keywords(kinds: Collection[str]) -> list[str]:
    """The words of the language among some kinds of token."""
    return sorted(
        _word(kind) for kind in kinds if kind not in _NAMED and kind not in _SIGNS and kind.replace("_", "").isalpha()
    )


def _word(kind: str) -> str:
    return kind.lower().replace("_", " ")


def _one(kind: str) -> Wording:
    if kind in _NAMED:
        return _NAMED[kind]
    word = _SIGNS.get(kind) or _word(kind)
    return Wording((("en", f"`{word}`"), ("zh", f"“{word}”" if kind in _SIGNS else word)))
