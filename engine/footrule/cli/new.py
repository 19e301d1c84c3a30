"""`footrule new`: begins a standard, or adds a rule to one. What it makes passes lint, layout and tests."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from footrule.cli import console
from footrule.cli.libraries import asked
from footrule.cli.new_rule import Surroundings, new_rule
from footrule.cli.new_standard import Wanted, new_standard
from footrule.cli.standard_files import read, write
from footrule.factors.database import shipped_factors
from footrule.library.beside import InFolder
from footrule.library.catalogue import Catalogue
from footrule.library.own_factors import factors_of
from footrule.library.shelf import edition_of
from footrule.report.visible import visible
from footrule.text.wording import Wording, worded


def run(options: Namespace) -> int:
    """Make what was asked for. Statuses: 0 made, 2 refused, with nothing written."""
    language: str = options.lang
    opened = asked([], [], language)
    make = _standard if options.kind == "standard" else _rule
    made = opened if isinstance(opened, Wording) else make(options, opened.shelf.catalogue())
    if isinstance(made, Wording):
        console.complain(made, language)
        return 2
    for line in made:
        print(visible(line.in_language(language)))
    return 0


def _standard(options: Namespace, catalogue: Catalogue) -> list[Wording] | Wording:
    wanted = Wanted(options.name, options.title, options.title_zh, tuple(options.cas), options.extends, options.lang)
    files = new_standard(wanted, catalogue)
    if isinstance(files, Wording):
        return files
    folder = Path(wanted.name)
    if folder.exists() or folder.is_symlink():
        return worded(f"{folder} is there already; nothing was written", f"{folder} 已存在；未写入任何内容")
    refused = _written({folder / name: data for name, data in files.items()})
    if refused is not None:
        return refused
    return [
        *(worded(f"written: {folder / name}", f"已写入：{folder / name}") for name in files),
        worded(
            f"`footrule lint {folder}` and `footrule test {folder}` pass; now make it yours",
            f"footrule lint {folder} 与 footrule test {folder} 均可通过；请改成您的标准",
        ),
    ]


def _rule(options: Namespace, catalogue: Catalogue) -> list[Wording] | Wording:
    path = Path(options.file)
    data = read(path)
    if isinstance(data, Wording):
        return data

    def read_beside(name: str) -> bytes | None:
        found = read(path.parent / name)
        return found if isinstance(found, bytes) else None

    edition = edition_of(data, str(path), InFolder(path.parent))
    factors = shipped_factors() if edition is None else factors_of(edition, catalogue, shipped_factors())
    made = new_rule(options.id, data, str(path), options.section, catalogue, Surroundings(read_beside, factors))
    if isinstance(made, Wording):
        return made
    refused = _written({path.parent / name: content for name, content in made.beside.items()})
    refused = refused or write(path, made.data)
    if refused is not None:
        return refused
    return [
        *(worded(f"written: {path.parent / name}", f"已写入：{path.parent / name}") for name in made.beside),
        worded(
            f"{path}:{made.line}: {options.id}, with two examples at the end of the file; now make it yours",
            f"{path}:{made.line}：{options.id}，文件末尾附两个示例；请改成您的规则",
        ),
    ]


def _written(files: Mapping[Path, bytes]) -> Wording | None:
    """Write files that are not there yet, with their folders, or say why that cannot be done."""
    for path, data in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(data)
        except OSError as error:
            return worded(f"{path}: cannot be written ({error.strerror})", f"{path}：无法写入（{error.strerror}）")
    return None
