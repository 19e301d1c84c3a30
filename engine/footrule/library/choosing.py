"""Which standard a submission is to be held against: its own claim first, else its CAS number, HS or CPC code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from footrule.frozen import Frozen, dataclass, replace
from footrule.library.catalogue import Broken, Catalogue, NotFound
from footrule.library.shelf import Edition, codes_named
from footrule.model.edition import ChosenEdition, Standing, told
from footrule.model.standard import Standard
from footrule.submission.submission import Claim, Classification
from footrule.text.wording import Wording, worded

SCHEMES_IN_ORDER = ("cas", "hs", "cpc", "urn")
ASKED_FOR = worded("asked for on the command line", "由命令行指定")


class Choosing(Protocol):
    """A submission, as far as a standard is chosen by it."""

    @property
    def claim(self) -> Claim | None:
        """The standard that it claims."""
        ...

    @property
    def classifications(self) -> tuple[Classification, ...]:
        """The codes of its product."""
        ...

    @property
    def data_until(self) -> date | None:
        """The first day that its data no longer cover."""
        ...


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Chosen(Frozen):
    """The standards to apply, each with why."""

    standards: tuple[ChosenEdition, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Undecided(Frozen):
    """Nothing was chosen: several standards cover the product (`candidates`), or none does, and why."""

    candidates: tuple[str, ...]
    because: Wording


def choose(submission: Choosing, catalogue: Catalogue, as_of: date) -> Chosen | Undecided:
    """The category standard that a submission's claim or classification names."""
    if submission.claim is not None:
        return _claimed(submission.claim, catalogue, submission, as_of)
    codes = submission.classifications
    if not codes:
        return Undecided((), worded("it carries neither a claim nor a classification", "既未声明标准，也无产品分类"))
    named = sorted({one.id for one in catalogue.editions if any(_names(one, code) for code in codes)})
    found = {name: catalogue.find(name, as_of, submission.data_until) for name in named}
    candidates = [one for one in found.values() if isinstance(one, Standard) and one.kind == "standard"]
    for scheme in SCHEMES_IN_ORDER:
        given = [one for one in codes if one.scheme == scheme]
        matching = [one for one in candidates if any(_covers(one, code) for code in given)]
        if len(matching) > 1:
            return _several(scheme, tuple(one.id for one in matching))
        if matching:
            code = next(code for code in given if _covers(matching[0], code))
            why = worded(
                f"covers {scheme.upper()} {code.code}, given at {code.pointer}",
                f"覆盖 {scheme.upper()} {code.code}（{code.pointer}）",
            )
            return Chosen((by_its_data(catalogue.chosen(matching[0], why, as_of), submission),))
    return _none(codes, found, catalogue, as_of)


def by_its_data(chosen: ChosenEdition, submission: Choosing) -> ChosenEdition:
    """The choice of an edition; where an earlier one than the newest was taken for its data, it says so."""
    until, newer = submission.data_until, chosen.edition.by
    if chosen.edition.standing is not Standing.STILL_ALLOWED or until is None:
        return chosen
    because = worded(
        f"{chosen.because.in_language('en')}; its data end before {newer} came into force",
        f"{chosen.because.in_language('zh')}；其数据截止于 {newer} 施行之前",
    )
    return replace(chosen, because=because)


def _several(scheme: str, ids: tuple[str, ...]) -> Undecided:
    listed = ", ".join(ids)
    return Undecided(
        ids,
        worded(
            f"several standards cover its {scheme.upper()} code ({listed}); choose with --standard",
            f"有多项标准覆盖其{scheme.upper()}编码（{listed}），请用 --standard 指定",
        ),
    )


def _none(
    codes: Sequence[Classification],
    found: Mapping[str, Standard | Broken | NotFound],
    catalogue: Catalogue,
    as_of: date,
) -> Undecided:
    """Why none of the standards that name the product's codes was chosen."""
    listed = ", ".join(f"{one.scheme.upper()} {one.code}" for one in codes)
    why = worded(f"no installed standard covers {listed}", f"已安装的标准均不覆盖 {listed}")
    for name, one in found.items():
        if isinstance(one, Broken):
            why = worded(
                f"{why.in_language('en')}; {one.edition.name} names it and has errors (footrule lint shows them)",
                f"{why.in_language('zh')}；{one.edition.name} 列出该编码，但文本有错误（可用 footrule lint 查看）",
            )
        if isinstance(one, NotFound):
            stand = [told(edition) for edition in catalogue.standings(name, as_of)]
            why = worded(
                f"{why.in_language('en')} on {as_of}: {name} {', '.join(text.in_language('en') for text in stand)}",
                f"{why.in_language('zh')}（{as_of}）：{name} {'，'.join(text.in_language('zh') for text in stand)}",
            )
    return Undecided((), why)


def _claimed(claim: Claim, catalogue: Catalogue, submission: Choosing, as_of: date) -> Chosen | Undecided:
    asked = claim.standard if claim.version is None else f"{claim.standard}@{claim.version}"
    found = catalogue.find(asked, as_of, submission.data_until)
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
    because = worded(f"claimed by the submission at {claim.pointer}", f"提交数据声明（{claim.pointer}）")
    chosen = catalogue.chosen(found, because, as_of)
    if claim.version is None:
        chosen = by_its_data(chosen, submission)
    return Chosen((chosen,)) if chosen.edition.may_be_applied else Undecided((), _not_applicable(asked, chosen, as_of))


def _not_applicable(asked: str, chosen: ChosenEdition, as_of: date) -> Wording:
    """Why a claim is not followed: a withdrawn edition, or one to come, is applied by who asks for it by name alone."""
    name, stands = chosen.standard.id, told(chosen.edition)
    version = chosen.standard.version
    return worded(
        f"the submission claims {asked}; on {as_of}, {name} {stands.in_language('en')}. To hold it against that "
        f"edition all the same, use --standard {name}@{version}",
        f"提交数据声明采用 {asked}；在 {as_of}，{name} {stands.in_language('zh')}。仍要按该版本检查，请用 "
        f"--standard {name}@{version}",
    )


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
