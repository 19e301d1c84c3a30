"""The inventory extension: every part of it is read into fields that rules name, and what is wrong in it is noted."""

from __future__ import annotations

from fractions import Fraction

import pytest

from footrule.submission.element import Code, Items, Number, RawObject, Record, Text, Truth, Unusable
from footrule.submission.footprint_record import NOT_RECOMPUTED
from tests.submission.inventories import PLACE, altered, at, carrying, inventory, unusable_at, with_flow
from tests.submission.pact_documents import Object, changed, noticed, only, pact2, pact3, read, without


def test_a_whole_inventory_is_read_without_a_finding() -> None:
    assert read(carrying(inventory())).intake == ()


@pytest.mark.parametrize(
    ("path", "value", "symbol"),
    [
        ("product.purity", "0.999", "%"),
        ("system_boundary.exclusions.0.share", "0.005", "%"),
        ("characterisation.horizon", "100", ""),
        ("processes.0.capacity", "3000000", "kt"),
        ("processes.0.boiler_heat", "900000000", "PJ"),
        ("processes.0.inputs.0.mass", "2500", "t"),
        ("processes.0.inputs.0.lower_heating_value", "44", "GJ/t"),
        ("processes.0.inputs.0.carbon_content", "0.85", "%"),
        ("processes.0.inputs.0.quality.temporal", "2", ""),
        ("processes.0.inputs.0.supply.emission_per_mass", "0.42", "kg CO2e/t"),
        ("processes.0.inputs.0.supply.primary_data_share", "0.3", "%"),
        ("processes.0.inputs.1.energy", "1440", "kWh"),
        ("processes.0.inputs.2.pieces", "4", ""),
        ("processes.0.inputs.3.volume", "9", "m3"),
        ("processes.0.outputs.0.price.value", "7100", ""),
        ("processes.0.emissions.0.amount", "30", "kg"),
        ("processes.0.allocation.factors.0.share", "1", "%"),
        ("reference_flow.mass", "1000", "t"),
        ("electricity.0.energy", "1440", "kWh"),
        ("sensitivities.0.result", "1.3", "kg CO2e"),
    ],
)
def test_numbers_arrive_in_base_units_and_are_shown_in_their_own(path: str, value: str, symbol: str) -> None:
    number = at(read(carrying(inventory())), path)
    assert isinstance(number, Number)
    assert (number.quantity.value, number.quantity.unit.symbol) == (Fraction(value), symbol)


def test_a_number_keeps_the_precision_it_is_printed_with() -> None:
    mass = at(read(carrying(inventory())), "processes.0.inputs.0.mass")
    assert isinstance(mass, Number)
    assert (mass.quantity.low, mass.quantity.high) == (Fraction("2495"), Fraction("2505"))
    assert (mass.pointer, mass.as_printed) == (f"{PLACE}/processes/0/inputs/0/amount", "2.50")


def test_codes_texts_and_truths() -> None:
    submission = read(carrying(inventory()))
    place = f"{PLACE}/processes/0"
    assert at(submission, "processes.0.technology") == Code(f"{place}/technology", "distillation", "distillation")
    assert at(submission, "processes.0.controlled") == Truth(f"{place}/controlled", True)
    assert at(submission, "processes.0.inputs.0.serves") == Text(f"{place}/inputs/0/serves", "gas")
    assert at(submission, "system_boundary.type") == Code(f"{PLACE}/boundary/type", "cradle_to_gate", "cradle_to_gate")
    assert at(submission, "processes.0.allocation.factors.0.burden_class") == Text(
        f"{place}/allocation/factors/0/class", "feed"
    )
    assert at(submission, "category") == RawObject(f"{PLACE}/category", {"route": "direct"})


@pytest.mark.parametrize(
    ("printed", "code"),
    [("HFC-134a", "HFC_134a"), ("steam_cracking", "steam_cracking"), ("2-step", "_2_step"), ("清焦", "清焦")],
)
def test_an_open_list_takes_any_text_as_a_name(printed: str, code: str) -> None:
    submission = read(altered("processes.0.technology", printed))
    assert submission.intake == ()
    assert at(submission, "processes.0.technology") == Code(f"{PLACE}/processes/0/technology", code, printed)


