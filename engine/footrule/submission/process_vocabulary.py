"""The processes of an inventory as rules name them: inputs, outputs, emissions, what feeds them, how they are shared.

The inventory extension is described in `inventory_attributes`. The amount of a flow arrives with its unit, so there is
a field for each dimension it may have; those of the others are absent, and say why.
"""

from __future__ import annotations

from collections.abc import Iterable

from footrule.measure.unit import ONE, PERCENT, Unit
from footrule.submission.reported_units import KG, KG_C, KG_CO2E, M3, MJ, MOL, NM3, TKM, per
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
_NUMBER, _SHARE = NumberField(ONE), NumberField(PERCENT)

AMOUNTS = (
    field("mass", NumberField(KG), "amount as a mass", "以质量计的量"),
    field("energy", NumberField(MJ), "amount as an energy", "以能量计的量"),
    field("volume", NumberField(M3), "amount as a volume", "以体积计的量"),
    field("gas_volume", NumberField(NM3), "amount as a gas volume at a stated condition", "以参比条件下气体体积计的量"),
    field("moles", NumberField(MOL), "amount of substance", "物质的量"),
    field("transport", NumberField(TKM), "amount as transport performance", "以运输周转量计的量"),
    field("pieces", _NUMBER, "amount as a number of pieces", "以件数计的量"),
)
"""What the amount of a flow may measure: one field for each dimension. A further one takes a further line here."""

HEATING_VALUES = (
    field("lower_heating_value", NumberField(per(MJ, KG)), "lower heating value by mass", "单位质量低位发热量"),
    field(
        "lower_heating_value_by_volume", NumberField(per(MJ, M3)), "lower heating value by volume", "单位体积低位发热量"
    ),
    field(
        "lower_heating_value_by_gas_volume",
        NumberField(per(MJ, NM3)),
        "lower heating value by volume of gas at a stated condition",
        "参比条件下单位气体体积低位发热量",
    ),
    field("lower_heating_value_by_mole", NumberField(per(MJ, MOL)), "lower heating value by mole", "摩尔低位发热量"),
)
"""What a lower heating value may be given by."""

CARBON_CONTENTS = (
    field("carbon_content", _SHARE, "carbon content by mass", "含碳量（质量分数）"),
    field("carbon_content_by_volume", NumberField(per(KG_C, M3)), "carbon content by volume", "单位体积含碳量"),
    field(
        "carbon_content_by_gas_volume",
        NumberField(per(KG_C, NM3)),
        "carbon content by volume of gas at a stated condition",
        "参比条件下单位气体体积含碳量",
    ),
    field("carbon_content_by_energy", NumberField(per(KG_C, MJ)), "carbon content by energy", "单位热值含碳量"),
)
"""What a carbon content may be given by."""

EMISSION_FACTORS = (
    field("emission_per_mass", NumberField(per(KG_CO2E, KG)), "emissions for a mass", "单位质量排放量"),
    field("emission_per_energy", NumberField(per(KG_CO2E, MJ)), "emissions for an energy", "单位能量排放量"),
    field("emission_per_volume", NumberField(per(KG_CO2E, M3)), "emissions for a volume", "单位体积排放量"),
    field(
        "emission_per_gas_volume",
        NumberField(per(KG_CO2E, NM3)),
        "emissions for a volume of gas at a stated condition",
        "参比条件下单位气体体积排放量",
    ),
    field(
        "emission_per_mole",
        NumberField(per(KG_CO2E, MOL)),
        "emissions for an amount of substance",
        "单位物质的量排放量",
    ),
    field("emission_per_transport", NumberField(per(KG_CO2E, TKM)), "emissions for transport", "单位周转量排放量"),
    field("emission_per_piece", NumberField(KG_CO2E), "emissions for a piece", "单件排放量"),
)
"""What the emissions of a supply may be given for: the dimensions of an amount."""

DQI = RecordShape("dqi", (
    field("technological", _NUMBER, "technological representativeness, 1 best to 5", "技术代表性评级（1 最好至 5）"),
    field("geographical", _NUMBER, "geographical representativeness, 1 best to 5", "地理代表性评级（1 最好至 5）"),
    field("temporal", _NUMBER, "temporal representativeness, 1 best to 5", "时间代表性评级（1 最好至 5）"),
))  # fmt: skip
"""Ratings of data quality, of a footprint and of each of its data."""

