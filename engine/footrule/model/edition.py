"""Editions of one standard in time: how each stands on a day, and which of them is applied."""

from __future__ import annotations

from datetime import date
from enum import Enum

from footrule.frozen import Frozen, dataclass
from footrule.model.standard import Standard
from footrule.pack.name import PackName
from footrule.text.wording import Wording, worded


class Standing(Enum):
    """How an edition stands on a day."""

    IN_FORCE = "in force"
    STILL_ALLOWED = "still allowed"
    NOT_YET = "not yet in force"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class EditionStanding(Frozen):
    """An edition by its version, and how it stands.

    `day` is the first day of one that is or will be in force, the last one of one that is still allowed or withdrawn,
    and the day since when one is replaced; None where no text says so. `by` is the version that replaces it.
    """

    version: str
    standing: Standing
    day: date | None
    by: str | None

    @property
    def may_be_applied(self) -> bool:
        """Whether a submission may be held against it without anybody asking for it by name."""
        return self.standing in (Standing.IN_FORCE, Standing.STILL_ALLOWED)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ChosenEdition(Frozen):
    """The standard to apply, why, how that edition stands, and how the others do, the newest first.

    `pack` is what it came in; None where it lay on the shelf by itself.
    """

    standard: Standard
    because: Wording
    edition: EditionStanding
    others: tuple[EditionStanding, ...]
    pack: PackName | None = None


def told(one: EditionStanding) -> Wording:
    """How an edition stands, in words: `0.3.0 is in force from 2027-07-01`."""
    version, day, by = one.version, one.day, one.by
    match one.standing:
        case Standing.IN_FORCE if day is None:
            return worded(f"{version} is in force", f"{version} 现行有效")
        case Standing.IN_FORCE:
            return worded(f"{version} is in force since {day}", f"{version} 自 {day} 起施行")
        case Standing.STILL_ALLOWED:
            return worded(
                f"{version} is replaced by {by}, and may still be applied until {day}",
                f"{version} 已由 {by} 代替，可继续采用至 {day}",
            )
        case Standing.NOT_YET:
            return worded(f"{version} is not in force before {day}", f"{version} 尚未施行，自 {day} 起施行")
        case Standing.WITHDRAWN:
            return worded(f"{version} was withdrawn after {day}", f"{version} 有效期至 {day}，已废止")
        case Standing.REPLACED if day is None:
            return worded(f"{version} is replaced by {by}", f"{version} 已由 {by} 代替")
        case Standing.REPLACED:
            return worded(f"{version} is replaced by {by} since {day}", f"{version} 自 {day} 起由 {by} 代替")
