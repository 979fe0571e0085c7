"""Reports made from a few sentences, judged by the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.model import Document, Source, Span
from yoy.options import LexiconOptions, Options
from yoy.pipeline import analyse, compare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yoy.model import Finding, Report, ReportPair

ALARMS = ("inconsistent", "suspect")


def document(body: str, year: int = 2018, *, language: str = "zh") -> Document:
    """A report of 江州市云溪区 on that year with `body` as its one chapter."""
    title = f"江州市云溪区人民政府{year}年度法治政府建设情况报告"
    text = f"{title}\n\n一、主要工作\n\n{body}\n"
    if language == "en":
        title = f"Harbour District Council Annual Report {year}"
        text = f"{title}\n\n1. Work of the year\n\n{body}\n"
    return Document(
        source=Source(name=f"{year}.txt", format="txt", encoding="utf-8", size=len(text), sha256="0" * 64),
        text=text,
        language="en" if language == "en" else "zh",
        period=year,
        title=title,
        title_span=Span(0, len(title)),
        issuer="Harbour District Council" if language == "en" else "江州市云溪区人民政府",
    )


def options(places: Iterable[str] = ()) -> Options:
    """The defaults, with places of the user."""
    return Options(lexicon=LexiconOptions(places=tuple(places)))


def report(body: str, year: int = 2018, *, language: str = "zh", places: Iterable[str] = ()) -> Report:
    """The report with its findings."""
    return analyse(document(body, year, language=language), str(year), options(places))


def pair(prior: str, current: str, *, language: str = "zh") -> tuple[Report, Report, ReportPair]:
    """Two years with what was found between them."""
    documents = [document(prior, 2017, language=language), document(current, 2018, language=language)]
    made = compare(documents, options())
    return made.reports[0], made.reports[1], made.pairs[0]


def told(reports: Iterable[Report], findings: Iterable[Finding]) -> list[str]:
    """Each finding as "check verdict claimed"."""
    surfaces = {(r.id, q.id): q.surface for r in reports for q in r.figures.quantities}
    return [f"{f.check} {f.verdict} {surfaces.get((f.report, f.claimed or ''), '')}" for f in findings]


def is_alarm(finding: Finding) -> bool:
    """Whether a finding asks for an auditor's look."""
    return finding.verdict in ALARMS or finding.rounding == "truncated"
