"""The generated text as blocks within blocks: a line can still be put before a block that is being written.

What was computed is known in the block that it was computed in, and within. A value that does not depend on the element
of a loop is computed before the loop; one that many rules use, before the first of them.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from footrule.compile.value import NotCompiled, Value

INDENT = "    "
MOST_INDENTED = 80
MOST_LOOPS = 16
"""Python takes 100 levels and 20 loops inside one another; what nests deeper is left to the interpreter."""

Key = tuple[int | str, str]
Place = tuple[int, ...]
"""The order of what stands in a block: (4,), then (4, 7), which was put before (5,) later, and then (5,)."""


@dataclass(eq=False, slots=True)
class Block:
    """Lines under a head such as `if x:`; without a head, lines at a place that others are put at later."""

    head: str
    items: list[str | Block] = field(default_factory=list["str | Block"])
    known: dict[Key, Known] = field(default_factory=dict[Key, "Known"])
    before: Block | None = None
    """Where lines go that have to stand before it."""
    proven: frozenset[str] = frozenset()
    """Variables that are not None in it."""
    place: Place = ()
    """The order of a loop among what is known around it: what is known later is not known in it."""

    def lines(self, depth: int) -> Iterator[str]:
        """The text at a depth."""
        inner = depth
        if self.head:
            yield INDENT * depth + self.head
            inner += 1
            if not any(True for _ in self._within(inner)):
                yield INDENT * inner + "pass"
        yield from self._within(inner)

    def _within(self, depth: int) -> Iterator[str]:
        for one in self.items:
            if isinstance(one, str):
                yield INDENT * depth + one
            else:
                yield from one.lines(depth)


@dataclass(frozen=True, slots=True)
class Known:
    """A value that was computed: by which flag it says that it is not sure ("" where it is), and where."""

    value: Value
    flag: str
    place: Place


@dataclass(frozen=True, eq=False, slots=True)
class Loop:
    """A loop that several rules share: what stands before it, in it and after it."""

    around: Block
    body: Block
    after: Block
    element: str
    done_at: Place
    """The order of what is known after it."""


class Writer:
    """Writes one function."""

    def __init__(self) -> None:
        self.root = Block("")
        self.bound: dict[str, Block] = {}
        """The block of each variable that runs over a list."""
        self.flag = "unsure"
        """The variable that says, of what is being written, that it is not sure."""
        self.doubts = 0
        """How often the code so far may have said that it is not sure."""
        self._stack = [self.root]
        self._target = self.root
        self._names = 0
        self._places = 0
        self._limits: dict[int, Place] = {}
        self._written: list[Block] = []
        """The bodies of the loops that are being written, also while something is put before them."""
        self._of_rule: dict[Key, Known] = {}
        self._rule_depth = 0

    def line(self, text: str) -> None:
        """One line here."""
        self._target.items.append(text)

    def line_block(self, block: Block) -> None:
        """A place here that lines can be put at later."""
        self._target.items.append(block)

    def name(self, prefix: str = "t") -> str:
        """A variable that no other line uses."""
        self._names += 1
        return f"{prefix}{self._names}"

    def let(self, code: str, prefix: str = "t") -> str:
        """A new variable with a value."""
        name = self.name(prefix)
        self.line(f"{name} = {code}")
        return name

    @contextmanager
    def block(
        self, head: str, *, element: str = "", proven: frozenset[str] = frozenset()
    ) -> Generator[Block, None, None]:
        """A block under a head; that of a loop says the variable of its element.

        In it, the variables that are `proven` are not None.
        """
        made = Block(head, before=self._before(head), proven=proven)
        self._target.items.append(made)
        if element:
            self.bound[element] = made
        if len(self._stack) >= MOST_INDENTED or (element and len(self.loops()) >= MOST_LOOPS):
            raise NotCompiled("nested too deeply")
        with self._at([*self._stack, made], made, self._limits):
            yield made

    def _before(self, head: str) -> Block:
        """The place before a block; what has to stand before an `else` stands before its `if`."""
        if head.startswith(("elif ", "else:")):
            branch = self._target.items[-1]
            assert isinstance(branch, Block) and branch.before is not None, "a branch follows a block"
            return branch.before
        before = Block("")
        self._target.items.append(before)
        return before

    def is_proven(self, variable: str) -> bool:
        """Whether a variable is not None here."""
        return any(variable in one.proven for one in self._stack)

    @contextmanager
    def aside(self, proven: frozenset[str]) -> Generator[Block, None, None]:
        """A place that is not written yet: whoever asks for it puts it where it belongs, or leaves it out if empty."""
        made = Block("", proven=proven, before=Block(""))
        self.line_block(made.before or made)
        with self._at([*self._stack, made], made, self._limits):
            yield made

    def put(self, head: str, made: Block) -> None:
        """Put such a place here, under a head."""
        made.head = head
        self._target.items.append(made)

    def loops(self) -> list[Block]:
        """The loops around what is being written, the outermost first."""
        bound = set(map(id, self.bound.values()))
        return [one for one in self._stack if id(one) in bound]

    @property
    def here(self) -> Block:
        """The block that is being written."""
        return self._stack[-1]

    @contextmanager
    def at(self, home: Block) -> Generator[None, None, None]:
        """Within: what is written stands in an outer block, before the inner one that is being written."""
        place = next(place for place, one in enumerate(self._stack) if one is home)
        if place == len(self._stack) - 1:
            yield
            return
        target = self._stack[place + 1].before
        assert target is not None, "only the outermost block has none before it"
        with self._at(self._stack[: place + 1], target, self._limits):
            yield

    def outside(self, home: Block) -> Block:
        """The block to compute a value in that depends on nothing below `home`: before the next loop below it."""
        place = next(place for place, one in enumerate(self._stack) if one is home)
        bound = set(map(id, self.bound.values()))
        for below in range(place + 1, len(self._stack)):
            if id(self._stack[below]) in bound:
                return self._stack[below - 1]
        return self._stack[-1]

    def home(self, elements: frozenset[str]) -> Block:
        """The outermost block in which some elements are all bound."""
        blocks = [self.root, *(self.bound[one] for one in elements if one in self.bound)]
        return max(blocks, key=lambda one: next(place for place, each in enumerate(self._stack) if each is one))

    def loop(self, source: str, element: str) -> Loop:
        """A new loop here that others may add to."""
        around, body, after = self.here, Block(f"for {element} in {source}:"), Block("")
        body.before = Block("")
        limit = self._limits.get(id(around))
        # Where one is written already, it stands before that, and what it comes to is known in that.
        before = () if limit is None else (*limit[:-1], limit[-1] - 1)
        body.place, done_at = (*before, self._places + 1), (*before, self._places + 2)
        self._places += 2
        self._target.items += [body.before, body, after]
        self.bound[element] = body
        if len(self._stack) >= MOST_INDENTED or len(self.loops()) >= MOST_LOOPS:
            raise NotCompiled("nested too deeply")
        return Loop(around, body, after, element, done_at)

    def is_written(self, loop: Loop) -> bool:
        """Whether a loop is being written: what it comes to is not known before it has ended."""
        return any(one is loop.body for one in self._written)

    @contextmanager
    def within(self, loop: Loop) -> Generator[None, None, None]:
        """Within: at the end of the body of a loop that may stand far above; what came after it is not known there."""
        place = next(place for place, one in enumerate(self._stack) if one is loop.around)
        limits = {**self._limits, id(loop.around): loop.body.place}
        self._written.append(loop.body)
        try:
            with self._at([*self._stack[: place + 1], loop.body], loop.body, limits):
                yield
        finally:
            self._written.pop()

    @contextmanager
    def before(self, loop: Loop) -> Generator[None, None, None]:
        """Within: right before a loop."""
        with self.within(loop), self.at(loop.around):
            yield

    @contextmanager
    def after(self, loop: Loop) -> Generator[None, None, None]:
        """Within: right after a loop."""
        place = next(place for place, one in enumerate(self._stack) if one is loop.around)
        limits = {**self._limits, id(loop.around): loop.done_at}
        with self._at(self._stack[: place + 1], loop.after, limits):
            yield

    @contextmanager
    def _at(self, stack: list[Block], target: Block, limits: dict[int, Place]) -> Generator[None, None, None]:
        before = self._stack, self._target, self._limits
        self._stack, self._target, self._limits = stack, target, limits
        try:
            yield
        finally:
            self._stack, self._target, self._limits = before

    @contextmanager
    def rule(self) -> Generator[None, None, None]:
        """The code of one rule, or of one value: what it is not sure of is not known to the next."""
        outer, depth = self._of_rule, self._rule_depth
        self._of_rule, self._rule_depth = {}, len(self._stack)
        try:
            yield
        finally:
            self._of_rule, self._rule_depth = outer, depth

    @contextmanager
    def flagged(self, flag: str = "") -> Generator[str, None, None]:
        """Code with a flag of its own, or a certain one; whoever uses what it computes takes over its doubt."""
        outer = self.flag
        self.flag = flag or self.name("u")
        try:
            with self.rule():
                yield self.flag
        finally:
            self.flag = outer

    def doubt(self, before: str = "") -> None:
        """A line that says: this is not sure, the interpreter decides; `before` stands in front of it."""
        self.line(f"{before}{self.flag} = True")
        self.doubts += 1

    def taken_over(self, flag: str) -> None:
        """The doubt of something that is used."""
        if flag:
            self.line(f"if {flag}: {self.flag} = True")
            self.doubts += 1

    def remember(self, key: Key, value: Value, *, sure: bool, flag: str = "") -> None:
        """Note what was computed here. With a `flag`, a variable says whether it is not sure."""
        limit = self._limits.get(id(self.here))
        if limit is None:
            self._places += 1
            limit = (self._places,)
        known = Known(value, flag, limit)
        if sure or flag or len(self._stack) > self._rule_depth:
            self.here.known[key] = known
        else:
            self._of_rule[key] = known

    def recall(self, key: Key) -> Value | None:
        """What was computed already, with its doubt."""
        found = self._of_rule.get(key) or self.find(key)
        if found is None:
            return None
        self.taken_over(found.flag)
        return found.value

    def find(self, key: Key) -> Known | None:
        """What was computed already where it is known here."""
        for block in reversed(self._stack):
            found = block.known.get(key)
            if found is not None and found.place <= self._limits.get(id(block), found.place):
                return found
        return None

    def lines(self) -> Iterator[str]:
        """The whole text, one level in."""
        return self.root.lines(1)
