"""What an unknown name or unit probably was meant to be, and whether that is certain."""

from __future__ import annotations

import re
from collections.abc import Iterable

from footrule.check.said_units import unit_doubted, unit_nearest, unit_said
from footrule.measure.unit import read_unit
from footrule.syntax.keywords import IN_ENGLISH
from footrule.syntax.slips import slip_at
from footrule.text.diagnostic import Fix
from footrule.text.source import Source, Span
from footrule.text.suggest import nearest
from footrule.text.wording import Wording, worded

Meant = tuple[Wording | None, Fix | None]
"""What helps, and the fix where it is certain."""

_WRITTEN_IN_CHINESE = re.compile(r"([!-~]+)([\u4e00-\u9fff]+)([!-~]*)")
_ONE_MEANING = frozenset({
    "percent", "pct", "百分比", "tonne", "tonnes", "kgs", "kilogram", "kilograms", "gram", "grams", "liter", "litre",
    "liters", "litres", "l", "kwh", "KWh", "hour", "hours", "月", "tCO2e", "kgCO2", "kgCO2e",
})  # fmt: skip
"""Units said otherwise of which there is one kind: a ton has several."""


def did_you_mean(name: str, known: Iterable[str]) -> Wording | None:
    """The nearest known name as a question."""
    meant = nearest(name, known)
    return None if meant is None else _question(meant)


def _question(meant: str) -> Wording:
    return worded(f"did you mean `{meant}`?", f"是否想写“{meant}”？")


def name_meant(span: Span, name: str, known: Iterable[str]) -> Meant:
    """A name that differs in its capitals alone is certain, and one that has a word of the language glued to it."""
    names = list(known)
    same = {one for one in names if one.casefold() == name.casefold()}
    if len(same) == 1:
        (meant,) = same
        says = _question(meant)
        return says, Fix(says, ((span, meant),))
    return _glued(span, name, names) or (_unit(name) or did_you_mean(name, names) or _unit_said(name), None)


def _glued(span: Span, name: str, known: list[str]) -> Meant | None:
    found = _WRITTEN_IN_CHINESE.fullmatch(name)
    if found is None or found[1] not in known or not (found[2] in IN_ENGLISH or slip_at(found[2], 0)):
        return None
    says = worded(
        "put spaces around a word in Chinese, else it is a part of the name",
        "中文词前后须有空格，否则会被读作名称的一部分",
    )
    places = {span.start + found.start(2), span.start + found.end(2)} - {span.end}
    return says, Fix(says, tuple((Span(place, place), " ") for place in sorted(places)))


def _unit(name: str) -> Wording | None:
    if name.startswith("百分之"):
        return worded("a share is written with `%`: `3 %`", "百分比写作 3 %")
    return None if read_unit(name) is None else _behind_a_number(name)


def _unit_said(name: str) -> Wording | None:
    """What helps where a name is no name at all, and a unit that is spelt otherwise."""
    meant = unit_said(name)
    return unit_doubted(name) if meant is None else _behind_a_number(meant)


def _behind_a_number(unit: str) -> Wording:
    return worded(
        f"`{unit}` is a unit: it stands behind a number (`3 {unit}`); a ratio of units has no spaces (`kg CO2e/kg`)",
        f"{unit} 是单位：写在数的后面（3 {unit}），单位之比不加空格（kg CO2e/kg）",
    )


def unit_meant(source: Source, span: Span, unit: str, known: Iterable[str]) -> Meant:
    """The unit that is spelt otherwise, with its fix where the word means that unit alone."""
    names = list(known)
    doubt = unit_doubted(unit)
    if doubt is not None:
        return doubt, None
    meant = unit_said(unit)
    if meant is not None:
        says = worded(f"write `{meant}`", f"请写 {meant}")
        return says, Fix(says, ((span, meant),)) if unit in _ONE_MEANING else None
    if source.text[span.end : span.end + 1] in (".", "("):
        return worded("a product is written with `*`: `2 * pcf.mass`", "相乘请写“*”：2 * pcf.mass"), None
    near = unit_nearest(unit, names)
    return _glued(span, unit, names) or (None if near is None else _question(near), None)
