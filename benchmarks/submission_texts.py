"""What generated submissions are about: companies, products and how they are made, what they take, in two languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A process on the way to a product, with what it makes and how much carbon that holds, in percent by mass."""

    en: str
    zh: str
    technology: str
    makes_en: str
    makes_zh: str
    carbon: float


@dataclass(frozen=True, slots=True)
class Product:
    """A product by its codes, with the steps that lead to it; the last one makes it."""

    cas: str
    hs: str
    cpc: str
    density: float
    steps: tuple[Step, ...]
    beside: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True, slots=True)
class Bought:
    """Something a process takes: its names, carbon in percent, heating value in GJ/t, kg CO2e of a unit of it."""

    en: str
    zh: str
    carbon: float
    heat: float
    factor: float


_GASIFICATION = Step("Gasification of coal", "煤气化", "gasification", "Synthesis gas", "合成气", 36.2)
_METHANOL = Step("Synthesis of methanol", "甲醇合成", "partial_oxidation", "Methanol", "甲醇", 37.48)
_REFINING = Step("Refining of crude oil", "原油炼制", "distillation", "Naphtha", "石脑油", 84.6)
_CRACKING = Step("Steam cracking of naphtha", "石脑油蒸汽裂解", "steam_cracking", "Cracked gas", "裂解气", 85.1)
_SEPARATION = Step("Separation of olefins", "烯烃分离", "distillation", "Ethylene, polymer grade", "聚合级乙烯", 85.63)
_BESIDE_OLEFINS = (
    ("Mixed C4", "混合碳四", 85.7), ("Pyrolysis gasoline", "裂解汽油", 90.9), ("Fuel oil", "燃料油", 89.4),
)  # fmt: skip

PRODUCTS = (
    Product("74-85-1", "2901.21", "34110", 0.57, (
        _GASIFICATION, _METHANOL,
        Step("Methanol to olefins", "甲醇制烯烃", "catalytic_cracking", "Crude olefins", "粗烯烃", 85.2),
        _SEPARATION,
    ), _BESIDE_OLEFINS),
    Product("74-85-1", "2901.21", "34110", 0.57, (
        Step("Desalting of crude oil", "原油电脱盐", "distillation", "Desalted crude oil", "脱盐原油", 85.4),
        _REFINING, _CRACKING, _SEPARATION,
    ), _BESIDE_OLEFINS),
    Product("67-56-1", "2905.11", "34131", 0.792, (
        Step("Preparation of coal", "备煤", "furnace", "Prepared coal", "入炉煤", 64.1),
        _GASIFICATION,
        Step("Shift and purification", "变换与净化", "steam_reforming", "Purified gas", "净化气", 37.0),
        Step("Synthesis and distillation", "甲醇合成与精馏", "distillation", "Methanol, grade AA", "优等品甲醇", 37.48),
    ), (("Fusel oil", "杂醇油", 48.5), ("Purge gas", "弛放气", 30.1))),
    Product("9002-88-4", "3901.20", "34710", 0.953, (
        _REFINING, _CRACKING, _SEPARATION,
        Step("Slurry process", "淤浆法聚合", "polymerisation", "High-density polyethylene", "高密度聚乙烯", 85.6),
    ), (("Wax", "低聚物蜡", 85.3), ("Off-grade powder", "过渡料", 85.5))),
    Product("71-43-2", "2902.20", "34113", 0.879, (
        _REFINING,
        Step("Catalytic reforming", "催化重整", "catalytic_reforming", "Reformate", "重整生成油", 88.3),
        Step("Extraction of aromatics", "芳烃抽提", "distillation", "Mixed aromatics", "混合芳烃", 91.2),
        Step("Distillation of benzene", "苯精馏", "distillation", "Benzene", "石油苯", 92.26),
    ), (("Toluene", "甲苯", 91.25), ("Raffinate", "抽余油", 84.3))),
    Product("64-19-7", "2915.21", "34139", 1.049, (
        _GASIFICATION,
        Step("Separation of carbon monoxide", "一氧化碳分离", "distillation", "Carbon monoxide", "一氧化碳", 42.88),
        Step("Carbonylation of methanol", "甲醇羰基化", "partial_oxidation", "Crude acetic acid", "粗醋酸", 39.7),
        Step("Purification of acetic acid", "醋酸精制", "distillation", "Acetic acid, glacial", "冰醋酸", 40.0),
    ), (("Propionic acid", "丙酸", 48.64),)),
)  # fmt: skip

