"""What must hold between rows: an id once, periods that do not overlap, conflicts and successors that are there."""

from __future__ import annotations

import pytest

from tests.factors.tables import FIRST_ROW, Said, found, not_found, opened, row, said, table

SHIPPED = "cn-grid-footprint.2023"


def year(number: int, **changes: str) -> dict[str, str]:
    """The row of a year of one series."""
    period = {"valid_from": f"{number}-01-01", "valid_until": f"{number}-12-31"}
    return row() | {"id": f"own.power.{number}"} | period | changes


def overlap(line: int, other: str) -> Said:
    """That a row overlaps another one."""
    return (
        FIRST_ROW + line,
        f"its period overlaps that of {other}, which says the same thing of the same place; rows that contradict each "
        "other name each other in conflicts_with",
        f"其有效期与 {other} 重叠，而两者说的是同一地点的同一因子；相互矛盾的行应在 conflicts_with 中互相列明",
    )


# Ids


def test_an_id_stands_once_in_a_file() -> None:
    told = said(table(row("own.a"), row("own.b"), row("own.a", geography="DE")))
    assert told == [
        (FIRST_ROW + 2, f"id: own.a stands at own.csv:{FIRST_ROW} already", f"id：own.a 已见于 own.csv:{FIRST_ROW}")
    ]


def test_an_id_stands_once_in_all_files_of_a_run() -> None:
    told = said(table(row("own.a")), table(row("own.b"), row("own.a"), name="theirs"))
    assert told == [
        (FIRST_ROW + 1, f"id: own.a stands at own.csv:{FIRST_ROW} already", f"id：own.a 已见于 own.csv:{FIRST_ROW}")
    ]


def test_an_id_of_a_table_that_ships_is_taken() -> None:
    told = said(table(row("own.a"), row(SHIPPED)))
    assert told == [
        (FIRST_ROW + 1, f"id: {SHIPPED} is one of the tables that ship", f"id：{SHIPPED} 与随附数据表中的标识重复")
    ]


def test_a_series_of_a_table_that_ships_may_have_rows_of_the_user() -> None:
    assert said(table(row("own.a", series="cn-grid-footprint"))) == []


# Periods


def test_years_that_follow_each_other() -> None:
    assert said(table(year(2024), year(2025), year(2023))) == []


def test_the_day_on_which_one_ends_and_the_other_begins() -> None:
    assert said(table(year(2024, valid_until="2025-01-01"), year(2025))) == [overlap(1, "own.power.2024")]


def test_rows_of_the_same_days_in_two_files() -> None:
    others = table(year(2025, id="theirs.power.2025"), name="theirs")
    assert said(table(year(2025)), others) == [overlap(0, "own.power.2025")]


def test_an_overlap_that_is_not_with_the_neighbour() -> None:
    """2020 to 2025 and 2021 overlap and name each other; 2024 begins after 2021 has ended, and not after 2020 has."""
    long, short = ("own.power.2020", "own.power.2021")
    rows = [
        year(2020, valid_until="2025-12-31", conflicts_with=short),
        year(2021, conflicts_with=long),
        year(2024),
    ]
    assert said(table(*rows)) == [overlap(2, long)]


@pytest.mark.parametrize(
    "open_end",
    [{"valid_from": "", "valid_until": ""}, {"valid_from": ""}, {"valid_until": ""}],
    ids=["always", "until 2025", "from 2025"],
)
def test_a_period_without_an_end_overlaps_everything_beyond(open_end: dict[str, str]) -> None:
    always = row() | {"id": "own.always"} | open_end
    beyond = 2026 if open_end == {"valid_until": ""} else 2024
    assert [line for line, _, _ in said(table(always, year(beyond)))] != []


