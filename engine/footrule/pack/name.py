"""What a pack is called: the one thing of packs that a report needs, and light enough for every start-up."""

from __future__ import annotations

from footrule.frozen import Frozen, dataclass

SUFFIX = ".pcrpack"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PackName(Frozen):
    """What a pack is called where it was found, and its content hash."""

    name: str
    sha256: str
