"""Templates and texts that `footrule new` works with: languages taken out, places filled in, the result checked."""

from __future__ import annotations

import re
from collections.abc import Collection
from string import Template

from footrule.library.catalogue import Catalogue
from footrule.library.checking import Checked, checked
from footrule.library.shelf import edition_of
from footrule.resources import data_folder
from footrule.syntax.format import formatted
from footrule.text.diagnostic import Diagnostic, Sink
from footrule.text.source import Source
from footrule.text.wording import Wording, worded

FOOTPRINT = "examples/footprint.json"
BOTH = ("en", "zh")
_TWICE = re.compile(r'"((?:\\.|[^"\\\n])*)"\s+zh "((?:\\.|[^"\\\n])*)"')
_SLOT = "$cas"


def template(name: str) -> str:
    """The text of a template."""
    return (data_folder("grammar") / "scaffold" / name).read_text(encoding="utf-8")


def filled(text: str, **values: str) -> str:
    """A template with its places filled in."""
    return Template(text).substitute(values)


def with_remarks(text: str, language: str) -> str:
    """A template with the remarks of one language, which begin with `#en` or `#zh` in it."""
    other = "zh" if language == "en" else "en"
    lines = (line for line in text.splitlines(keepends=True) if not line.startswith(f"#{other} "))
    return "".join(line.replace(f"#{language} ", "# ", 1) if line[:1] == "#" else line for line in lines)


def in_languages(text: str, languages: Collection[str]) -> str:
    """A template, every text of which is in English and Chinese, with the texts of these languages.

    >>> in_languages('rule A-1 "One"  zh "甲"', ["zh"])
    'rule A-1 zh "甲"'
    """
    if "zh" not in languages:
        return _TWICE.sub(r'"\1"', text)
    return text if "en" in languages else _TWICE.sub(r'zh "\2"', text)


def quoted(text: Wording, languages: Collection[str]) -> str:
    """A text as a standard writes it, in these languages."""
    en, zh = text.in_language("en"), text.in_language("zh")
    return in_languages(f'"{en}"  zh "{zh}"', languages)


def footprint(cas: str | None) -> bytes:
    """The document that examples start from; without a CAS number, it has no classification."""
    lines = template("footprint.json").splitlines(keepends=True)
    kept = [line.replace(_SLOT, cas or "") for line in lines if cas is not None or _SLOT not in line]
    return "".join(kept).encode()


def laid_out(text: str, keywords: str) -> str | None:
    """The text in the canonical layout with the keywords of a language; None where it has a mistake of syntax."""
    return formatted(Source("", text), Sink(), keywords)


def checked_text(text: str, name: str, catalogue: Catalogue) -> Checked | None:
    """The text of a standard, checked; None where it does not say what it is."""
    edition = edition_of(text.encode(), name)
    return None if edition is None else checked(edition, catalogue)


def would_not_pass(found: Diagnostic) -> Wording:
    """Why something is not made: it would not pass its own lint."""
    en, zh = found.headline.in_language("en"), found.headline.in_language("zh")
    return worded(
        f"it would not pass its own lint: {en} ({found.code}); nothing was written",
        f"结果无法通过 lint：{zh}（{found.code}）；未写入任何内容",
    )
