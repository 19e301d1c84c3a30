"""Small tables of factors to try things with: a sound row, what is changed in it, and what is said of the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date

from footrule.factors.database import Answer, Factors, Found, NotFound
from footrule.factors.factor import Factor
from footrule.factors.table import TableFile

BLOCK = {
    "table": "own",
    "title": "Electricity of our sites",
    "publisher": "A works",
    "year": "2025",
    "licence": "internal",
    "obtained": "read from the bills",
}
SOUND = {
    "id": "own.power.2025",
    "name": "Electricity of the works",
    "name_zh": "本厂电力",
    "kind": "electricity",
    "series": "own.power",
    "geography": "CN-SD",
    "valid_from": "2025-01-01",
    "valid_until": "2025-12-31",
    "value": "0.612",
    "unit": "kg CO2e/kWh",
    "gas": "CO2e",
    "gwp_set": "AR6",
    "scope": "life_cycle",
    "status": "verified",
}
FIRST_ROW = len(BLOCK) + 2
"""The line of the first row: the block stands above it, and the heads of the columns."""
DAY = date(2025, 6, 1)

Said = tuple[int, str, str]
"""A refusal: its line, and what it says in English and in Chinese."""


def row(id: str = "", **changes: str) -> dict[str, str]:
    """A sound row but for what is changed; another id makes it a series of its own, unless one is given."""
    series = {"series": id} if id else {}
    return SOUND | series | ({"id": id} if id else {}) | changes


def written(rows: Sequence[Mapping[str, str]], block: Mapping[str, str]) -> str:
    """A table as text, with the columns that its rows have."""
    columns = list(dict.fromkeys(column for one in rows for column in one))
    text = io.StringIO()
    text.writelines(f"# {key}: {value}\n" for key, value in block.items())
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([one.get(column, "") for column in columns] for one in rows)
    return text.getvalue()


def table(*rows: Mapping[str, str], name: str = "own") -> TableFile:
    """A table file of some rows."""
    return TableFile(name, f"{name}.csv", written(rows, BLOCK | {"table": name}).encode())


def text_file(text: str | bytes, name: str = "own") -> TableFile:
    """A table file of a text or of bytes."""
    return TableFile(name, f"{name}.csv", text.encode() if isinstance(text, str) else text)


def opened(*files: TableFile) -> Factors:
    """The database with tables of a user that are in order."""
    factors = Factors(files)
    factors.tables()
    assert [str(one.says) for one in factors.refused] == []
    return factors


def said(*files: TableFile) -> list[Said]:
    """What is said of files that are not in order."""
    factors = Factors(files)
    factors.tables()
    assert {one.file for one in factors.refused} <= {one.file for one in files}
    return [(one.line, one.says.in_language("en"), one.says.in_language("zh")) for one in factors.refused]


def found(answer: Answer) -> Factor:
    """The row that an answer has."""
    assert isinstance(answer, Found), answer
    return answer.factor


def not_found(answer: Answer) -> NotFound:
    """An answer that has no row."""
    assert isinstance(answer, NotFound), answer
    return answer
