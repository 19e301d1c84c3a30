"""What a standard's text consists of, as written: one frozen node for each construct, each with its span."""

from __future__ import annotations

from datetime import date

from footrule.frozen import Frozen, dataclass
from footrule.measure.decimal import Printed
from footrule.syntax.clause_tree import ClausesNode
from footrule.syntax.example_tree import (
    AttestationNode,
    ById,
    ExampleNode,
    ExampleValue,
    PathNode,
    SetAmount,
    SetNode,
    WithoutNode,
)
from footrule.syntax.expression_tree import Expression
from footrule.syntax.written import Name, WordingNode
from footrule.text.source import Source, Span

__all__ = [
    "AttestationNode", "ById", "ExampleNode", "ExampleValue", "Name", "PathNode", "SetAmount", "SetNode",
    "WithoutNode", "WordingNode",
]  # fmt: skip
"""What is written in rooms of its own, and belongs to the tree."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Parent(Frozen):
    """A standard or library that is extended, by id and major version."""

    id: Name
    major: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Cover(Frozen):
    """A product code that the standard covers, by its scheme (cas, hs, cpc, urn)."""

    scheme: Name
    code: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AmountNode(Frozen):
    """A number with an optional unit, as written."""

    number: Printed
    unit: Name | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Header(Frozen):
    """The head of a file: what it is, its version, and what it says of itself."""

    kind: str
    id: Name
    version: Name
    title: WordingNode | None
    parents: tuple[Parent, ...]
    in_force_from: date | None
    in_force_until: date | None
    earlier_until: date | None
    covers: tuple[Cover, ...]
    declared_unit: AmountNode | None
    boundary: str | None
    repeated: tuple[Name, ...]
    """Header lines that were written twice, by their first word."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DocumentNode(Frozen):
    """A cited document: the name used in citations, its title and its edition."""

    name: Name
    title: WordingNode
    edition: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CodesNode(Frozen):
    """A closed list of codes."""

    name: Name
    codes: tuple[tuple[Name, WordingNode], ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CiteNode(Frozen):
    """A citation: the document's name and the clause."""

    document: Name
    clause: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ParameterNode(Frozen):
    """A named limit or choice, with where it comes from."""

    name: Name
    codes: Name | None
    value: Expression
    provisional: WordingNode | None
    cites: tuple[CiteNode, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SetParameterNode(Frozen):
    """`set parameter NAME = VALUE`: the value that a file gives to a parameter of what it extends."""

    name: Name
    value: Expression
    provisional: WordingNode | None
    cites: tuple[CiteNode, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DefineNode(Frozen):
    """A name for an expression: `define` in a file, `let` in a rule."""

    name: Name
    value: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SectionNode(Frozen):
    """A section heading; the rules after it belong to it."""

    number: str
    title: WordingNode
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ProseNode(Frozen):
    """`text "..."`: prose of the document of record that is no rule."""

    text: WordingNode


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DatumTypeNode(Frozen):
    """What a declared datum is: a word, or a quotient of them such as `mass / energy`, perhaps a list of such."""

    names: tuple[Name, ...]
    listed: bool
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OpenParameterNode(Frozen):
    """`parameter NAME: TYPE open "..."`: a limit or choice that those who extend the file have to set."""

    name: Name
    type: DatumTypeNode
    text: WordingNode


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DatumNode(Frozen):
    """One line of a `data` block; `when` says under which condition it is required."""

    name: Name
    type: DatumTypeNode
    unit: Name | None
    text: WordingNode | None
    required: bool
    when: Expression | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DataNode(Frozen):
    """`data`: what submitters of the category add."""

    data: tuple[DatumNode, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ForEach(Frozen):
    """`NAME in LIST where CONDITION`, of a `for each` or within an allocation."""

    name: Name
    source: Expression
    condition: Expression | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PhaseIn(Frozen):
    """`from DATE against INSTANT`: the rule applies to submissions whose named date is not before DATE."""

    day: date
    against: Expression
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RequirementNode(Frozen):
    """`shall` (or `should`, `may`) and what has to hold."""

    modality: str
    asserted: Expression
    when: Expression | None
    otherwise: WordingNode | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AttestedNode(Frozen):
    """`shall attested by WHOM using HOW`: a requirement that a person judges."""

    modality: str
    by: Name
    using: tuple[Name, ...]
    when: Expression | None
    otherwise: WordingNode | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RuleNode(Frozen):
    """One rule, its lines grouped by kind; `repeated` are the second ones of lines that may stand once."""

    id: Name
    title: WordingNode
    cites: tuple[CiteNode, ...]
    for_each: ForEach | None
    phase_in: PhaseIn | None
    when: Expression | None
    lets: tuple[DefineNode, ...]
    requirements: tuple[RequirementNode | AttestedNode, ...]
    notes: tuple[WordingNode, ...]
    repeated: tuple[Name, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TightenNode(Frozen):
    """`tighten RULE`: the requirements of a rule that is taken in, written anew; what is None stays as it is there."""

    id: Name
    title: WordingNode | None
    because: WordingNode | None
    cites: tuple[CiteNode, ...]
    phase_in: PhaseIn | None
    when: Expression | None
    lets: tuple[DefineNode, ...]
    requirements: tuple[RequirementNode | AttestedNode, ...]
    notes: tuple[WordingNode, ...]
    repeated: tuple[Name, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ReplaceNode(Frozen):
    """`replace RULE because WHY`: another rule in the place of one that is taken in."""

    rule: RuleNode
    because: WordingNode


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WaiveNode(Frozen):
    """`waive RULE because WHY`: a rule that is taken in and not applied."""

    id: Name
    because: WordingNode
    cites: tuple[CiteNode, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class KeyNode(Frozen):
    """`by KEY when CONDITION`, or `otherwise by KEY` (`last`)."""

    key: Expression
    when: Expression | None
    last: bool
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ShareNode(Frozen):
    """`share NAME: BURDENS among OUTPUTS by KEY`; `burdens` None is `everything else`."""

    name: Name
    burdens: ForEach | None
    outputs: ForEach
    keys: tuple[KeyNode, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CreditNode(Frozen):
    """`credit OUTPUTS at FACTOR when CONDITION`: substitution."""

    outputs: ForEach
    factor: Expression
    when: Expression | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SubdivideNode(Frozen):
    """`subdivide BURDENS into OUTPUTS`: burdens that are metered for the outputs they serve."""

    burdens: ForEach
    outputs: ForEach
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MethodNode(Frozen):
    """One way to allocate: the lines up to the first `alternative`, or those that follow one."""

    name: Name | None
    title: WordingNode | None
    shares: tuple[ShareNode, ...]
    credits: tuple[CreditNode, ...]
    subdivisions: tuple[SubdivideNode, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ToleranceNode(Frozen):
    """`tolerance VALUE points`, or without `points` a part of the share."""

    value: Expression
    points: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AllocateNode(Frozen):
    """One allocation rule; `methods` holds the rule's own first, then its alternatives."""

    id: Name
    title: WordingNode
    cites: tuple[CiteNode, ...]
    on_each: ForEach | None
    when: Expression | None
    lets: tuple[DefineNode, ...]
    methods: tuple[MethodNode, ...]
    tolerance: ToleranceNode | None
    notes: tuple[WordingNode, ...]
    repeated: tuple[Name, ...]
    span: Span


Item = (
    DocumentNode | CodesNode | DataNode | ParameterNode | OpenParameterNode | SetParameterNode | DefineNode
    | SectionNode | ProseNode | RuleNode | AllocateNode | TightenNode | ReplaceNode | WaiveNode | ExampleNode
    | ClausesNode
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Unread(Frozen):
    """A stretch of a file that has a mistake of syntax, and the names that it declares, so far as they are legible."""

    names: frozenset[str]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tree(Frozen):
    """A whole file as written; what is `unread` has been told, and nothing can be built from the rest."""

    source: Source
    header: Header
    items: tuple[Item, ...]
    unread: tuple[Unread, ...] = ()
