"""What a pack is: the same bytes wherever it is made, any zip program opens it, and nothing in it can be altered."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.pack.archive import LARGEST_PACK, MOST_FILES, archive
from footrule.pack.file_names import LONGEST_NAME, MANIFEST, is_safe
from footrule.pack.pack import Pack, opened, packed
from footrule.text.wording import Wording, worded
from tests.pack.archives import (
    BASE,
    DATA,
    FILES,
    GAS,
    PACK,
    SHOWN,
    files_of,
    listed,
    manifest,
    refusal,
    whole,
    with_manifest,
    zipped,
)


def test_what_was_packed_is_what_is_opened() -> None:
    found = whole(DATA)
    assert (found.manifest, found.files, found.data) == (PACK.manifest, FILES, DATA)
    assert (found.name.name, found.name.sha256) == (SHOWN, PACK.name.sha256)
    assert PACK.name.name == "gas-1.2.0.pcrpack"


def test_the_bytes_follow_from_the_contents_and_from_nothing_else() -> None:
    """Not from the order in which files come, nor from the day, the machine or the program that compresses."""
    shuffled = dict(Random(1).sample(list(FILES.items()), len(FILES)))
    assert list(shuffled) != list(FILES)
    assert packed(GAS, worded("Gas", "气体"), (BASE,), shuffled).data == DATA
    # Whoever changes these bytes changes the hash of every pack that there is: that is another format.
    assert sha256(DATA).hexdigest() == "018adcc75b949a36a1dc34d0ae63b57c85119e8ecd26bdda7b478aa6b64f3470"


def test_the_content_hash_is_that_of_the_manifest_and_stands_in_the_comment() -> None:
    files = files_of(DATA)
    assert sha256(files[MANIFEST]).hexdigest() == PACK.name.sha256
    with zipfile.ZipFile(io.BytesIO(DATA)) as other:
        assert other.comment.decode() == f"sha256 {PACK.name.sha256}"
    for one in manifest()["files"]:
        assert sha256(files[one["name"]]).hexdigest() == one["sha256"]
        assert len(files[one["name"]]) == one["size"]


def test_other_programs_open_it_and_find_plain_files() -> None:
    with zipfile.ZipFile(io.BytesIO(DATA)) as other:
        assert other.testzip() is None
        assert other.namelist() == [MANIFEST, *sorted(FILES)]
        for info in other.infolist():
            assert info.compress_type == zipfile.ZIP_STORED
            assert (info.date_time, info.external_attr >> 16) == ((1980, 1, 1, 0, 0, 0), 0o100644)
    assert {name: data for name, data in files_of(DATA).items() if name != MANIFEST} == FILES


ids = st.text(st.characters(categories=["L"]), min_size=1, max_size=8)
versions = st.builds("{}.{}.{}".format, *[st.integers(0, 30)] * 3)
wordings = st.dictionaries(st.sampled_from(["en", "zh", "de"]), st.text(max_size=10), min_size=1)


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    """Packs of any names and contents."""
    heads = draw(st.lists(st.tuples(ids, versions), min_size=1, max_size=3, unique=True))
    texts = [draw(st.binary(max_size=30)) for _ in heads]
    standards = [listed(*head, "library", text) for head, text in zip(heads, texts, strict=True)]
    files = {one.file: text for one, text in zip(standards, texts, strict=True)}
    names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).filter(is_safe)
    files |= draw(st.dictionaries(names.map("more/{}".format), st.binary(max_size=30), max_size=3))
    title = Wording(tuple(draw(wordings).items()))
    return packed(standards[0], title, tuple(standards[1:]), files)


@given(packs())
def test_every_pack_can_be_opened_and_is_the_same_again(pack: Pack) -> None:
    found = whole(pack.data)
    assert found == replace(pack, name=replace(pack.name, name=SHOWN))
    assert found.data == pack.data


# Altered packs


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_no_byte_can_be_changed(place: int, change: int) -> None:
    refusal(DATA[:place] + bytes([DATA[place] ^ change]) + DATA[place + 1 :])


def test_no_byte_at_all_can_be_changed() -> None:
    for place, byte in enumerate(DATA):
        refusal(DATA[:place] + bytes([byte ^ 1]) + DATA[place + 1 :])


@given(st.integers(0, len(DATA) - 1))
def test_nothing_can_be_cut_off(end: int) -> None:
    refusal(DATA[:end])


@given(st.integers(0, len(DATA)), st.binary(min_size=1, max_size=40))
def test_nothing_can_be_put_in(place: int, more: bytes) -> None:
    refusal(DATA[:place] + more + DATA[place:])


@given(st.binary(max_size=200))
def test_whatever_the_bytes_are_there_is_an_answer(data: bytes) -> None:
    refusal(data)
    refusal(DATA[:30] + data)
    refusal(b"PK\x03\x04" + data)


def changed(**changes: object) -> dict[str, Any]:
    """The manifest with other members."""
    return manifest() | changes


EXAMPLE = "gas-1.2.0/examples/one.json"
OTHERS = {name: data for name, data in FILES.items() if name != EXAMPLE}
ALTERED: dict[str, tuple[Callable[[], bytes], str]] = {
    "another text": (lambda: with_manifest(manifest(), FILES | {GAS.file: b"!"}), "standard.pcr in it is not what"),
    "another example": (lambda: with_manifest(manifest(), FILES | {EXAMPLE: b"{}"}), "one.json in it is not what its"),
    "a file less": (lambda: with_manifest(manifest(), OTHERS), "one.json is missing"),
    "a file more": (lambda: with_manifest(manifest(), FILES | {"x": b""}), "x in it is not in its manifest"),
    "no text": (lambda: with_manifest(changed(id="oil")), "oil-1.2.0/standard.pcr is missing"),
    "another hash of a library": (
        lambda: with_manifest(changed(built_on=[{**manifest()["built_on"][0], "sha256": "0" * 64}])),
        "base-1.0.0/standard.pcr is missing",
    ),
    "no manifest": (lambda: archive(FILES, b""), "does not begin with its manifest"),
    "nothing": (lambda: archive({}, b""), "does not begin with its manifest"),
    "the manifest at the end": (lambda: archive({**FILES, MANIFEST: b"{}"}, b""), "does not begin with its manifest"),
    "a later format": (lambda: with_manifest(changed(format=2)), "of format 2, and this footrule reads format 1"),
    "a format that is no number": (lambda: with_manifest(changed(format=True)), "its manifest is not"),
    "an earlier format": (lambda: with_manifest(changed(format=0)), "its manifest is not"),
    "a manifest that is a list": (lambda: with_manifest([1]), "its manifest is not"),
    "a manifest that is no JSON": (lambda: with_manifest(b"{"), "its manifest is not"),
    "a manifest that is no text": (lambda: with_manifest(b"\xff\xfe"), "its manifest is not"),
    "a manifest without end": (lambda: with_manifest(b"[" * 100_000), "its manifest is not"),
    "a number without end": (lambda: with_manifest(b"1" * 100_000), "its manifest is not"),
    "a member more": (lambda: with_manifest(changed(note="")), "its manifest is not"),
    "a member less": (lambda: with_manifest({k: v for k, v in manifest().items() if k != "title"}), "its manifest is"),
    "an odd title": (lambda: with_manifest(changed(title={"en": 1})), "its manifest is not"),
    "odd files": (lambda: with_manifest(changed(files=[1])), "its manifest is not"),
    "odd parents": (lambda: with_manifest(changed(built_on=[{}])), "its manifest is not"),
    "another size": (
        lambda: with_manifest(changed(files=[one | {"size": 1} for one in manifest()["files"]])),
        "not laid out",
    ),
    "a file listed twice": (lambda: with_manifest(changed(files=2 * manifest()["files"])), "not laid out"),
    "files in another order": (lambda: with_manifest(changed(files=manifest()["files"][::-1])), "not laid out"),
    "another comment": (lambda: archive(files_of(DATA), b"sha256 " + b"0" * 64), "not laid out"),
    "no comment": (lambda: archive(files_of(DATA), b""), "not laid out"),
}  # fmt: skip


@pytest.mark.parametrize("name", ALTERED)
def test_an_altered_pack_is_refused_and_why(name: str) -> None:
    make, why = ALTERED[name]
    assert why in refusal(make())
    assert refusal(make()).startswith(SHOWN)


# What another program, or somebody who means harm, made


def written_by_other(files: Mapping[str, bytes], change: Callable[[zipfile.ZipInfo], None]) -> bytes:
    """The files in a zip archive, each with something changed in what is said of it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as other:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr, info.flag_bits = 3, 0o100644 << 16, 0x800
            change(info)
            other.writestr(info, data)
    return stream.getvalue()


