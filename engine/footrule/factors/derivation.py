"""How a value follows from others: `fuel.ncv * fuel.carbon * 44 / 12 within 0.6 %`.

Products, quotients, sums and differences of ids, numbers with or without a unit, and molar masses, with brackets;
between words and signs stand spaces, since an id has `-` and a unit `/` in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from footrule.measure.decimal import read_decimal
from footrule.measure.quantity import Quantity, exact
from footrule.measure.unit import ONE, read_unit
from footrule.text.wording import Wording, worded

_WITHIN = re.compile(r"\s+within\s+(\d+(?:\.\d+)?)\s*%\s*$", re.ASCII)
_MOLAR_MASS = re.compile(r"molar_mass\(([A-Za-z0-9]+)\)", re.ASCII)
_SUMS, _PRODUCTS, _BRACKETS = frozenset("+-"), frozenset("*/"), frozenset("()")
_NUMBER = re.compile(r"-?\d")
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Derived:
    """What a derivation comes to, and by which part of it what is printed may differ (0: by printed rounding alone)."""

    quantity: Quantity
    tolerance: Fraction


class NotDerived(Exception):
    """A derivation that cannot be computed, and why."""

    def __init__(self, says: Wording) -> None:
        super().__init__(str(says))
        self.says = says


def derived(
    written: str, of_id: Callable[[str], Quantity | None], molar_mass: Callable[[str], Quantity | None]
) -> Derived:
    """What a derivation comes to. Raises NotDerived."""
    within = _WITHIN.search(written)
    tolerance = Fraction(within[1]) / 100 if within is not None else Fraction(0)
    reader = _Reader(written[: within.start()] if within is not None else written, of_id, molar_mass)
    return Derived(reader.whole(), tolerance)


class _Reader:
    """Reads from left to right: a sum of products of terms."""

    def __init__(
        self, text: str, of_id: Callable[[str], Quantity | None], molar_mass: Callable[[str], Quantity | None]
    ) -> None:
        self._words = _words(text)
        self._of_id = of_id
        self._molar_mass = molar_mass
        self._depth = 0

    def whole(self) -> Quantity:
        """The value of all of it."""
        value = self._sum()
        if self._words:
            raise NotDerived(_unexpected(self._words[0]))
        return value

    def _sum(self) -> Quantity:
        value = self._product()
        while self._words and self._words[0] in _SUMS:
            sign = self._words.pop(0)
            other = self._product()
            if other.dimension != value.dimension:
                raise NotDerived(
                    worded(
                        f"{value.dimension} and {other.dimension} are not added",
                        f"{value.dimension} 与 {other.dimension} 不能相加",
                    )
                )
            value = value + other if sign == "+" else value - other
        return value

    def _product(self) -> Quantity:
        value = self._term()
        while self._words and self._words[0] in _PRODUCTS:
            sign = self._words.pop(0)
            other = self._term()
            product = value * other if sign == "*" else value.divided_by(other)
            if product is None:
                raise NotDerived(worded("it divides by zero", "除数为零"))
            value = product
        return value

    def _term(self) -> Quantity:
        if not self._words:
            raise NotDerived(worded("something is missing at its end", "结尾不完整"))
        word = self._words.pop(0)
        if word == "(":
            self._depth += 1
            if self._depth > _DEEPEST:
                raise NotDerived(worded("too many brackets", "括号层数过多"))
            value = self._sum()
            if not self._words or self._words.pop(0) != ")":
                raise NotDerived(worded("a bracket is not closed", "括号未闭合"))
            self._depth -= 1
            return value
        found = self._molar(word) or self._number(word) or self._of_id(word)
        if found is None:
            raise NotDerived(_unexpected(word))
        return found

    def _molar(self, word: str) -> Quantity | None:
        match = _MOLAR_MASS.fullmatch(word)
        return None if match is None else self._molar_mass(match[1])

    def _number(self, word: str) -> Quantity | None:
        if _NUMBER.match(word) is None:
            return None
        text, _, unit_text = word.partition(" ")
        number, unit = read_decimal(text), read_unit(unit_text) if unit_text else ONE
        return None if number is None or unit is None else exact(number.value, unit)


def _words(text: str) -> list[str]:
    """The terms and signs; what stands between two signs is one term, blanks of a unit included."""
    words: list[str] = []
    term: list[str] = []
    for piece in _pieces(text):
        if piece in _SUMS | _PRODUCTS | _BRACKETS:
            if term:
                words.append(" ".join(term))
                term = []
            words.append(piece)
        else:
            term.append(piece)
    return [*words, " ".join(term)] if term else words


def _pieces(text: str) -> list[str]:
    """Pieces between blanks, with brackets that stand alone: those of `molar_mass(...)` and `m3(20°C)` belong to it."""
    pieces: list[str] = []
    for piece in text.split():
        word = piece.lstrip("(")
        pieces += ["("] * (len(piece) - len(word))
        open_ends = max(word.count(")") - word.count("("), 0)
        closing = min(open_ends, len(word) - len(word.rstrip(")")))
        pieces += [word[: len(word) - closing]] if len(word) > closing else []
        pieces += [")"] * closing
    return pieces


def _unexpected(word: str) -> Wording:
    return worded(f"`{word}` is no id, number or molar_mass(FORMULA)", f"“{word}”不是标识、数或 molar_mass(分子式)")
