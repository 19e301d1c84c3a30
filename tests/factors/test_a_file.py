"""What is wrong with a file as a whole: its bytes, its block of provenance, the heads of its columns."""

from __future__ import annotations

import pytest

from footrule.factors.fields import LONGEST_FIELD
from tests.factors.tables import BLOCK, FIRST_ROW, SOUND, Said, found, opened, row, said, table, text_file, written

HEADS = FIRST_ROW - 1
SOUND_TEXT = written([row()], BLOCK)


def of(text: str | bytes) -> list[Said]:
    """What is said of a text."""
    return said(text_file(text))


def test_the_sound_text_is_sound() -> None:
    assert of(SOUND_TEXT) == []


# The block at the head


@pytest.mark.parametrize("key", BLOCK)
def test_what_the_provenance_lacks_is_named(key: str) -> None:
    block = {one: text for one, text in BLOCK.items() if one != key}
    assert of(written([row()], block)) == [
        (0, f"the provenance at the head lacks {key}", f"文件开头的来源说明缺少 {key}")
    ]


def test_an_empty_entry_is_as_good_as_none() -> None:
    assert of(written([row()], BLOCK | {"licence": " "}))[0][1] == "the provenance at the head lacks licence"


def test_a_file_without_provenance_lacks_all_of_it() -> None:
    told = of(written([row()], {}))
    assert told[0] == (
        0,
        "the provenance at the head lacks table, title, publisher, year, licence, obtained",
        "文件开头的来源说明缺少 table、title、publisher、year、licence、obtained",
    )


def test_an_unknown_entry_is_told_with_those_that_there_are() -> None:
    ((line, en, zh),) = of(written([row()], BLOCK | {"author": "me"}))
    assert line == len(BLOCK) + 1
    assert en.startswith("a line of the provenance is `# NAME: TEXT`, with one of table, title,")
    assert zh.startswith("来源说明的每一行写作“# 名称: 文本”")


def test_an_entry_stands_once() -> None:
    (told,) = of("# title: another\n" + SOUND_TEXT)
    assert told == (3, "`title` stands twice in the provenance", "来源说明中“title”重复")


def test_the_table_is_called_as_its_file() -> None:
    (told,) = said(text_file(SOUND_TEXT, name="theirs"))
    assert told == (
        0,
        "the table is called own, and its file theirs: one name for both",
        "表名为 own，而文件名为 theirs：两者应一致",
    )


@pytest.mark.parametrize("year", ["25", "2025/26", "二〇二五", "0025"])
def test_the_year_is_a_year(year: str) -> None:
    (told,) = of(written([row()], BLOCK | {"year": year}))
    assert told == (0, f"`year: {year}` is no year", f"“year: {year}”不是年份")


def test_a_title_in_chinese_may_be_given() -> None:
    assert of("# title zh: 本厂电力\n" + SOUND_TEXT) == []


# The heads of the columns


@pytest.mark.parametrize(
    ("head", "meant"),
    [
        ("vlaue", "value"),
        ("Unit", "unit"),
        ("valid-from", "valid_from"),
        ("geografy", "geography"),
        ("name_ZH", "name_zh"),
    ],
)
def test_a_misspelt_column_is_told_with_the_one_that_was_meant(head: str, meant: str) -> None:
    lines = SOUND_TEXT.split("\n")
    lines[HEADS - 1] = ",".join(head if one == meant else one for one in SOUND)
    assert of("\n".join(lines)) == [
        (HEADS, f"there is no column `{head}`; did you mean `{meant}`?", f"没有“{head}”这一列；是否指 {meant}？")
    ]


def test_a_column_that_is_like_none() -> None:
    assert of(written([row(zzz="1")], BLOCK)) == [(HEADS, "there is no column `zzz`", "没有“zzz”这一列")]


def test_a_column_without_a_name() -> None:
    assert of(SOUND_TEXT.replace("status\n", "status,\n")) == [(HEADS, "column 15 has no name", "第15列没有列名")]


def test_a_column_stands_once() -> None:
    text = SOUND_TEXT.replace("name_zh", "name")
    assert of(text) == [(HEADS, "a column stands twice: name", "列重复：name")]


def test_a_column_that_must_be_there() -> None:
    rows = [{key: text for key, text in row().items() if key not in ("unit", "status")}]
    assert of(written(rows, BLOCK)) == [(HEADS, "the columns unit, status are missing", "缺少列：unit、status")]


@pytest.mark.parametrize("between", [";", "\t"])
def test_fields_are_not_kept_apart_by_semicolons_or_tabs(between: str) -> None:
    told = of(SOUND_TEXT.replace(",", between))
    assert told == [(HEADS, "between fields stand commas, not semicolons or tabs", "字段之间用逗号，而非分号或制表符")]


