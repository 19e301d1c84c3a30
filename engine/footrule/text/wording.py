"""One text in several languages: titles, messages and rule texts are product, in English and Chinese."""

from __future__ import annotations

from footrule.frozen import Frozen, dataclass

FALLBACK_LANGUAGE = "en"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Wording(Frozen):
    """The same text by language (BCP 47 tags), in the order it was written; never empty."""

    texts: tuple[tuple[str, str], ...]

    def in_language(self, language: str) -> str:
        """The text in `language`, else in its base language, else in English, else the first one written."""
        by_tag = dict(self.texts)
        for tag in (language, language.partition("-")[0], FALLBACK_LANGUAGE):
            if tag in by_tag:
                return by_tag[tag]
        return self.texts[0][1]

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of the languages this text is given in."""
        return tuple(tag for tag, _ in self.texts)

    def __str__(self) -> str:
        return self.in_language(FALLBACK_LANGUAGE)


def worded(en: str, zh: str) -> Wording:
    """A text in the engine's own two languages."""
    return Wording((("en", en), ("zh", zh)))
