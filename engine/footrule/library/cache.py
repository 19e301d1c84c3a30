"""Checked standards, kept between runs by the hash of what they were made from.

An entry is found under the hash of the standard's text and of the engine that checked it, holds the hash of its own
bytes and says in a line what it was made with, and is read by an unpickler that knows the engine's own classes and no
others. Whatever does not fit is made anew: a stale, foreign or damaged entry costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from footrule import __version__
from footrule.collector import collector_paused
from footrule.model.standard import Standard
from footrule.resources import cache_folder

_ROOMS = ("text", "measure", "syntax", "model", "submission", "builtins", "doubts", "check")
_TRUSTED = ("footrule.model.", "footrule.measure.", "footrule.text.")
_ALSO_TRUSTED = {
    ("fractions", "Fraction"),
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "timezone"),
    ("datetime", "timedelta"),
}
_DIGEST_BYTES = 32

Parents = tuple[tuple[str, int, str], ...]
"""The parents an entry was checked with: id, major version, hash."""


def entry_key(data: bytes) -> str:
    """The name of the entry for a standard's text, as this engine would check it."""
    return hashlib.sha256(_engine().encode() + b"\0" + data).hexdigest()


def _engine() -> str:
    """What tells one engine from another: its version, the interpreter's, and the state of its files."""
    parts = [__version__, sys.version]
    root = Path(__file__).parent.parent
    for room in _ROOMS:
        folder = root / room
        if folder.is_dir():
            with os.scandir(folder) as entries:
                states = sorted(
                    (one.name, one.stat().st_size, one.stat().st_mtime_ns) for one in entries if one.is_file()
                )
            parts.append(repr(states))
    return "\n".join(parts)


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands under a key: the hash of the standard, the parents it was checked with, and the standard, unread."""

    sha256: str
    parents: Parents
    _payload: bytes

    def standard(self) -> Standard | None:
        """The standard, read now; None where it cannot be used."""
        try:
            with collector_paused():
                found: object = _Unpickler(io.BytesIO(self._payload)).load()
        except _NO_ENTRY:
            return None
        return found if isinstance(found, Standard) and found.sha256 == self.sha256 else None


def fetch(key: str) -> Entry | None:
    """The entry of that name, or None where there is none that can be used."""
    try:
        stored = (cache_folder() / key).read_bytes()
    except OSError:
        return None
    digest, content = stored[:_DIGEST_BYTES], stored[_DIGEST_BYTES:]
    if hashlib.sha256(key.encode() + content).digest() != digest:
        return None
    header, _, payload = content.partition(b"\n")
    told = _told(header)
    return None if told is None else Entry(*told, payload)


def _told(header: bytes) -> tuple[str, Parents] | None:
    """What the first line of an entry tells: the hash, then a parent in each word, its id, major version and hash."""
    sha256, *parents = header.decode("utf-8", "replace").split(" ")
    found = [one.split("@") for one in parents]
    if not all(len(one) == 3 and one[1].isdecimal() for one in found):
        return None
    return sha256, tuple((name, int(major), digest) for name, major, digest in found)


_NO_ENTRY = (
    pickle.UnpicklingError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    TypeError,
    ValueError,
)
"""What reading an entry that was not written here may raise."""


def keep(key: str, parents: Parents, standard: Standard) -> None:
    """Store an entry; where that cannot be done, the next run checks again."""
    words = [standard.sha256, *(f"{name}@{major}@{sha256}" for name, major, sha256 in parents)]
    payload = " ".join(words).encode() + b"\n" + pickle.dumps(standard, protocol=pickle.HIGHEST_PROTOCOL)
    folder = cache_folder()
    unfinished = folder / f"{key}.{os.getpid()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished.write_bytes(hashlib.sha256(key.encode() + payload).digest() + payload)
        unfinished.replace(folder / key)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()


class _Unpickler(pickle.Unpickler):
    """Knows the classes a checked standard is made of, and nothing else."""

    def find_class(self, module: str, name: str) -> object:
        """A class defined in a trusted module, and none that it imports. Raises UnpicklingError for anything else."""
        if "." not in name and (module.startswith(_TRUSTED) or (module, name) in _ALSO_TRUSTED):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a standard")
