"""What stands in every construct as it was written: names and texts, each with its span."""

from __future__ import annotations

from footrule.frozen import Frozen, dataclass
from footrule.text.source import Span
from footrule.text.wording import Wording


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Name(Frozen):
    """A name where it was written."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WordingNode(Frozen):
    """A text in one or more languages, and where its first one stands.

    `places` are the spans of the contents of each text, without the quotes, in the order of `wording.texts`.
    """

    wording: Wording
    span: Span
    places: tuple[Span, ...]
