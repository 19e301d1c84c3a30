"""Rules in generated code: each requirement decided on each element that its rule applies to.

What does not apply, is open or does not hold is noted by the number of the requirement; all others hold. Rules that run
over one list share its loop.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator
from collections.abc import Sequence as Sequences
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import cast

from footrule.compile import lists
from footrule.compile.amounts import lacking
from footrule.compile.expressions import Expressions
from footrule.compile.keys import Scope
from footrule.compile.value import Lacking, Moment, NotCompiled, Sequence, Truth
from footrule.compile.writer import Block, Loop
from footrule.model.expression import Expression, Node
from footrule.model.standard import Asserted, Attested, PhasedIn, Requirement, Rule
from footrule.model.walk import expressions_in

_NO_NAME = re.compile(r"[^\w.@+-]")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A rule with the numbers of its requirements in the program."""

    number: int
    rule: Rule
    requirements: tuple[int, ...]


def label(numbered: Numbered) -> str:
    """The id of a rule as a comment: nothing in it ends a line."""
    return _NO_NAME.sub("?", numbered.rule.id)


class Rules:
    """Writes the code of rules. Raises NotCompiled for one that takes the interpreter."""

    def __init__(self, made: Expressions) -> None:
        self._made = made
        self._write = made.write

    def write_all(self, rules: Sequences[Numbered]) -> None:
        """Every rule: first those on the submission as a whole, then those over lists, by their list."""
        groups: dict[int, list[Numbered]] = {}
        for one in rules:
            iteration = one.rule.for_each
            if iteration is None:
                self._write.line(f"# {label(one)}")
                with self._settled(one):
                    self._applied(one, scope_of(one.rule), "None", "None")
            else:
                groups.setdefault(self._made.keys.of(scope_of(one.rule), iteration.source), []).append(one)
        for group in groups.values():
            self._over(group)

    @contextmanager
    def _settled(self, one: Numbered) -> Generator[None, None, None]:
        """The code of a rule; where that is not sure, the rule is left to the interpreter."""
        write = self._write
        before, first = write.doubts, Block("")
        write.line_block(first)
        with write.flagged() as flag:
            yield
        if write.doubts > before:
            first.items.append(f"{flag} = False")
            write.line(f"if {flag}: left({one.number})  # {label(one)}")

    def _over(self, group: list[Numbered]) -> None:
        """Rules over one list: in a loop over it that there is already, where what they ask for is known in it."""
        first = group[0]
        iteration = first.rule.for_each
        assert iteration is not None, "only rules over a list are grouped"
        write, made, before = self._write, self._made, self._write.doubts
        source = made.keys.of(scope_of(first.rule), iteration.source)
        listed = made.sequence(scope_of(first.rule), iteration.source)
        if write.doubts > before:
            write.line(f"if unsure: left_all({[one.number for one in group]!r}); unsure = False")
        whole: dict[Loop, list[Numbered]] = {}
        for one in group:
            each = one.rule.for_each
            assert each is not None, "only rules over a list are grouped"
            parts = [part for part in expressions_in(one.rule) if part is not each.source]
            asked = _expressions(parts)
            loop = lists.shared_loop(made, source, listed, scope_of(one.rule), asked, each.variable, write.root)
            if each.condition is None:
                whole.setdefault(loop, []).append(one)
                with write.within(loop):
                    self._on_element(one, listed, loop.element, "")
            else:
                self._on_some(one, listed, loop)
        for loop, rules in whole.items():
            with write.after(loop):
                self._counted(rules, listed, f"len({listed.code})")

    def _on_some(self, one: Numbered, listed: Sequence, loop: Loop) -> None:
        """A rule over those elements of a list that a condition lets through: these are counted."""
        write, many = self._write, self._write.name("n")
        with write.before(loop):
            write.line(f"{many} = 0")
        with write.within(loop):
            self._on_element(one, listed, loop.element, many)
        with write.after(loop):
            self._counted([one], listed, many)

    def _counted(self, rules: Sequences[Numbered], listed: Sequence, many: str) -> None:
        """On how many elements rules were decided; on the list itself where it is not known or has no such element."""
        write, lacks = self._write, lacking(listed)
        if lacks:
            with write.block(f"if {lacks}:"):
                for one in rules:
                    self._open(one, one.requirements, "None", "None")
                write.line(_noting([f"({one.number}, 1)" for one in rules], "counted"))
        with write.block("else:") if lacks else nullcontext():
            many = many if many.isidentifier() else write.let(many, "n")
            write.line(_noting([f"({one.number}, {many})" for one in rules], "counted"))
            with write.block(f"if not {many}:"):
                self._passed_over(tuple(number for one in rules for number in one.requirements))

    def _on_element(self, one: Numbered, listed: Sequence, element: str, many: str) -> None:
        self._write.line(f"# {label(one)}")
        with self._settled(one):
            self._on_settled(one, listed, element, many)

    def _on_settled(self, one: Numbered, listed: Sequence, element: str, many: str) -> None:
        iteration = one.rule.for_each
        assert iteration is not None
        write, made = self._write, self._made
        scope = scope_of(one.rule).with_element(iteration.variable, made.element(listed, element))
        if iteration.condition is None:
            self._applied(one, scope, element, listed.code)
            return
        kept = made.settled(scope, iteration.condition)
        with write.block(f"if {kept.code}:", proven=kept.proves):
            write.line(f"{many} += 1")
            self._applied(one, scope, element, listed.code)
        if kept.may_lack:
            with write.block(f"elif {kept.code} is None:"):
                write.line(f"{many} += 1")
                self._open(one, one.requirements, element, listed.code)

    def _applied(self, one: Numbered, scope: Scope, element: str, listed: str) -> None:
        """The requirements, where the conditions of the rule hold."""

        def requirements() -> None:
            for number, requirement in zip(one.requirements, one.rule.requirements, strict=True):
                self._requirement(one, number, requirement, scope, element, listed)

        holds = self._conditions(one.rule, scope)
        self._where(holds, one, one.requirements, (element, listed), requirements)

    def _where(
        self, holds: Truth, one: Numbered, numbers: tuple[int, ...], place: tuple[str, str], write: Callable[[], None]
    ) -> None:
        if holds.code == "True":
            write()
            return
        if holds.code == "False":
            self._passed_over(numbers)
            return
        if holds.code == "None":
            self._open(one, numbers, *place)
            return
        with self._write.block(f"if {holds.code}:", proven=holds.proves):
            write()
        if holds.may_lack:
            with self._write.block(f"elif {holds.code} is None:"):
                self._open(one, numbers, *place)
        with self._write.block("else:"):
            self._passed_over(numbers)

    def _passed_over(self, numbers: tuple[int, ...]) -> None:
        """Requirements that do not apply."""
        self._write.line(_noting(list(map(str, numbers)), "not_applicable"))

    def _conditions(self, rule: Rule, scope: Scope) -> Truth:
        """Whether a rule applies, by its first day and its condition."""
        phase_in = rule.phase_in
        if phase_in is None:
            return Truth("True", False) if rule.when is None else self._made.settled(scope, rule.when)
        applies = begun(self._made, scope, phase_in)
        if rule.when is None or applies.code == "None":
            return applies
        with self._write.block(f"if {applies.code}:"):
            when = self._made.truth(scope, rule.when)
            self._write.line(f"{applies.code} = {when.code}")
        return Truth(applies.code, applies.may_lack or when.may_lack)

    def _requirement(
        self, one: Numbered, number: int, requirement: Requirement, scope: Scope, element: str, listed: str
    ) -> None:
        holds = Truth("True", False) if requirement.when is None else self._made.settled(scope, requirement.when)
        place = (element, listed)
        if isinstance(requirement, Attested):
            self._where(holds, one, (number,), place, lambda: self._attested(one, number, requirement, place))
        else:
            self._where(holds, one, (number,), place, lambda: self._asserted(one, number, requirement, scope, place))

    def _asserted(
        self, one: Numbered, number: int, requirement: Asserted, scope: Scope, place: tuple[str, str]
    ) -> None:
        held = self._made.settled(scope, requirement.asserted)
        line = self._write.line
        if held.may_lack:
            with self._write.block(f"if {held.code} is None:"):
                self._open(one, (number,), *place)
        word = "elif" if held.may_lack else "if"
        note = (
            f"not_applicable.append({number})"
            if requirement.modality == "may"
            else f"broken.append(({number}, {', '.join(place)}))"
        )
        line(f"{word} not {held.code}: {note}  # {label(one)}")

    def _attested(self, one: Numbered, number: int, requirement: Attested, place: tuple[str, str]) -> None:
        line = self._write.line
        said = self._write.let(f"attested.get(({one.rule.id!r}, {requirement.by!r})) if attested else None")
        line(f"if {said} is None: awaiting.append(({number}, {', '.join(place)}))  # {label(one)}")
        line(f"elif {said} == 'not_met': broken.append(({number}, {', '.join(place)}))  # {label(one)}")
        line(f"elif {said} == 'not_applicable': not_applicable.append({number})")

    def _open(self, one: Numbered, numbers: tuple[int, ...], element: str, listed: str) -> None:
        every = [f"({number}, {element}, {listed})" for number in numbers]
        self._write.line(f"{_noting(every, 'undetermined')}  # {label(one)}")


def _noting(what: list[str], on: str) -> str:
    """A line that adds to a list of what is noted."""
    return f"{on}.append({what[0]})" if len(what) == 1 else f"{on}.extend(({', '.join(what)}))"


def begun(made: Expressions, scope: Scope, phase_in: PhasedIn) -> Truth:
    """Whether the first day of a rule has come, in a variable of its own."""
    moment = made.value(scope, phase_in.against)
    if isinstance(moment, Lacking):
        return Truth("None", True)
    if not isinstance(moment, Moment):
        raise NotCompiled(phase_in.against.written)
    start = made.constants.name(f"datetime.fromisoformat({phase_in.start.moment.isoformat()!r})")
    code, lacks = f"{moment.code}.moment >= {start}", lacking(moment)
    return Truth(made.write.let(f"None if {lacks} else {code}" if lacks else code), bool(lacks))


def _expressions(parts: list[Node]) -> list[Expression]:
    return [cast("Expression", one) for one in parts]


def scope_of(rule: Rule) -> Scope:
    """The names that the expressions of a rule may use."""
    return Scope({}, {one.name: one.value for one in rule.lets})
