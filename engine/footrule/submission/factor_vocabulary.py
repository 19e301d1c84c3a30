"""A row of the factor database as rules name it: what `factor(...)` answers.

It is no part of a submission, and has the shape of one: its value fills the field of its dimension, the others are
absent and say why, so that a factor for CO2 alone is never taken for a footprint.
"""

from __future__ import annotations

from footrule.measure.unit import ONE
from footrule.submission.process_vocabulary import CARBON_CONTENTS, EMISSION_FACTORS, HEATING_VALUES
from footrule.submission.reported_units import KG, M3, MJ, NM3, per
from footrule.submission.vocabulary import (
    CodeField,
    InstantField,
    ListField,
    NumberField,
    RecordShape,
    TextField,
    field,
    plain_codes,
)

EMISSION_FACTOR = "emission_factor"
_TEXT, _NUMBER, _INSTANT = TextField(), NumberField(ONE), InstantField()

GAS_AMOUNTS = (
    field("gas_per_mass", _NUMBER, "mass of its gas for a mass", "单位质量的气体质量"),
    field("gas_per_energy", NumberField(per(KG, MJ)), "mass of its gas for an energy", "单位能量的气体质量"),
    field("gas_per_volume", NumberField(per(KG, M3)), "mass of its gas for a volume", "单位体积的气体质量"),
    field(
        "gas_per_gas_volume",
        NumberField(per(KG, NM3)),
        "mass of its gas for a volume of gas at a stated condition",
        "参比条件下单位气体体积的气体质量",
    ),
)
"""What the mass of one gas may be given for."""

PLAIN_AMOUNTS = (
    field("number", _NUMBER, "a plain number, such as a share", "纯数，例如占比"),
    field("energy_per_mass", NumberField(per(MJ, KG)), "energy for a mass", "单位质量的能量"),
    field("energy_per_gas_volume", NumberField(per(MJ, NM3)), "energy for a volume of gas", "单位气体体积的能量"),
)
"""What is neither an emission nor a property of a fuel."""

FACTOR_RECORD = RecordShape(EMISSION_FACTOR, (
    field("id", _TEXT, "identifier of the row", "行的标识"),
    field("name", _TEXT, "name", "名称"),
    field("series", _TEXT, "series that it is one of", "所属系列"),
    field("kind", CodeField("factor_kind"), "what it is a factor of", "因子类别"),
    *EMISSION_FACTORS, *GAS_AMOUNTS, *HEATING_VALUES, *CARBON_CONTENTS, *PLAIN_AMOUNTS,
    field("gas", CodeField("gas", open=True), "the one gas that it counts", "所计的单一气体"),
    field("origin", CodeField("origin"), "origin of its carbon", "碳的来源"),
    field("set", CodeField("characterisation_set"), "characterisation factors within it", "所含的特征化因子"),
    field("scope", CodeField("factor_scope"), "part of the life cycle", "生命周期范围"),
    field("geography", _TEXT, "place that it stands for", "适用地区"),
    field("sector", _TEXT, "sector that it stands for", "适用行业"),
    field("technology", _TEXT, "technology that it stands for", "适用工艺技术"),
    field("valid_from", _INSTANT, "start of its validity", "有效期开始（含）"),
    field("valid_until", _INSTANT, "end of its validity", "有效期结束（不含）"),
    field("year", _NUMBER, "year that it stands for, else that of its source", "所属年份，无则为来源年份"),
    field("source", _TEXT, "where it is published", "来源"),
    field("status", CodeField("factor_status"), "how sure it is", "可靠程度"),
    field("superseded_by", _TEXT, "identifier of the row to use instead", "取代它的行的标识"),
    field("conflicts", ListField(_TEXT), "identifiers of rows that say otherwise", "与之矛盾的行的标识"),
))  # fmt: skip

FACTOR_CODES = (
    plain_codes(
        "factor_kind",
        "fuel_combustion", "fuel_property", "electricity", "heat", "upstream", "transport", "process", "product",
        "product_property", "stoichiometry", "benchmark", "screening", "characterisation",
    ),
    plain_codes("factor_status", "verified", "transcribed", "provisional"),
)  # fmt: skip
