"""What the processes of a batch make their checkers from: the options of the command, as they were given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footrule.batch.checker import Checker
from footrule.batch.deciding import DecidingChecker
from footrule.cli.applying import applied


@dataclass(frozen=True, slots=True)
class CheckingRecipe:
    """The options that decide what a document is checked by."""

    standards: tuple[str, ...]
    libraries: tuple[str, ...]
    factors: tuple[str, ...]
    as_of: date
    language: str
    accept_awaiting: bool

    def checker(self) -> Checker:
        """The checker, in a process of its own: what could be had when the run was begun can still be had."""
        found = applied(self.standards, self.libraries, self.factors, self.as_of, None)
        if isinstance(found, list):
            raise FileNotFoundError(f"since the run was begun: {'; '.join(map(str, found))}")
        return DecidingChecker(
            found.workspace, found.asked, self.as_of, self.language, accept_awaiting=self.accept_awaiting
        )
