"""What the readers of PACT documents say: one function for each kind of intake finding, in both languages.

Values are shown in JSON notation, shortened, with every character that a terminal would obey written as an escape.
"""

from __future__ import annotations

from collections.abc import Collection

from footrule.frozen import Frozen, dataclass
from footrule.submission import intake_kinds as kinds
from footrule.submission.intake import IntakeFinding, IntakeKind
from footrule.submission.json_text import JsonNumber, JsonValue
from footrule.submission.unreadable_kinds import printable
from footrule.text.wording import Wording, worded

MOST_CHARACTERS_SHOWN = 80


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Spot(Frozen):
    """One attribute of one document: where it stands, and where the specification defines it."""

    pointer: str
    document: str
    edition: str
    data_type: str
    name: str

    def at(self, pointer: str) -> Spot:
        """Something within this attribute."""
        return Spot(pointer, self.document, self.edition, self.data_type, self.name)

    @property
    def attribute(self) -> str:
        """The attribute's name, safe to print."""
        return printable(self.name)

    def finding(self, kind: IntakeKind, value: str | None, expected: Wording, message: Wording) -> IntakeFinding:
        """A finding here."""
        clause = f"{self.data_type}.{self.attribute}"
        return IntakeFinding(kind, self.pointer, self.document, self.edition, clause, value, expected, message)


def shown(value: JsonValue) -> str:
    """A JSON value as printed, safe and short; of a list or an object only that it is one."""
    if isinstance(value, JsonNumber):
        return printable(value, MOST_CHARACTERS_SHOWN)
    if isinstance(value, str):
        return f'"{printable(value, MOST_CHARACTERS_SHOWN)}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    return "[…]" if isinstance(value, list) else "{…}"


def type_of(value: JsonValue) -> Wording:
    """What kind of JSON value it is, in words."""
    if isinstance(value, JsonNumber):
        return worded("a number", "数值")
    if isinstance(value, str):
        return A_TEXT
    if isinstance(value, bool):
        return worded("true or false", "真假值")
    if value is None:
        return worded("null", "空值")
    return A_LIST if isinstance(value, list) else AN_OBJECT


A_TEXT = worded("a text", "文本")
A_VALUE = worded("a value", "取值")
A_NUMBER = worded("a JSON number such as 12.5", "JSON 数值，例如 12.5")
A_WHOLE_NUMBER = worded("a whole JSON number", "JSON 整数")
AN_OBJECT = worded("an object", "对象")
A_LIST = worded("a list", "列表")
TRUE_OR_FALSE = worded("true or false", "true 或 false")
A_DATE_TIME = worded(
    'a date-time with its offset, such as "2025-12-31T00:00:00Z"', '带时区的日期时间，例如 "2025-12-31T00:00:00Z"'
)
A_DECIMAL = worded(
    'a decimal such as "12.5" or "-0.3": digits 0 to 9 and a point, no commas or spaces, at most 40 digits before '
    "and after the point, an exponent of at most two digits",
    '十进制数，例如 "12.5" 或 "-0.3"：半角数字 0 至 9 和小数点，不含逗号和空格，前后各不超过 40 位，指数不超过两位',
)
A_DECIMAL_STRING = worded('a decimal written as a text, such as "12.5"', '以文本书写的十进制数，例如 "12.5"')
_SOMETHING = worded("at least one character or element", "至少一个字符或一项")
_NO_REPETITION = worded("every element once", "每一项只出现一次")
_A_PERCENTAGE = worded('a percentage from 0 to 100, such as "65"', '0 至 100 的百分数，例如 "65"')


def one_of(values: Collection[str]) -> Wording:
    """The values of a closed list, in words."""
    listed = ", ".join(f'"{value}"' for value in values)
    return worded(f"one of {listed}", f"以下之一：{listed}")


def unknown_attribute(spot: Spot, value: JsonValue, meant: str | None) -> IntakeFinding:
    """A name that the format does not have, with the one that it may stand for."""
    name = spot.attribute
    if meant is None:
        expected = worded("an attribute of the format", "规范规定的属性")
        help_en, help_zh = "", ""
    else:
        expected = worded(meant, meant)
        help_en, help_zh = f" Did you mean {meant}?", f"是否应为 {meant}？"
    message = worded(
        f"{name} is not an attribute of {spot.data_type} and is not read.{help_en}",
        f"{name} 不是 {spot.data_type} 的属性，不予读取。{help_zh}",
    )
    return spot.finding(kinds.UNKNOWN_ATTRIBUTE, shown(value), expected, message)


