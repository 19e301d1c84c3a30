"""Conditions of rules as schemas: what is given or missing, which code it is, what a list contains, true or false.

Two questions are asked of a condition, and each is answered with care on its own side. A schema that `ensures` accepts
a document only where the condition has the value; one that `allows` refuses a document only where it has the other.
Neither speaks where the engine would not know: it then has an intake finding, or the field is missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from footrule.measure.quantity import Quantity
from footrule.model import expression as model
from footrule.model.expression import Expression
from footrule.schema.json_schema import Schema, at, every, some
from footrule.submission.wire import AttributeTable, WireChoice, WireKind, WireList, WireObject, WirePlain, WireText

_NOT_NULL: dict[str, object] = {"not": {"type": "null"}}


@dataclass(frozen=True, slots=True)
class _Field:
    """An attribute: the names that lead to it, how it is written, and the table that lists it."""

    path: tuple[str, ...]
    kind: WireKind
    table: AttributeTable

    @property
    def may_be_unclear(self) -> bool:
        """Whether what is given may not be usable without its breaking the format."""
        return self.kind is WirePlain.SHARE


@dataclass(frozen=True, slots=True)
class Conditions:
    """Conditions about one object of a document: `root` is its table, where the names of rules begin.

    `record` is the field of the footprint that the object is (None: the footprint itself), `major` the version of the
    format, `lets` the names of the rule.
    """

    root: AttributeTable
    record: str | None
    major: int
    lets: Mapping[str, Expression]

    def ensures(self, node: Expression, wanted: bool) -> Schema | None:
        """A schema that accepts only where the condition is as wanted; None where no schema can say it."""
        match node:
            case model.NotOf():
                return self.ensures(node.operand, not wanted)
            case model.BothOf() | model.EitherOf():
                sides = self.ensures(node.left, wanted), self.ensures(node.right, wanted)
                known = [side for side in sides if side is not None]
                if isinstance(node, model.BothOf) is wanted:
                    return every(known) if len(known) == len(sides) else None
                return some(known) if known else None
            case model.Definition():
                return self.ensures(node.value, wanted)
            case model.Local() if node.name in self.lets:
                return self.ensures(self.lets[node.name], wanted)
            case _:
                atom = self._atom(node, wanted)
                return None if atom is None else atom[0]

    def allows(self, node: Expression, wanted: bool) -> Schema | None:
        """A schema that refuses only where the condition is not as wanted; None where it would refuse nothing."""
        match node:
            case model.NotOf():
                return self.allows(node.operand, not wanted)
            case model.BothOf() | model.EitherOf():
                sides = self.allows(node.left, wanted), self.allows(node.right, wanted)
                known = [side for side in sides if side is not None]
                if isinstance(node, model.BothOf) is wanted:
                    return every(known) if known else None
                return some(known) if len(known) == len(sides) else None
            case model.Definition():
                return self.allows(node.value, wanted)
            case model.Local() if node.name in self.lets:
                return self.allows(self.lets[node.name], wanted)
            case _:
                atom = self._atom(node, wanted)
                return None if atom is None else atom[1]

    def _atom(self, node: Expression, wanted: bool) -> tuple[Schema, Schema] | None:
        """What ensures a condition without parts, and what allows it."""
        match node:
            case model.PresenceOf(operand=operand, given=given):
                return self._presence(operand, given is wanted)
            case model.ComparisonOf(sign=model.Sign.EXACTLY, left=left, right=right):
                if self._is_version(left) and isinstance(right, model.Constant):
                    return self._version(right, wanted)
                return self._one_of(left, (right,), wanted)
            case model.OneOf(left=left, members=members):
                return self._one_of(left, members, wanted)
            case model.ElementOf(left=left, list=listed):
                return self._contains(left, listed, wanted)
            case model.SubmissionField() | model.FieldOf():
                return self._truth(node, wanted)
            case _:
                return None

    def _presence(self, operand: Expression, given: bool) -> tuple[Schema, Schema] | None:
        field = self._field(operand)
        if field is None or field.may_be_unclear:
            return None
        *above, name = field.path
        if given:
            demanded = at(above, {"if": known_names(field.table), "then": needed([name])}, there=False)
            return at(field.path, _NOT_NULL, there=True), demanded
        absent: dict[str, object] = {**known_names(field.table), "properties": {name: {"type": "null"}}}
        return at(above, absent, there=True), at(field.path, {"type": "null"}, there=False)

    def _one_of(self, left: Expression, members: tuple[Expression, ...], wanted: bool) -> tuple[Schema, Schema] | None:
        field = self._field(left)
        named = [_printed(field.kind, member) if field is not None else None for member in members]
        if field is None or None in named:
            return None
        values: list[object] = [text for texts in named if texts is not None for text in texts]
        if wanted:
            asked: Schema = {"enum": values}
            return at(field.path, asked, there=True), at(field.path, {"enum": [*values, None]}, there=False)
        if not isinstance(field.kind, WireChoice):
            return at(field.path, {"type": "string", "not": {"enum": values}}, there=True), at(
                field.path, {"not": {"enum": values}}, there=False
            )
        others = [text for text in field.kind.codes if text not in values]
        return at(field.path, {"enum": others}, there=True), at(field.path, {"not": {"enum": values}}, there=False)

    def _contains(self, left: Expression, listed: Expression, wanted: bool) -> tuple[Schema, Schema] | None:
        field = self._field(listed)
        if field is None or not isinstance(field.kind, WireList):
            return None
        texts = _printed(field.kind.element, left)
        if texts is None:
            return None
        contains: dict[str, object] = {"contains": {"enum": texts}}
        asked: dict[str, object] = contains if wanted else {"not": {"type": "array", **contains}}
        return at(field.path, {"type": "array", **asked}, there=True), at(field.path, asked, there=False)

    def _truth(self, node: Expression, wanted: bool) -> tuple[Schema, Schema] | None:
        field = self._field(node)
        if field is None or field.kind is not WirePlain.TRUTH:
            return None
        return at(field.path, {"const": wanted}, there=True), at(
            field.path, {"not": {"const": not wanted}}, there=False
        )

    def _is_version(self, node: Expression) -> bool:
        return isinstance(node, model.SubmissionField) and node.name == "spec_major"

    def _version(self, constant: model.Constant, wanted: bool) -> tuple[Schema, Schema] | None:
        if not isinstance(constant.value, Quantity):
            return None
        holds = (constant.value.value == self.major) is wanted
        return holds, holds

    def _field(self, node: Expression) -> _Field | None:
        """The attribute that an expression names, where it stands within the object."""
        names: list[str] = []
        while isinstance(node, model.FieldOf):
            names.insert(0, node.name)
            node = node.base
        if isinstance(node, model.Local) and not names and node.name in self.lets:
            return self._field(self.lets[node.name])
        if not isinstance(node, model.SubmissionField):
            return None
        if self.record is None:
            names.insert(0, node.name)
        elif node.name != self.record:
            return None
        return _found(self.root, names)


def known_names(table: AttributeTable) -> dict[str, object]:
    """An object without unknown attributes: where there is one, it may be the one that is missed, misspelt."""
    return {"propertyNames": {"enum": list(table.by_name)}}


def needed(names: Sequence[str]) -> dict[str, object]:
    """An object in which some attributes are given."""
    return {"required": list(names), "properties": {name: dict(_NOT_NULL) for name in names}}


def _found(table: AttributeTable, names: list[str]) -> _Field | None:
    path: list[str] = []
    kind: WireKind = WireObject(table)
    for name in names:
        if not isinstance(kind, WireObject) or name not in kind.table.field_names:
            return None
        table = kind.table
        attribute = table.by_name[table.field_names[name]]
        if len(attribute.fields) != 1 or attribute.not_derivable is not None:
            return None
        path.append(attribute.name)
        kind = attribute.kind
    return _Field(tuple(path), kind, table) if path else None


def _printed(kind: WireKind, node: Expression) -> list[str] | None:
    """How a code or a text of a rule is printed in a document."""
    if not isinstance(node, model.Constant):
        return None
    match kind, node.value:
        case WireChoice(codes), model.CodeValue(code):
            return [text for text, name in codes.items() if name == code]
        case WireText(), str(text):
            return [text]
        case _:
            return None
