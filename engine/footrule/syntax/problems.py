"""Every message of parsing, one function each. Codes P01xx; each has a page in grammar/diagnostics/."""

from __future__ import annotations

from unicodedata import normalize

from footrule.syntax.met import Advice
from footrule.text.diagnostic import Diagnostic, Fix, Label
from footrule.text.source import Source, Span
from footrule.text.wording import Wording, worded

_QUOTES = "“”「『《"


def _diagnostic(
    code: str,
    source: Source,
    span: Span,
    headline: Wording,
    label: Wording,
    help: Wording | None,
    fix: Fix | None = None,
) -> Diagnostic:
    return Diagnostic(code, headline, source, Label(span, label), (), help, fix=fix)


def _help(expected: Wording | None, advice: Advice | None) -> Wording | None:
    """What probably was meant; where nobody can tell, what may stand there."""
    if advice is not None or expected is None:
        return None if advice is None else advice.says
    return worded(f"here may stand: {expected.in_language('en')}", f"此处可以写：{expected.in_language('zh')}")


def unexpected_character(
    source: Source, span: Span, character: str, expected: Wording | None, advice: Advice | None
) -> Diagnostic:
    """A character that no word of the language begins with here."""
    return _diagnostic(
        "P0101",
        source,
        span,
        worded(f"`{character}` cannot stand here", f"此处不能出现“{character}”"),
        worded("this character", "此字符"),
        _help(expected, advice),
        None if advice is None else advice.fix,
    )


def unexpected_word(
    source: Source, span: Span, word: str, expected: Wording | None, advice: Advice | None
) -> Diagnostic:
    """A word in the wrong place."""
    return _diagnostic(
        "P0102",
        source,
        span,
        worded(f"`{word}` is not expected here", f"此处不应出现{word if word[0] in _QUOTES else f'“{word}”'}"),
        worded("not expected here", "此处不应出现"),
        _help(expected, advice),
        None if advice is None else advice.fix,
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
    headline = worded(f"`{text}` is no number that can be used", f"“{text}”不是可用的数")
    if text.isascii():
        label = worded("too many digits", "位数过多")
        advice = worded(
            "at most 40 digits before and after the point, and two in the exponent",
            "小数点前后各不超过40位，指数不超过两位",
        )
        return _diagnostic("P0104", source, span, headline, label, advice)
    label = worded("not the digits 0 to 9", "不是半角数字")
    advice = worded("write 0 to 9 in half width", "请用半角 0 至 9")
    fix = Fix(advice, ((span, normalize("NFKC", text)),))
    return _diagnostic("P0104", source, span, headline, label, advice, fix)


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
    """A line that may stand once stands twice; where both say the same, the second can go."""
    says = worded("remove the second of two lines that are the same", "请删去重复的第二行")
    again = _same_line(source, span)
    return _diagnostic(
        "P0106",
        source,
        span,
        worded(f"`{word}` stands here for the second time", f"“{word}”重复出现"),
        worded("remove one of the two", "请删去其中一个"),
        None,
        None if again is None else Fix(says, ((again, ""),)),
    )


def _same_line(source: Source, span: Span) -> Span | None:
    """The line that begins with a span, if it goes on on no other and is the same as the line before it."""
    number = source.position(span.start).line
    start = source.line_starts[number - 1]
    line = source.line(number).strip()
    if number == 1 or source.text[start : span.start].strip() or source.line(number - 1).strip() != line:
        return None
    end = source.line_starts[number] if number < len(source.line_starts) else len(source.text)
    return Span(start, end)


def reserved_name(source: Source, span: Span, word: str) -> Diagnostic:
    """A name that is a word of the language: where it is used, it would be read as that word."""
    return _diagnostic(
        "P0110",
        source,
        span,
        worded(f"`{word}` is a word of the language", f"“{word}”是语言中的关键词"),
        worded("not free to be a name", "不能用作名称"),
        worded(f"choose another name, such as `the_{word}`", f"请另取名称，例如 {word}_1")
        if word.isascii()
        else worded("choose another name", f"请另取名称，例如 {word}_1"),
    )


def negative_tolerance(source: Source, span: Span) -> Diagnostic:
    """`within -5 % of`: nothing is that near."""
    return _diagnostic(
        "P0111",
        source,
        span,
        worded("a tolerance is not negative", "容差不能为负"),
        worded("nothing can be within this", "没有值能满足"),
        worded(
            "`within 5 % of x` allows for both directions: leave the sign out",
            "within 5 % of x 已包含正负两个方向，请删去负号",
        ),
        Fix(worded("leave the sign out", "删去负号"), ((Span(span.start, span.start + 1), ""),)),
    )


def ends_before_it_begins(source: Source, last: Span, first: Span) -> Diagnostic:
    """A period of validity whose last day is before its first."""
    return Diagnostic(
        "P0109",
        worded("the period ends before it begins", "终止日期早于起始日期"),
        source,
        Label(last, worded("the last day", "终止日期")),
        (Label(first, worded("the first day", "起始日期")),),
        worded(
            "write the earlier day first: `in force from 2026-01-01 until 2030-12-31`",
            "较早的日期写在前面：in force from 2026-01-01 until 2030-12-31",
        ),
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
