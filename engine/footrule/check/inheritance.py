"""What a file takes in from the standards it extends: documents, codes, data, parameters, definitions.

A name that two parents bring with one meaning is one name (they extend the same library); with two meanings it is
told, and belongs to neither.
"""

from __future__ import annotations

from collections.abc import Sequence

from footrule.check import change_problems, declaration_problems
from footrule.check.scope import FileScope
from footrule.model import standard
from footrule.model.clauses import ClauseIndex
from footrule.text.source import Span


def lineage(parents: Sequence[standard.Standard], child: str) -> tuple[standard.Extended, ...]:
    """Every file that a file is built on, at whatever remove, each once."""
    found: dict[standard.Extended, None] = {}
    for parent in parents:
        found[standard.Extended(parent.id, parent.version, child)] = None
        found |= dict.fromkeys(parent.built_on)
    return tuple(found)


def one_major_each(file: FileScope, built_on: Sequence[standard.Extended], place: Span) -> None:
    """Tell of a library that is met in two major versions."""
    versions: dict[str, dict[int, standard.Extended]] = {}
    for one in built_on:
        versions.setdefault(one.id, {}).setdefault(one.major, one)
    for name, majors in versions.items():
        if len(majors) > 1:
            ways = [(f"{name} {one.version}", one.by) for one in majors.values()]
            file.sink.add(change_problems.two_majors(file.source, place, name, ways))


def inherit_words(file: FileScope, parents: Sequence[standard.Standard]) -> None:
    """Put the documents with their registers, and the lists of codes, of the parents into the scope of a file."""
    for parent in parents:
        file.documents.update({one.name: one for one in parent.documents})
        for register in parent.registers:
            known = file.registers.setdefault(register.document, [])
            if all(one.register != register for one in known):
                known.append(ClauseIndex(register, taken_in=True))
        for codes in parent.codes:
            file.declare_codes(codes.name, codes.codes)


def inherit_values(file: FileScope, parents: Sequence[standard.Standard], place: Span) -> None:
    """Put the names for values of the parents into the scope of a file; clashes are told at `place`."""
    for parent in parents:
        for name in _clashes(file, parent):
            file.sink.add(declaration_problems.two_parents(file.source, place, name, file.inherited[name], parent.id))
            file.broken.add(name)
        file.parameters.update({one.name: one for one in parent.parameters})
        file.data.update({one.name: one for one in parent.data})
        for definition in parent.definitions:
            file.definitions[definition.name] = definition.value
            file.heights[definition.name] = definition.height
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
