"""What is gathered over a list: the outcome of a quantifier, an aggregate, or the elements of a selection."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from footrule.compile.amounts import MOST_QUOTIENTS, size_of
from footrule.compile.keys import OverList, Scope
from footrule.compile.same_values import named
from footrule.compile.value import Amount, Coded, Lacking, Moment, NotCompiled, Sequence, Truth, Value, Words
from footrule.model import expression as model
from footrule.model.expression import Quantifier

if TYPE_CHECKING:
    from footrule.compile.expressions import Expressions


class Gathered(Protocol):
    """The three pieces of code of what runs over a list."""

    def begin(self) -> None:
        """The variables before the first element."""
        ...

    def element(self, inner: Scope, raw: str, *, may_stop: bool) -> None:
        """What is done with an element, which stands `raw` in the list; the loop `may_stop` if it is nobody else's."""
        ...

    def end(self, listed: Sequence) -> Value:
        """What it came to, after the last."""
        ...


def gathered(made: Expressions, node: OverList, *, interval: bool) -> Gathered:
    """The code of a node that runs over a list."""
    match node:
        case model.Selection():
            return _Selected(made, node)
        case model.AggregateOver():
            return _Aggregated(made, node, interval=interval)
        case model.QuantifiedOver(_, _, Quantifier.EXACTLY_ONE):
            return _ExactlyOne(made, node)
        case model.QuantifiedOver():
            return _Quantified(made, node)


class _Selected:
    """`those ... where`: not known if the condition is not, for any element."""

    def __init__(self, made: Expressions, node: model.Selection) -> None:
        self._made = made
        self._node = node
        self._list = made.write.name()
        self._lacks = ""

    def begin(self) -> None:
        """No elements yet."""
        self._made.write.line(f"{self._list} = []")
        self._lacks = self._made.write.let("False")

    def element(self, inner: Scope, raw: str, *, may_stop: bool) -> None:
        """An element that is kept."""
        write = self._made.write
        kept = self._made.settled(inner, self._node.condition)
        write.line(f"if {kept.code}: {self._list}.append({raw})")
        if kept.may_lack:
            write.line(f"elif {kept.code} is None: {self._lacks} = True")

    def end(self, listed: Sequence) -> Sequence:
        """The list."""
        lacks = self._lacks if not listed.may_lack else f"{self._lacks} or {listed.code} is None"
        self._made.write.line(f"if {lacks}: {self._list} = None")
        return Sequence(self._list, True, listed.element)


class _Quantified:
    """`every`, `some`, `no`, by Kleene's tables."""

    def __init__(self, made: Expressions, node: model.QuantifiedOver) -> None:
        self._made = made
        self._node = node
        self._result = made.write.name()
        self._begun = "False" if node.quantifier is Quantifier.SOME else "True"
        """What it is without elements."""
        self._met = "True" if node.quantifier is Quantifier.SOME else "False"
        """What one element can make it."""
        self._deciding = "False" if node.quantifier is Quantifier.EVERY else "True"
        """What an element has to be for that."""
        self._may_lack = False

    def begin(self) -> None:
        """As it is without elements."""
        self._made.write.line(f"{self._result} = {self._begun}")

    def element(self, inner: Scope, raw: str, *, may_stop: bool) -> None:
        """An element that may decide it."""
        write, node = self._made.write, self._node
        if node.condition is None:
            self._held(self._made.settled(inner, node.asserted), may_stop=may_stop)
            return
        kept = self._made.settled(inner, node.condition)
        with write.block(f"if {kept.code}:", proven=kept.proves):
            self._held(self._made.settled(inner, node.asserted), may_stop=may_stop)
        if kept.may_lack:
            with write.block(f"elif {kept.code} is None:"):
                held = self._made.settled(inner, node.asserted)
                other = "True" if self._deciding == "False" else "False"
                write.line(
                    f"if {held.code} is not {other} and {self._result} is not {self._met}: {self._result} = None"
                )
            self._may_lack = True

    def _held(self, held: Truth, *, may_stop: bool) -> None:
        write, result = self._made.write, self._result
        decides = (
            held.code if self._deciding == "True" else f"{held.code} is False" if held.may_lack else f"not {held.code}"
        )
        write.line(f"if {decides}: {result} = {self._met}" + ("; break" if may_stop else ""))
        if held.may_lack:
            write.line(f"elif {held.code} is None and {result} is not {self._met}: {result} = None")
            self._may_lack = True

    def end(self, listed: Sequence) -> Truth:
        """Its outcome."""
        if listed.may_lack:
            self._made.write.line(f"if {listed.code} is None: {self._result} = None")
        return Truth(self._result, self._may_lack or listed.may_lack)


