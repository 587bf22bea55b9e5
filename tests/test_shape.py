"""The limits of shape: small modules, small functions, few parameters, docstrings in public."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCES = sorted((ROOT / "src" / "asreported").rglob("*.py"))
MAX_MODULE = 500
MAX_FUNCTION = 60
MAX_PARAMETERS = 6
EMPTY_NAMES = {"utils", "helpers", "common", "manager", "misc"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def ids(path: Path) -> str:
    return str(path.relative_to(ROOT / "src"))


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_module_is_small_and_named_by_what_it_does(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MAX_MODULE
    assert path.stem not in EMPTY_NAMES


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_functions_are_small(path: Path) -> None:
    long = [f.name for f in functions(path) if (f.end_lineno or 0) - f.lineno + 1 > MAX_FUNCTION]
    assert not long


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_public_functions_have_few_parameters(path: Path) -> None:
    def public(function: Function) -> int:
        arguments = function.args
        named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        return sum(argument.arg not in {"self", "cls"} for argument in named)

    many = [
        f.name for f in functions(path) if not f.name.startswith("_") and public(f) > MAX_PARAMETERS
    ]
    # A click command has one parameter an option, which is its interface.
    assert path.name == "cli.py" or not many


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_public_things_have_docstrings(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    bare = [
        node.name
        for node in tree.body
        if isinstance(node, kinds) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert ast.get_docstring(tree) or path.stem == "__init__", "module has no docstring"
    assert not bare
