"""The codes that the sources hand out, read from the sources themselves."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src" / "yoy"
JUDGED_ENDINGS = ("agrees", "truncated", "differs")


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def modules(folder: str = "") -> list[Path]:
    return sorted((SOURCE / folder).rglob("*.py"))


def calls(name: str, folder: str = "") -> Iterator[tuple[Path, ast.Call]]:
    """Every call of a function by its bare name."""
    for module in modules(folder):
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield module, node


def argument(call: ast.Call, position: int, name: str) -> ast.expr | None:
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    return call.args[position] if len(call.args) > position else None


def texts(expression: ast.expr | None) -> Iterator[str]:
    """What an expression can come to, as far as it is written out: either side of a condition."""
    if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        yield expression.value
    elif isinstance(expression, ast.IfExp):
        yield from texts(expression.body)
        yield from texts(expression.orelse)


@cache
def constants(folder: str = "") -> frozenset[str]:
    """Every text written out in the sources."""
    return frozenset(
        node.value
        for module in modules(folder)
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def templates(folder: str = "") -> tuple[re.Pattern[str], ...]:
    """Every text with gaps (f"basis_{why}"), as a pattern; one that is nearly all gap says nothing."""
    found = []
    for module in modules(folder):
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.JoinedStr):
                parts = [str(p.value) if isinstance(p, ast.Constant) else "\0" for p in node.values]
                whole = "".join(parts)
                if re.search("[a-z]{2}_", whole):
                    found.append(re.compile(re.escape(whole).replace("\0", r"\w+")))
    return tuple(found)


def is_made(code: str, folder: str = "") -> bool:
    """Whether the sources hold the code, whole or as a text with gaps."""
    return code in constants(folder) or any(t.fullmatch(code) for t in templates(folder))


def is_made_by_judging(code: str) -> bool:
    """Whether `checks.finding.judged` makes the code by adding an ending."""
    stem, _, ending = code.rpartition("_")
    return ending in JUDGED_ENDINGS and is_made(stem, "checks")
