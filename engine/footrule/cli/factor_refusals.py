"""What is refused of tables of factors, in each of the forms in which commands tell what is wrong with a file."""

from __future__ import annotations

import json
from collections.abc import Iterable

from footrule.cli.diagnostics import github_command
from footrule.factors.provenance import Refusal
from footrule.report.visible import visible


def refusals(refused: Iterable[Refusal], form: str, language: str) -> list[str]:
    """A line each: for people, as JSON, or as a command to the runner of a pipeline."""
    return [_line(one, form, language) for one in refused]


def _line(one: Refusal, form: str, language: str) -> str:
    says = one.says.in_language(language)
    match form:
        case "json":
            return json.dumps({"severity": "error", "file": one.file, "line": one.line, "message": says})
        case "github":
            place = {"file": visible(one.file), "line": str(max(one.line, 1))}
            return github_command("error", place, visible(says))
        case _:
            return visible(one.told.in_language(language))
