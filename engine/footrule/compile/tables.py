"""The tables that generated code looks things up in while it runs: forms of texts, and units of measured numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from footrule.compile.running import forms_known, units_known
from footrule.submission.wire import (
    AttributeTable,
    Form,
    WireKind,
    WireList,
    WireMeasured,
    WireObject,
    WirePlain,
    WireText,
)


class Tables:
    """What generated code looks up: forms of texts and units of measured numbers, each under a name.

    A name is the place of the form, or of the kind of number, among all that the attributes of a format have: so the
    code of a program finds its tables again when it is read from a cache.
    """

    def __init__(self, root: AttributeTable, category: AttributeTable | None) -> None:
        self._kinds = list(_every_kind(root, category))
        self.used: set[str] = set()

    def form(self, form: Form) -> str:
        """The table of the texts that have a form."""
        forms = (isinstance(one, WireText) and one.form is form for one in self._kinds)
        return self._name("FORM", next(place for place, found in enumerate(forms) if found))

    def units(self, kind: WireMeasured) -> str:
        """The table of the units that a measured number may have: which of its fields it fills, and the factor."""
        alike = (
            isinstance(one, WireMeasured)
            and one.fields == kind.fields
            and (one.unit_in is None) is (kind.unit_in is None)
            for one in self._kinds
        )
        return self._name("UNITS", next(place for place, found in enumerate(alike) if found))

    def _name(self, what: str, place: int) -> str:
        name = f"{what}_{place}"
        self.used.add(name)
        return name

    def look_ups(self, names: Iterable[str]) -> Mapping[str, object]:
        """The tables of those names, as the running code needs them."""
        found: dict[str, object] = {}
        for name in names:
            kind = self._kinds[int(name.rpartition("_")[2])]
            if isinstance(kind, WireText) and kind.form is not None:
                found[name] = forms_known(kind.form.matches)
            elif isinstance(kind, WireMeasured):
                found[name] = units_known(kind)
        return found


def _every_kind(table: AttributeTable, category: AttributeTable | None) -> Iterator[WireKind]:
    for attribute in table.attributes:
        yield from _kinds_in(attribute.kind, category)


def _kinds_in(kind: WireKind, category: AttributeTable | None) -> Iterator[WireKind]:
    match kind:
        case WireObject(table=table):
            yield from _every_kind(table, category)
        case WirePlain.OBJECT if category is not None:
            yield from _every_kind(category, None)
        case WireList(element=element):
            yield from _kinds_in(element, category)
        case _:
            yield kind
