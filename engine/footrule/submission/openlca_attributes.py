"""The published tables of openLCA's data sets, schema versions 1 and 2 to 4: which attribute says what.

Sources: the openLCA schema (github.com/GreenDelta/olca-schema), its table of renamed fields (CHANGES.md), and for the
version numbers the reader of openLCA itself, which takes a package without a number for version 1. Versions 3 and 4 add
attributes to version 2 and rename none that is read here. Of what is only listed here, the name is known and the value
is not read: uncertainty, documentation, the location of an exchange, the quality of a process as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping

from footrule.frozen import Frozen, dataclass
from footrule.measure.unit import ONE
from footrule.submission.data_sets import Dialect
from footrule.submission.wire import (
    Attribute,
    AttributeTable,
    WireDecimal,
    WireKind,
    WireList,
    WireObject,
    WirePlain,
    WireText,
    optional,
    required,
)

DOCUMENT = "openLCA schema"
FIRST_VERSION, SECOND_VERSION = "1", "2"
KNOWN_VERSIONS = {"1": FIRST_VERSION, "2": SECOND_VERSION, "3": SECOND_VERSION, "4": SECOND_VERSION}
"""Every version of the schema that is known, with the one whose attributes it has."""

_TEXT, _NUMBER, _TRUTH = WireText(), WireDecimal(ONE, as_number=True), WirePlain.TRUTH
_ANYTHING = WirePlain.ANYTHING

_REF = AttributeTable("Ref", "link", (
    optional("@id", "id", _TEXT), optional("name", "name", _TEXT), optional("flowType", "flow_type", _TEXT),
    optional("internalId", "number", WirePlain.WHOLE),
), closed=False)  # fmt: skip
_LINK = WireObject(_REF)


def _known(*names: str) -> tuple[Attribute, ...]:
    return tuple(optional(name, None, _ANYTHING) for name in names)


_OF_EVERY_DATA_SET = (
    *_known("@context", "@type", "description", "version", "lastChange", "tags", "library", "otherProperties"),
    optional("@id", "id", _TEXT),
    optional("name", "name", _TEXT),
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OpenLcaTables(Frozen):
    """The tables of one version, by folder, and how findings cite it."""

    dialect: Dialect
    process: AttributeTable
    flow: AttributeTable
    flow_property: AttributeTable
    unit_group: AttributeTable


def _tables(version: str) -> OpenLcaTables:
    is_first = version == FIRST_VERSION

    def named(first: str, second: str) -> str:
        return first if is_first else second

    exchange = AttributeTable("Exchange", "exchange", (
        optional("@id", "id", _TEXT),
        optional("internalId", "number", WirePlain.WHOLE),
        required("flow", "flow", _LINK),
        required("amount", "amount", _NUMBER),
        optional("amountFormula", "formula", _TEXT),
        optional("unit", "unit", _LINK),
        optional("flowProperty", "property", _LINK),
        optional("defaultProvider", "provider", _LINK),
        optional(named("input", "isInput"), "is_input", _TRUTH),
        optional(named("quantitativeReference", "isQuantitativeReference"), "is_reference", _TRUTH),
        optional(named("avoidedProduct", "isAvoidedProduct"), "is_avoided", _TRUTH),
        optional("description", "comment", _TEXT),
        optional("costValue", "cost", _NUMBER),
        optional("costFormula", "cost_formula", _TEXT),
        optional("currency", "currency", _LINK),
        optional("dqEntry", "quality", _TEXT),
        *_known(
            "@type", "baseUncertainty", "pedigreeUncertainty", "uncertainty", "location", "otherProperties",
        ),
    ))  # fmt: skip
    factor = AttributeTable("AllocationFactor", "share", (
        optional("allocationType", "method", _TEXT),
        required("product", "product", _LINK),
        required("value", "value", _NUMBER),
        optional("exchange", "exchange", _LINK),
        optional("formula", "formula", _TEXT),
        *_known("@type", "productName"),
    ))  # fmt: skip
    return OpenLcaTables(
        _dialect(version),
        _process(exchange, factor, is_first=is_first),
        _flow(is_first=is_first),
        _table("FlowProperty", "flow_property", "category", "flowPropertyType", unitGroup=("group", _LINK)),
        _unit_group(is_first=is_first),
    )


def _table(data_type: str, shape: str, *known: str, **read: tuple[str, WireKind]) -> AttributeTable:
    """The table of a data set that stands for itself: what all have, what is only known, what is read."""
    attributes = (optional(name, field, kind) for name, (field, kind) in read.items())
    return AttributeTable(data_type, shape, (*_OF_EVERY_DATA_SET, *_known(*known), *attributes))


def _process(exchange: AttributeTable, factor: AttributeTable, *, is_first: bool) -> AttributeTable:
    documentation = AttributeTable("ProcessDocumentation", "documentation", (
        optional("validFrom", "period_start", WirePlain.DATE),
        optional("validUntil", "period_end", WirePlain.DATE),
    ), closed=False)  # fmt: skip
    return _table(
        "Process", "process",
        "category", "processType", "parameters", "lastInternalId", "dqSystem", "socialDqSystem",
        "dqEntry", "socialAspects", "socialDqEntry", "infrastructureProcess" if is_first else "isInfrastructureProcess",
        location=("location", _LINK),
        exchangeDqSystem=("quality_system", _LINK),
        processDocumentation=("documentation", WireObject(documentation)),
        exchanges=("exchanges", WireList(WireObject(exchange))),
        quantitativeReference=("reference", _LINK),
        defaultAllocationMethod=("method", _TEXT),
        allocationFactors=("shares", WireList(WireObject(factor))),
    )  # fmt: skip


def _flow(*, is_first: bool) -> AttributeTable:
    property_factor = AttributeTable("FlowPropertyFactor", "property_factor", (
        required("flowProperty", "property", _LINK),
        required("conversionFactor", "factor", _NUMBER),
        optional("referenceFlowProperty" if is_first else "isRefFlowProperty", "is_reference", _TRUTH),
        *_known("@type"),
    ))  # fmt: skip
    return _table(
        "Flow", "flow",
        "location", "flowList", "synonyms", "infrastructureFlow" if is_first else "isInfrastructureFlow",
        category=("category", _LINK if is_first else _TEXT),
        flowType=("kind", _TEXT),
        cas=("cas", _TEXT),
        formula=("formula", _TEXT),
        flowProperties=("factors", WireList(WireObject(property_factor))),
    )  # fmt: skip


def _unit_group(*, is_first: bool) -> AttributeTable:
    unit = AttributeTable("Unit", "unit", (
        *_OF_EVERY_DATA_SET,
        required("conversionFactor", "factor", _NUMBER),
        optional("referenceUnit" if is_first else "isRefUnit", "is_reference", _TRUTH),
        optional("synonyms", "synonyms", WireList(_TEXT)),
    ))  # fmt: skip
    return _table(
        "UnitGroup", "unit_group", "category", "defaultFlowProperty", units=("units", WireList(WireObject(unit)))
    )


def _dialect(version: str) -> Dialect:
    is_first = version == FIRST_VERSION
    return Dialect(DOCUMENT, version, {
        "package": ("PackageInfo", "schemaVersion"),
        "data_set.id": ("RefEntity", "@id"),
        "process.reference": ("Exchange", "quantitativeReference" if is_first else "isQuantitativeReference"),
        "process.functional_unit": ("Process", "description"),
        "process.allocation": ("Process", "allocationFactors"),
        "exchange.id": ("Exchange", "internalId"),
        "exchange.flow": ("Exchange", "flow"),
        "exchange.amount": ("Exchange", "amount"),
        "exchange.unit": ("Exchange", "unit"),
        "exchange.property": ("Exchange", "flowProperty"),
        "exchange.provider": ("Exchange", "defaultProvider"),
        "exchange.label": ("Exchange", "description"),
        "exchange.avoided": ("Exchange", "avoidedProduct" if is_first else "isAvoidedProduct"),
        "exchange.function": ("Exchange", "flow"),
        "exchange.formula": ("Exchange", "amountFormula"),
        "exchange.cost_formula": ("Exchange", "costFormula"),
        "exchange.currency": ("Exchange", "currency"),
        "exchange.quality": ("Exchange", "dqEntry"),
        "flow.kind": ("Flow", "flowType"),
        "flow.substance": ("Flow", "cas"),
        "flow.reference": ("FlowPropertyFactor", "referenceFlowProperty" if is_first else "isRefFlowProperty"),
        "flow.property": ("FlowPropertyFactor", "flowProperty"),
        "property.group": ("FlowProperty", "unitGroup"),
        "group.reference": ("Unit", "referenceUnit" if is_first else "isRefUnit"),
        "unit.factor": ("Unit", "conversionFactor"),
        "share.product": ("AllocationFactor", "product"),
        "share.value": ("AllocationFactor", "value"),
    }, _WIRE_NAMES)  # fmt: skip


_WIRE_NAMES: Mapping[str, Mapping[str, str]] = {
    "process": {
        "id": "@id", "geography": "location", "inputs": "exchanges", "outputs": "exchanges", "emissions": "exchanges",
        "allocation": "allocationFactors", "period_start": "processDocumentation/validFrom",
        "period_end": "processDocumentation/validUntil",
    },
    "input": {"id": "internalId", "name": "flow/name", "supply": "defaultProvider", "quality": "dqEntry"},
    "output": {"id": "internalId", "name": "flow/name", "price": "costValue"},
    "price": {"value": "costValue", "currency": "currency", "per": "unit"},
    "emission": {"id": "internalId", "gas": "flow/name", "origin": "flow/name", "quality": "dqEntry"},
    "allocation": {"method": "defaultAllocationMethod", "factors": "allocationFactors"},
}  # fmt: skip

TABLES = {version: _tables(version) for version in (FIRST_VERSION, SECOND_VERSION)}
"""The tables by the version whose attributes they describe."""

ATTRIBUTES_OF_ONE_VERSION = {
    FIRST_VERSION: frozenset(
        {"input", "quantitativeReference", "avoidedProduct", "referenceFlowProperty", "referenceUnit"}
    ),
    SECOND_VERSION: frozenset(
        {"isInput", "isQuantitativeReference", "isAvoidedProduct", "isRefFlowProperty", "isRefUnit"}
    ),
}
"""Attributes of exchanges, units and property factors that one version only has."""
