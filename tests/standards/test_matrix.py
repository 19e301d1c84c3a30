"""Every example in which a rule of ISO 14067 fails, held against the rules of all parts of it.

Exactly the rules that the example names fail, and what the table beside this says fails with them: where another part
asks for the same, or for what the change takes away. A rule that fails here without a good reason is too eager.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import pytest

from footrule.analyse.prepared import Prepared, prepared, read_once
from footrule.analyse.trial import read_by
from footrule.evaluate.interpreter import Interpreter
from footrule.factors.database import shipped_factors
from footrule.library.catalogue import Catalogue
from footrule.library.shelf import shipped
from footrule.model.outcome import Outcome
from footrule.model.standard import Attested, Rule, Standard
from footrule.submission.element import Element, Record
from tests.house.checkout import ROOT
from tests.standards.also_fails import ALSO_FAILS, BALANCES

WHOLE = "iso14067"
FOLDER = ROOT / "rules" / WHOLE
# What changes a figure or what it is held against: a rule that balances the two may then fail as well.
COUNTED = {"carbon_capture", "characterisation", "electricity", "pcf", "processes", "reference_flow", "stage_results"}


@lru_cache(maxsize=1)
def _standards() -> Mapping[str, Standard]:
    catalogue = Catalogue(shipped())
    loaded = [catalogue.load(one) for one in catalogue.editions if one.id.startswith(WHOLE)]
    return {one.id: one for one in loaded if isinstance(one, Standard)}


def _read(name: str) -> bytes | None:
    path = FOLDER / name
    return path.read_bytes() if path.is_file() else None


READ = read_once(_read)
PARTS = sorted(one for one in _standards() if _standards()[one].examples)


class Matrix:
    """What the rules of the whole come to in examples; where all that a rule reads is the same, it is asked once."""

    def __init__(self, whole: Standard) -> None:
        self.whole = whole
        self._factors = shipped_factors()
        self._interpreter = Interpreter(factors_of=lambda _: self._factors)
        self._fields = {rule.id: read_by(rule) for rule in whole.rules}
        self._asked = {rule.id for rule in whole.rules if any(isinstance(one, Attested) for one in rule.requirements)}
        self._known: dict[object, bool] = {}

    def failing(self, one: Prepared) -> list[str]:
        """The rules that fail in an example."""
        texts: dict[str, str] = {}
        before: dict[str, str] = {}
        return [rule.id for rule in self.whole.rules if self._fails(rule, one, texts, before)]

    def _fails(self, rule: Rule, one: Prepared, texts: dict[str, str], before: dict[str, str]) -> bool:
        of_footprint, of_predecessor = self._fields[rule.id]
        attested = [(a.role, a.outcome) for a in one.attestations if a.requirement == rule.id]
        key = (
            rule.id,
            tuple(_text(one.footprint, path[0], texts) for path in of_footprint),
            None
            if one.predecessor is None
            else tuple(_text(one.predecessor, path[0], before) for path in of_predecessor if path),
            tuple(attested) if rule.id in self._asked else (),
        )
        if key not in self._known:
            given = (one.footprint, one.predecessor, one.attestations)
            outcomes = self._interpreter.outcomes(self.whole, rule, *given)
            self._known[key] = Outcome.NONCONFORMING in set(outcomes)
        return self._known[key]


def _text(record: Record, name: str, known: dict[str, str]) -> str:
    """A field of a record, in full."""
    if name not in known:
        element: Element | None = record.fields.get(name)
        known[name] = repr(element)
    return known[name]


@lru_cache(maxsize=1)
def _matrix() -> Matrix:
    return Matrix(_standards()[WHOLE])


@pytest.mark.parametrize("part", PARTS)
def test_what_fails_is_what_the_example_names_and_the_table(part: str) -> None:
    matrix, factors = _matrix(), shipped_factors()
    besides: dict[str, str] = {}
    for example in _standards()[part].examples:
        if not example.fails:
            continue
        ready = prepared(matrix.whole, example, READ, factors)
        assert isinstance(ready, Prepared), example.title
        failing = matrix.failing(ready)
        assert set(example.fails) <= set(failing), example.title
        is_counted = any(change.path[0] in COUNTED for change in example.changes)
        excused = {*example.fails, *(BALANCES if is_counted else ())}
        others = [rule for rule in failing if rule not in excused]
        if others:
            besides[example.title] = " ".join(others)
    assert besides == ALSO_FAILS.get(part, {})


def test_the_table_names_rules_and_parts_that_there_are() -> None:
    rules = {rule.id for rule in _standards()[WHOLE].rules}
    assert set(ALSO_FAILS) <= set(PARTS)
    assert set(BALANCES) <= rules
