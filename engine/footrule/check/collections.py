"""What runs over lists, and what is called: quantifiers, selections, aggregates, builtins."""

from __future__ import annotations

from collections.abc import Callable

from footrule.builtins import ALL
from footrule.check import problems
from footrule.check.comparisons import Infer
from footrule.check.scope import Scope
from footrule.measure.dimension import NUMBER
from footrule.model import expression as model
from footrule.model.builtin import Builtin, ParameterType, SameDimension
from footrule.model.types import TRUTH, InstantType, ListType, QuantityType, TextType, Type
from footrule.syntax import expression_tree as tree
from footrule.text.wording import worded

Condition = Callable[[Scope, tree.Expression], model.Expression | None]
AGGREGATES = ("sum", "count", "min", "max", "mean", "distinct")


def list_source(scope: Scope, node: tree.Expression, infer: Infer) -> tuple[model.Expression, Type] | None:
    """A list and the type of its elements."""
    source = infer(scope, node, None)
    if source is None:
        return None
    if not isinstance(source.type, ListType) or source.type.element is None:
        scope.file.sink.add(problems.wrong_type(scope.file.source, node.span, source.type, "a list", "列表"))
        return None
    return source, source.type.element


def _ranged(
    scope: Scope, node: tree.Those | tree.Quantified | tree.Aggregate, infer: Infer
) -> tuple[Scope, model.Expression | None]:
    """The scope within which the variable runs over a list; with a mistake in the list, one where it is broken."""
    listed = list_source(scope, node.source, infer)
    if listed is None:
        return scope.having(node.variable, node.variable_span, None), None
    return scope.having(node.variable, node.variable_span, listed[1]), listed[0]


def those(scope: Scope, node: tree.Those, infer: Infer, condition: Condition) -> model.Expression | None:
    """`those x in list where condition`."""
    inner, source = _ranged(scope, node, infer)
    kept = condition(inner, node.condition)
    if source is None or kept is None:
        return None
    return model.Selection(source.type, scope.file.written(node.span), node.variable, source, kept)


def quantified(scope: Scope, node: tree.Quantified, infer: Infer, condition: Condition) -> model.Expression | None:
    """`every x in list where condition satisfies asserted`."""
    inner, source = _ranged(scope, node, infer)
    kept = condition(inner, node.condition) if node.condition is not None else None
    asserted = condition(inner, node.asserted)
    if source is None or asserted is None or (node.condition is not None and kept is None):
        return None
    quantifier = model.Quantifier(node.quantifier)
    return model.QuantifiedOver(TRUTH, scope.file.written(node.span), quantifier, node.variable, source, kept, asserted)


def aggregate(scope: Scope, node: tree.Aggregate, infer: Infer, condition: Condition) -> model.Expression | None:
    """`sum(element for x in list where condition)`."""
    inner, source = _ranged(scope, node, infer)
    kept = condition(inner, node.condition) if node.condition is not None else None
    element = infer(inner, node.element, None)
    file = scope.file
    if node.name not in AGGREGATES:
        file.sink.add(problems.unknown_builtin(file.source, node.name_span, node.name, AGGREGATES))
        return None
    if source is None or element is None or (node.condition is not None and kept is None):
        return None
    counts = node.name in ("count", "distinct")
    ordered = node.name in ("min", "max") and isinstance(element.type, InstantType)
    if not (counts or ordered or isinstance(element.type, QuantityType)):
        file.sink.add(problems.wrong_type(file.source, node.element.span, element.type, "a quantity", "数量"))
        return None
    kind: Type = QuantityType(NUMBER) if counts else element.type
    return model.AggregateOver(kind, file.written(node.span), node.name, node.variable, element, source, kept)


def call(scope: Scope, node: tree.Call, infer: Infer) -> model.Expression | None:
    """`name(arguments)`."""
    file = scope.file
    builtin = ALL.get(node.name)
    if builtin is None:
        for argument in node.arguments:
            infer(scope, argument, None)
        if node.name in AGGREGATES:
            file.sink.add(problems.runs_over_a_list(file.source, node.span, node.name))
            return None
        file.sink.add(problems.unknown_builtin(file.source, node.name_span, node.name, (*ALL, *AGGREGATES)))
        return None
    form = builtin.form(len(node.arguments))
    wanted: tuple[ParameterType | None, ...] = form if form is not None else (None,) * len(node.arguments)
    arguments = [
        infer(scope, argument, None if isinstance(parameter, SameDimension) else parameter)
        for argument, parameter in zip(node.arguments, wanted, strict=True)
    ]
    if form is None:
        counts = [len(builtin.parameters), *(len(one) for one in builtin.further)]
        file.sink.add(problems.wrong_argument_count(file.source, node.span, node.name, counts, len(arguments)))
        return None
    known = [argument for argument in arguments if argument is not None]
    if len(known) < len(arguments):
        return None
    pairs = zip(form, known, node.arguments, strict=True)
    fits = [_fits(scope, builtin, parameter, argument, place) for parameter, argument, place in pairs]
    if not all(fits):
        return None
    result = known[0].type if isinstance(builtin.result, SameDimension) else builtin.result
    return model.BuiltinCall(result, file.written(node.span), node.name, tuple(known))


_ITSELF = worded(
    "the text itself is written here, so that it can be checked before anything runs",
    "此处须直接写出文本，以便在运行前核对",
)


def _fits(
    scope: Scope, builtin: Builtin, parameter: ParameterType, argument: model.Expression, place: tree.Expression
) -> bool:
    file = scope.file
    if isinstance(parameter, SameDimension):
        if isinstance(argument.type, QuantityType):
            return True
        file.sink.add(problems.wrong_type(file.source, place.span, argument.type, "a quantity", "数量"))
        return False
    if argument.type != parameter:
        file.sink.add(problems.other_type(file.source, place.span, argument.type, parameter))
        return False
    if isinstance(parameter, TextType) and builtin.accepts is not None:
        literal = argument.value if isinstance(argument, model.Constant) else None
        if not isinstance(literal, str):
            wanted = ("a quoted text", "带引号的文本")
            file.sink.add(problems.wrong_type(file.source, place.span, argument.type, *wanted, _ITSELF))
            return False
        if not builtin.accepts(literal):
            file.sink.add(problems.bad_text_argument(file.source, place.span, builtin.name, literal))
            return False
    return True
