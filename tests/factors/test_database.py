"""What may be asked of the factor database, and in which order of preference it answers.

The user's table comes before those that ship, the narrow place before the wide, what is valid before what has expired;
what is left must be one row. Where none is, the nearest are named, and none is taken by default.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from footrule.factors.database import Factors, Found
from footrule.factors.factor import Kind, Scope
from footrule.measure.quantity import exact
from footrule.measure.unit import read_unit
from tests.factors.tables import DAY, found, not_found, opened, row, table

LIFE_CYCLE = Scope.LIFE_CYCLE
SHIPPED_SERIES = "cn-grid-footprint"
DAY_OF_2023, DAY_OF_2030 = date(2023, 6, 1), date(2030, 6, 1)


def power(id: str, geography: str, **changes: str) -> dict[str, str]:
    """A row of the series `own.power` for a place."""
    return row(id, series="own.power", geography=geography, **changes)


def year(number: int) -> dict[str, str]:
    """The period of a year."""
    return {"valid_from": f"{number}-01-01", "valid_until": f"{number}-12-31"}


def remarks(answer: object) -> list[str]:
    """What must be said of the use of a row."""
    assert isinstance(answer, Found)
    return [str(one) for one in answer.remarks]


# The narrow place before the wide


WIDER = (power("own.sd", "CN-SD"), power("own.north", "CN-GRID-NORTH"), power("own.cn", "CN"), power("own.all", "GLO"))


@pytest.mark.parametrize(
    ("place", "id"),
    [
        ("CN-SD", "own.sd"),
        ("CN-TJ", "own.north"),
        ("CN-GD", "own.cn"),
        ("CN", "own.cn"),
        ("DE", "own.all"),
        ("XX", "own.all"),
    ],
)
def test_the_narrowest_place_that_has_a_row_answers(place: str, id: str) -> None:
    assert found(opened(table(*WIDER)).of_series("own.power", DAY, place)).id == id


def test_a_narrower_place_is_never_taken_for_a_wider_one() -> None:
    answer = not_found(opened(table(power("own.sd", "CN-SD"))).of_series("own.power", DAY, "CN"))
    assert str(answer.because) == "own.power: no row stands for CN on 2025-06-01"
    assert answer.because.in_language("zh") == "own.power：没有适用于 CN、2025-06-01 的行"


def test_a_wider_place_is_told() -> None:
    own = opened(table(*WIDER))
    assert remarks(own.of_series("own.power", DAY, "CN-SD")) == []
    answer = own.of_series("own.power", DAY, "CN-TJ")
    assert remarks(answer) == ["it stands for North China grid (CN-GRID-NORTH), not for CN-TJ alone"]
    assert isinstance(answer, Found)
    assert [one.in_language("zh") for one in answer.remarks] == [
        "其适用地区为华北区域电网（CN-GRID-NORTH），不限于 CN-TJ"
    ]


def test_a_row_of_the_narrow_place_that_does_not_stand_on_the_day_is_passed_over() -> None:
    own = opened(table(power("own.sd", "CN-SD", **year(2024)), power("own.cn", "CN")))
    assert found(own.of_series("own.power", DAY, "CN-SD")).id == "own.cn"


# The table of the user before those that ship


def test_the_users_row_comes_before_one_that_ships() -> None:
    own = opened(table(row("own.cn", series=SHIPPED_SERIES, geography="CN", **year(2023))))
    assert found(own.of_series(SHIPPED_SERIES, DAY_OF_2023, "CN")).id == "own.cn"
    assert found(own.of_series(SHIPPED_SERIES, date(2024, 6, 1), "CN")).id == f"{SHIPPED_SERIES}.2024"


def test_also_where_the_row_that_ships_is_for_a_narrower_place() -> None:
    own = opened(table(row("own.all", series="cn-grid-co2", geography="GLO", **year(2022))))
    assert found(own.of_series("cn-grid-co2", date(2022, 6, 1), "CN-SD")).id == "own.all"
    assert found(Factors().of_series("cn-grid-co2", date(2022, 6, 1), "CN-SD")).id == "cn-grid-co2.2022.sd"


def test_also_for_a_product_code() -> None:
    changes = {"kind": "upstream", "scope": "upstream", "unit": "kg CO2e/t", "hs": "2709.00", "geography": "GB"}
    own = opened(table(row("own.crude", **changes)))
    assert found(own.of_product("2709.00", DAY, "GB", Scope.UPSTREAM)).id == "own.crude"


# Ambiguity


def test_two_rows_that_would_do_are_none() -> None:
    rows = [power("own.wind", "CN-SD", technology="wind"), power("own.coal", "CN-SD", technology="coal")]
    answer = not_found(opened(table(*rows)).of_series("own.power", DAY, "CN-SD"))
    assert str(answer.because) == "own.power: several rows stand for CN-SD on 2025-06-01; name one by its id"
    assert answer.because.in_language("zh") == "own.power：在 2025-06-01、CN-SD 有多行适用，请按标识指定"
    assert [one.id for one in answer.candidates] == ["own.wind", "own.coal"]


def test_no_wider_place_is_asked_where_a_narrower_one_is_ambiguous() -> None:
    rows = [power(f"own.{word}", "CN-SD", technology=word) for word in ("wind", "coal", "gas", "sun")]
    answer = not_found(opened(table(*rows, power("own.cn", "CN"))).of_series("own.power", DAY, "CN-SD"))
    assert [one.id for one in answer.candidates] == ["own.wind", "own.coal", "own.gas"]


def test_rows_that_conflict_by_name_are_as_ambiguous() -> None:
    one, other = power("own.a", "CN", conflicts_with="own.b"), power("own.b", "CN", conflicts_with="own.a")
    own = opened(table(one, other))
    assert len(not_found(own.of_series("own.power", DAY, "CN")).candidates) == 2
    assert found(own.by_id("own.b")).id == "own.b"


# Candidates


def test_the_nearest_in_place_come_first_and_then_in_time() -> None:
    rows = [
        power("own.de", "DE"),
        power("own.cn-2020", "CN", **year(2020)),
        power("own.cn-2026", "CN", **year(2026)),
        power("own.sd-2010", "CN-SD", **year(2010)),
    ]
    answer = not_found(opened(table(*rows)).of_series("own.power", DAY, "CN-SD"))
    assert [one.id for one in answer.candidates] == ["own.sd-2010", "own.cn-2026", "own.cn-2020"]


def test_what_is_superseded_comes_last_of_the_candidates() -> None:
    rows = [power("own.old", "CN-SD", superseded_by="own.de"), power("own.de", "DE")]
    answer = not_found(opened(table(*rows)).of_series("own.power", DAY, "CN-SD"))
    assert [one.id for one in answer.candidates] == ["own.de", "own.old"]


def test_an_answer_without_a_row_says_all_of_it() -> None:
    answer = not_found(Factors().of_series(SHIPPED_SERIES, DAY_OF_2030, "CN"))
    assert str(answer.says) == (
        "cn-grid-footprint: no row stands for CN on 2030-06-01; nearest: cn-grid-footprint.2024 (0.5777 kg CO2e/kWh), "
        "cn-grid-footprint.2023 (0.6205 kg CO2e/kWh)"
    )
    assert answer.says.in_language("zh").startswith("cn-grid-footprint：没有适用于 CN、2030-06-01 的行；最接近的：")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("cn-grid-footprnt.2023", "cn-grid-footprint.2023"),
        ("CN-GRID-FOOTPRINT.2023", "cn-grid-footprint.2023"),
        ("ipcc2006.naphta.ncv", "ipcc2006.naphtha.ncv"),
        ("gwp100.ar6.ch4_fossil", "gwp100.ar6.ch4-fossil"),
    ],
)
def test_a_misspelt_id_is_answered_with_the_one_that_is_most_like_it(name: str, meant: str, shipped: Factors) -> None:
    answer = not_found(shipped.by_id(name))
    assert str(answer.because) == f"no factor is called {name}"
    assert answer.because.in_language("zh") == f"没有名为 {name} 的因子"
    assert [one.id for one in answer.candidates] == [meant]


def test_a_misspelt_series_is_answered_with_rows_of_the_one_that_is_most_like_it(shipped: Factors) -> None:
    answer = not_found(shipped.of_series("cn-grid-fotprint", DAY, "CN"))
    assert str(answer.because) == "there is no series cn-grid-fotprint"
    assert [one.series for one in answer.candidates] == [SHIPPED_SERIES] * 2


def test_what_is_like_nothing_has_no_candidates(shipped: Factors) -> None:
    for name in ("", "zzzzzzzz", "乙烯", "%", "_", "'; DROP TABLE factors; --", "\0", "half a character: \ud800"):
        answer = not_found(shipped.by_id(name))
        assert answer.candidates == ()
        assert answer.says == answer.because
        assert not_found(shipped.of_series(name, DAY, name)).candidates == ()
        assert not_found(shipped.of_product(name, DAY, name, LIFE_CYCLE)).candidates == ()


# What is obsolete


OBSOLETE = (
    power("own.2022", "CN-SD", **year(2022)),
    power("own.2023", "CN-SD", **year(2023)),
    power("own.cn", "CN", **year(2024)),
    power("own.wrong", "CN-SD", **year(2023), superseded_by="own.2023"),
)


def test_what_has_expired_answers_only_when_allowed() -> None:
    own = opened(table(*OBSOLETE))
    assert not_found(own.of_series("own.power", DAY_OF_2030, "CN-SD")).candidates[0].id == "own.2023"
    answer = own.of_series("own.power", DAY_OF_2030, "CN-SD", obsolete=True)
    assert found(answer).id == "own.2023"
    assert remarks(answer) == ["it has expired on 2023-12-31"]
    assert isinstance(answer, Found)
    assert answer.remarks[0].in_language("zh") == "已于 2023-12-31 失效"


def test_what_is_still_to_come_never_answers() -> None:
    own = opened(table(*OBSOLETE))
    not_found(own.of_series("own.power", date(2021, 6, 1), "CN-SD", obsolete=True))


def test_what_stands_in_a_wider_place_comes_before_what_has_expired() -> None:
    """To allow what is obsolete turns no answer into another one."""
    own = opened(table(*OBSOLETE))
    for obsolete in (False, True):
        assert found(own.of_series("own.power", date(2024, 6, 1), "CN-SD", obsolete=obsolete)).id == "own.cn"


def test_a_row_that_is_superseded_is_not_asked_beside_its_successor() -> None:
    own = opened(table(*OBSOLETE))
    for obsolete in (False, True):
        assert found(own.of_series("own.power", DAY_OF_2023, "CN-SD", obsolete=obsolete)).id == "own.2023"


def test_a_row_that_is_superseded_answers_by_its_series_where_nothing_else_does_and_it_is_allowed() -> None:
    own = opened(table(power("own.old", "CN", superseded_by="own.new"), row("own.new")))
    assert [one.id for one in not_found(own.of_series("own.power", DAY, "CN")).candidates] == ["own.old"]
    assert found(own.of_series("own.power", DAY, "CN", obsolete=True)).id == "own.old"


def test_a_row_that_is_superseded_answers_by_its_id_only_when_allowed() -> None:
    own = opened(table(*OBSOLETE))
    answer = not_found(own.by_id("own.wrong"))
    assert str(answer.because) == "own.wrong is superseded by own.2023"
    assert [one.id for one in answer.candidates] == ["own.2023"]
    allowed = own.by_id("own.wrong", obsolete=True)
    assert found(allowed).id == "own.wrong"
    assert remarks(allowed) == ["own.wrong is superseded by own.2023"]


# Product codes


def product(id: str, hs: str, **changes: str) -> dict[str, str]:
    """A cradle to gate footprint of a product by its HS code."""
    return row(id, kind="product", hs=hs, unit="kg CO2e/kg", geography="GLO", **changes)


@pytest.mark.parametrize(
    ("code", "id"),
    [
        ("9901", "own.heading"),
        ("9901.10", "own.heading"),
        ("9901.10.20.30", "own.heading"),
        ("9902.10", "own.subheading"),
        ("9902.10.20", "own.subheading"),
        ("9903.10.20.30", "own.tariff"),
        ("9904.20", "own.two"),
        ("9904.30", "own.two"),
    ],
)
def test_a_heading_covers_what_it_subdivides_into(code: str, id: str) -> None:
    rows = [
        product("own.heading", "9901"),
        product("own.subheading", "9902.10"),
        product("own.tariff", "9903.10.20"),
        product("own.two", "9904.20 9904.30"),
    ]
    assert found(opened(table(*rows)).of_product(code, DAY, "CN", LIFE_CYCLE)).id == id


@pytest.mark.parametrize("code", ["9902", "9903.10", "990", "9902.1", "99021000", ""])
def test_a_subdivision_does_not_cover_its_heading_and_no_text_is_cut_in_the_middle(code: str) -> None:
    rows = [product("own.subheading", "9902.10"), product("own.tariff", "9903.10.20")]
    not_found(opened(table(*rows)).of_product(code, DAY, "CN", LIFE_CYCLE))


def test_a_cas_number_is_a_product_code() -> None:
    own = opened(table(product("own.a", "", cas="74-85-1 115-07-1")))
    assert found(own.of_product("115-07-1", DAY, "CN", LIFE_CYCLE)).id == "own.a"


def test_only_rows_of_the_scope_answer_and_others_are_named() -> None:
    own = opened(table(product("own.a", "9901.10")))
    answer = not_found(own.of_product("9901.10", DAY, "CN", Scope.UPSTREAM))
    assert str(answer.because) == "no factor is for 9901.10 with the scope upstream"
    assert answer.because.in_language("zh") == "没有 9901.10 且范围为 upstream 的因子"
    assert [one.id for one in answer.candidates] == ["own.a"]


@pytest.mark.parametrize(
    "kind", ["fuel_property", "product_property", "stoichiometry", "benchmark", "screening", "characterisation"]
)
def test_a_product_code_is_never_answered_with_what_is_no_emission_factor(kind: str) -> None:
    own = opened(table(product("own.a", "9901.10") | {"kind": kind}))
    answer = not_found(own.of_product("9901.10", DAY, "GLO", LIFE_CYCLE, obsolete=True))
    assert answer.candidates == ()
    assert found(own.by_id("own.a")).kind is Kind(kind)


def test_no_row_that_ships_is_answered_of_a_kind_that_is_no_emission_factor(shipped: Factors) -> None:
    never = {"fuel_property", "product_property", "stoichiometry", "benchmark", "screening", "characterisation"}
    asked = 0
    for code in sorted({code for one in shipped.every() for code in (*one.cas, *one.hs)}):
        for scope in Scope:
            answer = shipped.of_product(code, DAY, "CN", scope, obsolete=True)
            factors = (answer.factor,) if isinstance(answer, Found) else answer.candidates
            assert {one.kind.value for one in factors} & never == set(), (code, scope)
            asked += 1
    assert asked > 200


# Others


def test_neighbours_in_time_are_those_of_the_series_and_the_place() -> None:
    rows = [power(f"own.{number}", "CN", **year(number)) for number in (2025, 2023, 2024)]
    own = opened(table(*rows, power("own.de", "DE")))
    assert [one.id for one in own.neighbours_in_time(found(own.by_id("own.2024")))] == ["own.2023", "own.2025"]


@pytest.mark.parametrize(
    "words", [["POWER", "works"], ["本厂", "电力"], ["own.a"], ["74-85-1"], ["9901"], ["wind", "电"], []]
)
def test_words_are_found_in_names_ids_codes_and_technology_whatever_the_case(words: list[str]) -> None:
    own = opened(table(row("own.a", name="Power of the Works", cas="74-85-1", hs="9901.10", technology="Wind")))
    assert next(own.search(words)).id == "own.a"


def test_words_that_occur_nowhere_together() -> None:
    assert list(Factors().search(["naphtha", "电力"])) == []


def test_every_row_is_listed_once_those_of_the_user_first() -> None:
    ids = [one.id for one in opened(table(row("own.b"), row("own.a"))).every()]
    assert ids[:2] == ["own.b", "own.a"]
    assert len(ids) == len(set(ids))


def test_a_figure_is_found_in_whatever_unit_of_its_dimension_a_row_has_it() -> None:
    own = opened(
        table(
            row("own.a", value="0.7311", unit="kg CO2e/kWh"),
            row("own.b", value="731.1", unit="kg CO2e/MWh"),
            row("own.c", value="0.7312", unit="kg CO2e/kWh"),
            row("own.d", value="0.7311", unit="kg CO2e/kg"),
        )
    )
    unit = read_unit("g CO2e/kWh")
    assert unit is not None
    for _ in range(2):
        assert sorted(one.id for one in own.like(exact(Fraction("731.1"), unit))) == ["own.a", "own.b"]
