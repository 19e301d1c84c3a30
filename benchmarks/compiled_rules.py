"""Thirty rules on generated submissions: Footrule beside its peers, on the same documents in the same run.

    python -m benchmarks.compiled_rules [--quick]

Contenders take turns, and each is compared with orjson.loads alone on the same documents right before it. Peers have
the same rules where they can say them, and are checked to find what they claim to find before they are timed. Then: how
it grows with documents and with rules, two workers beside one, and a standard that ships, with and without the
footprint recomputed. The tables go into the README beside this file; a quick run, which measures hardly anything,
prints them only.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from json import loads
from pathlib import Path
from statistics import mean, median

from benchmarks.contenders import (
    PEERS,
    Accepted,
    Contender,
    Prepared,
    footrule,
    interpreter,
    mistaken,
    peer,
    shipped_rules,
    thirty_rules,
    without_recomputing,
)
from benchmarks.interleaved import Effort, Times, fitting, interleaved, seconds_of
from benchmarks.submissions import SIZES, documents

ROOT = Path(__file__).parents[1]
README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- made by benchmarks/compiled_rules.py -->", "<!-- end -->"
BROKEN = 0.1
SHIPPED = "ethylene"
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    documents: int
    effort: Effort
    checked: int
    growth: tuple[int, ...]
    examples: int
    alike: int
    left_out: tuple[str, ...] = ()


WHOLE = Plan(
    4000, Effort(rounds=7, seconds=0.5, least_documents=20), checked=30, growth=(1, 2, 4, 8), examples=9, alike=100
)
QUICK = Plan(
    150,
    Effort(rounds=1, seconds=0.02, least_documents=1),
    checked=4,
    growth=(1, 2),
    examples=1,
    alike=2,
    left_out=("cel_python", "shacl"),
)
SLOW = ("shacl",)
"""Peers that take seconds for a document: they are measured on one set, and checked on fewer documents."""


def main() -> None:
    """Measure, print, and write the tables where the README has its place for them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a few seconds, to see that it works; writes nothing")
    quick: bool = parser.parse_args().quick
    text = "\n\n".join(_told(QUICK if quick else WHOLE))
    print(text)
    if not quick:
        before, _, rest = README.read_text("utf-8").partition(BEGIN)
        README.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{rest.partition(END)[2]}", "utf-8")


def _told(plan: Plan) -> Iterator[str]:
    """What the run says, part by part."""
    sets = {
        (size, broken): [one.data for one in documents(plan.documents, size, broken=broken)]
        for size in SIZES
        for broken in (0.0, BROKEN)
    }
    yield f"Python {platform.python_version()}, {os.cpu_count()} cores. {_contents(sets[max(SIZES), 0.0])}"
    ours, peers = footrule(thirty_rules()), {name: peer(name) for name in PEERS if name not in plan.left_out}
    base = peers["orjson_alone"].accepted
    assert base is not None, "orjson is what all are compared with: install the extra `bench`"
    slow = [one for name, one in peers.items() if name in SLOW and one.accepted is not None]
    quick = [one for name, one in peers.items() if name not in SLOW and one.accepted is not None]
    quick.append(interpreter(thirty_rules()))
    _check([ours, *quick], plan.checked, plan.checked)
    _check(slow, 3, plan.checked)
    times = {of: interleaved([ours, *quick], base, some, plan.effort) for of, some in sets.items()}
    times[max(SIZES), 0.0] += interleaved(slow, base, sets[max(SIZES), 0.0], plan.effort) if slow else []
    yield _of_largest(times[max(SIZES), 0.0])
    yield from (f"{one.title}: {one.absent}." for one in peers.values() if one.accepted is None)
    yield _of_all_sets(times)
    some = sets[max(SIZES), 0.0]
    yield _growth_with_documents(ours, some, plan)
    yield _growth_with_rules(some, plan)
    yield _workers(ours, some, plan)
    yield _of_shipped(base, plan)


