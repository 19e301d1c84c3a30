"""SHACL by pyshacl: a document becomes a graph by a JSON-LD context; limits are shapes, sums constraints in SPARQL."""

# pyright: reportMissingImports=false

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from benchmarks.peers.thirty_rules import (
    ALL,
    CO2_PER_CARBON,
    EQUALS,
    GWP,
    IN_BASE,
    KINDS,
    PER_BASE,
    REPORTS,
    STAGES,
    UNITS,
)

PACKAGE = "pyshacl"
TITLE = "SHACL, pyshacl"
SAYS = ALL

_PCF_NUMBERS = (
    "declaredUnitAmount", "productMassPerDeclaredUnit", "pcfExcludingBiogenicUptake", "pcfIncludingBiogenicUptake",
    "fossilGhgEmissions", "fossilCarbonContent", "landUseChangeGhgEmissions", "landManagementBiogenicCO2Emissions",
    "biogenicNonCO2Emissions", "technologicalCO2Removals", "biogenicCO2Uptake", "aircraftGhgEmissions",
    "packagingGhgEmissions", "exemptedEmissionsPercent", "primaryDataShare",
)  # fmt: skip
_NUMBERS = (*_PCF_NUMBERS, "amount", "value", "technological", "temporal", "geographical")
_XSD = "http://www.w3.org/2001/XMLSchema#"
CONTEXT = {"@vocab": "urn:x:"} | {name: {"@id": f"urn:x:{name}", "@type": f"{_XSD}decimal"} for name in _NUMBERS}


def _table(by: str, gives: str, table: Mapping[str, float]) -> str:
    """A number by a text. A constraint of SHACL may have no VALUES."""
    cases = "0"
    for name, value in table.items():
        cases = f'IF ({by} = "{name}", {value:.12f}, {cases})'
    return f"BIND ({cases} AS {gives})"


_UNIT, _PER, _GAS = _table("?u", "?f", IN_BASE), _table("?v", "?g", PER_BASE), _table("?gas", "?w", GWP)
_PROCESSES = "$this x:extensions/x:data/x:inventory/x:processes"
_BROUGHT = f"?i x:amount ?a ; x:unit ?u ; x:from ?s . ?s x:value ?b ; x:unit ?v . {_UNIT} {_PER}"
_EMITTED = f'?e x:origin "fossil" ; x:gas ?gas ; x:amount ?a ; x:unit ?u . {_UNIT} {_GAS}'


def _sum(name: str, pattern: str, value: str) -> str:
    return f"OPTIONAL {{ SELECT $this (SUM({value}) AS ?{name}) WHERE {{ {pattern} }} GROUP BY $this }}"


def _flows(name: str, path: str, conditions: str = "", value: str = "?a * ?f") -> str:
    """The sum over flows of $this."""
    return _sum(name, f"$this {path} ?x . ?x x:amount ?a ; x:unit ?u . {conditions} {_UNIT}", value)


def _far(one: str, other: str, part: float) -> str:
    """That two numbers are further apart than may be."""
    return f"FILTER (abs(({one}) - ({other})) > {part} * abs({other}))"


def _or_zero(*names: str) -> str:
    return " + ".join(f"COALESCE(?{name}, 0)" for name in names)


