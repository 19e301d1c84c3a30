"""Which process supplies an input: the one that the package names, else the only one that makes the flow.

Of several processes that make a flow, those that are for it come first: the only process whose reference output is the
flow supplies it, though others make some of it beside. A process that takes a waste flow as its reference treats it,
and supplies that treatment.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from footrule.frozen import Frozen, dataclass
from footrule.submission import exchange_findings, package_findings
from footrule.submission.data_sets import Dialect, Link
from footrule.submission.element import Code, Record, Text, Unusable
from footrule.submission.flow_roles import given
from footrule.submission.package import OpenChoice
from footrule.submission.package_findings import A_PROCESS
from footrule.submission.package_notes import PackageNotes
from footrule.submission.process_drafts import AMOUNT_NAMES, Draft, Kept


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Offer(Frozen):
    """An output that can supply an input."""

    process: str
    output: str
    name: str
    is_reference: bool


class Offers:
    """What the processes of a package make, by flow."""

    __slots__ = ("_by_flow", "_dialect", "_names", "_notes", "_open", "choices")

    def __init__(self, drafts: Iterable[Draft], dialect: Dialect, notes: PackageNotes) -> None:
        self._dialect, self._notes = dialect, notes
        self._by_flow: dict[str, list[Offer]] = {}
        self._names: dict[str, str] = {}
        self._open: dict[str, tuple[tuple[str, str], ...]] = {}
        self.choices: list[OpenChoice] = []
        for draft in drafts:
            if isinstance(draft.data.id, Text):
                self._names[draft.data.id.text] = _name(draft)
                self._add(draft, draft.data.id.text)

    def _add(self, draft: Draft, process: str) -> None:
        for output in draft.outputs:
            flow = output.flow_id
            is_treatment = output.is_waste and not output.exchange.is_input
            if flow is None or not isinstance(output.id, Text) or is_treatment or output.exchange.is_avoided:
                continue
            offer = Offer(process, output.id.text, _name(draft), output.role == "main")
            self._by_flow.setdefault(flow, []).append(offer)

    def supply(self, kept: Kept, draft: Draft) -> Record | Unusable | None:
        """Where an input comes from, or a waste goes to, as a record of shape `supply`; None: nobody in the package."""
        link = kept.exchange.provider
        if isinstance(link, Unusable):
            return link
        if kept.flow_id is None:
            return None
        offers = self._by_flow.get(kept.flow_id, [])
        if link is not None:
            return self._from_named(link, offers, kept, draft)
        at = kept.exchange.flow.pointer if isinstance(kept.exchange.flow, Link) else kept.exchange.pointer
        first = [one for one in offers if one.is_reference] or offers
        if not first:
            return None
        if len({one.process for one in first}) > 1:
            return self._undecided(kept.flow_id, first, at, kept, draft)
        return _supply(first[0], at)

    def _from_named(self, link: Link, offers: list[Offer], kept: Kept, draft: Draft) -> Record | Unusable:
        spot = self._dialect.spot("exchange.provider", link.pointer)
        if link.id not in self._names:
            finding = package_findings.dangling(spot, A_PROCESS, link.id, link.name)
            return Unusable(link.pointer, self._notes.add(draft.data.file, finding))
        of_it = [one for one in offers if one.process == link.id]
        if not of_it:
            finding = exchange_findings.provider_without_flow(spot, self._names[link.id] or link.id, kept.name)
            return Unusable(link.pointer, self._notes.add(draft.data.file, finding))
        return _supply(next((one for one in of_it if one.is_reference), of_it[0]), link.pointer)

    def _undecided(self, flow: str, offers: list[Offer], at: str, kept: Kept, draft: Draft) -> Unusable:
        spot = self._dialect.spot("exchange.provider", at)
        shown = [one.name or one.process for one in offers[: exchange_findings.MOST_LISTED]]
        finding = exchange_findings.several_providers(spot, kept.name, shown, len({one.process for one in offers}))
        if isinstance(draft.data.id, Text) and isinstance(kept.id, Text):
            providers = self._open.setdefault(flow, tuple((one.process, one.output) for one in offers))
            self.choices.append(OpenChoice(draft.data.id.text, kept.id.text, flow, kept.name, providers))
        return Unusable(at, self._notes.add(draft.data.file, finding))

    def check_own_use(self, draft: Draft) -> None:
        """Note that a process uses up what it makes, where nothing says that another process supplies it."""
        if not isinstance(draft.data.id, Text):
            return
        own = draft.data.id.text
        for output in draft.outputs:
            if output.role == "main" and output.flow_id is not None:
                used = [one for one in draft.inputs if one.flow_id == output.flow_id and _may_be_from(one, own)]
                is_alone = {one.process for one in self._by_flow.get(output.flow_id, ())} == {own}
                self._check_own_use(draft, output, used, is_alone=is_alone)

    def _check_own_use(self, draft: Draft, output: Kept, used: list[Kept], *, is_alone: bool) -> None:
        made, amounts = given(output.fields, AMOUNT_NAMES), [given(one.fields, AMOUNT_NAMES) for one in used]
        known = [one for one in amounts if one is not None and made is not None and one.dimension == made.dimension]
        if made is None or not known or len(known) < len(used):
            return
        total = known[0]
        for one in known[1:]:
            total += one
        if total.value >= made.value > 0:
            spot = self._dialect.spot("exchange.flow", used[0].exchange.pointer)
            finding = exchange_findings.uses_up_itself(spot, output.name, str(total), str(made), is_alone=is_alone)
            self._notes.add(draft.data.file, finding)


def _may_be_from(kept: Kept, process: str) -> bool:
    provider = kept.exchange.provider
    return provider is None or (isinstance(provider, Link) and provider.id == process)


def _name(draft: Draft) -> str:
    return draft.data.name.text if draft.data.name is not None else ""


def _supply(offer: Offer, at: str) -> Record:
    fields: Mapping[str, Code | Text] = {
        "kind": Code(at, "process", "process"), "process": Text(at, offer.process), "output": Text(at, offer.output)
    }  # fmt: skip
    return Record(at, "supply", fields, {})
