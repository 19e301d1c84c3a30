"""The published table of PACT 2: which attribute of a document fills which field of the language.

Source: PACT Technical Specifications 2.3 (OpenAPI 2.3.3). Emissions, carbon contents and the mass are for ONE
declared unit there, and for the declared amount in PACT 3 and in the language: they are multiplied by
`unitaryProductAmount` (ADR-0036 of the specification). What cannot be derived is never guessed: the field is
unusable, for the reason given in this table. Where the texts of both versions agree, or version 3 says that an
attribute replaces one of version 2, the value is taken.

Three demands of the schema are not made, because its text makes them weaker: `crossSectoralStandards` and
`biogenicAccountingMethodology` are open lists, and data quality ratings are required from 2025 only, which is for
a rule to say. `ipccCharacterizationFactorsSources` came with 2.2.
"""

from __future__ import annotations

from footrule.measure.unit import ONE, PERCENT
from footrule.submission.extension import EXTENSIONS
from footrule.submission.pact3_attributes import (
    COUNTRY,
    FILLED,
    INSTANT,
    NUMBER,
    REGION,
    SECTOR_RULE,
    SET_OF_REPORTS,
    SET_OF_TEXTS,
    SET_OF_URNS,
    SET_OF_UUIDS,
    SPEC_VERSION,
    SUBDIVISION,
    TEXT,
    TRUTH,
    UUID,
    choice,
)
from footrule.submission.reported_units import KG, KG_C, KG_CO2E
from footrule.submission.wire import (
    Attribute,
    AttributeTable,
    Edition,
    WireChoice,
    WireDecimal,
    WireList,
    WireObject,
    WireOne,
    WirePlain,
    optional,
    required,
)
from footrule.text.wording import Wording, worded

_MASS, _EMISSION, _CARBON = (WireDecimal(unit, per_unit=True) for unit in (KG, KG_CO2E, KG_C))
_PERCENT_NUMBER, _RATING = WireDecimal(PERCENT, as_number=True), WireDecimal(ONE, as_number=True)

_DECLARED_UNIT = WireChoice({
    "liter": "liter", "kilogram": "kilogram", "cubic meter": "cubic_meter", "kilowatt hour": "kilowatt_hour",
    "megajoule": "megajoule", "ton kilometer": "ton_kilometer", "square meter": "square_meter",
})  # fmt: skip
_STANDARDS_USED = WireChoice({
    "GHG Protocol Product standard": "GHGP-Product",
    "ISO Standard 14067": "ISO14067",
    "ISO Standard 14044": "ISO14040-44",
}, as_text=True)  # fmt: skip
_SET_OF_STANDARDS_USED = WireList(_STANDARDS_USED, unique=True, filled=True)
_OLDEST_REPORT = WireChoice({"AR6": "AR6", "AR5": "AR5"}, as_text=True)
_ASSURANCE_COVERAGE = WireChoice({
    one: one for one in ("corporate level", "product line", "PCF system", "product level")
}, as_text=True)  # fmt: skip
_ASSURANCE_LEVEL = WireChoice({"limited": "limited", "reasonable": "reasonable"}, as_text=True)
_ASSURANCE_BOUNDARY = WireChoice({one: one for one in ("Gate-to-Gate", "Cradle-to-Gate")}, as_text=True)

_EXCLUDING = worded(
    "PACT 2 leaves biogenic CO2 emissions out of this footprint and PACT 3 counts them; neither gives the other",
    "PACT 2 的该产品碳足迹不含生物源 CO2 排放，而 PACT 3 将其计入，两者无法相互推算",
)
_INCLUDING = worded(
    "PACT 2 counts all biogenic emissions here and does not say whether uptake and removals are in it, as PACT 3 does",
    "PACT 2 在此计入全部生物源排放，但未像 PACT 3 那样说明是否包含吸收量与清除量",
)
_LAND_MANAGEMENT = worded(
    "PACT 2 gives land management as one net figure; its fossil, biogenic and removal parts cannot be told apart",
    "PACT 2 将土地管理合为一个净值，无法拆分为化石源、生物源和清除三部分",
)
_OTHER_BIOGENIC = worded(
    "PACT 2 gives biogenic CO2 and other biogenic gases as one figure",
    "PACT 2 将生物源 CO2 与其他生物源气体合为一个数值",
)
_RATING_SCALE = worded(
    "PACT 2 rates data quality from 1 to 3 and PACT 3 from 1 to 5; no conversion is published",
    "PACT 2 的数据质量评级为 1 至 3，PACT 3 为 1 至 5，没有公布的换算方法",
)
_COVERAGE = worded(
    "PACT 2 and PACT 3 divide the coverage of a verification differently",
    "PACT 2 与 PACT 3 对核查范围的划分不同",
)
_NOT_IN_FORMAT = worded("PACT 2 has no attribute for this", "PACT 2 没有对应的属性")


def _not_in_format(*fields: str) -> dict[str, Wording]:
    """Amounts that a rule might else count as zero."""
    return dict.fromkeys(fields, _NOT_IN_FORMAT)


_DATABASE = AttributeTable("EmissionFactorDatabases", "secondary_source", (
    required("name", "name", FILLED),
    required("version", "version", FILLED),
))  # fmt: skip

_DQI = AttributeTable("DataQualityIndicators", "dqi", (
    optional("coveragePercent", None, _PERCENT_NUMBER),
    optional("technologicalDQR", "technological", _RATING, _RATING_SCALE),
    optional("temporalDQR", "temporal", _RATING, _RATING_SCALE),
    optional("geographicalDQR", "geographical", _RATING, _RATING_SCALE),
    optional("completenessDQR", None, _RATING),
    optional("reliabilityDQR", None, _RATING),
))  # fmt: skip

