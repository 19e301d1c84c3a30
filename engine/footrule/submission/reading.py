"""What stays the same while one footprint is read: the format it is read as, and the findings noted on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from footrule.frozen import Frozen, dataclass
from footrule.submission.element import Record
from footrule.submission.intake import IntakeFinding
from footrule.submission.json_text import JsonValue
from footrule.submission.pact_findings import Spot, not_listed
from footrule.submission.wire import AttributeTable
from footrule.text.wording import Wording

MOST_FINDINGS_LISTED = 500
"""Of each modality, in one document: more than anybody reads, and an end to what a hostile document can ask for."""


class Notes:
    """The findings of one document in the order they were noted."""

    __slots__ = ("_findings", "_noted")

    def __init__(self) -> None:
        self._findings: list[IntakeFinding] = []
        self._noted: dict[str, int] = {}

    def add(self, finding: IntakeFinding) -> str:
        """Note a finding, and return the id of its kind."""
        modality = finding.kind.modality
        noted = self._noted[modality] = self._noted.get(modality, 0) + 1
        if noted <= MOST_FINDINGS_LISTED:
            self._findings.append(finding)
        return finding.kind.id

    def has_room(self, modality: str) -> bool:
        """Whether a further finding of that modality would still be listed."""
        return self._noted.get(modality, 0) < MOST_FINDINGS_LISTED

    def listed(self, whole: Spot) -> tuple[IntakeFinding, ...]:
        """What was noted; at the end, how many findings about the `whole` document are left out."""
        left_out = [
            not_listed(whole, modality, noted - MOST_FINDINGS_LISTED)
            for modality, noted in self._noted.items()
            if noted > MOST_FINDINGS_LISTED
        ]
        return (*self._findings, *left_out)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reading(Frozen):
    """The reading of one object by the attribute tables of one format.

    `document` and `edition` are what findings cite, `minor` the minor version the object gives itself. Numbers for
    one unit are multiplied by `per_unit`, or cannot be used for that reason. `fractions_in_file` says whether a
    share of the file shows that its shares are fractions.

    `on_demand` makes a record of an object within a document that is known to be clean, where nothing is looked for
    that would only be noted (None: objects are read whole).
    """

    document: str
    edition: str
    minor: int
    notes: Notes
    per_unit: Fraction | str | Wording = Fraction(1)
    fractions_in_file: bool = False
    on_demand: Callable[[AttributeTable, Mapping[str, JsonValue], str, Reading], Record] | None = None

    def spot(self, table: AttributeTable, name: str, pointer: str) -> Spot:
        """An attribute of the object at `pointer`, as findings cite it."""
        if "~" in name or "/" in name:
            place = f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}"
        else:
            place = f"{pointer}/{name}"
        return Spot(place, table.document or self.document, table.edition or self.edition, table.data_type, name)