def test_a_list_that_is_given_is_given_even_if_it_is_empty() -> None:
    assert at(read(carrying(inventory())), "comparisons") == Items(f"{PLACE}/comparisons", ())


@pytest.mark.parametrize("document", [pact3(), pact2()], ids=["PACT 3", "PACT 2"])
def test_without_an_inventory_its_fields_are_missing_and_have_a_place(document: Object) -> None:
    footprint = read(document).footprint
    for name in ("processes", "product", "category"):
        assert name not in footprint.fields
        assert footprint.place_of(name) == "/extensions"
    assert footprint.fields["recomputed"] == Unusable("", NOT_RECOMPUTED, absent=True)


def test_what_an_inventory_leaves_out_has_its_place_there() -> None:
    footprint = read(carrying({})).footprint
    assert footprint.place_of("processes") == f"{PLACE}/processes"
    assert footprint.place_of("system_boundary") == f"{PLACE}/boundary"


def test_the_first_inventory_counts() -> None:
    document = carrying(inventory())
    extensions = document["extensions"]
    assert isinstance(extensions, list)
    second = carrying({"product": {"name": "another"}, "offsets": []})["extensions"]
    assert isinstance(second, list)
    submission = read({**document, "extensions": [*extensions, *second]})
    assert at(submission, "product.name") == Text(f"{PLACE}/product/name", "A gas")
    assert at(submission, "offsets") is None


def test_nothing_is_recomputed_yet_and_says_so() -> None:
    assert at(read(carrying(inventory())), "recomputed") == Unusable("", NOT_RECOMPUTED)


# Amounts below zero


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("processes.0.inputs.0", "mass"),
        ("processes.0.inputs.1", "energy"),
        ("processes.0.outputs.0", "mass"),
        ("processes.0.emissions.0", "amount"),
        ("reference_flow", "mass"),
    ],
)
def test_less_than_none_of_a_flow_is_a_finding_and_cannot_be_used(path: str, field: str) -> None:
    submission = read(altered(f"{path}.amount", "-3"))
    finding = only(submission)
    place = path.replace(".", "/")
    assert (finding.kind.id, finding.pointer) == ("I0120", f"{PLACE}/{place}/amount")
    assert finding.kind.modality == "shall"
    assert unusable_at(submission, f"{path}.{field}").because == "I0120"


@pytest.mark.parametrize("amount", ["0", "-0", "0.0"])
def test_nothing_of_a_flow_is_no_finding(amount: str) -> None:
    assert noticed(read(altered("processes.0.emissions.0.amount", amount))) == []


@pytest.mark.parametrize(
    ("gas", "origin", "found"),
    [
        ("CO2", "biogenic", []),
        ("CO2", "fossil", ["I0120"]),
        ("CO2", "land_use", ["I0120"]),
        ("CH4", "biogenic", ["I0120"]),
    ],
)
def test_an_emission_below_zero_is_an_uptake_where_it_says_so(gas: str, origin: str, found: list[str]) -> None:
    one = {"id": "flare", "gas": gas, "origin": origin, "amount": "-30", "unit": "kg"}
    assert [each.split()[0] for each in noticed(read(altered("processes.0.emissions", [one])))] == found


# Where an input comes from


@pytest.mark.parametrize(("index", "code"), [(0, "footprint"), (1, "inline"), (2, "factor"), (3, "process")])
def test_a_supply_says_which_kind_it_is(index: int, code: str) -> None:
    supply = at(read(carrying(inventory())), f"processes.0.inputs.{index}.supply")
    assert isinstance(supply, Record)
    assert supply.fields["kind"] == Code(supply.pointer, code, code)


