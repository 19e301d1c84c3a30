"""The footprint as it is recomputed from an inventory, as rules name it."""

from __future__ import annotations

from collections.abc import Iterable

from footrule.submission.field_kinds import CARBON, EMISSION, ENERGY, MASS, SHARE, TEXT, records
from footrule.submission.vocabulary import (
    CodeField,
    Field,
    RecordShape,
    field,
)


def recomputed(positions: Iterable[Field]) -> RecordShape:
    """The footprint as it is recomputed: the emissions that a declared one has, and what it is made of."""
    also = ("primary_data_share", "dqi")
    of_declared = (one for one in positions if one.kind == EMISSION or one.name in also)
    return RecordShape("recomputed", (*of_declared, *_MADE_OF))


_MADE_OF = (
    field("set", CodeField("characterisation_set"), "characterisation factors used", "采用的特征化因子"),
    field("gases", records("recomputed_gas"), "direct emissions by gas and origin", "按气体与来源的直接排放"),
    field("contributions", records("contribution"), "what contributes to it", "各项贡献"),
    field("stages", records("stage_total"), "what each life cycle stage contributes", "各生命周期阶段的贡献"),
    field(
        "shares", records("computed_share"), "shares that the allocation of the standard comes to", "按标准分配的系数"
    ),
    field("alternatives", records("alternative_result"), "results by other allocations", "其他分配方法的结果"),
    field("balances", records("balance"), "balances of the processes", "各过程的平衡"),
)

RECOMPUTED_RECORDS = (
    RecordShape("recomputed_gas", (
        field("gas", CodeField("gas", open=True), "greenhouse gas", "温室气体"),
        field("origin", CodeField("origin"), "origin of its carbon", "碳的来源"),
        field("mass", MASS, "mass of the gas", "气体质量"),
        field("emission", EMISSION, "what it counts", "折合排放量"),
    )),
    RecordShape("contribution", (
        field("process", TEXT, "id of the process", "过程的标识"),
        field("flow", TEXT, "id of the input, emission or output", "输入、排放或输出的标识"),
        field("name", TEXT, "name", "名称"),
        field("kind", CodeField("contribution_kind"), "emission, input or credit", "排放、输入或扣减"),
        field("stage", CodeField("stage", open=True), "life cycle stage", "生命周期阶段"),
        field("emission", EMISSION, "what it adds", "贡献的排放量"),
        field("share", SHARE, "its share of the footprint", "占碳足迹的份额"),
    )),
    RecordShape("stage_total", (
        field("stage", CodeField("stage", open=True), "life cycle stage", "生命周期阶段"),
        field("emission", EMISSION, "what it adds", "贡献的排放量"),
        field("share", SHARE, "its share of the footprint", "占碳足迹的份额"),
    )),
    RecordShape("computed_share", (
        field("process", TEXT, "id of the process", "过程的标识"),
        field("output", TEXT, "id of the output", "输出的标识"),
        field("burden_class", TEXT, "class of the burdens that are shared", "所分配的负荷类别"),
        field("share", SHARE, "share of the output", "该输出所占份额"),
    )),
    RecordShape("alternative_result", (
        field("allocation", TEXT, "id of the allocation", "分配规则的标识"),
        field("alternative", TEXT, "name of the other way to allocate", "备选方法的名称"),
        field("excluding_biogenic_uptake", EMISSION, "footprint by it", "按该方法的碳足迹"),
        field("change", SHARE, "how much more or less that is", "变化幅度"),
    )),
    RecordShape("balance", (
        field("process", TEXT, "id of the process", "过程的标识"),
        field("mass_in", MASS, "mass that goes in", "输入质量"),
        field("mass_out", MASS, "mass that comes out as products and waste", "产品与废物质量"),
        field("carbon_in", CARBON, "carbon that goes in", "输入碳量"),
        field("carbon_out", CARBON, "carbon that comes out, emissions among it", "输出碳量（含排放）"),
        field("energy_in", ENERGY, "energy that goes in", "输入能量"),
        field("energy_out", ENERGY, "energy that comes out", "输出能量"),
    )),
)  # fmt: skip
"""What a recomputed footprint is made of. No submission fills them."""
