"""The entrance: one PACT footprint, version 3.x or 2.x, from a JSON object to a submission.

When this runs the file is JSON and the object stands where a footprint stands. Nothing is judged here: what breaks
the format is noted, and whatever of the object can be read is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from footrule.frozen import Frozen, dataclass
from footrule.measure.decimal import read_decimal
from footrule.submission.classification import CPC, URN, read_code, read_urn
from footrule.submission.element import Items, Record, Text
from footrule.submission.extension import Inventory, read_inventory
from footrule.submission.footprint_record import EDITIONS, Whole, footprint_record
from footrule.submission.intake import Unreadable
from footrule.submission.intake_kinds import UNKNOWN_VERSION
from footrule.submission.json_text import JsonValue
from footrule.submission.object_reading import read_record
from footrule.submission.pact3_attributes import PACT_3
from footrule.submission.pact_findings import unknown_version, version_by_names
from footrule.submission.reading import Notes, Reading
from footrule.submission.submission import Classification, Locate, Submission
from footrule.submission.wire import AttributeTable, WireObject, WirePlain
from footrule.text.pattern import pattern

_VERSION = pattern(r"(\d{1,3})(?:\.(\d{1,3}))?(?:[.-].{0,20})?", re.ASCII)


def _pcf_table(root: AttributeTable) -> AttributeTable:
    kind = root.by_name["pcf"].kind
    return kind.table if isinstance(kind, WireObject) else root


_NAMES = {major: frozenset(_pcf_table(edition.root).by_name) for major, edition in EDITIONS.items()}
_SHARES = tuple(one.name for one in _pcf_table(PACT_3.root).attributes if one.kind is WirePlain.SHARE)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FileContext(Frozen):
    """What one footprint must know of the others of its file.

    `fractions_in_file`: whether a primary data share there lies strictly between 0 and 1, and so shows that the
    shares of the file are fractions.
    """

    fractions_in_file: bool


def file_context(objects: Iterable[JsonValue]) -> FileContext:
    """The context of a file that holds these footprints."""
    return FileContext(any(_has_fraction(one) for one in objects))


def from_pact(
    value: dict[str, JsonValue], pointer: str, file: str, sha256: str, locate: Locate, context: FileContext
) -> Submission | Unreadable:
    """The footprint that the object at `pointer` of a file is, or why nobody can tell what it is.

    `specVersion` says whether it is read as PACT 3 or PACT 2; where it says neither, the names of the attributes
    do if they are of one version only.
    """
    given = value.get("specVersion")
    stated, minor = stated_version(given)
    major = stated if stated in EDITIONS else _version_by_names(value)
    if major is None:
        place = locate((pointer,)).get(pointer)
        line, column = (place.line, place.column) if place is not None else (None, None)
        return Unreadable(file, UNKNOWN_VERSION, line, column, None, unknown_version(given), sha256)
    edition, notes = EDITIONS[major], Notes()
    reading = Reading(
        edition.document, edition.edition, minor if major == stated else 0, notes,
        fractions_in_file=context.fractions_in_file,
    )  # fmt: skip
    if major != stated:
        notes.add(version_by_names(reading.spot(edition.root, "specVersion", pointer), given, major))
    record = read_record(edition.root, value, pointer, reading)
    inventory = read_inventory(record.fields.get("extensions"))
    return Submission(
        id=identifier_of(value),
        file=file,
        sha256=sha256,
        format=format_of(record, major),
        footprint=footprint_record(Whole(value, record, inventory, major)),
        intake=notes.listed(reading.spot(edition.root, "specVersion", pointer)),
        claim=inventory.claim,
        classifications=classifications_of(record, inventory),
        attestations=inventory.attestations,
        locate=locate,
    )


def identifier_of(value: Mapping[str, JsonValue]) -> str | None:
    """The id of a footprint, as it is called where others are named beside it."""
    identifier = value.get("id")
    return identifier if isinstance(identifier, str) and identifier else None


def format_of(record: Record, major: int) -> str:
    """The format of a footprint that has been read, with the version that it gives itself."""
    version = record.fields.get("spec_version")
    return f"PACT {version.text}" if isinstance(version, Text) else f"PACT {major}"


def stated_version(given: JsonValue) -> tuple[int | None, int]:
    """The major version that a `specVersion` states, where it states any, and the minor one."""
    match = _VERSION.fullmatch(given) if isinstance(given, str) else None
    return (int(match[1]), int(match[2] or 0)) if match is not None else (None, 0)


def _version_by_names(value: Mapping[str, JsonValue]) -> int | None:
    """The version whose own attribute names the footprint has, where it has none of the other's own."""
    pcf = value.get("pcf")
    names = pcf.keys() if isinstance(pcf, dict) else frozenset[str]()
    of_two, of_three = names & (_NAMES[2] - _NAMES[3]), names & (_NAMES[3] - _NAMES[2])
    if bool(of_two) is bool(of_three):
        return None
    return 2 if of_two else 3


def _has_fraction(footprint: JsonValue) -> bool:
    pcf = footprint.get("pcf") if isinstance(footprint, dict) else None
    if not isinstance(footprint, dict) or not isinstance(pcf, dict):
        return False
    if (stated_version(footprint.get("specVersion"))[0] or _version_by_names(footprint)) != 3:
        return False
    texts = (share for name in _SHARES if isinstance(share := pcf.get(name), str))
    return any(number is not None and 0 < number.value < 1 for number in map(read_decimal, texts))


def classifications_of(record: Record, inventory: Inventory) -> tuple[Classification, ...]:
    """Every code of the product once: of the inventory, of the classifications, of PACT 2, of known identifiers."""
    found = list(inventory.classifications)
    found += [Classification(*read_urn(one.text), one.pointer) for one in _texts(record, "product_classifications")]
    for one in _texts(record, "cpc"):
        code = read_code(CPC, one.text)
        found += [Classification(CPC, code, one.pointer)] if code is not None else []
    identifiers = (Classification(*read_urn(one.text), one.pointer) for one in _texts(record, "product_ids"))
    found += [one for one in identifiers if one.scheme != URN]
    by_code: dict[tuple[str, str], Classification] = {}
    for classification in found:
        by_code.setdefault((classification.scheme, classification.code), classification)
    return tuple(by_code.values())


def _texts(record: Record, field: str) -> list[Text]:
    element = record.fields.get(field)
    elements = element.elements if isinstance(element, Items) else (element,)
    return [one for one in elements if isinstance(one, Text)]
