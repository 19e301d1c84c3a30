"""Pydantic: typed models, and validators in Python for what compares several places."""

# pyright: reportMissingImports=false

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isclose
from typing import Annotated, Literal

from pydantic import BaseModel, Field, ValidationError, model_validator

from benchmarks.peers.thirty_rules import ALL, CO2_PER_CARBON, EQUALS, GWP, IN_BASE, PER_BASE

PACKAGE = "pydantic"
TITLE = "pydantic"
SAYS = ALL

Above = Annotated[float, Field(gt=0)]
FromZero = Annotated[float, Field(ge=0)]
Rating = Annotated[float, Field(ge=1, le=5)]


class Measured(BaseModel):
    """A number with its unit."""

    value: float
    unit: str


class Quality(BaseModel):
    """Ratings."""

    technological: Rating
    temporal: Rating
    geographical: Rating


class Supply(BaseModel):
    """Where an input comes from."""

    value: float | None = None
    unit: str = ""
    footprint: str | None = None
    primary_data_share: Measured | None = None


class Flow(BaseModel):
    """An amount."""

    amount: float
    unit: str

    @property
    def base(self) -> float:
        """In kg, MJ or tkm."""
        return self.amount * IN_BASE[self.unit]


class Input(Flow):
    """What goes in."""

    kind: Literal["feedstock", "fuel", "electricity", "heat", "material", "transport"]
    amount: Above
    carbon_content: Measured | None = None
    supply: Supply = Field(alias="from")
    quality: Quality | None = None

    @property
    def emitted(self) -> float:
        """What is bought, in kg CO2e."""
        supply = self.supply
        return self.base * supply.value * PER_BASE[supply.unit] if supply.value is not None else 0.0


class Output(Flow):
    """What comes out."""

    id: str
    role: str
    carbon_content: Measured | None = None


class Emission(Flow):
    """What is emitted."""

    gas: str
    origin: str
    source: str
    primary: bool

    @property
    def emitted(self) -> float:
        """In kg CO2e, where it is fossil."""
        return self.base * GWP[self.gas] if self.origin == "fossil" else 0.0


class Share(BaseModel):
    """The share of an output."""

    output: str
    share: Measured


class Allocation(BaseModel):
    """Shares."""

    factors: list[Share]


class Process(BaseModel):
    """A process, and the rules that look at one alone."""

    id: str
    name: str
    technology: str
    stage: Literal["raw_materials", "production"]
    geography: str
    period_start: str
    period_end: str
    monthly_output: list[Flow] | None = None
    inputs: list[Input]
    outputs: list[Output]
    emissions: list[Emission]
    allocation: Allocation | None = None

    @model_validator(mode="after")
    def balanced(self) -> Process:
        """Months, fuels, mass, carbon and shares."""
        if self.monthly_output is not None:
            year = sum(o.base for o in self.outputs if o.role in {"main", "intermediate"})
            _hold(isclose(sum(m.base for m in self.monthly_output), year, rel_tol=0.005))
        fuels = [i for i in self.inputs if i.kind == "fuel"]
        if fuels:
            burnt = sum(e.base for e in self.emissions if e.source == "combustion" and e.gas == "CO2")
            held = sum(i.base * _share(i.carbon_content) for i in fuels) * CO2_PER_CARBON
            _hold(isclose(burnt, held, rel_tol=0.01))
        fed = sum(i.base for i in self.inputs if i.kind in {"feedstock", "material"})
        left = sum(o.base for o in self.outputs if o.role != "energy")
        process = [e for e in self.emissions if e.source == "process"]
        _hold(isclose(left + sum(e.base for e in process), fed, rel_tol=0.01))
        fed = sum(i.base * _share(i.carbon_content) for i in self.inputs if i.kind == "feedstock")
        left = sum(o.base * _share(o.carbon_content) for o in self.outputs if o.carbon_content is not None)
        left += sum(e.base for e in process if e.gas == "CO2") / CO2_PER_CARBON
        _hold(isclose(left, fed, rel_tol=0.01))
        if self.allocation is not None:
            _hold(abs(sum(f.share.value for f in self.allocation.factors) - 100) <= 0.1)
        return self


class Instrument(BaseModel):
    """A certificate."""

    serial: str | None = None
    status: str | None = None


class Electricity(BaseModel):
    """Where electricity comes from."""

    process: str
    energy: Measured
    approach: str
    instrument: Instrument | None = None

    @model_validator(mode="after")
    def certified(self) -> Electricity:
        """A supplier's electricity has its certificate."""
        if self.approach == "supplier":
            told = self.instrument
            _hold(told is not None and told.serial is not None and told.status == "cancelled")
        return self


class ReferenceFlow(BaseModel):
    """What the footprint is of."""

    process: str
    output: str


class StageResult(BaseModel):
    """The result of a stage."""

    emission: Measured


class Category(BaseModel):
    """What the standard asks for besides."""

    purchased_power: Measured | None = None


