"""What a name means where it is written: locals first, then lets, definitions, parameters, fields of the footprint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from footrule.check.vocabulary import ROOT_SHAPE, Vocabulary
from footrule.model import expression as model
from footrule.model.standard import Parameter
from footrule.model.types import CodeType, RecordType, Type
from footrule.text.diagnostic import Sink
from footrule.text.source import Source, Span

PREDECESSOR = "predecessor"


@dataclass(frozen=True, slots=True)
class FileScope:
    """The names of one file, while it is being checked. `used` collects those that something refers to."""

    source: Source
    sink: Sink
    vocabulary: Vocabulary
    root_fields: Mapping[str, Type]
    codes: dict[str, CodeType] = field(default_factory=dict[str, CodeType])
    parameters: dict[str, Parameter] = field(default_factory=dict[str, Parameter])
    definitions: dict[str, model.Expression] = field(default_factory=dict[str, model.Expression])
    broken: set[str] = field(default_factory=set[str])
    used: set[str] = field(default_factory=set[str])

    def written(self, span: Span) -> str:
        """The text of a span on one line."""
        return " ".join(self.source.text[span.start : span.end].split())

    def fields(self, shape: str) -> Mapping[str, Type]:
        """The fields of a record."""
        return self.root_fields if shape == ROOT_SHAPE else self.vocabulary.fields(shape)


@dataclass(frozen=True, slots=True)
class Scope:
    """A place in a rule: the file's names and the local ones, by name with their types.

    `broken` are locals whose own declaration has a mistake: naming one is not a second mistake.
    """

    file: FileScope
    locals: Mapping[str, Type]
    broken: frozenset[str] = frozenset()

    def having(self, name: str, type: Type | None) -> Scope:
        """This scope with one more local; None where its declaration has a mistake."""
        if type is None:
            return Scope(self.file, {**self.locals}, self.broken | {name})
        return Scope(self.file, {**self.locals, name: type}, self.broken - {name})

    def is_broken(self, name: str) -> bool:
        """Whether the name is declared, by something that has a mistake of its own."""
        return name in self.broken or name in self.file.broken

    def names(self) -> list[str]:
        """Every name that may be written here."""
        file = self.file
        return [*self.locals, *file.definitions, *file.parameters, *file.root_fields, PREDECESSOR]

    def resolve(self, name: str, written: str) -> model.Expression | None:
        """What a name stands for, or None where nothing is called so."""
        file = self.file
        file.used.add(name)
        if name in self.locals:
            return model.Local(self.locals[name], written, name)
        if name in file.definitions:
            value = file.definitions[name]
            return model.Definition(value.type, written, name, value)
        if name in file.parameters:
            constant = file.parameters[name].value
            assert isinstance(constant, model.Constant)
            return model.Constant(constant.type, written, constant.value, name)
        if name in file.root_fields:
            return model.SubmissionField(file.root_fields[name], written, name)
        if name == PREDECESSOR:
            return model.Predecessor(RecordType(ROOT_SHAPE), written)
        return None
