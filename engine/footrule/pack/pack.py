"""A pack: made from a manifest and files, and opened again without a doubt that it is what was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from footrule.pack import manifest as manifests
from footrule.pack import problems
from footrule.pack.archive import archive, files_in
from footrule.pack.file_names import MANIFEST
from footrule.pack.manifest import Manifest, PackedFile, PackedStandard
from footrule.pack.name import SUFFIX, PackName
from footrule.text.wording import Wording

_COMMENT = "sha256 "


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that is whole; `files` are its contents by name, without the manifest."""

    name: PackName
    manifest: Manifest
    files: Mapping[str, bytes]

    @property
    def data(self) -> bytes:
        """The bytes of its archive."""
        text = manifests.written(self.manifest)
        listed = {one.name: self.files[one.name] for one in self.manifest.files}
        return archive({MANIFEST: text, **listed}, (_COMMENT + self.name.sha256).encode())


def packed(
    standard: PackedStandard, title: Wording, built_on: tuple[PackedStandard, ...], files: Mapping[str, bytes]
) -> Pack:
    """The pack of a standard and its files, which hold its text and the texts of all that it is built on."""
    listed = (PackedFile(name, len(files[name]), sha256(files[name]).hexdigest()) for name in sorted(files))
    manifest = Manifest(standard, title, built_on, tuple(listed))
    digest = manifests.content_hash(manifests.written(manifest))
    return Pack(PackName(manifest.name + SUFFIX, digest), manifest, files)


def opened(data: bytes, shown: str) -> Pack | Wording:
    """The pack that some bytes are, or why they are refused; `shown` is what it is called.

    INVARIANT: a pack that is opened is, byte for byte, what `Pack.data` writes.
    """
    files = files_in(data, shown)
    if isinstance(files, Wording):
        return files
    if next(iter(files), None) != MANIFEST:
        return problems.no_manifest(shown)
    text = files.pop(MANIFEST)
    manifest = manifests.read(text)
    if isinstance(manifest, int):
        return problems.another_format(shown, manifest, manifests.FORMAT)
    if manifest is None:
        return problems.odd_manifest(shown)
    wrong = _not_as_listed(manifest, files, shown)
    if wrong is not None:
        return wrong
    pack = packed(manifest.standard, manifest.title, manifest.built_on, files)
    written = pack.data
    if written != data:
        return problems.cut_off(shown) if written.startswith(data) else problems.not_as_written(shown)
    return replace(pack, name=replace(pack.name, name=shown))


def _not_as_listed(manifest: Manifest, files: Mapping[str, bytes], shown: str) -> Wording | None:
    """What of the files is not as the manifest lists it."""
    listed = {one.name: one.sha256 for one in manifest.files}
    for name in listed:
        if name not in files:
            return problems.file_missing(shown, name)
    for name, contents in files.items():
        if name not in listed:
            return problems.file_added(shown, name)
        if sha256(contents).hexdigest() != listed[name]:
            return problems.file_altered(shown, name)
    for one in manifest.standards:
        if listed.get(one.file) != one.sha256:
            return problems.file_missing(shown, one.file)
    return None
