"""Which parts of a report speak of results, of plans and of problems."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.language.roles import role_of_title, role_pattern
from yoy.lexicon import data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yoy.language.roles import SectionRole
    from yoy.model import Outline, Passage, Section


@dataclass(frozen=True, slots=True)
class SectionRoles:
    """The role of every passage, by passage id."""

    by_passage: Mapping[str, SectionRole]

    def of(self, passage_id: str) -> SectionRole:
        """Role of a passage; what is not told apart speaks of results."""
        return self.by_passage.get(passage_id, "results")


_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def section_roles(outline: Outline) -> SectionRoles:
    """Roles by title of the section or of one above it, then by words that turn to plans or problems.

    A turn inside running text (下一步, …; 同时，…存在不足) lasts to the end of its section.
    """
    titled = dict(_titled(outline))
    if outline.document.language != "en":
        titled = _followed(outline, titled)
    chapters = _chapters(outline)
    roles: dict[str, SectionRole] = {}
    turned: SectionRole | None = None
    section = chapter = ""
    programme = False
    for passage in outline.passages:
        if passage.section != section:
            section, turned = passage.section, None
        if chapters.get(section, "") != chapter:
            chapter, programme = chapters.get(section, ""), False
        turned = _turn(outline, passage) or turned
        base = titled.get(passage.section, "results")
        programme = programme or (base == "results" and _opens_programme(outline, passage))
        told = base if base != "results" and turned != "plan" else turned or base
        roles[passage.id] = "programme" if programme and told == "results" else told
    return SectionRoles(roles)


def _chapters(outline: Outline) -> dict[str, str]:
    """The chapter that every section stands in, by ids."""
    found: dict[str, str] = {}
    for section in outline.sections:
        found[section.id] = found.get(section.parent or "", section.id) if section.level > 1 else section.id
    return found


def _followed(outline: Outline, titled: dict[str, SectionRole]) -> dict[str, SectionRole]:
    """The same with the chapters that continue a plan for the year to come, whatever they are called.

    三、把改革开放推向纵深 behind 二、2015年工作总体部署 is plan; a chapter on other matters is not. In
    English the accounts and notes follow the plans, so that a chapter there goes by its own title.
    """
    period, running = outline.document.period, False
    chapters, added = _chapters(outline), set()
    for section in outline.sections:
        if section.level != 1:
            continue
        role, years = titled.get(section.id), _YEAR.findall(section.title)
        if role is None and running and not years and not role_pattern("apart").search(section.title):
            added.add(section.id)
            continue
        later = period is not None and any(int(year) > period for year in years)
        running = (running or later) if role == "plan" else later and role is None
        if running and role is None:
            added.add(section.id)
    more = {section.id for section in outline.sections if chapters[section.id] in added}
    return {**dict.fromkeys(more - titled.keys(), "plan"), **titled}


def _opens_programme(outline: Outline, passage: Passage) -> bool:
    """Whether a sentence turns to a plan of several years that is still to come."""
    document = outline.document
    if document.period is None or passage.kind in ("heading", "shell"):
        return False
    found = role_pattern("inline_programme").match(passage.span.of(document.text).strip())
    if found is None or found["plan"] is None:
        return found is not None
    years = data("periods_of_figures")["zh"]["five_year_plans"].get(found["plan"])
    return years is not None and int(years[:4]) > document.period


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


def _is_past(year: str | None, period: int | None) -> bool:
    """Whether a year that opens a sentence is the one reported on, or before it."""
    return year is not None and period is not None and int(year) <= period


def _turn(outline: Outline, passage: Passage) -> SectionRole | None:
    text = passage.span.of(outline.document.text)
    if passage.kind in ("heading", "shell"):
        return None
    plan = role_pattern("inline_plan").match(text)
    if plan and not _is_past(plan["year"], outline.document.period):
        return "plan"
    if role_pattern("inline_problems").search(text):
        return "problems"
    return None
