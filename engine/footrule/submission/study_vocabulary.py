"""What an inventory says of the study as a whole: product, boundary, electricity, capture, interpretation, report."""

from __future__ import annotations

from footrule.submission.field_kinds import EMISSION, ENERGY, INSTANT, MASS, NUMBER, SHARE, TEXT, TRUTH, listed, records
from footrule.submission.goal_vocabulary import GOAL_RECORDS
from footrule.submission.process_vocabulary import AMOUNTS
from footrule.submission.reported_units import KG_CO2E, MJ, per
from footrule.submission.vocabulary import (
    CodeField,
    NumberField,
    RecordField,
    RecordShape,
    field,
)

_EMISSION_PER_ENERGY = NumberField(per(KG_CO2E, MJ))

CATEGORY = "category"
"""The field and shape of what standards declare in their `data` blocks: its members are not known here."""

FOOTPRINT = "footprint"
"""The shape of a whole submission."""

SUBMISSIONS = "submissions"
"""The field that holds all footprints of a batch, where they are checked together."""

STUDY_FIELDS = (
    field("study", RecordField("study"), "goal and scope of the study", "研究的目的与范围"),
    field("product", RecordField("product"), "the product", "产品"),
    field("system_boundary", RecordField("system_boundary"), "the system boundary", "系统边界"),
    field("characterisation", RecordField("characterisation"), "the characterisation factors", "特征化因子"),
    field("processes", records("process"), "the processes of the product system", "产品系统的各过程"),
    field("reference_flow", RecordField("reference_flow"), "the output that the footprint is of", "基准流"),
    field("electricity", records("electricity_use"), "where the electricity comes from", "电力来源"),
    field("carbon_capture", RecordField("carbon_capture"), "carbon capture and storage", "碳捕集与封存"),
    field("mass_balance", RecordField("mass_balance"), "attribution by mass balance", "质量平衡归属"),
    field("offsets", records("offset"), "what is claimed outside the quantification", "量化之外所声明的抵消"),
    field("sensitivities", records("sensitivity"), "sensitivity analyses", "敏感性分析"),
    field("uncertainty", RecordField("uncertainty"), "uncertainty of the result", "结果的不确定性"),
    field("interpretation", RecordField("interpretation"), "interpretation of the result", "结果解释"),
    field("comparisons", records("comparison"), "comparisons with other products", "与其他产品的比较"),
    field("report_sections", records("report_section"), "sections of the report", "报告的章节"),
    field("stage_results", records("stage_result"), "declared results by life cycle stage", "按生命周期阶段申报的结果"),
    field("results_apart", records("result_apart"), "results that are told apart from the footprint", "单独列出的结果"),
    field(
        "positions_absent",
        records("position_absent"),
        "parts of the footprint that are absent, and why",
        "不涉及的排放项及理由",
    ),
    field("data_gaps", records("data_gap"), "data that are missing, and what was done", "缺失的数据及其处理"),
    field("land_use", RecordField("land_use"), "how land use change was assessed", "土地利用变化的评估方式"),
    field("recycling", records("recycling"), "reuse and recycling within the system", "系统内的再使用与再生利用"),
    field("use_phase", RecordField("use_phase"), "how the product is used", "产品的使用方式"),
    field("end_of_life", RecordField("end_of_life"), "what becomes of the used product", "废弃产品的去向"),
    field("critical_review", RecordField("critical_review"), "critical review of the study", "研究的鉴定性评审"),
    field(
        "verification_statement", RecordField("verification_statement"), "what was verified, and by whom", "核查声明"
    ),
    field("recomputed", RecordField("recomputed"), "the footprint recomputed from the inventory", "由清单复算的碳足迹"),
    field(SUBMISSIONS, records(FOOTPRINT), "footprints that are checked together", "一并检查的各碳足迹"),
    field("category", RecordField("category"), "what the category standard asks for", "产品种类标准要求的数据"),
)
"""The fields of a footprint that only an inventory fills."""


