"""The pages of the language tell the truth: every block of the reference, the diagnostics and these tests holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from footrule.assess.assess import assess, verdict
from footrule.assess.finding import Finding
from footrule.evaluate.interpreter import Interpreter
from footrule.model.standard import Standard
from footrule.submission.from_pact import file_context, from_pact
from footrule.submission.json_text import JsonText, decode
from footrule.submission.submission import Submission
from footrule.text.snippet import snippet
from tests.house.checkout import ROOT
from tests.language.blocks import Block, Case, blocks, breach, checked_block
from tests.library.shelves import alone
from tests.submission.pact_documents import nowhere

HERE = Path(__file__).parent
PAGES = (
    *sorted(HERE.glob("*.md")),
    ROOT / "grammar" / "README.md",
    *sorted((ROOT / "grammar" / "diagnostics").glob("*.md")),
)
_OUTCOME = re.compile(
    r"(?P<rule>[\w.-]+?)(?:#(?P<number>\d+))?(?: (?P<pointer>/\S*))?: "
    r"(?P<outcome>conforming|nonconforming|not applicable|lacks data|awaits a person)(?: \"(?P<message>.*)\")?"
)


@cache
def all_blocks() -> tuple[Block, ...]:
    """Every block of every page."""
    return tuple(block for page in PAGES if page.exists() for block in blocks(page))


@pytest.mark.parametrize("block", all_blocks(), ids=str)
def test_diagnostics_are_those_promised(block: Block) -> None:
    _, diagnostics = checked_block(block)
    told = "\n\n".join(snippet(one, "en") for one in diagnostics)
    assert len(diagnostics) == len(block.promises), told
    pairs = zip(block.promises, diagnostics, strict=True)
    assert [found for promise, one in pairs if (found := breach(block, promise, one))] == [], told


@pytest.mark.parametrize("block", [one for one in all_blocks() if one.shown], ids=str)
def test_diagnostics_look_as_shown(block: Block) -> None:
    _, diagnostics = checked_block(block)
    for language, shown in block.shown.items():
        assert snippet(diagnostics[0], language) == shown


@dataclass(frozen=True, slots=True)
class Expected:
    """A line of an outcome block: the parts that are None are not asked for."""

    rule: str
    number: int
    pointer: str | None
    outcome: str
    message: str


def expected(line: str) -> Expected:
    """What a line of an outcome block says."""
    found = _OUTCOME.fullmatch(line.strip())
    assert found is not None, f"not understood: {line}"
    return Expected(
        found["rule"], int(found["number"] or 1), found["pointer"], found["outcome"], (found["message"] or "")
    )


def agrees(line: Expected, finding: Finding) -> bool:
    """Whether a finding is what a line says."""
    outcome = finding.reason.value if finding.reason is not None else finding.outcome.value
    return (
        (line.rule, line.number, line.outcome) == (finding.rule.id, finding.rule.requirement, outcome)
        and line.pointer in (None, finding.place.pointer)
        and line.message in str(finding.message)
    )


def findings_of(standard: Standard, case: Case) -> list[Finding]:
    """What the standard finds in the case's footprint, without what the reader noticed."""
    before = None if case.predecessor is None else footprint(case.predecessor).footprint
    found = assess(Interpreter(), (alone(standard),), footprint(case.document), before, AS_OF)
    return [one for one in found.findings if one.rule.standard == standard.id]


AS_OF = date(2026, 1, 1)


def footprint(text: str) -> Submission:
    """The footprint that a JSON text holds."""
    decoded = decode(text.encode(), "test.json")
    assert isinstance(decoded, JsonText), decoded
    assert isinstance(decoded.value, dict)
    submission = from_pact(decoded.value, "", "test.json", "0" * 64, nowhere, file_context([decoded.value]))
    assert isinstance(submission, Submission), submission
    return submission


CASES = [(block, number, case) for block in all_blocks() for number, case in enumerate(block.cases, 1)]


@pytest.mark.parametrize(("block", "number", "case"), CASES, ids=[f"{block}-{number}" for block, number, _ in CASES])
def test_rules_come_to_what_is_said(block: Block, number: int, case: Case) -> None:
    standard, diagnostics = checked_block(block)
    assert standard is not None, [snippet(one, "en") for one in diagnostics]
    findings = findings_of(standard, case)
    *lines, last = case.outcomes
    if not last.startswith("verdict: "):
        lines.append(last)
    shown = [
        f"{one.rule.id}#{one.rule.requirement} {one.place.pointer}: "
        f'{one.reason.value if one.reason else one.outcome.value} "{one.message}"'
        for one in findings
    ]
    agreed = len(lines) == len(findings) and all(map(agrees, map(expected, lines), findings))
    assert agreed, f"footprint {number}: said {lines}, came out {shown}"
    if last.startswith("verdict: "):
        assert last == f"verdict: {verdict(findings).value}"


def test_every_diagnostic_is_tested_with_its_place() -> None:
    promised = {promise.code for block in all_blocks() for promise in block.promises if promise.marked is not None}
    own_page = re.compile(r"P\d{4}")
    codes = {page.stem for page in (ROOT / "grammar" / "diagnostics").glob("P*.md") if own_page.fullmatch(page.stem)}
    # P0108 is about bytes, the others about several files: tests/check has them.
    assert codes - promised == {"P0108", "P0212", "P0230", "P0240", "P0241", "P0246", "P0249"}
