"""The block of lines at the head of a table that says where all of it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from footrule.frozen import Frozen, dataclass
from footrule.text.wording import Wording, worded

_LINE = r"#\s*([a-z]+(?: [a-z]+)?)\s*:\s*(.*)"
REQUIRED = ("table", "title", "publisher", "year", "licence", "obtained")
KNOWN = (*REQUIRED, "title zh")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Provenance(Frozen):
    """Where a table comes from; `table` is the name that its rows are called by."""

    table: str
    title: str
    title_zh: str
    publisher: str
    year: int
    licence: str
    obtained: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Refusal(Frozen):
    """A line of a table that is not taken, and why; line 0 is the file as a whole."""

    file: str
    line: int
    says: Wording

    @property
    def told(self) -> Wording:
        """The refusal as a line, `FILE:LINE: reason`."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return Wording(tuple((tag, f"{place}: {text}") for tag, text in self.says.texts))


def provenance(block: Sequence[str], file: str, name: str) -> tuple[Provenance | None, list[Refusal]]:
    """What the block at the head of a table called `name` says, and what is wrong with it."""
    found: dict[str, str] = {}
    refused: list[Refusal] = []
    for number, line in enumerate(block, 1):
        match = re.fullmatch(_LINE, line)
        if match is None or match[1] not in KNOWN:
            refused.append(Refusal(file, number, _not_a_line()))
        elif match[1] in found:
            says = worded(f"`{match[1]}` stands twice in the provenance", f"来源说明中“{match[1]}”重复")
            refused.append(Refusal(file, number, says))
        else:
            found[match[1]] = match[2].strip()
    refused += [Refusal(file, 0, says) for says in _wrong_in(found, name)]
    if refused:
        return None, refused
    titles = found["title"], found.get("title zh", "")
    return Provenance(name, *titles, found["publisher"], int(found["year"]), found["licence"], found["obtained"]), []


def _not_a_line() -> Wording:
    return worded(
        f"a line of the provenance is `# NAME: TEXT`, with one of {', '.join(KNOWN)}",
        f"来源说明的每一行写作“# 名称: 文本”，名称为 {'、'.join(KNOWN)} 之一",
    )


def _wrong_in(found: dict[str, str], name: str) -> Iterator[Wording]:
    """What the block as a whole lacks, or says that cannot be."""
    missing = [key for key in REQUIRED if not found.get(key)]
    if missing:
        yield worded(
            f"the provenance at the head lacks {', '.join(missing)}", f"文件开头的来源说明缺少 {'、'.join(missing)}"
        )
    year = found.get("year", "")
    if year and not re.fullmatch(r"[12]\d{3}", year, re.ASCII):
        yield worded(f"`year: {year}` is no year", f"“year: {year}”不是年份")
    if found.get("table", name) != name:
        yield worded(
            f"the table is called {found['table']}, and its file {name}: one name for both",
            f"表名为 {found['table']}，而文件名为 {name}：两者应一致",
        )
