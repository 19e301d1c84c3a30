"""Which greenhouse gas an elementary flow is, by CAS number, formula and name, and where its carbon comes from.

The gases are those of the characterisation tables that ship (a test holds both together), by the names that these give
them. A name is looked at without what qualifies it: "Carbon dioxide, fossil" and "carbon dioxide (fossil)" are CO2 of
fossil origin. Refrigerants are known by their numbers, wherever in a name they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

CAS_NUMBERS: Mapping[str, str] = {
    "931-91-9": "c-C3F6", "115-25-3": "c-C4F8", "306-94-5": "C10F18", "76-16-4": "C2F6", "76-19-7": "C3F8",
    "355-25-9": "C4F10", "678-26-2": "C5F12", "355-42-0": "C6F14", "335-57-9": "C7F16", "307-34-6": "C8F18",
    "56-23-5": "CCl4", "75-73-0": "CF4", "75-69-4": "CFC-11", "76-13-1": "CFC-113", "76-14-2": "CFC-114",
    "76-15-3": "CFC-115", "75-71-8": "CFC-12", "75-72-9": "CFC-13", "75-09-2": "CH2Cl2", "74-83-9": "CH3Br",
    "71-55-6": "CH3CCl3", "74-87-3": "CH3Cl", "74-82-8": "CH4", "67-66-3": "CHCl3", "124-38-9": "CO2",
    "1511-62-2": "Halon-1201", "75-61-6": "Halon-1202", "353-59-3": "Halon-1211", "75-63-8": "Halon-1301",
    "124-73-2": "Halon-2402", "306-83-2": "HCFC-123", "2837-89-0": "HCFC-124", "1717-00-6": "HCFC-141b",
    "75-68-3": "HCFC-142b", "75-43-4": "HCFC-21", "75-45-6": "HCFC-22", "422-56-0": "HCFC-225ca",
    "507-55-1": "HCFC-225cb", "26675-46-7": "HCFE-235da2", "354-33-6": "HFC-125", "359-35-3": "HFC-134",
    "811-97-2": "HFC-134a", "430-66-0": "HFC-143", "420-46-2": "HFC-143a", "624-72-6": "HFC-152",
    "75-37-6": "HFC-152a", "353-36-6": "HFC-161", "431-89-0": "HFC-227ea", "75-46-7": "HFC-23",
    "677-56-5": "HFC-236cb", "431-63-0": "HFC-236ea", "690-39-1": "HFC-236fa", "679-86-7": "HFC-245ca",
    "460-73-1": "HFC-245fa", "75-10-5": "HFC-32", "406-58-6": "HFC-365mfc", "593-53-3": "HFC-41",
    "138495-42-8": "HFC-43-10mee", "3822-68-2": "HFE-125", "1691-17-4": "HFE-134", "421-14-7": "HFE-143a",
    "2356-62-9": "HFE-227ea", "78522-47-1": "HFE-236ca12", "57041-67-5": "HFE-236ea2", "20193-67-3": "HFE-236fa",
    "22410-44-2": "HFE-245cb2", "84011-15-4": "HFE-245fa1", "1885-48-9": "HFE-245fa2", "460-43-5": "HFE-263fb2",
    "134769-21-4": "HFE-329mcc2", "156053-88-2": "HFE-338mcf2", "188690-78-0": "HFE-338pcc13",
    "375-03-1": "HFE-347mcc3", "171182-95-9": "HFE-347mcf2", "406-78-0": "HFE-347pcf2", "382-34-3": "HFE-356mec3",
    "160620-20-2": "HFE-356pcc3", "50807-77-7": "HFE-356pcf2", "35042-99-0": "HFE-356pcf3", "378-16-5": "HFE-365mcf3",
    "512-51-6": "HFE-374pc2", "163702-05-4": "HFE-569sf2", "10024-97-2": "N2O", "7783-54-2": "NF3",
    "373-80-8": "SF5CF3", "2551-62-4": "SF6", "2699-79-8": "SO2F2",
}  # fmt: skip
"""Greenhouse gases by their CAS numbers."""

_NAMES: Mapping[str, str] = {
    "carbon dioxide": "CO2", "carbon dioxide air": "CO2", "co2": "CO2", "二氧化碳": "CO2",
    "methane": "CH4", "ch4": "CH4", "甲烷": "CH4",
    "nitrous oxide": "N2O", "dinitrogen monoxide": "N2O", "dinitrogen oxide": "N2O", "laughing gas": "N2O",
    "n2o": "N2O", "氧化亚氮": "N2O", "一氧化二氮": "N2O", "笑气": "N2O",
    "sulfur hexafluoride": "SF6", "sulphur hexafluoride": "SF6", "sf6": "SF6", "六氟化硫": "SF6",
    "nitrogen trifluoride": "NF3", "nitrogen fluoride": "NF3", "nf3": "NF3", "三氟化氮": "NF3",
    "tetrafluoromethane": "CF4", "carbon tetrafluoride": "CF4", "perfluoromethane": "CF4", "cf4": "CF4",
    "四氟化碳": "CF4",
    "hexafluoroethane": "C2F6", "perfluoroethane": "C2F6", "c2f6": "C2F6", "六氟乙烷": "C2F6",
    "octafluoropropane": "C3F8", "perfluoropropane": "C3F8", "c3f8": "C3F8",
    "perfluorobutane": "C4F10", "perfluoropentane": "C5F12", "perfluorohexane": "C6F14",
    "octafluorocyclobutane": "c-C4F8", "sulfuryl fluoride": "SO2F2", "sulphuryl fluoride": "SO2F2",
    "carbon tetrachloride": "CCl4", "tetrachloromethane": "CCl4", "chloroform": "CHCl3", "trichloromethane": "CHCl3",
    "dichloromethane": "CH2Cl2", "methylene chloride": "CH2Cl2", "methyl chloride": "CH3Cl", "chloromethane": "CH3Cl",
    "methyl bromide": "CH3Br", "bromomethane": "CH3Br", "methyl chloroform": "CH3CCl3",
    "hydrofluorocarbons": "HFCs", "hydrofluorocarbon": "HFCs", "hfcs": "HFCs", "氢氟碳化物": "HFCs",
    "perfluorocarbons": "PFCs", "perfluorocarbon": "PFCs", "pfcs": "PFCs", "全氟碳化物": "PFCs",
}  # fmt: skip
"""Greenhouse gases by their names, without what qualifies them; a family of gases has no factor, and is none the less
one."""

_FORMULAS = frozenset({"CO2", "CH4", "N2O", "SF6", "NF3", "CF4", "C2F6", "C3F8", "C4F10", "C5F12", "C6F14"})

_BY_NUMBER = {gas.upper(): gas for gas in CAS_NUMBERS.values() if re.match(r"(?:H?CFC|HFC|HFE|HCFE|Halon)-", gas)} | {
    "PFC-14": "CF4", "PFC-116": "C2F6", "PFC-218": "C3F8", "PFC-318": "c-C4F8", "PFC-3-1-10": "C4F10",
    "CFC-14": "CF4", "CFC-116": "C2F6", "CFC-10": "CCl4", "HFC-14": "CF4", "HFC-116": "C2F6",
    "HCFC-140": "CH3CCl3", "HCC-140": "CH3CCl3", "HCC-20": "CHCl3", "HCC-30": "CH2Cl2", "R-40": "CH3Cl",
    "HCFC-20": "CHCl3", "HCFC-30": "CH2Cl2", "HALON-1001": "CH3Br", "R-14": "CF4", "R-116": "C2F6", "R-218": "C3F8",
}  # fmt: skip
_NUMBERED = _BY_NUMBER | {
    re.sub(r"^H?C?FC-", "R-", number): gas
    for number, gas in _BY_NUMBER.items()
    if gas.startswith(("HCFC", "HFC", "CFC"))
}
"""Refrigerants and halons by their numbers, also by those that only old lists of flows give to gases."""

_NUMBER = re.compile(
    r"\b((?:H?CFC|HFC|HFO|HCC|PFC|HFE|HCFE)[- ]?\d[0-9a-z-]*|R-\d{2,3}[A-Za-z]{0,2}|Halon[- ]?\d{4})\b", re.IGNORECASE
)
_QUALIFIED = re.compile(r"[,;(（，].*", re.DOTALL)
_NOT_LETTERS = re.compile(r"[\W_]+")


def normal_cas(cas: str) -> str:
    """A CAS number as it is known, without leading zeros.

    >>> normal_cas(" 000124-38-9")
    '124-38-9'
    """
    return cas.strip().lstrip("0")


def gas_by_substance(cas: str | None, formula: str | None) -> str | None:
    """The greenhouse gas of a CAS number, else of a formula."""
    by_cas = CAS_NUMBERS.get(normal_cas(cas)) if cas else None
    if by_cas is not None or cas:
        return by_cas
    trimmed = formula.strip() if formula else ""
    return trimmed if trimmed in _FORMULAS else None


def gas_by_name(name: str) -> str | None:
    """The greenhouse gas that a name names; a refrigerant that is none of those that are known, by its number.

    >>> gas_by_name("Refrigerant R-410A"), gas_by_name("Ethane, 1,1-difluoro-, R-152a")
    ('R-410A', 'HFC-152a')
    >>> gas_by_name("Carbon dioxide, fossil "), gas_by_name("Ethane, 1,1,1,2-tetrafluoro-, HFC-134a")
    ('CO2', 'HFC-134a')
    >>> gas_by_name("Carbon monoxide, fossil") is None
    True
    """
    match = _NUMBER.search(name)
    if match is not None:
        number = re.sub(r"^([A-Za-z]+)[- ]?", r"\1-", match[1]).rstrip("-")
        return _NUMBERED.get(number.upper(), number)
    rest = _QUALIFIED.sub("", name)
    qualifier = name[len(rest) :]
    if qualifier.startswith(",") and _is_part_of_a_name(qualifier):
        return None
    return _NAMES.get(_NOT_LETTERS.sub(" ", rest).strip().casefold())


def _is_part_of_a_name(qualifier: str) -> bool:
    """Whether what stands behind a comma is a part of an inverted name: "Methane, chloro-" is no methane.

    >>> _is_part_of_a_name(", dichloro-, HCC-30"), _is_part_of_a_name(", non-fossil")
    (True, False)
    """
    return re.search(r"-\s*(?:,|$)", qualifier) is not None


_BIOGENIC = re.compile(r"biogen|non[- ]?fossil|renewable|biomass(?! stock)|\bbio\b|生物", re.IGNORECASE)
_LAND_USE = re.compile(r"land (?:use|transformation)|soil or biomass stock|peat oxidation|土地", re.IGNORECASE)
_FOSSIL = re.compile(r"(?<!non-)(?<!non )(?<!non)fossil|化石", re.IGNORECASE)
_WITH_CARBON = re.compile(r"CO2|CH4")


def has_carbon_of_some_origin(gas: str) -> bool:
    """Whether the origin of a gas's carbon matters: of CO2 and methane it does, of synthetic gases it is fossil."""
    return _WITH_CARBON.fullmatch(gas) is not None


