"""Keywords in English and in Chinese write the same standard."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from footrule.syntax.format import formatted
from footrule.syntax.keywords import IN_CHINESE, IN_ENGLISH, english, in_language
from footrule.syntax.parse import parse
from footrule.syntax.tree import Tree
from footrule.text.diagnostic import Sink
from footrule.text.snippet import snippet
from footrule.text.source import Source, Span

ROOT = Path(__file__).parents[2]
SHIPPED = sorted([*ROOT.glob("rules/**/*.pcr"), *ROOT.glob("standards/**/*.pcr")])
_TERMINAL = re.compile(r"^_([A-Z_]+)\.\d:\s*/\(\?:(.+)\|(\w+)\)\(\?!\\w\)/$", re.MULTILINE)


def tree_of(text: str) -> Tree:
    """The tree of a text that parses."""
    sink = Sink()
    tree = parse(Source("test.pcr", text), sink)
    assert tree is not None, [snippet(one, "en") for one in sink]
    return tree


def meaning(node: object) -> object:
    """A tree without the places of its words."""
    if isinstance(node, Span | Source):
        return None
    if is_dataclass(node) and not isinstance(node, type):
        return type(node).__name__, [meaning(getattr(node, one.name)) for one in fields(node)]
    if isinstance(node, tuple):
        return [meaning(one) for one in node]
    if isinstance(node, dict):
        return {name: meaning(one) for name, one in node.items()}
    return node


def with_words(text: str, language: str) -> str:
    """The text with the keywords of a language."""
    translated = formatted(Source("test.pcr", text), Sink(), language)
    assert translated is not None
    return translated


def test_the_grammar_has_the_same_keywords() -> None:
    grammar = (ROOT / "grammar" / "footrule.lark").read_text(encoding="utf-8")
    found = {
        name.lower().replace("_", " "): (in_english.replace(r"\s+", " "), chinese)
        for name, in_english, chinese in _TERMINAL.findall(grammar)
    }
    assert found == {keyword: (keyword, chinese) for keyword, chinese in IN_CHINESE.items()}


def test_the_reference_lists_them_all() -> None:
    page = (ROOT / "grammar" / "README.md").read_text(encoding="utf-8")
    assert [keyword for keyword, chinese in IN_CHINESE.items() if f"| `{keyword}` | {chinese} |" not in page] == []


def test_no_chinese_keyword_stands_for_two() -> None:
    assert len(IN_ENGLISH) == len(IN_CHINESE)


@pytest.mark.parametrize("keyword", IN_CHINESE)
def test_there_and_back(keyword: str) -> None:
    assert english(in_language(keyword, "zh")) == keyword
    assert in_language(in_language(keyword, "zh"), "en") == keyword


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_standard_in_chinese_words_means_the_same_and_comes_back_unchanged(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    chinese = with_words(text, "zh")
    assert "标题 " in chinese
    assert not re.search(r"^ +(shall|cite|otherwise|from)\b", chinese, re.MULTILINE)
    assert meaning(tree_of(chinese)) == meaning(tree_of(text))
    assert with_words(chinese, "zh") == chinese
    assert with_words(chinese, "en") == text


def test_a_standard_can_be_written_in_chinese_alone() -> None:
    tree = tree_of(
        """
规则库 小规则 1.0.0
  标题 zh "小规则"
文件 依据 zh "某标准" 版本 "2026"
规则 A-1 zh "质量为正"
  引用 依据 "1"
  设 质量 = pcf.mass
  应 质量 > 0 kg 且 非 (质量 恰为 1 kg) 当 pcf.mass 已给出
  否则 zh "质量为{质量}"
"""
    )
    assert (tree.header.kind, tree.header.id.text) == ("library", "小规则")
    assert tree.header.title is not None
    assert tree.header.title.wording.texts == (("zh", "小规则"),)


@pytest.mark.parametrize(
    ("glued", "word"),
    [
        ("shall true whenever x", "whenever"),
        ("shall pcf.mass > 0 kg orpcf.mass < 1 kg", "orpcf"),
        ("应 真 当真", "当真"),
        ("shallow true", "shallow"),
    ],
)
def test_a_keyword_ends_where_the_word_ends(glued: str, word: str) -> None:
    sink = Sink()
    head = 'library small 1.0.0\n  title "Small"\ndocument d "D" edition "1"\nrule A-1 "One"\n  cite d "1"\n'
    tree = parse(Source("test.pcr", f"{head}  {glued}\n"), sink)
    assert tree is not None
    assert tree.unread
    (found,) = sink
    place = found.primary.span
    assert found.source.text[place.start : place.end] == word
