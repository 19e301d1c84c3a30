"""The clauses that a part of a standard comes from."""

from __future__ import annotations

from collections.abc import Sequence

from footrule.model.standard import Citation
from footrule.publish import words_of_page as words
from footrule.publish.html import NOTHING, Markup, breaking
from footrule.publish.sheet import Sheet


def sources(sheet: Sheet, cites: Sequence[Citation]) -> Markup:
    """The clauses that a rule comes from."""
    if not cites:
        return NOTHING
    return sheet.pair(lambda language: _sources(cites, language), "cite")


def _sources(cites: Sequence[Citation], language: str) -> Markup:
    colon, comma = ("：", "；") if language == "zh" else (": ", "; ")
    said = comma.join(clause_text(one, language) for one in cites)
    return breaking(words.SOURCE.in_language(language) + colon + said)


def clause_text(cite: Citation, language: str) -> str:
    """A document with its edition, and the clause."""
    title, edition = cite.document.title.in_language(language), cite.document.edition
    return f"{title}（{edition}），{cite.clause}" if language == "zh" else f"{title} ({edition}), {cite.clause}"
