"""`footrule docs STANDARD`: a standard as one page of HTML, which needs nothing else."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from footrule.cli import console
from footrule.cli.standard_files import read, write
from footrule.library.catalogue import Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import SUFFIX, edition_of, shipped
from footrule.model.standard import Standard
from footrule.publish.page import standard_page
from footrule.text.wording import Wording, worded
from footrule.workspace import told

LANGUAGES = {"en": ("en",), "zh": ("zh",), "both": ("en", "zh")}
_HAS_MISTAKES = worded("the standard has mistakes (footrule lint shows them)", "标准有错误（可用 footrule lint 查看）")


def run(options: Namespace) -> int:
    """Write the page into a file, or to the standard output."""
    language = "zh" if options.lang == "zh" else "en"
    catalogue = Catalogue(shipped())
    standard = _standard(catalogue, options.standard)
    if isinstance(standard, Wording):
        console.complain(standard, language)
        return 2
    page = standard_page(standard, _origins(catalogue, standard), LANGUAGES[options.lang])
    if options.output is None:
        print(page, end="")
        return 0
    refused = write(Path(options.output), page.encode("utf-8", "backslashreplace"))
    if refused is not None:
        console.complain(refused, language)
        return 2
    return 0


def _standard(catalogue: Catalogue, asked: str) -> Standard | Wording:
    """An installed standard by its id, or one that is being written by its file."""
    if not asked.endswith(SUFFIX):
        found = catalogue.find(asked, date.today())
        return found if isinstance(found, Standard) else told(found)
    data = read(Path(asked))
    if isinstance(data, Wording):
        return data
    edition = edition_of(data, asked)
    result = None if edition is None else checked(edition, catalogue)
    if result is None or result.standard is None:
        return Wording(tuple((tag, f"{asked}: {text}") for tag, text in _HAS_MISTAKES.texts))
    return result.standard


def _origins(catalogue: Catalogue, standard: Standard) -> dict[str, Standard]:
    """The files that the rules of a standard were written in, but for itself, in the order of their rules."""
    written_in = dict.fromkeys(rule.standard for rule in standard.rules)
    written_in |= dict.fromkeys(allocation.standard for allocation in standard.allocations)
    found: dict[str, Standard] = {}
    for edition in catalogue.editions:
        if edition.id in written_in and edition.id != standard.id:
            loaded = catalogue.load(edition)
            if isinstance(loaded, Standard):
                found.setdefault(loaded.id, loaded)
    return {one: found[one] for one in written_in if one in found}
