"""What a misplaced character probably means, in words: syntax errors by example.

Each row is a mistake that people and their exports make. The first row whose pattern stands at the place, and
whose states hold there, is said; `{found}` is what stands there, `{expected}` what should.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from footrule.submission.json_fault import Expected, Misplaced
from footrule.submission.unreadable_kinds import printable
from footrule.text.wording import Wording, worded

_VALUE = frozenset({Expected.DOCUMENT, Expected.MEMBER_VALUE, Expected.ELEMENT, Expected.ELEMENT_OR_CLOSE})
_KEY = frozenset({Expected.KEY, Expected.KEY_OR_CLOSE})
_COMMA = frozenset({Expected.COMMA_OR_BRACE, Expected.COMMA_OR_BRACKET})
_START, _COLON, _TEXT, _END = (
    frozenset({one}) for one in (Expected.DOCUMENT, Expected.COLON, Expected.TEXT, Expected.END)
)
_OUTSIDE_TEXT = frozenset(Expected) - _TEXT


@dataclass(frozen=True, slots=True)
class _Mistake:
    """One row: where it can stand, what it looks like, what is said of it."""

    states: frozenset[Expected]
    pattern: re.Pattern[str]
    words: Wording


def _mistake(states: frozenset[Expected], pattern: str, en: str, zh: str) -> _Mistake:
    return _Mistake(states, re.compile(pattern), worded(en, zh))


_MISTAKES = (
    _mistake(
        _START,
        r"<",
        "This is an HTML or XML page, not JSON. If it was downloaded, the server may have answered with a log-in page.",
        "这是 HTML 或 XML 页面，不是 JSON。若文件是下载的，服务器返回的可能是登录页面。",
    ),
    _mistake(
        _TEXT,
        r"[\r\n]",
        'The line ends inside a text: the closing " is missing, or a line break in a text must be written \\n.',
        '文本尚未结束，行已结束：缺少右侧的 "，或者文本中的换行应写作 \\n。',
    ),
    _mistake(
        _TEXT,
        r"[\x00-\x1f]",
        "The control character {found} stands inside a text: write it as an escape (a tab is \\t).",
        "文本中有控制字符 {found}，应写成转义形式（制表符写作 \\t）。",
    ),
    _mistake(
        _TEXT,
        r"\\u?.?",
        "{found} is no escape that JSON knows: write a backslash as \\\\, a character as \\u and four hex digits.",
        "{found} 不是 JSON 的转义：反斜杠写作 \\\\，字符写作 \\u 加四位十六进制数字。",
    ),
    _mistake(
        _OUTSIDE_TEXT,
        r"//|/\*|#",
        "A comment ({found}) stands here: JSON has no comments. Remove it.",
        "这里有注释（{found}）：JSON 不允许注释，请删除。",
    ),
    _mistake(
        _OUTSIDE_TEXT,
        r"['`´‘’‚“”„‟＂＇«»「」『』]",
        'The quotation mark {found} stands here: JSON uses the straight double quotation mark ".',
        '这里用了引号 {found}：JSON 只用半角直双引号 "。',
    ),
    _mistake(
        _OUTSIDE_TEXT,
        r"[：，；、。｛｝［］【】（）]",
        "The full-width mark {found} stands here: JSON uses the half-width marks : , {{ }} [ ].",
        "这里用了全角符号 {found}：JSON 只用半角符号 : , {{ }} [ ]。",
    ),
    _mistake(
        _OUTSIDE_TEXT,
        r"[-+]?[０-９][０-９．.]*",
        "{found} is written in full-width digits: JSON numbers use the digits 0 to 9.",
        "{found} 用了全角数字：JSON 的数值只用半角数字 0 到 9。",
    ),
    _mistake(
        _OUTSIDE_TEXT,
        r"[\x00-\x1f\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060\u3000\ufeff]",
        "The invisible character {found} stands here: between values JSON allows only spaces, tabs and line breaks.",
        "这里有不可见字符 {found}：JSON 的各项之间只允许空格、制表符和换行。",
    ),
    _mistake(
        _KEY | _VALUE,
        r",(?=[ \t\r\n]*[\]}])",
        "A comma stands here with nothing after it before the closing bracket: remove it.",
        "右括号前多了一个逗号，请删除。",
    ),
    _mistake(
        _KEY | _VALUE,
        r",",
        "A comma stands where {expected} was expected: it is one too many, or something is missing before it.",
        "此处应为{expected}，却是逗号：多了一个逗号，或其前缺少内容。",
    ),
    _mistake(
        _VALUE,
        r"(?i:true|false|null|none|undefined|nil|yes|no)(?!\w)",
        "{found} is no JSON value: write true, false or null, in small letters.",
        "{found} 不是 JSON 的值：请用小写的 true、false 或 null。",
    ),
    _mistake(
        _VALUE,
        r"[-+.]*[0-9][\w.+\-%]*",
        "{found} is not a JSON number: only digits, no plus sign, no zero in front, no underscore, no unit, "
        "and digits on both sides of the point.",
        "{found} 不是 JSON 的数值：只写数字，不带正号、前导零、下划线或单位，小数点两侧都要有数字。",
    ),
    _mistake(
        _VALUE,
        r"[^\W\d][\w.\-]*",
        "{found} stands here where {expected} was expected: a text needs double quotation marks.",
        "此处应为{expected}，却是 {found}：文本须加半角双引号。",
    ),
    _mistake(
        _KEY,
        r"[0-9][\w.]*",
        "{found} stands here where {expected} was expected: a decimal is written with a point, as in 1.5.",
        "此处应为{expected}，却是 {found}：小数点应写作 .，例如 1.5。",
    ),
    _mistake(
        _KEY,
        r"[\w$][\w$.\-]*",
        'The key {found} has no quotation marks: write "{found}".',
        '键名 {found} 缺少引号：应写作 "{found}"。',
    ),
    _mistake(
        _COMMA,
        r'["{\[\w-][\w.\-]*',
        "A comma is missing before {found}.",
        "{found} 之前缺少逗号。",
    ),
    _mistake(
        _END,
        r"[{\[]",
        "A second document begins here: put several into one list, or each on a line of its own (NDJSON).",
        "第二个文档从这里开始：请把多个文档放进一个列表，或每行一个（NDJSON）。",
    ),
    _mistake(
        _END,
        r"[}\]]",
        "The closing bracket {found} is one too many: the document is already complete.",
        "多了一个右括号 {found}：文档在此之前已经结束。",
    ),
    _mistake(
        _OUTSIDE_TEXT,
        r"""[^\s,:{}\[\]"']+|(?s:.)""",
        "{found} stands here where {expected} was expected.",
        "此处应为{expected}，却是 {found}。",
    ),
)

