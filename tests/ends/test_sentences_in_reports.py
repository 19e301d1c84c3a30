"""Each finding says what its rule asks for: the sentence made from the rule's checked form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ends import footprints
from tests.ends.command import footrule, written
from tests.house.checkout import ROOT

SAYS = {
    "en": "The “declared amount” shall be greater than 0.",
    "zh": "“声明数量”应大于0。",
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_finding_has_its_sentence_in_the_language_of_the_report(tmp_path: Path, language: str) -> None:
    file = written(tmp_path, "one.json", footprints.text(footprints.conforming()))
    out = footrule("check", file, "--standard", "pact", "--format", "json", "--lang", language).out
    rules = [finding["rule"] for finding in json.loads(out)[0]["findings"]]
    first = next(one for one in rules if one["id"] == "PACT-C06" and one["requirement"] == 1)
    assert first["sentence"] == SAYS[language]
    assert first["written"] == "pcf.declared_amount > 0"
    assert all(one["sentence"] for one in rules)


@pytest.mark.parametrize(("language", "label"), [("en", "rule"), ("zh", "条文")])
def test_a_nonconformity_has_its_sentence_in_detail(tmp_path: Path, language: str, label: str) -> None:
    file = written(tmp_path, "one.json", footprints.text(footprints.nonconforming()))
    ended = footrule("check", file, "--standard", "pact", "--detail", "--lang", language)
    assert ended.status == 1
    assert any(line.lstrip().startswith(f"{label} ") for line in ended.out.splitlines())


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "the route is Steam cracking of naphtha, and no"), ("zh", "工艺路线为石脑油蒸汽裂解，而清单中没有")],
)
def test_a_message_calls_a_code_by_its_title_in_the_language_of_the_report(
    tmp_path: Path, language: str, says: str
) -> None:
    document = json.loads((ROOT / "standards/ethylene/examples/naphtha-cracking.json").read_text(encoding="utf-8"))
    document["extensions"][0]["data"]["inventory"]["processes"][0]["technology"] = "furnace"
    file = written(tmp_path, "one.json", json.dumps(document))
    assert says in footrule("check", file, "--lang", language).squeezed
