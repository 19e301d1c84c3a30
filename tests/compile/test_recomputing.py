"""What a program recomputes in floating point is what exact numbers come to, within the bound that it tells."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.analyse.prepared import changed_document
from footrule.assess.category import categorised
from footrule.assess.recomputing import asked_of_recomputed, recomputed_by
from footrule.compile.figures import Unrounded, figure
from footrule.compile.from_standard import compiled
from footrule.compile.looping import solved
from footrule.compile.program import Decided, Document, Program, ProgramText
from footrule.compile.telling import Fields, Questions, TooCloseError
from footrule.factors.database import Factors, shipped_factors
from footrule.inventory.linear import Amounts, amounts
from footrule.library.catalogue import Catalogue
from footrule.library.own_factors import OwnFactors
from footrule.library.shelf import shipped
from footrule.model.standard import Standard
from footrule.submission.element import Code, Element, Items, Number, Record, Text
from tests.compile.equality import StandardProgram, category_of, compared
from tests.inventory.random_systems import KEYS, systems
from tests.inventory.systems import Plain, bought, emitted, made, standard, taken
from tests.inventory.systems import unit as process
from tests.submission.inventories import carrying
from tests.submission.pact_documents import Object, changed, pact3, read, value_of
from tests.submission.test_on_demand import written

CATALOGUE = Catalogue(shipped())
EDITIONS = {one.id: one for one in CATALOGUE.editions}
FACTORS = OwnFactors(CATALOGUE, shipped_factors())
BOUND = Fraction(1, 2**42)
"""Of its size, a quarter of what rules allow for."""
FIELDS = (
    "excluding_biogenic_uptake", "fossil", "biogenic_non_co2", "land_use_change", "packaging", "set", "gases",
    "contributions", "stages", "shares", "alternatives", "balances", "primary_data_share", "dqi",
)  # fmt: skip


class Recomputing(Program):
    """A program that takes exact numbers only where its own are too close to one another."""

    exactly = 0

    def decide(self, document: Document, recomputed: Fields | None = None) -> Decided | None:
        """What each requirement comes to."""
        try:
            return super().decide(document, self.recomputed(document))
        except TooCloseError:
            self.exactly += 1
            return super().decide(document, recomputed)


def program_of(of: Standard, factors: Factors) -> tuple[StandardProgram, Recomputing]:
    """The program of a standard, twice: as it is compared, and as it recomputes."""
    text = compiled(of, category_of(of))
    code = compile(text.source, "<program>", "exec", dont_inherit=True)
    kept = ProgramText(code, text.requirements, text.left, text.tables, text.asks_recomputed)
    program = Recomputing(kept, category_of(of), Questions(factors))
    return StandardProgram(of, text, program, factors), program


def differences(found: object, exact: Element | None, path: str) -> Iterator[str]:
    """Where a field as generated code reads it is not what exact numbers make of it."""
    match exact:
        case Number(_, quantity):
            if not isinstance(found, tuple):
                yield f"{path}: {found}, and exactly {quantity}"
                return
            value, size, low, high, exactly = found
            off = abs(Fraction(value) - quantity.value)
            if off > Fraction(size) * BOUND or not value == low == high or abs(value) > size:
                yield f"{path}: {value} of the size {size} is off by {float(off)}"
            if isinstance(exactly, Fraction) and exactly != quantity.value:
                yield f"{path}: {exactly}, and exactly {quantity.value}"
        case Record(_, _, fields):
            if not isinstance(found, dict):
                yield f"{path}: {found} is no record"
                return
            for name in {*fields, *found}:
                yield from differences(found.get(name), fields.get(name), f"{path}.{name}")
        case Items(_, elements):
            if not isinstance(found, list) or len(found) != len(elements):
                yield f"{path}: {found} are not {len(elements)}"
                return
            for place, (one, element) in enumerate(zip(found, elements, strict=True)):
                yield from differences(one, element, f"{path}[{place}]")
        case Text(_, said) | Code(_, said):
            if found != said:
                yield f"{path}: {found}, and exactly {said}"
        case _:
            if found is not None:
                yield f"{path}: {found}, and exactly nothing"


def fields_that_differ(recomputed: Fields | None, of: StandardProgram, footprint: Record) -> list[str]:
    """Where the record, of the fields that rules of a standard ask for, is not the exact one."""
    exact = recomputed_by(of.standard, footprint, None, of.factors)[0].fields.get("recomputed")
    if not isinstance(exact, Record) or recomputed is None:
        return [] if recomputed is None and not isinstance(exact, Record) else ["one of them is nothing"]
    asked = {field for fields in asked_of_recomputed(of.standard).values() for field in fields}
    return [
        said
        for name in FIELDS
        if name in asked
        for said in differences(recomputed.get(name), exact.fields.get(name), name)
    ]


@cache
def asking(name: str) -> tuple[StandardProgram, Recomputing]:
    """The program of a standard that ships, of those of its rules that ask for what is recomputed."""
    found = CATALOGUE.load(EDITIONS[name])
    assert isinstance(found, Standard)
    rules = tuple(one for one in found.rules if one.id in asked_of_recomputed(found))
    return program_of(replace(found, rules=rules), FACTORS.of(found))


def documents(name: str, most: int) -> list[Object]:
    """Documents of the examples of a standard: of each file the first, and others from the first to the last."""
    edition = EDITIONS[name]
    found, beside = CATALOGUE.load(edition), edition.beside
    assert isinstance(found, Standard) and beside is not None
    first = {one.file: one for one in reversed(found.examples)}
    chosen = [*first.values(), *found.examples[:: -(-len(found.examples) // most)]]
    changed_documents = (changed_document(found, one, beside.read) for one in chosen)
    return [one for one in changed_documents if isinstance(one, dict)]


@pytest.mark.parametrize("name", ["ethylene", "hydrogen", "diesel", "caustic_soda", "co_products", "pact_methodology"])
def test_the_examples_of_standards(name: str) -> None:
    of, program = asking(name)
    whole, exactly = 0, 0
    for one in documents(name, 12):
        document = program.read(written(one))
        if document is None:
            continue
        whole += 1
        submission = read(one)
        footprint, _ = categorised(of.standard, submission.footprint)
        try:
            assert fields_that_differ(program.recomputed(document), of, footprint) == []
        except TooCloseError:
            exactly += 1
        assert compared(of, document, footprint, submission.attestations).differences == ()
    assert whole > exactly * 10


ASKING = """
rule T-1 "What is recomputed" zh "复算"
  cite  doc "1"
  shall recomputed.excluding_biogenic_uptake >= 0.9 * recomputed.fossil
  shall recomputed.biogenic_non_co2 >= recomputed.land_use_change
  shall recomputed.primary_data_share > 0 % and recomputed.dqi.technological > 1
  shall every c in recomputed.contributions satisfies c.share > 1 %
  shall every g in recomputed.gases satisfies g.mass > 1 kg
  shall every s in recomputed.stages satisfies s.share > 1 %
  shall every s in recomputed.shares satisfies s.share > 1 %
  shall every a in recomputed.alternatives satisfies a.change > 1 %
  shall every b in recomputed.balances satisfies b.mass_in > 1 kg
