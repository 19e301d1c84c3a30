"""The terminal: its width, whether it takes colours, and progress over many files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO, Protocol, TypeVar

from footrule.report.visible import visible
from footrule.text.wording import Wording

if TYPE_CHECKING:
    from footrule.report.page import Page

WIDTH_OF_A_FILE = 100
FEWEST_FILES_WITH_PROGRESS = 20


class InFile(Protocol):
    """What stands in a file."""

    @property
    def file(self) -> str:
        """The name of the file."""
        ...


_InFile = TypeVar("_InFile", bound=InFile)


def width() -> int:
    """The terminal's width; a fixed one where the output goes to a file, so that it is the same everywhere."""
    if not sys.stdout.isatty():
        return WIDTH_OF_A_FILE
    import shutil

    return shutil.get_terminal_size().columns


def takes_colour() -> bool:
    """Whether to colour: on a terminal, unless NO_COLOR is set or it is a dumb one."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def page(language: str) -> Page:
    """The page that the terminal is."""
    from footrule.report.ink import Ink
    from footrule.report.page import NARROWEST, Page

    return Page(language, max(width(), NARROWEST), Ink(takes_colour()))


def refused(why: Wording | Iterable[Wording], language: str) -> int:
    """Tell why a command is not carried out, and answer its status."""
    for one in [why] if isinstance(why, Wording) else why:
        complain(one, language)
    return 2


def standard_input() -> BinaryIO | None:
    """The bytes that are piped in, or None where the stream is closed."""
    return sys.stdin.buffer if sys.stdin is not None and not sys.stdin.closed else None


def standard_output() -> BinaryIO:
    """Where bytes are written to."""
    return sys.stdout.buffer


def complain(message: Wording, language: str) -> None:
    """Tell on standard error why a command cannot be carried out."""
    print(f"footrule: {visible(message.in_language(language))}", file=sys.stderr)


def with_progress(documents: Iterable[_InFile], names: Sequence[str]) -> Iterator[_InFile]:
    """The documents as they come, with a progress bar on a terminal where there are many files."""
    if len(names) < FEWEST_FILES_WITH_PROGRESS or not sys.stderr.isatty():
        yield from documents
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=len(names))
        before = ""
        for document in documents:
            if document.file != before:
                before = document.file
                progress.advance(task)
            yield document
