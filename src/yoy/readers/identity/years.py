"""The year that a report speaks of: what tells it in one file, and what several files tell together."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, NamedTuple

from yoy.language.years import five_year_plans
from yoy.lexicon import data, pattern
from yoy.model import Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.model import Document

Teller = Literal["title", "chapter", "delivery", "text", "file_name", "label"]
_WEAK: tuple[Teller, ...] = ("text", "file_name", "label")
"""What gives way to the other files that are compared with this one."""
_HEAD = 6000
_OPENING = 400
_REVIEW_SHARE = 0.2
"""Where a report that looks back does so: its first part."""
_LINE = re.compile(r"[^\n]+")
_CHAPTER_LENGTH = 40
_HANZI_YEAR = re.compile(r"[〇○零一二三四五六七八九]{4}(?=年)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


class Period(NamedTuple):
    """Year reported on and year of delivery, with the notes that say how they were told."""

    reported: int | None
    delivered: int | None
    notes: tuple[Note, ...] = ()


class Told(NamedTuple):
    """What one file says of its year.

    Attributes:
        looks_back: a kind of report whose own year is that of delivery (政府工作报告).
        title, stem: the one year that title or file name holds; of_year: a title that says 年度.
        reviewed, planned: the years that chapter titles look back on and plan for.
        stated: the year that a sentence says is reported on. named: one that it only names.
        delivered: the year of the day of delivery.
        cover: the fiscal year named in full.
        spoken: the year that opens a paragraph of the first part, else the one most named there.
    """

    looks_back: bool
    title: int | None
    stem: int | None
    of_year: bool
    reviewed: int | None
    planned: int | None
    stated: int | None
    named: int | None
    delivered: int | None
    spoken: int | None
    cover: int | None = None


def find_period(text: str, *, title: str, stem: str, label: int | None, cover: int | None = None) -> Period:
    """The year reported on, as one file tells it.

    A report such as 政府工作报告 bears the year of its delivery and speaks of the year before. A label
    counts where nothing tells the year; one that equals the year of delivery changes nothing.

    Args:
        cover: the fiscal year that an annual report names in full; its file is often named after the filing.
    """
    told = _tell(text, title, stem)._replace(cover=cover)
    year, teller = _reported(told)
    delivered = _delivered(told, year)
    if label is None:
        return Period(year, delivered, tuple(_notes(teller, told, year)))
    is_told = teller not in _WEAK or (told.looks_back and label == _after(year))
    if year is None or not is_told:
        return Period(label, delivered, (_note("label"),))
    differs = label not in (year, delivered, _after(year) if told.looks_back else year)
    mark = Note(stage="read", code="label_differs", args={"label": label, "title": year})
    return Period(year, delivered, (mark,) if differs else ())


def decide_years(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents with the years that they tell together.

    Where one of them bears the year of its delivery in file name or label, so does another that has
    nothing but such a name: two work reports of 2025 and 2026 are neighbours.
    """
    distances = {
        year - document.period
        for document in documents
        if document.period is not None and not _is_weak(document) and (year := _given(document)) is not None
    }
    if len(distances) != 1:
        return tuple(documents)
    (distance,) = distances
    return tuple(_moved(document, distance) if _is_weak(document) else document for document in documents)


def year_of_label(label: str | None) -> int | None:
    """The year that a label names, or None."""
    match = re.search(r"(?<!\d)((?:19|20)\d{2})(?!\d)", label or "")
    return int(match[1]) if match else None


def _given(document: Document) -> int | None:
    """The year that the user gave a report: by its label, else by its file name."""
    if document.label is not None:
        return year_of_label(document.label)
    return _sole(_years(PurePath(document.source.name).stem))


def _is_weak(document: Document) -> bool:
    codes = {note.code for note in document.notes}
    return document.period is None or bool(codes & {f"period_from_{teller}" for teller in _WEAK})


def _moved(document: Document, distance: int) -> Document:
    """A report whose year only its name tells, which is as far from it as that of the others."""
    year = _given(document)
    if year is None or document.period == year - distance:
        return document
    kept = tuple(note for note in document.notes if not note.code.startswith("period_from_"))
    period, delivered = year - distance, year if distance else document.delivered
    return replace(document, period=period, delivered=delivered, notes=(*kept, _note("neighbours")))


