"""The entrance: a tree becomes a checked standard, or diagnostics."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Protocol, TypeVar

from footrule.check import problems
from footrule.check.drafting import drafting
from footrule.check.examples import example
from footrule.check.expressions import height_in, infer, whole
from footrule.check.rules import RuleChecker, citations
from footrule.check.scope import FileScope, Scope
from footrule.check.vocabulary import ROOT_SHAPE, Vocabulary
from footrule.measure.quantity import Quantity, exact
from footrule.measure.unit import ONE, known_symbols, read_unit
from footrule.model import expression as model
from footrule.model import standard
from footrule.model.types import CodeType
from footrule.syntax import tree
from footrule.text.diagnostic import Sink
from footrule.text.source import Span
from footrule.text.wording import Wording

_Item = TypeVar("_Item", bound=tree.Item)
SCHEMES = ("cas", "hs", "cpc", "urn")


class Library(Protocol):
    """Where extended standards come from."""

    def extended(self, id: str, major: int) -> standard.Standard | None:
        """The newest checked standard of that major version, or None where there is none that can be used."""
        ...


def check(written: tree.Tree, vocabulary: Vocabulary, library: Library, sink: Sink) -> standard.Standard | None:
    """The checked standard, or None where the sink then holds an error."""
    file = FileScope(written.source, sink, vocabulary, vocabulary.fields(ROOT_SHAPE))
    checked = _FileChecker(file, written).whole(library)
    drafting(written, sink)
    return None if sink.has_errors else checked


class _FileChecker:
    """Checks one file, declarations first, in the order the file has them."""

    def __init__(self, file: FileScope, written: tree.Tree) -> None:
        self._file = file
        self._tree = written
        self._documents: dict[str, standard.CitedDocument] = {}

    def whole(self, library: Library) -> standard.Standard:
        """The whole file."""
        self._declare_documents_and_codes()
        self._declare_values()
        header = self._tree.header
        found = [self._parent(parent, library) for parent in header.parents]
        parents = [parent for parent in found if parent is not None]
        inherited = {(rule.standard, rule.id): rule for parent in parents for rule in parent.rules}
        own = self._rules({rule.id: rule.standard for rule in inherited.values()})
        rules = (*inherited.values(), *own)
        ids = {rule.id for rule in rules}
        examples = tuple(example(self._file, node, ids) for node in self._items(tree.ExampleNode))
        self._unused_declarations()
        return standard.Standard(
            kind=header.kind,
            id=header.id.text,
            version=header.version.text,
            sha256=_digest(self._tree.source.text, parents),
            title=self._title(header),
            in_force_from=header.in_force_from,
            in_force_until=header.in_force_until,
            covers=tuple(self._cover(cover) for cover in header.covers),
            declared_unit=self._declared_unit(header.declared_unit),
            boundary=header.boundary,
            parameters=tuple(self._file.parameters.values()),
            rules=tuple(rules),
            examples=examples,
        )

    def _items(self, kind: type[_Item]) -> list[_Item]:
        return [item for item in self._tree.items if isinstance(item, kind)]

    def _once(self, name: tree.Name) -> None:
        first = self._file.places.setdefault(name.text, name.span)
        if first != name.span:
            self._file.sink.add(problems.declared_twice(self._file.source, name.span, name.text, first))

    def _declare_documents_and_codes(self) -> None:
        for document in self._items(tree.DocumentNode):
            self._once(document.name)
            cited = standard.CitedDocument(document.name.text, document.title.wording, document.edition)
            self._documents[document.name.text] = cited
        for codes in self._items(tree.CodesNode):
            self._once(codes.name)
            self._codes_once(codes)
            members = tuple(name.text for name, _ in codes.codes)
            self._file.codes[codes.name.text] = CodeType(codes.name.text, members)

    def _codes_once(self, node: tree.CodesNode) -> None:
        places: dict[str, Span] = {}
        for code, _ in node.codes:
            first = places.setdefault(code.text, code.span)
            if first != code.span:
                self._file.sink.add(problems.declared_twice(self._file.source, code.span, code.text, first))

    def _declare_values(self) -> None:
        for item in self._tree.items:
            if isinstance(item, tree.ParameterNode):
                self._once(item.name)
                self._parameter(item)
            elif isinstance(item, tree.DefineNode):
                self._once(item.name)
                scope = Scope(self._file, {})
                value = whole(scope, item.value)
                if value is None:
                    self._file.broken.add(item.name.text)
                else:
                    self._file.definitions[item.name.text] = value
                    self._file.heights[item.name.text] = height_in(scope, value)

    def _parameter(self, node: tree.ParameterNode) -> None:
        file, name = self._file, node.name.text
        file.broken.add(name)
        expected = file.codes.get(node.codes.text) if node.codes is not None else None
        if node.codes is not None:
            file.used.add(node.codes.text)
            if expected is None:
                file.sink.add(problems.unknown_name(file.source, node.codes.span, node.codes.text, file.codes))
                return
        value = infer(Scope(file, {}), node.value, expected)
        if value is None:
            return
        if not isinstance(value, model.Constant):
            file.sink.add(problems.not_constant(file.source, node.value.span, name))
            return
        if node.provisional is None and not node.cites:
            file.sink.add(problems.no_source(file.source, node.name.span, name))
        file.broken.discard(name)
        provisional: Wording | None = None if node.provisional is None else node.provisional.wording
        file.parameters[name] = standard.Parameter(
            name, value, provisional, citations(file, self._documents, node.cites)
        )

    def _parent(self, parent: tree.Parent, library: Library) -> standard.Standard | None:
        found = library.extended(parent.id.text, parent.major)
        if found is None:
            file = self._file
            file.sink.add(problems.unknown_parent(file.source, parent.id.span, parent.id.text, parent.major))
        return found

    def _rules(self, inherited: Mapping[str, str]) -> list[standard.Rule]:
        checker = RuleChecker(self._file, self._documents, self._tree.header.id.text)
        rules: list[standard.Rule] = []
        section: str | None = None
        for item in self._tree.items:
            if isinstance(item, tree.SectionNode):
                section = item.number
            elif isinstance(item, tree.RuleNode):
                self._once(item.id)
                if item.id.text in inherited:
                    parent = inherited[item.id.text]
                    self._file.sink.add(problems.taken_by_parent(self._file.source, item.id.span, item.id.text, parent))
                rules.append(checker.rule(item, section))
        return rules

    def _title(self, header: tree.Header) -> Wording:
        if header.title is None:
            self._file.sink.add(problems.missing_title(self._file.source, header.id.span))
            return Wording((("en", header.id.text),))
        return header.title.wording

    def _cover(self, cover: tree.Cover) -> standard.Covered:
        if cover.scheme.text not in SCHEMES:
            file = self._file
            file.sink.add(problems.unknown_word(file.source, cover.scheme.span, cover.scheme.text, SCHEMES))
        return standard.Covered(cover.scheme.text, cover.code)

    def _declared_unit(self, node: tree.AmountNode | None) -> Quantity | None:
        if node is None:
            return None
        unit = ONE if node.unit is None else read_unit(node.unit.text)
        if unit is None:
            assert node.unit is not None
            file = self._file
            file.sink.add(problems.unknown_unit(file.source, node.unit.span, node.unit.text, known_symbols()))
            return None
        return exact(node.number.value, unit)

    def _unused_declarations(self) -> None:
        declared = (tree.ParameterNode, tree.DefineNode, tree.DocumentNode, tree.CodesNode)
        for item in self._tree.items:
            if isinstance(item, declared) and item.name.text not in self._file.used:
                self._file.sink.add(problems.unused(self._file.source, item.name.span, item.name.text))


def _digest(text: str, parents: list[standard.Standard]) -> str:
    """SHA-256 of the file; where it extends others, of the file followed by their digests, in order."""
    digest = hashlib.sha256(text.encode())
    for parent in parents:
        digest.update(bytes.fromhex(parent.sha256))
    return digest.hexdigest()
