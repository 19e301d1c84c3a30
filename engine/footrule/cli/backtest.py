"""`footrule backtest OLD NEW FILE...`: what a changed standard would do to documents, in one pass over them."""

from __future__ import annotations

import sys
from argparse import Namespace
from contextlib import closing
from dataclasses import dataclass
from datetime import date

from footrule.batch.backtest import BacktestJob
from footrule.batch.checker import Checker
from footrule.batch.deciding import DecidingChecker
from footrule.batch.interruptions import Interruptions
from footrule.batch.running import Manner, worked_through
from footrule.batch.sources import Sources
from footrule.cli import console
from footrule.cli.applying import day_of, factors_with
from footrule.cli.batch_progress import progress_bar
from footrule.cli.manner import manner_of, whole_number
from footrule.cli.two_standards import Side, two_standards
from footrule.evaluate.interpreter import Interpreter
from footrule.library.choosing import ASKED_FOR
from footrule.library.own_factors import OwnFactors
from footrule.report.backtest_page import Backtest, backtest_json, backtest_page
from footrule.report.backtest_totals import Changed
from footrule.text.wording import Wording, worded
from footrule.workspace import Workspace

MOST_EXAMPLES = 100


def run(options: Namespace) -> int:
    """Print what changes. 0 where it could be told, 2 where a document or a standard could not be read."""
    language: str = options.lang
    as_of, manner = day_of(options.as_of), manner_of(options)
    examples = whole_number(options.examples, MOST_EXAMPLES, least=0)
    if examples is None:
        return console.refused(_no_number(options.examples), language)
    if isinstance(as_of, Wording):
        return console.refused(as_of, language)
    if isinstance(manner, Wording):
        return console.refused(manner, language)
    found = two_standards((options.old, options.new), options.library, as_of, language)
    if isinstance(found, int):
        return found
    factors = factors_with(options.factors)
    if isinstance(factors, list):
        return console.refused(factors, language)
    recipe = BacktestRecipe(options.old, options.new, tuple(options.library), tuple(options.factors), as_of, language)
    job = BacktestJob(recipe, as_of, language, examples)
    changed = _changed(job, Sources(options.files, console.standard_input()), manner)
    told = Backtest(found[0].standard, found[1].standard, as_of, changed)
    if options.format == "json":
        sys.stdout.write(backtest_json(told))
    else:
        for line in backtest_page(console.page(language), told):
            print(line)
    return 2 if changed.unreadable else 0


@dataclass(frozen=True, slots=True)
class BacktestRecipe:
    """The options that decide which two standards documents are held against."""

    old: str
    new: str
    libraries: tuple[str, ...]
    factors: tuple[str, ...]
    as_of: date
    language: str

    def checkers(self) -> tuple[Checker, Checker]:
        """A checker of each standard; what could be had when the run was begun can still be had."""
        found = two_standards((self.old, self.new), self.libraries, self.as_of, None)
        if isinstance(found, int):
            raise FileNotFoundError(f"since the run was begun: {self.old} or {self.new} cannot be had")
        old, new = (self._checker(side) for side in found)
        return old, new

    def _checker(self, side: Side) -> Checker:
        factors = factors_with(self.factors)
        if isinstance(factors, list):
            raise FileNotFoundError(f"since the run was begun: {'; '.join(map(str, factors))}")
        workspace = Workspace(side.catalogue, Interpreter(factors_of=OwnFactors(side.catalogue, factors).of))
        asked = ((side.catalogue.chosen(side.standard, ASKED_FOR, self.as_of),),)
        return DecidingChecker(workspace, asked, self.as_of, self.language)


def _changed(job: BacktestJob, sources: Sources, manner: Manner) -> Changed:
    changed, signals = Changed(job.most_examples), Interruptions()
    found = worked_through(job, sources.documents(), manner)
    with signals.heeded(), progress_bar(sources, job.language) as seen, closing(found):
        for one in found:
            changed.merge(one.result)
            seen(changed.documents)
    return changed


def _no_number(text: str) -> Wording:
    return worded(
        f"--examples {text}: write a whole number from 0 to {MOST_EXAMPLES}",
        f"--examples {text}：请写 0 至 {MOST_EXAMPLES} 的整数",
    )
