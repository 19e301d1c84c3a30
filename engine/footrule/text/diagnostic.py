"""What is wrong with the text of a standard, told to its author.

A diagnostic is neither a finding (about a submission) nor a fault (about the engine).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from footrule.frozen import Frozen, dataclass
from footrule.text.source import Source, Span
from footrule.text.wording import Wording


class Severity(Enum):
    """How a diagnostic weighs: an error stops a standard from being used, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Label(Frozen):
    """A stretch of the source and what to say of it."""

    span: Span
    text: Wording


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Fix(Frozen):
    """A change of the text that mends a mistake for certain, so that a program may make it.

    `edits` are the stretches to replace and what to put there; they do not overlap. Where there is more than one thing
    that an author may have meant, a diagnostic has no fix.
    """

    says: Wording
    edits: tuple[tuple[Span, str], ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Diagnostic(Frozen):
    """One mistake in a standard: a code with a page, a headline, the place, and what helps."""

    code: str
    headline: Wording
    source: Source
    primary: Label
    secondary: tuple[Label, ...] = ()
    help: Wording | None = None
    severity: Severity = Severity.ERROR
    fix: Fix | None = None


def warning(
    code: str,
    headline: Wording,
    source: Source,
    primary: Label,
    help: Wording | None = None,
    secondary: tuple[Label, ...] = (),
) -> Diagnostic:
    """A diagnostic that does not stop the standard from being used."""
    return Diagnostic(code, headline, source, primary, secondary, help, Severity.WARNING)


MOST_KEPT = 100
"""How many diagnostics of a file are kept to be shown; nobody reads more, and a hostile file has a million."""


class Sink:
    """Collects diagnostics of one run: every mistake once, in the order of the text, the first hundred of each file."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int, str], Diagnostic] = {}
        self._seen: set[tuple[str, int, str]] = set()
        self._kept_of: dict[str, int] = {}
        self.has_errors = False
        """Whether anything that was added, kept or not, stops the standard from being used."""

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep a diagnostic, unless the same code already stands at the same place."""
        file = diagnostic.source.name
        key = (file, diagnostic.primary.span.start, diagnostic.code)
        if key in self._seen:
            return
        self._seen.add(key)
        self.has_errors = self.has_errors or diagnostic.severity is Severity.ERROR
        kept = self._kept_of.get(file, 0)
        if kept < MOST_KEPT:
            self._kept_of[file] = kept + 1
            self._kept[key] = diagnostic

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(sorted(self._kept.values(), key=lambda one: (one.source.name, one.primary.span.start, one.code)))

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def left_out(self) -> int:
        """How many were added and are not kept."""
        return len(self._seen) - len(self._kept)
