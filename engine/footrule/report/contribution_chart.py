"""What contributes to a computed footprint, as a chart (SVG 1.1): a bar each, credits to the left of zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from footrule.inventory.problems import text_of
from footrule.measure.decimal import rounded_text
from footrule.report.computed import Computed
from footrule.report.largest import by_weight, emission_of
from footrule.report.visible import visible
from footrule.submission.element import Number, Record
from footrule.text.cells import cells
from footrule.text.wording import worded

TITLE = worded("Contributions to the footprint, kg CO2e for the declared unit", "碳足迹的贡献（每声明单位，kg CO2e）")
TOTAL = worded("{id}: {total} kg CO2e by {standard}, {set}", "{id}：{total} kg CO2e，按 {standard}，{set}")
REST = worded("{n} others", "其他 {n} 项")
_NAMES, _BARS, _FIGURES, _MARGIN = 340, 460, 140, 20
_ROW, _BAR, _HEAD = 26, 16, 76
_ADDS, _CREDITS, _INK, _PALE = "#2f6f9f", "#3f8f4f", "#1b1b1b", "#c9c9c9"
_MOST_CELLS = 46


@dataclass(frozen=True, slots=True)
class _Bar:
    name: str
    value: Fraction
    share: Fraction | None


def contribution_chart(one: Computed, language: str) -> str:
    """The chart as a document."""
    bars = _bars(one.found.record, language)
    height = _HEAD + _ROW * len(bars) + _MARGIN
    width = _NAMES + _BARS + _FIGURES + 2 * _MARGIN
    root = Element(
        "svg",
        {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {width} {height}", "width": str(width),
         "height": str(height), "role": "img", "font-family": "'Noto Sans', 'Noto Sans CJK SC', sans-serif"},
    )  # fmt: skip
    SubElement(root, "title").text = TITLE.in_language(language)
    SubElement(root, "rect", {"width": str(width), "height": str(height), "fill": "white"})
    _text(root, TITLE.in_language(language), _MARGIN, 30, size=17, weight="bold")
    standard = one.chosen.standard
    total = one.found.record.fields["excluding_biogenic_uptake"]
    assert isinstance(total, Number), "a computed footprint has a total"
    told = TOTAL.in_language(language).format(
        id=visible(one.submission.id or one.submission.file),
        total=rounded_text(total.quantity.value),
        standard=f"{standard.id} {standard.version}",
        set=one.found.footprint.gwp_set,
    )
    _text(root, told, _MARGIN, 54, size=13)
    _draw(root, bars)
    indent(root)
    return tostring(root, encoding="unicode") + "\n"


def _bars(record: Record, language: str) -> Sequence[_Bar]:
    largest, rest = by_weight(record)
    shown = [_bar(one) for one in largest]
    if rest:
        name = REST.in_language(language).format(n=len(rest))
        shares = sum((_share(one) or Fraction(0) for one in rest), Fraction(0))
        shown.append(_Bar(name, sum(map(emission_of, rest), Fraction(0)), shares))
    return shown


def _bar(one: Record) -> _Bar:
    name = visible(f"{text_of(one.fields.get('process')) or ''}: {text_of(one.fields.get('name')) or ''}")
    return _Bar(name, emission_of(one), _share(one))


def _share(one: Record) -> Fraction | None:
    share = one.fields.get("share")
    return share.quantity.value if isinstance(share, Number) else None


def _draw(root: Element, bars: Sequence[_Bar]) -> None:
    least = min((one.value for one in bars), default=Fraction(0))
    most = max((one.value for one in bars), default=Fraction(0))
    low, high = min(least, Fraction(0)), max(most, Fraction(0))
    span = float(high - low) or 1.0
    left = _MARGIN + _NAMES

    def at(value: Fraction) -> float:
        return left + _BARS * float(value - low) / span

    zero = at(Fraction(0))
    for number, one in enumerate(bars):
        top = _HEAD + _ROW * number
        middle = top + _BAR / 2 + 4.5
        _text(root, _fitting(one.name), left - 10, middle, size=12, anchor="end")
        end = at(one.value)
        bar = {"x": min(zero, end), "y": top, "width": max(abs(end - zero), 0.5), "height": _BAR}
        colour = _ADDS if one.value >= 0 else _CREDITS
        SubElement(root, "rect", {name: f"{value:.1f}" for name, value in bar.items()} | {"fill": colour})
        share = "" if one.share is None else f"  ({rounded_text(one.share * 100, 3)} %)"
        _text(root, f"{rounded_text(one.value, 4)}{share}", max(zero, end) + 8, middle, size=12)
    bottom = _HEAD + _ROW * len(bars) - (_ROW - _BAR) / 2
    line = {"x1": zero, "x2": zero, "y1": _HEAD - 6, "y2": bottom}
    SubElement(root, "line", {name: f"{value:.1f}" for name, value in line.items()} | {"stroke": _PALE})


def _fitting(name: str) -> str:
    """A name as far as it fits beside its bar, with what shows that there is more of it."""
    if cells(name) <= _MOST_CELLS:
        return name
    while cells(name) > _MOST_CELLS - 1:
        name = name[:-1]
    return f"{name}…"


def _text(
    root: Element, text: str, x: float, y: float, *, size: int, weight: str = "normal", anchor: str = "start"
) -> None:
    SubElement(
        root,
        "text",
        {"x": f"{x:.1f}", "y": f"{y:.1f}", "font-size": str(size), "font-weight": weight, "text-anchor": anchor,
         "fill": _INK, "xml:space": "preserve"},
    ).text = text  # fmt: skip
