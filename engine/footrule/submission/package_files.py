"""The files of a package: a folder, or a zip archive, which is never unpacked.

Files are told by their paths below the folder, with `/` between the parts; hidden ones (`.DS_Store`, `__MACOSX`) are
passed over, and so is whatever is no regular file. Each file may have `LARGEST_DOCUMENT` bytes, all that are read
`LARGEST_PACKAGE` together, and `MOST_FILES` may be read: sizes are those told by the folder or the archive, and no file
is read beyond the size that was told.
"""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from lzma import LZMAError

from footrule.frozen import Frozen, dataclass
from footrule.submission.intake import IntakeKind, Unreadable
from footrule.submission.unreadable_kinds import (
    BROKEN_ARCHIVE,
    LARGEST_DOCUMENT,
    LARGEST_PACKAGE,
    MISSING_FILE,
    MOST_FILES,
    NOT_A_PACKAGE,
    PACKAGE_TOO_LARGE,
    TOO_LARGE,
    UNREADABLE_FILE,
    printable,
)
from footrule.text.wording import Wording, worded


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PackageFiles(Frozen):
    """What lies in a package: the size of each file by its name, in the order of the names.

    `repeated` are names that an archive has more than once; the last file of such a name is read.
    """

    path: str
    sizes: Mapping[str, int]
    is_archive: bool
    repeated: tuple[str, ...] = ()

    def too_large(self, names: Iterable[str]) -> Unreadable | None:
        """Why these files are more than can be read, or None."""
        sizes = [self.sizes[name] for name in names]
        if len(sizes) <= MOST_FILES and sum(sizes) <= LARGEST_PACKAGE:
            return None
        most = LARGEST_PACKAGE // 2**30
        message = worded(
            f"It has {len(sizes):,} files with {sum(sizes) / 2**30:,.1f} GiB to read; {MOST_FILES:,} files and "
            f"{most} GiB can be read. Split the package.",
            f"待读取的文件有 {len(sizes):,} 个，共 {sum(sizes) / 2**30:,.1f} GiB；"
            f"上限为 {MOST_FILES:,} 个、{most} GiB。请拆分数据包。",
        )
        return _refused(self.path, PACKAGE_TOO_LARGE, message)

    def read(self, names: Iterable[str]) -> Iterator[tuple[str, bytes | Unreadable]]:
        """The contents of some files, one after another, or why one of them cannot be read."""
        if not self.is_archive:
            for name in names:
                yield name, _from_folder(self.path, name)
            return
        try:
            with zipfile.ZipFile(self.path) as opened:
                for name in names:
                    yield name, _from_archive(opened, name, self.sizes.get(name, 0))
        except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error) as error:
            yield self.path, _refused(self.path, BROKEN_ARCHIVE, _damaged(str(error)))


def package_files(path: str) -> PackageFiles | Unreadable:
    """The files of the folder or of the zip archive at a path."""
    try:
        if os.path.isdir(path):
            return PackageFiles(path, dict(sorted(_listed(path))), is_archive=False)
        if not os.path.exists(path):
            words = worded("There is no folder or file of this name.", "没有这个文件夹或文件。")
            return _refused(path, MISSING_FILE, words)
        if not zipfile.is_zipfile(path):
            return _refused(path, NOT_A_PACKAGE, _NO_CONTAINER)
        with zipfile.ZipFile(path) as opened:
            entries = [one for one in opened.infolist() if _is_file(one.filename)]
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error) as error:
        # The last ones: names that are no UTF-8, and places or lengths that cannot be.
        return _refused(path, BROKEN_ARCHIVE, _damaged(str(error)))
    except OSError as error:
        return _refused(path, UNREADABLE_FILE, _not_opened(error))
    sizes = {one.filename: one.file_size for one in sorted(entries, key=lambda one: one.filename)}
    repeated = [name for name, times in Counter(one.filename for one in entries).items() if times > 1]
    return PackageFiles(path, sizes, is_archive=True, repeated=tuple(sorted(repeated)))


def contents_hash(digests: Mapping[str, str]) -> str:
    """The hash of files by theirs: of the lines that `sha256sum` prints for them in the order of their names.

    So a folder and its archive have the same one.
    """
    lines = "".join(f"{digests[name]}  {name}\n" for name in sorted(digests))
    return sha256(lines.encode("utf-8", "surrogateescape")).hexdigest()


_NO_CONTAINER = worded(
    "A life-cycle package is a folder or a zip archive with the data sets in it (processes/, flows/ ...). Name that.",
    "生命周期数据包是含有数据集（processes/、flows/ 等）的文件夹或 zip 压缩包。请给出该文件夹或压缩包。",
)


def _is_file(name: str) -> bool:
    return bool(name) and not name.endswith("/") and _is_shown(name)


def _is_shown(name: str) -> bool:
    return not any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def _listed(folder: str) -> Iterator[tuple[str, int]]:
    for base, folders, names in os.walk(folder, onerror=_stop):
        folders[:] = [one for one in folders if _is_shown(one)]
        below = os.path.relpath(base, folder).replace(os.sep, "/")
        for name in names:
            whole = os.path.join(base, name)
            if _is_shown(name) and os.path.isfile(whole):
                yield (name if below == "." else f"{below}/{name}"), os.path.getsize(whole)


def _stop(error: OSError) -> None:
    """A folder that cannot be looked into ends the listing: what is in it would be missing in silence."""
    raise error


def _from_folder(folder: str, name: str) -> bytes | Unreadable:
    try:
        with open(os.path.join(folder, *name.split("/")), "rb") as stream:
            data = stream.read(LARGEST_DOCUMENT + 1)
    except OSError as error:
        return _refused(name, UNREADABLE_FILE, _not_opened(error))
    return data if len(data) <= LARGEST_DOCUMENT else _refused(name, TOO_LARGE, _TOO_LARGE)


def _from_archive(opened: zipfile.ZipFile, name: str, size: int) -> bytes | Unreadable:
    if size > LARGEST_DOCUMENT:
        return _refused(name, TOO_LARGE, _TOO_LARGE)
    try:
        return opened.read(name)
    except KeyError:
        return _refused(name, MISSING_FILE, worded("The archive no longer holds it.", "压缩包中已没有该文件。"))
    except RuntimeError as error:
        # An encrypted file; NotImplementedError, a method of compression that is not known, is one too.
        return _refused(name, BROKEN_ARCHIVE, _damaged(str(error)))
    except (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, OSError, ValueError, struct.error) as error:
        return _refused(name, BROKEN_ARCHIVE, _damaged(str(error)))


_TOO_LARGE = worded(
    f"It has more than {LARGEST_DOCUMENT // 2**20} MiB; no data set is that large.",
    f"文件超过 {LARGEST_DOCUMENT // 2**20} MiB；数据集不会这样大。",
)


def _damaged(reason: str) -> Wording:
    shown = printable(reason, most=100)
    return worded(
        f"It is damaged, encrypted or packed in an unusual way ({shown}). Pack it again, without a password.",
        f"压缩包已损坏、加密或压缩方式特殊（{shown}）。请重新打包，不设密码。",
    )


def _not_opened(error: OSError) -> Wording:
    reason = printable(error.strerror or type(error).__name__, most=100)
    return worded(f"The system could not read it: {reason}.", f"系统无法读取：{reason}。")


def _refused(file: str, kind: IntakeKind, message: Wording) -> Unreadable:
    return Unreadable(file, kind, None, None, None, message, None)
