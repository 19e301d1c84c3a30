"""The house has floors: a module imports from lower floors or from its own room, and the ends stay apart.

Imports inside functions and for type checkers count too: a lazy import is as much a dependency as any other.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib

import pytest

from tests.house.checkout import ROOT, Module, all_modules, called_name, engine_modules
from tests.house.imports import Import, imports

FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"text", "measure", "resources", "frozen", "collector"}),
    frozenset({"syntax", "model", "submission", "factors", "pack"}),
    frozenset({"builtins", "evaluate", "doubts", "drafting", "compare", "sentence"}),
    frozenset({"check", "inventory", "compile"}),
    frozenset({"library", "assess"}),
    frozenset({"report", "analyse", "publish", "schema", "workspace", "batch"}),
    frozenset({"cli"}),
    frozenset({"__init__", "__main__"}),
)
ENDS = frozenset({"cli"})
NEIGHBOURS = {
    ("text", "frozen"): "wordings and places are records like any other",
    ("measure", "frozen"): "quantities and units are, too",
    ("measure", "text"): "units and dates are read by patterns, which text/ compiles when they are used",
    ("model", "pack"): "which edition was chosen is said with the pack that it came in",
    ("publish", "report"): "what is made visible in a report is made visible in a page",
    ("publish", "analyse"): "a page says how the clauses are answered for, and coverage finds that out",
    ("batch", "workspace"): "the checker that interprets is the workspace, asked for one document after another",
    ("batch", "report"): "what a batch writes is a report: rows, and what they come to",
    ("compile", "inventory"): "what a program recomputes follows the words and the order of the exact calculation",
    ("evaluate", "builtins"): "the interpreter runs the builtins, which know nothing of it",
    ("doubts", "evaluate"): "a doubt follows the limits of the interpreter, which knows nothing of doubts",
    ("doubts", "builtins"): "whether a call can have no value is said where the builtin is declared",
}

# The version stands in the package itself, which is always
# loaded before any room of it, so every room may ask for that one name.
FREE_FOR_ALL = ("footrule", "__version__")

THIRD_PARTIES = {
    "lark": {"syntax"},
    "interegular": {"syntax"},
    "rich": {"cli"},
    "msgspec": {"compile", "submission"},
    "numpy": {"inventory"},
    "scipy": {"inventory"},
    "pyarrow": {"batch"},
    "zstandard": {"batch"},
}
NOWHERE = {"pydantic"}
TESTS_ONLY = {"jsonschema"}

FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
ENGINE_NAMES = frozenset(module.name for module in engine_modules())


def breach(importer: str, imported: str) -> str | None:
    """Why a room may not import another one, or None where it may."""
    if importer == imported:
        return None
    if FLOOR_OF[imported] > FLOOR_OF[importer]:
        return f"{imported}/ is on a higher floor ({FLOOR_OF[imported]}) than {importer}/ ({FLOOR_OF[importer]})"
    if importer in ENDS and imported in ENDS:
        return f"{importer}/ and {imported}/ are both ends"
    if FLOOR_OF[imported] == FLOOR_OF[importer] and (importer, imported) not in NEIGHBOURS:
        return f"{imported}/ and {importer}/ are on one floor ({FLOOR_OF[importer]}) and no neighbours by name"
    return None


def inside(one: Import) -> bool:
    """Whether an import is of the engine's own."""
    return one.target.split(".")[0] == "footrule" and (one.target, one.name) != FREE_FOR_ALL


def room_of(name: str) -> str:
    """The room of a dotted module name."""
    return name.split(".")[1] if "." in name else "__init__"


def test_every_room_has_a_floor() -> None:
    rooms = {module.room for module in engine_modules()}
    assert rooms - set(FLOOR_OF) == set(), "new rooms: give each its floor here, and a line in engine/README.md"


def test_modules_import_from_lower_floors_or_their_own_room() -> None:
    breaches = [
        f"{module.shown}:{one.line}: {why}"
        for module in engine_modules()
        for one in imports(module)
        if inside(one) and (why := breach(module.room, room_of(one.module(ENGINE_NAMES)))) is not None
    ]
    assert breaches == []


@pytest.mark.parametrize(
    ("importer", "imported", "allowed"),
    [
        ("check", "model", True),
        ("check", "check", True),
        ("evaluate", "builtins", True),
        ("builtins", "evaluate", False),
        ("text", "syntax", False),
        ("cli", "__init__", False),
    ],
)
def test_the_table_is_read_as_meant(importer: str, imported: str, allowed: bool) -> None:
    assert (breach(importer, imported) is None) is allowed


def test_nothing_is_imported_by_a_computed_name() -> None:
    """Such imports would be invisible here. Only the package itself may load its public names on demand."""
    found = [
        f"{module.shown}:{node.lineno}"
        for module in engine_modules()
        if module.room != "__init__"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and called_name(node) in {"import_module", "__import__"}
    ]
    assert found == []


def test_no_modules_import_each_other_at_load_time() -> None:
    after = {
        module.name: {one.module(ENGINE_NAMES) for one in imports(module) if one.at_load and inside(one)}
        for module in engine_modules()
    }
    while leaves := [name for name, needed in after.items() if not needed & after.keys()]:
        for name in leaves:
            del after[name]
    assert sorted(after) == [], "these modules import each other in a circle, or import from one"


def third_parties(module: Module) -> set[tuple[str, int]]:
    """The third parties that a module imports, each with the line."""
    own = {"footrule", "tests", "__future__"}
    tops = {(one.target.split(".")[0], one.line) for one in imports(module)}
    return {(top, line) for top, line in tops if top not in own and top not in sys.stdlib_module_names}


def test_each_third_party_has_one_room() -> None:
    breaches = [
        f"{module.shown}:{line}: {party} is imported by {sorted(THIRD_PARTIES.get(party, ())) or 'no room'}"
        for module in engine_modules()
        for party, line in sorted(third_parties(module))
        if module.room not in THIRD_PARTIES.get(party, set())
    ]
    assert breaches == []


def test_some_third_parties_are_kept_out() -> None:
    for module in all_modules():
        parties = {party for party, _ in third_parties(module)}
        is_measured = module.shown.startswith("benchmarks/peers/")
        assert is_measured or not parties & NOWHERE, module.shown
        assert is_measured or module.shown.startswith("tests/") or not parties & TESTS_ONLY, module.shown


def test_runtime_dependencies_are_used_and_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    declared = project["dependencies"] + extras["large"] + extras["batch"]
    names = {re.split(r"[=<>~!]", one)[0] for one in declared}
    used = {party for module in engine_modules() for party, _ in third_parties(module)}
    build_time_only = {"interegular"}
    assert names == used - build_time_only