_EXPECTED = {
    Expected.DOCUMENT: worded("a JSON object or list ({ or [)", "JSON 对象或列表（{ 或 [）"),
    Expected.MEMBER_VALUE: worded("the value of the key", "该键的值"),
    Expected.ELEMENT: worded("the next element of the list", "列表的下一项"),
    Expected.ELEMENT_OR_CLOSE: worded("an element of the list or ]", "列表的一项或 ]"),
    Expected.KEY: worded("the next key in double quotation marks", "带双引号的下一个键名"),
    Expected.KEY_OR_CLOSE: worded("a key in double quotation marks or }", "带双引号的键名或 }"),
    Expected.COLON: worded("a colon after the key", "键名后的冒号"),
    Expected.COMMA_OR_BRACE: worded("a comma or }", "逗号或 }"),
    Expected.COMMA_OR_BRACKET: worded("a comma or ]", "逗号或 ]"),
    Expected.TEXT: worded('the rest of a text up to "', '文本的其余部分和右侧的 "'),
    Expected.END: worded("the end of the document", "文档的结尾"),
}


def explained(text: str, fault: Misplaced) -> Wording:
    """What stands at the fault, and what was expected or probably meant."""
    words, found = _said_of(text, fault)
    expected = _EXPECTED[fault.expected]
    return Wording(
        tuple(
            (language, template.format(found=printable(found), expected=expected.in_language(language)))
            for language, template in words.texts
        )
    )


def _said_of(text: str, fault: Misplaced) -> tuple[Wording, str]:
    for mistake in _MISTAKES:
        if fault.expected in mistake.states:
            match = mistake.pattern.match(text, fault.offset)
            if match is not None:
                return mistake.words, match[0]
    return _MISTAKES[-1].words, text[fault.offset : fault.offset + 1]
