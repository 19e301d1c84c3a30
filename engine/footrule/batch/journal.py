"""How far a run has come, beside its output: so that it can go on from there, and nothing is lost or done twice.

The journal is written as a whole into a file of another name, which then takes its place, and only after the rows
that it speaks of are on the disk. What stands in the output behind the bytes it names was not finished.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import cast

from footrule.batch.sources import Raw
from footrule.report.batch_totals import Totals, taken_up
from footrule.submission.intake import Unreadable
from footrule.text.wording import Wording, worded

SUFFIX = ".progress"
_FORMAT = "footrule batch progress 1"

Fingerprint = Mapping[str, str]
"""What a run is made of, by parts: a run can only go on as what it was."""


@dataclass(frozen=True, slots=True)
class LastDocument:
    """The last document that is done, to be known again when the input is read anew."""

    file: str
    line: int | None
    byte: int | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Progress:
    """What is done: documents, the bytes of the output that hold their rows, and what those come to."""

    documents: int
    bytes_written: int
    last: LastDocument | None
    totals: Totals
    is_finished: bool


class Journal:
    """The file beside an output that says how far it has come."""

    def __init__(self, output: Path, fingerprint: Fingerprint) -> None:
        self.path = output.with_name(output.name + SUFFIX)
        self._fingerprint = fingerprint

    def write(self, progress: Progress) -> None:
        """Put it on the disk; the rows that it speaks of are there already."""
        kept = {
            "format": _FORMAT,
            "fingerprint": dict(self._fingerprint),
            "documents": progress.documents,
            "bytes": progress.bytes_written,
            "last": None if progress.last is None else _as_json(progress.last),
            "totals": progress.totals.as_json(),
            "finished": progress.is_finished,
        }
        unfinished = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        with unfinished.open("wb") as file:
            file.write(json.dumps(kept, ensure_ascii=True, indent=1).encode("ascii") + b"\n")
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(self.path)

    def read(self) -> Progress | Wording | None:
        """How far the run came; None where there is no journal, a wording where it is of another run."""
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        try:
            kept = json.loads(text)
            if kept["format"] != _FORMAT:
                return _no_journal(self.path)
            differing = self._differing(kept["fingerprint"])
            if differing:
                return _another_run(self.path, differing)
            last = kept["last"]
            return Progress(
                int(kept["documents"]),
                int(kept["bytes"]),
                None if last is None else LastDocument(last["file"], last["line"], last["byte"], last["sha256"]),
                taken_up(kept["totals"]),
                kept["finished"] is True,
            )
        except (ValueError, KeyError, TypeError):
            return _no_journal(self.path)

    def is_unfinished(self) -> bool:
        """Whether a run was broken off here, this one or another."""
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        members = cast("dict[str, object]", kept) if isinstance(kept, dict) else {}
        return members.get("finished") is False and bool(members.get("documents"))

    def _differing(self, kept: Mapping[str, object]) -> list[str]:
        parts = dict.fromkeys((*self._fingerprint, *kept))
        return [part for part in parts if kept.get(part) != self._fingerprint.get(part)]


def last_of(document: Raw) -> LastDocument:
    """How a document is known again."""
    if isinstance(document, Unreadable):
        return LastDocument(document.file, document.line, document.byte, None)
    return LastDocument(document.file, document.first_line, document.first_byte, sha256(document.data).hexdigest())


def is_same(document: Raw, last: LastDocument) -> bool:
    """Whether a document is the one that was done last; one that was given up then has its place and its bytes."""
    found = last_of(document)
    same_place = (found.file, found.line, found.byte) == (last.file, last.line, last.byte)
    return same_place and (found.sha256 == last.sha256 or last.sha256 is None)


def _as_json(last: LastDocument) -> dict[str, str | int | None]:
    return {"file": last.file, "line": last.line, "byte": last.byte, "sha256": last.sha256}


_PARTS = {
    "engine": worded("the version of footrule", "footrule 的版本"),
    "inputs": worded("the files to check (their names, sizes or times)", "待检查的文件（文件名、大小或时间）"),
    "standards": worded("the standards asked for", "所指定的标准"),
    "catalogue": worded("the standards on the shelf", "可用标准"),
    "factors": worded("the tables of factors", "因子表"),
    "as of": worded("the day of the assessment", "评价日期"),
    "options": worded("the options", "选项"),
}


def _another_run(path: Path, differing: list[str]) -> Wording:
    told = [_PARTS.get(part, worded(part, part)) for part in differing]
    en = ", ".join(one.in_language("en") for one in told)
    zh = "、".join(one.in_language("zh") for one in told)
    return worded(
        f"{path} is of another run: {en} differ. Go on as it was begun, or delete it to begin anew",
        f"{path} 属于另一次运行：{zh}不同。请按原参数继续，或删除该文件后重新开始",
    )


def _no_journal(path: Path) -> Wording:
    return worded(
        f"{path} is no journal that this version of footrule can go on from; delete it to begin anew",
        f"{path} 不是此版本 footrule 可续接的进度文件；删除后可重新开始",
    )
