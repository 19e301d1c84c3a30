"""Small standards to put on a shelf, and catalogues of them."""

from __future__ import annotations

from footrule.library.catalogue import Catalogue
from footrule.library.shelf import Edition, edition_of
from footrule.model.edition import ChosenEdition, EditionStanding, Standing
from footrule.model.standard import Standard
from footrule.text.wording import worded


def standard(
    id: str, version: str = "1.0.0", *lines: str, kind: str = "standard", rule: str = "", limit: str = "0"
) -> Edition:
    """An edition with one rule: `lines` go into its header; `rule` is its id, the mass must be above `limit` kg."""
    header = "".join(f"  {line}\n" for line in lines)
    data = f"""{kind} {id} {version}
  title "{id} {version}"  zh "{id}"
{header}
document booklet "A booklet"  zh "手册"  edition "1"

section 1 "Masses"  zh "质量"

rule {rule or id.upper() + "-1"} "A mass is above a limit"  zh "质量大于限值"
  cite   booklet "1"
  shall  pcf.mass > {limit} kg
""".encode()
    edition = edition_of(data, f"{id}/{version}.pcr")
    assert edition is not None
    return edition


def broken(id: str, version: str = "1.0.0") -> Edition:
    """An edition that names a field which there is not."""
    sound = standard(id, version)
    return Edition(sound.kind, id, sound.version, sound.name, sound.data.replace(b"pcf.mass", b"pcf.mas"))


def catalogue(*editions: Edition) -> Catalogue:
    """A catalogue of these and nothing else."""
    return Catalogue(editions)


def alone(one: Standard) -> ChosenEdition:
    """A standard to apply, as if it were the only edition there is."""
    edition = EditionStanding(one.version, Standing.IN_FORCE, one.in_force_from, None)
    return ChosenEdition(one, worded("for a test", "用于测试"), edition, ())
