"""The words that sentences are made of. What stands in braces is filled in; the verbs of conditions come from a mood.

English follows the ISO/IEC Directives, Part 2 (shall, should, may), Chinese GB/T 1.1 (应, 宜, 可).
"""

from __future__ import annotations

from footrule.measure.unit import PERCENT, POINTS
from footrule.model.expression import Quantifier, Sign, TextTest
from footrule.text.wording import Wording, worded


def _joint(en: str, zh: str) -> Wording:
    """What joins, and has no words of its own in one of the languages."""
    return Wording((("en", en), ("zh", zh)))


BRACKETS = _joint("({0})", "（{0}）")

NAMED = _joint("the {name}", "{name}")
OF = worded("the {name} of {base}", "{base}的{name}")
PREDECESSOR = worded("the preceding footprint", "前一版碳足迹")
ABSENT = worded("{value} ({default} where not given)", "{value}（未给出时按{default}计）")
PARAMETER = _joint("{value} ({name})", "{value}（{name}）")
CODE_PARAMETER = _joint("{name} ({value})", "{name}（{value}）")
UNSET_PARAMETER = _joint("{name} (to be set)", "{name}（待设定）")
OF_A_HUNDRED = {
    PERCENT.symbol: _joint("{n} %", "{n}%"),
    POINTS.symbol: worded("{n} percentage points", "{n}个百分点"),
}
"""Numbers told in hundredths, by the symbol of their unit."""
NO_ELEMENTS = worded("an empty list", "空列表")
TRUTH = {True: worded("‘yes’", "‘是’"), False: worded("‘no’", "‘否’")}
DURATIONS = {
    "year": (worded("{n} year", "{n}年"), worded("{n} years", "{n}年")),
    "month": (worded("{n} month", "{n}个月"), worded("{n} months", "{n}个月")),
    "day": (worded("{n} day", "{n}天"), worded("{n} days", "{n}天")),
}

OVER = worded("over every {variable} in {source}", "{variable}取自{source}")
OVER_THOSE = worded("over every {variable} in {source} for which {condition}", "{variable}取自{source}，且{condition}")
AGGREGATES = {
    "sum": worded("the sum of {element} {over}", "{element}之和（{over}）"),
    "min": worded("the smallest of {element} {over}", "{element}的最小值（{over}）"),
    "max": worded("the largest of {element} {over}", "{element}的最大值（{over}）"),
    "mean": worded("the mean of {element} {over}", "{element}的平均值（{over}）"),
    "distinct": worded("the number of different values of {element} {over}", "{element}不同值的个数（{over}）"),
    "count": worded("the number of values of {element} {over}", "{element}的取值个数（{over}）"),
}
OTHER_AGGREGATE = worded("{name} of {element} {over}", "{element}的{name}（{over}）")
NUMBER_OF = worded("the number of {variable} in {source}", "{source}中{variable}的个数")
NUMBER_OF_THOSE = worded(
    "the number of {variable} in {source} for which {condition}", "{source}中{variable}的个数（限于{condition}）"
)
SELECTION = worded("those {variable} in {source} for which {condition}", "{source}中的各{variable}（限于{condition}）")
CHOICE = worded("{then} if {condition}, otherwise {otherwise}", "若{condition}则为{then}，否则为{otherwise}")
CALLS = {
    "abs": worded("the absolute value of {0}", "{0}的绝对值"),
    "co2_of": worded("the mass of CO2 that holds the carbon {0}", "碳质量{0}折合的CO2质量"),
    "co2e_of_co2": worded("the CO2 equivalent of the mass of CO2 {0}", "CO2质量{0}的二氧化碳当量"),
    "year_of": worded("the year of {0}", "{0}的年份"),
    "molar_mass": worded("the molar mass of {0}", "{0}的摩尔质量"),
    "moles_of_gas": worded("the amount of substance in the gas volume {0}", "气体体积{0}的物质的量"),
    "factor": worded("the factor {0}", "因子{0}"),
    "factors_like": worded(
        "the number of emission factors in the database with the value {0}", "数据库中数值为{0}的排放因子个数"
    ),
    "any_factor": worded("the factor {0}, superseded or not", "因子{0}（不论是否已被取代）"),
}
"""The builtin functions; one that is not here is written like a function, by its name."""
FURTHER_CALLS = {
    ("factor", 3): worded("the factor of the series {0} for {1} and {2}", "系列{0}在{1}、{2}的因子"),
    ("factor", 4): worded("the factor of {0} for {1}, {2} and {3}", "{0}在{1}、{2}、{3}的因子"),
    ("any_factor", 3): worded(
        "the factor of the series {0} for {1} and {2}, or the last before it", "系列{0}在{1}、{2}的因子（或此前最近者）"
    ),
    ("any_factor", 4): worded(
        "the factor of {0} for {1}, {2} and {3}, or the last before it", "{0}在{1}、{2}、{3}的因子（或此前最近者）"
    ),
}
"""The forms of builtin functions with other numbers of arguments than the first."""

