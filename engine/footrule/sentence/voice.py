"""Whoever speaks a sentence: its language, its names, its marks."""

from __future__ import annotations

from collections.abc import Sequence

from footrule.frozen import Frozen, dataclass
from footrule.sentence import phrases
from footrule.sentence.marks import Marks
from footrule.sentence.mood import VERBS, Mood
from footrule.sentence.names import Names
from footrule.text.wording import Wording


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Voice(Frozen):
    """Fills the phrases of one language."""

    language: str
    names: Names
    marks: Marks

    def say(self, phrase: Wording, *parts: str, **named: str) -> str:
        """A phrase, filled."""
        return phrase.in_language(self.language).format(*parts, **named)

    def in_mood(self, phrase: Wording, mood: Mood, *parts: str, **named: str) -> str:
        """A phrase with verbs, filled."""
        return phrase.in_language(self.language).format(*parts, **VERBS[self.language][mood], **named)

    def bracketed(self, text: str) -> str:
        """A part whose end would not show otherwise."""
        return self.say(phrases.BRACKETS, text)

    def lettered(self, parts: Sequence[str], joint: Wording) -> str:
        """Parts that a reader refers to by their letters; numbers go on where the letters end."""
        marks = [chr(ord("a") + index) if index < _LETTERS else str(index + 1) for index in range(len(parts))]
        listed = [self.say(phrases.LETTER, mark, part) for mark, part in zip(marks, parts, strict=True)]
        separator = self.say(phrases.SEMICOLON)
        if len(listed) < _FEW:
            return self.say(joint).join(listed)
        return separator.join(listed[:-1]) + self.say(joint) + listed[-1]


_LETTERS = 26
_FEW = 3
