"""One map of a report over its whole text: which part every passage is, and of which time it speaks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from yoy.lexicon import pattern
from yoy.outline.openings import opening_of
from yoy.outline.scopes import scope_of
from yoy.outline.titles import Announcement, announcement, says, times_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.model import Document, Part, Passage, Section
    from yoy.outline.openings import Opening


class Frame(NamedTuple):
    """What holds for the text of a section, or for a stretch of it.

    Attributes:
        part: what the text does; None where nothing tells.
        period: the year or years that it speaks of.
        mixed: openings in the text turn it for good.
        years: whether an opening on several years made it, in a section of another time.
    """

    part: Part | None = None
    period: str | None = None
    mixed: bool = False
    years: bool = False


def with_parts(
    document: Document, sections: Sequence[Section], passages: Sequence[Passage]
) -> tuple[Passage, ...]:
    """The passages with their part, period and scope."""
    frames, following = _frames(document, sections)
    if document.language == "en":
        return tuple(_english(passage, frames[passage.section]) for passage in passages)
    return tuple(_Map(document, frames, following).walk(passages))


def _english(passage: Passage, frame: Frame) -> Passage:
    return replace(passage, part=frame.part) if passage.kind != "shell" else passage


def _frames(document: Document, sections: Sequence[Section]) -> tuple[Mapping[str, Frame], Mapping[str, str]]:
    """What the titles say of every section, and which section one that says nothing follows.

    After a chapter on the year to come the chapters speak of that year, too, whatever they are called,
    unless one looks back or tells of other matters.
    """
    found: dict[str, Frame] = {}
    following: dict[str, str] = {}
    running: Frame | None = None
    for section in sections:
        above = found.get(section.parent or "", Frame())
        told = announcement(section.title, document) if section.level else Announcement()
        frame = _below(section, above, told, document) if section.level > 1 else _framed(told, document)
        if section.level == 1 and document.language != "en":
            running = _running(section.title, frame, running, document)
            if frame.part is None and running is not None:
                frame = running
        if section.level > 1 and frame is above and section.parent is not None:
            following[section.id] = section.parent
        found[section.id] = frame
    return found, following


def _framed(told: Announcement, document: Document) -> Frame:
    own = None if document.period is None else str(document.period)
    if told.part == "notes":
        return Frame("notes")
    if told.part == "plan":
        return Frame("plan", told.period or _following(document), told.mixed)
    return Frame(told.part, told.period or own, told.mixed)


def _below(  # noqa: PLR0911 - one reason a line
    section: Section, above: Frame, told: Announcement, document: Document
) -> Frame:
    """The frame of a subsection: that of the section above unless its own title says the opposite."""
    title = section.title
    if document.language == "en":
        return _framed(told, document) if told.part else above
    if above.part is None:
        return _framed(told, document) if told.part else above
    if told.part == "notes" or (told.part == "problems" and above.part == "review"):
        return _framed(told, document)
    times = times_of(title, document)
    if above.part == "plan" and not above.mixed:
        over = bool(times) and not any(time.ahead for time in times)
        back = says(title, "looks_back") and (over or not times)
        if back or (over and says(title, "results")):
            return _framed(told._replace(part="review"), document)
        return _dated(above, [time.period for time in times if time.ahead])
    if any(time.ahead for time in times) or (says(title, "next") and not says(title, "results")):
        return _framed(told._replace(part="plan"), document)
    return _framed(told, document) if times and told.part == "review" else above


def _dated(above: Frame, later: Sequence[str]) -> Frame:
    return above._replace(period=later[0]) if later else above


def _running(title: str, frame: Frame, running: Frame | None, document: Document) -> Frame | None:
    """The plan that goes on in the chapters behind, from one on a single year until one looks back."""
    if frame.part in ("review", "problems", "notes") or says(title, "apart"):
        return None
    if frame.part != "plan" or frame.period is None:
        return running
    named = [time.period for time in times_of(title, document) if time.ahead]
    last = named[-1] if named else frame.period
    return Frame("plan", last) if "/" not in last else running


def _following(document: Document) -> str | None:
    return str(document.period + 1) if document.period else None


class _Map:
    """The walk over the text: what the titles say, and what the text has turned to since."""

    def __init__(self, document: Document, frames: Mapping[str, Frame], following: Mapping[str, str]) -> None:
        self._document = document
        self._frames = frames
        self._following = following
        self._held: dict[str, Frame] = {}
        self._paragraph: Frame | None = None

    def walk(self, passages: Sequence[Passage]) -> list[Passage]:
        made = []
        end = 0
        for passage in passages:
            if passage.kind == "shell":
                made.append(passage)
                continue
            leads = not end or "\n" in self._document.text[end : passage.span.start]
            frame = self._at(passage, leads=leads)
            scope = scope_of(passage, self._document)
            made.append(replace(passage, part=frame.part, period=frame.period, scope=scope))
            end = passage.span.end
        return made

    def _at(self, passage: Passage, *, leads: bool) -> Frame:
        if leads:
            self._paragraph = None
        standing = self._paragraph or self._standing(passage.section)
        if passage.kind in ("heading", "table_row") or standing.part == "notes":
            return standing
        surface = passage.span.of(self._document.text).strip()
        if pattern("parts.zh.openings.address").match(surface) and not standing.mixed:
            self._held.pop(passage.section, None)
            return self._standing(passage.section)
        opening = opening_of(surface, self._document, leads=leads)
        return standing if opening is None else self._turned(passage, standing, opening)

    def _standing(self, section: str) -> Frame:
        """What holds in a section: its own turn, else the turn of one above it, else what the titles say."""
        base = self._frames[section]
        at: str | None = section
        while at is not None:
            held = self._held.get(at)
            if held is not None and (at == section or not held.years):
                return held
            at = self._following.get(at)
        return base

    def _turned(self, passage: Passage, standing: Frame, opening: Opening) -> Frame:
        """The frame from here on, kept for as long as the opening reaches."""
        base = self._frames[passage.section]
        if standing.part == "plan" and not standing.mixed:
            if opening.whole is not None:
                return standing._replace(period=opening.whole)
            if opening.reach == "passage" and opening.part != "plan":
                return standing
        part = opening.part or standing.part
        frame = Frame(part, self._period(standing, base, opening), standing.mixed)
        if opening.reach == "passage":
            return frame
        holds = opening.reach == "section" or (standing.mixed and opening.period is not None)
        if holds and not self._is_aside(base, opening):
            single = base.period is not None and "/" not in base.period and not base.mixed
            self._held[passage.section] = frame._replace(
                years=single and part == "review" and "/" in (frame.period or "")
            )
            self._paragraph = None
        else:
            self._paragraph = frame
        return frame

    def _is_aside(self, base: Frame, opening: Opening) -> bool:
        """Whether a turn only interrupts: a look back inside a plan, a year to come inside a review."""
        if base.mixed or base.part is None or opening.part == "problems":
            return False
        if base.part == "plan":
            return opening.part == "review"
        return opening.part == "plan" and opening.period is not None and "/" not in opening.period

    def _period(self, standing: Frame, base: Frame, opening: Opening) -> str | None:
        if opening.period is not None:
            plans = [f for f in (standing, base) if f.part == opening.part and "/" in (f.period or "")]
            return plans[0].period if opening.counted and plans else opening.period
        if opening.part == "plan" and standing.part != "plan":
            return _following(self._document)
        return standing.period
