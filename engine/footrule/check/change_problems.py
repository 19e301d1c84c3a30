"""Every message about what a file changes in what it extends, one function each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from footrule.check.spelling import did_you_mean
from footrule.text.diagnostic import Diagnostic, Label, warning
from footrule.text.source import Source, Span
from footrule.text.wording import Wording, worded


def circle(source: Source, span: Span, members: Sequence[str]) -> Diagnostic:
    """A file that extends itself, by way of others or at once; `members` begins and ends with it."""
    way = " → ".join(members)
    return Diagnostic(
        "P0240",
        worded(f"`{members[0]}` extends itself", f"“{members[0]}”扩展了自身"),
        source,
        Label(span, worded(way, way)),
        help=worded(
            "put what they share into a library that each of them extends",
            "请把共有的内容写入一个规则库，由各方分别扩展",
        ),
    )


def two_majors(source: Source, span: Span, id: str, ways: Sequence[tuple[str, str]]) -> Diagnostic:
    """Two major versions of one library, met by two ways: (version, the file that names it) each."""
    return Diagnostic(
        "P0241",
        worded(
            f"two major versions of `{id}` come together: " + ", ".join(f"{one} by {by}" for one, by in ways),
            f"“{id}”的两个主版本同时引入：" + "，".join(f"{one}（经 {by}）" for one, by in ways),
        ),
        source,
        Label(span, worded("extended here", "在此扩展")),
        help=worded(
            "their rules have the same ids and may contradict each other; extend files that are built on one of them",
            "两者的规则编号相同，内容可能冲突；请扩展基于同一主版本的文件",
        ),
    )


def nothing_to_change(source: Source, span: Span, name: str, known: Iterable[str]) -> Diagnostic:
    """A change of a rule or a parameter that the file does not take in."""
    return Diagnostic(
        "P0242",
        worded(f"this file takes in no `{name}`", f"本文件未引入“{name}”"),
        source,
        Label(span, worded("nothing to change", "没有可更改的内容")),
        help=did_you_mean(name, known)
        or worded(
            "only what comes by `extends` can be changed; what the file declares itself is written as it shall be",
            "只能更改随 extends 引入的内容；本文件自身的内容请直接写定",
        ),
    )


def loosens(source: Source, span: Span, id: str, says: Wording) -> Diagnostic:
    """A `tighten` that asks for less than the rule does."""
    return Diagnostic(
        "P0243",
        worded(f"this loosens {id}", f"此处放宽了 {id}"),
        source,
        Label(span, says),
        help=worded(
            "`tighten` only asks for more; to ask for something else, write `replace ... because`",
            "tighten 只能加严；若要另作要求，请写 replace 并说明 because",
        ),
    )


def cannot_be_told(source: Source, span: Span, id: str, says: Wording) -> Diagnostic:
    """A `tighten` of which it cannot be shown that it asks for no less."""
    return warning(
        "P0244",
        worded(f"whether this tightens {id} cannot be told", f"无法判断此处是否加严了 {id}"),
        source,
        Label(span, says),
        worded(
            "keep the form of the requirement and change its limit, or write `replace ... because`",
            "请保持要求的形式而只改限值，或写 replace 并说明 because",
        ),
    )


def changes_nothing(source: Source, span: Span, id: str) -> Diagnostic:
    """A `tighten` that asks for what the rule asks for."""
    return warning(
        "P0245",
        worded(f"this leaves {id} as it is", f"此处并未改变 {id}"),
        source,
        Label(span, worded("asks for the same", "要求相同")),
    )


def two_forms(source: Source, span: Span, id: str, parents: Sequence[str]) -> Diagnostic:
    """A rule that two extended files bring, one of which has changed it, or each in its own way."""
    listed = " and ".join(parents)
    return Diagnostic(
        "P0246",
        worded(f"{listed} bring {id} in two forms", f"{'与'.join(parents)} 带来的 {id} 不一致"),
        source,
        Label(span, worded("extended here", "在此扩展")),
        help=worded(
            f"say which holds here: `replace {id}` or `waive {id}`, with `because`",
            f"请写明此处采用何者：replace {id} 或 waive {id}，并说明 because",
        ),
    )


def changed_twice(source: Source, span: Span, name: str, first: Span) -> Diagnostic:
    """A rule or a parameter that one file changes twice."""
    return Diagnostic(
        "P0247",
        worded(f"`{name}` is changed twice", f"“{name}”被更改两次"),
        source,
        Label(span, worded("here again", "此处重复")),
        (Label(first, worded("first changed here", "首次更改于此")),),
    )


def left_open(source: Source, span: Span, names: Sequence[str]) -> Diagnostic:
    """A standard in which parameters have no value."""
    listed = ", ".join(f"`{name}`" for name in names)
    return Diagnostic(
        "P0248",
        worded(f"this standard leaves open: {listed}", f"本标准尚有未设定的参数：{listed}"),
        source,
        Label(span, worded("a standard decides all of them", "标准应设定全部参数")),
        help=worded(
            f"write `set parameter {names[0]} = VALUE` with its source",
            f"请写 set parameter {names[0]} = 值，并注明来源",
        ),
    )


def no_change_of_allocations(source: Source, span: Span, id: str) -> Diagnostic:
    """`tighten` or `replace` of an allocation."""
    return Diagnostic(
        "P0249",
        worded(f"{id} is an allocation, which can be waived only", f"{id} 是分配规则，只能免除"),
        source,
        Label(span, worded("an allocation", "分配规则")),
        help=worded(
            f"`waive {id}` and write an `allocate` of this file's own",
            f"请写 waive {id}，并在本文件中另写 allocate",
        ),
    )
