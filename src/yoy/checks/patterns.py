"""The patterns of lexicon/checks.toml, compiled once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from yoy import lexicon

if TYPE_CHECKING:
    import re


@cache
def pattern(section: str, name: str) -> re.Pattern[str]:
    """The compiled pattern `name` of `[section]` in lexicon/checks.toml."""
    return lexicon.pattern(f"checks.{section}.{name}")


@cache
def words(section: str, name: str) -> tuple[str, ...]:
    """The list `name` of `[section]` in lexicon/checks.toml."""
    return tuple(lexicon.data("checks")[section][name])
