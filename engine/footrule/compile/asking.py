"""The rows of the factor database that a rule has read, in generated code: a report names their tables.

The interpreter keeps evidence, and then goes through all of a condition, so that the form of a rule says which
questions it puts: those of every part; of a choice, those of the branch that is taken; of a list, those on the elements
that a condition lets through. Each rule that asks becomes a function that runs through what decides whether a question
is put, and collects the rows that answer. It is for rules that hold or do not apply: what makes a rule undetermined is
passed over. What is not sure raises TooCloseError (see `lacking` in `sharing`), and is for the interpreter.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager, nullcontext
from typing import cast

from footrule.compile import conditions, truths
from footrule.compile.amounts import lacking, printed
from footrule.compile.expressions import Constants, Expressions
from footrule.compile.keys import AT_FILE_LEVEL, OverList, Scope
from footrule.compile.projection import Projection
from footrule.compile.rules import Numbered, begun, label, scope_of
from footrule.compile.tables import Tables
from footrule.compile.value import NotCompiled, Structure, Truth
from footrule.compile.writer import Block, Writer
from footrule.evaluate.questions import LIKE, QUESTIONS
from footrule.model import expression as model
from footrule.model.expression import Expression, Quantifier
from footrule.model.standard import Asserted, Requirement, Rule
from footrule.model.types import RecordType
from footrule.model.walk import below, children, expressions_in, lets_used
from footrule.submission.document_form import DocumentForm

_ALWAYS = Truth("True", False)


class Asking:
    """Writes the functions of the rules of one standard that ask the factor database."""

    def __init__(self, projection: Projection, tables: Tables, constants: Constants, form: DocumentForm) -> None:
        self._projection = projection
        self._tables = tables
        self._constants = constants
        self._form = form

    def functions(self, rules: Iterable[Numbered]) -> list[str]:
        """The functions, and `ASKING`, by which they are found: by the places of the rules in their standard.

        A rule that is not among them takes the interpreter.
        """
        written: dict[int, str] = {}
        for one in rules:
            if any(map(_is_question, _nodes(expressions_in(one.rule)))):
                try:
                    written[one.number] = self._function(one)
                except NotCompiled:
                    continue
        found = ", ".join(f"{place}: asked_{place}" for place in written)
        return [*written.values(), f"ASKING = {{{found}}}"] if written else []

    def _function(self, one: Numbered) -> str:
        """`asked(document, study, recomputed, questions, found)`: the rows are appended to `found`."""
        root, study = Structure("document", False, self._form.root), Structure("study", True, self._form.study)
        made = Expressions(self._projection, self._tables, Writer(), root, study)
        made.constants = self._constants
        begin = Block("")
        made.write.line_block(begin)
        _Asked(made, one.rule).of_rule()
        if made.write.doubts:
            begin.items.append("unsure = False")
            made.write.line("if unsure: lacking(unsure)")
        head = f"def asked_{one.number}(document, study, recomputed, questions, found):  # {label(one)}"
        return "\n".join([head, *made.write.lines()] if any(made.write.lines()) else [head, "    pass"])


class _Asked:
    """Writes one function, part by part. Raises NotCompiled where the rule takes the interpreter."""

    def __init__(self, made: Expressions, rule: Rule) -> None:
        self._made = made
        self._write = made.write
        self._rule = rule
        asking = (one for one in rule.lets if any(map(_is_question, _nodes(_with_lets(one.value, rule)))))
        self._lets = frozenset(one.name for one in asking)

    def of_rule(self) -> None:
        """Of each element that the rule applies to; those that its `where` passes over leave no evidence."""
        scope, iteration = scope_of(self._rule), self._rule.for_each
        if iteration is None:
            self._on_element(scope)
            return
        if self._asks(iteration.source):
            raise NotCompiled("a list that is asked for, which leaves evidence where no element is left")
        listed, element = self._made.sequence(scope, iteration.source), self._write.name("x")
        with self._write.block(f"for {element} in {listed.code} or ():", element=element):
            inner = scope.with_element(iteration.variable, self._made.element(listed, element))
            with self._where(inner, iteration.condition):
                self._put(inner, iteration.condition, holds=True)
                self._on_element(inner)

    def _on_element(self, scope: Scope) -> None:
        rule = self._rule
        asking = [one for one in rule.requirements if any(map(self._asks, _asked_parts(one)))]
        if rule.phase_in is not None:
            self._put(scope, rule.phase_in.against)
            with self._if(begun(self._made, scope, rule.phase_in)):
                self._where_it_applies(scope, asking)
        else:
            self._where_it_applies(scope, asking)

    def _where_it_applies(self, scope: Scope, asking: list[Requirement]) -> None:
        self._put(scope, self._rule.when)
        if not asking:
            return
        with self._where(scope, self._rule.when):
            for one in asking:
                self._put(scope, one.when)
                if isinstance(one, Asserted) and self._asks(one.asserted):
                    with self._where(scope, one.when):
                        self._put(scope, one.asserted, holds=one.modality != "may")

    def _asks(self, node: Expression | None) -> bool:
        """Whether a question stands in an expression, or in a name that it uses."""
        return node is not None and any(
            _is_question(one) or (isinstance(one, model.Local) and one.name in self._lets) for one in below(node)
        )

    def _put(self, scope: Scope, node: Expression | None, *, holds: bool = False) -> None:
        """The questions of an expression that is evaluated with evidence; `holds` where it is certain to be true."""
        if node is None or not self._asks(node):
            return
        key = (self._made.keys.of(scope, node), "asked")
        if self._write.find(key) is None:
            self._put_parts(scope, node, holds=holds)
            self._write.remember(key, _ALWAYS, sure=True)

    def _put_parts(self, scope: Scope, node: Expression, *, holds: bool) -> None:
        match node:
            case model.Local(_, _, name):
                self._put(scope, None if name in scope.elements else scope.lets[name], holds=holds)
            case model.Definition(_, _, _, value):
                self._put(AT_FILE_LEVEL, value, holds=holds)
            case model.BothOf(_, _, left, right):
                self._put(scope, left, holds=holds)
                self._put(scope, right, holds=holds)
            case model.BuiltinCall():
                self._call(scope, node)
            case model.Choice():
                self._choice(scope, node, holds=holds)
            case model.OneOf(_, _, left, members):
                self._put(scope, left)
                if any(map(self._asks, members)):
                    lacks = lacking(self._made.value(scope, left))
                    with self._write.block(f"if not ({lacks}):") if lacks else nullcontext():
                        for one in members:
                            self._put(scope, one)
            case model.PresenceOf(_, _, operand, _):
                self._presence(scope, operand)
            case model.AggregateOver() | model.QuantifiedOver() | model.Selection():
                self._over_list(scope, node, holds=holds)
            case model.AbsentTakenAs() | model.GivenWithin():
                raise NotCompiled("a question in a field that may be absent")
            case _:
                for one in cast("list[Expression]", children(node)):
                    self._put(scope, one)

    def _call(self, scope: Scope, node: model.BuiltinCall) -> None:
        """A call with its arguments: the row that answers, or every row of a value."""
        for one in node.arguments:
            self._put(scope, one)
        if not _is_question(node):
            return
        value = self._made.value(scope, node)
        if node.name == LIKE:
            of = self._made.amount(scope, node.arguments[0])
            known = f"if {of.code} is not None: " if of.may_lack else ""
            self._write.line(f"{known}found.extend(questions.alike({printed(of)}))")
        else:
            self._write.line(f"if {value.code} is not None: found.append({value.code}.factor)")

    def _choice(self, scope: Scope, node: model.Choice, *, holds: bool) -> None:
        self._put(scope, node.condition)
        asked = self._made.settled(scope, node.condition)
        if self._asks(node.then):
            with self._if(asked):
                self._put(scope, node.then, holds=holds)
        if self._asks(node.otherwise):
            refuted = f"{asked.code} is False" if asked.may_lack else f"not {asked.code}"
            with self._write.block(f"if {refuted}:", proven=asked.refutes):
                self._put(scope, node.otherwise, holds=holds)

    def _presence(self, scope: Scope, node: Expression) -> None:
        """Whether something is given is found without evidence, except of the row that is asked for by a call."""
        match node:
            case model.Local(_, _, name) if name not in scope.elements:
                self._presence(scope, scope.lets[name])
            case model.Definition(_, _, _, value):
                self._presence(AT_FILE_LEVEL, value)
            case model.FieldOf(_, _, model.BuiltinCall() as base, _):
                with self._if(truths.settled(self._made, conditions.presence(self._made, scope, base))):
                    self._put(scope, base)
            case model.BuiltinCall() if isinstance(node.type, RecordType):
                answered = truths.settled(self._made, conditions.presence(self._made, scope, node))
                with self._write.block(f"if {answered.code} is not None:"):
                    self._put(scope, node)
            case _:
                return

    def _over_list(self, scope: Scope, node: OverList, *, holds: bool) -> None:
        """What runs over a list: its source, and what is asked of each element."""
        self._put(scope, node.source)
        if not any(map(self._asks, _of_each(node))):
            return
        whole = _ALWAYS
        if isinstance(node, model.QuantifiedOver) and node.quantifier in _BREAKING and not holds:
            whole = truths.settled(self._made, self._made.truth(scope, node))
        listed, element = self._made.sequence(scope, node.source), self._write.name("x")
        with self._write.block(f"for {element} in {listed.code} or ():", element=element):
            inner = scope.with_element(node.variable, self._made.element(listed, element))
            match node:
                case model.Selection(condition=condition):
                    self._put(inner, condition)
                    kept = self._made.settled(inner, condition)
                    if kept.may_lack:
                        self._write.line(f"if {kept.code} is None: break")
                case model.AggregateOver(condition=condition, element=value):
                    self._put(inner, condition)
                    if self._asks(value):
                        with self._where(inner, condition):
                            self._put(inner, value)
                case model.QuantifiedOver():
                    self._quantified(inner, node, whole, holds=holds)

    def _quantified(self, inner: Scope, node: model.QuantifiedOver, whole: Truth, *, holds: bool) -> None:
        """An element of a quantifier; where an `every` or a `no` is false, of those alone that break it."""
        made, write = self._made, self._write
        kept = _ALWAYS if node.condition is None else truths.settled(made, made.truth(inner, node.condition))
        if whole is not _ALWAYS:
            held = truths.settled(made, made.truth(inner, node.asserted))
            breaks = f"{kept.code} and {held.code} is {_BREAKING[node.quantifier]}"
            write.line(f"if {whole.code} is False and not ({breaks}): continue")
        self._put(inner, node.condition)
        if self._asks(node.asserted):
            with write.block(f"if {kept.code} is not False:") if node.condition is not None else nullcontext():
                self._put(inner, node.asserted, holds=holds and node.quantifier is Quantifier.EVERY)

    @contextmanager
    def _where(self, scope: Scope, condition: Expression | None) -> Generator[None]:
        """Within: where a condition holds."""
        with self._if(_ALWAYS if condition is None else self._made.settled(scope, condition)):
            yield

    @contextmanager
    def _if(self, held: Truth) -> Generator[None]:
        if held.code == "True":
            yield
            return
        with self._write.block(f"if {held.code}:", proven=held.proves):
            yield


_BREAKING = {Quantifier.EVERY: "False", Quantifier.NO: "True"}
"""What an element that a quantifier is about has to come to, to make it false."""


def _is_question(node: model.Node) -> bool:
    return isinstance(node, model.BuiltinCall) and node.name in QUESTIONS


def _nodes(parts: Iterable[model.Node]) -> Iterable[model.Node]:
    return (node for part in parts for node in below(part))


def _with_lets(value: Expression, rule: Rule) -> list[model.Node]:
    """An expression with the lets that it uses."""
    return [value, *(one.value for one in lets_used([value], rule.lets))]


def _asked_parts(one: Requirement) -> list[Expression | None]:
    return [one.when, one.asserted if isinstance(one, Asserted) else None]


def _of_each(node: OverList) -> list[Expression | None]:
    """What is evaluated of each element."""
    return [getattr(node, name, None) for name in ("condition", "element", "asserted")]
