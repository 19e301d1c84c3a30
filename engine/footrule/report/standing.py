"""Where a finding stands in a report: modality, outcome and reason together, by the names verifiers use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import Enum

from footrule.assess.finding import Finding, Modality, Outcome, Reason, Standings


class Standing(Enum):
    """The sections of a report, in the order of their weight."""

    NONCONFORMITY = "nonconformity"
    OBSERVATION = "observation"
    LACKS_DATA = "lacks data"
    AWAITS_PERSON = "awaits a person"
    CONFORMING = "conforming"
    NOT_APPLICABLE = "not applicable"


def standing(finding: Finding) -> Standing:
    """Where a finding stands."""
    return standing_of(*finding.standing)


def standing_of(modality: Modality, outcome: Outcome, reason: Reason | None) -> Standing:
    """A broken `shall` is a nonconformity, any other broken requirement an observation (ISO/IEC Directives Part 2)."""
    match outcome:
        case Outcome.NONCONFORMING:
            return Standing.NONCONFORMITY if modality is Modality.SHALL else Standing.OBSERVATION
        case Outcome.UNDETERMINED:
            return Standing.AWAITS_PERSON if reason is Reason.AWAITS_PERSON else Standing.LACKS_DATA
        case Outcome.CONFORMING:
            return Standing.CONFORMING
        case Outcome.NOT_APPLICABLE:
            return Standing.NOT_APPLICABLE


def counted(findings: Iterable[Finding]) -> Counter[Standing]:
    """How many findings stand where."""
    return Counter(map(standing, findings))


def counted_of(standings: Standings) -> Counter[Standing]:
    """The same of judgements that are counted already."""
    found: Counter[Standing] = Counter()
    for one, many in standings.items():
        found[standing_of(*one)] += many
    return found