class _ExactlyOne:
    """`exactly one`."""

    def __init__(self, made: Expressions, node: model.QuantifiedOver) -> None:
        self._made = made
        self._node = node
        self._certain, self._open = made.write.name(), made.write.name()

    def begin(self) -> None:
        """None yet."""
        self._made.write.line(f"{self._certain} = 0")
        self._made.write.line(f"{self._open} = False")

    def element(self, inner: Scope, raw: str, *, may_stop: bool) -> None:
        """One that holds, or may."""
        write, node = self._made.write, self._node
        kept = Truth("True", False) if node.condition is None else self._made.truth(inner, node.condition)
        with write.block(f"if {kept.code} is not False:"):
            held = self._made.settled(inner, node.asserted)
            write.line(f"if {kept.code} and {held.code}: {self._certain} += 1")
            write.line(f"elif {held.code} is not False: {self._open} = True")

    def end(self, listed: Sequence) -> Truth:
        """Whether it is one."""
        code = f"False if {self._certain} > 1 else None if {self._open} else {self._certain} == 1"
        if listed.may_lack:
            code = f"None if {listed.code} is None else {code}"
        return Truth(self._made.write.let(code), True)


class _Aggregated:
    """`sum`, `count`, `min`, `max`, `mean`, `distinct`: not known where a filter or an element is not."""

    def __init__(self, made: Expressions, node: model.AggregateOver, *, interval: bool) -> None:
        if node.name not in ("count", "distinct", "sum", "mean", "min", "max"):
            raise NotCompiled(node.written)
        self._made = made
        self._node = node
        self._interval = interval
        names = ("code", "size", "low", "high", "many", "exact", "lacks")
        self._names = {one: made.write.name() for one in names}
        self._may_lack = False
        self._whole = False
        self._exact = ""
        self._positive = False
        self._factors, self._quotients = 1, 0

    def begin(self) -> None:
        """The variables before the first element."""
        write, names = self._made.write, self._names
        write.line(f"{names['lacks']} = False")
        if self._node.name == "distinct":
            write.line(f"{names['code']} = set()")
        elif self._node.name == "count":
            write.line(f"{names['code']} = 0")
        elif self._node.name in ("min", "max"):
            write.line(f"{names['code']} = {names['low']} = {names['high']} = {names['exact']} = None")
            write.line(f"{names['size']} = 0")
        else:
            ends = f"{names['low']} = {names['high']} = " if self._interval else ""
            many = f"{names['many']} = "
            write.line(f"{names['code']} = {names['size']} = {ends}{many}0")

    def element(self, inner: Scope, raw: str, *, may_stop: bool) -> None:
        """An element that is counted or added."""
        write, node = self._made.write, self._node
        if node.condition is None:
            self._taken(inner)
            return
        kept = self._made.settled(inner, node.condition)
        with write.block(f"if {kept.code}:", proven=kept.proves):
            self._taken(inner)
        if kept.may_lack:
            write.line(f"elif {kept.code} is None: {self._names['lacks']} = True")
            self._may_lack = True

    def _taken(self, inner: Scope) -> None:
        write, node = self._made.write, self._node
        if node.name in ("count", "distinct"):
            value = self._made.value(inner, node.element)
            if isinstance(value, Lacking):
                write.line(f"{self._names['lacks']} = True")
                self._may_lack = True
                return
            self._unless_it_lacks(value, lambda: self._counted(value))
            return
        amount = self._made.amount(inner, node.element, interval=self._interval)
        self._whole = amount.whole
        self._exact = amount.exactly if amount.rounded_once and node.name in ("min", "max") else ""
        self._unless_it_lacks(amount, lambda: self._added(amount))

    def _unless_it_lacks(self, value: Value, take: object) -> None:
        assert callable(take)
        write = self._made.write
        if not value.may_lack:
            take()
            return
        self._may_lack = True
        with write.block(f"if {value.code} is None:"):
            write.line(f"{self._names['lacks']} = True")
        with write.block("else:"):
            take()

    def _counted(self, value: Value) -> None:
        name = self._names["code"]
        one = f"{name} += 1" if self._node.name == "count" else f"{name}.add({_told_apart(self._made, value)})"
        self._made.write.line(one)

    def _added(self, amount: Amount) -> None:
        write, names = self._made.write, self._names
        if self._node.name in ("min", "max"):
            self._extreme(amount)
            return
        write.line(f"{names['code']} += {amount.code}")
        self._positive = amount.positive
        self._factors, self._quotients = amount.factors, amount.quotients
        if amount.quotients:
            write.line(f"{names['many']} += 1")
        if not amount.positive:
            write.line(f"{names['size']} += {size_of(amount)}")
        if self._interval:
            write.line(f"{names['low']} += {amount.low}")
            write.line(f"{names['high']} += {amount.high}")
        if self._node.name == "mean" and not amount.quotients:
            write.line(f"{names['many']} += 1")

    def _extreme(self, amount: Amount) -> None:
        write, names, pick = self._made.write, self._names, self._node.name
        below = "<" if pick == "min" else ">"
        best, exact = names["code"], names["exact"]
        if self._exact:
            write.line(f"if {best} is None or {amount.code} {below} {best}: {exact} = {self._exact}")
            write.line(f"elif {amount.code} == {best}: {exact} = {pick}({exact}, {self._exact})")
        parts = [("code", amount.code), *([("low", amount.low), ("high", amount.high)] if self._interval else [])]
        for part, code in parts:
            write.line(f"if {names[part]} is None or {code} {below} {names[part]}: {names[part]} = {code}")
        write.line(f"{names['size']} = max({names['size']}, {size_of(amount)})")

    def end(self, listed: Sequence) -> Amount:
        """What it came to."""
        write, names, kind = self._made.write, self._names, self._node.name
        lacks = ([f"{listed.code} is None"] if listed.may_lack else []) + ([names["lacks"]] if self._may_lack else [])
        if kind == "distinct":
            write.line(f"{names['code']} = len({names['code']})")
        if lacks:
            write.line(f"if {' or '.join(lacks)}: {names['code']} = None")
        if kind in ("count", "distinct"):
            code = names["code"]
            return Amount(code, bool(lacks), code, code, code, whole=True, exactly=code, positive=True)
        if self._quotients and kind in ("sum", "mean"):
            write.doubt(f"if {names['many']} > {MOST_QUOTIENTS // self._quotients}: ")
        if kind == "mean":
            self._mean()
        ends = (names["low"], names["high"]) if self._interval else ("", "")
        whole = self._whole and kind != "mean"
        exactly = names["code"] if whole else names["exact"] if self._exact else ""
        size = names["code"] if self._positive else names["size"]
        may_lack = bool(lacks) or kind != "sum"
        found = Amount(names["code"], may_lack, size, *ends, whole=whole, exactly=exactly, positive=self._positive)
        quotients = MOST_QUOTIENTS if self._quotients and kind in ("sum", "mean") else self._quotients
        return replace(found, factors=self._factors, quotients=quotients)

    def _mean(self) -> None:
        write, names = self._made.write, self._names
        with write.block(f"if not {names['many']}:"):
            write.line(f"{names['code']} = None")
        with write.block(f"elif {names['code']} is not None:"):
            for part in ("code", *(() if self._positive else ("size",)), *(("low", "high") if self._interval else ())):
                write.line(f"{names[part]} /= {names['many']}")


def _told_apart(made: Expressions, value: Value) -> str:
    """Code for what tells a value from others."""
    match value:
        case Words():
            return value.code
        case Coded():
            return named(made, value)
        case Moment():
            return f"{value.code}.moment"
        case _:
            raise NotCompiled("distinct quantities")
