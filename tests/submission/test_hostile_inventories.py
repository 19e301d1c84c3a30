"""Whatever stands in an inventory is read or noted, and never raises; and it costs no more than its size."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.submission.element import Items
from footrule.submission.intake import Unreadable
from footrule.submission.json_text import JsonNumber, JsonValue, decode
from footrule.submission.reading import MOST_FINDINGS_LISTED
from footrule.submission.submission import Submission
from footrule.submission.vocabulary import RecordField
from tests.submission.inventories import PLACE, at, carrying, inventory
from tests.submission.pact_documents import Object, changed, noticed, read, read_any
from tests.submission.test_mutated_documents import JSON, containers, keeps_to, mutate

STRANGE: list[JsonValue] = [
    None, True, "", "x", [], {}, [[]], [None], [{}], {"": {}}, {"value": "1"}, {"value": [], "unit": {}},
    ["x", JsonNumber("1")], "1e99", "9" * 40, "\ud800", {"id": "unit"}, {"value": "1", "unit": "t", "value ": "2"},
    "NaN",
]  # fmt: skip


def sound(document: Object) -> None:
    """A document is read into what the vocabulary declares, with findings that can be printed."""
    submission = read_any(document)
    assert isinstance(submission, Submission)
    assert keeps_to(submission.footprint, RecordField("footprint"))
    assert all(one.pointer.startswith("/") for one in submission.intake)
    assert all(text.isprintable() for one in submission.intake for _, text in one.message.texts)
    assert len(submission.intake) <= 2 * MOST_FINDINGS_LISTED + 2


@given(st.integers(1, 8), st.data())
def test_mutated_inventories_are_read_and_never_raise(times: int, data: st.DataObject) -> None:
    one = inventory()
    for _ in range(times):
        if any(containers(one)):
            mutate(one, data)
    sound(carrying(one))


@given(JSON)
def test_an_inventory_may_be_anything(value: JsonValue) -> None:
    document = carrying(value)
    document["extensions"][0]["dataSchema"] = "https://example.org/footrule/inventory/1"  # type: ignore[index, call-overload]
    sound(document)


@pytest.mark.parametrize("value", STRANGE, ids=ascii)
def test_a_strange_value_may_stand_at_every_place(value: JsonValue) -> None:
    whole = inventory()
    for path in paths(whole):
        sound(carrying(put(whole, path, value)))


def paths(value: JsonValue, above: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The path of everything in a value."""
    if isinstance(value, dict):
        steps: list[tuple[str | int, JsonValue]] = list(value.items())
    else:
        steps = list(enumerate(value)) if isinstance(value, list) else []
    return [one for step, inner in steps for one in ((*above, step), *paths(inner, (*above, step)))]


def put(value: JsonValue, path: tuple[str | int, ...], new: JsonValue) -> JsonValue:
    """The value with another one at a path."""
    if not path:
        return new
    step, *rest = path
    if isinstance(value, dict):
        return {**value, str(step): put(value[str(step)], tuple(rest), new)}
    assert isinstance(value, list)
    return [put(one, tuple(rest), new) if index == step else one for index, one in enumerate(value)]


def many(count: int) -> Object:
    """The inventory with that many inputs, each with an id of its own."""
    flows = [{"id": f"i{number}", "amount": "1", "unit": "t", "from": {"factor": "f"}} for number in range(count)]
    return carrying(changed(inventory(), "processes.0.inputs", flows))


def test_ten_thousand_flows_are_read_each_in_its_turn() -> None:
    submission = read(many(10_000))
    assert submission.intake == ()
    inputs = at(submission, "processes.0.inputs")
    assert isinstance(inputs, Items)
    assert len(inputs.elements) == 10_000


def test_ten_times_the_flows_take_no_more_than_some_ten_times_the_time() -> None:
    few, more = many(500), many(5_000)
    assert seconds(more) < 40 * seconds(few)


def seconds(document: Object) -> float:
    taken: list[float] = []
    for _ in range(3):
        start = perf_counter()
        read(document)
        taken.append(perf_counter() - start)
    return min(taken)


def test_thousands_of_findings_are_counted_and_not_all_listed() -> None:
    flows = [{"id": "same", "amount": "1", "unit": "furlong"}] * 2_000
    submission = read(carrying(changed(inventory(), "processes.0.inputs", flows)))
    listed = noticed(submission)
    assert len(listed) == MOST_FINDINGS_LISTED + 1
    assert listed[-1].startswith("I0115")


def test_deep_nesting_is_refused_before_it_is_read() -> None:
    text = '{"specVersion": "3.0.0", "extensions": ' + "[" * 5_000 + "]" * 5_000 + "}"
    assert isinstance(decode(text.encode(), "deep.json"), Unreadable)


def test_the_deepest_nesting_that_is_read_is_left_raw_in_the_category() -> None:
    nested: JsonValue = "x"
    for _ in range(80):
        nested = {"a": nested}
    sound(carrying({"category": nested, "processes": nested}))


def test_huge_numbers_are_numbers_or_findings() -> None:
    for text in ("9" * 40, "1e99", "1e-99"):
        assert read(carrying(changed(inventory(), "processes.0.inputs.0.amount", text))).intake == ()
    for text in ("9" * 41, "1e100"):
        submission = read(carrying(changed(inventory(), "processes.0.inputs.0.amount", text)))
        assert noticed(submission) == [f"I0104 {PLACE}/processes/0/inputs/0/amount"]
