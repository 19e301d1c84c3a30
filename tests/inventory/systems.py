"""Product systems in a few words, as footprints that carry an inventory, and what they come to.

An amount is "4 kg"; `bought` has an emission factor, `taken` comes from an output of another process, "unit.gas".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache

import pytest

from footrule.factors.database import shipped_factors
from footrule.inventory.problems import NotComputed
from footrule.inventory.recompute import Recomputed, recompute
from footrule.inventory.totals import positions
from footrule.measure.decimal import decimal_text
from footrule.model.standard import Standard
from footrule.submission.element import Record
from tests.language.blocks import HEAD, checked_text
from tests.submission.inventories import carrying
from tests.submission.pact_documents import Object, changed, pact3, read, value_of

Plain = dict[str, object]
"""A part of an inventory, as its JSON text will have it."""


def made(id: str, amount: str, role: str = "main", *, price: str | None = None, **more: str) -> Plain:
    """An output; `price` is that of one unit, in yuan."""
    priced = {} if price is None else {"price": {"value": price, "currency": "CNY"}}
    return {"id": id, "role": role, **_amount(amount), **priced, **_measured(more)}


def bought(id: str, amount: str, factor: str = "1 kg CO2e/kg", kind: str = "material", **more: object) -> Plain:
    """An input with an emission factor."""
    value, unit = factor.split(" ", 1)
    return {"id": id, "kind": kind, **_amount(amount), "from": {"value": value, "unit": unit}, **_measured(more)}


def taken(source: str, amount: str, kind: str = "feedstock", **more: object) -> Plain:
    """An input from a process, "unit", or from one of its outputs, "unit.gas"."""
    process, _, output = source.partition(".")
    supply = {"process": process, **({"output": output} if output else {})}
    return {"id": f"from {source}", "kind": kind, **_amount(amount), "from": supply, **_measured(more)}


def emitted(gas: str, amount: str, origin: str | None = "fossil", **more: object) -> Plain:
    """A direct emission."""
    told = {} if origin is None else {"origin": origin}
    return {"id": f"{gas} {origin}", "gas": gas, **told, **_amount(amount), **more}


def unit(id: str, *flows: Plain, **more: object) -> Plain:
    """A process; its flows are told apart by what they have."""
    outputs = [one for one in flows if "role" in one]
    emissions = [one for one in flows if "gas" in one]
    inputs = [one for one in flows if "kind" in one]
    return {"id": id, "inputs": inputs, "outputs": outputs, "emissions": emissions, **more}


def system(processes: Iterable[Plain], of: str, amount: str = "1 kg", gwp_set: str | None = "AR6") -> Record:
    """A footprint of an amount of an output, "unit.gas", declared for 1 kg, or 1 of its unit."""
    process, _, output = of.partition(".")
    reference = {"process": process, **({"output": output} if output else {}), **_amount(amount)}
    study = {} if gwp_set is None else {"characterisation": {"set": gwp_set}}
    inventory = {"processes": list(processes), "reference_flow": reference, **study}
    declared = _declared_for(_DECLARED.get(amount.split(" ")[1], "kilogram"))
    return read({**declared, "extensions": carrying(value_of(json.dumps(inventory)))["extensions"]}).footprint


@cache
def _declared_for(measured_in: str) -> Object:
    document = changed(pact3(), "pcf.declaredUnitOfMeasurement", measured_in)
    return changed(changed(document, "pcf.declaredUnitAmount", "1"), "pcf.productMassPerDeclaredUnit", "1")


_DECLARED = {"MJ": "megajoule", "kWh": "kilowatt hour", "L": "liter", "piece": "piece"}


@cache
def allocating(*lines: str) -> Standard:
    """A standard with one allocation, on every process: these lines of it."""
    return standard('allocate A-1 "Shared" zh "分配"\n  cite doc "1"\n  on each p in processes\n', *lines)


@cache
def standard(*lines: str) -> Standard:
    """A standard that says this."""
    checked, diagnostics = checked_text(HEAD + "\n".join(lines) + "\n")
    assert checked is not None, diagnostics
    return checked


def by(key: str) -> Standard:
    """A standard that shares everything among all outputs by a key, `o.mass`."""
    return allocating(f"  share all: everything else among o in p.outputs by {key}")


NO_ALLOCATION = 'rule T-1 "A rule" zh "规则"\n  cite doc "1"\n  shall pcf.mass > 0 kg'


def found(one: Record, by_standard: Standard | None = None, gwp_set: str | None = None) -> Recomputed:
    """A footprint recomputed; by a standard that allocates nothing unless one is given."""
    return recompute(by_standard or standard(NO_ALLOCATION), one, None, shipped_factors(), gwp_set=gwp_set)


def result(one: Record, by_standard: Standard | None = None) -> Fraction:
    """What the reference flow comes to, in kg CO2e, without biogenic CO2."""
    return positions(found(one, by_standard).footprint.contributions).excluding_biogenic_uptake


def shares(one: Plain, by_standard: Standard, of_class: str = "all") -> list[Fraction]:
    """The share of each output of a process, in a class of burdens."""
    outputs = one["outputs"]
    assert isinstance(outputs, list)
    footprint = system([one], f"{one['id']}.{outputs[0]['id']}", _reference(outputs[0]))
    (partition,) = found(footprint, by_standard).footprint.partitions.values()
    return [partition.classes[of_class].shares.get(number, Fraction(0)) for number in range(len(outputs))]


def problems(one: Record, by_standard: Standard | None = None) -> Sequence[str]:
    """Why a footprint cannot be recomputed."""
    with pytest.raises(NotComputed) as raised:
        found(one, by_standard)
    assert all(problem.says.in_language("zh") for problem in raised.value.problems)
    return [str(problem.says) for problem in raised.value.problems]


def kg(amount: Fraction | int) -> str:
    """An amount in kg."""
    return f"{decimal_text(Fraction(amount))} kg"


def _reference(output: Plain) -> str:
    return f"{output['amount']} {output['unit']}"


def _amount(amount: str) -> Plain:
    value, measured_in = amount.split(" ", 1)
    return {"amount": value, "unit": measured_in}


def _measured(more: dict[str, object] | dict[str, str]) -> Plain:
    """Attributes of a flow: "44 MJ/kg" is a number with its unit."""
    return {name: _quantity(one) if name in _WITH_UNIT else one for name, one in more.items()}


_WITH_UNIT = frozenset({"lower_heating_value", "carbon_content", "concentration"})


def _quantity(text: object) -> Plain:
    value, _, measured_in = str(text).partition(" ")
    return {"value": value, "unit": measured_in}
