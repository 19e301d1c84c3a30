"""The words of the page itself, in English and Chinese."""

from __future__ import annotations

from footrule.text.wording import worded

STANDARD = worded("Product standard", "产品标准")
LIBRARY = worded("Library of rules", "规则库")
VERSION = worded("Version", "版本")
IN_FORCE = worded("In force", "实施日期")
FROM_DAY = worded("from {day}", "自{day}起")
UNTIL_DAY = worded("until {day}", "至{day}止")
ALWAYS = worded("no dates are stated", "未规定日期")
TRANSITION = worded("earlier editions may still be applied until {day}", "此前版本可继续采用至{day}")
OTHER_EDITIONS = worded("Other editions", "其他版本")
COVERS = worded("Covers", "适用产品")
DECLARED_UNIT = worded("Declared unit", "声明单位")
BOUNDARY = worded("System boundary", "系统边界")
BUILDS_ON = worded("Builds on", "引用的规则库")
DIGEST = worded("SHA-256 of the text", "文本的SHA-256")
PROVISIONAL_COUNT = worded("Provisional limits", "暂定限值")
PROVISIONAL_NOTE = worded("{n} of {all} parameters, marked where they are used", "{all}个参数中的{n}个，在使用处标注")

CONTENTS = worded("Contents", "目次")
CONVENTIONS = worded("How to read the rules", "条文的读法")
CONVENTION_TEXTS = (
    worded(
        "The sentence of each rule is made from its checked form and says what the machine does.",
        "每条规则的条文由其经检查的形式生成，说明机器如何判定。",
    ),
    worded(
        "“Shall” is a requirement and counts in the verdict; “should” is a recommendation; “may” is a permission.",
        "“应”为要求，计入结论；“宜”为推荐；“可”为允许。",
    ),
    worded(
        "Numbers are compared as they are printed. Only where a sentence says “within printed rounding” or “within” a "
        "tolerance is half a unit in the last printed place of each number allowed.",
        "数值按所印原样比较。仅在条文写明“允许修约误差”或“偏差不超过”时，允许各数末位半个单位的修约误差。",
    ),
    worded(
        "What is not given makes a requirement undetermined, unless the sentence says what it counts as.",
        "未给出的数据使该要求无法判定，除非条文写明按何值计。",
    ),
    worded(
        "Names in double quotation marks are fields of the submission, names in single ones are codes; names in "
        "italics are explained where the rule says “here”, or are parameters.",
        "双引号内为提交数据的字段，单引号内为代码；斜体名称在“式中”说明，或为参数。",
    ),
)

SECTION_LESS = worded("Rules", "规则")
INHERITED = worded("Rules of {title}", "{title}的规则")
INHERITED_TEXT = worded(
    "These rules come from {title}, version {version}, and apply with those of this document.",
    "以下规则出自{title}（版本 {version}），与本文件的规则一并适用。",
)
SOURCE = worded("Source", "来源")
WHERE = worded("Here", "式中")
OTHERWISE = worded("Otherwise it is reported:", "不符合时报告：")
NOTE = worded("Note", "注")
PROVISIONAL = worded("Provisional limit", "暂定限值")
EXAMPLES = worded("Examples", "示例")
FAILS = worded("does not conform", "不符合")
UNDETERMINED = worded("undetermined", "无法判定")
CONFORMS = worded("conforms", "符合")

METHOD = worded("Method", "方法")
ALTERNATIVE = worded("Alternative: {title}", "备选：{title}")
CLASS = worded("Class", "类别")
BURDENS = worded("Burdens", "负荷")
OUTPUTS = worded("Borne by the outputs", "承担的输出")
KEY = worded("In proportion to", "分配依据")
APPLIED_TO = worded("Applied to", "适用对象")
THE_REST = worded("everything not assigned before", "以上未分配的全部负荷")
SUBDIVISION = worded("metered apart", "单独计量")
CREDIT = worded("credited", "替代抵扣")
ALONE = worded("borne alone", "单独承担")
ONLY_IF = worded("only if {condition}", "仅当{condition}")

ANNEX = worded("Annex {letter}", "附录{letter}")
DATA = worded("Data to be submitted", "提交数据清单")
PARAMETERS = worded("Parameters", "参数")
CODES = worded("Codes", "代码")
FIELDS = worded("Fields of the submission that the rules use", "规则所用的提交字段")
DOCUMENTS = worded("Documents cited", "引用文件")
POTENTIALS = worded("Global warming potentials", "全球变暖潜势")
ALL_EXAMPLES = worded("Examples", "示例")
NAME = worded("Name", "名称")
MEANING = worded("Meaning", "含义")
KIND = worded("Kind of value", "值的类型")
UNIT = worded("Unit", "单位")
REQUIRED = worded("Required", "必填")
NOT_REQUIRED = worded("optional", "可选")
VALUE = worded("Value", "值")
BASIS = worded("Source, or why it is provisional", "来源，或暂定的理由")
LIST = worded("List", "代码表")
CODE = worded("Code", "代码")
TITLE = worded("Title", "题名")
EDITION = worded("Edition", "版本")
CITED_BY = worded("Clauses, and the rules that cite them", "条款及引用该条款的规则")
OUTCOME = worded("Outcome", "结果")
CLAUSES = worded("Clauses answered for", "条款落实情况")
CLAUSE = worded("Clause", "条款")
SUBJECT = worded("Subject", "内容")
STANDING = worded("Standing", "状态")
ANSWERED_BY = worded("Answered for by, or why it is not applicable", "落实的规则，或不适用的理由")
NO_DATA = worded("This document asks for no data of its own.", "本文件未规定自有数据。")
NONE_DECLARED = worded("None are declared.", "未声明。")
NO_POTENTIALS = worded(
    "This document declares no characterisation factors of its own; those of the report of the IPCC that a submission "
    "names are used.",
    "本文件未规定特征化因子，采用提交数据所注明的IPCC评估报告的特征化因子。",
)
