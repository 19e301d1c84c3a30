"""`footrule trace`: what a figure of a computed footprint follows from, down to the file and the factors.

Statuses: 0 told; 3 the footprint cannot be computed; 2 what could not be read, or no such figure.
"""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence

from footrule.cli import console
from footrule.cli.computing import not_computed, several_footprints
from footrule.cli.outcomes import outcomes
from footrule.inventory.derive import Result, results
from footrule.report.computed import Computed, NothingComputed
from footrule.report.visible import visible
from footrule.text.suggest import nearest
from footrule.text.wording import Wording, worded


def run(options: Namespace) -> int:
    """Print the derivation of a figure and answer the exit status."""
    found = outcomes(options, [options.file])
    if isinstance(found, int):
        return found
    if len(found) != 1:
        return console.refused(several_footprints(len(found)), options.lang)
    (one,) = found
    if isinstance(one, Wording):
        return console.refused(one, options.lang)
    if isinstance(one, NothingComputed):
        return not_computed(one, options.lang)
    return _told(one, options)


def _told(one: Computed, options: Namespace) -> int:
    every = results(one.found)
    if options.result is None:
        print("\n".join(visible(f"{each.name}  {each.called.in_language(options.lang)}") for each in every))
        return 0
    result = next((each for each in every if each.name == options.result), None)
    if result is None:
        return console.refused(_no_such(options.result, every), options.lang)
    if options.format == "json":
        from footrule.report.computed_json import derivation_object

        print(json.dumps(derivation_object(result.derived(), one, options.lang), ensure_ascii=False, indent=2))
    else:
        from footrule.report.trace_page import trace_page

        print("\n".join(trace_page(console.page(options.lang), result.derived(), one)))
    return 0


def _no_such(name: str, every: Sequence[Result]) -> Wording:
    near = nearest(name, [each.name for each in every])
    if near is not None:
        return worded(f"there is no result {name}; did you mean {near}?", f"没有结果 {name}；是否指 {near}？")
    return worded(
        f"there is no result {name}; without a name, `footrule trace` lists them",
        f"没有结果 {name}；不写名称时 footrule trace 列出全部",
    )
