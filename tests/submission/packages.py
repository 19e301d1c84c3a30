"""A small life-cycle package with nothing wrong in it, as both formats write it, and what is done with packages.

A gas works: a unit makes gas and tar from coal, with steam of its boiler, electricity from nowhere in the package, and
a landfill for its ash. `openlca_packages` and `ilcd_packages` write it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from footrule.submission.element import Element, Items, Moment, Number, Record, Unusable
from footrule.submission.intake import Unreadable
from footrule.submission.json_text import JsonValue
from footrule.submission.package import Package
from footrule.submission.read_package import read_package

Object = dict[str, JsonValue]
Files = dict[str, str]

MASS, ENERGY, VOLUME = (
    "93a60a56-a3c8-11da-a746-0800200b9a66",
    "f6811440-ee37-11de-8a39-0800200c9a66",
    "93a60a56-a3c8-22da-a746-0800200c9a66",
)
HEAT = "93a60a56-a3c8-11da-a746-0800200c9a66"


def uuid(number: int) -> str:
    """One UUID for each number."""
    return f"{number:08x}-0000-4000-8000-000000000000"


UNIT, BOILER, LANDFILL = uuid(1), uuid(2), uuid(3)
GAS, TAR, COAL, STEAM, POWER, ASH, CO2, CH4, SO2, WATER = (uuid(number) for number in range(0x10, 0x1A))
KILOGRAM, TONNE, MEGAJOULE, KILOWATT_HOUR, CUBIC_METRE = (uuid(number) for number in range(0x30, 0x35))
MASSES, ENERGIES, VOLUMES = (uuid(number) for number in range(0x40, 0x43))

FLOWS = {
    GAS: ("Gas, at works", "PRODUCT_FLOW", MASS, {HEAT: "50", VOLUME: "1.25"}, "Gases"),
    TAR: ("Tar, at works", "PRODUCT_FLOW", MASS, {}, "Tars"),
    COAL: ("Coal, at mine", "PRODUCT_FLOW", MASS, {HEAT: "25"}, "Fuels"),
    STEAM: ("Steam", "PRODUCT_FLOW", ENERGY, {}, "Energy"),
    POWER: ("Electricity, medium voltage", "PRODUCT_FLOW", ENERGY, {}, "Energy"),
    ASH: ("Ash, to landfill", "WASTE_FLOW", MASS, {}, "Wastes"),
    CO2: ("Carbon dioxide, fossil", "ELEMENTARY_FLOW", MASS, {}, "Elementary flows/Emission to air/unspecified"),
    CH4: ("Methane, biogenic", "ELEMENTARY_FLOW", MASS, {}, "Elementary flows/Emission to air/unspecified"),
    SO2: ("Sulfur dioxide", "ELEMENTARY_FLOW", MASS, {}, "Elementary flows/Emission to air/unspecified"),
    WATER: ("Water", "ELEMENTARY_FLOW", VOLUME, {}, "Elementary flows/Resource/in water"),
}
UNITS = {
    MASSES: ("Units of mass", ((KILOGRAM, "kg", "1.0"), (TONNE, "t", "1000.0"))),
    ENERGIES: ("Units of energy", ((MEGAJOULE, "MJ", "1.0"), (KILOWATT_HOUR, "kWh", "3.6"))),
    VOLUMES: ("Units of volume", ((CUBIC_METRE, "m3", "1.0"),)),
}
PROPERTIES = {
    MASS: ("Mass", MASSES, KILOGRAM, "kg"),
    ENERGY: ("Energy", ENERGIES, MEGAJOULE, "MJ"),
    HEAT: ("Net calorific value", ENERGIES, MEGAJOULE, "MJ"),
    VOLUME: ("Volume", VOLUMES, CUBIC_METRE, "m3"),
}


# What is done with them


def write(files: Mapping[str, str | bytes], folder: Path) -> Path:
    """The files in a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def pack(files: Mapping[str, str | bytes], path: Path) -> Path:
    """The files in a zip archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in files.items():
            opened.writestr(name, text)
    return path


def read(files: Mapping[str, str | bytes], folder: Path) -> Package:
    """The package that files make up."""
    package = read_package(write(files, folder))
    assert not isinstance(package, Unreadable), package
    return package


def noticed(package: Package) -> list[str]:
    """The kinds of what was noticed, with the last part of the pointer, in their order."""
    return [f"{one.finding.kind.id} {one.finding.pointer}" for one in package.intake]


def process(package: Package, id: str = UNIT) -> Record:
    """A process by its id."""
    for record, source in zip(package.processes, package.sources, strict=True):
        if source.uuid == id:
            return record
    raise LookupError(id)


def listed(record: Record, field: str) -> list[Record]:
    """The records of a list."""
    items = record.fields[field]
    assert isinstance(items, Items)
    return [one for one in items.elements if isinstance(one, Record)]


def by_id(record: Record, field: str) -> dict[str, Record]:
    """The records of a list by their ids."""
    return {getattr(one.fields["id"], "text", "?"): one for one in listed(record, field)}


def told(record: Record) -> dict[str, str]:
    """What the fields of a record say, in print, or why one cannot be used; what is absent is left out."""
    return {name: shown for name, one in record.fields.items() if (shown := _shown(one)) is not None}


def _shown(element: Element) -> str | None:
    match element:
        case Number():
            return str(element.quantity)
        case Moment():
            return f"{element.instant.moment:%Y-%m-%d}"
        case Unusable(because=because, absent=absent):
            return None if absent else f"! {because}"
        case Record():
            return " ".join(f"{name}={shown}" for name, shown in told(element).items())
        case Items():
            return f"{len(element.elements)}"
        case _:
            return str(getattr(element, "code", getattr(element, "text", getattr(element, "value", element))))


def places(element: Element) -> Iterator[str]:
    """The pointer of an element, and those of all in it."""
    yield element.pointer
    within = element.fields.values() if isinstance(element, Record) else getattr(element, "elements", ())
    for one in within:
        yield from places(one)
