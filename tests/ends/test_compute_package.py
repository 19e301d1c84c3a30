"""`footrule compute` and `trace` on life-cycle packages: a small one that is known, and all of the published ones."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from footrule.factors.characterisation import Characterisation
from footrule.factors.database import shipped_factors
from footrule.inventory.of_package import of_package, products_of
from footrule.inventory.problems import NotComputed
from footrule.inventory.recompute import recompute
from footrule.library.catalogue import Catalogue
from footrule.library.shelf import shipped
from footrule.model.standard import Standard
from footrule.submission.package import Package
from footrule.submission.read_package import read_package
from tests.ends.command import Ended, footrule, written
from tests.house.checkout import ROOT
from tests.submission.ilcd_packages import ilcd
from tests.submission.openlca_packages import both, marked, openlca, setting
from tests.submission.packages import BOILER, FLOWS, GAS, KILOGRAM, MASSES, PROPERTIES, TAR, Object, uuid, write

DATA = ROOT.parent / "shared" / "data"


@pytest.fixture(params=["openLCA", "ILCD"])
def works(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The gas works of the readers' tests, in both formats."""
    files = openlca() if request.param == "openLCA" else ilcd()
    return write(files, tmp_path / "works")


def compute(path: Path, *arguments: str) -> Ended:
    return footrule("compute", path, *arguments)


def test_without_a_process_the_processes_are_listed(works: Path) -> None:
    ended = compute(works)
    assert ended.status == 2
    assert "Gas works" in ended.out
    assert "--process" in ended.err


def test_what_nobody_supplies_keeps_a_footprint_from_being_computed(works: Path) -> None:
    ended = compute(works, "--process", "gas works")
    assert ended.status == 3
    assert "nobody says where it comes from" in ended.squeezed
    (one,) = compute(works, "--process", "gas works", "--format", "json").report
    assert all(each["line"] > 1 and "#" in each["pointer"] for each in one["problems"]), "a place names its file"


def test_an_incomplete_footprint_tells_what_it_leaves_out(works: Path) -> None:
    ended = compute(works, "--process", "gas works", "--incomplete")
    assert (ended.status, ended.err) == (0, "")
    assert "counts as nothing, since nobody supplies it" in ended.squeezed
    (one,) = compute(works, "--process", "gas works", "--incomplete", "--format", "json").report
    assert any("nobody supplies it" in each for each in one["remarks"])


def test_co_products_share_by_the_key_that_is_asked_for(works: Path) -> None:
    def of(output: str, *more: str) -> float:
        options = ("--process", "gas works", "--output", output, "--incomplete", "--format", "json")
        (one,) = compute(works, *options, *more).report
        _, _, unit = one["id"].rpartition(", 1 ")
        return float(one["recomputed"]["excluding_biogenic_uptake"]["value"]) / {"kg": 1, "t": 1000}[unit]

    assert of("Gas, at works") == pytest.approx(of("Tar, at works")), "a kilogram is a kilogram"
    ended = compute(works, "--process", "gas works", "--incomplete", "--allocate", "energy")
    assert ended.status == 3, "tar has no heating value in the package"
    assert "lower_heating_value is missing" in ended.squeezed


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--process", "gas work"), ""),
        (("--process", "nowhere at all"), "the package has no process nowhere at all"),
        (("--process", "gas works", "--output", "coke"), "has no product coke; it has Gas, at works"),
        (("--process", "gas works", "--allocate", "weight"), "choose one of mass"),
        (("--process", "gas works", "--set", "AR7"), "choose one of AR4, AR5, AR6"),
    ],
)
def test_options_that_make_no_sense_are_told(works: Path, options: tuple[str, ...], says: str) -> None:
    ended = compute(works, *options)
    assert ended.status == (2 if says else 3), "a part of one name is enough"
    assert says in ended.err


BY_REVENUE = """library dear 1.0.0
  title "Dear" zh "昂贵"
document doc "A document" zh "文件" edition "1"
allocate D-1 "By revenue" zh "按收入"
  cite doc "1"
  on each p in processes
  share all: everything else among o in p.outputs by o.mass * o.price.value
"""


def test_no_other_key_passes_for_the_one_that_is_asked_for(works: Path, tmp_path: Path) -> None:
    dear = written(tmp_path, "dear.pcr", BY_REVENUE)
    ended = compute(works, "--process", "gas works", "--standard", str(dear), "--allocate", "mass")
    assert (ended.status, ended.out) == (2, "")
    assert "--allocate mass: dear has one way to allocate, and it goes by another key" in ended.err


def test_an_alternative_that_is_not_there_is_told_of_a_package_too(works: Path) -> None:
    ended = compute(works, "--process", "gas works", "--allocation", "ALC-1.1=energi")
    assert (ended.status, ended.out) == (2, "")
    assert "did you mean energy?" in ended.err


def shares_by(path: Path, key: str) -> list[str]:
    """What the gas of the works bears, and the tar, by a key."""
    options = ("--process", "gas works", "--incomplete", "--allocate", key, "--format", "json")
    (one,) = compute(path, *options).report
    return [each["share"]["value"] for each in one["recomputed"]["shares"] if each["burden_class"] == "all"]


