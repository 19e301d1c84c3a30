"""The same rules written by hand for these documents: msgspec decodes what they read, plain Python decides.

No rule engine: what somebody reaches who gives up the language, the findings and exact numbers.
"""

# pyright: reportMissingImports=false

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct, ValidationError, field

from benchmarks.peers.thirty_rules import ALL, CO2_PER_CARBON, EQUALS, GWP, IN_BASE, PER_BASE, REPORTS, STAGES, UNITS

PACKAGE = "msgspec"
TITLE = "written by hand, msgspec"
SAYS = ALL


class Measured(Struct):
    """A number with its unit."""

    value: float
    unit: str


class Quality(Struct):
    """Ratings."""

    technological: float
    temporal: float
    geographical: float


class Supply(Struct):
    """Where an input comes from."""

    value: float | None = None
    unit: str = ""
    footprint: str | None = None
    primary_data_share: Measured | None = None


class Month(Struct):
    """What a month made."""

    amount: float
    unit: str


class Input(Struct):
    """What goes in."""

    kind: Literal["feedstock", "fuel", "electricity", "heat", "material", "transport"]
    amount: float
    unit: str
    supply: Supply = field(name="from")
    carbon_content: Measured | None = None
    quality: Quality | None = None


class Output(Struct):
    """What comes out."""

    id: str
    role: str
    amount: float
    unit: str
    carbon_content: Measured | None = None


class Emission(Struct):
    """What is emitted."""

    gas: str
    origin: str
    source: str
    amount: float
    unit: str
    primary: bool


class Share(Struct):
    """The share of an output."""

    output: str
    share: Measured


class Allocation(Struct):
    """Shares."""

    factors: list[Share]


class Process(Struct):
    """A process."""

    id: str
    name: str
    technology: str
    stage: str
    geography: str
    period_start: str
    period_end: str
    inputs: list[Input]
    outputs: list[Output]
    emissions: list[Emission]
    monthly_output: list[Month] | None = None
    allocation: Allocation | None = None


class Instrument(Struct):
    """A certificate."""

    serial: str | None = None
    status: str | None = None


class Electricity(Struct):
    """Where electricity comes from."""

    process: str
    energy: Measured
    approach: str
    instrument: Instrument | None = None


class ReferenceFlow(Struct):
    """What the footprint is of."""

    process: str
    output: str


class StageResult(Struct):
    """The result of a stage."""

    emission: Measured


class Category(Struct):
    """What the standard asks for besides."""

    purchased_power: Measured | None = None


class Inventory(Struct):
    """The inventory."""

    reference_flow: ReferenceFlow
    processes: list[Process]
    electricity: list[Electricity]
    stage_results: list[StageResult]
    category: Category


class Data(Struct):
    """The data of the extension."""

    inventory: Inventory


class Extension(Struct):
    """The extension."""

    data: Data


class Pcf(Struct):
    """The declared figures."""

    unit: str = field(name="declaredUnitOfMeasurement")
    amount: float = field(name="declaredUnitAmount")
    mass: float = field(name="productMassPerDeclaredUnit")
    start: str = field(name="referencePeriodStart")
    end: str = field(name="referencePeriodEnd")
    excluding: float = field(name="pcfExcludingBiogenicUptake")
    including: float = field(name="pcfIncludingBiogenicUptake")
    fossil: float = field(name="fossilGhgEmissions")
    fossil_carbon: float = field(name="fossilCarbonContent")
    reports: list[str] = field(name="ipccCharacterizationFactors")
    exempted: float = field(name="exemptedEmissionsPercent")
    primary_share: float = field(name="primaryDataShare")
    land_use_change: float = field(name="landUseChangeGhgEmissions", default=0.0)
    land_management: float = field(name="landManagementBiogenicCO2Emissions", default=0.0)
    biogenic_non_co2: float = field(name="biogenicNonCO2Emissions", default=0.0)
    removals: float = field(name="technologicalCO2Removals", default=0.0)
    uptake: float = field(name="biogenicCO2Uptake", default=0.0)
    aircraft: float = field(name="aircraftGhgEmissions", default=0.0)
    packaging: float = field(name="packagingGhgEmissions", default=0.0)
    exempted_because: str | None = field(name="exemptedEmissionsDescription", default=None)


class Footprint(Struct):
    """A footprint."""

    created: str
    validity_start: str = field(name="validityPeriodStart")
    validity_end: str = field(name="validityPeriodEnd")
    classifications: list[str] = field(name="productClassifications")
    pcf: Pcf
    extensions: list[Extension]


def _near(one: float, other: float, part: float) -> bool:
    return abs(one - other) <= part * abs(other)


def _figures(pcf: Pcf) -> bool:
    """The rules on the declared figures."""
    parts = pcf.fossil + pcf.land_use_change + pcf.land_management + pcf.biogenic_non_co2 + pcf.removals
    return (
        pcf.unit in UNITS
        and all(one in REPORTS for one in pcf.reports)
        and pcf.amount > 0
        and pcf.mass > 0
        and pcf.fossil >= 0
        and pcf.fossil_carbon >= 0
        and pcf.land_use_change >= 0
        and pcf.biogenic_non_co2 >= 0
        and pcf.uptake <= 0
        and _near(pcf.excluding, parts, EQUALS)
        and _near(pcf.including, pcf.excluding + pcf.uptake, EQUALS)
        and pcf.aircraft + pcf.packaging <= pcf.fossil
        and pcf.start < pcf.end
        and (pcf.exempted == 0 or pcf.exempted_because is not None)
    )


