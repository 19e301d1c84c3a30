"""`footrule factors template`: a table to begin with, which `footrule factors check` finds in order."""

from __future__ import annotations

import csv
import io
import re
import sys
from argparse import Namespace

from footrule.cli import console
from footrule.factors.columns import COLUMNS
from footrule.factors.table import SUFFIX
from footrule.text.wording import worded

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,59}", re.ASCII)
_TITLE_ZH = "数据所出自的文件或数据库"
TITLE = worded("The document or database that the figures are from", _TITLE_ZH)
PUBLISHER = worded("Whose it is", "发布者")
LICENCE = worded("On what terms it may be used, and by whom", "使用许可及其范围")
OBTAINED = worded("How the figures came here: an export, a report, a letter", "获取方式：导出、报告或来函")
EXAMPLE = {
    "name": "Electricity by contract, an example",
    "name_zh": "合同电力（示例）",
    "kind": "electricity",
    "geography": "CN",
    "valid_from": "2025-01-01",
    "valid_until": "2025-12-31",
    "value": "0.0123",
    "unit": "kg CO2e/kWh",
    "gas": "CO2e",
    "gwp_set": "AR6",
    "scope": "life_cycle",
    "boundary": "generation, transmission and distribution",
    "technology": "run of river",
    "source_table": "Table 1",
    "status": "verified",
    "note": "An example: put rows of your own here.",
    "note_zh": "示例：请换成您自己的数据。",
}


def run(options: Namespace) -> int:
    """Print the table. Statuses: 0, and 2 for a name that no table should have."""
    asked: str = options.name
    name = asked.removesuffix(SUFFIX)
    if _NAME.fullmatch(name) is None:
        return console.refused(
            [
                worded(
                    f"{asked}: a table is called by small letters, digits, `.`, `-` and `_`",
                    f"{asked}：表名只能含小写字母、数字、“.”“-”“_”",
                )
            ],
            options.lang,
        )
    sys.stdout.write(template(name, options.lang))
    return 0


def template(name: str, language: str) -> str:
    """The table: its provenance, the heads of all columns, and a row."""
    block = (
        ("table", name),
        ("title", TITLE.in_language(language)),
        ("title zh", _TITLE_ZH),
        ("publisher", PUBLISHER.in_language(language)),
        ("year", "2025"),
        ("licence", LICENCE.in_language(language)),
        ("obtained", OBTAINED.in_language(language)),
    )
    text = io.StringIO()
    text.writelines(f"# {key}: {value}\n" for key, value in block)
    row = {"id": f"{name}.electricity.2025", "series": f"{name}.electricity", **EXAMPLE}
    csv.writer(text, lineterminator="\n").writerows([COLUMNS, [row.get(column, "") for column in COLUMNS]])
    return text.getvalue()
