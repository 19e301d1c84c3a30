"""Examples: their paths are in the vocabulary, their rules exist, and they say what is to come out."""

from __future__ import annotations

from collections.abc import Collection

from footrule.check import problems
from footrule.check.scope import FileScope
from footrule.check.vocabulary import ROOT_SHAPE
from footrule.measure.decimal import Printed
from footrule.measure.unit import known_symbols, read_unit
from footrule.model import standard
from footrule.model.types import ListType, QuantityType, RecordType, Type
from footrule.submission.study_vocabulary import CATEGORY
from footrule.syntax import tree

Steps = tuple[str | int | standard.WithId, ...]
OUTCOMES = ("met", "not_met", "not_applicable")


def example(file: FileScope, node: tree.ExampleNode, rules: Collection[str]) -> standard.Example:
    """The checked example; mistakes in it are told."""
    if node.file is None or not _says_one_thing(node):
        file.sink.add(problems.unclear_example(file.source, node.span, node.title))
    for name in rules_named(node):
        _known_rule(file, name, rules)
    changes: list[standard.Change] = []
    attestations: list[standard.ExampleAttestation] = []
    for change in node.changes:
        if isinstance(change, tree.AttestationNode):
            if change.outcome.text not in OUTCOMES:
                file.sink.add(problems.unknown_word(file.source, change.outcome.span, change.outcome.text, OUTCOMES))
            attestations.append(standard.ExampleAttestation(change.rule.text, change.outcome.text))
        else:
            steps, kind = _path(file, change.path)
            if isinstance(change, tree.SetNode):
                _fits(file, change.path, change.value, kind)
            changes.append(standard.Change(steps, _value(change.value) if isinstance(change, tree.SetNode) else None))
    return standard.Example(
        title=node.title,
        file=node.file or "",
        predecessor=node.predecessor,
        beside=node.beside,
        changes=tuple(changes),
        attestations=tuple(attestations),
        fails=tuple(name.text for name in node.fails),
        undetermined=tuple(name.text for name in node.undetermined),
        line=file.source.position(node.span.start).line,
    )


def rules_named(node: tree.ExampleNode) -> list[tree.Name]:
    """The rules that an example speaks of."""
    attested = [change.rule for change in node.changes if isinstance(change, tree.AttestationNode)]
    return [*node.fails, *node.undetermined, *attested]


def _says_one_thing(node: tree.ExampleNode) -> bool:
    return node.conforms != bool(node.fails or node.undetermined)


def _known_rule(file: FileScope, name: tree.Name, rules: Collection[str]) -> None:
    if name.text not in rules:
        file.sink.add(problems.unknown_rule(file.source, name.span, name.text, rules))


def _path(file: FileScope, path: tree.PathNode) -> tuple[Steps, Type | None]:
    """The steps of a path, a datum being one of the record of such data; and what stands there, where that is known."""
    first = path.steps[0]
    steps, start, shown = path.steps, RecordType(ROOT_SHAPE), path.steps
    kind: Type | None = None
    if isinstance(first, str) and first in file.data:
        steps, shown = (CATEGORY, *path.steps), path.steps[1:]
        kind = _known_path(file, path, shown, file.data[first].type)
    elif not (isinstance(first, str) and first in file.broken):
        kind = _known_path(file, path, shown, start)
    return tuple(standard.WithId(step.id) if isinstance(step, tree.ById) else step for step in steps), kind


def _known_path(
    file: FileScope, path: tree.PathNode, steps: tuple[str | int | tree.ById, ...], start: Type
) -> Type | None:
    kind: Type | None = start
    for step in steps:
        known: Collection[str] = ()
        if isinstance(step, str):
            known = file.fields(kind.shape) if isinstance(kind, RecordType) else ()
            kind = file.fields(kind.shape).get(step) if isinstance(kind, RecordType) else None
        else:
            kind = kind.element if isinstance(kind, ListType) else None
        if kind is None:
            file.sink.add(problems.unknown_path(file.source, path.span, _step(step), known))
            return None
    return kind


def _step(step: str | int | tree.ById) -> str:
    match step:
        case tree.ById(id):
            return f'["{id}"]'
        case int():
            return f"[{step}]"
        case _:
            return step


def _fits(file: FileScope, path: tree.PathNode, value: tree.ExampleValue, kind: Type | None) -> None:
    """A record has the fields of its place, and a number with a unit measures what the place does."""
    match value:
        case dict():
            fields = file.fields(kind.shape) if isinstance(kind, RecordType) else None
            for name, one in value.items():
                if fields is not None and name not in fields:
                    file.sink.add(problems.unknown_path(file.source, path.span, name, fields))
                _fits(file, path, one, None if fields is None else fields.get(name))
        case tuple():
            for one in value:
                _fits(file, path, one, kind.element if isinstance(kind, ListType) else None)
        case tree.SetAmount(_, unit):
            _measures(file, path, unit, kind)
        case _:
            return


def _measures(file: FileScope, path: tree.PathNode, name: tree.Name, kind: Type | None) -> None:
    unit = read_unit(name.text)
    if unit is None:
        file.sink.add(problems.unknown_unit(file.source, name.span, name.text, known_symbols()))
    elif isinstance(kind, QuantityType) and kind.dimension != unit.dimension:
        places = (path.span, kind), (name.span, QuantityType(unit.dimension))
        file.sink.add(problems.mixed_dimensions(file.source, *places, "one and the same"))


def _value(value: tree.ExampleValue) -> standard.ExampleValue:
    match value:
        case Printed(text):
            return standard.NumberLiteral(text, None)
        case tree.SetAmount(number, unit):
            return standard.NumberLiteral(number.text, unit.text)
        case tree.Name(text):
            return standard.CodeLiteral(text)
        case dict():
            return standard.RecordLiteral(tuple((name, _value(one)) for name, one in value.items()))
        case tuple():
            return tuple(_value(one) for one in value)
        case _:
            return value
