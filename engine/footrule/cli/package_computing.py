"""`footrule compute` on a life-cycle package: a product of one of its processes, by the library of allocations."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from footrule.cli.applying import placed
from footrule.cli.computing import Computing, Outcome
from footrule.factors.characterisation import Characterisation
from footrule.inventory.amounts import told_amount
from footrule.inventory.of_package import CutOff, Why, of_package, processes_called, products_of
from footrule.inventory.problems import name_of, text_of
from footrule.inventory.result import Footprint
from footrule.model.expression import FieldOf, Local
from footrule.model.standard import AllocationMethod, Standard
from footrule.report.computed import Computed, NothingComputed
from footrule.submission.element import Record
from footrule.submission.intake import Unreadable
from footrule.submission.package import Package
from footrule.submission.read_package import read_package
from footrule.submission.submission import Submission
from footrule.text.suggest import nearest
from footrule.text.wording import Wording, worded

DEFAULT_SET = "AR6"
MOST_NAMED = 8


def of_package_file(asked: Computing, file: str, options: Namespace) -> Outcome:
    """The footprint of a unit of a product of a package, or why there is none."""
    package = read_package(file)
    if isinstance(package, Unreadable):
        return placed(package)
    process = _process(package, options.process)
    if isinstance(process, Wording):
        return process
    output = _output(process, options.output)
    if isinstance(output, Wording):
        return output
    (chosen, *_), *_ = asked.applied.asked
    choices = _choices(chosen.standard, options.allocate)
    if isinstance(choices, Wording):
        return choices
    of = of_package(
        package,
        process,
        output,
        asked.gwp_set or DEFAULT_SET,
        Characterisation(asked.applied.factors.of(chosen.standard)),
        providers=options.provider,
        complete=not options.incomplete,
    )
    names = dict.fromkeys(name_of(one).strip() for one in (process, output))
    named = f"{': '.join(names)}, {_unit_of(of.footprint)}"
    submission = Submission(
        named,
        file,
        package.sha256,
        f"{package.format} {package.version}",
        of.footprint,
        (),
        None,
        (),
        (),
        package.locate,
    )
    found = asked.by(chosen, submission, choices)
    match found:
        case NothingComputed():
            return replace(found, remarks=tuple(_noticed(package, {_id(process)})))
        case Computed():
            whole = found.found.footprint
            reached = {_id(one) for one in whole.partitions_reached()}
            return replace(found, remarks=(*_left_out(of.cut_off, whole), *_noticed(package, reached)))
        case _:
            return found


def listed(file: str) -> list[str] | Wording:
    """The processes of a package, each with its identifier."""
    package = read_package(file)
    if isinstance(package, Unreadable):
        return placed(package)
    return sorted(f"{_id(one)}  {name_of(one).strip()}" for one in package.processes)


def _id(process: Record) -> str:
    return text_of(process.fields.get("id")) or ""


def _unit_of(footprint: Record) -> str:
    """What a footprint of a package is for: one of the unit that the product is told in."""
    flow = footprint.fields["reference_flow"]
    amount = told_amount(flow) if isinstance(flow, Record) else None
    return "" if amount is None else str(amount)


def _process(package: Package, asked: str) -> Record | Wording:
    found = processes_called(package, asked)
    if len(found) == 1:
        return found[0]
    if not found:
        near = nearest(asked, [name_of(one) for one in package.processes])
        hint, hint_zh = (f"; did you mean {near}?", f"；是否指 {near}？") if near is not None else ("", "")
        return worded(f"the package has no process {asked}{hint}", f"数据包中没有过程 {asked}{hint_zh}")
    names = "; ".join(f"{name_of(one).strip()} ({_id(one)})" for one in found[:MOST_NAMED])
    return worded(
        f"{len(found)} processes are called {asked}: {names}; name one by its identifier",
        f"有 {len(found)} 个过程符合 {asked}：{names}；请用标识指定",
    )


def _output(process: Record, asked: str | None) -> Record | Wording:
    products = products_of(process)
    name = name_of(process).strip()
    if not products:
        return worded(f"{name} has no product", f"{name} 没有产品输出")
    if asked is None:
        return products[0]
    folded = asked.casefold()
    for one in products:
        if folded in ((text_of(one.fields.get("id")) or "").casefold(), name_of(one).strip().casefold()):
            return one
    names = "; ".join(name_of(one).strip() for one in products)
    return worded(f"{name} has no product {asked}; it has {names}", f"{name} 没有产品 {asked}；可选：{names}")


def _choices(standard: Standard, key: str | None) -> dict[str, str] | Wording:
    """The alternatives that a key means, of each allocation that has it: none of one that goes by it anyhow."""
    if key is None:
        return {}
    named = {one.id: key for one in standard.allocations if any(method.name == key for method in one.methods)}
    first = {name for one in standard.allocations for name in _keys(one.methods[0])}
    if named or key in first:
        return named
    others = {method.name for one in standard.allocations for method in one.methods if method.name}
    told = ", ".join([*sorted(first), *sorted(others)])
    if not told:
        return worded(
            f"--allocate {key}: {standard.id} has one way to allocate, and it goes by another key",
            f"--allocate {key}：{standard.id} 只有一种分配方法，其分配依据与此不同",
        )
    return worded(f"--allocate {key}: choose one of {told}", f"--allocate {key}：可选 {told}")


def _keys(method: AllocationMethod) -> Iterator[str]:
    """The fields of an output that are the whole key of a class of burdens, whatever the case: `mass`."""
    values = (one.keys[0].value for one in method.classes if len(one.keys) == 1)
    return (value.name for value in values if isinstance(value, FieldOf) and isinstance(value.base, Local))


_WHY = {
    Why.BY_ITS_NAME: worded("counts as nothing, since its name says that it is cut off", "依名称视为取舍，按零计"),
    Why.NOBODY_SUPPLIES_IT: worded("counts as nothing, since nobody supplies it", "无供给过程，按零计"),
    Why.NO_FACTOR: worded("counts as nothing, for want of a characterisation factor", "无特征化因子，按零计"),
}


def _left_out(cut_off: tuple[CutOff, ...], footprint: Footprint) -> Iterator[Wording]:
    """What counts as nothing in the processes that were needed, by process."""
    needed = {name_of(one) for one in footprint.partitions_reached()}
    told = sorted((one.process, one.why.value, one.flow) for one in cut_off if one.process in needed)
    whys = {why.value: why for why in Why}
    for (process, why), flows in groupby(told, key=lambda one: one[:2]):
        names = ", ".join(dict.fromkeys(flow.strip() for *_, flow in flows))
        said = _WHY[whys[why]]
        yield worded(
            f"{process.strip()}: {said.in_language('en')}: {names}",
            f"{process.strip()}：{said.in_language('zh')}：{names}",
        )


def _noticed(package: Package, reached: set[str]) -> Iterator[Wording]:
    """What the reader noticed in the files of some processes, but for what is told of each flow that is cut off."""
    names = {
        source.file: name_of(one).strip()
        for one, source in zip(package.processes, package.sources, strict=True)
        if _id(one) in reached
    }
    for each in package.intake:
        if each.file in names and each.finding.kind.id != CUT_OFF_BY_NAME:
            title, says = each.finding.kind.title, each.finding.message
            yield worded(
                f"{names[each.file]}: {title.in_language('en')}: {says.in_language('en')}",
                f"{names[each.file]}：{title.in_language('zh')}：{says.in_language('zh')}",
            )


CUT_OFF_BY_NAME = "I0228"
