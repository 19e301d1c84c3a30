"""Checking a file now: the cold path, which alone needs the parser."""

from __future__ import annotations

from footrule.check.from_syntax import check
from footrule.check.vocabulary import Vocabulary
from footrule.library.cache import Parents
from footrule.library.catalogue import Catalogue
from footrule.library.shelf import Edition
from footrule.model.standard import Standard
from footrule.submission.footprint_vocabulary import CODES, RECORDS
from footrule.syntax import problems
from footrule.syntax.parse import parse
from footrule.text.diagnostic import Diagnostic, Sink
from footrule.text.source import Source

VOCABULARY = Vocabulary(RECORDS, CODES)


class _Recording:
    """A catalogue that remembers which parents were asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.parents: dict[tuple[str, int], str] = {}

    def extended(self, id: str, major: int) -> Standard | None:
        """What the catalogue answers."""
        found = self._catalogue.extended(id, major)
        if found is not None:
            self.parents[(id, major)] = found.sha256
        return found


def checked(edition: Edition, catalogue: Catalogue) -> tuple[Standard | None, Parents, tuple[Diagnostic, ...]]:
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
    library = _Recording(catalogue)
    standard = check(tree, VOCABULARY, library, sink)
    parents = tuple((*parent, sha256) for parent, sha256 in library.parents.items())
    return standard, parents, tuple(sink)
