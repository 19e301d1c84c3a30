"""What a standard is chosen by, read of the bytes of a document before anything else of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, TypeAlias, cast

from footrule.submission.classification import URN, read_urn

if TYPE_CHECKING:
    from typing import Protocol

    class _Peeked(Protocol):
        productClassifications: list[str] | None  # noqa: N815 the format calls it so
        productIds: list[str] | None  # noqa: N815
        pcf: _Pcf
        extensions: list[_Extension] | None

    class _Pcf(Protocol):
        referencePeriodEnd: str | None  # noqa: N815

    class _Extension(Protocol):
        data: _Data | None

    class _Data(Protocol):
        inventory: _Inventory | None

    class _Inventory(Protocol):
        standard: object
        product: object


ChosenBy: TypeAlias = tuple[object, ...]


def chosen_by(data: bytes) -> ChosenBy | None:
    """All that the choice of a standard can hang on: the claim, product codes in their places, the end of the period.

    Documents that are alike in this choose alike. None where the bytes are no bare footprint whose parts are of the
    right types: how such a document chooses is found by reading it whole.
    """
    from msgspec import MsgspecError

    try:
        found = _decoder()(data)
    except (MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    inventories = [
        (place, one.data.inventory.standard, one.data.inventory.product)
        for place, one in enumerate(found.extensions or ())
        if one.data is not None and one.data.inventory is not None
    ]
    known = [(place, one) for place, one in enumerate(found.productIds or ()) if read_urn(one)[0] != URN]
    return (
        *inventories,
        tuple(found.productClassifications or ()),
        tuple(known),
        found.pcf.referencePeriodEnd,
    )


@cache
def _decoder() -> Callable[[bytes], _Peeked]:
    from msgspec import defstruct
    from msgspec.json import Decoder

    text = str | None
    claim = defstruct("Claim", [("id", text, None), ("version", text, None)], frozen=True)
    product = defstruct("Product", [("cas", text, None), ("hs", text, None), ("cpc", text, None)], frozen=True)
    inventory = defstruct("Inventory", [("standard", claim | None, None), ("product", product | None, None)])
    inner = defstruct("Data", [("inventory", inventory | None, None)])
    extension = defstruct("Extension", [("data", inner | None, None)])
    pcf = defstruct("Pcf", [("referencePeriodEnd", text, None)])
    texts = list[str] | None
    peeked = defstruct(
        "Peeked",
        [
            ("pcf", pcf),
            ("productClassifications", texts, None),
            ("productIds", texts, None),
            ("extensions", list[extension] | None, None),  # type: ignore[valid-type]
        ],
    )
    return cast("Callable[[bytes], _Peeked]", Decoder(peeked).decode)
