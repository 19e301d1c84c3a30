"""A footprint as the record `recomputed` that rules read, scaled to the declared unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from footrule.inventory.balances import Balance, balance
from footrule.inventory.partition import Partition
from footrule.inventory.problems import NotComputed, Problem, name_of, text_of
from footrule.inventory.records import code_of, records_in
from footrule.inventory.result import Contribution, Footprint
from footrule.inventory.totals import counted, gases, positions, primary_data_share, ratings, stages
from footrule.measure.decimal import decimal_text
from footrule.measure.quantity import exact
from footrule.measure.unit import ONE, PERCENT, Unit, read_unit
from footrule.submission.element import Code, Element, Items, Number, Record, Text, Unusable
from footrule.text.wording import Wording, worded

NOWHERE = ""
NOT_TOLD = worded("the inventory does not tell it apart", "清单未单独给出")
NOT_OF_ALL = worded("not every flow that contributes tells it", "并非每项贡献都给出了该数据")
_DECLARED_IN = {
    "liter": "L", "kilogram": "kg", "cubic_meter": "m3", "kilowatt_hour": "kWh", "megajoule": "MJ",
    "ton_kilometer": "tkm", "square_meter": "m2", "piece": "1",
}  # fmt: skip
"""The units that a footprint may be declared for, as the table of units has them."""
_APART = (
    "land_carbon_leakage", "land_management_fossil", "land_management_biogenic_co2", "land_management_removals",
    "biogenic_uptake", "aircraft", "packaging", "outbound_logistics", "ccs_capture", "technological_removals",
    "including_biogenic_uptake",
)  # fmt: skip
"""Positions that a declared footprint has and an inventory of processes does not tell apart."""


def _unit(symbol: str) -> Unit:
    unit = read_unit(symbol)
    assert unit is not None, f"{symbol} is not in the table of units"
    return unit


KG, KG_C, KG_CO2E, MJ = map(_unit, ("kg", "kg C", "kg CO2e", "MJ"))


def scale_of(footprint: Record, computed: Footprint) -> Fraction:
    """How often the reference flow is in the declared unit. Raises NotComputed where the two cannot be compared."""
    pcf = footprint.fields.get("pcf")
    if not isinstance(pcf, Record):
        return Fraction(1)
    reference = computed.reference_amount
    unit = _unit(_DECLARED_IN.get(code_of(pcf, "declared_unit"), "1"))
    amount = pcf.fields.get("declared_amount")
    if isinstance(amount, Number) and unit.dimension == reference.dimension:
        return amount.quantity.value * unit.factor / reference.value
    mass = pcf.fields.get("mass")
    if isinstance(mass, Number) and mass.quantity.dimension == reference.dimension:
        return mass.quantity.value / reference.value
    says = worded(
        f"the footprint is declared for {unit.symbol or 'pieces'}, and its reference flow is {reference}",
        f"碳足迹的声明单位为{unit.symbol or '件'}，而基准流为{reference}",
    )
    raise NotComputed([Problem(pcf.place_of("declared_unit"), says)])


Apart = Iterable[tuple[Record, Partition | tuple[Problem, ...]]]
"""Processes that nothing needs, each with how it shares its burdens, or why nobody can tell."""


def record_of(
    computed: Footprint, scale: Fraction, alternatives: Mapping[tuple[str, str], Fraction], apart: Apart
) -> Record:
    """The record; `alternatives` are the results by other allocations, before they are scaled."""
    parts = positions(computed.contributions)
    total = parts.excluding_biogenic_uptake
    fields: dict[str, Element] = {
        "excluding_biogenic_uptake": _emission(total * scale),
        "fossil": _emission(parts.fossil * scale),
        "biogenic_non_co2": _emission(parts.biogenic_non_co2 * scale),
        "land_use_change": _emission(parts.land_use_change * scale),
        "set": Code(NOWHERE, computed.gwp_set, computed.gwp_set),
        "gases": _gases(computed, scale),
        "contributions": _list(_contribution(one, scale, total) for one in counted(computed.contributions)),
        "stages": _stages(computed, scale, total),
        "shares": _list(_shares(computed, apart)),
        "alternatives": _list(
            _alternative(rule, name, result * scale, total * scale) for (rule, name), result in alternatives.items()
        ),
        "balances": _list(_balance(balance(one.process)) for one in computed.partitions.values()),
    }
    fields |= dict.fromkeys(_APART, Unusable(NOWHERE, NOT_TOLD, absent=True))
    share, rated = primary_data_share(computed.contributions), ratings(computed.contributions)
    unknown = Unusable(NOWHERE, NOT_OF_ALL, absent=True)
    fields["primary_data_share"] = unknown if share is None else _share(share)
    fields["dqi"] = _record("dqi", {name: _number(value, ONE) for name, value in rated.items()}) if rated else unknown
    return _record("recomputed", fields)


def not_recomputed(problems: Iterable[Problem], pointer: str) -> Unusable:
    """The field where the footprint cannot be recomputed: rules that need it say why."""
    every = [one.says for one in problems]
    texts = tuple((tag, sep.join(one.in_language(tag) for one in every)) for tag, sep in (("en", "; "), ("zh", "；")))
    return Unusable(pointer, Wording(texts))


def _record(shape: str, fields: Mapping[str, Element]) -> Record:
    return Record(NOWHERE, shape, fields, {})


def _list(records: Iterable[Record]) -> Items:
    return Items(NOWHERE, tuple(records))


def _number(value: Fraction, unit: Unit) -> Number:
    return Number(NOWHERE, exact(value / unit.factor, unit), decimal_text(value / unit.factor))


def _emission(value: Fraction) -> Number:
    return _number(value, KG_CO2E)


def _share(value: Fraction) -> Number:
    return _number(value, PERCENT)


def _code(value: str) -> Mapping[str, Element]:
    return {"stage": Code(NOWHERE, value, value)} if value else {}


def _part(value: Fraction, total: Fraction) -> Mapping[str, Element]:
    return {"share": _share(value / total)} if total else {}


def _gases(computed: Footprint, scale: Fraction) -> Items:
    def of_gas(gas: str, origin: str, mass: Fraction, emission: Fraction) -> Record:
        fields: dict[str, Element] = {"gas": Code(NOWHERE, gas, gas)}
        fields |= {"origin": Code(NOWHERE, origin, origin)} if origin else {}
        fields |= {"mass": _number(mass * scale, KG), "emission": _emission(emission * scale)}
        return _record("recomputed_gas", fields)

    return _list(of_gas(one.gas, one.origin, one.mass, one.emission) for one in gases(computed.contributions))


def _stages(computed: Footprint, scale: Fraction, total: Fraction) -> Items:
    return _list(
        _record(
            "stage_total",
            {**_code(one.stage), "emission": _emission(one.emission * scale), **_part(one.emission, total)},
        )
        for one in stages(computed.contributions)
    )


def _contribution(one: Contribution, scale: Fraction, total: Fraction) -> Record:
    fields: dict[str, Element] = {
        name: Text(NOWHERE, text)
        for name, text in (
            ("process", text_of(one.process.fields.get("id"))),
            ("flow", text_of(one.flow.fields.get("id"))),
            ("name", name_of(one.flow)),
        )
        if text
    }
    fields["kind"] = Code(NOWHERE, one.kind.value, one.kind.value)
    fields |= _code(code_of(one.process, "stage"))
    fields["emission"] = _emission(one.emission * scale)
    return _record("contribution", {**fields, **_part(one.emission, total)})


def _shares(computed: Footprint, apart: Apart) -> Iterable[Record]:
    for partition in computed.partitions.values():
        yield from _of_partition(partition)
    for process, found in apart:
        yield from _of_partition(found) if isinstance(found, Partition) else _untold(process, found)


def _untold(process: Record, problems: Iterable[Problem]) -> Iterable[Record]:
    """The shares of a process that cannot be told, for each that is declared of it."""
    allocation = process.fields.get("allocation")
    for declared in records_in(allocation, "factors") if isinstance(allocation, Record) else ():
        names = {name: one for name in ("output", "burden_class") if (one := declared.fields.get(name)) is not None}
        share = not_recomputed(problems, declared.pointer)
        process_id = Text(NOWHERE, text_of(process.fields.get("id")) or "")
        yield _record("computed_share", {"process": process_id, **names, "share": share})


def _of_partition(partition: Partition) -> Iterable[Record]:
    if partition.rule is not None:
        process, outputs = text_of(partition.process.fields.get("id")), partition.outputs
        for of_class in partition.declared_classes:
            for output, share in of_class.shares.items():
                fields: dict[str, Element] = {
                    "process": Text(NOWHERE, process or ""),
                    "output": Text(NOWHERE, text_of(outputs[output].fields.get("id")) or ""),
                    "burden_class": Text(NOWHERE, of_class.name),
                    "share": _share(share),
                }
                yield _record("computed_share", fields)


def _alternative(rule: str, name: str, result: Fraction, total: Fraction) -> Record:
    fields: dict[str, Element] = {
        "allocation": Text(NOWHERE, rule),
        "alternative": Text(NOWHERE, name),
        "excluding_biogenic_uptake": _emission(result),
    }
    if total:
        fields["change"] = _share(result / total - 1)
    return _record("alternative_result", fields)


def _balance(one: Balance) -> Record:
    process = text_of(one.process.fields.get("id"))
    fields: dict[str, Element] = {"process": Text(NOWHERE, process)} if process else {}
    unknown = Unusable(NOWHERE, NOT_OF_ALL, absent=True)
    for name, value, unit in (
        ("mass_in", one.mass_in, KG),
        ("mass_out", one.mass_out, KG),
        ("carbon_in", one.carbon_in, KG_C),
        ("carbon_out", one.carbon_out, KG_C),
        ("energy_in", one.energy_in, MJ),
        ("energy_out", one.energy_out, MJ),
    ):
        fields[name] = unknown if value is None else _number(value, unit)
    return _record("balance", fields)
