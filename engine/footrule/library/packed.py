"""The editions in a pack."""

from __future__ import annotations

from footrule.library.beside import LARGEST_FILE, InPack, standard_too_large
from footrule.library.shelf import Edition, edition_of
from footrule.pack import problems
from footrule.pack.file_names import folder_of
from footrule.pack.pack import Pack, opened
from footrule.text.wording import Wording


def packed_in(data: bytes, shown: str) -> tuple[Edition, ...] | Wording:
    """The editions in the pack that some bytes are, or why it is refused; `shown` is what it is called."""
    pack = opened(data, shown)
    return pack if isinstance(pack, Wording) else editions_packed(pack)


def editions_packed(pack: Pack) -> tuple[Edition, ...] | Wording:
    """Every edition in a pack, the one that it is of first; or why the pack is refused."""
    shown = pack.name.name
    editions: list[Edition] = []
    for one in pack.manifest.standards:
        text, name = pack.files[one.file], f"{shown}/{one.file}"
        if len(text) > LARGEST_FILE:
            return standard_too_large(name)
        edition = edition_of(text, name, InPack(pack.files, folder_of(one.id, one.version)), pack.name)
        if edition is None or (edition.kind, edition.id, edition.version_text) != (one.kind, one.id, one.version):
            return problems.other_standard(shown, one.file, f"{one.kind} {one.id} {one.version}")
        editions.append(edition)
    return tuple(editions)
