"""What a module imports, read from its syntax tree: also inside functions, and for type checkers only."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tests.house.checkout import Module


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name. `target` is the module it comes from; `at_load`: whether loading the importer loads it."""

    target: str
    name: str | None
    line: int
    at_load: bool

    def module(self, known: frozenset[str]) -> str:
        """The module that is meant: `from a import b` means a.b where that is a module, else a."""
        whole = f"{self.target}.{self.name}"
        return whole if whole in known else self.target


def imports(module: Module) -> Iterator[Import]:
    """Every import of a module, wherever in it."""
    yield from _imports(module.tree, module, at_load=True)


def _imports(node: ast.AST, module: Module, *, at_load: bool) -> Iterator[Import]:
    match node:
        case ast.Import(names=names):
            for alias in names:
                yield Import(alias.name, None, node.lineno, at_load)
        case ast.ImportFrom(names=names):
            for alias in names:
                yield Import(_source(node, module), alias.name, node.lineno, at_load)
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
            at_load = False
        case ast.If(test=ast.Name(id="TYPE_CHECKING") | ast.Attribute(attr="TYPE_CHECKING")):
            for statement in node.body:
                yield from _imports(statement, module, at_load=False)
            for statement in node.orelse:
                yield from _imports(statement, module, at_load=at_load)
            return
    for child in ast.iter_child_nodes(node):
        yield from _imports(child, module, at_load=at_load)


def _source(node: ast.ImportFrom, module: Module) -> str:
    if node.level == 0:
        return node.module or ""
    package = module.name.split(".")
    drop = node.level - 1 if module.path.name == "__init__.py" else node.level
    return ".".join([*package[: len(package) - drop], *([node.module] if node.module else [])])
