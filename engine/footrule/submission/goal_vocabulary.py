"""What an inventory says of goal and scope, of what lies beyond the gate, and of who looked at the study."""

from __future__ import annotations

from footrule.measure.unit import ONE, PERCENT
from footrule.submission.reported_units import KG, KG_C, KG_CO2E, MJ
from footrule.submission.vocabulary import (
    CodeField,
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
_ENERGY, _CARBON = NumberField(MJ), NumberField(KG_C)


def _records(shape: str) -> ListField:
    return ListField(RecordField(shape))


def _list(of: TextField | CodeField) -> ListField:
    return ListField(of)


GOAL_RECORDS = (
    RecordShape("study", (
        field("application", _TEXT, "intended application", "预期用途"),
        field("reasons", _TEXT, "why the study is made", "开展研究的理由"),
        field("audience", _TEXT, "for whom it is meant", "目标受众"),
        field("communication", _TEXT, "whether and how it is communicated", "是否以及如何对外交流"),
        field("claims", _list(_TEXT), "what is claimed to the public", "对外的声明用语"),
        field("report", _TEXT, "where the report of the study is found", "研究报告的获取途径"),
        field("programme", _TEXT, "programme that the footprint is part of", "所属的碳足迹项目"),
        field("impact_categories", _list(_TEXT), "impact categories that are covered", "涵盖的影响类型"),
        field("product_rules", _records("product_rule"), "product category rules that were considered",
              "所考虑的产品种类规则"),
        field("no_product_rules", _TEXT, "why no product category rules are applied", "未采用产品种类规则的说明"),
        field("function", _TEXT, "function of the product system", "产品系统的功能"),
        field("functional_unit", _TEXT, "functional unit of a whole life cycle", "功能单位（全生命周期）"),
        field("geography", _TEXT, "geographical boundary", "地理边界"),
        field("data_requirements", _TEXT, "requirements on data and their quality", "数据及数据质量要求"),
        field("assumptions", _TEXT, "assumptions, on use and end of life among them", "假设，含使用与废弃阶段"),
        field("specific_topics", _TEXT, "specific emissions and removals that are treated", "涉及的特定排放与清除"),
        field("report_type", _TEXT, "type of the report", "报告类型"),
        field("review_type", _TEXT, "type of the critical review", "鉴定性评审的类型"),
        field("period_justification", _TEXT, "why the period is representative", "参考期具有代表性的理由"),
        field("value_choices", _list(_TEXT), "choices that rest on values", "价值选择"),
        field("scope_changes", _TEXT, "changes of the scope, and why", "范围的变更及理由"),
        field("timing", _TEXT, "when emissions of use and end of life occur", "使用与废弃阶段排放的发生时间"),
        field("tracking", _TEXT, "how the footprint is tracked over time", "碳足迹的跟踪方式"),
        field("discount_rate", _SHARE, "discount rate of later emissions", "后期排放的折现率"),
    )),
    RecordShape("product_rule", (
        field("name", _TEXT, "name", "名称"),
        field("version", _TEXT, "version", "版本"),
        field("basis", _TEXT, "how it was agreed upon, such as ISO/TS 14027", "制定依据，例如 ISO/TS 14027"),
        field("valid_from", _INSTANT, "start of its validity", "有效期开始（含）"),
        field("valid_until", _INSTANT, "end of its validity", "有效期结束（不含）"),
        field("applied", _TRUTH, "whether it is applied", "是否采用"),
        field("reason", _TEXT, "why it is, or is not", "采用或不采用的理由"),
        field("deviations", _list(_TEXT), "where the study departs from it", "与其不一致之处"),
    )),
    RecordShape("stage_result", (
        field("stage", CodeField("stage", open=True), "life cycle stage", "生命周期阶段"),
        field("emission", _EMISSION, "its emissions", "其排放量"),
        field("share", _SHARE, "its share of the footprint", "占碳足迹的份额"),
    )),
    RecordShape("result_apart", (
        field("kind", CodeField("result_apart_kind"), "what it is", "结果类型"),
        field("emission", _EMISSION, "emissions (removals are negative)", "排放量（清除为负值）"),
        field("statement", _TEXT, "how it was found", "得出方式"),
        field("within_footprint", _TRUTH, "whether the footprint contains it", "是否计入碳足迹"),
    )),
    RecordShape("position_absent", (
        field("position", CodeField("position"), "part of the footprint", "排放项"),
        field("reason", _TEXT, "why there is none", "不涉及的理由"),
    )),
    RecordShape("data_gap", (
        field("item", _TEXT, "what is missing", "缺失的数据"),
        field("treatment", CodeField("gap_treatment"), "zero, a value or a proxy", "按零、赋值或替代值处理"),
        field("explanation", _TEXT, "why", "说明"),
    )),
    RecordShape("land_use", (
        field("method", _TEXT, "method", "方法"),
        field("years", _NUMBER, "years that are looked back", "追溯年数"),
        field("reference", _TEXT, "reference land use", "参考土地利用"),
        field("justification", _TEXT, "why that reference", "选择该参考的理由"),
    )),
    RecordShape("recycling", (
        field("material", _TEXT, "what is recycled", "再生利用的物料"),
        field("loop", CodeField("loop"), "closed or open loop", "闭环或开环"),
        field("properties_kept", _TRUTH, "whether its properties are kept", "固有特性是否保持"),
        field("method", _TEXT, "how its burdens are shared", "分配方法"),
        field("basis", CodeField("recycling_basis"), "what they are shared by", "分配依据"),
        field("quality", _SHARE, "quality after recycling, of that before", "再生后与之前的质量之比"),
        field("justification", _TEXT, "why", "理由"),
    )),
    RecordShape("use_phase", (
        field("profile", _TEXT, "use profile", "使用情景"),
        field("basis", CodeField("use_profile_basis"), "what the profile rests on", "使用情景的依据"),
        field("reference", _TEXT, "where that is found", "依据的出处"),
        field("carbon_emitted", _CARBON, "carbon of the product that is emitted in use", "使用中排放的产品碳量"),
        field("alternatives", _TEXT, "influence of other profiles", "其他情景的影响"),
    )),
    RecordShape("end_of_life", (
        field("scenario", _TEXT, "scenario", "情景"),
        field("reference", _TEXT, "what it rests on", "情景的依据"),
        field("treatments", _records("treatment"), "treatments", "处理方式"),
        field("carbon_emitted", _CARBON, "carbon of the product that is emitted", "排放的产品碳量"),
        field("carbon_landfilled", _CARBON, "carbon of the product in landfills", "填埋的产品碳量"),
        field("carbon_recycled", _CARBON, "carbon of the product that is recycled", "再生利用的产品碳量"),
        field("alternatives", _TEXT, "influence of other scenarios", "其他情景的影响"),
    )),
    RecordShape("treatment", (
        field("name", _TEXT, "treatment", "处理方式"),
        field("share", _SHARE, "its share", "份额"),
    )),
    RecordShape("critical_review", (
        field("type", CodeField("review_type"), "from within, from outside, or by a panel", "内部、外部或评审组"),
        field("standard", _TEXT, "standard it follows, such as ISO/TS 14071", "遵循的标准，例如 ISO/TS 14071"),
        field("reviewers", _list(_TEXT), "who reviewed", "评审人"),
        field("independent", _TRUTH, "whether they are independent", "是否独立"),
        field("result", _TEXT, "result", "结果"),
    )),
    RecordShape("verification_statement", (
        field("statement", _TEXT, "identifier of the statement", "声明的标识"),
        field("verifier", _TEXT, "verification body", "核查机构"),
        field("independent", _TRUTH, "whether it is independent of the company", "是否独立于企业"),
        field("footprint", _TEXT, "identifier of the footprint that was verified", "被核查碳足迹的标识"),
        field("content", _TEXT, "fingerprint of what was verified", "被核查内容的指纹"),
        field("period_start", _INSTANT, "start of the period", "核查时段开始（含）"),
        field("period_end", _INSTANT, "end of the period", "核查时段结束（不含）"),
        field("sites", _list(_TEXT), "sites that were visited", "核查的场所"),
    )),
)  # fmt: skip
"""The shapes of the study, of use and end of life, of results apart, of review and verification."""
