"""How long a standard of ten thousand lines takes to check, beside reading its words alone.

    python benchmarks/long_standard.py [RUNS]

The text is the rules of a shipped library, repeated under other ids. Each run checks it whole (words, tree, names,
types, units, drafting) and, for comparison, only splits it into words with the pattern of a simple lexer. It measures
and asserts nothing.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from footrule.library.catalogue import Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import edition_of

ROOT = Path(__file__).parents[1]
LIBRARY = ROOT / "rules" / "pact" / "pact.pcr"
LINES = 10_000
_WORD = re.compile(r'"(?:\\.|[^"\\\n])*"|#[^\n]*|\w+|[^\s\w]')


def long_standard() -> str:
    """The head of the library and its rules, again and again, until the text is long."""
    head, rules = re.split(r"(?m)^(?=section )", LIBRARY.read_text(encoding="utf-8"), maxsplit=1)
    rules = re.split(r"(?m)^(?=example )", rules, maxsplit=1)[0]
    parts = [head]
    while sum(part.count("\n") for part in parts) < LINES:
        number = len(parts)
        parts.append(re.sub(r"PACT-C(\d\d)", rf"PACT{number}-C\1", rules))
    return "".join(parts)


def main(runs: int) -> None:
    """Measure and print."""
    text = long_standard()
    edition = edition_of(text.encode(), "long.pcr")
    assert edition is not None
    times: dict[str, list[float]] = {"words alone": [], "checked": []}
    rules = 0
    for _ in range(runs):
        start = perf_counter()
        _WORD.findall(text)
        times["words alone"].append(perf_counter() - start)
        start = perf_counter()
        found = checked(edition, Catalogue([]))
        standard, diagnostics = found.standard, found.diagnostics
        times["checked"].append(perf_counter() - start)
        assert standard is not None, diagnostics
        rules = len(standard.rules)
    print(f"{runs} runs, {text.count(chr(10))} lines, {rules} rules.\n")
    print("| | median, s | least, s |\n|---|---|---|")
    for title, taken in times.items():
        print(f"| {title} | {median(taken):.3f} | {min(taken):.3f} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
