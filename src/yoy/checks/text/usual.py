"""What a report of its kind usually states and this one doesn't: told once, and nobody is accused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy import lexicon
from yoy.model import Note, Unstated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from yoy.model import Report

_BLANK = re.compile(r"\s+")
_OPENING = 2000
"""Characters in which a filing without a title says what it is."""


def unstated(report: Report) -> tuple[Unstated, ...]:
    """What is missing, in the order of the list; nothing for an excerpt that lacks half of it or more."""
    kind = _kind(report)
    if kind is None:
        return ()
    usual = lexicon.data("usual")[kind]
    missing = (*_indicators(report, usual), *_forms(report, usual))
    most = len(usual.get("indicators", ())) + len(usual.get("forms", ()))
    return missing if 2 * len(missing) < most else ()


def note_of_unstated(missing: tuple[Unstated, ...]) -> tuple[Note, ...]:
    """The one note that names them, for page and workbook."""
    if not missing:
        return ()
    names = {"zh": "、".join(each.zh for each in missing), "en": ", ".join(each.en for each in missing)}
    return (Note(stage="check", code="usually_stated", args=names),)


def _kind(report: Report) -> str | None:
    title = report.document.title or report.text[:_OPENING]
    kinds: list[str] = lexicon.data("usual")["kinds"]
    return next((kind for kind in kinds if lexicon.pattern(f"usual.{kind}.title").search(title)), None)


def _indicators(report: Report, usual: Mapping[str, Any]) -> Iterator[Unstated]:
    """Standard indicators that no figure gives and no word names."""
    text = _BLANK.sub("", report.text)
    told = {figure.concept for figure in report.figures.quantities if figure.role != "target"}
    known = {
        name: entry
        for file in lexicon.data("indicators")["files"]
        for name, entry in lexicon.data(file).items()
    }
    for names in usual.get("indicators", ()):
        words = [word for name in names for word in (known[name]["zh"], *known[name].get("aliases", ()))]
        if told.isdisjoint(names) and not any(word in text for word in words):
            entry = known[names[0]]
            yield Unstated(kind="indicator", id=names[0], zh=entry["zh"], en=entry["en"])


def _forms(report: Report, usual: Mapping[str, Any]) -> Iterator[Unstated]:
    """Prescribed chapters, tables and items of which the text has no trace."""
    text = _BLANK.sub(" ", report.text).casefold()
    bare = text.replace(" ", "")
    for form in usual.get("forms", ()):
        if not any(word in text or word in bare for word in form["words"]):
            yield Unstated(kind="form", id=form["id"], zh=form["zh"], en=form["en"])
