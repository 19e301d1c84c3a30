"""What `footrule compute` and `footrule trace` have in common: from a command line to computed footprints."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from footrule.cli import console
from footrule.cli.applying import Applying, applying, placed
from footrule.cli.submitted import submitted
from footrule.factors.database import Factors, Found
from footrule.factors.factor import Factor, Status
from footrule.factors.of_standards import told as told_of_tables
from footrule.inventory.problems import NotComputed, Problem
from footrule.inventory.recompute import recompute
from footrule.inventory.result import Footprint
from footrule.library.catalogue import Broken, NotFound
from footrule.library.choosing import Undecided
from footrule.library.shelf import allocates
from footrule.model.edition import ChosenEdition
from footrule.model.standard import Standard
from footrule.report.computed import Computed, NothingComputed
from footrule.submission.intake import Unreadable
from footrule.submission.inventory_codes import CHARACTERISATION_SETS
from footrule.submission.submission import Submission
from footrule.text.suggest import nearest
from footrule.text.wording import Wording, worded
from footrule.workspace import TwoEditions, Workspace, submissions, told

NO_INVENTORY = worded(
    "the submission carries no inventory: there is nothing to compute from", "提交文件未附清单，无从计算"
)


Outcome = Computed | NothingComputed | Wording
"""A footprint, why there is none, or why the command line makes no sense for it."""


@dataclass(frozen=True, slots=True)
class Computing:
    """What a command line asks for: by which standards, in which set, by which alternatives, of which footprint."""

    applied: Applying
    gwp_set: str | None
    choices: Mapping[str, str]
    footprint: str | None

    def computed(self, file: str) -> Iterator[Outcome]:
        """The footprints of a file, computed; or why it cannot be read, or the options make no sense for it."""
        for document in submitted([file], console.standard_input()):
            for one in submissions(document):
                if isinstance(one, Unreadable):
                    yield placed(one)
                elif self.footprint is None or one.id == self.footprint:
                    yield self._of(one)

    def by(self, chosen: ChosenEdition, submission: Submission, choices: Mapping[str, str]) -> Outcome:
        """A submission computed by a standard; `choices` are alternatives that those of the command line go before."""
        every = {**choices, **self.choices}
        unknown = _unknown(every, chosen.standard)
        if unknown is not None:
            return unknown
        factors = self.applied.factors.of(chosen.standard)
        try:
            found = recompute(chosen.standard, submission.footprint, None, factors, gwp_set=self.gwp_set, choices=every)
        except NotComputed as problem:
            return _unless(factors, NothingComputed(submission, chosen, problem.problems))
        return _unless(factors, Computed(submission, chosen, found, tuple(_provisional(found.footprint, factors))))

    def _of(self, submission: Submission) -> Outcome:
        chosen = self._standard(submission)
        if isinstance(chosen, Wording):
            return NothingComputed(submission, None, (Problem(submission.footprint.pointer, chosen),))
        if "processes" not in submission.footprint.fields:
            problem = Problem(submission.footprint.place_of("processes"), NO_INVENTORY)
            return NothingComputed(submission, chosen, (problem,))
        return self.by(chosen, submission, {})

    def _standard(self, submission: Submission) -> ChosenEdition | Wording:
        """The standard by whose allocation to compute."""
        applied = self.applied.workspace.applied(submission, self.applied.asked, self.applied.as_of)
        if isinstance(applied, Undecided):
            because = applied.because
            return worded(
                f"no standard is chosen: {because.in_language('en')}; name one with --standard",
                f"未选定标准：{because.in_language('zh')}；请用 --standard 指定",
            )
        allocating = [one for one in applied if one.standard.allocations] or list(applied)
        if len(allocating) > 1:
            ids = ", ".join(one.standard.id for one in allocating)
            return worded(f"several standards allocate: {ids}; name one", f"多个标准含分配规则：{ids}；请指定其一")
        return allocating[0]


def _unless(factors: Factors, outcome: Outcome) -> Outcome:
    """An outcome, unless the tables that the standard brings along cannot be used."""
    return told_of_tables(factors.refused) if factors.refused else outcome


def computing(options: Namespace, *, by_library: bool = False) -> Computing | list[Wording]:
    """What the options ask for, or why they make no sense.

    With `by_library`, the library that allocates is taken where no standard is named.
    """
    applied = applying(options)
    if isinstance(applied, Applying) and by_library and not options.standard:
        applied = _by_library(applied)
    if isinstance(applied, list):
        return applied
    choices = _choices(options.allocation)
    if isinstance(choices, Wording):
        return [choices]
    gwp_set: str | None = options.set
    if gwp_set is not None and gwp_set not in CHARACTERISATION_SETS:
        listed = ", ".join(CHARACTERISATION_SETS)
        return [worded(f"--set {gwp_set}: choose one of {listed}", f"--set {gwp_set}：可选 {listed}")]
    return Computing(applied, gwp_set, choices, options.footprint)


def _by_library(applied: Applying) -> Applying | list[Wording]:
    """The same, with the one library that allocates for a standard asked for."""
    ids = list(_allocating_libraries(applied.workspace, applied.as_of))
    if len(ids) != 1:
        listed = ", ".join(ids) or "none"
        return [
            worded(
                f"name a standard that allocates with --standard: {listed}",
                f"请用 --standard 指定含分配规则的标准：{listed}",
            )
        ]
    asked = applied.workspace.standards(ids, applied.as_of)
    return [told(asked)] if isinstance(asked, Broken | NotFound | TwoEditions) else replace(applied, asked=asked)


def _offers_ways(library: Standard) -> bool:
    return any(len(one.methods) > 1 for one in library.allocations if one.standard == library.id)


def _allocating_libraries(workspace: Workspace, as_of: date) -> Iterator[str]:
    """The libraries on the shelf that have ways to allocate to choose from, of their own, by their ids."""
    editions = (one for one in workspace.catalogue.editions if one.kind == "library" and allocates(one))
    for one in sorted({edition.id for edition in editions}):
        found = workspace.catalogue.find(one, as_of)
        if isinstance(found, Standard) and found.kind == "library" and _offers_ways(found):
            yield one


def not_computed(one: NothingComputed, language: str) -> int:
    """Tell on standard error why a footprint cannot be computed, and answer the status."""
    for problem in one.problems:
        console.complain(problem.says, language)
    return status(one)


def status(one: Computed | NothingComputed) -> int:
    """The exit status of one footprint: 0 computed, 2 no standard is chosen for it, 3 it cannot be computed."""
    if isinstance(one, Computed):
        return 0
    return 3 if one.chosen is not None else 2


def no_footprint(id: str) -> Wording:
    """That no footprint has the id that was asked for."""
    return worded(f"there is no footprint {id}", f"没有碳足迹 {id}")


def several_footprints(number: int) -> Wording:
    """That one footprint was to be named."""
    return worded(
        f"{number} footprints are here, and one is asked for: name it with --footprint ID",
        f"此处有 {number} 个碳足迹，而只需一个：请用 --footprint ID 指定",
    )


def _choices(given: list[str]) -> dict[str, str] | Wording:
    choices: dict[str, str] = {}
    for one in given:
        rule, equals, name = one.partition("=")
        if not (rule and equals and name):
            return worded(
                f"--allocation {one}: write the id of the rule, =, and the name of its alternative",
                f"--allocation {one}：请写作 规则标识=备选方法名称",
            )
        choices[rule] = name
    return choices


def _unknown(choices: Mapping[str, str], standard: Standard) -> Wording | None:
    """Why an alternative that was asked for is not one of the standard's."""
    rules = {rule.id: [method.name for method in rule.methods if method.name] for rule in standard.allocations}
    for rule, name in choices.items():
        if rule not in rules:
            return _not_there(rule, standard.id, rules)
        if name not in rules[rule]:
            return _not_there(name, rule, rules[rule])
    return None


def _not_there(name: str, of: str, known: dict[str, list[str]] | list[str]) -> Wording:
    if not known:
        return worded(f"{of} has no other way to allocate", f"{of} 没有其他分配方法")
    near = nearest(name, known)
    listed = ", ".join(known)
    if near is not None:
        return worded(f"{of} has no {name}; did you mean {near}?", f"{of} 没有 {name}；是否指 {near}？")
    return worded(f"{of} has no {name}; it has {listed}", f"{of} 没有 {name}；可选 {listed}")


def _provisional(footprint: Footprint, factors: Factors) -> Iterator[Factor]:
    ids = {one.factor_from for one in footprint.contributions if one.factor_from}
    ids |= {one.factor for one in footprint.rests_on if one.factor is not None}
    for one in sorted(ids):
        found = factors.by_id(one, obsolete=True)
        if isinstance(found, Found) and found.factor.status is Status.PROVISIONAL:
            yield found.factor
