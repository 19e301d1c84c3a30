"""Every message of parsing, one function each. Codes P01xx; each has a page in grammar/diagnostics/."""

from __future__ import annotations

from footrule.text.diagnostic import Diagnostic, Label
from footrule.text.source import Source, Span
from footrule.text.wording import Wording, worded


def _diagnostic(
    code: str, source: Source, span: Span, headline: Wording, label: Wording, help: Wording | None
) -> Diagnostic:
    return Diagnostic(code, headline, source, Label(span, label), (), help)


def unexpected_character(source: Source, span: Span, character: str, help: Wording | None) -> Diagnostic:
    """A character that no word of the language begins with here."""
    return _diagnostic(
        "P0101",
        source,
        span,
        worded(f"`{character}` cannot stand here", f"此处不能出现“{character}”"),
        worded("this character", "此字符"),
        help,
    )


def unexpected_word(
    source: Source, span: Span, word: str, expected: tuple[str, ...], help: Wording | None
) -> Diagnostic:
    """A word in the wrong place."""
    listed = ", ".join(f"`{one}`" for one in expected)
    advice = help or (worded(f"here may stand: {listed}", f"此处可以写：{listed}") if listed else None)
    return _diagnostic(
        "P0102",
        source,
        span,
        worded(f"`{word}` is not expected here", f"此处不应出现“{word}”"),
        worded("not expected here", "此处不应出现"),
        advice,
    )


def unexpected_end(source: Source, span: Span, expected: tuple[str, ...]) -> Diagnostic:
    """The file ends in the middle of something."""
    listed = ", ".join(f"`{one}`" for one in expected)
    return _diagnostic(
        "P0103",
        source,
        span,
        worded("the file ends too early", "文件提前结束"),
        worded("something is still missing here", "此处尚缺内容"),
        worded(f"next may stand: {listed}", f"接下来可以写：{listed}") if listed else None,
    )


def not_a_decimal(source: Source, span: Span, text: str) -> Diagnostic:
    """A number the grammar of decimals refuses."""
    return _diagnostic(
        "P0104",
        source,
        span,
        worded(f"`{text}` is no number that can be used", f"“{text}”不是可用的数"),
        worded("too many digits", "位数过多"),
        worded(
            "at most 40 digits before and after the point, and two in the exponent",
            "小数点前后各不超过40位，指数不超过两位",
        ),
    )


def not_a_date(source: Source, span: Span, text: str) -> Diagnostic:
    """A date that is not in the calendar."""
    return _diagnostic(
        "P0105",
        source,
        span,
        worded(f"`{text}` is not in the calendar", f"日历中没有“{text}”"),
        worded("no such day", "没有这一天"),
        worded("write a day as year-month-day, such as 2027-12-31", "日期写作 年-月-日，例如 2027-12-31"),
    )


def line_repeated(source: Source, span: Span, word: str) -> Diagnostic:
    """A line that may stand once stands twice."""
    return _diagnostic(
        "P0106",
        source,
        span,
        worded(f"`{word}` stands here for the second time", f"“{word}”重复出现"),
        worded("remove one of the two", "请删去其中一个"),
        None,
    )


def too_deep(source: Source, span: Span) -> Diagnostic:
    """An expression nested deeper than anyone can read."""
    return _diagnostic(
        "P0107",
        source,
        span,
        worded("this is nested too deeply", "嵌套过深"),
        worded("in this rule", "在此规则中"),
        worded("give parts of it names with `let`", "请用 let 给其中各部分命名"),
    )


def not_text(source: Source, byte: int) -> Diagnostic:
    """A standard that is not UTF-8."""
    return _diagnostic(
        "P0108",
        source,
        Span(0, 0),
        worded(f"this file is not UTF-8 (byte {byte})", f"此文件不是UTF-8编码（第{byte}字节）"),
        worded("at the start of the file", "在文件开头"),
        worded(
            "save it as UTF-8; files from older Chinese systems are often GBK or GB18030",
            "请另存为UTF-8；旧系统导出的文件多为GBK或GB18030",
        ),
    )
