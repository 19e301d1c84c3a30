"""From a command line to what its files come to: the footprints of submissions and of life-cycle packages alike."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence

from footrule.cli import console
from footrule.cli.computing import Outcome, computing, no_footprint
from footrule.text.wording import Wording, worded

NAME_A_PROCESS = worded(
    "name one of these processes with --process, by its name or its identifier",
    "请用 --process 指定以上过程之一（名称或标识）",
)
_OF_PACKAGES = {
    "process": "--process", "output": "--output", "allocate": "--allocate", "provider": "--provider",
    "incomplete": "--incomplete",
}  # fmt: skip


def outcomes(options: Namespace, files: Sequence[str]) -> list[Outcome] | int:
    """What the files come to; or the exit status, where the command line makes no sense, after telling why.

    Of a package of which no process is named, the processes are listed.
    """
    packages = any(map(is_package, files))
    if packages and options.process is None:
        return _listed(files[0], options)
    alien = None if packages else _option_of_packages(options)
    if alien is not None:
        return console.refused(alien, options.lang)
    asked = computing(options, by_library=packages)
    if isinstance(asked, list):
        return console.refused(asked, options.lang)
    if packages:
        from footrule.cli.package_computing import of_package_file

        return [of_package_file(asked, file, options) for file in files]
    found = [one for file in files for one in asked.computed(file)]
    if not found and options.footprint is not None:
        return console.refused(no_footprint(options.footprint), options.lang)
    return found


def is_package(file: str) -> bool:
    """Whether a path is of a life-cycle package: a folder or an archive, where submissions are files of JSON."""
    return os.path.isdir(file) or file.lower().endswith(".zip")


def _listed(file: str, options: Namespace) -> int:
    from footrule.cli.package_computing import listed

    names = listed(file)
    if isinstance(names, Wording):
        return console.refused(names, options.lang)
    print("\n".join(names))
    return console.refused(NAME_A_PROCESS, options.lang)


def _option_of_packages(options: Namespace) -> Wording | None:
    """That an option was given to a submission which only says something of a package."""
    given = next((option for name, option in _OF_PACKAGES.items() if getattr(options, name)), None)
    if given is None:
        return None
    return worded(
        f"{given} is for life-cycle packages: a folder or a .zip of data sets",
        f"{given} 用于生命周期数据包：数据集的文件夹或 .zip",
    )
