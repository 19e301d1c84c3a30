"""The petrochemical chains of USLCI, recomputed by the engine whole: others came to the same figures."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest

from footrule.factors.characterisation import Characterisation
from footrule.factors.database import shipped_factors
from footrule.inventory.of_package import of_package, processes_called, products_of
from footrule.inventory.problems import name_of
from footrule.inventory.recompute import recompute
from footrule.inventory.records import code_of, records_in
from footrule.inventory.totals import positions
from footrule.model.standard import Standard
from footrule.submission.element import Items, Record
from footrule.submission.package import Package
from footrule.submission.read_package import read_package
from tests.house.checkout import ROOT
from tests.language.blocks import HEAD, checked_text

pytestmark = pytest.mark.corpus

COUNTED = Characterisation(shipped_factors())
REFINERY = "Petroleum refining, at refinery"
BY_DENSITY = """
allocate T-1 "Products of a refinery by mass, at the densities in its comments" zh "炼厂产品按质量"
  cite doc "1"
  on each p in processes
  when count(o for o in p.outputs where o.role in {main, additional, energy}) > 1
  share all: everything else among o in p.outputs where o.role in {main, additional} and not (o.name = "REFINERY")
    by (if o.mass is given then o.mass else
        if o.name starts with "Diesel" then o.volume * 1 kg / 1.153 L else
        if o.name starts with "Residual" then o.volume * 1 kg / 1.059 L else
        if o.name starts with "Gasoline" then o.volume * 1 kg / 1.353 L else
        if o.name starts with "Kerosene" then o.volume * 1 kg / 1.236 L else
        if o.name starts with "Liquefied" then o.volume * 1 kg / 1.84 L else
        o.volume * 1 kg / 1.356 m3)
""".replace("REFINERY", REFINERY)


@cache
def chain() -> Package:
    found = read_package(ROOT.parent / "shared" / "data" / "uslci" / "jsonld-petro-subset")
    assert isinstance(found, Package)
    return replace(found, processes=tuple(map(of_three_gases, found.processes)))


def of_three_gases(process: Record) -> Record:
    """The process as those others read it: CO2, CH4 and N2O alone, and methane of an origin that is not told."""
    kept = [
        replace(one, fields={name: told for name, told in one.fields.items() if name != "origin" or gas != "CH4"})
        for one in records_in(process, "emissions")
        if (gas := code_of(one, "gas")) in {"CO2", "CH4", "N2O"}
    ]
    return replace(process, fields={**process.fields, "emissions": Items("", tuple(kept))})


@cache
def by_density() -> Standard:
    standard, diagnostics = checked_text(HEAD + BY_DENSITY)
    assert standard is not None, diagnostics
    return standard


def footprint(product: str, gwp_set: str, standard: Standard) -> Fraction:
    process, output = maker_of(product)
    one = of_package(chain(), process, output, gwp_set, COUNTED, providers=[REFINERY], complete=False)
    found = recompute(standard, one.footprint, None, shipped_factors(), with_alternatives=False)
    return positions(found.footprint.contributions).excluding_biogenic_uptake


def maker_of(product: str) -> tuple[Record, Record]:
    """The process called like its product, else the one that has it among its products; and that output."""
    for process in processes_called(chain(), product):
        return process, products_of(process)[0]
    ((process, output),) = [
        (process, one) for process in chain().processes for one in products_of(process) if name_of(one) == product
    ]
    return process, output


@pytest.mark.parametrize(
    ("product", "ar4", "ar5", "ar6"),
    [
        ("Ethylene, at plant", 1.5362, 1.5839, 1.5824),
        ("Propylene, at plant", 0.9995, 1.0206, 1.0199),
        ("Methanol, at plant", 1.2638, 1.2930, 1.2921),
        ("Polyethylene, high density, resin, at plant", 1.7569, 1.8061, 1.8046),
        ("Chlorine, production mix, at plant", 0.9460, 0.9530, 0.9530),
        ("Sodium hydroxide, production mix, at plant", 0.9460, 0.9530, 0.9530),
        ("Crude oil, extracted", 0.2504, 0.2675, 0.2669),
    ],
)
def test_a_product_comes_to_the_figure_that_others_computed(product: str, ar4: float, ar5: float, ar6: float) -> None:
    """Scipy's sparse LU and bw2calc on the same unit processes; CH4 at 25, 28 and 27.9, as its origin is not told.

    Caustic soda leaves the cells with the chlorine: by mass, a kilogram of each bears the same.
    """
    found = [float(footprint(product, gwp_set, by_density())) for gwp_set in ("AR4", "AR5", "AR6")]
    assert found == pytest.approx([ar4, ar5, ar6], abs=6e-5)
