"""Reports whose every word tries to be more than text."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from builder import build_comparison
from yoy.model import (
    Comparison,
    Document,
    Figures,
    Outline,
    Passage,
    PassagePair,
    Quantity,
    Report,
    ReportPair,
    Section,
    Source,
    Span,
)

ONE = Decimal(1)

HOSTILE = [
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    '"><img src=x onerror=alert(1)>',
    "<a href='javascript:alert(1)'>点这里</a>",
    "{{ 7*7 }} {% raw %} {# #}",
    "&lt;b&gt; &amp; &#x3c;",
    "\u202e倒写\u202c 零\u200b宽\u00ad\ufeff",
    "]]> <!-- --> \x00\x07\x1b[31m",
    "\ud800孤立",
    "'; } @page { margin: 0 } /*",
]


def report_of(text: str, year: int) -> Report:
    """A report of one passage that is also its title, issuer, file name and unit."""
    whole = Span(0, len(text))
    source = Source(name=text, format="txt", encoding="utf-8", size=1, sha256="0" * 64)
    document = Document(
        source=source,
        text=text,
        language="zh",
        period=year,
        title=text,
        issuer=text,
        metadata={"document_number": text},
    )
    section = Section(id="s0", parent=None, level=0, number=None, title=text, heading=Span(0, 0), span=whole)
    passage = Passage(id="p0", section="s0", kind="sentence", span=whole)
    figure = Quantity(
        id="q0", key=text, span=whole, surface=text, value=ONE, unit=text, kind="level",
        quantum=ONE, indicator=text, passage="p0", section="s0",
    )  # fmt: skip
    outline = Outline(document=document, sections=(section,), passages=(passage,))
    return Report(id=str(year), outline=outline, figures=Figures(quantities=(figure,), set_aside=()))


def comparison_of(text: str) -> Comparison:
    """Two reports that hold nothing but this text, one full stop apart, and one figure named so."""
    prior, current = report_of(text, 2017), report_of(text + "。", 2018)
    passages = PassagePair(prior=("p0",), current=("p0",), relation="edited", score=ONE)
    sample = build_comparison().pairs[0].numbers[0]
    number = replace(
        sample, id="n0", key=text, prior="q0", current="q0", indicator=text, unit=text, conversion=text
    )
    pair = ReportPair(
        prior="2017", current="2018", sections=(), passages=(passages,), tables=(), numbers=(number,)
    )
    return Comparison(settings={}, reports=(prior, current), pairs=(pair,))
