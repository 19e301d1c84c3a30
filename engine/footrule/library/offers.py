"""What files and folders offer for the shelf: packs, and the texts of standards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from footrule.frozen import Frozen, dataclass
from footrule.library.beside import LARGEST_FILE, InFolder, bytes_of, cannot_be_read, standard_too_large
from footrule.library.shelf import SUFFIX, Edition, edition_of
from footrule.pack.name import SUFFIX as PACK_SUFFIX
from footrule.text.wording import Wording, worded

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Offer(Frozen):
    """An edition for the shelf; where it comes in a pack, `packed` is all that is in the pack, the edition first."""

    edition: Edition
    packed: tuple[Edition, ...] = ()


def offers_in(folder: Traversable, shown: str) -> list[Offer] | Wording:
    """Every pack and standard in a folder, at whatever depth; or why one of them, or the folder, is refused."""
    found: list[Offer] = []
    try:
        for file, home, name in _files(folder, shown):
            offer = offer_of(file, home, name)
            if isinstance(offer, Wording):
                return offer
            found.append(offer)
    except OSError as error:
        return cannot_be_read(shown, error)
    if not found:
        return worded(
            f"{shown}: there is no pack and no standard in this folder", f"{shown}：此文件夹中没有标准包或标准"
        )
    return found


def _files(folder: Traversable, shown: str) -> Iterator[tuple[Traversable, Traversable, str]]:
    """The packs and texts in a folder, each with the folder that it stands in and what it is called.

    Links to folders are not followed: they may lead round in a circle.
    """
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        name = f"{shown}/{entry.name}"
        if entry.name.endswith((SUFFIX, PACK_SUFFIX)):
            yield entry, folder, name
        elif entry.is_dir() and not (isinstance(entry, Path) and entry.is_symlink()):
            yield from _files(entry, name)


def offer_of(file: Traversable, folder: Traversable, shown: str) -> Offer | Wording:
    """What a file offers, which stands in a folder; or why it is refused."""
    if shown.endswith(PACK_SUFFIX):
        from footrule.library.packed import packed_in
        from footrule.pack.archive import LARGEST_PACK

        data = bytes_of(file, shown, LARGEST_PACK)
        found = data if isinstance(data, Wording) else packed_in(data, shown)
        return found if isinstance(found, Wording) else Offer(found[0], found)
    data = bytes_of(file, shown, LARGEST_FILE)
    if isinstance(data, Wording):
        return data
    if len(data) > LARGEST_FILE:
        return standard_too_large(shown)
    edition = edition_of(data, shown, InFolder(folder))
    return not_a_standard(shown) if edition is None else Offer(edition)


def not_a_standard(shown: str) -> Wording:
    """The text does not say what it is."""
    return worded(
        f"{shown} does not begin as a standard does; `footrule lint` says more",
        f"{shown} 的开头不是标准的写法；可用 footrule lint 查看",
    )
