"""A diagnostic as text: the line it stands on, underlined, with help below."""

from __future__ import annotations

from unicodedata import east_asian_width

from footrule.text.diagnostic import Diagnostic, Label
from footrule.text.source import Source


def snippet(diagnostic: Diagnostic, language: str) -> str:
    """The whole diagnostic for a terminal or a log, in one language, without colours."""
    source = diagnostic.source
    place = source.position(diagnostic.primary.span.start)
    lines = [
        f"{diagnostic.severity.value}[{diagnostic.code}]: {diagnostic.headline.in_language(language)}",
        f"  --> {source.name}:{place.line}:{place.column}",
    ]
    lines += _underlined(source, diagnostic.primary, "^", language)
    for label in diagnostic.secondary:
        lines += _underlined(source, label, "-", language)
    if diagnostic.help is not None:
        lines.append(f"   = {_HELP[_known(language)]}: {diagnostic.help.in_language(language)}")
    return "\n".join(lines)


_HELP = {"en": "help", "zh": "提示"}


def _known(language: str) -> str:
    return "zh" if language.startswith("zh") else "en"


def _underlined(source: Source, label: Label, mark: str, language: str) -> list[str]:
    place = source.position(label.span.start)
    line = source.line(place.line)
    before = line[: place.column - 1]
    marked = line[place.column - 1 : place.column - 1 + max(label.span.end - label.span.start, 1)]
    pad = "".join("\t" if char == "\t" else " " * _cells(char) for char in before)
    underline = mark * max(sum(map(_cells, marked)), 1)
    gutter = f"{place.line:>4} | "
    return [
        gutter + line,
        " " * (len(gutter) - 2) + "| " + pad + f"{underline} {label.text.in_language(language)}".rstrip(),
    ]


def _cells(char: str) -> int:
    return 2 if east_asian_width(char) in "WF" else 1
