"""The files that a command is given as submissions, with a word to who named a standard among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from footrule.frozen import replace
from footrule.library.shelf import SUFFIX
from footrule.pack.name import SUFFIX as PACK_SUFFIX
from footrule.submission.intake import Unreadable
from footrule.submission.open_documents import Document, document_of, raw_from
from footrule.submission.raw_documents import RawDocument
from footrule.submission.unreadable_kinds import NOT_JSON
from footrule.text.wording import worded

if TYPE_CHECKING:
    from typing import BinaryIO

_NO_SUBMISSIONS = {
    PACK_SUFFIX: worded(
        "This is a pack of standards, and no submission: name it with --standard, and here the file of a footprint.",
        "这是标准包，不是提交文件：请用 --standard 指定它，并在此处给出碳足迹文件。",
    ),
    SUFFIX: worded(
        "This is the text of a standard, and no submission: name it with --standard, and here the file of a footprint.",
        "这是标准文本，不是提交文件：请用 --standard 指定它，并在此处给出碳足迹文件。",
    ),
}


def submitted(names: Sequence[str], stdin: BinaryIO | None) -> Iterator[Document | Unreadable]:
    """The documents of the named files in their order; `-` is standard input."""
    for one in raw_from(names, stdin):
        yield read(one)


def read(raw: RawDocument | Unreadable) -> Document | Unreadable:
    """The document that some bytes are, or why they are none."""
    found = raw if isinstance(raw, Unreadable) else document_of(raw)
    return _told(found) if isinstance(found, Unreadable) and found.kind is NOT_JSON else found


def _told(one: Unreadable) -> Unreadable:
    """What is not JSON, told as the standard that its name says it is."""
    for suffix, message in _NO_SUBMISSIONS.items():
        if one.file.endswith(suffix):
            return replace(one, line=None, column=None, byte=None, message=message)
    return one
