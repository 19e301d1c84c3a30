"""Checking a file now: the cold path, which alone needs the parser."""

from __future__ import annotations

from footrule.check.from_syntax import Library, check
from footrule.check.vocabulary import Vocabulary
from footrule.library.cache import Parents
from footrule.library.shelf import Edition
from footrule.model.standard import Standard
from footrule.submission.footprint_vocabulary import CODES, RECORDS
from footrule.syntax import problems
from footrule.syntax.parse import parse
from footrule.text.diagnostic import Diagnostic, Sink
from footrule.text.source import Source

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
    try:
        text = edition.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        sink.add(problems.not_text(Source(edition.name, ""), error.start))
        return None, (), tuple(sink)
    tree = parse(Source(edition.name, text), sink)
    if tree is None:
        return None, (), tuple(sink)
    recording = _Recording(library)
    standard = check(tree, VOCABULARY, recording, sink)
    parents = tuple((*parent, sha256) for parent, sha256 in recording.parents.items())
    return standard, parents, tuple(sink)