def _check(contenders: Sequence[Contender], good: int, broken: int) -> None:
    """Stop where a contender finds anything else than the rules it says come to."""
    for size in SIZES if good > 3 else SIZES[:1]:
        generated = documents(good, size, seed=1) + documents(broken, size, seed=2, broken=1.0)
        wrong = [found for one in contenders for found in mistaken(one, generated)]
        if wrong:
            raise SystemExit("\n".join(wrong))


def _contents(some: Sequence[bytes]) -> str:
    """What a mean document holds."""
    counted = [_counted(loads(one)) for one in some[:500]]
    keys, numbers = mean(one[0] for one in counted), mean(one[1] for one in counted)
    inventories = [loads(one)["extensions"][0]["data"]["inventory"] for one in some[:500]]
    processes = [process for one in inventories for process in one["processes"]]
    flows = sum(len(one["inputs"]) + len(one["outputs"]) + len(one["emissions"]) for one in processes)
    return (
        f"A document of {max(SIZES)} kB has on average {mean(map(len, some)):.0f} bytes, {keys:.0f} keys, "
        f"{numbers:.0f} numbers (as texts), {len(processes) / len(inventories):.1f} processes with "
        f"{flows / len(inventories):.0f} flows."
    )


def _counted(value: object) -> tuple[int, int]:
    """Keys and decimals within a value."""
    if isinstance(value, dict):
        within = [_counted(one) for one in value.values()]
        return len(value) + sum(one[0] for one in within), sum(one[1] for one in within)
    if isinstance(value, list):
        within = [_counted(one) for one in value]
        return sum(one[0] for one in within), sum(one[1] for one in within)
    return 0, int(isinstance(value, str) and _DECIMAL.fullmatch(value) is not None)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _of_largest(times: Sequence[Times]) -> str:
    """The contenders on the large documents that conform, the fastest first."""
    rows = [
        [
            one.contender.title, str(len(one.contender.says)), str(one.documents), _microseconds(one.least),
            _microseconds(median(one.seconds)), f"{1 / one.least:,.0f}" if one.least < 0.1 else f"{1 / one.least:.1f}",
            _ratio(one.ratio), _part(one.ratio),
        ]
        for one in sorted(times, key=lambda one: one.ratio)
    ]  # fmt: skip
    head = (
        f"{max(SIZES)} kB, conforming",
        "rules",
        "documents",
        "least, µs",
        "median, µs",
        "documents/s",
        "ratio",
        "orjson / it",
    )
    return _table(head, rows)


def _of_all_sets(times: dict[tuple[int, float], list[Times]]) -> str:
    """The ratio of each contender on each set of documents."""
    sets = list(times)
    by_title: dict[str, dict[tuple[int, float], str]] = {}
    for of in sets:
        for one in times[of]:
            by_title.setdefault(one.contender.title, {})[of] = _ratio(one.ratio)
    head = ["ratio", *(f"{size} kB{', a tenth broken' if broken else ''}" for size, broken in sets)]
    return _table(head, [[title, *(found.get(of, "") for of in sets)] for title, found in by_title.items()])


def _ratio(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}"


def _part(ratio: float) -> str:
    """The other way round: which part of the documents of orjson one manages in the same time."""
    return f"{1 / ratio:.2f}" if ratio < 100 else f"{1 / ratio:.4f}"


def _microseconds(seconds: float) -> str:
    return f"{seconds * 1e6:.1f}" if seconds < 1e-3 else f"{seconds * 1e6:,.0f}"