class Inventory(BaseModel):
    """The inventory, and the rules that look at all of its processes."""

    reference_flow: ReferenceFlow
    processes: list[Process]
    electricity: list[Electricity]
    stage_results: list[StageResult]
    category: Category

    @model_validator(mode="after")
    def consistent(self) -> Inventory:
        """Electricity and names."""
        for process in self.processes:
            power = [i.base for i in process.inputs if i.kind == "electricity"]
            if power:
                told = [u.energy for u in self.electricity if u.process == process.id]
                _hold(isclose(sum(one.value * IN_BASE[one.unit] for one in told), sum(power), rel_tol=0.005))
        if self.category.purchased_power is not None:
            emitted = sum(i.emitted for p in self.processes for i in p.inputs if i.kind == "electricity")
            _hold(isclose(self.category.purchased_power.value * 1000, emitted, rel_tol=0.005))
        _hold(len({p.name for p in self.processes}) == len(self.processes))
        return self


class Data(BaseModel):
    """The data of the extension."""

    inventory: Inventory


class Extension(BaseModel):
    """The extension."""

    data: Data


class Pcf(BaseModel):
    """The declared figures, and the rules that look at them alone."""

    unit: Literal["kilogram", "liter", "cubic meter"] = Field(alias="declaredUnitOfMeasurement")
    amount: Above = Field(alias="declaredUnitAmount")
    mass: Above = Field(alias="productMassPerDeclaredUnit")
    start: str = Field(alias="referencePeriodStart")
    end: str = Field(alias="referencePeriodEnd")
    excluding: float = Field(alias="pcfExcludingBiogenicUptake")
    including: float = Field(alias="pcfIncludingBiogenicUptake")
    fossil: FromZero = Field(alias="fossilGhgEmissions")
    fossil_carbon: FromZero = Field(alias="fossilCarbonContent")
    land_use_change: FromZero = Field(0.0, alias="landUseChangeGhgEmissions")
    land_management: float = Field(0.0, alias="landManagementBiogenicCO2Emissions")
    biogenic_non_co2: FromZero = Field(0.0, alias="biogenicNonCO2Emissions")
    removals: float = Field(0.0, alias="technologicalCO2Removals")
    uptake: Annotated[float, Field(le=0)] = Field(0.0, alias="biogenicCO2Uptake")
    aircraft: float = Field(0.0, alias="aircraftGhgEmissions")
    packaging: float = Field(0.0, alias="packagingGhgEmissions")
    reports: list[Literal["AR5", "AR6"]] = Field(alias="ipccCharacterizationFactors")
    exempted: float = Field(alias="exemptedEmissionsPercent")
    exempted_because: str | None = Field(None, alias="exemptedEmissionsDescription")
    primary_share: float = Field(alias="primaryDataShare")

    @model_validator(mode="after")
    def summed(self) -> Pcf:
        """Sums, parts, the period and what is left out."""
        parts = self.fossil + self.land_use_change + self.land_management + self.biogenic_non_co2 + self.removals
        _hold(isclose(self.excluding, parts, rel_tol=EQUALS))
        _hold(isclose(self.including, self.excluding + self.uptake, rel_tol=EQUALS))
        _hold(self.aircraft + self.packaging <= self.fossil)
        _hold(self.start < self.end)
        _hold(not self.exempted > 0 or self.exempted_because is not None)
        return self


class Footprint(BaseModel):
    """A footprint, and the rules that look at the figures and the inventory together."""

    created: str
    validity_start: str = Field(alias="validityPeriodStart")
    validity_end: str = Field(alias="validityPeriodEnd")
    classifications: list[str] = Field(alias="productClassifications")
    pcf: Pcf
    extensions: list[Extension]

    @model_validator(mode="after")
    def agreed(self) -> Footprint:
        """Windows of time, stages, the footprint and the share of primary data."""
        pcf, inventory = self.pcf, self.extensions[0].data.inventory
        _hold(self.created >= pcf.end and self.validity_start >= pcf.end)
        _hold(self.validity_end <= f"{int(pcf.end[:4]) + 3}{pcf.end[4:]}")
        _hold(all(p.period_start >= pcf.start and p.period_end <= pcf.end for p in inventory.processes))
        _hold(isclose(sum(s.emission.value for s in inventory.stage_results), pcf.excluding, rel_tol=0.005))
        direct = [e for p in inventory.processes for e in p.emissions]
        bought = [i for p in inventory.processes for i in p.inputs]
        total = sum(e.emitted for e in direct) + sum(i.emitted for i in bought)
        flow = inventory.reference_flow
        main = next(p for p in inventory.processes if p.id == flow.process)
        made = sum(o.base for o in main.outputs if o.id == flow.output)
        shares = main.allocation.factors if main.allocation is not None else None
        portion = 1.0 if shares is None else sum(f.share.value for f in shares if f.output == flow.output) / 100
        _hold(isclose(pcf.fossil * made, total * portion * pcf.mass, rel_tol=0.01))
        measured = sum(e.emitted for e in direct if e.primary)
        told = sum(i.emitted * _share(i.supply.primary_data_share) for i in bought if i.supply.footprint is not None)
        _hold(abs(pcf.primary_share / 100 * total - measured - told) <= 0.01 * total)
        return self


def _hold(condition: bool) -> None:
    if not condition:
        raise ValueError


def _share(measured: Measured | None) -> float:
    return measured.value / 100 if measured is not None else 0.0


def accepting() -> Callable[[Sequence[bytes]], int]:
    """Validates the bytes, without a step between."""
    validate = Footprint.__pydantic_validator__.validate_json

    def accepted(documents: Sequence[bytes]) -> int:
        count = 0
        for one in documents:
            try:
                validate(one)
            except ValidationError:
                continue
            count += 1
        return count

    return accepted
