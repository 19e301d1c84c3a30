"""Two forms of one rule: everything that differs, and which way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footrule.compare.direction import Difference, Direction
from footrule.compare.requirements import Applying, missing, requirement_differences, same_requirement
from footrule.compare.structure import Forms, Side
from footrule.model import standard
from footrule.model.standard import Requirement, Rule
from footrule.text.wording import Wording, worded

REWORDED = worded("worded otherwise, and asking for the same", "措辞有改动，要求不变")


def rule_differences(old: Rule, new: Rule) -> list[Difference]:
    """What differs in what two forms of a rule ask for; nothing where they ask for the same."""
    numbers: dict[Difference, list[int]] = {}
    for number, one in _Pair(old, new, *_sides(old, new)).differences():
        numbers.setdefault(one, []).extend(() if number is None else (number,))
    return [_numbered(one, found, len(new.requirements)) for one, found in numbers.items()]


def is_reworded(old: Rule, new: Rule) -> bool:
    """Whether two forms that ask for the same say so in other words: titles, messages, notes, clauses, names."""
    return _words(old) != _words(new)


def _words(rule: Rule) -> tuple[object, ...]:
    messages = tuple(_text(one.otherwise) for one in rule.requirements)
    # What cites its own file cites each edition of it by another name, and says the same.
    cites = tuple((None if one.document.name == rule.standard else one.document, one.clause) for one in rule.cites)
    return rule.title, cites, rule.notes, rule.written, messages


def _text(message: standard.Message | None) -> object:
    if message is None:
        return None
    return [(tag, [(part.text, part.value is None) for part in parts]) for tag, parts in message.languages]


def _sides(old: Rule, new: Rule) -> tuple[Side, Side]:
    forms = Forms()
    one, two = (Side(forms, {let.name: let.value for let in rule.lets}, {}) for rule in (old, new))
    each = old.for_each, new.for_each
    if each[0] is not None:
        one = one.within(each[0].variable)
    if each[1] is not None:
        two = two.within(each[1].variable)
    return one, two


@dataclass(frozen=True, slots=True)
class _Pair:
    old: Rule
    new: Rule
    before: Side
    after: Side

    def differences(self) -> Iterator[tuple[int | None, Difference]]:
        """Each difference, and the number of the requirement that it is of."""
        over = self._list()
        if over is not None:
            yield None, over
            return
        phase = self._phase()
        if phase is not None:
            yield None, phase
        old, new = self._unmatched()
        for one, two in zip(old, new, strict=False):
            before, after = self._placed(self.before, self.old, one), self._placed(self.after, self.new, two)
            number = self.new.requirements.index(two) + 1
            yield from ((number, found) for found in requirement_differences(before, after))
        for one in old[len(new) :]:
            yield None, missing(one, Direction.LOOSER)
        for two in new[len(old) :]:
            yield None, missing(two, Direction.TIGHTER)

    def _unmatched(self) -> tuple[list[Requirement], list[Requirement]]:
        """The requirements without those that both forms have."""
        old, new = list(self.old.requirements), list(self.new.requirements)
        for one in self.old.requirements:
            placed = self._placed(self.before, self.old, one)
            twin = next((two for two in new if same_requirement(placed, self._placed(self.after, self.new, two))), None)
            if twin is not None:
                old.remove(one)
                new.remove(twin)
        return old, new

    def _placed(self, side: Side, rule: Rule, requirement: Requirement) -> Applying:
        each = None if rule.for_each is None else rule.for_each.condition
        return Applying(side, requirement, tuple(one for one in (each, rule.when, requirement.when) if one is not None))

    def _list(self) -> Difference | None:
        """A rule that is asked of the elements of another list cannot be compared."""
        old, new = self.old.for_each, self.new.for_each
        if old is None and new is None:
            return None
        if old is not None and new is not None and self.before.same(old.source, self.after, new.source):
            return None
        return Difference(
            Direction.CHANGED,
            worded(
                f"asked of {_over(old, 'the whole footprint')}, now of {_over(new, 'the whole footprint')}",
                f"原针对{_over(old, '整份碳足迹')}，现针对{_over(new, '整份碳足迹')}",
            ),
        )

    def _phase(self) -> Difference | None:
        old, new = self.old.phase_in, self.new.phase_in
        if old is None and new is None:
            return None
        if new is None:
            return Difference(Direction.TIGHTER, worded("applies at once, not from a day on", "不再分期，立即适用"))
        day = str(new.start)[:10]
        if old is None:
            return Difference(Direction.LOOSER, worded(f"applies only from {day} on", f"自 {day} 起才适用"))
        if old.start == new.start and self.before.same(old.against, self.after, new.against):
            return None
        which = Direction.CHANGED
        if self.before.same(old.against, self.after, new.against):
            which = Direction.TIGHTER if new.start < old.start else Direction.LOOSER
        before = str(old.start)[:10]
        return Difference(which, worded(f"applies from {day} on, not from {before}", f"自 {day} 起适用，原为 {before}"))


def _over(each: standard.Iteration | None, whole: str) -> str:
    return whole if each is None else f"`{each.source.written}`"


def _numbered(one: Difference, numbers: Sequence[int], of: int) -> Difference:
    """Where a rule has several requirements, a difference says which of them it is of."""
    if of < 2 or not numbers:
        return one
    listed = ", ".join(map(str, numbers))
    plural = "s" if len(numbers) > 1 else ""
    texts = {"en": f"requirement{plural} {listed}: ", "zh": f"第{listed.replace(', ', '、')}项要求："}
    said = Wording(tuple((tag, texts.get(tag, "") + text) for tag, text in one.says.texts))
    return Difference(one.direction, said)
