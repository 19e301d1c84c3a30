"""The entrance of the room: a footprint as JSON becomes a submission, by the reader of the format it is in."""

from __future__ import annotations

from footrule.collector import collector_paused
from footrule.submission.from_pact import FileContext, file_context, from_pact
from footrule.submission.intake import Unreadable
from footrule.submission.json_text import JsonValue
from footrule.submission.submission import Locate, Submission

__all__ = ["FileContext", "file_context", "read_footprint"]


@collector_paused()
def read_footprint(
    value: dict[str, JsonValue], pointer: str, file: str, sha256: str, locate: Locate, context: FileContext
) -> Submission | Unreadable:
    """The footprint that the object at `pointer` of a file is, or why nobody can tell what it is."""
    return from_pact(value, pointer, file, sha256, locate, context)
