"""What `--library` names, and packs that stand where a standard is asked for: the shelf of a command."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from footrule.cli import console
from footrule.frozen import Frozen, dataclass
from footrule.library.gathering import Shelf, shelf
from footrule.library.offers import Offer, offer_of, offers_in
from footrule.pack.name import SUFFIX as PACK_SUFFIX
from footrule.text.wording import Wording, worded


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Asked(Frozen):
    """The shelf of a command, and what it is asked for: an id stands for each pack that was named instead."""

    shelf: Shelf
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """The one standard that was asked for."""
        (name,) = self.names
        return name


def asked(names: Iterable[str], libraries: Sequence[str], language: str) -> Asked | Wording:
    """The shelf with the libraries and the packs that a command names, or why there is none; its notices are told."""
    found = asked_quietly(names, libraries)
    if isinstance(found, Asked):
        for notice in found.shelf.notices:
            console.complain(notice, language)
    return found


def asked_quietly(names: Iterable[str], libraries: Sequence[str]) -> Asked | Wording:
    """The same, and its notices are not told yet."""
    offers: list[Offer] = []
    for one in libraries:
        found = _named(one)
        if isinstance(found, Wording):
            return found
        offers += found
    ids: list[str] = []
    for one in names:
        if not one.endswith(PACK_SUFFIX):
            ids.append(one)
            continue
        offer = offer_at(Path(one))
        if isinstance(offer, Wording):
            return offer
        offers.append(offer)
        ids.append(f"{offer.edition.id}@{offer.edition.version_text}")
    on_shelf = shelf(offers)
    return on_shelf if isinstance(on_shelf, Wording) else Asked(on_shelf, tuple(ids))


def offer_at(path: Path) -> Offer | Wording:
    """What a file offers: a pack, or the text of a standard."""
    return offer_of(path, path.parent, str(path))


def never_changed(path: Path) -> Wording:
    """That a pack is asked to be other than it is."""
    return worded(f"{path}: a pack is never changed", f"{path}：标准包不可修改")


def _named(library: str) -> list[Offer] | Wording:
    path = Path(library)
    if path.is_dir():
        return offers_in(path, str(path))
    offer = offer_at(path)
    return offer if isinstance(offer, Wording) else [offer]
