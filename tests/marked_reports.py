"""Reports written by hand for the tests of pairing: `{581项|indicator|role …}` marks a figure.

A line that begins with `#` is a heading, every other line a passage; `|` separates the surface from
the indicator and from what sets the figure apart: a role, a kind, `down`, `2019` (its period),
`2018-01/2018-09` (a part of the year), `of-above` (the figure before it is its baseline).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from yoy.language.identity import Occurrences, bare_title
from yoy.language.units import read_amount
from yoy.model import (
    Document,
    Figures,
    Implied,
    Outline,
    Passage,
    Quantity,
    Report,
    Section,
    Source,
    Span,
)

MARK = re.compile(r"\{([^{}|]+)(?:\|([^{}|]*))?(?:\|([^{}|]*))?\}")
ROLES = ("result", "target", "baseline")
KINDS = ("level", "ratio", "rank", "change_abs", "change_rel")


@dataclass
class Draft:
    text: str = ""
    sections: list[dict[str, Any]] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    keys: Occurrences = field(default_factory=Occurrences)


def report(
    year: int, lines: str, implied: tuple[tuple[str, str, str], ...] = (), language: str = "zh"
) -> Report:
    """A report of `year`; `implied` names figures by surface with the interval of last year's value."""
    draft = Draft(
        sections=[{"id": "s0", "parent": None, "level": 0, "title": "", "start": 0, "heading": (0, 0)}]
    )
    for line in lines.strip().splitlines():
        _line(draft, line.strip())
    end = len(draft.text)
    sections = tuple(
        Section(
            id=s["id"],
            parent=s["parent"],
            level=s["level"],
            number=None,
            title=s["title"],
            heading=Span(*s["heading"]),
            span=Span(s["start"], s.get("end", end)),
        )
        for s in draft.sections
    )
    document = Document(
        source=Source(
            name=f"{year}.txt",
            format="txt",
            encoding="utf-8",
            size=len(draft.text),
            sha256=hashlib.sha256(draft.text.encode()).hexdigest(),
        ),
        text=draft.text,
        language=language,  # type: ignore[arg-type]
        period=year,
        title="",
        issuer="",
    )
    by_surface = {q.surface: q.id for q in draft.quantities}
    return Report(
        id=str(year),
        outline=Outline(document=document, sections=sections, passages=tuple(draft.passages)),
        figures=Figures(
            quantities=tuple(draft.quantities),
            set_aside=(),
            implied=tuple(
                Implied(
                    quantity=by_surface[surface],
                    sources=(by_surface[surface],),
                    period=str(year - 1),
                    low=Decimal(low),
                    high=Decimal(high),
                    stated=low == high,
                )
                for surface, low, high in implied
            ),
        ),
    )


def _line(draft: Draft, line: str) -> None:
    start = len(draft.text)
    level = len(line) - len(line.lstrip("#"))
    section = draft.sections[-1]
    if level:
        for open_section in draft.sections[1:]:
            if open_section["level"] >= level:
                open_section.setdefault("end", start)
        parent = next(s for s in reversed(draft.sections) if s["level"] < level)
        section = {"id": f"s{len(draft.sections)}", "parent": parent["id"], "level": level, "start": start}
        draft.sections.append(section)
    passage = f"p{len(draft.passages)}"
    body = line.lstrip("# ")
    at = 0
    for match in MARK.finditer(body):
        draft.text += body[at : match.start()]
        _figure(draft, match, section["id"], passage, section.get("title", ""))
        at = match.end()
    draft.text += body[at:]
    if level:
        section["title"] = draft.text[start:]
        section["heading"] = (start, len(draft.text))
    draft.text += "\n"
    kind = "heading" if level else "sentence"
    draft.passages.append(
        Passage(id=passage, section=section["id"], kind=kind, span=Span(start, len(draft.text)))  # type: ignore[arg-type]
    )


def _figure(draft: Draft, match: re.Match[str], section: str, passage: str, title: str) -> None:
    surface, indicator, rest = match[1], match[2] or "", (match[3] or "").split()
    amount = read_amount(surface)
    rank = re.fullmatch(r"第(\d+)名?", surface)
    assert amount or rank, surface
    unit = None if rank else amount.unit.name if amount and amount.unit else None
    kind = next(
        (word for word in rest if word in KINDS), "rank" if rank else "ratio" if unit == "%" else "level"
    )
    start = len(draft.text)
    draft.text += surface
    draft.quantities.append(
        Quantity(
            id=f"q{len(draft.quantities)}",
            key=draft.keys.key(bare_title(title), indicator, unit, kind),
            span=Span(start, len(draft.text)),
            surface=surface,
            value=Decimal(rank[1]) if rank else amount.numeral.value if amount else Decimal(0),
            unit=unit,
            kind=kind,  # type: ignore[arg-type]
            quantum=Decimal(1),
            role=next((word for word in rest if word in ROLES), "result"),  # type: ignore[misc]
            direction="down" if "down" in rest else "up" if "up" in rest else None,
            indicator=indicator,
            baseline=f"q{len(draft.quantities) - 1}" if "of-above" in rest else None,
            period=next((word for word in rest if re.fullmatch(r"\d{4}(/\d{4})?", word)), None),
            partial=next((word for word in rest if re.fullmatch(r"\d{4}-\d\d/\d{4}-\d\d", word)), None),
            section=section,
            passage=passage,
        )
    )
