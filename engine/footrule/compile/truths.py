"""Conditions as code: an expression where it is short, a variable where it is looked at more than once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from footrule.compile.amounts import lacking, lacks_of
from footrule.compile.value import Truth, Value

if TYPE_CHECKING:
    from footrule.compile.expressions import Expressions

NEVER = Truth("None", True)
"""What is never known."""
LONGEST_INLINE = 160
"""In characters: a condition that has grown longer is put in a variable."""


def told(made: Expressions, code: str, *of: Value) -> Truth:
    """A condition that is told by an expression, unless one of the values that it is `of` lacks."""
    lacks, atoms = lacking(*of), lacks_of(*of)
    whole = f"(None if {lacks} else {code})" if lacks else f"({code})"
    if len(whole) > LONGEST_INLINE:
        whole = made.write.let(whole)
    return Truth(whole, bool(lacks), atoms, atoms)


def settled(made: Expressions, truth: Truth) -> Truth:
    """The same in a variable, for code that looks at it more than once."""
    if truth.code.isidentifier():
        return truth
    return replace(truth, code=made.write.let(truth.code))
