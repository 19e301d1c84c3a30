"""What the readers of life-cycle packages say of data sets and what they refer to, in both languages.

Of exchanges, gases, products and allocation, `exchange_findings` speaks.
"""

from __future__ import annotations

from collections.abc import Sequence

from footrule.submission import intake_kinds, package_kinds
from footrule.submission.intake import IntakeFinding
from footrule.submission.pact_findings import Spot, shown
from footrule.text.wording import Wording, worded

A_FLOW = worded("flow", "流")
A_FLOW_PROPERTY = worded("flow property", "流属性")
A_UNIT_GROUP = worded("unit group", "单位组")
A_UNIT = worded("unit", "单位")
A_PROCESS = worded("process", "过程")
_AN_IDENTIFIER = worded("the identifier of the data set", "数据集的标识")
_IN_PACKAGE = worded("a data set of the package", "数据包内的数据集")
_ONE_DATA_SET = worded("one data set for each identifier", "每个标识对应一个数据集")


def named(id: str, name: str) -> tuple[str, str]:
    """A data set by its identifier and what it is called, for a message in each language."""
    en = f"{shown(id)} ({shown(name)})" if name else shown(id)
    zh = f"{shown(id)}（{shown(name)}）" if name else shown(id)
    return en, zh


def dangling(spot: Spot, what: Wording, id: str, name: str) -> IntakeFinding:
    """A reference whose target is not in the package."""
    en, zh = named(id, name)
    message = worded(
        f"The {what.in_language('en')} {en} is not in the package. Export the package together with what it refers to.",
        f"数据包中没有{what.in_language('zh')} {zh}。请连同其引用的数据集一并导出。",
    )
    return spot.finding(package_kinds.DANGLING, shown(id), _IN_PACKAGE, message)


def from_reference_data(spot: Spot, what: Wording, id: str, name: str, unit: str) -> IntakeFinding:
    """A data set that is not in the package, and is one that everybody knows."""
    en, zh = named(id, name)
    message = worded(
        f"The {what.in_language('en')} {en} is not in the package; it is one of the reference data of the format, and "
        f"its amounts are read in {unit}.",
        f"数据包中没有{what.in_language('zh')} {zh}；它属于该格式的参考数据，数量按 {unit} 读取。",
    )
    return spot.finding(package_kinds.REFERENCE_DATA, shown(id), _IN_PACKAGE, message)


def no_identifier(spot: Spot, value: str | None, *, of_reference: bool = False) -> IntakeFinding:
    """An identifier that is missing, empty, or cannot be one (`#REF!`, the words of a spreadsheet)."""
    if not value:
        message = worded(
            f"{spot.attribute} is empty: "
            + ("nobody can tell what is referred to." if of_reference else "nothing can refer to this data set."),
            f"{spot.attribute} 为空：" + ("无从得知其所指。" if of_reference else "无法引用此数据集。"),
        )
    else:
        message = worded(
            f"{shown(value)} cannot be an identifier; it is probably left over from a spreadsheet. Give the UUID.",
            f"{shown(value)} 不能作为标识，可能是电子表格遗留的内容。请填写 UUID。",
        )
    return spot.finding(package_kinds.NO_IDENTIFIER, None if value is None else shown(value), _AN_IDENTIFIER, message)


def repeated_data_set(spot: Spot, id: str, first: str) -> IntakeFinding:
    """A data set with the identifier of one that was read before."""
    message = worded(
        f"{shown(id)} is also the identifier of {shown(first)}, which is used; this one is not.",
        f"{shown(id)} 也是 {shown(first)} 的标识；采用后者，本数据集不予采用。",
    )
    return spot.finding(intake_kinds.REPEATED_ID, shown(id), _ONE_DATA_SET, message)


def repeated_file(spot: Spot, name: str) -> IntakeFinding:
    """A file that an archive has twice."""
    message = worded(
        f"The archive has {shown(name)} more than once; the last one is read.",
        f"压缩包中 {shown(name)} 出现多次；读取最后一个。",
    )
    return spot.finding(
        intake_kinds.REPEATED_ID, shown(name), worded("one file of a name", "同名文件只有一个"), message
    )