# An assurance that says `"assurance": false` states that there is none.
_ASSURANCE = AttributeTable("Assurance", "verification", (
    required("assurance", None, TRUTH),
    optional("coverage", "coverage", _ASSURANCE_COVERAGE, _COVERAGE),
    optional("level", None, _ASSURANCE_LEVEL),
    optional("boundary", None, _ASSURANCE_BOUNDARY),
    required("providerName", "provider_name", TEXT),
    optional("completedAt", "completed_at", INSTANT),
    optional("standardName", "standard_name", TEXT),
    optional("comments", "comments", TEXT),
), only_if="assurance")  # fmt: skip

_PCF = AttributeTable("CarbonFootprint", "pcf", (
    required("declaredUnit", "declared_unit", _DECLARED_UNIT),
    required("unitaryProductAmount", "declared_amount", NUMBER),
    optional("productMassPerDeclaredUnit", "mass", _MASS),
    required("pCfExcludingBiogenic", "excluding_biogenic_uptake", _EMISSION, _EXCLUDING),
    optional("pCfIncludingBiogenic", "including_biogenic_uptake", _EMISSION, _INCLUDING),
    required("fossilGhgEmissions", "fossil", _EMISSION),
    required("fossilCarbonContent", "fossil_carbon", _CARBON),
    required("biogenicCarbonContent", "biogenic_carbon", _CARBON),
    optional("dLucGhgEmissions", "land_use_change", _EMISSION),  # "Replaces dLucGhgEmissions" (3.0)
    Attribute(
        "landManagementGhgEmissions",
        ("land_management_fossil", "land_management_biogenic_co2", "land_management_removals"),
        _EMISSION, required=False, not_derivable=_LAND_MANAGEMENT,
    ),
    optional("otherBiogenicGhgEmissions", "biogenic_non_co2", _EMISSION, _OTHER_BIOGENIC),
    optional("iLucGhgEmissions", "land_carbon_leakage", _EMISSION),  # both: indirect, on land outside the value chain
    optional("biogenicCarbonWithdrawal", "biogenic_uptake", _EMISSION),  # "Replaces biogenicCarbonWithdrawal" (3.0)
    optional("aircraftGhgEmissions", "aircraft", _EMISSION),
    required("packagingEmissionsIncluded", "packaging_included", TRUTH),
    optional("packagingGhgEmissions", "packaging", _EMISSION),
    required("ipccCharacterizationFactorsSources", "characterisation_factors", SET_OF_REPORTS, since=2),
    required("characterizationFactors", "characterisation_factors", WireOne(_OLDEST_REPORT)),
    required("crossSectoralStandardsUsed", "cross_sectoral_standards", _SET_OF_STANDARDS_USED),
    optional("crossSectoralStandards", "cross_sectoral_standards", SET_OF_TEXTS),
    optional("productOrSectorSpecificRules", "sector_rules", WireList(WireObject(SECTOR_RULE), unique=True)),
    optional("biogenicAccountingMethodology", None, TEXT),
    required("boundaryProcessesDescription", "boundary_description", TEXT),
    required("referencePeriodStart", "reference_period_start", INSTANT),
    required("referencePeriodEnd", "reference_period_end", INSTANT),
    optional("geographyRegionOrSubregion", "region", REGION),
    optional("geographyCountry", "country", COUNTRY),
    optional("geographyCountrySubdivision", "subdivision", SUBDIVISION),
    optional("secondaryEmissionFactorSources", "secondary_sources", WireList(WireObject(_DATABASE), filled=True)),
    required("exemptedEmissionsPercent", "exempted_share", _PERCENT_NUMBER),
    required("exemptedEmissionsDescription", "exempted_description", TEXT),
    optional("allocationRulesDescription", "allocation_description", TEXT),
    optional("uncertaintyAssessmentDescription", None, TEXT),
    optional("primaryDataShare", "primary_data_share", _PERCENT_NUMBER),
    optional("dqi", "dqi", WireObject(_DQI)),
    optional("assurance", "verification", WireObject(_ASSURANCE)),
), amount="unitaryProductAmount", not_in_format=_not_in_format(
    "ccs_included", "ccs_capture", "technological_removals", "outbound_logistics", "land_occupation",
    "recycled_carbon", "packaging_biogenic_carbon", "ccu_carbon",
))  # fmt: skip

_PRODUCT_FOOTPRINT = AttributeTable("ProductFootprint", "footprint", (
    required("id", "id", UUID),
    required("specVersion", "spec_version", SPEC_VERSION),
    optional("precedingPfIds", "preceding_ids", SET_OF_UUIDS),
    required("version", None, WirePlain.WHOLE),
    required("created", "created", INSTANT),
    optional("updated", None, INSTANT),
    required("status", "status", choice("status")),
    optional("statusComment", None, TEXT),
    optional("validityPeriodStart", "validity_start", INSTANT),
    optional("validityPeriodEnd", "validity_end", INSTANT),
    required("companyName", "company_name", FILLED),
    required("companyIds", "company_ids", SET_OF_URNS),
    required("productDescription", "product_description", TEXT),
    required("productIds", "product_ids", SET_OF_URNS),
    optional("productClassifications", "product_classifications", SET_OF_URNS),
    required("productCategoryCpc", "cpc", FILLED),
    required("productNameCompany", "product_name", FILLED),
    required("comment", "comment", TEXT),
    required("pcf", "pcf", WireObject(_PCF)),
    optional("extensions", "extensions", EXTENSIONS),
))  # fmt: skip

PACT_2 = Edition("PACT Technical Specifications", "2.3", _PRODUCT_FOOTPRINT)
"""PACT 2.x; the attributes of its outermost object and, within, of all others."""
