"""Python's collector of cycles, paused while something large is made that stays.

A standard is some hundred thousand objects that all stay and hold no cycles, and so is a long submission: to look
through them again and again, each time more have come, was a quarter of the time of checking a long standard, and more
than half of reading an inventory of ten thousand processes. It finds nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager


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
