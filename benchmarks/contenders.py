"""Who is measured: Footrule by one function, and each peer by its module of `benchmarks.peers`.

A contender takes documents as bytes and answers how many of them it accepts. Before it is timed, `mistaken` says where
its verdicts are not what the rules it can say come to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.peers.thirty_rules import ALL
from benchmarks.submissions import Generated
from footrule.assess.assess import assess
from footrule.assess.assessment import Verdict
from footrule.assess.deciding import Deciding
from footrule.assess.recomputing import asked_of_recomputed
from footrule.evaluate.interpreter import Interpreter
from footrule.factors.database import shipped_factors
from footrule.library.catalogue import Catalogue
from footrule.library.choosing import ASKED_FOR
from footrule.library.own_factors import OwnFactors
from footrule.library.shelf import edition_of, shipped
from footrule.model.edition import ChosenEdition
from footrule.model.standard import Standard
from footrule.submission.intake import Unreadable
from footrule.submission.open_documents import document_of
from footrule.submission.raw_documents import RawDocument
from footrule.workspace import submissions

THIRTY = Path(__file__).with_name("thirty.pcr")
DAY = date(2026, 11, 28)
PEERS = (
    "orjson_alone",
    "msgspec_alone",
    "by_hand",
    "json_schema_rs",
    "duckdb_sql",
    "pydantic_models",
    "gorules_zen",
    "json_schema",
    "cel_common",
    "rego",
    "cel_python",
    "shacl",
)

Accepted = Callable[[Sequence[bytes]], int]
"""How many of some documents are accepted."""


@dataclass(frozen=True, slots=True)
class Contender:
    """One that is measured, the rules it says, and, where it cannot be had, why not."""

    title: str
    says: frozenset[str]
    accepted: Accepted | None
    absent: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A standard that is to be applied, and the catalogue that it stands in."""

    catalogue: Catalogue
    chosen: ChosenEdition

    @property
    def standard(self) -> Standard:
        """The standard, checked."""
        return self.chosen.standard


def footrule_checker(prepared: Prepared) -> Callable[[bytes], object]:
    """What checks one document against a standard, explains what does not conform, and answers its verdict.

    The program of the standard decides, and the interpreter explains; what no program reads, the interpreter decides.
    """
    factors_of = OwnFactors(prepared.catalogue, shipped_factors()).of
    deciding = Deciding((prepared.chosen,), factors_of)
    interpreting = interpreter_checker(prepared)

    def check(data: bytes) -> object:
        decided = deciding.decided(RawDocument("document.json", data, 1, 0), (prepared.chosen,))
        if decided is None:
            return interpreting(data)
        if decided.verdict is not Verdict.CONFORMING:
            for finding in decided.findings():
                finding.message.in_language("en")
        return decided.verdict

    return check


def interpreter_checker(prepared: Prepared) -> Callable[[bytes], object]:
    """The same by the reference interpreter alone, with all that a finding tells but the places of what it read."""
    interpreter = Interpreter(factors_of=OwnFactors(prepared.catalogue, shipped_factors()).of)
    applied = (prepared.chosen,)

    def check(data: bytes) -> object:
        document = document_of(RawDocument("document.json", data, 1, 0))
        (submission,) = submissions(document)
        if isinstance(submission, Unreadable):
            return Verdict.UNREADABLE
        return assess(interpreter, applied, submission, None, DAY).verdict

    return check


def footrule(prepared: Prepared) -> Contender:
    """Footrule as a contender."""
    return Contender("Footrule, compiled", ALL, _accepted(footrule_checker(prepared)))


def interpreter(prepared: Prepared) -> Contender:
    """Footrule's reference interpreter as a contender."""
    return Contender("Footrule, reference interpreter", ALL, _accepted(interpreter_checker(prepared)))


def _accepted(check: Callable[[bytes], object]) -> Accepted:
    def accepted(documents: Sequence[bytes]) -> int:
        return sum(check(one) is Verdict.CONFORMING for one in documents)

    return accepted


def thirty_rules(times: int = 1) -> Prepared:
    """The thirty rules, repeated under other ids so many times."""
    head, rules = re.split(r"(?m)^(?=section )", THIRTY.read_text("utf-8"), maxsplit=1)
    repeated = [rules, *(rules.replace("BENCH-", f"BENCH{number}-") for number in range(1, times))]
    edition = edition_of("".join([head, *repeated]).encode(), "thirty.pcr")
    assert edition is not None, "it begins as a standard does"
    return _prepared(Catalogue([*shipped(), edition]), edition.id)


def shipped_rules(id: str) -> Prepared:
    """A standard that ships."""
    return _prepared(Catalogue(shipped()), id)


def without_recomputing(prepared: Prepared) -> Prepared:
    """The same without the rules that ask for the recomputed footprint, so that nobody computes it."""
    standard = prepared.standard
    asking = asked_of_recomputed(standard)
    rules = tuple(one for one in standard.rules if one.id not in asking)
    fewer = replace(standard, rules=rules, sha256=standard.sha256[::-1])  # what is kept by it is not for this one
    return replace(prepared, chosen=replace(prepared.chosen, standard=fewer))


def _prepared(catalogue: Catalogue, id: str) -> Prepared:
    found = catalogue.find(id, DAY)
    assert isinstance(found, Standard), f"{id} can be had"
    return Prepared(catalogue, catalogue.chosen(found, ASKED_FOR, DAY))


def peer(name: str) -> Contender:
    """A peer by the name of its module."""
    try:
        module = import_module(f"benchmarks.peers.{name}")
        return Contender(f"{module.TITLE} {version(module.PACKAGE)}", module.SAYS, module.accepting())
    except (ImportError, PackageNotFoundError) as missing:
        return Contender(name, frozenset(), None, f"{missing.name} is not installed")


def mistaken(contender: Contender, generated: Sequence[Generated]) -> list[str]:
    """Where a contender's verdicts are not those of the rules that it says, one document after the other."""
    assert contender.accepted is not None
    found: list[str] = []
    for number, one in enumerate(generated):
        accepts = contender.accepted([one.data]) == 1
        if accepts is (one.breaks in contender.says):
            found.append(f"{contender.title}: document {number}, which breaks {one.breaks or 'nothing'}")
    return found