_QUALITY = (
    field("primary_activity", _TRUTH, "whether the amount is primary data", "活动数据是否为初级数据"),
    field("primary_factor", _TRUTH, "whether the emission factor is primary data", "排放因子是否为初级数据"),
    field("quality", RecordField("dqi"), "data quality ratings", "数据质量评级"),
)


def _shape(name: str, *parts: Field | Iterable[Field]) -> RecordShape:
    fields: list[Field] = []
    for part in parts:
        fields += [part] if isinstance(part, Field) else part
    return RecordShape(name, tuple(fields))


_PROCESS = _shape(
    "process",
    field("id", _TEXT, "identifier within the inventory", "清单内的标识"),
    field("name", _TEXT, "name", "名称"),
    field("technology", CodeField("technology", open=True), "technology", "工艺技术"),
    field("stage", CodeField("stage", open=True), "life cycle stage", "生命周期阶段"),
    field("geography", _TEXT, "where it takes place", "地理位置"),
    field("controlled", _TRUTH, "whether the submitter controls it", "是否由提交者控制"),
    field("period_start", _INSTANT, "start of the period of its data", "数据时段开始（含）"),
    field("period_end", _INSTANT, "end of the period of its data", "数据时段结束（不含）"),
    field("capacity", NumberField(KG), "capacity of a year", "年生产能力"),
    field("boiler_heat", NumberField(MJ), "heat that its boilers put out", "锅炉产热量"),
    field("submetered", _TRUTH, "whether its sub-processes are metered apart", "各子过程是否单独计量"),
    field("cycles", ListField(RecordField("cycle")), "events that return after years", "周期性事件"),
    field("monthly_output", ListField(RecordField("monthly_output")), "output by month", "逐月产量"),
    field("inputs", ListField(RecordField("input")), "what goes in", "输入"),
    field("outputs", ListField(RecordField("output")), "what comes out", "输出"),
    field("emissions", ListField(RecordField("emission")), "greenhouse gases emitted directly", "直接排放的温室气体"),
    field(
        "zero_reasons",
        ListField(RecordField("zero_reason")),
        "sources that are absent, and why",
        "不存在的排放源及理由",
    ),
    field("allocation", RecordField("allocation"), "how its burdens are shared", "分配方法"),
)

_CYCLE = _shape(
    "cycle",
    field("event", _TEXT, "what returns: decoking, catalyst, turnaround", "事件：清焦、换剂、大修等"),
    field("within_period", _TRUTH, "whether it falls within the period", "是否发生在参考期内"),
    field("averaged", _TRUTH, "whether its emissions are averaged over its cycle", "其排放是否按周期平均"),
)

_MONTHLY_OUTPUT = _shape(
    "monthly_output", field("month", _TEXT, "month, such as 2025-03", "月份，例如 2025-03"), AMOUNTS
)

_INPUT = _shape(
    "input",
    field("id", _TEXT, "identifier within the process", "过程内的标识"),
    field("name", _TEXT, "name", "名称"),
    field("kind", CodeField("input_kind"), "what it is for the process", "输入类别"),
    field("serves", _TEXT, "id of the one output it is metered for", "专为其计量的输出的标识"),
    field("supply", RecordField("supply"), "where it comes from", "来源"),
    AMOUNTS, HEATING_VALUES, CARBON_CONTENTS,
    field("concentration", _SHARE, "concentration by mass", "质量浓度"),
    _QUALITY,
)  # fmt: skip

