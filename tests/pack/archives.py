"""A small pack, and archives that are nearly one."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from footrule.pack.archive import archive
from footrule.pack.file_names import MANIFEST
from footrule.pack.manifest import PackedStandard
from footrule.pack.pack import Pack, opened, packed
from footrule.report.visible import visible
from footrule.text.wording import Wording, worded

SHOWN = "gas.pcrpack"
TEXTS = {"gas": b"standard gas 1.2.0\n", "base": b"library base 1.0.0\n"}


def listed(id: str, version: str, kind: str, text: bytes) -> PackedStandard:
    """A text as a manifest lists it."""
    return PackedStandard(kind, id, version, sha256(text).hexdigest())


GAS = listed("gas", "1.2.0", "standard", TEXTS["gas"])
BASE = listed("base", "1.0.0", "library", TEXTS["base"])
FILES = {
    GAS.file: TEXTS["gas"],
    "gas-1.2.0/examples/one.json": b'{"pcf": {}}',
    "gas-1.2.0/factors/steam.csv": "蒸汽,1.2\n".encode(),
    BASE.file: TEXTS["base"],
}
PACK = packed(GAS, worded("Gas", "气体"), (BASE,), FILES)
DATA = PACK.data


def refusal(data: bytes) -> str:
    """The one sentence that refuses some bytes, which is there in both languages."""
    found = opened(data, SHOWN)
    assert isinstance(found, Wording), found
    assert found.languages == ("en", "zh")
    return visible(str(found))


def whole(data: bytes) -> Pack:
    """The pack that some bytes are."""
    found = opened(data, SHOWN)
    assert isinstance(found, Pack), found
    return found


def manifest() -> dict[str, Any]:
    """The manifest of the pack, to be changed."""
    found: dict[str, Any] = json.loads(files_of(DATA)[MANIFEST])
    return found


def files_of(data: bytes) -> dict[str, bytes]:
    """The files of an archive, as another program reads them."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened_by_other:
        return {name: opened_by_other.read(name) for name in opened_by_other.namelist()}


def with_manifest(value: object, files: Mapping[str, bytes] = FILES) -> bytes:
    """A pack with another manifest, and all else as it has to be for that one."""
    text = value if isinstance(value, bytes) else (json.dumps(value, indent=1) + "\n").encode()
    return archive({MANIFEST: text, **dict(sorted(files.items()))}, b"sha256 " + sha256(text).hexdigest().encode())


def zipped(files: Mapping[str, bytes], **options: Any) -> bytes:  # noqa: ANN401 - the options of zipfile are of many types
    """An archive that another program wrote."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", **options) as other:
        for name, data in files.items():
            other.writestr(name, data)
    return stream.getvalue()
