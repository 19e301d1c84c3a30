"""What an edition was checked with: the editions, not only the standards, that it is built on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from footrule.library.catalogue import Catalogue
from footrule.library.shelf import Edition, version_numbers
from footrule.model.standard import Extended, Standard


def built_on(catalogue: Catalogue, edition: Edition) -> tuple[Edition, ...]:
    """The editions that one is built on, at whatever remove, each once, in the order in which it takes them in.

    None where it has errors.
    """
    own = catalogue.around(edition)
    loaded = own.load(edition)
    if not isinstance(loaded, Standard):
        return ()
    return tuple(dict.fromkeys(_above(own, loaded.id, loaded.built_on)))


def _above(catalogue: Catalogue, child: str, every: Sequence[Extended]) -> Iterator[Edition]:
    """The editions that a child takes in, each followed by what that one takes in."""
    for parent in every:
        if parent.by == child:
            found = _edition(catalogue, parent.id, version_numbers(parent.version))
            if found is not None:
                yield found
                yield from _above(catalogue.around(found), parent.id, every)


def _edition(catalogue: Catalogue, id: str, version: tuple[int, int, int]) -> Edition | None:
    """The edition of an id and a version; of several, the one that a catalogue finds."""
    matching = (one for one in reversed(catalogue.editions) if (one.id, one.version) == (id, version))
    return next(matching, None)
