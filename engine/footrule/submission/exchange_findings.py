"""What the readers of life-cycle packages say of exchanges: amounts, gases, products, providers, allocation."""

from __future__ import annotations

from collections.abc import Sequence

from footrule.submission import intake_kinds, package_kinds
from footrule.submission.intake import IntakeFinding
from footrule.submission.pact_findings import A_DECIMAL, Spot, shown
from footrule.submission.unreadable_kinds import printable
from footrule.text.wording import worded

_A_PRODUCT = worded("a product of the process", "该过程的产品")
_ABOVE_ZERO = worded("an amount above zero", "大于零的数量")
_NOT_BELOW_ZERO = worded("an amount that is not below zero", "不小于零的数量")
_ONE_AMOUNT = worded("one amount", "同一数量")
_A_FIELD = worded(
    "mass, energy, volume, amount of substance, transport, pieces", "质量、能量、体积、物质的量、运输周转量、件数"
)


def not_a_decimal(spot: Spot, value: str) -> IntakeFinding:
    """A text where a number should stand: `#REF!`, nothing at all, an infinity, digits with commas."""
    found = shown(value)
    message = worded(
        f"{found} is not a decimal. Write {A_DECIMAL.in_language('en')}.",
        f"{found} 不是十进制数。请写成{A_DECIMAL.in_language('zh')}。",
    )
    return spot.finding(intake_kinds.NOT_A_DECIMAL, found, A_DECIMAL, message)


def unit_not_read(spot: Spot, unit: str) -> IntakeFinding:
    """An amount in a unit that none of the fields of a flow takes."""
    found = shown(unit)
    message = worded(
        f"What is measured in {found} has no field here (they are for {_A_FIELD.in_language('en')}); the amount is "
        "not read.",
        f"以 {found} 计量的数量没有对应字段（现有{_A_FIELD.in_language('zh')}），不予读取。",
    )
    return spot.finding(package_kinds.UNIT_NOT_READ, found, _A_FIELD, message)


def other_gas(spot: Spot, gas: str, label: str) -> IntakeFinding:
    """A gas by its flow, and something else by what stands beside it: NOx booked as N2O counts 265 times too much."""
    message = worded(
        f"The flow is {gas}, and the exchange says {shown(label)}: one of the two is wrong, and nobody can tell "
        "which. It is not counted as either.",
        f"流为 {gas}，而该交换写明 {shown(label)}：二者必有一误，无从分辨，不按任何一种气体计入。",
    )
    return spot.finding(package_kinds.OTHER_GAS, shown(label), worded(gas, gas), message)


def gas_against_flow(spot: Spot, one: str, other: str) -> IntakeFinding:
    """A flow whose CAS number, formula and name are of different gases."""
    message = worded(
        f"By its name the flow is {one}, by its CAS number or formula {other}. It is not counted as either.",
        f"依名称该流为 {one}，依 CAS 号或分子式则为 {other}。不按任何一种气体计入。",
    )
    return spot.finding(package_kinds.OTHER_GAS, other, worded(one, one), message)


def no_origin(spot: Spot, gas: str) -> IntakeFinding:
    """Carbon whose origin nobody tells."""
    message = worded(
        f"Nothing says whether this {gas} is fossil, biogenic or from land use. Use the flow that says it.",
        f"未说明该 {gas} 是化石源、生物源还是土地利用所致。请改用注明来源的流。",
    )
    return spot.finding(
        package_kinds.NO_ORIGIN, gas, worded("fossil, biogenic or land use", "化石源、生物源或土地利用"), message
    )


def uptake(spot: Spot, amount: str) -> IntakeFinding:
    """CO2 that a process takes from the air."""
    message = worded(
        f"{amount} of CO2 are taken from the air; they are read as a negative emission of biogenic origin.",
        f"从大气吸收二氧化碳 {amount}；按生物源的负排放读取。",
    )
    return spot.finding(package_kinds.UPTAKE, amount, worded("an uptake", "吸收量"), message)


def no_reference(spot: Spot, value: str | None) -> IntakeFinding:
    """A process that does not say what it is for, or names something that is not among its exchanges."""
    if value is None:
        message = worded(
            "Nothing says which output the process is for: no amount of it can be related to a product.",
            "未说明过程以哪一项输出为基准，各数量无法与产品对应。",
        )
    else:
        message = worded(
            f"{shown(value)} is no exchange of the process, so that nothing says which output it is for.",
            f"{shown(value)} 不是该过程的交换，因而无法得知过程以哪一项输出为基准。",
        )
    return spot.finding(package_kinds.NO_REFERENCE, None if value is None else shown(value), _A_PRODUCT, message)