_SUPPLY = _shape(
    "supply",
    field(
        "kind",
        CodeField("supply_kind"),
        "process, footprint, factor or inline factor",
        "过程、碳足迹、因子或直接给出的因子",
    ),
    field("process", _TEXT, "id of the process that supplies it", "供给过程的标识"),
    field("output", _TEXT, "id of the output of that process", "该过程输出的标识"),
    field("footprint", _TEXT, "identifier of the supplier's footprint", "供方碳足迹的标识"),
    field("factor", _TEXT, "identifier of a known emission factor", "已知排放因子的标识"),
    EMISSION_FACTORS,
    field("primary_data_share", _SHARE, "primary data share of the footprint", "该碳足迹的初级数据占比"),
    field("gases", ListField(CodeField("gas", open=True)), "gases the factor covers", "因子所含气体"),
    field("set", CodeField("characterisation_set"), "characterisation factors used", "采用的特征化因子"),
    field("year", _NUMBER, "year the factor is for", "因子所属年份"),
    field("geography", _TEXT, "where the factor is valid", "因子适用地区"),
    field("source", _TEXT, "where the factor is published", "因子来源"),
    field("scope", _TEXT, "what the factor includes", "因子的范围"),
    field("coverage", CodeField("factor_scope"), "part of the life cycle that it covers", "涵盖的生命周期范围"),
    field("boundary", CodeField("boundary_type"), "boundary of what it is for", "其系统边界"),
    field("version", _TEXT, "version of its source", "来源的版本"),
    field("technology", _TEXT, "technology it is for", "对应的工艺技术"),
    field("justification", _TEXT, "why it is not primary data", "未采用初级数据的理由"),
)

_OUTPUT = _shape(
    "output",
    field("id", _TEXT, "identifier within the process", "过程内的标识"),
    field("name", _TEXT, "name", "名称"),
    field("role", CodeField("output_role"), "product, intermediate, energy or waste", "产品、中间产品、能源或废物"),
    field("destination", _TEXT, "where it goes", "去向"),
    field("price", RecordField("price"), "its price", "价格"),
    AMOUNTS, HEATING_VALUES, CARBON_CONTENTS,
    field("concentration", _SHARE, "concentration by mass", "质量浓度"),
    field("justification", _TEXT, "why it is a product or a waste", "判定为产品或废物的理由"),
)  # fmt: skip

_PRICE = _shape(
    "price",
    field("value", _NUMBER, "price of one unit", "单价"),
    field("currency", CodeField("currency", open=True), "currency (ISO 4217)", "币种（ISO 4217）"),
    field("per", _TEXT, "unit it is the price of", "计价单位"),
    field("period", _TEXT, "period it is the mean of", "所平均的时段"),
    field("source", _TEXT, "where it comes from", "来源"),
)

_EMISSION = _shape(
    "emission",
    field("id", _TEXT, "identifier within the process", "过程内的标识"),
    field("gas", CodeField("gas", open=True), "greenhouse gas", "温室气体"),
    field("origin", CodeField("origin"), "origin of its carbon", "碳的来源"),
    field("source", CodeField("source", open=True), "what emits it", "排放源"),
    field("amount", NumberField(KG), "mass of the gas", "气体质量"),
    field("years_later", _NUMBER, "years after the product is made", "产品生产后的年数"),
    field("primary", _TRUTH, "whether the amount is primary data", "是否为初级数据"),
    field("quality", RecordField("dqi"), "data quality ratings", "数据质量评级"),
)

_ZERO_REASON = _shape(
    "zero_reason",
    field("source", CodeField("source", open=True), "source that is absent", "不存在的排放源"),
    field("reason", _TEXT, "why", "理由"),
)

_ALLOCATION = _shape(
    "allocation",
    field("method", CodeField("allocation_method", open=True), "method", "方法"),
    field("basis", CodeField("basis", open=True), "what the burdens are shared by", "分配依据"),
    field("factors", ListField(RecordField("allocation_factor")), "shares that were applied", "采用的分配系数"),
    field("justification", _TEXT, "why", "理由"),
    field("evidence", _TEXT, "evidence of what is replaced, or of the prices", "被替代产品或价格的证据"),
)

_ALLOCATION_FACTOR = _shape(
    "allocation_factor",
    field("output", _TEXT, "id of the output", "输出的标识"),
    field("burden_class", _TEXT, "class of the burdens that are shared", "所分配的负荷类别"),
    field("share", _SHARE, "share of the output", "该输出所占份额"),
)

PROCESS_RECORDS = (
    _PROCESS, _CYCLE, _MONTHLY_OUTPUT, _INPUT, _SUPPLY, _OUTPUT, _PRICE, _EMISSION, _ZERO_REASON, _ALLOCATION,
    _ALLOCATION_FACTOR,
)  # fmt: skip
"""The shapes of a process and of all within it."""


def amounts_named(fields: tuple[Field, ...]) -> tuple[tuple[str, Unit], ...]:
    """The names of such fields, each with the unit it is asked for in."""
    return tuple((one.name, one.kind.unit) for one in fields if isinstance(one.kind, NumberField))