SAME = _joint("{left} {be} {right}", "{left}{be}{right}")
NOT_SAME = _joint("{left} {not_be} {right}", "{left}{not_be}{right}")
EXACTLY = worded("{left} {be} exactly {right}", "{left}{m}恰为{right}")
NOT_EXACTLY = worded("{left} {not_be} exactly {right}", "{left}{n}恰好为{right}")
EQUALS = worded("{left} {equal} {right} within printed rounding", "{left}{m}等于{right}（允许修约误差）")
COMPARED = _joint("{left} {be} {tail}", "{left}{m}{tail}")
BOTH_TAILS = worded("{one} and {two}", "{one}且{two}")
TAILS = {
    Sign.BELOW: worded("less than {right}", "小于{right}"),
    Sign.AT_MOST: worded("at most {right}", "不大于{right}"),
    Sign.ABOVE: worded("greater than {right}", "大于{right}"),
    Sign.AT_LEAST: worded("at least {right}", "不小于{right}"),
}
TAILS_OF_TIME = {
    Sign.BELOW: worded("earlier than {right}", "早于{right}"),
    Sign.AT_MOST: worded("no later than {right}", "不晚于{right}"),
    Sign.ABOVE: worded("later than {right}", "晚于{right}"),
    Sign.AT_LEAST: worded("no earlier than {right}", "不早于{right}"),
}
WITHIN = worded(
    "{left} {be} within {tolerance} of {right}", "{left}与{right}的相对偏差（以后者为基准）{m}不超过{tolerance}"
)
WITHIN_AMOUNT = worded(
    "{left} {differ} from {right} by no more than {tolerance}", "{left}与{right}之差{m}不超过{tolerance}"
)
TEXT_TESTS = {
    TextTest.CONTAINS: worded("{left} {contain} the text {right}", "{left}{m}含有文字{right}"),
    TextTest.STARTS_WITH: worded("{left} {begin} with the text {right}", "{left}{m}以文字{right}开头"),
    TextTest.ENDS_WITH: worded("{left} {end} with the text {right}", "{left}{m}以文字{right}结尾"),
    TextTest.LIES_IN: worded("{left} {lie} in the place {right}", "{left}{m}位于{right}境内"),
}
GIVEN = _joint("{operand} {be} given", "{give}{operand}")
NOT_GIVEN = _joint("{operand} {not_be} given", "{not_give}{operand}")
GIVEN_WITHIN = worded("{field} {be} given in {record}", "{record}中{give}{field}")
EITHER = worded("{left} {be} either {members}", "{left}{be}{members}之一")
NEITHER = worded("{left} {be} neither {members}", "{left}{not_be}{members}之一")
ONE_OF = worded("{left} {be} one of {members}", "{left}{be}{members}之一")
NOT_ONE_OF = worded("{left} {be} none of {members}", "{left}{not_be}{members}之一")
AMONG = worded("{left} {be} among {listed}", "{listed}{m}包含{left}")
NOT_AMONG = worded("{left} {not_be} among {listed}", "{listed}{n}包含{left}")
HOLDS = worded("{operand} {hold}", "{operand}{m}成立")
HOLDS_NOT = worded("{operand} {not_hold}", "{operand}{n}成立")
NOT_SO = _joint("it {not_be} the case that {0}", "{not_so}{0}")
NEITHER_NOR = _joint("{members} nor {last}", "{members}、{last}")
ALTERNATIVES = _joint("{members} or {last}", "{members}、{last}")
CHOICE_OF_CONDITIONS = worded(
    "{then} if {condition}, otherwise {otherwise}", "若{condition}，则{then}，否则{otherwise}"
)

AND = worded(" and ", "且")
OR = worded(" or ", "或")
LIST_COMMA = _joint(", ", "、")
COMMA_AND = worded(", and ", "，且")
COMMA_OR = worded(", or ", "，或")
LISTED_AND = worded("; and ", "；且")
LISTED_OR = worded("; or ", "；或")
SEMICOLON = _joint("; ", "；")
LETTER = _joint("({0}) {1}", "（{0}）{1}")
AT_LEAST_ONE = worded("at least one of the following {hold}: {0}", "下列至少一项{m}成立：{0}")
IF_GIVEN = worded("{operand}, if given,", "{operand}如给出，")
UNLESS = worded("{asserted}, unless {condition}", "{asserted}，但{condition}的除外")

