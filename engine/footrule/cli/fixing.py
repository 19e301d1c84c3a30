"""`footrule lint --fix`: what is certain is mended in the file itself, and told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from footrule.library.catalogue import Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import Edition, edition_of
from footrule.syntax.parse import parse
from footrule.text.diagnostic import Fix, Sink
from footrule.text.fixes import compatible, with_edits
from footrule.text.source import Position, Source
from footrule.text.wording import Wording

MOST_ROUNDS = 100
"""A mistake may hide others, so that fixing them takes several rounds; a file that needs more is left as it is then."""
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Made:
    """A fix that was made: where, in the text as it was then, and what it did."""

    place: Position
    says: Wording


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file after every certain fix, and what was changed."""

    edition: Edition
    made: tuple[Made, ...]


def fixed(edition: Edition, catalogue: Catalogue) -> Fixed:
    """The file with every certain fix made, again and again until none is left.

    A text that could be read is never made one that cannot be.
    """
    made: list[Made] = []
    for _ in range(MOST_ROUNDS):
        found = checked(edition, catalogue).diagnostics
        source = found[0].source if found else Source("", "")
        chosen = _safe(source.text, compatible(one.fix for one in found if one.fix is not None))
        if not chosen:
            break
        made += (Made(source.position(fix.edits[0][0].start), fix.says) for fix in chosen)
        mark = _MARK if edition.data.startswith(_MARK) else b""
        data = mark + with_edits(source.text, chosen).encode()
        edition = edition_of(data, edition.name) or replace(edition, data=data)
    return Fixed(edition, tuple(made))


def _safe(text: str, fixes: Sequence[Fix]) -> Sequence[Fix]:
    """The fixes that leave a text that can be read as such: all, else the first one that does, else none."""
    if not fixes or not _can_be_read(text) or _can_be_read(with_edits(text, fixes)):
        return fixes
    return [fix for fix in fixes if _can_be_read(with_edits(text, [fix]))][:1]


def _can_be_read(text: str) -> bool:
    tree = parse(Source("", text), Sink())
    return tree is not None and not tree.unread