rule T-2 "The largest" zh "最大"
  cite  doc "1"
  when  some c in recomputed.contributions satisfies c.kind is input
  shall some c in recomputed.contributions satisfies c.emission = max(d.emission for d in recomputed.contributions)
"""
ALLOCATED = """
allocate A-1 "Shared" zh "分配"
  cite        doc "1"
  on each     p in processes
  subdivide   i in p.inputs where i.serves is given into o in p.outputs where o.id = i.serves
  credit      o in p.outputs where o.id = "c" and o.mass > 500 kg at 0.3 kg CO2e/kg
  share       some: i in p.inputs where i.kind is material among o in p.outputs where o.id is not "b" by o.mass
  share       all: everything else among o in p.outputs by {key}
  alternative mass "By mass" zh "按质量"
  share       all: everything else among o in p.outputs
              by o.mass when o.mass > 250 kg otherwise by o.mass * o.price.value
  alternative carbon "By carbon" zh "按含碳量"
  share       all: everything else among o in p.outputs by o.mass * o.carbon_content
"""


@cache
def sharing(key: str) -> tuple[StandardProgram, Recomputing]:
    """A standard that shares by a key, in several ways, and asks for all that is recomputed."""
    return program_of(standard(ALLOCATED.format(key=key), ASKING), shipped_factors())


def footprint_of(processes: list[Plain], amount: str, unit: str = "kg", declared: str = "kilogram") -> Object:
    """The document of a product system, of an amount of the first output of the first process."""
    reference = {"process": "u0", "output": "a", "amount": amount, "unit": unit}
    product = {"product": {"concentration": {"value": "90", "unit": "%"}}}
    inventory = {
        "processes": processes, "reference_flow": reference, "characterisation": {"set": "AR6"}, **product
    }  # fmt: skip
    whole = {**pact3(), "extensions": carrying(value_of(json.dumps(inventory)))["extensions"]}
    for place, value in (("UnitOfMeasurement", declared), ("UnitAmount", "1")):
        whole = changed(whole, f"pcf.declared{place}", value)
    return whole


def exactly_decided(of: tuple[StandardProgram, Recomputing], processes: list[Plain], amount: str = "3.7") -> bool:
    """Whether a system took exact numbers; in any case it is decided as the interpreter does."""
    return exactly_decided_of(of, footprint_of(processes, amount))


def exactly_decided_of(of: tuple[StandardProgram, Recomputing], document: Object) -> bool:
    """The same of a whole document."""
    found, program = of
    before = program.exactly
    read_by_program = program.read(written(document))
    assert read_by_program is not None
    footprint = read(document).footprint
    with suppress(TooCloseError):
        assert fields_that_differ(program.recomputed(read_by_program), found, footprint) == []
    assert compared(found, read_by_program, footprint, ()).differences == ()
    return program.exactly > before


@given(systems(), st.sampled_from(KEYS), st.integers(1, 1000))
def test_product_systems_at_random(processes: list[Plain], key: str, amount: int) -> None:
    exactly_decided(sharing(key), processes, str(amount))


@cache
def without_allocation() -> tuple[StandardProgram, Recomputing]:
    """A standard that allocates nothing, and asks for what is recomputed."""
    return program_of(standard(ASKING), shipped_factors())


@pytest.mark.parametrize(
    ("declared", "unit"),
    [
        ("liter", "m3"), ("cubic meter", "L"), ("kilogram", "t"), ("kilowatt hour", "MJ"), ("megajoule", "kWh"),
        ("ton kilometer", "tkm"), ("square meter", "kg"), ("piece", "piece"), ("hour", "piece"), ("liter", "kg"),
        ("liter", "MJ"), ("kilogram", "Nm3"), ("square meter", "piece"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("amount", ["1", "1.25"])
def test_the_declared_unit_is_that_of_the_reference_flow_or_of_its_mass(declared: str, unit: str, amount: str) -> None:
    """Of some concentration either what is declared is meant, or what is dissolved in it."""
    processes = [process("u0", made("a", f"40 {unit}", concentration="80 %"), emitted("CO2", "3 kg"))]
    assert not exactly_decided_of(without_allocation(), footprint_of(processes, amount, unit, declared))


def test_products_that_feed_one_another() -> None:
    loop = [
        process("u0", made("a", "400 kg"), taken("u1.a", "100 kg"), taken("u0.a", "40 kg"), emitted("CO2", "3 kg")),
        process("u1", made("a", "300 kg"), taken("u0.a", "150 kg"), bought("b", "7 kg", "2 kg CO2e/kg")),
    ]
    assert not exactly_decided(sharing("o.mass"), loop)


def test_a_loop_of_which_nothing_is_left_is_for_exact_numbers() -> None:
    loop = [process("u0", made("a", "40 kg"), taken("u0.a", "40 kg"), emitted("CO2", "3 kg"))]
    assert exactly_decided(sharing("o.mass"), loop)


@pytest.mark.parametrize(("products", "exactly"), [(40, False), (60, True)])
def test_a_chain_of_more_than_some_tens_is_for_exact_numbers(products: int, exactly: bool) -> None:
    chain = [process(f"u{one}", made("a", "40 kg"), taken(f"u{one + 1}.a", "9 kg")) for one in range(products - 1)]
    end = process(f"u{products - 1}", made("a", "40 kg"), emitted("CO2", "3 kg"))
    assert exactly_decided(sharing("o.mass"), [*chain, end]) is exactly


RULE = """
rule T-3 "A limit" zh "限值"
  cite  doc "1"
  shall {}
