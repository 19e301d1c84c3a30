"""Requirements that a person judges: what attestations there are, and what they come to."""

from __future__ import annotations

from footrule.evaluate.evidence import Reading
from footrule.evaluate.judgement import Judgement
from footrule.model.outcome import Outcome, Reason
from footrule.model.standard import Attested, Rule
from footrule.submission.element import Attestation
from footrule.text.wording import Wording, worded

_OUTCOMES = {"met": Outcome.CONFORMING, "not_met": Outcome.NONCONFORMING, "not_applicable": Outcome.NOT_APPLICABLE}


def deciding(rule: Rule, requirement: Attested, attestations: tuple[Attestation, ...]) -> Attestation | None:
    """What the person named says: one `not met` outweighs any `met`. A claim by another decides nothing."""
    said = [one for one in attestations if one.requirement == rule.id and one.role == requirement.by]
    return min(said, key=lambda one: one.outcome != "not_met", default=None)


def outcome_of(decided: Attestation | None) -> Outcome:
    """What a requirement comes to by what a person says of it; undetermined until somebody does."""
    return Outcome.UNDETERMINED if decided is None else _OUTCOMES[decided.outcome]


def attested(
    rule: Rule,
    number: int,
    requirement: Attested,
    place: str,
    attestations: tuple[Attestation, ...],
    readings: tuple[Reading, ...],
) -> Judgement:
    """The judgement of the person named, explained."""
    decided = deciding(rule, requirement, attestations)
    if decided is None:
        about = [one for one in attestations if one.requirement == rule.id]
        return Judgement(
            rule,
            number,
            requirement,
            Outcome.UNDETERMINED,
            Reason.AWAITS_PERSON,
            about[0].pointer if about else place,
            readings,
            None,
            _awaiting(requirement, about),
            _asked_for(rule, requirement),
        )
    said = f": {decided.statement}" if decided.statement else ""
    return Judgement(
        rule,
        number,
        requirement,
        _OUTCOMES[decided.outcome],
        None,
        decided.pointer,
        (*readings, Reading(f"attested by {decided.by}", decided.pointer, decided.outcome.replace("_", " "))),
        worded("to be met", "应满足") if decided.outcome == "not_met" else None,
        worded(
            f"{decided.by} attested: {decided.outcome.replace('_', ' ')}{said}",
            f"{decided.by} 评审结论：{_ZH_OUTCOMES[decided.outcome]}{said}",
        ),
        None,
    )


_ZH_OUTCOMES = {"met": "满足", "not_met": "不满足", "not_applicable": "不适用"}
_ZH_ROLES = {"verifier": "核查员", "critical_reviewer": "鉴定性评审员"}
_ZH_TECHNIQUES = {
    "inspection": "检查", "observation": "观察", "inquiry": "询问", "confirmation": "函证", "recalculation": "重新计算",
    "reperformance": "重新执行", "analytical_procedures": "分析程序",
}  # fmt: skip


def _role(requirement: Attested) -> tuple[str, str]:
    return requirement.by.replace("_", " "), _ZH_ROLES.get(requirement.by, requirement.by)


def _awaiting(requirement: Attested, claims: list[Attestation]) -> Wording:
    english, chinese = _role(requirement)
    if claims:
        by = claims[0].by
        return worded(f"claimed by {by}; awaits the {english}", f"{by} 已自行声明；待{chinese}评审")
    return worded(f"awaits the {english}", f"待{chinese}评审")


def _asked_for(rule: Rule, requirement: Attested) -> Wording:
    english, chinese = _role(requirement)
    how = ", ".join(technique.replace("_", " ") for technique in requirement.using)
    how_zh = "、".join(_ZH_TECHNIQUES.get(technique, technique) for technique in requirement.using)
    return worded(
        f"an attestation of {rule.id} by the {english}" + (f", by {how}" if how else ""),
        f"由{chinese}就 {rule.id} 出具评审结论" + (f"（方法：{how_zh}）" if how_zh else ""),
    )
