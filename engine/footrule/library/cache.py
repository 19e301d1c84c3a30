"""Checked standards, kept between runs by the hash of what they were made from.

An entry is found under the hash of the standard's text and of the engine that checked it, says in its first line what
it was made with, and holds the hash of each of its parts: the line, what is read of a standard at once, the whole, and
each rule. They are read by an unpickler that knows the engine's own classes and no others. Whatever does not fit is
made anew: a stale, foreign or damaged entry costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from enum import Enum
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, cast

from footrule import __version__
from footrule.collector import collector_paused
from footrule.frozen import Frozen, dataclass
from footrule.model.on_demand import StandardOnDemand
from footrule.model.outline import Outline, outline
from footrule.model.standard import Rule, Standard
from footrule.resources import cache_folder, state_of

if TYPE_CHECKING:
    from typing import BinaryIO

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
_SIZE_BYTES = 4
_LONGEST_LINE = 2**20
_AT_ONCE = (
    "kind", "id", "version", "sha256", "title", "in_force_from", "in_force_until", "earlier_until", "covers", "codes",
    "data", "waived", "built_on",
)  # fmt: skip
"""The fields of a standard that are read with its entry: it is chosen by these, told of in reports, and its data read.

The rules are read together when they are asked for, so are the other fields, and a rule by itself where that will do.
"""

_Head = tuple[Mapping[str, object], Outline, tuple[int, ...], tuple[bytes, ...]]
"""What is read of a standard at once, its outline, and the sizes and hashes of the other parts."""
Parents = tuple[tuple[str, int, str], ...]
"""The parents an entry was checked with: id, major version, hash."""


def entry_key(data: bytes) -> str:
    """The name of the entry for a standard's text, as this engine would check it."""
    return hashlib.sha256(_engine(__version__) + data).hexdigest()


@cache
def _engine(version: str) -> bytes:
    """A hash of what tells one engine from another: its version, the interpreter's, and the state of its files."""
    return hashlib.sha256("\n".join((version, sys.version, *map(state_of, _ROOMS))).encode()).digest()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Entry(Frozen):
    """What stands under a key: the hash of the standard, the parents it was checked with, and the standard, unread."""

    key: str
    sha256: str
    parents: Parents

    def standard(self, again: Callable[[], Standard]) -> Standard | None:
        """The standard, whose parts are read when they are asked for; None where it cannot be used.

        Where one of these parts turns out not to be readable, the standard is made `again`.
        """
        try:
            with open(cache_folder() / self.key, "rb") as stored:
                head = _head(self.key, stored)
                begins = stored.tell()
            found = None if head is None else _read(head)
        except _NO_ENTRY:
            return None
        match found:
            case (dict(), Outline(), tuple(), tuple()):
                now, known, sizes, digests = cast("_Head", found)
            case _:
                return None
        if now.get("sha256") != self.sha256:
            return None
        kept = _Kept(self.key, tuple(accumulate(sizes, initial=begins)), digests, again)
        return StandardOnDemand.of(kept, now, known, self._made_from())

    def _made_from(self) -> str:
        return hashlib.sha256(f"{self.key} {self.sha256}".encode()).hexdigest()


_OTHERS, _RULES, _FIRST_RULE = 0, 1, 2
"""The places of the parts of an entry."""


class _Kept:
    """The parts of an entry (see `keep`): where each begins, and their hashes."""

    def __init__(
        self, key: str, begins: tuple[int, ...], digests: tuple[bytes, ...], again: Callable[[], Standard]
    ) -> None:
        self._key = key
        self._begins = begins
        self._digests = digests
        self._again = again

    def fields(self, name: str) -> Mapping[str, object]:
        """The rules together, or all other fields that are not read at once."""
        part = self._part(_RULES if name == "rules" else _OTHERS)
        found = cast("Mapping[str, object]", part) if isinstance(part, dict) else dict[str, object]()
        return found if name in found else _fields(self._again(), Standard.__match_args__)

    def rule(self, place: int) -> Rule:
        """One of its rules."""
        found = self._part(_FIRST_RULE + place)
        return found if isinstance(found, Rule) else self._again().rules[place]

    def _part(self, number: int) -> object:
        begin, end = self._begins[number : number + 2]
        try:
            with open(cache_folder() / self._key, "rb") as stored:
                stored.seek(begin)
                data = stored.read(end - begin)
            return _read(data) if _digest(self._key, data) == self._digests[number] else None
        except _NO_ENTRY:
            return None


