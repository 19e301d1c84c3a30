"""The lists of codes of the inventory extension; a code is printed in a submission as its title here.

What goes by the name of a list that is open (technologies, sources, topics, bases, gases...) is what every industry
has; a standard declares what its own needs.
"""

from __future__ import annotations

from footrule.submission.vocabulary import CodeName, CodeNames, code_name, plain_codes

_GASES = ("CO2", "CH4", "N2O", "SF6", "NF3", "CF4", "C2F6", "HFC-23", "HFC-32", "HFC-125", "HFC-134a")

CHARACTERISATION_SETS = ("AR4", "AR5", "AR6")

CLOSED_CODES = (
    plain_codes("boundary_type", "cradle_to_gate", "cradle_to_grave", "gate_to_gate", "gate_to_grave"),
    plain_codes("characterisation_set", *CHARACTERISATION_SETS),
    plain_codes("contribution_kind", "emission", "input", "credit"),
    plain_codes(
        "input_kind",
        "feedstock", "fuel", "electricity", "heat", "material", "service", "transport", "waste_treatment",
    ),
    plain_codes("output_role", "main", "additional", "intermediate", "energy", "waste"),
    plain_codes("origin", "fossil", "biogenic", "land_use"),
    plain_codes("supply_kind", "process", "footprint", "factor", "inline"),
    plain_codes("electricity_approach", "grid", "supplier", "onsite", "direct_line"),
    plain_codes("factor_scope", "direct", "life_cycle", "generation_only", "upstream"),
    plain_codes("electricity_mix", "consumption", "residual", "production"),
    plain_codes("transfer_direction", "received", "delivered"),
    plain_codes(
        "result_apart_kind",
        "indirect_land_use_change", "land_use", "carbon_storage", "consumption_mix", "delayed_emissions",
        "other_metric",
    ),
    plain_codes(
        "position", "fossil", "biogenic_uptake", "biogenic_non_co2", "land_use_change", "aircraft", "packaging",
    ),
    plain_codes("gap_treatment", "zero", "value", "proxy"),
    plain_codes("loop", "closed", "open"),
    plain_codes("recycling_basis", "physical_property", "economic_value", "subsequent_uses"),
    plain_codes("use_profile_basis", "product_rules", "international", "national", "industry", "documented"),
    plain_codes("review_type", "internal", "external", "panel"),
)  # fmt: skip
"""Lists that the extension closes."""

OPEN_CODES = (
    plain_codes(
        "technology",
        "boiler", "furnace", "gas_turbine", "combined_heat_and_power", "flare", "distillation", "steam_cracking",
        "catalytic_cracking", "catalytic_reforming", "steam_reforming", "partial_oxidation", "gasification",
        "electrolysis", "air_separation", "polymerisation", "waste_water_treatment", "carbon_capture",
    ),
    plain_codes(
        "stage", "raw_materials", "production", "distribution", "use", "end_of_life",
    ),
    plain_codes(
        "source",
        "combustion", "process", "decoking", "flaring", "venting", "fugitive", "transport", "waste_water",
        "land_use_change",
    ),
    CodeNames("gas", tuple(CodeName(code_name(formula), formula) for formula in _GASES)),
    plain_codes("allocation_method", "physical", "economic", "subdivision", "substitution", "system_expansion"),
    plain_codes(
        "basis",
        "mass", "energy", "lower_heating_value", "exergy", "carbon", "moles", "volume", "revenue", "stoichiometry",
    ),
    plain_codes(
        "topic",
        "allocation", "cut_off", "data_quality", "characterisation", "electricity", "fugitive_emissions",
        "system_boundary", "feedstock_supply",
    ),
    plain_codes("currency", "CNY", "EUR", "USD"),
    plain_codes(
        "report_topic",
        "goal", "unit", "reference_flow", "boundary", "unit_processes", "data_sources", "gases", "characterisation",
        "cut_off", "allocation", "timing", "data_quality", "sensitivity", "uncertainty", "electricity",
        "interpretation",
        "limitations", "value_choices", "scope_changes", "period", "product_rules", "tracking", "use_profile",
        "end_of_life", "critical_review", "stages",
    ),
)  # fmt: skip
"""Lists that a standard may add to."""
