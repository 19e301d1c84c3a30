"""The entrance for a footprint that is known to be clean: a submission of which only what is asked for is read.

When this runs, an evaluator has gone through the document and has found nothing that a reader would note. It is read
again because something of it has to be explained; the submission says the same as the one that `read_footprint` makes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from types import GenericAlias, UnionType

from footrule.frozen import Frozen, dataclass
from footrule.submission.extension import read_inventory
from footrule.submission.fields_on_demand import NothingToNote, record_on_demand
from footrule.submission.footprint_record import EDITIONS, Whole, footprint_on_demand
from footrule.submission.from_pact import FileContext, classifications_of, format_of, identifier_of, stated_version
from footrule.submission.json_text import BYTE_ORDER_MARK, JsonNumber, JsonValue
from footrule.submission.reading import Reading
from footrule.submission.submission import Locate, Submission

_DECODER = json.JSONDecoder(parse_float=JsonNumber, parse_int=JsonNumber)
"""Of a document in which no key stands twice, and no constant."""
_DEEPEST = 8
"""How many objects inside one another are decoded the quick way: as many as an inventory has, from the footprint on."""


def read_on_demand(
    data: bytes, pointer: str, file: str, sha256: Callable[[], str], locate: Locate, context: FileContext
) -> Submission:
    """The submission of a clean document, the bytes of which are one footprint; its hash too is found when asked for.

    That the document is not clean ends the run, at the latest when what is wrong with it is asked for.
    """
    value = _decoded(data.removeprefix(BYTE_ORDER_MARK))
    assert isinstance(value, dict), f"{pointer}: no footprint, in a document that was found to be clean"
    major, minor = stated_version(value.get("specVersion"))
    assert major in EDITIONS, f"{pointer}: of no known version, in a document that was found to be clean"
    edition = EDITIONS[major]
    reading = Reading(
        edition.document, edition.edition, minor, NothingToNote(),
        fractions_in_file=context.fractions_in_file, on_demand=record_on_demand,
    )  # fmt: skip
    record = record_on_demand(edition.root, value, pointer, reading)
    whole = Whole(value, record, read_inventory(record.fields.get("extensions")), major)
    return _OnDemand.of(
        _Source(whole, sha256),
        id=identifier_of(value),
        file=file,
        format=format_of(record, major),
        footprint=footprint_on_demand(whole),
        intake=(),
        locate=locate,
    )


def _decoded(data: bytes) -> JsonValue:
    """What a clean document says, every number as it is written.

    The quick decoder turns numbers into those of Python, so it is told to refuse them: few documents have any.
    """
    from msgspec import DecodeError

    try:
        return _without_numbers()(data)
    except DecodeError:
        value: JsonValue = _DECODER.decode(str(data, "utf-8"))
        return value


@cache
def _without_numbers() -> Callable[[bytes], JsonValue]:
    """A decoder of objects, lists, texts and truths only."""
    from msgspec.json import Decoder

    plain = str | bool | None
    kind: UnionType = plain
    for _ in range(_DEEPEST):
        members = GenericAlias(dict, (str, kind))
        kind = plain | members | GenericAlias(list, (plain | members,))
    decode: Callable[[bytes], JsonValue] = Decoder(kind).decode
    return decode


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Source(Frozen):
    """What the fields of a submission are made of that are made when they are asked for."""

    whole: Whole
    sha256: Callable[[], str]


_LATER: Mapping[str, Callable[[_Source], object]] = {
    "sha256": lambda of: of.sha256(),
    "claim": lambda of: of.whole.inventory.claim,
    "classifications": lambda of: classifications_of(of.whole.record, of.whole.inventory),
    "attestations": lambda of: of.whole.inventory.attestations,
}


class _OnDemand(Submission):
    """A submission some fields of which are made when they are first asked for.

    Their slots are empty until then, and Python asks `__getattr__` for what it does not find.
    """

    __slots__ = ("_source",)

    _source: _Source

    @classmethod
    def of(cls, source: _Source, **now: object) -> Submission:
        """The submission with those fields that it has now."""
        made = cls.__new__(cls)
        for name, value in {"_source": source, **now}.items():
            object.__setattr__(made, name, value)
        return made

    def __getattr__(self, name: str) -> object:
        if name not in _LATER:
            raise AttributeError(name)
        made = _LATER[name](self._source)
        object.__setattr__(self, name, made)
        return made
