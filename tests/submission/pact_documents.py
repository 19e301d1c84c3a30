"""Footprints to read: one whole document of each version, what can be done to it, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from copy import deepcopy

from footrule.submission.element import Element, Number, Record, Unusable
from footrule.submission.from_pact import file_context, from_pact
from footrule.submission.intake import IntakeFinding, Unreadable
from footrule.submission.json_text import JsonText, JsonValue, decode
from footrule.submission.submission import Submission
from footrule.text.source import Position

PACT_3_TEXT = """{
  "id": "f4b1225a-bd44-4c8e-861d-079e4e1dfd69",
  "specVersion": "3.0.0",
  "precedingPfIds": ["079e425a-464f-428d-941d-4a944a1dfd70"],
  "created": "2026-03-01T08:00:00+08:00",
  "status": "Active",
  "companyName": "Example Works",
  "companyIds": ["urn:example:company:works"],
  "productDescription": "A gas, in bulk",
  "productIds": ["urn:pact:cas.org:substance-number:74-85-1", "urn:example:product:7"],
  "productClassifications": ["urn:pact:productclassification:un-cpc:34110", "urn:eclass:28070000"],
  "productNameCompany": "Gas 7",
  "pcf": {
    "declaredUnitOfMeasurement": "cubic meter",
    "declaredUnitAmount": "2",
    "productMassPerDeclaredUnit": "2.36",
    "referencePeriodStart": "2025-01-01T00:00:00Z",
    "referencePeriodEnd": "2025-12-31T23:59:59Z",
    "geographyCountry": "CN",
    "pcfExcludingBiogenicUptake": "-1.23",
    "pcfIncludingBiogenicUptake": "1.5e3",
    "fossilGhgEmissions": "4.50",
    "fossilCarbonContent": "2.02",
    "ipccCharacterizationFactors": ["AR6"],
    "crossSectoralStandards": ["ISO14067", "PACT-3.0"],
    "productOrSectorSpecificRules": [{"operator": "EPD International", "ruleNames": ["Basic gases"]}],
    "exemptedEmissionsPercent": "0.5",
    "packagingEmissionsIncluded": false,
    "ccuCalculationApproach": "Cut-off",
    "landAreaOccupation": "7",
    "secondaryEmissionFactorSources": [{"name": "A database", "version": "3.10"}],
    "primaryDataShare": "56.1",
    "dqi": {"technologicalDQR": "2.0", "geographicalDQR": "1", "temporalDQR": "1.5"},
    "verification": {"coverage": "product level", "completedAt": "2026-02-01T00:00:00Z"}
  }
}"""

PACT_2_TEXT = """{
  "id": "f4b1225a-bd44-4c8e-861d-079e4e1dfd69",
  "specVersion": "2.3.0",
  "version": 1,
  "created": "2026-03-01T00:00:00Z",
  "status": "Active",
  "companyName": "Example Works",
  "companyIds": ["urn:example:company:works"],
  "productDescription": "A gas, bottled",
  "productIds": ["urn:example:product:7"],
  "productCategoryCpc": "34110",
  "productNameCompany": "Gas 7",
  "comment": "",
  "pcf": {
    "declaredUnit": "liter",
    "unitaryProductAmount": "12",
    "productMassPerDeclaredUnit": "0.8",
    "pCfExcludingBiogenic": "1.2",
    "pCfIncludingBiogenic": "1.1",
    "fossilGhgEmissions": "1.50",
    "fossilCarbonContent": "0.4",
    "biogenicCarbonContent": "0",
    "dLucGhgEmissions": "0.1",
    "landManagementGhgEmissions": "0.2",
    "otherBiogenicGhgEmissions": "0.3",
    "iLucGhgEmissions": "0.4",
    "biogenicCarbonWithdrawal": "-0.5",
    "packagingEmissionsIncluded": true,
    "packagingGhgEmissions": "0.05",
    "characterizationFactors": "AR5",
    "ipccCharacterizationFactorsSources": ["AR6"],
    "crossSectoralStandardsUsed": ["ISO Standard 14067"],
    "crossSectoralStandards": ["ISO14067", "PEF"],
    "boundaryProcessesDescription": "",
    "referencePeriodStart": "2023-01-01T00:00:00Z",
    "referencePeriodEnd": "2024-01-01T00:00:00Z",
    "exemptedEmissionsPercent": 0.5,
    "exemptedEmissionsDescription": "",
    "primaryDataShare": 0.5,
    "dqi": {"coveragePercent": 80, "technologicalDQR": 2.0, "temporalDQR": 1, "geographicalDQR": 3},
    "assurance": {"assurance": true, "coverage": "PCF system", "providerName": "A verifier"}
  }
}"""

Object = dict[str, JsonValue]


def value_of(text: str) -> JsonValue:
    """What a JSON text says, read as every document is."""
    read = decode(text.encode(), "test.json")
    assert isinstance(read, JsonText), read
    return read.value


def pact3() -> Object:
    """A PACT 3 footprint with nothing wrong in it."""
    value = value_of(PACT_3_TEXT)
    assert isinstance(value, dict)
    return value


def pact2() -> Object:
    """A PACT 2 footprint with nothing wrong in it."""
    value = value_of(PACT_2_TEXT)
    assert isinstance(value, dict)
    return value


def changed(document: Object, path: str, value: object) -> Object:
    """The document with the attribute at a path such as `pcf.dqi` set to what a JSON text would say."""
    return _edited(document, path, value_of(json.dumps(value)))


def printed(document: Object, path: str, text: str) -> Object:
    """The document with a JSON text, as it is printed, at a path."""
    return _edited(document, path, value_of(text))


def without(document: Object, path: str) -> Object:
    """The document without the attribute at a path."""
    copy, holder, name = _found(document, path)
    del holder[name]
    return copy


def _edited(document: Object, path: str, value: JsonValue) -> Object:
    copy, holder, name = _found(document, path)
    holder[name] = value
    return copy


def _found(document: Object, path: str) -> tuple[Object, Object, str]:
    copy = deepcopy(document)
    *way, name = path.split(".")
    holder: JsonValue = copy
    for step in way:
        holder = _within(holder, step)
    assert isinstance(holder, dict)
    return copy, holder, name


def _within(holder: JsonValue, step: str) -> JsonValue:
    if isinstance(holder, list):
        return holder[int(step)]
    assert isinstance(holder, dict)
    return holder[step]


def nowhere(pointers: Iterable[str]) -> Mapping[str, Position]:
    """A `Locate` for documents that are in no file."""
    return dict.fromkeys(pointers, Position(1, 1))


def read_any(document: Object, *others: Object, pointer: str = "") -> Submission | Unreadable:
    """The document, read as one of a file that holds the others too."""
    return from_pact(document, pointer, "test.json", "0" * 64, nowhere, file_context([document, *others]))


def read(document: Object, *others: Object, pointer: str = "") -> Submission:
    """The document, read where it must be readable."""
    submission = read_any(document, *others, pointer=pointer)
    assert isinstance(submission, Submission), submission
    return submission


def field(submission: Submission, path: str) -> Element | None:
    """The field of a footprint at a path such as `pcf.mass`, or None where it is not given."""
    element: Element | None = submission.footprint
    for name in path.split("."):
        assert isinstance(element, Record), f"{name} of {element}"
        element = element.fields.get(name)
    return element


def number(submission: Submission, path: str) -> Number:
    """The number at a path."""
    element = field(submission, path)
    assert isinstance(element, Number), element
    return element


def unusable(submission: Submission, path: str) -> Unusable:
    """What stands at a path and cannot be used."""
    element = field(submission, path)
    assert isinstance(element, Unusable), element
    return element


def noticed(submission: Submission) -> list[str]:
    """Ids and places of the intake findings, in their order."""
    return [f"{one.kind.id} {one.pointer}" for one in submission.intake]


def only(submission: Submission) -> IntakeFinding:
    """The one intake finding."""
    (finding,) = submission.intake
    return finding
