"""The footprint recomputed for the rules of a standard: only where they ask for it, and once for each standard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from footrule.factors.database import Factors
from footrule.model import expression as model
from footrule.model.standard import Standard
from footrule.model.walk import below, expressions_in
from footrule.submission.element import Record

RECOMPUTED, ALTERNATIVES = "recomputed", "alternatives"


def with_recomputed(standard: Standard, footprint: Record, predecessor: Record | None, factors: Factors) -> Record:
    """The footprint with what its inventory comes to by the standard; without an inventory, as it is.

    Where it cannot be recomputed, the field says why, and rules that need it are undetermined for that reason.
    """
    asked = asked_of_recomputed(standard)
    if RECOMPUTED not in asked or "processes" not in footprint.fields:
        return footprint
    from footrule.inventory.problems import NotComputed
    from footrule.inventory.recompute import recompute
    from footrule.inventory.recomputed import not_recomputed

    try:
        found = recompute(standard, footprint, predecessor, factors, with_alternatives=ALTERNATIVES in asked).record
    except NotComputed as problem:
        absent = not_recomputed(problem.problems, problem.problems[0].pointer)
        return replace(footprint, fields={**footprint.fields, RECOMPUTED: absent})
    return replace(footprint, fields={**footprint.fields, RECOMPUTED: found})


_ASKED: dict[str, frozenset[str]] = {}
"""What each standard asks of the recomputed footprint, by its digest."""


def asked_of_recomputed(standard: Standard) -> frozenset[str]:
    """The fields of the recomputed footprint that the rules of a standard name; none where none names it."""
    if standard.sha256 not in _ASKED:
        _ASKED[standard.sha256] = frozenset(_asked(standard))
    return _ASKED[standard.sha256]


def _asked(standard: Standard) -> Iterator[str]:
    nodes = (node for rule in standard.rules for part in expressions_in(rule) for node in below(part))
    for node in nodes:
        if isinstance(node, model.SubmissionField) and node.name == RECOMPUTED:
            yield RECOMPUTED
        elif isinstance(node, model.FieldOf) and node.name == ALTERNATIVES:
            yield ALTERNATIVES
