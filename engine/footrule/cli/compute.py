"""`footrule compute`: the footprint of an inventory, by the allocation of a standard.

Statuses: 0 computed; 3 it cannot be computed; 2 what could not be read, or a command line that makes no sense.
"""

from __future__ import annotations

import json
from argparse import Namespace

from footrule.cli import console
from footrule.cli.applying import refused
from footrule.cli.computing import computing, no_footprint, several_footprints
from footrule.report.computed import Computed, NothingComputed
from footrule.report.ink import Ink
from footrule.report.page import NARROWEST, Page
from footrule.text.wording import Wording


def run(options: Namespace) -> int:
    """Compute the footprints of a file, print them, and answer the exit status."""
    asked = computing(options)
    if isinstance(asked, list):
        return max(refused(one, options.lang) for one in asked)
    found = [one for file in options.files for one in asked.computed(file)]
    readable = [one for one in found if not isinstance(one, Wording)]
    status = max((_status(one) for one in readable), default=0)
    for one in found:
        if isinstance(one, Wording):
            status = refused(one, options.lang)
    if not found and options.footprint is not None:
        return refused(no_footprint(options.footprint), options.lang)
    if options.format == "svg":
        return _chart(readable, options.lang) if status == 0 else _not_computed(readable, options.lang, status)
    if options.format == "json":
        from footrule.report.computed_json import computed_object

        objects = [computed_object(one, options.lang) for one in readable]
        print(json.dumps(objects, ensure_ascii=False, indent=2))
    else:
        _print(readable, options.lang)
    return status


def page_of(language: str) -> Page:
    """The sheet that is printed on."""
    return Page(language, max(console.width(), NARROWEST), Ink(console.takes_colour()))


def _status(one: Computed | NothingComputed) -> int:
    if isinstance(one, Computed):
        return 0
    return 3 if one.chosen is not None else 2


def _print(found: list[Computed | NothingComputed], language: str) -> None:
    from footrule.report.computed_page import computed_page

    pages = ["\n".join(computed_page(page_of(language), one)) for one in found]
    if pages:
        print("\n\n".join(pages))


def _chart(found: list[Computed | NothingComputed], language: str) -> int:
    from footrule.report.contribution_chart import contribution_chart

    if len(found) != 1:
        return refused(several_footprints(len(found)), language)
    print(*(contribution_chart(one, language) for one in found if isinstance(one, Computed)), end="")
    return 0


def _not_computed(found: list[Computed | NothingComputed], language: str, status: int) -> int:
    for one in found:
        for problem in one.problems if isinstance(one, NothingComputed) else ():
            console.complain(problem.says, language)
    return status
