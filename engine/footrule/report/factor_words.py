"""What the pages of factors call things, in English and Chinese; and periods, scopes and states in words."""

from __future__ import annotations

from footrule.factors.factor import Factor, Kind, Scope, Status
from footrule.factors.provenance import Provenance
from footrule.text.wording import Wording, worded

KINDS = {
    Kind.FUEL_COMBUSTION: worded("combustion of a fuel", "燃料燃烧"),
    Kind.FUEL_PROPERTY: worded("property of a fuel", "燃料特性"),
    Kind.ELECTRICITY: worded("electricity", "电力"),
    Kind.HEAT: worded("heat", "热力"),
    Kind.UPSTREAM: worded("upstream", "上游排放"),
    Kind.TRANSPORT: worded("transport", "运输"),
    Kind.PROCESS: worded("process", "生产过程"),
    Kind.PRODUCT: worded("footprint of a product", "产品碳足迹"),
    Kind.PRODUCT_PROPERTY: worded("property of a product", "产品特性"),
    Kind.STOICHIOMETRY: worded("stoichiometry", "化学计量"),
    Kind.BENCHMARK: worded("benchmark of a regulation", "法规基准值"),
    Kind.SCREENING: worded("limit to screen with, never to compute with", "筛查界限，不得用于计算"),
    Kind.CHARACTERISATION: worded("global warming potential", "全球增温潜势"),
}
SCOPES = {
    Scope.DIRECT: worded("direct", "直接排放"),
    Scope.LIFE_CYCLE: worded("life cycle", "生命周期"),
    Scope.GENERATION_ONLY: worded("generation only", "仅发电环节"),
    Scope.UPSTREAM: worded("upstream", "上游"),
}
SCOPES_AT_LENGTH = {
    Scope.DIRECT: worded("direct: what leaves the stack", "直接排放：由排放口排出的部分"),
    Scope.LIFE_CYCLE: worded("life cycle: from the cradle to the gate", "生命周期：从摇篮到大门"),
    Scope.GENERATION_ONLY: worded(
        "generation only: the power plant alone; no footprint of electricity",
        "仅发电环节：只含电厂排放，不是电力的碳足迹",
    ),
    Scope.UPSTREAM: worded("upstream: up to the point of use, without the use", "上游：至使用点为止，不含使用"),
}
STATUSES = {
    Status.VERIFIED: worded("verified", "已核实"),
    Status.TRANSCRIBED: worded("transcribed", "已转录"),
    Status.PROVISIONAL: worded("provisional", "暂定"),
}
STATUSES_AT_LENGTH = {
    Status.VERIFIED: worded("verified: read in the primary document", "已核实：在原始文件中读到"),
    Status.TRANSCRIBED: worded(
        "transcribed: two independent transcriptions agree, or it is recomputed",
        "已转录：两份独立转录一致，或经重新计算",
    ),
    Status.PROVISIONAL: worded(
        "provisional: recollected, or seen in one transcription alone; not read in the document",
        "暂定：凭记忆或仅见于一份转录，未在原始文件中读到",
    ),
}
ORIGINS = {
    "fossil": worded("fossil", "化石"),
    "biogenic": worded("biogenic", "生物源"),
    "land_use": worded("land use", "土地利用"),
}
ANY_DAY = worded("any day: the row has no period", "未限定：任何日期均适用")
FROM = worded("from {first}", "{first} 起")
UNTIL = worded("until {last}", "至 {last}")
BETWEEN = worded("{first} to {last}", "{first} 至 {last}")


def name_of(one: Factor, language: str) -> str:
    """The name of a row in a language, in English where it has none there."""
    return one.name_zh if language == "zh" and one.name_zh else one.name


def other_name_of(one: Factor, language: str) -> str:
    """The name of a row in the other language, empty where there is none."""
    return one.name if name_of(one, language) == one.name_zh else one.name_zh


def note_of(one: Factor, language: str) -> str:
    """The note of a row in a language, in the other one where there is none."""
    return (one.note_zh or one.note) if language == "zh" else (one.note or one.note_zh)


def title_of(provenance: Provenance, language: str) -> str:
    """The title of a table in a language, in English where it has none there."""
    return provenance.title_zh if language == "zh" and provenance.title_zh else provenance.title


def period_of(one: Factor) -> Wording | None:
    """The days for which a row stands, whole years by their numbers; None where it has no end on either side."""
    begins, ends = one.valid_from, one.valid_until
    if begins is None and ends is None:
        return None
    whole_years = (begins is None or (begins.month, begins.day) == (1, 1)) and (
        ends is None or (ends.month, ends.day) == (12, 31)
    )
    first, last = (None if day is None else str(day.year if whole_years else day) for day in (begins, ends))
    if first is not None and first == last:
        return worded(first, first)
    pattern = UNTIL if first is None else FROM if last is None else BETWEEN
    return Wording(tuple((tag, text.format(first=first, last=last)) for tag, text in pattern.texts))
