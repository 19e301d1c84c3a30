"""Diagnostics told to a person, to a program, or to the page of a change (GitHub's workflow commands)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from footrule.report.visible import without_surrogates
from footrule.syntax.own_words import in_own_words
from footrule.text.diagnostic import Diagnostic, Fix, Label, Severity
from footrule.text.snippet import snippet
from footrule.text.source import Source, Span
from footrule.text.wording import worded


def told(diagnostics: Iterable[Diagnostic], left_out: int, form: str, language: str) -> list[str]:
    """What to print for the diagnostics of a file: `text`, `json` (an object each) or `github`.

    `left_out` is how many more the file has.
    """
    own = [in_own_words(one) for one in diagnostics]
    if form == "json":
        return [json.dumps(_as_json(one, left_out, language), ensure_ascii=True) for one in own]
    if form == "github":
        return [_as_command(one, language) for one in own]
    more = [f"{worded(f'{left_out} more', f'另有 {left_out} 条').in_language(language)}\n"] if left_out else []
    return [snippet(one, language) + "\n" for one in own] + more


def _as_json(one: Diagnostic, left_out: int, language: str) -> dict[str, object]:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "file": without_surrogates(one.source.name),
        "headline": one.headline.in_language(language),
        "help": None if one.help is None else one.help.in_language(language),
        "labels": [_label(one, label, language) for label in (one.primary, *one.secondary)],
        "fix": None if one.fix is None else _fix(one.source, one.fix, language),
        "more": left_out,
    }


def _fix(source: Source, fix: Fix, language: str) -> dict[str, object]:
    return {
        "says": fix.says.in_language(language),
        "edits": [{**_place(source, span), "replacement": replacement} for span, replacement in fix.edits],
    }


def _label(one: Diagnostic, label: Label, language: str) -> dict[str, object]:
    return {**_place(one.source, label.span), "text": label.text.in_language(language)}


def _place(source: Source, span: Span) -> dict[str, object]:
    start, end = source.position(span.start), source.position(span.end)
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}


def _as_command(one: Diagnostic, language: str) -> str:
    """A diagnostic as a workflow command, its values escaped as GitHub documents it."""
    start, end = one.source.position(one.primary.span.start), one.source.position(one.primary.span.end)
    level = "error" if one.severity is Severity.ERROR else "warning"
    advice = "" if one.help is None else f" ({one.help.in_language(language)})"
    values = {
        "file": one.source.name,
        "line": str(start.line),
        "endLine": str(end.line),
        "col": str(start.column),
        "endColumn": str(end.column),
        "title": one.code,
    }
    return github_command(level, values, one.headline.in_language(language) + advice)


def github_command(level: str, values: Mapping[str, str], message: str) -> str:
    """A workflow command for the page of a change: `error` or `warning`, its place, and the message."""
    listed = ",".join(f"{name}={_value(value)}" for name, value in values.items())
    return f"::{level} {listed}::{_message(message)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
