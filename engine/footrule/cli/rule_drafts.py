"""What a drafted rule may ask for: conditions that a footprint can keep and break, for an author to replace."""

from __future__ import annotations

from dataclasses import dataclass

from footrule.text.wording import Wording, worded


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """A title, a condition, the change of an example that breaks it, and what the finding says then."""

    title: Wording
    condition: str
    change: str
    otherwise: Wording


def _given(field: str, en: str, zh: str) -> RuleDraft:
    return RuleDraft(
        worded(f"{en} is given", f"给出{zh}"),
        f"{field} is given",
        f"without {field}",
        worded(f"{en.lower()} is missing", f"缺少{zh}"),
    )


RULE_DRAFTS = (
    _given("comment", "The comment", "备注"),
    _given("pcf.allocation_description", "The description of the allocation", "分配方法说明"),
    _given("pcf.country", "The country", "国家"),
    _given("validity_end", "The end of the validity", "有效期的结束"),
    _given("pcf.exempted_description", "The reason of the cut-off", "取舍理由"),
    _given("pcf.primary_data_share", "The share of primary data", "初级数据占比"),
    _given("pcf.boundary_description", "The description of the boundary", "系统边界说明"),
    RuleDraft(
        worded("The mass is above zero", "质量大于零"),
        "pcf.mass > 0 kg",
        "set pcf.mass to 0",
        worded("the mass is {pcf.mass}", "质量为{pcf.mass}"),
    ),
)
"""In the order in which they are tried: the first that the file does not ask for already, and its examples keep."""


def last_resort(rule: str) -> RuleDraft:
    """What any footprint keeps and no other rule asks for: its comment is not the id of this rule."""
    return RuleDraft(
        worded(f"The comment is more than {rule}", f"备注不只是 {rule}"),
        f'comment absent as "" is not "{rule}"',
        f'set comment to "{rule}"',
        worded("the comment is {comment}", "备注为{comment}"),
    )
