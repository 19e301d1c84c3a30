"""`footrule check --batch`: any number of documents in, a row for each footprint out, and what they come to."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from footrule.batch.checking import CheckingJob
from footrule.batch.fingerprint import fingerprint
from footrule.batch.journal import Journal, Progress
from footrule.batch.refusals import SourceRefused
from footrule.batch.results import ToStream, file_of_rows, is_parquet, too_short
from footrule.batch.running import InputChanged, Manner, finished, to_kept_file, to_results
from footrule.batch.sources import Raw, Sources
from footrule.cli import console
from footrule.cli.applying import Applying, applying
from footrule.cli.batch_progress import progress_bar
from footrule.cli.checking_recipe import CheckingRecipe
from footrule.cli.manner import manner_of
from footrule.report.batch_summary import Ran, summary_json, summary_page
from footrule.report.batch_totals import Totals
from footrule.text.wording import Wording, worded

_BY_ITSELF = ("together", "predecessor", "detail", "clauses")
"""Options of `check` that have no meaning where documents are checked one by one, and told a row each."""


def run(options: Namespace) -> int:
    """Check a batch and answer its exit status: of 2, 1, 3 and 0 the first that a row has."""
    language: str = options.lang
    refused = _refused(options)
    if refused is not None:
        return console.refused(refused, language)
    manner = manner_of(options)
    if isinstance(manner, Wording):
        return console.refused(manner, language)
    applied = applying(options)
    if isinstance(applied, list):
        return console.refused(applied, language)
    batch = _batch(options, applied, manner)
    begun = monotonic()
    try:
        found = _to_stream(batch) if batch.output is None else _to_file(batch, batch.output, resume=options.resume)
    except InputChanged as changed:
        return console.refused(changed.message, language)
    except OSError as error:
        if error.filename is None or batch.output is None or not _is_of(error.filename, batch.output):
            raise
        return console.refused(_not_written(error.filename, error), language)
    if isinstance(found, Wording):
        return console.refused(found, language)
    ran = Ran(found.totals, monotonic() - begun, found.documents_before, batch.sources.files_passed_over)
    return _told(options, batch, ran)


@dataclass(frozen=True, slots=True)
class _Batch:
    """A batch that is about to be run."""

    sources: Sources
    job: CheckingJob
    manner: Manner
    fingerprint: dict[str, str]
    output: Path | None
    language: str


@dataclass(frozen=True, slots=True)
class _Found:
    """What a run came to, and how many documents of it were done before."""

    totals: Totals
    documents_before: int = 0


def _refused(options: Namespace) -> Wording | None:
    """Why the options make no sense together."""
    stray = next((one for one in _BY_ITSELF if getattr(options, one)), None)
    if stray is not None:
        return worded(
            f"--{stray} and --batch do not go together: in a batch each document is checked by itself",
            f"--{stray} 不能与 --batch 同用：批处理中每份文档单独检查",
        )
    if options.format == "json":
        return worded(
            "--format json and --batch do not go together: rows are JSON lines as it is",
            "--format json 不能与 --batch 同用：结果行本身即为 JSON",
        )
    if options.resume and options.output is None:
        return worded(
            "--resume needs the --output of the run that was broken off", "--resume 须同时给出被中断运行的 --output"
        )
    if options.output is not None and is_parquet(Path(options.output)):
        return _parquet_missing()
    return None


def _parquet_missing() -> Wording | None:
    from footrule.batch.arrow import Arrow

    try:
        Arrow()
    except SourceRefused as refused:
        return refused.message
    return None


def _batch(options: Namespace, applied: Applying, manner: Manner) -> _Batch:
    output = None if options.output is None else Path(options.output)
    accepts = options.accept is not None
    recipe = CheckingRecipe(
        tuple(options.standard), tuple(options.library), tuple(options.factors), applied.as_of, options.lang, accepts
    )
    made_here = [] if output is None else [output, file_of_rows(output), Journal(output, {}).path]
    return _Batch(
        Sources(options.files, console.standard_input(), [str(one) for one in made_here]),
        CheckingJob(recipe, applied.as_of, options.lang),
        manner,
        dict(
            fingerprint(
                options.files,
                applied.workspace.catalogue,
                applied.asked,
                options.factors,
                applied.as_of,
                {"language": options.lang, "accept": accepts},
            )
        ),
        output,
        options.lang,
    )


def _to_stream(batch: _Batch) -> _Found:
    out = ToStream(console.standard_output())
    with progress_bar(batch.sources, batch.language) as seen:
        totals = to_results(
            batch.job, batch.sources.documents(), batch.manner, out, lambda totals: seen(totals.documents)
        )
    return _Found(totals)


def _to_file(batch: _Batch, output: Path, *, resume: bool) -> _Found | Wording:
    journal = Journal(output, batch.fingerprint)
    if not resume and journal.is_unfinished():
        return _unfinished(journal.path)
    before = journal.read() if resume else None
    if isinstance(before, Wording):
        return before
    if before is not None and before.is_finished:
        gone = too_short(output, max(before.bytes_written, 1))
        return _Found(before.totals, before.documents) if gone is None else gone
    rows = file_of_rows(output)
    if before is not None and (short := too_short(rows, before.bytes_written)) is not None:
        return short
    done_before = 0 if before is None else before.documents
    totals = _rows(batch, rows, journal, before)
    if rows != output:
        from footrule.batch.parquet_results import to_parquet

        to_parquet(rows, output)
    finished(output, journal, totals)
    return _Found(totals, done_before)


def _rows(batch: _Batch, rows: Path, journal: Journal, before: Progress | None) -> Totals:
    done_before = 0 if before is None else before.documents
    documents: Iterator[Raw] = batch.sources.documents()
    with progress_bar(batch.sources, batch.language, done_before) as seen:
        return to_kept_file(
            batch.job, documents, batch.manner, rows, journal, before, lambda totals: seen(totals.documents)
        )


def _told(options: Namespace, batch: _Batch, ran: Ran) -> int:
    """Print what the rows come to (on standard error where the rows are on standard output), and write it as JSON."""
    to = sys.stderr if batch.output is None else sys.stdout
    for line in summary_page(console.page(batch.language), ran, batch.sources.passed_over):
        print(line, file=to)
    if options.summary is not None:
        text = summary_json(ran, batch.job.as_of)
        try:
            Path(options.summary).write_text(text, encoding="utf-8")
        except OSError as error:
            return console.refused(_not_written(options.summary, error), batch.language)
    return ran.totals.status


def _is_of(name: object, output: Path) -> bool:
    return isinstance(name, str | Path) and str(name).startswith(str(output))


def _unfinished(journal: Path) -> Wording:
    return worded(
        f"a run into this file was broken off: --resume goes on with it; to begin anew, delete {journal}",
        f"写入此文件的一次运行曾被中断：加 --resume 可继续；如需重新开始，请删除 {journal}",
    )


def _not_written(name: object, error: OSError) -> Wording:
    return worded(f"{name}: cannot be written ({error.strerror})", f"{name}：无法写入（{error.strerror}）")
