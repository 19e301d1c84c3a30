"""A table of factors being read: its rows as texts, or what is wrong with it, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from footrule.factors.columns import order_of
from footrule.factors.fields import Row, Unreadable, block_and_rows
from footrule.factors.provenance import Provenance, Refusal, provenance
from footrule.factors.row_check import RowCheck
from footrule.factors.table import MOST_REFUSALS, TableFile
from footrule.text.wording import Wording, worded


class Reading:
    """A table being read, once, from its first line to its last.

    `columns` are those of the file in its order, none where its heads are not in order. When the rows are through,
    `refused` says what is wrong with the table; where anything is, nothing of it is used.
    """

    def __init__(self, file: TableFile, check: RowCheck) -> None:
        self.provenance: Provenance | None = None
        self.columns: tuple[str, ...] = ()
        self.refused: list[Refusal] = []
        self._file = file.file
        self._check = check
        self._lines: Iterator[Row] = iter(())
        try:
            block, self._lines = block_and_rows(file.data)
            self.provenance, self.refused = provenance(block, file.file, file.name)
            line, heads = next(self._lines, (len(block) + 1, list[str]()))
        except Unreadable as why:
            self.refused = [Refusal(file.file, why.line, why.says)]
            return
        self.columns, wrong = order_of(heads)
        self.refused += [Refusal(file.file, line, says) for says in wrong]

    def rows(self) -> Iterator[tuple[int | str, ...]]:
        """The rows that are in order: the line of each, and its texts in the order of the columns."""
        if not self.columns:
            return
        wanted, check = len(self.columns), self._check.of(self.columns)
        try:
            for line, fields in self._lines:
                row = tuple(map(str.strip, fields))
                if len(row) != wanted:
                    self._refuse(line, [_fields(len(row), wanted)])
                elif not check.plainly_in_order(row):
                    self._refuse(line, check.problems(row))
                if not self.refused:
                    yield line, *row
                elif len(self.refused) >= MOST_REFUSALS:
                    break
        except Unreadable as why:
            self._refuse(why.line, [why.says])
        del self.refused[MOST_REFUSALS:]

    def _refuse(self, line: int, problems: list[Wording]) -> None:
        self.refused += [Refusal(self._file, line, says) for says in problems]


def _fields(found: int, wanted: int) -> Wording:
    more = found > wanted
    return worded(
        f"{found} fields, and there are {wanted} columns"
        + ("; a comma within a field (a decimal comma?) needs quotation marks around the field" if more else ""),
        f"本行有{found}个字段，而表头有{wanted}列" + ("；字段内含逗号（或小数逗号）时须加引号" if more else ""),
    )
