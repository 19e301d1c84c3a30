"""Tables of factors beside a standard (`factors/*.csv`): whoever uses the standard asks them, and no other one does.

They come after the user's own tables and before those that ship, and are not read before a rule asks.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.ends.command import Ended, footrule
from tests.ends.test_check_with_factors import EXAMPLE, EXAMPLES, TABLE
from tests.house.checkout import ROOT

LIBRARY = """library power 1.0.0
  title         "Power"  zh "电力"

document booklet "A booklet"  zh "手册"  edition "1"

define power_by_contract = factor("own.power", 2025-06-01, "CN").emission_per_energy
"""
CHILD = EXAMPLES.replace('document booklet "A booklet"  zh "手册"  edition "1"\n', "  extends power 1\n").replace(
    'factor("own.power", 2025-06-01, "CN").emission_per_energy', "power_by_contract"
)
BROKEN = '"0,0123"'
SAID = "0,0123 has a decimal comma; write 0.0123"


def table(value: str = "0.0123", name: str = "own") -> str:
    return TABLE.format(value=value, status="verified").replace("# table: own", f"# table: {name}")


def folder(place: Path, text: str = EXAMPLES, **tables: str) -> Path:
    """A standard in a folder with its example and tables beside it."""
    (place / "examples").mkdir(parents=True)
    (place / "factors").mkdir()
    (place / "examples" / "plant.json").write_bytes(EXAMPLE.read_bytes())
    for name, content in tables.items():
        (place / "factors" / f"{name}.csv").write_text(content, encoding="utf-8")
    (place / "gas.pcr").write_text(text, encoding="utf-8")
    return place / "gas.pcr"


def checked(*options: object) -> Ended:
    return footrule("check", EXAMPLE, "--format", "json", *options)


def values(ended: Ended) -> list[str]:
    """What the rule read of the factor database."""
    ((finding,),) = ([one for one in each["findings"] if one["rule"]["id"] == "GAS-1"] for each in ended.report)
    return [one["value"] for one in finding["values"] if one["value"].startswith("own.power")]


def packed(standard: Path, *options: object) -> Path:
    pack = standard.parent.parent / "gas.pcrpack"
    ended = footrule("pack", standard, "-o", pack, *options)
    assert (ended.status, ended.err) == (0, ""), ended.out
    return pack


def test_a_rule_asks_the_tables_beside_its_standard_and_the_report_says_whose_they_are(tmp_path: Path) -> None:
    standard = folder(tmp_path / "gas", own=table())
    digest = hashlib.sha256((tmp_path / "gas/factors/own.csv").read_bytes()).hexdigest()
    ended = checked("--standard", standard)
    assert (ended.status, ended.err) == (0, "")
    assert ended.report[0]["factor_tables"] == [
        {"name": "own", "sha256": digest, "ships_with_engine": False, "standard": "bottled_gas 1.0.0"}
    ]
    text = footrule("check", EXAMPLE, "--standard", standard)
    assert f"own (bottled_gas 1.0.0, {digest[:12]})" in text.squeezed


def test_so_do_its_examples(tmp_path: Path) -> None:
    ended = footrule("test", folder(tmp_path / "gas", own=table()))
    assert (ended.status, ended.err) == (0, ""), ended.out


@pytest.mark.parametrize("way", ["given", "on the shelf", "installed"])
def test_they_travel_in_a_pack(tmp_path: Path, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = packed(folder(tmp_path / "gas", own=table()))
    if way == "installed":
        (tmp_path / "site/acme").mkdir(parents=True)
        (tmp_path / "site/acme/gas.pcrpack").write_bytes(pack.read_bytes())
        (tmp_path / "site/acme-1.dist-info").mkdir()
        (tmp_path / "site/acme-1.dist-info/entry_points.txt").write_text("[footrule.packs]\na = acme\n")
        monkeypatch.syspath_prepend(tmp_path / "site")
    options: dict[str, list[object]] = {
        "given": ["--standard", pack],
        "on the shelf": ["--library", pack, "--standard", "bottled_gas"],
        "installed": ["--standard", "bottled_gas"],
    }
    ended = checked(*options[way])
    assert (ended.status, ended.err) == (0, "")
    assert values(ended) == ["own.power.2025: 0.0123 kg CO2e/kWh"]
    tested = footrule("test", pack)
    assert (tested.status, tested.err) == (0, ""), tested.out


def test_the_tables_of_the_user_answer_first(tmp_path: Path) -> None:
    standard = folder(tmp_path / "gas", own=table())
    (tmp_path / "mine.csv").write_text(table("0.05", name="mine"), encoding="utf-8")
    assert values(checked("--standard", standard, "--factors", tmp_path / "mine.csv")) == [
        "own.power.2025: 0.05 kg CO2e/kWh"
    ]


def test_a_user_may_name_the_same_tables(tmp_path: Path) -> None:
    standard = folder(tmp_path / "gas", own=table())
    assert checked("--standard", standard, "--factors", standard.parent / "factors").status == 0


def test_what_a_standard_is_built_on_brings_its_own_tables(tmp_path: Path) -> None:
    library = folder(tmp_path / "power", LIBRARY, own=table())
    standard = folder(tmp_path / "gas", CHILD)
    ended = checked("--standard", standard, "--library", library)
    assert values(ended) == ["own.power.2025: 0.0123 kg CO2e/kWh"]
    assert ended.report[0]["factor_tables"][0]["standard"] == "power 1.0.0"
    pack = packed(standard, "--library", library)
    assert values(checked("--standard", pack)) == ["own.power.2025: 0.0123 kg CO2e/kWh"]


def test_the_tables_of_a_standard_answer_before_those_of_what_it_is_built_on(tmp_path: Path) -> None:
    library = folder(tmp_path / "power", LIBRARY, own=table())
    standard = folder(tmp_path / "gas", CHILD, nearer=table("0.04", name="nearer"))
    ended = checked("--standard", standard, "--library", library)
    assert values(ended) == ["own.power.2025: 0.04 kg CO2e/kWh"]


def test_no_other_standard_asks_them(tmp_path: Path) -> None:
    other = folder(tmp_path / "other", EXAMPLES.replace("bottled_gas", "other_gas"))
    ended = checked("--standard", other, "--library", folder(tmp_path / "gas", own=table()))
    assert ended.verdicts == ["undetermined"]


def test_a_table_that_is_changed_is_read_anew(tmp_path: Path) -> None:
    standard = folder(tmp_path / "gas", own=table())
    assert values(checked("--standard", standard)) == ["own.power.2025: 0.0123 kg CO2e/kWh"]
    (tmp_path / "gas/factors/own.csv").write_text(table("0.0124"), encoding="utf-8")
    assert values(checked("--standard", standard)) == ["own.power.2025: 0.0124 kg CO2e/kWh"]


# Tables that are not in order


def test_by_a_broken_table_nothing_is_assessed(tmp_path: Path) -> None:
    standard = folder(tmp_path / "gas", own=table(BROKEN))
    ended = checked("--standard", standard)
    assert (ended.status, ended.verdicts) == (2, ["not assessed"])
    assert f"gas/factors/own.csv:8: value: {SAID}" in ended.report[0]["remark"]
    assert ended.report[0]["findings"] == []
    chinese = checked("--standard", standard, "--lang", "zh").report[0]["remark"]
    assert chinese.startswith("标准自带的因子表无法使用：") and "own.csv:8" in chinese


def test_nothing_is_computed_by_it_either(tmp_path: Path) -> None:
    text = (ROOT / "standards/ethylene/standard.pcr").read_text(encoding="utf-8")
    standard = folder(tmp_path / "gas", text, own=table(BROKEN))
    inventory = ROOT / "standards/ethylene/examples/naphtha-cracking.json"
    ended = footrule("compute", inventory, "--standard", standard, "--as-of", "2026-11-23")
    assert (ended.status, ended.out) == (2, "")
    assert SAID in ended.err


def test_its_author_is_told_by_lint_test_and_pack(tmp_path: Path) -> None:
    standard = folder(tmp_path / "gas", own=table(BROKEN))
    line = f"{tmp_path}/gas/factors/own.csv:8: value: {SAID}"
    for command in ("lint", "test", "pack"):
        ended = footrule(command, standard)
        assert (ended.status, ended.out, ended.err) == (1, f"{line}\n", ""), command
    (told,) = footrule("lint", standard, "--format", "json").report
    assert (told["line"], told["file"]) == (8, f"{tmp_path}/gas/factors/own.csv")
    assert footrule("test", standard, "--format", "json").report[0]["diagnostics"] == [told]
    assert footrule("lint", standard, "--format", "github").out.startswith("::error file=")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("ipcc-gwp", table(name="ipcc-gwp"), "a table that ships is called ipcc-gwp too"),
        ("own", "PK\x03\x04", "this is a workbook; save the sheet as CSV (UTF-8)"),
    ],
)
def test_what_is_refused_of_tables_of_ones_own_is_refused_here(
    tmp_path: Path, name: str, content: str, words: str
) -> None:
    ended = footrule("lint", folder(tmp_path / "gas", **{name: content}))
    assert ended.status == 1
    assert f"factors/{name}.csv: {words}" in ended.out


def test_another_table_of_the_same_name_is_refused(tmp_path: Path) -> None:
    library = folder(tmp_path / "power", LIBRARY, own=table())
    standard = folder(tmp_path / "gas", CHILD, own=table("0.04"))
    ended = footrule("lint", standard, "--library", library)
    assert f"{tmp_path}/power/factors/own.csv: a table of bottled_gas 1.0.0 is called own too" in ended.out


def test_what_is_no_table_of_factors_is_passed_over(tmp_path: Path) -> None:
    places = (ROOT / "factors/geography.csv").read_text(encoding="utf-8")
    standard = folder(tmp_path / "gas", own=table(), places=places)
    (tmp_path / "gas/factors/.own.csv").write_text("left by a program", encoding="utf-8")
    (tmp_path / "gas/factors/notes.txt").write_text("a note", encoding="utf-8")
    assert checked("--standard", standard).status == 0


def test_tables_are_not_read_where_nothing_is_asked(tmp_path: Path) -> None:
    asks = 'pcf.fossil / pcf.mass > factor("own.power", 2025-06-01, "CN").emission_per_energy * 1 kWh/kg'
    standard = folder(tmp_path / "gas", EXAMPLES.replace(asks, "pcf.fossil > 0 kg CO2e"), own=table(BROKEN))
    assert checked("--standard", standard).status == 0


def test_two_places_that_differ_in_their_tables_alone_contradict_each_other(tmp_path: Path) -> None:
    one, other = folder(tmp_path / "one", own=table()), folder(tmp_path / "other", own=table("0.04"))
    ended = checked("--standard", "bottled_gas", "--library", one, "--library", other)
    assert ended.status == 2
    assert "bottled_gas 1.0.0 is in" in ended.err and "they differ: keep one of them" in ended.err
