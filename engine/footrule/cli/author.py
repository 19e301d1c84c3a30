"""`footrule lint` and `footrule test`: for those who write standards."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from footrule.cli import console
from footrule.cli.applying import factors_with
from footrule.cli.diagnostics import told
from footrule.cli.example_runs import ToTest, test
from footrule.cli.factor_refusals import refusals
from footrule.cli.fixing import Fixed, fixed
from footrule.cli.libraries import asked, never_changed, offer_at
from footrule.cli.standard_files import paths, read, write
from footrule.factors.database import Factors, shipped_factors
from footrule.factors.provenance import Refusal
from footrule.library.beside import InFolder
from footrule.library.catalogue import Catalogue
from footrule.library.checking import Checked, checked
from footrule.library.gathering import Shelf
from footrule.library.own_factors import factors_of, refused_of
from footrule.library.shelf import Edition, edition_of
from footrule.pack.name import SUFFIX as PACK_SUFFIX
from footrule.report.visible import visible
from footrule.text.wording import Wording, worded


def run(options: Namespace) -> int:
    """Lint files, or run the examples in folders. The standards in a pack are checked with what is in it."""
    language: str = options.lang
    linting = options.command == "lint"
    names: list[str] = options.files if linting else options.folders
    form: str = options.format
    opened = asked([], options.library, language)
    if isinstance(opened, Wording):
        return console.refused(opened, language)
    factors = shipped_factors() if linting else factors_with(options.factors)
    if isinstance(factors, list):
        return console.refused(factors, language)
    statuses = [0]
    found: list[tuple[Path, Edition]] = []
    packed: list[tuple[Edition, Catalogue]] = []
    for path in (path for name in names for path in paths(name)):
        read_here = _packed(path, fixing=linting and options.fix) if path.suffix == PACK_SUFFIX else read(path)
        if isinstance(read_here, Wording):
            console.complain(read_here, language)
            statuses.append(2)
        elif isinstance(read_here, bytes):
            found.append((path, _edition(path, read_here)))
        else:
            packed += ((edition, Catalogue(read_here)) for edition in read_here)
    if linting and options.fix:
        catalogue = _catalogue(opened.shelf, found)
        mended = [(path, edition, fixed(edition, catalogue)) for path, edition in found]
        statuses += [_rewritten(path, before, after, form, language) for path, before, after in mended]
        found = [(path, after.edition) for path, _, after in mended]
    catalogue = _catalogue(opened.shelf, found)
    checkable = [*((edition, catalogue) for _, edition in found), *packed]
    results = [_Checked(edition, around, checked(edition, around)) for edition, around in checkable]
    if linting:
        return max(*statuses, _lint(results, form, language))
    standards = [_to_test(one, factors) for one in results]
    return max(*statuses, test(standards, form, language, mutating=options.mutate))


@dataclass(frozen=True, slots=True)
class _Checked:
    """A text, the catalogue that it was checked with, and what came of it."""

    edition: Edition
    around: Catalogue
    result: Checked

    def refused(self) -> tuple[Refusal, ...]:
        """What is wrong with the tables of factors that it brings along; where it has mistakes, nobody looks."""
        return () if self.result.standard is None else refused_of(self.edition, self.around)


def _lint(results: list[_Checked], form: str, language: str) -> int:
    """Print the mistakes of texts, and of the tables beside them each once; the status is 1 where one is of no use."""
    status = 0
    lines: list[str] = []
    known: set[str] = set()
    for one in results:
        result, of_tables = one.result, refusals(one.refused(), form, language)
        of_file = [
            *told(result.diagnostics, result.left_out, form, language),
            *(x for x in of_tables if x not in known),
        ]
        known.update(of_tables)
        lines += of_file
        if form != "json":
            for line in of_file:
                print(line)
        if result.standard is None or of_tables:
            status = 1
        elif not result.diagnostics and form == "text":
            print(f"{visible(one.edition.name)}: " + worded("no mistakes", "没有错误").in_language(language))
    if form == "json":
        print("[\n" + ",\n".join(lines) + "\n]")
    if form == "text" and any(each.fix is not None for one in results for each in one.result.diagnostics):
        print(_CAN_BE_FIXED.in_language(language))
    return status


_CAN_BE_FIXED = worded(
    "Some of these can be fixed with `footrule lint --fix`.", "其中部分错误可用 footrule lint --fix 修正。"
)


def _to_test(one: _Checked, of_all: Factors) -> ToTest:
    """A standard with the tables of factors beside it, where it has no mistakes."""
    if one.result.standard is None:
        return ToTest(one.edition, one.result, of_all)
    return ToTest(one.edition, one.result, factors_of(one.edition, one.around, of_all), one.refused())


def _edition(path: Path, data: bytes) -> Edition:
    beside = InFolder(path.parent)
    return edition_of(data, str(path), beside) or Edition("", "", (0, 0, 0), str(path), data, beside=beside)


def _packed(path: Path, *, fixing: bool) -> tuple[Edition, ...] | Wording:
    """The editions in a pack, which nothing is mended in."""
    if fixing:
        return never_changed(path)
    offer = offer_at(path)
    return offer if isinstance(offer, Wording) else offer.packed


def _catalogue(shelf: Shelf, found: list[tuple[Path, Edition]]) -> Catalogue:
    """What is on the shelf and the files at hand, so that one can extend another."""
    known = {edition.data for edition in shelf.editions}
    return shelf.catalogue(edition for _, edition in found if edition.data not in known)


def _rewritten(path: Path, before: Edition, after: Fixed, form: str, language: str) -> int:
    """Write a file that fixes have changed, and tell what they did; in the way of no program that reads the output."""
    if after.edition.data == before.data:
        return 0
    refused = write(path, after.edition.data)
    if refused is not None:
        console.complain(refused, language)
        return 2
    for made in after.made:
        place = f"{visible(str(path))}:{made.place.line}:{made.place.column}: "
        fixed_here = worded("fixed: ", "已修正：").in_language(language) + visible(made.says.in_language(language))
        print(place + fixed_here, file=sys.stdout if form == "text" else sys.stderr)
    return 0