def replaced_attribute(spot: Spot, value: JsonValue, successors: Collection[str]) -> IntakeFinding:
    """A name of another version of the format, with what it is called in this one."""
    name = spot.attribute
    if successors:
        listed = ", ".join(successors)
        expected = worded(listed, listed)
        help_en, help_zh = f"use {listed} instead", f"请改用 {listed}"
    else:
        expected = worded("no such attribute", "无此属性")
        help_en, help_zh = "nothing takes its place", "没有替代属性"
    message = worded(
        f"{name} belongs to another version of the specification and is not read; in {spot.edition}, {help_en}.",
        f"{name} 属于规范的其他版本，不予读取；{spot.edition} 版中{help_zh}。",
    )
    return spot.finding(kinds.UNKNOWN_ATTRIBUTE, shown(value), expected, message)


def missing_attribute(spot: Spot, expected: Wording) -> IntakeFinding:
    """An attribute that the format requires and that is not there, or null."""
    message = worded(
        f"{spot.attribute} is missing; {spot.data_type} requires it.",
        f"缺少 {spot.attribute}；{spot.data_type} 要求填写。",
    )
    return spot.finding(kinds.MISSING_ATTRIBUTE, None, expected, message)


def wrong_type(spot: Spot, value: JsonValue, expected: Wording) -> IntakeFinding:
    """Another kind of JSON value than the format asks for."""
    found = type_of(value)
    message = worded(
        f"{spot.attribute} should be {expected.in_language('en')}, not {found.in_language('en')}.",
        f"{spot.attribute} 应为{expected.in_language('zh')}，而不是{found.in_language('zh')}。",
    )
    return spot.finding(kinds.WRONG_TYPE, shown(value), expected, message)


def not_a_decimal(spot: Spot, value: JsonValue) -> IntakeFinding:
    """A text or number outside the one grammar of a decimal."""
    message = worded(
        f"{shown(value)} is not a decimal. Write {A_DECIMAL.in_language('en')}.",
        f"{shown(value)} 不是十进制数。请写成{A_DECIMAL.in_language('zh')}。",
    )
    return spot.finding(kinds.NOT_A_DECIMAL, shown(value), A_DECIMAL, message)


def number_notation(spot: Spot, value: JsonValue, expected: Wording) -> IntakeFinding:
    """A number as a text where the format has JSON numbers, or the other way round; its value is used."""
    message = worded(
        f"{spot.attribute} should be {expected.in_language('en')}; {shown(value)} is read all the same.",
        f"{spot.attribute} 应为{expected.in_language('zh')}；仍按 {shown(value)} 读取。",
    )
    return spot.finding(kinds.NUMBER_NOTATION, shown(value), expected, message)


def not_allowed(spot: Spot, value: JsonValue, allowed: Collection[str], meant: str | None) -> IntakeFinding:
    """A text outside a closed list, with the value that may be meant."""
    help_en = "" if meant is None else f' Did you mean "{meant}"? It must be written exactly so.'
    help_zh = "" if meant is None else f'是否应为 "{meant}"？须完全一致。'
    message = worded(
        f"{shown(value)} is not one of the values that {spot.attribute} may have.{help_en}",
        f"{shown(value)} 不在 {spot.attribute} 允许的取值之内。{help_zh}",
    )
    return spot.finding(kinds.NOT_ALLOWED, shown(value), one_of(allowed), message)


def not_a_date_time(spot: Spot, value: JsonValue, expected: Wording) -> IntakeFinding:
    """A text that is no date-time, or one without its offset."""
    message = worded(
        f"{shown(value)} is not a date-time. Write {expected.in_language('en')}.",
        f"{shown(value)} 不是日期时间。请写成{expected.in_language('zh')}。",
    )
    return spot.finding(kinds.NOT_A_DATE_TIME, shown(value), expected, message)


