"""Mistakes that authors make, each planted at one place of a standard: what it is, where, what is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.properties.parts import Part


@dataclass(frozen=True, slots=True)
class Mistake:
    """A kind of mistake.

    It can be made at every part of one of the `roles`: `makes` says what then stands there. The diagnostic is one of
    `codes`; it lies in what was planted or covers it, or, where that is nothing, in the part around it whose role is
    `within`. A `warning` leaves the standard without errors.
    """

    codes: tuple[str, ...]
    roles: tuple[str, ...]
    makes: Callable[[str], str]
    within: str = ""
    warning: bool = False


def instead(text: str) -> Callable[[str], str]:
    """Something else than what stands there."""
    return lambda _: text


def after(text: str) -> Callable[[str], str]:
    """Something more behind what stands there."""
    return lambda old: old + text


def _mistake(code: str, role: str, makes: Callable[[str], str], within: str = "") -> Mistake:
    return Mistake((code,), (role,), makes, within)


def _warning(code: str, role: str, makes: Callable[[str], str]) -> Mistake:
    return Mistake((code,), (role,), makes, warning=True)


_TWICE = "some x in masses satisfies (no x in masses satisfies x > 1 kg)"
_UNREADABLE = ("P0101", "P0102", "P0103")

MISTAKES: dict[str, Mistake] = {
    # names
    "unknown name": Mistake(("P0201", "P0208"), ("name",), instead("nothing_so")),
    "unknown name in a message": _mistake("P0201", "shown", instead("nothing_so")),
    "misspelt field": _mistake("P0202", "field", instead("masss")),
    "unknown code": _mistake("P0208", "code", instead("nothing_so")),
    "unknown function": _mistake("P0206", "function", instead("nothing_so")),
    "unknown document": _mistake("P0211", "cited", instead("nothing_so")),
    "unknown parent": _mistake("P0212", "title line", after("  extends nothing_so 1\n")),
    "unknown scheme": _mistake("P0215", "scheme", instead("ean")),
    "unknown person": _mistake("P0215", "attesting", instead("auditor")),
    "unknown technique": _mistake("P0215", "technique", instead("guessing")),
    "unknown type of a datum": _mistake("P0231", "datum type", instead("weight")),
    "a name of the format for a datum": _mistake("P0209", "datum", after("  mass : mass\n")),
    # twice
    "a rule twice": _mistake("P0209", "rule", lambda old: old + old),
    "an allocation twice": _mistake("P0209", "allocation", lambda old: old + old),
    "a parameter twice": _mistake("P0209", "parameter", lambda old: old + old),
    "a definition twice": _mistake("P0209", "define", lambda old: old + old),
    "a let twice": _mistake("P0209", "let", lambda old: old + old),
    "a document twice": _mistake("P0209", "document", lambda old: old + old),
    "a datum twice": _mistake("P0209", "datum", lambda old: old + old),
    "a code twice": _mistake("P0209", "code line", lambda old: f"{old} {old}"),
    "a title twice": _mistake("P0106", "title line", lambda old: old + old),
    "a condition twice": _mistake("P0106", "when line", lambda old: old + old),
    # left out
    "no title": _mistake("P0216", "title line", instead(""), "file"),
    "no citation": Mistake(("P0210", "P0102"), ("cites",), instead(""), "item"),
    "no process": _mistake("P0229", "on each", instead(""), "allocation"),
    # quantities and units
    "unknown unit": _mistake("P0205", "unit", instead("furlong")),
    "another dimension": _mistake("P0203", "right quantity", instead("(7 JPY)")),
    "another dimension declared": _mistake("P0203", "datum", after("  heated : energy / mass unit t\n")),
    "half a month": _mistake("P0225", "duration", instead("1.5 months")),
    "division by zero": _mistake("P0223", "divisor", instead("0")),
    "too many digits": _mistake("P0104", "number", instead("9" * 41)),
    "no day of the calendar": _mistake("P0105", "date", instead("2026-02-30")),
    "no such formula": _mistake("P0222", "formula", instead('"Xx2"')),
    # types
    "a quantity as a condition": _mistake("P0204", "condition", instead("(3 kg)")),
    "a text beside a quantity": _mistake("P0204", "right quantity", instead('("three")')),
    "a list compared": _mistake("P0204", "condition", instead("(words = words)")),
    "a record compared": _mistake("P0204", "condition", instead("(flow is flow)")),
    "texts in order": _mistake("P0204", "condition", instead("(word > word)")),
    "a code to equal": _mistake("P0204", "condition", instead("(kind equals kind)")),
    "a part of a quantity": _mistake("P0204", "condition", instead('(mass contains "a")')),
    "a day in a sum": _mistake("P0204", "condition", instead("(start - end > 3 days)")),
    "a field of a quantity": _mistake("P0204", "condition", instead("(mass.name is given)")),
    "no list": _mistake("P0204", "list", instead("(3 kg)")),
    "minus a text": _mistake("P0204", "negated", instead('("a")')),
    "in what is no list": _mistake("P0204", "condition", instead("(mass in other_mass)")),
    "no date to begin": _mistake("P0204", "against", instead("3 kg")),
    "a list in a message": _mistake("P0204", "shown", instead("masses")),
    "an argument of another type": _mistake("P0204", "argument", instead("true")),
    "a tolerance with a unit": _mistake("P0204", "tolerance", instead("3 kg")),
    "a key that is no quantity": _mistake("P0204", "key", instead("true")),
    "a factor that is no emission": _mistake("P0204", "factor", instead("3 kg")),
    "no inputs": _mistake("P0228", "burdens", instead("flows")),
    "no processes": _mistake("P0228", "processes", instead("flows"), "allocation"),
    # other mistakes of meaning
    "two arguments": _mistake("P0207", "argument", lambda old: f"{old}, 1 kg"),
    "a sum of no list": _mistake("P0206", "condition", instead("(sum(mass) > 1 kg)")),
    "presence of a sum": _mistake("P0221", "condition", instead("((mass + mass) is given)")),
    "a parameter that depends": _mistake("P0214", "parameter value", instead("mass * 2")),
    "a name for what is named": _mistake("P0209", "condition", instead(f"({_TWICE})")),
    "too deep": _mistake("P0107", "condition", instead("(" + "not " * 101 + "true)")),
    # what cannot be read; a word that no keyword is may be the unit of a number that the line above ends with
    "a bracket not closed": Mistake(_UNREADABLE, ("closing bracket",), instead(" "), "item"),
    "a brace not closed": _mistake("P0219", "closing brace", instead(" "), "item"),
    "a keyword left out": Mistake(_UNREADABLE, ("needed",), instead(""), "item"),
    "a modality of no standard": _mistake("P0102", "modality", instead("must"), "requirement"),
    "a character of no word": Mistake(("P0101",), ("condition",), instead("(mass ~ 3 kg)")),
    "a chain of comparisons": Mistake(("P0101",), ("condition",), instead("(1 kg < mass < 3 kg)")),
    # what is told, and stops nothing
    "a parameter without a source": _warning("P0213", "parameter", after("parameter bare = 3 kg\n")),
    "a let that nothing uses": _warning("P0220", "cites", after("  let idle = 3 kg\n")),
    "a key that is the same for all": _warning("P0227", "key", instead("3 kg")),
    "a citation of nothing": _warning("P0317", "cites", after('  cite doc ""\n')),
}  # fmt: skip
"""Every kind by its name; each is a test of its own."""

ITEMS = {"rule", "allocation", "parameter", "define", "data", "codes", "section", "document", "head", "file"}
"""The roles of what a file consists of: after a mistake in one, reading goes on with the next."""


def around(whole: Part, target: Part, role: str) -> Part:
    """The innermost part around another one that has a role, or is an item of the file."""
    holding = [one for one in whole if (one.role in ITEMS if role == "item" else one.role == role)]
    return [one for one in holding if any(inner is target for inner in one)][-1]
