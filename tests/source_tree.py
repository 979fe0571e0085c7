"""The modules of src/yoy and the arrows between them: every import counts, those for types too."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src" / "yoy"


@cache
def modules() -> Mapping[str, Path]:
    """Module by its place: align/keys → its file; a package goes by its folder."""
    found = {}
    for file in sorted(SOURCE.rglob("*.py")):
        place = file.relative_to(SOURCE).with_suffix("").as_posix()
        found[place.removesuffix("/__init__")] = file
    return found


@cache
def arrows() -> Mapping[str, frozenset[str]]:
    """Which modules each module imports, wherever the import stands."""
    return {place: frozenset(_imports(file)) - {place} for place, file in modules().items()}


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "yoy":
            for alias in node.names:
                yield from _known(f"{node.module}.{alias.name}", node.module)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "yoy":
                    yield from _known(alias.name)


def _known(*names: str) -> Iterator[str]:
    """The first of the names that is a module."""
    for name in names:
        place = name.removeprefix("yoy").removeprefix(".").replace(".", "/") or "__init__"
        if place in modules():
            yield place
            return


def room(place: str, stage: str) -> str:
    """The room or the single module of a stage that a module is in: sections for align/sections/pins."""
    return place.removeprefix(f"{stage}/").split("/")[0]


def inner_arrows(stage: str) -> Mapping[tuple[str, str], Sequence[str]]:
    """Arrows between the rooms of a stage, each with the imports it is made of."""
    found: dict[tuple[str, str], list[str]] = {}
    for place, targets in arrows().items():
        if not place.startswith(f"{stage}/"):
            continue
        for target in sorted(targets):
            pair = room(place, stage), room(target, stage)
            if target.startswith(f"{stage}/") and pair[0] != pair[1]:
                found.setdefault(pair, []).append(f"{place} → {target}")
    return found


def rooms(stage: str) -> set[str]:
    """Rooms and single modules of a stage."""
    return {room(place, stage) for place in modules() if place.startswith(f"{stage}/")}


def sizes() -> Counter[str]:
    """Modules by folder, packages themselves left out."""
    return Counter(
        file.parent.relative_to(SOURCE).as_posix() for file in modules().values() if file.stem != "__init__"
    )


def circles() -> list[list[str]]:
    """Modules that lead back to themselves, as the way round."""
    found: list[list[str]] = []
    done: set[str] = set()
    path: list[str] = []

    def visit(place: str) -> None:
        if place in path:
            found.append([*path[path.index(place) :], place])
            return
        if place in done or place not in arrows():
            return
        path.append(place)
        for target in sorted(arrows()[place]):
            visit(target)
        path.pop()
        done.add(place)

    for place in sorted(arrows()):
        visit(place)
    return found
