"""Checking a file now: the cold path, which alone needs the parser."""

from __future__ import annotations

from footrule.check.from_syntax import Library, check
from footrule.check.vocabulary import Vocabulary
from footrule.library.cache import Parents
from footrule.library.shelf import Edition
from footrule.model.standard import Standard
from footrule.submission.footprint_vocabulary import CODES, RECORDS
from footrule.syntax.parse import parse, source_of
from footrule.text.diagnostic import Diagnostic, Sink

VOCABULARY = Vocabulary(RECORDS, CODES)


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


def checked(edition: Edition, library: Library) -> tuple[Standard | None, Parents, tuple[Diagnostic, ...]]:
    """The checked standard (or None), the parents it was checked with, and everything there is to say of its text."""
    sink = Sink()
    source = source_of(edition.name, edition.data, sink)
    tree = None if source is None else parse(source, sink)
    if tree is None:
        return None, (), tuple(sink)
    recording = _Recording(library)
    standard = check(tree, VOCABULARY, recording, sink)
    parents = tuple((*parent, sha256) for parent, sha256 in recording.parents.items())
    return standard, parents, tuple(sink)
