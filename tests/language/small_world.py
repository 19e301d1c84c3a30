"""A vocabulary made for tests of what the language means: every kind of field, in places where they can be missing.

`world(...)` makes a footprint of it from plain Python: numbers are texts, as a file prints them, and what is not
mentioned is missing. Amounts of money say their currency: `"5 CNY"`.
"""

from __future__ import annotations

from collections.abc import Mapping

from footrule.check.expressions import infer
from footrule.check.from_syntax import check
from footrule.check.scope import FileScope, Scope
from footrule.check.vocabulary import Vocabulary
from footrule.evaluate.context import Context
from footrule.evaluate.evidence import Evidence, shown_value
from footrule.evaluate.expressions import evaluate
from footrule.evaluate.interpreter import Interpreter
from footrule.evaluate.judgement import Judgement
from footrule.evaluate.values import Result, Unknown
from footrule.factors.database import shipped_factors
from footrule.measure.decimal import read_decimal
from footrule.measure.dimension import MONEY
from footrule.measure.instant import read_instant
from footrule.measure.quantity import printed, zero
from footrule.measure.unit import PERCENT, Unit, read_unit
from footrule.model.standard import Standard
from footrule.submission import vocabulary as declared
from footrule.submission.element import (
    Attestation,
    Code,
    Element,
    Items,
    Moment,
    Number,
    Record,
    Text,
    Truth,
    Unusable,
)
from footrule.submission.factor_vocabulary import FACTOR_CODES, FACTOR_RECORD
from footrule.syntax.parse import parse, parse_expression
from footrule.text.diagnostic import Diagnostic, Sink
from footrule.text.source import Source, Span
from footrule.text.wording import worded
from tests.language.blocks import HEAD, RULE_HEAD, NoLibrary

Plain = str | bool | None | list["Plain"] | dict[str, "Plain"]
"""A value of a footprint; None stands for one that is there and cannot be used."""


def _unit(symbol: str) -> Unit:
    unit = read_unit(symbol)
    assert unit is not None
    return unit


_KG, _KG_CO2E = declared.NumberField(_unit("kg")), declared.NumberField(_unit("kg CO2e"))
_MONEY = declared.NumberField(zero(MONEY).unit)
_COUNT, _SHARE = declared.NumberField(_unit("1")), declared.NumberField(PERCENT)
_MEANING = worded("for tests", "供测试用")


def _shape(shape: str, /, **kinds: declared.FieldKind) -> declared.RecordShape:
    return declared.RecordShape(shape, tuple(declared.Field(field, kind, _MEANING) for field, kind in kinds.items()))


_TEXT, _MJ = declared.TextField(), declared.NumberField(_unit("MJ"))
_PART = _shape("part", mass=_KG, name=_TEXT)
_FLOW = _shape(
    "flow",
    mass=_KG,
    name=_TEXT,
    kind=declared.CodeField("flow_kind"),
    measured=declared.TruthField(),
    on=declared.InstantField(),
    parts=declared.ListField(declared.RecordField("part")),
)
_INPUT = _shape("input", id=_TEXT, serves=_TEXT, mass=_KG, energy=_MJ, supplier=declared.RecordField("part"))
_OUTPUT = _shape("output", id=_TEXT, role=declared.CodeField("role"), mass=_KG, energy=_MJ)
_EMISSION = _shape("emission", gas=declared.CodeField("gas", open=True), amount=_KG)
_PROCESS = _shape(
    "process",
    id=_TEXT,
    technology=declared.CodeField("technology", open=True),
    inputs=declared.ListField(declared.RecordField("input")),
    outputs=declared.ListField(declared.RecordField("output")),
    emissions=declared.ListField(declared.RecordField("emission")),
)
_FOOTPRINT = _shape(
    "footprint",
    holds=declared.TruthField(),
    broken=declared.TruthField(),
    unknown=declared.TruthField(),
    mass=_KG,
    other_mass=_KG,
    carbon=_KG,
    emission=_KG_CO2E,
    amount=_COUNT,
    share=_SHARE,
    price=_MONEY,
    other_price=_MONEY,
    prices=declared.ListField(_MONEY),
    word=declared.TextField(),
    words=declared.ListField(declared.TextField()),
    kind=declared.CodeField("flow_kind"),
    start=declared.InstantField(),
    end=declared.InstantField(),
    masses=declared.ListField(_KG),
    days=declared.ListField(declared.InstantField()),
    flows=declared.ListField(declared.RecordField("flow")),
    flow=declared.RecordField("flow"),
    preceding_ids=declared.ListField(_TEXT),
    energy=_MJ,
    volume=declared.NumberField(_unit("m3")),
    gas_volume=declared.NumberField(_unit("Nm3")),
    heating_value=declared.NumberField(_unit("MJ/kg")),
    emission_factor=declared.NumberField(_unit("kg CO2e/kg")),
    technology=declared.CodeField("technology", open=True),
    technologies=declared.ListField(declared.CodeField("technology", open=True)),
    category=declared.RecordField("category"),
    processes=declared.ListField(declared.RecordField("process")),
)
SMALL = Vocabulary(
    {
        one.name: one
        for one in (
            _FOOTPRINT,
            _FLOW,
            _PART,
            _PROCESS,
            _INPUT,
            _OUTPUT,
            _EMISSION,
            declared.RecordShape("category", ()),
            FACTOR_RECORD,
        )
    },
    {
        one.name: one
        for one in (
            declared.plain_codes("flow_kind", "product", "waste", "resource"),
            declared.plain_codes("role", "main", "additional", "waste"),
            declared.plain_codes("technology", "membrane", "mercury"),
            declared.plain_codes("gas", "CO2", "CH4"),
            declared.plain_codes("origin", "fossil", "biogenic"),
            declared.plain_codes("characterisation_set", "AR5", "AR6"),
            declared.plain_codes("factor_scope", "direct", "life_cycle", "generation_only", "upstream"),
            *FACTOR_CODES,
        )
    },
)


