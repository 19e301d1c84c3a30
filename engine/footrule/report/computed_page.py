"""A computed footprint as a page: the result beside what was declared, what it is made of, and how it was shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from footrule.inventory.problems import name_of, text_of
from footrule.inventory.records import code_of, records_in
from footrule.measure.decimal import rounded_text
from footrule.report.computed import Computed, NothingComputed
from footrule.report.ink import BOLD, RED, YELLOW
from footrule.report.largest import by_weight, emission_of
from footrule.report.layout import indented
from footrule.report.page import Page
from footrule.report.page_ends import of_submission, place, remarks
from footrule.report.visible import visible
from footrule.submission.element import Element, Number, Record
from footrule.submission.spoken_codes import SPOKEN_CODES
from footrule.text.cells import cells
from footrule.text.wording import worded

BY = worded("by {standard}: {because}", "按 {standard}：{because}")
NOT_COMPUTED = worded("the footprint cannot be computed", "无法计算碳足迹")
AT_PLACE = worded("{0}: {1}", "{0}：{1}")
FOR_DECLARED_UNIT = worded("Footprint, kg CO2e for the declared unit ({set})", "碳足迹（每声明单位，kg CO2e，{set}）")
DECLARED = worded("{name}; declared {declared}, recomputed {change}", "{name}；申报值 {declared}，复算值{change}")
IN_FLOATS = worded(
    "a large system, computed in floating point; no figure is off by more than {bound} kg CO2e",
    "系统规模较大，按浮点数计算；各数值的误差均不超过 {bound} kg CO2e",
)
HIGHER = worded("{by} higher", "高 {by}")
LOWER = worded("{by} lower", "低 {by}")
EQUAL = worded("the same", "相同")
OTHER_SET = worded(
    "Told in CO2e by other characterisation factors, and taken as told", "按其他特征化因子折合，照原值采用"
)
IN_SET = worded("{0}: {1} ({2})", "{0}：{1}（{2}）")
GASES = worded("Direct emissions", "直接排放")
OF_GAS = worded("{0}, {1}", "{0}，{1}")
CONTRIBUTIONS = worded("Contributions", "贡献")
MORE = worded("and {n} smaller ones, {sum} together", "另有较小的 {n} 项，合计 {sum}")
STAGES = worded("Life cycle stages", "生命周期阶段")
NO_STAGE = worded("not told", "未说明")
SHARES = worded("Shares by the allocation", "分配系数")
OF_CLASS = worded("{0} ({1}, {2})", "{0}（{1}，{2}）")
BY_RULE = worded("{process}: by {rule}", "{process}：按 {rule}")
BY_ALTERNATIVE = worded("{process}: by {rule}, its alternative {name}", "{process}：按 {rule} 的备选方法 {name}")
ALTERNATIVES = worded("By other allocations that the standard allows", "按标准允许的其他分配方法")
ALTERNATIVE = worded("{0}, {1} ({2})", "{0}，{1}（{2}）")
DATA = worded("Data", "数据")
RATINGS = {
    "technological": worded("technological rating, 1 the best", "技术代表性评分（1为最好）"),
    "geographical": worded("geographical rating", "地理代表性评分"),
    "temporal": worded("temporal rating", "时间代表性评分"),
}
PRIMARY = worded("primary data share", "初级数据占比")
BALANCES = worded("Balances of the processes, in and out", "各过程的平衡（输入与输出）")
MASS = worded("mass", "质量")
CARBON = worded("carbon", "碳")
ENERGY = worded("energy", "能量")
NOT_NEEDED = worded("Not needed by the reference flow", "基准流不需要的过程")
PROVISIONAL = worded("Provisional factors", "暂定因子")
PROVISIONAL_LIMITS = worded("Provisional limits of the allocation", "分配所用的暂定限值")
POSITIONS = (
    ("excluding_biogenic_uptake", worded("footprint without biogenic uptake", "碳足迹（不含生物源吸收）")),
    ("fossil", worded("fossil emissions and removals", "化石源排放与清除")),
    ("biogenic_non_co2", worded("biogenic emissions other than CO2", "生物源非CO2排放")),
    ("land_use_change", worded("land use change", "土地利用变化")),
)
LONGEST_ID = 32
"""One character more is an identifier that a program made."""
_BALANCED = (("mass", MASS), ("carbon", CARBON), ("energy", ENERGY))


def computed_page(page: Page, one: Computed | NothingComputed) -> list[str]:
    """The lines of the page."""
    lines = _head(page, one)
    if isinstance(one, NothingComputed):
        return [
            *lines,
            "",
            page.ink(page.word(NOT_COMPUTED), BOLD, RED),
            *_problems(page, one),
            *remarks(page, one.remarks),
        ]
    record, processes = one.found.record, dict(_called(one.found.footprint.processes))
    sections = (
        (page.word(FOR_DECLARED_UNIT, set=one.found.footprint.gwp_set), _positions(page, one)),
        (page.word(GASES), _gases(page, record)),
        (page.word(CONTRIBUTIONS), _contributions(page, record, processes)),
        (page.word(STAGES), _stages(page, record)),
        (page.word(SHARES), [*_applied(page, one), *_shares(page, record, processes)]),
        (page.word(ALTERNATIVES), _alternatives(page, record)),
        (page.word(DATA), _data(page, record)),
        (page.word(BALANCES), _balances(page, record, processes)),
        (page.word(NOT_NEEDED), [("", visible(name_of(process))) for process in one.found.footprint.unreached]),
        (page.word(OTHER_SET), _of_other_sets(page, one)),
        (page.word(PROVISIONAL), [("", visible(f"{each.id}: {each.shown}")) for each in one.provisional]),
        (page.word(PROVISIONAL_LIMITS), [("", page.told(each)) for each in one.provisional_limits]),
    )
    for title, rows in sections:
        told = list(rows)
        if told:
            style = YELLOW if title in map(page.word, (PROVISIONAL, PROVISIONAL_LIMITS, OTHER_SET)) else BOLD
            lines += ["", page.ink(title, style), *indented(_set(page.narrower(2), told), 2)]
    return lines + remarks(page, one.remarks)


def _head(page: Page, one: Computed | NothingComputed) -> list[str]:
    lines = of_submission(page, one.submission)
    if one.chosen is not None:
        standard = f"{one.chosen.standard.id} {one.chosen.standard.version}"
        lines += page.paragraph(page.word(BY, standard=standard, because=page.told(one.chosen.because)))
    return lines


def _problems(page: Page, one: NothingComputed) -> list[str]:
    places = one.submission.locate([each.pointer for each in one.problems])
    lines: list[str] = []
    for each in one.problems:
        at, says = place(page, each.pointer, places), page.told(each.says)
        text = page.word(AT_PLACE, at, says) if at else says
        lines += indented(page.narrower(2).paragraph(text), 2)
    return lines


def _set(page: Page, rows: Sequence[tuple[str, str]]) -> list[str]:
    """Figures on the right of their column, and beside each what it is of."""
    wide = max(cells(figure) for figure, _ in rows)
    lines: list[str] = []
    for figure, text in rows:
        lines += page.hanging(" " * (wide - cells(figure)) + figure, text) if wide else page.paragraph(text)
    return lines


def _positions(page: Page, one: Computed) -> Iterator[tuple[str, str]]:
    pcf = one.submission.footprint.fields.get("pcf")
    for name, called in POSITIONS:
        value = _fraction(one.found.record.fields.get(name))
        if value is None:
            continue
        declared = pcf.fields.get(name) if isinstance(pcf, Record) else None
        text = page.word(called)
        if isinstance(declared, Number):
            change = _change(page, value, declared.quantity.value)
            text = page.word(DECLARED, name=text, declared=visible(declared.as_printed), change=change)
        yield rounded_text(value), text
    bound = one.found.footprint.bound
    if bound is not None:
        yield "", page.word(IN_FLOATS, bound=rounded_text(bound * one.found.scale, 2))


def _change(page: Page, value: Fraction, declared: Fraction) -> str:
    if value == declared:
        return page.word(EQUAL)
    by = rounded_text(abs(value - declared)) if declared == 0 else _percent(abs(value / declared - 1))
    return page.word(HIGHER if value > declared else LOWER, by=by)


def _gases(page: Page, record: Record) -> Iterator[tuple[str, str]]:
    for one in records_in(record, "gases"):
        named = [visible(code_of(one, "gas")), _said(page, one, "origin")]
        mass = rounded_text(_fraction(one.fields.get("mass")) or Fraction(0))
        yield _figure(one, "emission"), page.word(OF_GAS, " ".join(filter(None, named)), f"{mass} kg")


def _contributions(page: Page, record: Record, processes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    largest, rest = by_weight(record)
    for one in largest:
        told = visible(f"{processes[_text(one, 'process')]}: {_text(one, 'name')}")
        yield f"{_figure(one, 'emission')}  {_share(one, 7)}", page.in_brackets(told, _said(page, one, "kind"))
    if rest:
        total = sum(map(emission_of, rest), Fraction(0))
        yield "", page.word(MORE, n=len(rest), sum=rounded_text(total))


def _stages(page: Page, record: Record) -> Iterator[tuple[str, str]]:
    for one in records_in(record, "stages"):
        stage = _said(page, one, "stage") or page.word(NO_STAGE)
        yield f"{_figure(one, 'emission')}  {_share(one, 7)}", stage


def _applied(page: Page, one: Computed) -> Iterator[tuple[str, str]]:
    for partition in one.found.footprint.partitions.values():
        if partition.rule is not None:
            process = visible(name_of(partition.process))
            if partition.method is None:
                yield "", page.word(BY_RULE, process=process, rule=partition.rule)
            else:
                name = visible(partition.method)
                yield "", page.word(BY_ALTERNATIVE, process=process, rule=partition.rule, name=name)


def _shares(page: Page, record: Record, processes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for one in records_in(record, "shares"):
        names = (_text(one, "output"), processes[_text(one, "process")], _text(one, "burden_class"))
        yield _share(one, 7), page.word(OF_CLASS, *map(visible, names))


def _alternatives(page: Page, record: Record) -> Iterator[tuple[str, str]]:
    for one in records_in(record, "alternatives"):
        change = _fraction(one.fields.get("change"))
        said = "" if change is None else _change(page, change + 1, Fraction(1))
        names = [visible(_text(one, field)) for field in ("allocation", "alternative")]
        yield _figure(one, "excluding_biogenic_uptake"), page.word(ALTERNATIVE, *names, said)


def _data(page: Page, record: Record) -> Iterator[tuple[str, str]]:
    share = _fraction(record.fields.get("primary_data_share"))
    if share is not None:
        yield _percent(share), page.word(PRIMARY)
    dqi = record.fields.get("dqi")
    for name, element in dqi.fields.items() if isinstance(dqi, Record) else ():
        yield rounded_text(_fraction(element) or Fraction(0), 3), page.word(RATINGS[name])


def _balances(page: Page, record: Record, processes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for one in records_in(record, "balances"):
        told: list[str] = []
        for name, called in _BALANCED:
            into, out = (one.fields.get(f"{name}_{way}") for way in ("in", "out"))
            if isinstance(into, Number) and isinstance(out, Number):
                unit = into.quantity.unit
                numbers = " / ".join(rounded_text(each.quantity.value / unit.factor) for each in (into, out))
                told.append(f"{page.word(called)} {unit.after(numbers)}")
        if told:
            yield "", f"{visible(processes[_text(one, 'process')])}: {'; '.join(told)}"


def _of_other_sets(page: Page, one: Computed) -> Iterator[tuple[str, str]]:
    """Inputs told in CO2e by another set of characterisation factors; nobody can tell their gases apart."""
    for process, flow, set_used in one.found.footprint.told_in_other_sets():
        yield "", page.word(IN_SET, *map(visible, (name_of(process), name_of(flow), set_used)))


def _called(processes: Iterable[Record]) -> Iterator[tuple[str, str]]:
    """What each process is called beside its flows: its id, unless that is none that a person would have given."""
    yield "", ""
    for one in processes:
        own = text_of(one.fields.get("id")) or ""
        yield own, own if len(own) <= LONGEST_ID else name_of(one).strip()


def _figure(record: Record, field: str) -> str:
    value = _fraction(record.fields.get(field))
    return "" if value is None else rounded_text(value)


def _share(record: Record, width: int) -> str:
    value = _fraction(record.fields.get("share"))
    return "" if value is None else _percent(value).rjust(width)


def _percent(value: Fraction) -> str:
    return f"{rounded_text(value * 100, 3)} %"


def _fraction(element: Element | None) -> Fraction | None:
    return element.quantity.value if isinstance(element, Number) else None


def _text(record: Record, field: str) -> str:
    return text_of(record.fields.get(field)) or ""


def _said(page: Page, record: Record, field: str) -> str:
    """A code in words."""
    code = code_of(record, field)
    said = SPOKEN_CODES.get((_LISTS.get(field, field), code))
    return visible(code) if said is None else page.told(said)


_LISTS = {"kind": "contribution_kind"}
