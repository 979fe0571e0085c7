"""Which sheet, column, status or label a text in a reviewed workbook stands for, in any language."""

from __future__ import annotations

import re
from functools import cache

from yoy.lexicon import data

REVIEWER_COLUMNS = (
    "pairing",
    "status",
    "remark",
    "owner",
    "evidence_index",
    "preparer",
    "reviewer",
    "review_date",
    "since",
    "other",
)
"""Columns of ours that people write in."""
OWN = "own:"
"""Begins the name of a column that a person added; the heading follows."""
VALUE = "value_"
"""Begins the name of a column of a year's values; the report's id follows."""
_YEARLY = {"column_value": VALUE, "column_shown": "shown_"}


@cache
def _by_text(prefix: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, entry in data("words/excel").items():
        if key.startswith(prefix):
            for text in entry.values():
                found.setdefault(_folded(text), key.removeprefix(prefix))
    return found


@cache
def _value_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = data("words/excel")
    patterns = []
    for kind, prefix in _YEARLY.items():
        for lang, template in words[kind].items():
            year = re.escape(words["year"][lang]).replace(r"\{year\}", r"(?P<report>\d+)")
            plain = re.escape(_folded(template))
            patterns.append((prefix, plain.replace(r"\{report\}", year)))
            patterns.append((prefix, plain.replace(r"\{report\}", r"(?P<report>.*\D.*)")))
    return tuple((prefix, re.compile(pattern, re.IGNORECASE)) for prefix, pattern in patterns)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def sheet_named(title: str) -> str | None:
    """The sheet that a tab's name stands for."""
    return _by_text("sheet_").get(_folded(title))


def column_named(heading: str) -> str | None:
    """The column of ours that a heading stands for, None for one that a person added."""
    folded = _folded(heading)
    known = _by_text("column_").get(folded)
    if known is not None and known not in ("value", "shown"):
        return known
    for prefix, pattern in _value_patterns():
        found = pattern.fullmatch(" ".join(heading.split()))
        if found:
            return prefix + found["report"]
    return None


def field_named(label: str) -> str | None:
    """The field of the cover that a label stands for."""
    return _by_text("field_").get(_folded(label))


def status_code(text: str) -> str:
    """The code of a status; other words stay as they were written."""
    return _by_text("status_").get(_folded(text), text)


def ruling_code(text: str) -> str:
    """The code of a verdict on a pair; other words stay as they were written."""
    return _by_text("ruling_").get(_folded(text), text)
