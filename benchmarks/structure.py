"""The shape of the house in numbers: folders, arrows, functions, patterns, constants, tests.

    PYTHONPATH=src:tests python benchmarks/structure.py

Prints modules by folder; arrows between the rooms of each stage and circles; median, ninth in ten and longest
of functions, modules and patterns; rules with proof; constants with a source; lines of tests by line of code.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from lexicon_patterns import entries
from source_tree import SOURCE, circles, inner_arrows, modules, rooms, sizes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

TESTS = SOURCE.parents[1] / "tests"
STAGES = (
    "align",
    "align/figures",
    "align/passages",
    "align/sections",
    "quantities",
    "checks",
    "readers",
    "writers",
    "writers/excel",
    "writers/html",
)
SOURCED = re.compile(
    r"\d|read by hand|measured|fitted|standard|law|trade|Excel|of real reports|limit", re.IGNORECASE
)
"""What a reason says when it is more than a meaning: a measure, a norm, the limit of a format."""


def spread(name: str, numbers: Iterable[int]) -> None:
    """Median, ninth in ten and greatest."""
    ordered = sorted(numbers)
    ninth = ordered[len(ordered) * 9 // 10]
    middle, most = ordered[len(ordered) // 2], ordered[-1]
    print(f"  {name:22} {len(ordered):5}  median {middle:4}  9 in 10 ≤ {ninth:4}  most {most:5}")


def functions(file: Path) -> Iterator[int]:
    """Lines of every function."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.end_lineno or node.lineno) - node.lineno + 1


def lines(file: Path) -> int:
    """Lines of a file."""
    return file.read_text(encoding="utf-8").count("\n")


def written(folder: Path) -> int:
    """Lines under a folder that say something."""
    return sum(
        bool(line.strip())
        for file in folder.rglob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
    )


def patterns_in_code() -> Iterator[str]:
    """Patterns that are written out in a call of `re.compile`."""
    for file in modules().values():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile" and node.args:
                text = node.args[0]
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    yield text.value


def constants() -> Iterator[tuple[str, str]]:
    """Named numbers of the modules with what is written above, beside or below them."""
    for place, file in modules().items():
        source = file.read_text(encoding="utf-8")
        text, body = source.splitlines(), ast.parse(source).body
        for node, after in zip(body, [*body[1:], None], strict=False):
            name = _name_of(node)
            if name is not None:
                yield f"{place}.{name}", _said_of(node, after, text)


def _name_of(node: ast.stmt) -> str | None:
    """The name of a constant that is a number, or several."""
    if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
        return None
    values = [leaf.value for leaf in ast.walk(node.value) if isinstance(leaf, ast.Constant)]
    numbers = bool(values) and all(isinstance(v, int | float) and not isinstance(v, bool) for v in values)
    name = node.targets[0].id
    return name if numbers and name.lstrip("_").isupper() else None


def _said_of(node: ast.stmt, after: ast.stmt | None, text: list[str]) -> str:
    said = [text[node.lineno - 2]] if text[node.lineno - 2].startswith("#") else []
    said += re.findall(r"#.*", text[node.lineno - 1])
    if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
        said.append(str(after.value.value))
    return " ".join(said)


def show_rooms() -> None:
    """Folders, arrows and circles."""
    print("modules by folder")
    for folder, count in sorted(sizes().items()):
        print(f"  {folder:26} {count:3}")
    print("arrows between the rooms of a stage")
    for stage in STAGES:
        found = inner_arrows(stage)
        imports = sum(map(len, found.values()))
        print(f"  {stage:26} {len(rooms(stage)):3} rooms  {len(found):3} arrows of {imports:3} imports")
    print(f"circles: {len(circles())}")


def show_lengths() -> None:
    """Functions, modules and patterns."""
    print("lengths")
    spread("functions (lines)", [n for file in modules().values() for n in functions(file)])
    spread("modules (lines)", map(lines, modules().values()))
    spread("patterns (characters)", [len(entry.text) for entry in entries()])
    spread("patterns in code", map(len, patterns_in_code()))
    proven = sum(entry.rule is not None for entry in entries())
    print(f"rules with examples and source: {proven} of {len(entries())} patterns of the lexicon")


def show_constants() -> None:
    """Named numbers, those that say what they mean, and those that say where they come from."""
    found = list(constants())
    meant = [name for name, said in found if said]
    sourced = [name for name, said in found if SOURCED.search(said)]
    print(f"named numbers: {len(found)}; with a meaning {len(meant)}; with a source {len(sourced)}")


def main() -> None:
    """Prints all of it."""
    show_rooms()
    show_lengths()
    show_constants()
    code, tests = written(SOURCE), written(TESTS)
    print(f"lines of tests by line of code: {tests} / {code} = {tests / code:.2f}")


if __name__ == "__main__":
    main()
