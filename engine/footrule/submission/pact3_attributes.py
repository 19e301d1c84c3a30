"""The published table of PACT 3: which attribute of a document fills which field of the language.

Source: PACT Technical Specifications 3.0 (OpenAPI 3.0.4): names, types, required attributes, patterns. Two lists
differ from its schema, because its text says otherwise: an empty set of sector rules is how a document says that
there are none, and cross-sectoral standards are an open list.
"""

from __future__ import annotations

from footrule.measure.unit import ONE, PERCENT
from footrule.submission.extension import EXTENSIONS
from footrule.submission.footprint_vocabulary import CODES
from footrule.submission.reported_units import KG, KG_C, KG_CO2E, M2
from footrule.submission.wire import (
    AttributeTable,
    Edition,
    WireChoice,
    WireDecimal,
    WireList,
    WireObject,
    WirePlain,
    WireText,
    form_of,
    optional,
    required,
)
from footrule.text.wording import worded

MASS, EMISSION, CARBON, AREA = map(WireDecimal, (KG, KG_CO2E, KG_C, M2))
NUMBER, PERCENTAGE = WireDecimal(ONE), WireDecimal(PERCENT)
INSTANT, TRUTH, SHARE = WirePlain.INSTANT, WirePlain.TRUTH, WirePlain.SHARE
TEXT, FILLED = WireText(), WireText(filled=True)

_HEX = "[0-9a-fA-F]"
UUID = WireText(form_of(
    rf"\{{?{_HEX}{{8}}-(?:{_HEX}{{4}}-){{3}}{_HEX}{{12}}\}}?",
    worded('a UUID such as "f4b1225a-bd44-4c8e-861d-079e4e1dfd69"', 'UUID，例如"f4b1225a-bd44-4c8e-861d-079e4e1dfd69"'),
))  # fmt: skip
URN = WireText(form_of(
    r"[uU][rR][nN]:[\s\S]*",
    worded('a URN such as "urn:gtin:4712345060507"', 'URN，例如"urn:gtin:4712345060507"'),
))  # fmt: skip
SPEC_VERSION = WireText(form_of(
    r"[0-9]+\.[0-9]+\.[0-9]+(-[0-9]{8})?",
    worded('a version of three numbers such as "3.0.0"', '由三个数字组成的版本号，例如"3.0.0"'),
))  # fmt: skip
COUNTRY = WireText(form_of(
    r"[A-Z]{2}",
    worded('a country code of two capital letters such as "CN"', '两位大写字母的国家代码，例如"CN"'),
))  # fmt: skip
SUBDIVISION = WireText(form_of(
    r"[A-Z]{2}-[A-Z0-9]{1,3}",
    worded('a subdivision code such as "CN-SH"', '行政区划代码，例如"CN-SH"'),
))  # fmt: skip
ASSESSMENT_REPORT = WireText(form_of(
    r"AR[0-9]+",
    worded('an IPCC Assessment Report such as "AR6"', 'IPCC 评估报告的代号，例如"AR6"'),
))  # fmt: skip

SET_OF_UUIDS = WireList(UUID, unique=True, filled=True)
SET_OF_URNS = WireList(URN, unique=True, filled=True)
SET_OF_REPORTS = WireList(ASSESSMENT_REPORT, unique=True, filled=True)
SET_OF_TEXTS = WireList(TEXT, unique=True, filled=True)
SET_OF_NAMES = WireList(FILLED, unique=True, filled=True)


def choice(codes: str) -> WireChoice:
    """A closed list of the vocabulary, by what it prints."""
    return WireChoice({code.title: code.name for code in CODES[codes].codes})


REGION = WireChoice({name: name for name in (
    "Africa", "Americas", "Asia", "Europe", "Oceania", "Australia and New Zealand", "Central Asia", "Eastern Asia",
    "Eastern Europe", "Latin America and the Caribbean", "Melanesia", "Micronesia", "Northern Africa",
    "Northern America", "Northern Europe", "Polynesia", "South-eastern Asia", "Southern Asia", "Southern Europe",
    "Sub-Saharan Africa", "Western Asia", "Western Europe",
)}, as_text=True)  # fmt: skip