FOR_WHICH = worded("{source} for which {condition}", "{source}（限于{condition}）")
QUANTIFIED = {
    Quantifier.EVERY: worded(
        "for every {variable} in {source}, {asserted}", "对{source}中的任一{variable}，{asserted}"
    ),
    Quantifier.SOME: worded(
        "there {be} at least one {variable} in {source} such that {asserted}",
        "{source}中{m}至少有一个{variable}满足：{asserted}",
    ),
    Quantifier.NO: worded(
        "there {be} no {variable} in {source} such that {asserted}", "{source}中{have_no}{variable}满足：{asserted}"
    ),
    Quantifier.EXACTLY_ONE: worded(
        "there {be} exactly one {variable} in {source} such that {asserted}",
        "{source}中{m}恰有一个{variable}满足：{asserted}",
    ),
}

FROM = worded("from {date} on (as {against} has it), ", "自{date}起（以{against}为准），")
FOR_EACH = worded("for each {variable} in {source}, ", "对{source}中的每一个{variable}，")
WHERE = worded("where {condition}, ", "当{condition}时，")
IF = worded("if {condition}, ", "如{condition}，则")
FOLLOWING = worded("the following apply: ", "下列要求适用：")
NUMBERED = _joint("({0}) {1}", "（{0}）{1}")
SENTENCE_END = _joint(".", "。")
SPACE = _joint(" ", "")
HERE = worded("Here {definitions}.", "式中：{definitions}。")
DENOTES = worded("{name} denotes {value}", "{name}指{value}")
DENOTES_THAT = worded("{name} means that {value}", "{name}指下述情形：{value}")
CONFIRMED = worded(
    "the {role} {confirm}, by {using}, that this is met: {title}", "{role}{m}通过{using}确认符合：{title}"
)
CONFIRMED_SOMEHOW = worded("the {role} {confirm} that this is met: {title}", "{role}{m}确认符合：{title}")
ROLES = {
    "verifier": worded("verifier", "核查员"),
    "critical_reviewer": worded("critical reviewer", "鉴定性评审员"),
}
PROCEDURES = {
    "inspection": worded("inspection", "检查"),
    "observation": worded("observation", "观察"),
    "inquiry": worded("inquiry", "询问"),
    "confirmation": worded("confirmation", "函证"),
    "recalculation": worded("recalculation", "重新计算"),
    "reperformance": worded("reperformance", "重新执行"),
    "analytical_procedures": worded("analytical procedures", "分析程序"),
}
PROCEDURES_AND = worded("{members} and {last}", "{members}和{last}")

ALLOCATED = worded(
    "the burdens of each {variable} in {source} shall be allocated as follows: {methods}",
    "{source}中每一个{variable}的负荷应按下述方法分配：{methods}",
)
ALTERNATIVELY = worded("alternatively, as {name}: {methods}", "备选方法{name}：{methods}")
SUBDIVIDED = worded(
    "the burdens {burdens} are borne alone by the outputs {outputs} that they serve",
    "负荷{burdens}仅由其服务的输出{outputs}承担",
)
CREDITED = worded(
    "the outputs {outputs} leave the system with a credit of {factor}", "输出{outputs}按替代法离开系统，抵扣{factor}"
)
CREDITED_WHERE = worded(
    "the outputs {outputs} leave the system with a credit of {factor}, if {condition}",
    "如{condition}，则输出{outputs}按替代法离开系统，抵扣{factor}",
)
SHARED = worded(
    "of class {name}, the burdens {burdens} are shared among the outputs {outputs} in proportion to {keys}",
    "{name}类：负荷{burdens}在输出{outputs}之间按{keys}的比例分摊",
)
THE_REST = worded("not assigned before", "（以上未分配的全部）")
EVERY_ELEMENT = worded("({variable} in {source})", "（{variable}取自{source}）")
EVERY_ELEMENT_OF_THOSE = worded(
    "({variable} in {source} for which {condition})", "（{variable}取自{source}，且{condition}）"
)
KEY_WHERE = worded("{value} if {condition}", "{value}（如{condition}）")
ELSE_KEY = worded(", otherwise to ", "，否则按")
TOLERATED = worded(
    "declared shares shall be within {tolerance} of the computed ones",
    "申报的分配系数与计算值的相对偏差（以后者为基准）应不超过{tolerance}",
)
TOLERATED_POINTS = worded(
    "declared shares shall differ from the computed ones by no more than {tolerance} percentage points",
    "申报的分配系数与计算值之差应不超过{tolerance}个百分点",
)
PARAMETER_IS = worded("{name} is {value}", "{name}为{value}")
DATUM_IS = worded("{title} ({name}) is {kind}", "{title}（{name}）为{kind}")
DATUM_SHOWN_IN = worded("{kind}, in {unit}", "{kind}，单位{unit}")
CODE_OF = worded("one of the codes {codes}", "下列代码之一：{codes}")
