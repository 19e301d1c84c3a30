"""Every message on drafting, one function each. Codes P03xx; each has a page in grammar/diagnostics/."""

from __future__ import annotations

from footrule.text.diagnostic import Diagnostic, Label, Severity
from footrule.text.source import Source, Span
from footrule.text.wording import worded


def language_missing(source: Source, span: Span, language: str) -> Diagnostic:
    """A text that lacks a language in which the title is given."""
    return Diagnostic(
        "P0301",
        worded(f"this text is not given in `{language}`, and the title is", f"标题有 {language} 文本，而此处没有"),
        source,
        Label(span, worded("in one language only", "语言不全")),
        help=worded(f'add {language} "..." after it', f'请在其后加 {language} "..."'),
        severity=Severity.WARNING,
    )


def stronger_than_shall(source: Source, span: Span) -> Diagnostic:
    """A word that a standard does not use beside 应, since it seems to say more."""
    word = source.text[span.start : span.end]
    return Diagnostic(
        "P0302",
        worded(f"`{word}` seems to ask for more than the Chinese for `shall`", f"“{word}”似比“应”要求更高"),
        source,
        Label(span, worded("a standard has one verb for a requirement", "标准中要求只用一个能愿动词")),
        help=worded("write the Chinese for `shall` or `shall not`", "请写“应”或“不应”"),
        severity=Severity.WARNING,
    )


def requirement_in_note(source: Source, span: Span) -> Diagnostic:
    """A requirement within a note, where nothing checks it."""
    return Diagnostic(
        "P0303",
        worded("a note holds no requirement", "注中不应有要求"),
        source,
        Label(span, worded("this asks for something", "此处提出了要求")),
        help=worded("make it a requirement of a rule, or say what is the case", "请写成规则中的要求，或改为陈述"),
        severity=Severity.WARNING,
    )
