"""What answers for a clause: rules with conditions, persons, a reason, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.analyse.coverage import Standing, coverage
from footrule.library.catalogue import Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import Edition, edition_of
from footrule.model.clauses import Clause, ClauseIndex, Register, stands_in
from footrule.model.standard import CitedDocument, Standard
from footrule.text.wording import worded


def file(name: str, *parts: str, extends: str = "") -> Edition:
    """A library of that name; the document `doc` is declared where it extends nothing."""
    head = f'library {name} 1.0.0\n  title "{name}"\n' + (f"  extends {extends}\n" if extends else "")
    declared = "" if extends else 'document doc "A document"  edition "1"\n'
    edition = edition_of((head + declared + "\n".join(parts)).encode(), f"{name}.pcr")
    assert edition is not None
    return edition


def check(*files: Edition) -> tuple[Standard | None, list[str]]:
    """The last of some files where the others are installed, and the codes of what is wrong with it."""
    found = checked(files[-1], Catalogue(files))
    return found.standard, [one.code for one in found.diagnostics]


def standard(*files: Edition) -> Standard:
    """The last of some files, which has no mistake."""
    found, codes = check(*files)
    assert found is not None, codes
    return found


def rule(id: str, *clauses: str, requirement: str = "shall pcf.mass > 0 kg") -> str:
    return f'rule {id} "A rule"\n' + "".join(f'  cite doc "{one}"\n' for one in clauses) + f"  {requirement}\n"


def standings(of: Standard) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Each clause with its standing and its rules."""
    return {
        one.clause.clause: (one.standing.value, one.rules)
        for register in coverage(of).registers
        for one in register.clauses
    }


JUDGED = "shall attested by verifier"


def test_a_clause_is_coded_by_the_rules_that_cite_it_or_what_is_within_it() -> None:
    found = standard(
        file("a", 'clauses doc 6 "All" 6.4 "Steps" 6.40 "More"', rule("A-1", "6.4"), rule("A-2", "6.4.1, table 2"))
    )
    assert standings(found) == {
        "6": ("coded", ("A-1", "A-2")),
        "6.4": ("coded", ("A-1", "A-2")),
        "6.40": ("gap", ()),
    }
    assert coverage(found).gaps == 1


def test_a_clause_that_only_persons_judge_is_attested() -> None:
    both = f"{JUDGED} shall pcf.mass > 0 kg"
    found = standard(
        file(
            "a", 'clauses doc 1 "One" 2 "Two" 3 "Three"',
            rule("A-1", "1", "2", requirement=JUDGED), rule("A-2", "2"), rule("A-3", "3", requirement=both),
        )
    )  # fmt: skip
    assert standings(found) == {
        "1": ("attested", ("A-1",)),
        "2": ("coded", ("A-1", "A-2")),
        "3": ("coded", ("A-3",)),
    }


def test_what_is_left_to_a_person_is_answered_for_by_nothing_else() -> None:
    found = standard(
        file(
            "a", 'clauses doc 1 "One" attested 2 "Two" attested',
            rule("A-1", "1", "2"), rule("A-2", "2", requirement=JUDGED),
        )
    )  # fmt: skip
    assert standings(found) == {"1": ("gap", ()), "2": ("attested", ("A-2",))}


def test_what_is_not_applicable_is_so_with_all_within_it() -> None:
    found = standard(
        file("a", 'clauses doc 1 "One" not applicable because "of this" 1.2 "Within" 2 "Two"', rule("A-1", "2"))
    )
    assert standings(found) == {
        "1": ("not applicable", ()),
        "1.2": ("not applicable", ()),
        "2": ("coded", ("A-1",)),
    }


def test_an_allocation_codes_a_clause_and_a_parameter_does_for_the_rules_that_use_it() -> None:
    allocation = (
        'allocate A-9 "By mass"\n  cite doc "1"\n  on each p in processes\n'
        "  share all: everything else among o in p.outputs by o.mass\n"
    )
    limit = 'parameter cap = 3 %\n  cite doc "2"\nparameter unused = 3 %\n  cite doc "3"\n'
    uses = rule("A-1", "1", requirement="shall pcf.exempted_share <= cap")
    found = standard(file("a", 'clauses doc 1 "One" 2 "Two" 3 "Three"', limit, uses, allocation))
    assert standings(found) == {
        "1": ("coded", ("A-1", "A-9")),
        "2": ("coded", ("A-1",)),
        "3": ("gap", ()),
    }


