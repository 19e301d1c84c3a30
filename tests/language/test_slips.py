"""Every slip that is known gets its advice in a sentence where people make it, and never in one that is right."""

from __future__ import annotations

import pytest

from footrule.syntax.slips import _SLIPS as SLIPS  # pyright: ignore[reportPrivateUsage]
from footrule.syntax.slips import MEANT, slip_at
from footrule.text.diagnostic import Severity
from tests.language.blocks import HEAD, RULE_HEAD, checked_text

# A requirement with the slip in it, and what the help has to contain.
MADE = {
    "pcf.region is “CN”": '"..."',
    "pcf.region is 'CN'": '"..."',
    "pcf.mass == 1 kg": "`=`",
    "pcf.mass != 1 kg": "`is not`",
    "pcf.mass <> 1 kg": "`is not`",
    "pcf.mass ≠ 1 kg": "`is not`",
    "pcf.mass ≥ 1 kg": "`>=`",
    "pcf.mass => 1 kg": "`>=`",
    "pcf.mass ≤ 1 kg": "`<=`",
    "pcf.mass =< 1 kg": "`<=`",
    "pcf.mass is equal to 1 kg": "`equals`",
    "pcf.mass is greater than or equal to 1 kg": "`>=`",
    "pcf.mass is at least 1 kg": "`>=`",
    "pcf.mass is not less than 1 kg": "`>=`",
    "pcf.mass is at most 1 kg": "`<=`",
    "pcf.mass no more than 1 kg": "`<=`",
    "pcf.mass does not exceed 1 kg": "`<=`",
    "pcf.mass is greater than 1 kg": "`>`",
    "pcf.mass exceeds 1 kg": "`>`",
    "pcf.mass is above 1 kg": "`>`",
    "pcf.mass less than 1 kg": "`<`",
    "pcf.mass below 1 kg": "`<`",
    "pcf.mass is between 1 kg and 2 kg": "`x >= 1 kg and x <= 3 kg`",
    "pcf.mass does not exist": "`is missing`",
    "pcf.mass exists": "`is given`",
    "pcf.mass > 1,000 kg": "1000",
    "pcf.mass > 1,5 kg": "0.5",
    "pcf.mass > 1 kg // heavy": "`#`",
    "pcf.mass > 1 kg && true": "`and`",
    "pcf.mass > 1 kg || true": "`or`",
    "!true": "`not`",
    "pcf.declared_amount ** 2 > 1": "`a * a`",
    "pcf.declared_amount^2 > 1": "`a * a`",
    "pcf.mass > 1 kg;": "leave this out",
    "pcf.mass > 1 kg。": "leave this out",
    "pcf.fossil > 1 kg CO2eq": "`kg CO2e`",
    "pcf.fossil > 1 kg CO₂eq": "`kg CO2e`",
    "pcf.fossil / pcf.mass > 1 kg CO2e per kg": "`kg CO2e/kg`",
    "pcf.mass = 1 kg ± 5 %": "`within 5 % of`",
    "pcf.mass × 2 > 1 kg": "`*`",
    "pcf.mass ÷ 2 > 1 kg": "`/`",
    "pcf.mass − 1 kg > 1 kg": "`-`",
    "pcf.mass – 1 kg > 1 kg": "`-`",
    "pcf.region is «CN»": '"..."',
    "pcf.region is “CN": '"..."',
    "pcf.region is 'CN": '"..."',
    "pcf's mass > 1 kg": "`pcf.mass`",
    "pcf.mass > 1 kg\n  - shall true": "bullet",
    "pcf.mass > 1 kg\n第一章 范围": "`section",
    "pcf.mass := 1 kg": "`=`",
    "pcf.mass 不小于 1 kg": "`>=`",
    "pcf.mass 不超过 1 kg": "`<=`",
    "pcf.mass 超过 1 kg": "`>`",
    "pcf.mass 少于 1 kg": "`<`",
    "pcf.mass 在 1 kg 与 2 kg 之间": "`x >= 1 kg and x <= 3 kg`",
    "pcf.mass less than or equal to 1 kg": "`<=`",
    "pcf.mass up to 1 kg": "`<=`",
    "pcf.mass is under 1 kg": "`<`",
    "pcf.declared_unit is one of {kilogram}": "`in {a, b}`",
    "pcf.declared_unit is not in {kilogram}": "`not in`",
    "pcf.declared_unit isn't kilogram": "`is not`",
    "pcf.mass 没有给出": "`is missing`",
    "pcf.mass 不为空": "`is given`",
    "is given pcf.mass": "`shall pcf.mass is given`",
    "pcf.exempted_share > 1 per cent": "`%`",
    "pcf.exempted_share > %1": "`3 %`",
    "pcf.mass > 1.000,5 kg": "1000.5",
    "pcf.mass > .5 kg": "0.5",
    "pcf.mass > +5 kg": "leave this out",
    "pcf.mass > 10^3 kg": "`1.5e3`",
    "pcf.mass > three kg": "digits",
    "pcf.mass > 2 x pcf.mass": "`*`",
    "pcf.mass > 1 t·km": "`tkm`",
    "pcf.declared_amount ·2 > 1": "`*`",
    "pcf.mass > 1 kg & true": "`and`",
    "pcf.mass > 1 kg | true": "`or`",
    "pcf.mass > 1 kg -> true": "`shall b when a`",
    "pcf.mass > 1 kg；": "leave this out",
    "pcf.mass > 1 kg; true": "leave this out",
    "pcf.mass > 1 kg\n  for every s in pcf.secondary_sources": "`for each`",
    "sum of pcf.mass > 1 kg": "`sum(x for x in LIST)`",
    "be attested by verifier": "`shall attested by verifier`",
    "attested by the verifier": "article",
    "pcf.mass > 1 kg cradle-to-gate": "`cradle to gate`",
}