def reference_no_product(spot: Spot, called: str, is_input: bool) -> IntakeFinding:
    """A reference flow that goes to nature, or into the process."""
    en = "goes into the process" if is_input else "is an elementary flow"
    zh = "是该过程的输入" if is_input else "是基本流"
    message = worded(
        f"The process is for {shown(called)}, which {en}: nobody can buy it. Name the product.",
        f"过程以 {shown(called)} 为基准，而它{zh}，不能作为产品交付。请指明产品。",
    )
    return spot.finding(package_kinds.REFERENCE_NO_PRODUCT, shown(called), _A_PRODUCT, message)


def reference_zero(spot: Spot, amount: str) -> IntakeFinding:
    """A reference amount that everything else is divided by."""
    message = worded(
        f"The amount of the reference flow is {amount}: nothing can be related to it.",
        f"基准流的数量为 {amount}，其余数量无法与之对应。",
    )
    return spot.finding(package_kinds.REFERENCE_ZERO, amount, _ABOVE_ZERO, message)


def negative(spot: Spot, called: str, amount: str) -> IntakeFinding:
    """A product or an emission of which there is less than none."""
    message = worded(
        f"{amount} of {shown(called)} cannot come out of a process.",
        f"过程不可能输出 {amount} 的 {shown(called)}。",
    )
    return spot.finding(package_kinds.NEGATIVE, amount, _NOT_BELOW_ZERO, message)


def negative_input(spot: Spot, called: str, amount: str) -> IntakeFinding:
    """An input that is taken away: a credit, or a waste that is booked as an input."""
    message = worded(
        f"{amount} of {shown(called)} go in: a credit, or a waste booked as an input. It is read as it stands.",
        f"输入 {shown(called)} 为 {amount}：可能是抵扣，或将废物记作输入。按原值读取。",
    )
    return spot.finding(package_kinds.NEGATIVE_INPUT, amount, _NOT_BELOW_ZERO, message)


def formula(spot: Spot, value: str, amount: str) -> IntakeFinding:
    """An amount that the package computes; the stored result is read."""
    message = worded(
        f"The amount is computed from {shown(value)}, which is not evaluated here; the stored amount {amount} is read.",
        f"该数量由 {shown(value)} 计算，此处不求值；读取已存储的数量 {amount}。",
    )
    return spot.finding(package_kinds.FORMULA, shown(value), worded("a stored amount", "已存储的数量"), message)


def two_amounts(spot: Spot, mean: str, resulting: str) -> IntakeFinding:
    """A mean amount and a resulting amount that should be the same, since no variable stands between them."""
    message = worded(
        f"The mean amount is {mean} and the resulting amount {resulting}, with no variable between them; the "
        "resulting amount is read.",
        f"均值为 {mean}，结果值为 {resulting}，其间并无变量；按结果值读取。",
    )
    return spot.finding(package_kinds.TWO_AMOUNTS, resulting, _ONE_AMOUNT, message)


def not_counted(spot: Spot, called: str, why: str) -> IntakeFinding:
    """A flow that is only for information."""
    message = worded(
        f"{shown(called)} is marked as {shown(why)}: the package does not count it, and it is not read.",
        f"{shown(called)} 标注为 {shown(why)}：数据包不计入，不予读取。",
    )
    return spot.finding(package_kinds.NOT_COUNTED, shown(why), worded("a flow that counts", "计入的流"), message)


def avoided(spot: Spot, called: str) -> IntakeFinding:
    """A credit for something that others need not make, or treat."""
    message = worded(
        f"The package takes a credit for {shown(called)} (system expansion). It is read as a further product of the "
        "process; no credit is taken here.",
        f"数据包为 {shown(called)} 计入抵扣（系统扩展）。此处将其作为过程的附加产品读取，不计抵扣。",
    )
    return spot.finding(package_kinds.AVOIDED, shown(called), _A_PRODUCT, message)


def waste_by_class(spot: Spot, called: str, category: str) -> IntakeFinding:
    """An output that would be given a share of the burdens, were it a product."""
    message = worded(
        f"{shown(called)} is a product flow of the class {shown(category)}; it is read as a waste, which carries no "
        "burden. Use a waste flow or an elementary flow.",
        f"{shown(called)} 是产品流，分类为 {shown(category)}；按不分摊负荷的废物读取。请改用废物流或基本流。",
    )
    return spot.finding(package_kinds.WASTE_BY_CLASS, shown(called), worded("a waste flow", "废物流"), message)


