"""The footprint as it is recomputed from an inventory, as rules name it."""

from __future__ import annotations

from collections.abc import Iterable

from footrule.measure.unit import ONE, PERCENT
from footrule.submission.reported_units import KG, KG_C, KG_CO2E, MJ
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
_ENERGY, _CARBON = NumberField(MJ), NumberField(KG_C)


def _records(shape: str) -> ListField:
    return ListField(RecordField(shape))


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
