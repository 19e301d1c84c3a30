"""The files of standards that an author's command names: folders opened, contents read, refusals told."""

from __future__ import annotations

import os
from pathlib import Path

from footrule.library.beside import LARGEST_FILE, bytes_of, standard_too_large
from footrule.library.shelf import SUFFIX
from footrule.text.wording import Wording, worded


def paths(name: str) -> list[Path]:
    """The standards in a folder, else the one path itself."""
    path = Path(name)
    inside = sorted(path.rglob(f"*{SUFFIX}")) if os.path.isdir(name) else []
    return inside or [path]


def read(path: Path) -> bytes | Wording:
    """The bytes of a file, or why they cannot be had."""
    data = bytes_of(path, str(path), LARGEST_FILE)
    return standard_too_large(str(path)) if isinstance(data, bytes) and len(data) > LARGEST_FILE else data


def write(path: Path, data: bytes) -> Wording | None:
    """Put new contents into a file, or say why that cannot be done."""
    try:
        path.write_bytes(data)
    except OSError as error:
        return worded(f"{path}: cannot be written ({error.strerror})", f"{path}：无法写入（{error.strerror}）")
    return None
