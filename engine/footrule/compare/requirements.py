"""Two forms of one requirement: its verb, when it applies, what it asks for, and who judges it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from footrule.compare.atoms import conditions_entail
from footrule.compare.direction import Difference, Direction, direction
from footrule.compare.entailment import TooMany, entails
from footrule.compare.order import Placed
from footrule.compare.structure import Side
from footrule.model import expression as model
from footrule.model.standard import Asserted, Attested, Requirement
from footrule.model.types import TRUTH
from footrule.model.walk import below
from footrule.text.wording import Wording, worded

STRENGTH = {"may": 0, "should": 1, "shall": 2}
"""How much a verb asks of those who have to keep to it."""


@dataclass(frozen=True, slots=True)
class Applying:
    """A requirement in its rule, and all the conditions under which it applies."""

    side: Side
    requirement: Requirement
    conditions: tuple[model.Expression, ...]

    @property
    def applies(self) -> model.Expression | None:
        """The conditions as one; None where it always applies."""
        whole: model.Expression | None = None
        for one in self.conditions:
            whole = one if whole is None else model.BothOf(TRUTH, f"{whole.written} and {one.written}", whole, one)
        return whole


def same_requirement(old: Applying, new: Applying) -> bool:
    """Whether two requirements ask for the same, by their forms."""
    one, two = old.requirement, new.requirement
    if one.modality != two.modality or not _applies_alike(old, new):
        return False
    match one, two:
        case Asserted(), Asserted():
            return old.side.same(one.asserted, new.side, two.asserted)
        case Attested(), Attested():
            return one.by == two.by and set(one.using) == set(two.using)
        case _:
            return False


def _applies_alike(old: Applying, new: Applying) -> bool:
    one, two = old.applies, new.applies
    if one is None or two is None:
        return one is two
    return old.side.same(one, new.side, two)


def requirement_differences(old: Applying, new: Applying) -> Iterator[Difference]:
    """What differs between two forms of a requirement."""
    one, two = old.requirement, new.requirement
    if one.modality != two.modality:
        stronger = STRENGTH[two.modality] > STRENGTH[one.modality]
        yield Difference(
            Direction.TIGHTER if stronger else Direction.LOOSER,
            worded(f"`{two.modality}` instead of `{one.modality}`", f"由 {one.modality} 改为 {two.modality}"),
        )
    match one, two:
        case Asserted(), Asserted():
            yield from _asserted(old, one, new, two)
        case Attested(), Attested():
            yield from _when(old, new)
            yield from _attested(one, two)
        case _:
            judged = isinstance(two, Attested)
            yield Difference(
                Direction.CHANGED,
                worded(
                    f"judged by {'a person' if judged else 'the data'}, and no longer by "
                    f"{'the data' if judged else 'a person'}",
                    "改由人员评审，不再由数据判定" if judged else "改由数据判定，不再由人员评审",
                ),
            )


def missing(requirement: Requirement, which: Direction) -> Difference:
    """A requirement that only one of two forms has."""
    text = requirement.written
    if isinstance(requirement, Asserted):
        text = f"{requirement.modality} {text}"
    if requirement.modality == "may":
        which = Direction.SAME
    if which is Direction.LOOSER:
        return Difference(which, worded(f"no longer asks: `{text}`", f"不再要求：`{text}`"))
    return Difference(which, worded(f"also asks: `{text}`", f"增加要求：`{text}`"))


def _asserted(old: Applying, one: Asserted, new: Applying, two: Asserted) -> Iterator[Difference]:
    """Where the whole can be compared, a part that seems to point elsewhere does not count.

    `shall A when B` and `shall A or not B` are one requirement; taken apart, the second applies more widely and asks
    for less.
    """
    whole = _direction((old.side, _whole(old, one)), (new.side, _whole(new, two)))
    parts = [*_when(old, new), *_demanded(old, one, new, two)]
    if whole is Direction.SAME:
        return
    if whole is not Direction.CHANGED:
        parts = [Difference(whole, part.says) for part in parts]
    yield from parts


def _whole(applying: Applying, requirement: Asserted) -> model.Expression:
    applies = applying.applies
    if applies is None:
        return requirement.asserted
    return model.EitherOf(
        TRUTH, requirement.written, model.NotOf(TRUTH, applies.written, applies), requirement.asserted
    )


def _direction(old: Placed, new: Placed) -> Direction:
    try:
        return direction(entails(new, old), entails(old, new))
    except TooMany:
        return Direction.CHANGED


def _when(old: Applying, new: Applying) -> Iterator[Difference]:
    one, two = old.applies, new.applies
    if _applies_alike(old, new):
        return
    try:
        wider = conditions_entail((old.side, one), (new.side, two), entails)
        narrower = conditions_entail((new.side, two), (old.side, one), entails)
    except TooMany:
        wider = narrower = False
    which = direction(wider, narrower)
    if which is not Direction.SAME:
        yield Difference(which, _applying(*_apart(old, new)))


def _apart(old: Applying, new: Applying) -> tuple[Applying, Applying]:
    """Two requirements without the conditions that both have."""
    before = {old.side.number(one) for one in old.conditions}
    after = {new.side.number(one) for one in new.conditions}
    return (
        replace(old, conditions=tuple(one for one in old.conditions if old.side.number(one) not in after)),
        replace(new, conditions=tuple(one for one in new.conditions if new.side.number(one) not in before)),
    )


def _applying(old: Applying, new: Applying) -> Wording:
    one, two = old.applies, new.applies
    if two is None:
        said = "" if one is None else _said(old, one)
        return worded(f"applies not only when `{said}`", f"不再限于 `{said}` 时适用")
    if one is None:
        return worded(f"applies only when `{_said(new, two)}`", f"仅在 `{_said(new, two)}` 时适用")
    return _became(old, one, new, two, ("applies when", "适用条件"))


def _demanded(old: Applying, one: Asserted, new: Applying, two: Asserted) -> Iterator[Difference]:
    which = _direction((old.side, one.asserted), (new.side, two.asserted))
    if which is not Direction.SAME:
        yield Difference(which, _became(old, one.asserted, new, two.asserted, ("asks", "要求")))


def _said(applying: Applying, node: model.Expression) -> str:
    """An expression as it was written where it stands, or where the name was given that stands for it."""
    return applying.side.meant(node).written


def _became(
    before: Applying, one: model.Expression, after: Applying, two: model.Expression, verb: tuple[str, str]
) -> Wording:
    """What an expression became; of one that is written as before, the parameters that have another value."""
    (en, zh), old, new = verb, _said(before, one), _said(after, two)
    if old != new:
        return worded(f"{en} `{new}` instead of `{old}`", f"{zh}由 `{old}` 改为 `{new}`")
    earlier, later = _parameters(before, one), _parameters(after, two)
    listed = [
        (f"`{name}` is {later[name]} instead of {value}", f"`{name}` 由 {value} 改为 {later[name]}")
        for name, value in earlier.items()
        if name in later and later[name] != value
    ]
    if not listed:
        return worded(f"{en} `{new}`, in which a name has another meaning", f"{zh} `{new}`，其中的名称含义有变")
    return worded("; ".join(text for text, _ in listed), "；".join(text for _, text in listed))


def _parameters(applying: Applying, node: model.Expression) -> dict[str, str]:
    """The parameters that an expression depends on, by way of its lets too, and what each is."""
    found: dict[str, str] = {}
    entered: set[str] = set()
    waiting: list[model.Node] = [node]
    while waiting:
        for one in below(waiting.pop()):
            if isinstance(one, model.Constant) and one.parameter is not None:
                found[one.parameter] = said(one.value)
            elif isinstance(one, model.UnsetParameter):
                found[one.name] = "?"
            elif isinstance(one, model.Local) and one.name in applying.side.lets and one.name not in entered:
                entered.add(one.name)
                waiting.append(applying.side.lets[one.name])
    return found


def said(value: object) -> str:
    """A value of a parameter as a person reads it."""
    match value:
        case model.CodeValue(code):
            return code
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)


def _attested(one: Attested, two: Attested) -> Iterator[Difference]:
    if one.by != two.by:
        yield Difference(
            Direction.CHANGED,
            worded(f"judged by the {_role(two.by)}, not the {_role(one.by)}", f"由 {one.by} 改为 {two.by} 评审"),
        )
    before, after = set(one.using), set(two.using)
    if before != after:
        yield Difference(
            direction(after >= before, before >= after),
            worded(
                f"evidence by {_listed(after)} instead of {_listed(before)}",
                f"证据收集方式由 {_listed(before)} 改为 {_listed(after)}",
            ),
        )


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(_role(name) for name in names)) or "—"


def _role(name: str) -> str:
    return name.replace("_", " ")