def repeated_exchange(spot: Spot, id: str) -> IntakeFinding:
    """An exchange with the identifier of one before it in the same process."""
    message = worded(
        f"{shown(id)} is the identifier of another exchange of the process; nobody can tell which one is meant by it.",
        f"{shown(id)} 已是该过程另一条交换的标识，无法分辨所指。",
    )
    expected = worded("an identifier of its own", "各不相同的标识")
    return spot.finding(intake_kinds.REPEATED_ID, shown(id), expected, message)


def other_name(spot: Spot, said: str, called: str) -> IntakeFinding:
    """A reference that calls its target something that it is not called."""
    message = worded(
        f"The reference says {shown(said)}, and what it refers to is called {shown(called)}, which is read. "
        "Check which of the two is meant.",
        f"引用写明 {shown(said)}，而所指的名称是 {shown(called)}；按所指读取。请核对究竟是哪一个。",
    )
    return spot.finding(package_kinds.OTHER_NAME, shown(said), worded(shown(called), shown(called)), message)


def version_told_by_names(spot: Spot, value: str | None, version: str) -> IntakeFinding:
    """A package whose version is missing or not one that is known; it is read by what its attributes are called."""
    found = worded("There is no version", "没有版本号") if value is None else worded(
        f"Version {shown(value)} is not one that is known", f"版本 {shown(value)} 不在已知之列"
    )  # fmt: skip
    message = worded(
        f"{found.in_language('en')}; by what its attributes are called, it is read as version {version}.",
        f"{found.in_language('zh')}；依其属性名按第 {version} 版读取。",
    )
    expected = worded(f"a known version, such as {version}", f"已知的版本，例如 {version}")
    return spot.finding(intake_kinds.VERSION_BY_NAMES, None if value is None else shown(value), expected, message)


def mixed_units(spot: Spot, unit: str, group: str) -> IntakeFinding:
    """A unit that does not belong to the quantity that it is used for."""
    message = worded(
        f"{shown(unit)} is no unit of {shown(group)}; the amount means nothing.",
        f"{shown(unit)} 不是 {shown(group)} 的单位，该数量没有意义。",
    )
    return spot.finding(
        package_kinds.MIXED_UNITS, shown(unit), worded(f"a unit of {group}", f"{group} 的单位"), message
    )


def property_of_another_flow(spot: Spot, property_name: str, flow: str) -> IntakeFinding:
    """A flow property in which the flow is not measured."""
    message = worded(
        f"{shown(flow)} is not measured in {shown(property_name)}: the flow does not list that property.",
        f"{shown(flow)} 不以 {shown(property_name)} 计量：该流未列出此属性。",
    )
    expected = worded("a flow property of the flow", "该流的流属性")
    return spot.finding(package_kinds.MIXED_UNITS, shown(property_name), expected, message)


def no_reference_unit(spot: Spot, called: str) -> IntakeFinding:
    """A flow, flow property or unit group that does not say in what it is measured."""
    message = worded(
        f"{shown(called)} has no reference unit: nothing that is measured in it has a value.",
        f"{shown(called)} 没有参考单位：以其计量的数量均无确定的值。",
    )
    expected = worded("a reference unit, with the factor 1", "系数为 1 的参考单位")
    return spot.finding(package_kinds.NO_REFERENCE_UNIT, None, expected, message)


def unit_without_factor(spot: Spot, unit: str, group: str) -> IntakeFinding:
    """A unit that cannot be converted into the reference unit of its group."""
    message = worded(
        f"{shown(unit)} of {shown(group)} has no factor above zero: amounts in it have no value.",
        f"{shown(group)} 中的 {shown(unit)} 没有大于零的换算系数：以其计量的数量没有确定的值。",
    )
    expected = worded("a factor above zero", "大于零的系数")
    return spot.finding(package_kinds.NO_REFERENCE_UNIT, None, expected, message)


