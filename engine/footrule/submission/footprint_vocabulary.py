"""The fields and codes that rules may name in a footprint, the same for every version of PACT, all brought together.

What the fields mean is paraphrased from the PACT Technical Specifications 3.0 (OpenAPI 3.0.4); Chinese terms
follow GB/T 24067-2024 where it has them. Amounts are for the declared amount of the declared unit.
`pact3_attributes` and `pact2_attributes` say which attribute carries which field.
"""

from __future__ import annotations

from collections.abc import Mapping

from footrule.measure.unit import ONE, PERCENT
from footrule.submission.factor_vocabulary import FACTOR_CODES, FACTOR_RECORD
from footrule.submission.inventory_codes import CLOSED_CODES, OPEN_CODES
from footrule.submission.process_vocabulary import DQI, PROCESS_RECORDS
from footrule.submission.recomputed_vocabulary import RECOMPUTED_RECORDS, recomputed
from footrule.submission.reported_units import KG, KG_C, KG_CO2E, M2
from footrule.submission.study_vocabulary import STUDY_FIELDS, STUDY_RECORDS
from footrule.submission.vocabulary import (
    CodeField,
    CodeNames,
    InstantField,
    ListField,
    NumberField,
    RecordField,
    RecordShape,
    TextField,
    TruthField,
    field,
    titled_codes,
)

_NUMBER, _PERCENT, _MASS, _EMISSION, _CARBON, _AREA = map(NumberField, (ONE, PERCENT, KG, KG_CO2E, KG_C, M2))
_TEXT, _TRUTH, _INSTANT = TextField(), TruthField(), InstantField()
_TEXTS = ListField(_TEXT)
_SECTOR_RULES, _SOURCES = ListField(RecordField("sector_rule")), ListField(RecordField("secondary_source"))

_FOOTPRINT = RecordShape("footprint", (
    field("id", _TEXT, "identifier of this footprint", "产品碳足迹的标识"),
    field("spec_version", _TEXT, "version of the PACT specification as given", "所用 PACT 规范的版本（按原文）"),
    field("spec_major", _NUMBER, "major version it was read as: 2 or 3", "读取时采用的主版本：2 或 3"),
    field("preceding_ids", _TEXTS, "identifiers of the footprints this one replaces", "被本产品碳足迹取代的先前标识"),
    field("created", _INSTANT, "when it was created", "创建时间"),
    field("status", CodeField("status"), "active or deprecated", "状态：有效或已弃用"),
    field("validity_start", _INSTANT, "start of the validity period", "有效期开始"),
    field("validity_end", _INSTANT, "end of the validity period", "有效期结束"),
    field("company_name", _TEXT, "name of the company that owns the data", "数据所有者的企业名称"),
    field("company_ids", _TEXTS, "identifiers of that company (URN)", "该企业的标识（URN）"),
    field("product_description", _TEXT, "description of the product", "产品描述"),
    field("product_ids", _TEXTS, "identifiers of the product (URN)", "产品的标识（URN）"),
    field("product_name", _TEXT, "trade name of the product", "产品的商品名称"),
    field("product_classifications", _TEXTS, "classifications of the product (URN)", "产品的分类（URN）"),
    field("comment", _TEXT, "notes on the calculation", "关于计算的说明"),
    field("pcf", RecordField("pcf"), "the product carbon footprint itself", "产品碳足迹本身"),
    field("content", _TEXT, "fingerprint of everything but the status", "除状态外全部内容的指纹"),
    field("claimed_standard", _TEXT, "category standard that the submitter claims", "提交者声明采用的产品种类标准"),
    *STUDY_FIELDS,
))  # fmt: skip

