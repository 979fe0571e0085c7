"""What a person sees on the terminal: a short summary, and the values between two stages."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

from rich.table import Table as Grid
from rich.text import Text

from yoy.lexicon import phrase
from yoy.model import OpenKind
from yoy.writers.decided import decided
from yoy.writers.items.agenda import Agenda
from yoy.writers.items.changes import amount, direction_words, scale_of
from yoy.writers.numerals import as_change, growth
from yoy.writers.plain import counts_of
from yoy.writers.screen import screen
from yoy.writers.terminal.values import grid_of, print_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from rich.console import Console

    from yoy.model import (
        Comparison,
        Finding,
        Quantity,
        QuantityPair,
        Report,
        ReportPair,
    )
    from yoy.writers.items.agenda import Entry

_TOP = 10
_NAMED = 5
"""How many items of a kind are named; what does not agree is named whole."""
_AROUND, _TITLE = {"zh": 40, "en": 80}, {"zh": 30, "en": 60}
_COLOURS = {"inconsistent": "red", "suspect": "yellow", "confirm": "yellow", "flagged": "cyan"}
# What other lines count: figures no longer given, promises.
_SHOWN_ELSEWHERE = ("dropped_indicator", "promise")


def print_summary(
    comparison: Comparison, files: Iterable[Path], lang: str, settings: Path | None = None
) -> None:
    """Settings, counts, the largest changes, what needs confirming and where the files are."""
    console = screen()
    titles = [r.document.title or r.document.source.name for r in comparison.reports]
    console.print(Text(titles[-1], style="bold"))
    _print_settings(console, comparison, lang, settings)
    for report in comparison.reports:
        print_notes(console, (*report.figures.notes, *report.document.notes), lang, report.id)
    for pair in comparison.pairs:
        _print_pair(console, comparison, pair, lang)
    for file in files:
        console.print(Text(phrase("terminal", "file", lang, file=file)), soft_wrap=True)


def _print_settings(console: Console, comparison: Comparison, lang: str, settings: Path | None) -> None:
    """The settings file and what it changes: one may have come with the reports."""
    if settings is not None:
        console.print(Text(phrase("terminal", "settings_file", lang, file=settings), style="yellow"))
    for name, value in decided(comparison.settings):
        line = phrase("terminal", "setting", lang, name=name, value=value)
        console.print(Text(f"  {line}", style="yellow"))


def _print_pair(console: Console, comparison: Comparison, pair: ReportPair, lang: str) -> None:
    prior, current = comparison.report(pair.prior), comparison.report(pair.current)
    console.print()
    console.print(Text(f"{prior.id} → {current.id}", style="bold underline"))
    print_notes(console, pair.notes, lang, f"{prior.id} → {current.id}")
    grid = Grid.grid(padding=(0, 2))
    for name, counts in _counts(pair, _findings(comparison, pair)).items():
        grid.add_row(
            Text(phrase("terminal", name, lang), style="bold"),
            phrase("terminal", f"{name}_text", lang, **counts),
        )
    console.print(grid)
    _print_open(console, Agenda(comparison, pair, lang))
    numbers = {number.id: number for number in pair.numbers}
    largest = [numbers[name] for name in pair.headline if name in numbers]
    changed = set(pair.headline)
    stated = [n for n in pair.numbers if n.id in changed and _is_stated(n, current)]
    _print_changes(console, "stated", stated, (prior, current), lang)
    _print_changes(console, "largest", largest, (prior, current), lang)


def _print_open(console: Console, agenda: Agenda) -> None:
    """Every item that doesn't agree and the first of every other kind: what, where, and what to do."""
    entries = list(agenda.entries())
    for kind in get_args(OpenKind):
        found = [entry for entry in entries if entry.item.kind == kind]
        if not found:
            continue
        console.print()
        words = agenda.say("counted", kind=agenda.say(f"kind_{kind}"), count=len(found))
        line = Text(f"{agenda.say(f'sign_{kind}')} {words}", style=f"bold {_COLOURS.get(kind, '')}".strip())
        console.print(line.append(f" {found[0].todo}", style="not bold"), soft_wrap=True)
        listed = found if kind == "inconsistent" else found[:_NAMED]
        for number, entry in enumerate(listed, 1):
            console.print(Text(_told(agenda, number, entry)), soft_wrap=True)
        if len(found) > len(listed):
            more = phrase("terminal", "more_open", agenda.lang, count=len(found) - len(listed))
            console.print(Text(f"  {more}"))


