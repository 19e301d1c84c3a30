"""`footrule backtest`: what a changed standard would do to documents that are there already."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ends import footprints
from tests.ends.command import Ended, footrule, written
from tests.house.checkout import ROOT

PACT = (ROOT / "rules" / "pact" / "pact.pcr").read_text(encoding="utf-8")
CHANGED = PACT.replace("library pact 1.0.0", "library pact 1.1.0").replace(
    "exemption_cap = 3 %", "exemption_cap = 0.1 %"
)
DOCUMENTS = [footprints.conforming(), footprints.nonconforming(), footprints.undetermined()]
LINES = "".join(footprints.text(one, None) + "\n" for one in DOCUMENTS)


def backtest(folder: Path, *arguments: object, changed: str = CHANGED) -> Ended:
    """A backtest of a changed `pact` on three footprints."""
    new, file = written(folder, "new.pcr", changed), written(folder, "many.ndjson", LINES)
    return footrule("backtest", "pact@1", new, file, "--as-of", "2026-11-23", "--workers", 1, *arguments)


def test_it_says_which_verdicts_and_rules_change_and_shows_examples(tmp_path: Path) -> None:
    ended = backtest(tmp_path)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("pact 1.0.0 → pact 1.1.0")
    assert "2 of 3 footprints have another verdict" in ended.out
    assert "NEWLY BROKEN (1)\n  PACT-C14  3 footprints" in ended.out
    assert f"{tmp_path}/many.ndjson:3" in ended.out
    assert "at most 0.1 % may be" in ended.out
    matrix = ended.out.partition("VERDICTS")[2].splitlines()[2:5]
    assert [line.split() for line in matrix] == [
        ["conforming", "0", "1", "0"], ["nonconforming", "0", "1", "0"], ["undetermined", "0", "1", "0"],
    ]  # fmt: skip
    chinese = backtest(tmp_path, "--lang", "zh")
    assert "新出现不符合（1）" in chinese.out


def test_it_is_told_in_json_too_and_several_processes_say_the_same(tmp_path: Path) -> None:
    one = json.loads(backtest(tmp_path, "--format", "json", "--examples", 1).out)
    assert (one["footprints"], one["unreadable"], one["other_verdict"]) == (3, 0, 2)
    assert one["verdicts"]["conforming"]["nonconforming"] == 1
    (change,) = one["rules"]
    assert (change["rule"], change["change"], change["footprints"]) == ("PACT-C14", "newly broken", 3)
    (example,) = change["examples"]
    assert example["line"] == 1
    assert example["id"] == DOCUMENTS[0]["id"]
    two = json.loads(backtest(tmp_path, "--format", "json", "--examples", 1, "--workers", 2).out)
    assert two == one


def test_the_other_way_round_the_rule_is_no_longer_broken(tmp_path: Path) -> None:
    new, file = written(tmp_path, "new.pcr", CHANGED), written(tmp_path, "many.ndjson", LINES)
    ended = footrule("backtest", new, "pact", file, "--as-of", "2026-11-23", "--workers", 1)
    assert "NO LONGER BROKEN (1)\n  PACT-C14  3 footprints" in ended.out
    assert "at most 0.1 % may be" in ended.out


def test_rules_that_come_and_go_are_listed(tmp_path: Path) -> None:
    ended = backtest(tmp_path, changed=CHANGED.replace("PACT-C14", "PACT-C99"))
    assert "RULES ADDED (1)\n  PACT-C99" in ended.out
    assert "RULES REMOVED (1)\n  PACT-C14" in ended.out


def test_a_standard_beside_itself_changes_nothing(tmp_path: Path) -> None:
    ended = backtest(tmp_path, changed=PACT)
    assert "0 of 3 footprints have another verdict" in ended.out
    assert "no rule on any of them" in ended.out


def test_what_cannot_be_read_is_counted_apart(tmp_path: Path) -> None:
    broken = written(tmp_path, "broken.ndjson", LINES + "{\n")
    ended = footrule("backtest", "pact", "pact", broken, "--workers", 1)
    assert ended.status == 2
    assert "1 more could not be read" in ended.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["pakt", "pact", "x.json"], "did you mean pact?"),
        (["pact", "nowhere.pcr", "x.json"], "nowhere.pcr"),
        (["pact", "pact", "x.json", "--examples", "many"], "--examples many"),
        (["pact", "pact", "x.json", "--workers", "0"], "--workers 0"),
        (["pact", "pact", "x.json", "--as-of", "never"], "--as-of never"),
    ],
)
def test_what_cannot_be_done_is_told_at_once(arguments: list[str], says: str) -> None:
    ended = footrule("backtest", *arguments)
    assert (ended.status, ended.out) == (2, "")
    assert says in ended.err
