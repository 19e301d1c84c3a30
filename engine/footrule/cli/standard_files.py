"""The files of standards that an author's command names: folders opened, contents read, refusals told."""

from __future__ import annotations

import os
from pathlib import Path

from footrule.library.shelf import SUFFIX
from footrule.text.wording import Wording, worded

LARGEST_STANDARD = 4 * 1024 * 1024
"""The most bytes that the text of one standard may have: a hundred times more than the longest."""


def paths(name: str) -> list[Path]:
    """The standards in a folder, else the one path itself."""
    path = Path(name)
    inside = sorted(path.rglob(f"*{SUFFIX}")) if os.path.isdir(name) else []
    return inside or [path]


def read(path: Path) -> bytes | Wording:
    """The bytes of a file, or why they cannot be had."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_STANDARD + 1)
    except FileNotFoundError:
        return worded(f"{path}: there is no such file", f"{path}：没有此文件")
    except IsADirectoryError:
        return worded(f"{path}: there is no standard in this folder", f"{path}：此文件夹中没有标准")
    except OSError as error:
        return worded(f"{path}: cannot be read ({error.strerror})", f"{path}：无法读取（{error.strerror}）")
    if len(data) > LARGEST_STANDARD:
        most = LARGEST_STANDARD // 2**20
        return worded(
            f"{path}: larger than {most} MiB, which no standard is", f"{path}：超过 {most} MiB，不会是标准的文本"
        )
    return data


def write(path: Path, data: bytes) -> Wording | None:
    """Put new contents into a file, or say why that cannot be done."""
    try:
        path.write_bytes(data)
    except OSError as error:
        return worded(f"{path}: cannot be written ({error.strerror})", f"{path}：无法写入（{error.strerror}）")
    return None
