"""What the checker tells of a requirement that can be undetermined; tests/language/doubts.md has the ways in prose."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pytest

from footrule.model.doubt import Doubt, DoubtKind, worth_saying
from footrule.text.snippet import snippet
from tests.language.blocks import Block, blocks, checked_block
from tests.language.small_world import standard_of

PAGE = Path(__file__).parent.parent / "language" / "doubts.md"
_MARK = "# doubt: "
_VERB = re.compile(r"^\s*(?:shall|should|may)\b")


def told(block: Block) -> list[list[str]]:
    """What stands behind each requirement of a block, in `# doubt: ...` comments on its lines."""
    found: list[list[str]] = []
    for line in block.text.splitlines():
        if _VERB.match(line):
            found.append([])
            comments = [comment.split("#")[0].strip() for comment in line.split(_MARK)[1:]]
            found[-1] += [comment for comment in comments if comment != "none"]
    return found


@pytest.mark.parametrize("block", list(blocks(PAGE)), ids=str)
def test_the_doubts_are_those_of_the_page(block: Block) -> None:
    standard, diagnostics = checked_block(block)
    assert standard is not None, [snippet(one, "en") for one in diagnostics]
    requirements = [one for rule in standard.rules for one in rule.requirements]
    assert [
        [str(doubt.wording).replace("`", "") for doubt in worth_saying(one.doubts)] for one in requirements
    ] == told(block)


def doubts_of(text: str) -> list[str]:
    """The doubts of the first requirement of a rule over the small world."""
    return [f"{doubt.kind.value}: {doubt.what}" for doubt in standard_of(text).rules[0].requirements[0].doubts]


KLEENE = {
    "mass is given and mass > 1 kg": ["unusable: mass"],
    "mass > 1 kg and mass is given": ["unusable: mass"],
    "mass is missing or mass > 1 kg": ["unusable: mass"],
    "not (mass is missing) and mass > 1 kg": ["unusable: mass"],
    "mass is given or mass > 1 kg": ["field: mass"],
    "mass is missing and mass > 1 kg": ["field: mass"],
    "(mass is given or holds) and mass > 1 kg": ["field: holds", "field: mass"],
    "(mass is given or mass is given) and mass > 1 kg": ["unusable: mass"],
    "if mass is given then mass > 1 kg else other_mass > 1 kg": ["unusable: mass", "field: other_mass"],
    "if mass is missing then mass > 1 kg else true": ["field: mass"],
    "mass > 1 kg and mass < 3 kg": ["field: mass"],
    "flow.mass is given and flow.mass > 1 kg": ["unusable: flow", "unusable: flow.mass"],
    "flow.mass is given and flow.name is \"a\"": ["unusable: flow", "unusable: flow.mass", "field: flow.name"],
    "flow is given and flow.mass > 1 kg": ["unusable: flow", "field: flow.mass"],
    "1 kg < 2 kg": [],
    "molar_mass(\"CO2\") > 1 g/mol": [],
    "carbon / molar_mass(\"CO2\") > 1 mol": ["field: carbon"],
    "2024-02-29 + 1 year < 2027-01-01": [],
    "9999-12-31 + 1 year < 2027-01-01": ["calendar: 9999-12-31 + 1 year"],
    "predecessor is given and predecessor.mass > 1 kg": ["field: predecessor.mass"],
    "predecessor.mass absent as 1 kg > 1 kg": ["predecessor: predecessor", "unusable: predecessor.mass"],
}  # fmt: skip


@pytest.mark.parametrize(("condition", "expected"), KLEENE.items())
def test_what_decides_without_a_field_is_no_doubt_of_it(condition: str, expected: list[str]) -> None:
    assert doubts_of(f"  shall {condition}\n") == expected


ZERO = {
    # A reported number that is not zero as printed is not zero within its rounding.
    "mass > 0 kg": [],
    "0 kg < mass": [],
    "mass >= 1 kg": [],
    "mass < 0 kg": [],
    "not mass = 0 kg": [],
    "mass is not 0 kg": [],
    "mass = 2 kg": [],
    "mass > 0 kg and holds": [],
    # These hold of zero, or do not speak of it.
    "mass >= 0 kg": ["divisor: mass"],
    "mass > -1 kg": ["divisor: mass"],
    "mass equals 0.4 kg": ["divisor: mass"],
    "mass > 0 kg or holds": ["divisor: mass"],
    "other_mass > 0 kg": ["divisor: mass"],
    "(if holds then mass else other_mass) > 0 kg": ["divisor: mass"],
}  # fmt: skip


@pytest.mark.parametrize(("condition", "expected"), ZERO.items())
def test_a_divisor_that_is_above_zero_as_printed(condition: str, expected: list[str]) -> None:
    found = doubts_of(f"  when {condition}\n  shall carbon / mass < 1\n")
    assert [one for one in found if one.startswith("divisor")] == expected


DIVISORS = {
    # 0.1 + 0.0 is above zero as printed, and zero within its rounding.
    "mass + other_mass > 0 kg": ["divisor: mass + other_mass"],
    "true": ["divisor: mass + other_mass"],
}


@pytest.mark.parametrize(("condition", "expected"), DIVISORS.items())
def test_a_computed_divisor_may_be_zero_within_its_rounding(condition: str, expected: list[str]) -> None:
    found = doubts_of(f"  when {condition}\n  shall carbon / (mass + other_mass) < 1\n")
    assert [one for one in found if one.startswith("divisor")] == expected


def test_a_tolerance_relative_to_what_is_above_zero_is_none_of_rounding() -> None:
    found = doubts_of("  when mass + other_mass > 0 kg\n  shall carbon within 5 % of (mass + other_mass)\n")
    assert found == ["field: mass", "field: other_mass", "field: carbon"]


LISTS = {
    "every f in flows satisfies f.mass > 1 kg": ["list: flows", "element field: f.mass", "unusable: f"],
    "every f in flows where f.mass is given satisfies f.mass > 1 kg": ["list: flows", "unusable: f",
                                                                       "unusable: f.mass"],
    "sum(f.mass for f in flows where f.mass is given) > 1 kg": ["list: flows", "unusable: f", "unusable: f.mass"],
    "max(f.mass for f in flows) > 1 kg": ["list: flows", "unusable: f", "element field: f.mass",
                                          "empty: max(f.mass for f in flows)"],
    "count(f for f in flows absent as none) > 1": ["unusable: flows", "unusable: f"],
    "word in words": ["field: word", "list: words", "entry: words"],
    "(some f in flows satisfies f.mass is given) and max(g.mass for g in flows where g.mass is given) > 1 kg": [
        "list: flows", "unusable: f", "unusable: f.mass", "unusable: g", "unusable: g.mass"],
    "count(f for f in flows) > 0 and max(2 kg for g in flows) > 1 kg": ["list: flows", "unusable: f"],
    "sum(f.mass / 3 for f in flows) > 1 kg": ["list: flows", "unusable: f", "element field: f.mass"],
    # Over an element without a mass, `every` holds and `some` is not known.
    "every f in flows where f.mass > 0 kg satisfies f.mass is missing": ["list: flows", "unusable: f",
                                                                         "unusable: f.mass"],
    "some f in flows where f.mass > 0 kg satisfies f.mass is missing": ["list: flows", "unusable: f",
                                                                        "element field: f.mass"],
    # As many denominators as elements.
    "sum(1 kg / amount for f in flows) > 1 kg": ["list: flows", "field: amount", "divisor: amount",
                                                 "digits: sum(1 kg / amount for f in flows)"],
    "sum(m for m in masses) > 1 kg": ["list: masses", "unusable: m"],
    "sum(f.mass * co2_of(1 kg) / 1 kg for f in flows) > 1 kg": ["list: flows", "unusable: f", "element field: f.mass"],
}  # fmt: skip


@pytest.mark.parametrize(("condition", "expected"), LISTS.items())
def test_lists_and_their_elements(condition: str, expected: list[str]) -> None:
    assert sorted(doubts_of(f"  shall {condition}\n")) == sorted(expected)


def test_a_variable_of_one_list_says_nothing_of_its_namesake_in_another() -> None:
    """`f` in the `let` is another element than `f` in the requirement: that the latter has a mass does not help it."""
    let = "  let light = some f in flows satisfies f.mass < 1 kg\n"
    found = doubts_of(let + "  shall every g in flows where g.mass is given satisfies light\n")
    assert "element field: f.mass" in found


def test_a_chain_of_names_each_using_the_one_before_twice_costs_no_more_than_it_is_long() -> None:
    masses = [
        "  let a0 = mass",
        *(f"  let a{n} = if a{n - 1} > 0 kg then a{n - 1} else -a{n - 1}" for n in range(1, 23)),
    ]
    truths = [
        "  let t0 = mass is given",
        *(f"  let t{n} = if t{n - 1} then t{n - 1} else t{n - 1}" for n in range(1, 23)),
    ]
    begun = process_time()
    assert "field: mass" in doubts_of("\n".join(masses) + "\n  shall carbon / a22 > 1\n")
    assert doubts_of("\n".join(truths) + "\n  shall t22 and mass > 1 kg\n") == ["unusable: mass"]
    assert process_time() - begun < 5


def test_every_kind_is_worded_in_both_languages() -> None:
    for kind in DoubtKind:
        wording = Doubt(kind, "verifier").wording
        assert wording.languages == ("en", "zh")
        assert not re.search("[\u4e00-\u9fff]", str(wording))
        assert "{" not in str(wording) + wording.in_language("zh")
