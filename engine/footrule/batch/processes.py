"""Processes that this one starts and speaks with: begun afresh on every system, and ended by nobody else."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from multiprocessing import resource_tracker


class Started:
    """A process, and the line to it. It runs `target` with the other end of the line and some arguments."""

    def __init__(self, target: Callable[..., None], *arguments: object) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=target, args=(theirs, *arguments), daemon=True)
        with _interrupts_held():
            self._process.start()
        theirs.close()

    def end(self, patience: float = 0) -> int:
        """End it, and answer its exit status: its own where it ends by itself within so many seconds."""
        self.connection.close()
        self._process.join(patience)
        self._process.kill()
        self._process.join()
        return self._process.exitcode or 0


@contextmanager
def _interrupts_held() -> Generator[None, None, None]:
    """A process that is started within is never interrupted from the keyboard: whoever started it ends it."""
    if sys.platform == "win32":
        yield
        return
    # Otherwise it would be started with the first process, and lift the block when it is.
    resource_tracker.ensure_running()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
