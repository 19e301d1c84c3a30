"""The examples of a standard as a trial of its rules: what each comes to, quickly and again and again.

What a rule comes to depends on the fields it names and on what was attested, so of many examples that agree in those
one is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from footrule.analyse.prepared import Prepared, ReadFile, prepared, read_once
from footrule.analyse.rewriting import deciding
from footrule.analyse.tested import promises, tested_rules
from footrule.analyse.variants import parts
from footrule.assess.recomputing import asked_of_recomputed, with_recomputed
from footrule.evaluate.context import Context
from footrule.evaluate.expressions import evaluate
from footrule.evaluate.interpreter import Interpreter
from footrule.evaluate.judgement import Judgement
from footrule.evaluate.values import Result
from footrule.factors.database import Factors, shipped_factors
from footrule.model import expression as expressions
from footrule.model.expression import Expression
from footrule.model.outcome import Outcome
from footrule.model.outline import RECOMPUTED
from footrule.model.standard import Allocation, Attested, Rule, Standard, shares_rule_id
from footrule.submission.element import Element, Record

Path = tuple[str, ...]
"""Names of fields, each within the one before; the first is a field of the footprint."""
Broken = tuple[bool, bool]
"""What `footrule test` sees of a rule in an example: whether it is nonconforming, and whether undetermined."""


class Trial:
    """The examples of a standard, made ready once; examples that cannot be read take no part."""

    __slots__ = ("_asking", "_before", "_cases", "_factors", "_outcomes", "_prints", "_ready", "_says_of", "_standard")

    def __init__(self, standard: Standard, ready: Sequence[Prepared], factors: Factors) -> None:
        self._standard = standard
        self._says_of = promises(standard, tested_rules(standard))
        self._factors = factors
        self._ready = tuple(ready)
        self._cases: dict[str, tuple[Prepared, ...]] = {}
        self._before: dict[str, list[list[Broken]]] = {}
        self._asking = frozenset(asked_of_recomputed(standard))
        self._outcomes: dict[tuple[str, int], Broken] = {}
        self._prints: dict[tuple[int, bool, Path], bytes] = {}

    def cases(self, rule: Rule) -> tuple[Prepared, ...]:
        """One example of each kind that is different for a rule, first those that are about it."""
        if rule.id not in self._cases:
            fields, of_predecessor = read_by(rule)
            different: dict[object, Prepared] = {}
            for one in sorted(self._ready, key=lambda one: not _is_about(one, rule)):
                key = (
                    tuple(self._print(one, one.footprint, path) for path in fields),
                    None
                    if one.predecessor is None
                    else tuple(self._print(one, one.predecessor, path) for path in of_predecessor),
                    repr(_attested(rule, one)),
                )
                different.setdefault(key, one)
            self._cases[rule.id] = tuple(different.values())
        return self._cases[rule.id]

    def _print(self, one: Prepared, record: Record, path: Path) -> bytes:
        """What stands at a path of an example, in few bytes: rules share the fields that they read."""
        key = (id(one), record is one.footprint, path)
        if key not in self._prints:
            self._prints[key] = sha256(repr(_field(record, path)).encode("utf-8", "surrogatepass")).digest()
        return self._prints[key]

    def judged(
        self, standard: Standard, one: Prepared, run: Callable[[Context, Expression], Result] = evaluate
    ) -> Iterator[Judgement]:
        """What a standard, of which something may be changed, says of an example; `run` as the interpreter takes it."""
        interpreter = Interpreter(run, lambda _: self._factors)
        return interpreter.judge(standard, one.footprint, one.predecessor, one.attestations)

    def notices(self, before: Rule, after: Rule, requirement: int | None = None) -> bool:
        """Whether an example comes out otherwise with the rule changed, perhaps in one requirement only."""
        known = self._known(before)
        numbers = range(len(before.requirements)) if requirement is None else (requirement,)
        for one, flags in zip(self.cases(before), known, strict=True):
            changed = list(flags)
            for number in numbers:
                changed[number] = self._broken(after, number, one)
            if _together(changed) != _together(flags):
                return True
        return False

    def notices_shared(self, allocations: Mapping[str, Allocation], rules: Mapping[str, Rule]) -> bool:
        """Whether an example comes out otherwise with other allocations, and rules that change together with them."""
        every = tuple(allocations.get(one.id, one) for one in self._standard.allocations)
        standard = replace(self._standard, allocations=every)
        asked = [one for one in self._standard.rules if one.id in rules or one.id in self._asking]
        return any(self._comes_out_otherwise(one, standard, asked, rules) for one in self._by_nearness(allocations))

    def _comes_out_otherwise(
        self, one: Prepared, standard: Standard, asked: Sequence[Rule], rules: Mapping[str, Rule]
    ) -> bool:
        footprint = with_recomputed(standard, one.footprint, one.predecessor, self._factors)
        is_same = footprint.fields.get(RECOMPUTED) == one.footprint.fields.get(RECOMPUTED)
        other = replace(one, footprint=footprint)
        for rule in asked:
            after = rules.get(rule.id, rule)
            if (is_same and after is rule) or not self._says_of(one.example, rule.id):
                continue
            if self._outcome(rule, one) != _together([self._broken(after, n, other) for n in _numbers(after)]):
                return True
        return False

    def _outcome(self, rule: Rule, one: Prepared) -> Broken:
        key = (rule.id, id(one))
        if key not in self._outcomes:
            self._outcomes[key] = _together([self._broken(rule, number, one) for number in _numbers(rule)])
        return self._outcomes[key]

    def _by_nearness(self, allocations: Mapping[str, Allocation]) -> list[Prepared]:
        """The examples, first those that are about the shares of an allocation."""
        on_shares = {shares_rule_id(one) for one in allocations}

        def is_far(one: Prepared) -> bool:
            return on_shares.isdisjoint((*one.example.fails, *one.example.undetermined))

        return sorted(self._ready, key=is_far)

    def _known(self, rule: Rule) -> list[list[Broken]]:
        if rule.id not in self._before:
            self._before[rule.id] = [
                [self._broken(rule, number, one) for number in range(len(rule.requirements))]
                for one in self.cases(rule)
            ]
        return self._before[rule.id]

    def _broken(self, rule: Rule, number: int, one: Prepared) -> Broken:
        """What one requirement of a rule comes to in an example."""
        alone = replace(rule, requirements=(rule.requirements[number],))
        interpreter = Interpreter(factors_of=lambda _: self._factors)
        outcomes = set(interpreter.outcomes(self._standard, alone, one.footprint, one.predecessor, one.attestations))
        return Outcome.NONCONFORMING in outcomes, Outcome.UNDETERMINED in outcomes


def trial(standard: Standard, read_file: ReadFile, factors: Factors | None = None) -> Trial:
    """The trial that the examples of a standard are, its rules asking the tables that ship unless others are given."""
    files, asked = read_once(read_file), factors or shipped_factors()
    every = (prepared(standard, example, files, asked) for example in standard.examples)
    return Trial(standard, [one for one in every if isinstance(one, Prepared)], asked)


def _together(flags: Sequence[Broken]) -> Broken:
    return any(bad for bad, _ in flags), any(unknown for _, unknown in flags)


def _numbers(rule: Rule) -> range:
    return range(len(rule.requirements))


def _is_about(one: Prepared, rule: Rule) -> bool:
    return rule.id in one.example.fails or rule.id in one.example.undetermined


def _attested(rule: Rule, one: Prepared) -> object:
    if not any(isinstance(requirement, Attested) for requirement in rule.requirements):
        return None
    return [(given.role, given.outcome) for given in one.attestations if given.requirement == rule.id]


def read_by(rule: Rule) -> tuple[list[Path], list[Path]]:
    """The fields that a rule reads of the footprint, and those of its predecessor."""
    found: tuple[set[Path], set[Path]] = (set(), set())
    for outermost in deciding(rule):
        for of_predecessor, path in _paths(outermost):
            found[of_predecessor].add(path)
    return sorted(found[False]), sorted(found[True])


def _paths(node: Expression) -> Iterator[tuple[bool, Path]]:
    names: list[str] = []
    base = node
    while isinstance(base, expressions.FieldOf):
        names.insert(0, base.name)
        base = base.base
    if isinstance(base, expressions.SubmissionField):
        yield False, (base.name, *names)
    elif isinstance(base, expressions.Predecessor):
        yield True, tuple(names)
    else:
        for _, _, child in parts(base):
            yield from _paths(child)


def _field(record: Record, path: Path) -> Element | None:
    """What stands at a path, or what ends it before."""
    element: Element | None = record
    for name in path:
        if not isinstance(element, Record):
            return element
        element = element.fields.get(name)
    return element