_HELD = "?a * ?f * ?c / 100"
_OF_PROCESS = (
    ("$this x:monthly_output ?any . "
     + _flows("months", "x:monthly_output")
     + _flows("year", "x:outputs", '?x x:role ?role FILTER (?role IN ("main", "intermediate"))')
     + _far("?months", "?year", 0.005)),
    (_flows("used", "x:inputs", '?x x:kind "electricity" .')
     + _sum("told", f'$this x:id ?id . ?inv x:processes $this ; x:electricity ?e . ?e x:process ?id ; x:energy ?n . '
                    f'?n x:value ?a ; x:unit ?u . {_UNIT}', "?a * ?f")
     + _far("?told", "?used", 0.005)),
    (_flows("held", "x:inputs", '?x x:kind "fuel" ; x:carbon_content/x:value ?c .', _HELD)
     + _flows("burnt", "x:emissions", '?x x:source "combustion" ; x:gas "CO2" .')
     + _far("?burnt", f"?held * {CO2_PER_CARBON}", 0.01)),
    (_flows("fed", "x:inputs", '?x x:kind ?kind FILTER (?kind IN ("feedstock", "material"))')
     + _flows("left", "x:outputs", '?x x:role ?role FILTER (?role != "energy")')
     + _flows("lost", "x:emissions", '?x x:source "process" .')
     + _far(_or_zero("left", "lost"), "?fed", 0.01)),
    (_flows("fed", "x:inputs", '?x x:kind "feedstock" ; x:carbon_content/x:value ?c .', _HELD)
     + _flows("left", "x:outputs", "?x x:carbon_content/x:value ?c .", _HELD)
     + _flows("lost", "x:emissions", '?x x:source "process" ; x:gas "CO2" .')
     + _far(f"COALESCE(?left, 0) + COALESCE(?lost, 0) / {CO2_PER_CARBON}", "?fed", 0.01)),
    (_sum("shared", "$this x:allocation/x:factors ?x . ?x x:share/x:value ?a .", "?a")
     + "FILTER (abs(?shared - 100) > 0.1)"),
    ("?doc x:pcf ?pcf ; x:extensions/x:data/x:inventory/x:processes $this . "
     "$this x:period_start ?start ; x:period_end ?end . "
     "?pcf x:referencePeriodStart ?from ; x:referencePeriodEnd ?to . FILTER (?start < ?from || ?end > ?to)"),
    "$this x:name ?name . ?inv x:processes $this, ?other . ?other x:name ?name . FILTER (?other != $this)",
)  # fmt: skip
_OF_PCF = (
    ("$this x:pcfExcludingBiogenicUptake ?whole ; x:fossilGhgEmissions ?fossil . "
     "OPTIONAL { $this x:landUseChangeGhgEmissions ?luc } "
     "OPTIONAL { $this x:landManagementBiogenicCO2Emissions ?land } "
     "OPTIONAL { $this x:biogenicNonCO2Emissions ?bio } OPTIONAL { $this x:technologicalCO2Removals ?removed } "
     + _far("?fossil + " + _or_zero("luc", "land", "bio", "removed"), "?whole", EQUALS)),
    ("$this x:pcfExcludingBiogenicUptake ?whole ; x:pcfIncludingBiogenicUptake ?both . "
     "OPTIONAL { $this x:biogenicCO2Uptake ?uptake } " + _far("?whole + COALESCE(?uptake, 0)", "?both", EQUALS)),
    ("$this x:fossilGhgEmissions ?fossil . OPTIONAL { $this x:aircraftGhgEmissions ?air } "
     "OPTIONAL { $this x:packagingGhgEmissions ?pack } FILTER (" + _or_zero("air", "pack") + " > ?fossil)"),
    "$this x:exemptedEmissionsPercent ?p FILTER (?p > 0) FILTER NOT EXISTS { $this x:exemptedEmissionsDescription ?d }",
)  # fmt: skip
_TOTAL = _sum("direct", f"{_PROCESSES}/x:emissions ?e . {_EMITTED}", "?a * ?f * ?w") + _sum(
    "bought", f"{_PROCESSES}/x:inputs ?i . {_BROUGHT}", "?a * ?f * ?b * ?g"
)
_OF_FOOTPRINT = (
    ("$this x:pcf/x:pcfExcludingBiogenicUptake ?whole . "
     + _sum("stages", "$this x:extensions/x:data/x:inventory/x:stage_results ?x . ?x x:emission/x:value ?a .", "?a")
     + _far("?stages", "?whole", 0.005)),
    ("$this x:extensions/x:data/x:inventory/x:category/x:purchased_power/x:value ?power . "
     + _sum("emitted", f'{_PROCESSES}/x:inputs ?i . ?i x:kind "electricity" . {_BROUGHT}', "?a * ?f * ?b * ?g")
     + _far("?power * 1000", "?emitted", 0.005)),
    ("$this x:pcf ?pcf ; x:created ?made ; x:validityPeriodStart ?from ; x:validityPeriodEnd ?until . "
     "?pcf x:referencePeriodStart ?start ; x:referencePeriodEnd ?end . "
     'BIND (CONCAT(STR(xsd:integer(SUBSTR(?end, 1, 4)) + 3), SUBSTR(?end, 5)) AS ?last) '
     "FILTER (?start >= ?end || ?made < ?end || ?from < ?end || ?until > ?last)"),
    ("$this x:pcf/x:primaryDataShare ?share . " + _TOTAL
     + _sum("measured", f"{_PROCESSES}/x:emissions ?e . ?e x:primary true . {_EMITTED}", "?a * ?f * ?w")
     + _sum("told", f"{_PROCESSES}/x:inputs ?i . {_BROUGHT} ?s x:footprint ?any ; x:primary_data_share/x:value ?p .",
            "?a * ?f * ?b * ?g * ?p / 100")
     + f"BIND (({_or_zero('direct', 'bought')}) AS ?total) "
       f"FILTER (abs(?share / 100 * ?total - ({_or_zero('measured', 'told')})) > 0.01 * ?total)"),
    ("$this x:pcf ?pcf . " + _TOTAL + f"BIND (({_or_zero('direct', 'bought')}) AS ?total) "
     + "$this x:extensions/x:data/x:inventory ?inv . ?pcf x:fossilGhgEmissions ?fossil ; "
     "x:productMassPerDeclaredUnit ?mass . ?inv x:reference_flow ?flow ; x:processes ?last . "
     "?flow x:process ?process ; x:output ?output . ?last x:id ?process ; x:outputs ?out . "
     f"?out x:id ?output ; x:amount ?a ; x:unit ?u . {_UNIT} "
     "OPTIONAL { ?last x:allocation/x:factors ?factor . ?factor x:output ?output ; x:share/x:value ?portion . } "
     + _far("?fossil * ?a * ?f", "?total * COALESCE(?portion, 100) / 100 * ?mass", 0.01)),
)  # fmt: skip