SECTOR_RULE = AttributeTable("ProductOrSectorSpecificRule", "sector_rule", (
    required("operator", "operator", choice("rule_operator")),
    required("ruleNames", "rule_names", SET_OF_NAMES),
    optional("otherOperatorName", "other_operator_name", FILLED),
))  # fmt: skip

_SECONDARY_SOURCE = AttributeTable("EmissionFactorSource", "secondary_source", (
    required("name", "name", FILLED),
    required("version", "version", FILLED),
))  # fmt: skip

_DQI = AttributeTable("DataQualityIndicators", "dqi", (
    required("technologicalDQR", "technological", NUMBER),
    required("geographicalDQR", "geographical", NUMBER),
    required("temporalDQR", "temporal", NUMBER),
), replaced={"coveragePercent": (), "completenessDQR": (), "reliabilityDQR": ()})  # fmt: skip

_VERIFICATION = AttributeTable("Verification", "verification", (
    optional("coverage", "coverage", choice("verification_coverage")),
    optional("providerName", "provider_name", TEXT),
    optional("completedAt", "completed_at", INSTANT),
    optional("standardName", "standard_name", TEXT),
    optional("comments", "comments", TEXT),
), replaced={"assurance": (), "level": (), "boundary": ()})  # fmt: skip

_PCF = AttributeTable("CarbonFootprint", "pcf", (
    required("declaredUnitOfMeasurement", "declared_unit", choice("declared_unit")),
    required("declaredUnitAmount", "declared_amount", NUMBER),
    required("productMassPerDeclaredUnit", "mass", MASS),
    required("referencePeriodStart", "reference_period_start", INSTANT),
    required("referencePeriodEnd", "reference_period_end", INSTANT),
    optional("geographyRegionOrSubregion", "region", REGION),
    optional("geographyCountry", "country", COUNTRY),
    optional("geographyCountrySubdivision", "subdivision", SUBDIVISION),
    optional("boundaryProcessesDescription", "boundary_description", TEXT),
    required("pcfExcludingBiogenicUptake", "excluding_biogenic_uptake", EMISSION),
    required("pcfIncludingBiogenicUptake", "including_biogenic_uptake", EMISSION),
    required("fossilGhgEmissions", "fossil", EMISSION),
    required("fossilCarbonContent", "fossil_carbon", CARBON),
    optional("biogenicCarbonContent", "biogenic_carbon", CARBON),
    optional("recycledCarbonContent", "recycled_carbon", CARBON),
    optional("landUseChangeGhgEmissions", "land_use_change", EMISSION),
    optional("landCarbonLeakage", "land_carbon_leakage", EMISSION),
    optional("landManagementFossilGhgEmissions", "land_management_fossil", EMISSION),
    optional("landManagementBiogenicCO2Emissions", "land_management_biogenic_co2", EMISSION),
    optional("landManagementBiogenicCO2Removals", "land_management_removals", EMISSION),
    optional("biogenicCO2Uptake", "biogenic_uptake", EMISSION),
    optional("biogenicNonCO2Emissions", "biogenic_non_co2", EMISSION),
    optional("landAreaOccupation", "land_occupation", AREA),
    optional("aircraftGhgEmissions", "aircraft", EMISSION),
    optional("packagingEmissionsIncluded", "packaging_included", TRUTH),
    optional("packagingGhgEmissions", "packaging", EMISSION),
    optional("packagingBiogenicCarbonContent", "packaging_biogenic_carbon", CARBON),
    optional("outboundLogisticsGhgEmissions", "outbound_logistics", EMISSION),
    optional("ccsTechnologicalCO2CaptureIncluded", "ccs_included", TRUTH),
    optional("ccsTechnologicalCO2Capture", "ccs_capture", EMISSION),
    optional("technologicalCO2CaptureOrigin", "capture_origin", TEXT),
    optional("technologicalCO2Removals", "technological_removals", EMISSION),
    optional("ccuCarbonContent", "ccu_carbon", CARBON),
    optional("ccuCalculationApproach", "ccu_approach", choice("ccu_approach")),
    optional("ccuCreditCertification", "ccu_credit_certification", TEXT),
    required("ipccCharacterizationFactors", "characterisation_factors", SET_OF_REPORTS),
    required("crossSectoralStandards", "cross_sectoral_standards", SET_OF_TEXTS),
    optional("productOrSectorSpecificRules", "sector_rules", WireList(WireObject(SECTOR_RULE), unique=True)),
    required("exemptedEmissionsPercent", "exempted_share", PERCENTAGE),
    optional("exemptedEmissionsDescription", "exempted_description", TEXT),
    optional("allocationRulesDescription", "allocation_description", TEXT),
    optional(
        "secondaryEmissionFactorSources", "secondary_sources", WireList(WireObject(_SECONDARY_SOURCE), filled=True)
    ),
    optional("primaryDataShare", "primary_data_share", SHARE),
    optional("dqi", "dqi", WireObject(_DQI)),
    optional("verification", "verification", WireObject(_VERIFICATION)),
), replaced={
    "declaredUnit": ("declaredUnitOfMeasurement",),
    "unitaryProductAmount": ("declaredUnitAmount",),
    "pCfExcludingBiogenic": ("pcfExcludingBiogenicUptake",),
    "pCfIncludingBiogenic": ("pcfIncludingBiogenicUptake",),
    "dLucGhgEmissions": ("landUseChangeGhgEmissions",),
    "iLucGhgEmissions": ("landCarbonLeakage",),
    "landManagementGhgEmissions": (
        "landManagementFossilGhgEmissions", "landManagementBiogenicCO2Emissions", "landManagementBiogenicCO2Removals",
    ),
    "otherBiogenicGhgEmissions": ("biogenicNonCO2Emissions",),
    "biogenicCarbonWithdrawal": ("biogenicCO2Uptake",),
    "characterizationFactors": ("ipccCharacterizationFactors",),
    "ipccCharacterizationFactorsSources": ("ipccCharacterizationFactors",),
    "crossSectoralStandardsUsed": ("crossSectoralStandards",),
    "assurance": ("verification",),
    "biogenicAccountingMethodology": (),
    "uncertaintyAssessmentDescription": (),
})  # fmt: skip

