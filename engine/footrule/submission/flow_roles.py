"""What a flow is for a process, told from its type, its name and its class: the conventions of life-cycle databases.

Where names decide, they are those that databases agree on: what is called CUTOFF is cut off, "recovered energy" is
an energy output that carries no burden, and a product flow of a class of wastes or emissions is a waste.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from footrule.measure.quantity import Quantity
from footrule.submission.data_sets import Flow, FlowKind
from footrule.submission.element import Element, Number

_CUT_OFF = re.compile(r"\s*(?:CUTOFF|CUT-OFF|cut-off)\b")
_RECOVERED = re.compile(r"recovered (?:energy|heat)|(?:energy|heat)\W+recovered|回收(?:能源|能量|热)", re.IGNORECASE)
_WASTE_CLASS = re.compile(
    r"wastes?(?: flows)?|emissions?(?: to \w+)?|end-of-life(?: treatment)?|废物|排放|废弃物处理", re.IGNORECASE
)
_AIR = re.compile(r"\bair\b|atmospher|stratosphere|troposphere|大气|空气", re.IGNORECASE)
_ELSEWHERE = re.compile(r"water|soil|ground|sea\b|ocean|水体|土壤", re.IGNORECASE)
_ELECTRICITY = re.compile(r"electricity|电力|\bpower grid\b", re.IGNORECASE)
_HEAT = re.compile(r"\b(?:heat|steam)\b|蒸汽|热力", re.IGNORECASE)


def is_cut_off(name: str) -> bool:
    """Whether a flow is cut off by its name.

    >>> is_cut_off("CUTOFF Disposal, solid waste"), is_cut_off("Cut-off saws")
    (True, False)
    """
    return _CUT_OFF.match(name) is not None


def is_recovered_energy(names: Iterable[str]) -> bool:
    """Whether a flow is energy that a process recovers and gives away."""
    return any(_RECOVERED.search(name) for name in names)


def waste_class(flow: Flow) -> str | None:
    """The class that makes a waste or an emission of a product flow, or None."""
    if flow.kind is not FlowKind.PRODUCT or not flow.category:
        return None
    outermost = flow.category[0].strip()
    return " / ".join(flow.category) if _WASTE_CLASS.fullmatch(outermost) else None


def is_to_air(category: Iterable[str]) -> bool:
    """Whether an emission goes to air; where the category does not tell, it does.

    >>> is_to_air(["Emissions", "Emissions to air"]), is_to_air(["Elementary flows", "water"]), is_to_air([])
    (True, False, True)
    """
    whole = " / ".join(category)
    return _AIR.search(whole) is not None or _ELSEWHERE.search(whole) is None


def is_from_air(category: Iterable[str], names: Iterable[str]) -> bool:
    """Whether a resource is taken from the air: carbon dioxide is, unless it is from the ground or from water."""
    whole = " / ".join([*category, *names])
    return _AIR.search(whole) is not None or _ELSEWHERE.search(whole) is None


def input_kind(flow: Flow, fields: dict[str, Element]) -> str | None:
    """What an input is for a process, as far as its type and its unit leave no doubt."""
    if flow.kind is FlowKind.WASTE:
        return "waste_treatment"
    if _is_given(fields.get("transport")):
        return "transport"
    if _is_given(fields.get("energy")):
        if any(_ELECTRICITY.search(name) for name in flow.names):
            return "electricity"
        if any(_HEAT.search(name) for name in flow.names):
            return "heat"
    return None


def _is_given(element: Element | None) -> bool:
    return isinstance(element, Number)


def given(fields: dict[str, Element], names: Iterable[str]) -> Quantity | None:
    """The first of some amounts that is given."""
    for name in names:
        element = fields.get(name)
        if isinstance(element, Number):
            return element.quantity
    return None
