"""The engine knows no standard, rule or product by name: what it knows of them, it reads from rules/ and standards/.

A reader knows its format, so the name of a format may stand in `submission/`, and nowhere else.
"""

from __future__ import annotations

import re

import pytest

from tests.house.checkout import ENGINE, ROOT, files

FORMATS = frozenset({"pact", "openlca", "ilcd"})
ROOM_OF_READERS = "submission"

# The products of the planned category standards, as they are called in prose.
PRODUCTS = frozenset({
    "crude oil", "natural gas", "gasoline", "diesel", "jet kerosene", "naphtha", "hydrogen", "methanol", "ammonia",
    "urea", "calcium carbide", "ethylene", "propylene", "xylene", "ethylene glycol", "monoethylene glycol",
    "terephthalic acid", "polyethylene", "polypropylene", "polyvinyl chloride", "caustic soda", "cracker",
})  # fmt: skip
PRODUCTS_ZH = frozenset({
    "原油", "天然气", "汽油", "柴油", "喷气燃料", "石脑油", "氢气", "甲醇", "合成氨", "尿素", "电石", "乙烯", "丙烯",
    "二甲苯", "乙二醇", "对苯二甲酸", "聚氯乙烯", "烧碱",
})  # fmt: skip


WORDS_OF_THE_FIELD = frozenset({"factors"})
"""Ids of libraries that are words of the engine too, which has a room of that name."""


CODES_OF_FORMATS = {"submission/pact2_attributes.py": {"iso14067"}}
"""Ids that a format has as codes: PACT 2 lists cross-sectoral standards by such names."""


def standard_ids() -> frozenset[str]:
    """The ids of every library and category standard: the names of their folders."""
    folders = [path for room in ("rules", "standards") for path in (ROOT / room).iterdir()]
    ids = frozenset(path.name for path in folders if path.is_dir() and not path.name.startswith("."))
    return ids - WORDS_OF_THE_FIELD


def rule_ids() -> frozenset[str]:
    """The ids of every rule of every standard."""
    sources = [path.read_text(encoding="utf-8") for path in files("rules", "standards") if path.suffix == ".pcr"]
    return frozenset(found for text in sources for found in re.findall(r"^\s*rule\s+(\S+)", text, re.MULTILINE))


def names_in(text: str, names: frozenset[str]) -> set[str]:
    """The names that stand in a text as whole words; `_` and `-` end a word, and Chinese has no word ends."""
    folded = text.casefold()
    return {
        name
        for name in names
        if name.casefold() in folded  # quickly said of most
        and re.search(
            re.escape(name) if not name.isascii() else rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])",
            text,
            re.IGNORECASE,
        )
    }


def engine_texts() -> list[tuple[str, str]]:
    """Every text file of the engine: its path below the package, and the path and the text together."""
    paths = [path for path in files("engine/footrule") if path.suffix != ".bin"]
    return [(name := path.relative_to(ENGINE).as_posix(), f"{name}\n{path.read_text('utf-8')}") for path in paths]


def test_the_engine_names_no_standard_rule_or_product() -> None:
    names = (standard_ids() | rule_ids() | PRODUCTS | PRODUCTS_ZH) - FORMATS
    found = {path: named for path, text in engine_texts() if (named := names_in(text, names))}
    assert {path: named for path, named in found.items() if named != CODES_OF_FORMATS.get(path)} == {}


def test_formats_are_named_by_readers_only() -> None:
    others = [(path, text) for path, text in engine_texts() if not path.startswith(f"{ROOM_OF_READERS}/")]
    assert [path for path, text in others if names_in(text, FORMATS)] == []


def test_there_are_standards_to_look_for() -> None:
    assert standard_ids()
    assert rule_ids()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from footrule.submission.from_pact import read", {"pact"}),
        ("the impact is compact", set()),
        ("PACT-C04", {"pact"}),
        ("生产乙烯的裂解炉", {"乙烯"}),
    ],
)
def test_names_are_found_as_whole_words(text: str, found: set[str]) -> None:
    assert names_in(text, FORMATS | PRODUCTS_ZH) == found
