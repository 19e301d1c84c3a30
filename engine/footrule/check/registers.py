"""Registers of clauses: what a file declares of the documents that it cites, and whether its citations keep to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from footrule.check import problems, register_problems
from footrule.check.scope import FileScope
from footrule.model.citations import citations_of
from footrule.model.clauses import Clause, ClauseIndex, Register
from footrule.model.standard import CitedDocument, Standard
from footrule.syntax import tree
from footrule.syntax.clause_tree import ClauseNode, ClausesNode
from footrule.text.diagnostic import MOST_KEPT
from footrule.text.source import Span


def declare_registers(
    file: FileScope, standard: str, nodes: Sequence[ClausesNode], parents: Sequence[Standard]
) -> None:
    """Put the registers of a file beside those that it takes in, and hold what it takes in against its own."""
    places: dict[str, Span] = {}
    for node in nodes:
        name = node.document
        file.used.add(name.text)
        document = file.documents.get(name.text)
        first = places.setdefault(name.text, name.span)
        if document is None:
            if name.text not in file.broken:
                file.sink.add(problems.unknown_document(file.source, name.span, name.text, file.documents))
        elif first != name.span:
            file.sink.add(register_problems.second_register(file.source, name.span, name.text, first))
        elif document in file.registers:
            parent = file.registers[document][0].register.standard
            file.sink.add(register_problems.register_taken_in(file.source, name.span, name.text, parent))
        else:
            index = ClauseIndex(Register(document, standard, node.whole, tuple(_clauses(file, node))))
            file.registers[document] = [index]
            _hold_against(file, node, index, parents)


def _clauses(file: FileScope, node: ClausesNode) -> Iterator[Clause]:
    places: dict[str, Span] = {}
    for one in node.clauses:
        first = places.setdefault(one.clause.text, one.clause.span)
        if first != one.clause.span:
            file.sink.add(problems.declared_twice(file.source, one.clause.span, one.clause.text, first))
        else:
            yield _clause(one)


def _clause(node: ClauseNode) -> Clause:
    because = None if node.because is None else node.because.wording
    return Clause(node.clause.text, node.title.wording, node.attested, because)


def _hold_against(file: FileScope, node: ClausesNode, index: ClauseIndex, parents: Sequence[Standard]) -> None:
    """Tell of the citations that come with `extends` and that a register of this file does not go with."""
    told: set[str] = set()
    for rule, cite in (one for parent in parents for one in citations_of(parent)):
        if cite.document != index.register.document or cite.clause in told:
            continue
        told.add(cite.clause)
        place = node.document.span
        if index.excluding(cite.clause) is not None:
            file.sink.add(register_problems.taken_in_not_applicable(file.source, place, rule.id, cite.clause))
        elif index.register.whole and not any(index.having(cite.clause)):
            file.sink.add(register_problems.taken_in_unknown(file.source, place, rule.id, cite.clause))


def of_a_known_clause(file: FileScope, cite: tree.CiteNode, document: CitedDocument) -> None:
    """Tell of a citation of a clause that the document's register does not have, or calls not applicable.

    What a parent calls so is for its child to take up.
    """
    registers = file.registers.get(document, [])
    own = (one for one in registers if not one.taken_in)
    excluded = next((found for one in own if (found := one.excluding(cite.clause)) is not None), None)
    if excluded is not None:
        file.sink.add(register_problems.not_applicable(file.source, cite.span, cite.clause, excluded))
    elif registers and all(one.register.whole and not any(one.having(cite.clause)) for one in registers):
        kept = len(file.sink) < MOST_KEPT  # what is not kept needs no help, and a hostile file has thousands
        known = [clause.clause for one in registers for clause in one.register.clauses] if kept else []
        file.sink.add(register_problems.unknown_clause(file.source, cite, known))
