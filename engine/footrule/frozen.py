"""What frozen records have in common, written once, and a quick way to declare them.

Of a start-up, a third was the making of dataclasses, each of which has its methods generated and compiled anew. So the
records that a check loads are declared with

    @dataclass(frozen=True, slots=True, eq=False, repr=False)
    class Place(Frozen): ...

where `dataclass` is the one of this module. For a tenth of the cost it does what the one of the standard library does
with these options: type checkers, `dataclasses.fields` and `dataclasses.replace` take a record as what it says it is.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from dataclasses import Field, dataclass
    from types import FunctionType

__all__ = ["Frozen", "dataclass"]


class Frozen:
    """Equal where the class and every field are; shown as it would be written.

    INVARIANT: a subclass is a frozen dataclass, so that `__match_args__` names its fields.
    """

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()

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


if not TYPE_CHECKING:

    def dataclass(*, frozen: bool, slots: bool, eq: bool, repr: bool) -> Callable[[type[Frozen]], type[Frozen]]:
        """Make a record of a subclass of `Frozen`; the options are there for readers and type checkers."""
        assert frozen and slots and not eq and not repr, "records have these options and no others"
        return _record


def _record(declared: type[Frozen]) -> type[Frozen]:
    """The class once more, with a slot for each field, a constructor, and nothing that can be set."""
    base: type[Frozen] = declared.__bases__[0]
    own = tuple(declared.__annotations__)
    members = {name: value for name, value in vars(declared).items() if name not in _NOT_TAKEN_OVER}
    defaults = {name: members.pop(name) for name in own if name in members}
    assert "__post_init__" not in members, "what has more to do when it is made takes `dataclasses.dataclass`"
    members |= {
        "__slots__": own,
        "__match_args__": (*base.__match_args__, *own),
        "__init__": _made_when_called,
        "__setattr__": _refused,
        "__delattr__": _refused,
        _FIELDS: _DESCRIBED_WHEN_ASKED,
        _DEFAULTS: {**getattr(base, _DEFAULTS, {}), **defaults},
    }
    made = cast("Callable[..., type[Frozen]]", type(declared))(declared.__name__, declared.__bases__, members)
    made.__qualname__ = declared.__qualname__
    return made


_FIELDS = "__dataclass_fields__"
"""Where the standard library looks for the fields of a dataclass."""
_DEFAULTS = "_defaults"
_NOT_TAKEN_OVER = frozenset({"__dict__", "__weakref__"})


def _made_when_called(self: Frozen, *values: object, **named: object) -> None:
    """The constructor until its first call, which compiles the one that is called from then on."""
    of = next(one for one in type(self).__mro__ if vars(one).get("__init__") is _made_when_called)
    constructor = _constructor(of)
    of.__init__ = constructor  # type: ignore[misc]
    constructor(self, *values, **named)


def _constructor(of: type[Frozen]) -> Callable[..., None]:
    names = of.__match_args__
    made = _template(len(names))(*(getattr(of, name).__set__ for name in names))
    made.__code__ = made.__code__.replace(co_varnames=("self", *names))
    defaults: Mapping[str, object] = getattr(of, _DEFAULTS)
    made.__defaults__ = tuple(defaults[name] for name in names if name in defaults)
    made.__qualname__ = f"{of.__qualname__}.__init__"
    return made


@cache
def _template(many: int) -> Callable[..., FunctionType]:
    """What makes constructors that fill so many slots: compiled once for all records of that length."""
    values = [f"value{one}" for one in range(many)]
    slots = [f"slot{one}" for one in range(many)]
    filling = "; ".join(f"{slot}(self, {value})" for slot, value in zip(slots, values, strict=True)) or "pass"
    text = f"""
def made({", ".join(slots)}):
    def __init__({", ".join(["self", *values])}):
        {filling}
    return __init__
"""
    names: dict[str, Callable[..., FunctionType]] = {}
    exec(text, names)  # noqa: S102 nothing in the text comes from elsewhere
    return names["made"]


class _FieldsWhenAsked:
    """The fields of a record as the standard library describes those of a dataclass, described when it asks."""

    def __get__(self, one: object, of: type[Frozen]) -> Mapping[str, Field[object]]:
        from dataclasses import field, make_dataclass

        defaults: Mapping[str, object] = getattr(of, _DEFAULTS)
        records = [one for one in reversed(of.__mro__) if issubclass(one, Frozen)]
        types = {name: kind for one in records for name, kind in one.__annotations__.items()}
        described = [
            (name, types[name], field(default=defaults[name]) if name in defaults else field())
            for name in of.__match_args__
        ]
        alike = make_dataclass(
            of.__name__, described, init=False, repr=False, eq=False, namespace={"__doc__": of.__doc__ or of.__name__}
        )
        found: Mapping[str, Field[object]] = getattr(alike, _FIELDS)
        setattr(of, _FIELDS, found)
        return found


_DESCRIBED_WHEN_ASKED = _FieldsWhenAsked()


def _refused(self: Frozen, name: str, value: object = None) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")
