"""A flow's amount arrives with its unit: it fills the field of its dimension; the others say why they are absent."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.measure.unit import known_symbols, read_unit
from footrule.submission.element import Element, Number, Record, Unusable
from footrule.submission.process_vocabulary import AMOUNTS, amounts_named
from footrule.submission.reported_units import flow_unit
from footrule.text.wording import worded
from tests.submission.inventories import PLACE, altered, at, carrying, inventory, unusable_at, with_flow
from tests.submission.pact_documents import Object, noticed, only, read, without

INPUT = f"{PLACE}/processes/0/inputs/0"
NAMES = [name for name, _ in amounts_named(AMOUNTS)]


def amounts(document: Object) -> dict[str, Element]:
    record = at(read(document), "processes.0.inputs.0")
    assert isinstance(record, Record)
    return {name: one for name in NAMES if (one := record.fields.get(name)) is not None}


def reasons(document: Object) -> list[object]:
    """Why the amounts of the first input cannot be used, each reason once."""
    found = amounts(document)
    assert set(found) == set(NAMES)
    return list(
        {(one.because, one.absent): one.because for one in found.values() if isinstance(one, Unusable)}.values()
    )


@pytest.mark.parametrize(
    ("unit", "field", "value"),
    [
        ("t", "mass", "3000"), ("kg C", "mass", "3"), ("吨", "mass", "3000"), ("GJ", "energy", "3000"),
        ("m3", "volume", "3"), ("kmol", "moles", "3000"), ("tkm", "transport", "3000000"), ("piece", "pieces", "3"),
        ("件", "pieces", "3"), ("1", "pieces", "3"),
    ],
)  # fmt: skip
def test_an_amount_fills_the_field_of_its_dimension(unit: str, field: str, value: str) -> None:
    found = amounts(with_flow(amount="3", unit=unit))
    number = found.pop(field)
    assert isinstance(number, Number)
    assert number.quantity.value == Fraction(value)
    assert all(isinstance(one, Unusable) and one.absent for one in found.values())
    assert set(found) == set(NAMES) - {field}


def test_the_other_fields_are_absent_and_say_why() -> None:
    absent = unusable_at(read(with_flow(amount="3", unit="kWh")), "processes.0.inputs.0.mass")
    assert absent.absent
    assert absent.because == worded("the amount is given in kWh, which is not a mass", "数量以 kWh 给出，不是质量")
    heating = unusable_at(read(carrying(inventory())), "processes.0.inputs.0.lower_heating_value_by_volume")
    assert str(heating.because) == "the lower heating value is given in GJ/t, which is not an energy for a volume"


@pytest.mark.parametrize(
    ("unit", "meant"),
    [("kwh", "kWh"), ("kgg", "kg"), ("GJ/tt", None), ("furlong", None), ("", None), ("t/" * 400, None)],
)
def test_an_unknown_unit_is_a_finding_and_all_fields_are_unusable_for_it(unit: str, meant: str | None) -> None:
    document = with_flow(amount="3", unit=unit)
    finding = only(read(document))
    assert (finding.kind.id, finding.kind.modality, finding.pointer) == ("I0116", "shall", f"{INPUT}/unit")
    assert ("Did you mean" in str(finding.message)) is (meant is not None)
    if meant is not None:
        assert f'"{meant}"' in str(finding.message)
    assert reasons(document) == ["I0116"]


@pytest.mark.parametrize("unit", ["kg CO2e", "h", "MJ/kg", "%", "kg/kg"])
def test_an_amount_is_of_no_other_dimension(unit: str) -> None:
    document = with_flow(amount="3", unit=unit)
    assert noticed(read(document)) == [f"I0117 {INPUT}/unit"]
    assert reasons(document) == ["I0117"]


def test_an_emission_is_a_mass_and_a_heating_value_is_none() -> None:
    emission = read(altered("processes.0.emissions.0.unit", "kWh"))
    assert noticed(emission) == [f"I0117 {PLACE}/processes/0/emissions/0/unit"]
    assert str(only(emission).message) == 'the amount cannot be given in "kWh"; it is a mass.'
    assert unusable_at(emission, "processes.0.emissions.0.amount").because == "I0117"
    heating = read(altered("processes.0.inputs.0.lower_heating_value.unit", "kg"))
    assert noticed(heating) == [f"I0117 {INPUT}/lower_heating_value/unit"]
    assert unusable_at(heating, "processes.0.inputs.0.lower_heating_value").because == "I0117"


@pytest.mark.parametrize(("unit", "field"), [("MJ/m3", "_by_volume"), ("kJ/mol", "_by_mole"), ("MJ/kg", "")])
def test_a_heating_value_fills_the_field_of_what_it_is_for(unit: str, field: str) -> None:
    submission = read(altered("processes.0.inputs.0.lower_heating_value.unit", unit))
    assert submission.intake == ()
    assert isinstance(at(submission, f"processes.0.inputs.0.lower_heating_value{field}"), Number)


@pytest.mark.parametrize(("unit", "value"), [("%", "0.85"), ("kg C/kg", "85"), ("t C/t", "85")])
def test_a_carbon_content_is_a_share_or_a_mass_in_a_mass(unit: str, value: str) -> None:
    content = at(read(altered("processes.0.inputs.0.carbon_content.unit", unit)), "processes.0.inputs.0.carbon_content")
    assert isinstance(content, Number)
    assert content.quantity.value == Fraction(value)


@pytest.mark.parametrize(("left_out", "missing"), [("unit", "unit"), ("amount", "amount")])
def test_an_amount_and_its_unit_belong_together(left_out: str, missing: str) -> None:
    document = carrying(without(inventory(), f"processes.0.inputs.0.{left_out}"))
    assert noticed(read(document)) == [f"I0102 {INPUT}/{missing}"]
    assert reasons(document) == ["I0102"]


@pytest.mark.parametrize(("amount", "code"), [("1,5", "I0104"), (True, "I0103"), (["1"], "I0103"), ("1" * 60, "I0104")])
def test_an_amount_that_is_no_decimal_is_a_finding(amount: object, code: str) -> None:
    document = with_flow(amount=amount)
    assert noticed(read(document)) == [f"{code} {INPUT}/amount"]
    assert reasons(document) == [code]


def test_a_json_number_is_noted_and_read_all_the_same() -> None:
    submission = read(with_flow(amount=3))
    assert noticed(submission) == [f"I0105 {INPUT}/amount"]
    assert isinstance(at(submission, "processes.0.inputs.0.mass"), Number)


@given(st.one_of(st.sampled_from(known_symbols()), st.text(max_size=12)))
def test_every_unit_leads_to_one_number_or_to_a_finding(unit: str) -> None:
    document = with_flow(amount="3", unit=unit)
    numbers = [one for one in amounts(document).values() if isinstance(one, Number)]
    codes = [one.kind.id for one in read(document).intake]
    assert (len(numbers), codes) == (1, []) or (not numbers and codes in (["I0116"], ["I0117"]))
    assert (flow_unit(unit) is None) is (codes == ["I0116"])
    assert read_unit(unit) is None or codes != ["I0116"]
