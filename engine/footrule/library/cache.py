"""Checked standards, kept between runs by the hash of what they were made from.

An entry is found under the hash of the standard's text and of the engine that checked it, holds the hash of its own
bytes, and is read by an unpickler that knows the engine's own classes and no others. Whatever does not fit is made
anew: a stale, foreign or damaged entry costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sys
from contextlib import suppress
from pathlib import Path
from typing import TypeGuard, cast

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


def fetch(key: str) -> tuple[Parents, Standard] | None:
    """The entry of that name, or None where there is none that can be used."""
    try:
        stored = (cache_folder() / key).read_bytes()
    except OSError:
        return None
    digest, payload = stored[:_DIGEST_BYTES], stored[_DIGEST_BYTES:]
    if hashlib.sha256(key.encode() + payload).digest() != digest:
        return None
    try:
        with collector_paused():
            entry: object = _Unpickler(io.BytesIO(payload)).load()
    except _NO_ENTRY:
        return None
    return entry if _is_entry(entry) else None


def _is_entry(entry: object) -> TypeGuard[tuple[Parents, Standard]]:
    if not isinstance(entry, tuple):
        return False
    parts = cast(tuple[object, ...], entry)
    if len(parts) != 2 or not isinstance(parts[0], tuple) or not isinstance(parts[1], Standard):
        return False
    return all(_is_parent(one) for one in cast(tuple[object, ...], parts[0]))


def _is_parent(parent: object) -> bool:
    match parent:
        case (str(), int(), str()):
            return True
        case _:
            return False


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
    payload = pickle.dumps((parents, standard), protocol=pickle.HIGHEST_PROTOCOL)
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
