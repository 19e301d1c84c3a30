"""Every message of checking, one function each. Codes P02xx; each has a page in grammar/diagnostics/."""

from __future__ import annotations

from collections.abc import Iterable

from footrule.check.said import NAMES_SAID_OTHERWISE, in_chinese, in_english
from footrule.check.said_units import apart
from footrule.check.spelling import did_you_mean, name_meant, unit_meant
from footrule.model.types import Type
from footrule.text.diagnostic import Diagnostic, Label, warning
from footrule.text.source import Source, Span
from footrule.text.wording import Wording, worded


def not_whole(source: Source, span: Span, number: str, unit: str) -> Diagnostic:
    """Half a day, half a year: the calendar counts in whole ones."""
    return Diagnostic(
        "P0225",
        worded(f"`{number} {unit}` is no time of the calendar", f"“{number} {unit}”不是日历时段"),
        source,
        Label(span, worded("not a whole number", "不是整数")),
        help=worded(
            "days, months and years are whole: write 18 months for a year and a half; hours are `h`",
            "日、月、年须为整数：一年半请写 18 months；小时写作 h",
        ),
    )


def unknown_name(source: Source, span: Span, name: str, known: Iterable[str], text_wanted: bool) -> Diagnostic:
    """A name that nothing declares; where a text is wanted, it may be one without its quotation marks."""
    says, fix = name_meant(span, name, known)
    if says is None and text_wanted:
        says = worded(f'a text stands in quotation marks: "{name}"', f'文本须加引号："{name}"')
    return Diagnostic(
        "P0201",
        worded(f"nothing is called `{name}`", f"没有名为“{name}”的内容"),
        source,
        Label(span, worded("unknown name", "未知名称")),
        help=NAMES_SAID_OTHERWISE.get(name) or says,
        fix=None if name in NAMES_SAID_OTHERWISE else fix,
    )


def unknown_field(source: Source, span: Span, name: str, of: Type, known: Iterable[str]) -> Diagnostic:
    """A field that a record does not have."""
    says, fix = name_meant(span, name, known)
    return Diagnostic(
        "P0202",
        worded(f"{of} has no field `{name}`", f"“{in_chinese(of)}”没有字段“{name}”"),
        source,
        Label(span, worded("unknown field", "未知字段")),
        help=says,
        fix=fix,
    )


def mixed_dimensions(source: Source, left: tuple[Span, Type], right: tuple[Span, Type], act: str) -> Diagnostic:
    """Two quantities that cannot be added or compared; both places are labelled."""
    (left_span, left_type), (right_span, right_type) = left, right
    advice = apart(left_type, right_type)
    if "number" in (str(left_type), str(right_type)):
        other = left_type if str(right_type) == "number" else right_type
        advice = worded(f"give the number a unit of {in_english(other)}", f"请为该数写上“{in_chinese(other)}”的单位")
    return Diagnostic(
        "P0203",
        worded(
            f"{in_english(left_type)} and {in_english(right_type)} cannot be {act}",
            f"“{in_chinese(left_type)}”与“{in_chinese(right_type)}”不能这样运算或比较",
        ),
        source,
        Label(right_span, worded(f"this is {in_english(right_type)}", f"此处是{in_chinese(right_type)}")),
        (Label(left_span, worded(f"this is {in_english(left_type)}", f"此处是{in_chinese(left_type)}")),),
        advice,
    )


def wrong_type(
    source: Source, span: Span, found: Type, wanted: str, wanted_zh: str, help: Wording | None = None
) -> Diagnostic:
    """An expression of another type than its place asks for."""
    return Diagnostic(
        "P0204",
        worded(
            f"{wanted} is needed here, and this is {in_english(found)}",
            f"此处需要{wanted_zh}，而这是{in_chinese(found)}",
        ),
        source,
        Label(span, worded(f"this is {in_english(found)}", f"这是{in_chinese(found)}")),
        help=help,
    )


def other_type(source: Source, span: Span, found: Type, wanted: Type, help: Wording | None = None) -> Diagnostic:
    """An expression of another type than the one beside it."""
    return wrong_type(source, span, found, in_english(wanted), in_chinese(wanted), help)


def not_for_dates(source: Source, span: Span, found: Type) -> Diagnostic:
    """Arithmetic with a date that is not a shift along the calendar."""
    advice = worded(
        "a date is moved by days, months or years (`d + 3 years`); how far apart two are is asked by comparing: "
        "`a <= b + 3 years`",
        "日期只能加减日、月、年（如 d + 3 years）；要问两个日期相隔多久，请作比较：a <= b + 3 years",
    )
    return wrong_type(source, span, found, "a quantity", "数量", advice)


def unknown_unit(source: Source, span: Span, unit: str, known: Iterable[str]) -> Diagnostic:
    """A unit that the table of units does not have."""
    says, fix = unit_meant(source, span, unit, known)
    return Diagnostic(
        "P0205",
        worded(f"`{unit}` is not a known unit", f"未知单位“{unit}”"),
        source,
        Label(span, worded("unknown unit", "未知单位")),
        help=says,
        fix=fix,
    )


