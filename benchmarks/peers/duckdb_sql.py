"""DuckDB: all rules as one query over the file of documents, whose types are declared; one thread, as others have."""

# pyright: reportMissingImports=false

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

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

PACKAGE = "duckdb"
TITLE = "SQL, DuckDB"
SAYS = ALL

_MEASURED = "STRUCT(value DOUBLE, unit VARCHAR)"
_QUALITY = "STRUCT(technological DOUBLE, temporal DOUBLE, geographical DOUBLE)"
_SUPPLY = f"STRUCT(value DOUBLE, unit VARCHAR, footprint VARCHAR, primary_data_share {_MEASURED})"
_INPUT = f"""STRUCT(kind VARCHAR, amount DOUBLE, unit VARCHAR, carbon_content {_MEASURED}, "from" {_SUPPLY},
    quality {_QUALITY})"""
_OUTPUT = f"STRUCT(id VARCHAR, role VARCHAR, amount DOUBLE, unit VARCHAR, carbon_content {_MEASURED})"
_EMISSION = 'STRUCT(gas VARCHAR, origin VARCHAR, source VARCHAR, amount DOUBLE, unit VARCHAR, "primary" BOOLEAN)'
_PROCESS = f"""STRUCT(id VARCHAR, name VARCHAR, technology VARCHAR, stage VARCHAR, geography VARCHAR,
    period_start VARCHAR, period_end VARCHAR,
    monthly_output STRUCT(amount DOUBLE, unit VARCHAR)[], inputs {_INPUT}[], outputs {_OUTPUT}[],
    emissions {_EMISSION}[], allocation STRUCT(factors STRUCT(output VARCHAR, share {_MEASURED})[]))"""
_INVENTORY = f"""STRUCT(reference_flow STRUCT(process VARCHAR, output VARCHAR), processes {_PROCESS}[],
    electricity STRUCT(process VARCHAR, energy {_MEASURED}, approach VARCHAR,
        instrument STRUCT(serial VARCHAR, status VARCHAR))[],
    stage_results STRUCT(emission {_MEASURED})[], category STRUCT(purchased_power {_MEASURED}))"""
_PCF = """STRUCT(declaredUnitOfMeasurement VARCHAR, declaredUnitAmount DOUBLE, productMassPerDeclaredUnit DOUBLE,
    referencePeriodStart VARCHAR, referencePeriodEnd VARCHAR, pcfExcludingBiogenicUptake DOUBLE,
    pcfIncludingBiogenicUptake DOUBLE, fossilGhgEmissions DOUBLE, fossilCarbonContent DOUBLE,
    landUseChangeGhgEmissions DOUBLE, landManagementBiogenicCO2Emissions DOUBLE, biogenicNonCO2Emissions DOUBLE,
    technologicalCO2Removals DOUBLE, biogenicCO2Uptake DOUBLE, aircraftGhgEmissions DOUBLE,
    packagingGhgEmissions DOUBLE, ipccCharacterizationFactors VARCHAR[],
    exemptedEmissionsPercent DOUBLE, exemptedEmissionsDescription VARCHAR,
    primaryDataShare DOUBLE)"""
_COLUMNS = {
    "created": "VARCHAR",
    "validityPeriodStart": "VARCHAR",
    "validityPeriodEnd": "VARCHAR",
    "productClassifications": "VARCHAR[]",
    "pcf": _PCF,
    "extensions": f"STRUCT(data STRUCT(inventory {_INVENTORY}))[]",
}


_DECLARED = {name: " ".join(kind.split()) for name, kind in _COLUMNS.items()}


def _listed(texts: Sequence[str]) -> str:
    return "(" + ", ".join(f"'{one}'" for one in texts) + ")"


def _looked_up(table: Mapping[str, float], by: str) -> str:
    cases = " ".join(f"WHEN '{name}' THEN {value!r}" for name, value in table.items())
    return f"CASE {by} {cases} END"


_MACROS = f"""
CREATE MACRO base(amount, unit) AS amount * {_looked_up(IN_BASE, "unit")};
CREATE MACRO per_base(value, unit) AS value * {_looked_up(PER_BASE, "unit")};
CREATE MACRO gwp(gas) AS {_looked_up(GWP, "gas")};
CREATE MACRO added(numbers) AS coalesce(list_sum(numbers), 0);
CREATE MACRO near(a, b, part) AS abs(a - b) <= part * abs(b);
CREATE MACRO every(conditions) AS coalesce(list_bool_and(conditions), true);
"""
"""What the rules are written with."""

