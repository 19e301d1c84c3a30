"""Evidence: what was read on the way to an outcome, and how values read to a person."""

from __future__ import annotations

from collections.abc import Mapping

from footrule.evaluate.values import SomeOf
from footrule.factors.table_used import TableUsed
from footrule.frozen import Frozen, dataclass, field
from footrule.measure.decimal import read_decimal
from footrule.measure.instant import Duration, Instant
from footrule.measure.quantity import Quantity
from footrule.model.expression import CodeValue
from footrule.model.origin import Parameter
from footrule.submission.element import Code, Element, Items, Moment, Number, Record, Text, Truth
from footrule.submission.file_and_pointer import file_in
from footrule.submission.study_vocabulary import FOOTPRINT
from footrule.text.wording import Wording, worded

LONGEST_TEXT_SHOWN = 80
MOST_ELEMENTS_SHOWN = 6


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reading(Frozen):
    """A value that was read or computed: its name in the rule, its place where it has one, and how it reads.

    What comes from the factor database names its `table` and the id of its row, and says where it is `provisional`.
    """

    name: str
    pointer: str | None
    shown: str | None
    note: Wording | None = None
    provisional: Wording | None = None
    table: TableUsed | None = None
    factor: str | None = None


Readings = tuple[Reading, ...]


def of_limit(parameter: Parameter) -> Reading | None:
    """A provisional parameter as evidence, with the reason; None where it has a source."""
    why = parameter.provisional
    if why is None:
        return None
    value = parameter.value.written
    texts = tuple((tag, f"{parameter.name} = {value}: {text}") for tag, text in why.texts)
    return Reading(parameter.name, None, value, None, Wording(texts))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Evidence(Frozen):
    """Collects the evidence of one requirement on one element."""

    readings: dict[tuple[str, str | None], Reading] = field(default_factory=dict[tuple[str, str | None], Reading])
    kept: bool = True
    """Whether anybody looks at what was read of the file. Else nothing of it is noted, and nothing put into words: only
    which parameters and which rows of the factor database were used."""

    def takes(self, pointer: str | None) -> bool:
        """Whether anybody looks at what stands there."""
        return self.kept or pointer is None

    def read(self, reading: Reading) -> None:
        """Note a value once, in the order of its first use; what there is to say of it is not lost by a second use."""
        if not self.takes(reading.pointer):
            return
        key = (reading.name, reading.pointer)
        before = self.readings.setdefault(key, reading)
        if reading.factor != before.factor:
            # One call asks for another row where another element has other data.
            self.readings.setdefault((reading.name, reading.factor), reading)
        elif before.note is None and reading.note is not None:
            self.readings[key] = reading


def shown_element(element: Element) -> str:
    """An element of the submission as it stands in the file; without a unit where it is converted on the way in.

    A record is told by its place, one that stands in no file (a computed share) by what it holds, and a whole footprint
    by the name of its product.
    """
    match element:
        case Number():
            return shown_and_noted(element)[0]
        case Text(_, text):
            return _cut(text)
        case Code(_, _, as_printed) | Moment(_, _, as_printed):
            return _cut(as_printed)
        case Truth(_, value):
            return "true" if value else "false"
        case Items(_, elements):
            return _listed(elements)
        case Record(pointer, shape, fields) if shape == FOOTPRINT:
            return _footprint(pointer, fields)
        case Record("", _, fields):
            return _without_place(fields)
        case _:
            return element.pointer or "?"


def shown_and_noted(element: Element) -> tuple[str, Wording | None]:
    """An element as it stands in the file, and what a reader must know where the value used is not the one there."""
    match element:
        case Number(_, quantity, as_printed):
            printed, factor = read_decimal(as_printed), quantity.unit.factor
            if printed is not None and (printed.value if factor == 1 else printed.value * factor) == quantity.value:
                return quantity.unit.after(as_printed), None
            return as_printed, _used_as(str(quantity))
        case Moment(_, instant, as_printed):
            used = str(instant)
            return _cut(as_printed), None if as_printed.startswith(used[:10]) else _used_as(used)
        case _:
            return shown_element(element), None


def _used_as(used: str) -> Wording:
    return worded(f"used as {used}", f"按 {used} 使用")


def shown_value(value: object) -> str:
    """A value that an expression came to, as a person reads it."""
    match value:
        case bool():
            return "true" if value else "false"
        case CodeValue(code):
            return code
        case Quantity() | Instant() | Duration():
            return str(value)
        case str():
            return _cut(value)
        case Items(_, elements) | SomeOf(elements):
            return _listed(elements)
        case Record():
            return shown_element(value)
        case _:
            return "?"


def shown_in_text(elements: tuple[Element, ...]) -> str:
    """The elements of a list as a sentence names them; empty where there are none."""
    return _listed(elements)[1:-1]


def _footprint(pointer: str, fields: Mapping[str, Element]) -> str:
    """A footprint by its product, else its id, and by its file where that is not the one that is assessed."""
    named = [one.text for key in ("product_name", "id") if isinstance(one := fields.get(key), Text) and one.text]
    file = file_in(pointer)
    if not named:
        return file or pointer or "?"
    return f"{_cut(named[0])} ({file})" if file else _cut(named[0])


def _listed(elements: tuple[Element, ...]) -> str:
    if len(elements) > 1 and all(map(_is_told_by_place, elements)):
        return f"[… +{len(elements)}]"  # their places, one by one, say less than that of the list
    shown = [shown_element(element) for element in elements[:MOST_ELEMENTS_SHOWN]]
    more = len(elements) - len(shown)
    return "[" + ", ".join(shown) + (f", … +{more}" if more else "") + "]"


def _is_told_by_place(element: Element) -> bool:
    return isinstance(element, Record) and element.shape != FOOTPRINT and bool(element.pointer)


def _without_place(fields: Mapping[str, Element]) -> str:
    """A record as examples write one: `{output: H2, share: 12 %}`."""
    return "{" + ", ".join(f"{name}: {shown_element(one)}" for name, one in fields.items()) + "}"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT_SHOWN else text[: LONGEST_TEXT_SHOWN - 1] + "…"
