"""A register of thousands of clauses is read and kept to in time that grows with it, and no faster."""

from __future__ import annotations

import time

import pytest

from footrule.text.diagnostic import MOST_KEPT
from tests.language.blocks import checked_text

MANY = 1000
SECONDS = 30


def text(cited: str) -> str:
    clauses = "\n".join(f'  "{"x" * (number % 150)}{number}" "Title"' for number in range(MANY))
    cites = "\n".join(f'  cite doc "{"x" * (number % 150)}{number}{cited}"' for number in range(MANY))
    head = 'library large 1.0.0\n  title "Large"\ndocument doc "A document"  edition "1"\n'
    return f'{head}clauses doc\n{clauses}\nrule T-1 "A rule"\n{cites}\n  shall pcf.mass > 0 kg\n'


@pytest.mark.parametrize(("cited", "told"), [(", table 1", 0), ("0000", MOST_KEPT)])
def test_many_citations_of_many_clauses(cited: str, told: int) -> None:
    begun = time.monotonic()
    _, diagnostics = checked_text(text(cited))
    assert len(diagnostics) == told
    assert time.monotonic() - begun < SECONDS