def origin_of(texts: Iterable[str]) -> str | None:
    """The origin of carbon that names and categories state: `fossil`, `biogenic` or `land_use`.

    >>> origin_of(["Methane, non-fossil"]), origin_of(["Carbon dioxide, from soil or biomass stock"])
    ('biogenic', 'land_use')
    """
    whole = " | ".join(texts)
    if _LAND_USE.search(whole):
        return "land_use"
    if _BIOGENIC.search(whole):
        return "biogenic"
    return "fossil" if _FOSSIL.search(whole) else None


_LABELS: Mapping[str, str] = {
    "nox": "NOx", "nitrogen oxides": "NOx", "nitrogen oxide": "NOx", "nitrogen monoxide": "NO", "nitric oxide": "NO",
    "nitrogen dioxide": "NO2", "no2": "NO2", "no": "NO", "氮氧化物": "NOx", "二氧化氮": "NO2", "一氧化氮": "NO",
    "so2": "SO2", "sulfur dioxide": "SO2", "sulphur dioxide": "SO2", "二氧化硫": "SO2", "sox": "SOx", "硫氧化物": "SOx",
    "co": "CO", "carbon monoxide": "CO", "一氧化碳": "CO", "nh3": "NH3", "nh3 n": "NH3",
    "voc": "VOC", "vocs": "VOC", "nmvoc": "NMVOC", "nmvocs": "NMVOC", "nmhc": "NMVOC", "h2s": "H2S",
    "硫化氢": "H2S", "pm10": "PM", "tsp": "PM", "particulates": "PM", "颗粒物": "PM",
}  # fmt: skip
"""Other substances that exchanges are labelled with, by what they are called there."""

