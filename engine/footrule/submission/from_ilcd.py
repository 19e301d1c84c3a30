"""The entrance: an ILCD package, from its XML documents to a package of processes.

What a document is, its outermost element says, so that the folders of the format (`ILCD/processes/` ...) may be there
or not. Sources, contacts, impact methods and schemas stay unread. An ILCD exchange names no provider, and is measured
in the reference unit of its flow's reference property.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256

from footrule.submission import package_findings
from footrule.submission.data_sets import DataSets, Flow, FlowProperty, ProcessData, UnitGroup
from footrule.submission.element import Text, Unusable
from footrule.submission.ilcd_data_sets import IlcdReading
from footrule.submission.ilcd_elements import DIALECT, VERSION
from footrule.submission.ilcd_process import read_process
from footrule.submission.intake import IntakeFinding, Unreadable
from footrule.submission.package import Package
from footrule.submission.package_files import PackageFiles, contents_hash
from footrule.submission.package_notes import PackageNotes
from footrule.submission.package_places import locating
from footrule.submission.package_processes import assembled
from footrule.submission.unreadable_kinds import NOT_A_DATA_SET, NOT_A_PACKAGE
from footrule.submission.xml_text import XmlNode, positions, read_xml
from footrule.text.source import Position
from footrule.text.wording import worded

FORMAT = "ILCD"
_NOT_READ = frozenset({"sources", "contacts", "external_docs", "lciamethods", "schemas", "stylesheets"})
_ROOTS = {
    "processes": "processDataSet", "flows": "flowDataSet", "flowproperties": "flowPropertyDataSet",
    "unitgroups": "unitGroupDataSet",
}  # fmt: skip
"""What the documents of a folder of the format are."""


def from_ilcd(files: PackageFiles) -> Package | Unreadable:
    """The package that the XML documents among some files make up."""
    names = [name for name in files.sizes if name.lower().endswith(".xml") and not _NOT_READ & set(_folders(name))]
    too_large = files.too_large(names)
    return too_large if too_large is not None else _PackageReading(files).package(names)


def _folders(name: str) -> list[str]:
    return [part.lower() for part in name.split("/")[:-1]]


class _PackageReading:
    """One pass over the documents of one package."""

    __slots__ = ("_digests", "_files", "_flows", "_groups", "_has_process", "_known", "_notes", "_properties",
                 "_unreadable")  # fmt: skip

    def __init__(self, files: PackageFiles) -> None:
        self._files = files
        self._notes = PackageNotes()
        self._digests: dict[str, str] = {}
        self._unreadable: list[Unreadable] = []
        self._groups: dict[str, UnitGroup] = {}
        self._properties: dict[str, FlowProperty] = {}
        self._flows: dict[str, Flow] = {}
        self._known: dict[tuple[str, str], str] = {}
        self._has_process = False

    def package(self, names: list[str]) -> Package | Unreadable:
        """The package: first what processes refer to, then the processes, one at a time."""
        for name in self._files.repeated:
            self._notes.add(name, package_findings.repeated_file(DIALECT.spot("data_set.id", ""), name))
        later = [name for name in names if _folders(name)[-1:] == ["processes"]]
        early = [
            process for name, root in self._documents(name for name in names if name not in set(later))
            if (process := self._data_set(name, root)) is not None
        ]  # fmt: skip
        data = DataSets(DIALECT, self._groups, self._properties, self._flows)
        made = assembled(data, self._processes(early, later), self._notes)
        if not self._has_process and not self._unreadable:
            return Unreadable(self._files.path, NOT_A_PACKAGE, None, None, None, _NO_PROCESS, None)
        return Package(
            path=self._files.path,
            format=FORMAT,
            version=VERSION,
            sha256=contents_hash(self._digests),
            processes=made.processes,
            sources=made.sources,
            intake=self._notes.listed(DIALECT.spot("package", "")),
            unreadable=tuple(self._unreadable),
            choices=made.choices,
            locate=locating(self._files, _places_in),
        )

    def _documents(self, names: Iterable[str]) -> Iterator[tuple[str, XmlNode]]:
        """The outermost elements of documents; what is none is kept as unreadable."""
        for name, data in self._files.read(names):
            if isinstance(data, Unreadable):
                self._unreadable.append(data)
                continue
            root = read_xml(data, name)
            if isinstance(root, Unreadable):
                self._digests[name] = sha256(data).hexdigest()
                self._unreadable.append(root)
            elif root.element.name in _ROOTS.values() or self._is_expected(name, root):
                self._digests[name] = sha256(data).hexdigest()
                yield name, root

    def _is_expected(self, name: str, root: XmlNode) -> bool:
        """Whether a document that is no data set of an inventory may lie where it does; if not, that is kept."""
        expected = next((_ROOTS[folder] for folder in _folders(name)[-1:] if folder in _ROOTS), None)
        if expected is not None:
            message = worded(
                f"It should be a {expected}, by the folder it lies in, and is a {root.element.name}.",
                f"按所在文件夹应为 {expected}，而它是 {root.element.name}。",
            )
            place = root.element
            self._unreadable.append(Unreadable(name, NOT_A_DATA_SET, place.line, place.column, None, message, None))
        return False

    def _data_set(self, name: str, root: XmlNode) -> ProcessData | None:
        """Take a data set; a process is given back."""
        reading = self._reading_of(name)
        self._check_version(name, root)
        match root.element.name:
            case "processDataSet":
                return self._process(name, root)
            case "flowDataSet":
                uuid = self._id(name, reading.id_of(root, "flowInformation"), "flow")
                if uuid is not None:
                    self._flows[uuid] = reading.flow(root, uuid)
            case "flowPropertyDataSet":
                uuid = self._id(name, reading.id_of(root, "flowPropertiesInformation"), "property")
                if uuid is not None:
                    self._properties[uuid] = reading.flow_property(root, uuid)
            case _:
                uuid = self._id(name, reading.id_of(root, "unitGroupInformation"), "group")
                if uuid is not None:
                    self._groups[uuid] = reading.unit_group(root, uuid)
        return None

    def _reading_of(self, file: str) -> IlcdReading:
        def note(finding: IntakeFinding) -> str:
            return self._notes.add(file, finding)

        return IlcdReading(file, note)

    def _id(self, name: str, id: Text | Unusable, what: str) -> str | None:
        """The UUID of a data set that is the first with it."""
        if not isinstance(id, Text):
            return None
        first = self._known.setdefault((what, id.text), name)
        if first == name:
            return id.text
        spot = DIALECT.spot("data_set.id", id.pointer)
        self._notes.add(name, package_findings.repeated_data_set(spot, id.text, first))
        return None

    def _processes(self, early: list[ProcessData], later: list[str]) -> Iterator[ProcessData]:
        yield from early
        for name, root in self._documents(later):
            if root.element.name == "processDataSet":
                self._check_version(name, root)
                process = self._process(name, root)
                if process is not None:
                    yield process
            else:
                self._is_expected(name, root)

    def _process(self, name: str, root: XmlNode) -> ProcessData | None:
        self._has_process = True
        process = read_process(root, self._reading_of(name), name, self._digests[name])
        if isinstance(process.id, Text) and self._id(name, process.id, "process") is None:
            return None
        return process

    def _check_version(self, name: str, root: XmlNode) -> None:
        stated = root.attribute("version")
        if stated != VERSION and self._notes.is_first("version", stated or ""):
            spot = DIALECT.spot("package", f"{root.path}/@version")
            self._notes.add(name, package_findings.version_told_by_names(spot, stated, VERSION))


_NO_PROCESS = worded(
    "None of its XML documents is an ILCD process (processDataSet). EcoSpold is not read.",
    "其 XML 文档中没有 ILCD 过程（processDataSet）。EcoSpold 不予读取。",
)


def _places_in(data: bytes, file: str, pointers: Collection[str]) -> Mapping[str, Position]:
    root = read_xml(data, file)
    return {} if isinstance(root, Unreadable) else positions(root, pointers)