_PRODUCT_FOOTPRINT = AttributeTable("ProductFootprint", "footprint", (
    required("id", "id", UUID),
    required("specVersion", "spec_version", SPEC_VERSION),
    optional("precedingPfIds", "preceding_ids", SET_OF_UUIDS),
    required("created", "created", INSTANT),
    required("status", "status", choice("status")),
    optional("validityPeriodStart", "validity_start", INSTANT),
    optional("validityPeriodEnd", "validity_end", INSTANT),
    required("companyName", "company_name", FILLED),
    required("companyIds", "company_ids", SET_OF_URNS),
    required("productDescription", "product_description", TEXT),
    required("productIds", "product_ids", SET_OF_URNS),
    optional("productClassifications", "product_classifications", SET_OF_URNS),
    required("productNameCompany", "product_name", FILLED),
    optional("comment", "comment", TEXT),
    required("pcf", "pcf", WireObject(_PCF)),
    optional("extensions", "extensions", EXTENSIONS),
), replaced={
    "productCategoryCpc": ("productClassifications",), "version": (), "updated": (), "statusComment": (),
})  # fmt: skip

PACT_3 = Edition("PACT Technical Specifications", "3.0", _PRODUCT_FOOTPRINT)
"""PACT 3.x; the attributes of its outermost object and, within, of all others."""
