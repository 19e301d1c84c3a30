"""Rules that ask the factor database in every place where a question may stand, and documents that name rows."""

from __future__ import annotations

from tests.properties.dice import Dice, chance, pick

IDS = ("gwp100.ar6.n2o", "gwp100.ar6.sf6-first-issue", "gwp100.ar5.n2o", "cn-grid-footprint.2023", "no such row")
"""Rows that there are, one of which is superseded, and none."""
_HEAD = """define all_named = those a in flows where a.name is given
define by_word = any_factor(word).emission_per_mass
rule T-1 "A rule" zh "规则"
  cite doc "1"
"""
_PLAIN = ("holds", "not holds", "unknown", "word is given", "mass > 1 kg", "other_mass >= mass", "words is given")
_OF_A_FLOW = ("{0}.name is given", "{0}.measured", "{0}.mass > 1 kg", "{0}.kind is waste", "{0}.mass <= mass")
_OF_A_ROW = (
    "{0}.id is given", "{0}.id is missing", "{0}.superseded_by is given", "{0}.superseded_by is missing",
    "{0}.set is AR6", '{0}.geography = "GLO"', "{0}.technology is given", "{0}.emission_per_mass > 1 kg CO2e/kg",
    "{0}.emission_per_mass < 1000 kg CO2e/kg", "{0}.emission_per_energy is given", "{0}.year >= 2000",
    "any_factor({0}.superseded_by).id is given", "factor({0}.id).set is given",
)  # fmt: skip
_WITH_LETS = (
    "named.id is given", "named.set is AR6", "heavy > 1 kg CO2e/kg", "by_word > 1 kg CO2e/kg",
    "factors_like(emission_factor) = 0", "heavy within 1 % of by_word", "by_word in {heavy, 273 kg CO2e/kg}",
    "count(n for n in found) > 0", "(every n in found satisfies n.name is given)",
)  # fmt: skip
_QUANTIFIERS = ("every", "some", "no", "exactly one")


def document_that_names(dice: Dice) -> tuple[dict[str, object], dict[str, object]]:
    """The fields of a document and of its inventory, for `small_document`."""
    fields: dict[str, object] = {"holds": chance(dice, 2), "flows": [_flow(dice) for _ in range(dice.below(4))]}
    if not chance(dice, 5):
        fields["word"] = pick(dice, IDS)
    if not chance(dice, 3):
        fields["mass"] = pick(dice, ("1", "2", "0.5"))
    if not chance(dice, 3):
        fields["other_mass"] = {"value": pick(dice, ("1", "1.00000000000000000001", "2")), "unit": "kg"}
    inventory: dict[str, object] = {"words": [pick(dice, IDS) for _ in range(dice.below(3))]}
    if not chance(dice, 4):
        inventory["unknown"] = chance(dice, 2)
    if not chance(dice, 4):
        inventory["emission_factor"] = {"value": pick(dice, ("1.11683712", "0.5", "3.2039")), "unit": "kg CO2e/kg"}
    if not chance(dice, 4):
        inventory["end"] = pick(dice, ("2023-12-31", "2025-12-31"))
    return fields, inventory


def _flow(dice: Dice) -> dict[str, object]:
    found: dict[str, object] = {"kind": pick(dice, ("product", "Waste")), "measured": chance(dice, 2)}
    if not chance(dice, 4):
        found["name"] = pick(dice, IDS)
    if not chance(dice, 4):
        found |= {"mass": pick(dice, ("1", "2", "0.5")), "mass_unit": "kg"}
    return found


def rule_that_asks(dice: Dice) -> str:
    """A rule, on the whole or on each flow, with one requirement or two."""
    variable = ""
    lines = [_HEAD]
    if chance(dice, 2):
        variable = "e"
        where = f" where {_condition(dice, variable, 2, lets=False)}" if chance(dice, 2) else ""
        lines.append(f"  for each e in flows{where}\n")
    if chance(dice, 5):
        lines.append("  from 2024-01-01 against end\n")
    if chance(dice, 3):
        lines.append(f"  when {_condition(dice, variable, 2)}\n")
    lines.append(f"  let named = {_question(dice, variable)}\n")
    lines.append(f"  let heavy = {_question(dice, variable)}.emission_per_mass\n")
    lines.append(f"  let found = those l in flows where {_condition(dice, 'l', 1, lets=False)}\n")
    for _ in range(pick(dice, (1, 1, 2))):
        when = f" when {_condition(dice, variable, 1)}" if chance(dice, 3) else ""
        lines.append(f"  {pick(dice, ('shall', 'should', 'may'))} {_condition(dice, variable, 3)}{when}\n")
    return "".join(lines)


def _question(dice: Dice, variable: str) -> str:
    named = ["word", *([f"{variable}.name"] * 3 if variable else []), *(f'"{one}"' for one in IDS[:2])]
    return f"{pick(dice, ('any_factor', 'any_factor', 'factor'))}({pick(dice, named)})"


def _condition(dice: Dice, variable: str, depth: int, *, lets: bool = True) -> str:
    """A condition in which a variable stands for a flow ("" for none); with `lets` it may use those of the rule."""
    if depth <= 0 or chance(dice, 4):
        return _atom(dice, variable, lets=lets)
    match dice.below(5):
        case 0:
            return f"(not {_condition(dice, variable, depth - 1, lets=lets)})"
        case 1:
            parts = [_condition(dice, variable, depth - 1, lets=lets) for _ in range(3)]
            return f"(if {parts[0]} then {parts[1]} else {parts[2]})"
        case 2:
            parts = [_condition(dice, variable, depth - 1, lets=lets) for _ in range(2)]
            return f"({parts[0]} {pick(dice, ('and', 'or'))} {parts[1]})"
        case _:
            return _over_flows(dice, depth, lets=lets)


def _over_flows(dice: Dice, depth: int, *, lets: bool) -> str:
    variable = f"{'fghij'[depth]}{'x' if lets else 'y'}"
    listed = pick(dice, ("flows", "flows", "all_named", "(flows absent as none)"))
    inner = [_condition(dice, variable, depth - 1, lets=lets) for _ in range(2)]
    where = f" where {inner[0]}" if chance(dice, 2) else ""
    if chance(dice, 4):
        return f"(count({variable} for {variable} in {listed}{where}) {pick(dice, ('>', '<='))} 1)"
    if chance(dice, 4):
        value = f"any_factor({variable}.name).emission_per_mass"
        return f"(sum({value} for {variable} in {listed}{where}) {pick(dice, ('>', '<='))} 300 kg CO2e/kg)"
    return f"({pick(dice, _QUANTIFIERS)} {variable} in {listed}{where} satisfies {inner[1]})"


def _atom(dice: Dice, variable: str, *, lets: bool) -> str:
    match dice.below(4):
        case 0:
            return pick(dice, _PLAIN)
        case 1 if variable:
            return pick(dice, _OF_A_FLOW).format(variable)
        case 2 if lets:
            return pick(dice, _WITH_LETS)
        case _:
            return pick(dice, _OF_A_ROW).format(_question(dice, variable))
