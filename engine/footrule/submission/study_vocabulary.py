"""What an inventory says of the study as a whole: product, boundary, electricity, capture, interpretation, report."""

from __future__ import annotations

from collections.abc import Iterable

from footrule.measure.unit import ONE, PERCENT
from footrule.submission.process_vocabulary import AMOUNTS
from footrule.submission.reported_units import KG, KG_C, KG_CO2E, MJ, per
from footrule.submission.vocabulary import (
    CodeField,
    Field,
    InstantField,
    ListField,
    NumberField,
    RecordField,
    RecordShape,
    TextField,
    TruthField,
    field,
)

_TEXT, _TRUTH, _INSTANT = TextField(), TruthField(), InstantField()
_NUMBER, _SHARE, _MASS, _EMISSION = map(NumberField, (ONE, PERCENT, KG, KG_CO2E))
_ENERGY, _EMISSION_PER_ENERGY, _CARBON = NumberField(MJ), NumberField(per(KG_CO2E, MJ)), NumberField(KG_C)


def _records(shape: str) -> ListField:
    return ListField(RecordField(shape))


CATEGORY = "category"
"""The field and shape of what standards declare in their `data` blocks: its members are not known here."""

STUDY_FIELDS = (
    field("product", RecordField("product"), "the product", "产品"),
    field("system_boundary", RecordField("system_boundary"), "the system boundary", "系统边界"),
    field("characterisation", RecordField("characterisation"), "the characterisation factors", "特征化因子"),
    field("processes", _records("process"), "the processes of the product system", "产品系统的各过程"),
    field("reference_flow", RecordField("reference_flow"), "the output that the footprint is of", "基准流"),
    field("electricity", _records("electricity_use"), "where the electricity comes from", "电力来源"),
    field("carbon_capture", RecordField("carbon_capture"), "carbon capture and storage", "碳捕集与封存"),
    field("mass_balance", RecordField("mass_balance"), "attribution by mass balance", "质量平衡归属"),
    field("offsets", _records("offset"), "what is claimed outside the quantification", "量化之外所声明的抵消"),
    field("sensitivities", _records("sensitivity"), "sensitivity analyses", "敏感性分析"),
    field("uncertainty", RecordField("uncertainty"), "uncertainty of the result", "结果的不确定性"),
    field("interpretation", RecordField("interpretation"), "interpretation of the result", "结果解释"),
    field("comparisons", _records("comparison"), "comparisons with other products", "与其他产品的比较"),
    field("report_sections", _records("report_section"), "sections of the report", "报告的章节"),
    field("recomputed", RecordField("recomputed"), "the footprint recomputed from the inventory", "由清单复算的碳足迹"),
    field("category", RecordField("category"), "what the category standard asks for", "产品种类标准要求的数据"),
)
"""The fields of a footprint that only an inventory fills."""


def recomputed(positions: Iterable[Field]) -> RecordShape:
    """The footprint as it is recomputed: the emissions that a declared one has, and what it is made of."""
    also = ("primary_data_share", "dqi")
    of_declared = (one for one in positions if one.kind == _EMISSION or one.name in also)
    return RecordShape("recomputed", (*of_declared, *_MADE_OF))


_MADE_OF = (
    field("set", CodeField("characterisation_set"), "characterisation factors used", "采用的特征化因子"),
    field("gases", _records("recomputed_gas"), "direct emissions by gas and origin", "按气体与来源的直接排放"),
    field("contributions", _records("contribution"), "what contributes to it", "各项贡献"),
    field("stages", _records("stage_total"), "what each life cycle stage contributes", "各生命周期阶段的贡献"),
    field(
        "shares", _records("computed_share"), "shares that the allocation of the standard comes to", "按标准分配的系数"
    ),
    field("alternatives", _records("alternative_result"), "results by other allocations", "其他分配方法的结果"),
    field("balances", _records("balance"), "balances of the processes", "各过程的平衡"),
)

