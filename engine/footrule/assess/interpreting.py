"""The interpreter as what judges, loaded when there is something to judge: programs decide most without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from footrule.evaluate.judgement import Judgement
from footrule.factors.database import Factors
from footrule.frozen import Frozen, dataclass
from footrule.model.standard import Standard
from footrule.submission.element import Attestation, Record


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Interpreting(Frozen):
    """An evaluator that is the interpreter, on the factor database that `factors_of` says for a standard."""

    factors_of: Callable[[Standard], Factors]

    def judge(
        self,
        standard: Standard,
        footprint: Record,
        predecessor: Record | None,
        attestations: tuple[Attestation, ...],
    ) -> Iterator[Judgement]:
        """Every requirement of every rule, on every element."""
        from footrule.evaluate.interpreter import Interpreter

        return Interpreter(factors_of=self.factors_of).judge(standard, footprint, predecessor, attestations)
