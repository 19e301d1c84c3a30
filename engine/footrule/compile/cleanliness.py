"""Whether the reader of submissions would notice anything: what the types of the projection cannot say.

The generated function answers False, or raises `NotClean`, for whatever might be an intake finding: the document is
then read as a whole by that reader, which says what it is. It is never the other way round.
"""

from __future__ import annotations

from footrule.compile.projection import Projection, may_be_alone
from footrule.compile.tables import Tables
from footrule.compile.variables import sharing_names
from footrule.compile.writer import Writer
from footrule.submission.wire import (
    Attribute,
    AttributeTable,
    Form,
    WireDecimal,
    WireKind,
    WireList,
    WireMeasured,
    WireObject,
    WirePlain,
    WireText,
)


class Cleanliness:
    """Writes the function that looks at a whole submission; the tables it needs while running are in `tables`."""

    def __init__(self, projection: Projection, tables: Tables) -> None:
        self._projection = projection
        self._tables = tables
        self._writer = Writer()

    def function(self, root: AttributeTable) -> list[str]:
        """The text of `is_clean(document, numbers, converted, opaque)`.

        It gathers the texts that have to be decimals: in `converted` those that were numbers to Python already, and in
        `opaque` what no structure describes. Numbers with a unit that rules read are replaced by the place of the field
        that they fill, the value in base units, the text and the unit.
        """
        self._structure(root, "document")
        return [
            "def is_clean(document, numbers, converted, opaque):",
            *sharing_names([*self._writer.lines()]),
            "    return True",
        ]

    def _structure(self, table: AttributeTable, variable: str) -> None:
        if table.alternatives:
            self._alternatives(table, variable)
        for one in table.attributes:
            if self._needs_a_look(one.kind):
                member = f"{variable}.{self._projection.member(table, one)}"
                name = self._writer.let(member)
                if self._projection.is_required(table, one):
                    self._present(table, one, variable, name)
                    continue
                with self._writer.block(f"if {name} is not None:"):
                    self._present(table, one, variable, name)
                if isinstance(one.kind, WireMeasured) and one.kind.unit_in is not None:
                    unit = self._projection.member(table, table.by_name[one.kind.unit_in])
                    self._writer.line(f"elif {variable}.{unit} is not None: return False")

    def _present(self, table: AttributeTable, attribute: Attribute, variable: str, name: str) -> None:
        kind = attribute.kind
        if isinstance(kind, WireMeasured):
            member = f"{variable}.{self._projection.member(table, attribute)}"
            prepared = member if self._projection.is_prepared(table, attribute) else ""
            if kind.unit_in is not None:
                self._beside(table, kind, kind.unit_in, variable, name, prepared)
            else:
                self._measured(kind, name, prepared)
        else:
            self._value(kind, name)

    def _value(self, kind: WireKind, name: str) -> None:
        line = self._writer.line
        match kind:
            case WireObject(table=table):
                self._structure(table, name)
            case WireList():
                self._list(kind, name)
            case WireMeasured():
                self._measured(kind, name, "")
            case WireDecimal():
                line(f"numbers.append({name})")
            case WirePlain.SHARE:
                line(f"numbers.append({name})")
                line(f"if 0.0 < number({name}) <= 1.0: return False")
            case WirePlain.INSTANT:
                line(f"INSTANTS[{name}]")
            case WirePlain.DATE:
                line(f"DATES[{name}]")
            case WireText(form=Form() as form):
                line(f"{self._tables.form(form)}[{name}]")
            case WirePlain.OBJECT if self._projection.category is not None:
                self._structure(self._projection.category, name)
            case WirePlain.OBJECT | WirePlain.ANYTHING:
                line("opaque.append(0)")
            case WirePlain.WHOLE:
                line("return False")
            case _:
                pass

    def _beside(
        self, table: AttributeTable, kind: WireMeasured, unit_in: str, variable: str, name: str, prepared: str
    ) -> None:
        unit = f"{variable}.{self._projection.member(table, table.by_name[unit_in])}"
        value = self._number(kind, name, self._writer.let(unit), prepared)
        if kind.from_zero:
            told = [
                f"{variable}.{self._projection.member(table, table.by_name[beside])} == {said!r}"
                for beside, said in kind.below_zero_where
            ]
            unless = f" and not ({' and '.join(told)})" if told else ""
            self._writer.line(f"if {value or f'number({name})'} < 0.0{unless}: return False")

    def _number(self, kind: WireMeasured, text: str, unit: str, prepared: str) -> str:
        """The text of a number and its unit; converted at once where rules read it (then the variable of its value)."""
        line, units = self._writer.line, self._tables.units(kind)
        if not prepared:
            line(f"{units}[{unit}]")
            line(f"numbers.append({text})")
            return ""
        field, factor, value = (self._writer.name() for _ in range(3))
        line(f"{field}, {factor} = {units}[{unit}]")
        line(f"{value} = number({text}) * {factor}")
        line(f"{prepared} = {field}, {value}, {text}, {unit}")
        line(f"converted.append({text})")
        return value

    def _measured(self, kind: WireMeasured, name: str, prepared: str) -> None:
        line = self._writer.line
        if not may_be_alone(kind):
            self._number(kind, self._writer.let(f"{name}.value"), self._writer.let(f"{name}.unit"), prepared)
            return
        with self._writer.block(f"if {name}.__class__ is str:"):
            if prepared:
                line(f"{prepared} = 0, number({name}), {name}, '1'")
            line(f"{'converted' if prepared else 'numbers'}.append({name})")
        with self._writer.block("else:"):
            self._number(kind, self._writer.let(f"{name}.value"), self._writer.let(f"{name}.unit"), prepared)

    def _list(self, kind: WireList, name: str) -> None:
        element = kind.element
        if kind.unique:
            plain = not isinstance(element, WireObject)
            distinct = f"len(set({name}))" if plain else f"len(set(map(encode, {name})))"
            self._writer.line(f"if len({name}) > 1 and {distinct} != len({name}): return False")
        if kind.keyed and isinstance(element, WireObject):
            key = self._projection.member(element.table, element.table.by_name["id"])
            self._writer.line(f"if len({{one.{key} for one in {name}}}) != len({name}): return False")
        if self._needs_a_look(element):
            one = self._writer.name()
            with self._writer.block(f"for {one} in {name}:"):
                if isinstance(element, WireObject) and element.applies is not None:
                    self._extension(element.table, one)
                else:
                    self._value(element, one)

    def _extension(self, table: AttributeTable, variable: str) -> None:
        """An extension: only what is, or should be, an inventory is looked at."""
        data = self._projection.member(table, table.by_name["data"])
        schema = self._projection.member(table, table.by_name["dataSchema"])
        inner = table.by_name["data"].kind
        assert isinstance(inner, WireObject), "the data of an extension are an object"
        inventory = self._projection.member(inner.table, inner.table.by_name["inventory"])
        with self._writer.block(f"if {variable}.{data}.{inventory} is not None:"):
            self._structure(inner.table, f"{variable}.{data}")
        with self._writer.block("else:"):
            self._writer.line(f"if is_inventory_schema({variable}.{schema}): return False")
            self._writer.line("opaque.append(0)")

    def _alternatives(self, table: AttributeTable, variable: str) -> None:
        """An object uses exactly one of its alternatives."""
        members = {one.name: self._projection.member(table, one) for one in table.attributes}
        word = "if"
        for one in table.alternatives:
            others = [
                f"{variable}.{name} is None" for wire, name in members.items() if wire not in (one.leader, *one.beside)
            ]
            with self._writer.block(f"{word} {variable}.{members[one.leader]} is not None:"):
                if others:
                    self._writer.line(f"if not ({' and '.join(others)}): return False")
            word = "elif"
        self._writer.line("else: return False")

    def _needs_a_look(self, kind: WireKind) -> bool:
        match kind:
            case WireObject(table=table):
                return bool(table.alternatives) or any(self._needs_a_look(one.kind) for one in table.attributes)
            case WireList(element=element):
                return kind.unique or kind.keyed or self._needs_a_look(element)
            case WireText(form=form):
                return form is not None
            case WirePlain():
                return kind not in (WirePlain.TRUTH, WirePlain.OPEN_CODE)
            case WireDecimal() | WireMeasured():
                return True
            case _:
                return False
