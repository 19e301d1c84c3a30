"""The names of files in a pack: none can lead out of a folder, on any system, with any program that unpacks it."""

from __future__ import annotations

MANIFEST = "manifest.json"
LONGEST_NAME = 200
"""The most bytes of a name: what file systems and programs that unpack take without a second thought."""
_NEVER = frozenset('\\:*?"<>|')


def is_safe(name: str) -> bool:
    r"""Whether a file in a pack may have a name: parts between slashes, from a folder downwards.

    >>> [is_safe(name) for name in ("gas-1.0.0/standard.pcr", "../x", "/x", "a//b", "c:x", r"a\b", "")]
    [True, False, False, False, False, False, False]
    """
    return (
        all(part not in ("", ".", "..") for part in name.split("/"))
        and name.isprintable()
        and not _NEVER & set(name)
        and len(name.encode()) <= LONGEST_NAME
    )


def folder_of(id: str, version: str) -> str:
    """The folder of a standard in a pack."""
    return f"{id}-{version}"


def text_of(id: str, version: str) -> str:
    """The name of the text of a standard in a pack."""
    return f"{folder_of(id, version)}/standard.pcr"
