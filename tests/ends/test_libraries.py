"""Packs in use: `--library` and packs in the place of a standard, on every command that needs one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ends import footprints, gas_works
from tests.ends.command import Ended, footrule, process, written
from tests.ends.gas_works import STANDARD, packed
from tests.house.checkout import ROOT


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack, whose library asks for a mass above zero."""
    return packed(tmp_path_factory.mktemp("works"))


def content_hash(pack: Path) -> str:
    """The hash that a pack says it has."""
    return footrule("pack", "--verify", pack).out.splitlines()[1].removeprefix("sha256 ")


def checked(file: Path, *arguments: object) -> Ended:
    """A check with a report in JSON."""
    return footrule("check", file, "--as-of", "2026-11-23", "--format", "json", *arguments)


@pytest.fixture
def light(tmp_path: Path) -> Path:
    """A footprint of a product of 2.36 kg."""
    return written(tmp_path, "light.json", footprints.pact3())


def test_the_report_names_the_pack_and_its_hash(pack: Path, light: Path) -> None:
    for arguments in (("--standard", pack), ("--standard", "bottled_gas", "--library", pack)):
        ended = checked(light, *arguments)
        assert (ended.status, ended.err) == (0, "")
        (standard,) = ended.report[0]["standards"]
        assert (standard["id"], standard["version"]) == ("bottled_gas", "1.0.0")
        assert standard["pack"] == {"name": str(pack), "sha256": content_hash(pack)}
    told = footrule("check", light, "--standard", pack)
    assert f"SHA-256 {content_hash(pack)}" in told.out
    assert "标准包" in footrule("check", light, "--standard", pack, "--lang", "zh").out


def test_without_a_pack_the_report_says_so(light: Path) -> None:
    (standard,) = checked(light, "--standard", "pact").report[0]["standards"]
    assert standard["pack"] is None
    assert "SHA-256" not in footrule("check", light, "--standard", "pact").out


def test_a_pack_is_checked_with_its_own_library_whatever_other_edition_there_is(
    tmp_path: Path, pack: Path, light: Path
) -> None:
    """The other edition is newer, and asks for more than the product weighs."""
    newer = gas_works.house(tmp_path / "newer", "1.1.0", "100")
    text = gas_works.standard(tmp_path / "gas")
    shelf = ("--library", newer)
    with_newer = checked(light, "--standard", text, *shelf)
    assert (with_newer.status, with_newer.report[0]["standards"][0]["pack"]) == (1, None)
    for _ in range(2):
        assert checked(light, "--standard", pack, *shelf).status == 0
        assert checked(light, "--standard", "bottled_gas", "--library", pack, *shelf).status == 0
        assert checked(light, "--standard", text, *shelf).status == 1
    together = checked(light, "--standard", pack, "--standard", "house", *shelf)
    assert together.status == 1
    assert [(one["id"], one["version"]) for one in together.report[0]["standards"]] == [
        ("bottled_gas", "1.0.0"), ("house", "1.1.0"),
    ]  # fmt: skip


def test_a_claim_finds_what_is_in_a_pack(tmp_path: Path, pack: Path) -> None:
    document = footprints.verified(footprints.pact3(), "HOUSE-1")
    document["extensions"][0]["data"]["inventory"]["standard"] = {"id": "bottled_gas"}
    file = written(tmp_path, "claim.json", document)
    assert checked(file).report[0]["standards"] == []
    (standard,) = checked(file, "--library", pack).report[0]["standards"]
    assert standard["pack"]["sha256"] == content_hash(pack)


