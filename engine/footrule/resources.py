"""The data that ships with the engine: grammar, rules, standards.

In a wheel they lie in the package (`footrule/_data`); in a checkout, beside `engine/`. Everything is read through
`Traversable`, so that the package also works from a zip file; `importlib.resources`, which costs a tenth of a
start-up, is imported only there.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def data_folder(name: str) -> Traversable:
    """A folder of data: `grammar`, `rules` or `standards`. Raises FileNotFoundError where the installation lacks it."""
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
