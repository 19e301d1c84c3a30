"""The JSON report: a published contract, valid for every assessment there can be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from footrule.assess.assessment import Assessment
from footrule.report.to_json import schema_text, to_json
from tests.report import builders
from tests.report.golden import assert_golden
from tests.report.hostile import assessments

ALL = (
    builders.NONCONFORMING,
    builders.CONFORMING,
    builders.UNDETERMINED,
    builders.NOT_ASSESSED,
    builders.UNREADABLE,
)


@cache
def published() -> Draft202012Validator:
    schema = json.loads(schema_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker(["date"]))


@cache
def exact() -> Draft202012Validator:
    """The published schema closed: no property that it does not describe, none left out."""
    return Draft202012Validator(closed(json.loads(schema_text())))


ONLY_WHERE_ASKED_FOR = {("Assessment", "clauses")}


def closed(schema: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: closed(one) for name, one in schema.items()}
    if schema.get("type") == "object":
        always = [name for name in schema["properties"] if (schema.get("title"), name) not in ONLY_WHERE_ASKED_FOR]
        inner |= {"additionalProperties": False, "required": always}
    return inner


def written(*run: Assessment, language: str = "en") -> Any:  # noqa: ANN401 - what a reader of the report gets
    return json.loads("".join(to_json(run, language)))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_golden(language: str) -> None:
    pretty = json.dumps(written(*ALL, language=language), indent=2, ensure_ascii=False)
    assert_golden(f"assessments.{language}.json", pretty)


def test_an_empty_run_is_an_empty_array() -> None:
    assert written() == []


def test_it_streams() -> None:
    """No assessment is read before the one before it is written."""
    read = []

    def run() -> Iterator[Assessment]:
        for number in range(3):
            read.append(number)
            yield builders.CONFORMING

    pieces = to_json(run(), "en")
    assert read == []
    for number in range(3):
        next(pieces)
        assert read == list(range(number + 1))


def test_each_assessment_is_one_line() -> None:
    lines = "".join(to_json(ALL, "en")).splitlines()
    assert (lines[0], lines[-1]) == ("[", "]")
    assert [json.loads(one.removesuffix(","))["verdict"] for one in lines[1:-1]] == [one.verdict.value for one in ALL]


def test_every_outcome_is_listed() -> None:
    [told] = written(builders.NONCONFORMING)
    assert len(told["findings"]) == len(builders.NONCONFORMING.findings)
    assert {one["outcome"] for one in told["findings"]} == {
        "conforming",
        "nonconforming",
        "not applicable",
        "undetermined",
    }


def test_clause_is_the_first_of_the_clauses() -> None:
    [told] = written(builders.assessment(builders.EXEMPTED))
    [finding] = told["findings"]
    assert finding["clause"] == finding["clauses"][0]
    assert [one["clause"] for one in finding["clauses"]] == ["CarbonFootprint, exemptedEmissionsPercent", "3.3.1.2"]


def test_what_could_not_be_read_is_one_finding() -> None:
    [told] = written(builders.UNREADABLE)
    [finding] = told["findings"]
    assert told["verdict"] == "unreadable"
    assert told["submission"]["sha256"] == builders.UNREADABLE.sha256
    assert (finding["rule"]["id"], finding["outcome"], finding["reason"]) == ("I0003", "undetermined", "unreadable")
    assert finding["element"] == {"pointer": None, "line": 12, "column": 7, "byte": 341}


def test_lone_surrogates_are_written_out() -> None:
    changed = builders.assessment(submission_id="a\ud83d\ude00b \ud800 😀 \x1b \x7f")
    told = "".join(to_json([changed], "en"))
    assert told.isascii()
    assert json.loads(told)[0]["submission"]["id"] == "a\\ud83d\\ude00b \\ud800 😀 \x1b \x7f"


@given(st.lists(assessments(), max_size=2), st.sampled_from(["en", "zh", "zh-Hant", "fr"]))
def test_any_run_keeps_to_the_schema(run: list[Assessment], language: str) -> None:
    text = "".join(to_json(run, language))
    assert text.isascii()
    told = json.loads(text)
    published().validate(told)
    exact().validate(told)
    json.dumps(told, ensure_ascii=False).encode()
    assert [one["verdict"] for one in told] == [one.verdict.value for one in run]


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("verdict",), "failed"),
        (("verdict",), "unreadable"),
        (("as_of",), "yesterday"),
        (("submission", "sha256"), "abc"),
        (("standards", 0, "sha256"), None),
        (("findings", 0, "outcome"), "undetermined"),
        (("findings", 0, "reason"), "lacks data"),
        (("findings", 0, "element", "line"), 0),
        (("findings", 0, "rule", "modality"), "must"),
        (("findings", 0, "values", 0, "value"), 5.2),
    ],
)
def test_the_schema_refuses_what_breaks_the_contract(path: tuple[str | int, ...], wrong: object) -> None:
    told = written(builders.NONCONFORMING)
    assert published().is_valid(told)
    place = told[0]
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = wrong
    assert not published().is_valid(told)


def test_every_property_is_described_and_none_names_a_host() -> None:
    schema = json.loads(schema_text())
    assert schema["$id"] == "urn:footrule:schema:assessment:1"
    for name, definition in schema["$defs"].items():
        for attribute, described in definition.get("properties", {}).items():
            target = described.get("$ref", "").removeprefix("#/$defs/")
            assert described.get("description") or schema["$defs"][target]["description"], f"{name}.{attribute}"
    assert schema_text().count("://") == 1, "only the dialect of JSON Schema is named by an address"
