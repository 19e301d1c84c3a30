"""Tables of factors for tests: small, of one's own, and with everything in them that a row may have."""

from __future__ import annotations

from pathlib import Path

BLOCK = """# table: {name}
# title: Factors of a plant
# title zh: 某厂因子
# publisher: The plant
# year: 2025
# licence: for the plant alone
# obtained: measured by the plant
"""
HEADS = (
    "id", "name", "name_zh", "kind", "series", "cas", "hs", "geography", "sector", "valid_from", "valid_until", "value",
    "unit", "low", "high", "range", "gas", "origin", "parts", "gwp_set", "scope", "boundary", "technology", "quality",
    "source_table", "source_page", "status", "conflicts_with", "superseded_by", "derivation", "note", "note_zh",
)  # fmt: skip
STEAM: dict[str, str] = {
    "id": "plant.steam.2024",
    "name": "Quuxsteam, from the boiler",
    "name_zh": "夸克蒸汽，锅炉",
    "kind": "heat",
    "series": "plant.steam",
    "hs": "2201.90",
    "geography": "CN-SD",
    "sector": "manufacturing",
    "valid_from": "2024-01-01",
    "valid_until": "2024-12-31",
    "value": "98.5",
    "unit": "kg CO2e/GJ",
    "low": "95.0",
    "high": "102",
    "range": "95 %",
    "gas": "CO2e",
    "origin": "fossil",
    "parts": "CO2=98.1;CH4=0.1;N2O=0.3",
    "gwp_set": "AR6",
    "scope": "life_cycle",
    "boundary": "boiler, water and fuel supply",
    "technology": "gas boiler",
    "quality": "technological=1;temporal=2",
    "source_table": "Sheet 3",
    "source_page": "p. 4",
    "status": "verified",
    "conflicts_with": "plant.steam-meter.2024",
    "note": "Measured at the header.",
    "note_zh": "在分汽缸处测量。",
}
ROWS: tuple[dict[str, str], ...] = (
    STEAM,
    STEAM
    | {
        "id": "plant.steam.2023",
        "valid_from": "2023-01-01",
        "valid_until": "2023-12-31",
        "value": "101.0",
        "low": "",
        "parts": "",
        "conflicts_with": "",
    },
    STEAM
    | {
        "id": "plant.steam-meter.2024",
        "name": "Quuxsteam, by the old meter",
        "name_zh": "夸克蒸汽，旧表计",
        "series": "plant.steam-meter",
        "value": "110",
        "high": "112",
        "parts": "",
        "status": "provisional",
        "conflicts_with": "plant.steam.2024",
    },
    {
        "id": "plant.steam.mass",
        "name": "Quuxsteam by mass",
        "name_zh": "单位质量夸克蒸汽",
        "kind": "heat",
        "geography": "CN",
        "value": "0.269",
        "unit": "kg CO2e/kg",
        "gas": "CO2e",
        "scope": "life_cycle",
        "status": "transcribed",
        "derivation": "plant.steam.2024 * 2.75 MJ/kg within 1 %",
    },
    {
        "id": "plant.steam.old",
        "name": "Quuxsteam, first estimate",
        "kind": "heat",
        "geography": "GLO",
        "value": "120",
        "unit": "kg CO2/GJ",
        "gas": "CO2",
        "scope": "direct",
        "technology": "boiler with a zorkburner",
        "status": "provisional",
        "superseded_by": "plant.steam.2024",
    },
    {
        "id": "plant.zorkburner",
        "name": "Zorkburners",
        "kind": "process",
        "geography": "GLO",
        "value": "1",
        "unit": "kg/kg",
        "status": "verified",
        "valid_from": "2025-07-01",
    },
)


def table(*rows: dict[str, str], name: str = "plant") -> str:
    """A table with some rows (default: all of them)."""
    lines = (",".join(f'"{row.get(head, "")}"' for head in HEADS) for row in rows or ROWS)
    return BLOCK.format(name=name) + "\n".join([",".join(HEADS), *lines]) + "\n"


def plant(folder: Path, *rows: dict[str, str], name: str = "plant") -> Path:
    """The file of such a table."""
    path = folder / f"{name}.csv"
    path.write_text(table(*rows, name=name), encoding="utf-8")
    return path
