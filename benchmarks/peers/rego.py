"""Rego by regopy, the bindings of rego-cpp: a bundle that is built once, asked whether a document is accepted."""

# pyright: reportMissingImports=false

from __future__ import annotations

import json
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

PACKAGE = "regopy"
TITLE = "Rego, regopy"
SAYS = ALL

MODULE = """
package thirty

import rego.v1

pcf := input.pcf
inv := input.extensions[0].data.inventory
base(flow) := to_number(flow.amount) * data.in_base[flow.unit]
brought(i) := (base(i) * to_number(i.from.value)) * data.per_base[i.from.unit]
vouched(i) := brought(i) * (to_number(i.from.primary_data_share.value) / 100)
emitted(e) := base(e) * data.gwp[e.gas]
held(flow) := base(flow) * (to_number(flow.carbon_content.value) / 100)
power(u) := to_number(u.energy.value) * data.in_base[u.energy.unit]
near(a, b, part) if abs(a - b) <= part * abs(b)
number_of(name) := to_number(object.get(pcf, name, "0"))

fossil := number_of("fossilGhgEmissions")
excluding := number_of("pcfExcludingBiogenicUptake")
uptake := number_of("biogenicCO2Uptake")
direct := sum([emitted(e) | some p in inv.processes; some e in p.emissions; e.origin == "fossil"])
bought := sum([brought(i) | some p in inv.processes; some i in p.inputs; i.from.value])
measured := sum([emitted(e) | some p in inv.processes; some e in p.emissions; e.origin == "fossil"; e.primary])
told := sum([vouched(i) | some p in inv.processes; some i in p.inputs; i.from.footprint])
total := direct + bought

broken contains 1 if not input.productClassifications
broken contains 2 if not input.validityPeriodStart
broken contains 2 if not input.validityPeriodEnd
broken contains 3 if { some p in inv.processes; some name in ["name", "technology", "stage", "geography"]; not p[name] }
broken contains 4 if not inv.reference_flow.process
broken contains 4 if not inv.reference_flow.output
broken contains 5 if not pcf.declaredUnitOfMeasurement in UNITS
broken contains 6 if { some r in pcf.ipccCharacterizationFactors; not r in REPORTS }
broken contains 7 if { some p in inv.processes; not p.stage in STAGES }
broken contains 8 if { some p in inv.processes; some i in p.inputs; not i.kind in KINDS }
broken contains 9 if { some name in ["declaredUnitAmount", "productMassPerDeclaredUnit"]; number_of(name) <= 0 }
broken contains 9 if {
    some name in ["fossilGhgEmissions", "fossilCarbonContent", "landUseChangeGhgEmissions", "biogenicNonCO2Emissions"]
    number_of(name) < 0
}
broken contains 9 if uptake > 0
broken contains 10 if { some p in inv.processes; some i in p.inputs; to_number(i.amount) <= 0 }
broken contains 11 if { some p in inv.processes; some i in p.inputs; some rating in i.quality; to_number(rating) < 1 }
broken contains 11 if { some p in inv.processes; some i in p.inputs; some rating in i.quality; to_number(rating) > 5 }
broken contains 12 if {
    names := ["landUseChangeGhgEmissions", "landManagementBiogenicCO2Emissions", "biogenicNonCO2Emissions", \
"technologicalCO2Removals"]
    not near(fossil + sum([number_of(name) | some name in names]), excluding, EQUALS)
}
broken contains 13 if not near(excluding + uptake, number_of("pcfIncludingBiogenicUptake"), EQUALS)
broken contains 14 if not near(sum([to_number(s.emission.value) | some s in inv.stage_results]), excluding, 0.005)
broken contains 15 if number_of("aircraftGhgEmissions") + number_of("packagingGhgEmissions") > fossil
broken contains 16 if {
    some p in inv.processes
    p.monthly_output
    year := sum([base(o) | some o in p.outputs; o.role in ["main", "intermediate"]])
    not near(sum([base(m) | some m in p.monthly_output]), year, 0.005)
}
broken contains 17 if {
    some p in inv.processes
    used := sum([base(i) | some i in p.inputs; i.kind == "electricity"])
    used > 0
    told_of := [power(u) | some u in inv.electricity; u.process == p.id]
    not near(sum(told_of), used, 0.005)
}
broken contains 18 if {
    some p in inv.processes
    p.id == inv.reference_flow.process
    made := sum([base(o) | some o in p.outputs; o.id == inv.reference_flow.output])
    not near(fossil * made, (total * portion(p)) * number_of("productMassPerDeclaredUnit"), 0.01)
}
portion(p) := 1 if not p.allocation
portion(p) := sum(portions(p)) / 100 if p.allocation
portions(p) := [to_number(f.share.value) | some f in p.allocation.factors; f.output == inv.reference_flow.output]
broken contains 19 if {
    some p in inv.processes
    fuels := [held(i) | some i in p.inputs; i.kind == "fuel"]
    count(fuels) > 0
    burnt := sum([base(e) | some e in p.emissions; e.source == "combustion"; e.gas == "CO2"])
    not near(burnt, sum(fuels) * CARBON, 0.01)
}
broken contains 20 if {
    power := sum([brought(i) | some p in inv.processes; some i in p.inputs; i.kind == "electricity"])
    not near(to_number(inv.category.purchased_power.value) * 1000, power, 0.005)
}
broken contains 21 if {
    some p in inv.processes
    left := sum([base(o) | some o in p.outputs; o.role != "energy"])
    lost := sum([base(e) | some e in p.emissions; e.source == "process"])
    not near(left + lost, sum([base(i) | some i in p.inputs; i.kind in ["feedstock", "material"]]), 0.01)
}
broken contains 22 if {
    some p in inv.processes
    left := sum([held(o) | some o in p.outputs; o.carbon_content])
    lost := sum([base(e) | some e in p.emissions; e.source == "process"; e.gas == "CO2"]) / CARBON
    not near(left + lost, sum([held(i) | some i in p.inputs; i.kind == "feedstock"]), 0.01)
}
broken contains 23 if {
    some p in inv.processes
    p.allocation
    abs(sum([to_number(f.share.value) | some f in p.allocation.factors]) - 100) > 0.1
}
broken contains 24 if pcf.referencePeriodStart >= pcf.referencePeriodEnd
broken contains 24 if input.created < pcf.referencePeriodEnd
broken contains 25 if input.validityPeriodStart < pcf.referencePeriodEnd
broken contains 25 if {
    year := to_number(substring(pcf.referencePeriodEnd, 0, 4)) + 3
    latest := sprintf("%d%s", [year, substring(pcf.referencePeriodEnd, 4, -1)])
    input.validityPeriodEnd > latest
}
broken contains 26 if { some p in inv.processes; p.period_start < pcf.referencePeriodStart }
broken contains 26 if { some p in inv.processes; p.period_end > pcf.referencePeriodEnd }
broken contains 27 if { number_of("exemptedEmissionsPercent") > 0; not pcf.exemptedEmissionsDescription }
broken contains 28 if { some u in inv.electricity; u.approach == "supplier"; not certified(u) }
certified(u) if { u.instrument.serial; u.instrument.status == "cancelled" }
broken contains 29 if count({p.name | some p in inv.processes}) != count(inv.processes)
broken contains 30 if abs(((number_of("primaryDataShare") / 100) * total) - (measured + told)) > 0.01 * total
"""
_NUMBERS = {
    "UNITS": json.dumps(UNITS),
    "REPORTS": json.dumps(REPORTS),
    "STAGES": json.dumps(STAGES),
    "KINDS": json.dumps(KINDS),
    "EQUALS": str(EQUALS),
    "CARBON": str(CO2_PER_CARBON),
}


def accepting() -> Callable[[Sequence[bytes]], int]:
    """The bytes are a term of the language, so they are given as they are."""
    from regopy import Interpreter

    text = MODULE
    for name, value in _NUMBERS.items():
        text = text.replace(name, value)
    interpreter = Interpreter()
    interpreter.add_data({"in_base": IN_BASE, "per_base": PER_BASE, "gwp": GWP})
    interpreter.add_module("thirty", text)
    bundle = interpreter.build("found=count(data.thirty.broken)")

    def accepted(documents: Sequence[bytes]) -> int:
        count = 0
        for one in documents:
            interpreter.set_input_term(one.decode())
            output = interpreter.query_bundle(bundle)  # what is bound lives no longer than it
            count += output.binding("found").value == 0
        return count

    return accepted
