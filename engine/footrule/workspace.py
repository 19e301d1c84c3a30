"""The one stateful object: the standards that are installed, and what assesses submissions against them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from footrule.assess.assess import Evaluator, assess, unreadable
from footrule.assess.assessment import Assessment, Verdict
from footrule.assess.finding import Modality, Outcome, Reason, Standings
from footrule.assess.interpreting import Interpreting
from footrule.factors.database import shipped_factors
from footrule.factors.of_standards import told as told_of_tables
from footrule.frozen import Frozen, dataclass, replace
from footrule.library.catalogue import Broken, Catalogue, NotFound
from footrule.library.choosing import ASKED_FOR, Undecided, by_its_data, choose
from footrule.library.editions import by_data
from footrule.library.own_factors import OwnFactors
from footrule.library.shelf import shipped
from footrule.model.edition import ChosenEdition
from footrule.model.standard import Standard
from footrule.submission.element import Items, Record, Text
from footrule.submission.intake import Unreadable
from footrule.submission.open_documents import Document, document_of
from footrule.submission.raw_documents import RawDocument
from footrule.submission.submission import Submission
from footrule.text.wording import Wording, worded

if TYPE_CHECKING:
    from footrule.assess.deciding import DecidedSubmission, Deciding
    from footrule.submission.json_text import JsonValue
    from footrule.submission.locate import Region

Asked = tuple[tuple[ChosenEdition, ...], ...]
"""The standards that were asked for, each in the editions that may be applied, the newest first."""


MOST_PROGRAMS_KEPT = 8
MOST_CHOICES_KEPT = 4096


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Assessed(Frozen):
    """An assessment; `must_choose` where several standards cover the product and somebody has to decide.

    `no_factors` where the tables of factors that a standard brings along cannot be used: nothing is assessed then.
    """

    assessment: Assessment
    must_choose: bool
    no_factors: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TwoEditions(Frozen):
    """One standard was asked for in two versions. Their rules have the same ids, so that only one can be applied."""

    id: str
    versions: tuple[str, str]


class Workspace:
    """Assesses documents against the standards of a catalogue, on one day."""

    def __init__(self, catalogue: Catalogue | None = None, evaluator: Evaluator | None = None) -> None:
        self.catalogue = catalogue if catalogue is not None else Catalogue(shipped())
        own = OwnFactors(self.catalogue, shipped_factors())
        self._evaluator = evaluator if evaluator is not None else Interpreting(own.of)
        self._programs: dict[tuple[str, ...], Deciding] = {}
        self._choices: dict[tuple[object, ...], tuple[ChosenEdition, ...]] = {}

    def standards(self, asked: Sequence[str], as_of: date) -> Asked | Broken | NotFound | TwoEditions:
        """The standards that were asked for by id, each once, or why not all of them can be had."""
        found: dict[str, tuple[ChosenEdition, ...]] = {}
        for one in asked:
            editions = self._editions(one, as_of)
            if isinstance(editions, Broken | NotFound):
                return editions
            before = found.setdefault(editions[0].id, self._chosen(editions, as_of))
            versions = tuple(each.standard.version for each in before)
            if versions != tuple(each.version for each in editions):
                return TwoEditions(editions[0].id, (versions[0], editions[0].version))
        return tuple(found.values())

    def _editions(self, asked: str, as_of: date) -> tuple[Standard, ...] | Broken | NotFound:
        """The editions that a name on the command line means, the newest first: several in a transition alone."""
        first = self.catalogue.find(asked, as_of)
        if "@" in asked or isinstance(first, Broken | NotFound):
            return first if isinstance(first, Broken | NotFound) else (first,)
        editions: list[Standard] = []
        for one in self.catalogue.applicable(asked, as_of):
            if isinstance(one, Broken):
                return one
            editions.append(one)
        return tuple(editions)

    def _chosen(self, editions: Iterable[Standard], as_of: date) -> tuple[ChosenEdition, ...]:
        return tuple(self.catalogue.chosen(one, ASKED_FOR, as_of) for one in editions)

    def assessed(
        self,
        documents: Iterable[Document | Unreadable],
        asked: Asked,
        predecessors: Sequence[Record],
        as_of: date,
        *,
        together: bool = False,
    ) -> Iterator[Assessed]:
        """Every footprint of every document. Without standards asked for, each submission chooses its own.

        `together` reads all of them before the first is assessed, and rules see them as `submissions`.
        """
        found = (one for document in documents for one in submissions(document))
        for read in _together(list(found)) if together else found:
            if isinstance(read, Unreadable):
                yield Assessed(unreadable(read, as_of), must_choose=False)
            else:
                yield self._assess(read, asked, predecessors, as_of)

    def _assess(self, submission: Submission, asked: Asked, predecessors: Sequence[Record], as_of: date) -> Assessed:
        before = _predecessor_of(submission, predecessors)
        applied = self.applied(submission, asked, as_of)
        if isinstance(applied, Undecided):
            assessment = assess(self._evaluator, (), submission, before, as_of)
            return Assessed(replace(assessment, remark=applied.because), must_choose=bool(applied.candidates))
        assessment = assess(self._evaluator, applied, submission, before, as_of)
        refused = [one for chosen in applied for one in self._evaluator.factors_of(chosen.standard).refused]
        if not refused:
            return Assessed(assessment, must_choose=False)
        nothing = assess(self._evaluator, (), submission, before, as_of)
        return Assessed(replace(nothing, remark=told_of_tables(refused)), must_choose=False, no_factors=True)

    def decided(self, raw: RawDocument, asked: Asked, as_of: date) -> Iterator[DecidedSubmission | Assessed]:
        """Every footprint of a document by the programs of the standards that apply; findings wait to be asked.

        What no program decides is assessed: another format than programs read, what nobody can read, what chooses no
        standard, tables of factors that cannot be used. What is the same in thousands of documents, such as which
        standard their product codes choose, is found once.
        """
        applied = self._applied_to(raw, asked, as_of)
        deciding = self._deciding(applied) if applied else None
        found = deciding.decided(raw, applied) if deciding is not None else None
        if found is not None:
            yield found
            return
        for one in _read(document_of(raw)):
            if isinstance(one, Unreadable):
                yield Assessed(unreadable(one, as_of), must_choose=False)
            else:
                apart = self._decided_apart(raw, one, asked, as_of)
                yield self._assess(one.submission, asked, (), as_of) if apart is None else apart

    def assessed_by_programs(self, raw: RawDocument, asked: Asked, as_of: date) -> Iterator[Assessed]:
        """The same as assessments, for reports that list what needs attention and only count the rest."""
        for one in self.decided(raw, asked, as_of):
            if isinstance(one, Assessed):
                yield one
            else:
                from footrule.assess.from_decided import from_decided

                yield Assessed(from_decided(one, as_of), must_choose=False)

    def _decided_apart(self, raw: RawDocument, one: _Read, asked: Asked, as_of: date) -> DecidedSubmission | None:
        """A footprint that was read whole, without what was noted of it; None where it takes the interpreter."""
        from footrule.submission.set_aside import set_aside

        applied = self.applied(one.submission, asked, as_of)
        if isinstance(applied, Undecided) or not applied:
            return None
        apart = set_aside(one.members, one.submission.intake, one.submission.footprint.pointer)
        deciding = None if apart is None else self._deciding(applied)
        return (
            None if apart is None or deciding is None else deciding.decided_apart(raw, one.submission, apart, applied)
        )

    def _applied_to(self, raw: RawDocument, asked: Asked, as_of: date) -> tuple[ChosenEdition, ...]:
        """The standards of a document; none where nobody can tell before it is read, or none is chosen."""
        if asked and all(len(editions) == 1 for editions in asked):
            return tuple(editions[0] for editions in asked)
        from footrule.submission.chosen_by import chosen_by
        from footrule.submission.claimed import claim_among

        by = chosen_by(raw.data)
        if by is None:
            return ()
        key = (*(editions[0].standard.id for editions in asked), as_of, by)
        if key not in self._choices:
            if len(self._choices) >= MOST_CHOICES_KEPT:
                self._choices.clear()
            claimed = None if asked else claim_among(by)
            if claimed is None:
                self._choices[key] = self._chosen_for(raw, asked, as_of)
            else:
                chosen = choose(claimed, self.catalogue, as_of)
                self._choices[key] = () if isinstance(chosen, Undecided) else chosen.standards
        return self._choices[key]

    def _deciding(self, applied: tuple[ChosenEdition, ...]) -> Deciding | None:
        names = _names(applied)
        if names not in self._programs:
            from footrule.assess.deciding import Deciding

            if any(self._evaluator.factors_of(one.standard).refused for one in applied):
                return None
            if len(self._programs) >= MOST_PROGRAMS_KEPT:
                self._programs.clear()
            self._programs[names] = Deciding(applied, self._evaluator.factors_of)
        return self._programs[names]

    def _chosen_for(self, raw: RawDocument, asked: Asked, as_of: date) -> tuple[ChosenEdition, ...]:
        """The standards of a document, which is read whole."""
        for one in submissions(document_of(raw)):
            applied = None if isinstance(one, Unreadable) else self.applied(one, asked, as_of)
            return () if applied is None or isinstance(applied, Undecided) else applied
        return ()

    def applied(self, submission: Submission, asked: Asked, as_of: date) -> tuple[ChosenEdition, ...] | Undecided:
        """The standards that are applied to a submission: those asked for, else what its claim or product chooses."""
        if asked:
            return tuple(_by_data(editions, submission) for editions in asked)
        chosen = choose(submission, self.catalogue, as_of)
        return chosen if isinstance(chosen, Undecided) else chosen.standards


def _names(applied: Iterable[ChosenEdition]) -> tuple[str, ...]:
    return tuple(one.standard.sha256 for one in applied)


def _by_data(editions: tuple[ChosenEdition, ...], submission: Submission) -> ChosenEdition:
    """Of the editions of a standard that was asked for, the one that the data of a submission go by."""
    chosen = by_data(editions, [one.standard.in_force_from for one in editions], submission.data_until)
    return by_its_data(chosen, submission) if len(editions) > 1 else chosen


def _together(read: Sequence[Submission | Unreadable]) -> Iterator[Submission | Unreadable]:
    """The same, in their order, each submission knowing all of them."""
    from footrule.submission.together import held_together

    held = iter(held_together([one for one in read if isinstance(one, Submission)]))
    return (one if isinstance(one, Unreadable) else next(held) for one in read)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Read(Frozen):
    """A submission, and the object that it was read from."""

    submission: Submission
    members: dict[str, JsonValue]


def submissions(document: Document | Unreadable) -> Iterator[Submission | Unreadable]:
    """The submissions in a document, each read with what it must know of the others."""
    return (one if isinstance(one, Unreadable) else one.submission for one in _read(document))


def _read(document: Document | Unreadable) -> Iterator[_Read | Unreadable]:
    if isinstance(document, Unreadable):
        yield document
        return
    from footrule.submission.envelope import footprints_of
    from footrule.submission.read import file_context, read_footprint

    found = list(footprints_of(document))
    context = file_context([one.members for one in found if not isinstance(one, Unreadable)])
    pointers = [one.pointer for one in found if not isinstance(one, Unreadable)]
    regions: Mapping[str, Region] = document.regions(pointers) if len(pointers) > 1 else {}
    for one in found:
        if isinstance(one, Unreadable):
            yield one
            continue
        places = partial(document.positions, region=regions.get(one.pointer))
        read = read_footprint(one.members, one.pointer, document.file, document.sha256, places, context)
        yield read if isinstance(read, Unreadable) else _Read(read, one.members)


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
    if one.must_choose or one.no_factors:
        return 2
    return status_of(one.assessment.verdict, one.assessment.standings, accept_awaiting=accept_awaiting)


def status_of(verdict: Verdict, standings: Standings, *, accept_awaiting: bool) -> int:
    """The exit status that a verdict ends with."""
    if verdict is Verdict.UNREADABLE:
        return 2
    if verdict is Verdict.NONCONFORMING:
        return 1
    if verdict is Verdict.CONFORMING:
        return 0
    return 0 if accept_awaiting and only_awaits(standings) else 3


def only_awaits(standings: Standings) -> bool:
    """Whether nothing but a person's judgement stands between a submission and conforming."""
    open_ = {
        reason
        for (modality, outcome, reason), many in standings.items()
        if outcome is Outcome.UNDETERMINED and modality is Modality.SHALL and many
    }
    return open_ == {Reason.AWAITS_PERSON}


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
