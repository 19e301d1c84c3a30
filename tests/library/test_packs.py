"""A standard in a pack means the same on every shelf; and what can be packed."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from footrule.library import checking
from footrule.library.beside import LARGEST_FILE, InFolder
from footrule.library.catalogue import Catalogue, NotFound
from footrule.library.lineage import built_on
from footrule.library.packed import editions_packed
from footrule.library.shelf import Edition, edition_of
from footrule.model.standard import Standard
from footrule.pack.manifest import PackedStandard
from footrule.pack.pack import Pack
from footrule.pack.pack import packed as pack_made
from footrule.text.wording import Wording, worded
from tests.library.packing import beside, on_shelf, packed, tried
from tests.library.shelves import standard

DAY = date(2026, 11, 23)
BASE = standard("base", "1.0.0", kind="library", limit="1")
NEWER = standard("base", "1.1.0", kind="library", limit="2")
GAS = standard("gas", "1.0.0", "extends base 1")
PACKED = packed(GAS, BASE)


def found(shelf: Catalogue, id: str = "gas") -> Standard:
    """The standard of that id."""
    loaded = shelf.find(id, DAY)
    assert isinstance(loaded, Standard), loaded
    return loaded


def limit(one: Standard) -> str:
    """The limit of the rule that comes from the library."""
    return one.rules[0].written.rpartition("> ")[2]


def test_a_packed_standard_is_checked_with_its_own_libraries_whatever_else_there_is() -> None:
    alone = found(on_shelf(BASE, GAS))
    for others in ([], [NEWER], [BASE, NEWER], [standard("base", "1.0.0", kind="library", limit="7")]):
        assert found(on_shelf(PACKED, *others)) == alone
        assert found(on_shelf(*others, PACKED)).sha256 == alone.sha256
    assert limit(found(on_shelf(GAS, NEWER))) == "2 kg"


def test_the_libraries_of_a_pack_are_its_own_affair() -> None:
    assert isinstance(on_shelf(PACKED).find("base", DAY), NotFound)
    assert limit(found(on_shelf(PACKED, NEWER), "base")) == "2 kg"


def test_what_extends_a_packed_standard_takes_it_as_it_was_packed() -> None:
    bottled = standard("bottled", "1.0.0", "extends gas 1")
    shelf = on_shelf(PACKED, NEWER, bottled)
    assert limit(found(shelf, "bottled")) == "1 kg"
    assert [(one.id, one.version_text) for one in built_on(shelf, bottled)] == [("gas", "1.0.0"), ("base", "1.0.0")]
    again = packed(bottled, PACKED, NEWER)
    assert [one.data for one in again.packed] == [bottled.data, GAS.data, BASE.data]
    assert found(on_shelf(again, NEWER), "bottled") == found(shelf, "bottled")


def test_two_editions_of_one_library_are_not_packed_together() -> None:
    """Each came with what extends it; in one pack, one of the two would be checked with the other's."""
    tank = packed(standard("tank", "1.0.0", "extends base 1"), standard("base", "1.1.0", kind="library", limit="1"))
    both = standard("both", "1.0.0", "extends gas 1, tank 1")
    pack = tried(both, PACKED, tank)
    assert isinstance(pack, Wording)
    assert "two editions of base (1.0.0, 1.1.0;" in str(pack)


def test_a_pack_that_is_packed_again_is_the_same_pack() -> None:
    again = tried(PACKED.edition, PACKED, NEWER)
    assert isinstance(again, Pack)
    assert PACKED.edition.pack is not None
    assert again.name == PACKED.edition.pack


def test_packs_do_not_depend_on_the_files_that_they_are_made_from(tmp_path: Path) -> None:
    names = []
    for folder in ("here", "elsewhere/deeper"):
        place = tmp_path / folder
        place.mkdir(parents=True)
        editions = []
        for name, one in (("gas.pcr", GAS), (f"{folder[0]}.pcr", BASE)):
            (place / name).write_bytes(one.data)
            read = edition_of((place / name).read_bytes(), str(place / name), InFolder(place))
            assert read is not None
            editions.append(read)
        pack = tried(*editions)
        assert isinstance(pack, Pack)
        names.append(pack.data)
    assert names[0] == names[1] == tried_bytes(GAS, BASE)


def tried_bytes(*editions: Edition) -> bytes:
    """The bytes of a pack."""
    pack = tried(*editions)
    assert isinstance(pack, Pack)
    return pack.data


# The cache


