"""What is wrong with an openLCA package: one change of a whole one, and what it makes the reader say, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from footrule.submission.json_text import JsonValue
from tests.submission.openlca_packages import (
    Change,
    added,
    both,
    edited,
    exchange,
    exchanges_of,
    marked,
    openlca,
    setting,
    without,
)
from tests.submission.packages import (
    BOILER,
    CO2,
    COAL,
    CUBIC_METRE,
    ENERGIES,
    ENERGY,
    LANDFILL,
    MASS,
    MASSES,
    POWER,
    SO2,
    STEAM,
    TAR,
    UNIT,
    VOLUME,
    Object,
    noticed,
    read,
    uuid,
)


def _unit_of(group: str, number: int, **more: JsonValue) -> Change:
    """The change of a unit of a group."""

    def change(objects: dict[str, Object]) -> None:
        units = objects[f"unit_groups/{group}.json"]["units"]
        assert isinstance(units, list)
        unit = units[number]
        assert isinstance(unit, dict)
        unit.update(more)

    return change


def _copied(name: str, other: str) -> Change:
    def change(objects: dict[str, Object]) -> None:
        objects[other] = dict(objects[name])

    return change


def _named(flow: str, name: str, **more: JsonValue) -> Change:
    """Another name of a flow, in every reference to it too."""

    def change(objects: dict[str, Object]) -> None:
        objects[f"flows/{flow}.json"].update(name=name, **more)
        for process in (UNIT, BOILER, LANDFILL):
            for one in exchanges_of(objects, process):
                link = one["flow"]
                if isinstance(link, dict) and link["@id"] == flow:
                    link["name"] = name

    return change


_NO_REFERENCE = setting(1, isQuantitativeReference=False)

DEFECTS: dict[str, tuple[Change, list[str]]] = {
    "a flow that is not there": (without(f"flows/{COAL}.json"), ["I0201 /exchanges/2/flow/@id"]),
    "a provider that is not there": (
        setting(4, defaultProvider={"@id": uuid(99), "name": "Other"}), ["I0201 /exchanges/3/defaultProvider/@id"]
    ),
    "a flow property that is not there, and known": (
        without(f"flow_properties/{MASS}.json"), ["I0202 /flowProperties/0/flowProperty/@id"]
    ),
    "a unit group that is not there, and known": (without(f"unit_groups/{MASSES}.json"), ["I0202 /unitGroup/@id"]),
    "a unit group that is not there": (
        both(
            without(f"unit_groups/{MASSES}.json"),
            edited(f"flow_properties/{MASS}.json", **{"@id": uuid(80)}),
            without(f"flow_properties/{MASS}.json"),
        ),
        ["I0202 /flowProperties/0/flowProperty/@id"],
    ),
    "a unit that is not there": (setting(3, unit={"@id": uuid(98), "name": "cwt"}), ["I0201 /exchanges/2/unit/@id"]),
    "a unit of another group": (
        setting(3, unit={"@id": CUBIC_METRE, "name": "m3"}), ["I0204 /exchanges/2/unit/@id"]
    ),
    "a flow property that the flow has not": (
        setting(3, flowProperty={"@id": VOLUME, "name": "Volume"}), ["I0204 /exchanges/2/flowProperty/@id"]
    ),
    "a unit of energy among masses": (_unit_of(MASSES, 1, name="MJ"), ["I0204 /units/1/conversionFactor"]),
    "a reference without an id": (setting(3, flow={"name": "Coal, at mine"}), ["I0203 /exchanges/2/flow/@id"]),
    "a reference with the id of a spreadsheet": (
        setting(3, flow={"@id": "#REF!", "name": "Coal, at mine"}), ["I0203 /exchanges/2/flow/@id"]
    ),
    "a process without an id": (
        edited(f"processes/{BOILER}.json", **{"@id": ""}), ["I0201 /exchanges/3/defaultProvider/@id", "I0203 /@id"]
    ),
    "an amount of a spreadsheet": (setting(7, amount="#REF!"), ["I0104 /exchanges/6/amount"]),
    "an amount that is empty": (setting(7, amount=""), ["I0104 /exchanges/6/amount"]),
    "an amount that is infinite": (setting(7, amount=marked("1e999")), ["I0104 /exchanges/6/amount"]),
    "an amount as a text": (setting(7, amount="410.50"), ["I0105 /exchanges/6/amount"]),
    "an amount that is a list": (setting(7, amount=[]), ["I0103 /exchanges/6/amount"]),
    "no amount": (setting(7, amount=None), ["I0102 /exchanges/6/amount"]),
    "a misspelt attribute": (setting(7, amuont=marked("1")), ["I0101 /exchanges/6/amuont"]),
    "an attribute of the other version": (setting(7, input=True), ["I0101 /exchanges/6/input"]),
    "a day that is none": (
        edited(f"processes/{BOILER}.json", processDocumentation={"validFrom": "spring"}),
        ["I0107 /processDocumentation/validFrom"],
    ),
    "no quantitative reference": (_NO_REFERENCE, ["I0212 "]),
    "a reference that is an emission": (
        both(_NO_REFERENCE, setting(7, isQuantitativeReference=True)), ["I0213 /exchanges/6/internalId"]
    ),
    "a reference that goes in": (
        both(_NO_REFERENCE, setting(3, isQuantitativeReference=True)), ["I0213 /exchanges/2/internalId"]
    ),
    "a reference that the process names, and has not": (
        both(_NO_REFERENCE, edited(f"processes/{UNIT}.json", quantitativeReference={"internalId": marked("77")})),
        ["I0212 /quantitativeReference"],
    ),
    "a reference that the process names": (
        both(_NO_REFERENCE, edited(f"processes/{UNIT}.json", quantitativeReference={"internalId": marked("1")})), []
    ),
    "a reference amount of zero": (setting(1, amount=marked("0.0")), ["I0214 /exchanges/0"]),
    "a reference amount below zero": (setting(1, amount=marked("-1")), ["I0214 /exchanges/0"]),
    "a product below zero": (setting(2, amount=marked("-1")), ["I0215 /exchanges/1/amount"]),
    "an emission below zero": (setting(7, amount=marked("-1")), ["I0215 /exchanges/6/amount"]),
    "an input below zero": (setting(3, amount=marked("-1")), ["I0216 /exchanges/2/amount"]),
    "a formula": (setting(7, amountFormula="2 * x"), ["I0217 /exchanges/6/amountFormula"]),
    "an avoided product": (
        added(exchange(10, STEAM, "5", isInput=True, isAvoidedProduct=True)), ["I0220 /exchanges/9"]
    ),
    "an identifier twice": (setting(3, internalId=marked("2")), ["I0118 /exchanges/2/internalId"]),
    "another name than that of the flow": (
        setting(3, flow={"@id": COAL, "name": "Peat"}), ["I0208 /exchanges/2/flow/@id"]
    ),
    "a provider that does not make it": (
        setting(4, defaultProvider={"@id": LANDFILL, "name": "x"}), ["I0226 /exchanges/3/defaultProvider/@id"]
    ),
    "two products of one flow": (added(exchange(10, TAR, "1")), ["I0230 /exchanges/9/flow/@id"]),
    "nitrogen oxides in the comment of N2O": (
        both(_named(SO2, "Nitrous oxide", cas="10024-97-2"), setting(8, description="NOx from the furnace")),
        ["I0209 /exchanges/7"],
    ),
    "a comment that names another gas": (setting(7, description="CH4"), ["I0209 /exchanges/6"]),
    "a comment that names a gas on another flow": (setting(8, description="CO2"), ["I0209 /exchanges/7"]),
    "a reference that names another gas": (
        setting(7, flow={"@id": CO2, "name": "Methane, fossil"}), ["I0208 /exchanges/6/flow/@id", "I0209 /exchanges/6"]
    ),
    "a name against the CAS number": (edited(f"flows/{CO2}.json", cas="000074-82-8"), ["I0209 "]),
    "carbon of no origin": (
        _named(CO2, "Carbon dioxide"), ["I0210 /exchanges/6/flow/@id", "I0210 /exchanges/2/flow/@id"]
    ),
    "a flow of no known type": (edited(f"flows/{COAL}.json", flowType="PRODUKT"), ["I0106 /flowType"]),
    "a unit of another factor": (
        _unit_of(MASSES, 1, conversionFactor=marked("907.0")), ["I0206 /units/1/conversionFactor"]
    ),
    "a unit of no factor": (_unit_of(MASSES, 1, conversionFactor=marked("0")), ["I0205 /units/1"]),
    "a group without a reference unit": (_unit_of(ENERGIES, 0, isRefUnit=False), ["I0205 "]),
    "a reference unit of another factor than 1": (
        _unit_of(ENERGIES, 0, conversionFactor=marked("3.6")), ["I0205 /units/0/conversionFactor"]
    ),
    "a property without a unit group": (edited(f"flow_properties/{ENERGY}.json", unitGroup=None), ["I0205 "]),
    "a flow without a property": (
        edited(f"flows/{POWER}.json", flowProperties=[]), ["I0204 /exchanges/4/flowProperty/@id"]
    ),
    "a flow without a property that is asked for": (
        both(edited(f"flows/{POWER}.json", flowProperties=[]), setting(5, flowProperty=None)), ["I0205 "]
    ),
    "a product that is a waste by its class": (
        edited(f"flows/{TAR}.json", category="Wastes/Tars"),
        ["I0221 /exchanges/1/flow/@id", "I0223 /allocationFactors/1"],
    ),
    "no allocation": (
        edited(f"processes/{UNIT}.json", allocationFactors=[], defaultAllocationMethod=None), ["I0222 "]
    ),
    "two data sets with one id": (
        _copied(f"flows/{COAL}.json", f"flows/{uuid(97)}.json"), ["I0118 /@id"]
    ),
    "two processes with one id": (
        _copied(f"processes/{BOILER}.json", f"processes/{uuid(97)}.json"), ["I0118 /@id"]
    ),
    "a version that nobody knows": (edited("openlca.json", schemaVersion=marked("17")), ["I0113 /schemaVersion"]),
    "a version that the attributes are not of": (
        edited("openlca.json", schemaVersion=marked("1")), ["I0113 /schemaVersion"]
    ),
    "no version, and attributes of the second": (without("openlca.json"), ["I0113 "]),
    "a later version of the same attributes": (edited("openlca.json", schemaVersion=marked("4")), []),
}  # fmt: skip


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_is_said_where_it_stands(name: str, tmp_path: Path) -> None:
    change, expected = DEFECTS[name]
    files = openlca(change)
    package = read(files, tmp_path)
    assert sorted(noticed(package)) == sorted(expected)
    for one in package.intake:
        assert one.file in {*files, "openlca.json"}
        assert one.finding.document == "openLCA schema"
        for language in ("en", "zh"):
            assert one.finding.message.in_language(language)
            assert one.finding.expected.in_language(language)


def test_the_rest_of_a_package_is_read_beside_files_that_cannot_be(tmp_path: Path) -> None:
    files = openlca() | {
        f"flows/{uuid(90)}.json": '{"@id": "x", "amount": NaN}',
        f"flows/{uuid(91)}.json": "[]",
        f"flows/{uuid(92)}.json": '{"@type": "Process", "@id": "y"}',
        f"processes/{uuid(93)}.json": '{"@id": "x"',
        "lcia_methods/method.json": "no JSON at all",
    }
    package = read(files, tmp_path)
    assert [(one.file.split("/")[0], one.kind.id) for one in package.unreadable] == [
        ("flows", "I0009"), ("flows", "I0019"), ("flows", "I0019"), ("processes", "I0007")
    ]  # fmt: skip
    assert len(package.processes) == 3