_ANYWHERE = re.compile(r"\bNOx\b|nitrogen oxides?\b|氮氧化物", re.IGNORECASE)
_NITROUS = re.compile(r"\bN2O\b|nitrous|dinitrogen|氧化亚氮|一氧化二氮|笑气", re.IGNORECASE)


def substance_of_label(label: str) -> str | None:
    """The substance that a label names, if it names one and nothing else.

    >>> substance_of_label("NOx"), substance_of_label("CO2"), substance_of_label("from the boiler")
    ('NOx', 'CO2', None)
    """
    if _NUMBER.fullmatch(label.strip()):
        return gas_by_name(label)
    whole = _NOT_LETTERS.sub(" ", _QUALIFIED.sub("", label)).strip().casefold()
    return _NAMES.get(whole) or _LABELS.get(whole)


def contradiction(gas: str | None, called: str, labels: Iterable[str]) -> str | None:
    """What a reference calls the flow, or the first label, that names another substance than the gas.

    Of N2O that is also a label that speaks of nitrogen oxides. Without a gas (the flow is none that is known), it is
    what names a greenhouse gas.
    """
    named = gas_by_name(called) or substance_of_label(called)
    if named is not None and named != gas and (gas is not None or named in _FORMULAS):
        return called
    for label in labels:
        named = substance_of_label(label)
        if gas is None:
            if named in _FORMULAS:
                return label
        elif (named is not None and named != gas) or (
            gas == "N2O" and _ANYWHERE.search(label) and not _NITROUS.search(label)
        ):
            return label
    return None
