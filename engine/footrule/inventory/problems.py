"""Why a footprint cannot be recomputed: each problem names the process, and the place in the file."""

from __future__ import annotations

from collections.abc import Iterable

from footrule.frozen import Frozen, dataclass
from footrule.submission.element import Code, Element, Record, Text
from footrule.text.wording import Wording, worded


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Problem(Frozen):
    """One reason, and the JSON Pointer of what it is about."""

    pointer: str
    says: Wording

    def within(self, process: Record) -> Problem:
        """The problem, as one of a process: its name stands first."""
        name = name_of(process)
        en, zh = (self.says.in_language(language) for language in ("en", "zh"))
        return Problem(self.pointer, worded(f"{name}: {en}", f"{name}：{zh}"))


class NotComputed(Exception):
    """The footprint cannot be recomputed; `problems` says why, each reason once. At least one is there."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        super().__init__("; ".join(str(one.says) for one in self.problems))


def name_of(record: Record) -> str:
    """What a process or a flow is called: its name, else its id, else its place; its gas where the id is a number."""
    for field in ("name", "id"):
        given = record.fields.get(field)
        if isinstance(given, Text):
            gas = record.fields.get("gas")
            return gas.as_printed if isinstance(gas, Code) and given.text.isdigit() else given.text
    return record.pointer


def text_of(element: Element | None) -> str | None:
    """The text of a field, or None where it holds none."""
    return element.text if isinstance(element, Text) else None


def of(record: Record, en: str, zh: str) -> Problem:
    """A problem of a process or flow; `{0}` in the texts is what it is called.

    The first one only: what follows may be an id of the submission, braces and all.
    """
    name = name_of(record)
    return Problem(record.pointer, worded(en.replace("{0}", name, 1), zh.replace("{0}", name, 1)))
