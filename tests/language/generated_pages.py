"""The parts of the reference that are made from the engine: `python -m tests.language.generated_pages` writes them."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import zip_longest

from footrule.builtins import ALL
from footrule.measure.decimal import decimal_text
from footrule.measure.dimension import CURRENCIES, Dimension
from footrule.measure.unit import known_symbols, read_unit
from footrule.model.builtin import Builtin, ParameterType, SameDimension
from footrule.submission.footprint_vocabulary import CODES, RECORDS
from footrule.submission.vocabulary import (
    CodeField,
    FieldKind,
    InstantField,
    ListField,
    NumberField,
    RecordField,
    TextField,
    TruthField,
)
from footrule.syntax.keywords import IN_CHINESE
from tests.house.checkout import ROOT

REFERENCE = ROOT / "grammar" / "README.md"
VOCABULARY_PAGE = ROOT / "grammar" / "vocabulary.md"
_PART = re.compile(r"(<!-- made from the engine: (\w+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)


def kind_of(kind: FieldKind) -> str:
    """What a field holds, as the reference says it."""
    match kind:
        case NumberField(unit):
            measured = "number" if unit.dimension.is_number and not unit.symbol else str(unit.dimension)
            measured = "share" if unit.symbol == "%" else measured
            return f"{measured}, in {unit.symbol}" if unit.symbol else measured
        case TextField():
            return "text"
        case TruthField():
            return "yes or no"
        case InstantField():
            return "date"
        case CodeField(codes, is_open):
            return f"code of {'the open list ' if is_open else ''}[{codes}](#codes)"
        case RecordField(record):
            return f"record [{record}](#{record})"
        case ListField(element):
            return f"list of {kind_of(element)}"


def vocabulary_page() -> str:
    """The whole page of fields and codes."""
    lines = [
        "# The fields of a footprint",
        "",
        "Made from the engine's vocabulary; a test holds it current. A rule names a field of the footprint by itself",
        "(`id`, `comment`) and one of a record with a dot (`pcf.mass`). Every field may be missing in a submission.",
        "Which attribute of which format carries a field is the reader's business: rules do not see it.",
        "What only an inventory says is missing in a document without one. The amount of a flow arrives with its unit",
        "and fills the field of its dimension (`mass`, `energy`...); the others are missing, and say that this is why.",
        "A list of codes that is open has further members where a standard declares them.",
        "",
        "本页由引擎的词汇表生成。规则直接书写碳足迹的字段（如 id），",
        "记录中的字段用点号（如 pcf.mass）；任何字段都可能缺失。",
        "未附清单时，清单字段缺失。流的数量连同单位给出，只填入相应量纲的字段（如 mass、energy），其余字段因此缺失；",
        "开放的代码表可由标准增补。",
    ]
    for shape in RECORDS.values():
        lines += ["", f"## {shape.name}", "", "| field | holds | meaning | 含义 |", "|---|---|---|---|"]
        lines += [
            f"| `{field.name}` | {kind_of(field.kind)} | {field.meaning} | {field.meaning.in_language('zh')} |"
            for field in shape.fields
        ]
    lines += ["", "## Codes", "", "| list | codes |", "|---|---|"]
    lines += [f"| {one.name} | {', '.join(f'`{code.name}`' for code in one.codes)} |" for one in CODES.values()]
    return "\n".join(lines) + "\n"


def builtins_table() -> str:
    """A row for each builtin, with its example and what that comes to."""
    rows = [
        f"| `{builtin.name}({', '.join(map(_parameter, builtin.parameters))})` | {_parameter(builtin.result)} | "
        f"{builtin.meaning} | {builtin.meaning.in_language('zh')} | `{builtin.example}` is {builtin.example_value} |"
        for builtin in by_name()
    ]
    head = ["| call | result | meaning | 含义 | example |", "|---|---|---|---|---|"]
    return "\n".join([*head, *rows]) + "\n"


def by_name() -> list[Builtin]:
    """The builtins in the order of the reference."""
    return sorted(ALL.values(), key=lambda one: one.name)


def _parameter(kind: ParameterType) -> str:
    return "any quantity" if isinstance(kind, SameDimension) else str(kind)


def units_table() -> str:
    """A row for each dimension with its units, the base unit first, and what each is in base units."""
    by_dimension: dict[Dimension, list[str]] = {}
    for symbol in known_symbols():
        unit = read_unit(symbol)
        assert unit is not None
        if " " not in symbol or symbol.startswith(("kg ", "t ")):
            by_dimension.setdefault(unit.dimension, []).append(symbol)
    lines = ["| measures | units |", "|---|---|"]
    lines += [
        f"| {dimension} | {', '.join(map(_unit, symbols))} |"
        for dimension, symbols in by_dimension.items()
        if not dimension.is_in_money
    ]
    lines.append(f"| money, each currency by itself | {', '.join(f'`{currency}`' for currency in CURRENCIES)} |")
    lines.append("| time of the calendar | `days`, `months`, `years` (`day`, `month`, `year`), whole numbers only |")
    return "\n".join(lines) + "\n"


def _unit(symbol: str) -> str:
    unit = read_unit(symbol)
    assert unit is not None
    if unit.factor == 1:
        return f"`{symbol}`"
    shown = decimal_text(unit.factor)
    return f"`{symbol}` = {shown if Fraction(shown) == unit.factor else unit.factor}"


def keywords_table() -> str:
    """Every keyword with its Chinese form, four to a row, in the order of their use."""
    cells = [f"`{english}` | {chinese}" for english, chinese in IN_CHINESE.items()]
    height = -(-len(cells) // 4)
    columns = [cells[at : at + height] for at in range(0, len(cells), height)]
    lines = ["| | | | | | | | |", "|---|---|---|---|---|---|---|---|"]
    lines += [f"| {' | '.join(row)} |" for row in zip_longest(*columns, fillvalue=" | ")]
    return "\n".join(lines) + "\n"


PARTS = {"builtins": builtins_table, "units": units_table, "keywords": keywords_table}


def reference_with_its_tables(text: str) -> str:
    """The reference with every part that is made from the engine made anew."""
    return _PART.sub(lambda found: f"{found[1]}\n{PARTS[found[2]]()}\n{found[4]}", text)


if __name__ == "__main__":
    VOCABULARY_PAGE.write_text(vocabulary_page(), encoding="utf-8")
    REFERENCE.write_text(reference_with_its_tables(REFERENCE.read_text(encoding="utf-8")), encoding="utf-8")
