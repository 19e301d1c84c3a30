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

if TYPE_CHECKING:
    from argparse import ArgumentParser

COMMAND_LINE, FAULT = 2, 4
INTERRUPTED, BROKEN_PIPE = 130, 141
"""What a shell reports of a command that a signal ended (SIGINT, SIGPIPE): no answer, and certainly not conforming."""


def main() -> None:
    """The entry point: never a traceback for bad input, never a fault that hides."""
    sys.excepthook = _fault
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
    options = _parser().parse_args(arguments)
    match options.command:
        case "check":
            from footrule.cli import check

            return check.run(options)
        case "list" | "show":
            from footrule.cli import shelf

            return shelf.run(options)
        case "fmt":
            from footrule.cli import fmt

            return fmt.run(options)
        case "explain":
            from footrule.cli import explain

            return explain.run(options)
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


def _parser() -> ArgumentParser:
    from argparse import ArgumentParser

    parser = ArgumentParser(
        prog="footrule",
        description="Checks product carbon footprints against standards written in the language of footrule.",
    )
    parser.add_argument("--version", action="version", version=f"footrule {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _check(commands.add_parser("check", help="check submissions against a standard"))
    listed = commands.add_parser("list", help="list the standards that are installed")
    shown = commands.add_parser("show", help="show a rule, and what can keep it undetermined")
    shown.add_argument("standard", metavar="STANDARD", nargs="?", help="ID[@VERSION] of the standard that it is in")
    shown.add_argument("rule", metavar="RULE-ID")
    linted = commands.add_parser("lint", help="check the text of standards")
    linted.add_argument("files", nargs="+", metavar="FILE")
    linted.add_argument("--format", choices=["text", "json", "github"], default="text")
    linted.add_argument("--fix", action="store_true", help="mend in the files what has one certain remedy")
    tested = commands.add_parser("test", help="run the examples of standards")
    tested.add_argument("folders", nargs="+", metavar="DIR")
    laid_out = commands.add_parser("fmt", help="set standards in the one canonical layout")
    laid_out.add_argument("files", nargs="+", metavar="FILE")
    laid_out.add_argument("--check", action="store_true", help="change nothing; say which files would change")
    laid_out.add_argument("--words", choices=["en", "zh"], help="write the keywords in English or in Chinese")
    explained = commands.add_parser("explain", help="print the page of a diagnostic or an intake finding")
    explained.add_argument("code", metavar="CODE")
    for command in (listed, shown, linted, tested, laid_out, explained):
        _language(command)
    return parser


def _check(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="documents with footprints; - is standard input")
    parser.add_argument(
        "--standard",
        action="append",
        default=[],
        metavar="ID[@VERSION]",
        help="a standard or library to apply, or the .pcr file of one; without it, the submission's claim or "
        "classification chooses",
    )
    parser.add_argument("--predecessor", metavar="FILE", help="the footprint that this one replaces")
    parser.add_argument("--as-of", metavar="DATE", help="the day of the assessment (default: today)")
    parser.add_argument(
        "--accept",
        choices=["awaiting-review"],
        help="let what only awaits a person not count in the exit status",
    )
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.add_argument("--detail", action="store_true", help="the whole report for each of many submissions")
    _language(parser)


def _language(parser: ArgumentParser) -> None:
    parser.add_argument("--lang", choices=["en", "zh"], default="en")


if __name__ == "__main__":
    main()