def reference_unit_factor(spot: Spot, unit: str, factor: str) -> IntakeFinding:
    """A reference unit that is not one of itself."""
    message = worded(
        f"{shown(unit)} is named as the reference unit and has the factor {factor}, not 1: one of the two is wrong.",
        f"{shown(unit)} 被指定为参考单位，其系数却是 {factor} 而不是 1：二者必有一误。",
    )
    return spot.finding(package_kinds.NO_REFERENCE_UNIT, factor, worded("the factor 1", "系数 1"), message)


def unit_factor(spot: Spot, unit: str, factor: str, own: str, reference: str) -> IntakeFinding:
    """A unit whose factor in the package is not what the unit is."""
    message = worded(
        f"{factor} {reference} are called 1 {unit} here; it is {own} {reference}. The factor of the package is used.",
        f"此处 1 {unit} 记为 {factor} {reference}，其定义值为 {own} {reference}。按数据包的系数读取。",
    )
    return spot.finding(package_kinds.UNIT_FACTOR, factor, worded(own, own), message)


def part_of_carbon(spot: Spot, flow: str, is_fossil: bool) -> IntakeFinding:
    """A flow that tells how much carbon of one origin it holds, and not how much in all."""
    told, missing = ("fossil", "biogenic") if is_fossil else ("biogenic", "fossil")
    told_zh, missing_zh = ("化石源", "生物源") if is_fossil else ("生物源", "化石源")
    message = worded(
        f"Of {shown(flow)}, only the {told} carbon is told: its carbon content is not known. Give the {missing} carbon "
        "too, where it is none as 0, or all of it.",
        f"{shown(flow)} 只说明了{told_zh}碳，含碳量未知。请同时给出{missing_zh}碳（没有则写 0），或给出总碳。",
    )
    expected = worded("all of its carbon", "全部含碳量")
    return spot.finding(package_kinds.PART_OF_CARBON, None, expected, message)


def no_currency(spot: Spot, value: str | None) -> IntakeFinding:
    """A cost in a currency that the package does not tell by its code."""
    found = shown(value or "")
    message = worded(
        "Nobody says in which currency this cost is." if value is None else f"{found} is no code of a currency.",
        "未说明该费用的币种。" if value is None else f"{found} 不是币种代码。",
    )
    expected = worded("a currency with its code (ISO 4217), such as CNY", "带代码的币种（ISO 4217），例如 CNY")
    return spot.finding(package_kinds.NO_CURRENCY, None if value is None else found, expected, message)


def several_currencies(spot: Spot, codes: Sequence[str]) -> IntakeFinding:
    """Products of one process whose prices cannot be compared."""
    listed = ", ".join(codes)
    message = worded(
        f"The products are priced in {listed}: nothing can be shared by such prices, and none of them is read. "
        "Give all in one currency.",
        f"各产品的价格以不同币种（{listed}）给出，无法据以分配，均不予读取。请统一币种。",
    )
    return spot.finding(package_kinds.SEVERAL_CURRENCIES, listed, worded("one currency", "同一币种"), message)


def quality_not_read(spot: Spot, entry: str, system: str) -> IntakeFinding:
    """An entry of data quality that a system explains which is not here, or rates otherwise."""
    named = f" {shown(system)}" if system else ""
    message = worded(
        f"What {shown(entry)} means, the data quality system{named} says: it is not in the package, or none of its "
        "indicators is technology, geography or time with five scores. The ratings of this process are not read.",
        f"{shown(entry)} 的含义由数据质量体系{named} 规定：数据包中没有该体系，或其中没有技术、地理、时间的五级指标。"
        "该过程的评级不予读取。",
    )
    expected = worded("a system of the package, with five scores", "数据包内的五级评分体系")
    return spot.finding(package_kinds.QUALITY_NOT_READ, shown(entry), expected, message)


def quality_not_of_system(spot: Spot, entry: str) -> IntakeFinding:
    """An entry of data quality that is none of its system."""
    message = worded(
        f"{shown(entry)} does not have one score for each indicator of the data quality system; it is not read.",
        f"{shown(entry)} 与数据质量体系的指标不对应，不予读取。",
    )
    expected = worded("a score for each indicator, such as (1;3;2;n.a.;1)", "每个指标一个评分，例如 (1;3;2;n.a.;1)")
    return spot.finding(package_kinds.QUALITY_NOT_READ, shown(entry), expected, message)
