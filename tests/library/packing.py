"""Standards in packs, for the shelves of the tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from footrule.library.beside import InPack
from footrule.library.catalogue import Catalogue
from footrule.library.offers import Offer
from footrule.library.packed import packed_in
from footrule.library.packing import pack_of
from footrule.library.shelf import Edition
from footrule.model.standard import Standard
from footrule.pack.pack import Pack
from footrule.text.wording import Wording


def beside(edition: Edition, files: Mapping[str, bytes], *lines: str) -> Edition:
    """An edition with files beside it, and more lines at its end."""
    folder = InPack({f"here/{name}": data for name, data in files.items()}, "here")
    return replace(edition, data=edition.data + "\n".join(lines).encode(), beside=folder)


def tried(edition: Edition, *others: Edition | Offer) -> Pack | Wording:
    """The pack of an edition that lies on a shelf with others, or why there is none."""
    shelf = on_shelf(edition, *others)
    loaded = shelf.load(edition)
    assert isinstance(loaded, Standard), loaded
    return pack_of(edition, loaded, shelf)


def packed(edition: Edition, *others: Edition | Offer, name: str = "") -> Offer:
    """The same, opened again from a file."""
    pack = tried(edition, *others)
    assert isinstance(pack, Pack), pack
    editions = packed_in(pack.data, name or pack.name.name)
    assert not isinstance(editions, Wording), editions
    return Offer(editions[0], editions)


def on_shelf(*offered: Edition | Offer) -> Catalogue:
    """A catalogue of editions and packs."""
    packs = {one.edition.pack: Catalogue(one.packed) for one in offered if isinstance(one, Offer) and one.edition.pack}
    return Catalogue([one.edition if isinstance(one, Offer) else one for one in offered], packs)
