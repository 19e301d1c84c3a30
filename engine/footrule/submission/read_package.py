"""The entrance for life-cycle packages: a folder or a zip archive, by the reader of the format that lies in it.

openLCA keeps a JSON object a data set in `processes/`, `flows/` and so on; ILCD an XML document a data set, in folders
of these names or side by side. What lies there decides; where both do, nobody can tell which is meant.
"""

from __future__ import annotations

import os
import re

from footrule.collector import collector_paused
from footrule.submission.from_ilcd import from_ilcd
from footrule.submission.from_openlca import from_openlca
from footrule.submission.intake import Unreadable
from footrule.submission.package import Package
from footrule.submission.package_files import PackageFiles, package_files
from footrule.submission.unreadable_kinds import NOT_A_PACKAGE, printable
from footrule.text.wording import Wording, worded

__all__ = ["Package", "read_package"]

_OPENLCA_PROCESS = re.compile(r"((?:[^/]+/)*)processes/[^/]+\.json")
_OPENLCA_SIGNS = ("openlca.json", "olca-schema.json", "context.json")


@collector_paused()
def read_package(path: str | os.PathLike[str]) -> Package | Unreadable:
    """The life-cycle package in a folder or a zip archive, or why there is none that can be read."""
    files = package_files(os.fspath(path))
    if isinstance(files, Unreadable):
        return files
    prefixes = sorted({match[1] for name in files.sizes if (match := _OPENLCA_PROCESS.fullmatch(name))})
    has_xml = any(name.lower().endswith(".xml") for name in files.sizes)
    if len(prefixes) > 1:
        return _refused(files, _several(prefixes))
    if prefixes and has_xml and not _has_sign(files, prefixes[0]):
        return _refused(files, _BOTH)
    if prefixes:
        return from_openlca(files, prefixes[0])
    return from_ilcd(files) if has_xml else _refused(files, _NEITHER)


def _has_sign(files: PackageFiles, prefix: str) -> bool:
    return any(f"{prefix}{sign}" in files.sizes for sign in _OPENLCA_SIGNS)


def _refused(files: PackageFiles, message: Wording) -> Unreadable:
    return Unreadable(files.path, NOT_A_PACKAGE, None, None, None, message, None)


_BOTH = worded(
    "It has JSON and XML data sets, and nothing says which are meant. Put them into two packages.",
    "其中既有 JSON 数据集，又有 XML 数据集，无从分辨。请分为两个数据包。",
)
_NEITHER = worded(
    "It has neither openLCA JSON-LD processes (processes/*.json) nor ILCD data sets (*.xml). "
    "Export one of these two; EcoSpold and databases of openLCA (.zolca) are not read.",
    "其中既没有 openLCA JSON-LD 过程（processes/*.json），也没有 ILCD 数据集（*.xml）。请导出二者之一；"
    "EcoSpold 与 openLCA 数据库（.zolca）不予读取。",
)


def _several(prefixes: list[str]) -> Wording:
    shown = ", ".join(printable(prefix or "./") for prefix in prefixes[:5])
    return worded(
        f"It has several packages in it: {shown}. Name one of them.", f"其中有多个数据包：{shown}。请指明其中之一。"
    )
