"""The words in which coverage is told, on a terminal and on a page."""

from __future__ import annotations

from footrule.analyse.coverage import Coverage, Standing
from footrule.model.standard import Waived
from footrule.text.wording import Wording, worded

STANDINGS = {
    Standing.CODED: worded("coded", "已编码"),
    Standing.ATTESTED: worded("attested", "评审确认"),
    Standing.NOT_APPLICABLE: worded("not applicable", "不适用"),
    Standing.GAP: worded("GAP", "缺口"),
}
IN_PART = worded("{0}, in part", "{0}，节选")
OUTSIDE = worded("cited besides, in clauses that this register leaves out:", "另引用了此清单未列出的条款：")
WITHOUT = worded("without a register: {names}", "没有条款清单：{names}")
NO_REGISTER = worded("no document that it cites has a register of its clauses", "所引用的文件均无条款清单")
_WAIVED = worded("{id} of {of} is waived by {by}: {because}", "{of} 的 {id} 由 {by} 免除：{because}")
_COUNTED = worded(
    "clauses {all}: coded {coded}, attested {attested}, not applicable {excluded}, gaps {gaps}",
    "条款 {all} 条：已编码 {coded}，评审确认 {attested}，不适用 {excluded}，缺口 {gaps}",
)


def waived(one: Waived) -> Wording:
    """Of which file a rule is that left a gap, who waived it, and why."""
    return Wording(
        tuple(
            (tag, text.format(id=one.id, of=one.standard, by=one.by, because=one.because.in_language(tag)))
            for tag, text in _WAIVED.texts
        )
    )


def counted(result: Coverage) -> Wording:
    """How many clauses there are of each standing."""
    every = [clause.standing for one in result.registers for clause in one.clauses]
    numbers = {
        "all": len(every),
        "coded": every.count(Standing.CODED),
        "attested": every.count(Standing.ATTESTED),
        "excluded": every.count(Standing.NOT_APPLICABLE),
        "gaps": result.gaps,
    }
    return Wording(tuple((tag, text.format(**numbers)) for tag, text in _COUNTED.texts))