RECOMPUTED_RECORDS = (
    RecordShape("recomputed_gas", (
        field("gas", CodeField("gas", open=True), "greenhouse gas", "温室气体"),
        field("origin", CodeField("origin"), "origin of its carbon", "碳的来源"),
        field("mass", _MASS, "mass of the gas", "气体质量"),
        field("emission", _EMISSION, "what it counts", "折合排放量"),
    )),
    RecordShape("contribution", (
        field("process", _TEXT, "id of the process", "过程的标识"),
        field("flow", _TEXT, "id of the input, emission or output", "输入、排放或输出的标识"),
        field("name", _TEXT, "name", "名称"),
        field("kind", CodeField("contribution_kind"), "emission, input or credit", "排放、输入或扣减"),
        field("stage", CodeField("stage", open=True), "life cycle stage", "生命周期阶段"),
        field("emission", _EMISSION, "what it adds", "贡献的排放量"),
        field("share", _SHARE, "its share of the footprint", "占碳足迹的份额"),
    )),
    RecordShape("stage_total", (
        field("stage", CodeField("stage", open=True), "life cycle stage", "生命周期阶段"),
        field("emission", _EMISSION, "what it adds", "贡献的排放量"),
        field("share", _SHARE, "its share of the footprint", "占碳足迹的份额"),
    )),
    RecordShape("computed_share", (
        field("process", _TEXT, "id of the process", "过程的标识"),
        field("output", _TEXT, "id of the output", "输出的标识"),
        field("burden_class", _TEXT, "class of the burdens that are shared", "所分配的负荷类别"),
        field("share", _SHARE, "share of the output", "该输出所占份额"),
    )),
    RecordShape("alternative_result", (
        field("allocation", _TEXT, "id of the allocation", "分配规则的标识"),
        field("alternative", _TEXT, "name of the other way to allocate", "备选方法的名称"),
        field("excluding_biogenic_uptake", _EMISSION, "footprint by it", "按该方法的碳足迹"),
        field("change", _SHARE, "how much more or less that is", "变化幅度"),
    )),
    RecordShape("balance", (
        field("process", _TEXT, "id of the process", "过程的标识"),
        field("mass_in", _MASS, "mass that goes in", "输入质量"),
        field("mass_out", _MASS, "mass that comes out as products and waste", "产品与废物质量"),
        field("carbon_in", _CARBON, "carbon that goes in", "输入碳量"),
        field("carbon_out", _CARBON, "carbon that comes out, emissions among it", "输出碳量（含排放）"),
        field("energy_in", _ENERGY, "energy that goes in", "输入能量"),
        field("energy_out", _ENERGY, "energy that comes out", "输出能量"),
    )),
)  # fmt: skip
"""What a recomputed footprint is made of. No submission fills them."""


