"""`footrule new standard`: a folder with a standard that passes its own lint, layout and tests."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from footrule.analyse.drafted_examples import DraftedExample, Settled, settled
from footrule.cli.scaffold import (
    BOTH,
    FOOTPRINT,
    checked_text,
    filled,
    footprint,
    in_languages,
    laid_out,
    template,
    with_remarks,
    would_not_pass,
)
from footrule.library.catalogue import Broken, Catalogue, NotFound
from footrule.model.standard import Standard
from footrule.submission.classification import CAS, read_code
from footrule.syntax.keywords import IN_CHINESE, english
from footrule.text.wording import Wording, worded
from footrule.workspace import told

LONGEST_NAME = 60
_NAME = re.compile(r"[^\W\d]\w*")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*")

_AS_IT_IS = worded("The footprint as it stands", "示例原样")
_OTHER_UNIT = worded("Declared by the litre", "按升声明")
_NO_BOUNDARY = worded("The boundary is not described", "未说明系统边界")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    name: str
    title: str | None
    title_zh: str | None
    cas: tuple[str, ...]
    extends: str | None
    language: str


def new_standard(wanted: Wanted, catalogue: Catalogue) -> Mapping[str, bytes] | Wording:
    """The files of the folder by their paths in it, or why they cannot be made."""
    refused = _refused(wanted, catalogue)
    if refused is not None:
        return refused
    parent: Standard | None = None
    if wanted.extends is not None:
        found = catalogue.find(wanted.extends, date.today())
        if isinstance(found, Broken | NotFound):
            return told(found)
        parent = found
    titles = _titles(wanted)
    document = footprint(wanted.cas[0] if wanted.cas else None)
    prefix = _prefix(wanted.name, parent)
    written = _standard(wanted, titles, prefix, parent, document, catalogue)
    if isinstance(written, Wording):
        return written
    page = template(f"README.{wanted.language}.md")
    title = titles.get(wanted.language) or next(iter(titles.values()))
    return {
        "standard.pcr": written.encode(),
        FOOTPRINT: document,
        "README.md": filled(page, title=title, prefix=prefix).encode(),
    }


def _refused(wanted: Wanted, catalogue: Catalogue) -> Wording | None:
    name = wanted.name
    if _NAME.fullmatch(name) is None or len(name) > LONGEST_NAME:
        return worded(
            f'"{name[:LONGEST_NAME]}": a name is one word of letters, digits and _, such as bottled_gas',
            f"“{name[:LONGEST_NAME]}”：名称是一个词，由文字、数字和下划线组成，例如 bottled_gas 或 瓶装气体",
        )
    if english(name) in IN_CHINESE:
        return worded(f"{name} is a word of the language; choose another name", f"{name} 是语言中的关键词，请另取名称")
    if any(one.id == name for one in catalogue.editions):
        return worded(
            f"a standard called {name} is installed already; choose another name",
            f"已安装名为 {name} 的标准，请另取名称",
        )
    for title in (wanted.title, wanted.title_zh):
        if title is not None and not (title.strip() and title.isprintable()):
            return worded("a title is one line of text", "标题应为一行文本")
    for number in wanted.cas:
        if read_code(CAS, number) is None:
            return worded(
                f"{number} is not a CAS number, such as 74-85-1 (the last digit is a check digit)",
                f"{number} 不是 CAS 号（例如 74-85-1，末位为校验码）",
            )
    return None


def _titles(wanted: Wanted) -> dict[str, str]:
    """The titles by language; without one, the name itself."""
    given = {"en": wanted.title, "zh": wanted.title_zh}
    titles = {language: title.strip() for language, title in given.items() if title is not None}
    if titles:
        return titles
    plain = wanted.name.replace("_", " ").strip()
    language = "zh" if _HAN.search(wanted.name) else wanted.language
    return {language: plain[:1].upper() + plain[1:] or wanted.name}


def _prefix(name: str, parent: Standard | None) -> str:
    """How the ids of the rules begin: the initials of the name, or the beginning of its one word, if these are free."""
    words = _WORD.findall(name.replace("_", " "))
    short = "".join(word[0] for word in words) if len(words) > 1 else "".join(words)[:3]
    taken = {rule.id.partition("-")[0] for rule in parent.rules} if parent is not None else set[str]()
    wanted = [one.upper() for one in (short, "_".join(words), "PCR") if one]
    numbered = (f"PCR_{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (*wanted, *numbered) if one not in taken)


def _standard(
    wanted: Wanted,
    titles: Mapping[str, str],
    prefix: str,
    parent: Standard | None,
    document: bytes,
    catalogue: Catalogue,
) -> str | Wording:
    head = [] if parent is None else [f"extends {parent.id} {parent.version.partition('.')[0]}"]
    head += ["covers " + ", ".join(f'cas "{number}"' for number in wanted.cas)] if wanted.cas else []
    languages = [language for language in BOTH if language in titles]
    text = filled(
        in_languages(with_remarks(template("standard.pcr"), wanted.language), languages),
        name=wanted.name,
        prefix=prefix,
        head="\n".join(head),
        title_en=_escaped(titles.get("en", "")),
        title_zh=_escaped(titles.get("zh", "")),
    )
    examples = [
        DraftedExample(_AS_IT_IS.in_language(languages[0]), FOOTPRINT),
        DraftedExample(_OTHER_UNIT.in_language(languages[0]), FOOTPRINT, ("set pcf.declared_unit to liter",)),
        DraftedExample(_NO_BOUNDARY.in_language(languages[0]), FOOTPRINT, ("without pcf.boundary_description",)),
    ]

    def standard_of(appended: str) -> Standard | None:
        found = checked_text(f"{text}\n{appended}", wanted.name, catalogue)
        return None if found is None else found.standard

    result = settled(examples, standard_of, {FOOTPRINT: document}.get)
    whole = f"{text}\n" if result is None else f"{text}\n{result.text}"
    return _proven(whole, result, wanted, catalogue)


def _proven(text: str, result: Settled | None, wanted: Wanted, catalogue: Catalogue) -> str | Wording:
    """The text in its layout, if nothing is to be said of it."""
    found = checked_text(text, wanted.name, catalogue)
    if found is not None and found.diagnostics:
        return would_not_pass(found.diagnostics[0])
    done = laid_out(text, wanted.language)
    if done is None or result is None or any(run.wrong for run in result.runs):
        return worded(
            "nothing could be made that passes its own tests; begin without --extends",
            "无法生成能通过自身测试的标准；请先不用 --extends",
        )
    return done


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
