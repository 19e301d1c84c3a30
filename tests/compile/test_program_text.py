"""The text of a program: it can be read, it is always the same, and no text of the standard is code in it.

The golden file is the program of a small standard; with UPDATE_GOLDEN=1 it is written anew, to be read.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from footrule.compile import from_standard
from footrule.compile.from_standard import Compiled, compiled
from footrule.compile.kept import program_text
from footrule.compile.program import ProgramText
from footrule.model.standard import Standard
from footrule.resources import CACHE_VARIABLE
from tests.compile.equality import category_of, compared, program_of
from tests.compile.small_form import FORM, read_small
from tests.compile.test_shipped_standards import program, standard
from tests.language.small_world import checked_file, checked_small, standard_of

GOLDEN = Path(__file__).with_name("tiny_program.txt")
TINY = """parameter limit = 0.5 kg
  cite doc "1"
define heavy = those f in flows where f.mass > limit
rule TINY-1 "What is heavy is measured" zh "重物须实测"
  cite doc "1"
  for each f in heavy
  shall f.measured
  shall attested by verifier when f.kind is waste
rule TINY-2 "The sum is the mass" zh "总和即质量"
  cite doc "2"
  when mass is given
  shall sum(f.mass for f in flows) within 1 % of mass
  should word in words
"""
_NOTING = re.compile(r"\b(broken|undetermined|awaiting)\.(append|extend)\(|\bleft\(")
_LABELLED = re.compile(r"  # \S+$")


def made_of(text: str) -> Compiled:
    """What a standard of the small world is compiled to."""
    checked = standard_of(text)
    return compiled(checked, category_of(checked), FORM)


# It can be read


def test_the_program_of_a_tiny_standard() -> None:
    _, start, text = made_of(TINY).source.partition("def decide")
    source = start + text
    if os.environ.get("UPDATE_GOLDEN") == "1":
        GOLDEN.write_text(source, encoding="utf-8", newline="\n")
    assert source == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["pact", "co_products"])
def test_every_line_that_notes_something_says_of_which_rule(name: str) -> None:
    lines = program(name).made.source.splitlines()
    noting = [line for line in lines if _NOTING.search(line)]
    ids = {rule.id for rule in standard(name).rules}
    assert [line for line in noting if not _LABELLED.search(line)] == []
    assert {line.rpartition("# ")[2] for line in noting} <= ids
    headed = {line.strip().removeprefix("# ") for line in lines if line.strip().startswith("# ")}
    assert headed - {one.id for one in standard(name).allocations} == ids


# It is always the same

TELLING = """
import hashlib
from footrule.compile.from_standard import compiled
from footrule.library.catalogue import Catalogue
from footrule.library.shelf import shipped
catalogue = Catalogue(shipped())
standard = catalogue.load(next(one for one in catalogue.editions if one.id == "co_products"))
print(hashlib.sha256(compiled(standard, None).source.encode()).hexdigest())
"""


def test_two_compilations_give_one_text() -> None:
    first, second = (compiled(standard("co_products"), None) for _ in "12")
    assert first == second
    assert first.source == program("co_products").made.source


def test_neither_the_process_nor_its_hashes_matter() -> None:
    digest = hashlib.sha256(compiled(standard("co_products"), None).source.encode()).hexdigest()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", TELLING],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == digest


# No text of the standard is code

HOSTILE_TEXTS = (
    "'", '\\"', "\\\\", "\\\\'", "'''", '\\"\\"\\"', "__import__('os')", "'); raise SystemExit(3) #", "{0}", "{limit}}",
    "# broken.append(0)", "乙烯", "\u202e", "\u2028raise SystemExit(3)", "None", "\ud800",
)  # fmt: skip
HARMLESS_TEXT = "text {}"
HOSTILE_NAMES = ("class", "None", "def", "import", "lambda", "__import__", "__class__", "decided", "document", "study",
                 "exactly", "left", "unsure", "encode", "x1", "t1", "类", "ªº", "print")  # fmt: skip


def with_texts(*texts: str) -> str:
    """Rules in which texts stand wherever they may."""
    lines = [
        f'codes technology solar "{texts[0]}" zh "{texts[-1]}"',
        f'parameter said = "{texts[0]}"',
        '  cite doc "1"',
    ]
    for number, text in enumerate(texts):
        lines += [
            f'rule T-{number} "{text}" zh "{text}"', f'  cite doc "{text}"',
            f'  shall word is "{text}" or word in {{"{text}", "a"}} or said contains word',
            '    otherwise "{word}"',
            f'  should word starts with "{text}" and not ("{text}" in words)',
            f'  should some w in words satisfies w ends with "{text}"',
            f'  should (word absent as "{text}") is "b"',
            f'  should any_factor("{text}").id is missing',
        ]  # fmt: skip
    return "\n".join(lines) + "\n"


def shape(source: str) -> tuple[str, list[str]]:
    """The syntax tree of a module without its texts, and its texts in their order."""
    tree = ast.parse(source)
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.append(node.value)
            node.value = ""
    return ast.dump(tree), found


def test_whatever_texts_say_the_code_is_the_same() -> None:
    texts = [one for one in HOSTILE_TEXTS if checked_small(with_texts(one))[0] is not None]
    assert len(texts) > 12, "the language takes nearly all of them"
    harmless = [HARMLESS_TEXT.format(number) for number in range(len(texts))]
    (tree, found), (plain_tree, plain) = (shape(made_of(with_texts(*one)).source) for one in (texts, harmless))
    same = tree == plain_tree
    assert same
    meant = dict(zip(harmless, (json.loads(f'"{one}"') for one in texts), strict=True))
    assert found == [meant.get(one, one) for one in plain]


def with_names(*names: str) -> str:
    """Rules in which variables are called so."""
    lines: list[str] = []
    for number, name in enumerate(names):
        inner, kept = f"{name}_", f"{name}__"
        lines += [
            f'rule N-{number} "A rule" zh "规则"', '  cite doc "1"',
            f"  for each {name} in flows where {name}.mass is given",
            f"  shall {name}.mass > 0 kg and (some {inner} in flows satisfies {inner}.mass > {name}.mass)",
            f"  should sum({inner}.mass for {inner} in (those {kept} in flows where {kept}.measured)) > {name}.mass",
        ]  # fmt: skip
    return "\n".join(lines) + "\n"


def test_names_of_the_standard_are_not_in_the_code() -> None:
    names = [one for one in HOSTILE_NAMES if checked_small(with_names(one))[0] is not None]
    assert {"class", "decided", "document", "x1", "类"} <= set(names)
    source = made_of(with_names(*names)).source
    assert source == made_of(with_names(*(f"plain{number}" for number in range(len(names))))).source


IDS = ("A-1", "IMPORT-1", "N-1.2.3", "CLASS-2.1")


def test_ids_of_rules_are_comments_that_end_no_line() -> None:
    text = "".join(f'rule {one} "A rule" zh "规则"\n  cite doc "1"\n  shall attested by verifier\n' for one in IDS)
    source = made_of(text).source
    wanted = {f"attested.get(({one!r}, 'verifier'))" for one in IDS}
    assert {one for one in wanted if one in source} == wanted
    assert {one for one in IDS if f"# {one}\n" in source} == set(IDS)


DATA = """data
  class : mass unit t "Class"
  None : text "None"
  __init__ : condition "Init"
  mro : number "Mro"
  类 : text "类"
  decided : mass unit kg "Decided"
  datum_0 : text "Datum"
