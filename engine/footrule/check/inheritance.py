"""What a file takes in from the standards it extends: documents, codes, data, parameters, definitions.

A name that two parents bring with one meaning is one name (they extend the same library); with two meanings it is
told, and belongs to neither.
"""

from __future__ import annotations

from collections.abc import Sequence

from footrule.check import declaration_problems
from footrule.check.scope import FileScope
from footrule.model import standard
from footrule.text.source import Span


def inherit(file: FileScope, parents: Sequence[standard.Standard], place: Span) -> None:
    """Put the names of the parents into the scope of a file; clashes are told at `place`."""
    for parent in parents:
        for name in _clashes(file, parent):
            file.sink.add(declaration_problems.two_parents(file.source, place, name, file.inherited[name], parent.id))
            file.broken.add(name)
        file.documents.update({one.name: one for one in parent.documents})
        file.parameters.update({one.name: one for one in parent.parameters})
        file.data.update({one.name: one for one in parent.data})
        for definition in parent.definitions:
            file.definitions[definition.name] = definition.value
            file.heights[definition.name] = definition.height
        for codes in parent.codes:
            file.declare_codes(codes.name, codes.codes)
        for name in _values_of(parent):
            file.inherited.setdefault(name, parent.id)


def _clashes(file: FileScope, parent: standard.Standard) -> list[str]:
    """The names of a parent that another parent gives another meaning."""
    known: dict[str, object] = {**file.parameters, **file.data, **file.definitions}
    return [name for name, value in _values_of(parent).items() if name in known and known[name] != value]


def _values_of(parent: standard.Standard) -> dict[str, object]:
    """What each name for a value means in a parent."""
    return {
        **{one.name: one for one in parent.parameters},
        **{one.name: one for one in parent.data},
        **{one.name: one.value for one in parent.definitions},
    }
