"""The job of a batch: rows for documents, written down in the process that made them, and counted there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from footrule.batch.checker import Checker, Recipe
from footrule.batch.interpreting import unreadable_row
from footrule.batch.sources import Raw
from footrule.report.batch_totals import Totals
from footrule.report.result_row import ResultRow, json_line
from footrule.submission.intake import Unreadable


@dataclass(frozen=True, slots=True)
class Checked:
    """The rows of some documents as they are written, and what they come to."""

    lines: bytes
    totals: Totals


@dataclass(frozen=True, slots=True)
class CheckingJob:
    """Checks documents with a checker of a recipe."""

    recipe: Recipe
    as_of: date
    language: str

    def work(self) -> Checking:
        """The work, begun in this process."""
        return Checking(self.recipe.checker(), self.as_of, self.language)


class Checking:
    """A checker at work."""

    def __init__(self, checker: Checker, as_of: date, language: str) -> None:
        self._checker = checker
        self._as_of = as_of
        self._language = language

    def over(self, documents: Iterable[Raw], /) -> Checked:
        """The rows of some documents, those of each one after another."""
        totals, lines = Totals(), list[bytes]()
        for document in documents:
            totals.documents += 1
            if isinstance(document, Unreadable):
                rows: Iterable[ResultRow] = (unreadable_row(document, self._as_of, self._language),)
            else:
                rows = self._checker.rows(document)
            for row in rows:
                totals.add(row)
                lines.append(json_line(row))
        return Checked(b"".join(lines), totals)