def _growth_with_documents(ours: Contender, some: Sequence[bytes], plan: Plan) -> str:
    """Once, twice, four and eight times as many documents."""
    assert ours.accepted is not None
    least = fitting(ours.accepted, some[: len(some) // max(plan.growth)], plan.effort)
    taken: dict[int, list[float]] = {times: [] for times in plan.growth}
    for _ in range(plan.effort.rounds):
        for times in plan.growth:
            taken[times].append(seconds_of(ours.accepted, some[: least * times]))
    rows = [[f"{times * least}", *_grown(taken, times, least * times)] for times in plan.growth]
    return _table(("documents", "least, s", "µs a document", "times the first"), rows)


def _growth_with_rules(some: Sequence[bytes], plan: Plan) -> str:
    """The rules once, twice, four and eight times, under other ids."""
    repeated = {times: footrule(thirty_rules(times)).accepted for times in plan.growth}
    first = repeated[1]
    assert first is not None
    count = max(1, fitting(first, some, plan.effort) // 2)
    taken: dict[int, list[float]] = {times: [] for times in plan.growth}
    for number in range(plan.effort.rounds + 1):
        for times, accepted in repeated.items():
            assert accepted is not None
            seconds = seconds_of(accepted, some[:count])
            if number or plan is QUICK:
                taken[times].append(seconds)
    rows = [[f"{times * 30}", *_grown(taken, times, count)] for times in plan.growth]
    return _table(("rules", "least, s", "µs a document", "times the first"), rows)


def _grown(taken: dict[int, list[float]], times: int, count: int) -> list[str]:
    least = min(taken[times])
    return [f"{least:.3f}", _microseconds(least / count), f"{least / min(taken[1]):.2f}"]


_WORKING: list[Accepted] = []


def _begin() -> None:
    """Prepares a worker."""
    accepted = footrule(thirty_rules()).accepted
    assert accepted is not None
    _WORKING.append(accepted)


def _worked(some: Sequence[bytes]) -> int:
    return _WORKING[0](some)


def _sent_by(pool: ProcessPoolExecutor, size: int) -> Accepted:
    """Checks documents in the workers of a pool, in chunks of that size."""

    def accepted(some: Sequence[bytes]) -> int:
        return sum(pool.map(_worked, [some[start : start + size] for start in range(0, len(some), size)]))

    return accepted


def _workers(ours: Contender, some: Sequence[bytes], plan: Plan) -> str:
    """One worker, then two, on chunks of documents that are sent to them."""
    assert ours.accepted is not None
    count = min(len(some), 4 * fitting(ours.accepted, some, plan.effort))
    size = max(1, count // 16)
    taken: dict[int, float] = {}
    for workers in (1, 2):
        with ProcessPoolExecutor(workers, initializer=_begin) as pool:
            list(pool.map(_worked, [some[:2]] * 8))
            taken[workers] = min(seconds_of(_sent_by(pool, size), some[:count]) for _ in range(plan.effort.rounds))
    rows = [
        [str(workers), f"{seconds:.3f}", f"{count / seconds:,.0f}", f"{taken[1] / seconds:.2f}"]
        for workers, seconds in taken.items()
    ]
    return _table(("workers", "least, s", "documents/s", "times one"), rows)


def _like(example: Path, many: int) -> list[bytes]:
    """Documents like an example, each with an id of its own: a batch meets none twice."""
    data = example.read_bytes()
    own = str(loads(data)["id"])
    return [data.replace(own.encode(), f"{number:08x}{own[8:]}".encode()) for number in range(many)]


def _of_shipped(base: Accepted, plan: Plan) -> str:
    """A standard that ships on its own examples, with and without the footprint recomputed."""
    whole = shipped_rules(SHIPPED)
    prepared: dict[str, Prepared] = {"with": whole, "without": without_recomputing(whole)}
    ways = [footrule(one) for one in prepared.values()]
    examples = sorted((ROOT / "standards" / SHIPPED / "examples").glob("*.json"))[: plan.examples]
    rows: list[list[str]] = []
    for example in examples:
        times = interleaved(ways, base, _like(example, plan.alike), plan.effort)
        rows.append([f"`{example.stem}`", f"{example.stat().st_size:,}"])
        for one in times:
            rows[-1] += [f"{one.least * 1e3:.2f}", _ratio(one.ratio), _part(one.ratio)]
    rules = [len(one.standard.rules) for one in prepared.values()]
    head = [
        f"`{SHIPPED}` on",
        "bytes",
        f"{rules[0]} rules, recomputed, ms",
        "ratio",
        "orjson / it",
        f"{rules[1]} rules, not, ms",
        "ratio",
        "orjson / it",
    ]
    return _table(head, rows)


if __name__ == "__main__":
    main()
