"""Packs that are installed: what distributions of Python announce as entry points of the group `footrule.packs`.

    [project.entry-points."footrule.packs"]
    acme = "acme_packs"                    # every pack and standard in the folder of the package
    acme_gas = "acme_packs:gas.pcrpack"    # one file, or one folder, in it

Packs are data: the package is looked up and never imported, so nothing that it contains is run. Whoever has none
installed pays for a look into the folders of `sys.path`, and not for `importlib.metadata`, which takes a quarter of
a start-up.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from footrule.frozen import Frozen, dataclass
from footrule.library.offers import Offer, offer_of, offers_in
from footrule.text.pattern import pattern
from footrule.text.wording import Wording, worded

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from importlib.resources.abc import Traversable

GROUP = "footrule.packs"
_ENTRY_POINTS = "entry_points.txt"
_METADATA = (".dist-info", ".egg-info")
_VALUE = pattern(r"(\w+(?:\.\w+)*)\s*(?::\s*(\w[\w.]*))?")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Announced(Frozen):
    """An entry point: its distribution with its version, and the package with the file or folder that it names."""

    distribution: str
    value: str


def installed() -> list[Offer] | Wording:
    """What every distribution on the path offers, or why one of them is refused."""
    found: list[Offer] = []
    for one in announced(sys.path):
        offers = _offered(one)
        if isinstance(offers, Wording):
            return offers
        found += offers
    return found


def announced(path: list[str]) -> Iterator[Announced]:
    """The entry points of the group, in the order of the path; of two distributions of one name, the first counts."""
    seen: set[str] = set()
    for folder in dict.fromkeys(path):
        for distribution, version, text in _metadata(folder):
            name = re.sub(r"[-_.]+", "-", distribution).lower()
            if name not in seen:
                seen.add(name)
                for value in values(text):
                    yield Announced(f"{name} {version}".rstrip(), value)


def _metadata(folder: str) -> Iterator[tuple[str, str, str]]:
    """Name and version of the distributions in a folder of the path, each with the text of its entry points."""
    try:
        names = sorted(os.listdir(folder or "."))
    except NotADirectoryError:
        yield from _metadata_in_archive(folder)
        return
    except OSError:
        return
    for name in names:
        if name.endswith(_METADATA):
            distribution, _, version = name.rpartition(".")[0].partition("-")
            yield distribution, version, _text(os.path.join(folder, name, _ENTRY_POINTS))


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def _metadata_in_archive(archive: str) -> Iterator[tuple[str, str, str]]:
    """The same of a zip file on the path, as of an application that is one file."""
    from importlib.metadata import distributions

    for one in distributions(path=[archive]):
        yield one.name, one.version, one.read_text(_ENTRY_POINTS) or ""


def values(text: str) -> Iterator[str]:
    """The values of the group in the text of a distribution's entry points."""
    if GROUP not in text:
        return
    group = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            group = line.strip("[] ")
        elif group == GROUP and "=" in line and not line.startswith(("#", ";")):
            yield line.partition("=")[2].strip()


def _offered(one: Announced) -> list[Offer] | Wording:
    value = _VALUE.fullmatch(one.value)
    package = None if value is None else _folder_of(value[1])
    if value is None or package is None:
        return _nothing_there(one)
    shown = f"{one.distribution}: {value[1]}"
    place, name = package, value[2]
    if name is not None:
        place, shown = package.joinpath(name), f"{shown}/{name}"
    if place.is_dir():
        return offers_in(place, shown)
    if not place.is_file():
        return _nothing_there(one)
    offer = offer_of(place, package, shown)
    return offer if isinstance(offer, Wording) else [offer]


def _folder_of(package: str) -> Traversable | None:
    """The folder of a package, which is found and not imported; None where there is none."""
    spec = _spec_of(package)
    if spec is None or spec.submodule_search_locations is None:
        return None
    locations = list(spec.submodule_search_locations)
    if len(locations) == 1 and os.path.isdir(locations[0]):
        return Path(locations[0])
    from importlib.resources import files
    from importlib.util import module_from_spec

    return files(module_from_spec(spec))


def _spec_of(package: str) -> ModuleSpec | None:
    """Where a package is, which lies in packages that are not imported either."""
    from importlib.machinery import PathFinder
    from importlib.util import find_spec

    first, *others = package.split(".")
    try:
        spec = find_spec(first)
    except ValueError:  # what was loaded in an unusual way, such as __main__
        return None
    name = first
    for part in others:
        name = f"{name}.{part}"
        inside = None if spec is None else spec.submodule_search_locations
        spec = None if inside is None else PathFinder.find_spec(name, list(inside))
    return spec


def _nothing_there(one: Announced) -> Wording:
    return worded(
        f"{one.distribution} is installed and announces packs in {one.value}, where there are none",
        f"已安装的 {one.distribution} 声明 {one.value} 中有标准包，但其中没有",
    )
