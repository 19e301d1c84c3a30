"""A file with a table of factors, as its bytes."""

from __future__ import annotations

import hashlib

from footrule.frozen import Frozen, dataclass, field

SUFFIX = ".csv"
MOST_REFUSALS = 100
"""Of a file; who has a hundred to mend does not read the hundred and first."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TableFile(Frozen):
    """A file with a table: its name without the suffix, how it is called in messages, its bytes and their hash."""

    name: str
    file: str
    data: bytes
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.data).hexdigest())
