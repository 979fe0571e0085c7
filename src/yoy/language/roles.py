"""What the title of a section announces: results, plans or problems."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from yoy import lexicon

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

SectionRole = Literal["results", "plan", "problems", "programme"]
"""A programme is a plan of several years: neither done this year nor promised for the next."""


@cache
def role_pattern(name: str) -> re.Pattern[str]:
    """A pattern of `[sections]` in lexicon/promises.toml."""
    return lexicon.pattern(f"promises.sections.{name}")


_ROLES: tuple[SectionRole, ...] = ("problems", "results", "plan")


@lru_cache(maxsize=1 << 12)
def role_of_title(title: str) -> SectionRole | None:
    """What a title announces, first of all, or None."""
    return next(_announced(title), None)


def sole_role_of_title(title: str) -> SectionRole | None:
    """What a title announces, or None where that is nothing or several (发展成就和主要目标任务)."""
    announced = tuple(_announced(title))
    return announced[0] if len(announced) == 1 else None


def _announced(title: str) -> Iterator[SectionRole]:
    return (role for role in _ROLES if role_pattern(role).search(title))
