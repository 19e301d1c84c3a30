"""By which ways each requirement of a rule can come out undetermined: what its author is told of it."""

from __future__ import annotations

from collections.abc import Iterable

from footrule.doubts.forcing import forcing, kept
from footrule.doubts.situations import NO_SITUATION, Key, Names, emptiness
from footrule.doubts.ways import Way, Ways, ways_of, without
from footrule.model import expression as model
from footrule.model.doubt import MAY_BE_MISSING, Doubt, DoubtKind
from footrule.model.standard import Iteration, LetBinding, PhasedIn


class Doubts:
    """The way to the requirements of one rule, in the order of the interpreter.

    Each condition on it is asked before what follows; where it is false, nothing that follows is asked.
    """

    def __init__(self, file: Names, lets: Iterable[LetBinding]) -> None:
        self._names = Names({}, {let.name: let.value for let in lets}, file)
        self._ways: Ways = {}
        self._ruled_out = NO_SITUATION

    def reach(self, iteration: Iteration | None, phase_in: PhasedIn | None, when: model.Expression | None) -> None:
        """What stands before all requirements of the rule."""
        if iteration is not None:
            self._over(iteration)
        if phase_in is not None:
            self._ways |= without(ways_of(self._names, phase_in.against), self._ruled_out)
        if when is not None:
            self._ask(when)

    def of_asserted(self, when: model.Expression | None, asserted: model.Expression) -> tuple[Doubt, ...]:
        """The doubts of a requirement that data decide."""
        return self._of(when, ways_of(self._names, asserted))

    def of_attested(self, when: model.Expression | None, by: str) -> tuple[Doubt, ...]:
        """The doubts of a requirement that a person judges."""
        return self._of(when, {Way(DoubtKind.PERSON, by, ()): None})

    def _over(self, iteration: Iteration) -> None:
        names, variable, source = self._names, iteration.variable, iteration.source
        element: Key = ("element", variable)
        self._ways |= ways_of(names, source)
        self._ruled_out |= kept(names, source, element) | emptiness(names, source, variable, iteration.condition)
        self._names = names.with_element(variable, element)
        if iteration.condition is not None:
            self._ask(iteration.condition)

    def _ask(self, condition: model.Expression) -> None:
        self._ways |= without(ways_of(self._names, condition), self._ruled_out)
        self._ruled_out |= forcing(self._names, condition, False)

    def _of(self, when: model.Expression | None, last: Ways) -> tuple[Doubt, ...]:
        found, ruled_out = self._ways, self._ruled_out
        if when is not None:
            found = found | without(ways_of(self._names, when), ruled_out)
            ruled_out |= forcing(self._names, when, False)
        return _told(found | without(last, ruled_out))


def _told(ways: Ways) -> tuple[Doubt, ...]:
    """Each doubt once; of what may be missing, it is not said that it may be unusable as well."""
    missing = {way.what for way in ways if way.kind in MAY_BE_MISSING}
    told = {(way.kind, way.what): None for way in ways if not (way.kind is DoubtKind.UNUSABLE and way.what in missing)}
    return tuple(Doubt(kind, what) for kind, what in told)
