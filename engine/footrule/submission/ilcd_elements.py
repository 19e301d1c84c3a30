"""ILCD 1.1 as findings cite it: what each thing is called, which elements belong where, and what method texts mean.

Source: the schemas of the ILCD format, version 1.1 (ILCD_ProcessDataSet.xsd and those beside it). Only elements that
say something about an inventory are listed with all their names; elsewhere an unknown element is nobody's concern.
"""

from __future__ import annotations

from collections.abc import Mapping

from footrule.submission.data_sets import Dialect, FlowKind

DOCUMENT, VERSION = "ILCD format", "1.1"

FLOW_KINDS: Mapping[str, FlowKind] = {
    "Elementary flow": FlowKind.ELEMENTARY,
    "Product flow": FlowKind.PRODUCT,
    "Waste flow": FlowKind.WASTE,
    "Other flow": FlowKind.PRODUCT,
}
"""Types of flows; an "Other flow" is one that somebody supplies, such as a service."""

DIRECTIONS: Mapping[str, bool] = {"Input": True, "Output": False}
"""Directions of exchanges, by whether they are inputs."""

APPROACHES: Mapping[str, tuple[str, str | None] | None] = {
    "Allocation - market value": ("economic", "revenue"),
    "Allocation - gross calorific value": ("physical", "energy"),
    "Allocation - net calorific value": ("physical", "lower_heating_value"),
    "Allocation - exergetic content": ("physical", "exergy"),
    "Allocation - element content": ("physical", None),
    "Allocation - mass": ("physical", "mass"),
    "Allocation - volume": ("physical", "volume"),
    "Allocation - ability to bear": ("economic", None),
    "Allocation - marginal causality": ("physical", None),
    "Allocation - physical causality": ("physical", None),
    "Allocation - 100% to main function": ("main_product", None),
    "Allocation - other explicit assignment": ("explicit_assignment", None),
    "Allocation - equal distribution": ("equal", None),
    "Allocation - recycled content": ("recycled_content", None),
    "Substitution - BAT": ("substitution", None),
    "Substitution - average, market price correction": ("substitution", None),
    "Substitution - average, technical properties correction": ("substitution", None),
    "Substitution - average, no correction": ("substitution", None),
    "Substitution - recycling potential": ("substitution", None),
    "Substitution - specific": ("substitution", None),
    "Consequential effects - other": None,
    "Not applicable": None,
    "Other": None,
}
"""Approaches to multifunctional processes, as the method of an allocation and its basis; None: they tell of none."""

CHILDREN: Mapping[str, frozenset[str]] = {
    "exchange": frozenset({
        "referenceToFlowDataSet", "location", "functionType", "exchangeDirection", "referenceToVariable", "meanAmount",
        "resultingAmount", "minimumAmount", "maximumAmount", "uncertaintyDistributionType",
        "relativeStandardDeviation95In", "allocations", "dataSourceType", "dataDerivationTypeStatus",
        "referencesToDataSource", "generalComment", "other",
    }),
    "quantitativeReference": frozenset({"referenceToReferenceFlow", "functionalUnitOrOther", "other"}),
    "LCIMethodAndAllocation": frozenset({
        "typeOfDataSet", "LCIMethodPrinciple", "deviationsFromLCIMethodPrinciple", "LCIMethodApproaches",
        "deviationsFromLCIMethodApproaches", "modellingConstants", "deviationsFromModellingConstants",
        "referenceToLCAMethodDetails", "other",
    }),
}  # fmt: skip
"""The elements that may stand in an element of a process, as far as an inventory is concerned."""

DIALECT = Dialect(DOCUMENT, VERSION, {
    "package": ("processDataSet", "version"),
    "data_set.id": ("dataSetInformation", "UUID"),
    "reference.id": ("GlobalReferenceType", "refObjectId"),
    "process.reference": ("quantitativeReference", "referenceToReferenceFlow"),
    "process.functional_unit": ("quantitativeReference", "functionalUnitOrOther"),
    "process.allocation": ("LCIMethodAndAllocation", "LCIMethodApproaches"),
    "process.year": ("time", "referenceYear"),
    "exchange.id": ("exchange", "dataSetInternalID"),
    "exchange.flow": ("exchange", "referenceToFlowDataSet"),
    "exchange.direction": ("exchange", "exchangeDirection"),
    "exchange.amount": ("exchange", "resultingAmount"),
    "exchange.mean": ("exchange", "meanAmount"),
    "exchange.unit": ("flowProperties", "flowProperty"),
    "exchange.property": ("flowProperties", "flowProperty"),
    "exchange.provider": ("exchange", "referenceToFlowDataSet"),
    "exchange.label": ("exchange", "generalComment"),
    "exchange.avoided": ("exchange", "functionType"),
    "exchange.function": ("exchange", "functionType"),
    "exchange.formula": ("exchange", "referenceToVariable"),
    "flow.kind": ("LCIMethod", "typeOfDataSet"),
    "flow.substance": ("dataSetInformation", "CASNumber"),
    "flow.reference": ("quantitativeReference", "referenceToReferenceFlowProperty"),
    "flow.property": ("flowProperty", "referenceToFlowPropertyDataSet"),
    "flow.factor": ("flowProperty", "meanValue"),
    "property.group": ("quantitativeReference", "referenceToReferenceUnitGroup"),
    "group.reference": ("quantitativeReference", "referenceToReferenceUnit"),
    "unit.factor": ("unit", "meanValue"),
    "share.product": ("allocation", "internalReferenceToCoProduct"),
    "share.value": ("allocation", "allocatedFraction"),
}, {
    "process": {
        "id": "processInformation/dataSetInformation/UUID",
        "name": "processInformation/dataSetInformation/name/baseName",
        "geography": "processInformation/geography/locationOfOperationSupplyOrProduction",
        "period_start": "processInformation/time/referenceYear",
        "period_end": "processInformation/time/referenceYear",
        "inputs": "exchanges", "outputs": "exchanges", "emissions": "exchanges",
        "allocation": "modellingAndValidation/LCIMethodAndAllocation/LCIMethodApproaches",
    },
    "input": {"id": "@dataSetInternalID", "name": "referenceToFlowDataSet", "supply": "referenceToFlowDataSet"},
    "output": {"id": "@dataSetInternalID", "name": "referenceToFlowDataSet"},
    "emission": {"id": "@dataSetInternalID", "gas": "referenceToFlowDataSet", "origin": "referenceToFlowDataSet"},
    "allocation": {"method": "", "factors": ""},
})  # fmt: skip
"""ILCD 1.1 as findings cite it."""
