"""What a page is set with: its languages, the sentences in them, and texts side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from footrule.model.standard import Example, Standard
from footrule.publish.html import Markup, joined, tag, text
from footrule.sentence.spoken import Sentences
from footrule.text.wording import Wording

Column = Callable[[str], Markup]
"""What makes the content of one language's column."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A standard to be set in one language or in several; `origins` are the files it builds on, by id."""

    standard: Standard
    origins: Mapping[str, Standard]
    sentences: Sentences
    languages: tuple[str, ...]

    def home(self, id: str) -> Standard:
        """The file that a rule was written in."""
        return self.origins.get(id, self.standard)

    def examples(self, id: str) -> tuple[Example, ...]:
        """The examples of a file, and those of this one."""
        own = self.standard.examples
        return own if id == self.standard.id else (*self.home(id).examples, *own)

    def pair(self, column: Column, class_: str = "") -> Markup:
        """Content in every language, side by side where there are two."""
        columns = [tag("div", column(language), lang=_tag(language)) for language in self.languages]
        return tag("div", *columns, class_=f"pair {class_}".strip())

    def both(self, column: Column) -> Markup:
        """Content in every language, one below the other: for cells and headings. What is the same stands once."""
        said = {language: column(language) for language in self.languages}
        if len(set(said.values())) == 1:
            return next(iter(said.values()))
        return joined(*(tag("span", markup, lang=_tag(language)) for language, markup in said.items()))

    def told(self, wording: Wording) -> Markup:
        """A text of the standard, for a cell or a heading."""
        return self.both(lambda language: text(wording.in_language(language)))

    def word(self, wording: Wording, **filled: str) -> Markup:
        """A text of the page, for a cell or a heading."""
        return self.both(lambda language: text(wording.in_language(language).format(**filled)))

    def heading(self, level: int, number: str, title: Markup, id: str) -> Markup:
        """A heading with its number."""
        numbered = [tag("span", text(number), class_="number")] if number else []
        return tag(f"h{level}", *numbered, tag("span", title, class_="title"), id=id)

    def table(self, heads: list[Wording], rows: list[list[Markup]], class_: str = "") -> Markup:
        """A table with a head for every column; the first cell of a row names it."""
        head = tag("tr", *(tag("th", self.word(one), scope="col") for one in heads))
        body = [
            tag("tr", tag("th", first, scope="row"), *(tag("td", cell) for cell in cells)) for first, *cells in rows
        ]
        return tag("table", tag("thead", head), tag("tbody", *body), class_=class_ or "list")


def _tag(language: str) -> str:
    return "zh-Hans" if language == "zh" else language
