"""The whole page as one value: what the templates are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.writers.anchors import anchor_of_pair
from yoy.writers.html.facts import facts_of
from yoy.writers.html.rows import pictures
from yoy.writers.html.rows.asides import aside_groups
from yoy.writers.html.rows.checks import finding_rows, promise_rows
from yoy.writers.html.rows.figures import figure_rows
from yoy.writers.html.rows.open import open_groups
from yoy.writers.html.rows.outline import section_rows, tree
from yoy.writers.html.rows.series import series_rows
from yoy.writers.html.rows.tables import table_rows
from yoy.writers.html.rows.text.layout import lay_out
from yoy.writers.html.rows.text.passages import chunks_of
from yoy.writers.html.rows.text.years import year_runs
from yoy.writers.html.rows.top import headline, largest, note_rows, source_row
from yoy.writers.subjects import digest_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Comparison, Report
    from yoy.writers.html.facts import PairFacts
    from yoy.writers.html.rows.asides import AsideGroup
    from yoy.writers.html.rows.checks import FindingRow, PromiseRow
    from yoy.writers.html.rows.figures import FigureRow
    from yoy.writers.html.rows.open import OpenGroup
    from yoy.writers.html.rows.outline import SectionRow, TreeNode
    from yoy.writers.html.rows.series import SeriesRow
    from yoy.writers.html.rows.tables import TableRow
    from yoy.writers.html.rows.text.passages import Block, Chunk
    from yoy.writers.html.rows.text.years import YearRun
    from yoy.writers.html.rows.top import Headline, NoteRow, SourceRow
    from yoy.writers.html.words import Words


@dataclass(frozen=True, slots=True)
class PairView:
    """Everything between two reports."""

    anchor: str
    name: str
    prior: SourceRow
    current: SourceRow
    current_language: str
    open: tuple[OpenGroup, ...]
    headline: Headline
    chunks: tuple[Chunk, ...]
    stray_anchors: tuple[str, ...]
    tree: tuple[TreeNode, ...]
    figures: tuple[FigureRow, ...]
    largest: tuple[FigureRow, ...]
    findings: tuple[FindingRow, ...]
    promises: tuple[PromiseRow, ...]
    sections: tuple[SectionRow, ...]
    section_map: pictures.SectionMap
    tables: tuple[TableRow, ...]
    bars: tuple[pictures.Bar, ...]
    strips: tuple[pictures.Strip, ...]
    counts: dict[str, int]

    @property
    def to_decide(self) -> int:
        """How many open items there are."""
        return sum(len(group.rows) for group in self.open)


@dataclass(frozen=True, slots=True)
class AsideView:
    """The set-aside numbers of one report."""

    report: str
    groups: tuple[AsideGroup, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Page:
    """What the page shows, in its order; `digest` names the comparison among others."""

    title: str
    issuer: str
    years: str
    digest: str
    sources: tuple[SourceRow, ...]
    notes: tuple[NoteRow, ...]
    pairs: tuple[PairView, ...]
    series: tuple[SeriesRow, ...]
    years_beside: tuple[YearRun, ...]
    asides: tuple[AsideView, ...]


def build_page(comparison: Comparison, words: Words) -> Page:
    """The rows of the page."""
    facts = facts_of(comparison)
    names = tuple(
        dict.fromkeys(report.document.issuer for report in comparison.reports if report.document.issuer)
    )
    return Page(
        title=_subject(comparison.reports, words),
        issuer="、".join(names) if words.lang == "zh" else ", ".join(names),
        years=_years(comparison.reports),
        digest=digest_of(comparison),
        sources=tuple(source_row(report) for report in comparison.reports),
        notes=note_rows(comparison, facts, words),
        pairs=tuple(_pair(comparison, pair, words) for pair in facts),
        series=series_rows(comparison, facts),
        years_beside=year_runs(facts, words),
        asides=_asides(facts),
    )


def _years(reports: Sequence[Report]) -> str:
    first, last = reports[0], reports[-1]
    return f"{first.document.period or first.id}–{last.document.period or last.id}"


def _subject(reports: Sequence[Report], words: Words) -> str:
    """What the reports are: the newest one's title, without its issuer, with all the years."""
    document = reports[-1].document
    if not document.title:
        return words.t("no_title", years=_years(reports))
    title = document.title.removeprefix(document.issuer).strip() or document.title
    year = str(document.period or "")
    for part in (f"{year}年度", f"{year}年", year):
        if part and part in title:
            return title.replace(part, words.t("title_years", years=_years(reports)), 1)
    return title


def _pair(comparison: Comparison, facts: PairFacts, words: Words) -> PairView:
    blocks = lay_out(facts, words)
    figures = figure_rows(facts, words)
    sections = section_rows(facts, blocks, words)
    documents = facts.prior.report.document, facts.current.report.document
    return PairView(
        anchor=anchor_of_pair(facts.pair.prior, facts.pair.current),
        name=f"{facts.pair.prior} → {facts.pair.current}",
        prior=source_row(facts.prior.report),
        current=source_row(facts.current.report),
        current_language=documents[1].language,
        open=open_groups(comparison, facts, words),
        headline=headline(facts, figures),
        chunks=chunks_of(blocks),
        stray_anchors=_strays(facts, blocks),
        tree=tree(facts, blocks),
        figures=figures,
        largest=largest(facts, figures),
        findings=finding_rows(facts, words),
        promises=promise_rows(facts),
        sections=sections,
        section_map=pictures.section_map(facts, sections),
        tables=table_rows(facts),
        bars=pictures.bars(blocks),
        strips=pictures.strips(facts, blocks),
        counts=_counts(blocks),
    )


def _counts(blocks: Sequence[Block]) -> dict[str, int]:
    flags = ("fc", "ff", "fm", "fa", "fd", "fi", "fq", "fy", "fn", "fp", "fs")
    return {flag: sum(block.count(flag) for block in blocks) for flag in flags}


def _strays(facts: PairFacts, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Anchors of sections that have no text of their own, so that no link to one is dead."""
    shown = {block.anchor for block in blocks}
    shown |= {row.extra_anchor for block in blocks for row in block.rows if row.extra_anchor}
    sides = (facts.prior, facts.current)
    wanted = (side.anchor(section.id) for side in sides for section in side.report.outline.sections)
    return tuple(anchor for anchor in wanted if anchor not in shown)


def _asides(facts: Sequence[PairFacts]) -> tuple[AsideView, ...]:
    sides = [facts[0].prior, *(pair.current for pair in facts)] if facts else []
    return tuple(
        AsideView(side.report.id, aside_groups(side), len(side.report.figures.set_aside)) for side in sides
    )