def test_the_network_and_the_folder_it_was_made_in_are_not_needed(tmp_path: Path, light: Path) -> None:
    """The pack alone is carried to another place; what it was made from is gone."""
    made = packed(tmp_path / "works")
    carried = tmp_path / "elsewhere"
    carried.mkdir()
    (carried / made.name).write_bytes(made.read_bytes())
    for path in sorted((tmp_path / "works").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    ended = process(
        "check", light, "--standard", made.name, cwd=carried, env={"FOOTRULE_CACHE": str(tmp_path / "cache")}
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "not as promised 0" in footrule("test", carried / made.name).out


def test_what_is_on_the_shelf_is_listed_with_where_it_is_from(tmp_path: Path, pack: Path) -> None:
    house = gas_works.house(tmp_path / "house")
    ended = footrule("list", "--library", pack, "--library", house)
    assert (ended.status, ended.err) == (0, "")
    lines = {line.split()[1]: line for line in ended.out.splitlines()}
    assert lines["bottled_gas"].split()[3:] == [str(pack), content_hash(pack)[:12], "Bottled", "gas", "(2", "rules)"]
    assert str(house) in lines["house"]
    assert "shipped" in lines["pact"]
    assert "随附" in footrule("list", "--lang", "zh").out


COMMANDS: dict[str, Callable[[Path], tuple[tuple[object, ...], str]]] = {
    "show": lambda pack: (("show", "bottled_gas", "GAS-1", "--library", pack), "There is a comment"),
    "show what was taken in": lambda pack: (("show", pack, "HOUSE-1"), "Rules of the house 1.0.0, section 1"),
    "show --effective": lambda pack: (("show", "--effective", pack), "from house, section 1"),
    "diff": lambda pack: (("diff", "bottled_gas", pack, "--library", pack), "nothing changed"),
    "coverage": lambda pack: (("coverage", "bottled_gas", "--library", pack), "no document that it cites"),
    "schema": lambda pack: (("schema", "bottled_gas@1.0", "--library", pack), "urn:footrule:schema:bottled_gas"),
    "docs": lambda pack: (("docs", "bottled_gas", "--library", pack), "Rules of the house"),
    "lint": lambda pack: (("lint", pack), "standard.pcr: no mistakes"),
    "test": lambda pack: (("test", pack), "bottled_gas 1.0.0: rules 1, examples 1, not as promised 0"),
    "test in JSON": lambda pack: (("test", pack, "--format", "json", "--mutate"), '"mutants_noticed"'),
    "in place of an id": lambda pack: (("coverage", pack), "Bottled gas"),
}  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_packs(pack: Path, name: str) -> None:
    arguments, words = COMMANDS[name](pack)
    ended = footrule(*arguments)
    assert (ended.status, ended.err) == (0, "")
    assert words in ended.out
    folder = [pack.parent / "gas" / "none" if one == pack else one for one in arguments]
    assert footrule(*folder).status == 2


def test_a_text_may_extend_what_is_in_a_pack(tmp_path: Path, pack: Path) -> None:
    text = STANDARD.replace("bottled_gas", "tank_gas").replace("house 1", "bottled_gas 1")
    text = text.replace("rule GAS-1", "rule TANK-1").replace("fails GAS-1", "fails GAS-1, TANK-1")
    file = gas_works.standard(tmp_path / "tank", text)
    assert footrule("lint", file).status == 1
    for command in ("lint", "test", "docs", "schema"):
        ended = footrule(command, file, "--library", pack)
        assert (ended.status, ended.err) == (0, ""), ended
    assert "HOUSE-1" in footrule("docs", file, "--library", pack).out
    changed = footrule("diff", pack, file, "--library", pack)
    assert (changed.status, changed.err) == (0, "")
    assert "TANK-1" in changed.out


def test_all_standards_of_a_pack_are_tested(pack: Path) -> None:
    lines = footrule("test", pack).out.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["bottled_gas 1.0.0", "house 1.0.0"]
    report = json.loads(footrule("test", pack, "--format", "json").out)
    assert [one["file"] for one in report] == [
        f"{pack}/bottled_gas-1.0.0/standard.pcr", f"{pack}/house-1.0.0/standard.pcr",
    ]  # fmt: skip


def test_nothing_is_mended_in_a_pack(pack: Path) -> None:
    before = pack.read_bytes()
    for command in (("lint", "--fix"), ("fmt",), ("fmt", "--check")):
        ended = footrule(*command, pack)
        assert (ended.status, ended.out) == (2, "")
        assert "a pack is never changed" in ended.err
    assert pack.read_bytes() == before


def test_two_packs_of_one_version_are_compared_and_never_used_together(tmp_path: Path, pack: Path, light: Path) -> None:
    other = packed(tmp_path / "other", limit="1")
    compared = footrule("diff", pack, other)
    assert (compared.status, compared.err) == (0, "")
    assert "HOUSE-1" in compared.out
    ended = checked(light, "--standard", pack, "--library", other)
    assert (ended.status, ended.out) == (2, "")
    assert f"bottled_gas 1.0.0 is in {other} and in {pack}, and they differ: keep one of them" in ended.err


def test_what_is_named_goes_before_what_ships_and_that_it_differs_is_told(tmp_path: Path, light: Path) -> None:
    """In a folder as one keeps it: the same text as what ships is nothing to tell, another one is."""
    shipped = ROOT / "rules" / "pact" / "pact.pcr"
    assert footrule("list", "--library", shipped).err == ""
    text = shipped.read_text(encoding="utf-8")
    other = written(tmp_path, "pact.pcr", text.replace("exemption_cap = 3 %", "exemption_cap = 0.1 %"))
    for command in (("check", light, "--standard", "pact"), ("diff", "pact", "ethylene")):
        ended = footrule(*command, "--library", other)
        assert ended.status in (0, 1)
        assert ended.err == (
            f"footrule: pact 1.0.0 is taken from {other}; the text in rules/pact/pact.pcr is another\n"
        )
    assert "PACT-C14" in footrule("check", light, "--standard", "pact", "--library", other).out


def test_a_draft_is_applied_and_not_what_ships_under_its_version(tmp_path: Path, light: Path) -> None:
    text = (ROOT / "rules" / "pact" / "pact.pcr").read_text(encoding="utf-8")
    draft = written(tmp_path, "pact.pcr", text.replace("exemption_cap = 3 %", "exemption_cap = 0.1 %"))
    ended = footrule("check", light, "--standard", draft)
    assert (ended.status, ended.err) == (1, "")
    assert "at most 0.1 %" in ended.out


def test_a_pack_that_is_named_twice_is_one(pack: Path, light: Path) -> None:
    ended = checked(light, "--standard", pack, "--library", pack, "--standard", pack)
    assert (ended.status, ended.err) == (0, "")
    assert len(ended.report[0]["standards"]) == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none", None, "there is no such file"),
        ("text.pcr", "no standard", "does not begin as a standard does"),
        ("text.md", "no standard", "does not begin as a standard does"),
        ("text.pcrpack", "no pack", "is no pack"),
    ],
)
def test_a_library_that_is_none_is_refused(tmp_path: Path, name: str, content: str | None, words: str) -> None:
    path = tmp_path / name if content is None else written(tmp_path, name, content)
    ended = footrule("list", "--library", path)
    assert (ended.status, ended.out) == (2, "")
    assert words in ended.err


def test_an_installed_pack_is_on_every_shelf(
    tmp_path: Path, pack: Path, light: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "acme_packs"
    package.mkdir()
    (package / pack.name).write_bytes(pack.read_bytes())
    metadata = tmp_path / "acme_packs-1.2.dist-info"
    metadata.mkdir()
    written(metadata, "entry_points.txt", "[footrule.packs]\nacme = acme_packs\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert f"acme-packs 1.2: acme_packs/{pack.name} {content_hash(pack)[:12]}" in footrule("list").out
    (standard,) = checked(light, "--standard", "bottled_gas").report[0]["standards"]
    assert standard["pack"] == {"name": f"acme-packs 1.2: acme_packs/{pack.name}", "sha256": content_hash(pack)}
    (package / pack.name).write_bytes(pack.read_bytes()[:-1])
    ended = checked(light, "--standard", "pact")
    assert (ended.status, ended.out) == (2, "")
    assert f"acme-packs 1.2: acme_packs/{pack.name} is cut off" in ended.err