def test_a_register_in_part_lists_what_is_cited_besides() -> None:
    (register,) = coverage(
        standard(file("a", 'clauses doc in part 1 "One"', rule("A-1", "1", "7"), rule("A-2", "7", "8")))
    ).registers
    assert register.outside == (("7", ("A-1", "A-2")), ("8", ("A-2",)))
    assert register.gaps == ()


def test_documents_without_a_register_are_named() -> None:
    found = coverage(standard(file("a", rule("A-1", "1"))))
    assert [one.name for one in found.without_register] == ["doc"]
    assert (found.registers, found.gaps) == ((), 0)


# What is taken in


PARENT = file("a", 'clauses doc 1 "One" 2 "Two" not applicable because "of this" 3 "Three"', rule("A-1", "1"))


def test_a_register_is_taken_in_and_counts_the_rules_of_the_child() -> None:
    found = standard(PARENT, file("b", rule("B-1", "1", "3"), extends="a 1"))
    assert standings(found) == {
        "1": ("coded", ("A-1", "B-1")),
        "2": ("not applicable", ()),
        "3": ("coded", ("B-1",)),
    }
    assert coverage(found).registers[0].register.standard == "a"


def test_what_a_parent_calls_not_applicable_its_child_may_take_up() -> None:
    found = standard(PARENT, file("b", rule("B-1", "2"), extends="a 1"))
    assert standings(found)["2"] == ("coded", ("B-1",))


def test_p0250_a_child_keeps_to_the_register_of_its_parent() -> None:
    assert check(PARENT, file("b", rule("B-1", "4"), extends="a 1"))[1] == ["P0250"]


def test_p0251_a_child_brings_no_second_register() -> None:
    assert check(PARENT, file("b", 'clauses doc 4 "Four"', rule("B-1", "1"), extends="a 1"))[1] == ["P0251"]


@pytest.mark.parametrize(
    ("register", "codes"),
    [
        ('clauses doc 1 "One" 7 "Seven"', []),
        ('clauses doc in part 1 "One"', []),
        ('clauses doc 1 "One"', ["P0250"]),
        ('clauses doc 1 "One" 7 "Seven" not applicable because "of this"', ["P0252"]),
    ],
)
def test_a_register_of_the_child_holds_for_the_rules_of_the_parent(register: str, codes: list[str]) -> None:
    assert check(file("a", rule("A-1", "7")), file("b", register, rule("B-1", "1"), extends="a 1"))[1] == codes


def test_a_document_of_the_same_name_that_the_child_declares_anew_has_no_register() -> None:
    own = file("b", 'document doc "A document"  edition "2"', rule("B-1", "99"), extends="a 1")
    found = coverage(standard(PARENT, own))
    assert [one.edition for one in found.without_register] == ["2"]


def test_a_register_that_comes_by_two_ways_comes_once() -> None:
    ways = [file("b", rule("B-1", "1"), extends="a 1"), file("c", rule("C-1", "1"), extends="a 1")]
    found = standard(PARENT, *ways, file("d", rule("D-1", "3"), extends="b 1, c 1"))
    assert len(found.registers) == 1
    assert standings(found)["1"] == ("coded", ("A-1", "B-1", "C-1"))


# The index says what the plain definition says


CLAUSES = st.text("16.A, ,éB_", min_size=0, max_size=6)


@given(st.lists(CLAUSES, max_size=8, unique=True), CLAUSES)
def test_the_index_finds_what_a_citation_stands_in(names: list[str], cited: str) -> None:
    title = worded("Title", "标题")
    document = CitedDocument("doc", title, "1")
    index = ClauseIndex(Register(document, "a", True, tuple(Clause(one, title, False, None) for one in names)))
    assert {one.clause for one in index.having(cited)} == {one for one in names if stands_in(cited, one)}


def test_the_standings_have_the_words_of_the_reference() -> None:
    assert [one.value for one in Standing] == ["coded", "attested", "not applicable", "gap"]
