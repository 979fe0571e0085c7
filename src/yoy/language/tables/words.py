"""The rules of lexicon/table_words.toml, ready to ask."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from yoy import lexicon

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping


@cache
def rules(name: str) -> tuple[re.Pattern[str], ...]:
    """The patterns under a name: one rule, or several that ask the same question."""
    entry: Mapping[str, Any] = lexicon.data("table_words")[name]
    if "pattern" in entry:
        return (lexicon.pattern(f"table_words.{name}"),)
    return tuple(lexicon.pattern(f"table_words.{name}.{key}") for key in entry)


def says(name: str, text: str) -> bool:
    """Whether a text answers the question `name`."""
    return any(rule.search(text) for rule in rules(name))


def any_says(name: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts answers the question `name`."""
    return any(says(name, text) for text in texts)


def found(name: str, texts: Iterable[str]) -> re.Match[str] | None:
    """The first match of the question `name` in the texts."""
    return next((match for text in texts for rule in rules(name) if (match := rule.search(text))), None)


@cache
def counts() -> Mapping[str, str]:
    """Endings of heads that count pieces, with the unit."""
    made: Mapping[str, str] = lexicon.data("table_words")["counts"]
    return made
