"""Whether a program says what the reference interpreter says: of every requirement, on every element of its list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footrule.assess.category import declared_data
from footrule.assess.recomputing import recomputed_by
from footrule.compile.from_standard import Compiled, compiled
from footrule.compile.program import Decided, Document, Noted, Program, ProgramText
from footrule.compile.telling import Questions, Telling, TooRoundError
from footrule.evaluate.interpreter import Interpreter
from footrule.factors.database import Factors, shipped_factors
from footrule.model.outcome import Outcome, Reason
from footrule.model.standard import Rule, Standard
from footrule.submission.category import category_table
from footrule.submission.document_form import PROGRAMS_READ, DocumentForm
from footrule.submission.element import Attestation, Record
from footrule.submission.wire import AttributeTable

Requirement = tuple[int, int]
"""The place of a rule in its standard, and the number of its requirement, from 1."""
_CONFORMING = Outcome.CONFORMING


@dataclass(frozen=True, slots=True)
class StandardProgram:
    """A standard with the program that was compiled of it; `made` has its text."""

    standard: Standard
    made: Compiled
    program: Program
    factors: Factors


def category_of(standard: Standard) -> AttributeTable | None:
    """How the data that a standard declares are written; None where it declares none."""
    return category_table(declared_data(standard)) if standard.data else None


def program_of(
    standard: Standard, form: DocumentForm = PROGRAMS_READ, factors: Factors | None = None
) -> StandardProgram:
    """The program of a standard, compiled anew."""
    category = category_of(standard)
    made = compiled(standard, category, form)
    code = compile(made.source, "<program>", "exec", dont_inherit=True)
    text = ProgramText(code, made.requirements, made.left, made.tables, made.asks_recomputed)
    known = factors if factors is not None else shipped_factors()
    return StandardProgram(standard, made, Program(text, category, Questions(known), form), known)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a program did on a document.

    `decided` counts what it decided: a requirement, as often as it has elements. `left` are the ids of the rules that
    it left to the interpreter for this document; `differences` say where the two disagree.
    """

    decided: int
    left: frozenset[str]
    differences: tuple[str, ...]


def compared(
    of: StandardProgram, document: Document, footprint: Record, attestations: tuple[Attestation, ...]
) -> Comparison:
    """What the program makes of a document that it has read, beside what the interpreter makes of the footprint."""
    standard = of.standard
    whole, _ = recomputed_by(standard, footprint, None, of.factors)
    recomputed = whole.fields.get("recomputed")
    try:
        decided = of.program.decide(document, Telling(recomputed) if isinstance(recomputed, Record) else None)
    except TooRoundError:
        decided = None
    if decided is None:
        return Comparison(0, frozenset(rule.id for rule in standard.rules), ())
    left = {*of.made.left, *decided.left}
    found = _counted(of, decided)
    judge = _Judge(Interpreter(factors_of=lambda _: of.factors), standard, whole, attestations)
    differences: list[str] = []
    many = 0
    for place, rule in enumerate(standard.rules):
        if place not in left:
            wanted = judge.outcomes(rule)
            for number in range(1, len(rule.requirements) + 1):
                many += found[place, number].total()
                if +found[place, number] != wanted[number]:
                    differences.append(_difference(rule, number, wanted[number], +found[place, number]))
    if not differences:
        differences += judge.elements_that_differ(of, decided, left)
    return Comparison(many, frozenset(standard.rules[place].id for place in left), tuple(differences))


def _difference(rule: Rule, number: int, wanted: Counter[Outcome], found: Counter[Outcome]) -> str:
    def said(counted: Counter[Outcome]) -> str:
        return ", ".join(f"{many} {outcome.value}" for outcome, many in sorted(counted.items(), key=str))

    return f"{rule.id}#{number}: the interpreter says {said(wanted)}; the program {said(found)}"


def _counted(of: StandardProgram, decided: Decided) -> dict[Requirement, Counter[Outcome]]:
    """How many outcomes each requirement came to: everything holds that is not noted."""
    many = {place: times or 1 for place, times in decided.counted}
    requirements = of.made.requirements
    found = {one: Counter({_CONFORMING: many.get(one[0], 1)}) for one in requirements}
    for number in decided.not_applicable:
        found[requirements[number]].update({_CONFORMING: -1, Outcome.NOT_APPLICABLE: 1})
    for outcome, _, listed in _noted(decided):
        for one in listed:
            found[requirements[one[0]]].update({_CONFORMING: -1, outcome: 1})
    return found


def _noted(decided: Decided) -> tuple[tuple[Outcome, Reason | None, list[Noted]], ...]:
    return (
        (Outcome.NONCONFORMING, None, decided.broken),
        (Outcome.UNDETERMINED, Reason.LACKS_DATA, decided.undetermined),
        (Outcome.UNDETERMINED, Reason.AWAITS_PERSON, decided.awaiting),
    )


@dataclass(frozen=True, slots=True)
class _Judge:
    """The interpreter, on one footprint."""

    interpreter: Interpreter
    standard: Standard
    footprint: Record
    attestations: tuple[Attestation, ...]

    def outcomes(self, rule: Rule) -> dict[int, Counter[Outcome]]:
        """How many outcomes each requirement of a rule comes to.

        They come requirement by requirement, each on as many elements as the others.
        """
        every = list(self.interpreter.outcomes(self.standard, rule, self.footprint, None, self.attestations))
        many, rest = divmod(len(every), len(rule.requirements))
        assert rest == 0, f"{rule.id}: its requirements are on different elements"
        return {
            number: Counter(every[(number - 1) * many : number * many])
            for number in range(1, len(rule.requirements) + 1)
        }

    def elements_that_differ(self, of: StandardProgram, decided: Decided, left: set[int]) -> Iterator[str]:
        """Where the interpreter says of an element something else than was noted of it, or gives another reason.

        The numbers of outcomes are the same already: if it says the same of each that was noted, it says of no other
        that it is broken or open.
        """
        seen: set[tuple[int, int]] = set()
        for outcome, reason, listed in _noted(decided):
            for number, element, elements in listed:
                place, which = of.made.requirements[number]
                if place in left:
                    continue
                rule = self.standard.rules[place]
                position = None
                if elements is not None:
                    position = _position(element, elements, {at for one, at in seen if one == number})
                    seen.add((number, position))
                said = self.interpreter.judge_at(
                    self.standard, rule, which, position, self.footprint, None, self.attestations
                )
                if (said.outcome, said.reason) != (outcome, reason):
                    yield f"{rule.id}#{which} at {position}: {said.outcome} {said.reason}, noted {outcome} {reason}"


def _position(element: object, elements: Sequence[object], taken: set[int]) -> int:
    """Where an element stands in its list; of texts that are one object, the first place that is not taken."""
    return next(at for at, one in enumerate(elements) if one is element and at not in taken)
