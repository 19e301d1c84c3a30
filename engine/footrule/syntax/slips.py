"""What an author probably meant: the slips of people who never programmed, each with the advice that mends it.

A slip is a pattern on the line where the parser stopped, and applies if the place is inside it. Words are what tells
these mistakes apart, and to a parser each of them is a name; so they are found in the text, not by the parser's state.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from footrule.syntax.keywords import IN_CHINESE
from footrule.text.diagnostic import Fix
from footrule.text.source import Span
from footrule.text.wording import Wording, worded


@dataclass(frozen=True, slots=True)
class Slip:
    """A pattern and its advice; the group `mark` is what is marked, else all of it.

    `mend` is what certainly has to stand for what is marked (a template of `re`), or None where nobody can be certain.
    """

    written: str
    en: str
    zh: str
    mend: str | None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a first mistake asks for it: most standards have none."""
        return re.compile(self.written, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundSlip:
    """A slip on a line: where it stands there, what to write, and the change that is certain, as stretch and text."""

    start: int
    end: int
    advice: Wording
    edit: tuple[int, int, str] | None

    def fix(self, line_start: int) -> Fix | None:
        """The fix in a source where the line begins at an offset."""
        if self.edit is None:
            return None
        start, end, replacement = self.edit
        return Fix(self.advice, ((Span(line_start + start, line_start + end), replacement),))


FARTHEST = 2000
"""How far from the place a slip is looked for: lines of standards are shorter, those of hostile texts are not."""


def _slip(pattern: str, en: str, zh: str, mend: str | None = None) -> Slip:
    return Slip(pattern, en, zh, mend)


_IN_ENGLISH = "|".join([*(word.replace(" ", " +") for word in IN_CHINESE), "must"])
_KEYWORD = rf"(?:(?:{_IN_ENGLISH})(?!\w)|{'|'.join([*IN_CHINESE.values(), '必须'])})"
_STRAIGHT_QUOTES = ('texts stand between straight quotation marks: "..."', '文本请写在英文直引号之间："..."')
_NO_SIGN_AT_END = ("a line needs no sign at its end; leave this out", "行末不需要符号，请删去")
_LIMITS = ("write both limits: `x >= 1 kg and x <= 3 kg`", "请写出两个界限：x >= 1 kg and x <= 3 kg")
_IS_GIVEN, _IS_MISSING = ("write `is given`", "请写 is given"), ("write `is missing`", "请写 is missing")
_POWER = ("powers of ten are written `1.5e3`, others by multiplying: `a * a`", "10的幂写作 1.5e3，其他乘方请写 a * a")
_AT_LEAST, _AT_MOST = ("write `>=`", "请写“>=”"), ("write `<=`", "请写“<=”")
_MORE, _LESS = ("write `>`", "请写“>”"), ("write `<`", "请写“<”")
_COMPARED = (
    "大于或?等于|不小于|不少于|不低于|至少",
    "小于或?等于|不大于|不超过|不多于|不高于|至多|最多",
    "大于|高于|多于|超过",
    "小于|低于|少于",
)
COMPARED_IN_CHINESE = "|".join(_COMPARED)
"""A pattern of the words that Chinese compares with; none of them is a word of the language."""
_UP, _DOWN = r"(?:greater|larger|bigger|more|higher)", r"(?:less|smaller|lower|fewer)"

_SLIPS = (
    # texts and list markers
    _slip(r'[“”„‟＂]([^“”„‟＂"\\\n]*)[“”‟＂"]', *_STRAIGHT_QUOTES, r'"\1"'),
    _slip(r'[«「『]([^«»「」『』"\\\n]*)[»」』]', *_STRAIGHT_QUOTES, r'"\1"'),
    _slip(r"[“”„‟«»「」『』＂][^“”«»「」『』＂\n]*[“”»」』＂]?", *_STRAIGHT_QUOTES),
    _slip(r"""(?<!\w)'([^'"\\\n]*)'(?![\w'])""", *_STRAIGHT_QUOTES, r'"\1"'),
    _slip(r"(?<!\w)'[^'\n]*'?", *_STRAIGHT_QUOTES),
    _slip(r"(?<=\w)['’]s\s+(?=\w)", "a field stands behind a point: `pcf.mass`", "字段写在点号之后：pcf.mass", "."),
    _slip(
        rf"^\s*(?P<mark>(?:[(（]?(?:\d{{1,2}}|[a-z]|[一二三四五六七八九十])[)）、]|\d{{1,2}}\.|[-–•·●▪*①-⑳])\s*){_KEYWORD}",
        "a line begins with its keyword; leave the number or bullet out", "每行以关键词开头，请删去编号或项目符号", "",
    ),
    _slip(r"^\s*第[一二三四五六七八九十百\d]+[章节条]", 'a section is written `section 4.1 "Scope"`',
          '章节写作 section 4.1 "范围"'),
    _slip(r"(?P<mark>--)[^\n]*|(?P<other>//+|/\*|<!--)", "a remark begins with `#` and ends with its line",
          "注释以“#”开头，到行尾为止"),
    # comparisons
    _slip(r"==+", "equality is written with one sign: `=`", "相等只写一个等号“=”", "="),
    _slip(r"[:：][=＝]", "write `=`", "请写“=”", "="),
    _slip(r"!=|<>|≠|＝/＝|！＝|=/=", "write `is not` for a code, `not (a = b)` for a number",
          "代码请写 is not，数请写 not (a = b)"),
    _slip(r"≥|⩾|≧|=>|＞=|＞＝|>＝", *_AT_LEAST, ">="),
    _slip(r"≤|⩽|≦|=<|＜=|＜＝|<＝", *_AT_MOST, "<="),
    _slip(rf"\b(?:is )?(?:{_UP} than or equal to|at least(?! one\b)|no(?:t)? {_DOWN} than)\b", *_AT_LEAST, ">="),
    _slip(rf"\b(?:is )?(?:{_DOWN} than or equal to|at most|no(?:t)? {_UP} than|(?:does )?not exceeds?)\b",
          *_AT_MOST, "<="),
    _slip(
        r"\b(?:is )?equal to\b|\bis the same as\b",
        "write `equals` (printed rounding is allowed for), `is exactly`, `>=` or `<=`",
        "请写 equals（允许修约误差）、is exactly、“>=”或“<=”",
    ),
    _slip(rf"\b(?:is )?(?:{_UP} than|exceeds)\b", *_MORE, ">"),
    _slip(rf"\b(?:is )?{_DOWN} than\b", *_LESS, "<"),
    _slip(r"\b(?:is )?up to\b", *_AT_MOST),
    _slip(rf"\b(?:is )?(?:{_UP}|above|over)\b", *_MORE),
    _slip(rf"\b(?:is )?(?:{_DOWN}|below|under)\b", *_LESS),
    _slip(_COMPARED[0], *_AT_LEAST, ">="),
    _slip(_COMPARED[1], *_AT_MOST, "<="),
    _slip(_COMPARED[2], *_MORE, ">"),
    _slip(_COMPARED[3], *_LESS, "<"),
    _slip(r"\b(?:is )?between\b", *_LIMITS),
    _slip(r"(?P<mark>在).*之间", *_LIMITS),
    _slip(r"\bis (?:one|any|either) of(?: the)?\b|\bis either\b", "write `in {a, b}`", "请写 in {a, b}"),
    _slip(r"\bis (?P<mark>not in)\b", "write `not in` without `is`", "请写 not in，前面不写 is"),
    _slip(r"\bisn['’]t\b", "write `is not`", "请写 is not", "is not"),
    # given or missing
    _slip(r"\b(?:does not exist|is absent|lacks|(?:is )?not (?:given|present|available|provided|reported|known))\b",
          *_IS_MISSING),
    _slip(r"没有给出|没有提供|未提供|缺失|不存在|(?<!不)为空", *_IS_MISSING, "未给出"),
    _slip(r"\b(?:(?:must|shall|should) )?be (?:given|present|available|provided|reported|stated|declared)\b|\bexists\b"
          r"|\bis (?:present|available|provided|reported)\b", *_IS_GIVEN),
    _slip(r"不为空|已提供|已填写", *_IS_GIVEN, "已给出"),
    _slip(r"\b(?:shall|should|may) (?P<mark>is (?:given|missing))\b", "what has to be given stands before it: "
          "`shall pcf.mass is given`", "须给出的内容写在前面：shall pcf.mass is given"),
    # numbers and units
    _slip(r"\bper ?cent\b", "write `%`", "请写“%”", "%"),
    _slip(r"[%％]\s*\d[\d.]*", "the sign stands behind the number: `3 %`", "百分号写在数的后面：3 %"),
    _slip(r"\b\d{1,3}(?:\.\d{3})+,\d+\b|\b\d{1,3}(?:,\d{3})+\.\d+\b",
          "decimals are written with a point, and digits are not grouped: 1000.5",
          "小数请用小数点，数字不分组：1000.5"),
    _slip(r"\b\d{1,3}(?:,\d{3})+\b|\b\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+\b",
          "digits are not grouped: write 1000, not 1,000", "数字不分组：请写 1000，不写 1,000"),
    _slip(r"\b\d+[,，]\d+\b", "decimals are written with a point: 0.5", "小数请用小数点：0.5"),
    _slip(r"(?<![\w.)\]])\.\d+", "a decimal begins with a digit: 0.5", "小数点前须有数字：0.5", r"0\g<0>"),
    _slip(r"\+\s*/\s*-|±", "write `within 5 % of`", "请写 within 5 % of"),
    _slip(r"\+(?=\s*\d)", "a positive number has no sign; leave this out", "正数不写正号，请删去", ""),
    _slip(r"(?:\b[\d.]*\d\s*[×x*·]\s*)?\b10\s*(?:\^\s*[+-]?\d+|[⁻⁺]?[⁰¹²³⁴-⁹]+)", *_POWER),
    _slip(r"\*\*|\^", *_POWER),
    _slip(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|zero|hundred)\b", "write the number in digits",
          "请用阿拉伯数字"),
    _slip(r"\d (?P<mark>x)\b", "write `*` to multiply", "相乘请写“*”"),
    _slip(r"\bCO2[- ]?eq?\w*|\bCO₂\w*", "emissions are written `kg CO2e`, carbon dioxide `kg CO2`",
          "排放量写作 kg CO2e，二氧化碳写作 kg CO2"),
    _slip(r"\bper\b", "a ratio of units is written without spaces: `kg CO2e/kg`", "单位之比不加空格：kg CO2e/kg"),
    _slip(r"(?<=[^\W\d])[×·⋅](?=\w)", "write `*` to multiply; a tonne-kilometre is `tkm`",
          "相乘请写“*”；吨公里写作 tkm"),
    _slip(r"×", "write `*` to multiply", "相乘请写“*”", "*"),
    _slip(r"[·⋅]", "write `*` to multiply", "相乘请写“*”"),
    _slip(r"÷", "write `/`", "请写“/”", "/"),
    _slip(r"[−－]", "write `-`", "请写“-”", "-"),
    _slip(r"[–—]", "write `-`", "请写“-”"),
    # words and signs between conditions
    _slip(r"->|→|⇒", "write what has to hold first, then the condition: `shall b when a`",
          "先写要求，再写条件：shall b when a"),
    _slip(r"&&", "write `and`", "请写 and", "and"),
    _slip(r"\|\|", "write `or`", "请写 or", "or"),
    _slip(r"&+", "write `and`", "请写 and"),
    _slip(r"\|+", "write `or`", "请写 or"),
    _slip(r"!", "write `not`", "请写 not"),
    _slip(r"[;；。,，、](?=\s*(?:#.*)?$)", *_NO_SIGN_AT_END, ""),
    _slip(r"[;；。]", *_NO_SIGN_AT_END),
    # phrases of a rule or a head
    _slip(r"\bfor (?:every|all|any)\b", "write `for each`", "请写 for each", "for each"),
    _slip(r"\b(?:sum|count|average|total|number) of\b", "write `sum(x for x in LIST)`", "请写 sum(x for x in 列表)"),
    _slip(r"\bbe attested\b", "write `shall attested by verifier`", "请写 shall attested by verifier", "attested"),
    _slip(r"\bby (?P<mark>the|an?)(?= )", "no article stands before who attests: `attested by verifier`",
          "评审者前不写冠词：attested by verifier", ""),
    _slip(r"\bcradle[- ]to[- ](gate|grave)\b", "write `cradle to gate` or `cradle to grave`",
          "请写 cradle to gate 或 cradle to grave", r"cradle to \1"),
)  # fmt: skip

