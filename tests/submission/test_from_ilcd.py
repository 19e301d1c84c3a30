"""ILCD packages become processes of the vocabulary, and what is wrong with them is said where it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from footrule.submission.element import Items, Number, Record
from footrule.submission.intake import Unreadable
from footrule.submission.read_package import read_package
from tests.submission.ilcd_packages import ilcd, ilcd_exchange
from tests.submission.packages import (
    BOILER,
    COAL,
    ENERGIES,
    ENERGY,
    LANDFILL,
    MASS,
    SO2,
    UNIT,
    Files,
    by_id,
    listed,
    noticed,
    process,
    read,
    told,
    uuid,
    write,
)

UNIT_FILE = f"ILCD/processes/{UNIT}.xml"
EXCHANGES = "/processDataSet/exchanges"
ALLOCATED = '<allocations><allocation internalReferenceToCoProduct="1" allocatedFraction="{}"/></allocations>'


# The positive control


def test_a_whole_package_is_read_without_a_finding(tmp_path: Path) -> None:
    package = read(ilcd(), tmp_path)
    assert (noticed(package), package.unreadable, package.choices) == ([], (), ())
    assert (package.format, package.version) == ("ILCD", "1.1")
    assert [source.uuid for source in package.sources] == [UNIT, BOILER, LANDFILL]
    first = package.sources[0]
    assert (first.name, first.file) == ("Gas works; at works", UNIT_FILE)
    assert (first.resources, first.other_elementary) == (1, 1)


def test_a_process_says_what_the_package_says(tmp_path: Path) -> None:
    unit = process(read(ilcd(), tmp_path))
    assert told(unit)["allocation"] == "method=physical basis=mass justification=Allocation - mass factors=2"
    assert {own: told(one) for own, one in by_id(unit, "outputs").items()} == {
        "1": {
            "id": "1", "name": "Gas, at works", "role": "main", "mass": "800 kg", "volume": "1000 m3",
            "lower_heating_value": "50 MJ/kg", "lower_heating_value_by_volume": "40 MJ/m3",
        },
        "2": {"id": "2", "name": "Tar, at works", "role": "additional", "mass": "200 kg"},
        "6": {"id": "6", "name": "Ash, to landfill", "role": "waste", "mass": "30 kg", "destination": LANDFILL},
    }  # fmt: skip
    inputs = {own: told(one) for own, one in by_id(unit, "inputs").items()}
    assert inputs["3"] == {
        "id": "3", "name": "Coal, at mine", "mass": "1500 kg", "lower_heating_value": "25 MJ/kg",
        "primary_activity": "True",
    }  # fmt: skip
    assert inputs["4"]["supply"] == f"kind=process process={BOILER} output=1"
    assert inputs["5"] == {"id": "5", "name": "Electricity, medium voltage", "kind": "electricity", "energy": "360 MJ"}
    assert (inputs["6"]["kind"], inputs["6"]["supply"]) == (
        "waste_treatment", f"kind=process process={LANDFILL} output=1"
    )  # fmt: skip
    (emission,) = listed(unit, "emissions")
    assert told(emission) == {"id": "7", "gas": "CO2", "origin": "fossil", "amount": "410.5 kg"}


def test_fractions_that_are_the_same_for_every_exchange_are_said_once(tmp_path: Path) -> None:
    allocation = process(read(ilcd(), tmp_path)).fields["allocation"]
    assert isinstance(allocation, Record)
    factors = allocation.fields["factors"]
    assert isinstance(factors, Items)
    assert [told(one) for one in factors.elements if isinstance(one, Record)] == [
        {"output": "1", "share": "80 %"},
        {"output": "2", "share": "20 %"},
    ]


def test_numbers_keep_their_print_and_elements_their_places(tmp_path: Path) -> None:
    package = read(ilcd(), tmp_path)
    (emission,) = listed(process(package), "emissions")
    amount = emission.fields["amount"]
    assert isinstance(amount, Number)
    assert (amount.as_printed, amount.pointer) == ("410.50", f"{UNIT_FILE}#{EXCHANGES}/exchange[7]/resultingAmount")
    absent = f"{UNIT_FILE}#{EXCHANGES}/exchange[99]/meanAmount"
    places = package.locate([amount.pointer, absent, f"{UNIT_FILE}#/elsewhere"])
    lines = (tmp_path / UNIT_FILE).read_text(encoding="utf-8").splitlines()
    place = places[amount.pointer]
    assert lines[place.line - 1][place.column - 1 :].startswith("<resultingAmount>410.50")
    assert lines[places[absent].line - 1].strip().startswith("<exchanges>")


def test_names_in_other_languages_name_gases_too(tmp_path: Path) -> None:
    files, name = ilcd(), f"ILCD/flows/{SO2}.xml"
    chinese = '<name><baseName xml:lang="zh">甲烷（化石源）</baseName></name>'
    files[name] = re.sub("<name>.*</name>", chinese, files[name])
    files[UNIT_FILE] = files[UNIT_FILE].replace("Sulfur dioxide", "甲烷")
    emission = by_id(process(read(files, tmp_path)), "emissions")["8"]
    assert told(emission) == {"id": "8", "gas": "CH4", "origin": "fossil", "amount": "0.4 kg"}


def test_the_folders_of_the_format_may_be_missing(tmp_path: Path) -> None:
    data_sets = [text for name, text in ilcd().items() if "sources" not in name]
    flat = {f"{number:03}.xml": text for number, text in enumerate(data_sets)}
    whole, side_by_side = read(ilcd(), tmp_path / "whole"), read(flat, tmp_path / "flat")
    assert [told(one) for one in side_by_side.processes] == [told(one) for one in whole.processes]


# What is wrong with a package


def changed(file: str, old: str, new: str) -> Files:
    """The package with one text replaced, wherever it stands in a file."""
    files = ilcd()
    assert old in files[file], old
    return files | {file: files[file].replace(old, new)}


def without(name: str) -> Files:
    files = ilcd()
    del files[name]
    return files


def _exchange(number: int, *, more: str = "", **changes: str) -> Files:
    """The package with one exchange of the unit changed: texts of its elements, or further elements."""
    files = ilcd()
    head, mark, rest = files[UNIT_FILE].partition(f'<exchange dataSetInternalID="{number}">')
    one, end, tail = rest.partition("</exchange>")
    for element, text in changes.items():
        one, times = re.subn(f"(?s)<{element}[ >].*?</{element}>", text and f"<{element}>{text}</{element}>", one)
        assert times == 1
    return files | {UNIT_FILE: head + mark + one + more + end + tail}


_REFERENCE = "<referenceToReferenceFlow>1</referenceToReferenceFlow>"
_FLOW = f"ILCD/flows/{COAL}.xml"

DEFECTS: dict[str, tuple[Files, list[str]]] = {
    "a flow that is not there": (
        without(_FLOW), [f"I0201 {EXCHANGES}/exchange[3]/referenceToFlowDataSet/@refObjectId"]
    ),
    "no reference to a flow": (
        _exchange(3, referenceToFlowDataSet=""), [f"I0102 {EXCHANGES}/exchange[3]/referenceToFlowDataSet"]
    ),
    "a flow property that is not there, and known": (
        without(f"ILCD/flowproperties/{MASS}.xml"),
        ["I0202 /flowDataSet/flowProperties/flowProperty[1]/referenceToFlowPropertyDataSet/@refObjectId"],
    ),
    "a unit group that is not there, and known": (
        without(f"ILCD/unitgroups/{ENERGIES}.xml"),
        ["I0202 /flowPropertyDataSet/flowPropertiesInformation/quantitativeReference/"
         "referenceToReferenceUnitGroup/@refObjectId"],
    ),
    "a reference with the id of a spreadsheet": (
        changed(UNIT_FILE, f'refObjectId="{COAL}"', 'refObjectId="#REF!"'),
        [f"I0203 {EXCHANGES}/exchange[3]/referenceToFlowDataSet/@refObjectId"],
    ),
    "an empty id": (
        changed(f"ILCD/processes/{BOILER}.xml", f"<common:UUID>{BOILER}</common:UUID>", "<common:UUID/>"),
        ["I0203 /processDataSet/processInformation/dataSetInformation/UUID"],
    ),
    "an amount of a spreadsheet": (
        _exchange(7, resultingAmount="#REF!"), [f"I0104 {EXCHANGES}/exchange[7]/resultingAmount"]
    ),
    "an amount that is infinite": (
        _exchange(7, resultingAmount="INF"), [f"I0104 {EXCHANGES}/exchange[7]/resultingAmount"]
    ),
    "an amount that is empty": (_exchange(7, meanAmount=" "), [f"I0104 {EXCHANGES}/exchange[7]/meanAmount"]),
    "only a mean amount": (_exchange(7, resultingAmount=""), []),
    "no amount": (
        _exchange(7, resultingAmount="", meanAmount=""), [f"I0102 {EXCHANGES}/exchange[7]/meanAmount"]
    ),
    "two amounts": (_exchange(7, meanAmount="400"), [f"I0218 {EXCHANGES}/exchange[7]/resultingAmount"]),
    "a variable": (
        _exchange(7, meanAmount="400", more="<referenceToVariable>x</referenceToVariable>"),
        [f"I0217 {EXCHANGES}/exchange[7]/referenceToVariable"],
    ),
    "no direction": (_exchange(7, exchangeDirection=""), [f"I0102 {EXCHANGES}/exchange[7]/exchangeDirection"]),
    "a direction that is none": (
        _exchange(7, exchangeDirection="Sideways"), [f"I0106 {EXCHANGES}/exchange[7]/exchangeDirection"]
    ),
    "a misspelt element": (
        _exchange(8, more="<generalComments>x</generalComments>"),
        [f"I0101 {EXCHANGES}/exchange[8]/generalComments"],
    ),
    "a reminder": (
        _exchange(2, more="<functionType>General reminder flow</functionType>"),
        [f"I0219 {EXCHANGES}/exchange[2]"] + [
            f"I0223 {EXCHANGES}/exchange[{number}]/allocations/allocation[2]" for number in (3, 4, 5, 7)
        ],
    ),
    "nitrogen oxides in the comment of N2O": (
        _exchange(7, more="<generalComment>NOx</generalComment>"), [f"I0209 {EXCHANGES}/exchange[7]"]
    ),
    "no quantitative reference": (changed(UNIT_FILE, _REFERENCE, ""), ["I0212 /processDataSet"]),
    "a reference to no exchange": (
        changed(UNIT_FILE, _REFERENCE, _REFERENCE.replace("1", "77")),
        ["I0212 /processDataSet/processInformation/quantitativeReference/referenceToReferenceFlow"],
    ),
    "a reference that is an emission": (
        changed(UNIT_FILE, _REFERENCE, _REFERENCE.replace("1", "7")),
        ["I0213 /processDataSet/processInformation/quantitativeReference/referenceToReferenceFlow"],
    ),
    "a reference amount of zero": (
        _exchange(1, resultingAmount="0.0", meanAmount="0"), [f"I0214 {EXCHANGES}/exchange[1]"]
    ),
    "an identifier twice": (
        changed(UNIT_FILE, '<exchange dataSetInternalID="9">', '<exchange dataSetInternalID="8">'),
        [f"I0118 {EXCHANGES}/exchange[9]/@dataSetInternalID"],
    ),
    "a functional unit of another amount": (
        changed(UNIT_FILE, _REFERENCE, f"{_REFERENCE}<functionalUnitOrOther>1 t of gas</functionalUnitOrOther>"),
        ["I0229 /processDataSet/processInformation/quantitativeReference/functionalUnitOrOther"],
    ),
    "a functional unit of this amount": (
        changed(UNIT_FILE, _REFERENCE, f"{_REFERENCE}<functionalUnitOrOther>0.8 t of gas</functionalUnitOrOther>"), []
    ),
    "fractions that do not add up": (
        changed(UNIT_FILE, 'allocatedFraction="20.0"', 'allocatedFraction="10.0"'),
        [f"I0224 {EXCHANGES}/exchange[{number}]/allocations/allocation[1]" for number in (3, 4, 5, 7)],
    ),
    "a fraction that is no number": (
        _exchange(8, more=ALLOCATED.format("all")),
        [f"I0104 {EXCHANGES}/exchange[8]/allocations/allocation/@allocatedFraction"],
    ),
    "an approach that nobody knows": (
        changed(UNIT_FILE, "Allocation - mass", "By heart"),
        ["I0106 /processDataSet/modellingAndValidation/LCIMethodAndAllocation/LCIMethodApproaches"],
    ),
    "an approach in a misspelt element": (
        changed(UNIT_FILE, "LCIMethodApproaches>", "LCIMethodApproach>"),
        ["I0101 /processDataSet/modellingAndValidation/LCIMethodAndAllocation/LCIMethodApproach"],
    ),
    "a year that is none": (
        changed(UNIT_FILE, ">2025<", ">spring<"), ["I0107 /processDataSet/processInformation/time/referenceYear"]
    ),
    "a type of flow that is none": (
        changed(_FLOW, "Product flow", "Produkt"), ["I0106 /flowDataSet/modellingAndValidation/LCIMethod/typeOfDataSet"]
    ),
    "a flow without its reference property": (
        changed(_FLOW, ">0</referenceToReferenceFlowProperty>", ">9</referenceToReferenceFlowProperty>"),
        ["I0205 /flowDataSet"],
    ),
    "a unit group without its reference unit": (
        changed(f"ILCD/unitgroups/{ENERGIES}.xml", "<referenceToReferenceUnit>0<", "<referenceToReferenceUnit>9<"),
        ["I0205 /unitGroupDataSet"],
    ),
    "a reference unit of another factor": (
        changed(f"ILCD/unitgroups/{ENERGIES}.xml", "<meanValue>1.0<", "<meanValue>0<"),
        ["I0205 /unitGroupDataSet/units/unit[1]/meanValue"],
    ),
    "a property without a unit group": (
        changed(f"ILCD/flowproperties/{ENERGY}.xml", "referenceToReferenceUnitGroup", "referenceToNothing"),
        ["I0205 /flowPropertyDataSet"],
    ),
    "a reference that calls the flow otherwise": (
        changed(UNIT_FILE, "Coal, at mine", "Peat"),
        [f"I0208 {EXCHANGES}/exchange[3]/referenceToFlowDataSet/@refObjectId"],
    ),
    "a known flow property that is called otherwise": (
        changed(_FLOW, "Net calorific value", "Radioactivity"),
        ["I0208 /flowDataSet/flowProperties/flowProperty[2]/referenceToFlowPropertyDataSet/@refObjectId"],
    ),
    "a version that nobody knows": (
        changed(UNIT_FILE, 'version="1.1"', 'version="9"'), ["I0113 /processDataSet/@version"]
    ),
    "two data sets with one id": (
        ilcd() | {f"ILCD/flows/{uuid(97)}.xml": ilcd()[_FLOW]},
        ["I0118 /flowDataSet/flowInformation/dataSetInformation/UUID"],
    ),
    "two processes with one id": (
        ilcd() | {f"ILCD/processes/{uuid(97)}.xml": ilcd()[UNIT_FILE]},
        ["I0118 /processDataSet/processInformation/dataSetInformation/UUID"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_is_said_where_it_stands(name: str, tmp_path: Path) -> None:
    files, expected = DEFECTS[name]
    package = read(files, tmp_path)
    assert noticed(package) == expected
    for one in package.intake:
        assert one.file in files
        assert (one.finding.document, one.finding.edition) == ("ILCD format", "1.1")
        for language in ("en", "zh"):
            assert one.finding.message.in_language(language)
            assert one.finding.expected.in_language(language)
        place = package.locate([one.pointer])[one.pointer]
        assert place.line <= len(files[one.file].splitlines())


def test_an_exchange_of_no_direction_has_no_amount(tmp_path: Path) -> None:
    package = read(_exchange(7, exchangeDirection=""), tmp_path)
    amount = by_id(process(package), "emissions")["7"].fields["amount"]
    assert str(getattr(amount, "because", "")) == "it is not told whether it goes in or comes out"


def test_a_computed_amount_without_its_result_is_not_known(tmp_path: Path) -> None:
    files = _exchange(7, resultingAmount="", more="<referenceToVariable>x</referenceToVariable>")
    assert told(by_id(process(read(files, tmp_path)), "emissions")["7"])["amount"] == "! I0217"


def test_the_rest_of_a_package_is_read_beside_files_that_cannot_be(tmp_path: Path) -> None:
    files = ilcd() | {
        f"ILCD/flows/{uuid(90)}.xml": "<flowDataSet>",
        f"ILCD/flows/{uuid(91)}.xml": "<contactDataSet/>",
        f"ILCD/flows/{uuid(92)}.xml": "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><flowDataSet>&b;</flowDataSet>",
        f"ILCD/processes/{uuid(93)}.xml": "<other/>",
        "ILCD/ILCDLocations.xml": "<ILCDLocations/>",
    }
    package = read(files, tmp_path)
    assert [(one.file.split("/")[1], one.kind.id) for one in package.unreadable] == [
        ("flows", "I0014"), ("flows", "I0019"), ("flows", "I0015"), ("processes", "I0019")
    ]  # fmt: skip
    assert len(package.processes) == 3


def test_xml_without_a_process_is_no_package(tmp_path: Path) -> None:
    found = read_package(write({"a.xml": "<ecoSpold/>", "b.xml": "<html/>"}, tmp_path))
    assert isinstance(found, Unreadable)
    assert found.kind.id == "I0016"
    assert "EcoSpold is not read" in str(found.message)


def test_two_products_without_a_word_on_allocation_are_noticed(tmp_path: Path) -> None:
    files = ilcd()
    text = files[UNIT_FILE].replace("<LCIMethodApproaches>Allocation - mass</LCIMethodApproaches>", "")
    files[UNIT_FILE] = re.sub("<allocations>.*?</allocations>", "", text)
    assert noticed(read(files, tmp_path)) == ["I0222 /processDataSet"]


def test_fractions_of_their_own_are_kept_with_their_exchanges(tmp_path: Path) -> None:
    files = ilcd()
    own = ALLOCATED.format("100")
    files[UNIT_FILE] = files[UNIT_FILE].replace(ilcd_exchange(8, SO2, "0.4"), ilcd_exchange(8, SO2, "0.4", more=own))
    allocation = process(read(files, tmp_path)).fields["allocation"]
    assert isinstance(allocation, Record)
    factors = allocation.fields["factors"]
    assert isinstance(factors, Items)
    records = [told(one) for one in factors.elements if isinstance(one, Record)]
    assert len(records) == 9
    assert records[-1] == {"output": "1", "burden_class": "8", "share": "100 %"}
