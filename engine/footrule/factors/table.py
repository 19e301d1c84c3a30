"""A table of factors read: its rows as texts in order, or what is wrong with it, line by line."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from footrule.factors import columns
from footrule.factors.columns import Texts, order_of
from footrule.factors.provenance import Provenance, Refusal, provenance, rows_of, text_of
from footrule.factors.row import RowCheck
from footrule.text.wording import Wording, worded

SUFFIX = ".csv"
MOST_REFUSALS = 100
"""Of a file; who has a hundred to mend does not read the hundred and first."""


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file with a table: its name without the suffix, how it is called in messages, and its bytes."""

    name: str
    file: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The hash of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its rows, each with its line; `refused` says what is wrong, and then nothing of it is used."""

    file: TableFile
    provenance: Provenance | None
    rows: list[tuple[int, Texts]]
    refused: list[Refusal]


def read_table(file: TableFile, check: RowCheck) -> Table:
    """A table from its bytes."""
    text = text_of(file.data, file.file)
    if isinstance(text, Refusal):
        return Table(file, None, [], [text])
    block, refused = provenance(text, file.file, file.name)
    rows: list[tuple[int, Texts]] = []
    line = 0
    try:
        lines = rows_of(text)
        line, heads = next(lines, (1, list[str]()))
        places, wrong = order_of(heads)
        refused += [Refusal(file.file, line, says) for says in wrong]
        if not wrong:
            for line, row, problems in _rows(lines, places, check):
                if problems:
                    refused += [Refusal(file.file, line, says) for says in problems]
                    if len(refused) >= MOST_REFUSALS:
                        break
                else:
                    rows.append((line, row))
    except csv.Error as problem:
        refused.append(Refusal(file.file, line + 1, _not_csv(problem)))
    return Table(file, block, rows, refused[:MOST_REFUSALS])


def _rows(
    lines: Iterator[tuple[int, list[str]]], places: list[int], check: RowCheck
) -> Iterator[tuple[int, Texts, list[Wording]]]:
    """Each row in the order of the columns, with what is wrong with it."""
    wanted, many = len(places), len(columns.COLUMNS)
    for line, fields in lines:
        if len(fields) != wanted:
            yield line, (), [_fields(len(fields), wanted)]
            continue
        row = [""] * many
        for place, field in zip(places, fields, strict=True):
            row[place] = field.strip()
        texts = tuple(row)
        yield line, texts, check.problems(texts)


def _fields(found: int, wanted: int) -> Wording:
    more = found > wanted
    return worded(
        f"{found} fields, and there are {wanted} columns"
        + ("; a comma within a field (a decimal comma?) needs quotation marks around the field" if more else ""),
        f"本行有{found}个字段，而表头有{wanted}列" + ("；字段内含逗号（或小数逗号）时须加引号" if more else ""),
    )


def _not_csv(problem: csv.Error) -> Wording:
    return worded(
        f"this cannot be read as fields with commas between them ({problem}); is a quotation mark left open?",
        f"无法按逗号分隔读取（{problem}）；是否有引号未闭合？",
    )
