"""What a finding says where a number is not used as it is printed: a share as a fraction, a figure for one unit."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from footrule.assess.finding import Finding, Outcome
from footrule.submission.open_documents import open_documents
from footrule.workspace import Workspace
from tests.house.checkout import ROOT

EXAMPLES = ROOT / "rules" / "pact" / "examples"


def broken(name: str, folder: Path, rule: str, **changed: object) -> Finding:
    """What breaks a rule in an example of the library, with attributes of its `pcf` changed (None: taken away)."""
    document = json.loads((EXAMPLES / name).read_text(encoding="utf-8"))
    document["pcf"].update(changed)
    file = folder / name
    file.write_text(json.dumps(document), encoding="utf-8")
    day, workspace = date(2026, 11, 23), Workspace()
    asked = workspace.standards(["pact"], day)
    assert isinstance(asked, tuple), asked
    (one,) = workspace.assessed(open_documents([str(file)], None), asked, (), day)
    (finding,) = [
        found for found in one.assessment.findings if found.rule.id == rule and found.outcome is Outcome.NONCONFORMING
    ]
    return finding


def evidence(finding: Finding, name: str) -> tuple[str | None, str | None]:
    """How a value reads in the evidence, and what is noted of it."""
    (value,) = [value for value in finding.values if value.name == name]
    return value.shown, None if value.note is None else value.note.in_language("en")


def test_a_fraction_is_told_as_the_percentage_it_is_read_as(tmp_path: Path) -> None:
    found = broken(
        "fossil.json", tmp_path, "PACT-C11", primaryDataShare="0.65", secondaryEmissionFactorSources=None
    )  # fmt: skip
    assert found.message.in_language("en").startswith("the primary data share is 65 %, so")
    assert found.message.in_language("zh").startswith("初级数据占比为65 %，")
    assert evidence(found, "pcf.primary_data_share") == ("0.65", "used as 65 %")


def test_a_figure_for_one_unit_is_told_for_the_declared_amount(tmp_path: Path) -> None:
    found = broken("version_2.json", tmp_path, "PACT-C21", fossilCarbonContent="1.2")
    assert found.message.in_language("en") == "the product holds 32.5 kg C of carbon and weighs 25 kg"
    assert evidence(found, "pcf.mass") == ("1", "used as 25 kg")


def test_a_number_used_as_printed_keeps_its_decimals(tmp_path: Path) -> None:
    found = broken("fossil.json", tmp_path, "PACT-C12", productMassPerDeclaredUnit="1.0100")
    assert found.message.in_language("en") == "1 kg are declared, and the mass is 1.0100 kg"
    assert evidence(found, "pcf.mass") == ("1.0100 kg", None)
