"""`footrule check`: submissions in, reports out."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from footrule.assess.assessment import Assessment
from footrule.cli import console
from footrule.cli.applying import Applying, applying, placed
from footrule.cli.submitted import read, submitted
from footrule.resources import has_cache
from footrule.submission.element import Record
from footrule.submission.intake import Unreadable
from footrule.submission.open_documents import raw_from
from footrule.submission.raw_documents import RawDocument
from footrule.text.wording import Wording, worded
from footrule.workspace import Assessed, status, submissions

MOST_WHOLE_REPORTS = 3
STATUSES_FIRST_TO_LAST = (4, 2, 1, 3, 0)


def run(options: Namespace) -> int:
    """Check files and answer the exit status: over several submissions the first of 4, 2, 1, 3, 0 that occurs."""
    language: str = options.lang
    if options.batch:
        from footrule.cli import batch

        return batch.run(options)
    stray = next((one for one in _OF_BATCHES if getattr(options, one)), None)
    if stray is not None:
        return console.refused(_only_in_batches(f"--{stray.replace('_', '-')}"), language)
    applied = applying(options)
    if isinstance(applied, list):
        return console.refused(applied, language)
    if options.predecessor == "-":
        return console.refused(_PREDECESSOR_IN_A_FILE, language)
    predecessors = _predecessors(options.predecessor)
    if isinstance(predecessors, Unreadable):
        return console.refused(placed(predecessors), language)
    statuses = _Statuses(accept_awaiting=options.accept is not None)
    listed = options.format == "json" or options.clauses
    if listed or options.together or predecessors:
        results = _assessed(applied, options.files, predecessors, together=options.together)
    else:
        results = _by_programs(applied, options.files)
    if options.format == "json":
        _write_json(statuses.noted(results), language, clauses=options.clauses)
    else:
        _write_text(statuses.noted(results), language, whole=options.detail, clauses=options.clauses)
    return statuses.first


_OF_BATCHES = ("output", "resume", "summary", "workers", "time_limit")


def _only_in_batches(option: str) -> Wording:
    return worded(f"{option} belongs to a batch: add --batch", f"{option} 只用于批处理：请加 --batch")


class _Statuses:
    """The statuses of a run as it goes."""

    def __init__(self, *, accept_awaiting: bool) -> None:
        self._accept_awaiting = accept_awaiting
        self._met: set[int] = set()

    def noted(self, results: Iterable[Assessed]) -> Iterator[Assessment]:
        """The assessments, their statuses noted as they pass."""
        for one in results:
            self._met.add(status(one, accept_awaiting=self._accept_awaiting))
            yield one.assessment

    @property
    def first(self) -> int:
        """The status of the run."""
        return next(one for one in STATUSES_FIRST_TO_LAST if one in self._met or one == 0)


_PREDECESSOR_IN_A_FILE = worded(
    "--predecessor: name a file; standard input is for the footprints that are checked",
    "--predecessor：请给出文件名；标准输入只用于待检查的碳足迹",
)


def _predecessors(name: str | None) -> list[Record] | Unreadable:
    records: list[Record] = []
    for document in submitted([name] if name is not None else [], None):
        for one in submissions(document):
            if isinstance(one, Unreadable):
                return one
            records.append(one.footprint)
    return records


def _assessed(applied: Applying, files: list[str], predecessors: list[Record], *, together: bool) -> Iterator[Assessed]:
    documents = console.with_progress(submitted(files, console.standard_input()), files)
    return applied.workspace.assessed(documents, applied.asked, predecessors, applied.as_of, together=together)


def _by_programs(applied: Applying, files: list[str]) -> Iterator[Assessed]:
    """The same for reports that only count what holds: by compiled programs, where these decide a document.

    Where no cache keeps the programs, to compile them would take longer than to do without.
    """
    workspace, asked, as_of = applied.workspace, applied.asked, applied.as_of
    keeps = has_cache()
    for raw in console.with_progress(raw_from(files, console.standard_input()), files):
        if keeps and isinstance(raw, RawDocument):
            yield from workspace.assessed_by_programs(raw, asked, as_of)
        else:
            yield from workspace.assessed([read(raw)], asked, (), as_of)


def _write_json(assessments: Iterable[Assessment], language: str, *, clauses: bool) -> None:
    from footrule.report.to_json import to_json

    for piece in to_json(assessments, language, clauses=clauses):
        sys.stdout.write(piece)


def _write_text(assessments: Iterator[Assessment], language: str, *, whole: bool, clauses: bool) -> None:
    """Whole reports for a few submissions, a line each for many, and what they come to together."""
    from footrule.report.summary import Tally, line, summary
    from footrule.report.to_text import to_text

    width, colour = console.width(), console.takes_colour()
    first = list(islice(assessments, MOST_WHOLE_REPORTS + 1))
    tally = Tally()
    few = len(first) <= MOST_WHOLE_REPORTS
    for number, one in enumerate(chain(first, assessments)):
        tally.add(one)
        if few or whole:
            print(("\n" if number else "") + to_text(one, language, width, colour, clauses=clauses))
        else:
            print(line(one, language, colour))
    if len(first) > 1:
        print("\n" + summary(tally, language, width, colour))
        if not few and not whole:
            print(_MORE.in_language(language))


_MORE = worded(
    "Check one file, or add --detail, for the whole report.", "检查单个文件，或加 --detail，可查看完整报告。"
)
