"""The types of the published attribute tables: what a PACT document calls a field, and how it writes it there.

A table is data: `pact3_attributes` and `pact2_attributes` hold one each, `inventory_attributes` those of the inventory.
The readers (`object_reading`, `field_reading`, `measured_reading`) know no attribute by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from footrule.frozen import Frozen, dataclass, field
from footrule.measure.unit import Unit
from footrule.submission.json_text import JsonValue
from footrule.text.pattern import pattern
from footrule.text.wording import Wording


class WirePlain(Enum):
    """Values of which there is nothing more to say.

    A `SHARE` is a decimal string that is a percentage above 1 and a fraction below, since the format does not say
    which; a `WHOLE` number has no decimals; an `OPEN_CODE` is any text, read as the code it names; an `OBJECT` is kept
    as it is, to be read once it is known what it should hold; `ANYTHING` is not read.
    """

    INSTANT = "date-time of RFC 3339"
    DATE = "date, or date-time of RFC 3339"
    TRUTH = "true or false"
    SHARE = "percentage or fraction"
    WHOLE = "whole number"
    OPEN_CODE = "code of an open list"
    OBJECT = "object"
    ANYTHING = "anything"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WireDecimal(Frozen):
    """A number in `unit`: a decimal string, or with `as_number` a JSON number.

    `per_unit` numbers are for one declared unit and are multiplied by the declared amount when they are read.
    """

    unit: Unit
    as_number: bool = False
    per_unit: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WireMeasured(Frozen):
    """A number that arrives with its unit, and fills the field of its dimension.

    `fields` names the field for each dimension that it may have, with the unit the field is asked for in; the others
    are absent, because it measures something else. The number and its unit are an object of `value` and `unit`, or
    with `unit_in` the unit is the attribute of that name beside it. `called` says what is measured. One that is
    `from_zero` is not below zero, unless the attributes beside it have the values that `below_zero_where` lists.
    """

    fields: tuple[tuple[str, Unit], ...]
    called: Wording
    unit_in: str | None = None
    from_zero: bool = False
    below_zero_where: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WireUnit(Frozen):
    """The unit of the attribute `of` beside it, with which it is read."""

    of: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Form(Frozen):
    """A form that a text must have; `called` says it in words and shows one.

    `matches` answers something true where a text has the form (such as `re.compile(...).fullmatch`). `pattern` is for
    others to look for in a text: what it is not found in has not the form (None: that takes more than a pattern).
    """

    matches: Callable[[str], object]
    called: Wording
    pattern: str | None = None


def form_of(text: str, called: Wording) -> Form:
    """The form of texts that a pattern matches as a whole; it means the same to Python and in a JSON Schema."""
    form = pattern(text)

    def matches(one: str) -> object:
        return form.fullmatch(one)

    return Form(matches, called, f"^(?:{text})$")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WireText(Frozen):
    """A text, of a certain form or never empty where the format says so."""

    form: Form | None = None
    filled: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WireChoice(Frozen):
    """One of the printed values; `codes` gives each its name in the language (a text where `as_text`)."""

    codes: Mapping[str, str]
    as_text: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WireObject(Frozen):
    """An object with a table of its own; one that does not `applies` is of no concern and is passed over."""

    table: AttributeTable
    applies: Callable[[Mapping[str, JsonValue]], bool] | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WireList(Frozen):
    """A list of one kind of thing; a set (`unique`) repeats nothing, a `filled` one is not empty.

    The elements of a list that is `keyed` are told apart by their `id`.
    """

    element: WireKind
    unique: bool = False
    filled: bool = False
    keyed: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WireOne(Frozen):
    """A single value where the language has a list of them."""

    element: WireKind


WireKind = WirePlain | WireDecimal | WireText | WireChoice | WireMeasured | WireUnit | WireObject | WireList | WireOne


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Attribute(Frozen):
    """One attribute of an object, and the fields of the language that it fills (none: only its form is checked).

    With `not_derivable` it fills them with that reason instead of its value. `since` is the minor version of the
    format from which a required attribute is required.
    """

    name: str
    fields: tuple[str, ...]
    kind: WireKind
    required: bool
    not_derivable: Wording | None = None
    since: int = 0


def required(
    name: str, field_name: str | None, kind: WireKind, not_derivable: Wording | None = None, since: int = 0
) -> Attribute:
    """An attribute that the format requires, and the field it fills."""
    return Attribute(name, (field_name,) if field_name else (), kind, True, not_derivable, since)


def optional(name: str, field_name: str | None, kind: WireKind, not_derivable: Wording | None = None) -> Attribute:
    """An attribute that may be left out, and the field it fills."""
    return Attribute(name, (field_name,) if field_name else (), kind, False, not_derivable)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Alternative(Frozen):
    """One way to say what an object is about: by the attribute `leader`, and perhaps by those `beside` it."""

    code: str
    leader: str
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AttributeTable(Frozen):
    """The attributes of one data type of the format, read into records of `shape`.

    - `replaced` gives attributes of other versions their successors here (none: there is none).
    - `not_in_format` gives fields for which the format has no attribute, each with that reason.
    - `closed`: a table that is not closed describes part of an object; what it does not list is not unknown.
    - `only_if` names a truth without which the object says nothing.
    - `amount` names the attribute by which the numbers for one unit are multiplied.
    - `alternatives` are the ways of which an object uses one: the field `kind` tells which.
    - `document` and `edition` are given where another document than the format's own defines the type.
    - `decided_by` gives for each field the attributes that it is read from: one, or those that fill one list, or a
      number and its unit. Fields that are read from the same have the very same tuple.
    """

    data_type: str
    shape: str
    attributes: tuple[Attribute, ...]
    replaced: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    not_in_format: Mapping[str, Wording] = field(default_factory=dict[str, Wording])
    closed: bool = True
    only_if: str | None = None
    amount: str | None = None
    alternatives: tuple[Alternative, ...] = ()
    document: str | None = None
    edition: str | None = None
    by_name: Mapping[str, Attribute] = field(init=False, repr=False, compare=False)
    field_names: Mapping[str, str] = field(init=False, repr=False, compare=False)
    decided_by: Mapping[str, tuple[Attribute, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {one.name: one for one in self.attributes})
        object.__setattr__(self, "field_names", {name: one.name for one in self.attributes for name in one.fields})
        object.__setattr__(self, "decided_by", _decided_by(self.attributes))


def _decided_by(attributes: tuple[Attribute, ...]) -> Mapping[str, tuple[Attribute, ...]]:
    units = {one.kind.of: (one,) for one in attributes if isinstance(one.kind, WireUnit)}
    deciding: dict[str, tuple[Attribute, ...]] = {}
    for attribute in attributes:
        alone = (attribute, *units.get(attribute.name, ()))
        for name in attribute.fields:
            before = deciding.get(name)
            deciding[name] = alone if before is None else (*before, *alone)
    return deciding


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Edition(Frozen):
    """A document that defines a format, as findings cite it, and the table of its outermost object."""

    document: str
    edition: str
    root: AttributeTable
