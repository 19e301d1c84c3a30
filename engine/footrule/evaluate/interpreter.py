"""Rules to judgements: what each requirement comes to, on each element that its rule applies to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from footrule.evaluate import explain, over_lists
from footrule.evaluate.attesting import attested, deciding, outcome_of
from footrule.evaluate.context import Context
from footrule.evaluate.evidence import Evidence, Reading
from footrule.evaluate.expressions import evaluate
from footrule.evaluate.fields import place_of, shown
from footrule.evaluate.judgement import Judgement
from footrule.evaluate.values import Lack, Result, Unknown
from footrule.factors.database import Factors, shipped_factors
from footrule.frozen import Frozen, dataclass
from footrule.measure.instant import Instant
from footrule.model.expression import CodeValue, Expression
from footrule.model.outcome import Outcome, Reason
from footrule.model.standard import Asserted, Attested, Iteration, Message, Requirement, Rule, Standard
from footrule.model.types import CodeType
from footrule.submission.element import Attestation, Element, Items, Record
from footrule.text.wording import FALLBACK_LANGUAGE, Wording, worded

DOES_NOT_APPLY = worded("does not apply to this submission", "不适用于本次提交")
HOLDS = worded("holds", "符合")
PERMITTED = worded("permitted, and not made use of", "允许，但未采用")


def ships_for_all(standard: Standard) -> Factors:
    """The tables that ship, whatever the standard."""
    del standard
    return shipped_factors()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Interpreter(Frozen):
    """The reference evaluator: the definition of what a standard means.

    `run` evaluates every expression on the way; one that watches may stand around `evaluate`. `factors_of` answers
    what the rules of a standard ask for emission factors: the tables that ship, unless others are given.
    """

    run: Callable[[Context, Expression], Result] = evaluate
    factors_of: Callable[[Standard], Factors] = ships_for_all

    def judge(
        self,
        standard: Standard,
        footprint: Record,
        predecessor: Record | None,
        attestations: tuple[Attestation, ...],
    ) -> Iterator[Judgement]:
        """Every requirement of every rule, on every element; nothing a submission may hold makes this raise."""
        for rule in standard.rules:
            yield from self.judge_rule(standard, rule, footprint, predecessor, attestations)

    def judge_rule(
        self,
        standard: Standard,
        rule: Rule,
        footprint: Record,
        predecessor: Record | None,
        attestations: tuple[Attestation, ...],
    ) -> Iterator[Judgement]:
        """The same of one rule."""
        context = self._context(rule, footprint, predecessor, self.factors_of(standard))
        for number, requirement in enumerate(rule.requirements, 1):
            yield from _RuleRun(standard, rule, number, requirement, attestations).judged(context)

    def judge_at(
        self,
        standard: Standard,
        rule: Rule,
        number: int,
        position: int | None,
        footprint: Record,
        predecessor: Record | None,
        attestations: tuple[Attestation, ...],
    ) -> Judgement:
        """What `judge` says of one requirement of a rule, counted from 1, on one element, without a look at any other.

        `position` is that of the element in the list that the rule runs over, counted from 0 and before its `where`. It
        is None where the rule runs over no list, where it cannot, and where its `where` lets no element through, which
        is taken on trust.
        """
        context = self._context(rule, footprint, predecessor, self.factors_of(standard))
        run = _RuleRun(standard, rule, number, rule.requirements[number - 1], attestations)
        return run.judged_at(context, position)

    def outcomes(
        self,
        standard: Standard,
        rule: Rule,
        footprint: Record,
        predecessor: Record | None,
        attestations: tuple[Attestation, ...],
    ) -> Iterator[Outcome]:
        """What the requirements of one rule of a standard come to, unexplained: for whoever asks thousands of times."""
        context = self._context(rule, footprint, predecessor, self.factors_of(standard)).apart()
        for number, requirement in enumerate(rule.requirements, 1):
            for decided in _RuleRun(standard, rule, number, requirement, attestations).decided(context):
                yield decided.outcome

    def _context(self, rule: Rule, footprint: Record, predecessor: Record | None, factors: Factors) -> Context:
        lets = {let.name: let.value for let in rule.lets}
        return Context(footprint, predecessor, {}, lets, Evidence(), self.run, factors)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Decided(Frozen):
    """What a requirement came to on an element, before it is explained.

    `unknown` where it lacks something, `applies` where its conditions were met.
    """

    context: Context
    place: str
    outcome: Outcome
    unknown: Unknown | None = None
    applies: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _RuleRun(Frozen):
    """One requirement of one rule on its way over the elements."""

    standard: Standard
    rule: Rule
    number: int
    requirement: Requirement
    attestations: tuple[Attestation, ...]

    def judged(self, context: Context) -> Iterator[Judgement]:
        """One judgement for each element; one alone where the rule does not iterate, or cannot, or over nothing."""
        return map(self._explained, self.decided(context))

    def judged_at(self, context: Context, position: int | None) -> Judgement:
        """The judgement on the element at a position of the list alone (see `Interpreter.judge_at`)."""
        iteration = self.rule.for_each
        if iteration is None:
            return self._explained(self._on_element(_fresh(context), None))
        listing = _fresh(context) if position is None else context.apart()
        listed = listing.evaluate(iteration.source)
        if position is None:
            return self._explained(self._on_none(listing, iteration, listed))
        assert not isinstance(listed, Unknown), f"{self.rule.id}: no list to find the element at {position} in"
        decided = self._on_listed(context, iteration, over_lists.elements(listed)[position])
        assert decided is not None, f"{self.rule.id}: the element at {position} is one that its `where` passes over"
        return self._explained(decided)

    def decided(self, context: Context) -> Iterator[_Decided]:
        """The same, not explained."""
        iteration = self.rule.for_each
        if iteration is None:
            yield self._on_element(_fresh(context), None)
            return
        listing = _fresh(context)
        listed = listing.evaluate(iteration.source)
        applied = False
        for element in () if isinstance(listed, Unknown) else over_lists.elements(listed):
            decided = self._on_listed(context, iteration, element)
            if decided is not None:
                applied = True
                yield decided
        if not applied:
            yield self._on_none(listing, iteration, listed)

    def _on_none(self, listing: Context, iteration: Iteration, listed: Result) -> _Decided:
        """What it comes to where the list is not known, or no element of it is left."""
        if isinstance(listed, Unknown):
            return _Decided(listing, place_of(listing, iteration.source) or "", Outcome.UNDETERMINED, listed)
        place = listed.pointer if isinstance(listed, Items) else listing.footprint.pointer
        return _Decided(listing, place, Outcome.NOT_APPLICABLE)

    def _on_listed(self, context: Context, iteration: Iteration, element: Element) -> _Decided | None:
        """What it comes to on an element of the list; None where the `where` passes over it."""
        inner = _fresh(context.with_element(iteration.variable, element))
        kept: Result = True if iteration.condition is None else inner.evaluate(iteration.condition)
        if kept is False:
            return None
        if isinstance(kept, Unknown):
            return _Decided(inner, element.pointer, Outcome.UNDETERMINED, kept)
        return self._on_element(inner, element)

    def _on_element(self, context: Context, element: Element | None) -> _Decided:
        place = element.pointer if element is not None else context.footprint.pointer
        applies = self._applies(context)
        if isinstance(applies, Unknown):
            return _Decided(context, place, Outcome.UNDETERMINED, applies)
        if not applies:
            return _Decided(context, place, Outcome.NOT_APPLICABLE)
        if isinstance(self.requirement, Attested):
            said = deciding(self.rule, self.requirement, self.attestations)
            return _Decided(context, place, outcome_of(said), applies=True)
        held = context.evaluate(self.requirement.asserted)
        if isinstance(held, Unknown):
            return _Decided(context, place, Outcome.UNDETERMINED, held, applies=True)
        not_held = Outcome.NOT_APPLICABLE if self.requirement.modality == "may" else Outcome.NONCONFORMING
        return _Decided(context, place, Outcome.CONFORMING if held else not_held, applies=True)

    def _explained(self, decided: _Decided) -> Judgement:
        context, place = decided.context, decided.place
        if decided.unknown is not None:
            return self._undetermined(context, decided.unknown, place)
        if not decided.applies:
            return self._judgement(context, Outcome.NOT_APPLICABLE, place, DOES_NOT_APPLY)
        if isinstance(self.requirement, Attested):
            return attested(self.rule, self.number, self.requirement, place, self.attestations, _readings(context))
        return self._asserted(context, self.requirement, place, decided.outcome)

    def _applies(self, context: Context) -> Result:
        phase_in = self.rule.phase_in
        if phase_in is not None:
            moment = context.evaluate(phase_in.against)
            if isinstance(moment, Unknown):
                return moment
            assert isinstance(moment, Instant), "the checker let something through as a date"
            if moment < phase_in.start:
                return False
        for condition in (self.rule.when, self.requirement.when):
            if condition is not None:
                held = context.evaluate(condition)
                if held is not True:
                    return held
        return True

    def _asserted(self, context: Context, requirement: Asserted, place: str, outcome: Outcome) -> Judgement:
        known = context.afterwards()
        if outcome is Outcome.CONFORMING:
            found = explain.first_place(known, requirement.asserted)
            return self._judgement(context, outcome, found or place, HOLDS)
        if outcome is Outcome.NOT_APPLICABLE:
            return self._judgement(context, outcome, place, PERMITTED)
        part = explain.deciding(known, requirement.asserted)
        found = explain.first_place(known, part) or explain.first_place(known, requirement.asserted)
        return self._judgement(
            context,
            Outcome.NONCONFORMING,
            found or place,
            _said(known, requirement, self.standard),
            expected=explain.expectation(known, part),
        )

    def _undetermined(self, context: Context, unknown: Unknown, place: str) -> Judgement:
        first = unknown.lacks[0].pointer if unknown.lacks else place
        return self._judgement(
            context,
            Outcome.UNDETERMINED,
            first,
            _lacking(unknown),
            reason=Reason.LACKS_DATA,
            remedy=_remedy(unknown),
        )

    def _judgement(
        self,
        context: Context,
        outcome: Outcome,
        pointer: str,
        message: Wording,
        *,
        reason: Reason | None = None,
        expected: Wording | None = None,
        remedy: Wording | None = None,
    ) -> Judgement:
        return Judgement(
            self.rule,
            self.number,
            self.requirement,
            outcome,
            reason,
            pointer,
            _readings(context),
            expected,
            message,
            remedy,
        )


def _fresh(context: Context) -> Context:
    """The context with evidence of its own, where anybody looks at it."""
    return context.unobserved() if context.evidence.kept else context.apart()


def _readings(context: Context) -> tuple[Reading, ...]:
    return tuple(context.evidence.readings.values())


def _said(context: Context, requirement: Asserted, standard: Standard) -> Wording:
    """What the standard says of a broken requirement, else that it does not hold."""
    if requirement.otherwise is None:
        return worded(f"does not hold: {requirement.written}", f"不成立：{requirement.written}")
    return _filled(context, requirement.otherwise, standard)


def _filled(context: Context, message: Message, standard: Standard) -> Wording:
    """The texts of a message with its values, each of which is found once for all languages."""
    told: dict[str, Wording] = {}
    texts: list[tuple[str, str]] = []
    for language, parts in message.languages:
        pieces: list[str] = []
        for text, value in ((part.text, part.value) for part in parts):
            if value is not None and value.written not in told:
                told[value.written] = _told(context, value, standard)
            pieces.append(text if value is None else told[value.written].in_language(language))
        texts.append((language, "".join(pieces)))
    return Wording(tuple(texts))


def _told(context: Context, value: Expression, standard: Standard) -> Wording:
    """How a value reads in a message: a code by its title, anything else in all languages as it is shown."""
    title = _title(context, value, standard)
    return title if title is not None else Wording(((FALLBACK_LANGUAGE, shown(context, value) or "—"),))


def _title(context: Context, value: Expression, standard: Standard) -> Wording | None:
    """What the code that a value comes to is called, by the standard or in the vocabulary; None of any other value."""
    if not isinstance(value.type, CodeType):
        return None
    found = context.evaluate(value)
    if not isinstance(found, CodeValue):
        return None
    own = next((one.codes for one in standard.codes if one.name == value.type.name), ())
    title = dict(own).get(found.code)
    if title is not None:
        return title
    from footrule.submission.spoken import SPOKEN_CODE_TITLES

    return SPOKEN_CODE_TITLES.get((value.type.name, found.code))


def _lacking(unknown: Unknown) -> Wording:
    if not unknown.lacks:
        return unknown.why or worded("this cannot be told", "无法判定")
    names = ", ".join(lack.name for lack in unknown.lacks)
    return worded(f"cannot be decided without {names}", f"缺少 {names}，无法判定")


def _remedy(unknown: Unknown) -> Wording | None:
    if not unknown.lacks:
        return unknown.why
    parts = [_one_remedy(lack) for lack in unknown.lacks]
    return Wording(tuple((tag, "; ".join(part.in_language(tag) for part in parts)) for tag in ("en", "zh")))


def _one_remedy(lack: Lack) -> Wording:
    if lack.because is None:
        return worded(f"give {lack.name} at {lack.pointer}", f"请在 {lack.pointer} 提供 {lack.name}")
    if isinstance(lack.because, str):
        return worded(f"mend {lack.pointer} (see {lack.because})", f"请更正 {lack.pointer}（见 {lack.because}）")
    return Wording(tuple((tag, f"{lack.name}: {lack.because.in_language(tag)}") for tag in ("en", "zh")))
