"""What a reader notices: intake findings, each with an id, the format's own clause, and a severity fixed here."""

from __future__ import annotations

from footrule.frozen import Frozen, dataclass
from footrule.text.wording import Wording


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class IntakeKind(Frozen):
    """One kind of intake finding. `modality` is `shall` (the format is broken) or `should` (worth knowing).

    `unreadable` kinds end the reading of that document: it is neither conforming nor not, and the run says so.
    """

    id: str
    title: Wording
    modality: str
    unreadable: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class IntakeFinding(Frozen):
    """One thing noticed in one place.

    `document`, `edition` and `clause` cite the format's specification. `value` is what stands there as printed, or
    None where something is missing. `expected` says what should stand there.
    """

    kind: IntakeKind
    pointer: str
    document: str
    edition: str
    clause: str
    value: str | None
    expected: Wording
    message: Wording


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Unreadable(Frozen):
    """A document that could not be read: what is wrong, and where (line and column from 1, byte from 0)."""

    file: str
    kind: IntakeKind
    line: int | None
    column: int | None
    byte: int | None
    message: Wording
    sha256: str | None
