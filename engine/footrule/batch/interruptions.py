"""Ctrl-C and SIGTERM while a run is under way: they end it at once, but never in the middle of something whole."""

from __future__ import annotations

import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType

TERMINATED = 143
"""What a shell reports of a command that SIGTERM ended."""


class Interruptions:
    """Whoever enters it has the signals raised as exceptions: KeyboardInterrupt, and SystemExit for SIGTERM."""

    def __init__(self) -> None:
        self._is_held = False
        self._pending: int | None = None

    @contextmanager
    def heeded(self) -> Generator[None, None, None]:
        """The signals end what is within."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self._come) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def held(self) -> Generator[None, None, None]:
        """The signals wait until what is within is done."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
        if self._pending is not None:
            self._raise(self._pending)

    def _come(self, number: int, _frame: FrameType | None) -> None:
        if self._is_held:
            self._pending = number
        else:
            self._raise(number)

    def _raise(self, number: int) -> None:
        self._pending = None
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        raise SystemExit(TERMINATED)
