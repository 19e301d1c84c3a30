"""The gas works as an openLCA package, and changes of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from footrule.submission.json_text import JsonValue
from tests.submission.packages import (
    ASH,
    BOILER,
    CH4,
    CO2,
    COAL,
    FLOWS,
    GAS,
    KILOWATT_HOUR,
    LANDFILL,
    POWER,
    PROPERTIES,
    SO2,
    STEAM,
    TAR,
    TONNE,
    UNIT,
    UNITS,
    WATER,
    Files,
    Object,
    uuid,
)

Change = Callable[[dict[str, Object]], None]


def marked(text: str) -> str:
    """A mark that becomes a JSON number with this very text."""
    return f"@number {text}"


def _ref(kind: str, id: str, name: str, **more: JsonValue) -> Object:
    return {"@type": kind, "@id": id, "name": name, **more}


def exchange(number: int, flow: str, amount: str, *, unit: str = "", **more: JsonValue) -> Object:
    """An exchange of version 2, in the reference unit of its flow or another."""
    name, kind, property_id, _, _ = FLOWS[flow]
    property_name, _, reference, reference_name = PROPERTIES[property_id]
    names = {one: called for _, units in UNITS.values() for one, called, _ in units}
    used = unit or reference
    return {
        "@type": "Exchange",
        "internalId": marked(str(number)),
        "flow": _ref("Flow", flow, name, flowType=kind),
        "amount": marked(amount),
        "unit": _ref("Unit", used, names.get(used, reference_name)),
        "flowProperty": _ref("FlowProperty", property_id, property_name),
        "isInput": False,
        "isAvoidedProduct": False,
        "isQuantitativeReference": False,
        **more,
    }


def _process(id: str, name: str, *exchanges: Object, **more: JsonValue) -> Object:
    return {
        "@type": "Process", "@id": id, "name": name, "version": "01.00.000", "category": "Works",
        "processType": "UNIT_PROCESS", "location": _ref("Location", uuid(0x50), "China"),
        "processDocumentation": {"validFrom": "2025-01-01", "validUntil": "2025-12-31"},
        "exchanges": list(exchanges), **more,
    }  # fmt: skip


def _openlca_objects() -> dict[str, Object]:
    files: dict[str, Object] = {"openlca.json": {"schemaVersion": marked("2")}}
    for own, (name, units) in UNITS.items():
        files[f"unit_groups/{own}.json"] = {
            "@type": "UnitGroup", "@id": own, "name": name,
            "units": [
                {"@type": "Unit", "@id": unit, "name": called, "conversionFactor": marked(factor),
                 "isRefUnit": factor == "1.0"}
                for unit, called, factor in units
            ],
        }  # fmt: skip
    for own, (name, group, _, _) in PROPERTIES.items():
        files[f"flow_properties/{own}.json"] = {
            "@type": "FlowProperty", "@id": own, "name": name, "flowPropertyType": "PHYSICAL_QUANTITY",
            "unitGroup": _ref("UnitGroup", group, UNITS[group][0]),
        }  # fmt: skip
    for own, (name, kind, reference, others, category) in FLOWS.items():
        factors: list[JsonValue] = [
            {"@type": "FlowPropertyFactor", "flowProperty": _ref("FlowProperty", one, PROPERTIES[one][0]),
             "conversionFactor": marked(factor), "isRefFlowProperty": one == reference}
            for one, factor in {reference: "1.0", **others}.items()
        ]  # fmt: skip
        files[f"flows/{own}.json"] = {
            "@type": "Flow", "@id": own, "name": name, "flowType": kind, "category": category,
            "flowProperties": factors,
        }  # fmt: skip
    place: Object = {"@type": "Location", "@id": uuid(0x50), "name": "China", "code": "CN"}
    files[f"locations/{uuid(0x50)}.json"] = place
    return files | _openlca_processes()


def _openlca_processes() -> dict[str, Object]:
    files: dict[str, Object] = {}
    files[f"processes/{UNIT}.json"] = _process(
        UNIT, "Gas works",
        exchange(1, GAS, "800.0", isQuantitativeReference=True),
        exchange(2, TAR, "0.20", unit=TONNE),
        exchange(3, COAL, "1.5", unit=TONNE, isInput=True),
        exchange(4, STEAM, "900", isInput=True, defaultProvider=_ref("Process", BOILER, "Boiler")),
        exchange(5, POWER, "100", unit=KILOWATT_HOUR, isInput=True),
        exchange(6, ASH, "30", defaultProvider=_ref("Process", LANDFILL, "Landfill")),
        exchange(7, CO2, "410.50"),
        exchange(8, SO2, "0.4"),
        exchange(9, WATER, "2", isInput=True),
        defaultAllocationMethod="PHYSICAL_ALLOCATION",
        allocationFactors=[
            {"@type": "AllocationFactor", "allocationType": "PHYSICAL_ALLOCATION", "value": marked("0.8"),
             "product": _ref("Flow", GAS, "Gas, at works")},
            {"@type": "AllocationFactor", "allocationType": "PHYSICAL_ALLOCATION", "value": marked("0.2"),
             "product": _ref("Flow", TAR, "Tar, at works")},
        ],
    )  # fmt: skip
    files[f"processes/{BOILER}.json"] = _process(
        BOILER, "Boiler", exchange(1, STEAM, "1.0", isQuantitativeReference=True),
        exchange(2, GAS, "0.025", isInput=True), exchange(3, CO2, "0.07"), exchange(4, CH4, "1.0E-5"),
    )  # fmt: skip
    files[f"processes/{LANDFILL}.json"] = _process(
        LANDFILL, "Landfill", exchange(1, ASH, "1.0", isInput=True, isQuantitativeReference=True),
        exchange(2, CH4, "0.001"),
    )  # fmt: skip
    return files


_NAMES_OF_VERSION_1 = {
    "isInput": "input", "isAvoidedProduct": "avoidedProduct", "isQuantitativeReference": "quantitativeReference",
    "isRefFlowProperty": "referenceFlowProperty", "isRefUnit": "referenceUnit",
}  # fmt: skip


def _in_version_1(value: JsonValue) -> JsonValue:
    if isinstance(value, list):
        return [_in_version_1(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {_NAMES_OF_VERSION_1.get(name, name): _in_version_1(one) for name, one in value.items()}


def openlca(change: Change | None = None, *, version: int = 2) -> Files:
    """The gas works as an openLCA package, changed."""
    objects = _openlca_objects()
    if change is not None:
        change(objects)
    if version == 1:
        objects = {name: one for name, value in objects.items() if isinstance(one := _in_version_1(value), dict)}
        objects.pop("openlca.json")
        objects["context.json"] = {"@vocab": "http://openlca.org/schema/v1.0/"}
        for name, value in objects.items():
            if name.startswith("flows/"):
                value["category"] = _ref("Category", uuid(0x60), str(value.get("category")))
    return {name: json_text(one) for name, one in objects.items()}


def json_text(value: JsonValue) -> str:
    """An object as JSON, with numbers as they are marked."""
    text = json.dumps(value, indent=1, ensure_ascii=False)
    parts = text.split('"@number ')
    return parts[0] + "".join(part.replace('"', "", 1) for part in parts[1:])


def exchanges_of(objects: Mapping[str, Object], process: str = UNIT) -> list[Object]:
    """The exchanges of a process, to change them."""
    given = objects[f"processes/{process}.json"]["exchanges"]
    assert isinstance(given, list)
    return [one for one in given if isinstance(one, dict)]


def setting(number: int, **more: JsonValue) -> Change:
    """The change of attributes of an exchange of the unit, by its number."""
    return changing(number, more)


def changing(number: int, more: Object, *, process: str = UNIT) -> Change:
    """The change of attributes of an exchange of a process, by its number."""

    def change(objects: dict[str, Object]) -> None:
        exchanges_of(objects, process)[number - 1].update(more)

    return change


def added(*more: Object, to: str = UNIT) -> Change:
    """Further exchanges."""

    def change(objects: dict[str, Object]) -> None:
        given = objects[f"processes/{to}.json"]["exchanges"]
        assert isinstance(given, list)
        given.extend(more)

    return change


def edited(name: str, **more: JsonValue) -> Change:
    """The change of attributes of the object of a file."""

    def change(objects: dict[str, Object]) -> None:
        objects[name].update(more)

    return change


def without(name: str) -> Change:
    """A file less."""

    def change(objects: dict[str, Object]) -> None:
        del objects[name]

    return change


def both(*changes: Change) -> Change:
    """One change after another."""

    def change(objects: dict[str, Object]) -> None:
        for one in changes:
            one(objects)

    return change
