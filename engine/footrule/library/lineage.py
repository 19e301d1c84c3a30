"""What an edition was checked with: the editions, not only the standards, that it is built on."""

from __future__ import annotations

from collections.abc import Iterator

from footrule.library.catalogue import Catalogue
from footrule.library.shelf import Edition, version_numbers
from footrule.model.standard import Standard


def built_on(catalogue: Catalogue, edition: Edition) -> tuple[Edition, ...]:
    """The editions that one is built on, at whatever remove, each once, in the order in which it takes them in.

    None where it has errors.
    """
    return tuple(dict.fromkeys(_built_on(catalogue.around(edition), edition)))


def _built_on(catalogue: Catalogue, edition: Edition) -> Iterator[Edition]:
    loaded = catalogue.load(edition)
    if not isinstance(loaded, Standard):
        return
    for parent in loaded.built_on:
        if parent.by == loaded.id:
            found = _edition(catalogue, parent.id, version_numbers(parent.version))
            if found is not None:
                yield found
                yield from _built_on(catalogue.around(found), found)


def _edition(catalogue: Catalogue, id: str, version: tuple[int, int, int]) -> Edition | None:
    """The edition of an id and a version; of several, the one that a catalogue finds."""
    matching = (one for one in reversed(catalogue.editions) if (one.id, one.version) == (id, version))
    return next(matching, None)
