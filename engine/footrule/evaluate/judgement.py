"""What one requirement came to on one element, as the interpreter sees it."""

from __future__ import annotations

from footrule.evaluate.evidence import Reading
from footrule.frozen import Frozen, dataclass
from footrule.model.outcome import Outcome, Reason
from footrule.model.standard import Requirement, Rule
from footrule.text.wording import Wording


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Judgement(Frozen):
    """One requirement (counted from 1) on one element; `pointer` is the place in the file that it is about."""

    rule: Rule
    number: int
    requirement: Requirement
    outcome: Outcome
    reason: Reason | None
    pointer: str
    readings: tuple[Reading, ...]
    expected: Wording | None
    message: Wording
    remedy: Wording | None
