"""HTML in small: elements with escaped texts. A text becomes markup here and nowhere else."""

from __future__ import annotations

from html import escape
from typing import NewType

from footrule.report.visible import visible

Markup = NewType("Markup", str)
"""HTML that may stand in a page as it is: every text in it went through `text`."""

NOTHING = Markup("")


def text(plain: str) -> Markup:
    """A text that anybody may have written."""
    return Markup(escape(visible(plain)))


def tag(name: str, *children: Markup, **attributes: str) -> Markup:
    """An element; `class_` is the attribute class."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(visible(value))}"' for key, value in attributes.items()
    )
    return Markup(f"<{name}{said}>{''.join(children)}</{name}>")


def joined(*parts: Markup) -> Markup:
    """Parts one after the other."""
    return Markup("".join(parts))


class HtmlMarks:
    """Marks for a page: every kind in an element of its own, so that nothing within can be taken for the end."""

    def name(self, text_: str, /) -> str:
        """Double quotation marks."""
        return tag("span", text(f"“{text_}”"), class_="name")

    def variable(self, text_: str, /) -> str:
        """A variable, as formulas have them."""
        return tag("var", text(text_))

    def code(self, text_: str, /) -> str:
        """Single quotation marks."""
        return tag("span", text(f"‘{text_}’"), class_="code")

    def literal(self, text_: str, /) -> str:
        """Letter by letter."""
        return tag("code", text(f'"{text_}"'))
