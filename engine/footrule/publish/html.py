"""HTML in small: elements with escaped texts. A text becomes markup here and nowhere else."""

from __future__ import annotations

import re
from html import escape
from typing import NewType

from footrule.report.visible import visible

Markup = NewType("Markup", str)
"""HTML that may stand in a page as it is: every text in it went through `text`."""

NOTHING = Markup("")
_LONGEST_ON_ONE_LINE = 24
_BEFORE_PER_CENT = re.compile(r"(?<=[0-9]) (?=[%‰])")
_AFTER_POINTS = re.compile(r"(?<=[a-z]\.)(?=[A-Za-z])")
_BETWEEN_WORDS = re.compile(_AFTER_POINTS.pattern + "|(?<=[a-z])(?=[A-Z])")


def text(plain: str) -> Markup:
    """A text that anybody may have written; a per cent sign stays with its number."""
    return Markup(_BEFORE_PER_CENT.sub("&nbsp;", escape(visible(plain))))


def breaking(plain: str, narrow: bool = False) -> Markup:
    """A text in which lines may break after the points of long names; where it is `narrow`, in `mass|Per|Unit` too."""
    places = _BETWEEN_WORDS if narrow else _AFTER_POINTS
    words = (places.split(word) if len(word) > _LONGEST_ON_ONE_LINE else [word] for word in plain.split(" "))
    return Markup(" ".join("<wbr>".join(map(text, parts)) for parts in words))


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

    def quantity(self, text_: str, /) -> str:
        """On one line, unless it is too long for one."""
        return text(text_) if len(text_) > _LONGEST_ON_ONE_LINE else tag("span", text(text_), class_="quantity")
