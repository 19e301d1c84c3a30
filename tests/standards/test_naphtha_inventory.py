"""The example with an inventory adds up, by the language's own arithmetic, and answers what a standard will ask."""

from __future__ import annotations

import pytest

from footrule.check.expressions import infer
from footrule.check.scope import FileScope, Scope
from footrule.check.vocabulary import Vocabulary
from footrule.evaluate.context import Context
from footrule.evaluate.evidence import Evidence
from footrule.evaluate.expressions import evaluate
from footrule.evaluate.values import Result
from footrule.factors.database import shipped_factors
from footrule.submission.footprint_vocabulary import CODES, RECORDS
from footrule.submission.json_text import JsonText, decode
from footrule.submission.read import file_context, read_footprint
from footrule.submission.submission import Submission
from footrule.syntax.parse import parse_expression
from footrule.text.diagnostic import Sink
from footrule.text.source import Source, Span
from tests.house.checkout import ROOT
from tests.submission.pact_documents import nowhere

FILE = ROOT / "standards" / "ethylene" / "examples" / "naphtha-cracking.json"
VOCABULARY = Vocabulary(RECORDS, CODES)


@pytest.fixture(scope="module")
def submission() -> Submission:
    decoded = decode(FILE.read_bytes(), FILE.name)
    assert isinstance(decoded, JsonText)
    assert isinstance(decoded.value, dict)
    read = read_footprint(decoded.value, "", FILE.name, "", nowhere, file_context([decoded.value]))
    assert isinstance(read, Submission)
    return read


def asked(submission: Submission, expression: str) -> Result:
    """What an expression comes to on the example."""
    sink = Sink()
    source = Source("test", expression)
    tree = parse_expression(source, Span(0, len(expression)), sink)
    assert tree is not None, list(sink)
    checked = infer(Scope(FileScope(source, sink, VOCABULARY), {}), tree)
    assert checked is not None, list(sink)
    return evaluate(Context(submission.footprint, None, {}, {}, Evidence(), evaluate, shipped_factors()), checked)


def test_it_is_read_without_a_finding(submission: Submission) -> None:
    assert submission.intake == ()


FEED_MASS = "sum(i.mass for i in p.inputs where i.kind is feedstock)"
MAIN = "sum(o.mass for o in p.outputs where o.role is main)"
PRODUCTS = "sum(o.mass for o in p.outputs where o.role in {main, additional})"
ETHYLENE = 'sum(o.mass for o in p.outputs where o.id = "ethylene")'
CO2 = "sum(e.amount for e in p.emissions where e.gas is CO2)"
CARBON_IN = "sum(i.mass * i.carbon_content for i in p.inputs where i.kind is feedstock)"
CARBON_OUT = "sum(o.mass * o.carbon_content for o in p.outputs where o.role is not waste)"


@pytest.mark.parametrize(
    "holds",
    [
        "p.technology is steam_cracking",
        f"sum(o.mass for o in p.outputs where o.role is not energy) within 1 % of {FEED_MASS}",
        f"sum(m.mass for m in p.monthly_output) is exactly {ETHYLENE}",
        f"{CARBON_OUT} within 2 % of {CARBON_IN}",
        # IPCC 2006, volume 3, tables 3.14 and 3.25: direct CO2 and yields of naphtha
        f"{CO2} / {ETHYLENE} within 0.5 % of 1.73",
        f"{ETHYLENE} / {FEED_MASS} is exactly 0.324",
        "sum(e.amount for e in p.emissions where e.source is decoking and e.gas is CO2) > 0 kg",
        "some z in p.zero_reasons satisfies z.source is venting",
        'sum(f.share for f in p.allocation.factors where f.burden_class = "feedstock") within 0.3 % of 100 %',
        'sum(f.share for f in p.allocation.factors where f.burden_class = "operation") within 0.3 % of 100 %',
        'every f in p.allocation.factors satisfies f.burden_class = "feedstock" or f.share within 0.05 % of '
        f"(sum(o.mass for o in p.outputs where o.id = f.output) / {MAIN})",
        'every f in p.allocation.factors satisfies f.burden_class = "operation" or f.share within 0.05 % of '
        f"(sum(o.mass for o in p.outputs where o.id = f.output) / {PRODUCTS})",
        "every i in p.inputs satisfies i.supply.kind is not process or (some o in p.outputs satisfies "
        "o.id = i.supply.output)",
    ],
)
def test_the_cracker_adds_up(submission: Submission, holds: str) -> None:
    assert asked(submission, f"every p in processes satisfies {holds}") is True


def test_the_declared_footprint_is_what_the_declared_allocation_gives(submission: Submission) -> None:
    """Feedstock by mass over all products, operation over main ones; methane counts 29.8 (IPCC AR6, table 7.15)."""
    supplied = (
        "(i.mass absent as 0 kg) * (i.supply.emission_per_mass absent as 0 kg CO2e/kg)"
        " + (i.energy absent as 0 MJ) * (i.supply.emission_per_energy absent as 0 kg CO2e/MJ)"
        " + (i.transport absent as 0 tkm) * (i.supply.emission_per_transport absent as 0 kg CO2e/tkm)"
    )
    feedstock = f"sum({supplied} for i in p.inputs where i.kind in {{feedstock, transport}})"
    operation = f"sum({supplied} for i in p.inputs where i.kind in {{fuel, electricity, heat}})"
    direct = f"({CO2} + 29.8 * sum(e.amount for e in p.emissions where e.gas is CH4)) / 1 kg * 1 kg CO2e"
    declared = "pcf.excluding_biogenic_uptake / pcf.mass"
    computed = f"{feedstock} / {PRODUCTS} + ({operation} + {direct}) / {MAIN}"
    assert asked(submission, f"every p in processes satisfies {declared} within 0.1 % of ({computed})") is True


def test_the_sensitivity_that_a_standard_asks_for_is_there(submission: Submission) -> None:
    wanted = "some s in sensitivities satisfies s.topic is allocation and s.basis is lower_heating_value"
    assert asked(submission, wanted) is True
