"""`footrule compile`: what of a standard is compiled, and the program itself."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.ends.command import footrule
from tests.house.checkout import ROOT

OPEN = """standard open 1.0.0
  title         "A standard of its own"  zh "自拟标准"

document doc "A document"  zh "文件"  edition "1"

rule OPEN-1 "It is dated"  zh "有日期"
  cite      doc "1"
  shall     created is given

rule OPEN-2 "What it costs"  zh "价格"
  cite      doc "2"
  for each  p in processes
  shall     every o in p.outputs satisfies distinct(q.mass for q in p.outputs) > 1
"""


def test_it_says_how_many_rules_are_compiled() -> None:
    ended = footrule("compile", "pact")
    assert ended.status == 0
    assert re.fullmatch(r"pact 1\.\d+\.\d+: 24 of 24 rules are compiled, to \d+ lines\n", ended.out)


def test_it_says_which_rules_the_interpreter_decides(tmp_path: Path) -> None:
    path = tmp_path / "open.pcr"
    path.write_text(OPEN, encoding="utf-8")
    ended = footrule("compile", str(path))
    assert "1 of 2 rules are compiled" in ended.out
    assert "left to the interpreter: OPEN-2" in ended.out
    assert "由解释器判定：OPEN-2" in footrule("compile", str(path), "--lang", "zh").out


def test_the_program_is_python_and_names_its_rules() -> None:
    program = footrule("compile", "pact", "--show").out
    functions = {one.name for one in ast.parse(program).body if isinstance(one, ast.FunctionDef)}
    assert {"is_clean", "decide"} <= functions
    rules = set(re.findall(r"(?m)^rule (\S+)", (ROOT / "rules" / "pact" / "pact.pcr").read_text("utf-8")))
    assert rules == set(re.findall(r"# (PACT-\S+)", program))


def test_a_name_that_nobody_has_is_no_standard() -> None:
    ended = footrule("compile", "pakt")
    assert (ended.status, ended.out) == (2, "")
    assert "did you mean pact?" in ended.err
