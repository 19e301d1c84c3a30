"""Packs that distributions of Python announce: found without running any of their code, or told."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from footrule.library.gathering import Origin, Shelf, shelf
from footrule.library.installed import Announced, announced, installed, values
from footrule.text.wording import Wording
from tests.library.packing import tried
from tests.library.shelves import standard

GAS = standard("gas")
BASE = standard("base", kind="library")
CHILD = standard("child", "1.0.0", "extends base 1")
_pack = tried(CHILD, BASE)
assert not isinstance(_pack, Wording)
PACK = _pack.data
FILES = {"child.pcrpack": PACK, "texts/gas.pcr": GAS.data}
TRAP = b"raise SystemExit('the code of a package with packs was run')\n"


def distribution(
    site: Path,
    value: str,
    files: Mapping[str, bytes] = FILES,
    name: str = "acme_packs-1.2",
    package: str = "acme_packs",
) -> Path:
    """Install a distribution as pip does it: a package with files, and metadata that announces them."""
    for file, data in {"__init__.py": TRAP, **files}.items():
        path = site / package / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    metadata = site / f"{name}.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-packs\nVersion: 1.2\n")
    (metadata / "entry_points.txt").write_text(
        f"[console_scripts]\nacme = acme:main\n\n[footrule.packs]\n# a comment\nacme = {value}\n"
    )
    return site


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the path, and nothing else that could have packs."""
    monkeypatch.setattr(sys, "path", [str(tmp_path), *(one for one in sys.path if "site-packages" not in one)])
    return tmp_path


def names() -> list[str]:
    """What is installed, by the names under which it is told."""
    found = installed()
    assert not isinstance(found, Wording), found
    return [one.edition.name if one.edition.pack is None else one.edition.pack.name for one in found]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("acme_packs", ["acme_packs/child.pcrpack", "acme_packs/texts/gas.pcr"]),
        ("acme_packs:texts", ["acme_packs/texts/gas.pcr"]),
        ("acme_packs:child.pcrpack", ["acme_packs/child.pcrpack"]),
        ("acme_packs : child.pcrpack", ["acme_packs/child.pcrpack"]),
    ],
)
def test_an_entry_point_names_a_package_or_something_in_it(site: Path, value: str, expected: list[str]) -> None:
    distribution(site, value)
    assert names() == [f"acme-packs 1.2: {one}" for one in expected]
    assert "acme_packs" not in sys.modules


def test_a_package_within_packages_is_found_and_none_of_them_is_run(site: Path) -> None:
    distribution(site, "acme.shelves.packs", package="acme/shelves/packs")
    for folder in (site / "acme", site / "acme" / "shelves"):
        (folder / "__init__.py").write_bytes(TRAP)
    assert names() == [
        "acme-packs 1.2: acme.shelves.packs/child.pcrpack",
        "acme-packs 1.2: acme.shelves.packs/texts/gas.pcr",
    ]


def test_a_folder_without_code_is_a_package_too(site: Path) -> None:
    distribution(site, "acme_packs")
    (site / "acme_packs" / "__init__.py").unlink()
    assert len(names()) == 2


def test_installed_packs_stand_on_the_shelf_before_what_ships(site: Path) -> None:
    distribution(site, "acme_packs")
    found = shelf()
    assert isinstance(found, Shelf)
    assert {one.id for one in found.editions if found.origin(one) is Origin.INSTALLED} == {"child", "gas"}
    assert found.notices == ()


def test_an_application_that_is_one_file_has_its_packs_in_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distribution(site / "unpacked", "acme_packs:texts")
    application = site / "application.pyz"
    with zipfile.ZipFile(application, "w") as archive:
        for path in sorted((site / "unpacked").rglob("*")):
            archive.write(path, path.relative_to(site / "unpacked").as_posix())
    monkeypatch.setattr(sys, "path", [str(application), *sys.path[1:]])
    assert names() == ["acme-packs 1.2: acme_packs/texts/gas.pcr"]


def test_of_two_distributions_of_one_name_the_first_on_the_path_counts(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distribution(site, "acme_packs:texts")
    distribution(site / "second", "acme_packs", name="Acme.Packs-2.0")
    path = [str(site), str(site / "second"), str(site)]
    assert list(announced(path)) == [Announced("acme-packs 1.2", "acme_packs:texts")]


@pytest.mark.parametrize(
    "value",
    ["acme_none", "acme_packs:none", "acme_packs:.", "acme_packs:..", "acme_packs:../x", "acme packs", "", "sys",
     "acme_packs.none", "acme_packs.none.at_all", "__main__", "acme_packs:none.pcrpack"],
)  # fmt: skip
def test_what_is_announced_and_not_there_is_told(site: Path, value: str) -> None:
    distribution(site, value)
    found = installed()
    assert isinstance(found, Wording)
    assert found.languages == ("en", "zh")
    assert str(found) == f"acme-packs 1.2 is installed and announces packs in {value}, where there are none"


def test_a_damaged_pack_is_refused_with_the_name_of_its_distribution(site: Path) -> None:
    distribution(site, "acme_packs", {"child.pcrpack": PACK[:-1] + b"!"})
    found = installed()
    assert isinstance(found, Wording)
    assert str(found).startswith("acme-packs 1.2: acme_packs/child.pcrpack was altered")


def test_paths_that_are_no_folders_are_passed_over(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "text").write_text("no archive")
    (site / "odd-1.0.egg-info").write_text("metadata of old, without entry points")
    monkeypatch.setattr(sys, "path", ["", str(site / "none"), str(site / "text"), str(site)])
    monkeypatch.chdir(site)
    assert installed() == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("[footrule.packs]\na = b", ["b"]),
        ("[ footrule.packs ]\r\n a=b:c \n\nd = e\n", ["b:c", "e"]),
        ("[footrule.packs.more]\na = b\n[other]\nfootrule.packs = c", []),
        ("[other]\na = b\n[footrule.packs]\n; a = b\n#c = d\nno value\n[more]\ne = f", []),
    ],
)
def test_the_group_is_read_and_no_other(text: str, expected: list[str]) -> None:
    assert list(values(text)) == expected
