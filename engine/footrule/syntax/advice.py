"""Advice on a word in the wrong place: the line it belongs on, the word of the language that was meant."""

from __future__ import annotations

import re

from footrule.syntax.expected import ITEMS, keywords
from footrule.syntax.keywords import IN_CHINESE, IN_ENGLISH, english, terminal
from footrule.syntax.met import Advice, Met, certain
from footrule.syntax.slips import COMPARED_IN_CHINESE, MEANT, MEANT_FOR_CERTAIN
from footrule.text.diagnostic import Fix
from footrule.text.source import Span
from footrule.text.suggest import nearest
from footrule.text.wording import Wording, worded

MODALITIES = frozenset({"SHALL", "SHOULD", "MAY"})
RULE_LINES = frozenset({"CITE", "FOR_EACH", "FROM", "WHEN", "LET", "SHALL", "SHOULD", "MAY", "NOTE"})
_LONGEST_FIRST = sorted(IN_ENGLISH, key=len, reverse=True)
_TEXTS = re.compile(r'"(?:\\.|[^"\\\n])*"|#[^\n]*')
_GLUED_BETWEEN = re.compile(rf"(?<=[A-Za-z0-9_])(?:{COMPARED_IN_CHINESE}|{'|'.join(_LONGEST_FIRST)})(?=[A-Za-z0-9_])")
_GLUED = re.compile(rf"({'|'.join(_LONGEST_FIRST)})(?=[A-Za-z0-9_])")


def position(met: Met) -> Advice | None:
    """A word of the language that stands in the wrong line of a rule or head."""
    says = _in_a_rule(met) or _elsewhere(met)
    return None if says is None else Advice(says)


def _in_a_rule(met: Met) -> Wording | None:
    kind = "CITE" if MEANT.get(met.word.casefold()) == "cite" else terminal(met.word)
    after_requirement = "OTHERWISE" in met.kinds or ("NOTE" in met.kinds and "CITE" not in met.kinds)
    if kind in MODALITIES and "CITE" in met.kinds and "SHALL" not in met.kinds:
        return worded(
            'every rule cites: add a line `cite DOCUMENT "clause"` above',
            '每条规则都须引用条款：请在上方加一行 cite 文件 "条款"',
        )
    if kind == "OTHERWISE" and "SHALL" in met.kinds:
        return worded("`otherwise` stands below the requirement that it belongs to", "otherwise 应在所属要求之下")
    if kind == "WHEN" and after_requirement:
        return worded("`when` stands before `otherwise`", "when 应在 otherwise 之前")
    if kind == "LET" and "DEFINE" in met.kinds and met.column == 0:
        return worded("outside of a rule, a name is given with `define`", "在规则之外，名称用 define 给出")
    if kind in RULE_LINES - MODALITIES and after_requirement:
        return worded(
            f"`{kind.lower().replace('_', ' ')}` stands above the first requirement of a rule",
            f"{met.as_written(kind.lower().replace('_', ' '))} 应在规则的第一项要求之上",
        )
    if kind in ITEMS and "LET" in met.kinds:
        return worded(
            f"`{met.word}` is no line of a rule; a rule gives a name with `let`",
            f"{met.word} 不是规则的一行；规则内用 let 给出名称",
        )
    return None


def _elsewhere(met: Met) -> Wording | None:
    kind = terminal(met.word)
    if kind in MODALITIES and met.line_keyword in ("define", "let", "parameter"):
        return no_requirement_here()
    if kind == "FROM" and "IN_FORCE" in met.kinds:
        return worded("a period is written `in force from 2026-01-01`", "施行日期写作 in force from 2026-01-01")
    if met.before is not None and met.before.text.startswith('"'):
        if met.source.text[met.at - 1] == '"':
            return quote_within()
        if re.match(r"[a-z]{2,3}(-\w+)?[ \t]*\"", met.source.text[met.at : met.at + 20]):
            return worded(
                "known languages are en, zh, de, fr, ja, ko, es, ru, ar, pt, it",
                "可用的语言标记：en、zh、de、fr、ja、ko、es、ru、ar、pt、it",
            )
    return None


def quote_within() -> Wording:
    """A quotation mark inside of a text."""
    return worded('a quotation mark within a text is written `\\"`', '文本中的引号写作 \\"')


def own_line() -> Wording:
    """Two requirements joined into one."""
    return worded(
        "each requirement has a `shall`, `should` or `may` line of its own, without `and` between them",
        "每项要求各占一行，以 shall、should 或 may 开头，中间不写 and",
    )


def no_requirement_here() -> Wording:
    """`shall` in a definition."""
    return worded(
        "a definition holds no requirement, only a value or a condition: `define heavy = pcf.mass > 1 t`",
        "定义中没有要求，只有值或条件：define heavy = pcf.mass > 1 t",
    )


def meant(met: Met) -> Advice | None:
    """`must` for shall, words glued to another, words that are nearly one of the language, a missing verb."""
    glued = _GLUED.match(met.word)
    if glued is not None and terminal(glued[1]) in met.kinds:
        says = worded("put a space after a word of the language", "关键词之后须有空格")
        end = met.at + glued.end()
        return Advice(says, Fix(says, ((Span(end, end), " "),)))
    known = keywords(met.kinds)
    word = met.word.casefold()
    known_word = MEANT.get(word)
    if word in ("and", "or", "和", "或", "及", "与") and "COMMA" in met.kinds and "AND" not in met.kinds:
        start = met.at if met.before is None else met.before.span.end
        return certain(worded("write a comma between them", "各项之间请写逗号"), Span(start, met.span.end), ",")
    if known_word is not None and terminal(known_word) in MODALITIES and not met.begins_line:
        return Advice(worded("a requirement has one `shall`, at its beginning", "一项要求只在开头写一个 shall"))
    following = re.match(r"\s*(\w+)", met.source.text[met.span.end : met.span.end + 20])
    if known_word == "and" and following is not None and terminal(following[1]) in MODALITIES:
        return Advice(own_line())
    if known_word is not None and (known_word in known or known_word.split()[0] in known):
        says = _did_you_mean(met, known_word)
        return certain(says, met.span, met.as_written(known_word)) if word in MEANT_FOR_CERTAIN else Advice(says)
    near = nearest(met.word, known)
    if near is not None:
        return Advice(_did_you_mean(met, near))
    if "shall" in known and met.begins_line:
        return Advice(
            worded("a requirement begins with `shall`, `should` or `may`", "一项要求以 shall、should 或 may 开头")
        )
    return None


def glued_on_line(met: Met) -> tuple[Span, Advice] | None:
    """A word of the language in Chinese that touches the names around it, earlier on the line: one name to a parser."""
    found = _GLUED_BETWEEN.search(_TEXTS.sub(lambda text: " " * len(text[0]), met.line[: met.column]))
    if found is None:
        return None
    line_start = met.at - met.column
    start, end = line_start + found.start(), line_start + found.end()
    says = worded("put spaces around this word", "此词前后须有空格")
    return Span(start, end), Advice(says, Fix(says, ((Span(start, start), " "), (Span(end, end), " "))))


def _did_you_mean(met: Met, word: str) -> Wording:
    return worded(f"did you mean `{word}`?", f"是否想写“{met.as_written(word)}”？")


def is_keyword(word: str) -> bool:
    """Whether a word is one of the language, in either of its languages."""
    return english(word) in IN_CHINESE
