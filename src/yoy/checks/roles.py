"""Which parts of a report speak of results, of plans and of problems."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from yoy.lexicon import data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yoy.model import Outline, Passage, Section

SectionRole = Literal["results", "plan", "problems"]


@dataclass(frozen=True, slots=True)
class SectionRoles:
    """The role of every passage, by passage id."""

    by_passage: Mapping[str, SectionRole]

    def of(self, passage_id: str) -> SectionRole:
        """Role of a passage; what is not told apart speaks of results."""
        return self.by_passage.get(passage_id, "results")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(data("promises")["sections"][name])


def section_roles(outline: Outline) -> SectionRoles:
    """Roles by title of the section or of one above it, then by words that turn to plans or problems.

    A turn inside running text (下一步, …; 同时，…存在不足) lasts to the end of its section.
    """
    titled = dict(_titled(outline))
    roles: dict[str, SectionRole] = {}
    turned: SectionRole | None = None
    section = ""
    for passage in outline.passages:
        if passage.section != section:
            section, turned = passage.section, None
        turned = _turn(outline, passage) or turned
        base = titled.get(passage.section, "results")
        roles[passage.id] = base if base != "results" and turned != "plan" else turned or base
    return SectionRoles(roles)


def _titled(outline: Outline) -> Iterator[tuple[str, SectionRole]]:
    by_id = {section.id: section for section in outline.sections}
    for section in outline.sections:
        current: Section | None = section
        role: SectionRole | None = None
        while current is not None and role is None:
            role = role_of_title(current.title) if current.level else None
            current = by_id.get(current.parent) if current.parent else None
        if role:
            yield section.id, role


def role_of_title(title: str) -> SectionRole | None:
    """What a title announces, or None."""
    if _pattern("problems").search(title):
        return "problems"
    if _pattern("results").search(title):
        return "results"
    if _pattern("plan").search(title):
        return "plan"
    return None


def _is_past(year: str | None, period: int | None) -> bool:
    """Whether a year that opens a sentence is the one reported on, or before it."""
    return year is not None and period is not None and int(year) <= period


def _turn(outline: Outline, passage: Passage) -> SectionRole | None:
    text = passage.span.of(outline.document.text)
    if passage.kind in ("heading", "shell"):
        return None
    plan = _pattern("inline_plan").match(text)
    if plan and not _is_past(plan["year"], outline.document.period):
        return "plan"
    if _pattern("inline_problems").search(text):
        return "problems"
    return None