@pytest.mark.parametrize(
    "different",
    [
        {"geography": "CN"},
        {"series": "own.power.night"},
        {"sector": "manufacturing"},
        {"technology": "wind"},
        {"gas": "CO2", "unit": "kg CO2/kWh", "scope": "direct", "gwp_set": ""},
        {"origin": "biogenic"},
        {"gwp_set": "AR5"},
    ],
    ids=lambda different: next(iter(different)),
)
def test_rows_that_say_different_things_may_stand_for_the_same_days(different: dict[str, str]) -> None:
    assert said(table(year(2025), year(2025, id="own.other", **different))) == []


@pytest.mark.parametrize(
    "same", [{"unit": "t CO2e/MWh"}, {"value": "0.7"}, {"status": "provisional"}, {"kind": "heat"}]
)
def test_rows_that_differ_in_nothing_that_tells_them_apart(same: dict[str, str]) -> None:
    """A unit tells nothing apart: one figure in two units is still one too many."""
    assert said(table(year(2025), year(2025, id="own.other", **same))) == [overlap(1, "own.power.2025")]


def test_rows_that_conflict_by_name_may_overlap() -> None:
    one, other = year(2025, conflicts_with="own.other"), year(2025, id="own.other", conflicts_with="own.power.2025")
    assert said(table(one, other)) == []


def test_a_row_may_overlap_the_one_that_replaces_it() -> None:
    assert said(table(year(2025), year(2025, id="own.old", superseded_by="own.power.2025"))) == []


def test_many_rows_of_the_same_days_are_told_a_hundred_times_and_soon() -> None:
    rows = [year(2025, id=f"own.{number}") for number in range(500)]
    assert len(said(table(*rows))) == 100


# Conflicts and successors


def test_a_conflict_is_named_on_both_sides() -> None:
    told = said(table(row("own.a", conflicts_with="own.b"), row("own.b")))
    assert told == [
        (FIRST_ROW, "it conflicts with own.b, which does not name it in return", "与 own.b 相矛盾，但后者未反向列明")
    ]


def test_a_conflict_with_a_row_that_is_not_there() -> None:
    told = said(table(row("own.a", conflicts_with="own.z")))
    assert told == [(FIRST_ROW, "conflicts_with: there is no row own.z", "conflicts_with：没有 own.z 这一行")]


def test_a_row_that_ships_need_not_name_one_of_the_user_in_return() -> None:
    assert said(table(row("own.a", conflicts_with=SHIPPED))) == []


def test_a_row_does_not_conflict_with_itself() -> None:
    assert said(table(row("own.a", conflicts_with="own.a"))) == [
        (FIRST_ROW, "it conflicts with itself", "与自身相矛盾")
    ]


def test_a_successor_that_is_not_there() -> None:
    told = said(table(row("own.a", superseded_by="own.z")))
    assert told == [(FIRST_ROW, "superseded_by: there is no row own.z", "superseded_by：没有 own.z 这一行")]


@pytest.mark.parametrize("circle", [["own.a"], ["own.a", "own.b"], ["own.a", "own.b", "own.c"]])
def test_successors_that_lead_back(circle: list[str]) -> None:
    rows = [row(one, superseded_by=after) for one, after in zip(circle, [*circle[1:], circle[0]], strict=True)]
    told = said(table(row("own.before", superseded_by="own.a"), *rows))
    assert told == [
        (FIRST_ROW + number, "in the end it is superseded by itself", "最终被自身取代")
        for number in range(1, len(circle) + 1)
    ]


def test_successors_of_successors() -> None:
    own = opened(table(row("own.a", superseded_by="own.b"), row("own.b", superseded_by="own.c"), row("own.c")))
    assert [one.id for one in not_found(own.by_id("own.a")).candidates] == ["own.b"]
    assert [one.id for one in not_found(own.by_id("own.b")).candidates] == ["own.c"]
    assert found(own.by_id("own.c")).id == "own.c"


def test_a_row_of_the_user_may_be_replaced_by_one_that_ships() -> None:
    own = opened(table(row("own.a", superseded_by=SHIPPED)))
    assert [one.id for one in not_found(own.by_id("own.a")).candidates] == [SHIPPED]
