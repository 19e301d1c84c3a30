"""Assessments of anything a submission or a standard may hold: what a report must survive.

Built to what the types promise (a reason exactly where the outcome is undetermined, no findings where nothing was
read), and hostile in every text: control characters, lone surrogates, escape sequences, braces, no text at all.
"""

from __future__ import annotations

from hypothesis import strategies as st

from footrule.assess.assessment import AppliedStandard, Assessment, Verdict
from footrule.assess.finding import Clause, EvidenceValue, Finding, Modality, Outcome, Place, Reason, RuleReference
from footrule.factors.table_used import TableUsed
from footrule.model.edition import EditionStanding, Standing
from footrule.pack.name import PackName
from footrule.submission.intake import IntakeKind, Unreadable
from footrule.text.source import Position
from footrule.text.wording import worded

texts = st.one_of(
    st.text(max_size=60),
    st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "Mn", "Lo", "Co"]), max_size=30),
    st.sampled_from(
        ["", "\x1b[2J\x1b[31mCONFORMING", "{0} {n} {}", "%s", "a" * 300, "/a~1b/" * 40, "碳足迹" * 60, "\u202e"]
    ),
)
wordings = st.builds(worded, texts, texts)
positions = st.builds(Position, st.integers(1, 10**9), st.integers(1, 10**9))
editions = st.builds(EditionStanding, texts, st.sampled_from(Standing), st.none() | st.dates(), st.none() | texts)
hashes = st.text("0123456789abcdef", min_size=64, max_size=64)
tables = st.builds(TableUsed, texts, hashes, st.booleans())
packs = st.none() | st.builds(PackName, texts, hashes)
applied = st.builds(
    AppliedStandard,
    texts,
    texts,
    hashes,
    wordings,
    wordings,
    editions,
    st.lists(editions, max_size=3).map(tuple),
    pack=packs,
)

rules = st.builds(RuleReference, texts, wordings, st.sampled_from(Modality), texts, st.integers(1, 9), texts, wordings)
values = st.builds(
    EvidenceValue, texts, st.none() | texts, st.none() | positions, st.none() | texts, st.none() | wordings
)
outcomes = st.one_of(
    st.sampled_from([(one, None) for one in Outcome if one is not Outcome.UNDETERMINED]),
    st.sampled_from([(Outcome.UNDETERMINED, one) for one in Reason]),
)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    outcome, reason = draw(outcomes)
    return Finding(
        draw(rules),
        tuple(draw(st.lists(st.builds(Clause, wordings, texts, texts), max_size=2))),
        outcome,
        reason,
        Place(draw(texts), draw(st.none() | positions)),
        tuple(draw(st.lists(values, max_size=3))),
        draw(st.none() | wordings),
        draw(wordings),
        draw(st.none() | wordings),
        tuple(draw(st.lists(wordings, max_size=2))),
    )


def unreadables() -> st.SearchStrategy[Unreadable]:
    number = st.none() | st.integers(1, 10**12)
    kinds = st.builds(IntakeKind, st.just("I0003"), wordings, st.just("shall"), st.just(True))
    return st.builds(Unreadable, texts, kinds, number, number, number, wordings, st.none() | hashes)


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    verdict = draw(st.sampled_from(Verdict))
    readable = verdict is not Verdict.UNREADABLE
    return Assessment(
        draw(st.none() | texts),
        draw(texts),
        Place(draw(texts), draw(st.none() | positions)),
        draw(st.none() | hashes),
        draw(st.none() | texts),
        draw(st.dates()),
        tuple(draw(st.lists(applied, max_size=2))),
        tuple(draw(st.lists(tables, max_size=2))),
        verdict,
        tuple(draw(st.lists(findings(), max_size=4))) if readable else (),
        None if readable else draw(unreadables()),
        draw(st.none() | wordings),
    )
