"""What a figure follows from, in systems that are deep, wide or turn back on themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from footrule.factors.database import shipped_factors
from footrule.inventory.derivation import Derivation, every
from footrule.inventory.derive import DEEPEST, Derived, results
from footrule.inventory.recompute import recompute
from footrule.model.edition import ChosenEdition, EditionStanding, Standing
from footrule.report.computed import Computed
from footrule.report.computed_json import derivation_object
from footrule.report.ink import Ink
from footrule.report.page import Page
from footrule.report.trace_page import trace_page
from footrule.submission.element import Record
from footrule.submission.submission import Submission
from footrule.text.wording import worded
from tests.inventory.systems import NO_ALLOCATION, Plain, by, emitted, found, made, standard, system, taken, unit

LONG = 10_000


def chain(length: int) -> list[Plain]:
    """Processes that each take a kilogram from the next, and emit one."""
    return [
        unit(
            f"p{number}",
            made("main", "1 kg"),
            emitted("CO2", "1 kg"),
            *([taken(f"p{number + 1}.main", "1 kg")] if number < length - 1 else []),
        )
        for number in range(length)
    ]


def derived(record: Record, name: str) -> Derived:
    recomputed = recompute(standard(NO_ALLOCATION), record, None, shipped_factors(), with_alternatives=False)
    (one,) = (one for one in results(recomputed) if one.name == name)
    return one.derived()


def called(told: Sequence[Derivation], how: str) -> Iterator[str]:
    for root in told:
        for one in every(root):
            if one.how is not None and str(one.how) == how:
                yield str(one.name)


def depth(one: Derivation) -> int:
    return 1 + max(map(depth, one.of), default=0)


def test_a_chain_of_ten_thousand_processes_is_told_to_its_end_and_never_deeper_than_can_be_read() -> None:
    last, *below = derived(system(chain(LONG), "p0.main"), f"contributions/p{LONG - 1}/CO2 fossil")
    assert last.value == "1 kg CO2e"
    assert max(map(depth, [last, *below])) <= 3 * DEEPEST + 3
    takers = [one for root in (last, *below) for one in every(root) if str(one.name).endswith(" takes of it")]
    assert len(takers) == LONG - 1, "each process that takes from the next is told once"
    assert len(set(called((last, *below), "as told below"))) == 1
    assert len(below) == (LONG - 1) // DEEPEST


@pytest.mark.parametrize("name", ["excluding_biogenic_uptake", f"contributions/p{3 * DEEPEST}/CO2 fossil"])
def test_a_deep_figure_is_told_in_text_and_in_json_alike(name: str) -> None:
    record = system(chain(3 * DEEPEST + 1), "p0.main")
    recomputed = found(record)
    (one,) = (one for one in results(recomputed) if one.name == name)
    told = one.derived()
    of = Submission("chain", "chain.json", "", "PACT 3", record, (), None, (), (), lambda _: {})
    chosen = ChosenEdition(
        standard(NO_ALLOCATION), worded("named", "指定"), EditionStanding("1", Standing.IN_FORCE, None, None), ()
    )
    computed = Computed(of, chosen, recomputed, ())
    lines = trace_page(Page("en", 100, Ink(False)), told, computed)
    as_json = derivation_object(told, computed, "en")
    assert len(as_json.get("below", [])) == len(told) - 1  # type: ignore[arg-type]
    assert sum("takes of it" in line for line in lines) == 3 * DEEPEST
    assert sum("as told below" in line for line in lines) == len(told) - 1


def test_what_a_loop_needs_is_told_once() -> None:
    loop = [
        unit("p0", made("main", "2 kg"), emitted("CO2", "1 kg"), taken("p1.main", "1 kg")),
        unit("p1", made("main", "2 kg"), taken("p0.main", "1 kg")),
    ]
    (told,) = derived(system(loop, "p0.main"), "amounts/p1/main")
    assert list(called([told], "as told above")) == ["amount of main asked for"]
    assert [str(one.name) for one in every(told)].count("p0 takes of it") == 1


def test_takers_are_told_with_the_class_that_bears_what_they_take() -> None:
    """Each of two takers is told with its own part: one shares with a by-product, the other bears all."""
    processes = [
        unit("top", made("main", "1 kg"), taken("a.main", "1 kg"), taken("b.main", "1 kg")),
        unit("a", made("main", "1 kg"), made("by", "3 kg", "additional"), taken("c.main", "4 kg")),
        unit("b", made("main", "1 kg"), taken("c.main", "5 kg")),
        unit("c", made("main", "1 kg"), emitted("CO2", "1 kg")),
    ]
    recomputed = found(system(processes, "top.main"), by("o.mass"))
    (one,) = (one for one in results(recomputed) if one.name == "amounts/c/main")
    (told,) = one.derived()
    assert told.value == "6 kg"
    parts = {str(taker.name): [str(each.value) for each in taker.of] for taker in told.of}
    assert parts == {"a takes of it": ["4 kg", "0.25"], "b takes of it": ["5 kg", "1"]}
