"""A computed footprint for programs: the record that rules read as `recomputed`, under the names that rules use.

The published contract is `computed.schema.json`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from footrule.inventory.derivation import Derivation
from footrule.inventory.problems import text_of
from footrule.inventory.recomputed import KG_CO2E
from footrule.measure.decimal import decimal_text
from footrule.measure.unit import Unit
from footrule.model.edition import ChosenEdition
from footrule.report.computed import Computed, NothingComputed
from footrule.report.trace_page import places_of
from footrule.submission.element import Code, Element, Items, Number, Record, Text, Unusable
from footrule.text.source import Position


def computed_object(one: Computed | NothingComputed, language: str) -> dict[str, object]:
    """The report of one submission: either `recomputed`, or `problems`."""
    submission = one.submission
    head: dict[str, object] = {
        "id": submission.id,
        "file": submission.file,
        "sha256": submission.sha256,
        "pointer": submission.footprint.pointer,
        "standard": None if one.chosen is None else _standard(one.chosen, language),
    }
    remarks = [each.in_language(language) for each in one.remarks]
    if isinstance(one, NothingComputed):
        places = submission.locate([each.pointer for each in one.problems])
        problems = [
            {
                "pointer": each.pointer,
                "line": places[each.pointer].line if each.pointer in places else None,
                "says": each.says.in_language(language),
            }
            for each in one.problems
        ]
        return {**head, "problems": problems, "remarks": remarks}
    whole = one.found.footprint
    bound = whole.bound
    return {
        **head,
        "allocations": [
            {"process": _id(part.process), "allocation": part.rule, "alternative": part.method}
            for part in whole.partitions.values()
            if part.rule is not None
        ],
        "bound": None if bound is None else _figure(bound * one.found.scale, KG_CO2E),
        "recomputed": _object(one.found.record, language),
        "told_in_other_sets": [
            {"process": _id(process), "flow": _id(flow), "set": used}
            for process, flow, used in whole.told_in_other_sets()
        ],
        "not_needed": [_id(process) for process in whole.unreached],
        "provisional_factors": [each.id for each in one.provisional],
        "provisional_limits": [each.in_language(language) for each in one.provisional_limits],
        "remarks": remarks,
    }


def derivation_object(told: Sequence[Derivation], one: Computed, language: str) -> dict[str, object]:
    """A figure, and what it refers to as told below it, as nested objects; what is empty is left out."""
    first, *below = told
    places = places_of(told, one.submission)
    whole: dict[str, object] = _derived(first, places, language)
    further: dict[str, object] = {
        "below": [_derived(each, places, language) for each in below],
        "remarks": [each.in_language(language) for each in one.remarks],
    }
    return whole | {name: given for name, given in further.items() if given}


def _derived(one: Derivation, places: Mapping[str, Position], language: str) -> dict[str, object]:
    at = places.get(one.pointer)
    whole: dict[str, object] = {
        "name": one.name.in_language(language),
        "value": one.value,
        "how": one.how.in_language(language) if one.how is not None else "",
        "pointer": one.pointer,
        "line": at.line if at is not None else "",
        "source": one.source,
        "of": [_derived(below, places, language) for below in one.of],
    }
    return {name: told for name, told in whole.items() if told not in ("", [])}


def _standard(chosen: ChosenEdition, language: str) -> dict[str, object]:
    standard = chosen.standard
    return {
        "id": standard.id,
        "version": standard.version,
        "sha256": standard.sha256,
        "because": chosen.because.in_language(language),
    }


def _id(record: Record) -> str | None:
    return text_of(record.fields.get("id"))


def _object(record: Record, language: str) -> dict[str, object]:
    return {name: _told(element, language) for name, element in record.fields.items()}


def _figure(value: Fraction, unit: Unit) -> dict[str, object]:
    return {"value": decimal_text(value / unit.factor), "unit": unit.symbol or "1"}


def _told(element: Element, language: str) -> object:
    match element:
        case Record():
            return _object(element, language)
        case Items():
            return [_told(one, language) for one in element.elements]
        case Number():
            return _figure(element.quantity.value, element.quantity.unit)
        case Code():
            return element.code
        case Text():
            return element.text
        case Unusable(because=because):
            return {"missing": because if isinstance(because, str) else because.in_language(language)}
        case _:
            raise AssertionError("a recomputed footprint has no such element")
