"""Modules and functions are of a size that can be read at a sitting, and are named for what they do."""

from __future__ import annotations

import ast
from statistics import median

from tests.house.checkout import all_modules, engine_modules

MOST_LINES_OF_MEDIAN_MODULE = 150
MOST_LINES_OF_MODULE = 400
MOST_LINES_OF_FUNCTION = 50

# A path from the checkout, and why it cannot be split.
LONGER_MODULES: dict[str, str] = {}

NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}


def test_the_median_module_is_short() -> None:
    lengths = [len(module.text.splitlines()) for module in engine_modules() if module.path.name != "__init__.py"]
    assert median(lengths) <= MOST_LINES_OF_MEDIAN_MODULE


def test_no_module_is_long_without_a_reason() -> None:
    too_long = {
        module.shown: lines
        for module in all_modules()
        if (lines := len(module.text.splitlines())) > MOST_LINES_OF_MODULE and module.shown not in LONGER_MODULES
    }
    assert too_long == {}


def test_every_reason_for_a_long_module_is_still_needed() -> None:
    long = {module.shown for module in all_modules() if len(module.text.splitlines()) > MOST_LINES_OF_MODULE}
    assert set(LONGER_MODULES) <= long
    assert all(reason.strip() for reason in LONGER_MODULES.values())


def test_no_function_is_long() -> None:
    too_long = [
        f"{module.shown}:{node.lineno} {node.name}: {lines} lines"
        for module in all_modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > MOST_LINES_OF_FUNCTION
    ]
    assert too_long == []


def test_modules_are_named_for_what_they_do() -> None:
    assert [module.shown for module in all_modules() if set(module.name.split(".")) & NAMES_THAT_SAY_NOTHING] == []
