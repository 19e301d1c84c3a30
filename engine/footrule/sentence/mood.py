"""The verbs of a sentence: as a fact (in a condition), or as a requirement with its modal verb."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class Mood(Enum):
    """How a condition is said; of a requirement, by its verb."""

    FACT = "fact"
    SHALL = "shall"
    SHOULD = "should"
    MAY = "may"


_THIRD_PERSON = {
    "be": "is", "equal": "equals", "differ": "differs", "contain": "contains", "begin": "begins", "end": "ends",
    "lie": "lies", "hold": "holds", "confirm": "confirms",
}  # fmt: skip
_NOT = {Mood.SHALL: "shall not", Mood.SHOULD: "should not", Mood.MAY: "need not"}


def _english(mood: Mood) -> dict[str, str]:
    if mood is Mood.FACT:
        return _THIRD_PERSON | {"not_be": "is not", "not_hold": "does not hold"}
    verbs = {verb: f"{mood.value} {verb}" for verb in _THIRD_PERSON}
    return verbs | {"not_be": f"{_NOT[mood]} be", "not_hold": f"{_NOT[mood]} hold"}


def _chinese(m: str, n: str, give: str, not_give: str, have_no: str, not_so: str) -> dict[str, str]:
    return {
        "m": m, "n": n, "be": f"{m}为", "not_be": f"{n}为", "give": give, "not_give": not_give, "have_no": have_no,
        "not_so": not_so,
    }  # fmt: skip


VERBS: Mapping[str, Mapping[Mood, Mapping[str, str]]] = {
    "en": {mood: _english(mood) for mood in Mood},
    "zh": {
        Mood.FACT: _chinese("", "不", "已给出", "未给出", "没有", "并非"),
        Mood.SHALL: _chinese("应", "不应", "应给出", "不应给出", "不应有", "不应是"),
        Mood.SHOULD: _chinese("宜", "不宜", "宜给出", "不宜给出", "不宜有", "不宜是"),
        Mood.MAY: _chinese("可", "可不", "可给出", "可不给出", "可没有", "可不是"),
    },
}
"""What fills the verbs of the phrases, by language and mood."""
