"""`footrule lint` and `footrule test`: for those who write standards."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from footrule.analyse.examples import ExamplesRun, run_examples
from footrule.cli import console
from footrule.library.catalogue import Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import SUFFIX, Edition, edition_of, shipped
from footrule.model.standard import Standard
from footrule.text.diagnostic import Severity
from footrule.text.snippet import snippet
from footrule.text.wording import worded


def run(options: Namespace) -> int:
    """Lint files, or run the examples in folders."""
    language: str = options.lang
    names: list[str] = options.files if options.command == "lint" else options.folders
    found = list(_files(names))
    missing = [name for name, path in found if path is None]
    for name in missing:
        console.complain(
            worded(f"{name}: there is no such file, or no standard in it", f"{name}：没有此文件，或其中没有标准"),
            language,
        )
    editions = [edition for _, path in found if path is not None for edition in [_edition(path)]]
    catalogue = Catalogue([*shipped(), *(one for one in editions if not _is_shipped(one))])
    statuses = [2] if missing else [0]
    for (_, path), edition in zip([one for one in found if one[1] is not None], editions, strict=True):
        standard, errors = _linted(edition, catalogue, language)
        if standard is None:
            statuses.append(1)
        elif options.command == "test":
            assert path is not None
            statuses.append(_tested(standard, path, language))
        elif not errors:
            print(f"{edition.name}: " + worded("no mistakes", "没有错误").in_language(language))
    return max(statuses)


def _files(names: list[str]) -> Iterator[tuple[str, Path | None]]:
    for name in names:
        path = Path(name)
        if path.is_dir():
            inside = sorted(path.rglob(f"*{SUFFIX}"))
            yield from ((str(one), one) for one in inside)
            if not inside:
                yield name, None
        else:
            yield name, path if path.is_file() else None


def _edition(path: Path) -> Edition:
    data = path.read_bytes()
    return edition_of(data, str(path)) or Edition("", "", (0, 0, 0), str(path), data)


def _is_shipped(edition: Edition) -> bool:
    return any(one.data == edition.data for one in shipped())


def _linted(edition: Edition, catalogue: Catalogue, language: str) -> tuple[Standard | None, bool]:
    standard, _, diagnostics = checked(edition, catalogue)
    for one in diagnostics:
        print(snippet(one, language) + "\n")
    return standard, any(one.severity is Severity.ERROR for one in diagnostics) or bool(diagnostics)


def _tested(standard: Standard, path: Path, language: str) -> int:
    def read_file(name: str) -> bytes | None:
        beside = path.parent / name
        return beside.read_bytes() if beside.is_file() else None

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
        f"{run.standard.id} {run.standard.version}: {own} rules, {len(run.runs)} examples, {failed} not as promised; "
        f"rules that no example breaks: {unbroken}",
        f"{run.standard.id} {run.standard.version}：{own} 条规则，{len(run.runs)} 个示例，{failed} 个与预期不符；"
        f"未被任何示例触犯的规则：{unbroken}",
    ).in_language(language)
