"""From the names on a command line to the raw documents of a batch: files, folders, archives, tables, standard input.

What a thing is, its first bytes say. Nothing is held but one document and small buffers, no size in a header is
believed, and whatever cannot be read is an `Unreadable` in its place: what stands behind it is read all the same.
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from footrule.batch.folders import files_below
from footrule.batch.kinds import Kind, kind_of, unpacked_name
from footrule.batch.refusals import SourceRefused, archive_in_archive, too_large_to_keep
from footrule.batch.streams import BUFFER, GZIP, ZSTD, Counted, Unpacked
from footrule.batch.table_reader import TableReader
from footrule.batch.zip_members import members
from footrule.submission.intake import Unreadable
from footrule.submission.open_documents import STANDARD_INPUT, standard_input_closed
from footrule.submission.raw_documents import (
    LINE_EXTENSIONS,
    RawDocument,
    not_opened,
    opened,
    raw_documents,
    refused,
)
from footrule.submission.unreadable_kinds import LARGEST_PACKAGE, NO_FOOTPRINT
from footrule.text.wording import worded

if TYPE_CHECKING:
    from typing import BinaryIO

Raw = RawDocument | Unreadable
"""A document that is still bytes, or why there is none in its place."""

MOST_PASSED_OVER_TOLD = 5
_MOST_PACKINGS = 2


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a stream stands: how rows call it, what its own name promises, and what it is packed in."""

    shown: str
    name: str
    packings: int = 0
    in_archive: bool = False
    was_named: bool = False


