"""What is said of a source, or of a part of it, that cannot be read; and the exception that carries it there."""

from __future__ import annotations

from footrule.submission.intake import IntakeKind, Unreadable
from footrule.submission.unreadable_kinds import (
    BROKEN_ARCHIVE,
    DIRECTORY,
    LARGEST_PACKAGE,
    NO_COLUMN,
    NOT_FINISHED,
    TOO_LARGE,
    UNPACKS_TOO_FAR,
    UNREADABLE_FILE,
    printable,
)
from footrule.text.wording import Wording, worded


class SourceRefused(Exception):
    """The rest of a source cannot be read, and why."""

    def __init__(self, kind: IntakeKind, message: Wording) -> None:
        super().__init__(str(message))
        self.kind = kind
        self.message = message

    def of(self, file: str) -> Unreadable:
        """The same, said of a file."""
        return Unreadable(file, self.kind, None, None, None, self.message, None)


def damaged(what: str, reason: str) -> SourceRefused:
    """A packed file (`what`: gzip, zip, ...) that is not as it should be."""
    shown = printable(reason, most=100)
    return SourceRefused(
        BROKEN_ARCHIVE,
        worded(
            f"The {what} file is damaged here ({shown}): what stands before this place was read. "
            "Fetch it again, or pack it again.",
            f"{what} 文件在此处损坏（{shown}）：此前的内容已读取。请重新获取，或重新打包。",
        ),
    )


def cut_off(what: str) -> SourceRefused:
    """A packed file that ends before it is complete."""
    return SourceRefused(
        BROKEN_ARCHIVE,
        worded(
            f"The {what} file ends too early: what stands before this place was read. It was probably cut off; "
            "fetch it again.",
            f"{what} 文件不完整：此前的内容已读取。文件可能被截断，请重新获取。",
        ),
    )


def unpacks_too_far(unpacked: int, packed: int) -> SourceRefused:
    """A packed file that goes on and on without a document in it."""
    en = f"{unpacked // 2**20:,} MiB came out of {max(packed, 1):,} bytes without a whole document among them"
    zh = f"从 {max(packed, 1):,} 字节中解压出 {unpacked // 2**20:,} MiB，仍未得到一份完整文档"
    return SourceRefused(UNPACKS_TOO_FAR, worded(f"{en}; the rest is not read.", f"{zh}；其余部分不再读取。"))


def encrypted() -> SourceRefused:
    """A member of an archive that needs a password."""
    return SourceRefused(
        BROKEN_ARCHIVE,
        worded("It needs a password. Pack it again without one.", "该文件需要密码，请不设密码重新打包。"),
    )


def unknown_method(method: int) -> SourceRefused:
    """A member that is packed in a way which is not read."""
    return SourceRefused(
        BROKEN_ARCHIVE,
        worded(
            f"It is packed by method {method}, which is not read; deflate and zstd are. Pack it again.",
            f"其压缩方法（编号 {method}）不予读取，仅支持 deflate 与 zstd。请重新打包。",
        ),
    )


def archive_in_archive() -> SourceRefused:
    """An archive in an archive, or one packing inside another too often."""
    return SourceRefused(
        BROKEN_ARCHIVE,
        worded(
            "An archive in an archive is not opened. Take it out and name it by itself.",
            "压缩包内的压缩包不予打开。请取出后单独指定。",
        ),
    )


def overlapping() -> SourceRefused:
    """Members that are more, packed, than their archive has bytes."""
    return SourceRefused(
        UNPACKS_TOO_FAR,
        worded(
            "The files of this archive lie over one another, so that it unpacks to far more than it holds; "
            "the rest of it is not read.",
            "压缩包内的文件相互重叠，解压后远大于其本身；其余部分不再读取。",
        ),
    )


def too_large_to_keep() -> SourceRefused:
    """An archive or table that comes through a pipe, or packed once more, and is too large to be kept aside."""
    most = LARGEST_PACKAGE // 2**30
    return SourceRefused(
        TOO_LARGE,
        worded(
            f"An archive or table that comes through a pipe, or packed once more, may have {most} GiB. "
            "Name it as a file, unpacked.",
            f"经管道传入或再次压缩的压缩包、表格不得超过 {most} GiB。请解压后以文件形式指定。",
        ),
    )


def seen_already(folder: str) -> SourceRefused:
    """A link that leads to a folder which was read already, perhaps round in a circle."""
    shown = printable(folder, most=200)
    return SourceRefused(
        DIRECTORY,
        worded(
            f"This link leads to a folder that is read already ({shown}); it is not followed again.",
            f"此链接指向已读取的文件夹（{shown}），不再重复读取。",
        ),
    )


def special_file() -> SourceRefused:
    """A pipe, a socket or a device in a folder."""
    return SourceRefused(
        UNREADABLE_FILE,
        worded(
            "This is no regular file, and in a folder only such are read. Name it by itself.",
            "这不是普通文件；文件夹中只读取普通文件。请单独指定。",
        ),
    )


def needs_extra(what: str) -> SourceRefused:
    """A kind of file that needs a package which is not installed."""
    return SourceRefused(UNREADABLE_FILE, extra_wanted(what))


def extra_wanted(what: str) -> Wording:
    """That something can be read or written only with the extra of this room."""
    return worded(
        f'{what} needs an extra that is not installed: pip install "footrule[batch]"',
        f'{what} 需要尚未安装的扩展：pip install "footrule[batch]"',
    )


def no_column(names: list[str]) -> SourceRefused:
    """A table of which no column holds documents."""
    shown = printable(", ".join(names), most=120)
    return SourceRefused(
        NO_COLUMN,
        worded(
            f"Its columns are {shown}. Put each document as JSON into a column json, or its attributes into columns of "
            "their names, pcf among them.",
            f"其列为 {shown}。请将每份文档以 JSON 形式放入名为 json 的列，或按属性名分列（含 pcf 列）。",
        ),
    )


def ended_its_reader() -> SourceRefused:
    """A table at which the process that read it ended."""
    return SourceRefused(
        BROKEN_ARCHIVE,
        worded(
            "The process that read this Parquet file ended: it is damaged, or takes too much memory to read. "
            "Write it again, with smaller pages.",
            "读取此 Parquet 文件的进程已终止：文件损坏，或读取所需内存过多。请以较小的页重新写出。",
        ),
    )


def took_too_long(seconds: float) -> SourceRefused:
    """A document that was not through after the time a document may take."""
    return SourceRefused(
        NOT_FINISHED,
        worded(
            f"It was not checked to the end within {seconds:g} s. Check it by itself, or give more time "
            "with --time-limit.",
            f"{seconds:g} 秒内未能检查完毕。请单独检查，或用 --time-limit 延长时限。",
        ),
    )


def ended_its_checker(how: str) -> SourceRefused:
    """A document at which the process that checked it ended, and ended again when it was tried once more."""
    return SourceRefused(
        NOT_FINISHED,
        worded(
            f"The process that checked it ended twice ({how}), perhaps for want of memory. Check it by itself.",
            f"检查该文档的进程两次终止（{how}），可能是内存不足。请单独检查。",
        ),
    )
