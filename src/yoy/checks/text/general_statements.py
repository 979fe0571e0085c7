"""Sentences that hold in any year: law, policy and description of what a body does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.checks.patterns import pattern
from yoy.language.comparisons import compared_year

if TYPE_CHECKING:
    from yoy.checks.view import View
    from yoy.model import Passage


def is_standing(view: View, passage: Passage) -> bool:
    """Whether an English sentence tells of no event or figure of the year, so that it may well come back.

    A Chinese one shows no tense, so it is never taken for one.
    """
    if view.report.document.language != "en" or view.of_passage.get(passage.id):
        return False
    text = passage.span.of(view.text)
    present = pattern("standing", "present").search(text) or pattern("standing", "present_verb").search(text)
    return bool(present) and not pattern("standing", "past").search(text)


def is_of_earlier(view: View, passage: Passage) -> bool:
    """Whether a chapter compares two earlier years, as last year's did: 2017 vs. 2016, in 2018."""
    section = view.section.get(passage.section)
    while section is not None:
        year = compared_year(section.title) if section.level else None
        if year:
            return view.period is not None and year < view.period
        section = view.section.get(section.parent) if section.parent else None
    return False


def is_reference(view: View, passage: Passage) -> bool:
    """Whether an English line names a document or a thing, or points to one: no sentence that reports."""
    if view.report.document.language != "en":
        return False
    text = passage.span.of(view.text).strip()
    return bool(pattern("standing", "reference").search(text))
