"""The form of the documents that a compiled program reads: the tables of their attributes."""

from __future__ import annotations

from footrule.frozen import Frozen, dataclass
from footrule.submission.extension import INVENTORY_TABLE
from footrule.submission.pact3_attributes import PACT_3
from footrule.submission.wire import AttributeTable


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DocumentForm(Frozen):
    """The table of a document and of its inventory, whose fields are fields of the document to the language.

    The version that a document says it is of begins with `version`; `called` is the name of the format.
    """

    root: AttributeTable
    study: AttributeTable
    version: str
    called: str


PROGRAMS_READ = DocumentForm(PACT_3.root, INVENTORY_TABLE, "3.", "PACT")
"""PACT 3 with an inventory. Documents of PACT 2 are for the interpreter: their numbers are for one unit each."""
