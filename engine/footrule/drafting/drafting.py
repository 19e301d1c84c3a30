"""How a standard is drafted: what checks, and would still be marked by an editor of standards."""

from __future__ import annotations

from collections.abc import Iterator

from footrule.drafting.conditions import conditions
from footrule.drafting.existence import existence
from footrule.drafting.limits import limits
from footrule.drafting.names import names
from footrule.drafting.place import beside, rules_of
from footrule.drafting.texts import texts
from footrule.model import standard
from footrule.syntax import tree
from footrule.text.diagnostic import Diagnostic, Sink


def drafting(written: tree.Tree, checked: standard.Standard, sink: Sink) -> None:
    """Tell the author of what is drafted badly; none of it stops the standard from being used.

    Where a part of the file has an error, what could be checked of the rest is looked at all the same.
    """
    for found in _found(written, checked, not sink.has_errors):
        sink.add(found)


def _found(written: tree.Tree, checked: standard.Standard, whole: bool) -> Iterator[Diagnostic]:
    yield from texts(written)
    yield from names(written, checked)
    rules = rules_of(written, checked)
    yield from conditions(written, rules)
    yield from limits(written, rules)
    yield from existence(rules, checked.rules, "" if whole else beside(written.source.text, rules))
