"""The forms of the questions that rules put to the factor database; nothing here is of how they are evaluated."""

from __future__ import annotations

from collections.abc import Sequence

from footrule.evaluate.values import Result
from footrule.factors.database import Answer, Factors
from footrule.factors.factor import Scope
from footrule.measure.instant import Instant
from footrule.model.expression import CodeValue

OBSOLETE = "any_factor"
"""The call that also takes rows which are superseded or have expired."""
LIKE = "factors_like"
"""The call that counts the rows of a value."""
QUESTIONS = frozenset({"factor", OBSOLETE, LIKE})
"""All calls that ask the factor database, named here so that whoever looks for them loads no builtin."""


def answered(factors: Factors, arguments: Sequence[Result], *, obsolete: bool) -> Answer:
    """What the factor database says to a question, by the forms that the functions of the language have."""
    match arguments:
        case [str(id)]:
            return factors.by_id(id, obsolete=obsolete)
        case [str(series), Instant() as day, str(place)]:
            return factors.of_series(series, day.day, place, obsolete=obsolete)
        case [str(code), Instant() as day, str(place), CodeValue(scope)]:
            return factors.of_product(code, day.day, place, Scope(scope), obsolete=obsolete)
        case _:
            raise AssertionError("the checker let something be asked of the factor database")
