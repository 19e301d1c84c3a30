"""`footrule fmt`: standards in the one canonical layout."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from footrule.cli import console
from footrule.cli.diagnostics import told
from footrule.cli.libraries import never_changed
from footrule.cli.standard_files import paths, read
from footrule.cli.standard_files import write as rewrite
from footrule.pack.name import SUFFIX as PACK_SUFFIX
from footrule.syntax.format import formatted
from footrule.syntax.parse import source_of
from footrule.text.diagnostic import Sink
from footrule.text.wording import Wording, worded


def run(options: Namespace) -> int:
    """Lay out files in place, or with --check only say which ones would change."""
    language: str = options.lang
    statuses = [0]
    for path in (path for name in options.files for path in paths(name)):
        data = never_changed(path) if path.suffix == PACK_SUFFIX else read(path)
        if isinstance(data, Wording):
            console.complain(data, language)
            statuses.append(2)
        else:
            statuses.append(_laid_out(path, data, options.words, language, write=not options.check))
    return max(statuses)


def _laid_out(path: Path, data: bytes, keywords: str | None, language: str, *, write: bool) -> int:
    sink = Sink()
    source = source_of(str(path), data, sink)
    text = None if source is None else formatted(source, sink, keywords)
    for line in told(sink, sink.left_out, "text", language):
        print(line)
    if text is None:
        return 1
    if text.encode() == data:
        return 0
    if write:
        refused = rewrite(path, text.encode())
        if refused is not None:
            console.complain(refused, language)
            return 2
        return 0
    print(f"{path}: " + worded("would be laid out anew", "排版将改变").in_language(language))
    return 1
