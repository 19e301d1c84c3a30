"""What sentences call the fields and the codes of a submission: short noun phrases, in English and in Chinese.

A field goes by its meaning unless it has a name here, a code by the title it is printed with. Chinese terms follow
GB/T 24040, GB/T 24044 and GB/T 24067 where they have them.
"""

from __future__ import annotations

from collections.abc import Mapping

from footrule.submission.footprint_vocabulary import CODES, RECORDS
from footrule.submission.spoken_codes import SPOKEN_CODES
from footrule.submission.spoken_study import SPOKEN_OF_STUDY
from footrule.text.wording import Wording, worded

ROOT = "footprint"
SILENT = frozenset({"pcf", "category"})
"""Records of a footprint whose fields say enough by themselves."""

_NAMES: Mapping[tuple[str, str], Wording] = {
    ("footprint", "created"): worded("date of creation", "创建时间"),
    ("footprint", "spec_major"): worded("major version of the specification", "规范主版本"),
    ("footprint", "preceding_ids"): worded("identifiers of the preceding footprints", "先前各版碳足迹的标识"),
    ("footprint", "product_ids"): worded("identifiers of the product", "产品的标识"),
    ("footprint", "status"): worded("status of the footprint", "碳足迹的状态"),
    ("footprint", "pcf"): worded("product carbon footprint", "产品碳足迹"),
    ("footprint", "content"): worded("content of the footprint, without its status", "碳足迹的内容（不含状态）"),
    ("footprint", "claimed_standard"): worded("category standard claimed", "声明采用的产品种类标准"),
    ("footprint", "product"): worded("product", "产品"),
    ("footprint", "system_boundary"): worded("system boundary", "系统边界"),
    ("footprint", "characterisation"): worded("characterisation factors", "特征化因子"),
    ("footprint", "processes"): worded("processes of the product system", "产品系统的各过程"),
    ("footprint", "reference_flow"): worded("reference flow", "基准流"),
    ("footprint", "electricity"): worded("electricity uses", "各项用电"),
    ("footprint", "offsets"): worded("offsets claimed", "声明的抵消"),
    ("footprint", "recomputed"): worded("footprint recomputed from the inventory", "由清单复算的碳足迹"),
    ("footprint", "category"): worded("data of the category", "种类数据"),
    ("pcf", "declared_unit"): worded("unit of the declared unit", "声明单位的计量单位"),
    ("pcf", "declared_amount"): worded("declared amount", "声明数量"),
    ("pcf", "reference_period_start"): worded("start of the reference period", "参考期开始"),
    ("pcf", "reference_period_end"): worded("end of the reference period", "参考期结束"),
    ("pcf", "boundary_description"): worded("description of the system boundary", "系统边界的说明"),
    ("pcf", "packaging_included"): worded("packaging included", "是否包含包装"),
    ("pcf", "ccs_included"): worded("carbon capture and storage included", "是否包含碳捕集与封存"),
    ("pcf", "ccu_approach"): worded("accounting approach for captured carbon", "碳捕集利用的核算方法"),
    ("pcf", "land_carbon_leakage"): worded("emissions from indirect land use change", "间接土地利用变化的排放量"),
    ("pcf", "land_management_removals"): worded("removals by land management", "土地管理的清除量"),
    ("pcf", "biogenic_uptake"): worded("biogenic CO2 uptake", "生物源CO2吸收量"),
    ("pcf", "outbound_logistics"): worded("emissions from outbound logistics", "出厂物流的排放量"),
    ("pcf", "ccs_capture"): worded("CO2 captured and stored", "碳捕集与封存量"),
    ("pcf", "technological_removals"): worded("technological CO2 removals", "技术性CO2清除量"),
    ("pcf", "characterisation_factors"): worded(
        "IPCC reports of the characterisation factors", "特征化因子所依据的IPCC报告"
    ),
    ("pcf", "exempted_share"): worded("share of exempted emissions", "豁免排放的占比"),
    ("pcf", "exempted_description"): worded("rationale for the exemption", "豁免的理由"),
    ("pcf", "allocation_description"): worded("description of the allocation", "分配方法的说明"),
    ("dqi", "technological"): worded("rating of technological representativeness", "技术代表性评级"),
    ("dqi", "geographical"): worded("rating of geographical representativeness", "地理代表性评级"),
    ("dqi", "temporal"): worded("rating of temporal representativeness", "时间代表性评级"),
    ("recomputed_gas", "emission"): worded("emissions of the gas", "该气体的折合排放量"),
    ("contribution", "emission"): worded("emissions added", "贡献的排放量"),
    ("contribution", "share"): worded("share of the footprint", "占碳足迹的份额"),
    ("stage_total", "emission"): worded("emissions added", "贡献的排放量"),
    ("stage_total", "share"): worded("share of the footprint", "占碳足迹的份额"),
    ("alternative_result", "change"): worded("change of the footprint", "碳足迹的变化幅度"),
    ("recomputed", "contributions"): worded("contributions to the footprint", "对碳足迹的各项贡献"),
    ("recomputed", "stages"): worded("contributions of the life cycle stages", "各生命周期阶段的贡献"),
    ("emission_factor", "kind"): worded("kind of factor", "因子类别"),
    ("emission_factor", "number"): worded("plain number", "纯数"),
    ("emission_factor", "gas"): worded("gas that is counted", "所计的气体"),
    ("emission_factor", "source"): worded("publication", "来源"),
    ("emission_factor", "status"): worded("reliability", "可靠程度"),
    ("verification", "coverage"): worded("scope of the verification", "核查的范围"),
    ("verification", "completed_at"): worded("date of completion", "完成日期"),
    ("process", "id"): worded("identifier", "标识"),
    ("process", "geography"): worded("location", "地理位置"),
    ("process", "controlled"): worded("controlled by the submitter", "是否由提交者控制"),
    ("process", "inputs"): worded("inputs", "输入"),
    ("process", "outputs"): worded("outputs", "输出"),
    ("process", "emissions"): worded("direct emissions", "直接排放"),
    ("process", "zero_reasons"): worded("reasons for absent sources", "不存在的排放源及理由"),
    ("process", "allocation"): worded("allocation applied", "采用的分配"),
    ("input", "id"): worded("identifier", "标识"),
    ("input", "kind"): worded("kind of input", "输入类别"),
    ("input", "serves"): worded("output it is metered for", "专为其计量的输出"),
    ("input", "supply"): worded("supply", "来源"),
    ("input", "concentration"): worded("mass fraction", "质量分数"),
    ("input", "primary_activity"): worded("primary activity data", "活动数据是否为初级数据"),
    ("input", "primary_factor"): worded("primary emission factor", "排放因子是否为初级数据"),
    ("output", "id"): worded("identifier", "标识"),
    ("output", "role"): worded("role of the output", "输出类别"),
    ("output", "destination"): worded("destination", "去向"),
    ("output", "price"): worded("price", "价格"),
    ("output", "concentration"): worded("mass fraction", "质量分数"),
    ("price", "value"): worded("price per unit", "单价"),
    ("price", "per"): worded("unit priced", "计价单位"),
    ("price", "period"): worded("period of the mean", "平均时段"),
    ("emission", "id"): worded("identifier", "标识"),
    ("emission", "source"): worded("source", "排放源"),
    ("emission", "primary"): worded("primary data", "是否为初级数据"),
    ("zero_reason", "source"): worded("absent source", "不存在的排放源"),
    ("zero_reason", "reason"): worded("reason", "理由"),
    ("allocation", "basis"): worded("basis of allocation", "分配依据"),
    ("allocation", "factors"): worded("allocation factors", "分配系数"),
    ("allocation", "justification"): worded("justification", "理由"),
    ("allocation_factor", "output"): worded("output", "输出"),
    ("allocation_factor", "burden_class"): worded("class of burdens", "负荷类别"),
    ("allocation_factor", "share"): worded("share", "份额"),
    ("supply", "process"): worded("supplying process", "供给过程"),
    ("supply", "output"): worded("output supplied", "供给的输出"),
    ("product", "concentration"): worded("mass fraction", "质量分数"),
    ("system_boundary", "type"): worded("type of boundary", "边界类型"),
    ("system_boundary", "start"): worded("start", "起点"),
    ("system_boundary", "end"): worded("end", "终点"),
    ("boundary_stage", "included"): worded("included", "是否纳入"),
    ("boundary_stage", "reason"): worded("reason for exclusion", "不纳入的理由"),
    ("exclusion", "item"): worded("item excluded", "排除的内容"),
    ("exclusion", "reason"): worded("reason", "理由"),
    ("exclusion", "share"): worded("share of the cut-off basis", "占取舍依据的份额"),
    ("exclusion", "estimate"): worded("estimated emissions", "估算的排放量"),
    ("reference_flow", "process"): worded("process", "过程"),
    ("reference_flow", "output"): worded("output", "输出"),
    ("supply", "geography"): worded("area of validity", "因子适用地区"),
    ("supply", "source"): worded("place of publication", "因子来源"),
    ("supply", "scope"): worded("scope of the factor", "因子的范围"),
    ("price", "source"): worded("source of the price", "价格来源"),
    ("system_boundary", "cutoff_basis"): worded("basis of cut-offs", "取舍的依据"),
    ("system_boundary", "exclusions"): worded("exclusions", "排除项"),
    ("mass_balance", "certified"): worded("certified site", "场所是否经认证"),
    ("mass_balance", "free_attribution"): worded("attribution free of the chemical path", "是否自由归属"),
    ("offset", "kind"): worded("kind of claim", "声明的类别"),
    ("uncertainty", "method"): worded("method of assessment", "评定方法"),
    ("comparison", "compared_with"): worded("product compared with", "比较对象"),
    ("comparison", "statement"): worded("statement", "表述"),
    ("report_section", "section"): worded("subject of the section", "章节内容"),
    ("report_section", "reference"): worded("place in the report", "所在位置"),
    ("electricity_use", "process"): worded("process supplied", "用电过程"),
    ("electricity_use", "approach"): worded("approach to its emissions", "排放的确定方法"),
    ("electricity_use", "factor"): worded("emission factor", "排放因子"),
}
_AMOUNTS = {
    "mass": worded("mass", "质量"),
    "energy": worded("energy", "能量"),
    "volume": worded("volume", "体积"),
    "moles": worded("amount of substance", "物质的量"),
    "transport": worded("transport performance", "运输周转量"),
    "pieces": worded("number of pieces", "件数"),
}
"""The amounts of whatever flows, whichever record they are in."""
_FLOWS = ("input", "output", "reference_flow", "monthly_output")

SPOKEN_FIELDS: Mapping[tuple[str, str], Wording] = {
    **{(shape.name, one.name): one.meaning for shape in RECORDS.values() for one in shape.fields},
    **{(flow, name): said for flow in _FLOWS for name, said in _AMOUNTS.items()},
    **_NAMES,
    **SPOKEN_OF_STUDY,
}
"""What every field is called, by record and name."""

SPOKEN_CODE_TITLES: Mapping[tuple[str, str], Wording] = {
    (listed.name, code.name): SPOKEN_CODES.get((listed.name, code.name), worded(code.title, code.title))
    for listed in CODES.values()
    for code in listed.codes
}
"""What every code is called, by list and name."""
