"""`footrule explain CODE`: the page of a diagnostic or of an intake finding."""

from __future__ import annotations

import re
from argparse import Namespace

from footrule.cli import console
from footrule.resources import data_folder
from footrule.text.suggest import nearest
from footrule.text.wording import worded

_CODE = re.compile(r"[A-Z]\d{4}", re.ASCII)


def run(options: Namespace) -> int:
    """Print the page of a code."""
    asked: str = options.code
    code = asked.upper()
    pages = data_folder("grammar") / "diagnostics"
    if _CODE.fullmatch(code) and (pages / f"{code}.md").is_file():
        print((pages / f"{code}.md").read_text(encoding="utf-8").rstrip())
        return 0
    table = (data_folder("grammar") / "intake" / "README.md").read_text(encoding="utf-8").splitlines()
    rows = {found[0]: row for row in table if (found := _CODE.findall(row)) and row.startswith("|")}
    if code in rows:
        print("\n".join(cell.strip() for cell in rows[code].strip("|").split("|")))
        return 0
    known = [*rows, *(entry.name.removesuffix(".md") for entry in pages.iterdir())]
    near = nearest(code, known)
    if near is None:
        console.complain(worded(f"no page explains {asked}", f"没有解释 {asked} 的页面"), options.lang)
    else:
        console.complain(
            worded(f"no page explains {asked}; did you mean {near}?", f"没有解释 {asked} 的页面；是否指 {near}？"),
            options.lang,
        )
    return 2
