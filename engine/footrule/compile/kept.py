"""Programs kept between runs, by the hash of everything they came from."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from footrule import __version__
from footrule.compile.program import ProgramText
from footrule.model.on_demand import StandardOnDemand
from footrule.model.standard import Standard
from footrule.resources import cache_folder, state_of
from footrule.submission.wire import AttributeTable

_ROOMS = ("measure", "model", "submission", "builtins", "factors", "evaluate", "inventory", "compile")
_DIGEST_BYTES = 32
_NOT_TO_BE_USED = (ValueError, EOFError, TypeError)


def program_text(standard: Standard, category: AttributeTable | None) -> ProgramText:
    """The program of a standard: taken from the cache where it lies there whole, else compiled and put there.

    A stale, foreign or damaged entry costs time and nothing else.
    """
    path = cache_folder() / _key(standard)
    kept = _fetched(path)
    if kept is None:
        from footrule.compile.from_standard import compiled

        made = compiled(standard, category)
        code = compile(made.source, "<program>", "exec", dont_inherit=True)
        kept = ProgramText(code, made.requirements, made.left, made.tables, made.asks_recomputed)
        _store(path, kept)
    return kept


def _fetched(path: Path) -> ProgramText | None:
    try:
        if not _is_ours(path):
            return None
        stored = path.read_bytes()
    except OSError:
        return None
    digest, payload = stored[:_DIGEST_BYTES], stored[_DIGEST_BYTES:]
    if hashlib.sha256(payload).digest() != digest:
        return None
    try:
        parts = marshal.loads(payload)  # noqa: S302 the cache is the user's own, and holds what this engine wrote
        return ProgramText(*parts)
    except _NOT_TO_BE_USED:
        return None


def _is_ours(path: Path) -> bool:
    """Whether nobody else can have written an entry: it holds code that is run."""
    status = path.stat()
    return not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o022)


def _store(path: Path, text: ProgramText) -> None:
    payload = marshal.dumps((text.code, text.requirements, text.left, text.tables, text.asks_recomputed))
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside.write_bytes(hashlib.sha256(payload).digest() + payload)
        beside.chmod(0o600)
        beside.replace(path)


def _key(standard: Standard) -> str:
    """The name of an entry: a hash of the engine, of Python, and of all that the checked standard says."""
    found = hashlib.sha256()
    for part in (__version__, sys.version, *map(state_of, _ROOMS), *_said(standard)):
        found.update(part.encode("utf-8", "surrogatepass"))
        found.update(b"\0")
    return f"program-{found.hexdigest()}"


def _said(standard: Standard) -> Iterator[str]:
    yield standard.sha256
    if isinstance(standard, StandardOnDemand):
        yield standard.made_from
        return
    for one in standard.rules:
        yield f"{one.id} {one.written}"
    for allocation in standard.allocations:
        yield f"{allocation.id} {allocation.written}"
    for definition in standard.definitions:
        yield f"{definition.name} {definition.value.written}"
    for parameter in standard.parameters:
        yield f"{parameter.name} {parameter.value!r}"
    for datum in standard.data:
        yield f"{datum.name} {datum.type!r} {datum.unit!r}"
    for codes in standard.codes:
        yield f"{codes.name} {[code for code, _ in codes.codes]}"
