"""The checkout as the house tests see it: its files, and the engine's modules as syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENGINE = ROOT / "engine" / "footrule"
DATA_FOLDERS = ("factors", "grammar", "rules", "standards")

_BUILT = {"__pycache__", "build", "dist", "node_modules", ".git"}


@dataclass(frozen=True, slots=True)
class Module:
    """A Python module of the checkout; `name` is dotted, `room` the first part below the package."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The room it lies in: a folder of the engine or a module beside the folders; `__init__` for the package."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else "__init__"

    @property
    def shown(self) -> str:
        """Its path as a person writes it."""
        return self.path.relative_to(ROOT).as_posix()


def files(*folders: str) -> list[Path]:
    """Every file below some folders of the checkout (default: all of it), without what was built or fetched."""
    starts = [ROOT / folder for folder in folders] or [ROOT]
    return sorted(path for start in starts for path in _files_below(start))


def _files_below(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name in _BUILT or path.name.endswith(".egg-info"):
            continue
        if not path.is_dir():
            yield path
        elif not path.name.startswith(".") or path.name == ".ci":
            yield from _files_below(path)


@cache
def engine_modules() -> tuple[Module, ...]:
    """Every module of the engine."""
    return tuple(_module(path, ENGINE.parent) for path in files("engine/footrule") if path.suffix == ".py")


@cache
def all_modules() -> tuple[Module, ...]:
    """Every module of the checkout: engine, tests and benchmarks."""
    others = (_module(path, ROOT) for path in files("tests", "benchmarks") if path.suffix == ".py")
    return (*engine_modules(), *others)


def _module(path: Path, base: Path) -> Module:
    parts = list(path.relative_to(base).with_suffix("").parts)
    if parts[-1] == "__init__":
        parts.pop()
    text = path.read_text(encoding="utf-8")
    return Module(".".join(parts), path, text, ast.parse(text, str(path)))


def string_constants(module: Module) -> Iterator[ast.Constant]:
    """Every string constant of a module that is no docstring."""
    docstrings = {id(statement.value) for statement in ast.walk(module.tree) if isinstance(statement, ast.Expr)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node


def called_name(call: ast.Call) -> str:
    """The last part of the name that is called: `f` for `f(...)` and for `m.f(...)`."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
