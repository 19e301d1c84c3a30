"""The words for what a file changes of the files that it builds on."""

from __future__ import annotations

from footrule.model.standard import HowChanged
from footrule.text.wording import worded

CHANGES = worded("Changes to what it builds on", "对所引用规则库的更改")
HOW = {
    HowChanged.TIGHTENED: worded("tightened", "加严"),
    HowChanged.REPLACED: worded("replaced", "代替"),
}
NOT_APPLIED = worded("not applied", "免除")
SET = worded("set", "设定")

CHANGED = {
    HowChanged.TIGHTENED: worded("Tightened by {by}", "由{by}加严"),
    HowChanged.REPLACED: worded("Replaced by {by}", "由{by}代替"),
}
WAIVED = worded("Waived by {by}", "由{by}免除")
SET_BY = worded("set by {by} instead of {was}", "由{by}设定，原为{was}")
SET_FIRST = worded("set by {by}, which {of} leaves open", "由{by}设定，{of}留待设定")
SET_HERE = worded("{name} is {value}, {said}", "{name}为{value}，{said}")
NOT_SET = worded("not set", "尚未设定")
LEFT_OPEN = worded("Left open", "留待设定")
SPACE = {"en": " ", "zh": ""}
"""What stands after a colon."""
BEFORE = worded("Before", "更改前")

RULES_NOT_APPLIED = worded("Rules not applied", "免除的规则")
ALL_APPLY = worded(
    "All rules of the documents that this one builds on are applied.", "本文件所引用的规则库的规则全部适用。"
)
BUILDS_ON_NOTHING = worded("This document builds on no other.", "本文件不以其他规则库为基础。")
RULE = worded("Rule", "规则")
ASKS = worded("What it asks for", "要求的内容")
OF = worded("Rule of", "出自")
WHY = worded("Why it is not applied", "免除的理由")
