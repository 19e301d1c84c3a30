"""A house that writes standards: a library in two editions, and a standard that extends it, each with its examples."""

from __future__ import annotations

from pathlib import Path

from tests.ends import factor_tables, footprints
from tests.ends.command import Ended, footrule, written

LIBRARY = """library house {version}
  title "Rules of the house"  zh "本所规则"

document booklet "A booklet"  zh "手册"  edition "1"

section 1 "Masses"  zh "质量"

rule HOUSE-1 "A mass is above a limit"  zh "质量大于限值"
  cite   booklet "1"
  shall  pcf.mass > {limit} kg

example "a mass of nothing"
  from "good.json"
  set pcf.mass to 0
  fails HOUSE-1
"""
STANDARD = """standard bottled_gas 1.0.0
  title "Bottled gas"  zh "瓶装气体"
  extends house 1

section 1 "Words"  zh "文字"

rule GAS-1 "There is a comment"  zh "有备注"
  cite   booklet "2"
  shall  comment is given

example "nothing is said"
  from "examples/good.json"
  without comment
  fails GAS-1
"""
PACK = "bottled_gas-1.0.0.pcrpack"


def house(folder: Path, version: str = "1.0.0", limit: str = "0") -> Path:
    """The library, in a folder of its own with its example."""
    folder.mkdir(parents=True)
    written(folder, "good.json", footprints.pact3())
    return written(folder, "house.pcr", LIBRARY.format(version=version, limit=limit))


def standard(folder: Path, text: str = STANDARD) -> Path:
    """The standard, in a folder of its own with its example and a table."""
    (folder / "examples").mkdir(parents=True)
    (folder / "factors").mkdir()
    written(folder / "examples", "good.json", footprints.pact3())
    written(folder / "factors", "steam.csv", factor_tables.table(factor_tables.ROWS[5], name="steam"))
    return written(folder, "gas.pcr", text)


def packed(folder: Path, output: Path | None = None, *, version: str = "1.0.0", limit: str = "0") -> Path:
    """The pack of the standard with an edition of the library, made in a folder."""
    library, text = house(folder / "house", version, limit), standard(folder / "gas")
    pack = output or folder / PACK
    ended = pack_with(library, text, pack)
    assert (ended.status, ended.err) == (0, ""), ended
    return pack


def pack_with(library: Path, text: Path, output: Path) -> Ended:
    """`footrule pack` of a text that extends a library."""
    return footrule("pack", text, "--library", library, "-o", output)
