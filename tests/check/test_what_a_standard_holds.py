"""What comes out of the checker: every part of a file, typed and resolved, ready to be applied."""

from __future__ import annotations

from datetime import date

import pytest

from footrule.measure.dimension import EMISSION, MASS
from footrule.model import expression as model
from footrule.model.standard import Asserted, Attested, Change, CodeLiteral, NumberLiteral, RecordLiteral, Standard
from footrule.model.types import QuantityType
from tests.language.blocks import checked_text

FILE = """
# A remark.
standard bottled_gas 1.2.3
  title         "Bottled gas"  zh "瓶装气体"
  in force from 2026-01-01 until 2030-12-31
  covers        cas "74-85-1", hs "2901.21"
  declared unit 1 t
  boundary      cradle to gate

document rules "The rules"  zh "规则"  edition "2024"

codes reading
  included "within"  zh "包含"
  added    "added"   zh "另加"

parameter how : reading = included
  cite rules "3.1"

parameter cap = 3 %
  provisional "from recollection"  zh "凭记忆"

define exempted = pcf.exempted_share

section 4.1 "Quantities"  zh "数量"

rule GAS-4.1 "The exempted share is small"  zh "豁免比例很小"
  cite      rules "4.1"
  cite      rules "4.2"
  from      2027-01-01 against pcf.reference_period_end
  when      how is included
  let       twice = exempted * 2
  shall     twice <= 2 * cap
  otherwise "{exempted} \\"exempted\\"\\n{{at most}} {cap}"  zh "{exempted}"
  should    pcf.fossil / pcf.mass < 1 kg CO2e/kg when pcf.mass > 0 kg
  shall     attested by verifier using inspection, recalculation
  note      "A note."  zh "注。"

section A "Annex"  zh "附录"

rule GAS-A.1 "Sources have a version"  zh "来源有版本"
  cite      rules "A.1"
  for each  s in pcf.secondary_sources where s.name is not "none"
  shall     s.version is given

example "a share that is too large"
  from      "plain.json"
  with      predecessor "before.json"
  set       pcf.exempted_share to 9.50
  set       pcf.fossil to -1e3
  set       pcf.secondary_sources to [{name: "A", version: "1"}]
  set       pcf.declared_unit to liter
  set       pcf.packaging_included to true
  without   pcf.secondary_sources[1].version
  attested  GAS-4.1 not_met
  fails     GAS-4.1
  undetermined GAS-A.1

example "nothing wrong"
  from      "plain.json"
  conforms
"""


@pytest.fixture(scope="module")
def standard() -> Standard:
    checked, diagnostics = checked_text(FILE)
    assert checked is not None, diagnostics
    assert diagnostics == ()
    return checked


def test_the_head(standard: Standard) -> None:
    assert (standard.kind, standard.id, standard.version) == ("standard", "bottled_gas", "1.2.3")
    assert standard.title.in_language("zh") == "瓶装气体"
    assert (standard.in_force_from, standard.in_force_until) == (date(2026, 1, 1), date(2030, 12, 31))
    assert [(one.scheme, one.code) for one in standard.covers] == [("cas", "74-85-1"), ("hs", "2901.21")]
    assert (str(standard.declared_unit), standard.boundary) == ("1 t", "cradle to gate")
    assert len(standard.sha256) == 64


def test_parameters(standard: Standard) -> None:
    how, cap = standard.parameters
    assert isinstance(how.value, model.Constant) and isinstance(cap.value, model.Constant)
    assert how.value.value == model.CodeValue("included")
    assert [(one.document.edition, one.clause) for one in how.cites] == [("2024", "3.1")]
    assert str(cap.value.value) == "3 %"
    assert cap.provisional is not None
    assert cap.provisional.in_language("zh") == "凭记忆"


def test_a_rule(standard: Standard) -> None:
    rule = standard.rules[0]
    assert (rule.id, rule.standard, rule.section) == ("GAS-4.1", "bottled_gas", "4.1")
    assert [cite.clause for cite in rule.cites] == ["4.1", "4.2"]
    assert rule.phase_in is not None and str(rule.phase_in.start) == "2027-01-01"
    assert rule.when is not None and rule.when.written == "how is included"
    assert [one.name for one in rule.lets] == ["twice"]
    assert [one.in_language("zh") for one in rule.notes] == ["注。"]
    assert rule.written.startswith('rule GAS-4.1 "The exempted')


def test_its_requirements(standard: Standard) -> None:
    first, second, third = standard.rules[0].requirements
    assert isinstance(first, Asserted) and isinstance(second, Asserted) and isinstance(third, Attested)
    assert (first.modality, first.written, first.when) == ("shall", "twice <= 2 * cap", None)
    assert [one.name for one in first.provisional] == ["cap"]
    assert isinstance(second.asserted, model.ComparisonOf)
    assert second.asserted.left.type == QuantityType(EMISSION / MASS)
    assert second.when is not None and second.when.written == "pcf.mass > 0 kg"
    assert second.provisional == ()
    assert (third.by, third.using) == ("verifier", ("inspection", "recalculation"))


def test_a_message_in_parts(standard: Standard) -> None:
    requirement = standard.rules[0].requirements[0]
    assert requirement.otherwise is not None
    languages = {tag: [one.text for one in parts] for tag, parts in requirement.otherwise.languages}
    assert languages == {"en": ["exempted", ' "exempted"\n{at most} ', "cap"], "zh": ["exempted"]}


def test_a_rule_for_each_element(standard: Standard) -> None:
    rule = standard.rules[1]
    assert rule.section == "A"
    assert rule.for_each is not None
    assert (rule.for_each.variable, rule.for_each.source.written) == ("s", "pcf.secondary_sources")
    assert isinstance(rule.for_each.condition, model.NotOf)


def test_examples(standard: Standard) -> None:
    one, two = standard.examples
    assert (one.title, one.file, one.predecessor) == ("a share that is too large", "plain.json", "before.json")
    assert one.changes == (
        Change(("pcf", "exempted_share"), NumberLiteral("9.50", None)),
        Change(("pcf", "fossil"), NumberLiteral("-1e3", None)),
        Change(("pcf", "secondary_sources"), (RecordLiteral((("name", "A"), ("version", "1"))),)),
        Change(("pcf", "declared_unit"), CodeLiteral("liter")),
        Change(("pcf", "packaging_included"), True),
        Change(("pcf", "secondary_sources", 1, "version"), None),
    )
    assert [(one.rule, one.outcome) for one in one.attestations] == [("GAS-4.1", "not_met")]
    assert (one.fails, one.undetermined) == (("GAS-4.1",), ("GAS-A.1",))
    assert (two.fails, two.undetermined) == ((), ())
    assert FILE.splitlines()[one.line - 1].startswith('example "a share')


def test_a_definition_is_evaluated_where_it_is_used_and_known_by_its_name(standard: Standard) -> None:
    twice = standard.rules[0].lets[0].value
    assert isinstance(twice, model.ArithmeticOf)
    assert isinstance(twice.left, model.Definition)
    assert (twice.left.name, twice.left.value.written) == ("exempted", "pcf.exempted_share")
