"""An ILCD process: what it is for, its exchanges, and what it says of allocation.

The resulting amount of an exchange is read, which is the mean amount times a variable; formulas are not evaluated. A
reminder flow is no part of the inventory, and is said not to be.
"""

from __future__ import annotations

import re

from footrule.measure.decimal import read_decimal
from footrule.measure.instant import Duration, read_instant
from footrule.submission import exchange_findings, pact_findings
from footrule.submission.data_sets import AllocationGiven, Amount, Exchange, Link, ProcessData, Share
from footrule.submission.element import Moment, Text, Unusable
from footrule.submission.ilcd_data_sets import MISSPELT, IlcdReading, names_in, texts_of
from footrule.submission.ilcd_elements import APPROACHES, DIALECT, DIRECTIONS
from footrule.submission.package_findings import A_FLOW
from footrule.submission.package_kinds import FORMULA
from footrule.submission.pact_findings import A_DECIMAL
from footrule.submission.xml_text import XmlNode
from footrule.text.wording import worded

_YEAR = re.compile(r"[0-9]{4}")
_ONE_YEAR = Duration(12, 0)
_A_YEAR = worded("a year of four digits", "四位数的年份")
_SOURCES = {"Primary": True, "> 90% primary": True, "Secondary": False}
_PER_CENT = 100


def read_process(root: XmlNode, reading: IlcdReading, file: str, sha256: str) -> ProcessData:
    """The process that a document holds."""
    information = root.first("processInformation")
    names = names_in(information.first("dataSetInformation", "name") if information is not None else None)
    name_place = root.first("processInformation", "dataSetInformation", "name")
    start, end = _period(root, reading)
    references, functional_unit = _reference(root, reading)
    exchanges = root.first("exchanges")
    nodes = exchanges.all("exchange") if exchanges is not None else []
    return ProcessData(
        id=reading.id_of(root, "processInformation"),
        name=Text(name_place.path, names[0]) if name_place is not None and names else None,
        file=file,
        sha256=sha256,
        pointer=root.path,
        location=_location(root),
        period_start=start,
        period_end=end,
        references=references,
        functional_unit=functional_unit,
        exchanges=tuple(_exchange(node, number, reading) for number, node in enumerate(nodes)),
        allocation=_allocation(root, nodes, reading),
    )


def _location(root: XmlNode) -> Text | None:
    node = root.first("processInformation", "geography", "locationOfOperationSupplyOrProduction")
    place = node.attribute("location") if node is not None else None
    return Text(f"{node.path}/@location", place) if node is not None and place else None


def _period(root: XmlNode, reading: IlcdReading) -> tuple[Moment | Unusable | None, Moment | Unusable | None]:
    """The year that the data are of."""
    node = root.first("processInformation", "time", "referenceYear")
    if node is None:
        return None, None
    start = read_instant(f"{node.text}-01-01T00:00:00Z") if _YEAR.fullmatch(node.text) else None
    end = start.plus(_ONE_YEAR) if start is not None else None
    if start is None or end is None:
        finding = pact_findings.not_a_date_time(DIALECT.spot("process.year", node.path), node.text, _A_YEAR)
        unusable = Unusable(node.path, reading.note(finding))
        return unusable, unusable
    return Moment(node.path, start, node.text), Moment(node.path, end, node.text)


def _reference(root: XmlNode, reading: IlcdReading) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """The exchanges that the process is for, and what it says of its functional unit."""
    node = root.first("processInformation", "quantitativeReference")
    if node is None:
        return (), ()
    reading.check_children(node)
    references = tuple(Text(one.path, one.text) for one in node.all("referenceToReferenceFlow"))
    units = tuple(Text(one.path, one.text) for one in node.all("functionalUnitOrOther") if one.text)
    return references, units


def _exchange(node: XmlNode, number: int, reading: IlcdReading) -> Exchange:
    reading.check_children(node)
    own, reference = node.attribute("dataSetInternalID"), node.first("referenceToFlowDataSet")
    direction = node.first("exchangeDirection")
    is_input = reading.choice(direction, f"{node.path}/exchangeDirection", "exchange.direction", DIRECTIONS)
    amount = _amount(node, reading)
    if is_input is None and isinstance(amount, Amount):
        # Nobody knows on which side it counts.
        amount = Unusable(amount.pointer, _NO_DIRECTION)
    function, source = node.first("functionType"), node.first("dataSourceType")
    return Exchange(
        id=Text(f"{node.path}/@dataSetInternalID", own) if own else Text(node.path, f"#{number}"),
        pointer=node.path,
        flow=_flow(node, reference, reading),
        kind=None,
        is_input=is_input is True,
        amount=amount,
        unit=None,
        property=None,
        provider=None,
        is_avoided=False,
        labels=texts_of(node, "generalComment"),
        measured=_SOURCES.get(source.text) if source is not None else None,
        not_counted=function.text if function is not None and function.text else None,
    )


