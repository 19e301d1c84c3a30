"""What a name means where it is written: locals first, then lets, definitions, parameters, fields of the footprint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from footrule.check import problems
from footrule.check.vocabulary import ROOT_SHAPE, Vocabulary
from footrule.model import expression as model
from footrule.model.clauses import ClauseIndex
from footrule.model.standard import CitedDocument, DeclaredDatum, Parameter
from footrule.model.types import CodeType, ListType, RecordType, Type
from footrule.submission.study_vocabulary import CATEGORY
from footrule.text.diagnostic import Sink
from footrule.text.source import Source, Span
from footrule.text.wording import Wording

PREDECESSOR = "predecessor"
_WORD = re.compile(r'"(?:\\.|[^"\\])*"|\w+|[^\w\s]')


@dataclass(frozen=True, slots=True)
class FileScope:
    """The names of one file, while it is being checked.

    `used` collects those that something refers to, `places` says where they are declared, `inherited` from which
    parent values come that are not the file's own, and `heights` how deep the expressions of the definitions are.
    Where the file is not `whole`, a part of it could not be read, and what nothing refers to may be referred to there.
    """

    source: Source
    sink: Sink
    vocabulary: Vocabulary
    documents: dict[str, CitedDocument] = field(default_factory=dict[str, CitedDocument])
    registers: dict[CitedDocument, list[ClauseIndex]] = field(default_factory=dict[CitedDocument, list[ClauseIndex]])
    data: dict[str, DeclaredDatum] = field(default_factory=dict[str, DeclaredDatum])
    codes: dict[str, CodeType] = field(default_factory=dict[str, CodeType])
    parameters: dict[str, Parameter] = field(default_factory=dict[str, Parameter])
    definitions: dict[str, model.Expression] = field(default_factory=dict[str, model.Expression])
    inherited: dict[str, str] = field(default_factory=dict[str, str])
    broken: set[str] = field(default_factory=set[str])
    used: set[str] = field(default_factory=set[str])
    places: dict[str, Span] = field(default_factory=dict[str, Span])
    heights: dict[str, int] = field(default_factory=dict[str, int])
    whole: bool = True
    _retyped: dict[str, Mapping[str, Type]] = field(default_factory=dict[str, Mapping[str, Type]])

    def written(self, span: Span) -> str:
        """The text of a span on one line."""
        return " ".join(self.source.text[span.start : span.end].split())

    def words(self, span: Span) -> list[str]:
        """The words and signs of a span."""
        return _WORD.findall(self.source.text[span.start : span.end])

    @property
    def root_fields(self) -> Mapping[str, Type]:
        """The fields of the footprint itself."""
        return self.fields(ROOT_SHAPE)

    def fields(self, shape: str) -> Mapping[str, Type]:
        """The fields of a record; codes of an open list are those of the file too."""
        if not self.vocabulary.open_lists & self.codes.keys():
            return self.vocabulary.fields(shape)
        if shape not in self._retyped:
            fields = self.vocabulary.fields(shape)
            self._retyped[shape] = {name: self._opened(kind) for name, kind in fields.items()}
        return self._retyped[shape]

    def declare_codes(self, name: str, codes: Iterable[tuple[str, Wording]]) -> None:
        """Add codes to a list; an open list of the submission's keeps its own before them."""
        known = self.codes[name].codes if name in self.codes else self.vocabulary.open_codes(name)
        self.codes[name] = CodeType(name, tuple(dict.fromkeys((*known, *(code for code, _ in codes)))))
        self._retyped.clear()

    def is_code(self, name: str) -> bool:
        """Whether any list, of the file or of the submission, has such a code."""
        own = (name in listed.codes for listed in self.codes.values())
        return any(own) or any(name == code.name for listed in self.vocabulary.codes.values() for code in listed.codes)

    def _opened(self, kind: Type) -> Type:
        match kind:
            case CodeType(name) if name in self.vocabulary.open_lists:
                return self.codes.get(name, kind)
            case ListType(element) if element is not None:
                return ListType(self._opened(element))
            case _:
                return kind


@dataclass(frozen=True, slots=True)
class Scope:
    """A place in a rule: the file's names and the local ones, by name with their types.

    `broken` are locals whose own declaration has a mistake: naming one is not a second mistake. `places` says where
    locals are declared, `heights` how deep each `let` is; `computed` are the lets that are more than a field's name.
    """

    file: FileScope
    locals: Mapping[str, Type]
    broken: frozenset[str] = frozenset()
    places: Mapping[str, Span] = field(default_factory=dict[str, Span])
    heights: Mapping[str, int] = field(default_factory=dict[str, int])
    computed: frozenset[str] = frozenset()

    def having(self, name: str, span: Span, type: Type | None) -> Scope:
        """This scope with one more local (`type` None where its declaration has a mistake).

        A name has one meaning: to declare it where it has one already is told.
        """
        first = self.places.get(name)
        if first is None and (name in self.file.definitions or name in self.file.parameters):
            first = self.file.places.get(name, span)
        if first is not None:
            self.file.sink.add(problems.declared_twice(self.file.source, span, name, first))
        places = {**self.places, name: span}
        if type is None:
            return replace(self, broken=self.broken | {name}, places=places)
        return replace(self, locals={**self.locals, name: type}, broken=self.broken - {name}, places=places)

    def having_let(self, name: str, span: Span, value: model.Expression | None, height: int) -> Scope:
        """This scope with a `let` of that height."""
        inner = self.having(name, span, None if value is None else value.type)
        computed = value is not None and not self.is_path(value)
        return replace(
            inner,
            heights={**self.heights, name: height},
            computed=self.computed | {name} if computed else self.computed - {name},
        )

    def is_path(self, node: model.Expression) -> bool:
        """Whether an expression names a place of the submission, or a factor, which may be there or missing."""
        match node:
            case model.FieldOf() | model.SubmissionField() | model.Predecessor():
                return True
            case model.Local(_, _, name):
                return name not in self.computed
            case model.Definition(_, _, _, value):
                return self.is_path(value)
            case model.BuiltinCall(RecordType()):
                return True
            case _:
                return False

    def is_broken(self, name: str) -> bool:
        """Whether the name is declared, by something that has a mistake of its own."""
        return name in self.broken or name in self.file.broken

    def names(self) -> list[str]:
        """Every name that may be written here."""
        file = self.file
        return [*self.locals, *file.definitions, *file.parameters, *file.data, *file.root_fields, PREDECESSOR]

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
            if isinstance(constant, model.UnsetParameter):
                return model.UnsetParameter(constant.type, written, name)
            assert isinstance(constant, model.Constant)
            return model.Constant(constant.type, written, constant.value, name)
        if name in file.data:
            category = model.SubmissionField(file.root_fields[CATEGORY], CATEGORY, CATEGORY)
            return model.FieldOf(file.data[name].type, written, category, name)
        if name in file.root_fields:
            return model.SubmissionField(file.root_fields[name], written, name)
        if name == PREDECESSOR:
            return model.Predecessor(RecordType(ROOT_SHAPE), written)
        return None
