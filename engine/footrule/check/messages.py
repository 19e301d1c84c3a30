"""The texts of `otherwise`: plain text with expressions between braces."""

from __future__ import annotations

from footrule.check import problems
from footrule.check.expressions import whole
from footrule.check.scope import Scope
from footrule.check.vocabulary import ROOT_SHAPE
from footrule.model.standard import Message, MessagePart
from footrule.model.types import TEXT, ListType, RecordType
from footrule.syntax.expression_from_lark import unescaped
from footrule.syntax.parse import parse_expression
from footrule.syntax.tree import WordingNode
from footrule.text.source import Span


def message(scope: Scope, node: WordingNode | None) -> Message | None:
    """The message in each language it was written in; a mistake in one is told and leaves that piece out."""
    if node is None:
        return None
    known: dict[str, MessagePart] = {}
    texts = zip(node.wording.languages, node.places, strict=True)
    return Message(tuple((language, tuple(_parts(scope, place, known))) for language, place in texts))


def _parts(scope: Scope, place: Span, known: dict[str, MessagePart]) -> list[MessagePart]:
    """The pieces of one text. Languages mostly put in the same values: those that are `known` are not checked again."""
    text = scope.file.source.text
    parts: list[MessagePart] = []
    plain: list[str] = []
    index = place.start
    while index < place.end:
        two = text[index : index + 2]
        if two in ("{{", "}}"):
            plain.append(two[0])
            index += 2
        elif text[index] == "{":
            end = text.find("}", index, place.end)
            if end < 0:
                scope.file.sink.add(problems.open_brace(scope.file.source, Span(index, index + 1)))
                break
            parts.append(MessagePart("".join(plain), None))
            plain = []
            between = text[index + 1 : end]
            if between not in known:
                value = _value(scope, Span(index + 1, end))
                if value is not None:
                    known[between] = value
            parts += [known[between]] if between in known else []
            index = end + 1
        else:
            escaped = text[index] == "\\"
            plain.append(unescaped(text[index + 1]) if escaped else text[index])
            index += 2 if escaped else 1
    parts.append(MessagePart("".join(plain), None))
    return [part for part in parts if part.text or part.value is not None]


def _can_be_named(type_: RecordType | ListType) -> bool:
    """Whether a sentence can name the elements: footprints by their products, and texts."""
    return isinstance(type_, ListType) and type_.element in (RecordType(ROOT_SHAPE), TEXT)


def _value(scope: Scope, span: Span) -> MessagePart | None:
    file = scope.file
    written = parse_expression(file.source, span, file.sink)
    checked = whole(scope, written) if written is not None else None
    if checked is None:
        return None
    if isinstance(checked.type, RecordType | ListType) and not _can_be_named(checked.type):
        file.sink.add(problems.wrong_type(file.source, span, checked.type, "a single value", "单个值"))
        return None
    return MessagePart(file.written(span), checked)