def _tell(text: str, title: str, stem: str) -> Told:
    text = _dated(text)
    head = text[:_HEAD]
    kinds = data("periods")["delivered_titles"]
    opened = pattern("periods.presented").search(text[:_OPENING])
    return Told(
        looks_back=any(re.search(kind, title) for kind in kinds) or bool(opened),
        title=_sole(_years(title)),
        stem=_sole(_years(stem)),
        of_year=bool(pattern("periods.of_year").search(title)),
        reviewed=_chapter_year(text, "reviewed_chapter") or _plan_year(text),
        planned=_chapter_year(text, "planned_chapter"),
        stated=_first_year("review", head),
        named=_first_year("named", head),
        delivered=_first_year("delivery", head),
        spoken=_first_year("opened", _first_part(text)) or _spoken(_first_part(text)),
    )


def _reported(told: Told) -> tuple[int | None, Teller]:
    """The year reported on and what tells it, surest first."""
    answers = _of_looking_back(told) if told.looks_back else _of_its_year(told)
    return next(((year, teller) for year, teller in answers if year is not None), (None, "text"))


def _of_looking_back(told: Told) -> Iterator[tuple[int | None, Teller]]:
    """For a report that bears the year of delivery and speaks of the one before."""
    yield told.reviewed, "chapter"
    yield _before(told.planned), "chapter"
    yield _before(told.delivered), "delivery"
    yield told.title if told.of_year else _before(told.title), "title"
    yield told.stated, "title"
    yield told.spoken if told.stem in (None, told.spoken, _after(told.spoken)) else None, "text"
    yield _before(told.stem), "file_name"


def _of_its_year(told: Told) -> Iterator[tuple[int | None, Teller]]:
    """For a report that bears the year it speaks of."""
    is_delivery = told.title is not None and told.delivered == told.title == _after(told.reviewed)
    yield told.cover, "title"
    yield _before(told.title) if is_delivery else told.title, "title"
    yield told.stated, "title"
    yield told.stem, "file_name"
    yield told.named or told.reviewed, "text"
    yield told.delivered, "delivery"
    yield told.spoken, "text"


def _delivered(told: Told, year: int | None) -> int | None:
    if told.delivered is not None or year is None or not told.looks_back:
        return told.delivered
    named = told.title, told.stem, told.planned
    return year + 1 if year + 1 in named else None


def _notes(teller: Teller, told: Told, year: int | None) -> Iterator[Note]:
    """How the year was told, where a reader may want to know."""
    if year is None:
        return
    if told.looks_back and _after(year) in (told.title, told.stem) and teller not in _WEAK:
        yield _note("delivery")
    elif teller in ("file_name", "text"):
        yield _note(teller)


def _note(by: str) -> Note:
    return Note(stage="read", code=f"period_from_{by}")


def _chapter_year(text: str, name: str) -> int | None:
    """The year of the first chapter line of that kind."""
    found = pattern(f"periods.{name}")
    for line in _short_lines(text):
        told = found.search(line)
        if told:
            return int(told["year"])
    return None


def _plan_year(text: str) -> int | None:
    """The last year of the five-year plan that a chapter title looks back on."""
    plans = five_year_plans()
    for line in _short_lines(text):
        told = pattern("periods.reviewed_plan").search(line)
        if told and told["plan"] in plans:
            return int(plans[told["plan"]][-4:])
    return None


def _short_lines(text: str) -> Iterator[str]:
    """The lines that are short enough for the title of a chapter, without marks of headings."""
    lines = (match.group().strip(" \t\u3000#*") for match in _LINE.finditer(text))
    return (line for line in lines if len(line) <= _CHAPTER_LENGTH)


def _first_part(text: str) -> str:
    return text[: int(len(text) * _REVIEW_SHARE)]


def _spoken(text: str) -> int | None:
    """The latest of the years that a text names about as often as any."""
    counts = Counter(_years(text))
    often = max(counts.values(), default=0)
    return max((year for year, count in counts.items() if count * 2 >= often), default=None)


def _first_year(group: str, text: str) -> int | None:
    """The year of the first rule of a group that is found; a rule's first group is the year."""
    for name in data("periods")[group]:
        match = pattern(f"periods.{group}.{name}", re.MULTILINE).search(text)
        if match:
            return int(match[1])
    return None


def _dated(text: str) -> str:
    """The text with years in digits: 二〇二六年 is 2026年."""
    return _HANZI_YEAR.sub(lambda match: match.group().translate(_DIGITS), text)


def _years(text: str) -> list[int]:
    return [int(m[1]) for m in re.finditer(data("periods")["year"], text)]


def _sole(years: Sequence[int]) -> int | None:
    return years[0] if len(set(years)) == 1 else None


def _before(year: int | None) -> int | None:
    return None if year is None else year - 1


def _after(year: int | None) -> int | None:
    return None if year is None else year + 1
