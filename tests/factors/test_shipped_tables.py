"""The tables that ship: enough of them, in both languages, each figure with its source, each computed one computed."""

from __future__ import annotations

import csv
import io
import re
from fractions import Fraction

import pytest

from footrule.builtins.chemistry import G_PER_MOL, formula_mass
from footrule.factors.columns import COLUMNS, REQUIRED
from footrule.factors.database import Factors, Found
from footrule.factors.derivation import derived
from footrule.factors.factor import Kind, Scope, Status
from footrule.factors.meaning import ORIGINS, SETS
from footrule.factors.reading import Reading
from footrule.factors.row_check import RowCheck
from footrule.factors.shipped import shipped_geography, shipped_tables
from footrule.factors.table import TableFile
from footrule.measure.quantity import Quantity, exact
from tests.house.checkout import ROOT

FACTORS = {one.id: one for one in Factors().every()}
DERIVED = [one.id for one in FACTORS.values() if one.derivation]
README = (ROOT / "factors" / "README.md").read_text(encoding="utf-8")
PRIMARY = {"uk-2025", "screening"}
"""The tables with rows that were read in the primary document; tests/factors/test_sources.py reads it again."""
_HAN = re.compile(r"[\u4e00-\u9fff]")


def test_there_are_enough_of_them() -> None:
    """The demonstration that this database is made for counts 600 of them."""
    assert len(FACTORS) >= 600
    assert len({one.table for one in FACTORS.values()}) == len(shipped_tables())


def test_none_is_refused() -> None:
    factors = Factors()
    assert factors.tables() != ()
    assert factors.refused == ()


def test_each_says_where_it_comes_from_and_on_what_terms() -> None:
    bare = [
        one.id
        for one in FACTORS.values()
        if not (one.source.title and one.source.licence and 1990 <= one.source.year <= 2100 and one.status in Status)
    ]
    assert bare == []


def test_each_has_a_name_in_english_and_in_chinese() -> None:
    wrong = [
        one.id
        for one in FACTORS.values()
        if _HAN.search(one.name) or not (_HAN.search(one.name_zh) or one.name_zh == one.name)
    ]
    assert wrong == []


def test_every_note_is_in_both_languages() -> None:
    assert [one.id for one in FACTORS.values() if bool(one.note) != bool(one.note_zh)] == []
    assert [one.id for one in FACTORS.values() if _HAN.search(one.note)] == []
    assert [one.id for one in FACTORS.values() if one.note_zh and not _HAN.search(one.note_zh)] == []


@pytest.mark.parametrize("language", ["name", "name_zh"])
def test_each_is_found_by_its_name(language: str, shipped: Factors) -> None:
    asked: dict[str, set[str]] = {}
    for one in FACTORS.values():
        asked.setdefault(getattr(one, language), set()).add(one.id)
    lost = [name for name, ids in asked.items() if not ids <= {one.id for one in shipped.search([name])}]
    assert lost == []


def test_each_is_found_by_its_id(shipped: Factors) -> None:
    assert all(isinstance(shipped.by_id(one, obsolete=True), Found) for one in FACTORS)


# What is computed


def of_id(id: str) -> Quantity | None:
    """A figure as it is printed, taken to be exact."""
    one = FACTORS.get(id)
    return None if one is None else exact(one.value.value, one.unit)


def mass_of(formula: str) -> Quantity | None:
    """The molar mass of a formula."""
    mass = formula_mass(formula)
    return None if mass is None else exact(mass, G_PER_MOL)


def test_many_are_computed() -> None:
    assert len(DERIVED) >= 300


@pytest.mark.parametrize("id", DERIVED)
def test_a_derived_value_is_what_its_parts_come_to(id: str) -> None:
    """To half a unit in the last place that is printed, or within what the derivation allows."""
    one = FACTORS[id]
    result = derived(one.derivation, of_id, mass_of)
    assert result.quantity.dimension == one.unit.dimension
    computed = result.quantity.value / one.unit.factor
    allowed = max(one.value.half_place, result.tolerance * abs(computed))
    assert abs(computed - one.value.value) <= allowed, f"{one.derivation} = {float(computed):.8g}"


def test_parts_of_a_sum_of_gases_are_gases_of_its_set() -> None:
    with_parts = [one for one in FACTORS.values() if one.parts]
    assert len(with_parts) > 100
    assert [one.id for one in with_parts if one.gas != "CO2e" or one.gwp_set == ""] == []


