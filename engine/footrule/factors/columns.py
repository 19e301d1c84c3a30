"""The columns of a table of factors: which there are, which must be there, and the row as texts in their order."""

from __future__ import annotations

from collections.abc import Sequence

from footrule.text.suggest import nearest
from footrule.text.wording import Wording, worded

COLUMNS = (
    "id", "name", "name_zh", "kind", "series", "cas", "hs", "geography", "sector", "valid_from", "valid_until",
    "value", "unit", "low", "high", "range", "gas", "origin", "parts", "gwp_set", "scope", "boundary", "technology",
    "quality", "source", "source_table", "source_page", "source_year", "licence", "status", "conflicts_with",
    "superseded_by", "derivation", "note", "note_zh",
)  # fmt: skip
REQUIRED = ("id", "name", "kind", "geography", "value", "unit", "status")

(
    ID, NAME, NAME_ZH, KIND, SERIES, CAS, HS, GEOGRAPHY, SECTOR, VALID_FROM, VALID_UNTIL,
    VALUE, UNIT, LOW, HIGH, RANGE, GAS, ORIGIN, PARTS, GWP_SET, SCOPE, BOUNDARY, TECHNOLOGY,
    QUALITY, SOURCE, SOURCE_TABLE, SOURCE_PAGE, SOURCE_YEAR, LICENCE, STATUS, CONFLICTS_WITH,
    SUPERSEDED_BY, DERIVATION, NOTE, NOTE_ZH,
) = range(len(COLUMNS))  # fmt: skip
"""Where each column stands in a row that is in order."""

Texts = tuple[str, ...]
"""A row in the order of COLUMNS; what a file leaves out is empty."""


def order_of(heads: Sequence[str]) -> tuple[list[int], list[Wording]]:
    """Where the columns of a file go, and what is wrong with its heads."""
    wrong: list[Wording] = []
    places: list[int] = []
    for head in (one.strip() for one in heads):
        if head in COLUMNS:
            places.append(COLUMNS.index(head))
            continue
        meant = nearest(head, COLUMNS)
        en, zh = (f"; did you mean `{meant}`?", f"；是否指 {meant}？") if meant else ("", "")
        wrong.append(worded(f"there is no column `{head}`{en}", f"没有“{head}”这一列{zh}"))
    twice = sorted({COLUMNS[one] for one in places if places.count(one) > 1})
    if twice:
        listed = ", ".join(twice)
        wrong.append(worded(f"a column stands twice: {listed}", f"列重复：{listed}"))
    lacking = [one for one in REQUIRED if COLUMNS.index(one) not in places]
    if lacking and not wrong:
        wrong.append(worded(f"the columns {', '.join(lacking)} are missing", f"缺少列：{'、'.join(lacking)}"))
    return places, wrong
