"""How a process of a package shares its burdens: the record of shape `allocation`, and whether its factors hold.

Of the factors of several methods, those of the method that the process applies are the record's; where it names none
and has factors of one method only, those. A factor of a single exchange has that exchange as its class of burdens.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from footrule.measure.decimal import decimal_text
from footrule.measure.quantity import printed
from footrule.measure.unit import PERCENT
from footrule.submission import exchange_findings
from footrule.submission.data_sets import AllocationGiven, Amount, Dialect, Share
from footrule.submission.element import Code, Element, Items, Number, Record, Text, Unusable
from footrule.submission.package_kinds import NO_SUCH_PRODUCT
from footrule.submission.package_notes import PackageNotes
from footrule.submission.process_drafts import Draft, Kept

_MOST_ROUNDING = Fraction(1, 100)
"""What the precision that factors are printed with excuses at most: three times 0.33, but not 0.8 and 0.3."""
_ALLOWED = Fraction(1, 10**9)
"""What sums of binary fractions may be off beyond that."""


class Allocations:
    """The allocation of the processes of one package."""

    __slots__ = ("_dialect", "_notes")

    def __init__(self, dialect: Dialect, notes: PackageNotes) -> None:
        self._dialect, self._notes = dialect, notes

    def record(self, draft: Draft) -> Record | None:
        """What a process says of its allocation; None where it says nothing."""
        told = draft.data.allocation
        products = [one for one in draft.outputs if one.role in ("main", "additional")]
        if told is None or (told.method is None and not told.shares):
            return self._untold(draft, products)
        outputs = {name: one.id for one in reversed(products) if isinstance(one.id, Text) for name in _names(one)}
        by_method: dict[str, list[Share]] = {}
        for share in told.shares:
            by_method.setdefault(share.method, []).append(share)
        for method, shares in by_method.items():
            self._check(method, shares, told, outputs, draft.data.file)
        fields = _method(told)
        used = by_method.get(told.code or "") or (next(iter(by_method.values())) if len(by_method) == 1 else [])
        if used:
            if told.method is None and used[0].method:
                fields["method"] = Code(told.pointer, used[0].method, used[0].method)
            factors = tuple(_factor(one, told, outputs) for one in _compressed(used))
            fields["factors"] = Items(told.pointer, factors)
        return Record(told.pointer, "allocation", fields, self._dialect.wire_names.get("allocation", {}))

    def _untold(self, draft: Draft, products: Sequence[Kept]) -> Record | None:
        if draft.has_avoided:
            code = Code(draft.data.pointer, "substitution", "substitution")
            return Record(draft.data.pointer, "allocation", {"method": code}, {})
        if len({one.flow_id for one in products}) > 1:
            spot = self._dialect.spot("process.allocation", draft.data.pointer)
            finding = exchange_findings.no_allocation(spot, [one.name for one in products])
            self._notes.add(draft.data.file, finding)
        return None

    def _check(
        self, method: str, shares: Sequence[Share], told: AllocationGiven, outputs: Mapping[str, Text], file: str
    ) -> None:
        """Note factors of what is no product, and factors that do not add up."""
        for share in shares:
            if share.product not in outputs:
                spot = self._dialect.spot("share.product", share.pointer)
                self._notes.add(file, exchange_findings.no_such_product(spot, share.product))
        by_exchange: dict[str | None, list[Share]] = {}
        for share in shares:
            by_exchange.setdefault(share.exchange, []).append(share)
        for group in by_exchange.values():
            values = [one.value.printed for one in group if isinstance(one.value, Amount)]
            if len(values) < len(group):
                continue
            total = sum((one.value for one in values), Fraction(0))
            rounding = min(sum((one.half_place for one in values), Fraction(0)), _MOST_ROUNDING * told.whole)
            if abs(total - told.whole) > rounding + _ALLOWED * told.whole:
                spot = self._dialect.spot("share.value", group[0].pointer)
                finding = exchange_findings.shares_sum(spot, method, decimal_text(total), str(told.whole))
                self._notes.add(file, finding)


def _method(told: AllocationGiven) -> dict[str, Element]:
    fields: dict[str, Element] = {}
    if isinstance(told.method, Unusable):
        fields["method"] = told.method
    elif told.method is not None:
        if told.code is not None:
            fields["method"] = Code(told.method.pointer, told.code, told.method.text)
        if told.basis is not None:
            fields["basis"] = Code(told.method.pointer, told.basis, told.method.text)
        fields["justification"] = Text(told.method.pointer, told.method.text)
    return fields


def _compressed(shares: Sequence[Share]) -> Iterable[Share]:
    """The factors, without their exchanges where those all have the same ones."""
    by_exchange: dict[str | None, dict[str, Fraction]] = {}
    for share in shares:
        if not isinstance(share.value, Amount):
            return shares
        by_exchange.setdefault(share.exchange, {})[share.product] = share.value.printed.value
    each = list(by_exchange.values())
    if len(each) < 2 or any(one != each[0] for one in each):
        return shares
    first = shares[0].exchange
    return [Share(one.method, one.product, None, one.value, one.pointer) for one in shares if one.exchange == first]


def _names(product: Kept) -> list[str]:
    """What a factor may name a product by: its id, or its flow."""
    return [name for name in (product.flow_id, getattr(product.id, "text", None)) if name is not None]


def _factor(share: Share, told: AllocationGiven, outputs: Mapping[str, Text]) -> Record:
    output = outputs.get(share.product)
    fields: dict[str, Element] = {
        "output": Text(share.pointer, output.text) if output is not None else Unusable(share.pointer, _NO_PRODUCT)
    }
    if share.exchange is not None:
        fields["burden_class"] = Text(share.pointer, share.exchange)
    if isinstance(share.value, Unusable):
        fields["share"] = share.value
    elif share.value is not None:
        number = share.value.printed
        percent = printed(number, PERCENT, Fraction(100, told.whole))
        fields["share"] = Number(share.value.pointer, percent, number.text)
    wire_names: Mapping[str, str] = {}
    return Record(share.pointer, "allocation_factor", fields, wire_names)


_NO_PRODUCT = NO_SUCH_PRODUCT.id
