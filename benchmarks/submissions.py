"""Generated submissions: footprints of PACT 3 with an inventory, as realistic as their figures are consistent.

    python -m benchmarks.submissions [COUNT] [--kilobytes 5|10] [--seed SEED] [--broken SHARE] > documents.ndjson

The thirty rules of `thirty.pcr` hold on each of them; of those that are to be broken each breaks one, in turn. The same
seed makes the same documents.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.breaches import BREACHES, Draft
from benchmarks.inventories import Maker, Members, Process, Style, printed, uuid
from benchmarks.submission_texts import (
    BOUNDARIES,
    COMMENTS,
    COMPANIES,
    PLACES,
    PRODUCTS,
    REASONS,
    SOURCES,
    Product,
)

SEED = 20260301
SIZES = (5, 10)
"""Mean sizes of documents, in kB of 1000 bytes."""
_STYLES = {
    5: Style((1, 2), told=0.5, flows=0.12, beside=0.4, sourced=0.05, wordy=0.03, rated=0.1, monthly=0.05),
    10: Style((2, 3, 4), told=0.8, flows=0.45, beside=0.7, sourced=0.45, wordy=0.15, rated=0.22, monthly=0.22),
}
_PERIODS = (
    ("2024-01-01", "2025-01-01"), ("2025-01-01", "2026-01-01"), ("2024-04-01", "2025-04-01"),
    ("2024-07-01", "2025-07-01"),
)  # fmt: skip
_LEAST_PRIMARY_SHARE = 2
"""In percent. A number to 1 may be taken for a fraction, so nobody prints one."""


@dataclass(frozen=True, slots=True)
class Generated:
    """A document, as bytes of JSON on one line, and the rule that it breaks."""

    data: bytes
    breaks: str | None


def documents(count: int, kilobytes: int = 10, seed: int = SEED, broken: float = 0.0) -> list[Generated]:
    """So many documents of that mean size, of which about that share breaks a rule each."""
    return list(_documents(count, kilobytes, seed, broken))


def ndjson(generated: Sequence[Generated]) -> bytes:
    """The documents, one on each line."""
    return b"".join(one.data + b"\n" for one in generated)


def _documents(count: int, kilobytes: int, seed: int, broken: float) -> Iterator[Generated]:
    random = Random(seed)  # noqa: S311 - documents to measure with, and nothing to guard
    rules = list(BREACHES)
    due, number = 0.0, 0
    for _ in range(count):
        due += broken
        if due < 1 - 1e-9:
            yield Generated(_written(_draft(random, kilobytes)), None)
            continue
        due -= 1
        rule = rules[number % len(rules)]
        number += 1
        draft = _draft(random, kilobytes)
        while not BREACHES[rule](draft, random):  # it has nothing in it that could break this rule
            draft = _draft(random, kilobytes)
        yield Generated(_written(draft), rule)


def _draft(random: Random, kilobytes: int) -> Draft:
    """A document of which all figures follow from its inventory."""
    draft = _drawn(random, _STYLES[kilobytes])
    while float(draft.primary_share) < _LEAST_PRIMARY_SHARE:
        draft = _drawn(random, _STYLES[kilobytes])
    return draft


def _drawn(random: Random, style: Style) -> Draft:
    product = random.choice(PRODUCTS)
    country, place = random.choice(PLACES)
    start, end = (f"{day}T00:00:00Z" for day in random.choice(_PERIODS))
    maker = Maker(random, place, (start, end), style)
    processes = maker.chain(product, random.choice(style.processes))
    pcf = _unit(random, product) | {
        "referencePeriodStart": start, "referencePeriodEnd": end,
        **({"geographyCountry": country} if random.random() < 0.5 else {"geographyCountrySubdivision": place}),
    }  # fmt: skip
    if random.random() < style.told:
        pcf["boundaryProcessesDescription"] = maker.named(BOUNDARIES[1], BOUNDARIES[0])
    inventory = _inventory(random, product, maker, processes, style)
    draft = Draft(_head(random, product, maker, end, style), pcf, processes, inventory)
    _figures(random, draft)
    _statements(random, draft, style)
    return draft


def _head(random: Random, product: Product, maker: Maker, end: str, style: Style) -> Members:
    """What stands before the footprint."""
    company, urn = random.choice(COMPANIES)
    year, last = int(end[:4]), product.steps[-1]
    day = f"{year}-{random.randrange(int(end[5:7]), 10):02d}-{random.randrange(2, 29):02d}"
    name = maker.named(last.makes_en, last.makes_zh)
    head: Members = {
        "id": uuid(random), "specVersion": "3.0.0",
        "created": f"{day}T{random.randrange(24):02d}:{random.randrange(60):02d}:{random.randrange(60):02d}Z",
        "status": "Active", "validityPeriodStart": f"{day}T00:00:00Z",
        "validityPeriodEnd": f"{year + random.randrange(1, 3)}{end[4:]}",
        "companyName": company, "companyIds": [f"urn:company:example:{urn}"],
        "productDescription": maker.named(f"{name}, {last.en.lower()}, to the gate", f"{name}，{last.zh}，至大门"),
        "productIds": [f"urn:product:example:{urn}:{random.randrange(10**6):06d}"],
        "productClassifications": [f"urn:pact:productclassification:cas:{product.cas}"],
        "productNameCompany": f"{name} {random.choice('ABCDEFGH')}{random.randrange(100, 999)}",
    }  # fmt: skip
    if random.random() < style.told / 2:
        head["comment"] = random.choice(COMMENTS)
    return head


def _unit(random: Random, product: Product) -> Members:
    """A declared unit with its mass."""
    draw = random.random()
    if draw < 0.12:
        unit, amount, mass = "cubic meter", "1", printed(product.density * 1000, 3)
    elif draw < 0.24:
        unit, amount, mass = "liter", "1000", printed(product.density * 1000, 3)
    else:
        unit, amount = "kilogram", random.choice(("1", "1000", "1000"))
        mass = "1.000" if amount == "1" else amount
    return {"declaredUnitOfMeasurement": unit, "declaredUnitAmount": amount, "productMassPerDeclaredUnit": mass}


def _inventory(random: Random, product: Product, maker: Maker, processes: Sequence[Process], style: Style) -> Members:
    """The inventory around the processes."""
    share = f"{random.uniform(0.1, 2.4):.1f}" if random.random() < style.told else "0"
    last, power = processes[-1], sum(one.power for one in processes)
    boundary: Members = {"type": "cradle_to_gate", "cutoff_basis": "emissions"}
    if share != "0":
        left_out = {"item": maker.named("Capital goods", "基础设施与设备"), "reason": random.choice(REASONS)}
        boundary["exclusions"] = [left_out | {"share": {"value": share, "unit": "%"}}]
    return {
        "product": {
            "name": last.outputs[0]["name"], "cas": product.cas, "hs": product.hs, "cpc": product.cpc,
            "purity": {"value": random.choice(("99.95", "99.9", "99.5", "98.7")), "unit": "%"},
        },
        "boundary": boundary,
        "characterisation": {"set": "AR6", "horizon": "100"},
        "reference_flow": {"process": last.head["id"], "output": "product", "amount": "1", "unit": "t"},
        "category": {"purchased_power": {"value": printed(power / 1000, 5), "unit": "t CO2e"}},
    }  # fmt: skip


def _figures(random: Random, draft: Draft) -> None:
    """The declared figures, each rounded for itself, as somebody prints them."""
    pcf, last = draft.pcf, draft.processes[-1]
    total = sum(one.emitted for one in draft.processes)
    fossil = total * last.portion / last.made * float(str(pcf["productMassPerDeclaredUnit"]))
    places = random.choice((3, 4)) if fossil < 50 else random.choice((1, 1, 2))
    parts: dict[str, float] = {"fossilGhgEmissions": fossil}
    for name, chance, portion in (
        ("landUseChangeGhgEmissions", 0.5, 0.012), ("landManagementBiogenicCO2Emissions", 0.2, 0.006),
        ("biogenicNonCO2Emissions", 0.45, 0.004), ("technologicalCO2Removals", 0.1, -0.02),
    ):  # fmt: skip
        if random.random() < chance:
            parts[name] = fossil * portion * random.uniform(0.4, 2)
    uptake = -fossil * random.uniform(0.002, 0.05) if random.random() < 0.4 else 0.0
    whole = sum(parts.values())
    pcf |= {
        "pcfExcludingBiogenicUptake": f"{whole:.{places}f}",
        "pcfIncludingBiogenicUptake": f"{whole + uptake:.{places}f}",
        **{name: f"{value:.{places + random.choice((0, 0, 0, 1))}f}" for name, value in parts.items()},
    }  # fmt: skip
    if uptake:
        pcf["biogenicCO2Uptake"] = f"{uptake:.{places}f}"
    if random.random() < 0.3:
        pcf["aircraftGhgEmissions"] = f"{fossil * 0.003 * random.random():.{places}f}"
    packaged = random.random() < 0.35
    pcf["packagingEmissionsIncluded"] = packaged
    if packaged:
        pcf["packagingGhgEmissions"] = f"{fossil * 0.01 * random.random():.{places}f}"
    pcf["ccsTechnologicalCO2CaptureIncluded"] = "technologicalCO2Removals" in parts
    carbon = float(str(draft.content(last.outputs[0]))) / 100 * float(str(pcf["productMassPerDeclaredUnit"]))
    pcf["fossilCarbonContent"] = printed(carbon, 4)
    _stages(draft, whole, total, places)
    measured = sum(one.measured for one in draft.processes)
    draft.primary_share = f"{measured / total * 100:.1f}"


def _stages(draft: Draft, whole: float, total: float, places: int) -> None:
    """The result by life cycle stage."""
    by_stage: dict[str, float] = {}
    for one in draft.processes:
        stage = str(one.head["stage"])
        by_stage[stage] = by_stage.get(stage, 0.0) + one.emitted
    draft.inventory["stage_results"] = [
        {
            "stage": stage, "emission": {"value": f"{whole * emitted / total:.{places}f}", "unit": "kg CO2e"},
            "share": {"value": f"{emitted / total * 100:.1f}", "unit": "%"},
        }
        for stage, emitted in by_stage.items()
    ]  # fmt: skip


def _statements(random: Random, draft: Draft, style: Style) -> None:
    """What is told of how the figures were made."""
    pcf, exclusions = draft.pcf, draft.exclusions()
    share = draft.share(exclusions[0]) if exclusions else "0"
    pcf |= {
        "ipccCharacterizationFactors": ["AR6"] if random.random() < 0.85 else ["AR6", "AR5"],
        "crossSectoralStandards": random.choice((["ISO14067", "PACT-3.0"], ["PACT-3.0"], ["GB/T 24067", "PACT-3.0"])),
        "exemptedEmissionsPercent": share,
    }
    if exclusions:
        pcf["exemptedEmissionsDescription"] = exclusions[0]["reason"]
    if draft.processes[-1].shares:
        pcf["allocationRulesDescription"] = random.choice(("By mass over all products", "按质量在全部产品间分配"))
    sources = random.sample(SOURCES, random.choice((1, 2)))
    pcf["secondaryEmissionFactorSources"] = [{"name": name, "version": version} for name, version in sources]
    pcf["primaryDataShare"] = draft.primary_share
    if random.random() < style.told:
        ratings = ("technologicalDQR", "geographicalDQR", "temporalDQR")
        pcf["dqi"] = {name: f"{random.uniform(1.05, 2.6):.2f}" for name in ratings}


def _written(draft: Draft) -> bytes:
    return json.dumps(draft.members(), ensure_ascii=False, separators=(",", ":")).encode()


def main() -> None:
    """Write documents to standard output."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", nargs="?", type=int, default=1000)
    parser.add_argument("--kilobytes", type=int, choices=SIZES, default=10)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--broken", type=float, default=0.0)
    asked = parser.parse_args()
    sys.stdout.buffer.write(ndjson(documents(asked.count, asked.kilobytes, asked.seed, asked.broken)))


if __name__ == "__main__":
    main()
