"""`footrule factors`: the factor database searched, shown and listed, and tables of one's own checked.

Statuses: 0 found, or no mistakes; 1 nothing found, or mistakes in a table; 2 what could not be read, or no such id.
"""

from __future__ import annotations

import json
from argparse import Namespace
from typing import TYPE_CHECKING

from footrule.cli import console
from footrule.cli.factor_files import database
from footrule.factors.database import Factors, Found
from footrule.report.visible import without_surrogates
from footrule.text.wording import worded

if TYPE_CHECKING:
    from footrule.measure.quantity import Quantity


def run(options: Namespace) -> int:
    """Do what was asked of the factor database."""
    match options.action:
        case "check":
            from footrule.cli import factor_check

            return factor_check.run(options)
        case "template":
            from footrule.cli import factor_template

            return factor_template.run(options)
        case _:
            return _asked(options)


def _asked(options: Namespace) -> int:
    """Search, show or list."""
    factors = database(options.factors)
    if not isinstance(factors, Factors):
        return console.refused(factors, options.lang)
    match options.action:
        case "search":
            from footrule.cli import factor_search

            return factor_search.run(options, factors)
        case "show":
            return _show(options, factors)
        case _:
            return _list(options, factors)


def molar_mass(formula: str) -> Quantity | None:
    """The molar mass of a formula, None where it is none."""
    from footrule.builtins.chemistry import G_PER_MOL, formula_mass
    from footrule.measure.quantity import exact

    mass = formula_mass(formula)
    return None if mass is None else exact(mass, G_PER_MOL)


def as_json(value: object) -> str:
    """A value as JSON that any terminal takes."""
    return json.dumps(value, ensure_ascii=True, indent=1)


def _show(options: Namespace, factors: Factors) -> int:
    language: str = options.lang
    found = factors.by_id(without_surrogates(options.id), obsolete=True)
    if not isinstance(found, Found):
        return _no_row(options, factors)
    from footrule.factors.dossier import dossier

    one = dossier(factors, found, molar_mass)
    if options.format == "json":
        from footrule.report.factor_json import dossier_object

        print(as_json(dossier_object(one, factors.geography, language)))
    else:
        from footrule.report.factor_page import factor_page

        print(factor_page(one, language, console.width(), console.takes_colour()))
    return 0


def _no_row(options: Namespace, factors: Factors) -> int:
    """An id that there is not: the rows of the series of that name, or the nearest id."""
    asked = without_surrogates(options.id)
    if factors.rows_of(asked):
        from footrule.cli.factor_search import of_series

        return of_series(options, factors)
    from footrule.factors.search import like

    meant = like(factors, asked)
    if meant is None:
        return console.refused([worded(f"no factor is called {asked}", f"没有名为 {asked} 的因子")], options.lang)
    return console.refused(
        [worded(f"no factor is called {asked}; did you mean {meant}?", f"没有名为 {asked} 的因子；是否指 {meant}？")],
        options.lang,
    )


def _list(options: Namespace, factors: Factors) -> int:
    tables = factors.tables_told()
    if options.format == "json":
        from footrule.report.factor_json import table_object

        print(as_json([table_object(one) for one in tables]))
    else:
        from footrule.report.factor_table import table_list

        print("\n".join(table_list(console.page(options.lang), tables)))
    return 0
