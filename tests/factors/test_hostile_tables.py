"""Whatever bytes are given for a table: they are refused by line or give factors, and nothing is raised."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from footrule.factors.columns import COLUMNS, arranged
from footrule.factors.factor import Factor, Kind, Scope, Status
from footrule.factors.geography import read_geography
from footrule.factors.meaning import ORIGINS, SETS
from footrule.factors.reading import Reading
from footrule.factors.row import factor_of
from footrule.factors.row_check import RowCheck
from footrule.factors.shipped import shipped_places
from tests.factors.tables import BLOCK, FIRST_ROW, SOUND, row, text_file, written

CHECK = RowCheck(read_geography(shipped_places().data))
SOUND_BYTES = written([row("own.a"), row("own.b")], BLOCK).encode()

# For each column what is sound, what is nearly so, and what is not; one row in five has something else altogether.
WORDS = {
    "id": ["own.a", "own.b-2", "Own", "", "a" * 121],
    "name": ["A name", "", "=1+1", "a\nb"],
    "kind": [*(one.value for one in Kind), "", "product "],
    "series": ["", "own", "two words"],
    "cas": ["", "74-85-1", "74-85-2", "74-85-1 74-82-8"],
    "hs": ["", "2901.21", "290121", "2901 2902"],
    "geography": ["CN", "GLO", "cn", "", "CN-GRID-EAST"],
    "valid_from": ["", "2025-01-01", "2025-13-01", "0001-01-01"],
    "valid_until": ["", "2025-12-31", "2024-12-31", "9999-12-31"],
    "value": ["1", "0.50", "-3e-5", "0", "0,5", "1,000", "", "1e99", "x", "0000.0010", "9" * 40, "1e100"],
    "unit": ["kg CO2e/kWh", "kg CO2/TJ", "kg CH4/t", "%", "", "kg", "GJ/t", "t CO2e/10^4 Nm3", "kg CO2e/kg"],
    "low": ["", "0.4", "1", "1e-3", "x", "0,4"],
    "high": ["", "0.6", "2", "2e99", "y"],
    "gas": ["", "CO2", "CO2e", "CH4", "SF6", "no gas"],
    "origin": ["", *sorted(ORIGINS), "green"],
    "parts": [
        "",
        "CO2=0.4;CH4=0.1",
        "CO2=0.50",
        "CO2=1",
        "CO2=0.6;CH4=0.4",
        "CO2=0.5;CO2=0.5",
        ";",
        "=",
        "CO2",
        "CO2=1;",
    ],
    "gwp_set": ["", *sorted(SETS), "SAR"],
    "scope": ["", *(one.value for one in Scope), "all"],
    "quality": ["", "temporal=2", "temporal=9", "="],
    "source_year": ["", "2025", "25"],
    "status": [*(one.value for one in Status), "", "sure"],
}
ANYTHING = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20)


def texts_of(column: str) -> st.SearchStrategy[str]:
    """What may stand in a column."""
    known = WORDS.get(column)
    return ANYTHING if known is None else st.one_of(*[st.sampled_from(known)] * 4, ANYTHING)


ROWS = st.fixed_dictionaries({column: texts_of(column) for column in COLUMNS}).map(
    lambda texts: {column: text.strip() for column, text in texts.items()}
)
NEARLY_SOUND = (
    st.dictionaries(st.sampled_from(sorted(WORDS)), st.none())
    .flatmap(lambda columns: st.fixed_dictionaries({column: texts_of(column) for column in columns}))
    .map(
        lambda changes: dict.fromkeys(COLUMNS, "") | SOUND | {column: text.strip() for column, text in changes.items()}
    )
)


def factors_of(data: bytes) -> list[Factor]:
    """Every row of a table as a factor; none where the table is refused."""
    reading = Reading(text_file(data), CHECK)
    rows = list(reading.rows())
    assert all(one.line >= 0 and {"en", "zh"} == set(one.says.languages) for one in reading.refused)
    if reading.refused:
        return []
    assert reading.provenance is not None
    return [
        factor_of(arranged([str(text) for text in texts], reading.columns), reading.provenance, int(line))
        for line, *texts in rows
    ]


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    factors_of(data)


@given(st.binary(max_size=60))
def test_any_bytes_below_a_sound_block(data: bytes) -> None:
    factors_of(SOUND_BYTES + data)


@given(st.data())
def test_a_sound_table_with_some_bytes_replaced(data: st.DataObject) -> None:
    damaged = bytearray(SOUND_BYTES)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(damaged)))
        end = data.draw(st.integers(start, min(start + 9, len(damaged))))
        damaged[start:end] = data.draw(
            st.one_of(st.binary(max_size=4), st.sampled_from([b'"', b",", b"\n", b"#", b"\r"]))
        )
    factors_of(bytes(damaged))


@given(st.lists(ROWS, min_size=1, max_size=3))
def test_any_rows(rows: list[dict[str, str]]) -> None:
    factors_of(written(rows, BLOCK).encode())


@given(st.lists(NEARLY_SOUND, min_size=1, max_size=4))
def test_a_row_that_is_taken_is_the_factor_that_its_texts_say(rows: list[dict[str, str]]) -> None:
    for texts, factor in zip(rows, factors_of(written(rows, BLOCK).encode()), strict=False):
        assert (factor.id, factor.name, factor.kind.value, factor.geography) == tuple(
            texts[column] for column in ("id", "name", "kind", "geography")
        )
        assert (factor.value.text, factor.gas, factor.status.value) == (texts["value"], texts["gas"], texts["status"])
        assert str(factor.valid_from or "") == texts["valid_from"]
        assert factor.series == (texts["series"] or texts["id"])
        assert factor.quantity.low <= factor.quantity.value <= factor.quantity.high


@given(st.lists(NEARLY_SOUND, min_size=1, max_size=6))
def test_what_is_passed_at_first_sight_has_nothing_wrong_with_it(rows: list[dict[str, str]]) -> None:
    """The short test that a table of a million rows needs, against the long one."""
    check = CHECK.of(COLUMNS)
    for one in rows:
        texts = tuple(one[column] for column in COLUMNS)
        check.problems(texts)
        if check.plainly_in_order(texts):
            assert check.problems(texts) == []


def test_the_short_test_is_passed_by_what_is_usual() -> None:
    """Else the test above could not fail, and a large table would take long."""
    check = CHECK.of(COLUMNS)
    bounds, parts = {"low": "0.5", "high": "0.7"}, {"parts": "CO2=0.60;CH4=0.01;N2O=0.002"}
    usual = [tuple((dict.fromkeys(COLUMNS, "") | SOUND | more).values()) for more in ({}, bounds, parts)]
    for texts in usual:
        assert not CHECK.of(COLUMNS).plainly_in_order(texts), "nothing is known yet"
        assert check.problems(texts) == []
    assert all(check.plainly_in_order(texts) for texts in usual)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=8), min_size=1, max_size=5))
def test_a_line_is_counted_as_an_editor_counts_it(names: list[str]) -> None:
    """Names with quotation marks, commas and everything else that ends no line."""
    names = [f"x{''.join(char for char in name if char.isprintable())}" for name in names]
    rows = [row(f"own.{number}", name=name) for number, name in enumerate(names)]
    text = io.StringIO(written(rows, BLOCK))
    lines = {line.split(",", 1)[0]: number for number, line in enumerate(text.getvalue().split("\n"), 1)}
    factors = factors_of(text.getvalue().encode())
    assert (
        [one.line for one in factors]
        == [lines[one.id] for one in factors]
        == [FIRST_ROW + number for number in range(len(rows))]
    )
    assert [one.name for one in factors] == [name.strip() for name in names]
    assert next(csv.reader([text.getvalue().split("\n")[FIRST_ROW - 1]]))[0] == "own.0"
