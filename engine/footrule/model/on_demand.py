"""A checked standard of which only what is asked for is read, from where it was kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from footrule.model.outline import Outline, outline
from footrule.model.standard import Rule, Standard


class Kept(Protocol):
    """Where a checked standard is kept."""

    def fields(self, name: str) -> Mapping[str, object]:
        """A field of it, with those that are kept together with that one."""
        ...

    def rule(self, place: int) -> Rule:
        """One of its rules, without the others."""
        ...


class StandardOnDemand(Standard):
    """A standard that is complete to whoever asks: what it does not have yet is read then, and once.

    Its slots are empty until that, and Python asks `__getattr__` for what it does not find. `made_from` is a hash of
    everything that it was made from: text, parents, and the engine that checked it.
    """

    __slots__ = ("_kept", "_rules", "made_from", "outline")

    _kept: Kept
    _rules: dict[int, Rule]
    made_from: str
    outline: Outline

    def __new__(cls, *values: object, **named: object) -> Standard:  # type: ignore[misc]
        """A changed one is a standard like any other: nothing of it is kept anywhere."""
        return Standard(*values, **named)  # type: ignore[arg-type]

    @classmethod
    def of(cls, kept: Kept, now: Mapping[str, object], known: Outline, made_from: str) -> StandardOnDemand:
        """The standard that is kept there, with those fields and the outline that it has now."""
        made = object.__new__(cls)
        own: dict[str, object] = {"_kept": kept, "_rules": {}, "made_from": made_from, "outline": known}
        for name, value in (own | dict(now)).items():
            object.__setattr__(made, name, value)
        return made

    def __getattr__(self, name: str) -> object:
        if name not in Standard.__match_args__:
            raise AttributeError(name)
        found = self._kept.fields(name)
        for each, value in found.items():
            object.__setattr__(self, each, value)
        return found[name]

    def rule(self, place: int) -> Rule:
        """One of its rules: the others are not read for it."""
        if place not in self._rules:
            self._rules[place] = self._kept.rule(place)
        return self._rules[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Standard) and _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash((Standard, *_values(self)))

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return Standard, _values(self)


def _values(one: Standard) -> tuple[object, ...]:
    return tuple(getattr(one, name) for name in Standard.__match_args__)


def outline_of(standard: Standard) -> Outline:
    """The outline of a standard: known already of one that is read on demand."""
    return standard.outline if isinstance(standard, StandardOnDemand) else outline(standard)


def rule_of(standard: Standard, place: int) -> Rule:
    """The rule at a place, without the others where the standard is read on demand."""
    return standard.rule(place) if isinstance(standard, StandardOnDemand) else standard.rules[place]
