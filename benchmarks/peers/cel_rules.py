"""The thirty rules in the Common Expression Language, as one expression.

The language has no sums, so `added` is a function of the host, and so is `near`. What several rules need is bound once,
by a list of one element.
"""

from __future__ import annotations

from benchmarks.peers.thirty_rules import CO2_PER_CARBON, EQUALS, KINDS, REPORTS, STAGES, UNITS

_RATED = "double(i.quality.{0}) >= 1.0 && double(i.quality.{0}) <= 5.0"
_ALL_RATED = " && ".join(map(_RATED.format, ("technological", "temporal", "geographical")))
_BASE = "double({0}.amount) * in_base[{0}.unit]"
_I, _O, _E, _M = (_BASE.format(name) for name in "ioem")
_BROUGHT = f"{_I} * double(i.from.value) * per_base[i.from.unit]"
_HELD = "double({0}.carbon_content.value) / 100.0"
_DIRECT = f"added(p.emissions.filter(e, e.origin == 'fossil'{{0}}).map(e, {_E} * gwp[e.gas]))"


def _optional(name: str) -> str:
    return f"(has(pcf.{name}) ? double(pcf.{name}) : 0.0)"


_PROCESS = f"""
has(p.name) && has(p.technology) && has(p.stage) && has(p.geography)
&& p.stage in {list(STAGES)}
&& p.inputs.all(i, i.kind in {list(KINDS)} && double(i.amount) > 0.0)
&& p.inputs.all(i, !has(i.quality) || ({_ALL_RATED}))
&& (!has(p.monthly_output) || near(added(p.monthly_output.map(m, {_M})),
    added(p.outputs.filter(o, o.role in ['main', 'intermediate']).map(o, {_O})), 0.005))
&& (!p.inputs.exists(i, i.kind == 'electricity') || near(
    added(inv.electricity.filter(u, u.process == p.id).map(u, double(u.energy.value) * in_base[u.energy.unit])),
    added(p.inputs.filter(i, i.kind == 'electricity').map(i, {_I})), 0.005))
&& (!p.inputs.exists(i, i.kind == 'fuel') || near(
    added(p.emissions.filter(e, e.source == 'combustion' && e.gas == 'CO2').map(e, {_E})),
    added(p.inputs.filter(i, i.kind == 'fuel').map(i, {_I} * {_HELD.format("i")})) * {CO2_PER_CARBON}, 0.01))
&& near(added(p.outputs.filter(o, o.role != 'energy').map(o, {_O}))
    + added(p.emissions.filter(e, e.source == 'process').map(e, {_E})),
    added(p.inputs.filter(i, i.kind in ['feedstock', 'material']).map(i, {_I})), 0.01)
&& near(added(p.outputs.filter(o, has(o.carbon_content)).map(o, {_O} * {_HELD.format("o")}))
    + added(p.emissions.filter(e, e.source == 'process' && e.gas == 'CO2').map(e, {_E})) / {CO2_PER_CARBON},
    added(p.inputs.filter(i, i.kind == 'feedstock').map(i, {_I} * {_HELD.format("i")})), 0.01)
&& (!has(p.allocation) || near(added(p.allocation.factors.map(f, double(f.share.value))), 100.0, 0.001))
&& timestamp(p.period_start) >= timestamp(pcf.referencePeriodStart)
&& timestamp(p.period_end) <= timestamp(pcf.referencePeriodEnd)
"""
_PCF = f"""
pcf.declaredUnitOfMeasurement in {list(UNITS)}
&& pcf.ipccCharacterizationFactors.all(r, r in {list(REPORTS)})
&& double(pcf.declaredUnitAmount) > 0.0 && double(pcf.productMassPerDeclaredUnit) > 0.0
&& double(pcf.fossilGhgEmissions) >= 0.0 && double(pcf.fossilCarbonContent) >= 0.0
&& {_optional("landUseChangeGhgEmissions")} >= 0.0 && {_optional("biogenicNonCO2Emissions")} >= 0.0
&& {_optional("biogenicCO2Uptake")} <= 0.0
&& near(double(pcf.fossilGhgEmissions) + {_optional("landUseChangeGhgEmissions")}
    + {_optional("landManagementBiogenicCO2Emissions")} + {_optional("biogenicNonCO2Emissions")}
    + {_optional("technologicalCO2Removals")}, double(pcf.pcfExcludingBiogenicUptake), {EQUALS})
&& near(double(pcf.pcfExcludingBiogenicUptake) + {_optional("biogenicCO2Uptake")},
    double(pcf.pcfIncludingBiogenicUptake), {EQUALS})
&& {_optional("aircraftGhgEmissions")} + {_optional("packagingGhgEmissions")} <= double(pcf.fossilGhgEmissions)
&& timestamp(pcf.referencePeriodStart) < timestamp(pcf.referencePeriodEnd)
&& timestamp(doc.created) >= timestamp(pcf.referencePeriodEnd)
&& timestamp(doc.validityPeriodStart) >= timestamp(pcf.referencePeriodEnd)
&& timestamp(doc.validityPeriodEnd) - timestamp(pcf.referencePeriodEnd) <= duration('26304h')
&& (double(pcf.exemptedEmissionsPercent) == 0.0 || has(pcf.exemptedEmissionsDescription))
"""
_INVENTORY = f"""
near(added(inv.stage_results.map(s, double(s.emission.value))), double(pcf.pcfExcludingBiogenicUptake), 0.005)
&& inv.electricity.all(u, u.approach != 'supplier'
    || (has(u.instrument) && has(u.instrument.serial) && u.instrument.status == 'cancelled'))
&& inv.processes.all(p, inv.processes.exists_one(other, other.name == p.name))
&& inv.processes.all(p, {_PROCESS})
&& (!has(inv.category.purchased_power) || near(double(inv.category.purchased_power.value) * 1000.0, added(
    inv.processes.map(p, added(p.inputs.filter(i, i.kind == 'electricity').map(i, {_BROUGHT})))), 0.005))
&& [added(inv.processes.map(p, {_DIRECT.format("")}
    + added(p.inputs.filter(i, has(i.from.value)).map(i, {_BROUGHT}))))].all(total,
    near(added(inv.processes.map(p, {_DIRECT.format(" && e.primary")} + added(p.inputs.filter(i, has(i.from.footprint))
        .map(i, {_BROUGHT} * double(i.from.primary_data_share.value) / 100.0)))) + total,
        double(pcf.primaryDataShare) / 100.0 * total + total, 0.01 / (1.0 + double(pcf.primaryDataShare) / 100.0))
    && inv.processes.filter(p, p.id == inv.reference_flow.process).all(p, near(
        double(pcf.fossilGhgEmissions) * added(p.outputs.filter(o, o.id == inv.reference_flow.output).map(o, {_O})),
        total * double(pcf.productMassPerDeclaredUnit) * (!has(p.allocation) ? 1.0 : added(p.allocation.factors
            .filter(f, f.output == inv.reference_flow.output).map(f, double(f.share.value))) / 100.0), 0.01)))
"""
EXPRESSION = f"""
has(doc.productClassifications) && has(doc.validityPeriodStart) && has(doc.validityPeriodEnd)
&& has(doc.extensions[0].data.inventory.reference_flow)
&& [doc.pcf].all(pcf, {_PCF} && [doc.extensions[0].data.inventory].all(inv,
    has(inv.reference_flow.process) && has(inv.reference_flow.output) && {_INVENTORY}))
"""
"""With the variables `doc`, `in_base`, `per_base` and `gwp`."""
