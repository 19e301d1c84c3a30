"""`footrule check`: submissions in, reports out."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice

from footrule.assess.assessment import Assessment
from footrule.cli import console
from footrule.cli.applying import day_of, factors_with, named, placed, refused
from footrule.cli.libraries import asked as asked_for
from footrule.evaluate.interpreter import Interpreter
from footrule.library.catalogue import Broken, NotFound
from footrule.submission.element import Record
from footrule.submission.intake import Unreadable
from footrule.submission.open_documents import open_documents
from footrule.text.wording import Wording, worded
from footrule.workspace import Asked, Assessed, TwoEditions, Workspace, status, submissions, told

MOST_WHOLE_REPORTS = 3
STATUSES_FIRST_TO_LAST = (4, 2, 1, 3, 0)


def run(options: Namespace) -> int:
    """Check files and answer the exit status: over several submissions the first of 4, 2, 1, 3, 0 that occurs."""
    language: str = options.lang
    as_of = day_of(options.as_of)
    if isinstance(as_of, Wording):
        return refused(as_of, language)
    opened = asked_for(options.standard, options.library, language)
    if isinstance(opened, Wording):
        return refused(opened, language)
    texts = named(opened.names)
    if isinstance(texts, Wording):
        return refused(texts, language)
    ids, drafts = texts
    factors = factors_with(options.factors)
    if isinstance(factors, list):
        return max(refused(one, language) for one in factors)
    workspace = Workspace(opened.shelf.catalogue(drafts), Interpreter(factors=factors))
    asked = workspace.standards(ids, as_of)
    if isinstance(asked, Broken | NotFound | TwoEditions):
        return refused(told(asked), language)
    if options.predecessor == "-":
        return refused(_PREDECESSOR_IN_A_FILE, language)
    predecessors = _predecessors(options.predecessor)
    if isinstance(predecessors, Unreadable):
        return refused(placed(predecessors), language)
    statuses = _Statuses(accept_awaiting=options.accept is not None)
    results = _assessed(workspace, options.files, asked, predecessors, as_of)
    if options.format == "json":
        _write_json(statuses.noted(results), language)
    else:
        _write_text(statuses.noted(results), language, whole=options.detail)
    return statuses.first


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
    for document in open_documents([name] if name is not None else [], None):
        for one in submissions(document):
            if isinstance(one, Unreadable):
                return one
            records.append(one.footprint)
    return records


def _assessed(
    workspace: Workspace, files: list[str], asked: Asked, predecessors: list[Record], as_of: date
) -> Iterator[Assessed]:
    stdin = sys.stdin.buffer if sys.stdin is not None and not sys.stdin.closed else None
    documents = console.with_progress(open_documents(files, stdin), files)
    return workspace.assessed(documents, asked, predecessors, as_of)


def _write_json(assessments: Iterable[Assessment], language: str) -> None:
    from footrule.report.to_json import to_json

    for piece in to_json(assessments, language):
        sys.stdout.write(piece)


def _write_text(assessments: Iterator[Assessment], language: str, *, whole: bool) -> None:
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
            print(("\n" if number else "") + to_text(one, language, width, colour))
        else:
            print(line(one, language, colour))
    if len(first) > 1:
        print("\n" + summary(tally, language, width, colour))
        if not few and not whole:
            print(_MORE.in_language(language))


_MORE = worded(
    "Check one file, or add --detail, for the whole report.", "检查单个文件，或加 --detail，可查看完整报告。"
)
