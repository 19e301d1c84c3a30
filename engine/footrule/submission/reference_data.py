"""Flow properties that everybody refers to, and the units that packages call by names of their own.

ILCD, ELCD, GaBi and openLCA give these quantities the same UUIDs, and each has one reference unit everywhere; packages
often leave the data sets themselves out. Sources: the reference data of openLCA as USLCI ships them, and the flow
properties and unit groups of ILCD exports (Nm3, at 0 degC, for 93a60a56-a3c8-13da-a746-0800200c9a66: of H2 it holds
11.126 in a kilogram).
"""

from __future__ import annotations

from collections.abc import Mapping

from footrule.frozen import Frozen, dataclass
from footrule.measure.unit import ONE, Unit, read_unit


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class KnownProperty(Frozen):
    """A flow property of the reference data: what it is called, and its reference unit as packages call it."""

    names: tuple[str, ...]
    unit: str


NET_CALORIFIC_VALUE = "93a60a56-a3c8-11da-a746-0800200c9a66"
NORMAL_VOLUME = "93a60a56-a3c8-13da-a746-0800200c9a66"
_NORMAL_CUBIC_METRE = "Nm3"

KNOWN_PROPERTIES: Mapping[str, KnownProperty] = {
    "93a60a56-a3c8-11da-a746-0800200b9a66": KnownProperty(("Mass", "质量"), "kg"),
    NET_CALORIFIC_VALUE: KnownProperty(("Net calorific value", "Energy (net calorific value)", "净热值"), "MJ"),
    "93a60a56-a3c8-14da-a746-0800200c9a66": KnownProperty(
        ("Gross calorific value", "Energy (gross calorific value)", "总热值"), "MJ"
    ),
    "f6811440-ee37-11de-8a39-0800200c9a66": KnownProperty(("Energy", "能量"), "MJ"),
    "93a60a56-a3c8-22da-a746-0800200c9a66": KnownProperty(("Volume", "体积"), "m3"),
    NORMAL_VOLUME: KnownProperty(("Normal Volume", "Standard volume", "标准体积"), _NORMAL_CUBIC_METRE),
    "93a60a56-a3c8-19da-a746-0800200c9a66": KnownProperty(("Area", "面积"), "m2"),
    "93a60a56-a3c8-21da-a746-0800200c9a66": KnownProperty(("Area*time", "Area*Time", "面积*时间"), "m2*a"),
    "93a60a56-a3c8-17da-a746-0800200c9a66": KnownProperty(("Radioactivity", "放射性"), "kBq"),
    "838aaa23-0117-11db-92e3-0800200c9a66": KnownProperty(("Length", "长度"), "m"),
    "838aaa20-0117-11db-92e3-0800200c9a66": KnownProperty(("Goods transport (mass*distance)", "货物运输"), "t*km"),
    "01846770-4cfe-4a25-8ad9-919d8d378345": KnownProperty(("Number of items", "件数"), "Item(s)"),
}
"""Flow properties by their UUIDs."""

_PIECES = frozenset({"item(s)", "items", "item", "piece", "pieces", "piece(s)", "pcs", "pcs.", "p", "件", "个"})
_CALLED_OTHERWISE = {
    "l": "L", "ml": "mL", "t*km": "tkm", "kg*km": "kgkm", "kgkm": "kgkm", "m³": "m3", "nm³": "Nm3",
    "m3 (normal)": "Nm3", "lb av": "lb", "bbl (us)": "bbl", "kilogram": "kg", "gram": "g",
    "tonne": "t", "metric ton": "t",
}  # fmt: skip
"""Units that packages call otherwise than the engine."""


def unit_called(name: str, *, is_normal_volume: bool = False) -> Unit | None:
    """The unit that a package means by a name; a count is `ONE`, None is one that the engine does not have.

    A cubic metre of a property that is a normal volume is one at 0 degC.

    >>> unit_called("t*km").symbol, unit_called("Item(s)").symbol
    ('tkm', '')
    """
    trimmed = name.strip()
    if trimmed.casefold() in _PIECES:
        return ONE
    unit = read_unit(_CALLED_OTHERWISE.get(trimmed.casefold(), trimmed)) if trimmed else None
    if unit is not None and is_normal_volume and unit.symbol == "m3":
        return read_unit(_NORMAL_CUBIC_METRE)
    return unit if unit is None or not unit.dimension.is_number else None
