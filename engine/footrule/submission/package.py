"""A life-cycle package as it was read: processes in the vocabulary that an inventory fills, and what was noticed.

Whatever the format, rules and calculations read one thing. The pointers of processes name their file first (see
`package_places.pointer_in`), so that none is that of two processes; in the file, a pointer is a JSON Pointer, or for
XML a path as XPath writes it, by local names.
"""

from __future__ import annotations

from footrule.frozen import Frozen, dataclass
from footrule.submission.element import Record
from footrule.submission.file_and_pointer import pointer_in
from footrule.submission.intake import IntakeFinding, Unreadable
from footrule.submission.submission import Locate


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PackageFinding(Frozen):
    """What was noticed in one file of a package, or with no `file` in the whole of it.

    The pointer of the `finding` is one in the file.
    """

    file: str
    finding: IntakeFinding

    @property
    def pointer(self) -> str:
        """The pointer of the finding in the whole package."""
        return pointer_in(self.file, self.finding.pointer) if self.file else ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ProcessSource(Frozen):
    """Where a process of a package is from, and what of it no record holds.

    - `uuid`: its identifier, None where the file gives none that can be used.
    - `resources`: how many elementary flows it takes, `other_elementary`: how many it emits that are no greenhouse gas
      to air. They have no part in a carbon footprint, and are counted so that none is dropped in silence.
    - `cut_off`: the ids of its inputs and outputs that the package itself cuts off, by their names.
    """

    uuid: str | None
    name: str
    file: str
    sha256: str
    resources: int
    other_elementary: int
    cut_off: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OpenChoice(Frozen):
    """An input that several processes of the package can supply (or a waste to treat), where the package chooses none.

    `process` and `input` are ids; each of the `providers` is a process and its output, by their ids.
    """

    process: str
    input: str
    flow: str
    name: str
    providers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Package(Frozen):
    """A life-cycle package. `processes` are records of shape `process`, each with its `sources` in the same place.

    - `format` and `version` name what was read, such as `ILCD` and `1.1`.
    - `sha256` is of the lines that `sha256sum` prints for the files that were read, in the order of their names: it is
      that of a folder and of its archive alike.
    - `unreadable` are files that could not be read at all.
    - `choices` are inputs whose supply is open; the `supply` of such an input cannot be used.
    - `locate` takes pointers of the whole package; it reads files again, and what is in none that it can read has no
      place.
    """

    path: str
    format: str
    version: str
    sha256: str
    processes: tuple[Record, ...]
    sources: tuple[ProcessSource, ...]
    intake: tuple[PackageFinding, ...]
    unreadable: tuple[Unreadable, ...]
    choices: tuple[OpenChoice, ...]
    locate: Locate
