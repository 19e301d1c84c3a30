"""What Footrule says, it says in English and in Chinese."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.checkout import called_name, engine_modules

LANGUAGES = {"en", "zh"}
_HAN = re.compile(r"[\u4e00-\u9fff]")
# The literals of JSON are shown as they are.
_WORD = re.compile(r"\b(?!(?:null|true|false)\b)[A-Za-z]*[a-z]{3}")


def literal(node: ast.expr | None) -> str | None:
    """The text of a literal, without what is filled in; None where it is computed elsewhere."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(str(part.value) for part in parts if isinstance(part, ast.Constant))
        case _:
            return None


def fault(en: ast.expr | None, zh: ast.expr | None) -> str | None:
    """What is wrong with a pair of literal texts, or None."""
    english, chinese = literal(en), literal(zh)
    if isinstance(en, ast.Constant) and not (english or "").strip():
        return "the English text is empty"
    if isinstance(zh, ast.Constant) and not (chinese or "").strip():
        return "the Chinese text is empty"
    if english and chinese is not None and _WORD.search(english) and not _HAN.search(chinese):
        return "the Chinese text is not in Chinese"
    if english and _HAN.search(english):
        return "the English text is not in English"
    return None


def pair(call: ast.Call) -> tuple[ast.expr | None, ast.expr | None]:
    """English and Chinese argument of a call of `worded`."""
    named = {one.arg: one.value for one in call.keywords}
    positional: list[ast.expr | None] = [*call.args, None, None]
    return positional[0] or named.get("en"), positional[1] or named.get("zh")


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a name in the engine, with its place."""
    for module in engine_modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and called_name(node) == name:
                yield f"{module.shown}:{node.lineno}", node


def test_every_wording_is_in_both_languages() -> None:
    found = list(calls("worded"))
    assert found
    assert [f"{place}: {why}" for place, call in found if (why := fault(*pair(call))) is not None] == []


def test_no_literal_wording_lacks_a_language() -> None:
    lacking = []
    for place, call in calls("Wording"):
        match call.args:
            case [ast.Tuple(elts=entries)]:
                pairs = [[literal(part) for part in one.elts] for one in entries if isinstance(one, ast.Tuple)]
                if all(None not in one for one in pairs) and not {one[0] for one in pairs if one} >= LANGUAGES:
                    lacking.append(place)
    assert lacking == []


@pytest.mark.parametrize(
    ("call", "wrong"),
    [
        ("worded('a unit', '单位')", False),
        ("worded(f'{n} files', f'{n} 个文件')", False),
        ("worded('kg', 'kg')", False),
        ("worded('null', ' null')", False),
        ("worded('a unit', '')", True),
        ("worded('', zh='单位')", True),
        ("worded('a unit', 'a unit')", True),
        ("worded('单位', '单位')", True),
    ],
)
def test_faults_are_found(call: str, wrong: bool) -> None:
    parsed = ast.parse(call, mode="eval").body
    assert isinstance(parsed, ast.Call)
    assert (fault(*pair(parsed)) is not None) is wrong
