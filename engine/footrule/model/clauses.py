"""Registers of clauses: what a cited document consists of, as far as a standard answers for it.

A citation counts for the clause that it names and for every clause that this one stands in: `6.4.6.1` for `6.4.6`,
`6.4` and `6`, and `6.4.6, table 1` likewise, but `6.40` not for `6.4`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from footrule.frozen import Frozen, dataclass
from footrule.text.wording import Wording

if TYPE_CHECKING:
    from footrule.model.standard import CitedDocument


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Clause(Frozen):
    """One clause of a register.

    One that is left to a person (`attested`) is answered by requirements that a person judges, and by no others. One
    with a reason why it is not applicable (`because`) is cited by nothing in its file, nor is what stands in it; what a
    library leaves in this way, a standard that extends it may take up.
    """

    clause: str
    title: Wording
    attested: bool
    because: Wording | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Register(Frozen):
    """The clauses of a document, in its order; `standard` is the id of the file that the register was written in.

    What is not in a `whole` register is no clause of the document; one that is not whole says nothing of the others.
    """

    document: CitedDocument
    standard: str
    whole: bool
    clauses: tuple[Clause, ...]


class ClauseIndex:
    """A register, to be asked of many citations; `taken_in` where it comes with `extends`."""

    def __init__(self, register: Register, *, taken_in: bool = False) -> None:
        self.register = register
        self.taken_in = taken_in
        self._by_name = {one.clause: one for one in register.clauses}
        self._lengths = sorted({len(one.clause) for one in register.clauses})

    def having(self, cited: str) -> Iterator[Clause]:
        """The clauses for which a citation counts, the outermost first."""
        for length in self._lengths:
            if length > len(cited):
                return
            found = self._by_name.get(cited[:length])
            if found is not None and stands_in(cited, found.clause):
                yield found

    def excluding(self, cited: str) -> Clause | None:
        """The clause that is not applicable and that a citation names, or stands in."""
        return next((one for one in self.having(cited) if one.because is not None), None)


def stands_in(cited: str, clause: str) -> bool:
    """Whether a citation names a clause or a part of it.

    >>> stands_in("6.4.6.1", "6.4"), stands_in("6.4", "6.4"), stands_in("6.40", "6.4")
    (True, True, False)
    >>> stands_in("Footprint.mass, sign", "Footprint.mass"), stands_in("Footprint.massOfAll", "Footprint.mass")
    (True, False)
    """
    if not clause or not cited.startswith(clause):
        return False
    following = cited[len(clause) : len(clause) + 1]
    if clause[-1:].isdecimal():
        return not following.isdecimal()
    return not (following.isalnum() or following == "_")
