"""Advice where one thing alone may stand: how it is written, made from what stands there where that is possible."""

from __future__ import annotations

import re
from collections.abc import Callable

from footrule.syntax.keywords import english
from footrule.syntax.met import Advice, Met, certain
from footrule.text.source import Span
from footrule.text.wording import worded

_SAID_OF_A_CLAUSE = ("attested", "not", "not applicable")
_Form = Callable[[Met], Advice | None]
_VERSION_LIKE = re.compile(r"v?(\d+)(?:\.(\d+))?(?:\.(\d+))?", re.ASCII)
_RULE_ID_LIKE = re.compile(r"([A-Za-z]+(?:_[A-Za-z]+)*)[-_.]?([\w.]*)", re.ASCII)
_DAY_LIKE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", re.ASCII)
_LEFT_UNQUOTED = re.compile(r"\w(?:[^\"“”《》#,，\n]*[^\s\"“”《》#,，])?(?=\s*(?:#|$))", re.MULTILINE)


def form(met: Met) -> Advice | None:
    """The advice, or None where more than one thing may stand, or there is nothing to say of it."""
    if met.line_keyword == "set" and met.word in ("=", "＝"):
        return _to(met)
    only = met.only - {"LANGUAGE"}
    if not only or len(only) > 3:
        return None
    return next((advice(met) for kinds, advice in _FORMS if only <= kinds), None)


def _version(met: Met) -> Advice | None:
    name_ends = met.before.span.end if met.before is not None else met.at
    if met.source.text[name_ends : met.at + 1] == "-" or (met.word[0].isalpha() and not _VERSION_LIKE.match(met.word)):
        return Advice(
            worded(
                "a name is one word of letters, digits and `_`: `my_standard`",
                "名称是一个词，由文字、数字和下划线组成：my_standard",
            )
        )
    like = _VERSION_LIKE.fullmatch(met.written)
    shown = ".".join(part or "0" for part in like.groups()) if like else "1.0.0"
    says = worded(f"a version has three numbers: `{shown}`", f"版本号由三个数组成：{shown}")
    return certain(says, Span(met.at, met.at + len(met.written)), shown) if like else Advice(says)


def _rule_id(met: Met) -> Advice:
    like = _RULE_ID_LIKE.fullmatch(met.written)
    shown = f"{like[1].upper()}-{like[2] or '1'}" if like else "ABC-5.1"
    return Advice(
        worded(
            f"a rule id is capitals, a hyphen and a number: `{shown}`", f"规则编号由大写字母、连字符和数字组成：{shown}"
        )
    )


def _date(met: Met) -> Advice:
    like = _DAY_LIKE.fullmatch(met.written)
    if like is None:
        return Advice(worded("a day is written year-month-day: 2027-12-31", "日期写作 年-月-日：2027-12-31"))
    shown = f"{like[1]}-{like[2]:0>2}-{like[3]:0>2}"
    says = worded(f"a day is written year-month-day: {shown}", f"日期写作 年-月-日：{shown}")
    return certain(says, Span(met.at, met.at + len(met.written)), shown)


def _text(met: Met) -> Advice:
    if met.word in (":", "：", ".", "-"):
        says = worded("no sign stands before a text; leave this out", "文本前不需要符号，请删去")
        return certain(says, met.span, "")
    if met.line_keyword == "document" and met.before is not None and met.before.kind == "NAME":
        return Advice(
            worded("a name is one word, and the title follows in quotes", "名称是一个词，其后为带引号的标题")
        )  # fmt: skip
    if met.before is not None and met.before.kind == "CLAUSE_NUMBER" and english(met.word) in _SAID_OF_A_CLAUSE:
        return Advice(worded('a clause has a title: `6.4.6 "Allocation"`', '条款须有标题：6.4.6 "分配"'))
    left = _LEFT_UNQUOTED.match(met.source.text, met.at)
    if left is None or "\\" in left[0]:
        return Advice(worded('a text in quotes belongs here: "..."', '此处应为带引号的文本："..."'))
    says = worded(f'a text in quotes belongs here: "{left[0]}"', f'此处应为带引号的文本："{left[0]}"')
    return certain(says, Span(*left.span()), f'"{left[0]}"')


def _name(met: Met) -> Advice | None:
    if met.line_keyword in ("cite", "document"):
        return Advice(
            worded(
                'a name without quotation marks belongs here, that of a `document NAME "Title" edition "2018"`',
                '此处应为不带引号的名称，即 document 名称 "标题" edition "2018" 所声明的名称',
            )
        )
    return Advice(
        worded("a name belongs here: letters, digits and `_`", "此处应为名称，由文字、数字和下划线组成")
    )  # fmt: skip


def _in_force(met: Met) -> Advice | None:
    if met.line_keyword != "in" and not met.line.strip().startswith("施行"):
        return None
    return Advice(
        worded("a period is written `in force from 2026-01-01`", "施行日期写作 in force from 2026-01-01")
    )  # fmt: skip


def _to(met: Met) -> Advice:
    says = worded("write `set PATH to VALUE`", "请写 set 路径 to 值")
    return certain(says, met.span, met.as_written("to")) if met.word in "=＝" else Advice(says)


def _always(en: str, zh: str) -> _Form:
    return lambda met: Advice(worded(en, zh))


_FORMS: tuple[tuple[set[str], _Form], ...] = (
    ({"VERSION"}, _version),
    ({"RULE_ID"}, _rule_id),
    ({"DATE"}, _date),
    ({"STRING"}, _text),
    ({"NAME"}, _name),
    ({"FROM"}, _in_force),
    ({"DOT", "LSQB", "TO"}, _to),
    (
        {"STANDARD", "LIBRARY"},
        _always(
            "a file begins with `standard NAME 1.0.0` or `library NAME 1.0.0`",
            "文件以 standard 名称 1.0.0 或 library 名称 1.0.0 开头",
        ),
    ),
    (
        {"SECTION_NUMBER"},
        _always('a section has a number: `section 4.1 "Scope"`', '章节须有编号：section 4.1 "范围"'),
    ),
    (
        {"CLAUSE_NUMBER", "STRING", "IN_PART"},
        _always(
            'a clause is a number, or a text in quotes, and its title: `6.4.6 "Allocation"`',
            '条款写作条款号（或带引号的文本）与标题：6.4.6 "分配"',
        ),
    ),
    (
        {"EQUAL", "COLON"},
        _always("`=` stands between a name and its value: `cap = 3 %`", "名称与值之间写“=”：cap = 3 %"),
    ),
    ({"IN"}, _always("a name for one of them comes first: `x in LIST`", "先给列表中的每一项取名：x in 列表")),
    ({"NUMBER", "WHOLE"}, _always("a number stands before its unit: `1 kg`", "单位前须有数：1 kg")),
)
