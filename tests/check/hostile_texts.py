"""Texts that no author would write on purpose: arbitrary, endless, and real ones with words lost, moved and doubled."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from tests.house.checkout import ROOT

PACT = (ROOT / "rules" / "pact" / "pact.pcr").read_text(encoding="utf-8")
_WORDS = re.compile(r'"(?:\\.|[^"\\\n])*"|#[^\n]*|\w+|\s+|.')
_PART = re.compile(r"^(?=rule |section |parameter |codes |document |clauses |example )", re.MULTILINE)
PARTS = [part for part in _PART.split(PACT) if part.strip()]
HEAD = PARTS[0] + "".join(part for part in PARTS if part.startswith("document"))
RULES = [part for part in PARTS if part.startswith(("rule", "parameter", "codes", "clauses", "example"))]
FRAGMENTS = [
    "shall", "every", "in", "where", "satisfies", "absent as", "is given", "is", "not", "(", ")", "{", "}", '"', '"x"',
    "3 kg", "3", "2027-12-31", "-", "=", ">=", "+", "pcf.mass", "pcf", ".", ",", "\n", "rule X-1", "#", "“", "≥",
    "sum(", "if", "then", "else", "9" * 41, "1e99", "kg CO2e/MJ", "%", "\u202e", "质量", "\x00",
]  # fmt: skip


def words(text: str) -> list[str]:
    """The words of a text and what is between them; joined, they are the text again."""
    return _WORDS.findall(text)


@st.composite
def arbitrary(draw: st.DrawFn) -> str:
    """Any text at all, below a head that makes the reader look further."""
    head: str = draw(st.sampled_from(["", HEAD]))
    fragments = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map(" ".join)
    return head + draw(st.one_of(st.text(max_size=200), fragments))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Some parts of the real library with a few words deleted, swapped, doubled or replaced."""
    parts = draw(st.lists(st.sampled_from(RULES), min_size=1, max_size=3))
    pieces = words(HEAD + "".join(parts))
    for _ in range(draw(st.integers(1, 4))):
        at, other = (draw(st.integers(0, len(pieces) - 1)) for _ in "12")
        match draw(st.sampled_from(["delete", "swap", "double", "replace", "cut"])):
            case "delete":
                pieces[at] = ""
            case "swap":
                pieces[at], pieces[other] = pieces[other], pieces[at]
            case "double":
                pieces[at] *= 2
            case "replace":
                pieces[at] = draw(st.sampled_from(FRAGMENTS))
            case _:
                pieces[at] = pieces[at][: len(pieces[at]) // 2]
    return "".join(pieces)


_RULE = HEAD + 'rule X-1 "A rule"\n  cite specification "1"\n  shall '
LONG = {
    "brackets that open": _RULE + "(" * 10_000,
    "brackets": _RULE + "(" * 10_000 + "true" + ")" * 10_000,
    "a sum": _RULE + " + ".join(["1 kg"] * 5_000) + " > 1 kg",
    "conditions": _RULE + " and ".join(["true"] * 5_000),
    "denials": _RULE + "not " * 5_000 + "true",
    "signs": _RULE + "-" * 5_000 + "1 > 1",
    "fields": _RULE + "pcf" + ".mass" * 5_000 + " > 1 kg",
    "choices": _RULE + "if true then " * 3_000 + "true" + " else true" * 3_000,
    "quantifiers": _RULE + "".join(f"every a{n} in preceding_ids satisfies " for n in range(500)) + "true",
    "a set": _RULE + "1 in {" + ", ".join(["1"] * 5_000) + "}",
    "digits": _RULE + "9" * 100_000 + " > 1",
    "a name of a megabyte": _RULE + "x" * 1_000_000,
    "a title of a megabyte": _RULE.replace("A rule", "x" * 1_000_000) + "true",
    "a line of a megabyte": _RULE + "pcf.mass > 0 kg kg # " + "x" * 1_000_000,
    "a megabyte of words": "x " * 500_000,
    "braces": _RULE + 'true otherwise "' + "{(" * 10_000 + '}"',
    "values in a message": _RULE + 'true otherwise "' + "{pcf.mass}" * 3_000 + '"',
    "lists": HEAD + 'example "x" from "y" set pcf.mass to ' + "[" * 2_000 + "1" + "]" * 2_000 + " conforms",
    "a path": HEAD + 'example "x" from "y" set pcf' + ".x" * 5_000 + " to 1 conforms",
    "lets": _RULE.replace("shall ", "let a0 = 1\n" + "".join(f"let a{n + 1} = a{n} + a{n}\n" for n in range(2_000)))
    + "shall a2000 > 1",
    "definitions": HEAD + "define a0 = 1\n" + "".join(f"define a{n + 1} = a{n} + a{n}\n" for n in range(2_000)),
    "broken rules": HEAD + 'rule X-1 "x"\n  must true\n' * 2_000,
    "quotation marks": HEAD + '"' * 100_001,
    "nothing printable": _RULE + "\x00\x01\x1b[2J\ud800\u202e",
}  # fmt: skip
"""Depth and length, each in one place."""
