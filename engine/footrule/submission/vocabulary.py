"""The submission as the language sees it: one vocabulary for every format that can be read.

The checker builds its types from these declarations; the readers fill records that keep to them.
"""

from __future__ import annotations

from footrule.frozen import Frozen, dataclass
from footrule.measure.unit import Unit
from footrule.text.pattern import pattern
from footrule.text.wording import Wording, worded


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NumberField(Frozen):
    """A quantity; formats that carry a bare number mean it in `unit`."""

    unit: Unit


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TextField(Frozen):
    """A free text."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TruthField(Frozen):
    """A yes or no."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InstantField(Frozen):
    """A moment in time."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CodeField(Frozen):
    """A code, by the name of its list in `CODES`: one of a closed list, or with `open` of one that goes on.

    An open list has the members that everybody knows, and a standard may declare more. A file may print any text there:
    it is read as the code `code_name` makes of it.
    """

    codes: str
    open: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RecordField(Frozen):
    """Another record, by the name of its declaration in `RECORDS`."""

    record: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ListField(Frozen):
    """A list of one kind of thing."""

    element: FieldKind


FieldKind = NumberField | TextField | TruthField | InstantField | CodeField | RecordField | ListField


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Field(Frozen):
    """A field that rules may name, with what it means."""

    name: str
    kind: FieldKind
    meaning: Wording


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RecordShape(Frozen):
    """A record that rules may name, with its fields."""

    name: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CodeName(Frozen):
    """One code: its name in the language and what it stands for in print."""

    name: str
    title: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CodeNames(Frozen):
    """A list of codes, closed or open (see `CodeField`)."""

    name: str
    codes: tuple[CodeName, ...]


def field(name: str, kind: FieldKind, en: str, zh: str) -> Field:
    """A field with its meaning in the engine's own two languages."""
    return Field(name, kind, worded(en, zh))


def titled_codes(name: str, **titles: str) -> CodeNames:
    """A list of codes: each by its name in the language, with what stands for it in print."""
    return CodeNames(name, tuple(CodeName(code, title) for code, title in titles.items()))


def plain_codes(name: str, *names: str) -> CodeNames:
    """A list of codes that are printed as the language names them."""
    return CodeNames(name, tuple(CodeName(code, code) for code in names))


_NO_PART_OF_A_NAME = pattern(r"\W")


def code_name(text: str) -> str:
    """The name in the language of a printed code: whatever cannot stand in a name becomes `_`.

    >>> code_name("HFC-134a"), code_name("2-butene"), code_name("清焦")
    ('HFC_134a', '_2_butene', '清焦')
    """
    name = _NO_PART_OF_A_NAME.sub("_", text)
    return f"_{name}" if name[:1].isdigit() else name
