"""Diagnostics told to a person, to a program, or to the page of a change (GitHub's workflow commands)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from footrule.report.visible import without_surrogates
from footrule.text.diagnostic import Diagnostic, Label, Severity
from footrule.text.snippet import snippet


def told(diagnostics: Iterable[Diagnostic], form: str, language: str) -> list[str]:
    """What to print for each diagnostic: `text`, `json` (an object each) or `github`."""
    if form == "json":
        return [json.dumps(_as_json(one, language), ensure_ascii=True) for one in diagnostics]
    if form == "github":
        return [_as_command(one, language) for one in diagnostics]
    return [snippet(one, language) + "\n" for one in diagnostics]


def _as_json(one: Diagnostic, language: str) -> dict[str, object]:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "file": without_surrogates(one.source.name),
        "headline": one.headline.in_language(language),
        "help": None if one.help is None else one.help.in_language(language),
        "labels": [_label(one, label, language) for label in (one.primary, *one.secondary)],
    }


def _label(one: Diagnostic, label: Label, language: str) -> dict[str, object]:
    start, end = one.source.position(label.span.start), one.source.position(label.span.end)
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "text": label.text.in_language(language),
    }


def _as_command(one: Diagnostic, language: str) -> str:
    """A workflow command, its values escaped as GitHub documents it."""
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
    listed = ",".join(f"{name}={_value(value)}" for name, value in values.items())
    return f"::{level} {listed}::{_message(one.headline.in_language(language) + advice)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