def _constraints(queries: Sequence[str]) -> str:
    head = f"PREFIX x: <urn:x:> PREFIX xsd: <{_XSD}> SELECT $this WHERE"
    return " ".join(f"sh:sparql [ a sh:SPARQLConstraint ; sh:select '''{head} {{ {one} }}''' ] ;" for one in queries)


def _listed(texts: Sequence[str]) -> str:
    return "( " + " ".join(f'"{one}"' for one in texts) + " )"


def _required(*names: str) -> str:
    return " ".join(f"sh:property [ sh:path x:{one} ; sh:minCount 1 ] ;" for one in names)


def _limited(limit: str, *names: str) -> str:
    return " ".join(f"sh:property [ sh:path x:{one} ; {limit} ] ;" for one in names)


SHAPES = f"""
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix x: <urn:x:> .
[] a sh:NodeShape ; sh:targetSubjectsOf x:pcf ;
  {_required("productClassifications", "validityPeriodStart", "validityPeriodEnd")} {_constraints(_OF_FOOTPRINT)} .
[] a sh:NodeShape ; sh:targetObjectsOf x:pcf ;
  sh:property [ sh:path x:declaredUnitOfMeasurement ; sh:in {_listed(UNITS)} ] ;
  sh:property [ sh:path x:ipccCharacterizationFactors ; sh:in {_listed(REPORTS)} ] ;
  {_limited("sh:minExclusive 0", "declaredUnitAmount", "productMassPerDeclaredUnit")}
  {
    _limited(
        "sh:minInclusive 0",
        "fossilGhgEmissions",
        "fossilCarbonContent",
        "landUseChangeGhgEmissions",
        "biogenicNonCO2Emissions",
    )
}
  {_limited("sh:maxInclusive 0", "biogenicCO2Uptake")} {_constraints(_OF_PCF)} .
[] a sh:NodeShape ; sh:targetObjectsOf x:inventory ;
  sh:property [ sh:path x:reference_flow ; sh:minCount 1 ; sh:node [ {_required("process", "output")} ] ] .
[] a sh:NodeShape ; sh:targetObjectsOf x:processes ; {_required("name", "technology", "stage", "geography")}
  sh:property [ sh:path x:stage ; sh:in {_listed(STAGES)} ] ; {_constraints(_OF_PROCESS)} .
[] a sh:NodeShape ; sh:targetObjectsOf x:inputs ;
  sh:property [ sh:path x:kind ; sh:in {_listed(KINDS)} ] ; {_limited("sh:minExclusive 0", "amount")} .
[] a sh:NodeShape ; sh:targetObjectsOf x:quality ;
  {_limited("sh:minInclusive 1 ; sh:maxInclusive 5", "technological", "temporal", "geographical")} .
[] a sh:NodeShape ; sh:targetObjectsOf x:electricity ; sh:or (
  [ sh:property [ sh:path x:approach ; sh:in ( "grid" "onsite" "direct_line" ) ] ]
  [ sh:property [ sh:path ( x:instrument x:serial ) ; sh:minCount 1 ] ;
    sh:property [ sh:path ( x:instrument x:status ) ; sh:hasValue "cancelled" ] ] ) .
"""


def accepting() -> Callable[[Sequence[bytes]], int]:
    """Makes a graph of each document and validates it, as far as its first breach."""
    from orjson import dumps, loads
    from pyshacl import validate
    from rdflib import Graph

    shapes = Graph().parse(data=SHAPES, format="turtle")

    def accepted(documents: Sequence[bytes]) -> int:
        count = 0
        for one in documents:
            graph = Graph().parse(data=dumps({"@context": CONTEXT} | loads(one)), format="json-ld")
            conforms, _, _ = validate(graph, shacl_graph=shapes, abort_on_first=True, do_owl_imports=False)
            count += bool(conforms)
        return count

    return accepted
