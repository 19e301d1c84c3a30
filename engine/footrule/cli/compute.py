"""`footrule compute`: the footprint of an inventory, by the allocation of a standard.

Statuses: 0 computed; 3 it cannot be computed; 2 what could not be read, or a command line that makes no sense.
"""

from __future__ import annotations

import json
import os
from argparse import Namespace

from footrule.cli import console
from footrule.cli.computing import Outcome, computing, no_footprint, not_computed, several_footprints, status
from footrule.report.computed import Computed, NothingComputed
from footrule.text.wording import Wording, worded

NAME_A_PROCESS = worded(
    "name one of these processes with --process, by its name or its identifier",
    "请用 --process 指定以上过程之一（名称或标识）",
)
NO_PACKAGE = worded(
    "--process is for life-cycle packages: a folder or a .zip of data sets",
    "--process 用于生命周期数据包：数据集的文件夹或 .zip",
)


def run(options: Namespace) -> int:
    """Compute the footprints of a file, print them, and answer the exit status."""
    if any(map(is_package, options.files)):
        return _of_packages(options)
    if options.process is not None:
        return console.refused(NO_PACKAGE, options.lang)
    asked = computing(options)
    if isinstance(asked, list):
        return console.refused(asked, options.lang)
    return _told([one for file in options.files for one in asked.computed(file)], options)


def _of_packages(options: Namespace) -> int:
    """The same for life-cycle packages; without the name of a process, their processes are listed."""
    from footrule.cli.package_computing import listed, of_package_file

    if options.process is None:
        names = listed(options.files[0])
        if isinstance(names, Wording):
            return console.refused(names, options.lang)
        print("\n".join(names))
        return console.refused(NAME_A_PROCESS, options.lang)
    asked = computing(options, by_library=True)
    if isinstance(asked, list):
        return console.refused(asked, options.lang)
    return _told([of_package_file(asked, file, options) for file in options.files], options)


def _told(found: list[Outcome], options: Namespace) -> int:
    readable = [one for one in found if not isinstance(one, Wording)]
    ended = max(map(status, readable), default=0)
    for one in found:
        if isinstance(one, Wording):
            ended = console.refused(one, options.lang)
    if not found and options.footprint is not None:
        return console.refused(no_footprint(options.footprint), options.lang)
    if options.format == "svg":
        for one in readable:
            if isinstance(one, NothingComputed):
                not_computed(one, options.lang)
        return ended or _chart(readable, options.lang)
    if options.format == "json":
        from footrule.report.computed_json import computed_object

        objects = [computed_object(one, options.lang) for one in readable]
        print(json.dumps(objects, ensure_ascii=False, indent=2))
    else:
        _print(readable, options.lang)
    return ended


def is_package(file: str) -> bool:
    """Whether a path is of a life-cycle package: a folder or an archive, where submissions are files of JSON."""
    return os.path.isdir(file) or file.lower().endswith(".zip")


def _print(found: list[Computed | NothingComputed], language: str) -> None:
    from footrule.report.computed_page import computed_page

    pages = ["\n".join(computed_page(console.page(language), one)) for one in found]
    if pages:
        print("\n\n".join(pages))


def _chart(found: list[Computed | NothingComputed], language: str) -> int:
    from footrule.report.contribution_chart import contribution_chart

    if len(found) != 1:
        return console.refused(several_footprints(len(found)), language)
    print(*(contribution_chart(one, language) for one in found if isinstance(one, Computed)), end="")
    return 0
