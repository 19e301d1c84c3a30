"""A footprint as the record `recomputed` that rules read, scaled to the declared unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from footrule.frozen import Frozen, dataclass
from footrule.inventory.balances import Balance, balance
from footrule.inventory.partition import Partition
from footrule.inventory.problems import NotComputed, Problem, name_of, text_of
from footrule.inventory.records import code_of, records_in
from footrule.inventory.result import Contribution, Footprint
from footrule.inventory.totals import (
    GasTotal,
    StageTotal,
    counted,
    gases,
    positions,
    primary_data_share,
    ratings,
    stages,
)
from footrule.measure.decimal import decimal_text
from footrule.measure.quantity import Quantity, rounded
from footrule.measure.unit import ONE, PERCENT, Unit, read_unit
from footrule.submission.element import Code, Element, Items, Number, Record, Text, Unusable
from footrule.text.wording import Wording, worded

NOWHERE = ""
NOT_TOLD = worded("the inventory does not tell it apart", "清单未单独给出")
NOT_OF_ALL = worded("not every flow that contributes tells it", "并非每项贡献都给出了该数据")
_UNKNOWN = Unusable(NOWHERE, NOT_OF_ALL, absent=True)
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
    """How often the reference flow is in the declared unit. Raises NotComputed where the two cannot be compared.

    Of a product that says its concentration the solution may be declared, or what is dissolved: two tonnes of lye at
    50 % are a tonne declared at 100 %. The one that the reference flow is nearer to is meant.
    """
    pcf = footprint.fields.get("pcf")
    if not isinstance(pcf, Record):
        return Fraction(1)
    reference = computed.reference_amount
    unit = _unit(_DECLARED_IN.get(code_of(pcf, "declared_unit"), "1"))
    amount = pcf.fields.get("declared_amount")
    if isinstance(amount, Number) and unit.dimension == reference.dimension:
        declared = amount.quantity.value * unit.factor
        return min(_ratios(footprint, computed, declared), key=lambda ratio: max(ratio, 1 / ratio) if ratio > 0 else 0)
    mass = pcf.fields.get("mass")
    if isinstance(mass, Number) and mass.quantity.dimension == reference.dimension:
        return mass.quantity.value / reference.value
    says = worded(
        f"the footprint is declared for {unit.symbol or 'pieces'}, and its reference flow is {reference}",
        f"碳足迹的声明单位为{unit.symbol or '件'}，而基准流为{reference}",
    )
    raise NotComputed([Problem(pcf.place_of("declared_unit"), says)])


def _ratios(footprint: Record, computed: Footprint, declared: Fraction) -> Iterator[Fraction]:
    """How often the reference flow is declared, and how often what is dissolved in it."""
    yield declared / computed.reference_amount.value
    process, place = computed.reference
    product, output = footprint.fields.get("product"), records_in(computed.processes[process], "outputs")[place]
    told = output.fields.get("concentration")
    if isinstance(product, Record) and "concentration" in product.fields and isinstance(told, Number):
        dissolved = computed.reference_amount.value * told.quantity.value
        if dissolved > 0:
            yield declared / dissolved


Apart = Iterable[tuple[Record, Partition | tuple[Problem, ...]]]
"""Processes that nothing needs, each with how it shares its burdens, or why nobody can tell."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Alternative(Frozen):
    """The result by another way to allocate, before it is scaled: in kg CO2e, and how far it can be off."""

    rule: str
    name: str
    excluding_biogenic_uptake: Fraction
    bound: Fraction | None


class _WhenAsked(Mapping[str, Element]):
    """The fields of a record, each made when somebody asks for it: rules ask for few of them."""

    def __init__(self, made: Mapping[str, Callable[[], Element]]) -> None:
        self._made = made
        self._known: dict[str, Element] = {}

    def __getitem__(self, name: str) -> Element:
        if name not in self._known:
            self._known[name] = self._made[name]()
        return self._known[name]

    def __contains__(self, name: object) -> bool:
        return name in self._made

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    def __repr__(self) -> str:
        return repr(dict(self))


def record_of(computed: Footprint, scale: Fraction, alternatives: Sequence[Alternative], apart: Apart) -> Record:
    """The record; `alternatives` are the results by other allocations, `apart` the processes that nothing needs."""
    return _Recording(computed, scale, alternatives, apart).record()


