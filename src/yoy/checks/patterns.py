"""The patterns of lexicon/checks.toml, compiled once."""

from __future__ import annotations

import re
from functools import cache

from yoy.lexicon import data


@cache
def pattern(section: str, name: str) -> re.Pattern[str]:
    """The compiled pattern `name` of `[section]` in lexicon/checks.toml."""
    return re.compile(data("checks")[section][name])


@cache
def words(section: str, name: str) -> tuple[str, ...]:
    """The list `name` of `[section]` in lexicon/checks.toml."""
    return tuple(data("checks")[section][name])
