"""What frozen records have in common, written once.

Generating equality, hash and repr anew for each of a hundred dataclasses is a third of a start-up, so the records that
a check loads are declared with `@dataclass(frozen=True, slots=True, eq=False, repr=False)` and take these.
"""

from __future__ import annotations


class Frozen:
    """Equal where the class and every field are; shown as it would be written.

    INVARIANT: a subclass is a frozen dataclass, so that `__match_args__` names its fields.
    """

    __slots__ = ()
    __match_args__: tuple[str, ...]

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__match_args__)

    def __hash__(self) -> int:
        return hash((type(self), *(getattr(self, name) for name in self.__match_args__)))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__name__}({fields})"

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        # Made again by its own constructor, which is compiled, where the general way sets field by field.
        return type(self), tuple(getattr(self, name) for name in self.__match_args__)
