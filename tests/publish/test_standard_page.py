"""The page of a standard: whole, self-contained, the same every time, and safe whatever a standard says."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footrule.library.catalogue import Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import edition_of, shipped
from footrule.model.standard import Standard
from footrule.publish.page import standard_page
from tests.publish.outline import Outline

SHIPPED = ("pact", "ethylene", "caustic_soda", "hydrogen", "diesel")
CATALOGUE = Catalogue(shipped())


def shipped_standard(id: str) -> Standard:
    found = CATALOGUE.find(id, date(2026, 11, 1))
    assert isinstance(found, Standard)
    return found


def page(id: str, *languages: str) -> str:
    standard = shipped_standard(id)
    origins = {one.id: shipped_standard(one.id) for one in standard.built_on}
    return standard_page(standard, origins, languages)


@pytest.mark.parametrize("languages", [("en",), ("zh",), ("en", "zh")], ids="-".join)
@pytest.mark.parametrize("id", SHIPPED)
def test_a_page_is_whole(id: str, languages: tuple[str, ...]) -> None:
    outline = Outline(page(id, *languages))
    assert outline.open == []
    assert len(set(outline.ids)) == len(outline.ids)
    assert {address.removeprefix("#") for address in outline.addresses} <= set(outline.ids)
    assert outline.unscoped == 0
    assert all(later - earlier <= 1 for earlier, later in zip(outline.levels, outline.levels[1:], strict=False))
    assert outline.levels[0] == 1
    assert outline.levels.count(1) == 1


@pytest.mark.parametrize("id", SHIPPED)
def test_a_page_asks_the_world_for_nothing(id: str) -> None:
    text = page(id, "en", "zh")
    outline = Outline(text)
    assert outline.tags & {"script", "link", "img", "iframe", "object", "form"} == set()
    assert all(address.startswith("#") for address in outline.addresses)
    assert "url(" not in text
    assert "@import" not in text


@pytest.mark.parametrize("id", SHIPPED)
def test_every_rule_and_allocation_has_its_place(id: str) -> None:
    standard = shipped_standard(id)
    ids = set(Outline(page(id, "en")).ids)
    assert {rule.id for rule in standard.rules} | {one.id for one in standard.allocations} <= ids
    assert {f"section-{section.number}" for section in standard.sections} <= ids


def test_the_same_standard_is_the_same_page() -> None:
    assert page("ethylene", "en", "zh") == page("ethylene", "en", "zh")


def test_a_page_in_one_language_has_no_other() -> None:
    texts = "".join(Outline(page("pact", "en")).texts)
    assert not any("一" <= char <= "鿿" for char in texts)


def test_provisional_limits_are_marked_where_they_are_used() -> None:
    text = page("ethylene", "en")
    article = text[text.index('id="ETH-6.4"') : text.index('id="ETH-6.5"')]
    assert "Provisional limit" in article
    assert "practice of yield tables; no published tolerance was found" in article


def test_annexes_do_not_take_the_letters_of_sections() -> None:
    assert [section.number for section in shipped_standard("caustic_soda").sections if section.number.isalpha()] == [
        "A",
        "B",
    ]
    ids = Outline(page("caustic_soda", "en")).ids
    assert next(one for one in ids if one.startswith("annex-")) == "annex-C"


HOSTILE = """
standard hostile 1.0.0
  title {0}
  declared unit 1 kg
  boundary cradle to gate

document doc {0} edition {0}

codes colour
  red {0}

data
  shade : colour {0} required
  other : mass unit kg {0}

parameter limit = 1 kg
  provisional {0}

section 1 {0}
text {0}

rule H-1 {0}
  cite doc {0}
  for each o in processes
  let named = o.name
  shall named is not {0}
  otherwise {0}
  should pcf.mass > limit when shade is red
  note {0}

rule H-2 {0}
  cite doc {0}
  shall attested by verifier using inspection

example {0}
  from "f.json"
  fails H-1
"""


@settings(max_examples=60, deadline=None)
@given(
    text=st.one_of(
        st.sampled_from(
            [
                "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "a & b < c > d ' e", "]]>", "-->",
                "</html>", "&lt;b&gt;", "\\u202etxt", "“” ‘’ `x`", "javascript:alert(1)",
            ]
        ),
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20),
    )
)  # fmt: skip
def test_whatever_a_standard_says_stays_text(text: str) -> None:
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("{", "(").replace("}", ")") + '"'
    edition = edition_of(HOSTILE.replace("{0}", quoted).encode(), "hostile.pcr")
    assert edition is not None
    standard = checked(edition, CATALOGUE).standard
    if standard is None:
        return  # a text that is refused, such as an empty title, is no standard
    outline = Outline(standard_page(standard, {}, ("en", "zh")))
    assert outline.open == []
    assert outline.tags & {"script", "img", "b"} == {"b"}
    assert all(address.startswith("#") for address in outline.addresses)


def test_the_hostile_standard_is_one() -> None:
    edition = edition_of(HOSTILE.replace("{0}", '"<script>alert(1)</script>"').encode(), "hostile.pcr")
    assert edition is not None
    result = checked(edition, CATALOGUE)
    assert result.standard is not None, [one.headline.in_language("en") for one in result.diagnostics]
    text = standard_page(result.standard, {}, ("en",))
    assert "&lt;script&gt;" in text
    assert "<script" not in text
