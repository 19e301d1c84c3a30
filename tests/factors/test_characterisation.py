"""What a gas counts in a set of characterisation factors, and which sets a pair of numbers can belong to."""

from __future__ import annotations

from fractions import Fraction

import pytest

from footrule.factors.characterisation import Characterisation, Characterised
from footrule.factors.database import Factors, NotFound
from tests.factors.tables import opened, row, table
from tests.measure.strategies import unit

SHIPPED = Characterisation(Factors())
AR4, AR5, AR5_FEEDBACK, AR6 = "AR4", "AR5", "AR5-feedback", "AR6"


def gwp(gas: str, gwp_set: str, origin: str = "", of: Characterisation = SHIPPED) -> Characterised:
    """What a gas counts."""
    found = of.gwp100(gas, gwp_set, origin)
    assert isinstance(found, Characterised), found
    return found


def none(gas: str, gwp_set: str, origin: str = "", of: Characterisation = SHIPPED) -> NotFound:
    """That there is no factor."""
    found = of.gwp100(gas, gwp_set, origin)
    assert isinstance(found, NotFound), found
    return found


def sets_with(ch4: str | None, n2o: str | None, of: Characterisation = SHIPPED) -> tuple[str, ...]:
    """The sets of a pair of numbers."""
    return of.sets_with(*(None if one is None else Fraction(one) for one in (ch4, n2o)))


def test_the_sets_are_those_of_the_tables() -> None:
    assert SHIPPED.sets == (AR4, AR5, AR5_FEEDBACK, AR6)


@pytest.mark.parametrize(
    ("gas", "gwp_set", "origin", "value"),
    [
        ("CO2", AR4, "", "1"),
        ("CH4", AR4, "", "25"),
        ("CH4", AR5, "", "28"),
        ("CH4", AR5, "fossil", "30"),
        ("CH4", AR5, "biogenic", "28"),
        ("CH4", AR5_FEEDBACK, "", "34"),
        ("CH4", AR5_FEEDBACK, "fossil", "36"),
        ("CH4", AR5_FEEDBACK, "biogenic", "34"),
        ("CH4", AR6, "", "27.9"),
        ("CH4", AR6, "fossil", "29.8"),
        ("CH4", AR6, "biogenic", "27.0"),
        ("N2O", AR4, "", "298"),
        ("N2O", AR5, "", "265"),
        ("N2O", AR5_FEEDBACK, "", "298"),
        ("N2O", AR6, "", "273"),
        ("SF6", AR6, "", "24300"),
    ],
)
def test_what_a_gas_counts_exactly_and_by_which_row(gas: str, gwp_set: str, origin: str, value: str) -> None:
    found = gwp(gas, gwp_set, origin)
    assert found.quantity.low == found.quantity.value == found.quantity.high == Fraction(value)
    assert found.quantity.dimension == unit("kg CO2e/kg").dimension
    assert (found.factor.gas, found.factor.gwp_set, found.factor.origin) == (gas, gwp_set, origin)
    assert found.remarks == ()


@pytest.mark.parametrize("origin", ["fossil", "biogenic", "land_use"])
def test_ar4_has_one_factor_for_methane_whatever_its_origin_and_that_is_told(origin: str) -> None:
    found = gwp("CH4", AR4, origin)
    assert found.quantity.value == 25
    assert found.factor.origin == ""
    assert [one.texts for one in found.remarks] == [
        (("en", "AR4 has one factor for CH4, whatever its origin"), ("zh", "AR4 的 CH4 只有一个因子，不区分来源"))
    ]


@pytest.mark.parametrize("gwp_set", [AR5, AR5_FEEDBACK, AR6])
def test_a_set_that_tells_origins_apart_never_answers_for_another_one(gwp_set: str) -> None:
    answer = none("CH4", gwp_set, "land_use")
    assert str(answer.because) == f"{gwp_set} has no factor for CH4 of the origin land_use"
    assert answer.because.in_language("zh") == f"{gwp_set} 中没有 CH4（来源 land_use）的因子"
    assert sorted(one.origin for one in answer.candidates) == ["", "biogenic", "fossil"]


def test_a_gas_that_a_set_does_not_have_is_answered_with_that_of_others() -> None:
    answer = none("HFC-41", AR4)
    assert str(answer.because) == "AR4 has no factor for HFC-41"
    assert [one.gwp_set for one in answer.candidates] == [AR5, AR5_FEEDBACK, AR6]


@pytest.mark.parametrize(("gas", "gwp_set"), [("CO2e", AR6), ("xx", AR6), ("CH4", "SAR"), ("", ""), ("\ud800", AR6)])
def test_what_is_not_known_has_no_factor(gas: str, gwp_set: str) -> None:
    none(gas, gwp_set)


