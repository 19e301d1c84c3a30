"""Where the choices come from that a generator makes: Hypothesis, which can shrink them, or a seed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Protocol, TypeVar

from hypothesis import Phase, settings
from hypothesis import strategies as st

T = TypeVar("T")

# A whole standard is some thousand choices. To shrink one takes minutes, and a failure would look like a suite that
# hangs; so a failing example is shown as it was found. There are fewer of them, since each holds much of the language.
BOUNDED = settings(
    max_examples=max(settings().max_examples // 2, 1),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    report_multiple_bugs=False,
)


class Dice(Protocol):
    """A source of whole numbers; the lower, the simpler what is made from them."""

    def below(self, end: int) -> int:
        """A number from 0 up to, not including, `end`."""
        ...


@dataclass(frozen=True, slots=True)
class Drawn:
    """Choices that Hypothesis makes."""

    draw: Callable[[st.SearchStrategy[int]], int]

    def below(self, end: int) -> int:
        """A number that Hypothesis shrinks towards 0."""
        return self.draw(_below(end))


@cache
def _below(end: int) -> st.SearchStrategy[int]:
    return st.integers(0, end - 1)


@dataclass(frozen=True, slots=True)
class Thrown:
    """Choices that a seed makes, the same at every run."""

    random: Random

    def below(self, end: int) -> int:
        """A number that the seed tells."""
        return self.random.randrange(end)


def pick(dice: Dice, options: Sequence[T]) -> T:
    """One of some options, the simplest first."""
    return options[dice.below(len(options))] if len(options) > 1 else options[0]


def chance(dice: Dice, one_in: int) -> bool:
    """True about once in so many times."""
    return dice.below(one_in) == one_in - 1