def _rated(quality: Quality) -> bool:
    return 1 <= quality.technological <= 5 and 1 <= quality.temporal <= 5 and 1 <= quality.geographical <= 5


class Sums:
    """What the rules on the whole inventory need of all processes."""

    __slots__ = ("measured", "power", "total")

    def __init__(self) -> None:
        self.total = self.measured = self.power = 0.0

    def holds(self, process: Process, pcf: Pcf, electricity: Sequence[Electricity]) -> bool:
        """The rules on one process, which is added to the sums."""
        used = fed = carbon_fed = fuel_carbon = 0.0
        has_fuel = has_power = False
        for one in process.inputs:
            if not one.amount > 0 or (one.quality is not None and not _rated(one.quality)):
                return False
            base, kind = one.amount * IN_BASE[one.unit], one.kind
            content = one.carbon_content
            if kind == "feedstock":
                fed += base
                carbon_fed += base * content.value / 100 if content is not None else 0.0
            elif kind == "material":
                fed += base
            elif kind == "fuel":
                has_fuel = True
                fuel_carbon += base * content.value / 100 if content is not None else 0.0
            elif kind == "electricity":
                has_power = True
                used += base
            if one.supply.value is not None:
                self._bought(one, base)
        told = sum(u.energy.value * IN_BASE[u.energy.unit] for u in electricity if u.process == process.id)
        burnt, lost, carbon_lost = self._emitted(process)
        left = sum(o.amount * IN_BASE[o.unit] for o in process.outputs if o.role != "energy")
        return (
            process.stage in STAGES
            and process.period_start >= pcf.start
            and process.period_end <= pcf.end
            and (not has_power or _near(told, used, 0.005))
            and (not has_fuel or _near(burnt, fuel_carbon * CO2_PER_CARBON, 0.01))
            and _near(left + lost, fed, 0.01)
            and _near(_carbon_left(process) + carbon_lost / CO2_PER_CARBON, carbon_fed, 0.01)
            and _shared(process)
        )

    def _bought(self, one: Input, base: float) -> None:
        supply = one.supply
        brought = base * (supply.value or 0.0) * PER_BASE[supply.unit]
        self.total += brought
        if one.kind == "electricity":
            self.power += brought
        if supply.footprint is not None and supply.primary_data_share is not None:
            self.measured += brought * supply.primary_data_share.value / 100

    def _emitted(self, process: Process) -> tuple[float, float, float]:
        """CO2 of combustion, all that the process itself emits, and the CO2 in that."""
        burnt = lost = carbon_lost = 0.0
        for one in process.emissions:
            base = one.amount * IN_BASE[one.unit]
            if one.source == "process":
                lost += base
                carbon_lost += base if one.gas == "CO2" else 0.0
            elif one.source == "combustion" and one.gas == "CO2":
                burnt += base
            if one.origin == "fossil":
                self.total += base * GWP[one.gas]
                self.measured += base * GWP[one.gas] if one.primary else 0.0
        return burnt, lost, carbon_lost


def _carbon_left(process: Process) -> float:
    held = [(o, o.carbon_content) for o in process.outputs]
    return sum(o.amount * IN_BASE[o.unit] * content.value / 100 for o, content in held if content is not None)


def _shared(process: Process) -> bool:
    """Months and shares."""
    if process.monthly_output is not None:
        year = sum(o.amount * IN_BASE[o.unit] for o in process.outputs if o.role in {"main", "intermediate"})
        if not _near(sum(m.amount * IN_BASE[m.unit] for m in process.monthly_output), year, 0.005):
            return False
    return process.allocation is None or abs(sum(f.share.value for f in process.allocation.factors) - 100) <= 0.1


def _certified(told: Electricity) -> bool:
    instrument = told.instrument
    return instrument is not None and instrument.serial is not None and instrument.status == "cancelled"


def holds(footprint: Footprint) -> bool:
    """All thirty rules, but for those that the types are."""
    pcf, inventory = footprint.pcf, footprint.extensions[0].data.inventory
    sums = Sums()
    if not (
        _figures(pcf)
        and footprint.created >= pcf.end
        and footprint.validity_start >= pcf.end
        and footprint.validity_end <= f"{int(pcf.end[:4]) + 3}{pcf.end[4:]}"
        and all(_certified(told) for told in inventory.electricity if told.approach == "supplier")
        and _near(sum(one.emission.value for one in inventory.stage_results), pcf.excluding, 0.005)
        and len({one.name for one in inventory.processes}) == len(inventory.processes)
        and all(sums.holds(one, pcf, inventory.electricity) for one in inventory.processes)
        and abs(pcf.primary_share / 100 * sums.total - sums.measured) <= 0.01 * sums.total
    ):
        return False
    declared, flow = inventory.category.purchased_power, inventory.reference_flow
    if declared is not None and not _near(declared.value * 1000, sums.power, 0.005):
        return False
    main = next(one for one in inventory.processes if one.id == flow.process)
    made = sum(o.amount * IN_BASE[o.unit] for o in main.outputs if o.id == flow.output)
    portion = 1.0
    if main.allocation is not None:
        portion = sum(f.share.value for f in main.allocation.factors if f.output == flow.output) / 100
    return _near(pcf.fossil * made, sums.total * portion * pcf.mass, 0.01)


def accepting() -> Callable[[Sequence[bytes]], int]:
    """Decodes into the types, numbers from texts, and decides."""
    from msgspec.json import Decoder

    decode = Decoder(Footprint, strict=False).decode

    def accepted(documents: Sequence[bytes]) -> int:
        count = 0
        for one in documents:
            try:
                count += holds(decode(one))
            except ValidationError:
                continue
        return count

    return accepted