FEEDS = (
    Bought("Raw coal", "原料煤", 64.0, 24.1, 0.17),
    Bought("Crude oil", "原油", 85.2, 42.6, 0.32),
    Bought("Natural gas as feed", "原料天然气", 73.4, 48.9, 0.41),
    Bought("Liquefied petroleum gas", "液化石油气", 82.1, 46.1, 0.47),
    Bought("Condensate", "凝析油", 84.3, 44.0, 0.29),
)
FUELS = (
    Bought("Natural gas", "天然气", 73.4, 48.9, 0.41),
    Bought("Fuel coal", "燃料煤", 58.2, 22.0, 0.16),
    Bought("Fuel gas of the refinery", "炼厂燃料气", 71.9, 47.8, 0.38),
)
MATERIALS = (
    Bought("Demineralised water", "脱盐水", 0, 0, 0.0011),
    Bought("Boiler feed water", "锅炉给水", 0, 0, 0.0016),
    Bought("Process water", "工艺水", 0, 0, 0.0007),
)
HEAT = (
    Bought("Steam, 4 MPa", "4 MPa蒸汽", 0, 0, 95.2),
    Bought("Steam, 1 MPa", "1 MPa蒸汽", 0, 0, 88.7),
    Bought("Hot water of the park", "园区热水", 0, 0, 71.4),
)
TRANSPORT = (
    Bought("Rail, mean of the electrified network", "铁路运输", 0, 0, 0.0081),
    Bought("Road, trucks of 30 t", "公路运输，30 t货车", 0, 0, 0.0743),
    Bought("Barge on inland waterways", "内河驳船运输", 0, 0, 0.0317),
)
GRID = (0.5777, 0.5306, 0.6205, 0.4419)
GREEN = (0.0121, 0.0098, 0.0267)

COMPANIES = (
    ("示例煤化工有限公司", "coal-chemicals"),
    ("Example Petrochemicals Co., Ltd.", "petrochemicals"),
    ("示例石化股份有限公司乙烯分公司", "olefins"),
    ("Nordhafen Basischemie GmbH", "nordhafen"),
    ("示例新材料（宁东）有限公司", "ningdong-materials"),
    ("Delta Estuary Polymers B.V.", "delta-estuary"),
    ("示例精细化工集团", "fine-chemicals"),
    ("Gulf Coast Intermediates LLC", "gulf-intermediates"),
)
PLACES = (
    ("CN", "CN-NX"), ("CN", "CN-SD"), ("CN", "CN-NM"), ("CN", "CN-ZJ"),
    ("DE", "DE-NI"), ("NL", "NL-ZH"), ("US", "US-TX"),
)  # fmt: skip
SOURCES = (
    ("示例因子数据库", "2025"),
    ("Example factor database", "3.11"),
    ("国家温室气体排放因子数据库（示例）", "2025-06"),
    ("Association of producers, eco-profiles", "2024"),
)
SCOPES = (
    "燃料供应、发电与输配电损失",
    "Extraction, treatment and transport to the gate",
    "生产与至大门的运输",
    "From the well to the tank, with flaring",
)
JUSTIFICATIONS = (
    "采购量小，供应商无自有碳足迹",
    "The supplier has no footprint of its own yet; requested for the next year",
    "市场平均数据，不确定性见第5章",
    "Less than 5 % of the result; mean of the region",
)
MARKETS = ("市场平均", "mean of the market", "国内平均技术水平", "mix of technologies, 2024")
DESTINATIONS = (
    "外售", "sold to third parties by rail", "自有下游装置", "pipeline to the neighbouring plant", "园区内综合利用",
)  # fmt: skip
REASONS = (
    "单项低于1 %且筛查结果可忽略",
    "Capital goods, left out by the rules of the category",
    "厂内物流、催化剂与办公能耗，经筛查合计低于取舍限值",
)
COMMENTS = (
    "参考期为一个完整年度；装置于年内停车检修18天，产量与近五年均值相差不足3 %。",
    "One whole year. The turnaround of spring is within it; output differs by less than 3 % from the mean of years.",
    "数据取自分布式控制系统与结算计量，逐月核对；与上一版本相比，更新了电力因子与上游原料的供应商碳足迹。",
    "Metered data of the control system, reconciled each month with the accounts; electricity by the consumption mix.",
)
BOUNDARIES = (
    "从原料开采至产品装车点，含公用工程、火炬、废水处理与厂内储运；不含资本货物与下游运输。",
    "From the extraction of raw materials to the loading point, with utilities, flares, waste water and storage.",
)
