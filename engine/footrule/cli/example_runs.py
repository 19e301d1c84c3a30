"""`footrule test`: the examples of standards run, and with `--mutate` what no example would notice."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from footrule.analyse.examples import ExamplesRun, run_examples
from footrule.analyse.prepared import ReadFile, read_once
from footrule.cli.diagnostics import told as told_of_diagnostics
from footrule.cli.factor_refusals import refusals
from footrule.factors.database import Factors
from footrule.factors.provenance import Refusal
from footrule.library.checking import Checked
from footrule.library.shelf import Edition
from footrule.text.wording import worded


@dataclass(frozen=True, slots=True)
class ToTest:
    """A text, what came of checking it, the database that its rules ask, and what is refused of its own tables."""

    edition: Edition
    checked: Checked
    factors: Factors
    refused: tuple[Refusal, ...] = ()


def test(standards: Iterable[ToTest], form: str, language: str, *, mutating: bool) -> int:
    """Print what the examples of each standard came to; the status is 1 where one is not as promised."""
    statuses = [0]
    reports: list[dict[str, object]] = []
    for one in standards:
        edition, result = one.edition, one.checked
        lines = told_of_diagnostics(result.diagnostics, result.left_out, form, language)
        lines += refusals(one.refused, form, language)
        if form == "text":
            for line in lines:
                print(line)
        if result.standard is None or one.refused:
            statuses.append(1)
            if form == "json":
                told_of = [json.loads(line) for line in lines]
                reports.append({"file": edition.name, "passes": False, "diagnostics": told_of})
            continue
        files = read_once(beside(edition))
        run = run_examples(result.standard, files, one.factors)
        statuses.append(0 if run.passes else 1)
        if form == "text":
            for line in told_of_examples(run, edition.name, language):
                print(line)
        report = _mutated(run, one, files, form, language) if mutating else {}
        if form == "json":
            from footrule.cli.mutation_report import examples_as_json

            reports.append(examples_as_json(run, edition.name) | report)
    if form == "json":
        print(json.dumps(reports, ensure_ascii=False, indent=2))
    return max(statuses)


def beside(edition: Edition) -> ReadFile:
    """The files beside a standard."""

    def read_file(name: str) -> bytes | None:
        return None if edition.beside is None else edition.beside.read(name)

    return read_file


def _mutated(run: ExamplesRun, of: ToTest, files: ReadFile, form: str, language: str) -> dict[str, object]:
    """Try the mutants of a standard, and print what there is to say or answer it for programs."""
    from footrule.analyse.branches import branches
    from footrule.analyse.mutation import mutate
    from footrule.analyse.trial import trial
    from footrule.cli.mutation_report import Coverage, as_json, told

    standard, text = run.standard, of.edition.data.decode("utf-8", "replace")
    examples = trial(standard, files, of.factors)
    coverage = Coverage(run, mutate(standard, examples), branches(standard, examples), of.edition.name, text)
    if form == "json":
        return as_json(coverage)
    for line in told(coverage, language):
        print(line)
    return {}


def told_of_examples(run: ExamplesRun, name: str, language: str) -> Iterator[str]:
    """What is not as an example promised, a line each, and what all of them come to."""
    for one in run.runs:
        for wrong in one.wrong:
            yield f'{name}:{one.example.line}: "{one.example.title}": {wrong.in_language(language)}'
    failed = sum(1 for one in run.runs if one.wrong)
    own = len(run.standard.own_rules)
    unbroken = ", ".join(run.unbroken) or worded("none", "无").in_language(language)
    yield worded(
        f"{run.standard.id} {run.standard.version}: rules {own}, examples {len(run.runs)}, not as promised {failed}; "
        f"rules that no example breaks: {unbroken}",
        f"{run.standard.id} {run.standard.version}：规则 {own} 条，示例 {len(run.runs)} 个，与预期不符 {failed} 个；"
        f"未被任何示例触犯的规则：{unbroken}",
    ).in_language(language)
