"""Every message of parsing, one function each. Codes P01xx; each has a page in grammar/diagnostics/."""

from __future__ import annotations

from footrule.text.diagnostic import Diagnostic, Label
from footrule.text.source import Source, Span
from footrule.text.wording import Wording, worded


def _diagnostic(
    code: str, source: Source, span: Span, headline: Wording, label: Wording, help: Wording | None
) -> Diagnostic:
    return Diagnostic(code, headline, source, Label(span, label), (), help)


def _advice(expected: Wording | None, help: Wording | None) -> Wording | None:
    """What probably was meant; where nobody can tell, what may stand there."""
    if help is not None or expected is None:
        return help
    return worded(f"here may stand: {expected.in_language('en')}", f"此处可以写：{expected.in_language('zh')}")


def unexpected_character(
    source: Source, span: Span, character: str, expected: Wording | None, help: Wording | None
) -> Diagnostic:
    """A character that no word of the language begins with here."""
    return _diagnostic(
        "P0101",
        source,
        span,
        worded(f"`{character}` cannot stand here", f"此处不能出现“{character}”"),
        worded("this character", "此字符"),
        _advice(expected, help),
    )


def unexpected_word(
    source: Source, span: Span, word: str, expected: Wording | None, help: Wording | None
) -> Diagnostic:
    """A word in the wrong place."""
    return _diagnostic(
        "P0102",
        source,
        span,
        worded(f"`{word}` is not expected here", f"此处不应出现“{word}”"),
        worded("not expected here", "此处不应出现"),
        _advice(expected, help),
    )


def unexpected_end(source: Source, span: Span, expected: Wording | None, open_: Label | None) -> Diagnostic:
    """The file ends in the middle of something."""
    return _ends_early(source, span, worded("the file ends too early", "文件提前结束"), expected, open_)


def unfinished(source: Source, span: Span, expected: Wording | None, open_: Label | None) -> Diagnostic:
    """A line, or an expression within a text, ends in the middle of something."""
    return _ends_early(source, span, worded("something is missing here", "此处有内容缺失"), expected, open_)


def _ends_early(
    source: Source, span: Span, headline: Wording, expected: Wording | None, open_: Label | None
) -> Diagnostic:
    return Diagnostic(
        "P0103",
        headline,
        source,
        Label(span, worded("not finished", "尚未写完")),
        () if open_ is None else (open_,),
        None
        if expected is None
        else worded(f"next may stand: {expected.in_language('en')}", f"接下来可以写：{expected.in_language('zh')}"),
    )


def not_a_decimal(source: Source, span: Span, text: str) -> Diagnostic:
    """A number the grammar of decimals refuses: too long, or in digits of another script."""
    if not text.isascii():
        label, advice = (
            worded("not the digits 0 to 9", "不是半角数字"),
            worded("write 0 to 9 in half width", "请用半角 0 至 9"),
        )
    else:
        label = worded("too many digits", "位数过多")
        advice = worded(
            "at most 40 digits before and after the point, and two in the exponent",
            "小数点前后各不超过40位，指数不超过两位",
        )
    return _diagnostic(
        "P0104", source, span, worded(f"`{text}` is no number that can be used", f"“{text}”不是可用的数"), label, advice
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
        worded("this has too many parts inside one another", "此处层层相套的部分过多"),
        worded("more than a hundred", "超过一百层"),
        worded(
            "write several requirements instead of one, or add up a list with `sum(x for x in LIST)`; names given with "
            "`let` and `define` count as what they stand for",
            "请拆成几项要求，或用 sum(x for x in 列表) 对列表求和；let 与 define 的名称按其内容计入",
        ),
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
