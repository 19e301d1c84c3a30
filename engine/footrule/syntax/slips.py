"""What an author probably meant: the slips of people who never programmed, each with the advice that mends it.

A slip is a pattern on the line where the parser stopped, and applies if the place is inside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from footrule.text.wording import Wording, worded


@dataclass(frozen=True, slots=True)
class Slip:
    """A pattern and its advice; `{0}` in the advice is what was matched."""

    pattern: re.Pattern[str]
    en: str
    zh: str


def _slip(pattern: str, en: str, zh: str) -> Slip:
    return Slip(re.compile(pattern, re.IGNORECASE), en, zh)


_STRAIGHT_QUOTES = ('texts stand between straight quotation marks: "..."', '文本请写在英文直引号之间："..."')
_SLIPS = (
    _slip(r"[“”„‟«»「」『』＂][^“”«»「」『』＂\n]*[“”»」』＂]?", *_STRAIGHT_QUOTES),
    _slip(r"(?<!\w)'[^'\n]*'?", *_STRAIGHT_QUOTES),
    _slip(r"==+", "equality is written with one sign: `=`", "相等只写一个等号“=”"),
    _slip(r"!=|<>|≠|＝/＝", "write `is not`", "请写 is not"),
    _slip(r"≥|⩾|=>|＞=|＞＝", "write `>=`", "请写“>=”"),
    _slip(r"≤|⩽|=<|＜=|＜＝", "write `<=`", "请写“<=”"),
    _slip(
        r"\b(?:is )?(?:(?:(?:greater|larger|more|higher) than or )?equal to)\b|\bis the same as\b",
        "write `equals` (printed rounding is allowed for), `is exactly`, `>=` or `<=`",
        "请写 equals（允许修约误差）、is exactly、“>=”或“<=”",
    ),
    _slip(r"\b(?:is )?(?:at least|no(?:t)? (?:less|smaller|lower|fewer) than)\b", "write `>=`", "请写“>=”"),
    _slip(
        r"\b(?:is )?(?:at most|up to|no(?:t)? (?:more|greater|larger|higher) than|(?:does )?not exceeds?)\b",
        "write `<=`", "请写“<=”",
    ),
    _slip(r"\b(?:is )?(?:(?:greater|larger|bigger|more|higher)(?: than)?|above|over|exceeds)\b",
          "write `>`", "请写“>”"),
    _slip(r"\b(?:is )?(?:(?:less|smaller|lower|fewer)(?: than)?|below|under)\b", "write `<`", "请写“<”"),
    _slip(r"\b(?:is )?between\b", "write both limits: `x >= 1 kg and x <= 3 kg`",
          "请写出两个界限：x >= 1 kg and x <= 3 kg"),
    _slip(r"\b(?:does not exist|is absent|lacks)\b", "write `is missing`", "请写 is missing"),
    _slip(r"\b(?:exists|is (?:present|available|provided|reported))\b", "write `is given`", "请写 is given"),
    _slip(r"\b\d{1,3}(?:,\d{3})+\b", "digits are not grouped: write 1000, not 1,000",
          "数字不分组：请写 1000，不写 1,000"),
    _slip(r"\b\d+[,，]\d+\b", "decimals are written with a point: 0.5", "小数请用小数点：0.5"),
    _slip(r"//+|/\*|<!--", "a remark begins with `#` and ends with its line", "注释以“#”开头，到行尾为止"),
    _slip(r"&+", "write `and`", "请写 and"),
    _slip(r"\|+", "write `or`", "请写 or"),
    _slip(r"!", "write `not`", "请写 not"),
    _slip(r"\*\*|\^", "there are no powers: write `a * a`", "没有乘方：请写 a * a"),
    _slip(r"[;；。]", "a line needs no sign at its end; leave this out", "行末不需要符号，请删去"),
    _slip(r"\bCO2[- ]?eq?\w*|\bCO₂\w*", "emissions are written `kg CO2e`, carbon dioxide `kg CO2`",
          "排放量写作 kg CO2e，二氧化碳写作 kg CO2"),
    _slip(r"\bper\b", "a ratio of units is written without spaces: `kg CO2e/kg`", "单位之比不加空格：kg CO2e/kg"),
    _slip(r"±", "write `within 5 % of`", "请写 within 5 % of"),
    _slip(r"[×·⋅]", "write `*` to multiply; a tonne-kilometre is `tkm`", "相乘请写“*”；吨公里写作 tkm"),
    _slip(r"÷", "write `/`", "请写“/”"),
    _slip(r"[−–—－]", "write `-`", "请写“-”"),
)  # fmt: skip

_HALF_WIDTH = {
    "：": ":", "，": ",", "、": ",", "（": "(", "）": ")", "＝": "=", "＜": "<", "＞": ">", "％": "%", "｛": "{",
    "｝": "}", "．": ".", "＋": "+", "＊": "*", "／": "/", "［": "[", "］": "]", "＃": "#",
}  # fmt: skip
MEANT = {
    "must": "shall", "will": "shall", "ought": "should", "can": "may", "might": "may", "unless": "when not",
    "whenever": "when", "else": "otherwise", "message": "otherwise", "source": "cite", "reference": "cite",
    "comment": "note", "remark": "note", "应当": "shall", "应该": "shall", "必须": "shall", "可以": "may",
    "来源": "cite", "备注": "note", "说明": "note",
}  # fmt: skip
"""Words that people write for words of the language."""


def slip_at(line: str, column: int) -> tuple[int, int, Wording] | None:
    """The slip that a place on a line (from 0) is inside of, else right behind: its begin and end, and the advice.

    Behind it, since the last word of a slip may pass for a name: `mass is above 1 kg` is stopped at the number.
    """
    behind = len(line[:column].rstrip())
    for place in (column, behind - 1):
        for slip in _SLIPS:
            for found in slip.pattern.finditer(line):
                if found.start() <= place < found.end() and (place == column or found.end() == behind):
                    return found.start(), found.end(), worded(slip.en, slip.zh)
    return None


def half_width(character: str, known_here: bool) -> Wording | None:
    """Advice on punctuation that a Chinese input method makes; `known_here` if its half-width form may stand there."""
    plain = _HALF_WIDTH.get(character)
    if plain is None:
        return None
    if known_here:
        return worded(f"write `{plain}`, the half-width form", f"请改用半角“{plain}”")
    return worded("leave this out", "请删去此符号")


def half_width_of(character: str) -> str | None:
    """The half-width form of a punctuation mark."""
    return _HALF_WIDTH.get(character)