_NO_DIRECTION = worded("it is not told whether it goes in or comes out", "未说明是输入还是输出")


def _flow(node: XmlNode, reference: XmlNode | None, reading: IlcdReading) -> Link | Unusable | None:
    if reference is not None:
        return reading.link(reference)
    spot = DIALECT.spot("exchange.flow", f"{node.path}/referenceToFlowDataSet")
    return Unusable(spot.pointer, reading.note(pact_findings.missing_attribute(spot, A_FLOW)))


def _amount(node: XmlNode, reading: IlcdReading) -> Amount | Unusable | None:
    """The amount that counts: the resulting one, else the mean where no variable multiplies it."""
    variable = node.first("referenceToVariable")
    mean = reading.amount(node.first("meanAmount"), "exchange.mean")
    resulting = reading.amount(node.first("resultingAmount"), "exchange.amount")
    if variable is not None and variable.text:
        return _computed(variable, resulting, reading)
    if resulting is None:
        if mean is None:
            spot = DIALECT.spot("exchange.mean", f"{node.path}/meanAmount")
            return Unusable(spot.pointer, reading.note(pact_findings.missing_attribute(spot, A_DECIMAL)))
        return mean
    if isinstance(mean, Amount) and isinstance(resulting, Amount) and mean.printed.value != resulting.printed.value:
        spot = DIALECT.spot("exchange.amount", resulting.pointer)
        reading.note(exchange_findings.two_amounts(spot, mean.printed.text, resulting.printed.text))
    return resulting


def _computed(variable: XmlNode, resulting: Amount | Unusable | None, reading: IlcdReading) -> Amount | Unusable | None:
    """The stored amount of an exchange that a variable multiplies; without one, nobody knows the amount."""
    if isinstance(resulting, Unusable):
        return resulting
    spot = DIALECT.spot("exchange.formula", variable.path)
    stored = resulting.printed.text if resulting is not None else "-"
    reading.note(exchange_findings.formula(spot, variable.text, stored))
    return resulting if resulting is not None else Unusable(variable.path, FORMULA.id)


def _allocation(root: XmlNode, exchanges: list[XmlNode], reading: IlcdReading) -> AllocationGiven | None:
    """The approach that is stated, and the fractions that exchanges give to co-products."""
    node = root.first("modellingAndValidation", "LCIMethodAndAllocation")
    method: Text | Unusable | None = None
    told: tuple[str, str | None] | None = None
    if node is not None:
        if "LCIMethodApproaches" in reading.check_children(node):
            method = Unusable(node.path, MISSPELT)
        for one in node.all("LCIMethodApproaches"):
            approach = reading.choice(one, one.path, "process.allocation", APPROACHES)
            if told is None and approach is not None:
                method, told = Text(one.path, one.text), approach
    shares = [share for one in exchanges for share in _shares(one, reading)]
    if method is None and not shares:
        return None
    place = node.path if node is not None else root.path
    return AllocationGiven(method, told and told[0], told and told[1], tuple(shares), _PER_CENT, place)


def _shares(exchange: XmlNode, reading: IlcdReading) -> list[Share]:
    allocations = exchange.first("allocations")
    return [
        Share(
            method="",
            product=one.attribute("internalReferenceToCoProduct") or "",
            exchange=exchange.attribute("dataSetInternalID"),
            value=_fraction(one, reading),
            pointer=one.path,
        )
        for one in (allocations.all("allocation") if allocations is not None else ())
    ]


def _fraction(node: XmlNode, reading: IlcdReading) -> Amount | Unusable | None:
    given, place = node.attribute("allocatedFraction"), f"{node.path}/@allocatedFraction"
    if given is None:
        return None
    number = read_decimal(given.strip())
    if number is not None:
        return Amount(place, number)
    finding = exchange_findings.not_a_decimal(DIALECT.spot("share.value", place), given)
    return Unusable(place, reading.note(finding))
