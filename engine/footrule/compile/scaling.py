"""How often the reference flow of an inventory is in the declared unit: the counterpart of `inventory.recomputed`."""

from __future__ import annotations

from collections.abc import Mapping

from footrule.compile.figures import Pair
from footrule.compile.flows import AMOUNT_DIMENSIONS, IN_MASS
from footrule.compile.product_system import ProductSystem
from footrule.compile.running import CLOSE
from footrule.compile.sharing import NotRecomputedError
from footrule.compile.structures import Document, Study
from footrule.compile.telling import TooCloseError
from footrule.measure.unit import ONE, read_unit
from footrule.submission.document_form import DocumentForm
from footrule.submission.wire import AttributeTable, WireChoice, WireObject

_DECLARED_IN = {
    "liter": "L", "kilogram": "kg", "cubic_meter": "m3", "kilowatt_hour": "kWh", "megajoule": "MJ",
    "ton_kilometer": "tkm", "square_meter": "m2",
}  # fmt: skip
"""The units that a footprint may be declared for, as the exact calculation has them; whatever else is counted."""


class Scaling:
    """Scales to the units that documents of a form may be declared for."""

    def __init__(self, form: DocumentForm) -> None:
        self._units = dict(_units(form.root))

    def scale(self, document: Document, study: Study, system: ProductSystem) -> Pair:
        """How often the reference flow is declared; of a product of some concentration, or what is dissolved in it.

        The one that it is nearer to is meant. Raises NotRecomputedError where the two cannot be compared.
        """
        pcf, place = document.pcf, system.measured_in
        unit, factor = self._units[pcf.declared_unit]
        if unit != place:
            if place != IN_MASS:
                raise NotRecomputedError
            return _above_nothing(float(pcf.mass) / system.amount)
        scale, size = _above_nothing(float(pcf.declared_amount) * factor / system.amount)
        told = system.reference[1].concentration
        if study.product is None or study.product.concentration is None or told is None or told[1] <= 0:
            return scale, size
        dissolved = scale / told[1]
        edge = (size + 2 * dissolved) * CLOSE
        if abs(scale - dissolved) <= edge:
            return scale, size + 16 * (size + 2 * dissolved)
        distance, other = max(scale, 1 / scale), max(dissolved, 1 / dissolved)
        if abs(distance - other) <= 8 * (distance + other) * CLOSE:
            raise TooCloseError
        return (scale, size) if distance < other else (dissolved, 4 * dissolved)


def _above_nothing(scale: float) -> Pair:
    if not scale > 0:
        raise TooCloseError
    return scale, 3 * scale


def _units(root: AttributeTable) -> Mapping[str, tuple[int | None, float]]:
    """For each unit as a document prints it: the place of the amount that measures the same, and its factor."""
    pcf = root.by_name["pcf"].kind
    assert isinstance(pcf, WireObject), "the footprint is an object"
    (printed,) = (one.kind for one in pcf.table.attributes if one.fields == ("declared_unit",))
    assert isinstance(printed, WireChoice), "a unit is one of a list"
    found: dict[str, tuple[int | None, float]] = {}
    for text, code in printed.codes.items():
        unit = read_unit(_DECLARED_IN[code]) if code in _DECLARED_IN else ONE
        assert unit is not None, f"{code} is in the table of units"
        there = unit.dimension in AMOUNT_DIMENSIONS
        found[text] = AMOUNT_DIMENSIONS.index(unit.dimension) if there else None, float(unit.factor)
    return found
