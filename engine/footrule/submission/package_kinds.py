"""The kinds of intake finding about a life-cycle package: ids I0201 and up, each with its weight, never reused.

The sentences that go with them are in `package_findings` and `exchange_findings`. What packages share with other
documents has its kind in `intake_kinds`: a decimal that is none, an id used twice, an unknown attribute.
"""

from __future__ import annotations

from footrule.submission.intake import IntakeKind
from footrule.text.wording import worded


def _shall(number: str, en: str, zh: str) -> IntakeKind:
    return IntakeKind(number, worded(en, zh), "shall", unreadable=False)


def _should(number: str, en: str, zh: str) -> IntakeKind:
    return IntakeKind(number, worded(en, zh), "should", unreadable=False)


DANGLING = _shall("I0201", "Reference to something that is not in the package", "引用了数据包中没有的内容")
REFERENCE_DATA = _should("I0202", "Taken from the reference data of the format", "取自该格式的参考数据")
NO_IDENTIFIER = _shall("I0203", "No identifier, or one that cannot be one", "缺少标识或标识无效")
MIXED_UNITS = _shall("I0204", "Unit of another family", "单位属于另一类")
NO_REFERENCE_UNIT = _shall("I0205", "No reference unit", "缺少参考单位")
UNIT_FACTOR = _should("I0206", "Unit with another factor than its own", "单位换算系数与其定义不符")
UNIT_NOT_READ = _should("I0207", "Measured in what no field takes", "以无对应字段的单位计量")
OTHER_NAME = _should("I0208", "Reference that calls its target something else", "引用名称与所指不符")
OTHER_GAS = _shall("I0209", "Gas that is named otherwise in the same place", "同一处气体名称相互矛盾")
NO_ORIGIN = _should("I0210", "Origin of the carbon not stated", "未说明碳的来源")
UPTAKE = _should("I0211", "CO2 taken up from the air", "从大气吸收的二氧化碳")
NO_REFERENCE = _shall("I0212", "No quantitative reference", "缺少定量参考")
REFERENCE_NO_PRODUCT = _shall("I0213", "Quantitative reference that is no product", "定量参考不是产品")
REFERENCE_ZERO = _shall("I0214", "Reference amount that is not above zero", "基准量不大于零")
NEGATIVE = _shall("I0215", "Negative amount where there can be none", "不应为负的数量为负")
NEGATIVE_INPUT = _should("I0216", "Negative input", "输入为负")
FORMULA = _should("I0217", "Formula that is not evaluated", "未计算的公式")
TWO_AMOUNTS = _shall("I0218", "Two amounts that differ", "两个数量不一致")
NOT_COUNTED = _should("I0219", "Flow that the package itself does not count", "数据包自身不计入的流")
AVOIDED = _should("I0220", "Avoided product or waste", "避免的产品或废物")
WASTE_BY_CLASS = _should(
    "I0221", "Product flow that is a waste or an emission by its class", "分类为废物或排放的产品流"
)
NO_ALLOCATION = _should("I0222", "Several products and no allocation", "多个产品而无分配")
NO_SUCH_PRODUCT = _shall(
    "I0223", "Allocation factor of what is no product of the process", "分配系数所指不是该过程的产品"
)
SHARES_SUM = _shall("I0224", "Allocation factors that do not add up", "分配系数之和不符")
SEVERAL_PROVIDERS = _should("I0225", "Several providers and none chosen", "有多个供给过程而未选定")
PROVIDER_WITHOUT_FLOW = _shall("I0226", "Provider that does not make the flow", "所选供给过程不产出该流")
USES_UP_ITSELF = _shall("I0227", "Process that uses up what it makes", "过程耗尽其自身产出")
CUT_OFF = _should("I0228", "Cut off by its name", "依名称视为取舍")
FUNCTIONAL_UNIT = _should("I0229", "Functional unit that states another amount", "功能单位与基准量不符")
TWICE_AMONG_OUTPUTS = _should("I0230", "Product twice among the outputs", "同一产品在输出中出现两次")
PART_OF_CARBON = _should("I0231", "Only a part of the carbon told", "只说明了部分含碳量")
NO_CURRENCY = _should("I0232", "Price whose currency is not known", "价格的币种未知")
SEVERAL_CURRENCIES = _shall("I0233", "Prices of one process in several currencies", "同一过程的价格币种不一")
QUALITY_NOT_READ = _should("I0234", "Data quality that is not read", "未读取的数据质量")

PACKAGE_INTAKE_KINDS = (
    DANGLING, REFERENCE_DATA, NO_IDENTIFIER, MIXED_UNITS, NO_REFERENCE_UNIT, UNIT_FACTOR, UNIT_NOT_READ, OTHER_NAME,
    OTHER_GAS, NO_ORIGIN, UPTAKE, NO_REFERENCE, REFERENCE_NO_PRODUCT, REFERENCE_ZERO, NEGATIVE, NEGATIVE_INPUT, FORMULA,
    TWO_AMOUNTS, NOT_COUNTED, AVOIDED, WASTE_BY_CLASS, NO_ALLOCATION, NO_SUCH_PRODUCT, SHARES_SUM, SEVERAL_PROVIDERS,
    PROVIDER_WITHOUT_FLOW, USES_UP_ITSELF, CUT_OFF, FUNCTIONAL_UNIT, TWICE_AMONG_OUTPUTS, PART_OF_CARBON, NO_CURRENCY,
    SEVERAL_CURRENCIES, QUALITY_NOT_READ,
)  # fmt: skip
"""Every kind above, in the order of the ids."""
