"""The processes of a life-cycle package are computed like those of an inventory."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from footrule.inventory.problems import NotComputed
from footrule.measure.quantity import exact
from footrule.submission.element import Code, Element, Items, Number, Record, Text
from footrule.submission.package import Package
from footrule.submission.reported_units import KG
from tests.inventory.systems import allocating, found, result
from tests.submission.ilcd_packages import ilcd
from tests.submission.openlca_packages import openlca
from tests.submission.packages import UNIT, Files, listed, read

BY_MASS = allocating(
    "  when count(o for o in p.outputs where o.role in {main, additional}) > 1",
    "  share all: everything else among o in p.outputs where o.role in {main, additional} by o.mass",
)
PACKAGES = pytest.mark.parametrize("files", [openlca(), ilcd()], ids=["openLCA", "ILCD"])


def study(processes: tuple[Record, ...]) -> Record:
    """A footprint of one kilogram of gas."""
    flow: dict[str, Element] = {
        "process": Text("", UNIT),
        "output": Text("", "1"),
        "mass": Number("", exact(Fraction(1), KG), "1"),
    }
    fields: dict[str, Element] = {
        "processes": Items("", processes),
        "reference_flow": Record("", "reference_flow", flow, {}),
        "characterisation": Record("", "characterisation", {"set": Code("", "AR6", "AR6")}, {}),
    }
    return Record("", "product_footprint", fields, {})


def complete(package: Package) -> tuple[Record, ...]:
    """The processes without what comes from nowhere in the package."""
    return tuple(map(_supplied, package.processes))


def _supplied(one: Record) -> Record:
    inputs = tuple(flow for flow in listed(one, "inputs") if "supply" in flow.fields)
    return Record(one.pointer, one.shape, {**one.fields, "inputs": Items("", inputs)}, one.wire_names)


@PACKAGES
def test_the_chain_of_a_package_comes_to_its_figure(files: Files, tmp_path: Path) -> None:
    """All in all 410.5 kg of the works, 900 MJ of steam that itself takes gas, and 30 kg of ash, for 1000 kg."""
    steam, ash = Fraction("0.07") + Fraction("0.00001") * 27, Fraction("0.001") * 27
    of_a_tonne = (Fraction("410.5") + 900 * steam + 30 * ash) / (1 - 900 * Fraction("0.025") / 1000)
    assert result(study(complete(read(files, tmp_path))), BY_MASS) == of_a_tonne / 1000


@PACKAGES
def test_what_has_no_supply_is_told_where_it_stands(files: Files, tmp_path: Path) -> None:
    package = read(files, tmp_path)
    with pytest.raises(NotComputed) as raised:
        found(study(package.processes), BY_MASS)
    places = [one.pointer for one in raised.value.problems]
    unsupplied = [one.pointer for one in listed(package.processes[0], "inputs") if "supply" not in one.fields]
    assert places == unsupplied
    assert package.locate(places).keys() == set(places)