def _told(agenda: Agenda, number: int, entry: Entry) -> str:
    """An item in a line: what it is, its sentence or both figures, and where it stands."""
    values = " → ".join(filter(None, entry.values))
    place = entry.place
    words = "".join(place.around(_AROUND[agenda.lang])) if place and not entry.item.finding else ""
    said = entry.sentence if entry.item.finding else " ".join(filter(None, (values, entry.change)))
    key = "item" if said else "item_alone"
    line = agenda.say(
        key, title=entry.title[: _TITLE[agenda.lang]], said=said, words=words, where=agenda.where(entry)
    )
    return f"{number:>3}. {line}"


def _is_stated(number: QuantityPair, current: Report) -> bool:
    """Whether the current report gives the earlier figure beside its own (由581项精简至558项)."""
    return any(q.id == number.current and q.baseline for q in current.figures.quantities)


def _findings(comparison: Comparison, pair: ReportPair) -> Iterable[Finding]:
    """What the checks found in a pair and in its current report; in the oldest report, with the first pair.

    A report that stands in two pairs is told of once, as on the page and in the workbook.
    """
    oldest = comparison.report(pair.prior).findings if pair is comparison.pairs[0] else ()
    return (*oldest, *comparison.report(pair.current).findings, *pair.findings)


def _counts(pair: ReportPair, findings: Iterable[Finding]) -> Mapping[str, Mapping[str, int]]:
    """The numbers of each line of the summary; the root sections are no match worth counting."""
    sections = [s for s in pair.sections if s.prior != ("s0",) and s.current != ("s0",)]
    relations = Counter(s.relation for s in sections)
    numbers = Counter(n.relation for n in pair.numbers)
    passages = Counter(p.relation for p in pair.passages)
    verdicts = Counter(f.verdict for f in findings if f.check not in _SHOWN_ELSEWHERE)
    return {
        "open": counts_of(pair),
        "sections": {
            "matched": sum(bool(s.prior and s.current) for s in sections),
            "renamed": relations["renamed"],
            "moved": sum(s.moved for s in sections),
            "added": relations["added"],
            "removed": relations["removed"],
        },
        "figures": {
            name: numbers[name]
            for name in ("up", "down", "unchanged", "added", "removed", "incomparable", "target_result")
        },
        "text": {
            **{name: passages[name] for name in ("same", "edited", "added", "removed")},
            "moved": sum(p.moved for p in pair.passages),
        },
        "checks": {name: verdicts[name] for name in ("consistent", "rounding", "cannot_check")},
    }


def _print_changes(
    console: Console,
    title: str,
    numbers: Sequence[QuantityPair],
    reports: tuple[Report, Report],
    lang: str,
) -> None:
    if not numbers:
        return
    before = {q.id: q for q in reports[0].figures.quantities}
    after = {q.id: q for q in reports[1].figures.quantities}
    console.print()
    console.print(Text(phrase("terminal", title, lang), style="bold"))
    grid = grid_of(
        lang, "column_indicator", reports[0].id, reports[1].id, "column_difference", "column_growth"
    )
    for column in grid.columns[1:]:
        column.justify = "right"
        column.no_wrap = True
    for number in numbers[:_TOP]:
        if number.prior is None or number.current is None:
            continue
        old, new = before[number.prior], after[number.current]
        grid.add_row(number.indicator, as_change(old), as_change(new), *_change(number, old, new, lang))
    console.print(grid)


def _change(number: QuantityPair, prior: Quantity, current: Quantity, lang: str) -> tuple[str, str]:
    """Difference in the unit of this year's figure; growth, or which way it turned."""
    by = (
        amount(number.difference, current.unit, scale_of(current), lang)
        if number.difference is not None
        else ""
    )
    told = direction_words(number, prior, current, lang)
    return by, told or (growth(number.growth) if number.relation != "unchanged" else "")
