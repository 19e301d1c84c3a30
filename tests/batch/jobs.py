"""Work for a pool that does what each document tells it to: answer, be slow, die, or fail."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from footrule.batch.sources import Raw
from footrule.submission.intake import Unreadable
from footrule.submission.raw_documents import RawDocument


def asked(*words: str) -> list[Raw]:
    """A document for each word."""
    return [RawDocument("f", word.encode(), number + 1, 0) for number, word in enumerate(words)]


@dataclass(frozen=True, slots=True)
class Obeying:
    """A job of such work; `folder` is where it notes what it has seen."""

    folder: Path
    fails_at_once: bool = False

    def work(self) -> Obedient:
        """The work, begun."""
        if self.fails_at_once:
            os.kill(os.getpid(), signal.SIGKILL)
        return Obedient(self.folder)


class Obedient:
    """Such work under way."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def over(self, documents: Iterable[Raw], /) -> list[str]:
        """An answer for each document."""
        return [self._answer(one) for one in documents]

    def _answer(self, document: Raw) -> str:
        if isinstance(document, Unreadable):
            return f"{document.kind.id} line {document.line} {document.message}"
        word = document.data.decode()
        first_time = not (self._folder / word).exists()
        if word.startswith("die") or (word.startswith("once") and first_time):
            (self._folder / word).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "memory":
            raise MemoryError
        if word == "fail":
            raise ZeroDivisionError
        if word == "hang":
            time.sleep(60)
        if word.startswith("slow"):
            time.sleep(0.02)
        return word
