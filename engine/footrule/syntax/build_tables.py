"""Builds the saved parser tables: `python -m footrule.syntax.build_tables`, after the grammar has changed."""

from __future__ import annotations

from footrule.syntax.tables import TABLES, built_tables

if __name__ == "__main__":
    TABLES.write_bytes(built_tables())
