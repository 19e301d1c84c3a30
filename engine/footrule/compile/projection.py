"""The typed projection: structures that hold what a clean submission can hold, generated from the tables of a format.

The structures take every attribute that the format knows and no other, of its JSON type, so that the decoder refuses
what the reader would notice; what types cannot say, `cleanliness` looks at.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from footrule.compile.value import NotCompiled
from footrule.measure.unit import ONE
from footrule.submission.wire import (
    Attribute,
    AttributeTable,
    WireChoice,
    WireDecimal,
    WireKind,
    WireList,
    WireMeasured,
    WireObject,
    WireOne,
    WirePlain,
    WireText,
    WireUnit,
)

_PLAIN_NAME = re.compile(r"[a-z][a-z0-9_]{0,60}")
_RESERVED = frozenset({"mro"})
MEASURED = "Measured"
_PLAIN = {
    WirePlain.INSTANT: "str",
    WirePlain.DATE: "str",
    WirePlain.TRUTH: "bool",
    WirePlain.SHARE: "str",
    WirePlain.WHOLE: "int",
    WirePlain.OPEN_CODE: "Filled",
    WirePlain.OBJECT: "Object",
    WirePlain.ANYTHING: "object",
}


@dataclass(frozen=True, slots=True)
class Projection:
    """The structures of one format for one standard: `classes` are the texts of those that are used, innermost first.

    `category` is the table of the data that the standard declares, read where the format has an object to be read
    later; None where it declares none.
    """

    category: AttributeTable | None
    classes: list[str] = field(default_factory=list[str])
    _names: dict[int, str] = field(default_factory=dict[int, str])
    _members: dict[int, Mapping[str, str]] = field(default_factory=dict[int, Mapping[str, str]])
    _prepared: set[tuple[int, str]] = field(default_factory=set[tuple[int, str]])
    _kept: list[AttributeTable] = field(default_factory=list[AttributeTable])

    def prepare(self, table: AttributeTable, attribute: Attribute) -> None:
        """Note that rules read a number with its unit, so that it is converted once, where it is looked at."""
        self._prepared.add((id(table), attribute.name))

    def is_prepared(self, table: AttributeTable, attribute: Attribute) -> bool:
        """Whether rules read a number with its unit."""
        return (id(table), attribute.name) in self._prepared

    def name_of(self, table: AttributeTable) -> str:
        """The name of the structure of a table; it is written when it is first asked for."""
        if id(table) not in self._names:
            self._kept.append(table)
            self._names[id(table)] = self._class_name(table)
            self._members[id(table)] = _member_names(table)
            self.classes.append(self._class(table))
        return self._names[id(table)]

    def member(self, table: AttributeTable, attribute: Attribute) -> str:
        """The member of a structure that holds an attribute."""
        self.name_of(table)
        return self._members[id(table)][attribute.name]

    @staticmethod
    def is_required(table: AttributeTable, attribute: Attribute) -> bool:
        """Whether a clean structure has an attribute; a table that is not closed may describe something else."""
        return attribute.required and table.closed

    def _class_name(self, table: AttributeTable) -> str:
        words = re.findall(r"[A-Za-z0-9]+", table.data_type)
        name = "".join(word[:1].upper() + word[1:] for word in words)
        return f"{name}_{len(self._names)}" if name in self._names.values() else name

    def _class(self, table: AttributeTable) -> str:
        members = self._members[id(table)]
        lines: list[str] = []
        for one in table.attributes:
            if one.since or one.not_derivable is not None:
                raise NotCompiled(f"{table.data_type}.{one.name}")
            kind = self._type(one.kind)
            optional = "" if self.is_required(table, one) else " | None = None"
            lines.append(f"    {members[one.name]}: {kind}{optional}")
        renamed = {python: wire for wire, python in members.items() if python != wire}
        closed = ", forbid_unknown_fields=True" if table.closed else ""
        options = f"kw_only=True, omit_defaults=True, gc=False{closed}, rename={renamed!r}"
        head = f"class {self._names[id(table)]}(Struct, {options}):"
        return "\n".join([head, *lines])

    def _type(self, kind: WireKind) -> str:
        match kind:
            case WirePlain.OBJECT if self.category is not None:
                return self.name_of(self.category)
            case WirePlain():
                return _PLAIN[kind]
            case WireText(filled=True):
                return "Filled"
            case WireChoice(codes=codes):
                return f"Literal[{', '.join(map(repr, codes))}]"
            case WireText() | WireDecimal() | WireUnit():
                return "str"
            case WireMeasured():
                if kind.unit_in is not None:
                    return "str"
                return f"str | {MEASURED}" if may_be_alone(kind) else MEASURED
            case WireObject(table=table):
                if table.only_if is not None or table.amount is not None:
                    raise NotCompiled(table.data_type)
                return self.name_of(table)
            case WireList(element=element, filled=filled):
                listed = f"list[{self._type(element)}]"
                return f"Annotated[{listed}, Meta(min_length=1)]" if filled else listed
            case WireOne():
                raise NotCompiled("a single value for a list")


def may_be_alone(kind: WireMeasured) -> bool:
    """Whether a number may stand without its unit: one that has none."""
    return kind.unit_in is None and len(kind.fields) == 1 and kind.fields[0][1] == ONE


def _member_names(table: AttributeTable) -> Mapping[str, str]:
    """A name in Python for each attribute: that of its field where it has one of its own."""
    names: dict[str, str] = {}
    for number, one in enumerate(table.attributes):
        wanted = one.fields[0] if len(one.fields) == 1 else one.name
        plain = _PLAIN_NAME.fullmatch(wanted) and not keyword.iskeyword(wanted) and wanted not in _RESERVED
        taken = wanted in names.values()
        names[one.name] = wanted if plain and not taken else f"datum_{number}"
    return names
