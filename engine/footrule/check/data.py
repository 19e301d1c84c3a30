"""The `data` block: what submitters of a category add, each with its type, its unit, and when it is required.

A required datum is a requirement like any other: it becomes a rule `DATA-name`, so that examples can break it and
reports can show it.
"""

from __future__ import annotations

from footrule.check import declaration_problems, problems
from footrule.check.expressions import whole_condition
from footrule.check.rules import provisional_in
from footrule.check.scope import FileScope, Scope
from footrule.doubts.of_rule import Doubts
from footrule.doubts.situations import names_of_file
from footrule.measure import dimension
from footrule.measure.dimension import Dimension
from footrule.measure.unit import Unit, known_symbols, read_unit
from footrule.model import expression as model
from footrule.model import standard
from footrule.model.types import INSTANT, TEXT, TRUTH, ListType, QuantityType, Type
from footrule.syntax import tree
from footrule.text.wording import Wording, worded

QUANTITIES: dict[str, Dimension] = {
    "number": dimension.NUMBER, "count": dimension.NUMBER, "share": dimension.NUMBER, "mass": dimension.MASS,
    "emission": dimension.EMISSION, "energy": dimension.ENERGY, "length": dimension.LENGTH, "area": dimension.AREA,
    "volume": dimension.VOLUME, "gas_volume": dimension.GAS_VOLUME, "time": dimension.TIME,
    "moles": dimension.AMOUNT_OF_SUBSTANCE, "power": dimension.POWER, "pressure": dimension.PRESSURE,
    "transport": dimension.MASS * dimension.LENGTH,
}  # fmt: skip
"""The words for what a datum measures, and so may be divided by another."""
PLAIN: dict[str, Type] = {"text": TEXT, "date": INSTANT, "condition": TRUTH}


def declare_data(file: FileScope, node: tree.DataNode) -> None:
    """Put the data of a block into the scope."""
    types = [datum_type(file, datum.type) for datum in node.data]
    for datum, kind in zip(node.data, types, strict=True):
        name = datum.name.text
        first = file.places.setdefault(name, datum.name.span)
        if first != datum.name.span:
            file.sink.add(problems.declared_twice(file.source, datum.name.span, name, first))
        elif name in file.inherited:
            parent = file.inherited[name]
            file.sink.add(problems.taken_by_parent(file.source, datum.name.span, name, parent))
        elif name in file.root_fields:
            file.sink.add(declaration_problems.taken_by_submission(file.source, datum.name.span, name))
        if kind is None:
            file.broken.add(name)
            continue
        rule = f"DATA-{name}" if datum.required else None
        text = None if datum.text is None else datum.text.wording
        file.data[name] = standard.DeclaredDatum(name, kind, _unit(file, datum, kind), text, rule)


def required_data(file: FileScope, node: tree.DataNode, title: standard.CitedDocument) -> list[standard.Rule]:
    """The rules that require the data of a block; `title` is the standard as a document."""
    return [_required(file, one, title) for one in node.data if one.required and one.name.text in file.data]


def datum_type(file: FileScope, node: tree.DatumTypeNode) -> Type | None:
    """The type that is written, or None where a diagnostic says what is wrong with it."""
    first, *rest = node.names
    kind = _quotient(file, node) if rest or first.text in QUANTITIES else _plain(file, first)
    return None if kind is None else ListType(kind) if node.listed else kind


def _plain(file: FileScope, name: tree.Name) -> Type | None:
    file.used.add(name.text)
    kind = file.codes.get(name.text) or PLAIN.get(name.text)
    if kind is None:
        known = (*QUANTITIES, *PLAIN, *file.codes)
        file.sink.add(declaration_problems.unknown_datum_type(file.source, name.span, name.text, known))
    return kind


def _quotient(file: FileScope, node: tree.DatumTypeNode) -> Type | None:
    result = None
    for name in node.names:
        measured = QUANTITIES.get(name.text)
        if measured is None:
            file.sink.add(declaration_problems.unknown_datum_type(file.source, name.span, name.text, tuple(QUANTITIES)))
            return None
        result = measured if result is None else result / measured
    assert result is not None, "the grammar lets a type without a name through"
    return QuantityType(result)


def _unit(file: FileScope, datum: tree.DatumNode, kind: Type) -> Unit | None:
    if datum.unit is None:
        return None
    unit = read_unit(datum.unit.text)
    if unit is None:
        file.sink.add(problems.unknown_unit(file.source, datum.unit.span, datum.unit.text, known_symbols()))
        return None
    of = kind.element if isinstance(kind, ListType) else kind
    if of != QuantityType(unit.dimension):
        assert of is not None, "a datum is no list of nothing"
        places = (datum.type.span, of), (datum.unit.span, QuantityType(unit.dimension))
        file.sink.add(problems.mixed_dimensions(file.source, *places, "one and the same"))
        return None
    return unit


def _required(file: FileScope, datum: tree.DatumNode, title: standard.CitedDocument) -> standard.Rule:
    when = whole_condition(Scope(file, {}), datum.when) if datum.when is not None else None
    name = datum.name.text
    field = Scope(file, {}).resolve(name, name)
    assert isinstance(field, model.FieldOf), "a declared datum is a field of a record"
    asked = model.GivenWithin(TRUTH, f"{name} is given", field.base, field)
    doubts = () if file.sink.has_errors else Doubts(names_of_file(), ()).of_asserted(when, asked)
    provisional = provisional_in(file, () if when is None else (when,))
    requirement = standard.Asserted("shall", asked, when, _missing(name), provisional, doubts, asked.written)
    return standard.Rule(
        id=f"DATA-{name}",
        title=_title(datum),
        standard=title.name,
        section=None,
        cites=(standard.Citation(title, "data"),),
        for_each=None,
        phase_in=None,
        when=None,
        lets=(),
        requirements=(requirement,),
        notes=(),
        written=file.source.text[datum.span.start : datum.span.end],
    )


def _title(datum: tree.DatumNode) -> Wording:
    return worded(datum.name.text, datum.name.text) if datum.text is None else datum.text.wording


def _missing(name: str) -> standard.Message:
    said = worded(f"`{name}` is not given; this standard asks for it", f"未提供 {name}，本标准要求填报")
    return standard.Message(tuple((tag, (standard.MessagePart(text, None),)) for tag, text in said.texts))
