"""The columns of a table of factors: which there are, which must be there, and the row as texts in their order."""

from __future__ import annotations

from collections.abc import Sequence

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


def order_of(heads: Sequence[str]) -> tuple[tuple[str, ...], list[Wording]]:
    """The columns of a file in its order, and what is wrong with its heads; none where anything is."""
    names = tuple(head.strip() for head in heads)
    wrong = [_unknown(head, number) for number, head in enumerate(names, 1) if head not in COLUMNS]
    twice = sorted({one for one in names if one in COLUMNS and names.count(one) > 1})
    if twice:
        listed = ", ".join(twice)
        wrong.append(worded(f"a column stands twice: {listed}", f"列重复：{listed}"))
    lacking = [one for one in REQUIRED if one not in names]
    if lacking and not wrong:
        wrong.append(worded(f"the columns {', '.join(lacking)} are missing", f"缺少列：{'、'.join(lacking)}"))
    return () if wrong else names, wrong


def _unknown(head: str, number: int) -> Wording:
    if not head:
        return worded(f"column {number} has no name", f"第{number}列没有列名")
    if ";" in head or "\t" in head:
        return worded("between fields stand commas, not semicolons or tabs", "字段之间用逗号，而非分号或制表符")
    from footrule.text.suggest import nearest

    meant = nearest(head, COLUMNS)
    en, zh = (f"; did you mean `{meant}`?", f"；是否指 {meant}？") if meant else ("", "")
    return worded(f"there is no column `{head}`{en}", f"没有“{head}”这一列{zh}")


def arranged(row: Sequence[str], columns: Sequence[str]) -> Texts:
    """A row of a file with these columns in the order of COLUMNS."""
    given = dict(zip(columns, row, strict=True))
    return tuple(given.get(one, "") for one in COLUMNS)