def wrong_form(spot: Spot, value: JsonValue, expected: Wording) -> IntakeFinding:
    """A text without the form that the format gives it."""
    message = worded(
        f"{shown(value)} is not {expected.in_language('en')}.",
        f"{shown(value)} 不是{expected.in_language('zh')}。",
    )
    return spot.finding(kinds.WRONG_FORM, shown(value), expected, message)


def empty(spot: Spot, value: JsonValue) -> IntakeFinding:
    """A text or a list without anything in it where the format asks for something."""
    message = worded(
        f"{spot.attribute} is empty; it needs at least one {'element' if isinstance(value, list) else 'character'}.",
        f"{spot.attribute} 为空，至少需要一{'项' if isinstance(value, list) else '个字符'}。",
    )
    return spot.finding(kinds.EMPTY, "[]" if isinstance(value, list) else shown(value), _SOMETHING, message)


def repeated(spot: Spot, value: JsonValue) -> IntakeFinding:
    """An element that the same set has before."""
    message = worded(
        f"{shown(value)} stands in {spot.attribute} more than once; a set has every element once.",
        f"{shown(value)} 在 {spot.attribute} 中重复出现；集合中每一项只应出现一次。",
    )
    return spot.finding(kinds.REPEATED, shown(value), _NO_REPETITION, message)


def share_as_fraction(spot: Spot, value: JsonValue, percent: str) -> IntakeFinding:
    """A share of at most 1: the specification names no unit, and it is read as a fraction."""
    message = worded(
        f"{shown(value)} is read as {percent} %. The specification names no unit; write a percentage, 0 to 100.",
        f"{shown(value)} 按 {percent}% 读取。规范未写明单位，请填写 0 至 100 的百分数。",
    )
    return spot.finding(kinds.SHARE_AS_FRACTION, shown(value), _A_PERCENTAGE, message)


def share_of_one(spot: Spot, value: JsonValue) -> IntakeFinding:
    """A share of exactly 1 in a file that does not show which notation it uses."""
    message = worded(
        f"{shown(value)} can mean 1 % or 100 %, and no other share of the file tells which. Write a percentage.",
        f"{shown(value)} 可能是 1%，也可能是 100%，文件中没有其他份额可供判断。请填写百分数。",
    )
    return spot.finding(kinds.SHARE_OF_ONE, shown(value), _A_PERCENTAGE, message)


def version_by_names(spot: Spot, value: JsonValue, major: int) -> IntakeFinding:
    """A version that had to be told from the names of the attributes."""
    found = worded("There is no version", "没有版本号") if value is None else worded(
        f"Version {shown(value)} is not one that is read", f"版本 {shown(value)} 不在可读取之列"
    )  # fmt: skip
    message = worded(
        f"{found.in_language('en')}; the attributes are those of PACT {major}, and it is read as PACT {major}.",
        f"{found.in_language('zh')}；其属性属于 PACT {major}，按 PACT {major} 读取。",
    )
    expected = worded(f'a version of PACT {major}, such as "{major}.0.0"', f'PACT {major} 的版本号，例如 "{major}.0.0"')
    return spot.finding(kinds.VERSION_BY_NAMES, None if value is None else shown(value), expected, message)


def not_listed(spot: Spot, modality: str, left_out: int) -> IntakeFinding:
    """How many findings of one modality are not listed, since enough of them are."""
    verb = {"shall": "应", "should": "宜"}.get(modality, modality)
    message = worded(
        f'{left_out} further intake findings ("{modality}") are not listed.',
        f"另有 {left_out} 条读取发现（“{verb}”）未列出。",
    )
    return spot.finding(kinds.NOT_LISTED, None, worded("fewer findings", "更少的发现"), message)


def unknown_version(value: JsonValue) -> Wording:
    """Why a document is not read: nothing tells which version of the format it has."""
    if value is None:
        return worded(
            "It has no specVersion, and its attributes do not tell whether it is PACT 2 or PACT 3. "
            'Add the version, such as "specVersion": "3.0.0".',
            '没有 specVersion，从属性也无法判断是 PACT 2 还是 PACT 3。请补上版本号，例如 "specVersion": "3.0.0"。',
        )
    return worded(
        f"specVersion {shown(value)} is neither PACT 2 nor PACT 3, and the attributes do not tell which it is.",
        f"specVersion {shown(value)} 既不是 PACT 2 也不是 PACT 3，从属性也无法判断。",
    )
