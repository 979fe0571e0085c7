"""The patterns of the lexicon: rules with their proof, and those that are still bare strings."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from source_tree import SOURCE, modules
from yoy.lexicon import data

LEXICON = SOURCE / "lexicon"
_SIGNS = re.compile(r"\\[dsSwWbu.]|\(\?|\[[^\]]+\]|[)\]}.][?*+]|\||[^\\]\{\d+,?\d*\}|[?*+]$|\^|\$$")
_READABLE = re.compile(r"[\s\w\-，。、；：！？（）“”《》%.,/&'’]*\Z")


class Entry(NamedTuple):
    """A pattern by file and keys (figures.zh.gloss), with its rule where it is one."""

    name: str
    text: str
    rule: Mapping[str, Any] | None


def files() -> list[str]:
    """The files of the lexicon that hold what a language is made of; words/ holds what is shown."""
    return sorted(file.stem for file in LEXICON.glob("*.toml"))


@cache
def entries() -> tuple[Entry, ...]:
    """Every pattern of the lexicon."""
    return tuple(entry for name in files() for entry in _within(name, data(name)))


def _within(name: str, value: Any) -> Iterator[Entry]:
    if isinstance(value, Mapping) and is_rule(value):
        yield Entry(name, value["pattern"], value)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _within(f"{name}.{key}", inner)
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _within(f"{name}[{at}]", inner)
    elif isinstance(value, str) and is_pattern(value):
        yield Entry(name, value, None)


def is_rule(value: Mapping[str, Any]) -> bool:
    """Whether a table is a pattern with its proof."""
    return "pattern" in value and "examples" in value


def is_pattern(text: str) -> bool:
    """Whether a string is written as a regular expression rather than as words."""
    return not _READABLE.match(text) and bool(_SIGNS.search(text))


@cache
def flags_used() -> tuple[tuple[str, int], ...]:
    """The flags that the sources ask for with a rule, by its name or how that begins."""
    return tuple(
        (name, flags)
        for file in modules().values()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and node.args
        for name, flags in _asked(node)
    )


def _asked(call: ast.Call) -> Iterator[tuple[str, int]]:
    called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    name, flags = call.args[0], _flags(call.args[1]) if len(call.args) > 1 else 0
    if called not in ("pattern", "rule", "rules", "either"):
        return
    if isinstance(name, ast.Constant) and isinstance(name.value, str):
        yield (f"{name.value}." if called in ("rules", "either") else name.value), flags
    elif isinstance(name, ast.JoinedStr) and isinstance(name.values[0], ast.Constant):
        yield str(name.values[0].value), flags


def _flags(node: ast.expr) -> int:
    """The value of re.IGNORECASE | re.MULTILINE and the like; 0 for what is no flag."""
    return sum(int(getattr(re, name)) for name in set(re.findall(r"\bre\.([A-Z]+)\b", ast.unparse(node))))


def flags_of(name: str) -> tuple[int, ...]:
    """The flags that a rule is compiled with: exactly its name before how that begins."""
    exact = {flags for asked, flags in flags_used() if asked == name}
    begun = {flags for asked, flags in flags_used() if asked.endswith(".") and name.startswith(asked)}
    return tuple(sorted(exact or begun)) or (0,)


def is_open(text: str) -> bool:
    """Whether a pattern has gaps that its module fills ({unit}): it can't be tried as it stands."""
    return re.search(r"\{[A-Za-z_.]+\}", text) is not None
