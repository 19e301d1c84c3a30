"""What sentences call the codes of a submission."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from footrule.text.wording import Wording, worded

_CHINESE = {
    "status": "active 有效 deprecated 已弃用",
    "declared_unit": (
        "liter 升 kilogram 千克 cubic_meter 立方米 kilowatt_hour 千瓦时 megajoule 兆焦 ton_kilometer 吨千米 "
        "square_meter 平方米 piece 件 hour 小时 megabit_second 兆比特秒"
    ),
    "ccu_approach": "cut_off 取舍法 credit 抵扣法",
    "rule_operator": "other 其他",
    "verification_coverage": "calculation_model 碳足迹计算模型 program 碳足迹项目 product_level 产品层级",
    "boundary_type": (
        "cradle_to_gate 从摇篮到大门 cradle_to_grave 从摇篮到坟墓 gate_to_gate 从大门到大门 gate_to_grave 从大门到坟墓"
    ),
    "input_kind": (
        "feedstock 原料 fuel 燃料 electricity 电力 heat 热力 material 辅料 service 服务 transport 运输 "
        "waste_treatment 废物处理"
    ),
    "output_role": "main 主产品 additional 附加产品 intermediate 中间产品 energy 能源 waste 废物",
    "origin": "fossil 化石源 biogenic 生物源 land_use 土地利用",
    "supply_kind": "process 过程 footprint 碳足迹 factor 因子 inline 直接给出的因子",
    "electricity_approach": "grid 电网 supplier 供电方 onsite 自发 direct_line 直供",
    "electricity_mix": "consumption 消费组合 residual 剩余组合 production 生产组合",
    "result_apart_kind": (
        "indirect_land_use_change 间接土地利用变化 land_use 土地利用 carbon_storage 碳储存 "
        "consumption_mix 消费组合结果 delayed_emissions 延迟排放效应 other_metric 其他指标"
    ),
    "position": (
        "fossil 化石源 biogenic_uptake 生物源吸收 biogenic_non_co2 生物源非CO2 land_use_change 土地利用变化 "
        "aircraft 航空运输 packaging 包装"
    ),
    "gap_treatment": "zero 按零 value 赋值 proxy 替代值",
    "loop": "closed 闭环 open 开环",
    "recycling_basis": "physical_property 物理特性 economic_value 经济价值 subsequent_uses 后续使用次数",
    "use_profile_basis": (
        "product_rules 产品种类规则 international 国际标准 national 国家标准 industry 行业指南 "
        "documented 文献记载的使用方式"
    ),
    "review_type": "internal 内部 external 外部 panel 评审组",
    "report_topic": (
        "goal 目的 unit 单位 reference_flow 基准流 boundary 边界 unit_processes 单元过程 data_sources 数据来源 "
        "gases 温室气体 characterisation 特征化 cut_off 取舍 allocation 分配 timing 时间 data_quality 数据质量 "
        "sensitivity 敏感性 uncertainty 不确定性 electricity 电力 interpretation 解释 "
        "limitations 局限性 value_choices 价值选择 "
        "scope_changes 范围变更 period 参考期 product_rules 产品种类规则 tracking 跟踪 use_profile 使用情景 "
        "end_of_life 废弃处置 critical_review 鉴定性评审 stages 生命周期阶段"
    ),
    "transfer_direction": "received 接收 delivered 交付",
    "technology": (
        "boiler 锅炉 furnace 加热炉 gas_turbine 燃气轮机 combined_heat_and_power 热电联产 flare 火炬 distillation 蒸馏 "
        "steam_cracking 蒸汽裂解 catalytic_cracking 催化裂化 catalytic_reforming 催化重整 steam_reforming 蒸汽重整 "
        "partial_oxidation 部分氧化 gasification 气化 electrolysis 电解 air_separation 空气分离 polymerisation 聚合 "
        "waste_water_treatment 废水处理 carbon_capture 碳捕集"
    ),
    "stage": "raw_materials 原料获取 production 生产 distribution 分销 use 使用 end_of_life 生命末期",
    "source": (
        "combustion 燃烧 process 工艺 decoking 清焦 flaring 火炬燃烧 venting 放空 fugitive 逸散 transport 运输 "
        "waste_water 废水 land_use_change 土地利用变化"
    ),
    "allocation_method": (
        "physical 物理关系 economic 经济价值 subdivision 细分 substitution 替代 system_expansion 系统扩展"
    ),
    "basis": (
        "mass 质量 energy 能量 lower_heating_value 低位发热量 exergy 㶲 carbon 碳含量 moles 物质的量 volume 体积 "
        "revenue 销售收入 stoichiometry 化学计量"
    ),
    "contribution_kind": "emission 排放 input 输入 credit 扣减",
    "topic": (
        "allocation 分配 cut_off 取舍 data_quality 数据质量 characterisation 特征化 electricity 电力 "
        "fugitive_emissions 逸散排放 system_boundary 系统边界 feedstock_supply 原料供应"
    ),
}
_ENGLISH = {("output_role", "main"): "main product", ("output_role", "additional"): "additional product"}


def _spoken() -> Iterator[tuple[tuple[str, str], Wording]]:
    for listed, text in _CHINESE.items():
        words = text.split()
        for code, chinese in zip(words[::2], words[1::2], strict=True):
            key = listed, code
            yield key, worded(_ENGLISH.get(key, code.replace("_", " ")), chinese)


SPOKEN_CODES: Mapping[tuple[str, str], Wording] = dict(_spoken())
"""By list and code; a code that is missing here reads as it is printed."""
