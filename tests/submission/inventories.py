"""An inventory to read, small and whole, and what can be done to it."""

from __future__ import annotations

from footrule.submission.element import Element, Items, Record, Unusable
from footrule.submission.json_text import JsonValue
from footrule.submission.submission import Submission
from tests.submission.pact_documents import Object, changed, pact3, value_of

PLACE = "/extensions/0/data/inventory"

INVENTORY_TEXT = """{
  "standard": {"id": "gas"},
  "product": {"name": "A gas", "purity": {"value": "99.9", "unit": "%"}},
  "boundary": {
    "type": "cradle_to_gate",
    "stages": [{"stage": "production", "included": true}],
    "exclusions": [{"item": "Buildings", "share": {"value": "0.5", "unit": "%"}}]
  },
  "characterisation": {"set": "AR6", "horizon": "100"},
  "processes": [
    {
      "id": "unit", "technology": "distillation", "controlled": true,
      "period_start": "2025-01-01T00:00:00Z", "period_end": "2026-01-01T00:00:00Z",
      "capacity": {"value": "3.0", "unit": "kt"}, "boiler_heat": {"value": "0.9", "unit": "PJ"},
      "inputs": [
        {
          "id": "feed", "kind": "feedstock", "amount": "2.50", "unit": "t", "serves": "gas",
          "primary_activity": true, "primary_factor": false, "quality": {"temporal": "2"},
          "lower_heating_value": {"value": "44.0", "unit": "GJ/t"}, "carbon_content": {"value": "85", "unit": "%"},
          "from": {
            "footprint": "f4b1225a", "value": "420", "unit": "kg CO2e/t",
            "primary_data_share": {"value": "30", "unit": "%"}
          }
        },
        {
          "id": "power", "kind": "electricity", "amount": "400", "unit": "kWh",
          "from": {"value": "0.58", "unit": "kg CO2e/kWh", "gases": ["CO2", "HFC-134a"], "set": "AR6", "year": "2024"}
        },
        {"id": "filters", "kind": "material", "amount": "4", "unit": "piece", "from": {"factor": "filter"}},
        {"id": "reflux", "kind": "material", "amount": "9", "unit": "m3", "from": {"process": "unit", "output": "gas"}}
      ],
      "outputs": [
        {
          "id": "gas", "role": "main", "amount": "2.4", "unit": "t", "concentration": {"value": "99", "unit": "%"},
          "price": {"value": "7100", "currency": "CNY", "per": "t"}
        },
        {"id": "steam", "role": "energy", "amount": "3", "unit": "GJ"}
      ],
      "emissions": [
        {"id": "flare", "gas": "CO2", "origin": "fossil", "source": "flaring", "amount": "30", "unit": "kg"}
      ],
      "zero_reasons": [{"source": "decoking", "reason": "No furnace"}],
      "allocation": {
        "method": "physical", "basis": "mass",
        "factors": [{"output": "gas", "class": "feed", "share": {"value": "100", "unit": "%"}}]
      }
    }
  ],
  "reference_flow": {"process": "unit", "output": "gas", "amount": "1", "unit": "t"},
  "electricity": [{"process": "unit", "energy": {"value": "400", "unit": "kWh"}, "approach": "grid"}],
  "sensitivities": [
    {"topic": "allocation", "basis": "lower_heating_value", "result": {"value": "1.3", "unit": "kg CO2e"}}
  ],
  "comparisons": [],
  "category": {"route": "direct"}
}"""  # fmt: skip


def inventory() -> Object:
    """An inventory with nothing wrong in it."""
    value = value_of(INVENTORY_TEXT)
    assert isinstance(value, dict)
    return value


def carrying(one: JsonValue) -> Object:
    """A PACT 3 footprint with nothing wrong in it, and that inventory."""
    extension: Object = {"specVersion": "2.0.0", "dataSchema": "https://example.org/x.json", "data": {"inventory": one}}
    return {**pact3(), "extensions": [extension]}


def altered(path: str, value: object) -> Object:
    """The footprint with its inventory, in which the attribute at a path such as `processes.0.id` is changed."""
    return carrying(changed(inventory(), path, value))


def with_flow(**attributes: object) -> Object:
    """The footprint with these attributes of its first input changed; None takes one away."""
    one = inventory()
    for name, value in attributes.items():
        one = changed(one, f"processes.0.inputs.0.{name}", value)
    return carrying(one)


def at(submission: Submission, path: str) -> Element | None:
    """What stands at a path such as `processes.0.inputs.1.energy`, or None where nothing is given."""
    element: Element | None = submission.footprint
    for step in path.split("."):
        if step.isdigit():
            assert isinstance(element, Items), f"{step} of {element}"
            element = element.elements[int(step)]
        else:
            assert isinstance(element, Record), f"{step} of {element}"
            element = element.fields.get(step)
    return element


def unusable_at(submission: Submission, path: str) -> Unusable:
    """What stands at a path and cannot be used."""
    element = at(submission, path)
    assert isinstance(element, Unusable), element
    return element