def test_a_block_alone_lacks_its_columns() -> None:
    told = of("".join(f"# {key}: {text}\n" for key, text in BLOCK.items()))
    assert told[0][:2] == (HEADS, "the columns id, name, kind, geography, value, unit, status are missing")


def test_an_empty_file() -> None:
    assert [line for line, _, _ in of(b"")] == [0, 1]


def test_a_table_without_rows_is_a_table() -> None:
    assert of("".join(SOUND_TEXT.splitlines(keepends=True)[:HEADS])) == []


# Bytes


def test_a_file_that_is_not_utf_8_is_told_by_the_line_where_it_is_not() -> None:
    text = written([row("own.a"), row()], BLOCK).encode("gb18030")
    assert of(text) == [(FIRST_ROW, "this is not UTF-8; save the file as UTF-8", "不是UTF-8编码，请存为UTF-8")]


def test_a_block_that_is_not_utf_8() -> None:
    assert of("# title zh: 电力\n".encode("gb18030") + SOUND_TEXT.encode())[0][0] == 1


def test_a_character_cut_off_at_the_end() -> None:
    assert of(SOUND_TEXT.encode() + "电".encode()[:2])[0][:2] == (
        FIRST_ROW + 1,
        "this is not UTF-8; save the file as UTF-8",
    )


def test_a_zero_byte_is_no_text() -> None:
    told = of(SOUND_TEXT.replace("of the works", "of \0 works"))
    assert told == [(FIRST_ROW, "a zero byte is no text; save the file as UTF-8", "零字节不是文本，请将文件存为UTF-8")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_a_file_in_wide_characters(encoding: str) -> None:
    ((line, en, _),) = of(SOUND_TEXT.encode(encoding))
    assert line == 1
    assert "save the file as UTF-8" in en


def test_a_quotation_mark_that_is_left_open_is_told_by_the_row_where_it_opens() -> None:
    rows = [row(f"own.{number}") for number in range(4)]
    text = written(rows, BLOCK).replace("own.1,", '"own.1,', 1)
    ((line, en, zh),) = of(text)
    assert line == FIRST_ROW + 1
    assert en.startswith("this cannot be read as fields with commas between them")
    assert en.endswith("is a quotation mark left open?")
    assert zh.endswith("是否有引号未闭合？")


def test_a_quotation_mark_left_open_is_found_soon_in_a_long_file() -> None:
    rows = [row(f"own.{number}") for number in range(2_000)]
    told = of(written(rows, BLOCK).replace("own.1,", '"own.1,', 1))
    assert [line for line, _, _ in told] == [FIRST_ROW + 1]
    assert "field larger than field limit" in told[0][1]


def test_a_note_may_be_long_and_no_longer() -> None:
    assert of(written([row(note="x" * LONGEST_FIELD)], BLOCK)) == []
    assert of(written([row(note="x" * (LONGEST_FIELD + 1))], BLOCK))[0][0] == FIRST_ROW


# What spreadsheets make of a file


@pytest.mark.parametrize(
    "saved",
    [
        SOUND_TEXT.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + SOUND_TEXT.encode(),
        SOUND_TEXT.rstrip("\n").encode(),
        (SOUND_TEXT + "," * (len(SOUND) - 1) + "\n").encode(),
        "".join(
            f"{line}{',' * len(SOUND)}\n" if line.startswith("#") else f"{line}\n" for line in SOUND_TEXT.splitlines()
        ).encode(),
    ],
    ids=["line ends of Windows", "a byte order mark", "no last line end", "an empty row", "commas after the block"],
)
def test_a_file_that_went_through_a_spreadsheet(saved: bytes) -> None:
    factor = found(opened(text_file(saved)).by_id("own.power.2025"))
    assert factor.name_zh == "本厂电力"
    assert factor.source.licence == "internal"


def test_a_line_of_the_block_that_a_spreadsheet_has_put_into_quotation_marks() -> None:
    title = 'Bills, read by "eye"'
    text = SOUND_TEXT.replace(f"# title: {BLOCK['title']}", '"# title: Bills, read by ""eye""",,,,')
    assert found(opened(text_file(text)).by_id("own.power.2025")).source.title == title


def test_a_refused_file_is_not_used_and_others_of_the_same_run_neither() -> None:
    """Which of them a figure would have come from, nobody could tell."""
    from footrule.factors.database import Factors, NotFound

    factors = Factors([table(row("own.a")), table(row("theirs.a", value="?"), name="theirs")])
    assert isinstance(factors.by_id("own.a"), NotFound)
    assert [(one.file, one.line) for one in factors.refused] == [("theirs.csv", FIRST_ROW)]
