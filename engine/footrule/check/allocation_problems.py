"""Every message about allocation rules, one function each; each code has a page in grammar/diagnostics/."""

from __future__ import annotations

from footrule.check.said import in_chinese, in_english
from footrule.model.types import Type
from footrule.text.diagnostic import Diagnostic, Label, warning
from footrule.text.source import Source, Span
from footrule.text.wording import worded


def on_nothing(source: Source, span: Span, id: str) -> Diagnostic:
    """An allocation that does not say of which processes."""
    return Diagnostic(
        "P0229",
        worded(f"{id} does not say which processes it is for", f"{id} 未说明适用于哪些过程"),
        source,
        Label(span, worded("which processes?", "哪些过程？")),
        help=worded("add a line `on each p in processes`", "请加一行 on each p in processes"),
    )


def shares_nothing(source: Source, span: Span, id: str) -> Diagnostic:
    """An allocation whose own method is empty: its first line is an alternative."""
    return Diagnostic(
        "P0229",
        worded(f"{id} shares nothing itself", f"{id} 自身未作任何分摊"),
        source,
        Label(span, worded("only alternatives follow", "其后只有备选方法")),
        help=worded(
            "write the method that counts first, and the alternatives after it", "请先写所采用的方法，再写备选方法"
        ),
    )


_IN_WORDS = {
    "process": ("processes", "过程"),
    "input": ("inputs", "输入"),
    "output": ("outputs", "输出"),
    "emission": ("emissions", "排放"),
}


def not_of_a_process(source: Source, span: Span, found: Type, shapes: tuple[str, ...]) -> Diagnostic:
    """A range over something else than the processes, inputs, emissions or outputs that it is about."""
    english = " or ".join(_IN_WORDS[shape][0] for shape in shapes)
    chinese = "或".join(_IN_WORDS[shape][1] for shape in shapes)
    return Diagnostic(
        "P0228",
        worded(
            f"{english} are shared here, and this is {in_english(found)}",
            f"此处应为{chinese}，而这是{in_chinese(found)}",
        ),
        source,
        Label(span, worded(f"this is {in_english(found)}", f"这是{in_chinese(found)}")),
        help=worded(
            "an allocation is on each of `processes`, shares their `inputs` and `emissions`, among their `outputs`",
            "分配针对 processes 中的过程，把其 inputs 与 emissions 分摊给其 outputs",
        ),
    )


def constant_key(source: Source, span: Span) -> Diagnostic:
    """A key that is the same for every output."""
    return warning(
        "P0227",
        worded("this key is the same for every output", "此分配键对各输出都相同"),
        source,
        Label(span, worded("every output gets an equal part", "各输出将均分")),
        worded("name a quantity of the output, such as `o.mass`", "请写输出的某个数量，如 o.mass"),
    )


def no_last_key(source: Source, span: Span) -> Diagnostic:
    """Keys with conditions, and none for the rest."""
    return warning(
        "P0227",
        worded("no key is left where this condition does not hold", "此条件不成立时没有可用的分配键"),
        source,
        Label(span, worded("only under a condition", "仅在有条件时采用")),
        worded("end with `otherwise by KEY`", "请以 otherwise by 分配键 结尾"),
    )


def never_used(source: Source, span: Span, before: Span) -> Diagnostic:
    """A class of burdens, or a key, that nothing can reach."""
    return Diagnostic(
        "P0226",
        worded("nothing is left for this", "此处已无内容可用"),
        source,
        Label(span, worded("never used", "永远用不到")),
        (Label(before, worded("this takes it all", "全部已归于此处")),),
        help=worded(
            "a burden goes to the first class that matches it; put the narrower one first",
            "负荷归入第一个相符的类别，请把较窄的类别写在前面",
        ),
    )


def burdens_left(source: Source, span: Span) -> Diagnostic:
    """Classes of burdens that do not take everything."""
    return warning(
        "P0226",
        worded("some burdens may belong to no class", "部分负荷可能不属于任何类别"),
        source,
        Label(span, worded("no class takes the rest", "没有类别包含其余部分")),
        worded("add a class `everything else`", "请增加一个 everything else 类别"),
    )
