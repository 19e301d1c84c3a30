"""Registers of clauses as written: nodes that `tree` has among its items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footrule.frozen import Frozen, dataclass

if TYPE_CHECKING:
    from footrule.syntax.tree import Name, WordingNode


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ClauseNode(Frozen):
    """One clause: its number or text without quotes, its title, and what the register says of it."""

    clause: Name
    title: WordingNode
    attested: bool
    because: WordingNode | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ClausesNode(Frozen):
    """`clauses DOCUMENT`; `whole` is false for `in part`."""

    document: Name
    whole: bool
    clauses: tuple[ClauseNode, ...]