STUDY_RECORDS = (
    *GOAL_RECORDS,
    RecordShape("product", (
        field("name", TEXT, "name", "名称"),
        field("cas", TEXT, "CAS number", "CAS 号"),
        field("hs", TEXT, "HS code", "HS 编码"),
        field("cpc", TEXT, "CPC code", "CPC 编码"),
        field("grade", TEXT, "grade", "等级"),
        field("purity", SHARE, "purity by mass", "纯度（质量分数）"),
        field("concentration", SHARE, "concentration by mass", "质量浓度"),
        field("reference_condition", TEXT, "temperature and pressure its volume is for", "体积的参比温度与压力"),
        field("route", TEXT, "production route", "工艺路线"),
    )),
    RecordShape("system_boundary", (
        field("type", CodeField("boundary_type"), "from where to where", "边界类型"),
        field("start", TEXT, "where it begins", "起点"),
        field("end", TEXT, "where it ends", "终点"),
        field("rationale", TEXT, "why the boundary is where it is", "边界的设定理由"),
        field("cutoff_basis", TEXT, "what cut-offs are measured by", "取舍的依据"),
        field("cutoff_limit", SHARE, "most that one cut-off may be", "单项取舍上限"),
        field("cutoff_total", SHARE, "most that all cut-offs may be together", "取舍总量上限"),
        field("cutoff_effect", TEXT, "effect of the cut-offs on the result", "取舍对结果的影响"),
        field("revisions", TEXT, "how the boundary was refined, and why", "边界的修订及理由"),
        field("stages", records("boundary_stage"), "life cycle stages", "生命周期阶段"),
        field("exclusions", records("exclusion"), "what is left out", "排除项"),
    )),
    RecordShape("boundary_stage", (
        field("stage", CodeField("stage", open=True), "life cycle stage", "生命周期阶段"),
        field("included", TRUTH, "whether it is included", "是否纳入"),
        field("reason", TEXT, "why not", "不纳入的理由"),
    )),
    RecordShape("exclusion", (
        field("item", TEXT, "what is left out", "排除的内容"),
        field("reason", TEXT, "why", "理由"),
        field("share", SHARE, "its share of the cut-off basis", "占取舍依据的份额"),
        field("estimate", EMISSION, "its emissions as estimated", "估算的排放量"),
        field("effect", TEXT, "what leaving it out means for the result", "排除的影响"),
    )),
    RecordShape("characterisation", (
        field("set", CodeField("characterisation_set"), "assessment report of the IPCC", "IPCC 评估报告"),
        field("horizon", NUMBER, "time horizon in years", "时间范围（年）"),
        field("justification", TEXT, "why other factors than the latest are used", "未采用最新因子的理由"),
    )),
    RecordShape("reference_flow", (
        field("process", TEXT, "id of the process", "过程的标识"),
        field("output", TEXT, "id of its output", "该过程输出的标识"),
        *AMOUNTS,
    )),
    RecordShape("electricity_use", (
        field("process", TEXT, "id of the process that uses it", "用电过程的标识"),
        field("energy", ENERGY, "electricity used", "用电量"),
        field("approach", CodeField("electricity_approach"), "how its emissions are determined", "排放的确定方法"),
        field("factor", _EMISSION_PER_ENERGY, "emission factor applied", "采用的排放因子"),
        field("mix", CodeField("electricity_mix"), "which mix of the grid", "电网组合类型"),
        field("residual_mix_published", TRUTH, "whether a residual mix of that grid is published",
              "该电网是否发布剩余组合"),
        field("geography", TEXT, "grid or place that the factor is for", "因子对应的电网或地区"),
        field("year", NUMBER, "year that the factor is for", "因子所属年份"),
        field("source", TEXT, "where the factor is published", "因子来源"),
        field("coverage", CodeField("factor_scope"), "part of the life cycle that the factor covers",
              "因子涵盖的生命周期范围"),
        field("dedicated_line", TRUTH, "whether the supplier is connected directly", "是否由专线直供"),
        field("sold_instruments", ENERGY, "electricity whose instruments were sold", "已向他方出售凭证的电量"),
        field("instrument", RecordField("instrument"), "contractual instrument", "合同凭证"),
    )),
    RecordShape("instrument", (
        field("serial", TEXT, "serial number", "编号"),
        field("status", TEXT, "status, such as cancelled", "状态，例如已注销"),
        field("beneficiary", TEXT, "for whom it was cancelled", "受益方"),
        field("period_start", INSTANT, "start of the period of generation", "发电时段开始（含）"),
        field("period_end", INSTANT, "end of the period of generation", "发电时段结束（不含）"),
        field("market", TEXT, "market it is valid in", "适用市场"),
        field("generator", TEXT, "plant that generated", "发电设施"),
        field("technology", TEXT, "technology of that plant", "发电技术"),
        field("commissioned", TEXT, "year it was commissioned", "投产年份"),
        field("energy", ENERGY, "electricity that it stands for", "凭证对应的电量"),
    )),
    RecordShape("carbon_capture", (
        field("captured", MASS, "CO2 captured", "捕集的 CO2 量"),
        field("stored", MASS, "CO2 stored", "封存的 CO2 量"),
        field("energy", ENERGY, "energy for capture, transport and storage", "捕集、运输与封存的能耗"),
        field("leaked", MASS, "CO2 lost on the way to the store", "运输与注入中泄漏的 CO2 量"),
        field("permit", TEXT, "permit of the store", "封存许可"),
        field("claimed_by", TEXT, "who claims the storage", "封存效益的主张方"),
        field("transfers", records("transfer"), "CO2 handed over", "CO2 的转移"),
    )),
    RecordShape("transfer", (
        field("id", TEXT, "identifier", "标识"),
        field("counterparty", TEXT, "other party", "对方"),
        field("direction", CodeField("transfer_direction"), "received or delivered", "接收或交付"),
        field("amount", MASS, "mass of CO2", "CO2 质量"),
        field("benefit_taken", TRUTH, "whether this footprint is lowered by it", "本碳足迹是否因此降低"),
    )),
    RecordShape("mass_balance", (
        field("scheme", TEXT, "certification scheme", "认证体系"),
        field("attributed", SHARE, "share of the feed that is attributed", "归属的原料份额"),
        field("certified", TRUTH, "whether the site is certified", "是否获得认证"),
        field("certificate", TEXT, "certificate", "证书"),
        field("approach", TEXT, "conventional reference, inventory or both", "常规基准、清单或两者"),
        field("attributed_mass", MASS, "mass that is attributed", "归属的质量"),
        field("certified_mass", MASS, "mass that is certified", "获认证的质量"),
        field("free_attribution", TRUTH, "whether attribution is free of the chemical path", "是否为自由归属"),
    )),
    RecordShape("offset", (
        field("kind", TEXT, "what is claimed", "声明的内容"),
        field("amount", EMISSION, "emissions it is to make up for", "所抵消的排放量"),
        field("subtracted", TRUTH, "whether the footprint is lowered by it", "是否从碳足迹中扣减"),
        field("registry", TEXT, "registry", "登记机构"),
        field("serial", TEXT, "serial number", "编号"),
    )),
    RecordShape("sensitivity", (
        field("topic", CodeField("topic", open=True), "choice that was varied", "变动的选择"),
        field("basis", CodeField("basis", open=True), "alternative that was tried", "所试的替代依据"),
        field("result", EMISSION, "footprint excluding uptake under it", "该情形下不含吸收的碳足迹"),
    )),
    RecordShape("uncertainty", (
        field("method", TEXT, "how it was assessed", "评估方法"),
        field("relative", SHARE, "half the width of the interval, of the result", "区间半宽占结果的份额"),
        field("confidence", SHARE, "confidence level", "置信水平"),
        field("statement", TEXT, "in words", "文字说明"),
    )),
    RecordShape("interpretation", (
        field("significant_issues", TEXT, "significant issues", "重大问题"),
        field("completeness", TEXT, "completeness check", "完整性检查"),
        field("sensitivity", TEXT, "sensitivity check", "敏感性检查"),
        field("consistency", TEXT, "consistency check", "一致性检查"),
        field("conclusions", TEXT, "conclusions", "结论"),
        field("limitations", TEXT, "limitations", "局限性"),
        field("single_issue", TEXT, "limits of looking at climate change alone", "仅考虑气候变化的局限"),
        field("methodology", TEXT, "limits of the method", "方法的局限"),
        field("recommendations", TEXT, "recommendations", "建议"),
    )),
    RecordShape("comparison", (
        field("compared_with", TEXT, "what it is compared with", "比较对象"),
        field("category_standard", TEXT, "category standard of the other", "对方采用的产品种类标准"),
        field("unit", TEXT, "unit of the other", "对方的功能单位或声明单位"),
        field("boundary", CodeField("boundary_type"), "boundary of the other", "对方的系统边界"),
        field("set", CodeField("characterisation_set"), "characterisation factors of the other", "对方的特征化因子"),
        field("allocation", CodeField("basis", open=True), "by what the other shares burdens", "对方的分配依据"),
        field("electricity", CodeField("electricity_approach"), "electricity approach of the other", "对方的电力处理"),
        field("data_rules", TEXT, "rules of the other on data", "对方的数据规则"),
        field("period_start", INSTANT, "start of its period", "对方时段开始（含）"),
        field("period_end", INSTANT, "end of its period", "对方时段结束（不含）"),
        field("omitted_stages_alike", TRUTH, "whether the stages left out are alike", "未纳入的阶段是否相同"),
        field("public", TRUTH, "whether it is disclosed to the public", "是否向公众披露"),
        field("statement", TEXT, "what is said", "表述"),
    )),
    RecordShape("report_section", (
        field("section", TEXT, "what the section is of", "章节内容"),
        field("topics", listed(CodeField("report_topic", open=True)), "what the section tells", "章节涵盖的主题"),
        field("reference", TEXT, "where it stands", "所在位置"),
    )),
    RecordShape("category", ()),
)  # fmt: skip
"""The shapes of those fields, but for processes; what `category` holds, a standard declares."""
