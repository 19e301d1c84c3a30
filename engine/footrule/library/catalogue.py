"""The catalogue: from an id and a version to a checked standard, or to what is wrong with its text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from footrule.frozen import Frozen, dataclass
from footrule.library import cache
from footrule.library.editions import by_data, period_of, standings
from footrule.library.shelf import Edition, extended_by, version_numbers
from footrule.model.edition import ChosenEdition, EditionStanding
from footrule.model.standard import Standard
from footrule.text.wording import Wording

if TYPE_CHECKING:
    from footrule.library.checking import Checked
    from footrule.pack.name import PackName
    from footrule.text.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Broken(Frozen):
    """A standard that does not check, and what is wrong with it."""

    edition: Edition
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NotFound(Frozen):
    """No such standard, or none that is in force: what was asked for, what is nearest, what there is."""

    asked: str
    did_you_mean: str | None
    editions: tuple[str, ...]


class Catalogue:
    """The editions on the shelf, checked when they are first asked for.

    One that came in a pack is checked with what is in that pack (`packs`), so that it means the same on every shelf.
    """

    def __init__(self, editions: Sequence[Edition], packs: Mapping[PackName, Catalogue] | None = None) -> None:
        self.editions = tuple(sorted(editions, key=lambda one: (one.id, one.version)))
        self._packs = packs or {}
        self._loaded: dict[Edition, Standard | Broken] = {}
        self._loading: list[Edition] = []
        self._entries: dict[Edition, cache.Entry | None] = {}

    def find(self, asked: str, as_of: date, data_until: date | None = None) -> Standard | Broken | NotFound:
        """The standard that `ID` or `ID@VERSION` names, in the edition that a day and the end of the data choose.

        A version may be given in part: `1` and `1.2` are the editions of that line. A version need not be in force: of
        those that are asked for and none of which is, the newest is meant. Without a version there is then none.
        """
        name, at, version = asked.partition("@")
        named = [edition for edition in self.editions if edition.id == name]
        matching = [edition for edition in named if _is_version(edition, version) or not at]
        applicable = self._applicable(matching, as_of)
        if applicable:
            return self.load(by_data(applicable, [period_of(one).begins for one in applicable], data_until))
        if matching and version:
            return self.load(matching[-1])
        from footrule.text.suggest import nearest

        ids = sorted({edition.id for edition in self.editions})
        return NotFound(
            asked,
            None if named else nearest(name, ids),
            tuple(f"{edition.id}@{edition.version_text}" for edition in named) or tuple(ids),
        )

    def applicable(self, id: str, as_of: date) -> list[Standard | Broken]:
        """The editions of a standard that may be applied on a day, the newest first: more than one in a transition."""
        return [self.load(one) for one in self._applicable(self._named(id), as_of)]

    def chosen(self, standard: Standard, because: Wording, as_of: date) -> ChosenEdition:
        """An edition that is to be applied on a day, with how it and the others stand on it."""
        stand, found = self.standings(standard.id, as_of), self.edition_with(standard)
        edition = next(one for one in stand if one.version == found.version_text)
        others = tuple(one for one in stand if one.version != found.version_text)
        return ChosenEdition(standard, because, edition, others, found.pack)

    def edition_with(self, standard: Standard) -> Edition:
        """The edition that a standard of this catalogue was checked from; drafts go before what has their version."""
        version = version_numbers(standard.version)
        return next(one for one in reversed(self._named(standard.id)) if one.version == version)

    def standings(self, id: str, as_of: date) -> tuple[EditionStanding, ...]:
        """How the editions of a standard stand on a day, the newest first."""
        return tuple(standings(self._named(id), as_of).values())

    def _named(self, id: str) -> list[Edition]:
        return [edition for edition in self.editions if edition.id == id]

    def _applicable(self, editions: Sequence[Edition], as_of: date) -> list[Edition]:
        """Those of some editions of one standard that may be applied on a day, the newest first."""
        if not editions:
            return []
        stand = standings(self._named(editions[0].id), as_of)
        return [one for one in reversed(editions) if stand[one].may_be_applied]

    def extended(self, id: str, major: int) -> Standard | None:
        """The newest edition of a major version, for a standard that extends it; None where none can be used."""
        newest = self._newest(id, major)
        standard = None if newest is None else self.load(newest)
        return standard if isinstance(standard, Standard) else None

    def _newest(self, id: str, major: int) -> Edition | None:
        """The newest edition of a major version, of those that are not being checked just now."""
        every = (one for one in reversed(self.editions) if one.id == id and one.version[0] == major)
        return next((one for one in every if one not in self._loading), None)

    def circle(self, parent: tuple[str, int], home: tuple[str, int]) -> tuple[str, ...]:
        """The ids of the files by way of which `parent` extends `home`, which extends it; none where it does not."""
        ways: list[tuple[tuple[str, int], ...]] = [(home, parent)]
        met: set[tuple[str, int]] = set()
        while ways:
            way = ways.pop(0)
            if way[-1] == home:
                return tuple(name for name, _ in way)
            if way[-1] not in met:
                met.add(way[-1])
                ways += [(*way, one) for one in self._extended_by(way[-1])]
        return ()

    def _extended_by(self, wanted: tuple[str, int]) -> tuple[tuple[str, int], ...]:
        editions = (one for one in reversed(self.editions) if (one.id, one.version[0]) == wanted)
        newest = next(editions, None)
        return () if newest is None else extended_by(newest)

    def load(self, edition: Edition) -> Standard | Broken:
        """An edition, from the cache where it may be, else checked now."""
        if self.around(edition) is not self:
            return self.around(edition).load(edition)
        if edition not in self._loaded:
            self._loading.append(edition)
            self._loaded[edition] = self._from_cache(edition) or self._checked(edition)
            self._loading.pop()
            self._entries.pop(edition, None)
        return self._loaded[edition]

    def around(self, edition: Edition) -> Catalogue:
        """The catalogue that an edition is checked with: that of its own pack, else this one."""
        return self if edition.pack is None else self._packs.get(edition.pack, self)

    def _from_cache(self, edition: Edition) -> Standard | None:
        entry = self._entry(edition)
        return None if entry is None else entry.standard(lambda: self._checked_again(edition))

    def _checked_again(self, edition: Edition) -> Standard:
        """The standard of an edition whose entry in the cache cannot be read after all: whole, and from no entry."""
        found = self._checked_and_kept(edition).standard
        assert found is not None, f"{edition.name} was in order when it was put into the cache"
        return found

    def _entry(self, edition: Edition) -> cache.Entry | None:
        """What the cache holds of an edition, where its parents are those that it was checked with; fetched once."""
        if edition not in self._entries:
            self._entries[edition] = None  # what is met again on the way is no parent of itself
            entry = cache.fetch(cache.entry_key(edition.data))
            if entry is not None and all(map(self._is_still, entry.parents)):
                self._entries[edition] = entry
        return self._entries[edition]

    def _is_still(self, parent: tuple[str, int, str]) -> bool:
        name, major, sha256 = parent
        newest = self._newest(name, major)
        return newest is not None and self.around(newest).digest(newest) == sha256

    def digest(self, edition: Edition) -> str | None:
        """The hash of the standard of an edition, by the cache where that tells; None of a broken one."""
        entry = None if edition in self._loaded else self._entry(edition)
        found = self.load(edition) if entry is None else entry
        return None if isinstance(found, Broken) else found.sha256

    def _checked(self, edition: Edition) -> Standard | Broken:
        found = self._checked_and_kept(edition)
        if found.standard is None:
            return Broken(edition, found.diagnostics)
        # From here on it is what the next run finds, so that whatever is kept by what it was made from is found again.
        kept = cache.fetch(cache.entry_key(edition.data))
        return (None if kept is None else kept.standard(lambda: self._checked_again(edition))) or found.standard

    def _checked_and_kept(self, edition: Edition) -> Checked:
        from footrule.library.checking import checked

        found = checked(edition, self)
        if found.standard is not None:
            cache.keep(cache.entry_key(edition.data), found.parents, found.standard)
        return found


def _is_version(edition: Edition, version: str) -> bool:
    return edition.version_text == version or edition.version_text.startswith(version + ".")
