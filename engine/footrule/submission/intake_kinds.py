"""The kinds of intake finding about a PACT document: ids I0101 and up, each with its weight, never reused.

A `shall` kind says that the document breaks its format; a `should` kind is worth knowing. The sentences that go
with them are in `pact_findings` and `inventory_findings`.
"""

from __future__ import annotations

from footrule.submission.intake import IntakeKind
from footrule.text.wording import worded


def _shall(number: str, en: str, zh: str) -> IntakeKind:
    return IntakeKind(number, worded(en, zh), "shall", unreadable=False)


def _should(number: str, en: str, zh: str) -> IntakeKind:
    return IntakeKind(number, worded(en, zh), "should", unreadable=False)


UNKNOWN_ATTRIBUTE = _should("I0101", "Unknown attribute", "未知属性")
MISSING_ATTRIBUTE = _shall("I0102", "Required attribute missing", "缺少必填属性")
WRONG_TYPE = _shall("I0103", "Wrong JSON type", "JSON 类型不符")
NOT_A_DECIMAL = _shall("I0104", "Not a decimal", "不是十进制数")
NUMBER_NOTATION = _shall("I0105", "Number in the wrong notation", "数值写法不符")
NOT_ALLOWED = _shall("I0106", "Not one of the allowed values", "不在允许的取值之内")
NOT_A_DATE_TIME = _shall("I0107", "Not a date-time", "不是日期时间")
WRONG_FORM = _shall("I0108", "Text not in the form asked for", "文本格式不符")
EMPTY = _shall("I0109", "Empty where something is needed", "内容为空")
REPEATED = _shall("I0110", "Repeated in a set", "集合中有重复项")
SHARE_AS_FRACTION = _should("I0111", "Share given as a fraction", "份额以小数给出")
SHARE_OF_ONE = _should("I0112", "Share of exactly 1: 1 % or 100 %", "份额恰为 1：是 1%还是 100%")
VERSION_BY_NAMES = _should("I0113", "Version told from attribute names", "依属性名判定版本")
UNKNOWN_VERSION = IntakeKind("I0114", worded("Version cannot be told", "无法判定版本"), "shall", unreadable=True)
NOT_LISTED = _should("I0115", "Further findings not listed", "其余发现未列出")
UNKNOWN_UNIT = _shall("I0116", "Unknown unit", "未知单位")
WRONG_DIMENSION = _shall("I0117", "Unit of another dimension", "单位的量纲不符")
REPEATED_ID = _shall("I0118", "Identifier used twice", "标识重复")
NOT_ONE_ALTERNATIVE = _shall("I0119", "Not exactly one of the alternatives", "未恰好采用一种方式")
NEGATIVE_AMOUNT = _shall("I0120", "Amount below zero", "数量为负")

PACT_INTAKE_KINDS = (
    UNKNOWN_ATTRIBUTE, MISSING_ATTRIBUTE, WRONG_TYPE, NOT_A_DECIMAL, NUMBER_NOTATION, NOT_ALLOWED, NOT_A_DATE_TIME,
    WRONG_FORM, EMPTY, REPEATED, SHARE_AS_FRACTION, SHARE_OF_ONE, VERSION_BY_NAMES, UNKNOWN_VERSION, NOT_LISTED,
    UNKNOWN_UNIT, WRONG_DIMENSION, REPEATED_ID, NOT_ONE_ALTERNATIVE, NEGATIVE_AMOUNT,
)  # fmt: skip
"""Every kind above, in the order of the ids."""
