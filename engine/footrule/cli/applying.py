"""The options of the commands that apply standards to submissions, as what they stand for."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from footrule.assess.interpreting import Interpreting
from footrule.cli.libraries import asked as asked_for
from footrule.cli.libraries import asked_quietly, offer_at
from footrule.factors.database import Factors, shipped_factors
from footrule.frozen import Frozen, dataclass
from footrule.library.catalogue import Broken, NotFound
from footrule.library.own_factors import OwnFactors
from footrule.library.shelf import SUFFIX, Edition
from footrule.measure.instant import read_date
from footrule.submission.intake import Unreadable
from footrule.text.wording import Wording, worded
from footrule.workspace import Asked, TwoEditions, Workspace, told


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Applying(Frozen):
    """What the options stand for: the standards asked for, what assesses by them, on which day, by which factors."""

    workspace: Workspace
    asked: Asked
    factors: OwnFactors
    as_of: date


def applying(options: Namespace) -> Applying | list[Wording]:
    """What `--standard`, `--library`, `--factors` and `--as-of` stand for, or why they cannot be had."""
    as_of = day_of(options.as_of)
    if isinstance(as_of, Wording):
        return [as_of]
    return applied(options.standard, options.library, options.factors, as_of, options.lang)


def applied(
    standards: Sequence[str], libraries: Sequence[str], tables: Sequence[str], as_of: date, language: str | None
) -> Applying | list[Wording]:
    """The same, of options one by one; without a language nothing is told meanwhile."""
    opened = asked_quietly(standards, libraries) if language is None else asked_for(standards, libraries, language)
    if isinstance(opened, Wording):
        return [opened]
    texts = _named(opened.names)
    if isinstance(texts, Wording):
        return [texts]
    ids, drafts = texts
    factors = factors_with(tables)
    if isinstance(factors, list):
        return factors
    catalogue = opened.shelf.catalogue(drafts)
    own = OwnFactors(catalogue, factors)
    workspace = Workspace(catalogue, Interpreting(own.of))
    asked = workspace.standards(ids, as_of)
    if isinstance(asked, Broken | NotFound | TwoEditions):
        return [told(asked)]
    return Applying(workspace, asked, own, as_of)


def factors_with(own: Sequence[str]) -> Factors | list[Wording]:
    """The factor database that ships, with the tables that are named beside it; or why they cannot be used."""
    if not own:
        return shipped_factors()
    from footrule.cli.factor_files import database

    return database(own)


def _named(standards: Sequence[str]) -> tuple[list[str], list[Edition]] | Wording:
    """The standards asked for, by id; and those of them that are texts, which go before what is on the shelf."""
    ids: list[str] = []
    drafts: list[Edition] = []
    for one in standards:
        if not one.endswith(SUFFIX):
            ids.append(one)
            continue
        offer = offer_at(Path(one))
        if isinstance(offer, Wording):
            return offer
        drafts.append(offer.edition)
        ids.append(f"{offer.edition.id}@{offer.edition.version_text}")
    return ids, drafts


def day_of(text: str | None) -> date | Wording:
    """The day of the assessment: today, unless one is named."""
    if text is None:
        return date.today()  # the user's own day; the engine itself never reads the clock
    day = read_date(text)
    if day is None:
        return worded(f"--as-of {text}: write a day as 2026-11-23", f"--as-of {text}：日期请写作 2026-11-23")
    return day


def placed(unreadable: Unreadable) -> Wording:
    """Why a file cannot be read, with the place in it."""
    place = unreadable.file
    if unreadable.line is not None:
        place += f":{unreadable.line}:{unreadable.column}"
    return Wording(tuple((tag, f"{place}: {text}") for tag, text in unreadable.message.texts))
