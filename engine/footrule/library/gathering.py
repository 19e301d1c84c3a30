"""The shelf of a run: what was named for it, what is installed and what ships, each edition once.

An edition is known by its id and version. Where two places have it, what is nearer to the run goes first: what was
named for it, then what was installed, then what ships; and where their texts differ, that is told. Two of the same
nearness that differ are refused, since nothing but chance would choose between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from footrule.frozen import Frozen, dataclass
from footrule.library.catalogue import Catalogue
from footrule.library.installed import installed
from footrule.library.offers import Offer
from footrule.library.shelf import Edition, shipped
from footrule.text.wording import Wording, worded


class Origin(Enum):
    """How near to a run a place is; the nearest comes first."""

    NAMED = "named"
    INSTALLED = "installed"
    SHIPPED = "shipped"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Shelf(Frozen):
    """What a run has to choose from, and what is to be told of how it came together."""

    offers: tuple[tuple[Offer, Origin], ...]
    notices: tuple[Wording, ...]

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The editions that can be asked for; what packs bring along is not among them."""
        return tuple(offer.edition for offer, _ in self.offers)

    def origin(self, edition: Edition) -> Origin:
        """Where an edition of this shelf is from."""
        return next(origin for offer, origin in self.offers if offer.edition == edition)

    def catalogue(self, drafts: Iterable[Edition] = ()) -> Catalogue:
        """The catalogue of this shelf, where a text that somebody works on stands in for the edition of its version."""
        worked_on = list(drafts)
        known = {(one.id, one.version) for one in worked_on}
        others = [one for one in self.editions if (one.id, one.version) not in known]
        packs = {
            offer.edition.pack: Catalogue(offer.packed) for offer, _ in self.offers if offer.edition.pack is not None
        }
        return Catalogue([*others, *worked_on], packs)


def shelf(named: Iterable[Offer] = ()) -> Shelf | Wording:
    """The shelf of a run for which some packs and texts were named; or why there is none."""
    found = installed()
    if isinstance(found, Wording):
        return found
    return gathered({
        Origin.NAMED: named,
        Origin.INSTALLED: found,
        Origin.SHIPPED: [Offer(one) for one in shipped()],
    })  # fmt: skip


def gathered(places: Mapping[Origin, Iterable[Offer]]) -> Shelf | Wording:
    """The shelf of what some places offer, or which two of them contradict each other."""
    taken: dict[tuple[str, tuple[int, int, int]], tuple[Offer, Origin]] = {}
    notices: list[Wording] = []
    for origin in Origin:
        for offer in places.get(origin, ()):
            edition = offer.edition
            before, nearness = taken.setdefault((edition.id, edition.version), (offer, origin))
            if before is offer:
                continue
            if nearness is not origin:
                notices += [_told(before.edition, edition)] if before.edition.data != edition.data else []
            elif _differ(before.edition, edition):
                return _contradiction(before.edition, edition)
            elif before.edition.pack is None and edition.pack is not None:
                taken[edition.id, edition.version] = offer, origin
    return Shelf(tuple(taken.values()), tuple(dict.fromkeys(notices)))


def _differ(one: Edition, other: Edition) -> bool:
    """Whether two editions of one version differ: in texts or tables, or in what their packs bring along."""
    if one.pack is not None and other.pack is not None:
        return one.pack.sha256 != other.pack.sha256
    return one.data != other.data or _tables(one) != _tables(other)


def _tables(edition: Edition) -> dict[str, bytes | None]:
    """The tables of factors beside an edition, which decide with its text."""
    beside = edition.beside
    return {} if beside is None else {name: beside.read(name) for name in beside.tables()}


def _told(nearer: Edition, other: Edition) -> Wording:
    title = f"{nearer.id} {nearer.version_text}"
    return worded(
        f"{title} is taken from {_place(nearer)}; the text in {_place(other)} is another",
        f"{title} 取自 {_place(nearer)}；{_place(other)} 中的文本与之不同",
    )


def _contradiction(one: Edition, other: Edition) -> Wording:
    title = f"{one.id} {one.version_text}"
    return worded(
        f"{title} is in {_place(one)} and in {_place(other)}, and they differ: keep one of them",
        f"{_place(one)} 与 {_place(other)} 都含有 {title}，而内容不同：请保留其一",
    )


def _place(edition: Edition) -> str:
    return edition.name if edition.pack is None else edition.pack.name
