"""openLCA's objects, read by their tables, as data sets that any format fills.

When this runs a file is JSON and holds an object. What breaks the schema is noted by the tables; here ids are looked
at, codes are told, and of a formula the stored amount is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from footrule.frozen import Frozen, dataclass
from footrule.measure.decimal import Printed
from footrule.measure.instant import Duration
from footrule.submission import exchange_findings, package_findings, pact_findings
from footrule.submission.data_sets import (
    AllocationGiven,
    Amount,
    Cost,
    Dialect,
    Exchange,
    Flow,
    FlowKind,
    FlowProperty,
    Link,
    ProcessData,
    PropertyFactor,
    Share,
    UnitEntry,
    UnitGroup,
)
from footrule.submission.element import Code, Element, Items, Moment, Number, Record, Text, Truth, Unusable
from footrule.submission.identifiers import is_identifier
from footrule.submission.intake import IntakeFinding
from footrule.submission.openlca_rating import OpenLcaRating
from footrule.submission.openlca_references import OpenLcaReferences

_KINDS = {"ELEMENTARY_FLOW": FlowKind.ELEMENTARY, "PRODUCT_FLOW": FlowKind.PRODUCT, "WASTE_FLOW": FlowKind.WASTE}
_METHODS = {"PHYSICAL": "physical", "ECONOMIC": "economic", "CAUSAL": "causal"}
_NO_METHODS = frozenset({"NO_ALLOCATION", "NONE", "USE_DEFAULT_ALLOCATION"})
_ONE_DAY = Duration(0, 1)
_CURRENCY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Categories(Frozen):
    """The categories of a package of version 1: name and the id of the parent, by their ids."""

    known: Mapping[str, tuple[str, str | None]]

    def path(self, id: str, name: str) -> tuple[str, ...]:
        """The names from the outside in; of a category that is not known, its own."""
        names: list[str] = []
        seen: set[str] = set()
        step: str | None = id
        while step is not None and step in self.known and step not in seen:
            seen.add(step)
            called, step = self.known[step]
            names.insert(0, called)
        return tuple(names) if names else (name,)


class OpenLcaReading:
    """The reading of the objects of one file: what it is called, and where its findings go."""

    __slots__ = ("_dialect", "_file", "_note")

    def __init__(self, file: str, dialect: Dialect, note: Callable[[IntakeFinding], str]) -> None:
        self._file, self._dialect, self._note = file, dialect, note

    def id_of(self, record: Record) -> Text | Unusable:
        """The identifier of a data set."""
        given = record.fields.get("id")
        if isinstance(given, Text) and is_identifier(given.text):
            return given
        if isinstance(given, Unusable):
            return given
        spot = self._dialect.spot("data_set.id", f"{record.pointer}/@id")
        value = given.text if isinstance(given, Text) else None
        return Unusable(spot.pointer, self._note(package_findings.no_identifier(spot, value)))

    def unit_group(self, record: Record, id: str) -> UnitGroup:
        """A unit group."""
        units: list[UnitEntry] = []
        reference: UnitEntry | None = None
        for one in _records(record.fields.get("units")):
            names = (_text(one, "name"), *(text.text for text in _texts(one.fields.get("synonyms"))))
            given = one.fields.get("id")
            entry = UnitEntry(
                given.text if isinstance(given, Text) else None, tuple(name for name in names if name),
                _amount(one.fields.get("factor")), one.pointer,
            )  # fmt: skip
            units.append(entry)
            if reference is None and _is_true(one.fields.get("is_reference")):
                reference = entry
        return UnitGroup(id, _text(record, "name"), self._file, record.pointer, reference, tuple(units))

    def flow_property(self, record: Record, id: str) -> FlowProperty:
        """A flow property."""
        return FlowProperty(id, _text(record, "name"), self._file, record.pointer, self._link(record, "group"))

    def flow(self, record: Record, id: str, categories: Categories) -> Flow:
        """A flow."""
        factors: list[PropertyFactor] = []
        reference: PropertyFactor | None = None
        given = _records(record.fields.get("factors"))
        for one in given:
            factor = PropertyFactor(self._link(one, "property"), _amount(one.fields.get("factor")), one.pointer)
            factors.append(factor)
            if reference is None and (_is_true(one.fields.get("is_reference")) or len(given) == 1):
                reference = factor
        name, cas, formula = (_text(record, field) for field in ("name", "cas", "formula"))
        return Flow(
            id, (name,) if name else (), self._file, record.pointer, self._kind(record.fields.get("kind")),
            _category(record.fields.get("category"), categories), cas or None, formula or None, reference,
            tuple(factors),
        )  # fmt: skip

    def process(self, record: Record, sha256: str, references_to: OpenLcaReferences) -> ProcessData:
        """A process, and what it refers to by its id."""
        exchanges: list[Exchange] = []
        references: list[Text] = []
        rating = self._rating(record, references_to)
        for number, one in enumerate(_records(record.fields.get("exchanges"))):
            exchange = self._exchange(one, number, references_to.currencies, rating)
            exchanges.append(exchange)
            if _is_true(one.fields.get("is_reference")) and exchange.id is not None:
                references.append(exchange.id)
        told = record.fields.get("reference")
        if not references and isinstance(told, Record):
            references += _reference_told(told, exchanges)
        documentation = record.fields.get("documentation")
        times: Mapping[str, Element] = documentation.fields if isinstance(documentation, Record) else {}
        name = record.fields.get("name")
        return ProcessData(
            id=self.id_of(record),
            name=name if isinstance(name, Text) and name.text else None,
            file=self._file,
            sha256=sha256,
            pointer=record.pointer,
            location=_location(record.fields.get("location"), references_to.places),
            period_start=_moment(times.get("period_start"), is_end=False),
            period_end=_moment(times.get("period_end"), is_end=True),
            references=tuple(references),
            functional_unit=(),
            exchanges=tuple(exchanges),
            allocation=self._allocation(record),
        )

    def _exchange(self, record: Record, number: int, currencies: Mapping[str, str], rating: OpenLcaRating) -> Exchange:
        formula, amount = record.fields.get("formula"), _amount(record.fields.get("amount"))
        if isinstance(formula, Text) and formula.text.strip() and isinstance(amount, Amount):
            spot = self._dialect.spot("exchange.formula", formula.pointer)
            self._note(exchange_findings.formula(spot, formula.text, amount.printed.text))
        flow = record.fields.get("flow")
        comment = _text(record, "comment")
        return Exchange(
            id=_first_text(record, "number", "id") or Text(record.pointer, f"#{number}"),
            pointer=record.pointer,
            flow=self._link(record, "flow"),
            kind=_KINDS.get(_text(flow, "flow_type")) if isinstance(flow, Record) else None,
            is_input=_is_true(record.fields.get("is_input")),
            amount=amount,
            unit=self._link(record, "unit"),
            property=self._link(record, "property"),
            provider=self._link(record, "provider"),
            is_avoided=_is_true(record.fields.get("is_avoided")),
            labels=(comment,) if comment else (),
            measured=None,
            not_counted=None,
            cost=self._cost(record, currencies),
            quality=rating.of(record),
        )

    def _rating(self, process: Record, references_to: OpenLcaReferences) -> OpenLcaRating:
        given = process.fields.get("quality_system")
        named = _text(given, "id") if isinstance(given, Record) else ""
        return OpenLcaRating(named, references_to.system(named), self._dialect, self._note)

    def _cost(self, record: Record, currencies: Mapping[str, str]) -> Cost | None:
        """What all of an exchange costs: of a formula the stored value is taken, as of an amount."""
        value, formula = _amount(record.fields.get("cost")), record.fields.get("cost_formula")
        if value is None:
            return None
        if isinstance(formula, Text) and formula.text.strip() and isinstance(value, Amount):
            spot = self._dialect.spot("exchange.cost_formula", formula.pointer)
            self._note(exchange_findings.formula(spot, formula.text, value.printed.text))
        return Cost(value, self._currency(record, currencies) if isinstance(value, Amount) else None)

    def _currency(self, record: Record, currencies: Mapping[str, str]) -> Code | Unusable:
        """The code of the currency (ISO 4217), by the package or by what the reference is called."""
        given = record.fields.get("currency")
        named = _text(given, "name") if isinstance(given, Record) else ""
        code = currencies.get(_text(given, "id"), named) if isinstance(given, Record) else ""
        place = given.pointer if given is not None else f"{record.pointer}/currency"
        if _CURRENCY.fullmatch(code):
            return Code(place, code, code)
        spot = self._dialect.spot("exchange.currency", place)
        return Unusable(place, self._note(package_findings.no_currency(spot, code or None)))

    def _allocation(self, record: Record) -> AllocationGiven | None:
        given = record.fields.get("method")
        method: Text | Unusable | None = None
        code: str | None = None
        if isinstance(given, Text) and given.text not in _NO_METHODS:
            code = _METHODS.get(given.text.removesuffix("_ALLOCATION"))
            method = given if code is not None else self._not_allowed("process.allocation", given, tuple(_METHODS))
        elif isinstance(given, Unusable):
            method = given
        shares = [share for one in _records(record.fields.get("shares")) if (share := self._share(one)) is not None]
        if method is None and not shares:
            return None
        return AllocationGiven(method, code, None, tuple(shares), 1, f"{record.pointer}/allocationFactors")

    def _share(self, record: Record) -> Share | None:
        product, exchange = self._link(record, "product"), record.fields.get("exchange")
        if not isinstance(product, Link):
            return None
        formula, value = _text(record, "formula"), _amount(record.fields.get("value"))
        if formula.strip() and isinstance(value, Amount):
            spot = self._dialect.spot("share.value", value.pointer)
            self._note(exchange_findings.formula(spot, formula, value.printed.text))
        of_exchange = _first_text(exchange, "number", "id") if isinstance(exchange, Record) else None
        method = _text(record, "method").removesuffix("_ALLOCATION")
        return Share(
            _METHODS.get(method, method.casefold() or "physical"), product.id,
            None if of_exchange is None else of_exchange.text, value, record.pointer,
        )  # fmt: skip

    def _link(self, record: Record, field: str) -> Link | Unusable | None:
        """A reference by its id; that of a unit may do with a name."""
        given = record.fields.get(field)
        if not isinstance(given, Record):
            return given if isinstance(given, Unusable) else None
        own, name = given.fields.get("id"), _text(given, "name")
        pointer = given.place_of("id")
        if isinstance(own, Unusable):
            return own
        if isinstance(own, Text) and is_identifier(own.text):
            return Link(own.text, name, pointer)
        if field == "unit" and name and own is None:
            return Link("", name, given.pointer)
        spot = replace(self._dialect.spot("data_set.id", pointer), data_type="Ref")
        value = own.text if isinstance(own, Text) else None
        return Unusable(pointer, self._note(package_findings.no_identifier(spot, value, of_reference=True)))

    def _kind(self, given: Element | None) -> FlowKind | None:
        if not isinstance(given, Text):
            return None
        kind = _KINDS.get(given.text)
        if kind is None:
            self._not_allowed("flow.kind", given, tuple(_KINDS))
        return kind

    def _not_allowed(self, what: str, given: Text, allowed: tuple[str, ...]) -> Unusable:
        spot = self._dialect.spot(what, given.pointer)
        return Unusable(given.pointer, self._note(pact_findings.not_allowed(spot, given.text, allowed, None)))


def _records(element: Element | None) -> list[Record]:
    return [one for one in element.elements if isinstance(one, Record)] if isinstance(element, Items) else []


def _texts(element: Element | None) -> list[Text]:
    return [one for one in element.elements if isinstance(one, Text)] if isinstance(element, Items) else []


def _text(record: Record, field: str) -> str:
    element = record.fields.get(field)
    return element.text if isinstance(element, Text) else ""


def _first_text(record: Record, *fields: str) -> Text | None:
    found = (record.fields.get(field) for field in fields)
    return next((one for one in found if isinstance(one, Text) and one.text), None)


def _is_true(element: Element | None) -> bool:
    return isinstance(element, Truth) and element.value


def _amount(element: Element | None) -> Amount | Unusable | None:
    if isinstance(element, Number):
        quantity = element.quantity
        half_place = quantity.high - quantity.value
        return Amount(element.pointer, Printed(element.as_printed, quantity.value, half_place))
    return element if isinstance(element, Unusable) else None


def _category(element: Element | None, categories: Categories) -> tuple[str, ...]:
    if isinstance(element, Text):
        return tuple(part.strip() for part in element.text.split("/") if part.strip())
    if isinstance(element, Record):
        return categories.path(_text(element, "id"), _text(element, "name"))
    return ()


def _location(element: Element | None, places: Mapping[str, str]) -> Text | None:
    if not isinstance(element, Record):
        return None
    called = places.get(_text(element, "id")) or _text(element, "name")
    return Text(element.place_of("name"), called) if called else None


def _moment(element: Element | None, *, is_end: bool) -> Moment | Unusable | None:
    """A moment of the period; a day that it lasts until is part of it."""
    if not isinstance(element, Moment):
        return element if isinstance(element, Unusable) else None
    if is_end and len(element.as_printed) == len("2025-12-31"):
        following = element.instant.plus(_ONE_DAY)
        return element if following is None else Moment(element.pointer, following, element.as_printed)
    return element


def _reference_told(told: Record, exchanges: list[Exchange]) -> list[Text]:
    """The exchange that a process names as its reference, by its id or by its flow."""
    asked = {one.text for name in ("number", "id") if isinstance(one := told.fields.get(name), Text)}
    for exchange in exchanges:
        flow = exchange.flow.id if isinstance(exchange.flow, Link) else None
        if exchange.id is not None and (exchange.id.text in asked or flow in asked):
            return [exchange.id]
    return [Text(told.pointer, next(iter(sorted(asked)), ""))]
