"""`footrule pack`: what is packed, what is refused, and what a pack says of itself."""

from __future__ import annotations

import hashlib
import os
import time
import zipfile
from pathlib import Path

import pytest

from tests.ends import footprints, gas_works
from tests.ends.command import footrule, written
from tests.ends.gas_works import PACK, STANDARD, pack_with, packed


def test_two_packs_of_one_standard_are_the_same_bytes_wherever_and_whenever_they_are_made(tmp_path: Path) -> None:
    one, other = packed(tmp_path / "here"), packed(tmp_path / "elsewhere" / "deeper", tmp_path / "renamed.pcrpack")
    for path in (tmp_path / "elsewhere").rglob("*"):
        os.utime(path, (time.time() - 1e8, time.time() - 1e8))
    again = packed(tmp_path / "again")
    assert one.read_bytes() == other.read_bytes() == again.read_bytes()


def test_what_was_packed_is_told_with_the_content_hash(tmp_path: Path) -> None:
    library, text = gas_works.house(tmp_path / "house"), gas_works.standard(tmp_path / "gas")
    ended = pack_with(library, text, tmp_path / PACK)
    lines = ended.out.splitlines()
    with zipfile.ZipFile(tmp_path / PACK) as archive:
        digest = hashlib.sha256(archive.read("manifest.json")).hexdigest()
        assert archive.comment.decode() == f"sha256 {digest}"
        assert sorted(archive.namelist()) == [
            "bottled_gas-1.0.0/examples/good.json",
            "bottled_gas-1.0.0/factors/steam.csv",
            "bottled_gas-1.0.0/standard.pcr",
            "house-1.0.0/good.json",
            "house-1.0.0/standard.pcr",
            "manifest.json",
        ]
    assert lines[0] == f"written: {tmp_path / PACK}"
    assert lines[1] == f"sha256 {digest}"
    assert lines[2] == "bottled_gas 1.0.0: Bottled gas"
    assert lines[3] == f"built on house 1.0.0 ({hashlib.sha256(library.read_bytes()).hexdigest()})"
    assert lines[4].startswith("files 5, bytes ")


def test_a_pack_says_what_is_in_it_and_that_it_is_whole(tmp_path: Path) -> None:
    pack = packed(tmp_path)
    ended = footrule("pack", "--verify", pack)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(f"{pack} is whole\nsha256 ")
    assert "factors/steam.csv" in ended.out
    chinese = footrule("pack", "--verify", pack, "--lang", "zh")
    assert f"{pack} 完整无误" in chinese.out
    assert "bottled_gas 1.0.0: 瓶装气体" in chinese.out


def test_without_a_name_the_pack_is_called_by_id_and_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = gas_works.standard(tmp_path / "gas", STANDARD.replace("  extends house 1\n", "").replace(
        "section 1", 'document booklet "A booklet"  zh "手册"  edition "1"\n\nsection 1'))  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert footrule("pack", text).status == 0
    assert (tmp_path / PACK).exists()


def test_an_installed_standard_is_packed_by_its_id_and_its_examples_run(tmp_path: Path) -> None:
    pack = packed(tmp_path)
    folder = tmp_path / "again"
    folder.mkdir()
    ended = footrule("pack", "bottled_gas@1", "--library", pack, "-o", folder / PACK)
    assert (ended.status, ended.err) == (0, "")
    assert (folder / PACK).read_bytes() == pack.read_bytes()
    assert footrule("pack", pack, "-o", folder / PACK).status == 0


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("change", "status", "words"),
    [
        (("comment is given", "commment is given"), 1, ("error[P0", "error[P0")),
        (("house 1", "house 2"), 1, ("P0212", "P0212")),
        (("fails GAS-1", "conforms"), 1, ("the example does not say so", "而示例未列出")),
        (('"examples/good.json"', '"examples/none.json"'), 2, ("is no file below its folder", "文件夹内")),
        (('"examples/good.json"', '"../house/good.json"'), 2, ("is no file below its folder", "文件夹内")),
        (("standard bottled_gas", "norm bottled_gas"), 2, ("does not begin as a standard", "开头不是标准")),
    ],
)
def test_what_has_mistakes_or_does_not_keep_its_promises_is_not_packed(
    tmp_path: Path, change: tuple[str, str], status: int, words: tuple[str, str], language: str
) -> None:
    library = gas_works.house(tmp_path / "house")
    text = gas_works.standard(tmp_path / "gas", STANDARD.replace(*change))
    ended = footrule("pack", text, "--library", library, "-o", tmp_path / PACK, "--lang", language)
    assert ended.status == status
    assert words[language == "zh"] in ended.out + ended.err
    assert not (tmp_path / PACK).exists()


def test_the_examples_of_the_libraries_have_to_keep_their_promises_too(tmp_path: Path) -> None:
    library = gas_works.house(tmp_path / "house")
    library.write_text(library.read_text().replace("set pcf.mass to 0", "set pcf.mass to 1"))
    ended = pack_with(library, gas_works.standard(tmp_path / "gas"), tmp_path / PACK)
    assert ended.status == 1
    assert "HOUSE-1 should be nonconforming, and is not" in ended.out
    assert "not packed: examples do not come out as they promise" in ended.err


def test_what_cannot_be_found_or_written_is_2(tmp_path: Path) -> None:
    pack = packed(tmp_path)
    for arguments, words in (
        (("bottledgas", "--library", pack), "did you mean bottled_gas?"),
        ((tmp_path / "none.pcr",), "there is no such file"),
        (("bottled_gas", "--library", pack, "-o", tmp_path), "cannot be written"),
        (("--verify", tmp_path / "none.pcrpack"), "there is no such file"),
        (("--verify", tmp_path / "gas" / "gas.pcr"), "is no pack"),
    ):
        ended = footrule("pack", *arguments)
        assert (ended.status, ended.out) == (2, "")
        assert words in ended.err


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_altered_pack_is_refused_by_every_command_in_one_sentence(tmp_path: Path, language: str) -> None:
    pack = packed(tmp_path)
    data = pack.read_bytes()
    pack.write_bytes(data.replace(b"pcf.mass > 0 kg", b"pcf.mass < 9 kg"))
    good = written(tmp_path, "good.json", footprints.conforming())
    said = {"en": "house-1.0.0/standard.pcr in it is not what its manifest says", "zh": "与清单不符"}[language]
    for command in (
        ("check", good, "--standard", pack),
        ("check", good, "--library", pack),
        ("list", "--library", tmp_path),
        ("show", pack, "GAS-1"),
        ("show", "--effective", pack),
        ("diff", pack, "house"),
        ("coverage", pack),
        ("schema", pack),
        ("docs", pack),
        ("lint", pack),
        ("test", pack),
        ("pack", pack),
        ("pack", "--verify", pack),
        ("lint", tmp_path / "gas" / "gas.pcr", "--library", pack),
    ):
        ended = footrule(*command, "--lang", language)
        assert (ended.status, ended.out) == (2, ""), command
        assert said in ended.err
        assert len(ended.err.splitlines()) == 1
