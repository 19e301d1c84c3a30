"""`footrule compile`: the program of a standard, as it is printed, or what it consists of."""

from __future__ import annotations

from argparse import Namespace

from footrule.assess.category import category_table_of
from footrule.cli.one_standard import one_standard
from footrule.compile.from_standard import Compiled, compiled
from footrule.model.standard import Standard
from footrule.text.wording import Wording, worded


def run(options: Namespace) -> int:
    """Print the source of the program of a standard with `--show`; else say what is compiled of it, and what is not."""
    standard = one_standard(options.standard, options.library, options.lang)
    if isinstance(standard, int):
        return standard
    program = compiled(standard, category_table_of(standard))
    if options.show:
        print(program.source, end="")
    else:
        for line in _told(standard, program):
            print(line.in_language(options.lang))
    return 0


def _told(standard: Standard, program: Compiled) -> list[Wording]:
    rules, left = len(standard.rules), [standard.rules[place].id for place in program.left]
    lines = program.source.count("\n")
    told = [
        worded(
            f"{standard.id} {standard.version}: {rules - len(left)} of {rules} rules are compiled, to {lines} lines",
            f"{standard.id} {standard.version}：{rules} 条规则中有 {rules - len(left)} 条已编译，共 {lines} 行",
        )
    ]
    if left:
        named = ", ".join(left)
        told.append(worded(f"left to the interpreter: {named}", f"由解释器判定：{named}"))
    if program.asks_recomputed:
        told.append(
            worded("its rules ask for the footprint recomputed from the inventory", "其规则需要由清单复算的碳足迹")
        )
    return told
