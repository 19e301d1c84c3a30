"""`footrule factors search`: words and filters in, rows out; and what comes nearest where there are none."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from footrule.cli import console
from footrule.cli.factor_filters import asked_for, limit_of
from footrule.cli.factors import as_json
from footrule.factors.database import Factors
from footrule.factors.factor import Factor
from footrule.factors.search import Asked, Hint, Near, best, hints, near
from footrule.report.factor_json import factor_object
from footrule.report.factor_table import LEFT_OUT, counted, factor_table
from footrule.report.nothing_found import MOST_NEAR, hint_text, nothing_found
from footrule.report.wording_of_report import COMMA
from footrule.text.wording import Wording


def run(options: Namespace, factors: Factors) -> int:
    """Print what is found. Statuses: 0 found, 1 nothing found, 2 an option that makes no sense."""
    asked, limit = asked_for(options, factors), limit_of(options)
    if isinstance(asked, Wording):
        return console.refused([asked], options.lang)
    if isinstance(limit, Wording):
        return console.refused([limit], options.lang)
    rows = best(factors, asked)
    if rows:
        _print(options, factors, rows, limit)
        return 0
    unknown, nearby = list(hints(factors, asked)), list(near(factors, asked))
    if options.format == "json":
        print(as_json(_nothing_object(factors, unknown, nearby, options.lang)))
    else:
        print("\n".join(nothing_found(console.page(options.lang), unknown, nearby)))
    return 1


def of_series(options: Namespace, factors: Factors) -> int:
    """Print the rows of the series that was named instead of an id."""
    rows = best(factors, Asked(series=options.id))
    _print(options, factors, rows, len(rows))
    return 0


def _print(options: Namespace, factors: Factors, rows: Sequence[Factor], limit: int) -> None:
    left = max(len(rows) - limit, 0)
    if options.format == "json":
        shown = [factor_object(one, factors.geography) for one in rows[:limit]]
        print(as_json({"factors": shown, "left_out": left}))
        return
    page = console.page(options.lang)
    total = counted(page, len(rows))
    if left:
        total += page.word(COMMA) + page.word(LEFT_OUT, n=left, all=len(rows))
    print("\n".join([*factor_table(page, rows[:limit]), "", *page.paragraph(total)]))


def _nothing_object(
    factors: Factors, unknown: Sequence[Hint], nearby: Sequence[Near], language: str
) -> dict[str, object]:
    return {
        "factors": [],
        "left_out": 0,
        "words": {hint.word: hint_text(hint, language) for hint in unknown},
        "nearest": [
            {
                "without": one.without,
                "word": one.word or None,
                "count": len(one.factors),
                "factors": [factor_object(row, factors.geography) for row in one.factors[:MOST_NEAR]],
            }
            for one in nearby
        ],
    }
