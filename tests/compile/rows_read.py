"""Which rows of the factor database a rule has read: what a program says, beside the evidence of the interpreter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from footrule.assess.recomputing import recomputed_by
from footrule.compile.program import Document
from footrule.compile.telling import Telling, TooRoundError
from footrule.evaluate.interpreter import Interpreter
from footrule.submission.element import Attestation, Record
from tests.compile.equality import StandardProgram

_FUNCTION = re.compile(r"^def asked_(\d+)\(", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RowsRead:
    """The ids of the rows that a rule has read, by the program (None: it does not say) and by the interpreter."""

    rule: str
    by_program: frozenset[str] | None
    by_interpreter: frozenset[str]

    @property
    def differs(self) -> bool:
        """Whether the program says something else."""
        return self.by_program is not None and self.by_program != self.by_interpreter


def asked_by_program(of: StandardProgram) -> frozenset[str]:
    """The rules that a program has a function of."""
    return frozenset(of.standard.rules[int(one)].id for one in _FUNCTION.findall(of.made.source))


def rows_read(
    of: StandardProgram, document: Document, footprint: Record, attestations: tuple[Attestation, ...]
) -> Iterator[RowsRead]:
    """Of each rule that the program decides, and all of which holds or does not apply, the rows that it has read."""
    standard = of.standard
    whole, _ = recomputed_by(standard, footprint, None, of.factors)
    recomputed = whole.fields.get("recomputed")
    told = Telling(recomputed) if isinstance(recomputed, Record) else None
    try:
        decided = of.program.decide(document, told)
    except TooRoundError:
        decided = None
    if decided is None:
        return
    noted = (*decided.broken, *decided.undetermined, *decided.awaiting)
    open_ = {*of.made.left, *decided.left, *(of.made.requirements[one[0]][0] for one in noted)}
    interpreter = Interpreter(factors_of=lambda _: of.factors)
    for place, rule in enumerate(standard.rules):
        if place not in open_:
            rows = of.program.rows(place, document, told)
            judged = interpreter.judge_rule(standard, rule, whole, None, attestations)
            ids = frozenset(each.factor for one in judged for each in one.readings if each.factor is not None)
            yield RowsRead(rule.id, None if rows is None else frozenset(one.id for one in rows), ids)
