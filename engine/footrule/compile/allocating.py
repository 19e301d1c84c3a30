"""The allocation rules of a standard in generated code: which of them covers a process, and how its burdens are shared.

Each way to allocate becomes a function that gathers, of one process, what `sharing` needs: by class the outputs that
bear something with the values of their keys, the class of each burden, what is metered apart, what is credited. What
the interpreter would not know raises NotRecomputedError, what floating point leaves open TooCloseError (`lacking`).
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from footrule.compile.amounts import size_of
from footrule.compile.expressions import Constants, Expressions
from footrule.compile.flows import FACTOR_OF_DIMENSION
from footrule.compile.keys import Scope
from footrule.compile.projection import Projection
from footrule.compile.structures import prepare
from footrule.compile.tables import Tables
from footrule.compile.value import Coded, NotCompiled, Sequence, Structure
from footrule.compile.writer import Writer
from footrule.inventory.partition import BEARS_NOTHING
from footrule.model import expression as model
from footrule.model.expression import Expression
from footrule.model.standard import (
    Allocation,
    AllocationKey,
    AllocationMethod,
    BurdenClass,
    Credit,
    Iteration,
    Standard,
    Subdivision,
)
from footrule.model.types import QuantityType, RecordType
from footrule.model.walk import below, expressions_in
from footrule.submission.document_form import DocumentForm
from footrule.submission.wire import WireList, WireObject

PROCESSES, PROCESS, RECOMPUTED = "processes", "p", "recomputed"


class Allocations:
    """Writes the functions of the allocations of one standard."""

    def __init__(
        self, standard: Standard, projection: Projection, tables: Tables, constants: Constants, form: DocumentForm
    ) -> None:
        self._standard = standard
        self._projection = projection
        self._tables = tables
        self._constants = constants
        self._form = form

    def functions(self) -> list[str]:
        """All functions, and `ALLOCATIONS`, by which they are found; none where one rule takes the interpreter."""
        try:
            prepare(self._projection, self._form, asked_of_recomputed(self._standard))
            written = [self._listing(), self._covering()]
        except NotCompiled:
            return []
        listed: list[str] = []
        for number, rule in enumerate(self._standard.allocations):
            methods: list[str] = []
            for place, method in enumerate(rule.methods):
                name = f"shared_{number}_{place}"
                try:
                    written.append(self._sharing(name, rule, method))
                except NotCompiled:
                    name = "None"
                methods.append(f"({method.name!r}, {name})")
            is_own = rule.standard == self._standard.id
            listed.append(f"    ({rule.id!r}, {is_own}, ({', '.join(methods)},)),")
        return [*written, "\n".join(["ALLOCATIONS = (", *listed, ")"])]

    def _listing(self) -> str:
        """`listing(document, study, questions)`: for each rule the processes that it runs over, None for all."""
        made = self._expressions()
        found: list[str] = []
        for rule in self._standard.allocations:
            source = rule.on_each.source
            if isinstance(source, model.SubmissionField) and source.name == PROCESSES:
                found.append("None")
                continue
            made.write.line(f"# {comment(rule.id)}")
            listed = made.sequence(Scope({}, _lets(rule)), source)
            _known(made, listed.code, may_lack=listed.may_lack)
            found.append(made.write.let(f"set(map(id, {listed.code}))"))
        _sure(made)
        made.write.line(f"return ({''.join(f'{one}, ' for one in found)})")
        return _text("def listing(document, study, questions):", made)

    def _covering(self) -> str:
        """`covering(document, study, questions, p, listed)`: the numbers of the rules that cover a process."""
        made = self._expressions()
        write, process = made.write, self._process(made)
        write.line("found = []")
        for number, rule in enumerate(self._standard.allocations):
            write.line(f"# {comment(rule.id)}")
            scope = Scope({rule.on_each.variable: process}, _lets(rule))
            with write.block(f"if listed[{number}] is None or id({PROCESS}) in listed[{number}]:"):
                if rule.on_each.condition is None and rule.when is None:
                    write.line(f"found.append({number})")
                    continue
                with _held(made, scope, rule.on_each.condition), _held(made, scope, rule.when):
                    write.line(f"found.append({number})  # {comment(rule.id)}")
        _sure(made)
        write.line("return found")
        return _text(f"def covering(document, study, questions, {PROCESS}, listed):", made)

    def _sharing(self, name: str, rule: Allocation, method: AllocationMethod) -> str:
        """How one way to allocate shares the burdens of a process."""
        made = self._expressions()
        scope = Scope({rule.on_each.variable: self._process(made)}, _lets(rule))
        made.write.line("classes, of_burden, credits = {}, {}, []")
        sharing = _Sharing(made, comment(rule.id), scope)
        for part in method.subdivisions:
            sharing.subdivided(part)
        for credit in method.credits:
            sharing.credited(credit)
        sharing.is_crediting = bool(method.credits)
        if method.credits:
            made.write.line("credited = {id(one[0]) for one in credits}")
        for one in method.classes:
            sharing.of_class(one)
        rest = next((one.name for one in method.classes if one.burdens is None), None)
        _sure(made)
        made.write.line(f"return classes, of_burden, {rest!r}, credits")
        return _text(f"def {name}(document, study, questions, {PROCESS}):  # {comment(rule.id)}", made)

    def _expressions(self) -> Expressions:
        root, study = Structure("document", False, self._form.root), Structure("study", True, self._form.study)
        made = Expressions(self._projection, self._tables, Writer(), root, study)
        made.constants = self._constants
        made.write.line("unsure = False")
        return made

    def _process(self, made: Expressions) -> Structure:
        attribute = made.reading.attribute_of(self._form.study, PROCESSES)
        if attribute is None or not isinstance(attribute.kind, WireList):
            raise NotCompiled("a form without processes")
        assert isinstance(attribute.kind.element, WireObject), "a process is an object"
        return Structure(PROCESS, False, attribute.kind.element.table)


class _Sharing:
    """Writes one function, part by part."""

    def __init__(self, made: Expressions, label: str, scope: Scope) -> None:
        self._made = made
        self._write = made.write
        self._label = label
        self._scope = scope
        self.is_crediting = False

    def subdivided(self, part: Subdivision) -> None:
        """Burdens that are metered apart: each is borne by the one output that it serves."""
        write = self._write
        with self._each(part.burdens, self._scope) as (burden, inner):
            taken = write.let(f"id({burden})")
            with write.block(f"if {taken} not in of_burden:"):
                served = write.let("[]")
                with self._each(part.outputs, inner) as (output, serving), self._bearing(serving, output):
                    write.line(f"{served}.append({output})")
                write.line(f"if len({served}) != 1: lacking(unsure)")
                write.line(f"of_burden[{taken}] = {taken}  # {self._label}")
                write.line(f"classes[{taken}] = alone({served}[0])")

    def credited(self, credit: Credit) -> None:
        """Outputs that replace something made elsewhere, each with what that emits for its amount."""
        write, made = self._write, self._made
        with _held(made, self._scope, credit.when), self._each(credit.outputs, self._scope) as (output, inner):
            factor = made.amount(inner, credit.factor)
            _known(made, factor.code, may_lack=factor.may_lack)
            place = _place_of_factor(credit.factor)
            write.line(
                f"credits.append(credit({output}, {place}, {factor.code}, {size_of(factor)}, unsure))  # {self._label}"
            )

    def of_class(self, one: BurdenClass) -> None:
        """A class of burdens: which it takes, and in what proportion its outputs bear them."""
        write = self._write
        keyed = write.let("[]")
        only = one.keys[0] if one.keys[0].when is None else None
        with self._each(one.outputs, self._scope) as (output, inner), self._bearing(inner, output):
            if only is None:
                write.line(f"{keyed}.append({output})")
            else:
                self._key(only, inner, output, keyed)
        if only is None:
            self._by_conditions(one, keyed)
        write.line(f"classes[{one.name!r}] = shares({keyed}, unsure)  # {self._label}")
        if one.burdens is not None:
            with self._each(one.burdens, self._scope) as (burden, _):
                write.line(f"of_burden.setdefault(id({burden}), {one.name!r})")

    def _by_conditions(self, one: BurdenClass, bearing: str) -> None:
        """The first key whose condition holds; it has to hold for all outputs or for none."""
        write = self._write
        write.line(f"if not {bearing}: lacking(unsure)")
        outputs = write.let(bearing)
        write.line(f"{bearing} = None")
        for key in one.keys:
            with write.block(f"if {bearing} is None:"):
                holds = write.let("set()")
                if key.when is not None:
                    with self._over(one.outputs, outputs) as (_, inner):
                        write.line(f"{holds}.add({_told(self._made, inner, key.when)})")
                    write.line(f"if len({holds}) > 1: lacking(unsure)")
                with write.block(f"if False not in {holds}:"):
                    write.line(f"{bearing} = []")
                    with self._over(one.outputs, outputs) as (output, inner):
                        self._key(key, inner, output, bearing)
        write.line(f"if {bearing} is None: lacking(unsure)")

    def _key(self, key: AllocationKey, inner: Scope, output: str, keyed: str) -> None:
        value = self._made.amount(inner, key.value)
        _known(self._made, value.code, may_lack=value.may_lack)
        self._write.line(f"{keyed}.append(({output}, {value.code}, {size_of(value)}))")

    @contextmanager
    def _each(self, iteration: Iteration, scope: Scope) -> Generator[tuple[str, Scope]]:
        """Within: the elements that an iteration lets through, by their variable, and the scope that has it."""
        listed = self._made.sequence(scope, iteration.source)
        _known(self._made, listed.code, may_lack=listed.may_lack)
        over = self._over(iteration, listed.code, scope, listed)
        with over as (element, inner), _held(self._made, inner, iteration.condition):
            yield element, inner

    @contextmanager
    def _over(
        self, iteration: Iteration, code: str, scope: Scope | None = None, listed: Sequence | None = None
    ) -> Generator[tuple[str, Scope]]:
        """Within: every element of a list."""
        listed = listed or self._made.sequence(self._scope, iteration.source)
        element = self._write.name("x")
        with self._write.block(f"for {element} in {code}:", element=element):
            value = self._made.element(listed, element)
            yield element, (scope or self._scope).with_element(iteration.variable, value)

    @contextmanager
    def _bearing(self, scope: Scope, output: str) -> Generator[None]:
        """Within: where an output bears burdens at all."""
        structure = next(one for one in scope.elements.values() if one.code == output)
        role = self._made.reading.field(structure, "role") if isinstance(structure, Structure) else structure
        if not isinstance(role, Coded) or role.names is None:
            raise NotCompiled("an output without a role")
        nothing = sorted(printed for printed, code in role.names.items() if code in BEARS_NOTHING)
        tests = [f"{role.code} != {printed!r}" for printed in nothing]
        tests += [f"id({output}) not in credited"] if self.is_crediting else []
        with self._write.block(f"if {' and '.join(tests)}:"):
            yield


def _known(made: Expressions, code: str, *, may_lack: bool) -> None:
    """What is not known ends the function."""
    if may_lack:
        made.write.line(f"if {code} is None: lacking(unsure)")


@contextmanager
def _held(made: Expressions, scope: Scope, condition: Expression | None) -> Generator[None]:
    """Within: where a condition holds."""
    if condition is None:
        yield
        return
    with made.write.block(f"if {_told(made, scope, condition)}:"):
        yield


def _told(made: Expressions, scope: Scope, condition: Expression) -> str:
    """Code for a condition that is known."""
    held = made.truth(scope, condition)
    if not held.may_lack:
        return held.code
    code = made.write.let(held.code)
    _known(made, code, may_lack=True)
    return code


def _sure(made: Expressions) -> None:
    """What is not sure ends the function."""
    if made.write.doubts:
        made.write.line("if unsure: lacking(unsure)")


def _text(head: str, made: Expressions) -> str:
    if made.asks_recomputed:
        raise NotCompiled("an allocation by what it comes to")
    return "\n".join([head, *made.write.lines()])


def _lets(rule: Allocation) -> dict[str, Expression]:
    return {one.name: one.value for one in rule.lets}


def _place_of_factor(factor: Expression) -> int:
    """The place among the emission factors of one that an expression comes to."""
    place = FACTOR_OF_DIMENSION.get(factor.type.dimension) if isinstance(factor.type, QuantityType) else None
    if place is None:
        raise NotCompiled(factor.written)
    return place


def asked_of_recomputed(standard: Standard) -> frozenset[str]:
    """The fields of the recomputed footprint that rules of a standard name."""
    nodes = (node for rule in standard.rules for part in expressions_in(rule) for node in below(part))
    recomputed = RecordType(RECOMPUTED)
    return frozenset(node.name for node in nodes if isinstance(node, model.FieldOf) and node.base.type == recomputed)


def comment(id: str) -> str:
    """An id in a comment: nothing in it ends the line."""
    return "".join(one if one.isalnum() or one in "._@+-" else "?" for one in id)
