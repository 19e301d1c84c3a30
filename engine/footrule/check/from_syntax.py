"""The entrance: a tree becomes a checked standard, or diagnostics."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Protocol, TypeVar

from footrule.check import change_problems, problems
from footrule.check.allocations import allocation
from footrule.check.changes import Change, Changing, TakenIn, taken_in
from footrule.check.data import datum_type, declare_data, required_data
from footrule.check.declared_shares import shares_rule
from footrule.check.examples import example, rules_named
from footrule.check.expressions import height_in, infer, whole
from footrule.check.inheritance import inherit_values, inherit_words, lineage, one_major_each
from footrule.check.registers import declare_registers
from footrule.check.rules import RuleChecker, citations
from footrule.check.scope import FileScope, Scope
from footrule.check.settings import set_by_a_parent, settings, with_settings
from footrule.check.vocabulary import Vocabulary
from footrule.drafting.drafting import drafting
from footrule.measure.quantity import Quantity, exact
from footrule.measure.unit import ONE, known_symbols, read_unit
from footrule.model import expression as model
from footrule.model import standard
from footrule.syntax import tree
from footrule.syntax.clause_tree import ClausesNode
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

    def circle(self, parent: tuple[str, int], home: tuple[str, int]) -> tuple[str, ...]:
        """The ids of the files by way of which `parent` extends `home`, which extends it; none where it does not."""
        ...


def check(written: tree.Tree, vocabulary: Vocabulary, library: Library, sink: Sink) -> standard.Standard | None:
    """The checked standard, or None where the sink then holds an error."""
    file = FileScope(written.source, sink, vocabulary, whole=not written.unread)
    unread = [name for part in written.unread for name in part.names]
    file.broken.update(unread, map(standard.shares_rule_id, unread))
    checked = _FileChecker(file, written).whole(library)
    drafting(written, checked, sink)
    return None if sink.has_errors else checked


class _FileChecker:
    """Checks one file, declarations first, in the order the file has them."""

    def __init__(self, file: FileScope, written: tree.Tree) -> None:
        self._file = file
        self._tree = written

    def whole(self, library: Library) -> standard.Standard:
        """The whole file."""
        header = self._tree.header
        found = self._parents(library)
        inherit_words(self._file, found)
        self._declare_documents_and_codes()
        declare_registers(self._file, header.id.text, self._items(ClausesNode), found)
        parents = self._settled(found)
        for data in self._items(tree.DataNode):
            declare_data(self._file, data)
        self._declare_values()
        self._nothing_left_open()
        required = self._required_data()
        inherited = taken_in(self._file, parents, self._changes(), self._place_of_extends())
        own, allocations = self._rules(inherited)
        rules = (*inherited.rules.values(), *required, *own)
        ids = {rule.id for rule in rules} | self._file.broken
        if not all(part.names for part in self._tree.unread):
            ids |= {name.text for node in self._items(tree.ExampleNode) for name in rules_named(node)}
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
            earlier_until=header.earlier_until,
            covers=tuple(self._cover(cover) for cover in header.covers),
            declared_unit=self._declared_unit(header.declared_unit),
            boundary=header.boundary,
            documents=tuple(self._file.documents.values()),
            registers=tuple(one.register for of_one in self._file.registers.values() for one in of_one),
            codes=self._codes(parents),
            data=tuple(self._file.data.values()),
            parameters=tuple(self._file.parameters.values()),
            definitions=tuple(self._definitions(parents)),
            sections=tuple(self._sections()),
            rules=rules,
            allocations=(*inherited.allocations.values(), *allocations),
            examples=examples,
            waived=tuple(inherited.waived.values()),
            built_on=lineage(found, header.id.text),
        )

    def _parents(self, library: Library) -> list[standard.Standard]:
        found = [self._parent(parent, library) for parent in self._tree.header.parents]
        parents = [parent for parent in found if parent is not None]
        one_major_each(self._file, lineage(parents, self._tree.header.id.text), self._place_of_extends())
        return parents

    def _place_of_extends(self) -> Span:
        parents = self._tree.header.parents
        return parents[0].id.span if parents else Span(0, 0)

    def _changes(self) -> list[Change]:
        return [item for item in self._tree.items if isinstance(item, Change)]

    def _settled(self, parents: list[standard.Standard]) -> list[standard.Standard]:
        """What is extended, with the parameters that the file sets; the names for values are then in scope."""
        nodes = self._items(tree.SetParameterNode)
        values = set_by_a_parent(parents) | settings(self._file, self._tree.header.id.text, nodes, parents)
        settled = [with_settings(parent, values) for parent in parents]
        inherit_values(self._file, settled, self._place_of_extends())
        return settled

    def _definitions(self, parents: list[standard.Standard]) -> Iterator[standard.Declared]:
        homes = {one.name: one.standard for parent in parents for one in parent.definitions}
        for name, value in self._file.definitions.items():
            home = homes.get(name, self._tree.header.id.text)
            yield standard.Declared(name, value, self._file.heights[name], home)

    def _codes(self, parents: list[standard.Standard]) -> tuple[standard.DeclaredCodes, ...]:
        """The lists of codes of the parents and of the file, those of one name joined."""
        joined: dict[str, dict[str, Wording]] = {}
        declared = [(one.name, one.codes) for parent in parents for one in parent.codes]
        declared += [
            (node.name.text, tuple((name.text, title.wording) for name, title in node.codes))
            for node in self._items(tree.CodesNode)
        ]
        for name, codes in declared:
            joined.setdefault(name, {}).update(dict(codes))
        return tuple(standard.DeclaredCodes(name, tuple(codes.items())) for name, codes in joined.items())

    def _sections(self) -> Iterator[standard.Section]:
        section: tree.SectionNode | None = None
        prose: list[Wording] = []
        for item in self._tree.items:
            if isinstance(item, tree.SectionNode):
                if section is not None:
                    yield standard.Section(section.number, section.title.wording, tuple(prose))
                section, prose = item, []
            elif isinstance(item, tree.ProseNode):
                prose.append(item.text.wording)
        if section is not None:
            yield standard.Section(section.number, section.title.wording, tuple(prose))

    def _items(self, kind: type[_Item]) -> list[_Item]:
        return [item for item in self._tree.items if isinstance(item, kind)]

    def _once(self, name: tree.Name, kind: str = "") -> None:
        """Tell of a name that is declared before; documents and lists of codes have names of their own `kind`."""
        first = self._file.places.setdefault(kind + name.text, name.span)
        if first != name.span:
            self._file.sink.add(problems.declared_twice(self._file.source, name.span, name.text, first))
        elif not kind and name.text in self._file.inherited:
            parent = self._file.inherited[name.text]
            self._file.sink.add(problems.taken_by_parent(self._file.source, name.span, name.text, parent))

    def _declare_documents_and_codes(self) -> None:
        for document in self._items(tree.DocumentNode):
            self._once(document.name, "document ")
            cited = standard.CitedDocument(document.name.text, document.title.wording, document.edition)
            self._file.documents[document.name.text] = cited
        for codes in self._items(tree.CodesNode):
            self._once(codes.name, "codes ")
            self._codes_once(codes)
            listed = tuple((name.text, title.wording) for name, title in codes.codes)
            self._file.declare_codes(codes.name.text, listed)

    def _codes_once(self, node: tree.CodesNode) -> None:
        places: dict[str, Span] = {}
        for code, _ in node.codes:
            first = places.setdefault(code.text, code.span)
            if first != code.span:
                self._file.sink.add(problems.declared_twice(self._file.source, code.span, code.text, first))

    def _required_data(self) -> list[standard.Rule]:
        header = self._tree.header
        title = standard.CitedDocument(header.id.text, self._title(header), header.version.text)
        return [rule for node in self._items(tree.DataNode) for rule in required_data(self._file, node, title)]

    def _declare_values(self) -> None:
        for item in self._tree.items:
            if isinstance(item, tree.ParameterNode):
                self._once(item.name)
                self._parameter(item)
            elif isinstance(item, tree.OpenParameterNode):
                self._once(item.name)
                self._open_parameter(item)
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
                if node.codes.text not in file.broken:
                    place, name = node.codes.span, node.codes.text
                    file.sink.add(problems.unknown_name(file.source, place, name, file.codes, text_wanted=False))
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
        home = self._tree.header.id.text
        file.parameters[name] = standard.Parameter(name, value, provisional, citations(file, node.cites), home)

    def _open_parameter(self, node: tree.OpenParameterNode) -> None:
        file, name = self._file, node.name.text
        kind = datum_type(file, node.type)
        if kind is None:
            file.broken.add(name)
            return
        unset = model.UnsetParameter(kind, name, name)
        home = self._tree.header.id.text
        file.parameters[name] = standard.Parameter(name, unset, None, (), home, node.text.wording)

    def _nothing_left_open(self) -> None:
        """A standard decides every parameter; a library may leave some to those who extend it."""
        file, header = self._file, self._tree.header
        names = [one.name for one in file.parameters.values() if not one.is_set and one.name not in file.broken]
        if header.kind == "standard" and names and file.whole:
            file.sink.add(change_problems.left_open(file.source, header.id.span, names))

    def _parent(self, parent: tree.Parent, library: Library) -> standard.Standard | None:
        found = library.extended(parent.id.text, parent.major)
        if found is None:
            file, header = self._file, self._tree.header
            home = header.id.text, int(header.version.text.partition(".")[0][:9])
            circle = library.circle((parent.id.text, parent.major), home)
            if circle:
                file.sink.add(change_problems.circle(file.source, parent.id.span, circle))
                return None
            file.sink.add(problems.unknown_parent(file.source, parent.id.span, parent.id.text, parent.major))
        return found

    def _rules(self, inherited: TakenIn) -> tuple[list[standard.Rule], list[standard.Allocation]]:
        home = self._tree.header.id.text
        checker = RuleChecker(self._file, home)
        changing = Changing(self._file, checker, home, inherited)
        owners = inherited.owners()
        rules: list[standard.Rule] = []
        allocations: list[standard.Allocation] = []
        section: str | None = None
        for item in self._tree.items:
            if isinstance(item, tree.SectionNode):
                section = item.number
            elif isinstance(item, tree.RuleNode):
                self._rule_id(item.id, owners)
                rules.append(checker.rule(item, section))
            elif isinstance(item, tree.AllocateNode):
                self._rule_id(item.id, owners)
                found = allocation(self._file, home, item, section)
                allocations += [] if found is None else [found]
                asked = None if found is None else shares_rule(self._file, found)
                rules += [] if asked is None else [asked]
                if asked is None and item.tolerance is not None:
                    self._file.broken.add(standard.shares_rule_id(item.id.text))
            elif isinstance(item, Change):
                changing.change(item, section)
        return rules, allocations

    def _rule_id(self, id: tree.Name, inherited: Mapping[str, str]) -> None:
        self._once(id)
        if id.text in inherited:
            self._file.sink.add(problems.taken_by_parent(self._file.source, id.span, id.text, inherited[id.text]))

    def _title(self, header: tree.Header) -> Wording:
        if header.title is None:
            if self._file.whole:
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
        """Tell of what nothing uses; what a library declares may serve those that extend it."""
        if self._tree.header.kind == "library" or not self._file.whole:
            return
        used = self._file.used | self._file.vocabulary.open_lists
        declared = (tree.ParameterNode, tree.DefineNode, tree.DocumentNode, tree.CodesNode)
        for item in self._tree.items:
            if isinstance(item, declared) and item.name.text not in used:
                self._file.sink.add(problems.unused(self._file.source, item.name.span, item.name.text))


def _digest(text: str, parents: list[standard.Standard]) -> str:
    """SHA-256 of the file; where it extends others, of the file followed by their digests, in order."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass"))
    for parent in parents:
        digest.update(bytes.fromhex(parent.sha256))
    return digest.hexdigest()
