"""`footrule pack`: a standard with all that it needs in one archive, and what there is in such an archive.

Before a pack is written it is opened again, and the rest is done with what was read: the standard in it has to be the
one that was packed, and every example in it, those of the libraries too, has to come out as it promises. Whoever
receives a pack runs them to see that it arrived, and cannot mend one that does not.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from footrule.analyse.examples import run_examples
from footrule.cli import console
from footrule.cli.diagnostics import told as told_of_diagnostics
from footrule.cli.example_runs import beside, told_of_examples
from footrule.cli.factor_refusals import refusals
from footrule.cli.libraries import Asked, asked, offer_at
from footrule.cli.standard_files import write
from footrule.factors.database import shipped_factors
from footrule.library.beside import bytes_of
from footrule.library.catalogue import Broken, Catalogue, NotFound
from footrule.library.checking import checked
from footrule.library.own_factors import factors_of, refused_of
from footrule.library.packed import editions_packed, packed_in
from footrule.library.packing import pack_of
from footrule.library.shelf import SUFFIX, Edition
from footrule.model.standard import Standard
from footrule.pack.archive import LARGEST_PACK
from footrule.pack.pack import Pack, opened
from footrule.report.visible import visible
from footrule.text.wording import Wording, worded
from footrule.workspace import told

_NOT_PACKED = worded("not packed: examples do not come out as they promise", "未打包：示例的结果与其承诺不符")


def run(options: Namespace) -> int:
    """Write a pack, or with --verify say what one holds.

    Statuses: 0 done, 1 the standard has mistakes or an example does not come out as promised, 2 refused.
    """
    language: str = options.lang
    if options.verify:
        return _printed(_verified(options.standard), language)
    shelf = asked([options.standard], options.library, language)
    found = shelf if isinstance(shelf, Wording) else _found(shelf)
    if isinstance(found, Wording):
        return _printed(found, language)
    catalogue, edition = found
    standard = catalogue.load(edition)
    if isinstance(standard, Broken):
        result = checked(edition, catalogue.around(edition))
        for line in told_of_diagnostics(result.diagnostics, result.left_out, "text", language):
            print(line)
        return 1
    mistakes = refusals(refused_of(edition, catalogue), "text", language)
    if mistakes:
        for line in mistakes:
            print(line)
        return 1
    pack = pack_of(edition, standard, catalogue)
    if isinstance(pack, Wording):
        return _printed(pack, language)
    data = pack.data
    examples = list(_examples(data, pack.name.name, standard, language))
    if any(not passes for passes, _ in examples):
        for _, line in examples:
            print(line)
        console.complain(_NOT_PACKED, language)
        return 1
    output: str = options.output or pack.name.name
    refused = write(Path(output), data)
    return _printed(refused or [worded(f"written: {output}", f"已写入：{output}"), *_contents(pack)], language)


def _found(shelf: Asked) -> tuple[Catalogue, Edition] | Wording:
    """The edition on the shelf that was asked for, or that of the file that was named, and where to check it."""
    name = shelf.name
    if name.endswith(SUFFIX):
        offer = offer_at(Path(name))
        return offer if isinstance(offer, Wording) else (shelf.shelf.catalogue([offer.edition]), offer.edition)
    catalogue = shelf.shelf.catalogue()
    match catalogue.find(name, date.today()):
        case Standard() as standard:
            return catalogue, catalogue.edition_with(standard)
        case Broken(edition):
            return catalogue, edition
        case NotFound() as problem:
            return told(problem)


def _examples(data: bytes, name: str, standard: Standard, language: str) -> Iterator[tuple[bool, str]]:
    """What the examples in a pack come to, line by line, and whether they are as promised."""
    editions = packed_in(data, name)
    assert not isinstance(editions, Wording), "what was packed can be opened"
    catalogue = Catalogue(editions)
    for edition in editions:
        loaded = catalogue.load(edition)
        assert isinstance(loaded, Standard), "what was packed has no mistakes"
        assert edition is not editions[0] or loaded.sha256 == standard.sha256, "a pack means what was packed"
        ran = run_examples(loaded, beside(edition), factors_of(edition, catalogue, shipped_factors()))
        passes = not any(one.wrong for one in ran.runs)
        for line in told_of_examples(ran, edition.name, language):
            yield passes, line


def _verified(name: str) -> list[Wording] | Wording:
    """What a pack holds, file by file, where it is whole."""
    data = bytes_of(Path(name), name, LARGEST_PACK)
    if isinstance(data, Wording):
        return data
    pack = opened(data, name)
    if isinstance(pack, Wording):
        return pack
    editions = editions_packed(pack)
    if isinstance(editions, Wording):
        return editions
    files = (_as_it_is(f"  {one.sha256}  {one.size:>8}  {one.name}") for one in pack.manifest.files)
    return [worded(f"{name} is whole", f"{name} 完整无误"), *_contents(pack), *files]


def _contents(pack: Pack) -> Iterator[Wording]:
    """The hash of a pack, and what is in it."""
    manifest = pack.manifest
    yield _as_it_is(f"sha256 {pack.name.sha256}")
    yield Wording(
        tuple(
            (tag, f"{manifest.standard.id} {manifest.standard.version}: {text}") for tag, text in manifest.title.texts
        )
    )
    for one in manifest.built_on:
        title = f"{one.id} {one.version} ({one.sha256})"
        yield worded(f"built on {title}", f"基于 {title}")
    size = sum(one.size for one in manifest.files)
    yield worded(f"files {len(manifest.files)}, bytes {size}", f"文件 {len(manifest.files)} 个，{size} 字节")


def _as_it_is(text: str) -> Wording:
    return worded(text, text)


def _printed(result: list[Wording] | Wording, language: str) -> int:
    if isinstance(result, Wording):
        console.complain(result, language)
        return 2
    for line in result:
        print(visible(line.in_language(language)))
    return 0