def world(**fields: Plain) -> Record:
    """A footprint; `holds` is true and `broken` false unless told otherwise."""
    return _record("", _FOOTPRINT, {"holds": True, "broken": False, **fields})


def _record(pointer: str, shape: declared.RecordShape, fields: Mapping[str, Plain]) -> Record:
    kinds = {field.name: field.kind for field in shape.fields}
    elements = {name: _element(f"{pointer}/{name}", kinds[name], value) for name, value in fields.items()}
    return Record(pointer, shape.name, elements, {})


def _element(pointer: str, kind: declared.FieldKind, value: Plain) -> Element:
    match kind, value:
        case _, None:
            return Unusable(pointer, "I0104")
        case declared.NumberField(unit), str(text):
            digits, _, currency = text.partition(" ")
            number = read_decimal(digits)
            assert number is not None
            return Number(pointer, printed(number, _unit(currency) if currency else unit), digits)
        case declared.TextField(), str(text):
            return Text(pointer, text)
        case declared.TruthField(), bool(yes):
            return Truth(pointer, yes)
        case declared.CodeField(), str(code):
            return Code(pointer, code, code)
        case declared.InstantField(), str(text):
            instant = read_instant(text if "T" in text else f"{text}T00:00:00Z")
            assert instant is not None
            return Moment(pointer, instant, text)
        case declared.ListField(element), list(values):
            return Items(pointer, tuple(_element(f"{pointer}/{at}", element, one) for at, one in enumerate(values)))
        case declared.RecordField(shape), dict(fields):
            return _record(pointer, SMALL.records[shape], fields)
        case _:
            raise AssertionError(f"{value!r} is no {kind}")


def value_of(expression: str, footprint: Record, predecessor: Record | None = None, *, kept: bool = True) -> Result:
    """What an expression comes to on a footprint; `kept` is whether anybody looks at the evidence."""
    sink = Sink()
    source = Source("test", expression)
    tree = parse_expression(source, Span(0, len(expression)), sink)
    assert tree is not None, list(sink)
    scope = Scope(FileScope(source, sink, SMALL), {})
    checked = infer(scope, tree)
    assert checked is not None, list(sink)
    evidence = Evidence(kept=kept)
    return evaluate(Context(footprint, predecessor, {}, {}, evidence, evaluate, shipped_factors()), checked)


def checked_file(text: str) -> tuple[Standard | None, tuple[Diagnostic, ...]]:
    """A whole file of the small world, and what is wrong with it."""
    sink = Sink()
    tree = parse(Source("test.pcr", text), sink)
    standard = None if tree is None else check(tree, SMALL, NoLibrary(), sink)
    return standard, tuple(sink)


def standard_of(text: str) -> Standard:
    """A standard for the small world; a text without `rule` is the body of one."""
    standard, diagnostics = checked_small(text)
    assert standard is not None, diagnostics
    return standard


def checked_small(text: str) -> tuple[Standard | None, tuple[Diagnostic, ...]]:
    """A standard for the small world, and what is wrong with it."""
    return checked_file(HEAD + (text if "rule " in text else RULE_HEAD + text))


def judged(
    text: str, footprint: Record, predecessor: Record | None = None, attestations: tuple[Attestation, ...] = ()
) -> list[Judgement]:
    """What every requirement of a standard comes to."""
    return list(Interpreter().judge(standard_of(text), footprint, predecessor, attestations))


def outcomes(
    text: str, footprint: Record, predecessor: Record | None = None, attestations: tuple[Attestation, ...] = ()
) -> list[str]:
    """What every requirement comes to, in words: the outcome, or why it is undetermined."""
    return [
        (one.reason.value if one.reason is not None else one.outcome.value)
        for one in judged(text, footprint, predecessor, attestations)
    ]


YES, NO, LACKS = True, False, None
"""How the tables write what a condition comes to: true, false, not known."""


def truth(expression: str, footprint: Record, *, kept: bool = True) -> bool | None:
    """Whether a condition holds on a footprint, or None where it is not known; `kept` as of `value_of`."""
    value = value_of(expression, footprint, kept=kept)
    assert isinstance(value, bool | Unknown), value
    return None if isinstance(value, Unknown) else value


def shown(expression: str, footprint: Record) -> str | None:
    """What an expression comes to, as a person reads it, or None where it is not known."""
    value = value_of(expression, footprint)
    return None if isinstance(value, Unknown) else shown_value(value)
