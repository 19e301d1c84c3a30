"""The data that ships with the engine (grammar, rules, standards, factors), and where what is made of it is kept.

In a wheel they lie in the package (`footrule/_data`); in a checkout, beside `engine/`. Everything is read through
`Traversable`, so that the package also works from a zip file; `importlib.resources`, which costs a tenth of a
start-up, is imported only there.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def data_folder(name: str) -> Traversable:
    """A folder of data: `grammar`, `rules`, `standards` or `factors`.

    Raises FileNotFoundError where the installation lacks it.
    """
    for folder in (_package_folder() / "_data" / name, Path(__file__).parents[2] / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"footrule was installed without its {name}/ folder")


def _package_folder() -> Traversable:
    here = Path(__file__).parent
    if here.is_dir():
        return here
    from importlib.resources import files

    return files("footrule")


@cache
def state_of(room: str) -> str:
    """The state of the files of a room of the engine, looked at once: what is kept was made by them, or is not used.

    Nothing where they cannot be looked at, as in a zip file: then the version of the engine has to tell.
    """
    try:
        with os.scandir(os.path.join(os.path.dirname(__file__), room)) as entries:
            found = [(one.name, one.stat().st_size, one.stat().st_mtime_ns) for one in entries if one.is_file()]
    except OSError:
        return ""
    return repr(sorted(found))


CACHE_VARIABLE = "FOOTRULE_CACHE"


def cache_folder() -> Path:
    """Where entries are kept: $FOOTRULE_CACHE, else the user's cache folder; where there is none, nowhere."""
    chosen = os.environ.get(CACHE_VARIABLE)
    if chosen:
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser(os.path.join("~", ".cache"))
    # A user without a home, as in some containers, leaves the path relative; nothing belongs into the folder at hand.
    return Path(base if os.path.isabs(base) else os.devnull) / "footrule"


def has_cache() -> bool:
    """Whether entries can be kept."""
    try:
        cache_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(cache_folder(), os.W_OK)
