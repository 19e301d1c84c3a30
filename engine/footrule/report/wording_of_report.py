"""The words of the reports themselves, in English and Chinese.

The terms are those of conformity assessment (nonconformity, observation) and their settled Chinese forms
(不符合项, 观察项). Names in braces are filled in; every other text of a report comes from the assessment.
"""

from __future__ import annotations

from footrule.assess.assessment import Verdict
from footrule.report.standing import Standing
from footrule.text.wording import worded

VERDICTS = {
    Verdict.CONFORMING: worded("conforming", "符合"),
    Verdict.NONCONFORMING: worded("nonconforming", "不符合"),
    Verdict.UNDETERMINED: worded("undetermined", "无法判定"),
    Verdict.NOT_ASSESSED: worded("not assessed", "未评价"),
    Verdict.UNREADABLE: worded("unreadable", "无法读取"),
}

COUNTED_ONE = {
    Standing.NONCONFORMITY: worded("{n} nonconformity", "不符合项 {n}"),
    Standing.OBSERVATION: worded("{n} observation", "观察项 {n}"),
    Standing.LACKS_DATA: worded("{n} undetermined", "无法判定 {n}"),
    Standing.AWAITS_PERSON: worded("{n} awaiting a person", "待人工评审 {n}"),
    Standing.CONFORMING: worded("{n} conforming", "符合 {n}"),
    Standing.NOT_APPLICABLE: worded("{n} not applicable", "不适用 {n}"),
}
COUNTED_MANY = COUNTED_ONE | {
    Standing.NONCONFORMITY: worded("{n} nonconformities", "不符合项 {n}"),
    Standing.OBSERVATION: worded("{n} observations", "观察项 {n}"),
}

SECTIONS = {
    Standing.NONCONFORMITY: worded("NONCONFORMITIES ({n})", "不符合项（{n}）"),
    Standing.OBSERVATION: worded("OBSERVATIONS ({n}), which do not count in the verdict", "观察项（{n}），不影响结论"),
    Standing.LACKS_DATA: worded("UNDETERMINED ({n}), and what to submit", "无法判定（{n}），以及需要补充提交的内容"),
    Standing.AWAITS_PERSON: worded("AWAITING A PERSON ({n})", "待人工评审（{n}）"),
}

COMMA = worded(", ", "，")
SEMICOLON = worded("; ", "；")
IN_BRACKETS = worded("{0} ({1})", "{0}（{1}）")

FORMAT = worded("format", "格式")
STANDARD = worded("standard", "标准")
PACK = worded("pack", "标准包")
BECAUSE = worded("because", "选用理由")
EDITIONS = worded("editions", "版本")
FACTOR_TABLES = worded("factors", "因子表")
AS_OF = worded("as of", "评价日期")
NO_STANDARD = worded("none was applied", "未适用任何标准")
NO_FINDINGS = worded("no requirement was assessed", "未评价任何要求")
NO_ID = worded("without id", "无标识")

EXPECTED = worded("expected", "要求")
VALUES = worded("values", "取值")
PLACE = worded("place", "位置")
SENTENCE = worded("rule", "条文")
CLAUSE = worded("clause", "条款")
LIMIT = worded("limit", "限值")
CHANGED = worded("changed", "更改")
REMEDY = worded("remedy", "改正")
PROVISIONAL = worded("provisional: {text}", "暂定：{text}")
MANY_RULES = worded("{n} rules: {ids}", "{n}条规则：{ids}")
UNSETTLED = worded("cannot be settled by submitting data", "补充数据也无法判定")
RECOMMENDED = worded("recommended", "建议性")

MISSING = worded("missing", "缺失")
LINE = worded("line {n}", "第 {n} 行")
BYTE = worded("byte {n}", "第 {n} 字节")
WHOLE_DOCUMENT = worded("the whole document", "整个文档")
PLACES = worded("{n} places", "{n} 处")
MORE_PLACES = worded("and {n} more; the JSON report lists every one", "另有 {n} 处，完整清单见 JSON 报告")
CHARACTERS = worded("{text} ... ({n} characters)", "{text} ...（共 {n} 个字符）")

SUBMISSIONS_ONE = worded("{n} submission", "{n} 份提交文件")
SUBMISSIONS_MANY = worded("{n} submissions", "{n} 份提交文件")
MOST_FREQUENT = worded(
    "Most frequent nonconformities, and in how many submissions", "最常见的不符合项，及其涉及的提交文件数"
)
MORE_RULES = worded("and {n} more rules", "另有 {n} 条规则")
NOTHING_READ = worded("Nothing was checked.", "未检查任何文件。")
