"""The files below a folder in the order of their names, without ever holding the names of more than some of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from heapq import nsmallest

from footrule.batch.refusals import SourceRefused, seen_already, special_file
from footrule.submission.intake import Unreadable
from footrule.submission.raw_documents import not_opened

MOST_NAMES_HELD = 50_000


def files_below(folder: str) -> Iterator[str | Unreadable]:
    """The paths of the regular files below a folder, or what keeps one of them, or a folder in it, from being read.

    Hidden ones (`.git`, `__MACOSX`) are passed over. A link to a folder is followed once, so that a circle ends.
    """
    yield from _below(folder, {_identity(folder)})


def is_hidden(name: str) -> bool:
    """Whether a file or folder is none that somebody put there to be read."""
    return name.startswith(".") or name == "__MACOSX"


def _below(folder: str, entered: set[tuple[int, int]]) -> Iterator[str | Unreadable]:
    last = ""
    while True:
        try:
            names = _names_after(folder, last)
        except OSError as error:
            yield not_opened(folder, error)
            return
        for name in names:
            yield from _entry(f"{folder.rstrip('/')}/{name}", entered)
        if len(names) < MOST_NAMES_HELD:
            return
        last = names[-1]


def _names_after(folder: str, last: str) -> list[str]:
    """The next names of a folder: all of them where they are few, else it is looked through again for the others."""
    with os.scandir(folder) as entries:
        return nsmallest(MOST_NAMES_HELD, (one.name for one in entries if one.name > last and not is_hidden(one.name)))


def _entry(path: str, entered: set[tuple[int, int]]) -> Iterator[str | Unreadable]:
    try:
        if not os.path.isdir(path):
            # A link that leads nowhere is told by whoever opens it.
            is_regular = os.path.isfile(path) or not os.path.exists(path)
            yield path if is_regular else special_file().of(path)
            return
        identity = _identity(path)
    except OSError as error:
        yield not_opened(path, error)
        return
    if identity in entered:
        yield _met_again(path).of(path)
        return
    entered.add(identity)
    yield from _below(path, entered)


def _identity(folder: str) -> tuple[int, int]:
    status = os.stat(folder)
    return status.st_dev, status.st_ino


def _met_again(path: str) -> SourceRefused:
    return seen_already(os.path.realpath(path))
