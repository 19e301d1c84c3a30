"""Literate tests: the fenced blocks of a Markdown page, and what each of them promises.

A page mixes prose with blocks:

- ```` ```pcr ```` is a piece of a standard. What is wrong with it stands on the line it is wrong on, in a comment:
  `# error: P0203 at "3 kg" "cannot be compared"`, where both quoted parts may be left out: the text that is marked
  (between backticks where it has quotes itself), and a part of the headline. A warning is `# warning: ...`. A block
  without such comments must check clean.
- ```` ```text ```` after it is the first diagnostic of that block as a terminal shows it, ```` ```text zh ```` the same
  in Chinese.
- ```` ```json ```` after it is a PACT footprint (```` ```json predecessor ````: the one before it), and the
  ```` ```outcome ```` after that has a line for every requirement and element: `T-1: conforming`, and for the second
  requirement `T-1#2: lacks data`, with the place as a JSON Pointer before the colon and a part of the message in quotes
  where they matter; `verdict: nonconforming` may end it.

A piece that does not begin with `standard` or `library` is put below a small head that declares the document `doc`; one
that has no part of a file (`rule`, `define`, ...) is put below the head of a rule `T-1` as well. Lines are counted from
the first line of the block all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from footrule.check.from_syntax import check
from footrule.library.catalogue import Catalogue
from footrule.library.checking import VOCABULARY
from footrule.library.shelf import shipped
from footrule.model.standard import Standard
from footrule.syntax.parse import parse
from footrule.text.diagnostic import Diagnostic, Label, Sink
from footrule.text.source import Source, Span

HEAD = 'library test 1.0.0\n  title "Test"\ndocument doc "A document" zh "文件" edition "1"\n'
RULE_HEAD = 'rule T-1 "A rule" zh "规则"\n  cite doc "1"\n'

_FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_WHOLE_FILE = re.compile(r"^\s*(standard|library|标准|规则库)\b", re.MULTILINE)
_PARTS = re.compile(
    r"^\s*(document|codes|data|parameter|define|section|text|rule|allocate|tighten|replace|waive|set\s+parameter|example)\b",
    re.MULTILINE,
)
_EXPECTED = re.compile(r'# (error|warning): (P\d{4})(?: at (?:"([^"]*)"|`([^`]*)`))?(?: "([^"]*)")?')


@dataclass(frozen=True, slots=True)
class Promise:
    """A diagnostic that a block promises: its line in the block, and as much of it as the page says."""

    line: int
    severity: str
    code: str
    marked: str | None
    headline: str


@dataclass(frozen=True, slots=True)
class Case:
    """A footprint, what it follows, and what every requirement comes to."""

    document: str
    predecessor: str | None
    outcomes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a standard with all that the page says of it."""

    page: str
    line: int
    text: str
    shown: dict[str, str] = field(default_factory=dict[str, str])
    cases: tuple[Case, ...] = ()

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def head(self) -> str:
        """What is put above the piece so that it is a whole file."""
        if _WHOLE_FILE.search(self.text):
            return ""
        return HEAD if _PARTS.search(self.text) else HEAD + RULE_HEAD

    @property
    def promises(self) -> list[Promise]:
        """The diagnostics that its comments promise."""
        return [
            Promise(number, found[1], found[2], found[3] or found[4], found[5] or "")
            for number, line in enumerate(self.text.splitlines(), 1)
            for found in _EXPECTED.finditer(line)
        ]


def blocks(page: Path) -> Iterator[Block]:
    """Every ```pcr block of a page, with the blocks after it that belong to it."""
    text = page.read_text(encoding="utf-8")
    current: Block | None = None
    document: str | None = None
    predecessor: str | None = None
    for found in _FENCE.finditer(text):
        language, about, content = found[1], found[2].strip(), found[3]
        if language == "pcr":
            if current is not None:
                yield current
            current = Block(page.name, text.count("\n", 0, found.start(3)) + 1, content)
            document = predecessor = None
        elif current is None:
            continue
        elif language == "text":
            current = replace(current, shown={**current.shown, about or "en": content.rstrip("\n")})
        elif language == "json" and about == "predecessor":
            predecessor = content
        elif language == "json":
            document = content
        elif language == "outcome":
            assert document is not None, f"{current}: an outcome without a document"
            case = Case(document, predecessor, tuple(line for line in content.splitlines() if line.strip()))
            current = replace(current, cases=(*current.cases, case))
    if current is not None:
        yield current


class NoLibrary:
    """A library on whose shelf nothing stands."""

    def extended(self, id: str, major: int) -> Standard | None:
        """Nothing."""
        return None

    def circle(self, parent: tuple[str, int], home: tuple[str, int]) -> tuple[str, ...]:
        """None."""
        return ()


@cache
def _installed() -> Catalogue:
    """What ships with the engine, so that a block can extend it."""
    return Catalogue(shipped())


def checked_text(text: str, name: str = "test.pcr") -> tuple[Standard | None, tuple[Diagnostic, ...]]:
    """A whole file, parsed and checked."""
    sink = Sink()
    tree = parse(Source(name, text), sink)
    standard = None if tree is None else check(tree, VOCABULARY, _installed(), sink)
    return standard, tuple(sink)


def checked_block(block: Block) -> tuple[Standard | None, list[Diagnostic]]:
    """A block below its head; what is wrong in the head alone is left out, and places are those of the block."""
    standard, diagnostics = checked_text(block.head + block.text)
    source, shift = Source("test.pcr", block.text), len(block.head)
    return standard, [
        replace(
            one,
            source=source,
            primary=_moved(one.primary, shift),
            secondary=tuple(_moved(label, shift) for label in one.secondary),
        )
        for one in diagnostics
        if one.primary.span.end > shift or shift == 0
    ]


def _moved(label: Label, shift: int) -> Label:
    return Label(Span(label.span.start - shift, label.span.end - shift), label.text)


def breach(block: Block, promise: Promise, diagnostic: Diagnostic) -> str | None:
    """Where a diagnostic is not what was promised, or None."""
    span = diagnostic.primary.span
    marked = block.text[span.start : span.end]
    seen = Promise(
        diagnostic.source.position(span.start).line,
        diagnostic.severity.value,
        diagnostic.code,
        marked if promise.marked is not None else None,
        promise.headline if promise.headline in str(diagnostic.headline) else str(diagnostic.headline),
    )
    return None if seen == promise else f"promised {promise}, got {seen}"
