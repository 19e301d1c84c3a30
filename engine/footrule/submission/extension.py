"""The inventory extension: where it stands, what it claims and attests, and what it adds to the footprint.

`extensions[]` is PACT's own slot for data beyond its model. An extension whose data hold an `inventory`, or whose
schema is that of the inventory, is read; all others are left alone. What is malformed is an intake finding, and
does not count.
"""

from __future__ import annotations

from collections.abc import Mapping

from footrule.frozen import Frozen, dataclass
from footrule.submission.classification import CAS, CPC, HS, read_code
from footrule.submission.element import Attestation, Code, Element, Items, Record, Text
from footrule.submission.inventory_attributes import (
    INVENTORY_DOCUMENT,
    INVENTORY_EDITION,
    inventory_table,
    study_attributes,
)
from footrule.submission.json_text import JsonValue
from footrule.submission.submission import Claim, Classification
from footrule.submission.wire import (
    AttributeTable,
    WireChoice,
    WireList,
    WireObject,
    WirePlain,
    WireText,
    form_of,
    optional,
    required,
)
from footrule.text.pattern import pattern
from footrule.text.wording import worded

_INVENTORY_SCHEMA = pattern(r"footrule.*inventory")
"""What the address of the inventory's published schema has in it."""

_TEXT, _FILLED = WireText(), WireText(filled=True)
_OUTCOME = WireChoice({one: one for one in ("met", "not_met", "not_applicable")})
_DATE = WireText(form_of(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[^\n]*)?",
    worded('a date such as "2026-03-31"', '日期，例如 "2026-03-31"'),
))  # fmt: skip

_STANDARD = inventory_table("inventory.standard", "standard", (
    required("id", "id", _FILLED),
    optional("version", "version", _FILLED),
))  # fmt: skip

_ATTESTATION = inventory_table("inventory.attestations", "attestation", (
    required("requirement", "requirement", _FILLED),
    optional("requirement_version", None, _TEXT),
    required("by", "by", _FILLED),
    required("role", "role", _FILLED),
    optional("technique", None, _TEXT),
    optional("date", None, _DATE),
    required("outcome", "outcome", _OUTCOME),
    optional("statement", "statement", _TEXT),
    optional("evidence", None, WirePlain.ANYTHING),
))  # fmt: skip

INVENTORY_TABLE = inventory_table("inventory", "inventory", (
    optional("standard", "standard", WireObject(_STANDARD)),
    *study_attributes(),
    optional("attestations", "attestations", WireList(WireObject(_ATTESTATION))),
))  # fmt: skip
"""The inventory; who verified it, and what exactly, is not read yet."""

_DATA = AttributeTable("DataModelExtension.data", "data", (
    required("inventory", "inventory", WireObject(INVENTORY_TABLE)),
), closed=False, document=INVENTORY_DOCUMENT, edition=INVENTORY_EDITION)  # fmt: skip

_EXTENSION = AttributeTable("DataModelExtension", "extension", (
    required("specVersion", None, _TEXT),
    required("dataSchema", None, _TEXT),
    optional("documentation", None, _TEXT),
    required("data", "data", WireObject(_DATA)),
))  # fmt: skip


def is_inventory(extension: Mapping[str, JsonValue]) -> bool:
    """Whether an extension is, or should be, an inventory."""
    schema, data = extension.get("dataSchema"), extension.get("data")
    if isinstance(schema, str) and _INVENTORY_SCHEMA.search(schema.lower()):
        return True
    return isinstance(data, dict) and isinstance(data.get("inventory"), dict)


EXTENSIONS = WireList(WireObject(_EXTENSION, applies=is_inventory))
"""The `extensions` of a footprint: a list of objects, of which only inventories are read."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Inventory(Frozen):
    """What the inventory extensions of a footprint say: the record of each."""

    records: tuple[Record, ...]

    @property
    def study(self) -> Record | None:
        """The first one, of which the fields are those of the footprint."""
        return self.records[0] if self.records else None

    @property
    def claim(self) -> Claim | None:
        """The standard that is claimed; of two claims the first counts."""
        claims = (_claim(_within(one, "standard")) for one in self.records)
        return next((claim for claim in claims if claim is not None), None)

    @property
    def classifications(self) -> tuple[Classification, ...]:
        """The codes of the product."""
        return tuple(code for one in self.records for code in _classifications(_within(one, "product")))

    @property
    def attestations(self) -> tuple[Attestation, ...]:
        """What persons judged."""
        return tuple(given for one in self.records for given in _attestations(one.fields.get("attestations")))


def read_inventory(extensions: Element | None) -> Inventory:
    """The inventory of a footprint whose `EXTENSIONS` have been read."""
    given = extensions.elements if isinstance(extensions, Items) else ()
    found = (_within(_within(extension, "data"), "inventory") for extension in given)
    return Inventory(tuple(one for one in found if one is not None))


def _within(element: Element | None, field: str) -> Record | None:
    inner = element.fields.get(field) if isinstance(element, Record) else None
    return inner if isinstance(inner, Record) else None


def _claim(standard: Record | None) -> Claim | None:
    given = standard.fields.get("id") if standard is not None else None
    if standard is None or not isinstance(given, Text):
        return None
    version = standard.fields.get("version")
    return Claim(given.text, version.text if isinstance(version, Text) else None, given.pointer)


def _classifications(product: Record | None) -> list[Classification]:
    given = [(scheme, product.fields.get(scheme)) for scheme in (CAS, HS, CPC)] if product is not None else []
    return [
        Classification(scheme, code, element.pointer)
        for scheme, element in given
        if isinstance(element, Text) and (code := read_code(scheme, element.text)) is not None
    ]


def _attestations(given: Element | None) -> list[Attestation]:
    records = given.elements if isinstance(given, Items) else ()
    read = (_attestation(record) for record in records if isinstance(record, Record))
    return [attestation for attestation in read if attestation is not None]


def _attestation(record: Record) -> Attestation | None:
    """The attestation, or None where one of its necessary fields is missing or cannot be used."""
    match record.fields:
        case {
            "requirement": Text(text=requirement), "by": Text(text=by), "role": Text(text=role),
            "outcome": Code(code=outcome),
        }:  # fmt: skip
            statement = record.fields.get("statement")
            text = statement.text if isinstance(statement, Text) else ""
            return Attestation(record.pointer, requirement, by, role, outcome, text)
        case _:
            return None
