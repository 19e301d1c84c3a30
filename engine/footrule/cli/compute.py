"""`footrule compute`: the footprint of an inventory, by the allocation of a standard.

Statuses: 0 computed; 3 it cannot be computed; 2 what could not be read, or a command line that makes no sense.
"""

from __future__ import annotations

import json
from argparse import Namespace

from footrule.cli import console
from footrule.cli.computing import not_computed, several_footprints, status
from footrule.cli.outcomes import outcomes
from footrule.report.computed import Computed, NothingComputed
from footrule.text.wording import Wording


def run(options: Namespace) -> int:
    """Compute the footprints of the files, print them, and answer the exit status."""
    found = outcomes(options, options.files)
    if isinstance(found, int):
        return found
    readable = [one for one in found if not isinstance(one, Wording)]
    ended = max(map(status, readable), default=0)
    for one in found:
        if isinstance(one, Wording):
            ended = console.refused(one, options.lang)
    if options.format == "svg":
        for one in readable:
            if isinstance(one, NothingComputed):
                not_computed(one, options.lang)
        return ended or _chart(readable, options.lang)
    if options.format == "json":
        from footrule.report.computed_json import computed_object

        objects = [computed_object(one, options.lang) for one in readable]
        print(json.dumps(objects, ensure_ascii=False, indent=2))
    else:
        _print(readable, options.lang)
    return ended


def _print(found: list[Computed | NothingComputed], language: str) -> None:
    from footrule.report.computed_page import computed_page

    pages = ["\n".join(computed_page(console.page(language), one)) for one in found]
    if pages:
        print("\n\n".join(pages))


def _chart(found: list[Computed | NothingComputed], language: str) -> int:
    from footrule.report.contribution_chart import contribution_chart

    if len(found) != 1:
        return console.refused(several_footprints(len(found)), language)
    print(*(contribution_chart(one, language) for one in found if isinstance(one, Computed)), end="")
    return 0
