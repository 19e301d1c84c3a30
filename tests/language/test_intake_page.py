"""The page of intake findings says of each code what the engine says, and how it weighs."""

from __future__ import annotations

import re

import pytest

from footrule.submission.intake import IntakeKind
from footrule.submission.intake_kinds import PACT_INTAKE_KINDS
from footrule.submission.package_kinds import PACKAGE_INTAKE_KINDS
from footrule.submission.unreadable_kinds import UNREADABLE_KINDS
from tests.house.checkout import ROOT

KINDS = (*UNREADABLE_KINDS, *PACT_INTAKE_KINDS, *PACKAGE_INTAKE_KINDS)
ROWS = {
    cells[0]: cells[1:]
    for line in (ROOT / "grammar" / "intake" / "README.md").read_text(encoding="utf-8").splitlines()
    if re.fullmatch(r"I\d{4}", (cells := [cell.strip() for cell in line.strip("|").split("|")])[0])
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda one: one.id)
def test_each_code_has_its_row(kind: IntakeKind) -> None:
    means, zh, weight, to_do, to_do_zh = ROWS[kind.id]
    assert (means, zh) == (str(kind.title), kind.title.in_language("zh"))
    expected = "unreadable" if kind.unreadable else {"shall": "nonconformity", "should": "observation"}[kind.modality]
    assert weight.split()[0] == expected
    assert to_do and to_do_zh


def test_the_codes_stand_in_their_order_and_no_row_is_left_over() -> None:
    assert list(ROWS) == [kind.id for kind in KINDS]
