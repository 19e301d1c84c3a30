"""Which standard a submission is to be held against: its own claim first, else its CAS number, HS or CPC code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footrule.library.catalogue import Broken, Catalogue, NotFound, in_force
from footrule.library.shelf import Edition, codes_named
from footrule.model.standard import Standard
from footrule.submission.submission import Claim, Classification, Submission
from footrule.text.wording import Wording, worded

SCHEMES_IN_ORDER = ("cas", "hs", "cpc", "urn")
ASKED_FOR = worded("asked for on the command line", "由命令行指定")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The standards to apply, each with why."""

    standards: tuple[tuple[Standard, Wording], ...]


@dataclass(frozen=True, slots=True)
class Undecided:
    """Nothing was chosen: several standards cover the product (`candidates`), or none does, and why."""

    candidates: tuple[str, ...]
    because: Wording


def choose(submission: Submission, catalogue: Catalogue, as_of: date) -> Chosen | Undecided:
    """The category standard that a submission's claim or classification names."""
    if submission.claim is not None:
        return _claimed(submission.claim, catalogue, as_of)
    codes = submission.classifications
    named = [one for one in catalogue.editions if any(_names(one, code) for code in codes)]
    standards = [one for one in map(catalogue.load, named) if isinstance(one, Standard)]
    candidates = [one for one in standards if one.kind == "standard" and in_force(one, as_of)]
    for scheme in SCHEMES_IN_ORDER:
        given = [one for one in submission.classifications if one.scheme == scheme]
        matching = _newest([one for one in candidates if any(_covers(one, code) for code in given)])
        if len(matching) > 1:
            ids = tuple(one.id for one in matching)
            listed = ", ".join(ids)
            return Undecided(
                ids,
                worded(
                    f"several standards cover its {scheme.upper()} code ({listed}); choose with --standard",
                    f"有多项标准覆盖其{scheme.upper()}编码（{listed}），请用 --standard 指定",
                ),
            )
        if matching:
            code = next(code for code in given if _covers(matching[0], code))
            why = worded(
                f"covers {scheme.upper()} {code.code}, given at {code.pointer}",
                f"覆盖 {scheme.upper()} {code.code}（{code.pointer}）",
            )
            return Chosen(((matching[0], why),))
    if not codes:
        return Undecided((), worded("it carries neither a claim nor a classification", "既未声明标准，也无产品分类"))
    listed = ", ".join(f"{one.scheme.upper()} {one.code}" for one in codes)
    return Undecided((), worded(f"no installed standard covers {listed}", f"已安装的标准均不覆盖 {listed}"))


def _claimed(claim: Claim, catalogue: Catalogue, as_of: date) -> Chosen | Undecided:
    asked = claim.standard if claim.version is None else f"{claim.standard}@{claim.version}"
    found = catalogue.find(asked, as_of)
    named = isinstance(found, NotFound) and any(one.partition("@")[0] == asked for one in found.editions)
    if isinstance(found, NotFound) and named:
        listed = ", ".join(found.editions)
        why = worded(
            f"the submission claims {asked}; installed are {listed}, none of them in force on {as_of}",
            f"提交数据声明采用 {asked}；已安装 {listed}，在 {as_of} 均未施行",
        )
        return Undecided((), why)
    if isinstance(found, NotFound):
        why = worded(
            f"the submission claims {asked}, which is not installed", f"提交数据声明采用 {asked}，但未安装该标准"
        )
        return Undecided((), why)
    if isinstance(found, Broken):
        name = found.edition.name
        why = worded(
            f"the submission claims {asked}, whose text ({name}) has errors",
            f"提交数据声明采用 {asked}，但该标准的文本（{name}）有错误",
        )
        return Undecided((), why)
    return Chosen(
        ((found, worded(f"claimed by the submission at {claim.pointer}", f"提交数据声明（{claim.pointer}）")),)
    )


def _newest(standards: list[Standard]) -> list[Standard]:
    by_id: dict[str, Standard] = {}
    for one in standards:
        by_id[one.id] = one
    return list(by_id.values())


def _names(edition: Edition, given: Classification) -> bool:
    """Whether a text names a code that covers the one given: only such a standard has to be read to choose."""
    return any(scheme == given.scheme and _is_within(scheme, given.code, code) for scheme, code in codes_named(edition))


def _covers(standard: Standard, given: Classification) -> bool:
    return any(
        covered.scheme == given.scheme and _is_within(given.scheme, given.code, covered.code)
        for covered in standard.covers
    )


def _is_within(scheme: str, given: str, covered: str) -> bool:
    """CAS numbers and URNs are one or not; HS and CPC codes also cover what they subdivide into."""
    if scheme in ("hs", "cpc"):
        return _digits(given).startswith(_digits(covered))
    return given == covered


def _digits(code: str) -> str:
    return "".join(char for char in code if char.isdigit())
