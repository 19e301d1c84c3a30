"""The entrance: an openLCA JSON-LD package, schema version 1 to 4, from its files to a package of processes.

When this runs it is known that the files hold such a package, and where in them. Folders are read in the order in which
they refer to each other; results, impact methods and whatever else has no part in an inventory stay unread.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from hashlib import sha256
from itertools import islice
from typing import TypeVar

from footrule.submission import package_findings
from footrule.submission.data_sets import DataSets, Flow, FlowProperty, ProcessData, UnitGroup
from footrule.submission.element import Record, Text
from footrule.submission.intake import Unreadable
from footrule.submission.json_text import JsonNumber, JsonValue, decode
from footrule.submission.locate import locate
from footrule.submission.object_reading import read_record
from footrule.submission.openlca_attributes import (
    ATTRIBUTES_OF_ONE_VERSION,
    FIRST_VERSION,
    KNOWN_VERSIONS,
    TABLES,
    OpenLcaTables,
)
from footrule.submission.openlca_data_sets import Categories, OpenLcaReading
from footrule.submission.openlca_references import OpenLcaReferences, QualitySystem, quality_system
from footrule.submission.package import Package
from footrule.submission.package_files import PackageFiles, contents_hash
from footrule.submission.package_notes import PackageNotes
from footrule.submission.package_places import locating
from footrule.submission.package_processes import assembled
from footrule.submission.reading import Notes, Reading
from footrule.submission.unreadable_kinds import NOT_A_DATA_SET
from footrule.submission.wire import AttributeTable
from footrule.text.source import Position
from footrule.text.wording import worded

FORMAT = "openLCA JSON-LD"
_VERSION_FILES = (("openlca.json", "schemaVersion"), ("olca-schema.json", "version"))
_FOLDERS = {
    "unit_groups": "UnitGroup", "flow_properties": "FlowProperty", "flows": "Flow", "locations": "Location",
    "categories": "Category", "currencies": "Currency", "dq_systems": "DQSystem", "processes": "Process",
}  # fmt: skip
_LOOKED_INTO = 40
"""So many files of a folder are looked into for the version that their attributes are of."""

_DataSet = TypeVar("_DataSet", UnitGroup, FlowProperty, Flow)


def from_openlca(files: PackageFiles, prefix: str) -> Package | Unreadable:
    """The package whose `processes/` lie below a prefix of the names of the files."""
    reading = _PackageReading(files, prefix)
    too_large = files.too_large(name for folder in _FOLDERS for name in reading.names(folder))
    return too_large if too_large is not None else reading.package()


class _PackageReading:
    """One pass over the files of one package."""

    __slots__ = ("_digests", "_files", "_notes", "_prefix", "_tables", "_unreadable")

    def __init__(self, files: PackageFiles, prefix: str) -> None:
        self._files, self._prefix = files, prefix
        self._notes = PackageNotes()
        self._digests: dict[str, str] = {}
        self._unreadable: list[Unreadable] = []
        self._tables: OpenLcaTables = TABLES[FIRST_VERSION]

    def names(self, folder: str) -> list[str]:
        """The files of one of the package's folders."""
        start = f"{self._prefix}{folder}/"
        return [
            name for name in self._files.sizes
            if name.startswith(start) and name.endswith(".json") and "/" not in name[len(start) :]
        ]  # fmt: skip

    def package(self) -> Package:
        """The package."""
        version, self._tables = self._version()
        for name in self._files.repeated:
            spot = self._tables.dialect.spot("data_set.id", "")
            self._notes.add(name, package_findings.repeated_file(spot, name))
        data = self._data_sets()
        made = assembled(data, self._processes(), self._notes)
        return Package(
            path=self._files.path,
            format=FORMAT,
            version=version,
            sha256=contents_hash(self._digests),
            processes=made.processes,
            sources=made.sources,
            intake=self._notes.listed(data.dialect.spot("package", "")),
            unreadable=tuple(self._unreadable),
            choices=made.choices,
            locate=locating(self._files, _places_in),
        )

    def _objects(self, folder: str) -> Iterator[tuple[str, dict[str, JsonValue]]]:
        """The objects of the files of a folder; what is none is kept as unreadable."""
        for name, data in self._files.read(self.names(folder)):
            if isinstance(data, Unreadable):
                self._unreadable.append(data)
                continue
            self._digests[name] = sha256(data).hexdigest()
            text = decode(data, name)
            if isinstance(text, Unreadable):
                self._unreadable.append(text)
            elif isinstance(text.value, dict) and _is_of_type(text.value, _FOLDERS[folder]):
                yield name, text.value
            else:
                self._unreadable.append(_no_data_set(name, _FOLDERS[folder], self._digests[name]))

    def _records(self, folder: str, table: AttributeTable) -> Iterator[tuple[str, Record]]:
        """The objects of a folder as records; what their table notices is noted."""
        dialect = self._tables.dialect
        for name, value in self._objects(folder):
            notes = Notes()
            record = read_record(table, value, "", Reading(dialect.document, dialect.edition, 0, notes))
            self._notes.add_all(name, notes.listed(dialect.spot("package", "")))
            yield name, record

    def _reading_of(self, file: str) -> OpenLcaReading:
        return OpenLcaReading(file, self._tables.dialect, lambda finding: self._notes.add(file, finding))

    def _data_sets(self) -> DataSets:
        tables = self._tables
        categories = Categories(dict(self._categories()))
        groups = self._by_id("unit_groups", tables.unit_group, OpenLcaReading.unit_group)
        properties = self._by_id("flow_properties", tables.flow_property, OpenLcaReading.flow_property)
        flows = self._by_id("flows", tables.flow, lambda one, record, uuid: one.flow(record, uuid, categories))
        return DataSets(tables.dialect, groups, properties, flows)

    def _by_id(
        self, folder: str, table: AttributeTable, made: Callable[[OpenLcaReading, Record, str], _DataSet]
    ) -> Mapping[str, _DataSet]:
        """The data sets of a folder by their ids; of two with one id, the first."""
        found: dict[str, _DataSet] = {}
        for name, record in self._records(folder, table):
            reading = self._reading_of(name)
            own = reading.id_of(record)
            if not isinstance(own, Text):
                continue
            if own.text in found:
                spot = self._tables.dialect.spot("data_set.id", own.pointer)
                self._notes.add(name, package_findings.repeated_data_set(spot, own.text, found[own.text].file))
            else:
                found[own.text] = made(reading, record, own.text)
        return found

    def _processes(self) -> Iterator[ProcessData]:
        references = OpenLcaReferences(
            dict(self._codes("locations")), dict(self._codes("currencies")), dict(self._quality_systems())
        )
        known: dict[str, str] = {}
        for name, record in self._records("processes", self._tables.process):
            process = self._reading_of(name).process(record, self._digests[name], references)
            if isinstance(process.id, Text):
                first = known.setdefault(process.id.text, name)
                if first != name:
                    spot = self._tables.dialect.spot("data_set.id", process.id.pointer)
                    self._notes.add(name, package_findings.repeated_data_set(spot, process.id.text, first))
                    continue
            yield process

    def _codes(self, folder: str) -> Iterator[tuple[str, str]]:
        for _, value in self._objects(folder):
            own, code = value.get("@id"), value.get("code")
            if isinstance(own, str) and isinstance(code, str):
                yield own, code

    def _quality_systems(self) -> Iterator[tuple[str, QualitySystem | None]]:
        for _, value in self._objects("dq_systems"):
            own = value.get("@id")
            if isinstance(own, str):
                yield own, quality_system(value)

    def _categories(self) -> Iterator[tuple[str, tuple[str, str | None]]]:
        for _, value in self._objects("categories"):
            own, name, parent = value.get("@id"), value.get("name"), value.get("category")
            above = parent.get("@id") if isinstance(parent, dict) else None
            if isinstance(own, str) and isinstance(name, str):
                yield own, (name, above if isinstance(above, str) else None)

    def _version(self) -> tuple[str, OpenLcaTables]:
        """The version that the package states, and the tables of the one whose attributes it has."""
        file, stated = self._stated_version()
        by_names = self._version_by_names()
        if stated is None:
            version = by_names or FIRST_VERSION
            expected = version == FIRST_VERSION
        else:
            version = by_names or KNOWN_VERSIONS.get(stated, "2")
            expected = KNOWN_VERSIONS.get(stated) == version
        if not expected:
            spot = TABLES[version].dialect.spot("package", "" if stated is None else "/schemaVersion")
            self._notes.add(file, package_findings.version_told_by_names(spot, stated, version))
            return version, TABLES[version]
        return stated or version, TABLES[version]

    def _stated_version(self) -> tuple[str, str | None]:
        for name, attribute in _VERSION_FILES:
            whole = f"{self._prefix}{name}"
            if whole not in self._files.sizes:
                continue
            for _, data in self._files.read([whole]):
                text = data if isinstance(data, Unreadable) else decode(data, whole)
                if isinstance(text, Unreadable):
                    self._unreadable.append(text)
                    continue
                self._digests[whole] = sha256(data).hexdigest() if isinstance(data, bytes) else ""
                given = text.value.get(attribute) if isinstance(text.value, dict) else None
                if isinstance(given, JsonNumber | str):
                    return whole, str(given)
        return f"{self._prefix}{_VERSION_FILES[0][0]}", None

    def _version_by_names(self) -> str | None:
        """The version whose own attributes the first files have, where none has the other's."""
        found: set[str] = set()
        for folder in ("unit_groups", "flows", "processes"):
            for _, data in self._files.read(islice(self.names(folder), _LOOKED_INTO)):
                text = decode(data, "") if isinstance(data, bytes) else data
                if not isinstance(text, Unreadable):
                    keys = set(_keys(text.value))
                    found |= {version for version, names in ATTRIBUTES_OF_ONE_VERSION.items() if names & keys}
        return found.pop() if len(found) == 1 else None


def _keys(value: JsonValue) -> Iterator[str]:
    """The names of the attributes of the objects in the lists of an object."""
    for inner in value.values() if isinstance(value, dict) else ():
        for one in inner if isinstance(inner, list) else ():
            if isinstance(one, dict):
                yield from one


def _is_of_type(value: Mapping[str, JsonValue], expected: str) -> bool:
    return value.get("@type") in (None, expected)


def _no_data_set(file: str, expected: str, digest: str) -> Unreadable:
    message = worded(
        f"It should be an object of the type {expected}, by the folder it lies in.",
        f"按所在文件夹，应为 {expected} 类型的对象。",
    )
    return Unreadable(file, NOT_A_DATA_SET, 1, 1, 0, message, digest)


def _places_in(data: bytes, file: str, pointers: Collection[str]) -> Mapping[str, Position]:
    text = decode(data, file)
    return {} if isinstance(text, Unreadable) else locate(text.text, pointers)
