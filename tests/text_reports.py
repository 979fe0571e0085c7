"""Reports made from plain text, with their outline but without figures, for the tests of alignment."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.model import Document, Figures, Quantity, Report, Source, Span
from yoy.outline.find import find_outline

if TYPE_CHECKING:
    from yoy.model import Table


def report_of(
    text: str, year: int = 2017, *, figures: tuple[str, ...] = (), tables: tuple[Table, ...] = ()
) -> Report:
    """A report of that year; every occurrence of one of `figures` in the text is a quantity."""
    document = Document(
        source=Source(name=f"{year}.txt", format="txt", encoding="utf-8", size=len(text), sha256="0" * 64),
        text=text,
        language="zh",
        period=year,
        tables=tables,
    )
    found = Figures(quantities=tuple(_quantities(text, figures)), set_aside=())
    return Report(id=str(year), outline=find_outline(document), figures=found)


def _quantities(text: str, figures: tuple[str, ...]) -> list[Quantity]:
    spans = []
    for surface in figures:
        start = text.find(surface)
        while start >= 0:
            spans.append(Span(start, start + len(surface)))
            start = text.find(surface, start + len(surface))
    return [
        Quantity(
            id=f"q{number}",
            key=str(number),
            span=span,
            surface=span.of(text),
            value=Decimal(0),
            unit=re.sub(r"[\d.,]", "", span.of(text)),
            kind="level",
            quantum=Decimal(1),
        )
        for number, span in enumerate(sorted(spans))
    ]


def titles(report: Report, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Titles of sections by id."""
    return tuple(section.title for section in report.outline.sections if section.id in ids)


def texts(report: Report, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Texts of passages by id."""
    return tuple(p.span.of(report.text) for p in report.outline.passages if p.id in ids)
