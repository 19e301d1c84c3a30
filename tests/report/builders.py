"""Assessments as the engine makes them, small enough to read: what the report tests write about.

Rules, values and places are those of a PACT document; no product or company here is real.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from footrule.assess.assessment import AppliedStandard, Assessment, Verdict
from footrule.assess.finding import (
    Clause,
    EvidenceValue,
    Finding,
    Modality,
    Outcome,
    Place,
    Reason,
    RuleReference,
)
from footrule.factors.table_used import TableUsed
from footrule.model.edition import EditionStanding, Standing
from footrule.pack.name import PackName
from footrule.submission.intake import IntakeKind, Unreadable
from footrule.text.source import Position
from footrule.text.wording import Wording, worded

PACT_DOCUMENT = Wording((("en", "PACT Technical Specifications"),))
PACT = AppliedStandard(
    "pact",
    "1.0.0",
    "5d" * 32,
    worded("PACT cross-field constraints", "PACT 字段间约束"),
    worded("it was named on the command line", "命令行指定"),
    EditionStanding("1.0.0", Standing.IN_FORCE, None, None),
)
ETHYLENE = AppliedStandard(
    "ethylene",
    "1.0.0",
    "7e" * 32,
    worded("Ethylene", "乙烯"),
    worded(
        "CAS number 74-85-1 in /productClassifications/0 is covered by this standard",
        "/productClassifications/0 的 CAS 号 74-85-1 属于本标准的适用范围",
    ),
    EditionStanding("1.0.0", Standing.STILL_ALLOWED, date(2027, 12, 31), "1.1.0"),
    (
        EditionStanding("2.0.0", Standing.NOT_YET, date(2030, 1, 1), None),
        EditionStanding("1.1.0", Standing.IN_FORCE, date(2026, 7, 1), None),
        EditionStanding("0.9.0", Standing.WITHDRAWN, date(2025, 12, 31), None),
    ),
    pack=PackName("packs/ethylene-1.0.0.pcrpack", "c4" * 32),
)


FACTOR_TABLES = (
    TableUsed("own-factors", "3c" * 32, ships=False),
    TableUsed("steam", "5e" * 32, ships=False, standard="bottled_gas 1.0.0"),
    TableUsed("grid", "9a" * 32, ships=True),
)

SENTENCE = worded("The “a” shall equal the “b” within printed rounding.", "“a”应等于“b”（允许修约误差）。")


def at(line: int, column: int) -> Position:
    return Position(line, column)


def rule(
    id: str, title: Wording, modality: Modality = Modality.SHALL, standard: str = "pact", requirement: int = 1
) -> RuleReference:
    return RuleReference(id, title, modality, standard, requirement, "shall a equals b", SENTENCE)


def clause(attribute: str) -> Clause:
    return Clause(PACT_DOCUMENT, "3.0.3", attribute)


def value(name: str, pointer: str, line: int, shown: str | None, note: Wording | None = None) -> EvidenceValue:
    return EvidenceValue(name, pointer, at(line, 7), shown, note)


TAKEN_AS_ABSENT = worded("taken as absent: 0 kg CO2e", "按缺省计：0 kg CO2e")

SUM = Finding(
    rule(
        "PACT-C04",
        worded("The footprint excluding uptake is the sum of its parts", "不含生物源吸收的碳足迹等于各组成部分之和"),
    ),
    (clause("CarbonFootprint, pcfExcludingBiogenicUptake"),),
    Outcome.NONCONFORMING,
    None,
    Place("/pcf/pcfExcludingBiogenicUptake", at(24, 37)),
    (
        value("pcf.excluding_biogenic_uptake", "/pcf/pcfExcludingBiogenicUptake", 24, "5.20 kg CO2e"),
        value("pcf.fossil", "/pcf/fossilGhgEmissions", 26, "13.50 kg CO2e"),
        value("pcf.land_use_change", "/pcf/landUseChangeGhgEmissions", 19, None, TAKEN_AS_ABSENT),
        value("pcf.ccs_capture", "/pcf/ccsTechnologicalCO2Capture", 19, None, TAKEN_AS_ABSENT),
    ),
    worded(
        "pcf.excluding_biogenic_uptake equals pcf.fossil + pcf.land_use_change + pcf.ccs_capture, each term allowed "
        "half a unit in its last printed place",
        "pcf.excluding_biogenic_uptake 等于 pcf.fossil + pcf.land_use_change + pcf.ccs_capture，"
        "每项允许末位半个单位的修约误差",
    ),
    worded(
        "The parts add up to 13.50 kg CO2e, and 5.20 kg CO2e is reported.",
        "各组成部分之和为 13.50 kg CO2e，而申报值为 5.20 kg CO2e。",
    ),
    None,
    (),
)

EXEMPTED = Finding(
    rule("PACT-C14", worded("Exempted emissions stay below the cap", "豁免排放不超过上限")),
    (
        clause("CarbonFootprint, exemptedEmissionsPercent"),
        Clause(Wording((("en", "PACT Methodology"),)), "3.0", "3.3.1.2"),
    ),
    Outcome.NONCONFORMING,
    None,
    Place("/pcf/exemptedEmissionsPercent", at(31, 33)),
    (
        value("pcf.exempted_share", "/pcf/exemptedEmissionsPercent", 31, "4.2 %"),
        EvidenceValue("exemption_cap", None, None, "3 %", worded("parameter of pact", "pact 的参数")),
    ),
    worded("pcf.exempted_share <= exemption_cap", "pcf.exempted_share <= exemption_cap"),
    worded("4.2 % of the emissions are exempted, and the cap is 3 %.", "豁免排放占 4.2 %，上限为 3 %。"),
    None,
    (worded("exemption_cap = 3 %, of which drafts differ", "exemption_cap = 3 %，各版草案不一致"),),
)


def decoking(process: int, name: str) -> Finding:
    """The same rule in several places, as rules with `for each` find it."""
    pointer = f"/extensions/0/data/inventory/processes/{process}"
    return Finding(
        rule("ETH-5.2", worded("Decoking CO2 is reported", "应报告清焦二氧化碳"), standard="ethylene"),
        (Clause(Wording((("en", "ISO 14067"),)), "2018", "6.3.4.3"),),
        Outcome.NONCONFORMING,
        None,
        Place(pointer, at(120 + 40 * process, 9)),
        (
            EvidenceValue("c.name", f"{pointer}/name", at(121 + 40 * process, 19), name, None),
            EvidenceValue("burnt", None, None, "0 kg CO2", None),
            EvidenceValue("c.zero_reason(decoking)", f"{pointer}/zero_reasons", at(120 + 40 * process, 9), None, None),
        ),
        worded("burnt > 0 kg or c.zero_reason(decoking) is given", "burnt > 0 kg 或给出 c.zero_reason(decoking)"),
        worded(f"{name} reports no decoking CO2 and no reason", f"{name}未报告清焦CO2，亦未说明理由"),
        worded(
            "report the CO2, or say in zero_reasons why there is none", "报告该排放，或在 zero_reasons 中说明为何没有"
        ),
        (),
    )


UPTAKE = Finding(
    rule(
        "PACT-C20",
        worded("Uptake matches the biogenic carbon content", "生物源吸收与生物源碳含量一致"),
        Modality.SHOULD,
    ),
    (clause("CarbonFootprint, biogenicCO2Uptake"),),
    Outcome.NONCONFORMING,
    None,
    Place("/pcf/biogenicCO2Uptake", at(41, 26)),
    (
        value("pcf.biogenic_uptake", "/pcf/biogenicCO2Uptake", 41, "-1.40 kg CO2e"),
        value("pcf.biogenic_carbon_content", "/pcf/biogenicCarbonContent", 28, "0.42 kg C"),
    ),
    worded("pcf.biogenic_uptake within 5 % of -co2_of(pcf.biogenic_carbon_content)", "二者相差不超过 5 %"),
    worded(
        "0.42 kg C bind 1.539 kg CO2, and -1.40 kg CO2e is reported.",
        "0.42 kg C 相当于 1.539 kg CO2，而申报值为 -1.40 kg CO2e。",
    ),
    None,
    (),
)

UNKNOWN_ATTRIBUTE = Finding(
    rule("I0104", worded("An attribute is unknown", "未知属性"), Modality.SHOULD, "PACT 3.0.0"),
    (clause("ProductFootprint"),),
    Outcome.NONCONFORMING,
    None,
    Place("/pcf/packagingGhgEmmissions", at(33, 7)),
    (),
    worded("an attribute of CarbonFootprint", "CarbonFootprint 的属性"),
    worded(
        "packagingGhgEmmissions is no attribute of CarbonFootprint.",
        "CarbonFootprint 没有属性 packagingGhgEmmissions。",
    ),
    worded("did you mean packagingGhgEmissions?", "是否应为 packagingGhgEmissions？"),
    (),
)


def lacks(id: str, title: Wording, field: str, line: int, remedy: Wording | None) -> Finding:
    """A rule that could not be decided because one field is missing."""
    missing = EvidenceValue(field, f"/pcf/{field}", at(line, 3), None, None)
    return Finding(
        rule(id, title),
        (clause(f"CarbonFootprint, {field}"),),
        Outcome.UNDETERMINED,
        Reason.LACKS_DATA,
        Place(f"/pcf/{field}", at(line, 3)),
        (missing,),
        None,
        worded(f"/pcf/{field} is missing.", f"缺少 /pcf/{field}。"),
        remedy,
        (),
    )


INVENTORY = worded(
    "an inventory extension in /extensions, with the unit processes, their inputs and outputs",
    "在 /extensions 中提供清单扩展，包括各单元过程及其输入、输出",
)
DQI = worded("/pcf/dqi, with its three ratings from 1 (best) to 5", "/pcf/dqi 及其三项评分，从 1（最好）到 5")


def needs_inventory(id: str, title: Wording) -> Finding:
    finding = lacks(id, title, "inventory", 19, INVENTORY)
    return replace(
        finding,
        rule=replace(finding.rule, standard="ethylene"),
        place=Place("/extensions", at(2, 3)),
        message=worded("The submission carries no inventory.", "提交文件不含清单数据。"),
    )


LACKING = (
    lacks(
        "PACT-C13", worded("Data quality ratings lie between 1 and 5", "数据质量评分介于 1 和 5 之间"), "dqi", 19, DQI
    ),
    lacks("PACT-C19", worded("Data quality is given from 2028 on", "自 2028 年起应提供数据质量"), "dqi", 19, DQI),
    needs_inventory("ETH-5.1", worded("A cracking route has a cracker", "裂解路线应包含裂解装置")),
    needs_inventory("ETH-5.3", worded("The yield table closes", "产率平衡")),
    needs_inventory("ETH-5.6.2", worded("The declared footprint is the recomputed one", "申报值与复算值一致")),
)


def attested(id: str, title: Wording, message: Wording, cited: str) -> Finding:
    return Finding(
        rule(id, title),
        (clause(cited),),
        Outcome.UNDETERMINED,
        Reason.AWAITS_PERSON,
        Place("", at(1, 1)),
        (),
        None,
        message,
        worded(
            "A verifier records the judgement under inventory.attestations, or in the reviewer's record.",
            "由核查人员将判断记录在 inventory.attestations 或评审记录中。",
        ),
        (),
    )


AWAITING = (
    attested(
        "PACT-C17",
        worded("Departures from the category rules are explained", "对偏离产品种类规则之处作出说明"),
        worded("A verifier judges this by inquiry.", "由核查人员通过询问作出判断。"),
        "CarbonFootprint, comment",
    ),
    attested(
        "PACT-C23",
        worded("Outbound logistics is not part of the footprint", "碳足迹不包含出厂物流"),
        worded("A verifier judges this by inspection.", "由核查人员通过检查作出判断。"),
        "CarbonFootprint, outboundLogisticsGhgEmissions",
    ),
)

MET = tuple(
    replace(SUM, rule=rule(f"PACT-C{number:02}", worded("Met", "已满足")), outcome=Outcome.CONFORMING)
    for number in (2, 3, 5, 6, 10, 11, 12, 15, 21, 22)
)
NOT_APPLICABLE = tuple(
    replace(SUM, rule=rule(f"PACT-C{number:02}", worded("Not touched", "不涉及")), outcome=Outcome.NOT_APPLICABLE)
    for number in (7, 8, 9)
)


def assessment(
    *findings: Finding,
    verdict: Verdict = Verdict.NONCONFORMING,
    standards: tuple[AppliedStandard, ...] = (ETHYLENE, PACT),
    submission_id: str | None = "6f9c1d4e-0b7a-4b1f-9a35-2d1c8e5f7a10",
    remark: Wording | None = None,
) -> Assessment:
    return Assessment(
        submission_id,
        "footprints/ethylene.json",
        Place("", Position(1, 1)),
        "3b" * 32,
        "PACT 3.0.0",
        date(2026, 11, 23),
        standards,
        FACTOR_TABLES if standards else (),
        verdict,
        findings,
        None,
        remark,
    )


NONCONFORMING = assessment(
    SUM,
    decoking(0, "Cracker 1"),
    decoking(1, "Cracker 2"),
    EXEMPTED,
    UPTAKE,
    UNKNOWN_ATTRIBUTE,
    *LACKING,
    *AWAITING,
    *MET,
    *NOT_APPLICABLE,
)
CONFORMING = assessment(*MET, *NOT_APPLICABLE, verdict=Verdict.CONFORMING, standards=(PACT,))
UNDETERMINED = assessment(*LACKING, *AWAITING, *MET, verdict=Verdict.UNDETERMINED)
NOT_ASSESSED = assessment(
    verdict=Verdict.NOT_ASSESSED,
    standards=(),
    remark=worded(
        "Two standards cover CPC 34110: ethylene, propylene. Choose one with --standard.",
        "CPC 34110 属于两项标准的适用范围：ethylene、propylene。请用 --standard 选定其一。",
    ),
)
TRUNCATED = Unreadable(
    "footprints/broken.json",
    IntakeKind("I0003", worded("The document is not JSON", "文档不是 JSON"), "shall", True),
    12,
    7,
    341,
    worded(
        'The document ends inside a string; its last line begins with "pcf": {"declaredUnit.',
        '文档在字符串中间结束；最后一行以 "pcf": {"declaredUnit 开头。',
    ),
    "9a" * 32,
)
UNREADABLE = replace(
    assessment(verdict=Verdict.UNREADABLE, submission_id=None, standards=()),
    file=TRUNCATED.file,
    sha256=TRUNCATED.sha256,
    format=None,
    unreadable=TRUNCATED,
)