_PCF = RecordShape("pcf", (
    field("declared_unit", CodeField("declared_unit"), "what the declared unit is counted in", "声明单位的计量单位"),
    field("declared_amount", _NUMBER, "amount of that unit the footprint is for", "产品碳足迹所对应的声明单位数量"),
    field("mass", _MASS, "product mass without packaging", "产品质量（不含包装）"),
    field("reference_period_start", _INSTANT, "start of the reference period", "基准期开始（含）"),
    field("reference_period_end", _INSTANT, "end of the reference period", "基准期结束（不含）"),
    field("region", _TEXT, "region or subregion (UN M49)", "区域或次区域（UN M49）"),
    field("country", _TEXT, "country (ISO 3166-1)", "国家（ISO 3166-1）"),
    field("subdivision", _TEXT, "country subdivision (ISO 3166-2)", "国家行政区划（ISO 3166-2）"),
    field("boundary_description", _TEXT, "processes within the system boundary", "系统边界内的过程说明"),
    field("excluding_biogenic_uptake", _EMISSION, "footprint without biogenic uptake", "不含生物源吸收的产品碳足迹"),
    field("including_biogenic_uptake", _EMISSION, "footprint with biogenic uptake", "含生物源吸收的产品碳足迹"),
    field("fossil", _EMISSION, "fossil emissions", "化石源温室气体排放量"),
    field("land_use_change", _EMISSION, "emissions from land use change", "土地利用变化的温室气体排放量"),
    field("land_carbon_leakage", _EMISSION, "indirect land use change, not included", "间接土地利用变化（不计入）"),
    field("land_management_fossil", _EMISSION, "fossil emissions of land management", "土地管理的化石源排放量"),
    field("land_management_biogenic_co2", _EMISSION, "biogenic CO2 of land management", "土地管理的生物源 CO2 排放量"),
    field("land_management_removals", _EMISSION, "removals by land management (negative)", "土地管理的清除量（负值）"),
    field("biogenic_uptake", _EMISSION, "biogenic CO2 uptake (negative)", "生物源 CO2 吸收量（负值）"),
    field("biogenic_non_co2", _EMISSION, "biogenic emissions other than CO2", "生物源非 CO2 排放量"),
    field("aircraft", _EMISSION, "emissions of aircraft transport", "航空运输的温室气体排放量"),
    field("packaging", _EMISSION, "emissions of packaging", "包装的温室气体排放量"),
    field("outbound_logistics", _EMISSION, "outbound logistics, not included", "出厂物流的排放量（不计入）"),
    field("ccs_capture", _EMISSION, "CO2 captured and stored (negative)", "碳捕集与封存量（负值）"),
    field("technological_removals", _EMISSION, "technological CO2 removals (negative)", "技术性 CO2 清除量（负值）"),
    field("fossil_carbon", _CARBON, "fossil carbon content of the product", "产品的化石碳含量"),
    field("biogenic_carbon", _CARBON, "biogenic carbon content of the product", "产品的生物碳含量"),
    field("recycled_carbon", _CARBON, "carbon content from recycled material", "来自再生材料的碳含量"),
    field("packaging_biogenic_carbon", _CARBON, "biogenic carbon content of the packaging", "包装的生物碳含量"),
    field("ccu_carbon", _CARBON, "captured carbon in the product", "产品中来自碳捕集利用的碳含量"),
    field("land_occupation", _AREA, "land occupied in the reporting year", "报告年内占用的土地面积"),
    field("packaging_included", _TRUTH, "whether packaging is included", "是否包含包装"),
    field("ccs_included", _TRUTH, "whether carbon capture and storage takes place", "是否包含碳捕集与封存"),
    field("capture_origin", _TEXT, "origin of the captured CO2", "所捕集 CO2 的来源"),
    field("ccu_approach", CodeField("ccu_approach"), "how captured carbon is accounted", "碳捕集利用的核算方法"),
    field("ccu_credit_certification", _TEXT, "certification of the credit (address)", "减排抵扣的认证文件（网址）"),
    field("characterisation_factors", _TEXTS, "IPCC reports the factors come from", "特征化因子所依据的 IPCC 报告"),
    field("cross_sectoral_standards", _TEXTS, "cross-sectoral standards applied", "采用的跨行业标准"),
    field("sector_rules", _SECTOR_RULES, "product or sector rules applied", "采用的产品种类或行业规则"),
    field("exempted_share", _PERCENT, "share of emissions cut off", "取舍（豁免）的排放占比"),
    field("exempted_description", _TEXT, "why they were cut off", "取舍的理由"),
    field("allocation_description", _TEXT, "allocation rules applied, and why", "采用的分配规则及理由"),
    field("secondary_sources", _SOURCES, "sources of secondary data", "次级数据的来源"),
    field("primary_data_share", _PERCENT, "primary data share", "初级数据占比"),
    field("dqi", RecordField("dqi"), "data quality ratings", "数据质量评级"),
    field("verification", RecordField("verification"), "verification of the footprint", "产品碳足迹的核查"),
))  # fmt: skip

_SECTOR_RULE = RecordShape("sector_rule", (
    field("operator", CodeField("rule_operator"), "operator of the rules", "规则的发布机构"),
    field("rule_names", _TEXTS, "names of the rules", "规则名称"),
    field("other_operator_name", _TEXT, "name of another operator", "其他发布机构的名称"),
))  # fmt: skip

_SECONDARY_SOURCE = RecordShape("secondary_source", (
    field("name", _TEXT, "name of the emission factor database", "排放因子数据库的名称"),
    field("version", _TEXT, "version of that database", "该数据库的版本"),
))  # fmt: skip

_VERIFICATION = RecordShape("verification", (
    field("coverage", CodeField("verification_coverage"), "what was verified", "核查的范围"),
    field("provider_name", _TEXT, "name of the verification body", "核查机构的名称"),
    field("completed_at", _INSTANT, "when the verification was completed", "核查完成时间"),
    field("standard_name", _TEXT, "standard it was verified against", "核查所依据的标准"),
    field("comments", _TEXT, "notes on the verification", "关于核查的说明"),
))  # fmt: skip

RECORDS: Mapping[str, RecordShape] = {
    shape.name: shape
    for shape in (
        _FOOTPRINT, _PCF, _SECTOR_RULE, _SECONDARY_SOURCE, DQI, _VERIFICATION, recomputed(_PCF.fields),
        *STUDY_RECORDS, *PROCESS_RECORDS, *RECOMPUTED_RECORDS, FACTOR_RECORD,
    )
}  # fmt: skip
"""Every record shape by its name; a submission is a record of shape `footprint`."""

CODES: Mapping[str, CodeNames] = {
    one.name: one
    for one in (
        titled_codes("status", active="Active", deprecated="Deprecated"),
        titled_codes(
            "declared_unit", liter="liter", kilogram="kilogram", cubic_meter="cubic meter",
            kilowatt_hour="kilowatt hour", megajoule="megajoule", ton_kilometer="ton kilometer",
            square_meter="square meter", piece="piece", hour="hour", megabit_second="megabit second",
        ),
        titled_codes("ccu_approach", cut_off="Cut-off", credit="Credit"),
        titled_codes("rule_operator", pef="PEF", epd_international="EPD International", other="Other"),
        titled_codes(
            "verification_coverage", calculation_model="PCF calculation model", program="PCF program",
            product_level="product level",
        ),
        *CLOSED_CODES,
        *OPEN_CODES,
        *FACTOR_CODES,
    )
}  # fmt: skip
"""Every list of codes by its name; a code's title is what PACT 3, or the inventory extension, prints for it."""
