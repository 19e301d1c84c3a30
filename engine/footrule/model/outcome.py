"""The outcomes that a requirement can have, and the verbs that say how it weighs."""

from __future__ import annotations

from enum import Enum


class Modality(Enum):
    """The verbs of ISO/IEC Directives Part 2: only a `shall` counts in the verdict."""

    SHALL = "shall"
    SHOULD = "should"
    MAY = "may"


class Outcome(Enum):
    """The four outcomes of a requirement."""

    CONFORMING = "conforming"
    NONCONFORMING = "nonconforming"
    NOT_APPLICABLE = "not applicable"
    UNDETERMINED = "undetermined"


class Reason(Enum):
    """Why a requirement is undetermined."""

    LACKS_DATA = "lacks data"
    AWAITS_PERSON = "awaits a person"
