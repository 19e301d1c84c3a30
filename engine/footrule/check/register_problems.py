"""Every message about registers of clauses, one function each."""

from __future__ import annotations

from collections.abc import Sequence

from footrule.check.spelling import did_you_mean
from footrule.model.clauses import Clause
from footrule.syntax.tree import CiteNode
from footrule.text.diagnostic import Diagnostic, Label
from footrule.text.source import Source, Span
from footrule.text.wording import Wording, worded

_MOST_SHOWN, _MOST_COMPARED, _LONGEST_COMPARED = 12, 200, 80
"""How many clauses a help shows and looks at, and how long a citation is for which the nearest is looked for."""


def unknown_clause(source: Source, cite: CiteNode, known: Sequence[str]) -> Diagnostic:
    """A citation of a clause that the register of its document does not have."""
    document = cite.document.text
    return Diagnostic(
        "P0250",
        worded(
            f'the register of `{document}` has no clause "{cite.clause}"',
            f"“{document}”的条款清单中没有“{cite.clause}”",
        ),
        source,
        Label(cite.span, worded("unknown clause", "未知条款")),
        help=_meant(cite.clause, known),
    )


def _meant(cited: str, known: Sequence[str]) -> Wording:
    """The nearest clause, else those that begin most alike, in the order of the register."""
    likely = sorted(known, key=lambda one: -_alike(one, cited))[:_MOST_COMPARED]
    near = did_you_mean(cited, likely) if len(cited) <= _LONGEST_COMPARED else None
    if near is not None:
        return near
    beside = likely[:_MOST_SHOWN]
    shown = [f"`{one}`" for one in known if one in beside] + (["..."] if len(known) > _MOST_SHOWN else [])
    return worded(
        f"the register has {', '.join(shown)}; one that names some clauses only is `clauses DOCUMENT in part`",
        f"清单中有 {'、'.join(shown)}；只列部分条款的清单写作 clauses 文件 in part",
    )


def _alike(one: str, other: str) -> int:
    """How many characters two clauses begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def taken_in_unknown(source: Source, span: Span, rule: str, clause: str) -> Diagnostic:
    """A rule taken in with `extends` that cites a clause which a register of this file does not have."""
    return Diagnostic(
        "P0250",
        worded(
            f'{rule} cites clause "{clause}", which this register does not have', f"{rule} 引用的“{clause}”不在此清单中"
        ),
        source,
        Label(span, worded("in this register", "在此清单中")),
        help=worded(
            "add the clause, or write `in part` after the name of the document",
            "请补上该条款，或在文件名称后写 in part",
        ),
    )


def second_register(source: Source, span: Span, document: str, first: Span) -> Diagnostic:
    """A document with two registers in one file."""
    return Diagnostic(
        "P0251",
        worded(f"`{document}` has two registers of its clauses", f"“{document}”有两份条款清单"),
        source,
        Label(span, worded("here again", "此处重复")),
        (Label(first, worded("first here", "首次在此")),),
        worded("put the clauses into one register", "请合并为一份清单"),
    )


def register_taken_in(source: Source, span: Span, document: str, parent: str) -> Diagnostic:
    """A register of a document whose register comes with `extends`."""
    return Diagnostic(
        "P0251",
        worded(f"{parent} already has a register of `{document}`", f"{parent} 中已有“{document}”的条款清单"),
        source,
        Label(span, worded("here again", "此处重复")),
        help=worded(
            "it is taken in with `extends`, and counts for the rules of this file too",
            "它已随 extends 引入，对本文件的规则同样有效",
        ),
    )


def not_applicable(source: Source, span: Span, cited: str, clause: Clause) -> Diagnostic:
    """A citation of a clause of which the register says that it is not applicable."""
    return Diagnostic(
        "P0252",
        worded(
            f'clause "{cited}" is cited, and by the register clause "{clause.clause}" is not applicable',
            f"引用了“{cited}”，而条款清单称“{clause.clause}”不适用",
        ),
        source,
        Label(span, worded("cited here", "在此引用")),
        help=_ONE_OF_THEM,
    )


def taken_in_not_applicable(source: Source, span: Span, rule: str, clause: str) -> Diagnostic:
    """A register that excludes a clause which a rule taken in with `extends` cites."""
    return Diagnostic(
        "P0252",
        worded(
            f'{rule} cites clause "{clause}", of which this register says that it is not applicable',
            f"{rule} 引用了“{clause}”，而此清单称其不适用",
        ),
        source,
        Label(span, worded("in this register", "在此清单中")),
        help=_ONE_OF_THEM,
    )


_ONE_OF_THEM = worded(
    "a clause that a rule rests on applies: take `not applicable because` out, or cite another clause",
    "规则所依据的条款是适用的：请删去 not applicable because，或引用其他条款",
)
