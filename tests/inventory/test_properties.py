"""What holds of every product system, however it is allocated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from random import Random
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from footrule.inventory.problems import text_of
from footrule.inventory.records import records_in
from footrule.submission.element import Items, Number, Record
from tests.inventory.random_systems import GASES, KEYS, systems
from tests.inventory.systems import Plain, by, found, kg, made, result, system, taken, unit

FIRST = "u0.a"
keys = st.sampled_from(KEYS)
amounts = st.integers(1, 1000)


def flows(process: Plain, field: str) -> list[Plain]:
    """The flows of a process."""
    listed = process[field]
    assert isinstance(listed, list)
    return listed


def number(told: object) -> Fraction:
    """A number as an inventory tells it."""
    return Fraction(str(told))


def left_of_each(processes: list[Plain]) -> Iterator[tuple[str, Fraction]]:
    """What of each product nobody in the system takes, in kg."""
    links = [one for process in processes for one in flows(process, "inputs")]
    for process in processes:
        for output in flows(process, "outputs"):
            source = {"process": process["id"], "output": output["id"]}
            used = sum(number(one["amount"]) for one in links if one["from"] == source)
            yield f"{process['id']}.{output['id']}", number(output["amount"]) - used


def emitted_by(process: Plain) -> Fraction:
    """All that a process emits, and that what it buys has emitted."""
    total = Fraction(0)
    for one in flows(process, "inputs"):
        supply = one["from"]
        assert isinstance(supply, dict)
        total += number(one["amount"]) * number(supply.get("value", "0"))
    for (gas, origin), counts in GASES.items():
        of_gas = (one for one in flows(process, "emissions") if (one["gas"], one.get("origin")) == (gas, origin))
        total += sum(number(one["amount"]) for one in of_gas) * number(counts)
    return total


@given(systems(), keys)
def test_what_the_products_bear_is_what_the_processes_emit(processes: list[Plain], key: str) -> None:
    """Each process runs once where all is asked for that nobody in the system takes."""
    borne = sum(result(system(processes, of, kg(left)), by(key)) for of, left in left_of_each(processes))
    assert borne == sum(map(emitted_by, processes))


@given(systems(), keys, amounts, amounts)
def test_the_result_is_linear_in_the_reference_flow(processes: list[Plain], key: str, one: int, other: int) -> None:
    first, second, both = (
        result(system(processes, FIRST, kg(amount)), by(key)) for amount in (one, other, one + other)
    )
    assert first + second == both
    assert first * other == second * one


@given(systems(), keys, amounts)
def test_the_declared_footprint_is_that_of_its_unit(processes: list[Plain], key: str, amount: int) -> None:
    record = found(system(processes, FIRST, kg(amount)), by(key)).record
    assert value(record.fields["excluding_biogenic_uptake"]) == result(system(processes, FIRST, "1 kg"), by(key))


@given(systems(), keys, amounts)
def test_a_process_split_in_two_in_series_is_the_same_process(processes: list[Plain], key: str, amount: int) -> None:
    first, *others = processes
    burdens = {"inputs": first["inputs"], "emissions": first["emissions"]}
    before = {**unit("before", made("semi", kg(amount))), **burdens}
    after = {**unit("u0", taken("before.semi", kg(amount))), "outputs": first["outputs"]}
    halves = system([after, *others, before], FIRST)
    # the key is asked of all outputs, and so of the one of the first half
    assert result(halves, by(_known(key))) == result(system(processes, FIRST), by(key))


def _known(key: str) -> str:
    return f'if o.id = "semi" then o.mass * {_UNIT[key]} else {key}'


_UNIT: dict[str, str] = dict(zip(KEYS, ("1", "1", "1 MJ/kg", "1", "1"), strict=True))
_Item = TypeVar("_Item")


def shuffled(items: Sequence[_Item], dice: Random) -> list[_Item]:
    """The same in some order."""
    return dice.sample(list(items), len(items))


@given(systems(), keys, st.randoms(use_true_random=False))
def test_the_order_of_processes_and_flows_changes_nothing(processes: list[Plain], key: str, dice: Random) -> None:
    fields = ("inputs", "outputs", "emissions")
    mixed = [{**one, **{field: shuffled(flows(one, field), dice) for field in fields}} for one in processes]
    assert result(system(shuffled(mixed, dice), FIRST), by(key)) == result(system(processes, FIRST), by(key))


@given(systems(), keys)
def test_a_process_that_nobody_needs_adds_nothing_but_its_own_shares(processes: list[Plain], key: str) -> None:
    idle = unit("idle", made("x", "1 kg"), made("y", "0 kg"), taken(FIRST, "3 kg"), taken("nobody.x", "1 kg"))
    with_it = found(system([*processes, idle], FIRST), by(key))
    without_it = found(system(processes, FIRST), by(key))
    for field, told in without_it.record.fields.items():
        if field != "shares":
            assert with_it.record.fields[field] == told
    before, after = (records_in(one.record, "shares") for one in (without_it, with_it))
    assert after[: len(before)] == before
    assert {text_of(one.fields["process"]) for one in after[len(before) :]} <= {"idle"}
    assert f"/extensions/0/data/inventory/processes/{len(processes)}" in [
        one.pointer for one in with_it.footprint.unreached
    ]


@given(systems(most_outputs=1), keys, keys)
def test_a_single_product_bears_all_whatever_the_key(processes: list[Plain], key: str, other: str) -> None:
    footprint = system(processes, FIRST)
    assert result(footprint, by(key)) == result(footprint, by(other)) == result(footprint)


@given(systems(), keys)
def test_the_shares_of_each_class_are_one_together(processes: list[Plain], key: str) -> None:
    for partition in found(system(processes, FIRST), by(key)).footprint.partitions.values():
        for of_class in partition.classes.values():
            assert sum(of_class.shares.values()) == 1
            assert min(of_class.shares.values()) >= 0


@given(systems(), keys)
def test_contributions_and_stages_add_up_to_the_footprint(processes: list[Plain], key: str) -> None:
    record = found(system(processes, FIRST), by(key)).record
    total = value(record.fields["excluding_biogenic_uptake"])
    for field in ("contributions", "stages"):
        listed = record.fields[field]
        assert isinstance(listed, Items)
        records = [one for one in listed.elements if isinstance(one, Record)]
        assert sum(value(one.fields["emission"]) for one in records) == total
        assert total == 0 or sum(value(one.fields["share"]) for one in records) == 1


def value(element: object) -> Fraction:
    """The number that an element holds, exactly."""
    assert isinstance(element, Number)
    return element.quantity.value