_OF_PROCESSES = """
every([p.name IS NOT NULL AND p.technology IS NOT NULL AND p.geography IS NOT NULL FOR p IN processes])
AND every([p.stage IS NOT NULL AND p.stage IN {stages} FOR p IN processes])
AND every([every([i.kind IN {kinds} AND i.amount > 0 FOR i IN p.inputs]) FOR p IN processes])
AND every([every([i.quality IS NULL OR (i.quality.technological BETWEEN 1 AND 5 AND i.quality.temporal BETWEEN 1 AND 5
    AND i.quality.geographical BETWEEN 1 AND 5) FOR i IN p.inputs]) FOR p IN processes])
AND every([p.monthly_output IS NULL OR near(added([base(m.amount, m.unit) FOR m IN p.monthly_output]),
    added([base(o.amount, o.unit) FOR o IN p.outputs IF o.role IN ('main', 'intermediate')]), 0.005)
    FOR p IN processes])
AND every([near(added([base(u.energy.value, u.energy.unit) FOR u IN inventory.electricity IF u.process = p.id]),
    added([base(i.amount, i.unit) FOR i IN p.inputs IF i.kind = 'electricity']), 0.005)
    FOR p IN processes IF len([i FOR i IN p.inputs IF i.kind = 'electricity']) > 0])
AND every([near(added([base(e.amount, e.unit) FOR e IN p.emissions IF e.source = 'combustion' AND e.gas = 'CO2']),
    added([base(i.amount, i.unit) * i.carbon_content.value / 100 FOR i IN p.inputs IF i.kind = 'fuel'])
    * {carbon}, 0.01)
    FOR p IN processes IF len([i FOR i IN p.inputs IF i.kind = 'fuel']) > 0])
AND every([near(added([base(o.amount, o.unit) FOR o IN p.outputs IF o.role != 'energy'])
    + added([base(e.amount, e.unit) FOR e IN p.emissions IF e.source = 'process']),
    added([base(i.amount, i.unit) FOR i IN p.inputs IF i.kind IN ('feedstock', 'material')]), 0.01) FOR p IN processes])
AND every([near(
    added([base(o.amount, o.unit) * o.carbon_content.value / 100 FOR o IN p.outputs IF o.carbon_content IS NOT NULL])
    + added([base(e.amount, e.unit) FOR e IN p.emissions IF e.source = 'process' AND e.gas = 'CO2']) / {carbon},
    added([base(i.amount, i.unit) * i.carbon_content.value / 100 FOR i IN p.inputs IF i.kind = 'feedstock']), 0.01)
    FOR p IN processes])
AND every([p.allocation IS NULL OR abs(added([f.share.value FOR f IN p.allocation.factors]) - 100) <= 0.1
    FOR p IN processes])
AND every([p.period_start >= pcf.referencePeriodStart AND p.period_end <= pcf.referencePeriodEnd FOR p IN processes])
AND len(list_distinct([p.name FOR p IN processes])) = len(processes)
"""
"""Rules on each process."""

