"""Why a standard without mistakes cannot be packed: a sentence each."""

from __future__ import annotations

from footrule.library.beside import LARGEST_FILE
from footrule.library.shelf import Edition
from footrule.text.wording import Wording, worded


def two_editions(edition: Edition, one: Edition, other: Edition) -> Wording:
    """Two editions of one line have come together, by way of another pack; in a new pack there is one of each."""
    both = f"{one.version_text}, {other.version_text}"
    return worded(
        f"{edition.id} cannot be packed: it is built on two editions of {one.id} ({both}; {one.name}, {other.name})",
        f"{edition.id} 无法打包：它同时基于 {one.id} 的两个版本（{both}；{one.name}，{other.name}）",
    )


def cannot_be_packed(edition: Edition, name: str) -> Wording:
    """A file that an example names is not there, too large, or outside the folder of the standard."""
    most = LARGEST_FILE // 2**20
    return worded(
        f"{edition.name} cannot be packed: {name} is no file below its folder of at most {most} MiB",
        f"{edition.name} 无法打包：{name} 不是其文件夹内不超过 {most} MiB 的文件",
    )


def too_much(edition: Edition, most_files: int, most_bytes: int) -> Wording:
    """No pack is so large."""
    most = most_bytes // 2**20
    return worded(
        f"{edition.name} cannot be packed: it has more than {most_files} files or {most} MiB beside it",
        f"{edition.name} 无法打包：其文件超过 {most_files} 个或 {most} MiB",
    )
