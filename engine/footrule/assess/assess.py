"""From judgements to findings, and from findings to the verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Protocol

from footrule.assess.assessment import AppliedStandard, Assessment, Verdict
from footrule.assess.category import categorised
from footrule.assess.finding import Clause, EvidenceValue, Finding, Modality, Outcome, Place, RuleReference, Standing
from footrule.assess.recomputing import Resting, recomputed_by
from footrule.assess.spoken import SpokenRequirement
from footrule.evaluate.evidence import Readings, of_limit
from footrule.evaluate.judgement import Judgement
from footrule.factors.database import Factors
from footrule.factors.table_used import TableUsed
from footrule.model.edition import ChosenEdition
from footrule.model.standard import Asserted, HowChanged, Rule, RuleChange, Standard
from footrule.submission.element import Attestation, Record
from footrule.submission.intake import IntakeFinding, Unreadable
from footrule.submission.submission import Submission
from footrule.text.source import Position
from footrule.text.wording import FALLBACK_LANGUAGE, Wording, worded

Applied = tuple[ChosenEdition, ...]
"""The standards to apply, each with why it was chosen."""


class Evaluator(Protocol):
    """What judges: the interpreter, or a compiled program that means the same."""

    @property
    def factors_of(self) -> Callable[[Standard], Factors]:
        """The factor database that the rules of a standard ask."""
        ...

    def judge(
        self,
        standard: Standard,
        footprint: Record,
        predecessor: Record | None,
        attestations: tuple[Attestation, ...],
    ) -> Iterable[Judgement]:
        """Every requirement of a standard, on every element of a footprint that it applies to."""
        ...


def assess(
    evaluator: Evaluator, applied: Applied, submission: Submission, predecessor: Record | None, as_of: date
) -> Assessment:
    """A submission against standards on a day. A rule that two of them bring is judged once."""
    read = [categorised(one.standard, submission.footprint) for one in applied]
    footprints = [
        recomputed_by(one.standard, footprint, predecessor, evaluator.factors_of(one.standard))
        for one, (footprint, _) in zip(applied, read, strict=True)
    ]
    judgements = list(_judged(evaluator, applied, footprints, submission, predecessor))
    intake = dict.fromkeys((*submission.intake, *(one for _, noted in read for one in noted)))
    pointers = {submission.footprint.pointer, *(one.pointer for one in intake)}
    for _, judgement, _ in judgements:
        pointers.add(judgement.pointer)
        pointers.update(reading.pointer for reading in judgement.readings if reading.pointer is not None)
    places = submission.locate(pointers)
    findings = (
        *(from_intake(one, places) for one in intake),
        *(finding_of(standard, one, resting, places) for standard, one, resting in judgements),
    )
    return Assessment(
        submission_id=submission.id,
        file=submission.file,
        place=Place(submission.footprint.pointer, places.get(submission.footprint.pointer)),
        sha256=submission.sha256,
        format=submission.format,
        as_of=as_of,
        standards=applied_standards(applied),
        factor_tables=sorted_tables(
            one.table for _, judgement, resting in judgements for one in (*judgement.readings, *resting)
        ),
        verdict=verdict(findings),
        findings=findings,
        unreadable=None,
        remark=None,
    )


def verdict(findings: Iterable[Finding]) -> Verdict:
    """The verdict that follows from all findings on a submission."""
    return verdict_of(one.standing for one in findings)


def verdict_of(standings: Iterable[Standing]) -> Verdict:
    """Nonconforming if a `shall` is, else undetermined if one is; not assessed if none applied; else conforming."""
    outcomes = {outcome for modality, outcome, _ in standings if modality is Modality.SHALL}
    if Outcome.NONCONFORMING in outcomes:
        return Verdict.NONCONFORMING
    if Outcome.UNDETERMINED in outcomes:
        return Verdict.UNDETERMINED
    return Verdict.CONFORMING if Outcome.CONFORMING in outcomes else Verdict.NOT_ASSESSED


def unreadable(document: Unreadable, as_of: date) -> Assessment:
    """The assessment of what could not be read."""
    line, column = document.line, document.column
    position = Position(line, column) if line is not None and column is not None else None
    return Assessment(
        submission_id=None,
        file=document.file,
        place=Place("", position),
        sha256=document.sha256,
        format=None,
        as_of=as_of,
        standards=(),
        factor_tables=(),
        verdict=Verdict.UNREADABLE,
        findings=(),
        unreadable=document,
        remark=None,
    )


def _judged(
    evaluator: Evaluator,
    applied: Applied,
    footprints: list[tuple[Record, Resting]],
    submission: Submission,
    predecessor: Record | None,
) -> Iterator[tuple[Standard, Judgement, Readings]]:
    """The judgements of each standard, on the footprint as that standard reads it, and what the recomputed one adds."""
    seen: list[Rule] = []
    for chosen, (footprint, resting) in zip(applied, footprints, strict=True):
        standard = chosen.standard
        ids = {rule.id for rule in standard.rules if rule not in seen}
        for judgement in evaluator.judge(standard, footprint, predecessor, submission.attestations):
            if judgement.rule.id in ids:
                yield standard, judgement, resting.of(judgement)
        seen += standard.rules


def applied_standards(applied: Applied) -> tuple[AppliedStandard, ...]:
    """The standards as a report tells of them."""
    return tuple(_applied(one) for one in applied)


def _applied(chosen: ChosenEdition) -> AppliedStandard:
    standard = chosen.standard
    return AppliedStandard(
        id=standard.id,
        version=standard.version,
        sha256=standard.sha256,
        title=standard.title,
        chosen_because=chosen.because,
        edition=chosen.edition,
        other_editions=chosen.others,
        waived=standard.waived,
        pack=chosen.pack,
        effective=standard,
    )


_HOW = {
    HowChanged.TIGHTENED: ("{0} tightens this rule of {1}", "{0} 加严了 {1} 的此条规则"),
    HowChanged.REPLACED: ("{0} replaces this rule of {1}", "{0} 代替了 {1} 的此条规则"),
}


def _change(rule: Rule, change: RuleChange) -> Wording:
    """What a file made of a rule that it takes in, and why."""
    en, zh = (text.format(change.by, rule.standard) for text in _HOW[change.how])
    if change.because is None:
        return worded(en, zh)
    return worded(f"{en}: {change.because.in_language('en')}", f"{zh}：{change.because.in_language('zh')}")


def finding_of(standard: Standard, one: Judgement, resting: Readings, places: Mapping[str, Position]) -> Finding:
    """The finding that a judgement is, with the places of what it speaks of, and what else it rests on."""
    rule, requirement = one.rule, one.requirement
    return Finding(
        rule=RuleReference(
            rule.id,
            rule.title,
            Modality(requirement.modality),
            rule.written_in,
            one.number,
            requirement.written,
            SpokenRequirement(standard, rule, one.number),
            tuple(_change(rule, change) for change in rule.changes),
        ),
        clauses=tuple(Clause(cite.document.title, cite.document.edition, cite.clause) for cite in rule.cites),
        outcome=one.outcome,
        reason=one.reason,
        place=Place(one.pointer, places.get(one.pointer)),
        values=tuple(
            EvidenceValue(
                reading.name,
                reading.pointer,
                None if reading.pointer is None else places.get(reading.pointer),
                reading.shown,
                reading.note,
            )
            for reading in one.readings
        ),
        expected=one.expected,
        message=one.message,
        remedy=one.remedy,
        provisional=_provisional(one, resting),
    )


def sorted_tables(read: Iterable[TableUsed | None]) -> tuple[TableUsed, ...]:
    """The tables of factors that something was read from: those of the user, of the standards, and those that ship."""
    return tuple(sorted({one for one in read if one is not None}, key=lambda one: (one.ships, one.standard, one.name)))


def _provisional(one: Judgement, resting: Readings) -> tuple[Wording, ...]:
    """What the judgement rests on that has no source, each once: provisional parameters, and factors that were used."""
    limits = one.requirement.provisional if isinstance(one.requirement, Asserted) else ()
    used = (*(of_limit(parameter) for parameter in limits), *resting, *one.readings)
    return tuple(dict.fromkeys(each.provisional for each in used if each is not None and each.provisional is not None))


def from_intake(one: IntakeFinding, places: Mapping[str, Position]) -> Finding:
    """The finding that something noted by a reader is."""
    place = places.get(one.pointer)
    value = () if one.value is None else (EvidenceValue(one.pointer, one.pointer, place, one.value, None),)
    return Finding(
        rule=RuleReference(
            one.kind.id,
            one.kind.title,
            Modality(one.kind.modality),
            one.document,
            1,
            str(one.kind.title),
            one.kind.title,
        ),
        clauses=(Clause(Wording(((FALLBACK_LANGUAGE, one.document),)), one.edition, one.clause),),
        outcome=Outcome.NONCONFORMING,
        reason=None,
        place=Place(one.pointer, place),
        values=value,
        expected=one.expected,
        message=one.message,
        remedy=None,
        provisional=(),
    )
