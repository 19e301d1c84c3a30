"""Rows and tables of the factor database for programs: numbers as the texts that tables print, places with names."""

from __future__ import annotations

from fractions import Fraction

from footrule.factors.dossier import Dossier, YearOfSeries, difference
from footrule.factors.factor import Factor
from footrule.factors.geography import Geography
from footrule.factors.recomputed import Part, Recomputed
from footrule.factors.shelf import TableTold
from footrule.measure.decimal import Printed, decimal_text
from footrule.text.wording import Wording


def factor_object(one: Factor, geography: Geography) -> dict[str, object]:
    """A row, its fields called as the columns of a table are."""
    place = geography.name(one.geography)
    return {
        "id": one.id,
        "table": one.table,
        "line": one.line,
        "name": one.name,
        "name_zh": one.name_zh,
        "kind": one.kind.value,
        "series": one.series,
        "cas": list(one.cas),
        "hs": list(one.hs),
        "geography": one.geography,
        "place": {language: place.in_language(language) for language in ("en", "zh")},
        "sector": one.sector,
        "valid_from": None if one.valid_from is None else str(one.valid_from),
        "valid_until": None if one.valid_until is None else str(one.valid_until),
        "value": one.value.text,
        "unit": one.unit.symbol,
        "uncertainty": _uncertainty(one),
        "gas": one.gas,
        "origin": one.origin,
        "parts": {gas: decimal_text(amount) for gas, amount in one.parts},
        "gwp_set": one.gwp_set,
        "scope": None if one.scope is None else one.scope.value,
        "boundary": one.boundary,
        "technology": one.technology,
        "quality": {name: decimal_text(score) for name, score in one.quality},
        "source": {name: getattr(one.source, name) for name in ("title", "year", "table", "page", "licence")},
        "status": one.status.value,
        "conflicts_with": list(one.conflicts_with),
        "superseded_by": one.superseded_by or None,
        "derivation": one.derivation,
        "note": one.note,
        "note_zh": one.note_zh,
    }


def dossier_object(one: Dossier, geography: Geography, language: str) -> dict[str, object]:
    """Everything of a row; what is said of it is in one language."""
    return {
        **factor_object(one.factor, geography),
        "of_table": table_object(one.table),
        "remarks": [remark.in_language(language) for remark in one.remarks],
        "conflicts": [
            {**_briefly(other), "status": other.status.value, "difference": _percent(difference(one.factor, other))}
            for other in one.conflicts
        ],
        "successor": None if one.successor is None else _briefly(one.successor),
        "derived": _derived(one.derived, one.factor, language),
        "over_time": [_year(year) for year in one.over_time],
    }


def table_object(one: TableTold) -> dict[str, object]:
    """A table with its provenance."""
    return {
        "name": one.used.name,
        "ships": one.used.ships,
        "sha256": one.used.sha256,
        "factors": one.rows,
        **{
            name: getattr(one.provenance, name)
            for name in ("title", "title_zh", "publisher", "year", "licence", "obtained")
        },
    }


def _uncertainty(one: Factor) -> dict[str, str | None] | None:
    if one.uncertainty is None:
        return None
    return {"low": _text(one.uncertainty.low), "high": _text(one.uncertainty.high), "range": one.uncertainty.meaning}


def _text(number: Printed | None) -> str | None:
    return None if number is None else number.text


def _briefly(one: Factor) -> dict[str, object]:
    return {"id": one.id, "name": one.name, "name_zh": one.name_zh, "value": one.value.text, "unit": one.unit.symbol}


def _derived(result: Recomputed | Wording | None, one: Factor, language: str) -> dict[str, object] | None:
    if result is None:
        return None
    if isinstance(result, Wording):
        return {"problem": result.in_language(language)}
    return {
        "parts": [_part(part) for part in result.parts],
        "value": result.amount_text,
        "unit": one.unit.symbol,
        "tolerance": _percent(result.tolerance),
        "agrees": result.agrees,
    }


def _part(part: Part) -> dict[str, str]:
    if part.factor is not None:
        return {"written": part.written, "value": part.factor.value.text, "unit": part.factor.unit.symbol}
    amount = part.quantity.value / part.quantity.unit.factor
    return {"written": part.written, "value": decimal_text(amount), "unit": part.quantity.unit.symbol}


def _year(one: YearOfSeries) -> dict[str, object]:
    row = one.factor
    days = (None if day is None else str(day) for day in (row.valid_from, row.valid_until))
    return {
        **_briefly(row),
        **dict(zip(("valid_from", "valid_until"), days, strict=True)),
        "change": _percent(one.change),
    }


def _percent(share: Fraction | None) -> str | None:
    return None if share is None else f"{decimal_text(share * 100, 4)} %"