def test_products_share_by_the_revenue_and_by_the_carbon_that_the_package_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """800 kg of gas for 600, 0.2 t of tar for 200; of carbon 75 % and 100 %: 600 kg to 200 kg."""
    carbon = uuid(0x80)
    monkeypatch.setitem(PROPERTIES, carbon, ("Carbon content", MASSES, KILOGRAM, "kg"))
    for flow, held in ((GAS, "0.75"), (TAR, "1.0")):
        name, kind, reference, others, category = FLOWS[flow]
        monkeypatch.setitem(FLOWS, flow, (name, kind, reference, {**others, carbon: held}, category))
    yuan: Object = {"@type": "Currency", "@id": uuid(0x70), "name": "CNY"}
    priced = both(
        setting(1, costValue=marked("600"), currency=yuan), setting(2, costValue=marked("200"), currency=yuan)
    )
    works = write(openlca(priced), tmp_path / "works")
    assert shares_by(works, "revenue") == ["75", "25"]
    assert shares_by(works, "carbon") == ["75", "25"]
    assert shares_by(works, "mass") == ["80", "20"]


# Trace


def trace(path: Path, *arguments: str) -> Ended:
    return footrule("trace", path, *arguments, "--process", "gas works", "--incomplete")


def test_without_a_process_those_of_the_package_are_listed_to_trace_too(works: Path) -> None:
    ended = footrule("trace", works)
    assert ended.status == 2
    assert "Gas works" in ended.out
    assert "--process" in ended.err


def test_a_figure_is_told_down_to_the_file_and_line_of_each_amount(works: Path) -> None:
    """A tonne of products takes 900 MJ, and the boiler 0.025 kg for 1: 0.9 / (1 - 0.9 * 0.025) MJ for 1 kg."""
    ended = trace(works, f"contributions/{BOILER}/4")
    assert (ended.status, ended.err) == (0, "")
    assert "Methane, biogenic: 0.000248593 kg CO2e" in ended.squeezed, "27 * 1e-5 kg for each MJ"
    assert "amount of Steam asked for: 0.920716 MJ" in ended.squeezed
    places = re.findall(
        r"takes of it \((\S+), line (\d+)\) = the product of amount: (\S+) \S+ \(line (\d+)\)", ended.squeezed
    )
    assert {amount for *_, amount, _ in places} == {"900", "0.025"}
    for file, line, amount, again in places:
        assert line == again, "a file is named once for all that is in it"
        lines = (works / file).read_text("utf-8").splitlines()
        assert any(amount in near for near in lines[int(line) - 1 : int(line) + 12])


def test_what_counts_as_nothing_is_told_below_a_figure(works: Path) -> None:
    ended = trace(works, "fossil")
    assert "counts as nothing, since nobody supplies it: Coal, at mine, Electricity, medium voltage" in ended.squeezed
    told = json.loads(trace(works, "fossil", "--format", "json").out)
    (computed,) = compute(works, "--process", "gas works", "--incomplete", "--format", "json").report
    assert told["remarks"] == computed["remarks"], "as compute tells it"
    assert all(each["line"] > 1 for each in told["of"])


def test_a_figure_is_traced_of_the_output_and_by_the_key_that_are_asked_for(works: Path) -> None:
    of_tar = trace(works, "fossil", "--output", "Tar, at works", "--allocate", "mass")
    assert "amount of Tar, at works asked for: 1 " in of_tar.squeezed
    refused = trace(works, "fossil", "--allocate", "weight")
    assert (refused.status, refused.out) == (2, "")
    assert "choose one of mass" in refused.err


def test_what_cannot_be_computed_cannot_be_traced(works: Path) -> None:
    ended = footrule("trace", works, "fossil", "--process", "gas works")
    assert (ended.status, ended.out) == (3, "")
    assert "nobody says where it comes from" in ended.err


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["uslci/jsonld-petro-subset", "tiangong", "ilcd-samples"])
@pytest.mark.parametrize("complete", [True, False], ids=["complete", "incomplete"])
def test_every_process_ends_in_a_result_or_in_reasons(name: str, *, complete: bool) -> None:
    package = read_package(DATA / name)
    library = Catalogue(shipped()).find("co_products", date(2026, 11, 28))
    assert isinstance(package, Package)
    assert isinstance(library, Standard)
    factors = shipped_factors()
    counted, computed = Characterisation(factors), 0
    for process in package.processes:
        for output in products_of(process):
            of = of_package(package, process, output, "AR6", counted, complete=complete)
            try:
                found = recompute(library, of.footprint, None, factors, with_alternatives=False)
            except NotComputed as problem:
                assert all(str(one.says) for one in problem.problems)
                continue
            computed += found.footprint.gwp_set == "AR6"
            assert found.footprint.amounts
    assert computed or complete or len(package.processes) == 1, "some are, where what is missing counts as nothing"
