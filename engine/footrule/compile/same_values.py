"""Whether two values that are known are one, in generated code: texts, codes by what is printed for them, moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footrule.compile.value import Coded, Moment, NotCompiled, Truth, Value, Words

if TYPE_CHECKING:
    from footrule.compile.expressions import Expressions


def same(made: Expressions, left: Value, right: Value) -> str:
    """Code for whether two values that are known are one; quantities apart."""
    if isinstance(left, Coded) and isinstance(right, Coded):
        if is_literal(left):
            left, right = right, left
        if is_literal(right):
            return is_code(left, right.code)
        if left.names == right.names and left.names is not None and _one_to_one(left):
            return f"{left.code} == {right.code}"
        return f"{named(made, left)} == {named(made, right)}"
    if type(left) is type(right) and isinstance(left, Words | Truth):
        return f"{left.code} == {right.code}"
    if isinstance(left, Moment) and isinstance(right, Moment):
        return f"{left.code}.moment == {right.code}.moment"
    raise NotCompiled("values that are compared in another way")


def is_literal(value: Coded | Words) -> bool:
    """Whether a text or a code is a constant of the standard."""
    return value.code[:1] in ("'", '"')


def _one_to_one(coded: Coded) -> bool:
    return coded.names is not None and len(set(coded.names.values())) == len(coded.names)


def is_code(coded: Coded, constant: str) -> str:
    """Code for whether a code is a certain one, by what is printed for that."""
    wanted = constant[1:-1]
    if coded.names is None:
        return f"{coded.code} == {constant}" if "_" not in wanted else f"NAMES[{coded.code}] == {constant}"
    if not coded.names:
        return f"{coded.code} == {constant}"
    printed = [one for one, code in coded.names.items() if code == wanted]
    if len(printed) == 1:
        return f"{coded.code} == {printed[0]!r}"
    return f"{coded.code} in {tuple(printed)!r}"


def is_in(made: Expressions, coded: Coded, element: Coded, listed: str) -> str:
    """Code for whether a code is in a list of the file, the elements of which are `one`."""
    if is_literal(coded):
        wanted = coded.code[1:-1]
        if element.names is None and "_" not in wanted:
            return f"{coded.code} in {listed}"
        if element.names is None:
            key = listed, "names"
            known = made.write.find(key)
            if known is None:
                empty = f"() if {listed} is None else "
                known_as = made.write.let(f"{empty}{{NAMES[one] for one in {listed}}}")
                made.write.remember(key, Words(known_as, False), sure=True)
            else:
                known_as = known.value.code
            return f"{coded.code} in {known_as}"
        return f"any([{is_code(element, coded.code)} for one in {listed}])"
    return f"any([{same(made, coded, element)} for one in {listed}])"


def is_one_of(coded: Coded, constants: list[str]) -> str:
    """Code for whether a code is one of some."""
    if coded.names or (coded.names is None and not any("_" in one for one in constants)):
        printed = constants
        if coded.names:
            wanted = {one[1:-1] for one in constants}
            printed = [repr(one) for one, code in coded.names.items() if code in wanted]
        return f"{coded.code} in {{{', '.join(printed)}}}" if printed else "False"
    return " or ".join(is_code(coded, one) for one in constants)


def named(made: Expressions, coded: Coded) -> str:
    """Code for the name in the language of a code that is known."""
    if coded.names is None:
        return f"NAMES[{coded.code}]"
    if not coded.names or all(printed == code for printed, code in coded.names.items()):
        return coded.code
    return f"{made.constants.name(repr(dict(coded.names)))}[{coded.code}]"
