"""`footrule`: the commands, their options, and the statuses they end with.

Statuses: 0 conforming, 1 a nonconformity, 2 input that could not be read or a command line that makes no sense,
3 undetermined or not assessed, 4 a fault of the engine. A run that is cut short has none of them.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING

from footrule import __version__
from footrule.cli import option_sets
from footrule.collector import seldom

if TYPE_CHECKING:
    from argparse import ArgumentParser, HelpFormatter, Namespace
    from collections.abc import Callable, Iterator

COMMAND_LINE, FAULT = 2, 4
INTERRUPTED, BROKEN_PIPE = 130, 141
"""What a shell reports of a command that a signal ended (SIGINT, SIGPIPE): no answer, and certainly not conforming."""


def main() -> None:
    """The entry point: never a traceback for bad input, never a fault that hides."""
    sys.excepthook = _fault
    seldom()
    _prepare_streams()
    try:
        status = _status(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`head`, a pager) has seen enough; Python must not complain when it closes the stream.
        _let_go_of_output()
        status = BROKEN_PIPE
    except KeyboardInterrupt:
        status = INTERRUPTED
    except OSError as error:
        if error.filename is not None:
            raise
        # A file that is opened has a name, a stream that is written to has none: the report did not get out.
        _let_go_of_output()
        with suppress(OSError):
            print(f"footrule: the output cannot be written ({error.strerror}) / 无法写出结果", file=sys.stderr)
        status = COMMAND_LINE
    sys.exit(status)


def _prepare_streams() -> None:
    """Make streams take whatever a submission holds, lone surrogates too; a closed one is replaced by nowhere."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - it stays open to the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _let_go_of_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _status(arguments: list[str]) -> int:
    """The exit status of a command line, also where its reading ends the run (`--help`, or a mistake in it)."""
    try:
        return run(arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0


def run(arguments: list[str]) -> int:
    """Run a command line and answer its exit status. Raises SystemExit (status 2) where it makes no sense."""
    if arguments == ["--version"]:
        print(f"footrule {__version__}")
        return 0
    options = _parser(arguments[:1]).parse_args(arguments)
    match options.command:
        case "check":
            from footrule.cli import check

            return check.run(options)
        case "compute":
            from footrule.cli import compute

            return compute.run(options)
        case "trace":
            from footrule.cli import trace

            return trace.run(options)
        case "list" | "show":
            from footrule.cli import shelf

            return shelf.run(options)
        case "diff":
            from footrule.cli import diff

            return diff.run(options)
        case "factors":
            from footrule.cli import factors

            return factors.run(options)
        case "coverage":
            from footrule.cli import coverage

            return coverage.run(options)
        case "explain":
            from footrule.cli import explain

            return explain.run(options)
        case "docs":
            from footrule.cli import docs

            return docs.run(options)
        case "schema":
            from footrule.cli import schema

            return schema.run(options)
        case _:
            return _run_for_author(options)


def _run_for_author(options: Namespace) -> int:
    match options.command:
        case "backtest":
            from footrule.cli import backtest

            return backtest.run(options)
        case "compile":
            from footrule.cli import compiling

            return compiling.run(options)
        case "fmt":
            from footrule.cli import fmt

            return fmt.run(options)
        case "new":
            from footrule.cli import new

            return new.run(options)
        case "pack":
            from footrule.cli import pack

            return pack.run(options)
        case _:
            from footrule.cli import author

            return author.run(options)


def _fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    import traceback

    try:
        traceback.print_exception(kind, fault, trace)
        print(
            f"\nfootrule {__version__} has a fault of its own: nothing was decided. Please report the lines above.\n"
            "footrule 自身出现故障：未作出任何判定。请报告以上内容。",
            file=sys.stderr,
            flush=True,
        )
        sys.stdout.flush()
    finally:
        # Python's own status for a fault is 1, which would say that a footprint does not conform.
        os._exit(FAULT)


def _parser(asked: list[str]) -> ArgumentParser:
    """The parser of command lines; where one asks for a check, the options of other commands are not made for it."""
    from argparse import ArgumentParser, HelpFormatter

    parser = ArgumentParser(
        prog="footrule",
        description="Checks product carbon footprints against standards written in the language of footrule.",
        formatter_class=_of_any_width,
    )
    parser.add_argument("--version", action="version", version=f"footrule {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="check submissions against a standard", formatter_class=_of_any_width)
    option_sets.check(check)
    parser.formatter_class = check.formatter_class = HelpFormatter
    if asked == ["check"]:
        return parser
    for one in (
        *_about_footprints(commands.add_parser),
        *_about_standards(commands.add_parser),
        *_for_authors(commands.add_parser),
    ):
        option_sets.language(one)
    option_sets.factors(commands.add_parser("factors", help="search the factor database, or check tables of your own"))
    return parser


def _of_any_width(prog: str) -> HelpFormatter:
    """What each option is tried with when it is added; to look for the width of the terminal takes a while."""
    from argparse import HelpFormatter

    return HelpFormatter(prog, width=80)


def _about_footprints(add: Callable[..., ArgumentParser]) -> Iterator[ArgumentParser]:
    """The commands that compute."""
    computed = add("compute", help="compute the footprint of an inventory by the allocation of a standard")
    computed.add_argument("files", nargs="+", metavar="FILE", help="documents with footprints and their inventories")
    computed.add_argument("--format", choices=["text", "json", "svg"], default="text")
    traced = add("trace", help="show what a computed figure follows from")
    traced.add_argument("file", metavar="FILE", help="a document with a footprint and its inventory, or a package")
    traced.add_argument("result", metavar="RESULT", nargs="?", help="the name of a figure; without it, all are listed")
    traced.add_argument("--format", choices=["text", "json"], default="text")
    for one in (computed, traced):
        option_sets.of_packages(one)
        one.add_argument(
            "--standard",
            action="append",
            default=[],
            metavar="ID[@VERSION]",
            help="the standard by whose allocation to compute, or its file; without it, as `check` chooses",
        )
        one.add_argument("--set", metavar="SET", help="AR4, AR5 or AR6 (default: as the study states)")
        one.add_argument(
            "--allocation",
            action="append",
            default=[],
            metavar="RULE=ALTERNATIVE",
            help="another way to allocate that the standard allows",
        )
        one.add_argument("--footprint", metavar="ID", help="which footprint, where a document holds several")
        one.add_argument("--as-of", metavar="DATE", help="the day that decides on editions (default: today)")
        option_sets.library(one)
        option_sets.own_factors(one)
        yield one


def _about_standards(add: Callable[..., ArgumentParser]) -> Iterator[ArgumentParser]:
    """The commands that tell of standards as they are."""
    listed = add("list", help="list the standards that are installed")
    option_sets.library(listed)
    yield listed
    shown = add("show", help="show a rule, or the whole of a standard with what it builds on")
    shown.add_argument("standard", metavar="STANDARD", nargs="?", help="ID[@VERSION] of the standard that it is in")
    shown.add_argument("rule", metavar="RULE-ID", nargs="?")
    shown.add_argument(
        "--effective", action="store_true", help="show all of STANDARD as it holds, each rule with its origin"
    )
    option_sets.library(shown)
    yield shown
    compared = add("diff", help="say what changed between two editions of a standard")
    compared.add_argument("old", metavar="OLD", help="ID[@VERSION], or a file (.pcr, .pcrpack)")
    compared.add_argument("new", metavar="NEW", help="ID[@VERSION], or a file (.pcr, .pcrpack)")
    option_sets.library(compared)
    yield compared
    tried = add("backtest", help="say what a changed standard would do to documents: which verdicts and rules change")
    option_sets.backtest(tried)
    yield tried
    covered = add("coverage", help="print which clauses a standard answers for, and the gaps")
    covered.add_argument("standard", metavar="STANDARD", help="ID[@VERSION], or a file")
    covered.add_argument("--format", choices=["text", "json"], default="text")
    option_sets.library(covered)
    yield covered
    outlined = add("schema", help="print the JSON Schema of what submitters of a standard send")
    outlined.add_argument(
        "standard", metavar="STANDARD", nargs="?", help="ID[@VERSION]; without it, an inventory's own"
    )
    option_sets.library(outlined)
    yield outlined
    compiled = add("compile", help="compile the rules of a standard to Python, as `check --batch` runs them")
    compiled.add_argument("standard", metavar="STANDARD", help="ID[@VERSION], or the file of a standard")
    compiled.add_argument("--show", action="store_true", help="print the program")
    option_sets.library(compiled)
    yield compiled
    documented = add("docs", help="print a standard as one page of HTML")
    documented.add_argument("standard", metavar="STANDARD", help="ID[@VERSION], or the file of a standard")
    documented.add_argument("-o", dest="output", metavar="FILE", help="the file to write (default: standard output)")
    option_sets.library(documented)
    documented.add_argument("--lang", choices=["en", "zh", "both"], default="both")
    explained = add("explain", help="print the page of a diagnostic or an intake finding")
    explained.add_argument("code", metavar="CODE")
    yield explained


def _for_authors(add: Callable[..., ArgumentParser]) -> Iterator[ArgumentParser]:
    """The commands that work on the text of standards."""
    linted = add("lint", help="check the text of standards")
    linted.add_argument("files", nargs="+", metavar="FILE")
    linted.add_argument("--format", choices=["text", "json", "github"], default="text")
    linted.add_argument("--fix", action="store_true", help="mend in the files what has one certain remedy")
    option_sets.library(linted)
    yield linted
    tested = add("test", help="run the examples of standards")
    tested.add_argument("folders", nargs="+", metavar="DIR")
    tested.add_argument(
        "--mutate", action="store_true", help="also say which changes of a rule no example would notice"
    )
    tested.add_argument("--format", choices=["text", "json"], default="text")
    option_sets.library(tested)
    option_sets.own_factors(tested)
    yield tested
    laid_out = add("fmt", help="set standards in the one canonical layout")
    laid_out.add_argument("files", nargs="+", metavar="FILE")
    laid_out.add_argument("--check", action="store_true", help="change nothing; say which files would change")
    laid_out.add_argument("--words", choices=["en", "zh"], help="write the keywords in English or in Chinese")
    yield laid_out
    packing = add("pack", help="put a standard, with all that it needs, into one archive that is never changed")
    packing.add_argument("standard", metavar="STANDARD", help="ID[@VERSION], or its .pcr file; with --verify, a pack")
    packing.add_argument("-o", dest="output", metavar="FILE", help="the pack to write (default: ID-VERSION.pcrpack)")
    packing.add_argument(
        "--verify", action="store_true", help="write nothing; say what a pack holds, and that it is whole"
    )
    option_sets.library(packing)
    yield packing
    option_sets.new(add("new", help="begin a standard, or add a rule to one, with examples that pass"))


if __name__ == "__main__":
    main()