class Sources:
    """The sources of one run, and how far they have been read."""

    def __init__(self, names: Sequence[str], stdin: BinaryIO | None, not_read: Sequence[str] = ()) -> None:
        self._names = tuple(names)
        self._not_read = frozenset(map(os.path.abspath, not_read))
        self._stdin = stdin
        self._tables = TableReader()
        self._begun = self.bytes_read = 0
        self.passed_over: list[str] = []
        self.files_passed_over = 0

    @property
    def bytes_total(self) -> int | None:
        """How many bytes there are to read; None where that is not known beforehand."""
        if not all(os.path.isfile(name) for name in self._names):
            return None
        return sum(os.path.getsize(name) for name in self._names)

    def documents(self) -> Iterator[Raw]:
        """Every document in its order: as they were named, a folder by the names in it, an archive by its directory.

        Of each name at least one thing is yielded. What the run itself writes (`not_read`) is no part of a folder.
        """
        try:
            for name in self._names:
                is_empty = True
                for one in self._named(name):
                    is_empty = False
                    yield one
                if is_empty:
                    yield refused(name, NO_FOOTPRINT, worded("No document is in it.", "其中没有文档。"))
        finally:
            self._tables.end()

    def _named(self, name: str) -> Iterator[Raw]:
        if name == "-":
            yield from self._standard_input()
        elif os.path.isdir(name):
            for found in files_below(name):
                if isinstance(found, Unreadable):
                    yield found
                elif os.path.abspath(found) not in self._not_read:
                    yield from self._file(_Place(found, os.path.basename(found)))
        else:
            yield from self._file(_Place(name, os.path.basename(name), was_named=True))

    def _standard_input(self) -> Iterator[Raw]:
        if self._stdin is None:
            yield standard_input_closed()
            return
        place = _Place(STANDARD_INPUT, "", was_named=True)
        yield from self._guarded(place, self._stdin, None)

    def _file(self, place: _Place) -> Iterator[Raw]:
        file = opened(place.shown)
        if isinstance(file, Unreadable):
            yield file
            return
        with file:
            yield from self._guarded(place, file, file if file.seekable() else None)

    def _guarded(self, place: _Place, stream: BinaryIO, file: BinaryIO | None) -> Iterator[Raw]:
        """What a stream holds, and where it ends by a fault, that fault."""
        self._begun = self.bytes_read
        try:
            yield from self._contents(place, io.BufferedReader(Counted(stream, self._count), BUFFER), file, None)
        except SourceRefused as fault:
            yield fault.of(place.shown)
        except OSError as error:
            yield not_opened(place.shown, error)

    def _count(self, taken: int) -> None:
        self.bytes_read += taken

    def _contents(
        self, place: _Place, stream: io.BufferedReader, file: BinaryIO | None, unpacked: Unpacked | None
    ) -> Iterator[Raw]:
        """What a stream holds; `file` is the same where it can be read from any place in it."""
        kind = kind_of(stream.peek(BUFFER), place.name)
        if kind in {Kind.GZIP, Kind.ZSTD}:
            yield from self._unpacked(place, stream, Unpacked(stream, GZIP if kind is Kind.GZIP else ZSTD))
        elif kind in {Kind.ZIP, Kind.TABLE}:
            if place.in_archive and kind is Kind.ZIP:
                raise archive_in_archive()
            if file is not None:
                yield from self._from_any_place(place, kind, file, begins=self._begun)
                return
            with tempfile.NamedTemporaryFile() as aside:
                _keep_aside(stream, cast("BinaryIO", aside), unpacked)
                yield from self._from_any_place(place, kind, cast("BinaryIO", aside), begins=None)
        elif kind is Kind.TEXT or place.was_named:
            yield from _each_found(self._lines_or_document(place, stream, file), unpacked)
        else:
            self._pass_over(place.shown)

    def _lines_or_document(self, place: _Place, stream: io.BufferedReader, file: BinaryIO | None) -> Iterator[Raw]:
        size = None if file is None else os.fstat(file.fileno()).st_size
        return raw_documents(place.shown, stream, size, by_lines=place.name.lower().endswith(LINE_EXTENSIONS))

    def _unpacked(self, place: _Place, stream: io.BufferedReader, unpacked: Unpacked) -> Iterator[Raw]:
        if place.packings == _MOST_PACKINGS:
            raise archive_in_archive()
        inside = replace(place, name=unpacked_name(place.name), packings=place.packings + 1)
        yield from self._contents(inside, io.BufferedReader(unpacked, BUFFER), None, unpacked)

    def _from_any_place(self, place: _Place, kind: Kind, file: BinaryIO, *, begins: int | None) -> Iterator[Raw]:
        """What an archive or a table holds; `begins` is how much was read before it, where it is itself a source."""
        documents = self._archive(place, file) if kind is Kind.ZIP else self._tables.documents(place.shown, file.name)
        for one, read in documents:
            if begins is not None:
                self.bytes_read = begins + read
            yield one
        if begins is not None:
            self.bytes_read = begins + file.seek(0, os.SEEK_END)

    def _archive(self, place: _Place, file: BinaryIO) -> Iterator[tuple[Raw, int]]:
        """The documents of an archive, each with how far it is read."""
        for member in members(file, file.seek(0, os.SEEK_END)):
            inside = _Place(f"{place.shown}!{member.name}", os.path.basename(member.name), place.packings, True)
            try:
                if isinstance(member.stream, SourceRefused):
                    raise member.stream
                stream = cast("io.BufferedReader", io.BufferedReader(member.stream, BUFFER))
                for one in self._contents(inside, stream, None, member.stream.unpacked):
                    yield one, file.tell()
            except SourceRefused as fault:
                yield fault.of(inside.shown), file.tell()

    def _pass_over(self, shown: str) -> None:
        """Note a file of a folder or an archive that is no document and does not look like one."""
        self.files_passed_over += 1
        if len(self.passed_over) < MOST_PASSED_OVER_TOLD:
            self.passed_over.append(shown)


def _each_found(documents: Iterator[Raw], unpacked: Unpacked | None) -> Iterator[Raw]:
    """The same; whoever unpacks them is told of each, so that it measures only what comes after."""
    for one in documents:
        if unpacked is not None:
            unpacked.document_found()
        yield one


def _keep_aside(stream: BinaryIO, aside: BinaryIO, unpacked: Unpacked | None) -> None:
    """Copy a stream into a file of its own, to be read from any place in it."""
    kept = 0
    while piece := stream.read(BUFFER):
        kept += len(piece)
        if kept > LARGEST_PACKAGE:
            raise too_large_to_keep()
        aside.write(piece)
        if unpacked is not None and kept % 2**26 < BUFFER:
            unpacked.document_found()
    aside.seek(0)
