"""What stopped the parser, as advice needs it: the place, the word there, what may stand there, and the word before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from footrule.syntax.keywords import english, in_language
from footrule.text.diagnostic import Fix
from footrule.text.source import Source, Span
from footrule.text.wording import Wording


@dataclass(frozen=True, slots=True)
class Before:
    """The word before the place: `kind` is the parser's name for it, where the parser says."""

    text: str
    span: Span
    kind: str | None


@dataclass(frozen=True, slots=True)
class Met:
    """The place, the whole word there, what may stand there, the token before it, and where the parsed text begins."""

    source: Source
    at: int
    word: str
    kinds: frozenset[str]
    before: Before | None
    shift: int

    @property
    def span(self) -> Span:
        """The span of the word."""
        return Span(self.at, self.at + max(len(self.word), 1))

    @property
    def line_number(self) -> int:
        """The number of the line it stands on."""
        return self.source.position(self.at).line

    @property
    def line(self) -> str:
        """The line it stands on."""
        return self.source.line(self.line_number)

    @property
    def column(self) -> int:
        """Where on its line it stands, counted from 0."""
        return self.source.position(self.at).column - 1

    @property
    def begins_line(self) -> bool:
        """Whether nothing stands before it on its line."""
        return not self.line[: self.column].strip()

    @property
    def line_keyword(self) -> str:
        """The first word of its line, in English where it is one of the language."""
        first = re.search(r"\w+", self.line)
        return "" if first is None else english(first[0])

    @property
    def written(self) -> str:
        """What stands there up to the next blank or quotation mark."""
        return re.split(r"[\s\"]", self.source.text[self.at : self.at + 60], maxsplit=1)[0]

    @property
    def only(self) -> frozenset[str]:
        """What may stand there, as far as a person can be told."""
        return frozenset(kind for kind in self.kinds if not kind.startswith("__"))

    def as_written(self, keyword: str) -> str:
        """A keyword in the language in which the word is written."""
        return in_language(keyword, "en" if self.word.isascii() else "zh")


@dataclass(frozen=True, slots=True)
class Advice:
    """What to write instead, and the fix where it is certain."""

    says: Wording
    fix: Fix | None = None


def certain(says: Wording, span: Span, replacement: str) -> Advice:
    """Advice that a program may follow: to put something in the place of something else."""
    return Advice(says, Fix(says, ((span, replacement),)))
