"""`footrule show --effective` and `footrule diff`: what holds in a standard, and what changed between two editions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ends.command import footrule, written
from tests.house.checkout import ROOT

PACT = (ROOT / "rules" / "pact" / "pact.pcr").read_text(encoding="utf-8")
HOUSE = """library house 1.0.0
  title "House" zh "本所"
  extends pact 1
document booklet "A booklet" zh "手册" edition "1"

set parameter exemption_cap = 1 %
  cite booklet "3"

tighten PACT-C02
  because "no batch is shorter" zh "批次不短于此"
  cite    booklet "1"
  shall   pcf.reference_period_start + 1 day < pcf.reference_period_end

waive PACT-C20
  because "no biogenic carbon" zh "不含生物碳"
"""


@pytest.mark.parametrize("name", ["pact", "ethylene", "caustic_soda", "hydrogen", "diesel"])
def test_an_effective_standard_has_every_rule_with_its_origin(name: str) -> None:
    ended = footrule("show", "--effective", name)
    assert (ended.status, ended.err) == (0, "")
    assert "RULES (" in ended.out and "PARAMETERS (" in ended.out
    assert "PACT-C02  The reference period begins before it ends\n    from pact, section 1\n" in ended.out
    chinese = footrule("show", name, "--effective", "--lang", "zh")
    assert (chinese.status, chinese.err) == (0, "")
    assert "规则（" in chinese.out and "出自 pact，第 1 章" in chinese.out


def test_what_cannot_be_shown_is_told() -> None:
    assert footrule("show", "--effective", "ethylen").status == 2
    assert "which standard" in footrule("show", "--effective").err
    assert "which rule" in footrule("show").err


def test_two_editions_are_compared_rule_by_rule(tmp_path: Path) -> None:
    changed = PACT.replace("library pact 1.0.0", "library pact 1.1.0").replace(
        "exemption_cap = 3 %", "exemption_cap = 2 %"
    )
    changed = changed.replace("worst_rating = 5", "worst_rating = 6").replace("trigger = 5 %", "trigger = 4 %")
    changed = changed.replace("should    comment is given", "shall     comment is given")
    changed = changed.replace('"At most one geography is given"', '"One geography at most is given"')
    ended = footrule("diff", "pact@1.0.0", written(tmp_path, "new.pcr", changed))
    assert (ended.status, ended.err) == (0, "")
    tightened, _, rest = ended.out.partition("LOOSENED (1)")
    loosened, _, untold = rest.partition("CHANGED, WHICH WAY CANNOT BE TOLD (2)")
    assert "pact 1.0.0 → pact 1.1.0" in tightened and "TIGHTENED (2)" in tightened
    assert "requirement 2: `exemption_cap` is 2 % instead of 3 %" in tightened
    assert "requirement 2: `shall` instead of `should`" in tightened
    assert "requirements 1, 2, 3: `worst_rating` is 6 instead of 5" in loosened
    assert "PACT-C18" in untold and "REWORDED ONLY (1)" in untold and "PACT-C01  One geography" in untold
    assert "worst_rating  6 instead of 5\n    rule PACT-C13: loosened" in untold
    chinese = footrule("diff", "pact@1.0.0", tmp_path / "new.pcr", "--lang", "zh")
    assert "放宽（1）" in chinese.out and "由 should 改为 shall" in chinese.out


def test_rules_that_come_and_go_are_told(tmp_path: Path) -> None:
    file = written(tmp_path, "house.pcr", HOUSE)
    forth, back = footrule("diff", "pact", file), footrule("diff", file, "pact")
    assert forth.status == back.status == 0
    assert "WAIVED (1)\n  PACT-C20" in forth.out and "no biogenic carbon" in forth.out
    assert "ADDED (1)\n  PACT-C20" in back.out and "LOOSENED (2)" in back.out
    assert "TIGHTENED (2)" in forth.out
    assert "built on: pact 1.0.0 instead of" in forth.squeezed


def test_an_edition_is_not_different_from_itself(tmp_path: Path) -> None:
    ended = footrule("diff", "ethylene", "ethylene")
    assert (ended.status, len(ended.out.splitlines())) == (0, 2)
    assert "nothing changed" in ended.out


@pytest.mark.parametrize(
    ("new", "status"),
    [("nowhere.pcr", 2), ("no_such_standard", 2), ("broken.pcr", 1), ("bytes.pcr", 1), ("empty.pcr", 1)],
)
def test_what_cannot_be_compared_is_told(tmp_path: Path, new: str, status: int) -> None:
    written(tmp_path, "broken.pcr", HOUSE.replace("exemption_cap", "exemption_cup"))
    written(tmp_path, "empty.pcr", "")
    (tmp_path / "bytes.pcr").write_bytes(b"\xff\xfe")
    ended = footrule("diff", "pact", tmp_path / new if new.endswith(".pcr") else new)
    assert ended.status == status
    assert (ended.err if status == 2 else ended.out) and "Traceback" not in ended.err
