"""`footrule compute`: the footprint of an inventory, by the allocation of a standard.

Statuses: 0 computed; 3 it cannot be computed; 2 what could not be read, or a command line that makes no sense.
"""

from __future__ import annotations

import json
import os
from argparse import Namespace

from footrule.cli import console
from footrule.cli.applying import refused
from footrule.cli.computing import computing, no_footprint, several_footprints
from footrule.report.computed import Computed, NothingComputed
from footrule.report.ink import Ink
from footrule.report.page import NARROWEST, Page
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
        return refused(NO_PACKAGE, options.lang)
    asked = computing(options)
    if isinstance(asked, list):
        return max(refused(one, options.lang) for one in asked)
    return _told([one for file in options.files for one in asked.computed(file)], options)


def _of_packages(options: Namespace) -> int:
    """The same for life-cycle packages; without the name of a process, their processes are listed."""
    from footrule.cli.package_computing import listed, of_package_file

    if options.process is None:
        names = listed(options.files[0])
        if isinstance(names, Wording):
            return refused(names, options.lang)
        print("\n".join(names))
        return refused(NAME_A_PROCESS, options.lang)
    asked = computing(options, by_library=True)
    if isinstance(asked, list):
        return max(refused(one, options.lang) for one in asked)
    return _told([of_package_file(asked, file, options) for file in options.files], options)


def _told(found: list[Computed | NothingComputed | Wording], options: Namespace) -> int:
    readable = [one for one in found if not isinstance(one, Wording)]
    status = max((_status(one) for one in readable), default=0)
    for one in found:
        if isinstance(one, Wording):
            status = refused(one, options.lang)
    if not found and options.footprint is not None:
        return refused(no_footprint(options.footprint), options.lang)
    if options.format == "svg":
        return _chart(readable, options.lang) if status == 0 else _not_computed(readable, options.lang, status)
    if options.format == "json":
        from footrule.report.computed_json import computed_object

        objects = [computed_object(one, options.lang) for one in readable]
        print(json.dumps(objects, ensure_ascii=False, indent=2))
    else:
        _print(readable, options.lang)
    return status


def is_package(file: str) -> bool:
    """Whether a path is of a life-cycle package: a folder or an archive, where submissions are files of JSON."""
    return os.path.isdir(file) or file.lower().endswith(".zip")


def page_of(language: str) -> Page:
    """The sheet that is printed on."""
    return Page(language, max(console.width(), NARROWEST), Ink(console.takes_colour()))


def _status(one: Computed | NothingComputed) -> int:
    if isinstance(one, Computed):
        return 0
    return 3 if one.chosen is not None else 2


def _print(found: list[Computed | NothingComputed], language: str) -> None:
    from footrule.report.computed_page import computed_page

    pages = ["\n".join(computed_page(page_of(language), one)) for one in found]
    if pages:
        print("\n\n".join(pages))


def _chart(found: list[Computed | NothingComputed], language: str) -> int:
    from footrule.report.contribution_chart import contribution_chart

    if len(found) != 1:
        return refused(several_footprints(len(found)), language)
    print(*(contribution_chart(one, language) for one in found if isinstance(one, Computed)), end="")
    return 0


def _not_computed(found: list[Computed | NothingComputed], language: str, status: int) -> int:
    for one in found:
        for problem in one.problems if isinstance(one, NothingComputed) else ():
            console.complain(problem.says, language)
    return status
