"""Every message on what rules ask: conditions, limits, lists. Codes P0304 to P0310; each has a page."""

from __future__ import annotations

from footrule.text.diagnostic import Diagnostic, Label, warning
from footrule.text.source import Source, Span
from footrule.text.wording import worded


def none_passes(source: Source, span: Span) -> Diagnostic:
    """A filtered `for each` where nothing asks for such an element."""
    return warning(
        "P0304",
        worded("whoever leaves these elements out passes", "不提交这类元素即可通过"),
        source,
        Label(span, worded("no rule asks for one", "没有规则要求至少有一个")),
        worded(
            "add a rule with `shall some ... satisfies ...`; where none is fine, move the condition to `when`",
            "请另立规则：应 存在 ... 满足 ...；如允许没有，请将条件移到“当”之后",
        ),
    )


def decided_by_nothing(source: Source, span: Span, modality: str) -> Diagnostic:
    """A requirement whose condition takes nothing from the submission."""
    return warning(
        "P0305",
        worded(f"nothing that is submitted can decide this `{modality}`", "提交的任何内容都不能决定此要求是否满足"),
        source,
        Label(span, worded("depends on nothing that is submitted", "不取决于所提交的内容")),
        worded(
            "compare a field of the submission, or let a person judge: `shall attested by verifier using inspection`",
            "请与提交的字段比较，或由人判断：应 评审确认 由 verifier 采用 inspection",
        ),
    )


def always_the_same(source: Source, span: Span) -> Diagnostic:
    """A condition of `if`, `when`, `where`, `and` or `or` that is the same for every submission."""
    return warning(
        "P0306",
        worded("this condition is the same for every submission", "此条件对任何提交都相同"),
        source,
        Label(span, worded("depends on nothing that is submitted", "不取决于所提交的内容")),
        worded("take it out, or name a field of the submission", "请删去，或改为提交的字段"),
    )


def never_taken(source: Source, span: Span, word: str) -> Diagnostic:
    """A branch, or a requirement, whose condition was excluded before."""
    what = worded("this branch is never taken", "此分支永远不会被取到")
    if word == "when":
        what = worded("this requirement never applies", "此要求永不适用")
    return warning(
        "P0306",
        what,
        source,
        Label(span, worded("excluded by an earlier condition", "已被前面的条件排除")),
        worded("compare the two conditions: one of them is not what was meant", "请对照两处条件，其一可能有误"),
    )


def same_branches(source: Source, span: Span) -> Diagnostic:
    """An `if` with one value whatever its condition is."""
    return warning(
        "P0306",
        worded("both branches of this `if` are the same", "如果的两个分支相同"),
        source,
        Label(span, worded("the same as after `then`", "与“则”后相同")),
        worded("write the value alone, or change one of the branches", "请只写该值，或修改其中一个分支"),
    )


def cannot_hold(source: Source, span: Span) -> Diagnostic:
    """An `and` whose parts exclude one another."""
    return warning(
        "P0307",
        worded("these conditions cannot hold together", "这些条件不可能同时成立"),
        source,
        Label(span, worded("true for no submission", "任何提交都不能使其成立")),
        worded("is `or` meant, or another limit?", "是否应为“或”，或界限有误？"),
    )


def always_holds(source: Source, span: Span) -> Diagnostic:
    """An `or` one of whose parts holds for every value."""
    return warning(
        "P0307",
        worded("one of these conditions holds for every value", "无论取何值，总有一个条件成立"),
        source,
        Label(span, worded("false for no submission", "任何提交都不会使其不成立")),
        worded("is `and` meant, or another limit?", "是否应为“且”，或界限有误？"),
    )


def said_twice(source: Source, span: Span) -> Diagnostic:
    """An operand of `and` or `or` that stands there already."""
    return warning(
        "P0307",
        worded("this condition stands here twice", "此条件在此处出现两次"),
        source,
        Label(span, worded("the same as before", "与前面相同")),
        worded("take one out, or name the field that was meant", "请删去其一，或改为本意所指的字段"),
    )


def with_itself(source: Source, span: Span) -> Diagnostic:
    """A comparison of a value with itself."""
    return warning(
        "P0307",
        worded("a value is compared with itself", "与自身比较"),
        source,
        Label(span, worded("the same on both sides", "两边相同")),
        worded(
            "name the other value; to ask for a field, write `is given`",
            "请写出另一个值；若要求提供，请写“已给出”",
        ),
    )


def member_twice(source: Source, span: Span) -> Diagnostic:
    """A member of a set that stands there already."""
    return warning(
        "P0308",
        worded("this member stands in the set twice", "集合中有重复的成员"),
        source,
        Label(span, worded("the same as one before it", "与前面的成员相同")),
        worded("take it out, or write the one that was meant", "请删去，或改为本意所指的成员"),
    )


def limit_without_source(source: Source, span: Span) -> Diagnostic:
    """A limit in a rule that cites several clauses."""
    return warning(
        "P0309",
        worded("nothing says which of the cited clauses this limit is from", "未说明此限值出自所引的哪一条"),
        source,
        Label(span, worded("a limit without a source", "限值无出处")),
        worded(
            "declare it as a `parameter` with a `cite` of its own, or `provisional` with the reason",
            "请声明为参数，并写明“引用”，或“暂定”及理由",
        ),
    )


def exact_comparison(source: Source, span: Span) -> Diagnostic:
    """An exact comparison of a value that is computed of several reported ones."""
    return warning(
        "P0310",
        worded("rounding breaks this comparison", "修约会使此比较不成立"),
        source,
        Label(
            span,
            worded("exact, and computed of several reported numbers", "由多个申报数值算得，却按原数值比较"),
        ),
        worded(
            "write `equals`, which allows for printed rounding, or `within` a tolerance",
            "请写“等于”（允许末位修约误差），或“相差不超过”某一允差",
        ),
    )
