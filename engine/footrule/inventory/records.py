"""Reading the records of an inventory."""

from __future__ import annotations

from footrule.submission.element import Code, Items, Record


def records_in(record: Record, field: str) -> tuple[Record, ...]:
    """The records of a list of another one; none where it is not given."""
    listed = record.fields.get(field)
    return tuple(one for one in listed.elements if isinstance(one, Record)) if isinstance(listed, Items) else ()


def code_of(record: Record, field: str) -> str:
    """The code in a field, empty where there is none."""
    code = record.fields.get(field)
    return code.code if isinstance(code, Code) else ""