@pytest.mark.parametrize(
    "supply",
    [
        {},
        {"process": "unit", "factor": "f"},
        {"footprint": "x", "gases": ["CO2"]},
        {"output": "gas"},
        {"year": "2024"},
    ],
    ids=str,
)
def test_a_supply_that_is_none_or_two_things_is_a_finding(supply: object) -> None:
    submission = read(with_flow(**{"from": supply}))
    finding = only(submission)
    assert (finding.kind.id, finding.pointer) == ("I0119", f"{PLACE}/processes/0/inputs/0/from")
    assert unusable_at(submission, "processes.0.inputs.0.supply.kind").because == "I0119"


def test_a_factor_that_is_named_may_be_told_as_well() -> None:
    """So that a rule can compare what was taken with the row of the database that it is said to be."""
    supply = {"factor": "f", "value": "1.0", "unit": "kg CO2e/kg", "set": "AR6", "year": "2024"}
    submission = read(with_flow(**{"from": supply}))
    assert submission.intake == ()
    found = at(submission, "processes.0.inputs.0.supply")
    assert isinstance(found, Record)
    assert found.fields["kind"] == Code(found.pointer, "factor", "factor")
    stated = at(submission, "processes.0.inputs.0.supply.emission_per_mass")
    assert isinstance(stated, Number)
    assert (str(stated.quantity), stated.as_printed) == ("1 kg CO2e/kg", "1.0")


# What is wrong in an inventory


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("processes.0.inputs.0.kind", "feedstok", "I0106 /processes/0/inputs/0/kind"),
        ("processes.0.controlled", "yes", "I0103 /processes/0/controlled"),
        ("processes.0.period_end", "2026-01-01", "I0107 /processes/0/period_end"),
        ("processes.0.technologie", "x", "I0101 /processes/0/technologie"),
        ("processes.0.technology", "", "I0109 /processes/0/technology"),
        ("processes.0.id", "", "I0109 /processes/0/id"),
        ("processes.0.id", None, "I0102 /processes/0/id"),
        ("processes", {"unit": {}}, "I0103 /processes"),
        ("processes.0.capacity", "3 kt", "I0103 /processes/0/capacity"),
        ("processes.0.capacity.unit", "GJ", "I0117 /processes/0/capacity/unit"),
        ("processes.0.capacity.uint", "kt", "I0101 /processes/0/capacity/uint"),
        ("processes.0.capacity.value", None, "I0102 /processes/0/capacity/value"),
        ("product.purity", "99.9", "I0103 /product/purity"),
        ("category", ["route"], "I0103 /category"),
        ("characterisation.set", "AR7", "I0106 /characterisation/set"),
        ("procesess", [], "I0101 /procesess"),
    ],
)
def test_what_is_malformed_is_noted_at_its_place(path: str, value: object, expected: str) -> None:
    submission = read(altered(path, value))
    assert noticed(submission) == [expected.replace(" ", f" {PLACE}")]
    assert submission.intake[0].document == "Footrule inventory extension"


def test_an_id_that_another_of_the_list_has_is_a_finding() -> None:
    submission = read(altered("processes.0.inputs.1.id", "feed"))
    assert noticed(submission) == [f"I0118 {PLACE}/processes/0/inputs/1/id"]
    items = at(submission, "processes.0.inputs")
    assert isinstance(items, Items)
    assert len(items.elements) == 4


def test_the_same_id_in_two_lists_is_no_matter() -> None:
    assert read(altered("processes.0.outputs.0.id", "feed")).intake == ()


def test_null_is_absent() -> None:
    one = inventory()
    for path in ("product", "processes.0.inputs.0.from", "processes.0.inputs.0.lower_heating_value", "category"):
        one = changed(one, path, None)
    submission = read(carrying(one))
    assert submission.intake == ()
    assert at(submission, "product") is None
    assert at(submission, "processes.0.inputs.0.supply") is None
    assert at(submission, "processes.0.inputs.0.lower_heating_value_by_volume") is None


def test_everything_but_the_ids_may_be_left_out() -> None:
    one = without(inventory(), "processes.0.inputs.0.amount")
    assert noticed(read(carrying(without(one, "processes.0.inputs.0.unit")))) == []
    assert noticed(read(carrying({"processes": [{"id": "p", "inputs": [{"id": "i"}]}]}))) == []