def no_allocation(spot: Spot, products: Sequence[str]) -> IntakeFinding:
    """A process of several products that does not say how its burdens are shared."""
    listed = _listed(products)
    message = worded(
        f"The process makes {listed} and does not say how they share its burdens.",
        f"过程产出 {listed}，未说明如何分配其负荷。",
    )
    expected = worded("an allocation method or allocation factors", "分配方法或分配系数")
    return spot.finding(package_kinds.NO_ALLOCATION, listed, expected, message)


def no_such_product(spot: Spot, product: str) -> IntakeFinding:
    """A factor for something that the process does not make."""
    message = worded(
        f"{shown(product)} is no product of the process: its allocation factor applies to nothing.",
        f"{shown(product)} 不是该过程的产品，其分配系数无所适用。",
    )
    return spot.finding(package_kinds.NO_SUCH_PRODUCT, shown(product), _A_PRODUCT, message)


def shares_sum(spot: Spot, method: str, total: str, whole: str) -> IntakeFinding:
    """Factors that give away more, or less, than there is."""
    en, zh = (f" ({printable(method)})", f"（{printable(method)}）") if method else ("", "")
    message = worded(
        f"The allocation factors{en} add up to {total}, not to {whole}.",
        f"分配系数{zh}之和为 {total}，不等于 {whole}。",
    )
    return spot.finding(package_kinds.SHARES_SUM, total, worded(whole, whole), message)


def several_providers(spot: Spot, called: str, first: Sequence[str], many: int) -> IntakeFinding:
    """An input that more than one process can supply: the first of them, and how many there are."""
    listed = _listed(first) + (", …" if many > len(first) else "")
    message = worded(
        f"{many} processes make {shown(called)}, and none is chosen: {listed}.",
        f"有 {many} 个过程产出 {shown(called)}，未选定其一：{listed}。",
    )
    expected = worded("a default provider", "默认供给过程")
    return spot.finding(package_kinds.SEVERAL_PROVIDERS, None, expected, message)


def provider_without_flow(spot: Spot, provider: str, called: str) -> IntakeFinding:
    """A provider that cannot provide."""
    message = worded(
        f"{shown(provider)} is named as the provider of {shown(called)}, which is none of its products.",
        f"指定由 {shown(provider)} 供给 {shown(called)}，但后者不是其产品。",
    )
    expected = worded("a process that makes the flow", "产出该流的过程")
    return spot.finding(package_kinds.PROVIDER_WITHOUT_FLOW, shown(provider), expected, message)


def uses_up_itself(spot: Spot, called: str, used: str, made: str, *, is_alone: bool) -> IntakeFinding:
    """A process that takes in as much of its product as it makes: without another supplier there is no solution."""
    en = "no other process makes it" if is_alone else "nothing says that another process supplies it"
    zh = "没有其他过程产出该流" if is_alone else "未说明由其他过程供给"
    message = worded(
        f"The process uses {used} of {shown(called)} and makes {made}; {en}, so that nothing is left over.",
        f"过程消耗 {shown(called)} {used}，产出 {made}；{zh}，因而没有剩余产品。",
    )
    return spot.finding(package_kinds.USES_UP_ITSELF, used, worded(f"less than {made}", f"小于 {made}"), message)


def cut_off(spot: Spot, called: str) -> IntakeFinding:
    """A flow that the package calls cut off."""
    message = worded(
        f"{shown(called)} is cut off by the package: nothing supplies or treats it.",
        f"{shown(called)} 已由数据包取舍：没有过程供给或处理。",
    )
    return spot.finding(package_kinds.CUT_OFF, shown(called), worded("a flow within the system", "系统内的流"), message)


def functional_unit(spot: Spot, said: str, amount: str) -> IntakeFinding:
    """A functional unit in words, and a reference flow of another amount."""
    message = worded(
        f"The functional unit says {shown(said)}, and the amount of the reference flow is {amount}, which is read.",
        f"功能单位写明 {shown(said)}，而基准流的数量为 {amount}；按后者读取。",
    )
    return spot.finding(package_kinds.FUNCTIONAL_UNIT, shown(said), worded(amount, amount), message)


def twice_among_outputs(spot: Spot, called: str) -> IntakeFinding:
    """The same product as two outputs."""
    message = worded(
        f"{shown(called)} is an output of the process already. It is read as a further one; an emission of the "
        "product is an elementary flow.",
        f"{shown(called)} 已是该过程的输出。此处作为另一项输出读取；若为产品的排放，应使用基本流。",
    )
    return spot.finding(package_kinds.TWICE_AMONG_OUTPUTS, shown(called), worded("one output", "一项输出"), message)


MOST_LISTED = 5
"""So many names stand in one message."""


def _listed(names: Sequence[str]) -> str:
    listed = ", ".join(shown(name) for name in names[:MOST_LISTED])
    return listed if len(names) <= MOST_LISTED else f"{listed}, …"
