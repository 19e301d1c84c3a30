"""The nearest name: near enough to be meant, and never a wild guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.text.suggest import nearest

names = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=6, max_size=14)


@given(names, st.lists(names, max_size=5))
def test_a_known_name_is_its_own_nearest(name: str, others: list[str]) -> None:
    found = nearest(name, [name, *others])
    assert found is not None
    assert found.replace("_", "") == name.replace("_", "")


@given(names, st.integers(0, 13), st.sampled_from(["left out", "doubled", "capital"]))
def test_one_slip_is_forgiven(name: str, at: int, slip: str) -> None:
    at %= len(name)
    letter = {"left out": "", "doubled": name[at] * 2, "capital": name[at].upper()}[slip]
    assert nearest(name[:at] + letter + name[at + 1 :], [name]) == name or name.count("_") > 2


@given(st.text(), st.lists(st.text(), max_size=5))
def test_what_is_suggested_is_known(name: str, known: list[str]) -> None:
    found = nearest(name, known)
    assert found is None or found in known


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("declared_ammount", ["declared_amount", "mass"], "declared_amount"),
        ("DeclaredAmount", ["declared_amount", "mass"], "declared_amount"),
        ("shal", ["shall", "should"], "shall"),
        ("kilogramm", ["kilogram", "liter"], "kilogram"),
        ("质量", ["质量流", "能量"], "质量流"),
        ("banana", ["mass", "energy"], None),
        ("x", ["xylophone"], None),
        ("", ["mass"], None),
        ("mass", [], None),
    ],
)
def test_suggestions(name: str, known: list[str], meant: str | None) -> None:
    assert nearest(name, known) == meant
