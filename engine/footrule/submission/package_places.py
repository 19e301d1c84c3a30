"""Where something stands in a package of many files: in which of them, and where in it.

What a calculation or a rule says of an element of one process has to be told from all others of the package, so the
pointers of records begin with the name of their file. The readers of files know nothing of that.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from footrule.submission.element import Element, Items, Record
from footrule.submission.file_and_pointer import named_file, pointer_in
from footrule.submission.package_files import PackageFiles
from footrule.submission.submission import Locate
from footrule.text.source import Position


def in_package(record: Record, file: str) -> Record:
    """A record of one file with pointers of the whole package."""
    return _Naming(file).record(record)


class _Naming:
    """Elements that share a place go on to share its text, of which a package has very many."""

    __slots__ = ("_file", "_known")

    def __init__(self, file: str) -> None:
        self._file = file
        self._known: dict[str, str] = {}

    def record(self, record: Record) -> Record:
        fields = {name: self._element(one) for name, one in record.fields.items()}
        return Record(self._pointer(record.pointer), record.shape, fields, record.wire_names)

    def _element(self, element: Element) -> Element:
        if isinstance(element, Record):
            return self.record(element)
        pointer = self._pointer(element.pointer)
        if isinstance(element, Items):
            return Items(pointer, tuple(map(self._element, element.elements)))
        return replace(element, pointer=pointer)

    def _pointer(self, pointer: str) -> str:
        known = self._known.get(pointer)
        if known is None:
            known = self._known[pointer] = pointer_in(self._file, pointer)
        return known


PlacesIn = Callable[[bytes, str, Collection[str]], Mapping[str, Position]]
"""The places of pointers in the contents of one file, of which the name is given too."""


def locating(files: PackageFiles, places_in: PlacesIn) -> Locate:
    """What finds pointers of a whole package; the files are read again for it, and one that is gone has no places."""

    def locate(pointers: Collection[str]) -> Mapping[str, Position]:
        sought: dict[str, list[str]] = {}
        for pointer in pointers:
            file = named_file(pointer, files.sizes)
            if file is not None:
                sought.setdefault(file, []).append(pointer[len(file) + 1 :])
        return {
            pointer_in(file, pointer): place
            for file, data in files.read(sought)
            if isinstance(data, bytes)
            for pointer, place in places_in(data, file, sought[file]).items()
        }

    return locate
