"""The one stateful object: the standards that are installed, and what assesses submissions against them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from footrule.assess.assess import Applied, Evaluator, assess, unreadable
from footrule.assess.assessment import Assessment, Verdict
from footrule.assess.finding import Modality, Outcome, Reason
from footrule.evaluate.interpreter import Interpreter
from footrule.library.catalogue import Broken, Catalogue, NotFound
from footrule.library.choosing import ASKED_FOR, Undecided, choose
from footrule.library.shelf import shipped
from footrule.model.standard import Standard
from footrule.submission.element import Items, Record, Text
from footrule.submission.envelope import footprints_of
from footrule.submission.intake import Unreadable
from footrule.submission.locate import Region
from footrule.submission.open_documents import Document
from footrule.submission.read import file_context, read_footprint
from footrule.submission.submission import Submission
from footrule.text.wording import Wording, worded


@dataclass(frozen=True, slots=True)
class Assessed:
    """An assessment; `must_choose` where several standards cover the product and somebody has to decide."""

    assessment: Assessment
    must_choose: bool


@dataclass(frozen=True, slots=True)
class TwoEditions:
    """One standard was asked for in two versions. Their rules have the same ids, so that only one can be applied."""

    id: str
    versions: tuple[str, str]


class Workspace:
    """Assesses documents against the standards of a catalogue, on one day."""

    def __init__(self, catalogue: Catalogue | None = None, evaluator: Evaluator | None = None) -> None:
        self.catalogue = catalogue if catalogue is not None else Catalogue(shipped())
        self._evaluator = evaluator if evaluator is not None else Interpreter()

    def standards(self, asked: Sequence[str], as_of: date) -> Applied | Broken | NotFound | TwoEditions:
        """The standards that were asked for by id, each once, or why not all of them can be had."""
        found: dict[str, Standard] = {}
        for one in asked:
            standard = self.catalogue.find(one, as_of)
            if isinstance(standard, Broken | NotFound):
                return standard
            before = found.setdefault(standard.id, standard)
            if before.version != standard.version:
                return TwoEditions(standard.id, (before.version, standard.version))
        return tuple((standard, ASKED_FOR) for standard in found.values())

    def assessed(
        self, documents: Iterable[Document | Unreadable], asked: Applied, predecessors: Sequence[Record], as_of: date
    ) -> Iterator[Assessed]:
        """Every footprint of every document. Without standards asked for, each submission chooses its own."""
        for document in documents:
            for read in submissions(document):
                if isinstance(read, Unreadable):
                    yield Assessed(unreadable(read, as_of), must_choose=False)
                else:
                    yield self._assess(read, asked, predecessors, as_of)

    def _assess(self, submission: Submission, asked: Applied, predecessors: Sequence[Record], as_of: date) -> Assessed:
        before = _predecessor_of(submission, predecessors)
        if asked:
            return Assessed(assess(self._evaluator, asked, submission, before, as_of), must_choose=False)
        chosen = choose(submission, self.catalogue, as_of)
        if isinstance(chosen, Undecided):
            assessment = assess(self._evaluator, (), submission, before, as_of)
            return Assessed(replace(assessment, remark=chosen.because), must_choose=bool(chosen.candidates))
        return Assessed(assess(self._evaluator, chosen.standards, submission, before, as_of), must_choose=False)


def submissions(document: Document | Unreadable) -> Iterator[Submission | Unreadable]:
    """The submissions in a document, each read with what it must know of the others."""
    if isinstance(document, Unreadable):
        yield document
        return
    found = list(footprints_of(document))
    context = file_context([one.members for one in found if not isinstance(one, Unreadable)])
    pointers = [one.pointer for one in found if not isinstance(one, Unreadable)]
    regions = document.regions(pointers) if len(pointers) > 1 else dict[str, Region]()
    for one in found:
        if isinstance(one, Unreadable):
            yield one
        else:
            places = partial(document.positions, region=regions.get(one.pointer))
            yield read_footprint(one.members, one.pointer, document.file, document.sha256, places, context)


def _predecessor_of(submission: Submission, predecessors: Sequence[Record]) -> Record | None:
    """The one among the predecessors handed in that the submission names, else the only one."""
    named = submission.footprint.fields.get("preceding_ids")
    ids = {one.text for one in named.elements if isinstance(one, Text)} if isinstance(named, Items) else set[str]()
    for one in predecessors:
        own = one.fields.get("id")
        if isinstance(own, Text) and own.text in ids:
            return one
    return predecessors[0] if len(predecessors) == 1 else None


def status(one: Assessed, *, accept_awaiting: bool) -> int:
    """The exit status of one assessment: 0 conforming, 1 nonconforming, 2 unreadable or undecided, 3 not settled."""
    if one.must_choose or one.assessment.verdict is Verdict.UNREADABLE:
        return 2
    if one.assessment.verdict is Verdict.NONCONFORMING:
        return 1
    if one.assessment.verdict is Verdict.CONFORMING:
        return 0
    return 0 if accept_awaiting and only_awaits(one.assessment) else 3


def only_awaits(assessment: Assessment) -> bool:
    """Whether nothing but a person's judgement stands between a submission and conforming."""
    open_ = [one for one in assessment.findings if one.outcome is Outcome.UNDETERMINED]
    shall = [one for one in open_ if one.rule.modality is Modality.SHALL]
    return bool(shall) and all(one.reason is Reason.AWAITS_PERSON for one in shall)


def told(problem: Broken | NotFound | TwoEditions) -> Wording:
    """Why a standard that was asked for cannot be had."""
    if isinstance(problem, TwoEditions):
        one, other = problem.versions
        return worded(
            f"{problem.id} is asked for in two versions, {one} and {other}: choose one",
            f"同时指定了 {problem.id} 的两个版本（{one} 和 {other}），请选择其一",
        )
    if isinstance(problem, Broken):
        return worded(
            f"{problem.edition.name} has errors; `footrule lint` shows them",
            f"{problem.edition.name} 有错误，可用 footrule lint 查看",
        )
    known = ", ".join(problem.editions)
    if problem.did_you_mean:
        return worded(
            f"no standard is called {problem.asked}; did you mean {problem.did_you_mean}?",
            f"没有名为 {problem.asked} 的标准；是否指 {problem.did_you_mean}？",
        )
    return worded(f"there is no {problem.asked}; installed are {known}", f"没有 {problem.asked}；已安装：{known}")