_OF_FOOTPRINT = """
productClassifications IS NOT NULL AND validityPeriodStart IS NOT NULL AND validityPeriodEnd IS NOT NULL
AND inventory.reference_flow.process IS NOT NULL AND inventory.reference_flow.output IS NOT NULL
AND pcf.declaredUnitOfMeasurement IN {units}
AND every([r IN {reports} FOR r IN pcf.ipccCharacterizationFactors])
AND pcf.declaredUnitAmount > 0 AND pcf.productMassPerDeclaredUnit > 0 AND pcf.fossilGhgEmissions >= 0
AND pcf.fossilCarbonContent >= 0 AND coalesce(pcf.landUseChangeGhgEmissions, 0) >= 0
AND coalesce(pcf.biogenicNonCO2Emissions, 0) >= 0 AND coalesce(pcf.biogenicCO2Uptake, 0) <= 0
AND near(pcf.fossilGhgEmissions + coalesce(pcf.landUseChangeGhgEmissions, 0)
    + coalesce(pcf.landManagementBiogenicCO2Emissions, 0) + coalesce(pcf.biogenicNonCO2Emissions, 0)
    + coalesce(pcf.technologicalCO2Removals, 0), pcf.pcfExcludingBiogenicUptake, {equals})
AND near(pcf.pcfExcludingBiogenicUptake + coalesce(pcf.biogenicCO2Uptake, 0), pcf.pcfIncludingBiogenicUptake, {equals})
AND near(added([s.emission.value FOR s IN inventory.stage_results]), pcf.pcfExcludingBiogenicUptake, 0.005)
AND coalesce(pcf.aircraftGhgEmissions, 0) + coalesce(pcf.packagingGhgEmissions, 0) <= pcf.fossilGhgEmissions
AND near(pcf.fossilGhgEmissions * made, (direct + bought) * portion * pcf.productMassPerDeclaredUnit, 0.01)
AND (inventory.category.purchased_power IS NULL OR near(inventory.category.purchased_power.value * 1000, power, 0.005))
AND pcf.referencePeriodStart < pcf.referencePeriodEnd AND created >= pcf.referencePeriodEnd
AND validityPeriodStart >= pcf.referencePeriodEnd
AND validityPeriodEnd <= (pcf.referencePeriodEnd[:4]::INTEGER + 3) || pcf.referencePeriodEnd[5:]
AND (NOT pcf.exemptedEmissionsPercent > 0 OR pcf.exemptedEmissionsDescription IS NOT NULL)
AND every([u.approach != 'supplier' OR (u.instrument.serial IS NOT NULL AND u.instrument.status = 'cancelled')
    FOR u IN inventory.electricity])
AND abs(pcf.primaryDataShare / 100 * (direct + bought) - measured - told) <= 0.01 * (direct + bought)
"""
"""Rules on the footprint; the sums they share are columns."""

_QUERY = """
WITH read AS (
    SELECT *, extensions[1].data.inventory AS inventory, extensions[1].data.inventory.processes AS processes
    FROM read_json('{file}', format = 'newline_delimited', columns = {columns})
), summed AS (
    SELECT *,
    added([added([base(e.amount, e.unit) * gwp(e.gas) FOR e IN p.emissions IF e.origin = 'fossil'])
        FOR p IN processes]) AS direct,
    added([added([base(e.amount, e.unit) * gwp(e.gas) FOR e IN p.emissions IF e.origin = 'fossil' AND e."primary"])
        FOR p IN processes]) AS measured,
    added([added([base(i.amount, i.unit) * per_base(i."from".value, i."from".unit)
        FOR i IN p.inputs IF i."from".value IS NOT NULL]) FOR p IN processes]) AS bought,
    added([added([base(i.amount, i.unit) * per_base(i."from".value, i."from".unit)
        * i."from".primary_data_share.value / 100 FOR i IN p.inputs IF i."from".footprint IS NOT NULL])
        FOR p IN processes]) AS told,
    added([added([base(i.amount, i.unit) * per_base(i."from".value, i."from".unit)
        FOR i IN p.inputs IF i.kind = 'electricity']) FOR p IN processes]) AS power,
    added([added([base(o.amount, o.unit) FOR o IN p.outputs IF o.id = inventory.reference_flow.output])
        FOR p IN processes IF p.id = inventory.reference_flow.process]) AS made,
    added([CASE WHEN p.allocation IS NULL THEN 1
        ELSE added([f.share.value FOR f IN p.allocation.factors
            IF f.output = inventory.reference_flow.output]) / 100 END
        FOR p IN processes IF p.id = inventory.reference_flow.process]) AS portion
    FROM read
)
SELECT count(*) FROM summed WHERE {of_footprint} AND {of_processes}
"""


def accepting() -> Callable[[Sequence[bytes]], int]:
    """Writes the documents into a file, a line each, and asks how many hold."""
    import duckdb

    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    connection.execute(_MACROS)
    values: dict[str, object] = {
        "units": _listed(UNITS), "reports": _listed(REPORTS), "stages": _listed(STAGES), "kinds": _listed(KINDS),
        "carbon": CO2_PER_CARBON, "equals": EQUALS,
    }  # fmt: skip
    conditions = {"of_footprint": _OF_FOOTPRINT.format(**values), "of_processes": _OF_PROCESSES.format(**values)}

    def accepted(documents: Sequence[bytes]) -> int:
        with TemporaryDirectory() as folder:
            file = Path(folder) / "documents.ndjson"
            file.write_bytes(b"\n".join(documents))
            found = connection.execute(_QUERY.format(file=file, columns=_DECLARED, **conditions)).fetchone()
        return int(found[0]) if found else 0

    return accepted
