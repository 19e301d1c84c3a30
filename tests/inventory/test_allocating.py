"""What is metered, what is credited, classes of burdens, and other legal ways to allocate."""

from __future__ import annotations

from fractions import Fraction

from footrule.submission.element import Items, Number, Record, Text
from tests.inventory.systems import allocating, bought, by, emitted, found, made, problems, result, shares, system, unit

REST = "  share all: everything else among o in p.outputs by o.mass"
METERED = allocating(
    "  subdivide i in p.inputs where i.serves is given into o in p.outputs where o.id = i.serves", REST
)


def test_what_is_metered_goes_to_the_output_it_serves() -> None:
    one = unit("u", made("x", "1 kg"), made("y", "3 kg"), bought("steam", "5 kg", serves="y"), bought("feed", "4 kg"))
    assert [result(system([one], f"u.{output}"), METERED) for output in "xy"] == [1, Fraction(5 + 3, 3)]


def test_two_metered_flows_of_one_name_each_go_where_they_serve() -> None:
    power = [bought(f"for {to}", amount, name="power", serves=to) for to, amount in (("x", "1 kg"), ("y", "5 kg"))]
    one = unit("u", made("x", "1 kg"), made("y", "1 kg"), *power)
    assert [result(system([one], f"u.{output}"), METERED) for output in "xy"] == [1, 5]


def test_what_is_metered_for_no_output_is_a_problem() -> None:
    one = unit("u", made("x", "1 kg"), bought("steam", "5 kg", serves="z"))
    (says,) = problems(system([one], "u.x"), METERED)
    assert says == "u: A-1: steam is metered for 0 outputs, where it has to be one"


def test_a_class_may_be_called_subdivision() -> None:
    called_so = allocating("  share subdivision: everything else among o in p.outputs by o.mass")
    one = unit("u", made("x", "1 kg"), made("y", "3 kg"), bought("feed", "4 kg"))
    listed = found(system([one], "u.x"), called_so).record.fields["shares"]
    assert isinstance(listed, Items)
    assert len(listed.elements) == 2
    assert shares(one, called_so, "subdivision") == [Fraction(1, 4), Fraction(3, 4)]


CREDITED = allocating(
    "  credit o in p.outputs where o.role is additional at 0.5 kg CO2e/kg",
    "  share all: everything else among o in p.outputs where o.role is main by o.mass",
)


def test_what_replaces_something_elsewhere_is_taken_off() -> None:
    """10 kg, less 4 kg at 0.5, shared 1 to 3."""
    outputs = made("x", "1 kg"), made("y", "3 kg"), made("gas", "4 kg", "additional")
    one = unit("u", *outputs, emitted("CO2", "10 kg"))
    assert [result(system([one], f"u.{output}"), CREDITED) for output in "xy"] == [2, 2]


def test_an_output_that_is_credited_supplies_nobody() -> None:
    """It would be counted twice: once for what it replaces, and once as free of burden."""
    one = unit("u", made("x", "1 kg"), made("gas", "4 kg", "additional"), emitted("CO2", "10 kg"))
    assert problems(system([one], "u.gas"), CREDITED) == [
        "u: gas is credited for what it replaces elsewhere, and needed here as well"
    ]


CLASSES = allocating(
    "  share feed: i in p.inputs where i.kind is feedstock among o in p.outputs by o.mass",
    "  share operation: everything else among o in p.outputs where o.role is main by o.mass",
    '  alternative heat "By heat" zh "按热值"',
    "  share all: everything else among o in p.outputs by o.mass * o.lower_heating_value",
    '  alternative worth "By worth" zh "按价值"',
    "  share all: everything else among o in p.outputs by o.mass * o.price.value",
)
WORKS = unit(
    "u",
    made("x", "1 kg", lower_heating_value="30 MJ/kg"),
    made("y", "1 kg", "additional", lower_heating_value="10 MJ/kg"),
    bought("naphtha", "4 kg", kind="feedstock"),
    bought("steam", "6 kg"),
)


def test_each_class_goes_by_its_own_key_to_its_own_outputs() -> None:
    assert [result(system([WORKS], f"u.{output}"), CLASSES) for output in "xy"] == [8, 2]


def test_the_other_ways_to_allocate_are_told_where_they_can_be_computed() -> None:
    """By heat 7.5 in place of 8; there are no prices, so that the way by worth is left out."""
    listed = found(system([WORKS], "u.x"), CLASSES).record.fields["alternatives"]
    assert isinstance(listed, Items)
    (one,) = listed.elements
    assert isinstance(one, Record)
    name, other, change = (one.fields[field] for field in ("alternative", "excluding_biogenic_uptake", "change"))
    assert isinstance(name, Text)
    assert isinstance(other, Number)
    assert isinstance(change, Number)
    assert (name.text, other.quantity.value, change.quantity.value) == ("heat", Fraction("7.5"), Fraction(-1, 16))


def test_waste_bears_nothing() -> None:
    one = unit("u", made("x", "1 kg"), made("slag", "9 kg", "waste"), emitted("CO2", "5 kg"))
    assert result(system([one], "u")) == result(system([one], "u"), by("o.mass")) == 5
