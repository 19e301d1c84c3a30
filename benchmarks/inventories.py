"""The inventory of a generated submission: processes in a row, each with its flows, whose mass and carbon balance.

Figures are summed from the numbers as printed, so that what a rule computes again holds within printed rounding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from benchmarks.submission_texts import (
    DESTINATIONS,
    FEEDS,
    FUELS,
    GREEN,
    GRID,
    HEAT,
    JUSTIFICATIONS,
    MARKETS,
    MATERIALS,
    SCOPES,
    SOURCES,
    TRANSPORT,
    Bought,
    Product,
    Step,
)

Members = dict[str, object]
"""An object of JSON that is being made."""

CO2_PER_CARBON = 3.664
GWP = {"CO2": 1.0, "CH4": 29.8, "N2O": 273.0}
IN_BASE = {"kg": 1.0, "t": 1e3, "kt": 1e6, "MJ": 1.0, "GJ": 1e3, "kWh": 3.6, "MWh": 3600.0, "tkm": 1.0}
"""Units of amounts, in kg, MJ and tkm."""
PER_BASE = {
    "kg CO2e/kg": 1.0, "t CO2e/t": 1.0, "kg CO2e/t": 1e-3, "kg CO2e/MJ": 1.0, "kg CO2e/GJ": 1e-3,
    "kg CO2e/kWh": 1 / 3.6, "t CO2e/MWh": 1 / 3.6, "kg CO2e/tkm": 1.0,
}  # fmt: skip
"""Units of emission factors, in kg CO2e for one of those."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as printed, with its unit."""

    text: str
    unit: str

    @property
    def base(self) -> float:
        """The same in kg, MJ or tkm."""
        return float(self.text) * IN_BASE[self.unit]

    def members(self) -> Members:
        """The two attributes of a flow."""
        return {"amount": self.text, "unit": self.unit}


@dataclass(slots=True)
class Process:
    """A process that is being made, and what the figures of the footprint are summed from."""

    head: Members
    monthly: list[Members] = field(default_factory=list)
    inputs: list[Members] = field(default_factory=list)
    outputs: list[Members] = field(default_factory=list)
    emissions: list[Members] = field(default_factory=list)
    shares: list[Members] = field(default_factory=list)
    electricity: list[Members] = field(default_factory=list)
    emitted: float = 0.0
    """kg CO2e of its emissions and of what it buys."""
    measured: float = 0.0
    """Of these, what counts as primary data."""
    power: float = 0.0
    """Of these, what its electricity brings."""
    made: float = 0.0
    """kg of its main output."""
    portion: float = 1.0
    """Share of its burdens that this output bears."""

    def members(self) -> Members:
        """The process as an object of JSON."""
        whole = dict(self.head)
        if self.monthly:
            whole["monthly_output"] = self.monthly
        whole |= {"inputs": self.inputs, "outputs": self.outputs, "emissions": self.emissions}
        if self.shares:
            whole["allocation"] = {"method": "physical", "basis": "mass", "factors": self.shares}
        return whole


def printed(value: float, digits: int) -> str:
    """A number with so many significant digits, without an exponent."""
    return format(Decimal(f"{value:.{digits - 1}e}"), "f")


@dataclass(frozen=True, slots=True)
class Style:
    """How much is told: how many processes there may be, and how likely it is that a part is there."""

    processes: tuple[int, ...]
    told: float
    flows: float
    beside: float
    sourced: float
    wordy: float
    rated: float
    monthly: float


