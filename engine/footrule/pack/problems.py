"""Why a pack is refused, or cannot be made: a sentence each."""

from __future__ import annotations

from footrule.text.wording import Wording, worded

_LONGEST_SHOWN = 100


def no_archive(shown: str) -> Wording:
    """The bytes are of another kind."""
    return worded(
        f"{shown} is no pack: a pack is an archive that `footrule pack` writes",
        f"{shown} 不是标准包：标准包是由 footrule pack 生成的归档文件",
    )


def too_large(shown: str, most: int) -> Wording:
    """The archive has more bytes than any pack."""
    return worded(
        f"{shown}: larger than {most // 2**20} MiB, which no pack is",
        f"{shown}：超过 {most // 2**20} MiB，不会是标准包",
    )


def too_many_files(shown: str, most: int) -> Wording:
    """The archive has more files than any pack."""
    return worded(f"{shown}: more than {most} files, which no pack has", f"{shown}：文件超过 {most} 个，不会是标准包")


def cut_off(shown: str) -> Wording:
    """The archive ends before its end."""
    return worded(f"{shown} is cut off: its end is missing", f"{shown} 不完整：缺少结尾部分")


def unsafe_name(shown: str, name: str) -> Wording:
    """A name that might lead out of the folder into which somebody unpacks it."""
    return worded(
        f"{shown} is refused: a file in it is called {_short(name)}, which leads out of its folder or is no name "
        "everywhere",
        f"{shown} 被拒绝：其中文件名 {_short(name)} 越出文件夹，或并非在各系统均可用",
    )


def name_occurs_twice(shown: str, name: str) -> Wording:
    """Two files have one name, so that programs would read different ones."""
    return worded(f"{shown} is refused: it has {_short(name)} twice", f"{shown} 被拒绝：其中 {_short(name)} 出现两次")


def encrypted(shown: str, name: str) -> Wording:
    """A file that only some can read."""
    return worded(
        f"{shown} is refused: {_short(name)} in it is encrypted", f"{shown} 被拒绝：其中的 {_short(name)} 已加密"
    )


def compressed(shown: str, name: str) -> Wording:
    """Packed by another program: `footrule pack` compresses nothing."""
    return worded(
        f"{shown} is refused: {_short(name)} in it is compressed, as only another program than `footrule pack` does it",
        f"{shown} 被拒绝：其中的 {_short(name)} 经过压缩，而 footrule pack 从不压缩",
    )


def no_manifest(shown: str) -> Wording:
    """An archive, but not a pack."""
    return worded(
        f"{shown} is no pack: it does not begin with its manifest.json", f"{shown} 不是标准包：开头没有 manifest.json"
    )


def odd_manifest(shown: str) -> Wording:
    """The manifest is not one that `footrule pack` writes."""
    return worded(
        f"{shown} was altered: its manifest is not as `footrule pack` writes it",
        f"{shown} 已被改动：其清单与 footrule pack 所写的格式不符",
    )


def another_format(shown: str, found: int, known: int) -> Wording:
    """A pack of a later engine."""
    return worded(
        f"{shown} is a pack of format {found}, and this footrule reads format {known}",
        f"{shown} 是第 {found} 版格式的标准包，而此 footrule 只读第 {known} 版",
    )


def file_missing(shown: str, name: str) -> Wording:
    """The manifest lists a file that is not there."""
    return worded(
        f"{shown} was altered: {_short(name)} is missing from it", f"{shown} 已被改动：其中缺少 {_short(name)}"
    )


def file_added(shown: str, name: str) -> Wording:
    """A file is there that the manifest does not list."""
    return worded(
        f"{shown} was altered: {_short(name)} in it is not in its manifest",
        f"{shown} 已被改动：清单中没有其中的 {_short(name)}",
    )


def file_altered(shown: str, name: str) -> Wording:
    """A file is not the one that the manifest lists."""
    return worded(
        f"{shown} was altered: {_short(name)} in it is not what its manifest says (SHA-256)",
        f"{shown} 已被改动：其中的 {_short(name)} 与清单不符（SHA-256）",
    )


def not_as_written(shown: str) -> Wording:
    """The files are those of the manifest, and something around them is not."""
    return worded(
        f"{shown} was altered: it is not laid out as `footrule pack` writes it",
        f"{shown} 已被改动：其结构与 footrule pack 所写的不符",
    )


def other_standard(shown: str, name: str, said: str) -> Wording:
    """A text calls itself otherwise than the manifest does."""
    return worded(
        f"{shown} was altered: {_short(name)} in it is not the text of {_short(said)}",
        f"{shown} 已被改动：其中的 {_short(name)} 并非 {_short(said)} 的文本",
    )


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_SHOWN else name[:_LONGEST_SHOWN] + "..."
