"""Running the examples of a standard: each file, changed as the example says, against the standard itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from footrule.assess.category import categorised, declared_data
from footrule.evaluate.interpreter import Interpreter
from footrule.model import standard as model
from footrule.model.outcome import Outcome
from footrule.submission.amend import ById, NoSuchPlaceError, Path, amended, written
from footrule.submission.element import Attestation, Record
from footrule.submission.envelope import Enveloped, footprints
from footrule.submission.intake import Unreadable
from footrule.submission.json_text import JsonNumber, JsonValue, decode
from footrule.submission.read import file_context, read_footprint
from footrule.submission.submission import Submission
from footrule.text.source import Position
from footrule.text.wording import Wording, worded

ReadFile = Callable[[str], bytes | None]
"""The bytes of a file beside the standard, or None where there is no such file."""


@dataclass(frozen=True, slots=True)
class ExampleRun:
    """What an example came to; `wrong` says, a line each, where that is not what it promised."""

    example: model.Example
    nonconforming: tuple[str, ...]
    undetermined: tuple[str, ...]
    wrong: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class ExamplesRun:
    """All examples of a standard, and its own rules that no example breaks."""

    standard: model.Standard
    runs: tuple[ExampleRun, ...]
    unbroken: tuple[str, ...]

    @property
    def passes(self) -> bool:
        """Whether every example came out as promised, and every rule is broken by one."""
        return not self.unbroken and not any(run.wrong for run in self.runs)


def run_examples(standard: model.Standard, read_file: ReadFile) -> ExamplesRun:
    """Run every example of a standard."""
    runs = tuple(_run(standard, example, read_file) for example in standard.examples)
    broken = {rule for run in runs for rule in run.nonconforming}
    own = [rule.id for rule in standard.rules if rule.standard == standard.id]
    return ExamplesRun(standard, runs, tuple(rule for rule in own if rule not in broken))


def _run(standard: model.Standard, example: model.Example, read_file: ReadFile) -> ExampleRun:
    document = _footprint(example.file, read_file)
    if isinstance(document, Wording):
        return ExampleRun(example, (), (), (document,))
    declared = declared_data(standard)
    for change in example.changes:
        path = tuple(ById(step.id) if isinstance(step, model.WithId) else step for step in change.path)
        try:
            amended(document, path, None if change.value is None else _json(change.value), declared)
        except NoSuchPlaceError:
            return ExampleRun(example, (), (), (_leads_nowhere(path, example.file),))
    predecessor = _predecessor(example, read_file)
    submission = _submission(document, example.file)
    if isinstance(submission, Wording):
        return ExampleRun(example, (), (), (submission,))
    if isinstance(predecessor, Wording):
        return ExampleRun(example, (), (), (predecessor,))
    replaced = {one.rule for one in example.attestations}
    kept = tuple(one for one in submission.attestations if one.requirement not in replaced)
    submission = replace(submission, attestations=(*kept, *_attestations(standard, example)))
    return _compared(standard, example, submission, predecessor)


def _compared(
    standard: model.Standard, example: model.Example, submission: Submission, predecessor: Record | None
) -> ExampleRun:
    footprint, noted = categorised(standard, submission.footprint)
    judgements = list(Interpreter().judge(standard, footprint, predecessor, submission.attestations))
    bad = tuple(dict.fromkeys(one.rule.id for one in judgements if one.outcome is Outcome.NONCONFORMING))
    open_ = tuple(dict.fromkeys(one.rule.id for one in judgements if one.outcome is Outcome.UNDETERMINED))
    wrong = [
        *(_not_in_format(one.message) for one in (*submission.intake, *noted) if one.kind.modality == "shall"),
        *_difference(bad, example.fails, worded("nonconforming", "不符合")),
        *_difference(open_, example.undetermined, worded("undetermined", "无法判定")),
    ]
    return ExampleRun(example, bad, open_, tuple(wrong))


def _not_in_format(message: Wording) -> Wording:
    en, zh = message.in_language("en"), message.in_language("zh")
    return worded(f"the file is not in its format: {en}", f"文件不符合格式：{zh}")


def _difference(found: Collection[str], promised: Collection[str], outcome: Wording) -> Iterator[Wording]:
    en, zh = outcome.in_language("en"), outcome.in_language("zh")
    for rule in found:
        if rule not in promised:
            yield worded(f"{rule} is {en}, and the example does not say so", f"{rule} {zh}，而示例未列出")
    for rule in promised:
        if rule not in found:
            yield worded(f"{rule} should be {en}, and is not", f"{rule} 应为{zh}，但并非如此")


def _attestations(standard: model.Standard, example: model.Example) -> Iterator[Attestation]:
    """What an example attests, by everyone whom the rule asks."""
    asked = {
        rule.id: dict.fromkeys(one.by for one in rule.requirements if isinstance(one, model.Attested))
        for rule in standard.rules
    }
    for one in example.attestations:
        for role in asked.get(one.rule, {}):
            yield Attestation("", one.rule, role, role, one.outcome, "")


def _leads_nowhere(path: Path, file: str) -> Wording:
    shown = written(path)
    return worded(f"`{shown}` leads nowhere in {file}", f"“{shown}”在 {file} 中无所指")


def _predecessor(example: model.Example, read_file: ReadFile) -> Record | Wording | None:
    if example.predecessor is None:
        return None
    document = _footprint(example.predecessor, read_file)
    if isinstance(document, Wording):
        return document
    submission = _submission(document, example.predecessor)
    return submission if isinstance(submission, Wording) else submission.footprint


def _footprint(name: str, read_file: ReadFile) -> dict[str, JsonValue] | Wording:
    """The first footprint of a file."""
    data = read_file(name)
    if data is None:
        return worded(f"there is no file {name} beside the standard", f"标准旁没有文件 {name}")
    decoded = decode(data, name)
    if isinstance(decoded, Unreadable):
        return _cannot_be_read(name, decoded.message)
    first = next(footprints(decoded.value))
    return first.members if isinstance(first, Enveloped) else _cannot_be_read(name, first.message)


def _submission(document: dict[str, JsonValue], name: str) -> Submission | Wording:
    read = read_footprint(document, "", name, "", _nowhere, file_context([document]))
    return _cannot_be_read(name, read.message) if isinstance(read, Unreadable) else read


def _cannot_be_read(name: str, why: Wording) -> Wording:
    return worded(f"{name}: {why.in_language('en')}", f"{name}：{why.in_language('zh')}")


def _nowhere(pointers: Collection[str]) -> Mapping[str, Position]:
    """A changed document has no places in a file."""
    return dict[str, Position]()


def _json(value: model.ExampleValue) -> JsonValue:
    match value:
        case model.NumberLiteral(text, unit):
            return JsonNumber(text) if unit is None else f"{text} {unit}"
        case model.CodeLiteral(code):
            return code
        case model.RecordLiteral(fields):
            return {name: _json(one) for name, one in fields}
        case tuple():
            return [_json(one) for one in value]
        case _:
            return value
