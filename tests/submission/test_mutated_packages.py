"""Whatever lies in a package is read or refused, and never raises; and what is read keeps to the vocabulary."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footrule.submission.element import Code, Element, Items, Moment, Number, Record, Text, Truth, Unusable
from footrule.submission.footprint_vocabulary import CODES, RECORDS
from footrule.submission.intake import Unreadable
from footrule.submission.package import Package
from footrule.submission.read_package import read_package
from footrule.submission.vocabulary import (
    CodeField,
    FieldKind,
    InstantField,
    ListField,
    NumberField,
    RecordField,
    TextField,
    TruthField,
)
from tests.submission.ilcd_packages import ilcd
from tests.submission.openlca_packages import openlca
from tests.submission.packages import pack, places, uuid, write

JsonLike = None | bool | int | float | str | list["JsonLike"] | dict[str, "JsonLike"]

OPENLCA, ILCD = openlca(), ilcd()
VALUES: st.SearchStrategy[JsonLike] = st.sampled_from([
    "", "#REF!", None, True, -1, 0, 1e300, "1.0", "NaN", [], {}, [[]], {"@id": ""}, {"@id": uuid(1)}, "\u0000", "烯",
    uuid(2),
])  # fmt: skip
TEXTS = st.sampled_from(["", "x", "#REF!", "0", "-1", "<a>", "</a>", "&", "烯", "meanAmount", uuid(1)])


# What is read keeps to the vocabulary


def checked(record: Record) -> None:
    """Hold a record and all within it against its shape."""
    declared = {one.name: one.kind for one in RECORDS[record.shape].fields}
    assert record.fields.keys() <= declared.keys(), record.shape
    for name, element in record.fields.items():
        _check(element, declared[name], name)


def _check(element: Element, kind: FieldKind, name: str) -> None:
    match element, kind:
        case Unusable(), _:
            pass
        case Number(quantity=quantity), NumberField(unit=unit):
            assert quantity.dimension == unit.dimension, name
            assert quantity.low <= quantity.value <= quantity.high
        case Text(), TextField():
            pass
        case Code(code=code), CodeField(codes=listed, open=is_open):
            assert is_open or code in {one.name for one in CODES[listed].codes}, (name, code)
        case Truth(), TruthField():
            pass
        case Moment(), InstantField():
            pass
        case Items(elements=elements), ListField(element=inner):
            for one in elements:
                _check(one, inner, name)
        case Record(), RecordField(record=shape):
            assert element.shape == shape
            checked(element)
        case _:
            pytest.fail(f"{name}: {element} for {kind}")


def survives(files: Mapping[str, str | bytes]) -> None:
    """Read files as a folder, and hold what comes of it."""
    with tempfile.TemporaryDirectory() as folder:
        found = read_package(write(files, Path(folder)))
        assert isinstance(found, Package | Unreadable)
        if isinstance(found, Unreadable):
            return
        assert len(found.processes) == len(found.sources)
        for one, source in zip(found.processes, found.sources, strict=True):
            checked(one)
            assert all(place.startswith(f"{source.file}#") for place in places(one))
        found.locate([one.pointer for one in found.intake])
        for noticed in found.intake:
            assert noticed.finding.message.languages == noticed.finding.expected.languages == ("en", "zh")


@pytest.mark.parametrize("files", [OPENLCA, ILCD], ids=["openLCA", "ILCD"])
def test_a_whole_package_keeps_to_the_vocabulary(files: Mapping[str, str]) -> None:
    survives(files)


# Mutations


def _places(value: JsonLike) -> list[tuple[dict[str, JsonLike] | list[JsonLike], str | int]]:
    """Every member of every object and list, as the container and the key."""
    found: list[tuple[dict[str, JsonLike] | list[JsonLike], str | int]] = []
    if isinstance(value, dict):
        for key, inner in value.items():
            found += [(value, key), *_places(inner)]
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            found += [(value, number), *_places(inner)]
    return found


@given(st.data())
def test_an_openlca_package_with_any_value_changed_is_read(data: st.DataObject) -> None:
    files = dict(OPENLCA)
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(sorted(files)))
        value: JsonLike = json.loads(files[name])
        places = _places(value)
        if places:
            container, key = data.draw(st.sampled_from(places))
            how = data.draw(st.sampled_from(["replace", "delete", "rename"]))
            if isinstance(container, list):
                assert isinstance(key, int)
                container[key] = data.draw(VALUES)
            elif how == "rename":
                container[data.draw(st.text(max_size=8))] = container.pop(str(key))
            elif how == "delete":
                del container[str(key)]
            else:
                container[str(key)] = data.draw(VALUES)
        files[name] = json.dumps(value, allow_nan=False)
    survives(files)


@given(st.data())
def test_an_ilcd_package_with_any_text_changed_is_read(data: st.DataObject) -> None:
    files = dict(ILCD)
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(sorted(files)))
        parts = files[name].split(data.draw(st.sampled_from(["<", ">", '"', " ", "0", "-"])))
        at = data.draw(st.integers(0, len(parts) - 1))
        parts[at] = data.draw(
            st.sampled_from(["", "x", "#REF!", "0", "-1", "<a>", "</a>", "&", "烯", "meanAmount", uuid(1)])
        )
        files[name] = data.draw(st.sampled_from(["<", ">", '"', " "])).join(parts)
    survives(files)


_ELEMENTS = ("exchange", "meanAmount", "resultingAmount", "exchangeDirection", "referenceToFlowDataSet", "baseName",
             "referenceToReferenceFlow", "allocation", "typeOfDataSet", "flowProperty", "unit", "name", "UUID",
             "referenceYear", "quantitativeReference")  # fmt: skip


@given(st.data())
def test_an_ilcd_package_that_stays_well_formed_is_read(data: st.DataObject) -> None:
    """Elements are renamed or given other texts, so that what is looked at is more than whether it is XML."""
    files = dict(ILCD)
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(sorted(name for name in files if "sources" not in name)))
        one, other = data.draw(st.sampled_from(_ELEMENTS)), data.draw(st.sampled_from([*_ELEMENTS, "x"]))
        if data.draw(st.booleans()):
            for prefix in ("<", "</", "<common:", "</common:"):
                files[name] = files[name].replace(f"{prefix}{one}", f"{prefix}{other}")
        else:
            text = data.draw(st.sampled_from(["", "#REF!", "-3", "0", "1E400", "Input", uuid(1), "2025", "烯", "1"]))
            files[name] = files[name].replace(f"<{one}>", f"<{one}>{text}").replace('="1"', f'="{text}"')
    survives(files)


@settings(max_examples=40)
@given(st.data())
def test_an_archive_with_any_bytes_changed_is_read_or_refused(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = pack(OPENLCA, Path(folder) / "works.zip")
        damaged = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 6))):
            # The directory, at the end, is what everything else depends on.
            at = data.draw(st.integers(len(damaged) - 4000, len(damaged) - 1) | st.integers(0, len(damaged) - 1))
            damaged[at] = data.draw(st.integers(0, 255))
        path.write_bytes(bytes(damaged[: data.draw(st.sampled_from([len(damaged), len(damaged) // 2]))]))
        assert isinstance(read_package(path), Package | Unreadable)
