"""A bar on the terminal while a run is under way: documents, how many a second, and how much time is left."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager

from footrule.batch.sources import Sources
from footrule.text.wording import worded

Seen = Callable[[int], None]
"""What is told how many documents are done."""

_DONE = worded("{n:,} documents, {rate:,.0f} a second", "{n:,} 份文档，每秒 {rate:,.0f} 份")


@contextmanager
def progress_bar(sources: Sources, language: str, done_before: int = 0) -> Generator[Seen, None, None]:
    """A bar on standard error where that is a terminal; it is taken away at the end. Elsewhere nothing is shown."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from time import monotonic

    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), TimeRemainingColumn())
    begun = monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=sources.bytes_total)

        def seen(documents: int) -> None:
            rate = (documents - done_before) / max(monotonic() - begun, 0.001)
            told = _DONE.in_language(language).format(n=documents, rate=rate)
            bar.update(task, completed=sources.bytes_read, description=told)

        yield seen
