"""Examples: their paths are in the vocabulary, their rules exist, and they say what is to come out."""

from __future__ import annotations

from collections.abc import Collection

from footrule.check import problems
from footrule.check.scope import FileScope
from footrule.check.vocabulary import ROOT_SHAPE
from footrule.measure.decimal import Printed
from footrule.model import standard
from footrule.model.types import ListType, RecordType, Type
from footrule.syntax import tree

OUTCOMES = ("met", "not_met", "not_applicable")


def example(file: FileScope, node: tree.ExampleNode, rules: Collection[str]) -> standard.Example:
    """The checked example; mistakes in it are told."""
    if node.file is None or not _says_one_thing(node):
        file.sink.add(problems.unclear_example(file.source, node.span, node.title))
    for name in (*node.fails, *node.undetermined):
        _known_rule(file, name, rules)
    changes: list[standard.Change] = []
    attestations: list[standard.ExampleAttestation] = []
    for change in node.changes:
        if isinstance(change, tree.AttestationNode):
            _known_rule(file, change.rule, rules)
            if change.outcome.text not in OUTCOMES:
                file.sink.add(problems.unknown_word(file.source, change.outcome.span, change.outcome.text, OUTCOMES))
            attestations.append(standard.ExampleAttestation(change.rule.text, change.outcome.text))
        else:
            _known_path(file, change.path)
            value = _value(change.value) if isinstance(change, tree.SetNode) else None
            changes.append(standard.Change(change.path.steps, value))
    return standard.Example(
        title=node.title,
        file=node.file or "",
        predecessor=node.predecessor,
        changes=tuple(changes),
        attestations=tuple(attestations),
        fails=tuple(name.text for name in node.fails),
        undetermined=tuple(name.text for name in node.undetermined),
        line=file.source.position(node.span.start).line,
    )


def _says_one_thing(node: tree.ExampleNode) -> bool:
    return node.conforms != bool(node.fails or node.undetermined)


def _known_rule(file: FileScope, name: tree.Name, rules: Collection[str]) -> None:
    if name.text not in rules:
        file.sink.add(problems.unknown_rule(file.source, name.span, name.text, rules))


def _known_path(file: FileScope, path: tree.PathNode) -> None:
    kind: Type | None = RecordType(ROOT_SHAPE)
    for step in path.steps:
        if isinstance(step, int):
            kind = kind.element if isinstance(kind, ListType) else None
        else:
            fields = file.fields(kind.shape) if isinstance(kind, RecordType) else dict[str, Type]()
            kind = fields.get(step)
            if kind is None:
                file.sink.add(problems.unknown_path(file.source, path.span, step, fields))
                return
        if kind is None:
            file.sink.add(problems.unknown_path(file.source, path.span, f"[{step}]", ()))
            return


def _value(value: tree.ExampleValue) -> standard.ExampleValue:
    match value:
        case Printed(text):
            return standard.NumberLiteral(text)
        case tree.Name(text):
            return standard.CodeLiteral(text)
        case dict():
            return standard.RecordLiteral(tuple((name, _value(one)) for name, one in value.items()))
        case tuple():
            return tuple(_value(one) for one in value)
        case _:
            return value
