"""Examples for rules that are being drafted: what each comes to is found out, not guessed.

A change breaks the rule that is drafted, and perhaps others that the file takes in. So the examples are run first, with
all that a person judges attested, and then say what came out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from footrule.analyse.examples import ExampleRun, ReadFile, run_examples
from footrule.factors.database import Factors
from footrule.model.standard import Attested, Standard

StandardOf = Callable[[str], Standard | None]
"""The checked standard with some examples put behind it; None where it does not check."""


@dataclass(frozen=True, slots=True)
class DraftedExample:
    """An example whose outcome is not known yet: the file it starts from, and its changes as they are written."""

    title: str
    file: str
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """The text of the examples, what they came to, and the standard that has them."""

    text: str
    standard: Standard
    runs: tuple[ExampleRun, ...]


def settled(
    examples: Sequence[DraftedExample], standard_of: StandardOf, read_file: ReadFile, factors: Factors | None = None
) -> Settled | None:
    """The examples with what they come to; None where the standard does not check."""

    def run(text: str) -> Settled | None:
        return _run(text, len(examples), standard_of, read_file, factors)

    first = run(_text(examples, (), None))
    if first is None:
        return None
    attested = tuple(one for one in first.runs[0].undetermined if one in _judged(first.standard))
    second = run(_text(examples, attested, None))
    if second is None:
        return None
    return run(_text(examples, attested, second.runs))


def _run(text: str, last: int, standard_of: StandardOf, read_file: ReadFile, factors: Factors | None) -> Settled | None:
    standard = standard_of(text)
    if standard is None:
        return None
    ours = replace(standard, examples=standard.examples[len(standard.examples) - last :])
    return Settled(text, standard, run_examples(ours, read_file, factors).runs)


def _judged(standard: Standard) -> set[str]:
    return {rule.id for rule in standard.rules if any(isinstance(one, Attested) for one in rule.requirements)}


def _text(examples: Sequence[DraftedExample], attested: tuple[str, ...], runs: Sequence[ExampleRun] | None) -> str:
    return "\n".join(_one(one, attested, None if runs is None else runs[at]) for at, one in enumerate(examples))


def _one(example: DraftedExample, attested: tuple[str, ...], run: ExampleRun | None) -> str:
    lines = [f'example "{example.title}"', f'  from "{example.file}"', *(f"  {one}" for one in example.changes)]
    lines += [f"  attested {one} met" for one in attested]
    bad = run.nonconforming if run is not None else ()
    open_ = run.undetermined if run is not None else ()
    lines += [f"  fails {', '.join(bad)}"] if bad else []
    lines += [f"  undetermined {', '.join(open_)}"] if open_ else []
    return "\n".join([*lines, *([] if bad or open_ else ["  conforms"])]) + "\n"
