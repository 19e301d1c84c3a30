"""The submissions that the examples of a standard are: each file read, changed as its example says, and read again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from footrule.assess.category import categorised, declared_data
from footrule.assess.recomputing import with_recomputed
from footrule.factors.database import Factors
from footrule.model import standard as model
from footrule.submission.amend import ById, NoSuchPlaceError, Path, amended, written
from footrule.submission.element import Attestation, Record
from footrule.submission.envelope import Enveloped, footprints
from footrule.submission.intake import IntakeFinding, Unreadable
from footrule.submission.json_text import JsonNumber, JsonValue, decode
from footrule.submission.read import file_context, read_footprint
from footrule.submission.submission import Submission
from footrule.text.source import Position
from footrule.text.wording import Wording, worded

ReadFile = Callable[[str], bytes | None]
"""The bytes of a file beside the standard, or None where there is no such file."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An example as an interpreter takes it; `broken` is what breaks the format in its file."""

    example: model.Example
    footprint: Record
    predecessor: Record | None
    attestations: tuple[Attestation, ...]
    broken: tuple[IntakeFinding, ...]


def read_once(read_file: ReadFile) -> ReadFile:
    """The same files, each of them read when it is first asked for and kept."""
    known: dict[str, bytes | None] = {}

    def kept(name: str) -> bytes | None:
        if name not in known:
            known[name] = read_file(name)
        return known[name]

    return kept


def prepared(
    standard: model.Standard, example: model.Example, read_file: ReadFile, factors: Factors
) -> Prepared | Wording:
    """An example made ready, its inventory recomputed by a factor database, or why it cannot be."""
    document = changed_document(standard, example, read_file)
    if isinstance(document, Wording):
        return document
    predecessor = _predecessor(example, read_file)
    submission = _submission(document, example.file)
    if isinstance(submission, Wording):
        return submission
    if isinstance(predecessor, Wording):
        return predecessor
    beside = [_submission_of(name, read_file) for name in example.beside]
    for one in beside:
        if isinstance(one, Wording):
            return one
    if beside:
        from footrule.submission.together import held_together

        others = [one for one in beside if isinstance(one, Submission)]
        submission = held_together([submission, *others])[0]
    replaced = {one.rule for one in example.attestations}
    kept = tuple(one for one in submission.attestations if one.requirement not in replaced)
    footprint, noted = categorised(standard, submission.footprint)
    footprint = with_recomputed(standard, footprint, predecessor, factors)
    broken = tuple(one for one in (*submission.intake, *noted) if one.kind.modality == "shall")
    return Prepared(example, footprint, predecessor, (*kept, *_attestations(standard, example)), broken)


def changed_document(
    standard: model.Standard, example: model.Example, read_file: ReadFile
) -> dict[str, JsonValue] | Wording:
    """The document of an example with its changes, or why there is none."""
    document = _footprint(example.file, read_file)
    if isinstance(document, Wording):
        return document
    declared = declared_data(standard)
    for change in example.changes:
        path = tuple(ById(step.id) if isinstance(step, model.WithId) else step for step in change.path)
        try:
            amended(document, path, None if change.value is None else _json(change.value), declared)
        except NoSuchPlaceError:
            return _leads_nowhere(path, example.file)
    return document


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
    submission = _submission_of(example.predecessor, read_file)
    return submission if isinstance(submission, Wording) else submission.footprint


def _submission_of(name: str, read_file: ReadFile) -> Submission | Wording:
    """The first footprint of a file, read, or why it cannot be."""
    document = _footprint(name, read_file)
    return document if isinstance(document, Wording) else _submission(document, name)


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