def unknown_builtin(source: Source, span: Span, name: str, known: Iterable[str]) -> Diagnostic:
    """A call of something that is no builtin."""
    says, fix = name_meant(Span(span.start, span.start + len(name)), name, known)
    return Diagnostic(
        "P0206",
        worded(f"there is no function `{name}`", f"没有函数“{name}”"),
        source,
        Label(span, worded("unknown function", "未知函数")),
        help=says,
        fix=fix,
    )


def runs_over_a_list(source: Source, span: Span, name: str) -> Diagnostic:
    """`sum`, `count` and their like, called as if they were plain functions."""
    return Diagnostic(
        "P0206",
        worded(f"`{name}` runs over a list", f"“{name}”要在列表上逐项计算"),
        source,
        Label(span, worded("the list is missing", "缺少列表")),
        help=worded(
            f"write `{name}(x for x in LIST)`, with `where CONDITION` to leave elements out",
            f"请写 {name}(x for x in 列表)；可加 where 条件 以筛选",
        ),
    )


def wrong_argument_count(source: Source, span: Span, name: str, wanted: list[int], found: int) -> Diagnostic:
    """A call with too many or too few arguments for any of its forms."""
    en, zh = (joined.join(map(str, wanted)) for joined in (" or ", "或"))
    return Diagnostic(
        "P0207",
        worded(f"`{name}` takes {en} argument(s), and here are {found}", f"“{name}”需要{zh}个参数，此处有{found}个"),
        source,
        Label(span, worded("in this call", "在此调用中")),
    )


def unknown_code(source: Source, span: Span, name: str, codes: tuple[str, ...]) -> Diagnostic:
    """A code that its list does not have."""
    listed = ", ".join(f"`{code}`" for code in codes[:12])
    return Diagnostic(
        "P0208",
        worded(f"`{name}` is not one of the codes that may stand here", f"“{name}”不是此处可用的代码"),
        source,
        Label(span, worded("unknown code", "未知代码")),
        help=did_you_mean(name, codes) or worded(f"the codes are {listed}", f"可用代码：{listed}"),
    )


def taken_by_parent(source: Source, span: Span, id: str, parent: str) -> Diagnostic:
    """A rule, a parameter, a definition or a datum whose name an extended standard has already."""
    return Diagnostic(
        "P0209",
        worded(f"{parent} already has `{id}`", f"{parent} 中已有“{id}”"),
        source,
        Label(span, worded("here again", "此处重复")),
        help=worded(
            "it is taken in with `extends`; give this one a name of its own", "它已随 extends 引入，请另取名称"
        ),
    )


def declared_twice(source: Source, span: Span, name: str, first: Span) -> Diagnostic:
    """A name, or the id of a rule, that is used twice."""
    return Diagnostic(
        "P0209",
        worded(f"`{name}` is declared twice", f"“{name}”重复声明"),
        source,
        Label(span, worded("here again", "此处重复")),
        (Label(first, worded("first declared here", "首次声明于此")),),
    )


def no_citation(source: Source, span: Span, rule: str) -> Diagnostic:
    """A rule that cites nothing."""
    return Diagnostic(
        "P0210",
        worded(f"rule {rule} cites no clause", f"规则 {rule} 未引用任何条款"),
        source,
        Label(span, worded("every rule cites", "每条规则都应引用条款")),
        help=worded('add a line `cite DOCUMENT "clause"`', '请加一行 cite 文件 "条款"'),
    )


def unknown_document(source: Source, span: Span, name: str, known: Iterable[str]) -> Diagnostic:
    """A citation of a document that is not declared."""
    return Diagnostic(
        "P0211",
        worded(f"no document is declared as `{name}`", f"未声明文件“{name}”"),
        source,
        Label(span, worded("unknown document", "未知文件")),
        help=did_you_mean(name, known)
        or worded(
            f'declare it: `document {name} "Title" edition "2018"`', f'请声明：document {name} "标题" edition "2018"'
        ),
    )


def unknown_parent(source: Source, span: Span, id: str, major: int) -> Diagnostic:
    """An extended standard that cannot be used."""
    return Diagnostic(
        "P0212",
        worded(f"{id} {major} cannot be extended", f"无法扩展 {id} {major}"),
        source,
        Label(span, worded("not found, or not without errors itself", "未找到，或其自身有错误")),
        help=worded(
            "`footrule list` shows what is installed; a standard cannot extend itself",
            "footrule list 可列出已安装的标准；标准不能扩展自身",
        ),
    )


