"""The breaches of generated submissions: for each of the thirty rules, one change that breaks it and no other.

A breach answers whether the draft has what it changes; a draft that has not is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from benchmarks.inventories import Members, Process, printed


@dataclass(slots=True)
class Draft:
    """A submission that is being made."""

    head: Members
    pcf: Members
    processes: list[Process]
    inventory: Members
    primary_share: str = ""

    def members(self) -> Members:
        """The submission as an object of JSON."""
        inventory = dict(self.inventory)
        electricity = [told for one in self.processes for told in one.electricity]
        inventory |= {"processes": [one.members() for one in self.processes], "electricity": electricity}
        extension = {
            "specVersion": "2.0.0", "dataSchema": "https://example.org/footrule/inventory/1/schema.json",
            "data": {"inventory": inventory},
        }  # fmt: skip
        return {**self.head, "pcf": self.pcf, "extensions": [extension]}

    def exclusions(self) -> list[Members]:
        """What is left out."""
        boundary = self.inventory["boundary"]
        assert isinstance(boundary, dict)
        found = boundary.get("exclusions", [])
        assert isinstance(found, list)
        return found

    @staticmethod
    def share(members: Members) -> str:
        """The number of a share."""
        return _value(members, "share")

    @staticmethod
    def content(members: Members) -> str:
        """The number of a carbon content."""
        return _value(members, "carbon_content")


Breach = Callable[[Draft, Random], bool]


def _value(members: Members, name: str) -> str:
    measured = members[name]
    assert isinstance(measured, dict)
    return str(measured["value"])


def _scaled(members: Members, name: str, by: float) -> bool:
    """Scale a number, plain or with its unit, keeping its digits; answers whether it is there."""
    found = members.get(name)
    if isinstance(found, dict):
        return _scaled(found, "value", by)
    if not isinstance(found, str):
        return False
    digits = len(found.replace(".", "").replace("-", "").lstrip("0"))
    members[name] = printed(float(found) * by, max(digits, 3))
    return True


def _of_processes(members: str, **having: str) -> Callable[[Draft], Iterator[Members]]:
    """The flows of a draft that have such codes; `members` says whether inputs, outputs or another list."""

    def found(draft: Draft) -> Iterator[Members]:
        for process in draft.processes:
            for one in getattr(process, members):
                if all(one.get(name) == value for name, value in having.items()):
                    yield one

    return found


_INPUTS = _of_processes("inputs")


def _some(found: Callable[[Draft], Iterator[Members]], change: Callable[[Members], bool]) -> Breach:
    """Changes one of what is found."""

    def breach(draft: Draft, random: Random) -> bool:
        candidates = list(found(draft))
        return bool(candidates) and change(random.choice(candidates))

    return breach


def _set(name: str, value: object) -> Callable[[Members], bool]:
    def change(members: Members) -> bool:
        members[name] = value
        return True

    return change


def _without(name: str) -> Callable[[Members], bool]:
    return lambda members: members.pop(name, None) is not None


def _times(name: str, by: float) -> Callable[[Members], bool]:
    return lambda members: _scaled(members, name, by)


def _head(change: Callable[[Members], bool]) -> Breach:
    return lambda draft, _: change(draft.head)


def _pcf(change: Callable[[Members], bool]) -> Breach:
    return lambda draft, _: change(draft.pcf)


def _inventory(change: Callable[[Members], bool]) -> Breach:
    return lambda draft, _: change(draft.inventory)


def _process(change: Callable[[Members], bool]) -> Breach:
    return lambda draft, random: change(random.choice(draft.processes).head)


def _certificate(draft: Draft, random: Random) -> bool:
    """A certificate loses its serial number."""
    found = [one["instrument"] for one in _of_processes("electricity", approach="supplier")(draft)]
    if not found:
        return False
    instrument = random.choice(found)
    assert isinstance(instrument, dict)
    return instrument.pop("serial", None) is not None


def _input_of_nothing(draft: Draft, random: Random) -> bool:
    """An input whose amount is zero is added: the sums stay what they are."""
    inputs = random.choice(draft.processes).inputs
    inputs.append({
        "id": "nitrogen", "name": "Nitrogen", "kind": "material", "amount": "0", "unit": "t", "primary_activity": True,
        "from": {"value": "0.0651", "unit": "kg CO2e/kg", "set": "AR6", "year": "2024", "geography": "GLO"},
    })  # fmt: skip
    return True


def _rating(draft: Draft, random: Random) -> bool:
    """A rating lies outside of the scale."""
    rated = [one["quality"] for one in _INPUTS(draft) if "quality" in one]
    if not rated:
        return False
    quality = random.choice(rated)
    assert isinstance(quality, dict)
    quality["temporal"] = random.choice(("6", "5.5", "0.5"))
    return True


def _part_of_footprint(draft: Draft, _: Random) -> bool:
    """Land use change is a twentieth of the whole higher than the sum knows."""
    whole = draft.pcf["pcfExcludingBiogenicUptake"]
    before = float(str(draft.pcf.get("landUseChangeGhgEmissions", "0")))
    draft.pcf["landUseChangeGhgEmissions"] = _to_places(before + float(str(whole)) / 20, like=whole)
    return True


def _aircraft(draft: Draft, _: Random) -> bool:
    """Aircraft emit more than all that is fossil."""
    draft.pcf["aircraftGhgEmissions"] = printed(float(str(draft.pcf["fossilGhgEmissions"])) * 1.1, 5)
    return True


def _largest_stage(draft: Draft, _: Random) -> bool:
    """The stage that emits most is told with a tenth more."""
    stages = draft.inventory["stage_results"]
    assert isinstance(stages, list)
    return _scaled(max(stages, key=lambda one: float(_value(one, "emission"))), "emission", 1.1)


_PARTS = (
    "fossilGhgEmissions", "landUseChangeGhgEmissions", "landManagementBiogenicCO2Emissions", "biogenicNonCO2Emissions",
    "technologicalCO2Removals",
)  # fmt: skip


def _declared_figures(draft: Draft, _: Random) -> bool:
    """All declared figures are a tenth higher: they agree with one another, and not with the inventory."""
    pcf = draft.pcf
    for name in (*_PARTS, "biogenicCO2Uptake"):
        if name in pcf:
            pcf[name] = _to_places(float(str(pcf[name])) * 1.1, like=pcf[name])
    whole = sum(float(str(pcf.get(name, "0"))) for name in _PARTS)
    name, with_uptake = "pcfExcludingBiogenicUptake", "pcfIncludingBiogenicUptake"
    pcf[name] = _to_places(whole, like=pcf[name])
    uptake = float(str(pcf.get("biogenicCO2Uptake", "0")))
    pcf[with_uptake] = _to_places(float(str(pcf[name])) + uptake, like=pcf[with_uptake])
    stages = draft.inventory["stage_results"]
    assert isinstance(stages, list)
    return all(_scaled(one, "emission", 1.1) for one in stages)


def _to_places(value: float, like: object) -> str:
    """A number with as many places as another one has."""
    return f"{value:.{len(str(like).partition('.')[2])}f}"


def _share(draft: Draft, random: Random) -> bool:
    """The share of another output than that of the footprint is five points higher."""
    others = [one for process in draft.processes for one in process.shares if one["output"] != "product"]
    if not others:
        return False
    share = random.choice(others)
    share["share"] = {"value": f"{float(Draft.share(share)) + 5:.2f}", "unit": "%"}
    return True


def _created_early(draft: Draft, _: Random) -> bool:
    """It was created within the period that it is of."""
    end = str(draft.pcf["referencePeriodEnd"])
    draft.head["created"] = f"{int(end[:4]) - 1}-12-01T08:00:00Z"
    return True


def _valid_too_long(draft: Draft, random: Random) -> bool:
    """It is valid for more than three years."""
    end = str(draft.pcf["referencePeriodEnd"])
    draft.head["validityPeriodEnd"] = f"{int(end[:4]) + random.choice((4, 5))}{end[4:]}"
    return True


def _later_data(draft: Draft, random: Random) -> bool:
    """The data of a process are of a year later."""
    head = random.choice(draft.processes).head
    end = str(head["period_end"])
    head["period_end"] = f"{int(end[:4]) + 1}{end[4:]}"
    return True


def _same_names(draft: Draft, _: Random) -> bool:
    """The last process is called as the first."""
    draft.processes[-1].head["name"] = draft.processes[0].head["name"]
    return len(draft.processes) > 1


def _primary_share(draft: Draft, _: Random) -> bool:
    """The share of primary data is ten points off."""
    share = float(str(draft.pcf["primaryDataShare"]))
    draft.pcf["primaryDataShare"] = f"{share - 10 if share > 50 else share + 10:.1f}"
    return True


def _purchased_power(draft: Draft, _: Random) -> bool:
    """The emissions of the electricity are told a fifth higher."""
    category = draft.inventory["category"]
    assert isinstance(category, dict)
    return _scaled(category, "purchased_power", 1.2)


BREACHES: Mapping[str, Breach] = {
    "BENCH-01": _head(_without("productClassifications")),
    "BENCH-02": _head(_without("validityPeriodEnd")),
    "BENCH-03": _process(_without("geography")),
    "BENCH-04": _inventory(_without("reference_flow")),
    "BENCH-05": _pcf(_set("declaredUnitOfMeasurement", "piece")),
    "BENCH-06": _pcf(_set("ipccCharacterizationFactors", ["AR6", "AR4"])),
    "BENCH-07": _process(_set("stage", "use")),
    "BENCH-08": _some(_of_processes("inputs", kind="transport"), _set("kind", "service")),
    "BENCH-09": _pcf(_set("fossilCarbonContent", "-0.5")),
    "BENCH-10": _input_of_nothing,
    "BENCH-11": _rating,
    "BENCH-12": _part_of_footprint,
    "BENCH-13": _pcf(_times("pcfIncludingBiogenicUptake", 1.05)),
    "BENCH-14": _largest_stage,
    "BENCH-15": _aircraft,
    "BENCH-16": _some(_of_processes("monthly"), _times("amount", 1.5)),
    "BENCH-17": _some(_of_processes("electricity"), _times("energy", 1.3)),
    "BENCH-18": _declared_figures,
    "BENCH-19": _some(_of_processes("inputs", kind="fuel"), _times("carbon_content", 0.7)),
    "BENCH-20": _purchased_power,
    "BENCH-21": _some(_of_processes("inputs", kind="material"), _times("amount", 1.5)),
    "BENCH-22": _some(_of_processes("outputs", id="product"), _times("carbon_content", 0.7)),
    "BENCH-23": _share,
    "BENCH-24": _created_early,
    "BENCH-25": _valid_too_long,
    "BENCH-26": _later_data,
    "BENCH-27": _pcf(_without("exemptedEmissionsDescription")),
    "BENCH-28": _certificate,
    "BENCH-29": _same_names,
    "BENCH-30": _primary_share,
}
"""By the id of the rule that is broken."""
