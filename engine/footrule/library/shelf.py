"""What lies on the shelf: every standard and library file that is installed, by id and version, not yet read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from footrule.frozen import Frozen, dataclass
from footrule.library.beside import Beside, InFolder
from footrule.resources import data_folder
from footrule.text.pattern import pattern

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from footrule.pack.name import PackName

SUFFIX = ".pcr"
_EXTENDS = pattern(r"^[^\S\n]*(?:extends|扩展)\s((?:\s*\w+\s+\d+\s*[,，、]?)+)", re.MULTILINE)
_PARENT = pattern(r"([^\W\d]\w*)\s+(\d+)")
SHELVES = ("rules", "standards")
_KINDS = {"标准": "standard", "规则库": "library"}
_HEAD = pattern(r"^[^\S\n]*(standard|library|标准|规则库)\s+(\w+)\s+(\d+\.\d+\.\d+)", re.MULTILINE)

_USUALLY_ENOUGH = 8192
"""In bytes: the head of a text stands at its beginning."""
_ALLOCATES = pattern(r"^[^\S\n]*(?:allocate|分配)\s", re.MULTILINE)
_CODE = pattern(r'\b(cas|hs|cpc|urn)\s+"([^"\n]*)"')


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Edition(Frozen):
    """One file: what it calls itself, and its bytes as they were found; `pack` where it came in one.

    What lies `beside` it tells no edition from another.
    """

    kind: str
    id: str
    version: tuple[int, int, int]
    name: str
    data: bytes
    pack: PackName | None = None
    beside: Beside | None = None

    def __eq__(self, other: object) -> bool:
        return self._compared == other._compared if isinstance(other, Edition) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._compared)

    @property
    def _compared(self) -> tuple[object, ...]:
        return self.kind, self.id, self.version, self.name, self.data, self.pack

    @property
    def version_text(self) -> str:
        """The version as it is written."""
        return ".".join(map(str, self.version))


@lru_cache(maxsize=256)
def codes_named(edition: Edition) -> tuple[tuple[str, str], ...]:
    """Every scheme and code that a text names: what it covers is among them, before anything is checked."""
    found: list[tuple[str, str]] = _CODE.findall(edition.data.decode("utf-8", "replace"))
    return tuple(found)


def extended_by(edition: Edition) -> tuple[tuple[str, int], ...]:
    """What an edition says that it extends, by id and major version, read from its text alone."""
    line = _EXTENDS.search(edition.data.decode("utf-8", "replace"))
    if line is None:
        return ()
    return tuple((name, int(major[:9])) for name, major in _PARENT.findall(line[1]))


def editions_in(folder: Traversable, name: str) -> Iterator[Edition]:
    """Every edition below a folder, in the order of the file names."""
    for entry, is_folder in _entries(folder):
        path = f"{name}/{entry}"
        if is_folder:
            yield from editions_in(folder / entry, path)
        elif entry.endswith(SUFFIX):
            edition = edition_of((folder / entry).read_bytes(), path, InFolder(folder))
            if edition is not None:
                yield edition


def _entries(folder: Traversable) -> list[tuple[str, bool]]:
    """What is in a folder, by name, and whether it is a folder too: a disk tells that without being asked for each."""
    if isinstance(folder, Path):
        with os.scandir(folder) as entries:
            return sorted((one.name, one.is_dir()) for one in entries)
    return sorted((one.name, one.is_dir()) for one in folder.iterdir())


def allocates(edition: Edition) -> bool:
    """Whether an allocation may stand in an edition, by its text alone."""
    return _ALLOCATES.search(edition.data.decode("utf-8", "replace")) is not None


def edition_of(data: bytes, name: str, beside: Beside | None = None, pack: PackName | None = None) -> Edition | None:
    """What a file calls itself, or None where it does not say so in the way the language asks."""
    head = _head(data[:_USUALLY_ENOUGH]) if len(data) > _USUALLY_ENOUGH else None
    # What stands at the very end of the beginning of a text may go on behind it.
    if head is None or head.end() > _USUALLY_ENOUGH // 2:
        head = _head(data)
    if head is None:
        return None
    kind, name_in_head, version = head.groups()
    return Edition(_KINDS.get(kind, kind), name_in_head, version_numbers(version), name, data, pack, beside)


def _head(data: bytes) -> re.Match[str] | None:
    return _HEAD.search(data.decode("utf-8", "replace"))


def version_numbers(version: str) -> tuple[int, int, int]:
    """A version as three numbers, which leading zeros do not change."""
    major, minor, patch = (int(part[:9]) for part in version.split("."))
    return major, minor, patch


def shipped() -> list[Edition]:
    """The editions that ship with the engine."""
    return [edition for shelf in SHELVES for edition in editions_in(data_folder(shelf), shelf)]