rule D-1 "A rule" zh "规则"
  cite doc "1"
  shall class > 1 kg and None is "x" and __init__ and mro > 0 and 类 is "y" and decided >= 1 kg and datum_0 is "z"
"""


def test_data_of_the_category_may_be_called_anything() -> None:
    checked, diagnostics = checked_file(DATA_HEAD + DATA)
    assert checked is not None, diagnostics
    of = program_of(checked, FORM)
    given = {
        "class": {"value": "2", "unit": "t"}, "None": "x", "__init__": True, "mro": "3", "类": "y",
        "decided": {"value": "1", "unit": "kg"}, "datum_0": "z",
    }  # fmt: skip
    extension = {"dataSchema": "https://footrule.example/inventory", "data": {"inventory": {"category": given}}}
    data = json.dumps({"spec_version": "3.0.0", "extensions": [extension]}).encode()
    document, ordinary = of.program.read(data), read_small(checked, data)
    assert document is not None and not isinstance(ordinary, list), ordinary
    found = compared(of, document, *ordinary)
    assert (found.decided, found.differences) == (1, ())
    assert of.program.decide(document) is not None


DATA_HEAD = 'standard small 1.0.0\n  title "Small" zh "小"\ndocument doc "A document" zh "文件" edition "1"\n'


# It is kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own."""
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path))
    return tmp_path


