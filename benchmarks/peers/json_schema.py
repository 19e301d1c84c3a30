"""JSON Schema by jsonschema, the reference in Python: what can be said of one place at a time.

Numbers arrive as texts, so a limit is a pattern. Nothing is computed, and no two places are compared.
"""

# pyright: reportMissingImports=false

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.peers.thirty_rules import KINDS, REPORTS, STAGES, UNITS, numbered

PACKAGE = "jsonschema"
TITLE = "JSON Schema, jsonschema"
SAYS = numbered(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 27, 28)

_ABOVE_ZERO = {"type": "string", "pattern": "^[0-9.]*[1-9][0-9.]*$"}
_FROM_ZERO = {"type": "string", "pattern": "^[0-9.]+$"}
_TO_ZERO = {"type": "string", "pattern": "^(-[0-9.]+|[0.]+)$"}
_RATING = {"type": "string", "pattern": "^([1-4]([.][0-9]+)?|5([.]0+)?)$"}


def _object(required: Sequence[str] = (), **properties: object) -> dict[str, object]:
    return {"type": "object", "required": list(required), "properties": properties}


_INPUT = _object(
    kind={"enum": list(KINDS)},
    amount=_ABOVE_ZERO,
    quality=_object(technological=_RATING, temporal=_RATING, geographical=_RATING),
)
_PROCESS = _object(
    ("name", "technology", "stage", "geography"),
    stage={"enum": list(STAGES)},
    inputs={"type": "array", "items": _INPUT},
)
_ELECTRICITY = {
    "if": _object(approach={"const": "supplier"}),
    "then": _object(("instrument",), instrument=_object(("serial", "status"), status={"const": "cancelled"})),
}
_PCF = _object(
    declaredUnitOfMeasurement={"enum": list(UNITS)},
    declaredUnitAmount=_ABOVE_ZERO,
    productMassPerDeclaredUnit=_ABOVE_ZERO,
    fossilGhgEmissions=_FROM_ZERO,
    fossilCarbonContent=_FROM_ZERO,
    landUseChangeGhgEmissions=_FROM_ZERO,
    biogenicNonCO2Emissions=_FROM_ZERO,
    biogenicCO2Uptake=_TO_ZERO,
    ipccCharacterizationFactors={"type": "array", "items": {"enum": list(REPORTS)}},
) | {
    "if": _object(exemptedEmissionsPercent=_ABOVE_ZERO),
    "then": {"required": ["exemptedEmissionsDescription"]},
}
_INVENTORY = _object(
    ("reference_flow",),
    reference_flow=_object(("process", "output")),
    processes={"type": "array", "items": _PROCESS},
    electricity={"type": "array", "items": _ELECTRICITY},
)
SCHEMA: dict[str, object] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_object(
        ("productClassifications", "validityPeriodStart", "validityPeriodEnd"),
        pcf=_PCF,
        extensions={"type": "array", "items": _object(data=_object(inventory=_INVENTORY))},
    ),
}


def accepting() -> Callable[[Sequence[bytes]], int]:
    """Decodes with orjson and validates, with one validator for all."""
    from jsonschema import Draft202012Validator
    from orjson import loads

    Draft202012Validator.check_schema(SCHEMA)
    is_valid = Draft202012Validator(SCHEMA).is_valid

    def accepted(documents: Sequence[bytes]) -> int:
        return sum(is_valid(loads(one)) for one in documents)

    return accepted