def no_source(source: Source, span: Span, name: str) -> Diagnostic:
    """A parameter that neither cites nor says it is provisional."""
    return warning(
        "P0213",
        worded(f"parameter `{name}` has no source", f"参数“{name}”没有来源"),
        source,
        Label(span, worded("where does this value come from?", "此值出自何处？")),
        worded('add `cite DOCUMENT "clause"`, or `provisional "why"`', '请加 cite 文件 "条款"，或 provisional "原因"'),
    )


def not_constant(source: Source, span: Span, name: str) -> Diagnostic:
    """A parameter whose value is not a literal."""
    return Diagnostic(
        "P0214",
        worded(f"parameter `{name}` needs a plain value", f"参数“{name}”需要一个确定的值"),
        source,
        Label(span, worded("this depends on something else", "这里依赖其他内容")),
        help=worded(
            "write a number with its unit, a text, a code or a date; use `define` for a formula",
            "请写带单位的数、文本、代码或日期；公式请用 define",
        ),
    )


def unknown_word(source: Source, span: Span, word: str, known: tuple[str, ...]) -> Diagnostic:
    """A word from a fixed list (who attests, how, an outcome, a code scheme) that is not in it."""
    listed = ", ".join(f"`{one}`" for one in known)
    return Diagnostic(
        "P0215",
        worded(f"`{word}` cannot stand here", f"此处不能写“{word}”"),
        source,
        Label(span, worded("unknown word", "未知用词")),
        help=did_you_mean(word, known) or worded(f"known are {listed}", f"可用：{listed}"),
    )


def missing_title(source: Source, span: Span) -> Diagnostic:
    """A file without a title."""
    return Diagnostic(
        "P0216",
        worded("the file has no title", "文件没有标题"),
        source,
        Label(span, worded("in this header", "在此文件头中")),
        help=worded('add a line `title "..." zh "..."`', '请加一行 title "..." zh "..."'),
    )


def unknown_rule(source: Source, span: Span, id: str, known: Iterable[str]) -> Diagnostic:
    """An example that names a rule nobody wrote."""
    return Diagnostic(
        "P0217",
        worded(f"there is no rule {id}", f"没有规则 {id}"),
        source,
        Label(span, worded("unknown rule", "未知规则")),
        help=did_you_mean(id, known),
    )


def unclear_example(source: Source, span: Span, title: str) -> Diagnostic:
    """An example that says nothing, or two things, of its outcome, or names no file."""
    return Diagnostic(
        "P0218",
        worded(f'example "{title}" is not complete', f"示例“{title}”不完整"),
        source,
        Label(span, worded("in this example", "在此示例中")),
        help=worded(
            "an example has one `from`, and either `conforms` or `fails` or `undetermined` with rule ids",
            "示例应有一行 from，以及 conforms，或带规则编号的 fails 或 undetermined",
        ),
    )


def open_brace(source: Source, span: Span) -> Diagnostic:
    """A brace in a message that is not closed."""
    return Diagnostic(
        "P0219",
        worded("a `{` in this text is not closed", "文本中的“{”没有闭合"),
        source,
        Label(span, worded("opened here", "由此开始")),
        help=worded("write {{ and }} for braces that are meant as such", "若要写花括号本身，请写 {{ 和 }}"),
    )


def unused(source: Source, span: Span, name: str) -> Diagnostic:
    """A definition, parameter or let that nothing uses."""
    return warning(
        "P0220",
        worded(f"`{name}` is never used", f"“{name}”从未使用"),
        source,
        Label(span, worded("declared here", "声明于此")),
    )


def cannot_be_asked(source: Source, span: Span) -> Diagnostic:
    """`is given`, `is missing` or `absent as` of something that is always there."""
    return Diagnostic(
        "P0221",
        worded("only a field of the submission can be given or missing", "只有提交数据中的字段才谈得上“有”或“缺”"),
        source,
        Label(span, worded("this is computed or fixed", "这是计算得出或固定的")),
        help=worded("ask for the fields that it is made from", "请对构成它的各字段分别询问"),
    )


def bad_text_argument(source: Source, span: Span, name: str, text: str) -> Diagnostic:
    """A text argument that the builtin of that name cannot take, such as a formula of unknown elements."""
    return Diagnostic(
        "P0222",
        worded(f'`{name}` cannot take "{text}"', f"“{name}”不接受“{text}”"),
        source,
        Label(span, worded("not understood", "无法理解")),
    )


def division_by_zero(source: Source, span: Span) -> Diagnostic:
    """A division by the literal zero."""
    return Diagnostic(
        "P0223",
        worded("this divides by zero", "此处除以零"),
        source,
        Label(span, worded("always zero", "恒为零")),
    )


def unknown_path(source: Source, span: Span, step: str, known: Iterable[str]) -> Diagnostic:
    """An example that changes a place the vocabulary does not have."""
    return Diagnostic(
        "P0224",
        worded(f"a submission has no `{step}` there", f"提交数据在此处没有“{step}”"),
        source,
        Label(span, worded("in this path", "在此路径中")),
        help=did_you_mean(step, known),
    )
