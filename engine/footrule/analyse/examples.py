"""Running the examples of a standard: each file, changed as the example says, against the standard itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from footrule.analyse.prepared import Prepared, ReadFile, prepared, read_once
from footrule.analyse.tested import promises, tested_rules
from footrule.evaluate.interpreter import Interpreter
from footrule.factors.database import Factors, shipped_factors
from footrule.model import standard as model
from footrule.model.outcome import Outcome
from footrule.text.wording import Wording, worded

__all__ = ["ExampleRun", "ExamplesRun", "ReadFile", "run_examples"]

_SaysOf = Callable[[model.Example, str], bool]


@dataclass(frozen=True, slots=True)
class ExampleRun:
    """What an example came to; `wrong` says, a line each, where that is not what it promised.

    Rules of which the example promises nothing are not asked.
    """

    example: model.Example
    nonconforming: tuple[str, ...]
    undetermined: tuple[str, ...]
    wrong: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class ExamplesRun:
    """All examples of a standard, and the rules that they answer for and none of them breaks."""

    standard: model.Standard
    runs: tuple[ExampleRun, ...]
    unbroken: tuple[str, ...]

    @property
    def passes(self) -> bool:
        """Whether every example came out as promised, and every rule is broken by one."""
        return not self.unbroken and not any(run.wrong for run in self.runs)


def run_examples(standard: model.Standard, read_file: ReadFile, factors: Factors | None = None) -> ExamplesRun:
    """Run every example of a standard. `factors` is what its rules ask; else the tables that ship."""
    files, asked = read_once(read_file), factors or shipped_factors()
    answered_for = tested_rules(standard)
    says_of = promises(standard, answered_for)
    runs = tuple(_run(standard, example, says_of, files, asked) for example in standard.examples)
    broken = {rule for run in runs for rule in run.nonconforming}
    return ExamplesRun(standard, runs, tuple(rule.id for rule in answered_for if rule.id not in broken))


def _run(
    standard: model.Standard, example: model.Example, says_of: _SaysOf, read_file: ReadFile, factors: Factors
) -> ExampleRun:
    ready = prepared(standard, example, read_file, factors)
    if isinstance(ready, Wording):
        return ExampleRun(example, (), (), (ready,))
    return _compared(standard, ready, says_of, factors)


def _compared(standard: model.Standard, ready: Prepared, says_of: _SaysOf, factors: Factors) -> ExampleRun:
    example = ready.example
    interpreter = Interpreter(factors_of=lambda _: factors)
    given = (ready.footprint, ready.predecessor, ready.attestations)
    asked = [rule for rule in standard.rules if says_of(example, rule.id)]
    outcomes = {rule.id: set(interpreter.outcomes(standard, rule, *given)) for rule in asked}
    bad = tuple(rule for rule, met in outcomes.items() if Outcome.NONCONFORMING in met)
    open_ = tuple(rule for rule, met in outcomes.items() if Outcome.UNDETERMINED in met)
    wrong = [
        *(_not_in_format(one.message) for one in ready.broken),
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
