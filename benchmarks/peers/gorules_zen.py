"""GoRules zen: the rules as one compiled expression of its language.

What several rules need is assigned first. A field that is missing is null.
"""

# pyright: reportMissingImports=false

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.peers.thirty_rules import (
    ALL,
    CO2_PER_CARBON,
    EQUALS,
    GWP,
    IN_BASE,
    KINDS,
    PER_BASE,
    REPORTS,
    STAGES,
    UNITS,
)

PACKAGE = "zen-engine"
TITLE = "GoRules zen"
SAYS = ALL

_BASE = "number({0}.amount) * in_base[{0}.unit]"
_I, _O, _E, _M = (_BASE.format(name) for name in "ioem")
_BROUGHT = f"{_I} * number(i.from.value) * per_base[i.from.unit]"
_HELD = "number({0}.carbon_content.value) / 100"


def _summed(items: str, name: str, value: str, condition: str | None = None) -> str:
    selected = items if condition is None else f"filter({items} as {name}, {condition})"
    return f"sum(map({selected} as {name}, {value}))"


def _near(one: str, other: str, part: float) -> str:
    return f"abs(({one}) - ({other})) <= {part} * abs({other})"


def _optional(name: str) -> str:
    return f"(pcf.{name} == null ? 0 : number(pcf.{name}))"


def _rated(name: str) -> str:
    return f"number(i.quality.{name}) >= 1 and number(i.quality.{name}) <= 5"


def _rated_all() -> str:
    return " and ".join(map(_rated, ("technological", "temporal", "geographical")))


