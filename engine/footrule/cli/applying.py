"""The options of the commands that apply standards to submissions, as what they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from footrule.cli import console
from footrule.cli.libraries import offer_at
from footrule.factors.database import Factors, shipped_factors
from footrule.library.shelf import SUFFIX, Edition
from footrule.measure.instant import read_date
from footrule.submission.intake import Unreadable
from footrule.text.wording import Wording, worded


def factors_with(own: Sequence[str]) -> Factors | list[Wording]:
    """The factor database that ships, with the tables that are named beside it; or why they cannot be used."""
    if not own:
        return shipped_factors()
    from footrule.cli.factor_files import database

    return database(own)


def named(standards: Sequence[str]) -> tuple[list[str], list[Edition]] | Wording:
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


def refused(message: Wording, language: str) -> int:
    """Tell why the command cannot be carried out, and answer its status."""
    console.complain(message, language)
    return 2
