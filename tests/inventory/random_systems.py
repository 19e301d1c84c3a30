"""Product systems at random: loops, several outputs, several gases, and always an answer.

An output is made in hundreds of kilograms and taken by the kilogram, so that no loop takes what it makes.
"""

from __future__ import annotations

from hypothesis import strategies as st

from tests.inventory.systems import Plain, bought, emitted, made, taken, unit

KEYS = (
    "o.mass",
    "o.mass * o.price.value",
    "o.mass * o.lower_heating_value",
    "o.mass * o.concentration",
    'if o.id = "b" then 0.3 * o.mass else o.mass',
)
GASES: dict[tuple[str, str | None], str] = {
    ("CO2", "fossil"): "1",
    ("CO2", "biogenic"): "0",
    ("CH4", "fossil"): "29.8",
    ("CH4", "biogenic"): "27.0",
    ("N2O", None): "273",
    ("SF6", None): "24300",
}
"""What a kilogram adds to a footprint: IPCC AR6, tables 7.15 and 7.SM.7. Biogenic CO2 is in no position."""
OUTPUTS = ("a", "b", "c")


@st.composite
def systems(draw: st.DrawFn, most_outputs: int = len(OUTPUTS)) -> list[Plain]:
    """The processes of a system, `u0` the first; each has an output `a`."""
    sizes = draw(st.lists(st.integers(1, most_outputs), min_size=1, max_size=4))
    products = [f"u{number}.{name}" for number, size in enumerate(sizes) for name in OUTPUTS[:size]]
    return [unit(f"u{number}", *draw(_flows(products, size))) for number, size in enumerate(sizes)]


@st.composite
def _flows(draw: st.DrawFn, products: list[str], size: int) -> list[Plain]:
    few = st.integers(0, 9)
    outputs = [
        made(
            name,
            f"{draw(st.integers(200, 900))} kg",
            price=str(draw(st.integers(0 if name != "a" else 1, 9))),
            lower_heating_value=f"{draw(st.integers(1, 50))} MJ/kg",
            concentration=f"{draw(st.integers(1, 100))} %",
        )
        for name in OUTPUTS[:size]
    ]
    sources = draw(st.lists(st.sampled_from(products), max_size=3, unique=True))
    factors = draw(st.lists(few, max_size=2))
    gases = draw(st.lists(st.sampled_from(list(GASES)), max_size=3, unique=True))
    return [
        *outputs,
        *(taken(source, f"{draw(few)} kg") for source in sources),
        *(bought(f"bought {place}", f"{draw(few)} kg", f"{one} kg CO2e/kg") for place, one in enumerate(factors)),
        *(emitted(gas, f"{draw(few)} kg", origin) for gas, origin in gases),
    ]
