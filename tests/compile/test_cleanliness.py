"""A program reads a document only where the ordinary reader notes nothing of it; what it reads, it decides alike.

Clean documents are spoiled in one way or several, as texts, so that keys can stand twice and numbers be spelled oddly.
The other direction need not hold: a clean document that no program reads is read and decided as ever, only slowly.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compile.json_pieces import Members, containers, escaped, pieces, spelled, text_of
from tests.compile.ordinary import compared_on, read_ordinarily
from tests.compile.spoiling import MOMENTS, NUMBERS, Spoiling
from tests.compile.test_shipped_standards import EDITIONS, document, program, standard
from tests.submission.inventories import carrying, inventory
from tests.submission.pact_documents import PACT_3_TEXT, changed
from tests.submission.test_on_demand import written

SEEDS = st.integers(0, 2**32 - 1)
STANDARDS = ("pact", "chemicals_circularity")
"""One that declares no data of a category, and one that does."""


@cache
def clean_texts() -> tuple[str, ...]:
    """Documents that a program reads: without an inventory, with one, and one with the data of a category."""
    plain = PACT_3_TEXT
    with_inventory = written(carrying(changed(inventory(), "category", {}))).decode()
    name = STANDARDS[1]
    return plain, with_inventory, written(document(EDITIONS[name], standard(name).examples[0])).decode()


def assert_never_reads_what_is_noted(name: str, data: bytes) -> bool:
    """The property of this page; whether the program reads the document."""
    found = compared_on(program(name), data)
    assert found is None or found.differences == ()
    return found is not None


@pytest.mark.parametrize("name", STANDARDS)
def test_the_documents_that_are_spoiled_below_are_clean(name: str) -> None:
    read = [assert_never_reads_what_is_noted(name, one.encode()) for one in clean_texts()]
    assert read == [True, True, True]


# Spoiled at random


@given(SEEDS)
def test_what_is_noted_is_not_read(seed: int) -> None:
    random = Random(seed)
    for _ in range(10):
        name, text = random.choice(STANDARDS), random.choice(clean_texts())
        spoiling = Spoiling(random, pieces(text))
        for _ in range(random.choice((1, 1, 1, 2, 4))):
            spoiling.once()
        assert_never_reads_what_is_noted(name, spoiling.text())


# Spoiled in each place


def test_a_key_that_stands_twice_is_found_in_every_object() -> None:
    """Whatever the object, its spelling, and what else could hide a key from a count of quotation marks."""
    for name, text in zip(STANDARDS, (clean_texts()[0], clean_texts()[2]), strict=True):
        whole = pieces(text)
        objects = [one for one in containers(whole) if isinstance(one, Members) and one.items]
        assert len(objects) > 4
        reading = program(name).program.read
        for found in objects:
            key, value = found.items[0]
            for again, other, space in ((key, value, ""), (key, "null", " "), (escaped(key, 0), value, " ")):
                found.items.insert(1, (again, other))
                assert reading(text_of(whole, space).encode()) is None, (key, again)
                del found.items[1]
        assert reading(text_of(whole).encode()) is not None


@pytest.mark.parametrize(
    "hiding",
    ['"\\u0022\\u0022\\u0022\\u0022"', '"\\u0022\\u0022\\u0022\\u0022\\u0022\\u0022"', '"\\"\\"\\"\\""', '"\\u0022"'],
)
def test_escaped_quotation_marks_hide_no_key(hiding: str) -> None:
    whole = pieces(PACT_3_TEXT)
    whole.items.append(('"comment"', hiding))
    reading = program("pact").program.read
    assert reading(text_of(whole).encode()) is not None, "by itself it is clean"
    for again in ("null", '"x"', '""'):
        for key in ('"status"', '"\\u0073tatus"', '"comment"'):
            whole.items.append((key, again))
            for space in ("", " "):
                assert reading(text_of(whole, space).encode()) is None
            whole.items.pop()


READ_AS_NUMBERS = {"0", "1.5", "-0", "1e3", "1E-3", "1e20", "0.10", "1e+5"}


@pytest.mark.parametrize("text", [*NUMBERS, *sorted(READ_AS_NUMBERS)])
def test_numbers_are_those_of_the_one_grammar(text: str) -> None:
    """In a fixed unit, with their unit, as a share: Python takes more for numbers than the grammar does."""
    for path in ("productMassPerDeclaredUnit", "primaryDataShare", "exemptedEmissionsPercent"):
        whole = pieces(PACT_3_TEXT)
        pcf = next(value for key, value in whole.items if key == '"pcf"')
        assert isinstance(pcf, Members)
        pcf.items = [(key, f'"{text}"' if key == f'"{path}"' else value) for key, value in pcf.items]
        read = assert_never_reads_what_is_noted("pact", text_of(whole).encode())
        assert read or text not in READ_AS_NUMBERS or path == "primaryDataShare"
    whole = pieces(clean_texts()[1])
    for found in containers(whole):
        if isinstance(found, Members) and ('"unit"', '"kWh"') in found.items:
            found.items = [
                (key, f'"{text}"' if key in ('"amount"', '"value"') else value) for key, value in found.items
            ]
            assert assert_never_reads_what_is_noted("pact", text_of(whole).encode()) or text not in READ_AS_NUMBERS - {
                "-0"
            }


@pytest.mark.parametrize("text", MOMENTS)
def test_moments_are_those_of_the_one_grammar(text: str) -> None:
    whole = pieces(PACT_3_TEXT)
    whole.items = [(key, f'"{text}"' if key == '"created"' else value) for key, value in whole.items]
    data = text_of(whole).encode()
    read = assert_never_reads_what_is_noted("pact", data)
    assert read is not isinstance(read_ordinarily(program("pact").standard, data), list), "and no others"


BYTES: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda data: data[:0],
    "a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "UTF-16": lambda data: data.decode().encode("utf-16"),
    "what is no UTF-8 in a text": lambda data: data.replace(b"Gas 7", b"Gas \xff"),
    "an overlong form": lambda data: data.replace(b"Gas 7", b"Gas \xc0\xaf"),
    "half a pair in UTF-8": lambda data: data.replace(b"Gas 7", b"\xed\xa0\x80"),
    "half a pair as an escape": lambda data: data.replace(b"Gas 7", b"\\ud800"),
    "a zero in a text": lambda data: data.replace(b"Gas 7", b"Gas\x00"),
    "a zero at the end": lambda data: data + b"\x00",
    "more behind it": lambda data: data + b"{}",
    "the same again": lambda data: data + b"\n" + data,
    "a list of it": lambda data: b"[" + data + b"]",
    "a list of two": lambda data: b"[" + data + b"," + data + b"]",
    "an answer of a host": lambda data: b'{"data":' + data + b"}",
    "the half of it": lambda data: data[: len(data) // 2],
    "a comma too much": lambda data: data.replace(b'"Active",', b'"Active",,'),
    "a comment": lambda data: data + b"// all",
}  # fmt: skip


@pytest.mark.parametrize("spoiled", BYTES.values(), ids=BYTES)
def test_bytes_that_are_no_single_footprint_are_not_read(spoiled: Callable[[bytes], bytes]) -> None:
    data = spoiled(PACT_3_TEXT.encode())
    assert data != PACT_3_TEXT.encode()
    assert not assert_never_reads_what_is_noted("pact", data)


STRANGE = '{"specVersion": "2.0.0", "dataSchema": "https://example.org/x.json", "data": {"x": [1, 2.5]}}'
CLEAN_AS_WELL: dict[str, Callable[[str], str]] = {
    "white space": lambda text: text_of(pieces(text), "\n  "),
    "none": lambda text: text_of(pieces(text)),
    "another order": lambda text: text_of(Members(pieces(text).items[::-1])),
    "Chinese letters": lambda text: text.replace("Gas 7", "气体七号"),
    "escaped Chinese letters": lambda text: text.replace("Gas 7", json.dumps("气体七号")[1:-1]),
    "an emoji by its two halves": lambda text: text.replace("Gas 7", "\\ud83d\\ude00"),
    "escapes that need not be": lambda text: text.replace("Gas 7", "\\u0047as\\/7"),
    "quotation marks": lambda text: text.replace("Gas 7", '\\"Gas\\" \\u0022seven\\u0022'),
    "a missing thing that is said to be": lambda text: text.replace('"status":', '"comment": null, "status":'),
    "an extension of somebody else": lambda text: text.replace('"status":', f'"extensions": [{STRANGE}], "status":'),
    "a lone zero as an escape": lambda text: text.replace("Gas 7", "\\u0000"),
}  # fmt: skip


@pytest.mark.parametrize("said", CLEAN_AS_WELL.values(), ids=CLEAN_AS_WELL)
def test_what_is_clean_is_read_however_it_is_written(said: Callable[[str], str]) -> None:
    assert assert_never_reads_what_is_noted("pact", said(PACT_3_TEXT).encode())


def test_huge_texts_and_many_numbers_do_not_matter() -> None:
    whole = pieces(PACT_3_TEXT)
    whole.items.append(('"comment"', spelled("x" * 3_000_000)))
    assert assert_never_reads_what_is_noted("pact", text_of(whole).encode())
    large = inventory()
    process = large["processes"]
    assert isinstance(process, list)
    flow = {"id": "", "kind": "material", "amount": "1.5", "unit": "kg"}
    many = [{**flow, "id": f"f{number}"} for number in range(4_000)]
    with_many = carrying(changed(changed(large, "processes.0.inputs", many), "category", {}))
    # With so many, the bound on rounding would not hold.
    assert not assert_never_reads_what_is_noted("pact", written(with_many))
