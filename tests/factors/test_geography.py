"""What lies in what: a province in its grid, the grid in the country, ... the world."""

from __future__ import annotations

import pytest

from footrule.factors.fields import Unreadable
from footrule.factors.geography import Geography, read_geography
from footrule.factors.place_names import code_called
from footrule.factors.shipped import shipped_geography, shipped_places

PLACES = shipped_geography()


@pytest.mark.parametrize(
    ("code", "outwards"),
    [
        ("CN-SD", ("CN-SD", "CN-GRID-NORTH", "CN", "030", "142", "GLO")),
        ("CN-SH", ("CN-SH", "CN-GRID-EAST", "CN", "030", "142", "GLO")),
        ("CN-GRID-SOUTH", ("CN-GRID-SOUTH", "CN", "030", "142", "GLO")),
        ("CN", ("CN", "030", "142", "GLO")),
        ("DE", ("DE", "155", "EU", "150", "GLO")),
        ("CY", ("CY", "145", "EU", "142", "GLO")),
        ("US", ("US", "021", "019", "GLO")),
        ("EU", ("EU", "GLO")),
        ("GLO", ("GLO",)),
    ],
)
def test_a_place_and_all_that_it_lies_in_the_narrowest_first(code: str, outwards: tuple[str, ...]) -> None:
    assert PLACES.outwards(code) == outwards


@pytest.mark.parametrize("code", ["XX", "", "cn", "CN-XX", "half a character: \ud800"])
def test_a_place_that_is_not_known_lies_in_the_world(code: str) -> None:
    assert code not in PLACES
    assert PLACES.outwards(code) == (code, "GLO")
    assert str(PLACES.name(code)) == code


def test_what_is_reached_on_two_ways_comes_after_both() -> None:
    """A lies in B and in C, and B lies in C as well: C is the wider one, whichever is named first."""
    heads = b"code,name,name_zh,kind,within\nGLO,World,w,world,\nC,C,c,country,GLO\nB,B,b,grid,C\n"
    for within in (b"B C", b"C B"):
        assert read_geography(heads + b"A,A,a,subdivision," + within + b"\n").outwards("A") == ("A", "B", "C", "GLO")


# The table that ships


def test_every_province_and_grid_of_china_is_there_each_province_in_one_grid() -> None:
    kinds = {
        kind: {one.code: one for one in PLACES.places.values() if one.kind == kind} for kind in ("grid", "subdivision")
    }
    grids, provinces = kinds["grid"], kinds["subdivision"]
    assert sorted(grids) == sorted(
        f"CN-GRID-{name}" for name in ("NORTH", "NORTHEAST", "EAST", "CENTRAL", "NORTHWEST", "SOUTH", "SOUTHWEST")
    )
    assert len(provinces) == 31
    assert all(len(one.within) == 1 and one.within[0] in grids for one in provinces.values())
    assert {one.within for one in grids.values()} == {("CN",)}


def test_every_way_outwards_ends_in_the_world() -> None:
    """No place lies in itself in the end: each step leads to one that has not been met on the way."""

    def ends(code: str, met: tuple[str, ...]) -> bool:
        assert code not in met, (*met, code)
        return all(ends(one, (*met, code)) for one in PLACES.places[code].within)

    for code in PLACES.places:
        assert ends(code, ())
        assert code == "GLO" or PLACES.places[code].within, code


def test_every_place_has_a_name_of_its_own_in_both_languages() -> None:
    for names in ([one.name_en for one in PLACES.places.values()], [one.name_zh for one in PLACES.places.values()]):
        assert all(names)
        assert sorted(names) == sorted(set(names))


def test_the_european_union_has_27_members() -> None:
    assert sum("EU" in one.within for one in PLACES.places.values()) == 27


def test_there_are_the_countries_of_iso_3166() -> None:
    countries = [one.code for one in PLACES.places.values() if one.kind == "country"]
    assert len(countries) == 249
    assert all(len(code) == 2 and code.isupper() for code in countries)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("China", "CN"),
        ("中国", "CN"),
        ("cn-sd", "CN-SD"),
        ("world", "GLO"),
        ("北京市", "CN-BJ"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_the_code_of_a_place_by_its_name(text: str, code: str | None) -> None:
    assert code_called(PLACES, text) == code


@pytest.mark.parametrize(
    "data",
    [
        b"code,name\nGLO,World\n",
        b"",
        b"code,name,name_zh,kind,within\nA,A,a,country,NOWHERE\n",
        b"code,name,name_zh,kind,within\nA,A,a\n",
        "code,name,name_zh,kind,within\nA,é,a,country,\n".encode("latin-1"),
    ],
    ids=["other columns", "nothing", "in a place that there is not", "a field too few", "not UTF-8"],
)
def test_a_table_that_is_not_what_it_should_be_is_our_own_fault(data: bytes) -> None:
    with pytest.raises((ValueError, Unreadable)):
        read_geography(data)


def test_the_places_are_those_of_the_file() -> None:
    assert isinstance(PLACES, Geography)
    assert len(PLACES.places) == shipped_places().data.count(b"\n") - 8