class _Recording:
    """Makes the record of one footprint."""

    def __init__(self, computed: Footprint, scale: Fraction, alternatives: Sequence[Alternative], apart: Apart) -> None:
        self._computed = computed
        self._scale = scale
        self._alternatives = alternatives
        self._apart = apart
        self._parts = positions(computed.contributions)
        self._bound = computed.bound
        self._total = rounded(self._parts.excluding_biogenic_uptake, self._bound, KG_CO2E)

    def record(self) -> Record:
        """The whole record."""
        parts = self._parts
        made: dict[str, Callable[[], Element]] = {
            "excluding_biogenic_uptake": lambda: self._emission(parts.excluding_biogenic_uptake, self._bound),
            "fossil": lambda: self._emission(parts.fossil, self._bound),
            "biogenic_non_co2": lambda: self._emission(parts.biogenic_non_co2, self._bound),
            "land_use_change": lambda: self._emission(parts.land_use_change, self._bound),
            "set": lambda: Code(NOWHERE, self._computed.gwp_set, self._computed.gwp_set),
            "gases": lambda: _list(map(self._gas, gases(self._computed.contributions))),
            "contributions": lambda: _list(map(self._contribution, counted(self._computed.contributions))),
            "stages": lambda: _list(map(self._stage, stages(self._computed.contributions))),
            "shares": lambda: _list(_shares(self._computed, self._apart)),
            "alternatives": lambda: _list(map(self._alternative, self._alternatives)),
            "balances": lambda: _list(_balance(balance(one.process)) for one in self._computed.partitions.values()),
            "primary_data_share": self._primary_data_share,
            "dqi": self._dqi,
        }
        made |= dict.fromkeys(_APART, lambda: Unusable(NOWHERE, NOT_TOLD, absent=True))
        return Record(NOWHERE, "recomputed", _WhenAsked(made), {})

    def _emission(self, value: Fraction, bound: Fraction | None) -> Number:
        return _of(rounded(value * self._scale, None if bound is None else bound * self._scale, KG_CO2E))

    def _part(self, value: Fraction, bound: Fraction | None) -> Mapping[str, Element]:
        """Which share of the whole an emission is; nothing where the whole is zero, or may be."""
        share = rounded(value, bound, KG_CO2E).divided_by(self._total)
        return {} if share is None else {"share": _of(_in_percent(share))}

    def _gas(self, one: GasTotal) -> Record:
        fields: dict[str, Element] = {"gas": Code(NOWHERE, one.gas, one.gas)}
        fields |= {"origin": Code(NOWHERE, one.origin, one.origin)} if one.origin else {}
        fields["mass"] = _number(one.mass * self._scale, KG)
        fields["emission"] = self._emission(one.emission, self._bound)
        return _record("recomputed_gas", fields)

    def _stage(self, one: StageTotal) -> Record:
        fields = {"emission": self._emission(one.emission, self._bound), **self._part(one.emission, self._bound)}
        return _record("stage_total", {**_stage_code(one.stage), **fields})

    def _contribution(self, one: Contribution) -> Record:
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
        fields |= _stage_code(code_of(one.process, "stage"))
        bound = None if one.bound is None else Fraction(one.bound)
        fields["emission"] = self._emission(one.emission, bound)
        return _record("contribution", {**fields, **self._part(one.emission, bound)})

    def _alternative(self, one: Alternative) -> Record:
        result = rounded(one.excluding_biogenic_uptake, one.bound, KG_CO2E)
        fields: dict[str, Element] = {
            "allocation": Text(NOWHERE, one.rule),
            "alternative": Text(NOWHERE, one.name),
            "excluding_biogenic_uptake": self._emission(one.excluding_biogenic_uptake, one.bound),
        }
        change = (result - self._total).divided_by(self._total)
        if change is not None:
            fields["change"] = _of(_in_percent(change))
        return _record("alternative_result", fields)

    def _primary_data_share(self) -> Element:
        share = primary_data_share(self._computed.contributions)
        return _UNKNOWN if share is None else _of(_in_percent(self._mean(share, Fraction(1))))

    def _dqi(self) -> Element:
        rated = ratings(self._computed.contributions)
        worst = max(rated.values(), default=Fraction(0))
        found = {name: _of(self._mean(value, worst)) for name, value in rated.items()}
        return _record("dqi", found) if found else _UNKNOWN

    def _mean(self, value: Fraction, highest: Fraction) -> Quantity:
        """A mean, weighted by emissions, of what is `highest` at most: its weights are off by the bound together."""
        if self._bound is None:
            return rounded(value, None, ONE)
        weights = sum((abs(one.emission) for one in counted(self._computed.contributions)), Fraction(0))
        return rounded(value, self._bound * (value + highest) / (weights - self._bound), ONE)


def not_recomputed(problems: Iterable[Problem], pointer: str) -> Unusable:
    """The field where the footprint cannot be recomputed: rules that need it say why."""
    every = [one.says for one in problems]
    texts = tuple((tag, sep.join(one.in_language(tag) for one in every)) for tag, sep in (("en", "; "), ("zh", "；")))
    return Unusable(pointer, Wording(texts))


def _record(shape: str, fields: Mapping[str, Element]) -> Record:
    return Record(NOWHERE, shape, fields, {})


def _list(records: Iterable[Record]) -> Items:
    return Items(NOWHERE, tuple(records))


def _of(quantity: Quantity) -> Number:
    return Number(NOWHERE, quantity, decimal_text(quantity.value / quantity.unit.factor))


def _number(value: Fraction, unit: Unit) -> Number:
    """A value in base units, exact."""
    return _of(rounded(value, None, unit))


def _share(value: Fraction) -> Number:
    return _number(value, PERCENT)


def _in_percent(share: Quantity) -> Quantity:
    return share.scaled_as(PERCENT)


def _stage_code(value: str) -> Mapping[str, Element]:
    return {"stage": Code(NOWHERE, value, value)} if value else {}


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


def _balance(one: Balance) -> Record:
    process = text_of(one.process.fields.get("id"))
    fields: dict[str, Element] = {"process": Text(NOWHERE, process)} if process else {}
    for name, value, unit in (
        ("mass_in", one.mass_in, KG),
        ("mass_out", one.mass_out, KG),
        ("carbon_in", one.carbon_in, KG_C),
        ("carbon_out", one.carbon_out, KG_C),
        ("energy_in", one.energy_in, MJ),
        ("energy_out", one.energy_out, MJ),
    ):
        fields[name] = _UNKNOWN if value is None else _number(value, unit)
    return _record("balance", fields)
