"""The words and patterns of lexicon/checks.toml, as the checks ask for them."""

from __future__ import annotations

import re
from functools import cache

from yoy import lexicon


@cache
def pattern(section: str, name: str) -> re.Pattern[str]:
    """The rule `name` of `[section]` in lexicon/checks.toml; a list of words finds any of them."""
    entry = lexicon.data("checks")[section][name]
    if isinstance(entry, list):
        return re.compile(lexicon.alternatives(entry))
    return lexicon.pattern(f"checks.{section}.{name}")


@cache
def words(section: str, name: str) -> tuple[str, ...]:
    """The list `name` of `[section]` in lexicon/checks.toml."""
    return tuple(lexicon.data("checks")[section][name])
