"""Which flows are greenhouse gases: the gases of the characterisation tables that ship, by every name they go by."""

from __future__ import annotations

import csv

import pytest

from footrule.submission.greenhouse_gases import (
    CAS_NUMBERS,
    contradiction,
    gas_by_name,
    gas_by_substance,
    origin_of,
)
from footrule.submission.vocabulary import code_name
from tests.house.checkout import ROOT


def characterised() -> dict[str, str]:
    """The gases of the table of warming potentials, by their CAS numbers."""
    lines = (ROOT / "factors" / "ipcc-gwp.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {row["cas"]: row["gas"] for row in rows if row["cas"] and row["gas"]}


def test_the_gases_are_those_that_have_a_warming_potential() -> None:
    assert dict(CAS_NUMBERS) == characterised()


@pytest.mark.parametrize(
    ("name", "gas"),
    [
        ("Carbon dioxide, fossil ", "CO2"),
        ("carbon dioxide (biogenic-100yr)", "CO2"),
        ("Carbon dioxide, in air", "CO2"),
        ("二氧化碳（化石源）", "CO2"),
        ("Carbon monoxide, fossil", None),
        ("Methane", "CH4"),
        ("Methane, from soil or biomass stock", "CH4"),
        ("Methane, chlorodifluoro-, HCFC-22", "HCFC-22"),
        ("Methane, bromo-, Halon 1001", "CH3Br"),
        ("Methane, tetrafluoro-, CFC-14", "CF4"),
        ("Methane, dichloro-", None),
        ("Methanol", None),
        ("Dinitrogen monoxide", "N2O"),
        ("nitrous oxide", "N2O"),
        ("Nitrogen oxides", None),
        ("Ethane, 1,1,1,2-tetrafluoro-, HFC-134a", "HFC-134a"),
        ("Ethane, 1,1-difluoro-, HFC-152a", "HFC-152a"),
        ("Ethane, hexafluoro-, HFC-116", "C2F6"),
        ("HFC-43-10mee", "HFC-43-10mee"),
        ("R-134a", "HFC-134a"),
        ("R-22", "HCFC-22"),
        ("refrigerant R-410A", "R-410A"),
        ("HFC-1234yf", "HFC-1234yf"),
        ("hydrofluorocarbons, unspecified", "HFCs"),
        ("Sulfur hexafluoride", "SF6"),
        ("六氟化硫", "SF6"),
        ("Radium-226/kg", None),
        ("Particulates, < 10 um", None),
        ("", None),
    ],
)
def test_a_name_names_a_gas(name: str, gas: str | None) -> None:
    assert gas_by_name(name) == gas


def test_a_gas_has_a_code_of_the_language() -> None:
    assert code_name(gas_by_name("HFC-134a") or "") == "HFC_134a"


@pytest.mark.parametrize(
    ("cas", "formula", "gas"),
    [
        ("000124-38-9", None, "CO2"),
        ("10024-97-2", "NOx", "N2O"),
        (None, "CH4", "CH4"),
        (None, " N2O ", "N2O"),
        ("7732-18-5", "CO2", None),
        (None, "CH4 (predominant component)", None),
        (None, None, None),
    ],
)
def test_a_number_decides_before_a_formula(cas: str | None, formula: str | None, gas: str | None) -> None:
    assert gas_by_substance(cas, formula) == gas


@pytest.mark.parametrize(
    ("texts", "origin"),
    [
        (["Carbon dioxide, fossil"], "fossil"),
        (["Methane, non-fossil"], "biogenic"),
        (["methane (biogenic)"], "biogenic"),
        (["Carbon dioxide, from soil or biomass stock"], "land_use"),
        (["carbon dioxide (land use change)"], "land_use"),
        (["Carbon dioxide"], None),
        (["甲烷（生物源）"], "biogenic"),
        (["Carbon dioxide", "Emissions to air, fossil"], "fossil"),
    ],
)
def test_names_and_categories_tell_the_origin(texts: list[str], origin: str | None) -> None:
    assert origin_of(texts) == origin


@pytest.mark.parametrize(
    ("gas", "called", "labels", "said"),
    [
        ("N2O", "nitrous oxide", ["NOx"], "NOx"),
        ("N2O", "", ["nitrogen oxide"], "nitrogen oxide"),
        ("N2O", "", ["氮氧化物"], "氮氧化物"),
        ("N2O", "", ["NOx of the furnace, measured"], "NOx of the furnace, measured"),
        ("N2O", "", ["N2O, a part of the NOx"], None),
        ("N2O", "nitrous oxide", ["N2O", "from the furnace"], None),
        ("N2O", "Nitrogen oxides", [], "Nitrogen oxides"),
        ("CO2", "carbon dioxide (fossil)", ["CO2"], None),
        ("CO2", "", ["carbon monoxide"], "carbon monoxide"),
        ("CO2", "", ["from HFC-23 that is burnt"], None),
        ("CO2", "", ["HFC-23"], "HFC-23"),
        ("CH4", "", ["This comes from carbon monoxide emissions"], None),
        (None, "carbon monoxide", ["CO"], None),
        (None, "carbon monoxide", ["CO2"], "CO2"),
        (None, "", [], None),
    ],
)
def test_what_stands_beside_a_gas_may_contradict_it(
    gas: str | None, called: str, labels: list[str], said: str | None
) -> None:
    assert contradiction(gas, called, labels) == said
