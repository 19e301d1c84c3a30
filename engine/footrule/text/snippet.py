"""A diagnostic as text: the line it stands on, underlined, with help below."""

from __future__ import annotations

from unicodedata import category

from footrule.text.cells import cells
from footrule.text.diagnostic import Diagnostic, Label
from footrule.text.source import Source
from footrule.text.wording import worded

LONGEST_LINE_SHOWN = 200
LONGEST_SENTENCE = 400
_BEFORE_MARK = 80
_REPLACEMENT = "\ufffd"


def snippet(diagnostic: Diagnostic, language: str) -> str:
    """The whole diagnostic for a terminal or a log, in one language, without colours.

    Of a very long line the part around the mark is shown. What a terminal might obey (escape sequences, bidirectional
    overrides) is shown as a replacement character, one for one, so that the mark stays below its place.
    """
    source = diagnostic.source
    place = source.position(diagnostic.primary.span.start)
    lines = [
        _sentence(f"{diagnostic.severity.value}[{diagnostic.code}]: {diagnostic.headline.in_language(language)}"),
        _sentence(f"  --> {source.name}:{place.line}:{place.column}"),
    ]
    lines += _underlined(source, diagnostic.primary, "^", language)
    for label in diagnostic.secondary:
        lines += _underlined(source, label, "-", language)
    if diagnostic.help is not None:
        lines.append(_sentence(f"   = {_HELP.in_language(language)}: {diagnostic.help.in_language(language)}"))
    return "\n".join(lines)


_HELP = worded("help", "提示")


def _underlined(source: Source, label: Label, mark: str, language: str) -> list[str]:
    place = source.position(label.span.start)
    line = source.line(place.line)
    at = place.column - 1
    end = max(min(at + label.span.end - label.span.start, len(line)), at)
    first, last = _window(len(line), at, end)
    before, marked = line[first:at], line[at : min(end, last)]
    cut_before, cut_after = "… " if first else "", " …" if last < len(line) else ""
    pad = " " * len(cut_before) + "".join("\t" if char == "\t" else " " * cells(char) for char in before)
    underline = mark * max(cells(marked), 1)
    gutter = f"{place.line:>4} | "
    said = _sentence(label.text.in_language(language))
    return [
        f"{gutter}{cut_before}{_visible(line[first:last])}{cut_after}",
        f"{' ' * (len(gutter) - 2)}| {pad}{underline} {said}".rstrip(),
    ]


def _window(length: int, start: int, end: int) -> tuple[int, int]:
    """The part of a line to show: all of it, or, where it is very long, the mark with what stands around it."""
    if length <= LONGEST_LINE_SHOWN:
        return 0, length
    first = (
        max(min(start - _BEFORE_MARK, length - LONGEST_LINE_SHOWN), 0) if end - start < LONGEST_LINE_SHOWN else start
    )
    return first, min(first + LONGEST_LINE_SHOWN, length)


def _sentence(text: str) -> str:
    shown = _visible(text)
    return shown if len(shown) <= LONGEST_SENTENCE else shown[: LONGEST_SENTENCE - 1] + "…"


def _visible(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char == "\t" or category(char) == "Zs" else _REPLACEMENT for char in text
    )
