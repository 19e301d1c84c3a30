"""What a page is set with: its languages, the sentences in them, and texts side by side."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from footrule.model.standard import Allocation, Example, Rule, Standard
from footrule.publish.html import Markup, joined, tag, text
from footrule.sentence.spoken import Sentences
from footrule.text.wording import Wording

Column = Callable[[str], Markup]
"""What makes the content of one language's column."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A standard to be set in one language or in several.

    `origins` are the files it builds on, by id, `ids` what has a place on the page that others lead to.
    """

    standard: Standard
    origins: Mapping[str, Standard]
    sentences: Sentences
    languages: tuple[str, ...]
    ids: Collection[str]

    def form(self, of: str, id: str) -> Rule | Allocation | None:
        """A rule or an allocation as a file has it."""
        home = self.standard if of == self.standard.id else self.origins.get(of)
        every: tuple[Rule | Allocation, ...] = () if home is None else (*home.rules, *home.allocations)
        return next((one for one in every if one.id == id), None)

    def examples(self, rule: Rule | Allocation) -> tuple[Example, ...]:
        """The examples of this file, before them those of the others that have the rule in the same form."""
        same = (one for one in self.origins.values() if self.form(one.id, rule.id) == rule)
        return (*(example for one in same for example in one.examples), *self.standard.examples)

    def title(self, of: str, language: str) -> str:
        """What a file is called in running text."""
        home = self.standard if of == self.standard.id else self.origins.get(of)
        if home is None:
            return of
        title = home.title.in_language(language)
        return f"《{title}》" if language == "zh" else title

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
        """A text of the standard, for a cell or a heading; of one in another language than the page's, it says so."""
        if len(self.languages) == 1 and self.languages[0] not in wording.languages:
            return self.plain(wording.in_language(self.languages[0]))
        return self.both(lambda language: text(wording.in_language(language)))

    def plain(self, said: str) -> Markup:
        """A text that is given in one language, which may not be the page's."""
        foreign = self.languages[0] != "en" and said.isascii()
        return tag("span", text(said), lang="en") if foreign else text(said)

    def word(self, wording: Wording, **filled: str) -> Markup:
        """A text of the page, for a cell or a heading."""
        return self.both(lambda language: text(wording.in_language(language).format(**filled)))

    def links(self, ids: Iterable[str]) -> Markup:
        """Ids one after the other, each leading to its place where it has one."""
        return self.listed(self.link(one) for one in ids)

    def listed(self, parts: Iterable[Markup]) -> Markup:
        """Names one after the other, which are the same in every language and stand once."""
        return Markup(text("、" if self.languages == ("zh",) else ", ").join(parts))

    @property
    def colon(self) -> Markup:
        """A colon between a word in every language and what stands once."""
        return text("：" if self.languages == ("zh",) else ": ")

    @property
    def dash(self) -> Markup:
        """A dash before what is said of something."""
        return text("——" if self.languages == ("zh",) else " — ")

    def link(self, id: str) -> Markup:
        """An id that leads to its place."""
        if id not in self.ids:
            return tag("span", text(id), class_="id")
        return tag("a", text(id), href=f"#{id}", class_="id")

    def heading(self, level: int, number: str, title: Markup, id: str) -> Markup:
        """A heading with its number."""
        numbered = [tag("span", text(number), class_="number"), text(" ")] if number else []
        return tag(f"h{level}", *numbered, tag("span", title, class_="title"), id=id)

    def table(self, heads: list[Wording], rows: list[list[Markup]], class_: str = "") -> Markup:
        """A table with a head for every column; the first cell of a row names it."""
        head = tag("tr", *(tag("th", self.word(one), scope="col") for one in heads))
        body = [
            tag("tr", tag("th", first, scope="row"), *(tag("td", cell) for cell in cells)) for first, *cells in rows
        ]
        return tag("table", tag("thead", head), tag("tbody", *body), class_=class_ or "list")


def filled(wording: Wording, language: str, **parts: Markup) -> Markup:
    """A text of the page with markup filled in."""
    return Markup(wording.in_language(language).format(**parts))


def _tag(language: str) -> str:
    return "zh-Hans" if language == "zh" else language