def test_no_range_is_empty() -> None:
    ranges = [(one, one.uncertainty) for one in FACTORS.values() if one.uncertainty is not None]
    assert len(ranges) > 100
    assert [one.id for one, bounds in ranges if not bounds.meaning or None in (bounds.low, bounds.high)] == []


# What is said of others


def test_where_sources_conflict_both_rows_stand_and_name_each_other() -> None:
    conflicting = [one for one in FACTORS.values() if one.conflicts_with]
    assert len(conflicting) >= 20
    for one in conflicting:
        assert one.note, f"{one.id} contradicts another source, and does not say how"
        for name in one.conflicts_with:
            other = FACTORS[name]
            assert one.id in other.conflicts_with
            assert one.unit.dimension == other.unit.dimension, "they say something of one thing"
            assert one.quantity.value != other.quantity.value, "they contradict each other"


def test_what_is_superseded_names_what_to_use_instead() -> None:
    old = [one for one in FACTORS.values() if one.superseded_by]
    assert len(old) >= 4
    for one in old:
        assert not FACTORS[one.superseded_by].superseded_by
        assert one.note


def test_a_verified_row_was_read_in_a_primary_document() -> None:
    verified = [one for one in FACTORS.values() if one.status is Status.VERIFIED]
    assert len(verified) > 300
    assert {one.table for one in verified} == PRIMARY
    assert [one.id for one in verified if not (one.source.page or one.source.table)] == []


# Files


@pytest.mark.parametrize("table", shipped_tables(), ids=lambda table: table.name)
def test_a_file_is_written_as_a_machine_would_write_it(table: TableFile) -> None:
    """So that a change of one figure is a change of one line."""
    text = table.data.decode()
    block = [line for line in text.split("\n") if line.startswith("#")]
    rows = list(csv.reader(io.StringIO(text[sum(len(line) + 1 for line in block) :])))
    again = io.StringIO()
    csv.writer(again, lineterminator="\n").writerows(rows)
    assert "\n".join([*block, again.getvalue()]) == text
    heads = rows[0]
    assert heads == [one for one in COLUMNS if one in heads], "the columns stand in the order of factors/README.md"
    assert [
        one for place, one in enumerate(heads) if one not in REQUIRED and not any(row[place] for row in rows[1:])
    ] == []


def test_the_readme_names_every_column_in_order_and_those_that_must_be_there() -> None:
    _, columns, _ = re.split(r"The columns stand in any order|\| kind \| is \|", README)
    names = re.findall(r"(?<=\| |, )`(\w+)`(\*?)(?=,| \|)", "\n".join(re.findall(r"^\| `.*?\|", columns, re.MULTILINE)))
    listed = [name for name, _ in names]
    assert listed == list(COLUMNS)
    assert tuple(name for name, star in names if star) == REQUIRED


@pytest.mark.parametrize(
    "known", [[one.value for one in Kind], [one.value for one in Scope], sorted(ORIGINS), sorted(SETS)]
)
def test_the_readme_names_every_word(known: list[str]) -> None:
    assert [word for word in known if f"`{word}`" not in README] == []


def test_the_readme_shows_a_table_in_order_with_a_row_that_ships() -> None:
    (shown,) = re.findall(r"```csv\n(.*?)```", README, re.DOTALL)
    reading = Reading(TableFile("cn-grid-footprint", "README.md", shown.encode()), RowCheck(shipped_geography()))
    ((_, *texts),) = reading.rows()
    assert reading.refused == []
    one = FACTORS["cn-grid-footprint.2023"]
    told = one.id, one.name, one.name_zh, one.kind.value, one.series, one.geography, one.valid_from, one.valid_until
    assert texts[:8] == [str(text) for text in told]
    assert texts[8:11] == [one.value.text, str(one.unit), one.gas]


def test_half_a_unit_in_the_last_place_is_what_a_row_prints() -> None:
    assert FACTORS["cn-grid-footprint.2023"].value.half_place == Fraction(1, 20_000)


@pytest.mark.parametrize("table", shipped_tables(), ids=lambda table: table.name)
def test_no_number_is_printed_as_a_computer_holds_it(table: TableFile) -> None:
    """0.0000033600000000000004 is 0.00000336 that went through a spreadsheet."""
    assert re.findall(rb"\d\.\d{12,}", table.data) == []
