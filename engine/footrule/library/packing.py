"""Making the pack of a standard: its text, all that it was checked with, and what their examples name."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from footrule.library import packing_problems as problems
from footrule.library.catalogue import Catalogue
from footrule.library.lineage import built_on
from footrule.library.shelf import Edition
from footrule.model.standard import Standard
from footrule.pack.archive import LARGEST_PACK, MOST_FILES
from footrule.pack.file_names import folder_of, is_safe, text_of
from footrule.pack.manifest import PackedStandard
from footrule.pack.pack import Pack, packed
from footrule.text.wording import Wording


def pack_of(edition: Edition, standard: Standard, catalogue: Catalogue) -> Pack | Wording:
    """The pack of a standard, which was checked from an edition in a catalogue; or why it cannot be packed."""
    lines: dict[tuple[str, int], Edition] = {}
    for one in (edition, *built_on(catalogue, edition)):
        other = lines.setdefault((one.id, one.version[0]), one)
        if one.data != other.data:
            return problems.two_editions(edition, other, one)
    files: dict[str, bytes] = {}
    for one in lines.values():
        files[text_of(one.id, one.version_text)] = one.data
        for name in _names_beside(one, standard if one is edition else catalogue.load(one)):
            stored = f"{folder_of(one.id, one.version_text)}/{name}"
            data = one.beside.read(name) if one.beside is not None and is_safe(stored) else None
            if data is None:
                return problems.cannot_be_packed(one, name)
            files[stored] = data
    if len(files) >= MOST_FILES or sum(map(len, files.values())) > LARGEST_PACK:
        return problems.too_much(edition, MOST_FILES, LARGEST_PACK)
    head, *others = map(_listed, lines.values())
    return packed(head, standard.title, tuple(others), files)


def _names_beside(edition: Edition, loaded: object) -> Iterator[str]:
    """The files that the examples of an edition name, and its tables of factors."""
    assert isinstance(loaded, Standard), "what a standard without mistakes is built on has none"
    for example in loaded.examples:
        yield example.file
        if example.predecessor is not None:
            yield example.predecessor
        yield from example.beside
    if edition.beside is not None:
        yield from edition.beside.tables()


def _listed(edition: Edition) -> PackedStandard:
    return PackedStandard(edition.kind, edition.id, edition.version_text, sha256(edition.data).hexdigest())
