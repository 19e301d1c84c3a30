"""The options of the commands: those that one command has alone, and those that several share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable


def of_packages(parser: ArgumentParser) -> None:
    """What is asked of a life-cycle package."""
    parser.add_argument("--process", metavar="NAME", help="of a life-cycle package: the process, by name or identifier")
    parser.add_argument("--output", metavar="NAME", help="its product (default: the main one)")
    parser.add_argument("--allocate", metavar="KEY", help="mass, energy, revenue, ... (default: mass)")
    parser.add_argument(
        "--provider",
        action="append",
        default=[],
        metavar="NAME",
        help="the process to take where several supply an input",
    )
    parser.add_argument(
        "--incomplete",
        action="store_true",
        help="let inputs without a supplier, and gases without a factor, count as nothing",
    )


def check(parser: ArgumentParser) -> None:
    """The options of `check`."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="documents with footprints; - is standard input")
    parser.add_argument(
        "--standard",
        action="append",
        default=[],
        metavar="ID[@VERSION]",
        help="a standard or library to apply, or the file (.pcr, .pcrpack) of one; without it, the submission's claim "
        "or classification chooses",
    )
    library(parser)
    parser.add_argument("--predecessor", metavar="FILE", help="the footprint that this one replaces")
    parser.add_argument(
        "--together",
        action="store_true",
        help="let rules see all submissions at once: certificates claimed twice, plants whose products do not add up",
    )
    parser.add_argument("--as-of", metavar="DATE", help="the day of the assessment (default: today)")
    own_factors(parser)
    parser.add_argument(
        "--accept",
        choices=["awaiting-review"],
        help="let what only awaits a person not count in the exit status",
    )
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.add_argument("--detail", action="store_true", help="the whole report for each of many submissions")
    parser.add_argument(
        "--clauses", action="store_true", help="what each clause of the documents behind the standard came to"
    )
    language(parser)
    batch(parser)


def batch(parser: ArgumentParser) -> None:
    """The options of `check --batch`."""
    many = parser.add_argument_group(
        "many documents", "--batch checks any number of documents, each by itself, and writes a row for each footprint"
    )
    many.add_argument(
        "--batch",
        action="store_true",
        help="FILE may be NDJSON, a folder, a zip archive, a Parquet table, gzip or zstd of these; rows are JSON lines",
    )
    many.add_argument(
        "-o", "--output", metavar="FILE", help="where the rows go (default: standard output); .parquet makes a table"
    )
    many.add_argument("--resume", action="store_true", help="go on where a run into the same --output was broken off")
    many.add_argument("--summary", metavar="FILE", help="write what the rows come to as JSON, as well")
    in_processes(many.add_argument)


def in_processes(add: Callable[..., object]) -> None:
    """How many processes work through documents, and for how long one of them may take."""
    add("--workers", metavar="N", help="how many processes check (default: one a core)")
    add("--time-limit", metavar="SECONDS", help="the most seconds for one document (default: 60; not with one worker)")


def backtest(parser: ArgumentParser) -> None:
    """The options of `backtest`."""
    parser.add_argument("old", metavar="OLD", help="ID[@VERSION], or a file (.pcr, .pcrpack)")
    parser.add_argument("new", metavar="NEW", help="ID[@VERSION], or a file (.pcr, .pcrpack)")
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="documents, as `check --batch` takes them; - is standard input"
    )
    parser.add_argument("--as-of", metavar="DATE", help="the day of the assessment (default: today)")
    parser.add_argument("--examples", metavar="N", default="3", help="the most footprints named for a change (3)")
    parser.add_argument("--format", choices=["text", "json"], default="text")
    library(parser)
    own_factors(parser)
    in_processes(parser.add_argument)


def new(parser: ArgumentParser) -> None:
    """The options of `new`."""
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
    standard = kinds.add_parser("standard", help="a folder with a standard, its example and a page about it")
    standard.add_argument("name", metavar="NAME", help="one word of letters, digits and _; may be Chinese")
    standard.add_argument("--title", metavar="TEXT", help="the title in English")
    standard.add_argument("--title-zh", metavar="TEXT", help="the title in Chinese")
    standard.add_argument("--cas", action="append", default=[], metavar="NUMBER", help="a CAS number that it covers")
    standard.add_argument("--extends", metavar="ID", help="a library or standard to take in")
    rule = kinds.add_parser("rule", help="a rule at the end of a section, with an example that breaks it")
    rule.add_argument("id", metavar="RULE-ID", help="capitals, a hyphen and a number: ABC-5.1")
    rule.add_argument("--in", required=True, dest="file", metavar="FILE", help="the file of the standard")
    rule.add_argument(
        "--section", metavar="N", help="the section to put it into (default: that of its id, or the last)"
    )
    for one in (standard, rule):
        language(one)


def own_factors(parser: ArgumentParser) -> None:
    """Tables of the user's own."""
    parser.add_argument(
        "--factors", action="append", default=[], metavar="PATH", help="tables of factors of your own, as well"
    )


def library(parser: ArgumentParser) -> None:
    """Where else to look for standards."""
    parser.add_argument(
        "--library",
        action="append",
        default=[],
        metavar="PATH",
        help="a pack, the .pcr file of a standard, or a folder of these: they go before what is installed",
    )


def factors(parser: ArgumentParser) -> None:
    """The commands under `factors`, with their options."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    found = actions.add_parser("search", help="find factors by words in English or Chinese, the best match first")
    found.add_argument("words", nargs="*", metavar="WORD", help="what a name, id, code or technology holds")
    found.add_argument("--geography", metavar="PLACE", help="a code or a name; finds what the place lies in, too")
    days = found.add_mutually_exclusive_group()
    days.add_argument("--year", metavar="YEAR", help="what is valid on any day of it")
    days.add_argument("--day", metavar="DATE", help="what is valid on it")
    found.add_argument("--scope", metavar="SCOPE", help="direct, life-cycle, generation-only or upstream")
    found.add_argument("--kind", metavar="KIND", help="electricity, heat, fuel-combustion, product, ...")
    found.add_argument("--series", metavar="SERIES", help="the rows of a series, by its name")
    found.add_argument("--status", metavar="STATUS", help="verified, transcribed or provisional")
    found.add_argument("--limit", default="20", metavar="N", help="the most that are shown (default: 20)")
    shown = actions.add_parser("show", help="show all that is known of a factor")
    shown.add_argument("id", metavar="ID", help="the id of a factor, or a series")
    listed = actions.add_parser("list", help="list the tables")
    checked = actions.add_parser("check", help="check tables of your own")
    checked.add_argument("paths", nargs="+", metavar="PATH", help="a table (.csv), or a folder of some")
    begun = actions.add_parser("template", help="print a table to begin with")
    begun.add_argument("name", nargs="?", default="mine", metavar="NAME", help="of the table (default: mine)")
    for one in (found, shown, listed):
        own_factors(one)
        one.add_argument("--format", choices=["text", "json"], default="text")
    checked.add_argument("--format", choices=["text", "json", "github"], default="text")
    for one in (found, shown, listed, checked, begun):
        language(one)


def language(parser: ArgumentParser) -> None:
    """The language of what is printed."""
    parser.add_argument("--lang", choices=["en", "zh"], default="en")
