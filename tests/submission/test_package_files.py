"""A package is a folder or a zip archive: what lies in it decides, and what cannot be read is told."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from pathlib import Path

import pytest

from footrule.submission import package_files
from footrule.submission.file_and_pointer import pointer_in
from footrule.submission.intake import Unreadable
from footrule.submission.package import Package, PackageFinding
from footrule.submission.pact_findings import Spot, not_listed
from footrule.submission.read_package import read_package
from tests.submission.ilcd_packages import ilcd
from tests.submission.openlca_packages import openlca
from tests.submission.packages import COAL, UNIT, listed, noticed, pack, places, write


def refused(path: Path | str) -> str:
    """The kind of a refusal, with its English message."""
    found = read_package(path)
    assert isinstance(found, Unreadable), found
    assert found.message.in_language("en") != found.message.in_language("zh")
    return f"{found.kind.id} {found.message}"


def accepted(path: Path) -> Package:
    found = read_package(path)
    assert isinstance(found, Package), found
    return found


def test_the_hash_is_that_of_sha256sum_over_the_files_that_were_read(tmp_path: Path) -> None:
    files = {name: text for name, text in openlca().items() if not name.startswith("lcia")}
    lines = "".join(f"{hashlib.sha256(files[name].encode()).hexdigest()}  {name}\n" for name in sorted(files))
    package = accepted(write(files | {"lcia_methods/x.json": "{}"}, tmp_path))
    assert package.sha256 == hashlib.sha256(lines.encode()).hexdigest()


def test_hidden_files_and_those_of_other_programs_are_passed_over(tmp_path: Path) -> None:
    files = openlca() | {"processes/._x.json": "\x00", "__MACOSX/processes/y.json": "{}", ".git/config": "x"}
    for path in (write(files, tmp_path / "works"), pack(files, tmp_path / "works.zip")):
        package = accepted(path)
        assert (package.unreadable, noticed(package)) == ((), [])


def test_an_archive_with_a_folder_around_it_is_read(tmp_path: Path) -> None:
    package = accepted(pack({f"works/{name}": text for name, text in openlca().items()}, tmp_path / "works.zip"))
    assert package.sources[0].file == f"works/processes/{UNIT}.json"
    at = pointer_in(f"works/processes/{UNIT}.json", "/name")
    assert package.locate([at])[at].line > 1


def test_what_is_no_package_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere").startswith("I0001")
    assert refused("a\0b").startswith("I0001")
    write({"a.txt": "x", "b.json": "{}"}, tmp_path / "other")
    assert refused(tmp_path / "other").startswith("I0016 It has neither")
    assert refused(tmp_path / "other" / "a.txt").startswith("I0016 A life-cycle package is a folder")
    write({f"one/{name}": text for name, text in openlca().items()}, tmp_path / "two")
    write({f"two/{name}": text for name, text in openlca().items()}, tmp_path / "two")
    assert refused(tmp_path / "two") == "I0016 It has several packages in it: one/, two/. Name one of them."


def test_of_two_formats_nobody_can_tell_which_is_meant(tmp_path: Path) -> None:
    both = ilcd() | {name: text for name, text in openlca().items() if name != "openlca.json"}
    assert refused(write(both, tmp_path / "both")).startswith("I0016 It has JSON and XML")
    assert accepted(write(ilcd() | openlca(), tmp_path / "signed")).format == "openLCA JSON-LD"


def test_damaged_archives_are_told(tmp_path: Path) -> None:
    path = pack(openlca(), tmp_path / "works.zip")
    data = path.read_bytes()
    cut = tmp_path / "cut.zip"
    cut.write_bytes(data[: len(data) // 2])
    assert refused(cut).startswith("I0016")
    at = data.index(b"processes/")
    broken = tmp_path / "broken.zip"
    broken.write_bytes(data[: at + 60] + bytes(40) + data[at + 100 :])
    assert {one.kind.id for one in accepted(broken).unreadable} == {"I0017"}


def test_an_encrypted_file_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    path = pack(openlca(), tmp_path / "works.zip")
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as opened:
        entry = opened.getinfo(f"flows/{COAL}.json")
    data[entry.header_offset + 6] |= 1
    directory = data.rindex(entry.filename.encode())
    data[directory - 46 + 8] |= 1
    path.write_bytes(bytes(data))
    package = accepted(path)
    assert [(one.file, one.kind.id) for one in package.unreadable] == [(f"flows/{COAL}.json", "I0017")]
    assert noticed(package) == ["I0201 /exchanges/2/flow/@id"]


def test_a_file_twice_in_an_archive_is_noticed(tmp_path: Path) -> None:
    path = pack(openlca(), tmp_path / "works.zip")
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(path, "a") as opened:
        opened.writestr(f"flows/{COAL}.json", openlca()[f"flows/{COAL}.json"])
    package = accepted(path)
    assert [(one.file, one.finding.kind.id) for one in package.intake] == [(f"flows/{COAL}.json", "I0118")]


def test_what_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, archive = write(openlca(), tmp_path / "works"), pack(openlca(), tmp_path / "works.zip")
    monkeypatch.setattr(package_files, "LARGEST_DOCUMENT", 2000)
    for path in (folder, archive):
        assert {one.kind.id for one in accepted(path).unreadable} == {"I0004"}
    monkeypatch.setattr(package_files, "MOST_FILES", 5)
    assert refused(folder).startswith("I0018 It has ")
    assert refused(archive).startswith("I0018 It has ")


def test_an_archive_that_would_grow_is_not_read_beyond_what_it_says(tmp_path: Path) -> None:
    """A megabyte of nothing packs a thousandfold; what counts is what it says it unpacks to, and it is held to that."""
    path = pack(openlca() | {"flows/zeros.json": "0" * 2**20}, tmp_path / "works.zip")
    data = bytearray(path.read_bytes())
    assert len(data) < 2**17
    directory = data.rindex(b"flows/zeros.json") - 46
    data[directory + 24 : directory + 28] = (100).to_bytes(4, "little")
    path.write_bytes(bytes(data))
    assert [(one.file, one.kind.id) for one in accepted(path).unreadable] == [("flows/zeros.json", "I0017")]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path) -> None:
    folder = write(openlca(), tmp_path / "works")
    (folder / "flows").chmod(0)
    try:
        assert refused(folder).startswith("I0003")
    finally:
        (folder / "flows").chmod(0o755)


# Places


def test_no_two_processes_share_a_place(tmp_path: Path) -> None:
    for files in (openlca(), ilcd()):
        package = accepted(pack(files, tmp_path / "works.zip"))
        flows = [flow for one in package.processes for name in ("inputs", "emissions") for flow in listed(one, name)]
        assert len({one.pointer for one in package.processes}) == len(package.processes) > 1
        assert len({one.pointer for one in flows}) == len(flows) > len(package.processes)


def test_every_place_of_a_record_is_there(tmp_path: Path) -> None:
    files = openlca()
    package = accepted(write(files, tmp_path))
    pointers = [place for one in package.processes for place in places(one)]
    for pointer in pointers:
        file, _, inside = pointer.partition("#")
        value = json.loads(files[file])
        for step in inside.split("/")[1:]:
            value = value[int(step)] if isinstance(value, list) else value[step]
    assert package.locate(pointers).keys() == set(pointers)


def test_names_of_files_may_have_the_mark_that_ends_them(tmp_path: Path) -> None:
    package = accepted(write({f"works#1/{name}": text for name, text in openlca().items()}, tmp_path))
    at = package.processes[0].pointer
    assert at == f"{package.sources[0].file}#"
    assert at.startswith("works#1/processes/")
    assert package.locate([at, f"{at}/name"]).keys() == {at, f"{at}/name"}


def test_a_file_that_is_gone_has_no_places(tmp_path: Path) -> None:
    package = accepted(write(openlca(), tmp_path))
    first, second = (one.file for one in package.sources[:2])
    (tmp_path / first).unlink()
    (tmp_path / second).write_bytes(b"\xff")
    assert package.locate([pointer_in(first, "/name"), pointer_in(second, "/name")]) == {}


def test_a_finding_of_the_whole_package_has_no_place() -> None:
    package = PackageFinding("", not_listed(Spot("", "openLCA JSON-LD", "4", "", ""), "must", 3))
    assert package.pointer == ""
