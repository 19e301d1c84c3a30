"""The standard that the language was designed for: it checks, is laid out, runs on a submission, is translated."""

from __future__ import annotations

import io
from datetime import date

from footrule.library.catalogue import Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import edition_of, shipped
from footrule.model.outcome import Outcome
from footrule.model.standard import Standard
from footrule.submission.open_documents import open_documents
from footrule.syntax.format import formatted
from footrule.text.diagnostic import Sink
from footrule.text.source import Source
from footrule.workspace import Workspace
from tests.house.checkout import ROOT
from tests.library.shelves import alone

FOLDER = ROOT / "standards" / "ethylene"


def north_star() -> str:
    """The text of the standard."""
    return (FOLDER / "standard.pcr").read_text(encoding="utf-8")


def standard(text: str) -> Standard:
    """The checked standard of a text without a mistake."""
    edition = edition_of(text.encode(), "standard.pcr")
    assert edition is not None
    found = checked(edition, Catalogue(shipped()))
    assert found.diagnostics == ()
    assert found.standard is not None
    return found.standard


def laid_out(text: str, keywords: str | None = None) -> str:
    """The text as `footrule fmt` leaves it."""
    found = formatted(Source("standard.pcr", text), Sink(), keywords)
    assert found is not None
    return found


def test_it_is_laid_out_as_it_should_be() -> None:
    assert laid_out(north_star()) == north_star()


def test_in_chinese_and_back_it_is_unchanged() -> None:
    chinese = laid_out(north_star(), "zh")
    assert "分摊        feedstock: i 属于 c.inputs 其中 i.kind 属于 {feedstock, transport}" in chinese
    assert laid_out(chinese, "en") == north_star()


def test_in_chinese_it_judges_alike() -> None:
    english, chinese = (outcomes(standard(laid_out(north_star(), words))) for words in ("en", "zh"))
    assert english == chinese


def test_it_runs_on_a_submission_with_an_inventory() -> None:
    found = outcomes(standard(north_star()))
    open_ = [rule for rule, outcome in found if outcome is Outcome.UNDETERMINED]
    assert open_ == []
    assert [rule for rule, outcome in found if outcome is Outcome.NONCONFORMING] == []
    assert ("ETH-6.1", Outcome.CONFORMING) in found


def test_what_it_says_of_allocation_is_kept() -> None:
    (rule,) = [one for one in standard(north_star()).allocations if one.id == "ETH-6.10"]
    assert [one.name for one in rule.methods] == [None, "heating_value", "mass", "carbon", "value"]
    assert [one.name for one in rule.methods[0].classes] == ["feedstock", "operation"]
    assert rule.tolerance is not None
    assert rule.tolerance.points


def outcomes(of: Standard) -> list[tuple[str, Outcome]]:
    """What each rule comes to on the full submission."""
    documents = open_documents([str(FOLDER / "examples" / "naphtha-cracking.json")], io.BytesIO())
    (found,) = Workspace().assessed(documents, ((alone(of),),), (), date(2026, 11, 23))
    return [(one.rule.id, one.outcome) for one in found.assessment.findings]
