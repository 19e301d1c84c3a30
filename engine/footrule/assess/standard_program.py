"""The program of one standard, with what is known of its rules beforehand; what it notes of a document, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from footrule.assess.assess import finding_of, verdict_of
from footrule.assess.assessment import Verdict
from footrule.assess.category import category_table_of
from footrule.assess.finding import Finding, Modality, Outcome, Reason, Standing, Standings
from footrule.assess.recomputing import asked_of_recomputed
from footrule.compile.kept import program_text
from footrule.compile.program import Decided, Noted, Program
from footrule.compile.telling import Questions
from footrule.factors.database import Factors
from footrule.frozen import Frozen, dataclass
from footrule.model.edition import ChosenEdition
from footrule.model.on_demand import outline_of, rule_of
from footrule.model.standard import Attested, Rule

MOST_SUMMARIES = 10_000


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Summary(Frozen):
    """What a program noted of a document, counted: how many judgements stand where, and the outcome of each rule.

    `verdict` is what these come to by themselves.
    """

    standings: Standings
    outcomes: tuple[tuple[str, str], ...]
    verdict: Verdict


class StandardProgram:
    """The program of one standard, with what is known of its rules beforehand.

    `known` are rules of other standards that are judged already: a rule that two standards bring is judged once.
    """

    def __init__(self, chosen: ChosenEdition, factors: Factors, known: frozenset[str]) -> None:
        self.chosen = chosen
        self.standard = chosen.standard
        self.factors = factors
        category = category_table_of(self.standard)
        text = program_text(self.standard, category)
        self.program = Program(text, category, Questions(factors))
        rules = outline_of(self.standard).rules
        self._rules = rules
        self.passed_over = frozenset(place for place, rule in enumerate(rules) if rule.id in known)
        self.left = tuple(place for place in text.left if place not in self.passed_over)
        self._unseen = self.passed_over | frozenset(self.left)
        self.requirements = text.requirements
        self.modalities = tuple(Modality(rules[place].modalities[number - 1]) for place, number in text.requirements)
        self._by_rule = [Counter(map(Modality, rule.modalities)) for rule in rules]
        self._summaries: dict[tuple[object, ...], Summary] = {}
        self._reading: dict[frozenset[str], tuple[int, ...]] = {}
        self._awaited: dict[tuple[int, int], Finding | None] = {}
        self._at_once: Counter[Modality] = Counter()
        for place, rule in enumerate(rules):
            if not rule.over_list and place not in self._unseen:
                self._at_once += self._by_rule[place]

    def noted(self, decided: Decided) -> Decided:
        """What was decided without the rules that are left to the interpreter, or judged by another standard."""
        if not self._unseen and not decided.left:
            return decided
        without = self._unseen.union(decided.left)
        keep = [place not in without for place, _ in self.requirements]
        return Decided(
            [one for one in decided.not_applicable if keep[one]],
            [one for one in decided.broken if keep[one[0]]],
            [one for one in decided.undetermined if keep[one[0]]],
            [one for one in decided.awaiting if keep[one[0]]],
            [one for one in decided.counted if one[0] not in without],
            [one for one in dict.fromkeys(decided.left) if one not in self._unseen],
        )

    def reading(self, fields: frozenset[str]) -> tuple[int, ...]:
        """The rules that read any of some fields, by their places."""
        if fields not in self._reading:
            if len(self._reading) >= MOST_SUMMARIES:
                self._reading.clear()
            self._reading[fields] = tuple(place for place, rule in enumerate(self._rules) if rule.fields & fields)
        return self._reading[fields]

    def awaited(self, place: int, number: int) -> Finding | None:
        """What is said of a requirement where nobody attests anything, but for the place; found once.

        None where that depends on the document: on its data, whether the requirement applies.
        """
        if (place, number) not in self._awaited:
            self._awaited[place, number] = self._said_of_awaited(rule_of(self.standard, place), number)
        return self._awaited[place, number]

    def _said_of_awaited(self, rule: Rule, number: int) -> Finding | None:
        requirement = rule.requirements[number - 1]
        conditions = (rule.for_each, rule.phase_in, rule.when, requirement.when)
        if not isinstance(requirement, Attested) or any(one is not None for one in conditions):
            return None
        if rule.id in asked_of_recomputed(self.standard):
            return None
        from footrule.evaluate.attesting import attested

        return finding_of(self.standard, attested(rule, number, requirement, "", (), ()), (), {})

    def summary(self, noted: Decided) -> Summary:
        """What was noted of a document, counted: found once for all documents of which the same was noted."""
        key = (
            tuple(noted.not_applicable),
            _numbers(noted.broken),
            _numbers(noted.undetermined),
            _numbers(noted.awaiting),
            tuple(noted.counted),
            tuple(noted.left),
        )
        found = self._summaries.get(key)
        if found is None:
            if len(self._summaries) >= MOST_SUMMARIES:
                self._summaries.clear()
            standings = self._standings(noted)
            found = self._summaries[key] = Summary(standings, self._gravest(noted), verdict_of(standings))
        return found

    def _gravest(self, noted: Decided) -> tuple[tuple[str, str], ...]:
        """Each rule that the program decided, with the gravest outcome that it came to."""
        rules, requirements = self._rules, self.requirements
        gravest: dict[int, Outcome] = {}
        for outcome, listed in (
            (Outcome.UNDETERMINED, noted.undetermined),
            (Outcome.UNDETERMINED, noted.awaiting),
            (Outcome.NONCONFORMING, noted.broken),
        ):
            for one in listed:
                gravest[requirements[one[0]][0]] = outcome
        passed = Counter(requirements[one][0] for one in noted.not_applicable)
        many = dict(noted.counted)
        for place, count in passed.items():
            if place not in gravest and count == len(rules[place].modalities) * (many.get(place) or 1):
                gravest[place] = Outcome.NOT_APPLICABLE
        without = self._unseen.union(noted.left)
        return tuple(
            (rule.id, gravest.get(place, Outcome.CONFORMING).value)
            for place, rule in enumerate(rules)
            if place not in without
        )

    def _standings(self, noted: Decided) -> Counter[Standing]:
        """How many judgements came to what, of the rules that the program decided."""
        every = Counter(self._at_once)
        for place in noted.left:
            if not self._rules[place].over_list:
                every -= self._by_rule[place]
        for place, many in noted.counted:
            for modality, each in self._by_rule[place].items():
                every[modality] += each * (many or 1)
        found: Counter[Standing] = Counter()
        modalities = self.modalities
        for outcome, reason, numbers in (
            (Outcome.NOT_APPLICABLE, None, noted.not_applicable),
            (Outcome.NONCONFORMING, None, [one for one, _, _ in noted.broken]),
            (Outcome.UNDETERMINED, Reason.LACKS_DATA, [one for one, _, _ in noted.undetermined]),
            (Outcome.UNDETERMINED, Reason.AWAITS_PERSON, [one for one, _, _ in noted.awaiting]),
        ):
            for modality, many in Counter(map(modalities.__getitem__, numbers)).items():
                found[modality, outcome, reason] += many
                every[modality] -= many
        for modality, many in every.items():
            if many:
                found[modality, Outcome.CONFORMING, None] += many
        return found


def _numbers(noted: Sequence[Noted]) -> tuple[int, ...]:
    return tuple([one for one, _, _ in noted]) if noted else ()
