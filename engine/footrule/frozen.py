"""What frozen records have in common, written once, and a quick way to declare them.

Of a start-up, a third was the making of dataclasses, each of which has its methods generated and compiled anew. So the
records that a check loads are declared with

    @dataclass(frozen=True, slots=True, eq=False, repr=False)
    class Place(Frozen): ...

where `dataclass` is the one of this module. For a tenth of the cost it does what the one of the standard library does
with these options: type checkers, `dataclasses.fields` and `dataclasses.replace` take a record as what it says it is.
`field` and `replace` are here as well, for a start-up without the module `dataclasses`, and `inspect` which that loads.

A record that is compared or hashed by the million says itself how: the methods of `Frozen` go field by field.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from dataclasses import Field, dataclass, field, replace
    from types import FunctionType

__all__ = ["Frozen", "dataclass", "field", "replace"]


class Frozen:
    """Equal where the class and every field are; shown as it would be written.

    INVARIANT: a subclass is a frozen dataclass, so that `__match_args__` names the fields it is made with.
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

    def field(
        *,
        init: bool = True,
        default_factory: Callable[[], object] | None = None,
        repr: bool = True,
        compare: bool = True,
    ) -> _Made:
        """A field that is made when its record is: by `default_factory`, or with `init=False` in `__post_init__`.

        One that the record is not made with is no part of what is compared or shown, whatever else is said.
        """
        assert not init or (default_factory is not None and repr and compare), "there are no other fields of this kind"
        return _Made(default_factory)

    def replace(record: Frozen, /, **changed: object) -> Frozen:
        """The record with other values."""
        return type(record)(**{name: getattr(record, name) for name in record.__match_args__} | changed)


class _Made:
    """What is said of a field by `field`: it is made with the record, or it is given, else made by the factory."""

    __slots__ = ("factory",)

    def __init__(self, factory: Callable[[], object] | None) -> None:
        self.factory = factory


def _record(declared: type[Frozen]) -> type[Frozen]:
    """The class once more, with a slot for each field, a constructor, and nothing that can be set."""
    base: type[Frozen] = declared.__bases__[0]
    own = tuple(declared.__annotations__)
    members = {name: value for name, value in vars(declared).items() if name not in _NOT_TAKEN_OVER}
    defaults = {name: members.pop(name) for name in own if name in members}
    given = tuple(name for name in own if not _is_made_afterwards(defaults.get(name)))
    members |= {
        "__slots__": own,
        "__match_args__": (*base.__match_args__, *given),
        "__init__": _made_when_called,
        "__setattr__": _refused,
        "__delattr__": _refused,
        _FIELDS: _DESCRIBED_WHEN_ASKED,
        _DEFAULTS: {**getattr(base, _DEFAULTS, {}), **defaults},
    }
    made = cast("Callable[..., type[Frozen]]", type(declared))(declared.__name__, declared.__bases__, members)
    made.__qualname__ = declared.__qualname__
    return made


def _is_made_afterwards(default: object) -> bool:
    return isinstance(default, _Made) and default.factory is None


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
    defaults: Mapping[str, object] = getattr(of, _DEFAULTS)
    given = [defaults[name] for name in names if name in defaults]
    factories = {name: one.factory for name in names if isinstance(one := defaults.get(name), _Made)}
    template = _template(len(names), tuple(map(names.index, factories)), hasattr(of, "__post_init__"))
    made = template(_Made, *(getattr(of, name).__set__ for name in names), *factories.values())
    made.__code__ = made.__code__.replace(co_varnames=("self", *names))
    made.__defaults__ = tuple(_Made if isinstance(one, _Made) else one for one in given)
    made.__qualname__ = f"{of.__qualname__}.__init__"
    return made


@cache
def _template(many: int, with_factory: tuple[int, ...], goes_on: bool) -> Callable[..., FunctionType]:
    """What makes constructors that fill so many slots: compiled once for all records of that form."""
    values = [f"value{one}" for one in range(many)]
    slots = [f"slot{one}" for one in range(many)]
    factories = [f"factory{one}" for one in with_factory]
    filling = [f"slot{one}(self, value{one})" for one in range(many)]
    for one in with_factory:
        filling[one] = f"slot{one}(self, factory{one}() if value{one} is unset else value{one})"
    if goes_on:
        filling.append("self.__post_init__()")
    text = f"""
def made({", ".join(["unset", *slots, *factories])}):
    def __init__({", ".join(["self", *values])}):
        {"; ".join(filling) or "pass"}
    return __init__
"""
    names: dict[str, Callable[..., FunctionType]] = {}
    exec(text, names)  # noqa: S102 nothing in the text comes from elsewhere
    return names["made"]


class _FieldsWhenAsked:
    """The fields of a record as the standard library describes those of a dataclass, described when it asks."""

    def __get__(self, one: object, of: type[Frozen]) -> Mapping[str, Field[object]]:
        from dataclasses import make_dataclass

        defaults: Mapping[str, object] = getattr(of, _DEFAULTS)
        records = [one for one in reversed(of.__mro__) if issubclass(one, Frozen)]
        types = {name: kind for one in records for name, kind in one.__annotations__.items()}
        given = of.__match_args__
        described = [
            (name, kind, _described(name, defaults))
            for name, kind in types.items()
            if name in given or _is_made_afterwards(defaults.get(name))
        ]
        alike = make_dataclass(
            of.__name__, described, init=False, repr=False, eq=False, namespace={"__doc__": of.__doc__ or of.__name__}
        )
        found: Mapping[str, Field[object]] = getattr(alike, _FIELDS)
        setattr(of, _FIELDS, found)
        return found


def _described(name: str, defaults: Mapping[str, object]) -> Field[object]:
    from dataclasses import MISSING, field

    default = defaults.get(name, MISSING)
    if isinstance(default, _Made):
        made = field(init=False) if default.factory is None else field(default_factory=default.factory)
    else:
        made = field(default=default)
    return cast("Field[object]", made)


_DESCRIBED_WHEN_ASKED = _FieldsWhenAsked()


def _refused(self: Frozen, name: str, value: object = None) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")
