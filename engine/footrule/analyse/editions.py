"""What changed between two editions of a standard, as they hold: with all that they take in."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from footrule.check.settings import with_settings
from footrule.compare.direction import Difference, Direction, together
from footrule.compare.rules import is_reworded, rule_differences
from footrule.frozen import Frozen, dataclass
from footrule.model.standard import Allocation, Parameter, Rule, Standard
from footrule.model.walk import expressions_in, parameters_in
from footrule.text.wording import Wording, worded


class Fate(Enum):
    """What became of a rule."""

    ADDED = "added"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    CHANGED = "changed"
    REMOVED = "removed"
    WAIVED = "waived"
    REWORDED = "reworded"


_FATES = {Direction.TIGHTER: Fate.TIGHTENED, Direction.LOOSER: Fate.LOOSENED, Direction.CHANGED: Fate.CHANGED}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RuleFate(Frozen):
    """What became of one rule or allocation, and, where it was changed, what differs."""

    id: str
    title: Wording
    fate: Fate
    says: tuple[Wording, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ParameterFate(Frozen):
    """A parameter that one edition alone has (None in the other), or that has another value in it.

    `rules` are those that rest on it, and which way its new value alone moves each.
    """

    name: str
    old: Parameter | None
    new: Parameter | None
    rules: tuple[tuple[str, Direction], ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Changes(Frozen):
    """Everything that changed between two editions but their examples; nothing where all is empty."""

    rules: tuple[RuleFate, ...]
    parameters: tuple[ParameterFate, ...]
    allocations: tuple[RuleFate, ...]
    others: tuple[Wording, ...]


def changes(old: Standard, new: Standard) -> Changes:
    """What changed from one edition to another."""
    return Changes(
        tuple(_rules(old, new)), tuple(_parameters(old, new)), tuple(_allocations(old, new)), tuple(_others(old, new))
    )


def _rules(old: Standard, new: Standard) -> Iterator[RuleFate]:
    before, waived = {rule.id: rule for rule in old.rules}, {one.id: one for one in new.waived}
    for rule in new.rules:
        was = before.pop(rule.id, None)
        if was is None:
            yield RuleFate(rule.id, rule.title, Fate.ADDED, tuple(_asked(rule)))
            continue
        found = rule_differences(was, rule)
        if found:
            fate = _FATES.get(together(one.direction for one in found), Fate.CHANGED)
            yield RuleFate(rule.id, rule.title, fate, tuple(_told(found)))
        elif is_reworded(was, rule):
            yield RuleFate(rule.id, rule.title, Fate.REWORDED, ())
    for rule in before.values():
        gone = waived.get(rule.id)
        if gone is None:
            yield RuleFate(rule.id, rule.title, Fate.REMOVED, ())
        else:
            yield RuleFate(rule.id, rule.title, Fate.WAIVED, (gone.because,))


def _asked(rule: Rule) -> Iterator[Wording]:
    for one in rule.requirements:
        written = one.written if one.written.startswith(one.modality) else f"{one.modality} {one.written}"
        yield worded(written, written)


def _told(found: list[Difference]) -> Iterator[Wording]:
    """What differs; which way it goes is said where the rule does not go one way as a whole."""
    mixed = len({one.direction for one in found}) > 1
    for one in found:
        if not mixed:
            yield one.says
            continue
        way = DIRECTIONS[one.direction]
        texts = tuple(
            (tag, f"{text} ({way.in_language(tag)})" if tag == "en" else f"{text}（{way.in_language(tag)}）")
            for tag, text in one.says.texts
        )
        yield Wording(texts)


DIRECTIONS = {
    Direction.SAME: worded("asks for the same", "要求不变"),
    Direction.TIGHTER: worded("tightened", "加严"),
    Direction.LOOSER: worded("loosened", "放宽"),
    Direction.CHANGED: worded("which way cannot be told", "方向无法判断"),
}


def _parameters(old: Standard, new: Standard) -> Iterator[ParameterFate]:
    before = {one.name: one for one in old.parameters}
    for parameter in new.parameters:
        was = before.pop(parameter.name, None)
        if was is None:
            yield ParameterFate(parameter.name, None, parameter, ())
        elif was.value != parameter.value and _value(was) != _value(parameter):
            yield ParameterFate(parameter.name, was, parameter, tuple(_moved(old, parameter)))
    for parameter in before.values():
        yield ParameterFate(parameter.name, parameter, None, ())


def _value(parameter: Parameter) -> object:
    return getattr(parameter.value, "value", None)


def _moved(old: Standard, parameter: Parameter) -> Iterator[tuple[str, Direction]]:
    """Which way each rule of the old edition moves with the new value alone."""
    moved = with_settings(old, {parameter.name: parameter}) if parameter.is_set else old
    for rule, then in zip(old.rules, moved.rules, strict=True):
        if any(parameter.name in parameters_in(part) for part in expressions_in(rule)):
            found = rule_differences(rule, then)
            yield rule.id, together(one.direction for one in found) if parameter.is_set else Direction.CHANGED


def _allocations(old: Standard, new: Standard) -> Iterator[RuleFate]:
    """Allocations are compared by their text and their values: none of them is stricter than another."""
    before, waived = {one.id: one for one in old.allocations}, {one.id: one for one in new.waived}
    for one in new.allocations:
        was = before.pop(one.id, None)
        if was is None:
            yield RuleFate(one.id, one.title, Fate.ADDED, ())
        elif _form(was) != _form(one):
            yield RuleFate(one.id, one.title, Fate.CHANGED, ())
        elif (was.title, was.cites, was.notes) != (one.title, one.cites, one.notes):
            yield RuleFate(one.id, one.title, Fate.REWORDED, ())
    for gone in before.values():
        known = waived.get(gone.id)
        said = () if known is None else (known.because,)
        yield RuleFate(gone.id, gone.title, Fate.REMOVED if known is None else Fate.WAIVED, said)


def _form(one: Allocation) -> tuple[object, ...]:
    return one.on_each, one.when, one.lets, one.methods, one.tolerance


def _others(old: Standard, new: Standard) -> Iterator[Wording]:
    """The head of the file, and the data that it asks for."""
    yield from _time(old, new)
    for what, what_zh, one, two in (
        ("title", "标题", str(old.title), str(new.title)),
        ("declared unit", "声明单位", str(old.declared_unit), str(new.declared_unit)),
        ("boundary", "系统边界", str(old.boundary), str(new.boundary)),
        ("products covered", "适用产品", _covered(old), _covered(new)),
        ("built on", "所扩展的文件", _built_on(old), _built_on(new)),
    ):
        if one != two:
            yield worded(f"{what}: {two} instead of {one}", f"{what_zh}由 {one} 改为 {two}")
    before, after = ({one.name: one for one in edition.data} for edition in (old, new))
    for name in sorted(before.keys() | after.keys()):
        if name not in before:
            yield worded(f"datum `{name}` is added", f"新增数据项 `{name}`")
        elif name not in after:
            yield worded(f"datum `{name}` is removed", f"删除数据项 `{name}`")
        elif before[name] != after[name]:
            yield worded(f"datum `{name}` is declared otherwise", f"数据项 `{name}` 的声明有改动")


def _time(old: Standard, new: Standard) -> Iterator[Wording]:
    """When they may be applied."""
    was, now = _period(old), _period(new)
    if was != now:
        yield worded(
            f"{now.in_language('en')} instead of {was.in_language('en')}",
            f"由{was.in_language('zh')}改为{now.in_language('zh')}",
        )
    if old.earlier_until != new.earlier_until:
        if new.earlier_until is None:
            yield worded("there is no transition any more", "不再设过渡期")
        else:
            day = new.earlier_until
            yield worded(
                f"transition: earlier editions may still be applied until {day}", f"过渡期：此前版本可继续采用至 {day}"
            )


def _period(standard: Standard) -> Wording:
    begins, ends = standard.in_force_from, standard.in_force_until
    match begins, ends:
        case None, None:
            return worded("in force without a period", "施行期不限")
        case _, None:
            return worded(f"in force from {begins}", f"自 {begins} 起施行")
        case _:
            return worded(f"in force from {begins} until {ends}", f"自 {begins} 至 {ends} 施行")


def _covered(standard: Standard) -> str:
    return ", ".join(f"{one.scheme} {one.code}" for one in standard.covers) or "—"


def _built_on(standard: Standard) -> str:
    return ", ".join(f"{one.id} {one.version}" for one in standard.built_on) or "—"
