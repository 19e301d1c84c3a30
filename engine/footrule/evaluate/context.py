"""Where an expression is evaluated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from footrule.evaluate.evidence import Evidence
from footrule.evaluate.values import Result
from footrule.factors.database import Factors
from footrule.frozen import Frozen, dataclass, field
from footrule.model.expression import Expression, QuantifiedOver
from footrule.submission.element import Element, Record

Broken = tuple[tuple[Element, ...], tuple[Element, ...]]
"""The elements that variables stand for, and those that break a quantifier there."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Context(Frozen):
    """The footprint, its predecessor if handed in, the names in scope, where evidence goes, the factor database.

    `elements` are the variables that run over lists; `lets` are evaluated where they are used, so that the evidence
    of a requirement holds just what it used. INVARIANT: no name is in both (the checker refuses shadowing).
    `named` holds what the lets and definitions came to that were evaluated here already, so that a chain of names, each
    using the one before twice, costs no more than it is long; `asides` holds the same for what is evaluated aside.
    `broken` holds which elements break which quantifier, so that whoever says why it is false need not look again.
    """

    footprint: Record
    predecessor: Record | None
    elements: Mapping[str, Element]
    lets: Mapping[str, Expression]
    evidence: Evidence
    run: Callable[[Context, Expression], Result]
    factors: Factors
    named: dict[str, Result] = field(default_factory=dict[str, Result])
    asides: dict[str, Result] = field(default_factory=dict[str, Result])
    broken: dict[tuple[int, ...], Broken] = field(default_factory=dict[tuple[int, ...], "Broken"])

    def evaluate(self, node: Expression) -> Result:
        """What an expression comes to here."""
        return self.run(self, node)

    def evaluate_named(self, name: str, value: Expression) -> Result:
        """What the `let` or `define` of that name comes to; evaluated once for one requirement on one element."""
        if name not in self.named:
            self.named[name] = self.evaluate(value)
        return self.named[name]

    def with_element(self, name: str, element: Element) -> Context:
        """This context with a variable standing for an element of a list."""
        return self._with({**self.elements, name: element}, self.lets)

    def over(self, name: str, elements: Iterable[Element]) -> Iterator[tuple[Element, Context]]:
        """Each element with this context where a variable stands for it.

        Where nobody looks at the evidence one context goes from element to element: whoever asks for the next is done
        with the one before.
        """
        if self.evidence.kept:
            for element in elements:
                yield element, self.with_element(name, element)
            return
        running = dict(self.elements)
        context = self._with(running, self.lets)
        for element in elements:
            running[name] = element
            yield element, context

    def breaking(self, node: QuantifiedOver, find: Callable[[], tuple[Element, ...]]) -> tuple[Element, ...]:
        """The elements that break a quantifier here; found once for one requirement on one element."""
        scope = tuple(self.elements.values())
        key = (id(node), *map(id, scope))
        if key not in self.broken:
            self.broken[key] = scope, find()  # the scope is kept, so that no other elements get its ids
        return self.broken[key][1]

    def at_file_level(self) -> Context:
        """This context without local names: where a `define` is evaluated."""
        return self._with({}, {})

    def unobserved(self) -> Context:
        """This context with evidence and names of its own: another requirement, or another element."""
        return Context(self.footprint, self.predecessor, self.elements, self.lets, Evidence(), self.run, self.factors)

    def apart(self) -> Context:
        """This context with names and evidence of its own, of which only what does not stand in the file is noted."""
        nobody = Evidence(kept=False)
        return Context(self.footprint, self.predecessor, self.elements, self.lets, nobody, self.run, self.factors)

    def aside(self) -> Context:
        """This context with evidence that nobody keeps: for looking at what is, or was, evaluated with evidence.

        All that is looked at aside knows one another's names. Without that, a chain of names in which each asks twice
        what the one before comes to would cost twice as much with every further name.
        """
        if not self.evidence.kept:
            return self
        args = (
            self.footprint,
            self.predecessor,
            self.elements,
            self.lets,
            Evidence(kept=False),
            self.run,
            self.factors,
        )
        return Context(*args, self.asides, self.asides, self.broken)

    def afterwards(self) -> Context:
        """This context once all is evaluated in it: it keeps no evidence any more, and knows every name."""
        known = self.asides | self.named
        nobody = Evidence(kept=False)
        args = (self.footprint, self.predecessor, self.elements, self.lets, nobody, self.run, self.factors)
        return Context(*args, known, known, self.broken)

    def noting(self) -> Context:
        """This context with evidence of its own, where names that are known leave nothing: for how a field reads."""
        args = (self.footprint, self.predecessor, self.elements, self.lets, Evidence(), self.run, self.factors)
        return Context(*args, self.named, self.asides, self.broken)

    def _with(self, elements: Mapping[str, Element], lets: Mapping[str, Expression]) -> Context:
        args = (self.footprint, self.predecessor, elements, lets, self.evidence, self.run, self.factors)
        return Context(*args, self.named, self.asides, self.broken)