class Counting:
    """Stands for the compiler, and counts."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times = 0
        monkeypatch.setattr(from_standard, "compiled", self)

    def __call__(self, *given: object) -> Compiled:
        self.times += 1
        return compiled(*given)  # type: ignore[arg-type]


def code_of(text: ProgramText) -> tuple[object, ...]:
    """What has to be the same of two programs."""
    return text.code.co_code, text.code.co_consts, text.requirements, text.left, text.tables


def pact() -> Standard:
    return standard("pact")


def test_the_second_time_nothing_is_compiled(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counting = Counting(monkeypatch)
    first = program_text(pact(), None)
    second = program_text(pact(), None)
    assert counting.times == 1
    assert code_of(first) == code_of(second)
    assert len(list(folder.glob("program-*"))) == 1


_MARSHALLED = b"\xe9\x01\x00\x00\x00"  # the number 1
DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "nothing in it": lambda entry: b"",
    "the half of it": lambda entry: entry[: len(entry) // 2],
    "one byte of it another": lambda entry: entry[:-1] + bytes([entry[-1] ^ 1]),
    "something else": lambda entry: b"import os",
    "something else with its digest": lambda entry: hashlib.sha256(b"import os").digest() + b"import os",
    "other values with their digest": lambda entry: hashlib.sha256(_MARSHALLED).digest() + _MARSHALLED,
}


@pytest.mark.parametrize("damaged", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_entry_is_made_anew(
    damaged: Callable[[bytes], bytes], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = program_text(pact(), None)
    (path,) = folder.glob("program-*")
    path.write_bytes(damaged(path.read_bytes()))
    counting = Counting(monkeypatch)
    assert code_of(program_text(pact(), None)) == code_of(first)
    assert code_of(program_text(pact(), None)) == code_of(first)
    assert counting.times == 1


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_what_somebody_else_may_have_written_is_not_run(
    mode: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program_text(pact(), None)
    (path,) = folder.glob("program-*")
    path.chmod(mode)
    counting = Counting(monkeypatch)
    program_text(pact(), None)
    assert counting.times == 1


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_text("no folder")
    monkeypatch.setenv(CACHE_VARIABLE, str(file / "below"))
    assert program_text(pact(), None).requirements == program("pact").made.requirements


def test_another_value_of_a_parameter_is_another_entry(folder: Path) -> None:
    one, other = (checked_file(DATA_HEAD + limited(value))[0] for value in ("1 kg", "2 kg"))
    assert one is not None and other is not None
    for each in (one, other, one):
        program_text(each, None)
    assert len(list(folder.glob("program-*"))) == 2


def limited(value: str) -> str:
    """A standard that hangs on a parameter."""
    return (
        f'parameter limit = {value}\n  cite doc "1"\nrule T-1 "A rule" zh "规则"\n  cite doc "1"\n'
        "  shall attested by verifier when limit > 1 kg\n"
    )
