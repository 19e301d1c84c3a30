"""The manifest of a pack: what it holds, and the hash of each part; its own hash is that of the pack.

It is written in one way only, so that what was read can be written again and compared. Neither the engine that packed
nor the day is in it: the same standard is the same pack, whoever packs it, and whenever.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import cast

from footrule.pack.file_names import text_of
from footrule.text.wording import Wording

FORMAT = 1


@dataclass(frozen=True, slots=True)
class PackedStandard:
    """One text in a pack; `sha256` is that of its bytes."""

    kind: str
    id: str
    version: str
    sha256: str

    @property
    def file(self) -> str:
        """The name of the text in the pack."""
        return text_of(self.id, self.version)


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One file in a pack."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The standard that a pack is of, everything that it is built on, and every file but the manifest itself."""

    standard: PackedStandard
    title: Wording
    built_on: tuple[PackedStandard, ...]
    files: tuple[PackedFile, ...]

    @property
    def standards(self) -> tuple[PackedStandard, ...]:
        """Every standard and library in the pack, that which it is of first."""
        return (self.standard, *self.built_on)

    @property
    def name(self) -> str:
        """What the pack is called: the id and the version of its standard."""
        return f"{self.standard.id}-{self.standard.version}"


def written(manifest: Manifest) -> bytes:
    """The one text of a manifest."""
    value = {
        "format": FORMAT,
        **_standard(manifest.standard),
        "title": dict(manifest.title.texts),
        "built_on": [_standard(one) for one in manifest.built_on],
        "files": [{"name": one.name, "size": one.size, "sha256": one.sha256} for one in manifest.files],
    }
    return (json.dumps(value, ensure_ascii=True, indent=1) + "\n").encode("ascii")


def _standard(one: PackedStandard) -> dict[str, object]:
    return {"kind": one.kind, "id": one.id, "version": one.version, "sha256": one.sha256}


def content_hash(manifest: bytes) -> str:
    """The content hash of a pack, from the text of its manifest."""
    return sha256(manifest).hexdigest()


def read(text: bytes) -> Manifest | int | None:
    """The manifest of that text; of a later format, its number; None for any other text."""
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    members = _members(value)
    found = members.get("format")
    if type(found) is int and found > FORMAT:
        return found
    manifest = _manifest(members)
    # What is equal but not the same text (another order, true for 1, a member more) is told by writing it again.
    return manifest if manifest is not None and written(manifest) == text else None


def _manifest(members: dict[str, object]) -> Manifest | None:
    head = _packed_standard(members)
    built_on = [_packed_standard(_members(one)) for one in _elements(members.get("built_on"))]
    files = [_packed_file(_members(one)) for one in _elements(members.get("files"))]
    title = _members(members.get("title"))
    if head is None or None in built_on or None in files or not title:
        return None
    return Manifest(
        head,
        Wording(tuple((tag, str(text)) for tag, text in title.items())),
        tuple(one for one in built_on if one is not None),
        tuple(one for one in files if one is not None),
    )


def _packed_standard(members: dict[str, object]) -> PackedStandard | None:
    match [members.get(name) for name in ("kind", "id", "version", "sha256")]:
        case [str(kind), str(id), str(version), str(digest)]:
            return PackedStandard(kind, id, version, digest)
        case _:
            return None


def _packed_file(members: dict[str, object]) -> PackedFile | None:
    match [members.get(name) for name in ("name", "size", "sha256")]:
        case [str(name), int(size), str(digest)]:
            return PackedFile(name, size, digest)
        case _:
            return None


def _members(value: object) -> dict[str, object]:
    return cast(dict[str, object], value) if isinstance(value, dict) else {}


def _elements(value: object) -> Iterator[object]:
    yield from cast(list[object], value) if isinstance(value, list) else []
