"""What an inventory says of goal and scope, of what lies beyond the gate, and of who looked at the study."""

from __future__ import annotations

from footrule.submission.field_kinds import CARBON, EMISSION, INSTANT, NUMBER, SHARE, TEXT, TRUTH, listed, records
from footrule.submission.vocabulary import (
    CodeField,
    RecordShape,
    field,
)

GOAL_RECORDS = (
    RecordShape("study", (
        field("application", TEXT, "intended application", "预期用途"),
        field("reasons", TEXT, "why the study is made", "开展研究的理由"),
        field("audience", TEXT, "for whom it is meant", "目标受众"),
        field("communication", TEXT, "whether and how it is communicated", "是否以及如何对外交流"),
        field("claims", listed(TEXT), "what is claimed to the public", "对外的声明用语"),
        field("report", TEXT, "where the report of the study is found", "研究报告的获取途径"),
        field("programme", TEXT, "programme that the footprint is part of", "所属的碳足迹项目"),
        field("impact_categories", listed(TEXT), "impact categories that are covered", "涵盖的影响类型"),
        field("product_rules", records("product_rule"), "product category rules that were considered",
              "所考虑的产品种类规则"),
        field("no_product_rules", TEXT, "why no product category rules are applied", "未采用产品种类规则的说明"),
        field("function", TEXT, "function of the product system", "产品系统的功能"),
        field("functional_unit", TEXT, "functional unit of a whole life cycle", "功能单位（全生命周期）"),
        field("geography", TEXT, "geographical boundary", "地理边界"),
        field("data_requirements", TEXT, "requirements on data and their quality", "数据及数据质量要求"),
        field("assumptions", TEXT, "assumptions, on use and end of life among them", "假设，含使用与废弃阶段"),
        field("specific_topics", TEXT, "specific emissions and removals that are treated", "涉及的特定排放与清除"),
        field("report_type", TEXT, "type of the report", "报告类型"),
        field("review_type", TEXT, "type of the critical review", "鉴定性评审的类型"),
        field("period_justification", TEXT, "why the period is representative", "参考期具有代表性的理由"),
        field("value_choices", listed(TEXT), "choices that rest on values", "价值选择"),
        field("scope_changes", TEXT, "changes of the scope, and why", "范围的变更及理由"),
        field("timing", TEXT, "when emissions of use and end of life occur", "使用与废弃阶段排放的发生时间"),
        field("tracking", TEXT, "how the footprint is tracked over time", "碳足迹的跟踪方式"),
        field("discount_rate", SHARE, "discount rate of later emissions", "后期排放的折现率"),
    )),
    RecordShape("product_rule", (
        field("name", TEXT, "name", "名称"),
        field("version", TEXT, "version", "版本"),
        field("basis", TEXT, "how it was agreed upon, such as ISO/TS 14027", "制定依据，例如 ISO/TS 14027"),
        field("valid_from", INSTANT, "start of its validity", "有效期开始（含）"),
        field("valid_until", INSTANT, "end of its validity", "有效期结束（不含）"),
        field("applied", TRUTH, "whether it is applied", "是否采用"),
        field("reason", TEXT, "why it is, or is not", "采用或不采用的理由"),
        field("deviations", listed(TEXT), "where the study departs from it", "与其不一致之处"),
    )),
    RecordShape("stage_result", (
        field("stage", CodeField("stage", open=True), "life cycle stage", "生命周期阶段"),
        field("emission", EMISSION, "its emissions", "其排放量"),
        field("share", SHARE, "its share of the footprint", "占碳足迹的份额"),
    )),
    RecordShape("result_apart", (
        field("kind", CodeField("result_apart_kind"), "what it is", "结果类型"),
        field("emission", EMISSION, "emissions (removals are negative)", "排放量（清除为负值）"),
        field("statement", TEXT, "how it was found", "得出方式"),
        field("within_footprint", TRUTH, "whether the footprint contains it", "是否计入碳足迹"),
    )),
    RecordShape("position_absent", (
        field("position", CodeField("position"), "part of the footprint", "排放项"),
        field("reason", TEXT, "why there is none", "不涉及的理由"),
    )),
    RecordShape("data_gap", (
        field("item", TEXT, "what is missing", "缺失的数据"),
        field("treatment", CodeField("gap_treatment"), "zero, a value or a proxy", "按零、赋值或替代值处理"),
        field("explanation", TEXT, "why", "说明"),
    )),
    RecordShape("land_use", (
        field("method", TEXT, "method", "方法"),
        field("years", NUMBER, "years that are looked back", "追溯年数"),
        field("reference", TEXT, "reference land use", "参考土地利用"),
        field("justification", TEXT, "why that reference", "选择该参考的理由"),
    )),
    RecordShape("recycling", (
        field("material", TEXT, "what is recycled", "再生利用的物料"),
        field("loop", CodeField("loop"), "closed or open loop", "闭环或开环"),
        field("properties_kept", TRUTH, "whether its properties are kept", "固有特性是否保持"),
        field("method", TEXT, "how its burdens are shared", "分配方法"),
        field("basis", CodeField("recycling_basis"), "what they are shared by", "分配依据"),
        field("quality", SHARE, "quality after recycling, of that before", "再生后与之前的质量之比"),
        field("justification", TEXT, "why", "理由"),
    )),
    RecordShape("use_phase", (
        field("profile", TEXT, "use profile", "使用情景"),
        field("basis", CodeField("use_profile_basis"), "what the profile rests on", "使用情景的依据"),
        field("reference", TEXT, "where that is found", "依据的出处"),
        field("carbon_emitted", CARBON, "carbon of the product that is emitted in use", "使用中排放的产品碳量"),
        field("alternatives", TEXT, "influence of other profiles", "其他情景的影响"),
    )),
    RecordShape("end_of_life", (
        field("scenario", TEXT, "scenario", "情景"),
        field("reference", TEXT, "what it rests on", "情景的依据"),
        field("treatments", records("treatment"), "treatments", "处理方式"),
        field("carbon_emitted", CARBON, "carbon of the product that is emitted", "排放的产品碳量"),
        field("carbon_landfilled", CARBON, "carbon of the product in landfills", "填埋的产品碳量"),
        field("carbon_recycled", CARBON, "carbon of the product that is recycled", "再生利用的产品碳量"),
        field("alternatives", TEXT, "influence of other scenarios", "其他情景的影响"),
    )),
    RecordShape("treatment", (
        field("name", TEXT, "treatment", "处理方式"),
        field("share", SHARE, "its share", "份额"),
    )),
    RecordShape("critical_review", (
        field("type", CodeField("review_type"), "from within, from outside, or by a panel", "内部、外部或评审组"),
        field("standard", TEXT, "standard it follows, such as ISO/TS 14071", "遵循的标准，例如 ISO/TS 14071"),
        field("reviewers", listed(TEXT), "who reviewed", "评审人"),
        field("independent", TRUTH, "whether they are independent", "是否独立"),
        field("result", TEXT, "result", "结果"),
    )),
    RecordShape("verification_statement", (
        field("statement", TEXT, "identifier of the statement", "声明的标识"),
        field("verifier", TEXT, "verification body", "核查机构"),
        field("independent", TRUTH, "whether it is independent of the company", "是否独立于企业"),
        field("footprint", TEXT, "identifier of the footprint that was verified", "被核查碳足迹的标识"),
        field("content", TEXT, "fingerprint of what was verified", "被核查内容的指纹"),
        field("period_start", INSTANT, "start of the period", "核查时段开始（含）"),
        field("period_end", INSTANT, "end of the period", "核查时段结束（不含）"),
        field("sites", listed(TEXT), "sites that were visited", "核查的场所"),
    )),
)  # fmt: skip
"""The shapes of the study, of use and end of life, of results apart, of review and verification."""
