"""Registers of clauses: from the parser's generic tree to the frozen nodes of `clause_tree`."""

from __future__ import annotations

from footrule.syntax import tree
from footrule.syntax.clause_tree import ClauseNode, ClausesNode
from footrule.syntax.expression_from_lark import Branch, token_span, unquoted
from footrule.syntax.parts_from_lark import PartBuilder, branches, name_of, tokens


def clauses(branch: Branch, parts: PartBuilder) -> ClausesNode:
    """A `clauses` block."""
    return ClausesNode(
        document=name_of(tokens(branch, "NAME")[0]),
        whole=not any(branches(branch, "in_part")),
        clauses=tuple(_clause(clause, parts) for clause in branches(branch, "clause")),
    )


def _clause(branch: Branch, parts: PartBuilder) -> ClauseNode:
    number, text = tokens(branch, "CLAUSE_NUMBER"), tokens(branch, "STRING")
    excluded = next(branches(branch, "not_applicable"), None)
    return ClauseNode(
        clause=name_of(number[0]) if number else tree.Name(unquoted(text[0]), token_span(text[0], 0)),
        title=parts.wording_in(branch),
        attested=any(branches(branch, "left_to_a_person")),
        because=None if excluded is None else parts.wording_in(excluded),
    )
