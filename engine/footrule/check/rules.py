"""Rules: citations, iteration, conditions, requirements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from footrule.check import problems
from footrule.check.collections import list_source
from footrule.check.expressions import height_in, infer, whole, whole_condition
from footrule.check.messages import message
from footrule.check.scope import FileScope, Scope
from footrule.check.walk import parameters_in
from footrule.measure.instant import start_of
from footrule.model import expression as model
from footrule.model import standard
from footrule.model.types import INSTANT
from footrule.syntax import tree

ATTESTING = ("verifier", "critical_reviewer")
TECHNIQUES = (
    "inspection", "observation", "inquiry", "confirmation", "recalculation", "reperformance", "analytical_procedures",
)  # fmt: skip
"""Evidence-gathering techniques, after ISO 14064-3:2019 6.1.3 (clause from recollection: provisional)."""


def citations(
    file: FileScope, documents: Mapping[str, standard.CitedDocument], cites: tuple[tree.CiteNode, ...]
) -> tuple[standard.Citation, ...]:
    """The clauses cited; an unknown document is told and left out."""
    found: list[standard.Citation] = []
    for cite in cites:
        file.used.add(cite.document.text)
        document = documents.get(cite.document.text)
        if document is None:
            file.sink.add(problems.unknown_document(file.source, cite.document.span, cite.document.text, documents))
        else:
            found.append(standard.Citation(document, cite.clause))
    return tuple(found)


class RuleChecker:
    """Checks the rules of one file."""

    def __init__(self, file: FileScope, documents: Mapping[str, standard.CitedDocument], standard_id: str) -> None:
        self._file = file
        self._documents = documents
        self._standard_id = standard_id

    def rule(self, node: tree.RuleNode, section: str | None) -> standard.Rule:
        """The checked rule; where a diagnostic was told, what could be checked of it."""
        file = self._file
        if not node.cites:
            file.sink.add(problems.no_citation(file.source, node.id.span, node.id.text))
        used_before = set(file.used)
        file.used.clear()
        scope, iteration = self._iteration(node.for_each)
        scope, lets = self._lets(scope, node.lets)
        phase_in = self._phase_in(scope, node.phase_in)
        when = whole_condition(scope, node.when) if node.when is not None else None
        shared = [when, iteration.condition if iteration else None, *(let.value for let in lets)]
        requirements = tuple(self._requirements(scope, node, [one for one in shared if one is not None]))
        self._unused_lets(node)
        file.used.update(used_before)
        return standard.Rule(
            id=node.id.text,
            title=node.title.wording,
            standard=self._standard_id,
            section=section,
            cites=citations(file, self._documents, node.cites),
            for_each=iteration,
            phase_in=phase_in,
            when=when,
            lets=lets,
            requirements=requirements,
            notes=tuple(note.wording for note in node.notes),
            written=file.source.text[node.span.start : node.span.end],
        )

    def _lets(self, scope: Scope, nodes: tuple[tree.DefineNode, ...]) -> tuple[Scope, tuple[standard.LetBinding, ...]]:
        bindings: list[standard.LetBinding] = []
        for let in nodes:
            value = whole(scope, let.value)
            scope = scope.having_let(
                let.name.text, let.name.span, value, 0 if value is None else height_in(scope, value)
            )
            if value is not None:
                bindings.append(standard.LetBinding(let.name.text, value))
        return scope, tuple(bindings)

    def _iteration(self, node: tree.ForEach | None) -> tuple[Scope, standard.Iteration | None]:
        scope = Scope(self._file, {})
        if node is None:
            return scope, None
        listed = list_source(scope, node.source, infer)
        inner = scope.having(node.name.text, node.name.span, None if listed is None else listed[1])
        kept = whole_condition(inner, node.condition) if node.condition is not None else None
        return inner, None if listed is None else standard.Iteration(node.name.text, listed[0], kept)

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
        self, scope: Scope, node: tree.RuleNode, shared: list[model.Expression]
    ) -> Iterator[standard.Requirement]:
        for one in node.requirements:
            when = whole_condition(scope, one.when) if one.when is not None else None
            said = message(scope, one.otherwise)
            if isinstance(one, tree.AttestedNode):
                self._known_words(one)
                using = tuple(technique.text for technique in one.using)
                written = self._file.written(one.span)
                yield standard.Attested(one.modality, one.by.text, using, when, said, written)
                continue
            asserted = whole_condition(scope, one.asserted)
            if asserted is None:
                continue
            parts = [*shared, asserted, *([when] if when is not None else [])]
            names = sorted({name for part in parts for name in parameters_in(part)})
            provisional = [self._file.parameters[name] for name in names]
            yield standard.Asserted(
                one.modality,
                asserted,
                when,
                said,
                tuple(parameter for parameter in provisional if parameter.provisional is not None),
                self._file.written(one.asserted.span),
            )

    def _known_words(self, node: tree.AttestedNode) -> None:
        file = self._file
        if node.by.text not in ATTESTING:
            file.sink.add(problems.unknown_word(file.source, node.by.span, node.by.text, ATTESTING))
        for technique in node.using:
            if technique.text not in TECHNIQUES:
                file.sink.add(problems.unknown_word(file.source, technique.span, technique.text, TECHNIQUES))

    def _unused_lets(self, node: tree.RuleNode) -> None:
        for let in node.lets:
            if let.name.text not in self._file.used:
                self._file.sink.add(problems.unused(self._file.source, let.name.span, let.name.text))
