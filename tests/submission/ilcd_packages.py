"""The gas works as an ILCD package."""

from __future__ import annotations

from tests.submission.packages import (
    ASH,
    BOILER,
    CH4,
    CO2,
    COAL,
    FLOWS,
    GAS,
    LANDFILL,
    POWER,
    PROPERTIES,
    SO2,
    STEAM,
    TAR,
    UNIT,
    UNITS,
    WATER,
    Files,
)

_KINDS = {"PRODUCT_FLOW": "Product flow", "WASTE_FLOW": "Waste flow", "ELEMENTARY_FLOW": "Elementary flow"}
_COMMON = 'xmlns:common="http://lca.jrc.it/ILCD/Common" version="1.1"'


def _reference(name: str, id: str, description: str) -> str:
    return (
        f'<{name} type="data set" refObjectId="{id}"><common:shortDescription xml:lang="en">{description}'
        f"</common:shortDescription></{name}>"
    )


def _ilcd_flow(id: str) -> str:
    name, kind, reference, others, category = FLOWS[id]
    outer, inner = ("elementaryFlowCategorization", "category") if "ELEM" in kind else ("classification", "class")
    levels = "".join(
        f'<common:{inner} level="{level}">{one}</common:{inner}>' for level, one in enumerate(category.split("/"))
    )
    factors = "".join(
        f'<flowProperty dataSetInternalID="{number}">'
        f"{_reference('referenceToFlowPropertyDataSet', one, PROPERTIES[one][0])}<meanValue>{factor}</meanValue>"
        "</flowProperty>"
        for number, (one, factor) in enumerate({reference: "1.0", **others}.items())
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<flowDataSet xmlns="http://lca.jrc.it/ILCD/Flow" {_COMMON}>
  <flowInformation>
    <dataSetInformation>
      <common:UUID>{id}</common:UUID>
      <name><baseName xml:lang="zh">流 {id[:8]}</baseName><baseName xml:lang="en">{name}</baseName></name>
      <classificationInformation><common:{outer}>{levels}</common:{outer}></classificationInformation>
    </dataSetInformation>
    <quantitativeReference><referenceToReferenceFlowProperty>0</referenceToReferenceFlowProperty></quantitativeReference>
  </flowInformation>
  <modellingAndValidation><LCIMethod><typeOfDataSet>{_KINDS[kind]}</typeOfDataSet></LCIMethod></modellingAndValidation>
  <flowProperties>{factors}</flowProperties>
</flowDataSet>"""


def ilcd_exchange(number: int, flow: str, amount: str, *, direction: str = "Output", more: str = "") -> str:
    """An exchange, in the reference unit of its flow."""
    return f"""
    <exchange dataSetInternalID="{number}">
      {_reference("referenceToFlowDataSet", flow, FLOWS[flow][0])}
      <exchangeDirection>{direction}</exchangeDirection>
      <meanAmount>{amount}</meanAmount>
      <resultingAmount>{amount}</resultingAmount>{more}
    </exchange>"""


def _ilcd_process(id: str, name: str, *exchanges: str, approach: str = "") -> str:
    method = f"<LCIMethodApproaches>{approach}</LCIMethodApproaches>" if approach else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<processDataSet xmlns="http://lca.jrc.it/ILCD/Process" {_COMMON}>
  <processInformation>
    <dataSetInformation>
      <common:UUID>{id}</common:UUID>
      <name><baseName xml:lang="en">{name}</baseName><mixAndLocationTypes>at works</mixAndLocationTypes></name>
    </dataSetInformation>
    <quantitativeReference type="Reference flow(s)">
      <referenceToReferenceFlow>1</referenceToReferenceFlow>
    </quantitativeReference>
    <time><common:referenceYear>2025</common:referenceYear></time>
    <geography><locationOfOperationSupplyOrProduction location="CN"/></geography>
  </processInformation>
  <modellingAndValidation><LCIMethodAndAllocation>
    <typeOfDataSet>Unit process, single operation</typeOfDataSet>{method}
  </LCIMethodAndAllocation></modellingAndValidation>
  <exchanges>{"".join(exchanges)}
  </exchanges>
</processDataSet>"""


def _ilcd_property(id: str) -> str:
    name, group, _, _ = PROPERTIES[id]
    return f"""<flowPropertyDataSet xmlns="http://lca.jrc.it/ILCD/FlowProperty" {_COMMON}><flowPropertiesInformation>
<dataSetInformation><common:UUID>{id}</common:UUID><common:name xml:lang="en">{name}</common:name></dataSetInformation>
<quantitativeReference>{_reference("referenceToReferenceUnitGroup", group, UNITS[group][0])}</quantitativeReference>
</flowPropertiesInformation></flowPropertyDataSet>"""


def _ilcd_group(id: str) -> str:
    name, units = UNITS[id]
    listed = "".join(
        f'<unit dataSetInternalID="{number}"><name>{called}</name><meanValue>{factor}</meanValue></unit>'
        for number, (_, called, factor) in enumerate(units)
    )
    return f"""<unitGroupDataSet xmlns="http://lca.jrc.it/ILCD/UnitGroup" {_COMMON}><unitGroupInformation>
<dataSetInformation><common:UUID>{id}</common:UUID><common:name xml:lang="en">{name}</common:name></dataSetInformation>
<quantitativeReference><referenceToReferenceUnit>0</referenceToReferenceUnit></quantitativeReference>
</unitGroupInformation><units>{listed}</units></unitGroupDataSet>"""


def ilcd() -> Files:
    """The gas works as an ILCD package."""
    files = {f"ILCD/flows/{own}.xml": _ilcd_flow(own) for own in FLOWS}
    files |= {f"ILCD/flowproperties/{own}.xml": _ilcd_property(own) for own in PROPERTIES}
    files |= {f"ILCD/unitgroups/{own}.xml": _ilcd_group(own) for own in UNITS}
    shared = (
        '<allocations><allocation internalReferenceToCoProduct="1" allocatedFraction="80"/>'
        '<allocation internalReferenceToCoProduct="2" allocatedFraction="20.0"/></allocations>'
    )
    files[f"ILCD/processes/{UNIT}.xml"] = _ilcd_process(
        UNIT, "Gas works",
        ilcd_exchange(1, GAS, "800.0"),
        ilcd_exchange(2, TAR, "200"),
        ilcd_exchange(3, COAL, "1500", direction="Input", more=shared + "<dataSourceType>Primary</dataSourceType>"),
        ilcd_exchange(4, STEAM, "900", direction="Input", more=shared),
        ilcd_exchange(5, POWER, "360", direction="Input", more=shared),
        ilcd_exchange(6, ASH, "30"),
        ilcd_exchange(7, CO2, "410.50", more=shared),
        ilcd_exchange(8, SO2, "0.4"),
        ilcd_exchange(9, WATER, "2", direction="Input"),
        approach="Allocation - mass",
    )  # fmt: skip
    files[f"ILCD/processes/{BOILER}.xml"] = _ilcd_process(
        BOILER, "Boiler", ilcd_exchange(1, STEAM, "1.0"), ilcd_exchange(2, GAS, "0.025", direction="Input"),
        ilcd_exchange(3, CO2, "0.07"), ilcd_exchange(4, CH4, "1.0E-5"),
    )  # fmt: skip
    files[f"ILCD/processes/{LANDFILL}.xml"] = _ilcd_process(
        LANDFILL, "Landfill", ilcd_exchange(1, ASH, "1.0", direction="Input"), ilcd_exchange(2, CH4, "0.001")
    )
    files["ILCD/sources/ignored.xml"] = "<not well-formed"
    return files