# Which sets a pair of numbers can belong to


@pytest.mark.parametrize(
    ("ch4", "n2o", "sets"),
    [
        # One alone is often ambiguous.
        ("25", None, (AR4,)),
        ("28", None, (AR5,)),
        ("30", None, (AR5,)),
        ("34", None, (AR5_FEEDBACK,)),
        ("36", None, (AR5_FEEDBACK,)),
        ("27.9", None, (AR6,)),
        ("29.8", None, (AR6,)),
        ("27", None, (AR6,)),
        (None, "298", (AR4, AR5_FEEDBACK)),
        (None, "265", (AR5,)),
        (None, "273", (AR6,)),
        (None, None, (AR4, AR5, AR5_FEEDBACK, AR6)),
        # The pair decides.
        ("25", "298", (AR4,)),
        ("28", "265", (AR5,)),
        ("30", "265", (AR5,)),
        ("34", "298", (AR5_FEEDBACK,)),
        ("36", "298", (AR5_FEEDBACK,)),
        ("29.8", "273", (AR6,)),
        ("27.0", "273", (AR6,)),
        # A mix of two sets is of none.
        ("25", "265", ()),
        ("28", "298", ()),
        ("28", "273", ()),
        ("29.8", "265", ()),
        ("34", "265", ()),
        # A number of no set: SAR, EF 3.0, and a rounded one.
        ("21", "310", ()),
        ("36.8", "298", ()),
        ("29.75", None, ()),
    ],
)
def test_which_sets_a_pair_can_belong_to(ch4: str | None, n2o: str | None, sets: tuple[str, ...]) -> None:
    assert sets_with(ch4, n2o) == sets


def test_every_pair_of_a_set_can_belong_to_it() -> None:
    for one in SHIPPED.sets:
        for origin in ("", "fossil", "biogenic"):
            ch4, n2o = (gwp(gas, one, origin).quantity.value for gas in ("CH4", "N2O"))
            assert one in SHIPPED.sets_with(ch4, n2o)


# Factors of the user


def own(id: str, gas: str, value: str, gwp_set: str = AR6, **changes: str) -> dict[str, str]:
    """A characterisation factor of a user."""
    unit_of_it = {"kind": "characterisation", "unit": "kg CO2e/kg", "scope": "", "valid_from": "", "valid_until": ""}
    return row(id, gas=gas, value=value, gwp_set=gwp_set, geography="GLO", **(unit_of_it | changes))


def test_the_users_factor_comes_before_the_one_that_ships_and_others_stay() -> None:
    mine = Characterisation(opened(table(own("own.sf6", "SF6", "25200"))))
    assert gwp("SF6", AR6, of=mine).factor.id == "own.sf6"
    assert gwp("SF6", AR5, of=mine).quantity.value == 23500


def test_the_users_factor_for_one_origin_leaves_the_others_as_they_are() -> None:
    mine = Characterisation(opened(table(own("own.ch4", "CH4", "29.75", origin="fossil"))))
    assert [gwp("CH4", AR6, origin, mine).quantity.value for origin in ("fossil", "biogenic", "")] == [
        Fraction("29.75"), 27, Fraction("27.9")
    ]  # fmt: skip
    assert sets_with("29.75", "273", mine) == (AR6,)


def test_a_factor_in_tonnes_counts_the_same() -> None:
    assert (
        gwp(
            "SF6", AR6, of=Characterisation(opened(table(own("own.a", "SF6", "25.2", unit="t CO2e/kg"))))
        ).quantity.value
        == 25200
    )


def test_two_factors_of_the_user_for_the_same_are_none() -> None:
    rows = own("own.a", "SF6", "24300", conflicts_with="own.b"), own("own.b", "SF6", "25200", conflicts_with="own.a")
    answer = none("SF6", AR6, of=Characterisation(opened(table(*rows))))
    assert str(answer.because) == "AR6 has several factors for SF6; name one by its id"
    assert answer.because.in_language("zh") == "AR6 中 SF6 有多个因子，请按标识指定"
    assert [one.id for one in answer.candidates] == ["own.a", "own.b"]


def test_a_set_that_has_factors_for_origins_alone_has_none_where_nothing_is_known_of_it() -> None:
    rows = own("own.a", "X", "2", origin="fossil"), own("own.b", "X", "3", origin="biogenic")
    mine = Characterisation(opened(table(*rows)))
    assert [one.id for one in none("X", AR6, of=mine).candidates] == ["own.b", "own.a"]
    assert gwp("X", AR6, "fossil", mine).factor.id == "own.a"
