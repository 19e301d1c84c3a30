"""Habits that no linter holds for us: frozen records, documented names, and no net for unforeseen exceptions."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.house.checkout import Module, called_name, engine_modules

# path from the checkout :: class, and why it must change after it is made. Slotted it is all the same.
THAWED_DATACLASSES: dict[str, str] = {
    "engine/footrule/compile/writer.py::Block": "written line by line, also when others are being written",
    "engine/footrule/submission/json_fault.py::_Scan": "the state of one pass over a text, seen by no other module",
}

# Paths that may catch everything, and why. An engine fault is told by `sys.excepthook`, which needs no such clause.
BROAD_EXCEPTS: dict[str, str] = {}

_TOO_BROAD = {"Exception", "BaseException"}
_FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


def test_dataclasses_are_slotted() -> None:
    assert [place for place, options in _dataclasses() if "slots" not in options] == []


def test_dataclasses_are_frozen() -> None:
    assert [place for place in _thawed() if place not in THAWED_DATACLASSES] == []


def _thawed() -> list[str]:
    return [place for place, options in _dataclasses() if "frozen" not in options]


def _dataclasses() -> Iterator[tuple[str, set[str]]]:
    """Every dataclass of the engine, with the options that it switches on."""
    for module in engine_modules():
        for node in ast.walk(module.tree):
            for decorator in node.decorator_list if isinstance(node, ast.ClassDef) else ():
                place = f"{module.shown}::{getattr(node, 'name', '')}"
                match decorator:
                    case ast.Name(id="dataclass") | ast.Attribute(attr="dataclass"):
                        yield place, set()
                    case ast.Call(keywords=given) if called_name(decorator) == "dataclass":
                        yield place, {str(one.arg) for one in given if ast.unparse(one.value) == "True"}


def test_nothing_catches_every_exception() -> None:
    broad = [
        f"{module.shown}:{line}"
        for module in engine_modules()
        if module.shown not in BROAD_EXCEPTS
        for line in _broad_catches(module)
    ]
    assert broad == []


def _broad_catches(module: Module) -> Iterator[int]:
    for node in ast.walk(module.tree):
        match node:
            case ast.ExceptHandler(type=None):
                yield node.lineno
            case ast.ExceptHandler(type=ast.expr() as caught) if _TOO_BROAD & _names(caught):
                yield node.lineno
            case ast.Call(args=args) if called_name(node) == "suppress":
                if any(_TOO_BROAD & _names(one) for one in args):
                    yield node.lineno


def _names(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def test_exceptions_to_the_rules_are_still_needed() -> None:
    catching = {module.shown for module in engine_modules() if list(_broad_catches(module))}
    assert set(THAWED_DATACLASSES) <= set(_thawed())
    assert set(BROAD_EXCEPTS) <= catching


def test_every_public_name_has_a_docstring() -> None:
    bare = [f"{module.shown}: {name}" for module in engine_modules() for name in _undocumented(module)]
    assert bare == []


def _undocumented(module: Module) -> Iterator[str]:
    if not ast.get_docstring(module.tree):
        yield "the module"
    yield from _undocumented_in(module.tree.body, "")


def _undocumented_in(body: list[ast.stmt], owner: str) -> Iterator[str]:
    for node in body:
        if not isinstance(node, _FUNCTION | ast.ClassDef) or node.name.startswith("_") or _repeats_another(node):
            continue
        if not ast.get_docstring(node):
            yield f"{owner}{node.name} (line {node.lineno})"
        if isinstance(node, ast.ClassDef):
            yield from _undocumented_in(node.body, f"{node.name}.")


def _repeats_another(node: ast.AST) -> bool:
    """Whether the docstring stands at another definition: overloads, overrides, setters."""
    decorators = getattr(node, "decorator_list", [])
    return any(ast.unparse(one).split(".")[-1] in {"overload", "override", "setter"} for one in decorators)
