"""Submissions that are checked together: what each sees of the others, and where that stands."""

from __future__ import annotations

import json
from pathlib import Path

from footrule.evaluate.evidence import shown_element
from footrule.submission.element import Items, Record
from footrule.submission.open_documents import open_documents
from footrule.submission.submission import Submission
from footrule.submission.together import held_together
from footrule.workspace import submissions
from tests.ends import footprints
from tests.ends.command import written


def product(name: str) -> footprints.Document:
    return {**footprints.pact3(), "productNameCompany": name}


def read(*files: Path) -> tuple[Submission, ...]:
    found = [one for document in open_documents([str(each) for each in files], None) for one in submissions(document)]
    return held_together([one for one in found if isinstance(one, Submission)])


def seen_by(one: Submission) -> list[Record]:
    listed = one.footprint.fields["submissions"]
    assert isinstance(listed, Items)
    return [each for each in listed.elements if isinstance(each, Record)]


def test_each_sees_all_and_itself_as_it_stands(tmp_path: Path) -> None:
    first, second = read(*(written(tmp_path, f"{name}.json", product(name)) for name in ("argon", "xenon")))
    assert [one.pointer for one in seen_by(first)] == ["", "xenon.json#"]
    assert [one.pointer for one in seen_by(second)] == ["argon.json#", ""]
    assert [shown_element(one) for one in seen_by(first)] == ["argon", "xenon (xenon.json)"]


def test_what_is_seen_has_no_list_of_its_own(tmp_path: Path) -> None:
    first, _ = read(*(written(tmp_path, f"{name}.json", product(name)) for name in ("argon", "xenon")))
    assert all("submissions" not in one.fields for one in seen_by(first))


def test_footprints_of_one_file_are_told_apart_by_a_number(tmp_path: Path) -> None:
    file = written(tmp_path, "all.json", json.dumps([product("argon"), product("neon"), product("xenon")]))
    first, *_ = read(file)
    assert [one.pointer for one in seen_by(first)] == ["/0", "all.json (2)#/1", "all.json (3)#/2"]


def test_places_are_found_in_every_file_whatever_it_is_called(tmp_path: Path) -> None:
    first, second = read(
        written(tmp_path, "argon.json", product("argon")), written(tmp_path, "plant #7.json", product("xenon"))
    )
    pointer = "plant #7.json#/productNameCompany"
    own = second.locate(["/productNameCompany"])["/productNameCompany"]
    for _ in range(2):
        found = first.locate(["/pcf", pointer])
        assert found[pointer] == own
        assert set(found) == {"/pcf", pointer}


def test_a_footprint_without_a_name_goes_by_its_id(tmp_path: Path) -> None:
    nameless = {name: value for name, value in product("").items() if name != "productNameCompany"}
    first, _ = read(written(tmp_path, "argon.json", product("argon")), written(tmp_path, "other.json", nameless))
    assert shown_element(seen_by(first)[1]) == f"{nameless['id']} (other.json)"


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for folder in ("north", "south"):
        (tmp_path / folder).mkdir()
    first, _ = read(*(written(tmp_path / each, "pcf.json", product(each)) for each in ("north", "south")))
    assert [one.pointer for one in seen_by(first)] == ["", "south/pcf.json#"]
