"""What a person sees on the terminal: a short summary, and the values between two stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table as Grid
from rich.text import Text

from yoy.lexicon import has_phrase, phrase
from yoy.writers.items.sides import Side
from yoy.writers.screen import screen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.console import Console

    from yoy.model import (
        Doubt,
        Figures,
        Finding,
        Note,
        Outline,
        Report,
        SectionPair,
    )

_TOP = 10
# Figures that the lines above count already; they claim nothing that could be worked out.
_SHOWN_ELSEWHERE = "dropped_indicator"
_COLOURS = {"inconsistent": "red", "suspect": "yellow", "rounding": "cyan", "consistent": "green"}


def grid_of(lang: str, *columns: str) -> Grid:
    """A table with these headings."""
    grid = Grid(box=None, pad_edge=False, show_edge=False)
    for column in columns:
        words = phrase("terminal", column, lang) if has_phrase("terminal", column) else column
        grid.add_column(words, overflow="fold", header_style="bold")
    return grid


def print_notes(console: Console, notes: Iterable[Note], lang: str, subject: str) -> None:
    """Doubts of the stages, each with what it is about."""
    for note in notes:
        words = phrase("notes", note.code, lang, **note.args)
        line = phrase("terminal", "note", lang, subject=subject, words=words)
        console.print(Text(line, style="yellow"))


def print_outline(outline: Outline) -> None:
    """Sections, indented by level, with the line each starts on."""
    console = screen()
    lang = outline.document.language
    for section in outline.sections:
        line = outline.document.text.count("\n", 0, section.heading.start) + 1
        title = section.title or phrase("terminal", "untitled", lang)
        number = f"{section.number} " if section.number else ""
        console.print(Text(f"{line:>6}  {'  ' * section.level}{number}{title}"), soft_wrap=True)
    print_notes(console, (*outline.document.notes, *outline.notes), lang, outline.document.source.name)


def print_figures(outline: Outline, figures: Figures) -> None:
    """Every quantity and every number set aside, with its line."""
    console = screen()
    lang = outline.document.language
    text = outline.document.text
    columns = ("column_line", "column_surface", "column_value", "column_unit", "column_kind")
    grid = grid_of(lang, *columns, "column_indicator")
    for quantity in figures.quantities:
        grid.add_row(
            str(text.count("\n", 0, quantity.span.start) + 1),
            Text(quantity.surface),
            f"{quantity.value:f}",
            quantity.unit or "",
            phrase("terms", f"quantity_{quantity.kind}", lang),
            Text(_doubted(quantity.indicator, quantity.doubt, lang)),
        )
    console.print(grid)
    console.print()
    console.print(Text(phrase("terminal", "set_aside", lang), style="bold"))
    aside = grid_of(lang, "column_line", "column_surface", "column_reason")
    for number in figures.set_aside:
        line = str(text.count("\n", 0, number.span.start) + 1)
        reason = _doubted(phrase("terms", f"aside_{number.reason}", lang), number.doubt, lang)
        aside.add_row(line, Text(number.surface), reason)
    console.print(aside)


def _doubted(text: str, code: Doubt | None, lang: str) -> str:
    why = code and phrase("terms", "in_doubt", lang, why=phrase("terms", f"doubt_{code}", lang))
    return f"{text}\n？{why}" if why else text


def print_sections(prior: Report, current: Report, sections: Sequence[SectionPair]) -> None:
    """The links between two outlines, one a line."""
    lang = current.document.language
    titles = (_titles(prior), _titles(current))
    grid = grid_of(lang, prior.id, current.id, "column_relation", "column_score")
    for pair in sections:
        relation = phrase("terms", f"section_{pair.relation}", lang)
        moved = " · " + phrase("terms", "section_moved", lang) if pair.moved else ""
        confirm = " ?" if pair.confirm else ""
        grid.add_row(
            Text(" / ".join(titles[0][i] for i in pair.prior)),
            Text(" / ".join(titles[1][i] for i in pair.current)),
            relation + moved + confirm,
            f"{pair.score:.2f}" if pair.prior and pair.current else "",
        )
    screen().print(grid)


def _titles(report: Report) -> dict[str, str]:
    return {s.id: f"{s.number or ''} {s.title}".strip() for s in report.outline.sections}


def print_findings(
    reports: Sequence[Report], findings: Sequence[Finding], lang: str | None, *, everything: bool = False
) -> None:
    """What does not agree, with where it stands; what agrees is counted, or told where it is asked for."""
    lang = lang or reports[-1].document.language
    console = screen()
    if not findings:
        console.print(phrase("terminal", "no_findings", lang))
        return
    order = ["inconsistent", "suspect", "rounding", "consistent", "cannot_check"]
    told = [f for f in findings if everything or f.verdict in _TOLD]
    sides = {report.id: Side(report) for report in reports}
    grid = grid_of(lang, "column_verdict", "column_place", "column_check", "column_finding")
    for finding in sorted(told, key=lambda f: order.index(f.verdict)):
        style = _COLOURS.get(finding.verdict, "")
        grid.add_row(
            Text(phrase("terms", f"verdict_{finding.verdict}", lang), style=style),
            Text(_where(finding, sides, lang)),
            phrase("terms", f"check_{finding.check}", lang),
            Text(phrase("findings", finding.code, lang, **finding.args)),
        )
    if told:
        console.print(grid)
    counts = {verdict: sum(f.verdict == verdict for f in findings) for verdict in order}
    console.print(Text(phrase("terminal", "checked", lang, **counts)))


_TOLD = ("inconsistent", "suspect")


def _where(finding: Finding, sides: Mapping[str, Side], lang: str) -> str:
    """Report and place of what is judged."""
    side = sides.get(finding.report)
    if side is None:
        return finding.report
    claimed = side.quantities.get(finding.claimed or "")
    spans = [one.span for one in finding.spans if one.report == finding.report]
    span = claimed.span if claimed else next(iter(spans), None)
    return f"{finding.report} {side.places.words(span, lang) if span else ''}".strip()