MEANT = {
    "must": "shall", "will": "shall", "ought": "should", "can": "may", "might": "may", "unless": "when not",
    "whenever": "when", "if": "when", "provided": "when", "else": "otherwise", "otherwise": "else", "from": "of",
    "message": "otherwise", "source": "cite", "reference": "cite", "comment": "note", "remark": "note",
    "to": "until", "till": "until", "through": "until", "passes": "conforms", "violates": "fails",
    "unknown": "undetermined", "has": "satisfies", "meets": "satisfies", "fulfils": "satisfies", "change": "set",
    "应当": "shall", "应该": "shall", "必须": "shall", "可以": "may", "来源": "cite", "备注": "note", "说明": "note",
    "和": "and", "与": "and", "及": "and", "以及": "and", "并且": "and", "而且": "and", "或者": "or", "那么": "then",
    "否则": "else", "对每一个": "for each", "对所有": "for each", "对于每个": "for each", "到": "until",
    "依据": "cite", "通过": "conforms", "如果": "when",
}  # fmt: skip
"""Words that people write for words of the language, where those may stand."""
MEANT_FOR_CERTAIN = frozenset({
    "must", "应当", "应该", "必须", "和", "与", "以及", "并且", "而且", "或者", "那么", "否则",
})  # fmt: skip
"""Those of them that mean nothing else there."""
MEANT_BY_NAME = {
    "all": "every", "each": "every", "any": "some", "每一个": "every", "所有": "every", "任一": "some", "任何": "every",
    "for": "every",
}  # fmt: skip
"""Words that a parser takes for a name, since a name may stand there."""
_HALF_WIDTH = {
    "：": ":", "，": ",", "、": ",", "（": "(", "）": ")", "＝": "=", "＜": "<", "＞": ">", "％": "%", "｛": "{",
    "｝": "}", "．": ".", "＋": "+", "＊": "*", "／": "/", "［": "[", "］": "]", "＃": "#",
}  # fmt: skip


def slip_at(line: str, column: int) -> FoundSlip | None:
    """The slip that a place on a line (from 0) is inside of, else right behind.

    Behind it, since the last word of a slip may pass for a name: `mass is above 1 kg` is stopped at the number.
    """
    first = max(column - FARTHEST, 0)
    line, column = line[first : column + FARTHEST], column - first
    behind = len(line[:column].rstrip())
    for place in (column, behind - 1):
        for slip in _SLIPS:
            for found in slip.pattern.finditer(line):
                if found.start() <= place < found.end() and (place == column or found.end() == behind):
                    return _found(slip, found, first)
    return None


def _found(slip: Slip, found: re.Match[str], shift: int) -> FoundSlip:
    start, end = found.span()
    for group in slip.pattern.groupindex:
        if found[group] is not None:
            start, end = found.span(group)
    edit = None if slip.mend is None else (start + shift, end + shift, found.expand(slip.mend))
    marked = found.string[start:end].rstrip()
    return FoundSlip(start + shift, start + shift + len(marked), worded(slip.en, slip.zh), edit)


def half_width_of(character: str) -> str | None:
    """The half-width form of a punctuation mark."""
    return _HALF_WIDTH.get(character)
