"""Looking for equal texts by an index: `f.output = o.id` in a loop over `f` within one over `o`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footrule.compile.keys import OverList, Scope
from footrule.compile.value import Sequence, Words
from footrule.model import expression as model
from footrule.model.expression import Expression, Quantifier, Sign
from footrule.model.types import TextType

if TYPE_CHECKING:
    from footrule.compile.expressions import Expressions


def narrowed(made: Expressions, scope: Scope, node: OverList, listed: Sequence) -> str:
    """Code for the elements of a list that can matter: all of them, or those whose text is equal to another one."""
    every = f"{listed.code} or ()"
    write = made.write
    test = _test(node)
    within = write.outside(write.home(made.keys.elements(made.keys.of(scope, node.source))))
    if test is None or listed.element is None or within is write.here:
        return every
    name, sought = test
    wanted = made.value(scope, sought)
    if not isinstance(wanted, Words) or wanted.code[:1] in "'\"":
        return every
    index = _index(made, scope, node, listed, name)
    return every if index is None else f"looked_up({index}, {wanted.code}, {listed.code})"


def _test(node: OverList) -> tuple[str, Expression] | None:
    """The field of an element that has to be equal to a text which does not depend on it, by the first test of all."""
    first = _first(_deciding(node))
    if not isinstance(first, model.ComparisonOf) or first.sign is not Sign.EXACTLY:
        return None
    if not isinstance(first.left.type, TextType):
        return None
    for one, other in ((first.left, first.right), (first.right, first.left)):
        if isinstance(one, model.FieldOf) and isinstance(one.base, model.Local) and one.base.name == node.variable:
            return None if _uses(other, node.variable) else (one.name, other)
    return None


def _deciding(node: OverList) -> Expression | None:
    """The condition without which an element does not matter."""
    if node.condition is not None or not isinstance(node, model.QuantifiedOver):
        return node.condition
    return None if node.quantifier is Quantifier.EVERY else node.asserted


def _first(condition: Expression | None) -> Expression | None:
    while isinstance(condition, model.BothOf):
        condition = condition.left
    return condition


def _uses(node: Expression, variable: str) -> bool:
    """Whether a path begins at a variable; of anything but a path nothing is said."""
    while isinstance(node, model.FieldOf):
        node = node.base
    return not isinstance(node, model.Local | model.SubmissionField) or (
        isinstance(node, model.Local) and node.name == variable
    )


def _index(made: Expressions, scope: Scope, node: OverList, listed: Sequence, name: str) -> str | None:
    """The variable of an index of a list by a text of its elements, made where the list is known."""
    write = made.write
    home = write.outside(write.home(made.keys.elements(made.keys.of(scope, node.source))))
    key = (made.keys.of(scope, node.source), f"index {name}")
    with write.at(home):
        known = write.find(key)
        if known is None:
            element = write.name("x")
            index = write.let("{}", "i")
            with write.block(f"for {element} in {listed.code} or ():", element=element):
                found = made.field(made.element(listed, element), name, TextType())
                if not isinstance(found, Words):
                    return None
                write.line(f"{index}.setdefault({found.code}, []).append({element})")
            write.remember(key, Words(index, False), sure=True)
            return index
    return known.value.code
