"""How a standard answers for the clauses of what it cites: which rules code each, which persons judge, and the gaps.

It is computed from the effective standard: the rules, allocations and registers of the file and of all that it extends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from footrule.model.citations import citations_of
from footrule.model.clauses import Clause, ClauseIndex, Register
from footrule.model.standard import Allocation, Attested, Citation, CitedDocument, Rule, Standard, Waived
from footrule.text.wording import Wording

_Cited = Sequence[tuple[Rule | Allocation, Citation]]


class Standing(Enum):
    """How a clause is answered for."""

    CODED = "coded"
    ATTESTED = "attested"
    NOT_APPLICABLE = "not applicable"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class CoveredClause:
    """A clause, how it is answered for, and the ids of the rules and allocations that cite it or a part of it.

    `because` is why it is not applicable, perhaps with a clause that it is within; `waived` are the rules that cite a
    gap and are not applied.
    """

    clause: Clause
    standing: Standing
    rules: tuple[str, ...]
    because: Wording | None = None
    waived: tuple[Waived, ...] = ()


@dataclass(frozen=True, slots=True)
class CoveredRegister:
    """A register with the standing of each clause; `outside` are citations that one in part does not list."""

    register: Register
    clauses: tuple[CoveredClause, ...]
    outside: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def gaps(self) -> tuple[CoveredClause, ...]:
        """The clauses that nothing answers for."""
        return tuple(one for one in self.clauses if one.standing is Standing.GAP)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every register of a standard, and the documents that it has cited without one."""

    standard: Standard
    registers: tuple[CoveredRegister, ...]
    without_register: tuple[CitedDocument, ...]

    @property
    def gaps(self) -> int:
        """How many clauses nothing answers for."""
        return sum(len(one.gaps) for one in self.registers)


def coverage(standard: Standard) -> Coverage:
    """What a standard covers of the documents that it has registers of."""
    cited: dict[CitedDocument, list[tuple[Rule | Allocation, Citation]]] = {}
    for rule, cite in citations_of(standard):
        cited.setdefault(cite.document, []).append((rule, cite))
    registered = {one.document for one in standard.registers}
    return Coverage(
        standard,
        tuple(_covered(one, cited.get(one.document, []), standard.waived) for one in standard.registers),
        tuple(one for one in standard.documents if one in cited and one not in registered),
    )


def _covered(register: Register, cited: _Cited, waived: Sequence[Waived]) -> CoveredRegister:
    index = ClauseIndex(register)
    citing: dict[str, dict[str, Rule | Allocation]] = {one.clause: {} for one in register.clauses}
    outside: dict[str, dict[str, None]] = {}
    for rule, cite in cited:
        found = list(index.having(cite.clause))
        for clause in found:
            citing[clause.clause][rule.id] = rule
        if not found:
            outside.setdefault(cite.clause, {})[rule.id] = None
    clauses = [_standing(index, one, list(citing[one.clause].values())) for one in register.clauses]
    clauses = [
        replace(one, waived=_waived(index, one, waived)) if one.standing is Standing.GAP else one for one in clauses
    ]
    return CoveredRegister(register, tuple(clauses), tuple((clause, tuple(rules)) for clause, rules in outside.items()))


def _standing(index: ClauseIndex, clause: Clause, rules: Sequence[Rule | Allocation]) -> CoveredClause:
    ids = tuple(one.id for one in rules)
    excluding = index.excluding(clause.clause)
    if not rules and excluding is not None:
        return CoveredClause(clause, Standing.NOT_APPLICABLE, ids, because=excluding.because)
    if clause.attested:
        judged = tuple(one.id for one in rules if _is_judged(one))
        return CoveredClause(clause, Standing.ATTESTED if judged else Standing.GAP, judged)
    if any(_is_decided(one) for one in rules):
        return CoveredClause(clause, Standing.CODED, ids)
    return CoveredClause(clause, Standing.ATTESTED if rules else Standing.GAP, ids)


def _waived(index: ClauseIndex, of: CoveredClause, waived: Sequence[Waived]) -> tuple[Waived, ...]:
    """The rules that cite a clause or a part of it, and were waived."""
    document = index.register.document
    return tuple(
        one
        for one in waived
        if any(cite.document == document and of.clause in index.having(cite.clause) for cite in one.answered)
    )


def _is_judged(rule: Rule | Allocation) -> bool:
    """Whether a person judges a requirement of it."""
    return isinstance(rule, Rule) and any(isinstance(one, Attested) for one in rule.requirements)


def _is_decided(rule: Rule | Allocation) -> bool:
    """Whether data decide a requirement of it."""
    return isinstance(rule, Allocation) or not all(isinstance(one, Attested) for one in rule.requirements)
