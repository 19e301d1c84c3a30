"""The vocabulary of JSON Schema, as far as it is needed here.

English stands in `title` and `description`; what they say in Chinese stands in `x-title-zh` and `x-description-zh`,
which validators pass over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from footrule.text.wording import Wording

Schema = dict[str, object] | bool
"""A schema; true accepts everything, false nothing."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def titled(words: Wording, schema: Mapping[str, object] | None = None) -> dict[str, object]:
    """A schema with its title."""
    return {"title": words.in_language("en"), "x-title-zh": words.in_language("zh"), **(schema or {})}


def described(words: Wording, schema: Mapping[str, object]) -> dict[str, object]:
    """A schema with its description."""
    return {"description": words.in_language("en"), "x-description-zh": words.in_language("zh"), **schema}


def or_null(schema: Schema) -> Schema:
    """What an attribute that may be left out is: null says as much as leaving it out."""
    return True if schema is True else {"anyOf": [schema, {"type": "null"}]}


def reference(name: str) -> dict[str, object]:
    """The schema of that name among the definitions."""
    return {"$ref": f"#/$defs/{name}"}


def every(schemas: Iterable[Schema]) -> Schema:
    """All of some schemas at once."""
    needed: list[Schema] = []
    for one in schemas:
        if one is False:
            return False
        alone = not isinstance(one, bool) and one.keys() == {"allOf"}
        if one is not True:
            needed += cast(list[Schema], one["allOf"]) if alone else [one]
    return True if not needed else needed[0] if len(needed) == 1 else {"allOf": needed}


def some(schemas: Iterable[Schema]) -> Schema:
    """At least one of some schemas."""
    several = [one for one in schemas if one is not False]
    if True in several:
        return True
    return False if not several else several[0] if len(several) == 1 else {"anyOf": several}


def at(path: Sequence[str], schema: Schema, *, there: bool) -> Schema:
    """A schema for what stands at a path of members, all of which must be `there` or need not be."""
    for name in reversed(path):
        members: dict[str, object] = {"properties": {name: schema}}
        schema = {"type": "object", "required": [name], **members} if there else members
    return schema
