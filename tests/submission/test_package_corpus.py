"""The packages of other publishers: all of them are read, and what is noticed is what a person has looked at.

The figures of the chain are those of an independent solution of the same processes (../shared/oracles, D1): read units,
gases and links wrongly, and they do not come out.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from footrule.submission.element import Code, Number, Record, Text
from footrule.submission.package import Package
from footrule.submission.read_package import read_package
from tests.submission.packages import by_id, listed, noticed, read, told
from tests.submission.test_mutated_packages import checked

pytestmark = pytest.mark.corpus

CORPUS = Path(__file__).parents[2].parent / "shared" / "data"
GOLDENS = Path(__file__).parents[1] / "golden" / "packages"
PACKAGES = {"uslci": "uslci/jsonld-petro-subset", "tiangong": "tiangong", "ilcd-samples": "ilcd-samples"}


@cache
def package(name: str) -> Package:
    found = read_package(CORPUS / PACKAGES[name])
    assert isinstance(found, Package), found
    return found


@pytest.mark.parametrize(("name", "processes"), [("uslci", 67), ("tiangong", 60), ("ilcd-samples", 1)])
def test_every_process_is_read_and_keeps_to_the_vocabulary(name: str, processes: int) -> None:
    found = package(name)
    assert (len(found.processes), len(found.sources), found.unreadable) == (processes, processes, ())
    for one in found.processes:
        checked(one)
    for fields in (("inputs", "emissions"), ("outputs",)):
        pointers = [flow.pointer for one in found.processes for field in fields for flow in listed(one, field)]
        assert len(pointers) == len(set(pointers))


def shown(found: Package) -> str:
    """What was noticed: how often each kind, and where."""
    counts = Counter(f"{one.finding.kind.id} {one.finding.kind.title}" for one in found.intake)
    lines = [f"{found.format} {found.version}: {len(found.processes)} processes, sha256 {found.sha256}", ""]
    lines += [f"{times:4} {kind}" for kind, times in sorted(counts.items())]
    lines += [f"{len(found.choices):4} open choices", ""]
    lines += [f"{one.finding.kind.id} {one.file} {one.finding.pointer or '(whole)'}" for one in found.intake]
    return "\n".join(lines)


@pytest.mark.parametrize("name", PACKAGES)
def test_what_is_noticed_is_what_was_looked_at(name: str) -> None:
    golden, text = GOLDENS / f"{name}.txt", shown(package(name)) + "\n"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        golden.write_bytes(text.encode())
    assert golden.read_bytes().decode() == text


def test_the_samples_of_the_format_have_no_findings_once_their_blanks_are_filled(tmp_path: Path) -> None:
    """They are templates: every number is 0, the unit is called name0, and both exchanges are reminders of an emission.

    Filled: two products, of one kilogram each, that share the burdens as the sample says.
    """
    files = {path.name: path.read_text(encoding="utf-8") for path in (CORPUS / "ilcd-samples").glob("*.xml")}
    flow = files["sdk_sample_flow.xml"].replace(">Elementary flow<", ">Product flow<")
    flow = re.sub(r"(?s)<common:elementaryFlowCategorization.*?</common:elementaryFlowCategorization>", "", flow)
    unit_group = files["sdk_sample_unitgroup.xml"].replace(">name0</name>", ">kg</name>")
    process = re.sub(r"<(functionType|referenceToVariable)>.*?</\1>", "", files["sdk_sample_process.xml"])
    process = process.replace("<exchangeDirection>Input<", "<exchangeDirection>Output<")
    process = re.sub(r"shortDescription(64|70)\b", "baseName0", process)
    head, mark, second = process.partition('<exchange dataSetInternalID="1">')
    other = "00000000-0000-0000-0000-000000000001"
    process = head + mark + second.replace("00000000-0000-0000-0000-000000000000", other, 1)
    files |= {"sdk_sample_flow.xml": flow, "sdk_sample_unitgroup.xml": unit_group, "sdk_sample_process.xml": process}
    files["second_flow.xml"] = flow.replace("0000-000000000000</common:UUID>", "0000-000000000001</common:UUID>")
    files = {name: re.sub(r"<(mean\w+|resultingAmount)>0<", r"<\1>1<", one) for name, one in files.items()}
    found = read(files, tmp_path)
    assert noticed(found) == []
    assert {own: told(one) for own, one in by_id(found.processes[0], "outputs").items()} == {
        "0": {"id": "0", "name": NAME, "role": "main", "mass": "1 kg"},
        "1": {"id": "1", "name": NAME, "role": "additional", "mass": "1 kg"},
    }


NAME = "baseName0; treatmentStandardsRoutes0; mixAndLocationTypes0; flowProperties0"


# The chain of the USLCI processes, added up


WARMING = {"AR4": {"CO2": 1.0, "CH4": 25.0, "N2O": 298.0}, "AR5": {"CO2": 1.0, "CH4": 28.0, "N2O": 265.0}}
LITRES_A_KILOGRAM = {
    "Diesel": 1.153, "Residual fuel oil": 1.059, "Gasoline": 1.353, "Kerosene": 1.236, "Liquefied petroleum gas": 1.84
}  # fmt: skip
CUBIC_METRES_A_KILOGRAM = {"Refinery gas": 1.356}
CHOSEN = "Petroleum refining, at refinery"
AMOUNTS = ("mass", "energy", "volume", "transport")

Output = tuple[str, str]


def amount(record: Record) -> float:
    """The amount of a flow, in the base unit of its dimension."""
    return next(float(one.quantity.value) for name in AMOUNTS if isinstance(one := record.fields.get(name), Number))


def text(record: Record, field: str) -> str:
    element = record.fields[field]
    assert isinstance(element, Text)
    return element.text


def mass(output: Record) -> float:
    """The mass of a product of the refinery, by the densities that the data set states in its comments."""
    name = text(output, "name").partition(",")[0]
    if name in LITRES_A_KILOGRAM:
        return amount(output) * 1000 / LITRES_A_KILOGRAM[name]
    return amount(output) / CUBIC_METRES_A_KILOGRAM.get(name, 1.0)


def products(process: Record) -> dict[Output, tuple[Record, float]]:
    """The products of a process with their shares, by mass; the refinery also lists its throughput as a product."""
    outputs = [
        one for one in listed(process, "outputs")
        if isinstance(role := one.fields["role"], Code) and role.code in ("main", "additional")
        and (text(one, "name") != CHOSEN)
    ]  # fmt: skip
    masses = [mass(one) if len(outputs) > 1 else 1.0 for one in outputs]
    own = text(process, "id")
    return {(own, text(one, "id")): (one, share / sum(masses)) for one, share in zip(outputs, masses, strict=True)}


def direct(process: Record, warming: dict[str, float]) -> float:
    """What a process emits itself, without biogenic carbon dioxide."""
    total = 0.0
    for emission in listed(process, "emissions"):
        gas, origin, given = (emission.fields.get(name) for name in ("gas", "origin", "amount"))
        assert isinstance(gas, Code)
        assert isinstance(given, Number)
        if gas.code != "CO2" or not isinstance(origin, Code) or origin.code == "fossil":
            total += warming.get(gas.code, 0.0) * float(given.quantity.value)
    return total


def supplied(process: Record, chosen: dict[Output, Output]) -> Iterator[tuple[Output, float]]:
    """What supplies a process, and how much; what is cut off, and what the subset lacks, is nothing."""
    for one in listed(process, "inputs"):
        supply = one.fields.get("supply")
        if isinstance(supply, Record):
            yield (text(supply, "process"), text(supply, "output")), amount(one)
        elif (place := (text(process, "id"), text(one, "id"))) in chosen:
            yield chosen[place], amount(one)


def footprints(warming: dict[str, float]) -> dict[str, float]:
    """The footprint of a base unit of every product, by its name."""
    found = package("uslci")
    names = {source.uuid: source.name for source in found.sources}
    chosen = {
        (one.process, one.input): next(provider for provider in one.providers if names[provider[0]] == CHOSEN)
        for one in found.choices
    }
    rows = []
    for process in found.processes:
        own, inputs = direct(process, warming), list(supplied(process, chosen))
        rows += [(place, one, share / amount(one), own, inputs) for place, (one, share) in products(process).items()]
    values = {place: 0.0 for place, *_ in rows}
    for _ in range(200):
        values = {
            place: scale * (own + sum(values[supplier] * much for supplier, much in inputs))
            for place, _, scale, own, inputs in rows
        }
    return {text(one, "name").strip(): values[place] for place, one, *_ in rows}


@pytest.mark.parametrize(
    ("name", "ar4", "ar5"),
    [
        ("Ethylene, at plant", 1.5362, 1.5839),
        ("Propylene, at plant", 0.9995, 1.0206),
        ("Methanol, at plant", 1.2638, 1.2930),
        ("Polyethylene, high density, resin, at plant", 1.7569, 1.8061),
        ("Chlorine, production mix, at plant", 0.9460, 0.9530),
        ("Sodium hydroxide, production mix, at plant", 0.9460, 0.9530),
        ("Crude oil, extracted", 0.2504, 0.2675),
    ],
)
def test_the_chain_comes_to_the_figures_that_others_computed(name: str, ar4: float, ar5: float) -> None:
    found = {report: cached_footprints(report)[name] for report in WARMING}
    assert found == pytest.approx({"AR4": ar4, "AR5": ar5}, abs=5e-5)


@cache
def cached_footprints(report: str) -> dict[str, float]:
    return footprints(WARMING[report])
