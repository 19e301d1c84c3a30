"""Rules that hold lists against one another: what programs answer by indexes, remember, and compute before a loop."""

from __future__ import annotations

from tests.properties.dice import Dice, chance, pick

_HEAD = """define made = those m in processes where some made_o in m.outputs satisfies made_o.role is main
define waste = sum(sum(w_i.mass for w_i in w.inputs where w_i.serves = "a") for w in processes)
rule T-1 "A rule" zh "规则"
  cite doc "1"
"""
_TESTS = (
    "i.serves = o.id", "o.id = i.serves", "i.serves = o.id and i.mass > 0 kg", "i.mass > 0 kg and i.serves = o.id",
    "i.id = i.serves", "not (i.serves = o.id)", "i.serves is given", "o.role is main and i.serves = o.id",
    "i.serves is given and i.serves = o.id and i.mass is given", 'i.serves = "a"', "i.serves in {o.id, i.id}",
    "i.serves = p.id or i.serves = o.id", "i.supplier.name = o.id",
)  # fmt: skip
_LISTS = ("p.inputs", "(p.inputs absent as none)", "(those a in p.inputs where a.mass is given)",
          "(those a in p.inputs where a.serves = o.id)")  # fmt: skip
_AMOUNTS = ("i.mass", "(i.mass absent as 0 kg)", "(i.mass * 2)", "(i.mass - o.mass)", "o.mass",
            "(if holds then i.mass else 1 kg)")  # fmt: skip
_LIMITS = ("0 kg", "1 kg", "o.mass", "(o.mass absent as 1 kg)", "waste", "mass", "sum(e.amount for e in p.emissions)")
_SIGNS = (">", ">=", "=", "<=", "equals", "within 5 % of", "within 1 kg of")


def rule_that_joins(dice: Dice) -> str:
    """A rule on the outputs and inputs of processes."""
    lines = [_HEAD]
    per_output = chance(dice, 2)
    lines.append(f"  for each p in {pick(dice, ('processes', 'made', '(those q in made where q.id is given)'))}\n")
    if chance(dice, 3):
        lines.append(f"  when {_of_process(dice)}\n")
    lines.append(f"  let fed = {_amount(dice, 'waste')}\n" if chance(dice, 2) else "  let fed = waste\n")
    for verb in ("shall", "should"):
        if per_output or chance(dice, 2):
            quantifier = pick(dice, ("every", "some", "no", "exactly one"))
            where = f" where {_of_output(dice)}" if chance(dice, 2) else ""
            lines.append(f"  {verb} {quantifier} o in p.outputs{where} satisfies {_of_output(dice)}\n")
        else:
            lines.append(f"  {verb} {_of_process(dice)}\n")
    return "".join(lines)


_OF_PROCESSES = (
    "every i in p.inputs satisfies some o in p.outputs satisfies i.serves = o.id",
    "no i in p.inputs satisfies no o in p.outputs satisfies o.id = i.serves and o.mass > 0 kg",
    "count(i for i in p.inputs) > count(o for o in p.outputs where some i in p.inputs satisfies i.serves = o.id)",
    "distinct(i.serves for i in p.inputs) = count(o for o in p.outputs)",
    "(some q in processes satisfies q.id = p.id and count(i for i in q.inputs) > 1)",
    "sum(sum(i.mass for i in p.inputs where i.serves = o.id) for o in p.outputs) equals sum(j.mass for j in p.inputs)",
    'every i in p.inputs satisfies i.serves = "a" or (some j in p.inputs satisfies j.serves = "b" and j.mass > fed)',
    "some i in p.inputs satisfies i.mass is given and i.mass > mean(j.mass for j in p.inputs)",
    "some i in p.inputs satisfies i.mass > (if holds then sum(j.mass for j in p.inputs) else 1 kg)",
    "every q in processes satisfies q.id is given and (every r in processes satisfies r.technology is q.technology)",
    "count(o for o in p.outputs where o.role is main) = 1 and fed > 0 kg",
    "(if p.technology is mercury then waste > 1 kg else some i in p.inputs satisfies i.mass > fed)",
)  # fmt: skip
"""Conditions on a process."""


def _of_process(dice: Dice) -> str:
    return pick(dice, _OF_PROCESSES)


def _of_output(dice: Dice) -> str:
    if chance(dice, 3):
        return f"({_of_output(dice)} {pick(dice, ('and', 'or'))} {_of_output(dice)})"
    listed, test = pick(dice, _LISTS), pick(dice, _TESTS)
    match dice.below(4):
        case 0:
            quantifier = pick(dice, ("every", "some", "no", "exactly one"))
            return f"({quantifier} i in {listed} where {test} satisfies {pick(dice, _TESTS)})"
        case 1:
            return f"({pick(dice, ('some', 'no', 'exactly one', 'every'))} i in {listed} satisfies {test})"
        case _:
            return f"({_amount(dice, listed, test)} {pick(dice, _SIGNS)} {pick(dice, _LIMITS)})"


def _amount(dice: Dice, listed: str, test: str = "true") -> str:
    if listed == "waste":
        return pick(dice, ("waste", "(waste / 2)", "sum(i.mass for i in p.inputs)", "mean(i.mass for i in p.inputs)"))
    name = pick(dice, ("sum", "sum", "min", "max", "mean"))
    return f"{name}({pick(dice, _AMOUNTS)} for i in {listed} where {test})"
