"""The seam between a batch and what checks: one raw document in, its result rows out.

A `Checker` belongs to one process and may keep what it likes between documents. It is never sent anywhere: each
process makes its own from a `Recipe`, which is small, frozen and can be pickled.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from footrule.report.result_row import ResultRow
from footrule.submission.raw_documents import RawDocument


class Checker(Protocol):
    """What checks documents."""

    def rows(self, document: RawDocument) -> Iterable[ResultRow]:
        """A row for each footprint in a document, or for what cannot be read of it; at least one, in their order."""
        ...


class Recipe(Protocol):
    """What a checker is made from, again in each process."""

    def checker(self) -> Checker:
        """The checker; it is asked for once in each process."""
        ...
