"""Cached standards: when they are used, when they are made anew, and what an entry may never bring in."""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import Enum
from pathlib import Path

import pytest

from footrule.library import cache, checking
from footrule.library.catalogue import Catalogue
from footrule.library.shelf import Edition
from footrule.model.expression import Sign
from footrule.model.on_demand import StandardOnDemand, outline_of, rule_of
from footrule.model.standard import Standard
from footrule.resources import cache_folder
from tests.library.shelves import catalogue, standard

DAY = date(2026, 11, 23)


@pytest.fixture
def checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """An empty cache, and the names of the editions that were checked since."""
    monkeypatch.setenv("FOOTRULE_CACHE", str(tmp_path / "cache"))
    names: list[str] = []
    check = checking.checked

    def noting(edition: Edition, shelf: Catalogue) -> object:
        names.append(edition.name)
        return check(edition, shelf)

    monkeypatch.setattr(checking, "checked", noting)
    return names


def found(shelf: Catalogue, id: str = "gas") -> Standard:
    """The standard of that id."""
    standard = shelf.find(id, DAY)
    assert isinstance(standard, Standard)
    return standard


def test_a_standard_is_checked_once_and_read_from_then_on(checked: list[str]) -> None:
    first, second = (found(catalogue(standard("gas"))) for _ in range(2))
    assert first == second
    assert first is not second
    assert checked == ["gas/1.0.0.pcr"]


def test_a_changed_text_is_checked_and_the_old_entry_serves_the_old_text(checked: list[str]) -> None:
    old, new = standard("gas", limit="1"), standard("gas", limit="2")
    texts = [found(catalogue(one)).rules[0].written for one in (old, new, old, new)]
    assert ["> 1 kg" in one for one in texts] == [True, False, True, False]
    assert len(checked) == 2


def test_a_changed_parent_makes_the_child_anew(checked: list[str]) -> None:
    """The child's own text is the same, so only the hash of the parent tells."""
    child = standard("gas", "1.0.0", "extends base 1")
    for limit in ("1", "2", "2"):
        rules = found(catalogue(standard("base", "1.0.0", kind="library", limit=limit), child)).rules
        assert f"> {limit} kg" in rules[0].written
    assert checked.count("gas/1.0.0.pcr") == 2


def test_a_newer_parent_makes_the_child_anew(checked: list[str]) -> None:
    child = standard("gas", "1.0.0", "extends base 1")
    old = standard("base", "1.0.0", kind="library", limit="1")
    new = standard("base", "1.1.0", kind="library", limit="2")
    assert "> 1 kg" in found(catalogue(old, child)).rules[0].written
    assert "> 2 kg" in found(catalogue(old, new, child)).rules[0].written
    assert "> 1 kg" in found(catalogue(old, child)).rules[0].written