class Maker:
    """Makes processes of a style, from what `random` draws."""

    def __init__(self, random: Random, place: str, period: tuple[str, str], style: Style) -> None:
        self._random = random
        self._place = place
        self._period = period
        self._style = style
        self._grid = random.choice(GRID)
        self.zh = random.random() < 0.55

    def chain(self, product: Product, count: int) -> list[Process]:
        """The last steps to a product, each fed by the one before it."""
        made: list[Process] = []
        steps = product.steps[-count:]
        amount = self._mass(self._random.uniform(18e6, 640e6))
        for number in range(count - 1, -1, -1):
            is_last = number == count - 1
            beside = product.beside if is_last and self._random.random() < self._style.beside else ()
            process, carbon, mass = self._process(number, steps[number], amount, beside, is_last=is_last)
            before = steps[number - 1] if number > 0 else None
            amount = self._fed(process, number, before, carbon)
            self._watered(process, amount.base, mass)
            made.insert(0, process)
        return made

    def _process(
        self, number: int, step: Step, amount: Amount, beside: Sequence[tuple[str, str, float]], *, is_last: bool
    ) -> tuple[Process, float, float]:
        """A process but for what it is fed with; and the carbon and the mass, in kg, that leave it so far."""
        random = self._random
        is_bought = number == 0 and random.random() < 0.4
        process = Process({
            "id": f"p{number + 1}", "name": self.named(step.en, step.zh), "technology": step.technology,
            "stage": "raw_materials" if is_bought else "production", "geography": self._place,
            "controlled": not is_bought, "period_start": self._period[0], "period_end": self._period[1],
        })  # fmt: skip
        process.made = amount.base
        made = [(amount, step.makes_en, step.makes_zh, step.carbon, "main" if is_last else "intermediate")]
        for en, zh, carbon in beside:
            made.append((self._mass(amount.base * random.uniform(0.03, 0.3)), en, zh, carbon, "additional"))
        for place, one in enumerate(made):
            process.outputs.append(self._output("product" if place == 0 else f"beside-{place}", *one))
        if beside:
            self._shared(process, [one[0].base for one in made])
        carbon = sum(one[0].base * one[3] / 100 for one in made)
        co2 = self._emission(process, "process", "CO2", random.uniform(0.04, 0.22) * carbon * CO2_PER_CARBON)
        self._powered(process, amount.base)
        for gas, source, portion in (("CO2", "flaring", 4e-3), ("CH4", "fugitive", 3e-4), ("N2O", "combustion", 2e-6)):
            if random.random() < self._style.flows:
                self._emission(process, source, gas, portion * amount.base * random.uniform(0.3, 3))
        if random.random() < self._style.monthly:
            self._months(process, amount)
        return process, carbon + co2 / CO2_PER_CARBON, sum(one[0].base for one in made) + co2

    def _fed(self, process: Process, number: int, before: Step | None, carbon: float) -> Amount:
        """Feeds a process with so much carbon: from the one before it, or bought."""
        feed = self._random.choice(FEEDS)
        content = before.carbon if before is not None else feed.carbon
        amount = self._mass(carbon / content * 100)
        if before is not None:
            named = {"id": "feed", "name": self.named(before.makes_en, before.makes_zh), "kind": "feedstock"}
            supply: Members = {"process": f"p{number}", "output": "product"}
        else:
            named = {"id": "feed", "name": self.named(feed.en, feed.zh), "kind": "feedstock"}
            supply = self._supply(process, feed, amount, ("kg CO2e/kg", "t CO2e/t", "kg CO2e/t"))
        process.inputs.insert(0, {
            **named, **amount.members(), "carbon_content": {"value": f"{content:.4g}", "unit": "%"},
            "from": supply, "primary_activity": True, **self._rated(),
        })  # fmt: skip
        if before is None and self._random.random() < self._style.flows:
            self._input(process, "freight", "transport", self._random.choice(TRANSPORT), self._carried(amount))
        return amount

    def _watered(self, process: Process, fed: float, left: float) -> None:
        """Water goes in, and what mass is left over comes out as waste water."""
        amount = self._mass(self._random.uniform(0.25, 0.6) * fed + max(0.0, left - fed))
        self._input(process, "water", "material", self._random.choice(MATERIALS), amount)
        waste = self._mass(fed + amount.base - left)
        process.outputs.append(self._output("waste-water", waste, "Waste water", "废水", 0.0, "waste"))

    def _powered(self, process: Process, made: float) -> None:
        """Electricity, and fuel or heat or both."""
        random = self._random
        draw, both = random.random(), self._style.flows / 4
        self._electricity(process, made)
        if draw < 0.6 + both:
            fuel, amount = random.choice(FUELS), self._mass(made * random.uniform(0.02, 0.14))
            self._input(process, "fuel", "fuel", fuel, amount)
            co2 = amount.base * fuel.carbon / 100 * CO2_PER_CARBON
            self._emission(process, "combustion", "CO2", co2)
        if draw > 0.6 - both:
            heat = Amount(printed(made * random.uniform(0.4, 4) / 1000, 5), "GJ")
            self._input(process, "steam", "heat", random.choice(HEAT), heat)

    def _electricity(self, process: Process, made: float) -> None:
        """Electricity of the grid or of a supplier, and where it comes from."""
        random = self._random
        is_green = random.random() < 0.35
        megawatt_hours = made * random.uniform(0.05, 0.9) / 1000
        unit = random.choice(("MWh", "MWh", "kWh", "GJ"))
        amount = Amount(printed(megawatt_hours * 3600 / IN_BASE[unit], 5), unit)
        bought = Bought("Electricity", "电力", 0, 0, random.choice(GREEN) if is_green else self._grid)
        before = process.emitted
        self._input(process, "power", "electricity", bought, amount)
        process.power = process.emitted - before
        source, _ = random.choice(SOURCES)
        told: Members = {
            "process": process.head["id"], "energy": {"value": amount.text, "unit": amount.unit},
            "approach": "supplier" if is_green else "grid",
            "factor": {"value": printed(bought.factor, 4), "unit": "kg CO2e/kWh"},
        }  # fmt: skip
        if random.random() < self._style.sourced:
            told |= {"mix": "production" if is_green else "consumption", "geography": self._place, "year": "2024"}
            told["source"] = source
        if is_green:
            told["instrument"] = {
                "serial": f"GEC-{random.randrange(10**9):09d}", "status": "cancelled",
                "beneficiary": self.named("the plant of this footprint", "本厂"),
                "period_start": self._period[0], "period_end": self._period[1],
            }  # fmt: skip
        process.electricity.append(told)

    def _input(self, process: Process, id: str, kind: str, bought: Bought, amount: Amount) -> None:
        """Something that is bought, with its factor."""
        units = {
            "electricity": ("kg CO2e/kWh", "t CO2e/MWh"), "heat": ("kg CO2e/GJ",), "transport": ("kg CO2e/tkm",),
            "fuel": ("kg CO2e/kg", "t CO2e/t"),
        }.get(kind, ("kg CO2e/kg", "t CO2e/t"))  # fmt: skip
        flow: Members = {"id": id, "name": self.named(bought.en, bought.zh), "kind": kind, **amount.members()}
        if kind == "fuel":
            if self._random.random() < self._style.sourced:
                flow["lower_heating_value"] = {"value": f"{bought.heat:.3g}", "unit": "GJ/t"}
            flow["carbon_content"] = {"value": f"{bought.carbon:.4g}", "unit": "%"}
        flow |= {"from": self._supply(process, bought, amount, units), "primary_activity": self._random.random() < 0.85}
        process.inputs.append(flow | self._rated())

    def _supply(self, process: Process, bought: Bought, amount: Amount, units: Sequence[str]) -> Members:
        """A factor, or the footprint of a supplier; what it brings is counted."""
        random = self._random
        unit = random.choice(units)
        in_unit = {"kg CO2e/t": 1e3}.get(unit, 1.0)
        varied = 1.0 if bought.factor in GRID or bought.factor in GREEN else random.uniform(0.9, 1.1)
        value = printed(bought.factor * in_unit * varied, 4)
        brought = amount.base * float(value) * PER_BASE[unit]
        process.emitted += brought
        if unit.startswith(("kg CO2e/kg", "t CO2e/t")) and random.random() < 0.4 and bought.factor > 0.01:
            share = f"{random.uniform(12, 93):.0f}"
            process.measured += brought * float(share) / 100
            return {
                "footprint": uuid(random), "value": value, "unit": unit,
                "primary_data_share": {"value": share, "unit": "%"}, "boundary": "cradle_to_gate",
            }  # fmt: skip
        source, version = random.choice(SOURCES)
        told: Members = {"value": value, "unit": unit}
        if random.random() < self._style.sourced:
            told |= {"set": "AR6", "year": random.choice(("2023", "2024")), "source": source}
            told["geography"] = random.choice((self._place[:2], "GLO", self._place))
        if random.random() < self._style.wordy:
            told |= {"gases": ["CO2", "CH4", "N2O"], "coverage": "life_cycle", "version": version}
        if random.random() < self._style.wordy:
            told |= {"scope": random.choice(SCOPES), "technology": random.choice(MARKETS)}
            told["justification"] = random.choice(JUSTIFICATIONS)
        return told

    def _emission(self, process: Process, source: str, gas: str, kilograms: float) -> float:
        """A gas that is emitted; answers its mass as printed, in kg."""
        random = self._random
        amount = self._mass(kilograms)
        is_primary = random.random() < 0.8
        one: Members = {
            "id": f"{source}-{gas.lower()}", "gas": gas, "origin": "fossil", "source": source, **amount.members(),
            "primary": is_primary, **(self._rated() if random.random() < self._style.wordy else {}),
        }  # fmt: skip
        process.emissions.append(one)
        process.emitted += amount.base * GWP[gas]
        process.measured += amount.base * GWP[gas] * is_primary
        return amount.base

    def _output(self, id: str, amount: Amount, en: str, zh: str, carbon: float, role: str) -> Members:
        flow: Members = {"id": id, "name": self.named(en, zh), "role": role, **amount.members()}
        if carbon > 0:
            flow["carbon_content"] = {"value": f"{carbon:.4g}", "unit": "%"}
        if role != "intermediate" and self._random.random() < self._style.wordy:
            flow["destination"] = self._random.choice(DESTINATIONS)
        return flow

    def _shared(self, process: Process, masses: Sequence[float]) -> None:
        """Shares by mass, to a hundredth of a percent."""
        for output, mass in zip(process.outputs, masses, strict=True):
            share = f"{mass / sum(masses) * 100:.2f}"
            process.shares.append({
                "output": output["id"], "class": "operation", "share": {"value": share, "unit": "%"}
            })  # fmt: skip
            if output["id"] == "product":
                process.portion = float(share) / 100

    def _months(self, process: Process, year: Amount) -> None:
        """What was made month by month, of the main output."""
        weights = [self._random.uniform(0.85, 1.1) for _ in range(12)]
        begins = int(self._period[0][:4]), int(self._period[0][5:7])
        for number, weight in enumerate(weights):
            month = begins[1] - 1 + number
            amount = printed(float(year.text) * weight / sum(weights), 5)
            process.monthly.append(
                {"month": f"{begins[0] + month // 12}-{month % 12 + 1:02d}", "amount": amount, "unit": year.unit}
            )

    def _carried(self, amount: Amount) -> Amount:
        """Transport of so much, over some distance."""
        return Amount(printed(amount.base / 1000 * self._random.uniform(40, 900), 5), "tkm")

    def _mass(self, kilograms: float) -> Amount:
        """A mass in the unit somebody would take for it, to five digits."""
        units = ("t", "t", "t", "kt", "kg") if kilograms > 2e6 else ("t", "kg")
        unit = self._random.choice(units)
        return Amount(printed(kilograms / IN_BASE[unit], 5), unit)

    def _rated(self) -> Members:
        """Ratings of data quality, or none."""
        if self._random.random() > self._style.rated:
            return {}
        ratings = ("1", "1", "2", "2", "3", "1.5", "2.5")
        return {"quality": {one: self._random.choice(ratings) for one in ("technological", "temporal", "geographical")}}

    def named(self, en: str, zh: str) -> str:
        """A name in the language that the submission is in."""
        return zh if self.zh else en


def uuid(random: Random) -> str:
    """A UUID, version 4, that is drawn like all the rest."""
    digits = f"{random.getrandbits(128):032x}"
    variant = "89ab"[int(digits[16], 16) % 4]
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:]}"
