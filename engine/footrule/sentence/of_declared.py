"""Parameters and data in sentences."""

from __future__ import annotations

from footrule.model.standard import DeclaredDatum, Parameter
from footrule.model.types import (
    CodeType,
    DurationType,
    InstantType,
    ListType,
    QuantityType,
    TextType,
    TruthType,
    Type,
)
from footrule.sentence import phrases
from footrule.sentence.conditions import Conditions
from footrule.sentence.of_rule import sentences
from footrule.sentence.voice import Voice
from footrule.text.wording import Wording, worded

_KINDS: dict[type[object], Wording] = {
    TruthType: worded("yes or no", "是或否"),
    TextType: worded("a text", "文本"),
    InstantType: worded("a date", "日期"),
    DurationType: worded("a duration", "时段"),
}
_NUMBER = worded("a number", "数值")
_QUANTITY = worded("a quantity ({dimension})", "数量（{dimension}）")
_LIST = worded("a list of such: {kind}", "列表，其元素为：{kind}")
_DIMENSIONS = {
    "mass": "质量", "emission": "排放量", "energy": "能量", "length": "长度", "area": "面积", "volume": "体积",
    "gas volume": "参比条件下的气体体积", "pressure": "压力", "time": "时间", "amount of substance": "物质的量",
    "data": "数据量", "money": "金额", "power": "功率",
}  # fmt: skip


def parameter_in_words(parameter: Parameter, voice: Voice) -> str:
    """The value of a parameter."""
    value = Conditions(voice).values.unnamed(parameter.value)
    text = voice.say(phrases.PARAMETER_IS, name=voice.marks.variable(parameter.name), value=value)
    return sentences(voice, text, [])


def datum_in_words(datum: DeclaredDatum, voice: Voice) -> str:
    """What a datum is; when it is required, its rule says."""
    title = datum.name if datum.text is None else datum.text.in_language(voice.language)
    parts = {"title": voice.marks.name(title), "name": voice.marks.variable(datum.name)}
    kind = kind_in_words(datum.type, voice)
    if datum.unit is not None:
        kind = voice.say(phrases.DATUM_SHOWN_IN, kind=kind, unit=datum.unit.symbol)
    return sentences(voice, voice.say(phrases.DATUM_IS, kind=kind, **parts), [])


def kind_in_words(kind: Type, voice: Voice) -> str:
    """A type as those who fill in a form read it."""
    match kind:
        case QuantityType(dimension) if dimension.is_number:
            return voice.say(_NUMBER)
        case QuantityType(dimension):
            return voice.say(_QUANTITY, dimension=_dimension(str(dimension), voice))
        case CodeType(name, codes):
            titles = [voice.marks.code(voice.names.code(name, code) or code) for code in codes]
            return voice.say(phrases.CODE_OF, codes=voice.say(phrases.LIST_COMMA).join(titles))
        case ListType(element) if element is not None:
            return voice.say(_LIST, kind=kind_in_words(element, voice))
        case _:
            phrase = _KINDS.get(type(kind))
            return str(kind) if phrase is None else voice.say(phrase)


def _dimension(text: str, voice: Voice) -> str:
    if voice.language != "zh":
        return text
    parts = [[_DIMENSIONS.get(one, one) for one in side.split(" x ")] for side in text.split(" / ")]
    return "/".join("·".join(side) for side in parts)
