"""The prices of products that a package tells: what all of an exchange costs, divided by its amount.

A price is that of a kilogram wherever the mass of a product is known, so that those of several products can be
compared and weighed; else that of one of the unit in which its amount is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from footrule.measure.quantity import printed
from footrule.measure.unit import ONE, Unit
from footrule.submission import package_findings
from footrule.submission.data_sets import Cost, Dialect
from footrule.submission.element import Code, Element, Number, Record, Text, Unusable
from footrule.submission.package_kinds import SEVERAL_CURRENCIES
from footrule.submission.package_notes import PackageNotes
from footrule.submission.package_units import AMOUNT_FIELDS
from footrule.submission.process_drafts import Draft, Kept
from footrule.text.wording import worded

_NOTHING_TO_DIVIDE_BY = worded(
    "there is no amount above zero that it is the price of", "没有大于零的数量可作为计价依据"
)
_WITHOUT_PRICE = frozenset({"waste"})


class Prices:
    """The prices of the products of one package."""

    __slots__ = ("_dialect", "_notes")

    def __init__(self, dialect: Dialect, notes: PackageNotes) -> None:
        self._dialect, self._notes = dialect, notes

    def of(self, draft: Draft) -> Mapping[str, Element]:
        """The prices of the products of a process, by the pointers of their exchanges."""
        priced = [(one, one.exchange.cost) for one in draft.outputs if one.role not in _WITHOUT_PRICE]
        found = {one.exchange.pointer: self._price(one, cost) for one, cost in priced if cost is not None}
        currencies = {code for one in found.values() if (code := _currency(one)) is not None}
        if len(currencies) < 2:
            return found
        first = next(iter(found.values()))
        spot = self._dialect.spot("exchange.currency", first.pointer)
        because = self._notes.add(draft.data.file, package_findings.several_currencies(spot, sorted(currencies)))
        assert because == SEVERAL_CURRENCIES.id
        return {at: Unusable(one.pointer, because) for at, one in found.items()}

    def _price(self, kept: Kept, cost: Cost) -> Element:
        if isinstance(cost.value, Unusable):
            return cost.value
        by = _amount(kept)
        if by is None:
            return Unusable(cost.value.pointer, _NOTHING_TO_DIVIDE_BY)
        amount, unit = by
        price = printed(cost.value.printed, ONE, 1 / amount)
        fields: dict[str, Element] = {
            "value": Number(cost.value.pointer, price, cost.value.printed.text),
            "per": Text(kept.exchange.pointer, unit.symbol or "1"),
        }
        if cost.currency is not None:
            fields["currency"] = cost.currency
        return Record(cost.value.pointer, "price", fields, self._dialect.wire_names.get("price", {}))


def _amount(kept: Kept) -> tuple[Fraction, Unit] | None:
    """The amount of a product that its price is divided by: its mass where that is known."""
    for name, unit in AMOUNT_FIELDS:
        told = kept.fields.get(name)
        if isinstance(told, Number) and told.quantity.value > 0:
            return told.quantity.value / unit.factor, unit
    return None


def _currency(price: Element) -> str | None:
    currency = price.fields.get("currency") if isinstance(price, Record) else None
    return currency.code if isinstance(currency, Code) else None
