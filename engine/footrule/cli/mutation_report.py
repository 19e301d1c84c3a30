"""What `footrule test --mutate` prints: what no example would notice, and how much of a standard its examples hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from footrule.analyse.branches import Branch
from footrule.analyse.examples import ExamplesRun
from footrule.analyse.mutants import Mutant
from footrule.analyse.mutation import MutationRun, Score
from footrule.analyse.places import line_of
from footrule.analyse.variants import Kind
from footrule.report.visible import visible
from footrule.text.wording import Wording, worded

_KINDS = {
    Kind.THRESHOLD: worded("limits and dates", "限值与日期"),
    Kind.SIGN: worded("signs", "比较符号"),
    Kind.LOGIC: worded("and/or", "且/或"),
    Kind.CONDITION: worded("conditions left out", "去掉条件"),
    Kind.QUANTIFIER: worded("quantifiers", "量词"),
    Kind.CODE: worded("codes and texts", "代码与文本"),
    Kind.DEFAULT: worded("defaults", "缺省值"),
    Kind.TOLERANCE: worded("tolerances doubled", "允差加倍"),
    Kind.KEY: worded("other keys", "换用其他分配依据"),
    Kind.PART: worded("credits and subdivisions left out", "去掉扣减与细分"),
}


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the examples of a standard reach; `name` is that of its file, `text` the standard as it is written."""

    run: ExamplesRun
    mutation: MutationRun
    branches: tuple[Branch, ...]
    name: str
    text: str

    def line(self, owner: str, trail: tuple[tuple[str, int], ...]) -> int | None:
        """The line of a thing of that rule or definition."""
        return line_of(self.mutation.standard, self.text, owner, trail)


def sentence(mutant: Mutant) -> Wording:
    """That no example would notice a mutant."""
    en, zh = mutant.clause.in_language("en"), mutant.clause.in_language("zh")
    return worded(f"no example would notice if {en}", f"即使{zh}，也没有示例会发现")


def _unseen(branch: Branch) -> Wording | None:
    match branch.true, branch.false:
        case True, True:
            return None
        case False, False:
            return worded(
                f"no example has decided whether `{branch.written}`", f"没有示例对 `{branch.written}` 作出过判定"
            )
        case True, False:
            return worded(f"`{branch.written}` is false in no example", f"`{branch.written}` 在所有示例中从未不成立")
        case _:
            return worded(f"`{branch.written}` is true in no example", f"`{branch.written}` 在所有示例中从未成立")


def told(coverage: Coverage, language: str) -> Iterator[str]:
    """The lines of the report."""
    for one in coverage.mutation.unnoticed:
        place = _place(coverage.name, coverage.line(one.owner, one.trail))
        yield f"{place}: {one.owner}: {visible(_flat(sentence(one).in_language(language)))}"
    for branch in coverage.branches:
        unseen = _unseen(branch)
        if unseen is not None:
            place = _place(coverage.name, coverage.line(branch.owner, branch.trail))
            yield f"{place}: {branch.owner}: {visible(_flat(unseen.in_language(language)))}"
    yield _score(coverage).in_language(language)


def _place(name: str, line: int | None) -> str:
    return visible(name) if line is None else f"{visible(name)}:{line}"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _score(coverage: Coverage) -> Wording:
    mutation, standard = coverage.mutation, coverage.mutation.standard
    both, held, every = _both_sides(coverage.branches), mutation.thresholds, mutation.mutants()
    kinds = [(kind, mutation.mutants(kind)) for kind in Kind]
    en = ", ".join(f"{_KINDS[kind].in_language('en')} {_of(one)}" for kind, one in kinds if one.of)
    zh = "，".join(f"{_KINDS[kind].in_language('zh')} {_of(one)}" for kind, one in kinds if one.of)
    return worded(
        f"{standard.id} {standard.version}: thresholds held {held.percent} % ({_of(held)}), "
        f"mutants noticed {every.percent} % ({_of(every)}: {en}), "
        f"conditions seen true and false {both.percent} % ({_of(both)})",
        f"{standard.id} {standard.version}：守住的限值 {held.percent}%（{_of(held)}），"
        f"被发现的变异 {every.percent}%（{_of(every)}：{zh}），"
        f"两种结果均出现过的条件 {both.percent}%（{_of(both)}）",
    )


def _both_sides(branches: tuple[Branch, ...]) -> Score:
    return Score(len(branches), sum(one.true and one.false for one in branches))


def _of(score: Score) -> str:
    return f"{score.reached}/{score.of}"


def as_json(coverage: Coverage) -> dict[str, object]:
    """The report for programs."""
    mutation = coverage.mutation
    return {
        "thresholds_held": _counted(mutation.thresholds),
        "mutants_noticed": _counted(mutation.mutants())
        | {"by_kind": {kind.value: _counted(mutation.mutants(kind)) for kind in Kind}},
        "conditions_seen_both_ways": _counted(_both_sides(coverage.branches)),
        "unnoticed": [
            {
                "rule": one.owner,
                "kind": one.kind.value,
                "line": coverage.line(one.owner, one.trail),
                "message": dict(sentence(one).texts),
            }
            for one in mutation.unnoticed
        ],
        "unseen": [
            {
                "rule": one.owner,
                "condition": one.written,
                "line": coverage.line(one.owner, one.trail),
                "true": one.true,
                "false": one.false,
                "message": dict(unseen.texts),
            }
            for one in coverage.branches
            if (unseen := _unseen(one)) is not None
        ],
    }


def examples_as_json(run: ExamplesRun, name: str) -> dict[str, object]:
    """What the examples came to, for programs."""
    return {
        "file": name,
        "standard": run.standard.id,
        "version": run.standard.version,
        "passes": run.passes,
        "rules": len(run.standard.own_rules),
        "rules_no_example_breaks": list(run.unbroken),
        "examples": len(run.runs),
        "not_as_promised": [
            {
                "line": one.example.line,
                "title": one.example.title,
                "messages": [dict(wrong.texts) for wrong in one.wrong],
            }
            for one in run.runs
            if one.wrong
        ],
    }


def printed(value: object) -> str:
    """A report as JSON text."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def _counted(score: Score) -> dict[str, object]:
    return {"of": score.of, "reached": score.reached, "percent": score.percent}
