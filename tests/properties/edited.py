"""The standards that are shipped, with a few words lost, doubled, moved, or put in that nobody expects."""

from __future__ import annotations

import re
from random import Random

from tests.house.checkout import ROOT

SHIPPED = sorted([*ROOT.glob("rules/**/*.pcr"), *ROOT.glob("standards/**/*.pcr")])
_WORDS = re.compile(r'"(?:\\.|[^"\\\n])*"|#[^\n]*|\w+|\s+|.')
_ITEM = re.compile(r"^(?=(?:document|codes|data|parameter|define|section|text|rule|allocate|example)\b)", re.MULTILINE)
ODD = (
    "\u202e", "\ufeff", "\u00a0", "\u200b", "\ud800", "\x00", "\x1b[2J", "\u0301", "\u2028", "\r", "\t", "𝟛", "３",
    "㎏", "，", "“", "≥", "×", "é", "٣", "\U0001f9ea", "`", "~", "\\", '"', "{", "}", "#", "zh", "1e999", "-0",
)  # fmt: skip
"""What keyboards, web pages and other programs put into a text."""


def read() -> dict[str, list[str]]:
    """The parts of each file, its head first."""
    return {path.relative_to(ROOT).as_posix(): _ITEM.split(path.read_text(encoding="utf-8")) for path in SHIPPED}


def edited(items: list[str], random: Random) -> str:
    """A few parts of a file after up to five edits, perhaps cut off in the middle."""
    head, *rest = items
    declared = [one for one in rest if one.startswith(("document", "codes"))]
    chosen = sorted(random.sample(range(len(rest)), min(len(rest), random.randint(1, 4))))
    pieces = _WORDS.findall("".join([head, *declared[:3], *(rest[at] for at in chosen)]))
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        _edit(pieces, random)
    text = "".join(pieces)
    return text[: random.randrange(len(text) + 1)] if random.random() < 0.25 else text


def _edit(pieces: list[str], random: Random) -> None:
    at, other = random.randrange(len(pieces)), random.randrange(len(pieces))
    match random.randrange(6):
        case 0:
            pieces[at] = ""
        case 1:
            pieces[at] *= 2
        case 2:
            pieces[at], pieces[other] = pieces[other], pieces[at]
        case 3:
            pieces[at] = pieces[other]
        case 4:
            middle = random.randrange(len(pieces[at]) + 1)
            pieces[at] = pieces[at][:middle] + random.choice(ODD) + pieces[at][middle:]
        case _:
            pieces.insert(at, random.choice(ODD))
