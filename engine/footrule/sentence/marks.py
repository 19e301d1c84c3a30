"""How names, codes and texts are set apart from the words of a sentence: what stands between marks is not grammar."""

from __future__ import annotations

from typing import Protocol


class Marks(Protocol):
    """Sets apart what is not a word of the sentence; the same text in the same marks is the same thing."""

    def name(self, text: str, /) -> str:
        """What a field of the submission is called, or the title of a rule."""
        ...

    def variable(self, text: str, /) -> str:
        """A name that the author of the rule gave to a value."""
        ...

    def code(self, text: str, /) -> str:
        """The title of a code."""
        ...

    def literal(self, text: str, /) -> str:
        """A text, letter by letter."""
        ...

    def quantity(self, text: str, /) -> str:
        """A number and its unit, which belong together."""
        ...


class PlainMarks:
    """Marks for plain text: quotation marks, each kind for one thing; a mark inside is written with a backslash."""

    def name(self, text: str, /) -> str:
        """Double quotation marks."""
        return _enclosed("“", text, "”")

    def variable(self, text: str, /) -> str:
        """Backticks."""
        return _enclosed("`", text, "`")

    def code(self, text: str, /) -> str:
        """Single quotation marks."""
        return _enclosed("‘", text, "’")

    def literal(self, text: str, /) -> str:
        """The straight marks of the language."""
        return _enclosed('"', text, '"')

    def quantity(self, text: str, /) -> str:
        """No marks: a number shows where it ends."""
        return text


def _enclosed(left: str, text: str, right: str) -> str:
    escaped = text.replace("\\", "\\\\").replace(right, f"\\{right}")
    return f"{left}{escaped}{right}"
