"""The command on a terminal: a pseudo-terminal stands for it, which only Unix has."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.ends.command import START, environment

needs_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")


def on_a_terminal(words: list[str], changes: dict[str, str]) -> str:
    """What the command writes to a terminal, 80 columns wide unless `changes` of the environment say otherwise."""
    import pty

    ours, theirs = pty.openpty()
    env = environment({"TERM": "xterm-256color", "NO_COLOR": "", "COLUMNS": "80"} | changes)
    with subprocess.Popen([*START, *words], stdout=theirs, stderr=theirs, env=env) as running:
        os.close(theirs)
        written = b"".join(_pieces(ours))
        running.wait(timeout=60)
    os.close(ours)
    return written.decode()


def _pieces(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            piece = os.read(terminal, 2**16)
        except OSError:
            return  # Linux says so when the other side is closed.
        if not piece:
            return
        yield piece
