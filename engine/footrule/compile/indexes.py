"""Looking for equal texts by an index: `f.output = o.id` in a loop over `f` within one over `o`."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Sequences
from typing import TYPE_CHECKING

from footrule.compile.keys import OverList, Scope
from footrule.compile.value import Sequence, Words
from footrule.model import expression as model
from footrule.model.expression import Expression, Quantifier, Sign
from footrule.model.types import TextType

if TYPE_CHECKING:
    from footrule.compile.expressions import Expressions

FEW = 8
"""As many elements are gone through sooner than looked up."""


def narrowed(made: Expressions, scope: Scope, node: OverList, listed: Sequence) -> str:
    """Code for the elements of a list that can matter: all of them, or those whose text is equal to another one."""
    every = f"{listed.code} or ()"
    if not is_narrowed(made, scope, node, listed):
        return every
    name, sought = _innermost(made, scope, list(_tests(node)))
    wanted = made.value(scope, sought)
    if not isinstance(wanted, Words) or wanted.code[:1] in "'\"":
        return every
    index = _index(made, scope, node, listed, name)
    if index is None:
        return every
    return f"({every} if {index} is None else looked_up({index}, {wanted.code}, {listed.code}))"


def is_narrowed(made: Expressions, scope: Scope, node: OverList, listed: Sequence) -> bool:
    """Whether elements are looked for by a text: in a list that is known before the innermost loop."""
    write = made.write
    within = write.outside(write.home(made.keys.elements(made.keys.of(scope, node.source))))
    return listed.element is not None and within is not write.here and any(True for _ in _tests(node))


_Test = tuple[str, Expression]


def _tests(node: OverList) -> Iterator[_Test]:
    """The fields of an element that have to be equal to a text which does not depend on it, or it does not matter."""
    for one in _all_of(_deciding(node)):
        if (
            isinstance(one, model.ComparisonOf)
            and one.sign is Sign.EXACTLY
            and isinstance(one.left.type, TextType)
            and (found := _of_element(one, node.variable)) is not None
        ):
            yield found


def _of_element(test: model.ComparisonOf, variable: str) -> _Test | None:
    for one, other in ((test.left, test.right), (test.right, test.left)):
        if isinstance(one, model.FieldOf) and isinstance(one.base, model.Local) and one.base.name == variable:
            return None if _uses(other, variable) else (one.name, other)
    return None


def _innermost(made: Expressions, scope: Scope, tests: Sequences[_Test]) -> _Test:
    """The test by the text that changes most often: that of the element of the innermost loop."""
    best, elements = tests[0], made.keys.elements(made.keys.of(scope, tests[0][1]))
    for one in tests[1:]:
        others = made.keys.elements(made.keys.of(scope, one[1]))
        if made.write.home(elements | others) is not made.write.home(elements):
            best, elements = one, others
    return best


def _deciding(node: OverList) -> Expression | None:
    """The condition without which an element does not matter."""
    if node.condition is not None or not isinstance(node, model.QuantifiedOver):
        return node.condition
    return None if node.quantifier is Quantifier.EVERY else node.asserted


def _all_of(condition: Expression | None) -> Iterator[Expression]:
    """What has to hold for a condition to hold, in the order in which it is written."""
    if isinstance(condition, model.BothOf):
        yield from _all_of(condition.left)
        yield from _all_of(condition.right)
    elif condition is not None:
        yield condition


def _uses(node: Expression, variable: str) -> bool:
    """Whether a path begins at a variable; of anything but a path nothing is said."""
    while isinstance(node, model.FieldOf):
        node = node.base
    return not isinstance(node, model.Local | model.SubmissionField) or (
        isinstance(node, model.Local) and node.name == variable
    )


def _index(made: Expressions, scope: Scope, node: OverList, listed: Sequence, name: str) -> str | None:
    """The variable of an index of a list by a text of its elements, made where the list is known; None of a few."""
    write = made.write
    home = write.outside(write.home(made.keys.elements(made.keys.of(scope, node.source))))
    key = (made.keys.of(scope, node.source), f"index {name}")
    with write.at(home):
        known = write.find(key)
        if known is None:
            element = write.name("x")
            index = write.let("None", "i")
            with write.block(f"if {listed.code} and len({listed.code}) > {FEW}:"):
                write.line(f"{index} = {{}}")
                with write.block(f"for {element} in {listed.code}:", element=element):
                    found = made.field(made.element(listed, element), name, TextType())
                    if not isinstance(found, Words):
                        return None
                    write.line(f"{index}.setdefault({found.code}, []).append({element})")
            write.remember(key, Words(index, False), sure=True)
            return index
    return known.value.code