def test_a_packed_standard_and_the_same_text_on_the_shelf_never_share_what_was_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text is the same, so that only the hashes of the parents tell."""
    monkeypatch.setenv("FOOTRULE_CACHE", str(tmp_path))
    for _ in range(2):
        assert limit(found(on_shelf(PACKED, NEWER))) == "1 kg"
        assert limit(found(on_shelf(GAS, NEWER))) == "2 kg"


def test_a_packed_standard_is_checked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTRULE_CACHE", str(tmp_path))
    names: list[str] = []
    check = checking.checked

    def noting(edition: Edition, shelf: Catalogue) -> object:
        names.append(edition.name)
        return check(edition, shelf)

    monkeypatch.setattr(checking, "checked", noting)
    for _ in range(2):
        found(on_shelf(PACKED, NEWER))
    folder = "gas-1.0.0.pcrpack"
    assert names == [f"{folder}/gas-1.0.0/standard.pcr", f"{folder}/base-1.0.0/standard.pcr"]


# What is in a pack


EXAMPLE = (
    'example "one"',
    '  from "examples/one.json"',
    '  with predecessor "before.json"',
    '  with submission "other.json"',
    "  conforms",
)
FILES = {
    "examples/one.json": b"{}",
    "before.json": b"[]",
    "other.json": b"{}",
    "factors/steam.csv": b"a",
    "factors/notes.txt": b"",
    "README.md": b"",
}


def test_a_pack_holds_what_the_examples_name_and_the_tables_of_each_of_its_standards() -> None:
    base = beside(BASE, FILES | {"standard.pcr": b""}, *EXAMPLE)
    gas = beside(GAS, {"factors/gas.csv": b"b"})
    pack = tried(gas, base)
    assert isinstance(pack, Pack)
    assert sorted(pack.files) == [
        "base-1.0.0/before.json",
        "base-1.0.0/examples/one.json",
        "base-1.0.0/factors/steam.csv",
        "base-1.0.0/other.json",
        "base-1.0.0/standard.pcr",
        "gas-1.0.0/factors/gas.csv",
        "gas-1.0.0/standard.pcr",
    ]
    standard_in_manifest = pack.manifest.standard
    assert (standard_in_manifest.kind, standard_in_manifest.id, standard_in_manifest.version) == (
        "standard", "gas", "1.0.0",
    )  # fmt: skip
    (parent,) = pack.manifest.built_on
    assert (parent.id, parent.version, parent.sha256) == ("base", "1.0.0", sha256(base.data).hexdigest())
    assert dict(pack.manifest.title.texts) == {"en": "gas 1.0.0", "zh": "gas"}


def test_what_lies_beside_a_packed_standard_is_in_its_own_folder_of_the_pack() -> None:
    base = beside(BASE, FILES, *EXAMPLE)
    offer = packed(beside(GAS, {"factors/gas.csv": b"b"}), base)
    gas, parent = offer.packed
    assert gas.beside is not None
    assert parent.beside is not None
    assert (gas.beside.tables(), parent.beside.tables()) == (("factors/gas.csv",), ("factors/steam.csv",))
    assert (gas.beside.read("examples/one.json"), parent.beside.read("examples/one.json")) == (None, b"{}")


def test_tables_and_files_are_found_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "factors").mkdir()
    for name in ("b.csv", "a.csv", "notes.txt"):
        (tmp_path / "factors" / name).write_text(name)
    (tmp_path / "large.json").write_bytes(bytes(LARGEST_FILE + 1))
    folder = InFolder(tmp_path)
    assert folder.tables() == ("factors/a.csv", "factors/b.csv")
    assert (folder.read("factors/a.csv"), folder.read("none"), folder.read("factors")) == (b"a.csv", None, None)
    assert folder.read("large.json") is None
    assert InFolder(tmp_path / "none").tables() == ()


@pytest.mark.parametrize("name", ["gone.json", "../one.json", "/one.json", "a//b.json", "c:one.json", "x" * 300])
def test_a_file_that_cannot_be_packed_is_named(name: str) -> None:
    """One that is not there, or that would lie outside the folder of the standard wherever the pack is opened."""
    example = [line.replace("examples/one.json", name) for line in EXAMPLE]
    pack = tried(beside(standard("gas"), FILES | {"../one.json": b"{}"}, *example))
    assert isinstance(pack, Wording)
    assert f"gas/1.0.0.pcr cannot be packed: {name} is no file" in str(pack)


def test_a_text_that_is_not_the_one_its_manifest_names_is_refused() -> None:
    for listed in (
        PackedStandard("standard", "oil", "1.0.0", ""),
        PackedStandard("library", "base", "1.0.1", ""),
        PackedStandard("standard", "base", "1.0.0", ""),
        PackedStandard("library", "ba", "1.0.0", ""),
    ):
        pack = pack_made(listed, worded("A title", "题目"), (), {listed.file: BASE.data})
        refused = editions_packed(pack)
        assert isinstance(refused, Wording)
        assert f"{listed.file} in it is not the text of {listed.kind} {listed.id} {listed.version}" in str(refused)


def test_a_text_that_is_too_long_for_a_standard_is_refused() -> None:
    text = BASE.data + b" " * LARGEST_FILE
    listed = PackedStandard("library", "base", "1.0.0", sha256(text).hexdigest())
    refused = editions_packed(pack_made(listed, worded("A title", "题目"), (), {listed.file: text}))
    assert isinstance(refused, Wording)
    assert "larger than 4 MiB, which no standard is" in str(refused)
