"""The wheel holds the engine and the repository's grammar, rules and standards, byte for byte, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.house.checkout import DATA_FOLDERS, ENGINE, ROOT, files


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wheel and an sdist built from this checkout."""
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def expected_contents() -> dict[str, bytes]:
    """What the wheel should hold, by its path in the wheel."""
    engine = {f"footrule/{path.relative_to(ENGINE).as_posix()}": path.read_bytes() for path in files("engine/footrule")}
    data = {
        f"footrule/_data/{path.relative_to(ROOT).as_posix()}": path.read_bytes()
        for path in files(*DATA_FOLDERS)
        if not path.name.startswith(".")
    }
    return engine | data


def test_the_wheel_is_the_checkout(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        contents = {name: wheel.read(name) for name in wheel.namelist() if ".dist-info/" not in name}
    expected = expected_contents()
    assert sorted(contents) == sorted(expected)
    assert [name for name in expected if contents[name] != expected[name]] == []


def test_the_wheel_carries_each_data_folder_and_the_licence(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    for folder in DATA_FOLDERS:
        assert any(name.startswith(f"footrule/_data/{folder}/") for name in names), folder
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert "footrule/_data/grammar/footrule.lark" in names
    assert "footrule/syntax/tables.bin" in names


def test_the_sdist_can_be_built_and_tested_from(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.split("/", 1)[1] for name in sdist.getnames() if "/" in name}
    wanted = {path.relative_to(ROOT).as_posix() for path in files("engine", "tests", "examples", *DATA_FOLDERS)}
    wanted |= {"LICENSE", "Makefile", "README.md", "pyproject.toml"}
    assert wanted - names == set()


def test_the_checkout_has_no_copy_of_the_data() -> None:
    assert not (ENGINE / "_data").exists()
