"""The sentences of one standard, made when somebody asks for them, and once."""

from __future__ import annotations

from footrule.model.standard import Allocation, DeclaredDatum, Parameter, Rule, Standard
from footrule.sentence.marks import Marks, PlainMarks
from footrule.sentence.mood import VERBS
from footrule.sentence.names import Names, Vocabulary
from footrule.sentence.of_allocation import allocation_in_words
from footrule.sentence.of_declared import datum_in_words, parameter_in_words
from footrule.sentence.of_rule import requirement_in_words, rule_in_words
from footrule.sentence.voice import Voice
from footrule.text.wording import FALLBACK_LANGUAGE


class Sentences:
    """What a standard says, rule by rule, in English and in Chinese."""

    def __init__(self, standard: Standard, vocabulary: Vocabulary, category: str, marks: Marks | None = None) -> None:
        self._standard, self._vocabulary, self._category = standard, vocabulary, category
        self._marks = PlainMarks() if marks is None else marks
        self._voices: dict[str, Voice] = {}
        self._requirements: dict[tuple[str, int, str], str] = {}

    def voice(self, language: str) -> Voice:
        """The voice for a language; English for those that are not spoken here."""
        spoken = language.partition("-")[0]
        spoken = spoken if spoken in VERBS else FALLBACK_LANGUAGE
        if spoken not in self._voices:
            names = Names.of(self._standard, self._vocabulary, self._category, spoken)
            self._voices[spoken] = Voice(spoken, names, self._marks)
        return self._voices[spoken]

    def rule(self, rule: Rule, language: str) -> str:
        """The whole rule."""
        return rule_in_words(rule, self.voice(language))

    def requirement(self, rule: Rule, number: int, language: str) -> str:
        """One requirement of a rule of the standard, the first of which is 1."""
        key = rule.id, number, language
        if key not in self._requirements:
            self._requirements[key] = requirement_in_words(rule, number, self.voice(language))
        return self._requirements[key]

    def allocation(self, allocation: Allocation, language: str) -> str:
        """The whole allocation."""
        return allocation_in_words(allocation, self.voice(language))

    def parameter(self, parameter: Parameter, language: str) -> str:
        """A parameter and its value."""
        return parameter_in_words(parameter, self.voice(language))

    def datum(self, datum: DeclaredDatum, language: str) -> str:
        """What a datum is."""
        return datum_in_words(datum, self.voice(language))
