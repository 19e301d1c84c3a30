"""The ordinary way of reading a document, which programs have to agree with."""

from __future__ import annotations

from footrule.assess.category import categorised
from footrule.model.standard import Standard
from footrule.submission.element import Attestation, Record
from footrule.submission.intake import Unreadable
from footrule.submission.open_documents import document_of
from footrule.submission.raw_documents import RawDocument
from footrule.workspace import submissions
from tests.compile.equality import Comparison, StandardProgram, compared

Clean = tuple[Record, tuple[Attestation, ...]]
"""A footprint with the data of its category, and what persons attest of it."""


def read_ordinarily(standard: Standard, data: bytes) -> Clean | list[str]:
    """The one footprint that the bytes are, or what there is to say against them."""
    found = list(submissions(document_of(RawDocument("x.json", data, 1, 0))))
    if len(found) != 1:
        return [f"{len(found)} footprints"]
    (one,) = found
    if isinstance(one, Unreadable):
        return [f"{one.kind.id} at {one.byte}"]
    footprint, noted = categorised(standard, one.footprint)
    against = [f"{each.kind.id} {each.pointer}" for each in (*one.intake, *noted)]
    return against or (footprint, one.attestations)


def compared_on(of: StandardProgram, data: bytes) -> Comparison | None:
    """How a program does on the bytes of a document; None where it does not read them.

    What it reads has to be one footprint of which the ordinary reader notes nothing.
    """
    document = of.program.read(data)
    if document is None:
        return None
    ordinary = read_ordinarily(of.standard, data)
    assert not isinstance(ordinary, list), f"the program reads what the reader notes: {ordinary}"
    return compared(of, document, *ordinary)
