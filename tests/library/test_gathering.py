"""The shelf of a run: the nearest place goes first, what differs is told, and chance chooses nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from footrule.library.gathering import Origin, Shelf, gathered, shelf
from footrule.library.offers import Offer, offer_of, offers_in
from footrule.library.shelf import Edition, edition_of, shipped
from footrule.text.wording import Wording
from tests.library.packing import packed
from tests.library.shelves import standard

GAS = standard("gas")
OTHER = standard("gas", limit="7")
BASES = [standard("base", version, kind="library") for version in ("1.0.0", "1.1.0")]
CHILD = standard("child", "1.0.0", "extends base 1")
PACKED, PACKED_OTHERWISE = (packed(CHILD, base, name=f"{base.version_text}.pcrpack") for base in BASES)


def renamed(edition: Edition, name: str) -> Offer:
    """The same text in another place."""
    again = edition_of(edition.data, name)
    assert again is not None
    return Offer(again)


def of(**places: list[Offer]) -> Shelf:
    """The shelf of some places."""
    found = gathered({Origin(name): offers for name, offers in places.items()})
    assert isinstance(found, Shelf), found
    return found


def refused(**places: list[Offer]) -> str:
    """Why there is no shelf."""
    found = gathered({Origin(name): offers for name, offers in places.items()})
    assert isinstance(found, Wording), found
    assert found.languages == ("en", "zh")
    return str(found)


def test_what_is_nearer_to_the_run_goes_first() -> None:
    near, far, farther = renamed(GAS, "near.pcr"), renamed(OTHER, "far.pcr"), renamed(GAS, "farther.pcr")
    found = of(shipped=[farther], installed=[far], named=[near])
    assert found.editions == (near.edition,)
    assert found.origin(near.edition) is Origin.NAMED
    assert of(shipped=[farther], installed=[far]).editions == (far.edition,)


def test_what_differs_is_told_and_what_is_the_same_is_not() -> None:
    found = of(named=[Offer(GAS)], installed=[renamed(OTHER, "far.pcr")], shipped=[renamed(GAS, "again.pcr")])
    assert [str(one) for one in found.notices] == [
        "gas 1.0.0 is taken from gas/1.0.0.pcr; the text in far.pcr is another"
    ]
    assert [one.languages for one in found.notices] == [("en", "zh")]


def test_other_versions_stand_side_by_side() -> None:
    versions = [standard("gas", version) for version in ("1.0.0", "1.1.0", "2.0.0")]
    found = of(named=[Offer(versions[0])], installed=[Offer(versions[1])], shipped=[Offer(versions[2])])
    assert set(found.editions) == set(versions)
    assert found.notices == ()


@pytest.mark.parametrize("place", ["named", "installed", "shipped"])
def test_two_of_one_place_that_differ_are_refused(place: str) -> None:
    text = "gas 1.0.0 is in gas/1.0.0.pcr and in other.pcr, and they differ: keep one of them"
    assert refused(**{place: [Offer(GAS), renamed(OTHER, "other.pcr")]}) == text


def test_the_same_twice_in_one_place_is_one() -> None:
    assert of(named=[Offer(GAS), renamed(GAS, "copy.pcr")]).editions == (GAS,)
    copy = packed(CHILD, BASES[0], name="copy.pcrpack")
    assert of(named=[PACKED, copy]).editions == (PACKED.edition,)


def test_two_packs_with_one_text_and_other_libraries_differ() -> None:
    text = refused(named=[PACKED, PACKED_OTHERWISE])
    assert text == "child 1.0.0 is in 1.0.0.pcrpack and in 1.1.0.pcrpack, and they differ: keep one of them"


@pytest.mark.parametrize("offers", [[PACKED, Offer(CHILD)], [Offer(CHILD), PACKED]])
def test_of_a_text_alone_and_the_same_in_a_pack_the_pack_is_taken(offers: list[Offer]) -> None:
    """It says with which libraries the text is meant."""
    assert of(named=offers).editions == (PACKED.edition,)


def test_a_draft_stands_in_for_the_edition_of_its_version() -> None:
    draft, newer = standard("gas", limit="9"), standard("gas", "1.1.0")
    assert of(named=[Offer(GAS), Offer(newer)]).catalogue([draft]).editions == (draft, newer)


def test_without_anything_else_the_shelf_is_what_ships(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    found = shelf()
    assert isinstance(found, Shelf)
    assert found.editions == tuple(shipped())
    assert {found.origin(one) for one in found.editions} == {Origin.SHIPPED}


# Files and folders


def pack_bytes(offer: Offer) -> bytes:
    """The file of a pack."""
    from tests.library.packing import tried

    pack = tried(offer.edition, offer)
    assert not isinstance(pack, Wording)
    return pack.data


def test_a_folder_offers_its_packs_and_texts_at_whatever_depth(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "child.pcrpack").write_bytes(pack_bytes(PACKED))
    (tmp_path / "gas.pcr").write_bytes(GAS.data)
    (tmp_path / "notes.md").write_text("no standard")
    (tmp_path / "circle").symlink_to(tmp_path, target_is_directory=True)
    found = offers_in(tmp_path, "shelf")
    assert not isinstance(found, Wording)
    assert [one.edition.name for one in found] == ["shelf/a/b/child.pcrpack/child-1.0.0/standard.pcr", "shelf/gas.pcr"]
    assert [len(one.packed) for one in found] == [2, 0]


def test_a_folder_without_any_is_refused(tmp_path: Path) -> None:
    found = offers_in(tmp_path, "shelf")
    assert str(found) == "shelf: there is no pack and no standard in this folder"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.pcr", b"no standard", "a.pcr does not begin as a standard does"),
        ("a.pcr", bytes(5 * 2**20), "a.pcr: larger than 4 MiB, which no standard is"),
        ("a.pcrpack", b"no pack", "a.pcrpack is no pack"),
        ("a.pcrpack", pack_bytes(PACKED)[:-1], "a.pcrpack is cut off"),
        ("a.pcrpack", None, "a.pcrpack: there is no standard in this folder"),
        ("a.pcr", None, "a.pcr: there is no standard in this folder"),
    ],
)
def test_what_cannot_be_used_is_refused_and_not_passed_over(
    tmp_path: Path, name: str, data: bytes | None, why: str
) -> None:
    (tmp_path / "z.pcr").write_bytes(GAS.data)
    if data is None:
        (tmp_path / name).mkdir()
    else:
        (tmp_path / name).write_bytes(data)
    for found in (offers_in(tmp_path, "shelf"), offer_of(tmp_path / name, tmp_path, f"shelf/{name}")):
        assert isinstance(found, Wording)
        assert f"shelf/{why}" in str(found)
