"""How long it takes to say what no example of a standard would notice: 60 rules with 120 examples.

Run it with `make bench`, or `python benchmarks/mutation.py`. The figure stands beside that of `footrule test` on the
same file, so that a slow machine shows in both.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
RULES = 60
START = "from footrule.cli.main import main; main()"
HEAD = """library sixty 1.0.0
  title         "Sixty rules"  zh "六十条规则"

document booklet "A booklet"  zh "手册"  edition "1"

"""
RULE = """parameter limit_{n} = {limit} %
  cite          booklet "{n}"

rule SIX-{n} "Rule {n}"  zh "规则{n}"
  cite          booklet "{n}"
  when          pcf.declared_unit is kilogram or pcf.declared_unit is piece
  shall         every s in pcf.secondary_sources where s.name is given satisfies s.version is given
  shall         pcf.exempted_share <= limit_{n} and pcf.fossil > {n} kg CO2e
"""


def standard() -> str:
    """A library of 60 rules of three conditions each, with two examples for each rule."""
    rules = [RULE.format(n=number, limit=number % 9 + 2) for number in range(1, RULES + 1)]
    text = HEAD + "\n".join(rules)
    examples: list[str] = []
    for number in range(1, RULES + 1):
        emitted = 100 + number
        examples.append(
            f'example "Rule {number} holds"\n  from         "fossil.json"\n'
            f"  set          pcf.fossil to {emitted}\n  set          pcf.exempted_share to 2\n  conforms\n"
        )
        broken = ", ".join(f"SIX-{one}" for one in range(1, RULES + 1) if one % 9 + 2 < number % 9 + 3)
        examples.append(
            f'example "Rule {number} is broken"\n  from         "fossil.json"\n'
            f"  set          pcf.fossil to {emitted}\n  set          pcf.exempted_share to {number % 9 + 3}\n"
            f"  fails        {broken}\n"
        )
    return text + "\n" + "\n".join(examples)


def seconds(*command: str) -> float:
    """How long a command takes as a whole process."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", START, *command], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def main() -> None:
    """Measure, and print the row of the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(ROOT / "rules" / "pact" / "examples" / "fossil.json", folder)
        (folder / "sixty.pcr").write_text(standard(), encoding="utf-8")
        plain = min(seconds("test", name) for _ in range(3))
        mutated = min(seconds("test", "--mutate", name) for _ in range(3))
    print(f"test {plain:.2f} s, test --mutate {mutated:.2f} s: {mutated / plain:.1f} times as long")


if __name__ == "__main__":
    main()
