"""Whole footprints for the ends and the pipeline: plausible ones that keep every rule of the `pact` library.

An industrial gas by the cubic metre, without biogenic carbon. Whoever needs a bad one changes one thing.
"""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

Document = dict[str, Any]

_PACT_3: Document = {
    "id": "3f0d2f0e-6a4e-4c8e-861d-079e4e1dfd01",
    "specVersion": "3.0.0",
    "created": "2026-03-01T08:00:00+08:00",
    "status": "Active",
    "companyName": "Example Works",
    "companyIds": ["urn:example:company:works"],
    "productDescription": "An industrial gas, in bulk",
    "productIds": ["urn:example:product:7"],
    "productNameCompany": "Gas 7",
    "comment": "Modelled by unit process; 按单元过程建模",
    "pcf": {
        "declaredUnitOfMeasurement": "cubic meter",
        "declaredUnitAmount": "2",
        "productMassPerDeclaredUnit": "2.36",
        "referencePeriodStart": "2025-01-01T00:00:00Z",
        "referencePeriodEnd": "2025-12-31T23:59:59Z",
        "geographyCountry": "CN",
        "pcfExcludingBiogenicUptake": "4.60",
        "pcfIncludingBiogenicUptake": "4.60",
        "fossilGhgEmissions": "4.50",
        "landUseChangeGhgEmissions": "0.10",
        "fossilCarbonContent": "2.02",
        "packagingEmissionsIncluded": False,
        "ccsTechnologicalCO2CaptureIncluded": False,
        "ipccCharacterizationFactors": ["AR6"],
        "crossSectoralStandards": ["ISO14067", "PACT-3.0"],
        "exemptedEmissionsPercent": "0.5",
        "exemptedEmissionsDescription": "Lubricants, below the cut-off",
        "secondaryEmissionFactorSources": [{"name": "A database", "version": "3.10"}],
        "primaryDataShare": "56.1",
        "dqi": {"technologicalDQR": "2.0", "geographicalDQR": "1", "temporalDQR": "1.5"},
    },
}

_PACT_2: Document = {
    "id": "3f0d2f0e-6a4e-4c8e-861d-079e4e1dfd02",
    "specVersion": "2.3.0",
    "version": 1,
    "created": "2026-03-01T00:00:00Z",
    "status": "Active",
    "companyName": "Example Works",
    "companyIds": ["urn:example:company:works"],
    "productDescription": "A liquid, bottled",
    "productIds": ["urn:example:product:8"],
    "productCategoryCpc": "34110",
    "productNameCompany": "Liquid 8",
    "comment": "",
    "pcf": {
        "declaredUnit": "liter",
        "unitaryProductAmount": "12",
        "productMassPerDeclaredUnit": "0.8",
        "pCfExcludingBiogenic": "1.50",
        "pCfIncludingBiogenic": "1.50",
        "fossilGhgEmissions": "1.50",
        "fossilCarbonContent": "0.4",
        "biogenicCarbonContent": "0",
        "packagingEmissionsIncluded": False,
        "characterizationFactors": "AR6",
        "ipccCharacterizationFactorsSources": ["AR6"],
        "crossSectoralStandardsUsed": ["ISO Standard 14067"],
        "crossSectoralStandards": ["ISO14067"],
        "boundaryProcessesDescription": "Cradle to gate",
        "referencePeriodStart": "2025-01-01T00:00:00Z",
        "referencePeriodEnd": "2026-01-01T00:00:00Z",
        "exemptedEmissionsPercent": 0.5,
        "exemptedEmissionsDescription": "Below the cut-off",
        "primaryDataShare": 56.1,
        "secondaryEmissionFactorSources": [{"name": "A database", "version": "3.10"}],
        "dqi": {"coveragePercent": 80, "technologicalDQR": 2.0, "temporalDQR": 1, "geographicalDQR": 2},
    },
}


def pact3(**pcf: object) -> Document:
    """A PACT 3 footprint: nothing is wrong, and a verifier has to look at one thing. `pcf` changes its attributes."""
    document = deepcopy(_PACT_3)
    document["pcf"] |= pcf
    return document


def pact2(**pcf: object) -> Document:
    """A PACT 2 footprint, with the same to be said of it."""
    document = deepcopy(_PACT_2)
    document["pcf"] |= pcf
    return document


def verified(document: Document, *rules: str, role: str = "verifier", outcome: str = "met") -> Document:
    """The footprint with an inventory in which somebody attests rules (by default what every footprint awaits)."""
    attestations = [
        {"requirement": rule, "by": "A. Verifier", "role": role, "outcome": outcome} for rule in rules or ("PACT-C23",)
    ]
    return carrying({"attestations": attestations}, document)


def carrying(inventory: Document, document: Document | None = None) -> Document:
    """A footprint with an inventory; a PACT 3 one unless another is given."""
    extension = {
        "specVersion": "2.0.0",
        "dataSchema": "https://example.org/inventory.json",
        "data": {"inventory": inventory},
    }
    return deepcopy(document or pact3()) | {"extensions": [extension]}


def without(document: Document, *names: str) -> Document:
    """The footprint without some attributes of its `pcf`."""
    copy = deepcopy(document)
    for name in names:
        del copy["pcf"][name]
    return copy


def conforming() -> Document:
    """Every `shall` that applies holds, the attested one too."""
    return verified(pact3())


def nonconforming() -> Document:
    """One sum is wrong (PACT-C05), and nothing else."""
    return verified(pact3(pcfIncludingBiogenicUptake="9.99"))


def awaiting() -> Document:
    """Only a verifier's judgement is missing."""
    return pact3()


def undetermined() -> Document:
    """Data are missing: no primary data share is given, which the format allows."""
    return verified(without(pact3(), "primaryDataShare"))


def text(document: object, indent: int | None = 2) -> str:
    """A document as it would be exported."""
    return json.dumps(document, ensure_ascii=False, indent=indent)
