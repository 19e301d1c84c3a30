"""Pointers that begin with the name of their file, where there are several: `other.json#/pcf`."""

from __future__ import annotations

from collections.abc import Collection


def pointer_in(file: str, pointer: str) -> str:
    """A pointer of the whole package: the name of a file, `#`, and the pointer in it.

    >>> pointer_in("processes/1.json", "/exchanges/0")
    'processes/1.json#/exchanges/0'
    """
    return f"{file}#{pointer}"


def file_in(pointer: str) -> str:
    """The file that a pointer of a package names; empty for one of a submission, which is one file.

    >>> file_in("processes/1.json#/exchanges/0"), file_in("/0/pcf")
    ('processes/1.json', '')
    """
    return "" if pointer.startswith("/") else pointer.rpartition("#")[0]


def named_file(pointer: str, names: Collection[str]) -> str | None:
    """Which of the files a pointer of a package begins with; their names may have a `#` themselves.

    >>> named_file("a#1.json#/unit", {"a#1.json"})
    'a#1.json'
    """
    end = pointer.find("#")
    while end >= 0:
        if pointer[:end] in names:
            return pointer[:end]
        end = pointer.find("#", end + 1)
    return None
