"""Every slip that is known gets its advice in a sentence where people make it, and never in one that is right."""

from __future__ import annotations

import pytest

from footrule.syntax.slips import _SLIPS as SLIPS  # pyright: ignore[reportPrivateUsage]
from footrule.syntax.slips import MEANT, slip_at
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
    "pcf.fossil > 1 kg CO₂e": "`kg CO2e`",
    "pcf.fossil / pcf.mass > 1 kg CO2e per kg": "`kg CO2e/kg`",
    "pcf.mass = 1 kg ± 5 %": "`within 5 % of`",
    "pcf.mass × 2 > 1 kg": "`*`",
    "pcf.mass ÷ 2 > 1 kg": "`/`",
    "pcf.mass − 1 kg > 1 kg": "`-`",
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
    unused = [slip.en for slip in SLIPS if not any(slip.pattern.search(requirement) for requirement in MADE)]
    assert unused == []


@pytest.mark.parametrize("word", MEANT)
def test_words_for_a_word_of_the_language_lead_to_it(word: str) -> None:
    """Wherever the word of the language may begin the line."""
    lines = {"otherwise": "shall true\n  {}", "note": "shall true\n  {}", "rule": "shall true\n{}"}
    meant = MEANT[word]
    before = lines.get(meant, "shall true\n{}" if meant in ("parameter", "example") else "{}")
    if meant.startswith("when"):
        before = "shall true {}"  # where a requirement has its `when`
    _, diagnostics = checked_text(HEAD + RULE_HEAD + "  " + before.format(f"{word} "))
    assert f"`{meant}`" in str(diagnostics[0].help), diagnostics[0].help


def test_a_place_outside_of_every_slip_has_no_advice() -> None:
    assert slip_at("pcf.mass > 1 kg", 3) is None
    assert slip_at("", 0) is None
