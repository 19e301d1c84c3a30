"""The tables beside the documents that they are from, where those lie in ../shared/data.

A `verified` row claims that its figure was read in the primary document: it is read there again, by the place that the
row names. The characterisation factors are compared with the list that they were transcribed from.
"""

from __future__ import annotations

import csv
import re
from fractions import Fraction
from functools import cache
from xml.etree import ElementTree

import pytest

from footrule.factors.database import Factors
from footrule.factors.factor import Factor, Status
from tests.conftest import CORPUS
from tests.factors.spreadsheet import Cells, rows_of_sheet

pytestmark = pytest.mark.corpus

ROWS = {one.id: one for one in Factors().every()}
VERIFIED = [one for one in ROWS.values() if one.status is Status.VERIFIED]

BRITISH = CORPUS / "defra" / "uk-conversion-factors-2025-flat-file.xlsx"
UNITS_IN_THE_FLAT_FILE = {
    "tonnes": "kg CO2e/t",
    "litres": "kg CO2e/L",
    "kWh": "kg CO2e/kWh",
    "kWh (Net CV)": "kg CO2e/kWh",
    "tonne.km": "kg CO2e/tkm",
}
PROCESS_EMISSIONS = CORPUS / "stoichiometry" / "data" / "extra_inputs" / "Direct process emissions.xlsx"


def of_table(prefix: str) -> list[Factor]:
    """The verified rows whose ids begin so."""
    found = [one for one in VERIFIED if one.id.startswith(prefix)]
    assert found, f"no verified rows of {prefix}"
    return found


def test_every_verified_row_is_of_a_document_that_lies_here() -> None:
    checked = {one.id for prefix in ("uk2025.", "found.tiangong.", "found.cthru.") for one in of_table(prefix)}
    assert {one.id for one in VERIFIED} == checked


# The British flat file


@cache
def flat_file() -> dict[str, Cells]:
    """The rows of the flat file by their ids."""
    rows = {row["A"]: row for row in rows_of_sheet(BRITISH, "Factors by Category") if "J" in row and "A" in row}
    assert rows.pop("ID")["J"] == "GHG Conversion Factor 2025"
    return rows


def shown(number: str) -> str:
    """A number of the flat file, which holds doubles, as a spreadsheet shows it."""
    return f"{float(number):.14g}"


def test_a_british_factor_is_the_figure_of_the_row_that_it_names() -> None:
    for one in of_table("uk2025."):
        row = flat_file()[one.source.page.removeprefix("row ")]
        assert shown(row["J"]) == shown(one.value.text), one.id
        assert row["I"] == "kg CO2e", one.id
        assert UNITS_IN_THE_FLAT_FILE[row["H"]] == str(one.unit), one.id
        assert row["C"].replace("- ", ": ") == one.source.table, one.id


def test_the_gases_of_a_british_factor_are_those_of_the_rows_beside_it() -> None:
    with_parts = [one for one in of_table("uk2025.") if one.parts]
    assert len(with_parts) > 100
    for one in with_parts:
        stem = one.source.page.removeprefix("row ").removesuffix("1")
        beside = [flat_file()[f"{stem}{number}"] for number in (2, 3, 4)]
        gases = [re.sub(r"kg CO2e of (\w+) per unit", r"\1", row["I"]) for row in beside]
        figures = {gas: shown(row["J"]) for gas, row in zip(gases, beside, strict=True)}
        assert {gas: f"{float(part):.14g}" for gas, part in one.parts} == figures, one.id


# Other data sets


def test_a_value_of_tiangong_is_an_amount_of_the_process_that_is_named() -> None:
    for one in of_table("found.tiangong."):
        uuid = one.source.table.removeprefix("process ")
        process = ElementTree.parse(CORPUS / "tiangong" / "processes" / f"{uuid}.xml")
        amounts = {Fraction(text) for node in process.iter() if node.tag.endswith("meanAmount") and (text := node.text)}
        assert one.value.value in amounts, one.id


def test_a_value_of_c_thru_is_the_rounded_one_of_its_sheet() -> None:
    sheet = list(rows_of_sheet(PROCESS_EMISSIONS, "Process emissions"))
    for one in of_table("found.cthru."):
        found = [Fraction(row["M"]) for row in sheet if re.fullmatch(r"[\d.E-]+", row.get("M", ""))]
        assert any(abs(value - one.value.value) <= one.value.half_place for value in found), one.id
        exact = re.search(r"rounded from (\d\.\d+)", one.note)
        assert exact is not None
        assert any(abs(value - Fraction(exact[1])) <= Fraction(1, 20_000) for value in found), one.id


# Characterisation factors


COLUMNS = {"AR4": "AR4GWP100", "AR5": "AR5GWP100", "AR5-feedback": "AR5CCFGWP100", "AR6": "AR6GWP100"}


def species(gas: str) -> str:
    """A gas as both spell it: without hyphens, in one case."""
    return gas.replace("-", "").casefold()


def test_a_characterisation_factor_is_the_figure_of_the_list() -> None:
    """But for what the list does not have: the split of methane, and the corrected SF6."""
    path = CORPUS / "gwp" / "globalwarmingpotentials.csv"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    listed = {species(row["Species"]): row for row in csv.DictReader(lines)}
    compared = 0
    for one in ROWS.values():
        figure = listed.get(species(one.gas), {}).get(COLUMNS.get(one.gwp_set, ""), "")
        if one.table == "ipcc-gwp" and one.origin == "" and figure and one.id != "gwp100.ar6.sf6":
            compared += 1
            assert one.value.value == Fraction(figure), (one.id, figure)
    assert compared > 250
