"""The footprints in a document, whatever they travel in.

A bare ProductFootprint or a list of them, the answers of a PACT host (`{"data": ...}`), and PACT events, which are
CloudEvents (WBCSD, PACT Technical Specifications 3.0.3 and 2.3, OpenAPI schemas RequestFulfilledEvent,
RequestRejectedEvent, RequestCreatedEvent and PublishedEvent). A footprint is known by its `pcf`. Nothing is dropped in
silence: what is no footprint is yielded in its place, and says what was found.
"""

from __future__ import annotations

from collections.abc import Iterator

from footrule.frozen import Frozen, dataclass
from footrule.submission.intake import IntakeKind, Unreadable
from footrule.submission.json_text import JsonNumber, JsonValue
from footrule.submission.open_documents import Document
from footrule.submission.unreadable_kinds import NO_FOOTPRINT, NOT_A_FOOTPRINT, printable
from footrule.text.pattern import pattern
from footrule.text.wording import Wording, worded

MOST_STRAYS = 100


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Enveloped(Frozen):
    """A footprint as JSON, and its JSON Pointer in the document."""

    pointer: str
    members: dict[str, JsonValue]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Stray(Frozen):
    """What stands at `pointer` where a footprint should."""

    pointer: str
    kind: IntakeKind
    message: Wording


def footprints_of(document: Document) -> Iterator[Enveloped | Unreadable]:
    """The footprints of a document in their order; what is none is unreadable at its place in the file."""
    found = list(_few_strays(footprints(document.text.value)))
    strays = document.regions([one.pointer for one in found if isinstance(one, Stray)])
    for one in found:
        yield document.unreadable(strays[one.pointer], one.kind, one.message) if isinstance(one, Stray) else one


def _few_strays(found: Iterator[Enveloped | Stray]) -> Iterator[Enveloped | Stray]:
    """The same, with at most `MOST_STRAYS` strays told one by one; the last one told counts the rest."""
    strays = 0
    last: Stray | None = None
    for one in found:
        if isinstance(one, Stray):
            strays += 1
            last = one
            if strays > MOST_STRAYS:
                continue
        yield one
    if last is not None and strays > MOST_STRAYS:
        more = strays - MOST_STRAYS
        message = worded(
            f"{more} more elements of this document are no footprints; this is the last of them.",
            f"该文档中另有 {more} 个元素不是碳足迹；此为其中最后一个。",
        )
        yield Stray(last.pointer, last.kind, message)


def footprints(value: JsonValue) -> Iterator[Enveloped | Stray]:
    """The footprints in a JSON value; at least one thing is yielded."""
    if isinstance(value, list):
        yield from _elements(value, "", may_be_envelopes=True)
    else:
        yield from _opened(value, "", NO_FOOTPRINT)


def _elements(elements: list[JsonValue], pointer: str, *, may_be_envelopes: bool) -> Iterator[Enveloped | Stray]:
    if not elements:
        yield Stray(pointer, NO_FOOTPRINT, worded("The list of footprints is empty.", "碳足迹列表是空的。"))
    for index, element in enumerate(elements):
        place = f"{pointer}/{index}"
        if may_be_envelopes:
            yield from _opened(element, place, NOT_A_FOOTPRINT)
        else:
            yield _footprint(element, place, NOT_A_FOOTPRINT)


def _opened(value: JsonValue, pointer: str, kind: IntakeKind) -> Iterator[Enveloped | Stray]:
    """The footprints of one envelope, or the one bare footprint."""
    if not isinstance(value, dict) or "pcf" in value:
        yield _footprint(value, pointer, kind)
        return
    other = _other_event(value)
    if other is not None:
        yield Stray(pointer, kind, other)
        return
    if "data" not in value:
        yield _footprint(value, pointer, kind)
        return
    data, pointer = value["data"], f"{pointer}/data"
    if isinstance(data, dict) and "pfs" in data and "pcf" not in data:
        data, pointer = data["pfs"], f"{pointer}/pfs"
    if isinstance(data, list):
        yield from _elements(data, pointer, may_be_envelopes=False)
    else:
        yield _footprint(data, pointer, kind)


def _footprint(value: JsonValue, pointer: str, kind: IntakeKind) -> Enveloped | Stray:
    if isinstance(value, dict) and "pcf" in value:
        return Enveloped(pointer, value)
    return Stray(pointer, kind, _no_footprint(value))


_EVENT = pattern(r"ProductFootprint(?:Request\.|\.Request)(Created|Rejected)|ProductFootprint\.(Published)")
_EVENTS_WITHOUT_FOOTPRINT = {
    "Created": worded(
        "This is a request for footprints; the answer to it is a RequestFulfilledEvent, which carries them.",
        "这是索取碳足迹的请求事件；对它的答复 RequestFulfilledEvent 才带有碳足迹。",
    ),
    "Rejected": worded(
        "This event rejects a request for footprints and carries none.",
        "这是拒绝索取请求的事件，不带碳足迹。",
    ),
    "Published": worded(
        "This event only names footprints by id (pfIds): fetch them from the host and submit those.",
        "此事件只列出碳足迹的标识（pfIds）：请从数据方获取碳足迹后再提交。",
    ),
}


def _other_event(value: dict[str, JsonValue]) -> Wording | None:
    """What an event is that carries no footprint, or None where it may carry some."""
    event = value.get("type")
    match = _EVENT.search(event) if isinstance(event, str) else None
    return _EVENTS_WITHOUT_FOOTPRINT[match[1] or match[2]] if match else None


def _no_footprint(value: JsonValue) -> Wording:
    found = _description(value)
    return worded(
        f"Found {found.in_language('en')}, but a footprint is an object with a pcf.",
        f"这里是{found.in_language('zh')}；碳足迹应是含有 pcf 的对象。",
    )


def _description(value: JsonValue) -> Wording:
    match value:
        case None:
            return worded("null", " null")
        case bool():
            word = "true" if value else "false"
            return worded(word, f" {word}")
        case JsonNumber():
            return worded(f"the number {printable(value)}", f"数值 {printable(value)}")
        case str():
            return worded(f'the text "{printable(value)}"', f"文本“{printable(value)}”")
        case list():
            return worded(f"a list of {len(value)} elements", f"含 {len(value)} 项的列表")
        case dict():
            return _description_of_object(value)


def _description_of_object(members: dict[str, JsonValue]) -> Wording:
    code, message = members.get("code"), members.get("message")
    if isinstance(code, str) and isinstance(message, str):
        shown = f"{printable(code)}: {printable(message, most=80)}"
        return worded(f"the error answer of a host ({shown})", f"数据方返回的错误（{shown}）")
    if not members:
        return worded("an object with nothing in it", "空对象")
    keys = ", ".join(printable(key) for key in list(members)[:5]) + (", …" if len(members) > 5 else "")
    return worded(f"an object with the keys {keys}", f"含有键 {keys} 的对象")