STUDY_RECORDS = (
    RecordShape("product", (
        field("name", _TEXT, "name", "名称"),
        field("cas", _TEXT, "CAS number", "CAS 号"),
        field("hs", _TEXT, "HS code", "HS 编码"),
        field("cpc", _TEXT, "CPC code", "CPC 编码"),
        field("grade", _TEXT, "grade", "等级"),
        field("purity", _SHARE, "purity by mass", "纯度（质量分数）"),
        field("concentration", _SHARE, "concentration by mass", "质量浓度"),
        field("reference_condition", _TEXT, "temperature and pressure its volume is for", "体积的参比温度与压力"),
        field("route", _TEXT, "production route", "工艺路线"),
    )),
    RecordShape("system_boundary", (
        field("type", CodeField("boundary_type"), "from where to where", "边界类型"),
        field("start", _TEXT, "where it begins", "起点"),
        field("end", _TEXT, "where it ends", "终点"),
        field("cutoff_basis", _TEXT, "what cut-offs are measured by", "取舍的依据"),
        field("stages", _records("boundary_stage"), "life cycle stages", "生命周期阶段"),
        field("exclusions", _records("exclusion"), "what is left out", "排除项"),
    )),
    RecordShape("boundary_stage", (
        field("stage", CodeField("stage", open=True), "life cycle stage", "生命周期阶段"),
        field("included", _TRUTH, "whether it is included", "是否纳入"),
        field("reason", _TEXT, "why not", "不纳入的理由"),
    )),
    RecordShape("exclusion", (
        field("item", _TEXT, "what is left out", "排除的内容"),
        field("reason", _TEXT, "why", "理由"),
        field("share", _SHARE, "its share of the cut-off basis", "占取舍依据的份额"),
        field("estimate", _EMISSION, "its emissions as estimated", "估算的排放量"),
    )),
    RecordShape("characterisation", (
        field("set", CodeField("characterisation_set"), "assessment report of the IPCC", "IPCC 评估报告"),
        field("horizon", _NUMBER, "time horizon in years", "时间范围（年）"),
    )),
    RecordShape("reference_flow", (
        field("process", _TEXT, "id of the process", "过程的标识"),
        field("output", _TEXT, "id of its output", "该过程输出的标识"),
        *AMOUNTS,
    )),
    RecordShape("electricity_use", (
        field("process", _TEXT, "id of the process that uses it", "用电过程的标识"),
        field("energy", _ENERGY, "electricity used", "用电量"),
        field("approach", CodeField("electricity_approach"), "how its emissions are determined", "排放的确定方法"),
        field("factor", _EMISSION_PER_ENERGY, "emission factor applied", "采用的排放因子"),
        field("instrument", RecordField("instrument"), "contractual instrument", "合同凭证"),
    )),
    RecordShape("instrument", (
        field("serial", _TEXT, "serial number", "编号"),
        field("status", _TEXT, "status, such as cancelled", "状态，例如已注销"),
        field("beneficiary", _TEXT, "for whom it was cancelled", "受益方"),
        field("period_start", _INSTANT, "start of the period of generation", "发电时段开始（含）"),
        field("period_end", _INSTANT, "end of the period of generation", "发电时段结束（不含）"),
        field("market", _TEXT, "market it is valid in", "适用市场"),
        field("generator", _TEXT, "plant that generated", "发电设施"),
    )),
    RecordShape("carbon_capture", (
        field("captured", _MASS, "CO2 captured", "捕集的 CO2 量"),
        field("stored", _MASS, "CO2 stored", "封存的 CO2 量"),
        field("energy", _ENERGY, "energy for capture, transport and storage", "捕集、运输与封存的能耗"),
        field("permit", _TEXT, "permit of the store", "封存许可"),
        field("transfers", _records("transfer"), "CO2 handed over", "CO2 的转移"),
    )),
    RecordShape("transfer", (
        field("id", _TEXT, "identifier", "标识"),
        field("counterparty", _TEXT, "other party", "对方"),
        field("direction", CodeField("transfer_direction"), "received or delivered", "接收或交付"),
        field("amount", _MASS, "mass of CO2", "CO2 质量"),
    )),
    RecordShape("mass_balance", (
        field("scheme", _TEXT, "certification scheme", "认证体系"),
        field("attributed", _SHARE, "share of the feed that is attributed", "归属的原料份额"),
        field("certified", _TRUTH, "whether the site is certified", "是否获得认证"),
        field("free_attribution", _TRUTH, "whether attribution is free of the chemical path", "是否为自由归属"),
    )),
    RecordShape("offset", (
        field("kind", _TEXT, "what is claimed", "声明的内容"),
        field("amount", _EMISSION, "emissions it is to make up for", "所抵消的排放量"),
        field("registry", _TEXT, "registry", "登记机构"),
        field("serial", _TEXT, "serial number", "编号"),
    )),
    RecordShape("sensitivity", (
        field("topic", CodeField("topic", open=True), "choice that was varied", "变动的选择"),
        field("basis", CodeField("basis", open=True), "alternative that was tried", "所试的替代依据"),
        field("result", _EMISSION, "footprint excluding uptake under it", "该情形下不含吸收的碳足迹"),
    )),
    RecordShape("uncertainty", (
        field("method", _TEXT, "how it was assessed", "评估方法"),
        field("relative", _SHARE, "half the width of the interval, of the result", "区间半宽占结果的份额"),
        field("confidence", _SHARE, "confidence level", "置信水平"),
        field("statement", _TEXT, "in words", "文字说明"),
    )),
    RecordShape("interpretation", (
        field("significant_issues", _TEXT, "significant issues", "重大问题"),
        field("completeness", _TEXT, "completeness check", "完整性检查"),
        field("consistency", _TEXT, "consistency check", "一致性检查"),
        field("conclusions", _TEXT, "conclusions", "结论"),
        field("limitations", _TEXT, "limitations", "局限性"),
    )),
    RecordShape("comparison", (
        field("compared_with", _TEXT, "what it is compared with", "比较对象"),
        field("category_standard", _TEXT, "category standard of the other", "对方采用的产品种类标准"),
        field("statement", _TEXT, "what is said", "表述"),
    )),
    RecordShape("report_section", (
        field("section", _TEXT, "what the section is of", "章节内容"),
        field("reference", _TEXT, "where it stands", "所在位置"),
    )),
    RecordShape("category", ()),
)  # fmt: skip
"""The shapes of those fields, but for processes; what `category` holds, a standard declares."""
