"""Python's collector of cycles: seldom at work in a command, and paused while something large is made that stays.

A standard is some hundred thousand objects that all stay and hold no cycles, and so is a long submission: to look
through them again and again, each time more have come, was a quarter of the time of checking a long standard, and more
than half of reading an inventory of ten thousand processes. It finds nothing.
"""

from __future__ import annotations

import atexit
import gc
from collections.abc import Generator
from contextlib import contextmanager

NEW_OBJECTS = 100_000
"""So many are made between two looks at them: a short command makes fewer, and none of its are garbage."""


def seldom() -> None:
    """For a process that is a command: the collector looks at many new objects at once, and at the end at none.

    What is made when a command starts (modules, standards, programs) stays until it ends. To look through it several
    times at the start, and once more before the process goes, was a third of a short command.
    """
    gc.set_threshold(NEW_OBJECTS)
    atexit.register(gc.freeze)


@contextmanager
def collector_paused() -> Generator[None, None, None]:
    """The collector does not run within; after that it is as it was."""
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            gc.enable()
