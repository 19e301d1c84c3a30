"""ILCD's elements as data sets that any format fills: flow properties, unit groups and flows.

When this runs a file is well-formed XML and its outermost element is that of the data set. Names are read in every
language, the English one first; numbers are decimals or they are findings. `ilcd_process` reads processes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from footrule.measure.decimal import read_decimal
from footrule.submission import exchange_findings, package_findings, pact_findings
from footrule.submission.data_sets import (
    Amount,
    Flow,
    FlowKind,
    FlowProperty,
    Link,
    PropertyFactor,
    UnitEntry,
    UnitGroup,
)
from footrule.submission.element import Text, Unusable
from footrule.submission.identifiers import is_uuid, names_agree
from footrule.submission.ilcd_elements import CHILDREN, DIALECT, FLOW_KINDS
from footrule.submission.intake import IntakeFinding
from footrule.submission.intake_kinds import UNKNOWN_ATTRIBUTE
from footrule.submission.reference_data import KNOWN_PROPERTIES
from footrule.submission.xml_text import XmlNode
from footrule.text.suggest import nearest

_NAME_PARTS = (
    "baseName", "treatmentStandardsRoutes", "mixAndLocationTypes", "functionalUnitFlowProperties", "flowProperties"
)  # fmt: skip
_LONGEST_COMPARED = 60
_Meaning = TypeVar("_Meaning")


class IlcdReading:
    """The reading of one file: what it is called, and where its findings go."""

    __slots__ = ("_file", "_note")

    def __init__(self, file: str, note: Callable[[IntakeFinding], str]) -> None:
        self._file, self._note = file, note

    def id_of(self, root: XmlNode, *information: str) -> Text | Unusable:
        """The UUID of a data set, in the part that tells about it."""
        node = root.first(*information, "dataSetInformation", "UUID")
        if node is not None and is_uuid(node.text):
            return Text(node.path, node.text)
        place = node.path if node is not None else "/".join((root.path, *information, "dataSetInformation", "UUID"))
        spot = DIALECT.spot("data_set.id", place)
        return Unusable(place, self._note(package_findings.no_identifier(spot, None if node is None else node.text)))

    def unit_group(self, root: XmlNode, id: str) -> UnitGroup:
        """A unit group."""
        asked = root.first("unitGroupInformation", "quantitativeReference", "referenceToReferenceUnit")
        reference: UnitEntry | None = None
        units: list[UnitEntry] = []
        for node in _within(root, "units", "unit"):
            internal, name = node.attribute("dataSetInternalID"), node.first("name")
            names = (name.text,) if name is not None and name.text else ()
            entry = UnitEntry(internal, names, self.amount(node.first("meanValue"), "unit.factor"), node.path)
            units.append(entry)
            if reference is None and asked is not None and internal == asked.text:
                reference = entry
        information = root.first("unitGroupInformation", "dataSetInformation")
        return UnitGroup(id, _first_name(information), self._file, root.path, reference, tuple(units))

    def flow_property(self, root: XmlNode, id: str) -> FlowProperty:
        """A flow property."""
        information = root.first("flowPropertiesInformation", "dataSetInformation")
        group = root.first("flowPropertiesInformation", "quantitativeReference", "referenceToReferenceUnitGroup")
        return FlowProperty(id, _first_name(information), self._file, root.path, self.link(group))

    def flow(self, root: XmlNode, id: str) -> Flow:
        """A flow."""
        asked = root.first("flowInformation", "quantitativeReference", "referenceToReferenceFlowProperty")
        reference: PropertyFactor | None = None
        factors: list[PropertyFactor] = []
        for node in _within(root, "flowProperties", "flowProperty"):
            link = self.link(node.first("referenceToFlowPropertyDataSet"))
            self._check_known_property(link)
            factor = PropertyFactor(link, self.amount(node.first("meanValue"), "flow.factor"), node.path)
            factors.append(factor)
            if reference is None and asked is not None and node.attribute("dataSetInternalID") == asked.text:
                reference = factor
        information = root.first("flowInformation", "dataSetInformation")
        cas = information.first("CASNumber") if information is not None else None
        formula = information.first("sumFormula") if information is not None else None
        return Flow(
            id, names_in(information.first("name") if information is not None else None), self._file, root.path,
            self._kind(root), _category(information), cas.text if cas is not None and cas.text else None,
            formula.text if formula is not None and formula.text else None, reference, tuple(factors),
        )  # fmt: skip

    def _check_known_property(self, link: Link | Unusable | None) -> None:
        """Note a flow property of the reference data that is called something else."""
        known = KNOWN_PROPERTIES.get(link.id) if isinstance(link, Link) else None
        if isinstance(link, Link) and known is not None and not names_agree(link.name, known.names):
            spot = DIALECT.spot("flow.property", link.pointer)
            self._note(package_findings.other_name(spot, link.name, known.names[0]))

    def _kind(self, root: XmlNode) -> FlowKind | None:
        node = root.first("modellingAndValidation", "LCIMethod", "typeOfDataSet")
        place = node.path if node is not None else f"{root.path}/modellingAndValidation/LCIMethod/typeOfDataSet"
        return self.choice(node, place, "flow.kind", FLOW_KINDS)

    def choice(self, node: XmlNode | None, place: str, what: str, meanings: Mapping[str, _Meaning]) -> _Meaning | None:
        """What a text of a closed list means; None, and noted, where it is missing or none of them."""
        spot = DIALECT.spot(what, place)
        if node is None:
            self._note(pact_findings.missing_attribute(spot, pact_findings.one_of(meanings)))
            return None
        if node.text not in meanings:
            meant = nearest(node.text, tuple(meanings)) if len(node.text) <= _LONGEST_COMPARED else None
            self._note(pact_findings.not_allowed(spot, node.text, tuple(meanings), meant))
            return None
        return meanings[node.text]

    def amount(self, node: XmlNode | None, what: str) -> Amount | Unusable | None:
        """The decimal that an element holds."""
        if node is None:
            return None
        number = read_decimal(node.text)
        if number is not None:
            return Amount(node.path, number)
        return Unusable(
            node.path, self._note(exchange_findings.not_a_decimal(DIALECT.spot(what, node.path), node.text))
        )

    def link(self, node: XmlNode | None) -> Link | Unusable | None:
        """A reference to another data set, by its UUID."""
        if node is None:
            return None
        given, place = node.attribute("refObjectId"), f"{node.path}/@refObjectId"
        if given is not None and is_uuid(given):
            return Link(given, next(iter(texts_of(node, "shortDescription")), ""), place)
        spot = DIALECT.spot("reference.id", place)
        return Unusable(place, self._note(package_findings.no_identifier(spot, given, of_reference=True)))

    def check_children(self, node: XmlNode) -> frozenset[str]:
        """Note the elements that do not belong there; those that they probably mean."""
        known = CHILDREN[node.element.name]
        meant: set[str] = set()
        for child in node.element.children:
            if child.name not in known:
                near = nearest(child.name, tuple(known)) if len(child.name) <= _LONGEST_COMPARED else None
                meant |= set() if near is None else {near}
                spot = replace(DIALECT.spot("package", f"{node.path}/{child.name}"), data_type=node.element.name)
                self._note(pact_findings.unknown_attribute(replace(spot, name=child.name), child.text or None, near))
        return frozenset(meant)

    def note(self, finding: IntakeFinding) -> str:
        """Note a finding about the file, and return the id of its kind."""
        return self._note(finding)


MISSPELT = UNKNOWN_ATTRIBUTE.id
"""Why something cannot be used that is probably meant by an element that does not belong there."""


def texts_of(node: XmlNode | None, name: str) -> tuple[str, ...]:
    """The texts of the children of a name, the English ones first."""
    found = node.all(name) if node is not None else []
    return tuple(one.text for one in sorted(found, key=_language) if one.text)


def _language(node: XmlNode) -> bool:
    return (node.attribute("lang") or "en") != "en"


def names_in(node: XmlNode | None) -> tuple[str, ...]:
    """The names that a `name` holds, one a language, the English one first: its parts joined."""
    if node is None:
        return ()
    by_language: dict[str, list[str]] = {}
    for part in _NAME_PARTS:
        for one in sorted(node.all(part), key=_language):
            if one.text:
                by_language.setdefault(one.attribute("lang") or "en", []).append(one.text)
    return tuple("; ".join(parts) for parts in by_language.values())


def _first_name(information: XmlNode | None) -> str:
    return next(iter(texts_of(information, "name")), "")


def _within(root: XmlNode, outer: str, inner: str) -> Iterable[XmlNode]:
    node = root.first(outer)
    return node.all(inner) if node is not None else []


def _category(information: XmlNode | None) -> tuple[str, ...]:
    """The class of a flow, from the outside in: that of elementary flows, else the first classification."""
    classes = information.first("classificationInformation") if information is not None else None
    if classes is None:
        return ()
    for outer, inner in (("elementaryFlowCategorization", "category"), ("classification", "class")):
        for one in classes.all(outer):
            levels: Collection[XmlNode] = one.all(inner)
            if levels:
                return tuple(level.text for level in sorted(levels, key=lambda level: level.attribute("level") or ""))
    return ()
