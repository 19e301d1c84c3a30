"""Every message about what a file takes in and what it asks for, one function each."""

from __future__ import annotations

from footrule.check.spelling import did_you_mean
from footrule.text.diagnostic import Diagnostic, Label
from footrule.text.source import Source, Span
from footrule.text.wording import worded


def two_parents(source: Source, span: Span, name: str, one: str, other: str) -> Diagnostic:
    """A name that two extended standards give different meanings."""
    return Diagnostic(
        "P0230",
        worded(
            f"{one} and {other} both bring `{name}`, and mean different things",
            f"{one} 与 {other} 都带来“{name}”，但含义不同",
        ),
        source,
        Label(span, worded("extended here", "在此扩展")),
        help=worded("extend one of them only, or rename it in one", "请只扩展其中一个，或在其中一个里改名"),
    )


def unknown_datum_type(source: Source, span: Span, name: str, known: tuple[str, ...]) -> Diagnostic:
    """A datum of a type that there is not."""
    listed = ", ".join(f"`{one}`" for one in known[:20])
    return Diagnostic(
        "P0231",
        worded(f"`{name}` is not a type of data", f"“{name}”不是数据类型"),
        source,
        Label(span, worded("unknown type", "未知类型")),
        help=did_you_mean(name, known) or worded(f"known are {listed}", f"可用：{listed}"),
    )


def taken_by_submission(source: Source, span: Span, name: str) -> Diagnostic:
    """A datum whose name every submission has already."""
    return Diagnostic(
        "P0209",
        worded(f"every submission already has `{name}`", f"提交数据中已有“{name}”"),
        source,
        Label(span, worded("here again", "此处重复")),
        help=worded("use that field, or choose another name", "请直接使用该字段，或另取名称"),
    )
