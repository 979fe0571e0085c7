"""Sentences that hold in any year: law, policy and description of what a body does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.checks.patterns import pattern
from yoy.language.years import compared_year

if TYPE_CHECKING:
    from yoy.checks.view import View
    from yoy.model import Passage


_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


def is_standing(view: View, passage: Passage) -> bool:
    """Whether an English sentence tells of no event of the year, so that it may well come back.

    A Chinese one shows no tense, so it is never taken for one.
    """
    if view.report.document.language != "en":
        return False
    text = passage.span.of(view.text)
    present = pattern("standing", "present").search(text) or pattern("standing", "present_verb").search(text)
    return bool(present) and not pattern("standing", "past").search(text)


def is_of_earlier(view: View, passage: Passage) -> bool:
    """Whether a sentence tells of earlier years again, as last year's report did.

    In English it names none but them (in fiscal 2016), or its chapter compares two of them (2017 vs. 2016).
    """
    named = _YEAR.findall(passage.span.of(view.text))
    if view.report.document.language == "en" and named and view.period is not None:
        return all(int(year) < view.period for year in named)
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
