"""What lies beside the text of a standard: the files of its examples, and its tables of factors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from footrule.frozen import Frozen, dataclass
from footrule.text.pattern import pattern
from footrule.text.wording import Wording, worded

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

LARGEST_FILE = 4 * 1024 * 1024
"""The most bytes of the text of a standard, and of a file beside it: a hundred times more than the longest."""
TABLES = "factors"
_TABLE = pattern(TABLES + r"/[^/.][^/]*\.csv", re.IGNORECASE)


class Beside(Protocol):
    """The folder that a standard stands in."""

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, named from the folder downwards; None where there is none that can be read."""
        ...

    def tables(self) -> tuple[str, ...]:
        """The names of the tables in its folder `factors`, in order."""
        ...


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InFolder(Frozen):
    """A folder of a file system, or of an installed package."""

    folder: Traversable

    def read(self, name: str) -> bytes | None:
        """The bytes of a file that is not larger than any that belongs to a standard."""
        data = bytes_of(self.folder.joinpath(name), name, LARGEST_FILE)
        return data if isinstance(data, bytes) and len(data) <= LARGEST_FILE else None

    def tables(self) -> tuple[str, ...]:
        """The names of the tables that are there now."""
        folder = self.folder.joinpath(TABLES)
        names = sorted(f"{TABLES}/{one.name}" for one in folder.iterdir()) if folder.is_dir() else []
        return tuple(name for name in names if _TABLE.fullmatch(name))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InPack(Frozen):
    """A folder of a pack."""

    files: Mapping[str, bytes]
    folder: str

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, which a pack has under no other name."""
        return self.files.get(f"{self.folder}/{name}")

    def tables(self) -> tuple[str, ...]:
        """The names of the tables, as they were packed."""
        names = (name.removeprefix(f"{self.folder}/") for name in sorted(self.files))
        return tuple(name for name in names if _TABLE.fullmatch(name))


def bytes_of(file: Traversable, shown: str, most: int) -> bytes | Wording:
    """The bytes of a file, or why they cannot be had. Of one with more than `most`, only one more than that is read."""
    try:
        with file.open("rb") as stream:
            return stream.read(most + 1)
    except FileNotFoundError:
        return worded(f"{shown}: there is no such file", f"{shown}：没有此文件")
    except IsADirectoryError:
        return worded(f"{shown}: there is no standard in this folder", f"{shown}：此文件夹中没有标准")
    except OSError as error:
        return cannot_be_read(shown, error)


def cannot_be_read(shown: str, error: OSError) -> Wording:
    """That the system keeps a file to itself."""
    return worded(f"{shown}: cannot be read ({error.strerror})", f"{shown}：无法读取（{error.strerror}）")


def standard_too_large(shown: str) -> Wording:
    """That no standard has so many bytes."""
    most = LARGEST_FILE // 2**20
    return worded(
        f"{shown}: larger than {most} MiB, which no standard is", f"{shown}：超过 {most} MiB，不会是标准的文本"
    )