def _read(data: bytes) -> object:
    with collector_paused():
        found: object = _Unpickler(io.BytesIO(data)).load()
    return found


def fetch(key: str) -> Entry | None:
    """The entry of that name, or None where there is none that can be used; no more of it than its first line is read.

    Of all that a standard is built on, that line is what has to be known.
    """
    try:
        with open(cache_folder() / key, "rb") as stored:
            line = _line(key, stored)
    except OSError:
        return None
    told = None if line is None else _told(line)
    return None if told is None else Entry(key, *told)


def _line(key: str, stored: BinaryIO) -> bytes | None:
    digest, line = stored.read(_DIGEST_BYTES), stored.readline(_LONGEST_LINE)
    return line.removesuffix(b"\n") if _digest(key, line) == digest else None


def _head(key: str, stored: BinaryIO) -> bytes | None:
    """What is read of a standard at once; it stands behind the first line, and before the parts."""
    if _line(key, stored) is None:
        return None
    digest, size = stored.read(_DIGEST_BYTES), int.from_bytes(stored.read(_SIZE_BYTES), "big")
    head = stored.read(size)
    return head if _digest(key, head) == digest else None


def _digest(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode() + data).digest()


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
    OSError,
    TypeError,
    ValueError,
)
"""What reading an entry that was not written here may raise."""


def keep(key: str, parents: Parents, standard: Standard) -> None:
    """Store an entry; where that cannot be done, the next run checks again.

    Its parts are the fields that are not read at once, all rules, and each rule once more by itself: few of several
    hundred are asked for to explain a finding.
    """
    words = [standard.sha256, *(f"{name}@{major}@{sha256}" for name, major, sha256 in parents)]
    others = [name for name in Standard.__match_args__ if name not in _AT_ONCE and name != "rules"]
    parts = [_written(one) for one in (_fields(standard, others), _fields(standard, ("rules",)), *standard.rules)]
    head = _written(
        (
            _fields(standard, _AT_ONCE),
            outline(standard),
            tuple(map(len, parts)),
            tuple(_digest(key, one) for one in parts),
        )
    )
    line = " ".join(words).encode() + b"\n"
    size = len(head).to_bytes(_SIZE_BYTES, "big")
    content = b"".join((_digest(key, line), line, _digest(key, head), size, head, *parts))
    folder = cache_folder()
    unfinished = folder / f"{key}.{os.getpid()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished.write_bytes(content)
        unfinished.replace(folder / key)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()


def _fields(standard: Standard, names: Iterable[str]) -> dict[str, object]:
    return {name: getattr(standard, name) for name in names}


def _written(part: object) -> bytes:
    written = io.BytesIO()
    _Pickler(written, protocol=pickle.HIGHEST_PROTOCOL).dump(part)
    return written.getvalue()


class _Pickler(pickle.Pickler):
    """Writes a member of an enumeration as its class and its value.

    Some releases of Python 3.11 (3.11.2, which Debian 12 has, is one) would write a call of `getattr`, which nobody who
    reads an entry may trust.
    """

    def reducer_override(self, obj: object) -> tuple[type[Enum], tuple[object]]:
        """How a member is written; anything else is left to the general way."""
        return (type(obj), (obj.value,)) if isinstance(obj, Enum) else NotImplemented


class _Unpickler(pickle.Unpickler):
    """Knows the classes a checked standard is made of, and nothing else."""

    def find_class(self, module: str, name: str) -> object:
        """A class defined in a trusted module, and none that it imports. Raises UnpicklingError for anything else."""
        if "." not in name and (module.startswith(_TRUSTED) or (module, name) in _ALSO_TRUSTED):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a standard")
