"""The entrance of the room: a checked standard becomes a program, as the text of a Python module."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TypeGuard

from footrule.compile.allocating import Allocations
from footrule.compile.asking import Asking
from footrule.compile.cleanliness import Cleanliness
from footrule.compile.expressions import Expressions
from footrule.compile.keys import AT_FILE_LEVEL
from footrule.compile.projection import Projection
from footrule.compile.rules import Numbered, Rules
from footrule.compile.tables import Tables
from footrule.compile.value import NotCompiled, Structure
from footrule.compile.variables import sharing_names
from footrule.compile.writer import Writer
from footrule.model import expression as model
from footrule.model.expression import Expression
from footrule.model.standard import Standard
from footrule.model.walk import below, expressions_in
from footrule.submission.document_form import PROGRAMS_READ, DocumentForm
from footrule.submission.wire import AttributeTable


@dataclass(frozen=True, slots=True)
class Compiled:
    """A program as text, and what goes with it.

    `requirements` are the rule (by its place) and the number of each requirement of the program; `left` are the rules
    that the interpreter decides. `tables` are the names of those that the text looks something up in.
    """

    source: str
    requirements: tuple[tuple[int, int], ...]
    left: tuple[int, ...]
    tables: tuple[str, ...]
    asks_recomputed: bool


def compiled(standard: Standard, category: AttributeTable | None, form: DocumentForm = PROGRAMS_READ) -> Compiled:
    """The program of a standard over documents of a form; `category` is the table of the data that it declares."""
    tables = Tables(form.root, category)
    projection = Projection(category)
    root = projection.name_of(form.root)
    requirements, numbered = _numbered(standard)
    left = [one for one in numbered if not _can_be_compiled(one, projection, tables, form)]
    made = _expressions(projection, tables, form)
    _compute_first(made, standard)
    Rules(made).write_all([one for one in numbered if one not in left])
    decide = [_DECIDE, *sharing_names([*made.write.lines()])]
    allocations = Allocations(standard, projection, tables, made.constants, form)
    recomputing = allocations.functions() if made.asks_recomputed else []
    asking = Asking(projection, tables, made.constants, form).functions(one for one in numbered if one not in left)
    clean = Cleanliness(projection, tables).function(form.root)
    constants = [f"{name} = {made_by}" for made_by, name in made.constants.names.items()]
    parts = [
        _HEAD,
        *projection.classes,
        f"Document = {root}",
        "\n".join(constants),
        "\n".join(clean),
        "\n".join(decide),
        *recomputing,
        *asking,
    ]
    return Compiled(
        "\n\n\n".join(part for part in parts if part) + "\n",
        requirements,
        tuple(one.number for one in left),
        tuple(sorted(tables.used)),
        made.asks_recomputed,
    )


def _expressions(projection: Projection, tables: Tables, form: DocumentForm) -> Expressions:
    root, study = Structure("document", False, form.root), Structure("study", True, form.study)
    return Expressions(projection, tables, Writer(), root, study)


def _numbered(standard: Standard) -> tuple[tuple[tuple[int, int], ...], list[Numbered]]:
    """The requirements of a standard as the program numbers them, and its rules with their numbers."""
    requirements: list[tuple[int, int]] = []
    numbered: list[Numbered] = []
    for place, rule in enumerate(standard.rules):
        first = len(requirements)
        requirements += [(place, number) for number in range(1, len(rule.requirements) + 1)]
        numbered.append(Numbered(place, rule, tuple(range(first, len(requirements)))))
    return tuple(requirements), numbered


def _can_be_compiled(one: Numbered, projection: Projection, tables: Tables, form: DocumentForm) -> bool:
    """Whether a rule can be compiled: it is tried by itself."""
    try:
        Rules(_expressions(projection, tables, form)).write_all([one])
    except NotCompiled:
        return False
    return True


_DECIDE = """\
def decide(document, study, attested, recomputed, questions, decided):
    not_applicable, broken, undetermined = decided.not_applicable, decided.broken, decided.undetermined
    awaiting, counted, left, left_all = decided.awaiting, decided.counted, decided.left.append, decided.left.extend
    unsure = False"""


_HEAD = '''"""Generated: the program of a standard. `is_clean` looks for what a reader would note, `decide` decides.

A variable is used again once what it held is needed no more; what decides a rule bears its id.
"""

from datetime import datetime
from fractions import Fraction
from typing import Annotated, Literal

from msgspec import Meta, Struct

Filled = Annotated[str, Meta(min_length=1)]
Object = dict[str, object]


class Measured(Struct, forbid_unknown_fields=True, gc=False):
    value: str
    unit: str'''


def _compute_first(made: Expressions, standard: Standard) -> None:
    """What many rules use is computed before the first of them: fields that no list holds, and definitions."""
    fields: Counter[int] = Counter()
    nodes: dict[int, Expression] = {}
    definitions: dict[str, Expression] = {}
    for rule in standard.rules:
        for part in expressions_in(rule):
            for node in below(part):
                if isinstance(node, model.Definition):
                    definitions.setdefault(node.name, node)
                elif _is_path_of_document(node):
                    key = made.keys.of(AT_FILE_LEVEL, node)
                    fields[key] += 1
                    nodes[key] = node
    for key, many in fields.items():
        if many > 1 and _is_compiled(made, nodes[key]):
            made.value(AT_FILE_LEVEL, nodes[key])
    for definition in definitions.values():
        if _is_compiled(made, definition):
            made.computed_first(definition)


def _is_compiled(made: Expressions, node: Expression) -> bool:
    """Whether an expression by itself can be compiled."""
    try:
        made.tried().value(AT_FILE_LEVEL, node)
    except NotCompiled:
        return False
    return True


def _is_path_of_document(node: object) -> TypeGuard[Expression]:
    while isinstance(node, model.FieldOf):
        node = node.base
    return isinstance(node, model.SubmissionField)
