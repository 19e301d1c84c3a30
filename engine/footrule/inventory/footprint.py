"""The footprint of the reference flow: the product system linked, shared, solved and characterised."""

from __future__ import annotations

from collections.abc import Sequence

from footrule.inventory.allocating import Allocating
from footrule.inventory.contributing import contributions
from footrule.inventory.linear import NoSolver, Singular, amounts
from footrule.inventory.linking import System, linked
from footrule.inventory.problems import NotComputed, Problem, name_of
from footrule.inventory.result import Footprint
from footrule.submission.element import Record
from footrule.text.wording import worded

MOST_NAMED = 5


def computed(footprint: Record, allocating: Allocating, gwp_set: str) -> Footprint:
    """The footprint of the reference flow of an inventory. Raises NotComputed, with every reason that was found."""
    system = linked(footprint, allocating)
    found = amounts(system.needs, {0: system.amount.value})
    if isinstance(found, Singular):
        raise NotComputed([_loop(system, found)])
    if isinstance(found, NoSolver):
        raise NotComputed([_too_large(footprint, found)])
    return Footprint(
        system.products[0],
        system.amount,
        gwp_set,
        system.processes,
        system.partitions,
        {system.products[number]: amount for number, amount in found.amounts.items()},
        {system.products[number]: bound for number, bound in found.bounds.items()},
        system.supplies,
        contributions(system, found, allocating.factors, gwp_set),
        tuple(one for number, one in enumerate(system.processes) if number not in system.partitions),
    )


def _loop(system: System, singular: Singular) -> Problem:
    keys = [system.products[number] for number in singular.products]
    names = list(dict.fromkeys(name_of(system.processes[key.process]) for key in keys))
    en, zh = _listed(names)
    if singular.surely:
        says = worded(
            f"{en}: all that is made is taken again on the way, or more; nothing is left of it",
            f"{zh}：产出在系统内被全部或超额消耗，没有余量",
        )
    else:
        says = worded(
            f"{en}: what is made is taken again on the way, if not all of it then so nearly that no amount can be told",
            f"{zh}：产出在系统内几乎被全部消耗或已超额消耗，无法得出数量",
        )
    return Problem(system.processes[keys[0].process].pointer, says)


def _listed(names: Sequence[str]) -> tuple[str, str]:
    """Names in English and Chinese; the first few of many."""
    more = len(names) - MOST_NAMED
    shown = names[:MOST_NAMED] if more > 1 else names
    en, zh = ", ".join(shown), "、".join(shown)
    return (f"{en} and {more} more", f"{zh}等 {len(names)} 个过程") if more > 1 else (en, zh)


def _too_large(footprint: Record, found: NoSolver) -> Problem:
    many = found.products
    says = worded(
        f"the inventory links {many} products, which takes the solver for large systems: install footrule[large]",
        f"清单关联了 {many} 个产品，需要大型系统求解器：请安装 footrule[large]",
    )
    return Problem(footprint.place_of("processes"), says)
