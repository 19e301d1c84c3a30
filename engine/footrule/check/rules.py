"""Rules: citations, iteration, conditions, requirements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from footrule.check import problems
from footrule.check.expressions import height_in, whole, whole_condition
from footrule.check.messages import message
from footrule.check.ranges import bound, ranged, unused_lets
from footrule.check.registers import of_a_known_clause
from footrule.check.scope import FileScope, Scope
from footrule.doubts.of_rule import Doubts
from footrule.doubts.situations import names_of_file
from footrule.measure.instant import start_of
from footrule.model import expression as model
from footrule.model import standard
from footrule.model.types import INSTANT, ListType
from footrule.model.walk import parameters_in
from footrule.syntax import tree

ATTESTING = ("verifier", "critical_reviewer")
TECHNIQUES = (
    "inspection", "observation", "inquiry", "confirmation", "recalculation", "reperformance", "analytical_procedures",
)  # fmt: skip
"""Evidence-gathering techniques, after ISO 14064-3:2019 6.1.3 (clause from recollection: provisional)."""


def citations(file: FileScope, cites: tuple[tree.CiteNode, ...]) -> tuple[standard.Citation, ...]:
    """The clauses cited; an unknown document is told and left out."""
    documents = file.documents
    found: list[standard.Citation] = []
    for cite in cites:
        file.used.add(cite.document.text)
        document = documents.get(cite.document.text)
        if document is None and cite.document.text not in file.broken:
            file.sink.add(problems.unknown_document(file.source, cite.document.span, cite.document.text, documents))
        elif document is not None:
            of_a_known_clause(file, cite, document)
            found.append(standard.Citation(document, cite.clause))
    return tuple(found)


def provisional_in(file: FileScope, parts: Iterable[model.Node]) -> tuple[standard.Parameter, ...]:
    """The provisional parameters that expressions depend on, by name."""
    names = sorted({name for part in parts for name in parameters_in(part)})
    found = (file.parameters[name] for name in names)
    return tuple(parameter for parameter in found if parameter.provisional is not None)


class RuleChecker:
    """Checks the rules of one file."""

    def __init__(self, file: FileScope, standard_id: str) -> None:
        self._file = file
        self._standard_id = standard_id
        self._names = names_of_file()

    def rule(self, node: tree.RuleNode, section: str | None) -> standard.Rule:
        """The checked rule; where a diagnostic was told, what could be checked of it."""
        file = self._file
        if not node.cites:
            file.sink.add(problems.no_citation(file.source, node.id.span, node.id.text))
        used_before = set(file.used)
        file.used.clear()
        scope, iteration = Scope(file, {}), None
        if node.for_each is not None:
            scope, iteration = ranged(scope, node.for_each)
        scope, lets = bound(scope, node.lets)
        phase_in = self._phase_in(scope, node.phase_in)
        when = whole_condition(scope, node.when) if node.when is not None else None
        shared = [when, iteration.condition if iteration else None, *(let.value for let in lets)]
        doubts = None if file.sink.has_errors else Doubts(self._names, lets)
        if doubts is not None:
            doubts.reach(iteration, phase_in, when)
        requirements = tuple(self._requirements(scope, node, [one for one in shared if one is not None], doubts))
        unused_lets(file, node.lets)
        file.used.update(used_before)
        return standard.Rule(
            id=node.id.text,
            title=node.title.wording,
            standard=self._standard_id,
            section=section,
            cites=citations(file, node.cites),
            for_each=iteration,
            phase_in=phase_in,
            when=when,
            lets=lets,
            requirements=requirements,
            notes=tuple(note.wording for note in node.notes),
            written=file.source.text[node.span.start : node.span.end],
        )

    def changed(self, node: tree.TightenNode, old: standard.Rule) -> standard.Rule:
        """A rule that is taken in, with what a `tighten` says in the place of its own.

        The names of the rule, the variable of its list and its lets, may be used; what the change leaves out stays.
        """
        file = self._file
        used_before = set(file.used)
        file.used.clear()
        scope, of_rule = self._inside(old)
        scope, own = bound(scope, node.lets)
        lets = (*old.lets, *own)
        phase_in = self._phase_in(scope, node.phase_in) if node.phase_in is not None else old.phase_in
        when = whole_condition(scope, node.when) if node.when is not None else old.when
        shared = [when, of_rule, *(let.value for let in lets)]
        doubts = None if file.sink.has_errors else Doubts(self._names, lets)
        if doubts is not None:
            doubts.reach(old.for_each, phase_in, when)
        requirements = tuple(self._requirements(scope, node, [one for one in shared if one is not None], doubts))
        unused_lets(file, node.lets)
        file.used.update(used_before)
        return replace(
            old,
            title=old.title if node.title is None else node.title.wording,
            cites=(*citations(file, node.cites), *old.cites),
            phase_in=phase_in,
            when=when,
            lets=lets,
            requirements=requirements,
            notes=tuple(note.wording for note in node.notes) or old.notes,
            written=file.source.text[node.span.start : node.span.end],
        )

    def _inside(self, rule: standard.Rule) -> tuple[Scope, model.Expression | None]:
        """The scope within a checked rule, and the condition of its list."""
        scope, condition = Scope(self._file, {}), None
        if rule.for_each is not None:
            condition = rule.for_each.condition
            element = rule.for_each.source.type
            assert isinstance(element, ListType) and element.element is not None, "a rule runs over a list of something"
            scope = replace(scope, locals={rule.for_each.variable: element.element})
        for let in rule.lets:
            computed = scope.computed if scope.is_path(let.value) else scope.computed | {let.name}
            heights = {**scope.heights, let.name: height_in(scope, let.value)}
            scope = replace(
                scope, locals={**scope.locals, let.name: let.value.type}, heights=heights, computed=computed
            )
        return scope, condition

    def _phase_in(self, scope: Scope, node: tree.PhaseIn | None) -> standard.PhasedIn | None:
        if node is None:
            return None
        against = whole(scope, node.against)
        if against is None:
            return None
        if against.type != INSTANT:
            file = self._file
            file.sink.add(problems.wrong_type(file.source, node.against.span, against.type, "a date", "日期"))
            return None
        return standard.PhasedIn(start_of(node.day), against)

    def _requirements(
        self,
        scope: Scope,
        node: tree.RuleNode | tree.TightenNode,
        shared: list[model.Expression],
        doubts: Doubts | None,
    ) -> Iterator[standard.Requirement]:
        for one in node.requirements:
            when = whole_condition(scope, one.when) if one.when is not None else None
            said = message(scope, one.otherwise)
            if isinstance(one, tree.AttestedNode):
                self._known_words(one)
                using = tuple(technique.text for technique in one.using)
                told = () if doubts is None else doubts.of_attested(when, one.by.text)
                yield standard.Attested(
                    one.modality, one.by.text, using, when, said, told, self._file.written(one.span)
                )
                continue
            asserted = whole_condition(scope, one.asserted)
            if asserted is None:
                continue
            parts = [*shared, asserted, *([when] if when is not None else [])]
            yield standard.Asserted(
                one.modality,
                asserted,
                when,
                said,
                provisional_in(self._file, parts),
                () if doubts is None else doubts.of_asserted(when, asserted),
                self._file.written(one.asserted.span),
            )

    def _known_words(self, node: tree.AttestedNode) -> None:
        file = self._file
        if node.by.text not in ATTESTING:
            file.sink.add(problems.unknown_word(file.source, node.by.span, node.by.text, ATTESTING))
        for technique in node.using:
            if technique.text not in TECHNIQUES:
                file.sink.add(problems.unknown_word(file.source, technique.span, technique.text, TECHNIQUES))
