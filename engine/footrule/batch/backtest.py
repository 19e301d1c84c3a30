"""The job of a backtest: each document is held against an old standard and a new one, and what changes is counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from footrule.batch.checker import Checker
from footrule.batch.interpreting import unreadable_row
from footrule.batch.sources import Raw
from footrule.report.backtest_totals import Changed
from footrule.submission.intake import Unreadable


class TwoRecipes(Protocol):
    """What the checkers of both standards are made from, again in each process."""

    def checkers(self) -> tuple[Checker, Checker]:
        """The checker of the old standard, and that of the new one."""
        ...


@dataclass(frozen=True, slots=True)
class BacktestJob:
    """Holds documents against two standards."""

    recipe: TwoRecipes
    as_of: date
    language: str
    most_examples: int

    def work(self) -> Backtesting:
        """The work, begun in this process."""
        return Backtesting(*self.recipe.checkers(), self)


class Backtesting:
    """Two checkers at work."""

    def __init__(self, old: Checker, new: Checker, job: BacktestJob) -> None:
        self._old = old
        self._new = new
        self._job = job

    def over(self, documents: Iterable[Raw], /) -> Changed:
        """What changes for the footprints of some documents."""
        changed = Changed(self._job.most_examples)
        for document in documents:
            changed.documents += 1
            if isinstance(document, Unreadable):
                row = unreadable_row(document, self._job.as_of, self._job.language)
                changed.add(row, row)
                continue
            # What is a footprint is told by the format and not by a standard, so that both have the same rows.
            for old, new in zip(self._old.rows(document), self._new.rows(document), strict=True):
                changed.add(old, new)
        return changed
