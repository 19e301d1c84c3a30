"""The ways in which a requirement can come out undetermined, as the checker finds them and as people read them."""

from __future__ import annotations

from enum import Enum

from footrule.frozen import Frozen, dataclass
from footrule.text.wording import Wording, worded


class DoubtKind(Enum):
    """What can keep a requirement from being decided."""

    FIELD = "field"
    ELEMENT_FIELD = "element field"
    LIST = "list"
    UNUSABLE = "unusable"
    ENTRY = "entry"
    PREDECESSOR = "predecessor"
    DIVISOR = "divisor"
    TOLERANCE = "tolerance"
    EMPTY = "empty"
    CALENDAR = "calendar"
    NO_VALUE = "no value"
    DIGITS = "digits"
    PERSON = "person"
    UNSET = "unset"


MAY_BE_MISSING = frozenset({DoubtKind.FIELD, DoubtKind.ELEMENT_FIELD, DoubtKind.LIST})
"""The kinds of what may be missing; each of them may as well be there and not usable."""

_WORDINGS = {
    DoubtKind.FIELD: worded("`{0}` may be missing", "`{0}` 可能缺失"),
    DoubtKind.ELEMENT_FIELD: worded("an element may lack `{0}`", "某个元素可能缺少 `{0}`"),
    DoubtKind.LIST: worded("the list `{0}` may be missing", "列表 `{0}` 可能缺失"),
    DoubtKind.UNUSABLE: worded("`{0}` may be unusable as it is given", "`{0}` 可能已给出但无法使用"),
    DoubtKind.ENTRY: worded("an entry of `{0}` may be unusable as it is given", "`{0}` 的某一项可能已给出但无法使用"),
    DoubtKind.PREDECESSOR: worded("the predecessor may not be handed in", "可能未提交前一版本"),
    DoubtKind.DIVISOR: worded(
        "`{0}` may be zero, at least within its printed rounding, and nothing is divided by zero",
        "`{0}` 可能为零（或在其修约范围内为零），不能作除数",
    ),
    DoubtKind.TOLERANCE: worded(
        "`{0}` may be zero, and a tolerance relative to zero decides nothing",
        "`{0}` 可能为零，相对于零的允差无法判定",
    ),
    DoubtKind.EMPTY: worded("`{0}` may have nothing to take the value of", "`{0}` 可能没有可取值的元素"),
    DoubtKind.CALENDAR: worded("`{0}` may fall outside the calendar", "`{0}` 可能超出历法范围"),
    DoubtKind.NO_VALUE: worded("`{0}` may have no value", "`{0}` 可能无值"),
    DoubtKind.DIGITS: worded(
        "`{0}` may have more digits than can be computed with", "`{0}` 的数值位数可能过多，无法计算"
    ),
    DoubtKind.UNSET: worded("parameter `{0}` is not set", "参数 `{0}` 尚未设定"),
    DoubtKind.PERSON: worded("it awaits the {0}", "须待{0}评审"),
}
_ROLES = {"verifier": "核查员", "critical_reviewer": "鉴定性评审员"}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Doubt(Frozen):
    """One way to come out undetermined: `what` is the expression as it is written, or the role of the person awaited.

    INVARIANT: what is unusable or cannot be had is named as the interpreter names it, so that a finding which lacks
    data can be led back to the doubts of its requirement.
    """

    kind: DoubtKind
    what: str

    @property
    def wording(self) -> Wording:
        """The doubt as a clause of a sentence."""
        names = {"en": self.what, "zh": self.what}
        if self.kind is DoubtKind.PERSON:
            names = {"en": self.what.replace("_", " "), "zh": _ROLES.get(self.what, self.what)}
        return Wording(tuple((tag, text.replace("{0}", names[tag])) for tag, text in _WORDINGS[self.kind].texts))


def worth_saying(doubts: tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    """The doubts for a reader: of a record, nothing is said beside one of its fields, which says as much."""
    return tuple(one for one in doubts if not any(_goes_without(one, other) for other in doubts))


def _goes_without(record: Doubt, field: Doubt) -> bool:
    lacking = MAY_BE_MISSING | {DoubtKind.UNUSABLE} if record.kind is DoubtKind.UNUSABLE else MAY_BE_MISSING
    about_record = record.kind in MAY_BE_MISSING | {DoubtKind.UNUSABLE}
    return about_record and field.kind in lacking and field.what.startswith(f"{record.what}.")