def test_what_a_standard_is_built_on_is_not_read_with_it(checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Their hashes stand in the first line of their entries."""
    shelf = [standard("base", kind="library"), standard("mid", "1.0.0", "extends base 1", kind="library")]
    shelf.append(standard("gas", "1.0.0", "extends mid 1"))
    found(catalogue(*shelf))
    read: list[str] = []
    unread = cache.Entry.standard

    def noting(entry: cache.Entry, again: Callable[[], Standard]) -> Standard | None:
        one = unread(entry, again)
        read.append("nothing" if one is None else one.id)
        return one

    monkeypatch.setattr(cache.Entry, "standard", noting)
    assert found(catalogue(*shelf)).id == "gas"
    assert read == ["gas"]
    assert len(checked) == 3


def test_a_parent_may_have_a_chinese_name(checked: list[str]) -> None:
    shelf = [standard("基础", kind="library", rule="BASE-1"), standard("gas", "1.0.0", "extends 基础 1")]
    first, second = (found(catalogue(*shelf)) for _ in range(2))
    assert first == second
    assert len(checked) == 2


@pytest.mark.parametrize("line", [b"", b"x", b"x base", b"x base@one@y", b"x base@1@y@z", b"\xff base@1@y"])
def test_an_entry_whose_first_line_says_nothing_is_none(
    checked: list[str], monkeypatch: pytest.MonkeyPatch, line: bytes
) -> None:
    edition = standard("gas")
    found(catalogue(edition))
    key = cache.entry_key(edition.data)
    path = cache_folder() / key
    _, _, rest = path.read_bytes()[32:].partition(b"\n")
    path.write_bytes(hashlib.sha256(key.encode() + line + b"\n").digest() + line + b"\n" + rest)
    assert found(catalogue(edition)).id == "gas"
    assert len(checked) == 2


def test_another_engine_makes_every_entry_anew(checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    found(catalogue(standard("gas")))
    monkeypatch.setattr(cache, "__version__", "0.0.0")
    found(catalogue(standard("gas")))
    assert len(checked) == 2


def test_an_entry_is_read_where_python_looks_members_of_enumerations_up(
    checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Python 3.11.2 writes them: by `getattr`, which is no part of a standard."""

    def looked_up(member: Enum, _: object) -> tuple[object, ...]:
        return getattr, (type(member), member.name)

    monkeypatch.setattr(Enum, "__reduce_ex__", looked_up)
    with pytest.raises(pickle.UnpicklingError, match="getattr is no part"):
        cache._read(pickle.dumps(Sign.BELOW))
    first = found(catalogue(standard("gas")))
    assert first.rules == found(catalogue(standard("gas"))).rules
    assert checked == ["gas/1.0.0.pcr"]


def test_a_standard_whose_entries_can_never_be_read_is_made_anew_each_time(
    checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The head can, and the parts that are read later cannot."""
    first = found(catalogue(standard("gas")))
    text = first.rules[0].written
    monkeypatch.setattr(cache._Kept, "_part", lambda *_: None)
    again = found(catalogue(standard("gas")))
    assert again.rules[0].written == text
    assert rule_of(again, 0).written == text
    assert len(checked) == 3


def test_what_is_broken_is_not_kept(checked: list[str], tmp_path: Path) -> None:
    shelf = catalogue(standard("gas", "1.0.0", "extends nothing 1"))
    assert not isinstance(shelf.find("gas", DAY), Standard)
    assert not (tmp_path / "cache").exists()
    assert len(checked) == 1


def test_the_folder_is_the_one_asked_for_else_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTRULE_CACHE", "/somewhere")
    assert cache_folder() == Path("/somewhere")
    monkeypatch.setenv("FOOTRULE_CACHE", "")
    monkeypatch.setenv("XDG_CACHE_HOME", "/xdg")
    assert cache_folder() == Path("/xdg/footrule")
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("HOME", "/users/somebody")
    assert cache_folder() == Path("/users/somebody/.cache/footrule")


@pytest.mark.parametrize("name", ["XDG_CACHE_HOME", "HOME"])
def test_a_user_without_a_home_has_no_cache_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for one in ("FOOTRULE_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(one, raising=False)
    monkeypatch.setenv(name, "relative")
    monkeypatch.chdir(tmp_path)
    found(catalogue(standard("gas")))
    assert list(tmp_path.iterdir()) == []


# What is read of an entry


def test_what_is_kept_is_read_when_it_is_asked_for(checked: list[str]) -> None:
    edition = standard("gas")
    found(catalogue(edition))
    kept = found(catalogue(edition))
    assert isinstance(kept, StandardOnDemand)
    (cache_folder() / cache.entry_key(edition.data)).unlink()
    assert (kept.id, kept.version, str(kept.title)) == ("gas", "1.0.0", "gas 1.0.0")
    assert [(one.id, one.modalities, one.over_list) for one in kept.outline.rules] == [("GAS-1", ("shall",), False)]
    assert len(checked) == 1


def test_a_rule_is_read_without_the_others(checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    edition = standard("gas")
    (rule,) = found(catalogue(edition)).rules
    kept = found(catalogue(edition))
    monkeypatch.setattr(cache._Kept, "fields", None)
    assert rule_of(kept, 0) == rule
    assert rule_of(kept, 0) is rule_of(kept, 0)


@pytest.mark.parametrize("of", ["rules", "rule"])
def test_a_part_that_cannot_be_read_after_all_is_made_anew(checked: list[str], of: str) -> None:
    edition = standard("gas")
    plain = found(catalogue(edition)).rules
    kept = found(catalogue(edition))
    path = cache_folder() / cache.entry_key(edition.data)
    path.write_bytes(path.read_bytes()[:-200] + b"x" * 200)
    assert (kept.rules if of == "rules" else (rule_of(kept, 0),)) == plain
    path.unlink()
    assert kept.rules == plain


def test_a_standard_that_is_read_on_demand_is_like_any_other(checked: list[str]) -> None:
    first, kept = (found(catalogue(standard("gas"))) for _ in range(2))
    plain = pickle.loads(pickle.dumps(kept))
    assert (type(plain), type(kept)) == (Standard, StandardOnDemand)
    assert first == plain
    assert plain == kept
    assert kept == plain
    assert hash(plain) == hash(kept)
    changed = replace(kept, rules=())
    assert type(changed) is Standard
    assert changed != kept
    assert outline_of(changed).rules == ()


# What an entry may name


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("os", "system"),
        ("builtins", "eval"),
        ("builtins", "type"),
        ("subprocess", "Popen"),
        ("io", "FileIO"),
        ("fractions", "Fraction.__init__"),
        ("footrule.library.cache", "Path"),
        ("footrule.measure.decimal", "re.Scanner"),  # a class, but of a module that a trusted one imports
        ("footrule.measure.decimal", "Fraction"),
        ("footrule.measure.decimal", "read_decimal"),  # trusted, but no class
        ("footrule.measure.nowhere", "Unit"),
        ("footrule.model.standard", "Nothing"),
    ],
)
def test_an_entry_brings_in_nothing_but_the_classes_of_a_standard(module: str, name: str) -> None:
    with pytest.raises((pickle.UnpicklingError, ImportError, AttributeError)):
        cache._Unpickler(io.BytesIO()).find_class(module, name)


@pytest.mark.parametrize(("module", "name"), [("fractions", "Fraction"), ("footrule.measure.unit", "Unit")])
def test_the_classes_of_a_standard_are_known(module: str, name: str) -> None:
    assert isinstance(cache._Unpickler(io.BytesIO()).find_class(module, name), type)