"""
TWICE = [
    process("u0", made("a", "10 kg"), bought("b", "0.3 kg", "10 kg CO2e/kg"), bought("c", "30 kg", "0.1 kg CO2e/kg"))
]
"""Of 10 kg that are made, two inputs add 3 kg each, or all but that in binary."""


@pytest.mark.parametrize(
    ("asserted", "exactly"),
    [
        ("recomputed.fossil <= 0.6 kg CO2e", True),
        ("recomputed.fossil < 0.6 kg CO2e", True),
        ("recomputed.fossil <= 0.5999999999999 kg CO2e", True),
        ("recomputed.fossil <= 0.61 kg CO2e", False),
        ("every c in recomputed.contributions satisfies c.emission = max(d.emission for d in recomputed.contributions)",
         True),
        ("some c in recomputed.contributions satisfies c.emission > recomputed.fossil", False),
    ],
)  # fmt: skip
def test_what_is_too_close_is_decided_by_exact_numbers(asserted: str, exactly: bool) -> None:
    of = program_of(standard(ALLOCATED.format(key="o.mass"), RULE.format(asserted)), shipped_factors())
    assert exactly_decided(of, TWICE, "1") is exactly


def unrounded(value: float, among: list[tuple[float, float]]) -> Unrounded:
    """What stands for the exact value of a figure."""
    exact = figure(value, 1.0, among)[4]
    assert isinstance(exact, Unrounded)
    return exact


def test_an_exact_value_that_is_not_known_is_equal_to_itself_alone() -> None:
    among: list[tuple[float, float]] = []
    one, other, apart = (unrounded(value, among) for value in (1.0, 1.0 + 2**-50, 2.0))
    assert apart == apart and apart <= apart and not apart < apart  # noqa: PLR0124
    undecided: list[Callable[[], object]] = [
        lambda: one == one,  # noqa: PLR0124
        lambda: one == other,
        lambda: apart == Fraction(2),
        lambda: max(apart, one),
        lambda: apart * Fraction(1),
        lambda: Fraction(1) / apart,
        lambda: abs(apart),
        lambda: -apart,
    ]
    for compare in undecided:
        with pytest.raises(TooCloseError):
            compare()


four = st.lists(st.integers(0, 99), min_size=4, max_size=4)


@given(st.lists(four, min_size=4, max_size=4), four)
def test_a_loop_is_solved_within_its_bound(taken_: list[list[int]], asked: list[int]) -> None:
    """Each product takes parts of a hundredth of others; where too much is taken, exact numbers decide."""
    pairs = [[(one / 100, one / 100) for one in row] for row in taken_]
    exactly = [{row: Fraction(taken_[row][column] / 100) for row in range(4)} for column in range(4)]
    try:
        found = solved(pairs, [(float(one), float(one)) for one in asked])
    except TooCloseError:
        return
    wanted = amounts(exactly, {place: Fraction(one) for place, one in enumerate(asked)})
    assert isinstance(wanted, Amounts)
    for place, (value, size) in enumerate(found):
        assert abs(Fraction(value) - wanted.amounts[place]) <= Fraction(size) * Fraction(1, 2**43)
