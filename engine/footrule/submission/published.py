"""The published formats of footprints as tables: for whoever describes what can be submitted."""

from __future__ import annotations

from footrule.frozen import Frozen, dataclass
from footrule.submission.pact2_attributes import PACT_2
from footrule.submission.pact3_attributes import PACT_3
from footrule.submission.wire import AttributeTable


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PublishedFormat(Frozen):
    """A format: its name in full and in short, its major version as documents say it, and its outermost table."""

    name: str
    short: str
    major: int
    root: AttributeTable


PUBLISHED_FORMATS = (
    PublishedFormat("PACT 3", "pact3", 3, PACT_3.root),
    PublishedFormat("PACT 2", "pact2", 2, PACT_2.root),
)
"""The newest first."""
