"""The sentence of a requirement, made when a report asks for it: most findings are only counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footrule.frozen import Frozen, dataclass
from footrule.model.standard import Rule, Standard

if TYPE_CHECKING:
    from footrule.sentence.spoken import Sentences

_MADE: dict[str, Sentences] = {}
"""The sentences of each standard by its digest: those of a run of thousands of documents are made once."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SpokenRequirement(Frozen):
    """One requirement of a rule (the first is 1), as the standard that was applied says it.

    Two are the same where standard, rule and number are: findings are compared and hashed by the thousand.
    """

    standard: Standard
    rule: Rule
    number: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SpokenRequirement) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[str, str, int]:
        return self.standard.sha256, self.rule.id, self.number

    def in_language(self, language: str) -> str:
        """The sentence."""
        made = _MADE.get(self.standard.sha256)
        if made is None:
            from footrule.assess.sentences import sentences_of

            made = _MADE[self.standard.sha256] = sentences_of(self.standard)
        return made.requirement(self.rule, self.number, language)