_DIRECT = "sum(map(filter(p.emissions as e, e.origin == 'fossil'{0}) as e, " + _E + " * gwp[e.gas]))"
_OF_PROCESS = (
    "p.name != null and p.technology != null and p.stage != null and p.geography != null",
    f"p.stage in {list(STAGES)}",
    f"all(p.inputs as i, i.kind in {list(KINDS)} and number(i.amount) > 0)",
    f"all(p.inputs as i, i.quality == null or ({_rated_all()}))",
    "(p.monthly_output == null or (" + _near(
        _summed("p.monthly_output", "m", _M),
        _summed("p.outputs", "o", _O, "o.role in ['main', 'intermediate']"), 0.005) + "))",
    "(not some(p.inputs as i, i.kind == 'electricity') or (" + _near(
        _summed("inv.electricity", "u", "number(u.energy.value) * in_base[u.energy.unit]", "u.process == p.id"),
        _summed("p.inputs", "i", _I, "i.kind == 'electricity'"), 0.005) + "))",
    "(not some(p.inputs as i, i.kind == 'fuel') or (" + _near(
        _summed("p.emissions", "e", _E, "e.source == 'combustion' and e.gas == 'CO2'"),
        _summed("p.inputs", "i", f"{_I} * {_HELD.format('i')} * {CO2_PER_CARBON}", "i.kind == 'fuel'"), 0.01) + "))",
    _near(
        _summed("p.outputs", "o", _O, "o.role != 'energy'") + " + "
        + _summed("p.emissions", "e", _E, "e.source == 'process'"),
        _summed("p.inputs", "i", _I, "i.kind in ['feedstock', 'material']"), 0.01),
    _near(
        _summed("p.outputs", "o", f"{_O} * {_HELD.format('o')}", "o.carbon_content != null") + " + "
        + _summed("p.emissions", "e", _E, "e.source == 'process' and e.gas == 'CO2'") + f" / {CO2_PER_CARBON}",
        _summed("p.inputs", "i", f"{_I} * {_HELD.format('i')}", "i.kind == 'feedstock'"), 0.01),
    "(p.allocation == null or abs(" + _summed("p.allocation.factors", "f", "number(f.share.value)") + " - 100) <= 0.1)",
    "date(p.period_start) >= date(pcf.referencePeriodStart) and date(p.period_end) <= date(pcf.referencePeriodEnd)",
)  # fmt: skip
_OF_FOOTPRINT = (
    "doc.productClassifications != null and doc.validityPeriodStart != null and doc.validityPeriodEnd != null",
    "flow != null and flow.process != null and flow.output != null",
    f"pcf.declaredUnitOfMeasurement in {list(UNITS)}",
    f"all(pcf.ipccCharacterizationFactors as r, r in {list(REPORTS)})",
    "number(pcf.declaredUnitAmount) > 0 and number(pcf.productMassPerDeclaredUnit) > 0 and fossil >= 0",
    "number(pcf.fossilCarbonContent) >= 0 and luc >= 0 and non_co2 >= 0 and uptake <= 0",
    _near(f"fossil + luc + {_optional('landManagementBiogenicCO2Emissions')} + non_co2"
          f" + {_optional('technologicalCO2Removals')}", "excluding", EQUALS),
    _near("excluding + uptake", "number(pcf.pcfIncludingBiogenicUptake)", EQUALS),
    _near(_summed("inv.stage_results", "s", "number(s.emission.value)"), "excluding", 0.005),
    f"{_optional('aircraftGhgEmissions')} + {_optional('packagingGhgEmissions')} <= fossil",
    "date(pcf.referencePeriodStart) < ended and date(doc.created) >= ended",
    "date(doc.validityPeriodStart) >= ended",
    "date(doc.validityPeriodEnd) <= d(pcf.referencePeriodEnd).add('3y').timestamp() / 1000",
    "(number(pcf.exemptedEmissionsPercent) == 0 or pcf.exemptedEmissionsDescription != null)",
    "all(inv.electricity as u, u.approach != 'supplier' or"
    " (u.instrument.serial != null and u.instrument.status == 'cancelled'))",
    "all(inv.processes as p, len(filter(inv.processes as other, other.name == p.name)) == 1)",
    *(f"all(inv.processes as p, {one})" for one in _OF_PROCESS),
    "(inv.category.purchased_power == null or " + _near("number(inv.category.purchased_power.value) * 1000",
        _summed("inv.processes", "p", _summed("p.inputs", "i", _BROUGHT, "i.kind == 'electricity'")), 0.005) + ")",
    "abs(number(pcf.primaryDataShare) / 100 * total - measured) <= 0.01 * total",
    "all(filter(inv.processes as p, p.id == flow.process) as p, " + _near(
        "fossil * " + _summed("p.outputs", "o", _O, "o.id == flow.output"),
        "total * number(pcf.productMassPerDeclaredUnit) * (p.allocation == null ? 1 : "
        + _summed("p.allocation.factors", "f", "number(f.share.value)", "f.output == flow.output") + " / 100)", 0.01)
    + ")",
)  # fmt: skip
_ASSIGNED = {
    "pcf": "doc.pcf",
    "inv": "doc.extensions[0].data.inventory",
    "flow": "inv.reference_flow",
    "fossil": "number(pcf.fossilGhgEmissions)",
    "excluding": "number(pcf.pcfExcludingBiogenicUptake)",
    "luc": _optional("landUseChangeGhgEmissions"),
    "non_co2": _optional("biogenicNonCO2Emissions"),
    "uptake": _optional("biogenicCO2Uptake"),
    "ended": "date(pcf.referencePeriodEnd)",
    "total": _summed("inv.processes", "p", _DIRECT.format("") + " + "
                     + _summed("p.inputs", "i", _BROUGHT, "i.from.value != null")),
    "measured": _summed("inv.processes", "p", _DIRECT.format(" and e.primary") + " + " + _summed(
        "p.inputs", "i", f"{_BROUGHT} * number(i.from.primary_data_share.value) / 100", "i.from.footprint != null")),
}  # fmt: skip
EXPRESSION = "; ".join(f"{name} = {value}" for name, value in _ASSIGNED.items()) + "; " + " and ".join(_OF_FOOTPRINT)


def accepting() -> Callable[[Sequence[bytes]], int]:
    """Decodes with orjson, and evaluates one compiled expression."""
    import zen
    from orjson import loads

    evaluate = zen.compile_expression(EXPRESSION).evaluate
    context: dict[str, object] = {"in_base": IN_BASE, "per_base": PER_BASE, "gwp": GWP}

    def accepted(documents: Sequence[bytes]) -> int:
        count = 0
        for one in documents:
            context["doc"] = loads(one)
            count += evaluate(context)
        return count

    return accepted
