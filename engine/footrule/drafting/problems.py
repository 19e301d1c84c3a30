"""Every message on drafting, one function each. Codes P03xx; each has a page in grammar/diagnostics/."""

from __future__ import annotations

from collections.abc import Collection

from footrule.text.diagnostic import Diagnostic, Label, warning
from footrule.text.source import Source, Span
from footrule.text.suggest import nearest
from footrule.text.wording import worded


def language_missing(source: Source, span: Span, language: str) -> Diagnostic:
    """A text that lacks a language in which the title is given."""
    return warning(
        "P0301",
        worded(f"this text is not given in `{language}`, and the title is", f"标题有 {language} 文本，而此处没有"),
        source,
        Label(span, worded("in one language only", "语言不全")),
        worded(f'add {language} "..." after it', f'请在其后加 {language} "..."'),
    )


def stronger_than_shall(source: Source, span: Span) -> Diagnostic:
    """A word that a standard does not use beside 应, since it seems to say more."""
    word = source.text[span.start : span.end]
    return warning(
        "P0302",
        worded(f"`{word}` seems to ask for more than the Chinese for `shall`", f"“{word}”似比“应”要求更高"),
        source,
        Label(span, worded("a standard has one verb for a requirement", "标准中要求只用一个能愿动词")),
        worded("write the Chinese for `shall` or `shall not`", "请写“应”或“不应”"),
    )


def requirement_in_note(source: Source, span: Span) -> Diagnostic:
    """A requirement within a note, where nothing checks it."""
    return warning(
        "P0303",
        worded("a note holds no requirement", "注中不应有要求"),
        source,
        Label(span, worded("this asks for something", "此处提出了要求")),
        worded("make it a requirement of a rule, or say what is the case", "请写成规则中的要求，或改为陈述"),
    )


def must(source: Source, span: Span) -> Diagnostic:
    """Another verb for a requirement than shall, in an English text."""
    word = source.text[span.start : span.end]
    return warning(
        "P0311",
        worded(f"`{word}` beside `shall`: which is stricter?", f"{word} 与 shall 并用，何者更严？"),
        source,
        Label(span, worded("a standard has one verb for a requirement", "标准中要求只用一个能愿动词")),
        worded("write `shall`, or say what is the case", "请写 shall，或改为陈述"),
    )


def other_verb(source: Source, span: Span, modality: str) -> Diagnostic:
    """A message that speaks with the verb of another kind of requirement."""
    word = source.text[span.start : span.end]
    return warning(
        "P0312",
        worded(f"the message of a `{modality}` says `{word}`", f"此为 {modality} 的提示，却写“{word}”")
        if word.isascii()
        else worded(f"the message of a `{modality}` speaks with another verb", f"此为 {modality} 的提示，却写“{word}”"),
        source,
        Label(span, worded("another verb than the requirement's", "与要求所用的能愿动词不同")),
        worded("use the verb of the requirement, or say what is the case", "请用与要求相同的能愿动词，或改为陈述"),
    )


def name_without_braces(source: Source, span: Span, name: str) -> Diagnostic:
    """The name of a value in a message, where the value was meant."""
    return warning(
        "P0313",
        worded(f"the message shows the name `{name}`, not its value", f"提示将显示名称 {name}，而非其值"),
        source,
        Label(span, worded("not between braces", "未写在花括号中")),
        worded(
            f"write `{{{name}}}`; to name it on purpose, put it between backticks",
            f"请写 {{{name}}}；如确指名称，请加反引号",
        ),
    )


def unknown_rule(source: Source, span: Span, id: str, known: Collection[str]) -> Diagnostic:
    """A text that names a rule which there is not."""
    close = nearest(id, known)
    return warning(
        "P0314",
        worded(f"there is no rule `{id}`", f"没有规则 {id}"),
        source,
        Label(span, worded("named here", "此处提及")),
        worded("correct the id, or take it out", "请更正编号，或删去")
        if close is None
        else worded(f"did you mean `{close}`?", f"是否指 {close}？"),
    )


def same_title(source: Source, span: Span, first: Span, id: str) -> Diagnostic:
    """A rule with the title of another."""
    return warning(
        "P0315",
        worded(f"rule `{id}` has the same title", f"规则 {id} 的标题与此相同"),
        source,
        Label(span, worded("reports cannot tell the two apart", "报告中两者无法区分")),
        help=worded("say in the title what this rule asks", "请在标题中写明本规则的要求"),
        secondary=(Label(first, worded("first here", "最先在此处")),),
    )


def same_message(source: Source, span: Span, first: Span, id: str) -> Diagnostic:
    """A message that was copied from another rule."""
    return warning(
        "P0315",
        worded(f"rule `{id}` has the same message", f"规则 {id} 的提示与此相同"),
        source,
        Label(span, worded("copied, and not adapted?", "是否复制后未修改？")),
        help=worded(
            "say what was found against this rule, with values between braces",
            "请写明不符合本规则之处，数值写在花括号中",
        ),
        secondary=(Label(first, worded("first here", "最先在此处")),),
    )


def other_section(source: Source, span: Span, id: str, section: str) -> Diagnostic:
    """The id of a rule that names another section than the one it stands in."""
    return warning(
        "P0316",
        worded(f"`{id}` stands in section {section}", f"{id} 位于第{section}章"),
        source,
        Label(span, worded("every other id begins with the number of its section", "其他规则的编号均以章号开头")),
        worded("move the rule, or change its id", "请移动此规则，或修改其编号"),
    )


def says_nothing(source: Source, span: Span) -> Diagnostic:
    """A text that is empty, or stands for one that is to come."""
    return warning(
        "P0317",
        worded("this text says nothing", "此文本没有内容"),
        source,
        Label(Span(span.start - 1, span.end + 1), worded("empty, or yet to be written", "为空或待补")),
        worded("write it, or take the line out", "请补写，或删去此行"),
    )


def names_no_clause(source: Source, span: Span) -> Diagnostic:
    """A citation, or a line of a register, without a clause."""
    return warning(
        "P0317",
        worded("no clause is named here", "此处未指明条款"),
        source,
        Label(span, worded("empty, or yet to be written", "为空或待补")),
        worded("name the clause, table or attribute of the document", "请写明文件的条、表或字段"),
    )


def half_width(source: Source, span: Span) -> Diagnostic:
    """Half-width punctuation between two Chinese characters."""
    mark = source.text[span.start : span.end]
    full = chr(ord(mark) + 0xFEE0)
    return warning(
        "P0318",
        worded(f"`{mark}` stands between Chinese characters", f"汉字之间用了半角“{mark}”"),
        source,
        Label(span, worded("a half-width mark", "半角标点")),
        worded("write the full-width mark of the same kind", f"请写全角“{full}”"),
    )


def chinese_as_english(source: Source, span: Span) -> Diagnostic:
    """A Chinese text that counts as English."""
    return warning(
        "P0319",
        worded("this text is Chinese, and counts as English", "此文本为中文，却按英文处理"),
        source,
        Label(Span(span.start - 1, span.end + 1), worded("mostly Chinese characters", "多为汉字")),
        worded("write `zh` before it; a text without a language is English", "请在其前加 zh；未注明者按英文处理"),
    )
