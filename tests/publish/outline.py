"""A page as a browser reads it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "link", "img", "input", "wbr"}


class Outline(HTMLParser):
    """Reads a page as a browser would, and remembers what is asked of it here."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.levels: list[int] = []
        self.addresses: list[str] = []
        self.unscoped = 0
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.open += [] if tag in VOID else [tag]
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.addresses += [attributes[name] for name in ("href", "src") if name in attributes]
        self.levels += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        self.unscoped += tag == "th" and "scope" not in attributes
        assert not any(name.startswith("on") for name in attributes)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> ends nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def said(markup: str) -> str:
    """What a reader sees of a page or a part of it, with spaces between what stands apart."""
    apart = re.sub(r"</(?:p|div|li|t[dhr]|h[1-6]|summary)>", r"\g<0> ", markup)
    return " ".join("".join(Outline(apart).texts).split())
