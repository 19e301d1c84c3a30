"""Records are declared at a tenth of the cost of dataclasses, and are to everybody what dataclasses are."""

from __future__ import annotations

import inspect
import pickle
from copy import copy, deepcopy
from dataclasses import FrozenInstanceError, asdict, fields, is_dataclass, replace

import pytest

from footrule.frozen import Frozen, dataclass, field
from footrule.frozen import replace as quickly_replaced


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Base(Frozen):
    """What has a name."""

    name: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Thing(Base):
    """What has a size, too."""

    size: int = 1
    parts: tuple[Base, ...] = ()

    @property
    def double(self) -> int:
        """Twice its size."""
        return 2 * self.size


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Nothing(Frozen):
    """What has no fields."""


def test_a_record_is_made_as_a_dataclass_is() -> None:
    assert Thing("a").parts == ()
    assert Thing("a", 2).double == 4
    assert Thing(name="a", parts=(Base("b"),)).parts == (Base("b"),)
    assert str(inspect.signature(Thing)) == "(name, size=1, parts=())"
    for given, named in (((), {}), (("a", 1, (), 2), {}), (("a",), {"weight": 2})):
        with pytest.raises(TypeError, match=r"Thing\.__init__\(\)"):
            Thing(*given, **named)  # type: ignore[arg-type]
    assert Nothing() == Nothing()


def test_a_record_cannot_be_changed() -> None:
    one = Thing("a")
    for name in ("name", "size", "weight"):
        with pytest.raises(FrozenInstanceError):
            setattr(one, name, 2)
        with pytest.raises(FrozenInstanceError):
            delattr(one, name)
    assert not hasattr(one, "__dict__")


def test_records_are_equal_where_their_class_and_fields_are() -> None:
    assert Thing("a") == Thing("a", 1)
    assert Thing("a") != Thing("b")
    assert Base("a") != Thing("a")
    assert len({Thing("a"), Thing("a"), Base("a")}) == 2
    assert repr(Thing("a", parts=(Base("b"),))) == "Thing(name='a', size=1, parts=(Base(name='b'),))"


def test_the_standard_library_takes_a_record_for_a_dataclass() -> None:
    one = Thing("a", 2)
    assert is_dataclass(one)
    assert [(each.name, each.init) for each in fields(Thing)] == [("name", True), ("size", True), ("parts", True)]
    assert [each.name for each in fields(Base)] == ["name"]
    assert replace(one, size=3) == Thing("a", 3)
    assert asdict(Thing("a", parts=(Base("b"),))) == {"name": "a", "size": 1, "parts": ({"name": "b"},)}
    assert [pickle.loads(pickle.dumps(one)), copy(one), deepcopy(one)] == [one] * 3
    match one:
        case Thing(name, size):
            assert (name, size) == ("a", 2)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Collection(Frozen):
    """What is collected, and what is made with it."""

    name: str
    things: list[str] = field(default_factory=list[str])
    size: int = 1
    shown: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shown", f"{self.name}: {self.size}")


def test_fields_are_made_with_their_record() -> None:
    one, other = Collection("a"), Collection("a", ["x"], size=2)
    assert (one.things, one.shown, other.things, other.shown) == ([], "a: 1", ["x"], "a: 2")
    assert one.things is not Collection("a").things
    assert repr(other) == "Collection(name='a', things=['x'], size=2)"
    assert [each.name for each in fields(Collection) if not each.init] == ["shown"]
    assert replace(one, name="b").shown == quickly_replaced(one, name="b").shown == "b: 1"
    assert pickle.loads(pickle.dumps(other)) == other


def test_a_record_is_made_with_other_values() -> None:
    assert quickly_replaced(Thing("a", 2), size=3) == Thing("a", 3)
    with pytest.raises(TypeError):
        quickly_replaced(Thing("a"), weight=3)  # type: ignore[call-arg]
