"""`footrule docs STANDARD`: a standard as one page of HTML, which needs nothing else."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from footrule.cli import console
from footrule.cli.libraries import Asked, asked
from footrule.cli.standard_files import read, write
from footrule.library.catalogue import Catalogue
from footrule.library.shelf import SUFFIX, edition_of
from footrule.model.standard import Standard
from footrule.publish.origins import editions_beside, origins_of
from footrule.publish.page import standard_page
from footrule.text.wording import Wording, worded
from footrule.workspace import told

LANGUAGES = {"en": ("en",), "zh": ("zh",), "both": ("en", "zh")}
_HAS_MISTAKES = worded("the standard has mistakes (footrule lint shows them)", "标准有错误（可用 footrule lint 查看）")


def run(options: Namespace) -> int:
    """Write the page into a file, or to the standard output."""
    language = "zh" if options.lang == "zh" else "en"
    opened = asked([options.standard], options.library, language)
    found = opened if isinstance(opened, Wording) else _found(opened)
    if isinstance(found, Wording):
        console.complain(found, language)
        return 2
    catalogue, standard = found
    origins, editions = origins_of(standard, catalogue), editions_beside(standard, catalogue)
    page = standard_page(standard, origins, LANGUAGES[options.lang], editions)
    if options.output is None:
        print(page, end="")
        return 0
    refused = write(Path(options.output), page.encode("utf-8", "backslashreplace"))
    if refused is not None:
        console.complain(refused, language)
        return 2
    return 0


def _found(opened: Asked) -> tuple[Catalogue, Standard] | Wording:
    """A standard on the shelf by its id, or one that is being written by its file; and where it was found."""
    name = opened.name
    if not name.endswith(SUFFIX):
        catalogue = opened.shelf.catalogue()
        found = catalogue.find(name, date.today())
        return (catalogue, found) if isinstance(found, Standard) else told(found)
    data = read(Path(name))
    if isinstance(data, Wording):
        return data
    edition = edition_of(data, name)
    if edition is not None:
        catalogue = opened.shelf.catalogue([edition])
        loaded = catalogue.load(edition)
        if isinstance(loaded, Standard):
            return catalogue, loaded
    return Wording(tuple((tag, f"{name}: {text}") for tag, text in _HAS_MISTAKES.texts))