@pytest.mark.parametrize(("requirement", "advice"), MADE.items())
def test_the_advice_on_a_slip(requirement: str, advice: str) -> None:
    standard, diagnostics = checked_text(f"{HEAD}{RULE_HEAD}  shall {requirement}\n")
    assert standard is None
    (found,) = diagnostics
    assert found.help is not None
    assert advice in str(found.help)
    assert found.help.in_language("zh") != str(found.help)


def test_every_slip_is_made_here() -> None:
    lines = [line for requirement in MADE for line in f"  shall {requirement}".splitlines()]
    unused = [slip.en for slip in SLIPS if not any(slip.pattern.search(line) for line in lines)]
    assert unused == []


IN_A_RULE = {
    "shall": "  {} ", "should": "  {} ", "may": "  {} ", "cite": "  {} ", "for each": "  {} ",
    "otherwise": "  shall true\n  {} ", "note": "  shall true\n  {} ",
    "when": "  shall true {} ", "when not": "  shall true {} ",
    "and": "  shall true {} true", "or": "  shall true {} true", "of": "  shall pcf.mass within 5 % {} ",
    "then": "  shall if true {} true", "else": "  shall if true then true {} true",
    "satisfies": "  shall every s in pcf.secondary_sources {} s.name is given",
}  # fmt: skip
IN_AN_EXAMPLE = ("conforms", "fails", "undetermined", "set")


@pytest.mark.parametrize("word", MEANT)
def test_words_for_a_word_of_the_language_lead_to_it(word: str) -> None:
    """Wherever the word of the language may stand."""
    meant = MEANT[word]
    if meant in IN_A_RULE:
        text = HEAD + RULE_HEAD + IN_A_RULE[meant].format(word)
    elif meant in IN_AN_EXAMPLE:
        text = f'{HEAD}example "e"\n  from "a.json"\n  {word} '
    else:
        assert meant == "until"
        text = HEAD.replace("\ndocument", f"\n  in force from 2026-01-01 {word} 2027-01-01\ndocument")
    _, diagnostics = checked_text(text)
    first = next(one for one in diagnostics if one.severity is Severity.ERROR)
    assert f"`{meant}`" in str(first.help), first.help


def test_a_place_outside_of_every_slip_has_no_advice() -> None:
    assert slip_at("pcf.mass > 1 kg", 3) is None
    assert slip_at("", 0) is None
