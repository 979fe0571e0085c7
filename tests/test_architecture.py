"""The shape of the house: which way imports point, where libraries may be used, and the budgets."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "yoy"
MODULES = sorted(SOURCE.rglob("*.py"))

# Each line may import only from lines below it; places of one line don't know each other.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("__main__",),
    ("cli",),
    ("__init__",),
    ("pipeline", "settings", "explanation"),
    ("readers", "outline", "quantities", "align", "diff", "checks", "writers", "review"),
    ("language",),
    ("options",),
    ("lexicon", "model"),
    ("errors", "version", "garbage"),
)
# Bottom values that any place may know.
LIBRARIES = {
    "click": {"cli"},
    "rapidfuzz": {"language/similarity", "align"},
    "difflib": {"diff"},
    "openpyxl": {"writers/excel", "review", "readers/sheets"},
    "rich": {"writers/screen", "writers/terminal", "cli"},
    "jinja2": {"writers/html"},
    "lxml": {"readers"},
    "pypdfium2": {"readers"},
    "rapidocr": {"readers"},
}
LONGEST_FUNCTION, LONGEST_MODULE = 60, 300


def place(module: Path) -> str:
    """`readers/text` for src/yoy/readers/text.py."""
    return module.relative_to(SOURCE).with_suffix("").as_posix()


def layer_of(name: str) -> int:
    top = name.split("/", maxsplit=1)[0]
    for index, layer in enumerate(LAYERS):
        if top in layer:
            return index
    raise AssertionError(f"{name} has no place in the house: add it to LAYERS")


def imports(module: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module, node.lineno
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_imports_point_downwards(module: Path) -> None:
    here = place(module)
    for name, line in imports(module):
        if not name.startswith("yoy."):
            continue
        there = name.removeprefix("yoy.").replace(".", "/")
        if there.split("/")[0] == here.split("/")[0]:
            continue
        assert layer_of(here) < layer_of(there), f"{here}:{line} imports {name}"


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_libraries_stay_in_their_place(module: Path) -> None:
    here = place(module)
    for name, line in imports(module):
        allowed = LIBRARIES.get(name.split(".")[0])
        if allowed is not None:
            assert any(here == p or here.startswith(f"{p}/") for p in allowed), (
                f"{here}:{line} imports {name}"
            )


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_package_is_never_imported_for_its_names(module: Path) -> None:
    packages = {
        p.parent.relative_to(SOURCE).as_posix().replace("/", ".") for p in MODULES if p.name == "__init__.py"
    }
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("yoy."):
            inner = node.module.removeprefix("yoy.")
            if inner == "lexicon" or inner not in packages:
                continue
            folder = SOURCE / inner.replace(".", "/")
            for alias in node.names:
                is_module = (folder / f"{alias.name}.py").exists() or (folder / alias.name).is_dir()
                assert is_module, f"{place(module)}:{node.lineno} {node.module}.{alias.name}"


def test_budgets_hold() -> None:
    lengths = sorted(length(f) for module in MODULES for f in functions(module))
    assert lengths[len(lengths) // 2] <= 9, "the median function grew"
    assert lengths[len(lengths) * 9 // 10] <= 30, "one function in ten is longer than 30 lines"
    too_long = [
        f"{place(m)}.{f.name}: {length(f)}"
        for m in MODULES
        for f in functions(m)
        if length(f) > LONGEST_FUNCTION
    ]
    assert too_long == []
    large = [
        f"{place(m)}: {n}"
        for m in MODULES
        if (n := m.read_text(encoding="utf-8").count("\n")) > LONGEST_MODULE
    ]
    assert [name for name in large if not name.startswith("model:")] == []  # the model is one list of values


def test_names_say_something() -> None:
    empty = ("util", "helper", "common", "misc", "manager", "handler", "processor")
    assert [place(m) for m in MODULES if any(word in m.stem for word in empty)] == []
