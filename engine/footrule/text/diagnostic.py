"""What is wrong with the text of a standard, told to its author.

A diagnostic is neither a finding (about a submission) nor a fault (about the engine).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from footrule.text.source import Source, Span
from footrule.text.wording import Wording


class Severity(Enum):
    """How a diagnostic weighs: an error stops a standard from being used, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Label:
    """A stretch of the source and what to say of it."""

    span: Span
    text: Wording


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake in a standard: a code with a page, a headline, the place, and what helps."""

    code: str
    headline: Wording
    source: Source
    primary: Label
    secondary: tuple[Label, ...] = ()
    help: Wording | None = None
    severity: Severity = Severity.ERROR


class Sink:
    """Collects diagnostics of one run: every mistake once, in the order of the text."""

    def __init__(self) -> None:
        self._collected: dict[tuple[str, int, str], Diagnostic] = {}

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep a diagnostic, unless the same code already stands at the same place."""
        key = (diagnostic.source.name, diagnostic.primary.span.start, diagnostic.code)
        self._collected.setdefault(key, diagnostic)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(
            sorted(self._collected.values(), key=lambda one: (one.source.name, one.primary.span.start, one.code))
        )

    def __len__(self) -> int:
        return len(self._collected)

    @property
    def has_errors(self) -> bool:
        """Whether anything collected stops the standard from being used."""
        return any(one.severity is Severity.ERROR for one in self._collected.values())
