"""`tighten`, `replace`, `waive`: the rules that a file takes in, as they hold in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from footrule.check import change_problems, problems
from footrule.check.rules import RuleChecker, citations
from footrule.check.scope import FileScope
from footrule.compare.direction import Direction
from footrule.compare.rules import rule_differences
from footrule.model import expression as model
from footrule.model import standard
from footrule.model.origin import HowChanged, Kept
from footrule.model.walk import below, expressions_in
from footrule.syntax import tree
from footrule.text.source import Span
from footrule.text.wording import Wording

Change = tree.TightenNode | tree.ReplaceNode | tree.WaiveNode
Key = tuple[str, str]
"""The file that declares a rule, and its id."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a file takes in: rules and allocations in the order of those it extends, and what is waived of them."""

    rules: dict[Key, standard.Rule]
    allocations: dict[Key, standard.Allocation]
    waived: dict[Key, standard.Waived]

    def owners(self) -> dict[str, str]:
        """The file that declares each of them, by id."""
        return {name: owner for owner, name in (*self.rules, *self.allocations, *self.waived)}


def target(node: Change) -> tree.Name:
    """The id of the rule that a change is about."""
    return node.rule.id if isinstance(node, tree.ReplaceNode) else node.id


def taken_in(file: FileScope, parents: Sequence[standard.Standard], changes: Sequence[Change], place: Span) -> TakenIn:
    """What the parents bring; a rule that they bring in two forms is told, unless the file itself says what holds."""
    settled = {target(node).text for node in changes if not isinstance(node, tree.TightenNode)}
    found = TakenIn({}, {}, {})
    told: set[Key] = set()
    brought: dict[Key, tuple[object, str]] = {}
    for parent in parents:
        forms: dict[Key, object] = {}
        for rule in parent.rules:
            found.rules.setdefault((rule.standard, rule.id), rule)
            forms[rule.standard, rule.id] = _form(rule)
        for each in parent.allocations:
            found.allocations.setdefault((each.standard, each.id), each)
            forms[each.standard, each.id] = _form(each)
        for one in parent.waived:
            found.waived.setdefault((one.standard, one.id), one)
            forms[one.standard, one.id] = one
        for key, form in forms.items():
            before, by = brought.setdefault(key, (form, parent.id))
            if before != form and key[1] not in settled and key not in told:
                told.add(key)
                file.sink.add(change_problems.two_forms(file.source, place, key[1], (by, parent.id)))
    for key in found.waived:
        # Where one parent waives what another brings, the file has said what holds, or it was told.
        if key not in brought or isinstance(brought[key][0], standard.Waived):
            found.rules.pop(key, None)
    return found


def _form(rule: standard.Rule | standard.Allocation) -> tuple[object, ...]:
    """What tells two forms of one rule apart: what was done to it, and the values it goes by."""
    values: dict[str, object] = {}
    for part in expressions_in(rule):
        for node in below(part):
            if isinstance(node, model.Constant) and node.parameter is not None:
                values[node.parameter] = node.value
    return rule.written, rule.changes if isinstance(rule, standard.Rule) else (), values


class Changing:
    """Makes the changes of a file in what it takes in."""

    def __init__(self, file: FileScope, checker: RuleChecker, by: str, known: TakenIn) -> None:
        self._file = file
        self._checker = checker
        self._by = by
        self._known = known
        self._places: dict[str, Span] = {}

    def change(self, node: Change, section: str | None) -> None:
        """Make one change, or tell why it cannot be made."""
        file, name = self._file, target(node)
        first = self._places.setdefault(name.text, name.span)
        if first != name.span:
            file.sink.add(change_problems.changed_twice(file.source, name.span, name.text, first))
            return
        owners = self._known.owners()
        key = (owners.get(name.text, ""), name.text)
        if name.text not in owners or (isinstance(node, tree.TightenNode) and key in self._known.waived):
            if name.text not in file.broken and file.whole:
                known = [one for one in owners if isinstance(node, tree.WaiveNode) or one]
                file.sink.add(change_problems.nothing_to_change(file.source, name.span, name.text, known))
            return
        if isinstance(node, tree.WaiveNode):
            self._waive(node, key)
        elif key in self._known.allocations:
            file.sink.add(change_problems.no_change_of_allocations(file.source, name.span, name.text))
        elif isinstance(node, tree.TightenNode):
            self._tighten(node, key)
        else:
            self._replace(node, key, section)

    def _waive(self, node: tree.WaiveNode, key: Key) -> None:
        known = self._known
        gone = known.rules.pop(key, None) or known.allocations.pop(key, None) or known.waived[key]
        answered = gone.answered if isinstance(gone, standard.Waived) else gone.cites
        known.waived[key] = standard.Waived(
            key[1], gone.title, key[0], self._by, node.because.wording, citations(self._file, node.cites), answered
        )

    def _replace(self, node: tree.ReplaceNode, key: Key, section: str | None) -> None:
        rule = self._checker.rule(node.rule, section)
        before = self._known.rules.get(key)
        because = node.because.wording
        change = standard.RuleChange(HowChanged.REPLACED, self._by, because, rule.cites)
        self._known.waived.pop(key, None)
        self._known.rules[key] = replace(
            rule, standard=key[0], changes=(*(() if before is None else before.changes), change)
        )

    def _tighten(self, node: tree.TightenNode, key: Key) -> None:
        file, old = self._file, self._known.rules[key]
        if not node.cites and node.because is None:
            file.sink.add(problems.no_citation(file.source, node.id.span, node.id.text))
        new = self._tightened(node, old)
        self._known.rules[key] = new
        if not file.sink.has_errors:
            self._compared(node, old, new)

    def _tightened(self, node: tree.TightenNode, old: standard.Rule) -> standard.Rule:
        because: Wording | None = None if node.because is None else node.because.wording
        written = self._checker.changed(node, old)
        own_cites = written.cites[: len(written.cites) - len(old.cites)]
        kept = Kept(True, node.phase_in is None, node.when is None, len(old.lets))
        change = standard.RuleChange(HowChanged.TIGHTENED, self._by, because, own_cites, kept)
        return replace(written, changes=(*old.changes, change))

    def _compared(self, node: tree.TightenNode, old: standard.Rule, new: standard.Rule) -> None:
        """Tell of what asks for less, else of what may do so."""
        file, name, span = self._file, node.id.text, node.id.span
        differences = rule_differences(old, new)
        if not differences:
            file.sink.add(change_problems.changes_nothing(file.source, span, name))
            return
        for which, tell in (
            (Direction.LOOSER, change_problems.loosens),
            (Direction.CHANGED, change_problems.cannot_be_told),
        ):
            found = [one for one in differences if one.direction is which]
            if found:
                file.sink.add(tell(file.source, span, name, found[0].says))
                return