def symbolic_link(info: zipfile.ZipInfo) -> None:
    info.external_attr = 0o120777 << 16


def later(info: zipfile.ZipInfo) -> None:
    info.date_time = (2026, 11, 28, 0, 0, 0)


def remark(info: zipfile.ZipInfo) -> None:
    info.extra = struct.pack("<HH4s", 0x7777, 4, b"more")


def streamed(files: Mapping[str, bytes]) -> bytes:
    """As a program writes it that cannot go back: the sizes come after the files."""

    class Pipe(io.BytesIO):
        def tell(self) -> int:
            raise OSError

    stream = Pipe()
    with zipfile.ZipFile(stream, "w") as other:
        for name, data in files.items():
            other.writestr(name, data)
    return stream.getvalue()


def encrypted() -> bytes:
    """The pack with its first file called encrypted."""
    return DATA[:6] + struct.pack("<H", 0x801) + DATA[8:]


INSIDE = files_of(DATA)
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a text": (lambda: b"standard gas 1.0.0", "is no pack"),
    "no byte": (lambda: b"", "is no pack"),
    "a program with an archive": (lambda: b"#!/bin/sh\n" + DATA, "is no pack"),
    "compressed": (lambda: zipped(INSIDE, compression=zipfile.ZIP_DEFLATED), "is compressed"),
    "a bomb": (lambda: zipped({MANIFEST: bytes(50_000_000)}, compression=zipfile.ZIP_DEFLATED), "is compressed"),
    "streamed": (lambda: streamed(INSIDE), "is compressed"),
    "encrypted": (encrypted, "is encrypted"),
    "a way out": (lambda: archive({MANIFEST: b"", "../x": b""}, b""), "is called ../x"),
    "a way out further down": (lambda: archive({"a/../../x": b""}, b""), "is called a/../../x"),
    "an absolute name": (lambda: archive({"/etc/passwd": b""}, b""), "is called /etc/passwd"),
    "a drive": (lambda: archive({"c:/x": b""}, b""), "is called c:/x"),
    "a backslash": (lambda: archive({"a\\b": b""}, b""), "is called a\\b"),
    "no name": (lambda: archive({"": b""}, b""), "is refused"),
    "a name with a line break": (lambda: archive({"a\x00": b""}, b""), "is refused"),
    "a name that is no text": (lambda: DATA.replace(b"manifest", b"\xff" * 8), "is refused"),
    "a folder": (lambda: archive({"a/": b""}, b""), "is called a/"),
    "an endless name": (lambda: archive({"a" * (LONGEST_NAME + 1): b""}, b""), "aaa..."),
    "many files": (lambda: archive({str(one): b"" for one in range(MOST_FILES + 1)}, b""), f"more than {MOST_FILES}"),
    "a huge archive": (lambda: DATA + bytes(LARGEST_PACK), "larger than 64 MiB"),
    "a file twice": (lambda: DATA[: DATA.index(b"PK\x01\x02")] + DATA, "has manifest.json twice"),
    "a file that says that it is huge": (lambda: DATA[:18] + b"\xff" * 4 + DATA[22:], "is cut off"),
    "a link": (lambda: written_by_other(INSIDE, symbolic_link), "not laid out"),
    "of another day": (lambda: written_by_other(INSIDE, later), "not laid out"),
    "with remarks": (lambda: written_by_other(INSIDE, remark), "not laid out"),
    "something after it": (lambda: DATA + b"\n", "not laid out"),
    "something before its directory": (lambda: DATA.replace(b"PK\x01\x02", b"?PK\x01\x02", 1), "not laid out"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_others_made_is_refused_and_why(name: str) -> None:
    make, why = HOSTILE[name]
    assert why in refusal(make())


@pytest.mark.parametrize("end", [40, len(DATA) // 2, len(DATA) - 1])
def test_a_download_that_broke_off_is_told_as_such(end: int) -> None:
    assert "is cut off" in refusal(DATA[:end])


def test_the_hash_tells_who_repacked_everything_consistently() -> None:
    """There is no seal that others could not make; the hash in the reports is what they cannot keep."""
    other = packed(
        listed("gas", "1.2.0", "standard", b"standard gas 1.2.0 # another\n"),
        worded("Gas", "气体"),
        (BASE,),
        FILES | {GAS.file: b"standard gas 1.2.0 # another\n"},
    )
    assert isinstance(opened(other.data, SHOWN), Pack)
    assert other.name.sha256 != PACK.name.sha256
