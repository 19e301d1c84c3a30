"""Checking a file now: the cold path, which alone needs the parser."""

from __future__ import annotations

from dataclasses import dataclass

from footrule.check.from_syntax import Library, check
from footrule.check.vocabulary import Vocabulary
from footrule.collector import collector_paused
from footrule.library.cache import Parents
from footrule.library.shelf import Edition
from footrule.model.standard import Standard
from footrule.submission.footprint_vocabulary import CODES, RECORDS
from footrule.syntax.parse import parse, source_of
from footrule.text.diagnostic import Diagnostic, Sink

VOCABULARY = Vocabulary(RECORDS, CODES)


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a file: the standard (None where it has errors), the parents it was checked with, what to tell.

    Of very many diagnostics the first are kept, and `left_out` counts the others.
    """

    standard: Standard | None
    parents: Parents
    diagnostics: tuple[Diagnostic, ...]
    left_out: int


class _Recording:
    """A library that remembers which parents were asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.parents: dict[tuple[str, int], str] = {}

    def extended(self, id: str, major: int) -> Standard | None:
        """What the library answers."""
        found = self._library.extended(id, major)
        if found is not None:
            self.parents[(id, major)] = found.sha256
        return found

    def circle(self, parent: tuple[str, int], home: tuple[str, int]) -> tuple[str, ...]:
        """What the library answers."""
        return self._library.circle(parent, home)


def checked(edition: Edition, library: Library) -> Checked:
    """A file checked now. Where a part of it cannot be read, the rest is checked for what there is to say of it."""
    sink, recording = Sink(), _Recording(library)
    with collector_paused():
        source = source_of(edition.name, edition.data, sink)
        tree = None if source is None else parse(source, sink)
        standard = None if tree is None else check(tree, VOCABULARY, recording, sink)
    parents = tuple((*parent, sha256) for parent, sha256 in recording.parents.items())
    return Checked(standard, parents, tuple(sink), sink.left_out)
