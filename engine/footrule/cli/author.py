"""`footrule lint` and `footrule test`: for those who write standards."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from footrule.analyse.examples import ExamplesRun, run_examples
from footrule.cli import console
from footrule.cli.diagnostics import told
from footrule.cli.standard_files import paths, read
from footrule.library.catalogue import Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import Edition, edition_of, shipped
from footrule.model.standard import Standard
from footrule.report.visible import visible
from footrule.text.diagnostic import Diagnostic
from footrule.text.wording import Wording, worded


def run(options: Namespace) -> int:
    """Lint files, or run the examples in folders."""
    language: str = options.lang
    names: list[str] = options.files if options.command == "lint" else options.folders
    statuses = [0]
    found: list[tuple[Path, Edition]] = []
    for path in (path for name in names for path in paths(name)):
        data = read(path)
        if isinstance(data, Wording):
            console.complain(data, language)
            statuses.append(2)
        else:
            found.append((path, edition_of(data, str(path)) or Edition("", "", (0, 0, 0), str(path), data)))
    on_shelf = shipped()
    known = {edition.data for edition in on_shelf}
    catalogue = Catalogue([*on_shelf, *(edition for _, edition in found if edition.data not in known)])
    form: str = options.format if options.command == "lint" else "text"
    diagnostics: list[Diagnostic] = []
    for path, edition in found:
        standard, _, told_of = checked(edition, catalogue)
        diagnostics += told_of
        if form != "json":
            for line in told(told_of, form, language):
                print(line)
        if standard is None:
            statuses.append(1)
        elif options.command == "test":
            statuses.append(_tested(standard, path, language))
        elif not told_of and form == "text":
            print(f"{visible(edition.name)}: " + worded("no mistakes", "没有错误").in_language(language))
    if form == "json":
        print("[\n" + ",\n".join(told(diagnostics, form, language)) + "\n]")
    return max(statuses)


def _tested(standard: Standard, path: Path, language: str) -> int:
    def read_file(name: str) -> bytes | None:
        data = read(path.parent / name)
        return data if isinstance(data, bytes) else None

    run = run_examples(standard, read_file)
    for line in _told(run, path, language):
        print(line)
    return 0 if run.passes else 1


def _told(run: ExamplesRun, path: Path, language: str) -> Iterator[str]:
    for one in run.runs:
        for wrong in one.wrong:
            yield f'{path}:{one.example.line}: "{one.example.title}": {wrong.in_language(language)}'
    failed = sum(1 for one in run.runs if one.wrong)
    own = sum(1 for rule in run.standard.rules if rule.standard == run.standard.id)
    unbroken = ", ".join(run.unbroken) or worded("none", "无").in_language(language)
    yield worded(
        f"{run.standard.id} {run.standard.version}: rules {own}, examples {len(run.runs)}, not as promised {failed}; "
        f"rules that no example breaks: {unbroken}",
        f"{run.standard.id} {run.standard.version}：规则 {own} 条，示例 {len(run.runs)} 个，与预期不符 {failed} 个；"
        f"未被任何示例触犯的规则：{unbroken}",
    ).in_language(language)
