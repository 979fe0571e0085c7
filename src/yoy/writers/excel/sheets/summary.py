"""The summary: what a reader with one minute needs, with pictures where they are quicker."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from yoy.writers.excel.book.charts import changes_chart, series_charts
from yoy.writers.excel.book.grid import Page
from yoy.writers.excel.rows.figure import SIGNS, FigureRow, relation_words
from yoy.writers.excel.rows.layout import Target
from yoy.writers.excel.sheets.findings import formula_of, owned_findings, verdict_words
from yoy.writers.excel.sheets.promises import status_words
from yoy.writers.excel.sheets.sections import changes_of, count_changes
from yoy.writers.excel.sheets.series import series_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yoy.model import PromiseStatus, QuantityPair, SectionPair
    from yoy.writers.excel.book.pen import Pen
    from yoy.writers.excel.rows.source import Book, Facing

WIDTHS = (2, *(12.5,) * 12)
WIDE = (2, 13)
MOST = 10
LISTED = 40
"""How many doubtful pairs are listed; the sheet of figures has them all."""
"""How many sections and changes the lists of largest ones hold."""


def write_summary(pen: Pen, book: Book, titles: Mapping[str, str]) -> None:
    """Fill the summary, newest comparison first."""
    page, say = Page(pen, WIDTHS, printed=13), book.words.say
    page.put(*WIDE, say("sheet_summary"), "title")
    page.height(30)
    page.next()
    page.put(*WIDE, say("intro_summary"), "intro")
    page.next()
    back = page.put(*WIDE, say("back_to_cover"), "back")
    pen.jump(back, say("sheet_cover"))
    page.next()
    for number, facing in enumerate(reversed(book.facings)):
        if number == 1:
            page.turn()
        _write_comparison(page, book, facing)
        if number == 0:
            _write_findings(page, book)
    series = series_sheet(book)
    if series is not None:
        series_charts(page, book, series, titles["series"])
    page.finish(book, "M")
    pen.worksheet.freeze_panes = "A4"


def _write_comparison(page: Page, book: Book, facing: Facing) -> None:
    say = book.words.say
    page.heading(say("block_comparison", prior=facing.pair.prior, current=facing.pair.current), *WIDE)
    _write_tiles(page, book, facing)
    _write_sections(page, book, facing)
    _write_largest(page, book, facing)
    _write_confirm(page, book, facing)
    _write_promises(page, book, facing)


def _tiles(book: Book, facing: Facing) -> list[tuple[object, str]]:
    say = book.words.say
    relations = Counter(pair.relation for pair in facing.pair.numbers)
    tiles: list[tuple[object, str]] = [
        (relations[relation], relation_words(book, relation))  # type: ignore[index]
        for relation in SIGNS
    ]
    flagged = sum(1 for pair in facing.pair.numbers if FigureRow(book, facing, pair).flagged)
    wrong = sum(1 for finding in _findings_of(book, facing) if finding == "inconsistent")
    confirm = sum(1 for pair in facing.pair.numbers if pair.confirm)
    changed = sum(1 for pair in facing.pair.passages if pair.relation != "same" or pair.moved)
    reuse = facing.pair.reuse
    share = f"{reuse.identical + reuse.near:.0%}" if reuse else "—"
    return [
        *tiles,
        (flagged, say("tile_flagged")),
        (wrong, say("tile_wrong")),
        (confirm, say("tile_confirm")),
        (changed, say("tile_texts")),
        (share, say("tile_reuse")),
    ]


def _findings_of(book: Book, facing: Facing) -> list[str]:
    """Verdicts on a pair and its current report; those on the oldest report go with the first pair."""
    oldest = facing.prior.report.findings if facing is book.facings[0] else ()
    return [finding.verdict for finding in (*facing.pair.findings, *facing.current.report.findings, *oldest)]


def _write_tiles(page: Page, book: Book, facing: Facing) -> None:
    tiles = _tiles(book, facing)
    for at, (number, _) in enumerate(tiles, 2):
        page.put(at, at, number, "big number")
    page.height(34)
    page.next()
    for at, (_, label) in enumerate(tiles, 2):
        page.put(at, at, label, "big label")
    page.height(30)
    page.next()


def _write_sections(page: Page, book: Book, facing: Facing) -> None:
    """The sections that changed most, and the same as a picture beside them."""
    say, counts = book.words.say, count_changes(facing)
    ranked: list[tuple[int, int, SectionPair]] = []
    for pair in facing.pair.sections:
        figures, texts = changes_of(counts, pair, "figures"), changes_of(counts, pair, "passages")
        if figures + texts:
            ranked.append((figures, texts, pair))
    ranked.sort(key=lambda item: -(item[0] + item[1]))
    page.heading(say("block_sections"), *WIDE, needs=270)
    spans = ((2, 5), (6, 6), (7, 7))
    page.line(
        spans, (say("column_section"), say("column_figure_changes"), say("column_text_changes")), "head"
    )
    first = page.row
    for figures, texts, pair in ranked[:MOST]:
        title = _own_heading(facing, pair)
        page.put(2, 5, title, "plain", target=Target(row=("sections", facing.label, pair.key)))
        page.put(6, 6, figures, "plain number")
        page.put(7, 7, texts, "plain number")
        page.height(21)
        page.next()
    if not ranked:
        page.line(((2, 7),), (say("none"),), "plain")
        return
    changes_chart(page, book, first, page.row - 1)
    page.next(max(0, first + 11 - page.row))


def _own_heading(facing: Facing, pair: SectionPair) -> str:
    if pair.current:
        return facing.current.heading(pair.current[0])
    return facing.prior.heading(pair.prior[0])


def _write_largest(page: Page, book: Book, facing: Facing) -> None:
    say = book.words.say
    page.heading(say("block_largest"), *WIDE)
    spans = ((2, 3), (4, 7), (8, 8), (9, 9), (10, 11), (12, 12), (13, 13))
    names = ("section", "indicator", "surface_prior", "surface_current", "difference", "growth", "relation")
    page.line(spans, tuple(say(f"column_{name}") for name in names), "head")
    numbers = {number.id: number for number in facing.pair.numbers}
    found = [numbers[name] for name in facing.pair.headline[:MOST]]
    for pair in found:
        _write_change(page, book, facing, pair)
    if not found:
        page.line((WIDE,), (say("none"),), "plain")


def _write_change(page: Page, book: Book, facing: Facing, pair: QuantityPair) -> None:
    figure = FigureRow(book, facing, pair)
    prior, current = figure.prior, figure.current
    growth, growth_format = figure.growth()
    row = Target(row=("figures", facing.label, pair.key))
    page.put(
        2, 3, facing.path(None, current.section if current else None).rpartition(" › ")[2], "plain small"
    )
    page.put(4, 7, pair.indicator, "jump", target=row)
    page.put(8, 8, prior.surface if prior else "", "plain")
    page.put(9, 9, current.surface if current else "", "plain")
    page.put(10, 11, pair.difference, "plain number", number_format="+#,##0.######;-#,##0.######;0")
    page.put(12, 12, growth, "plain number", number_format=growth_format)
    page.put(13, 13, figure.relation(), "plain center")
    page.next()


def _write_confirm(page: Page, book: Book, facing: Facing) -> None:
    say = book.words.say
    doubtful = [pair for pair in facing.pair.numbers if pair.confirm]
    sections = [pair for pair in facing.pair.sections if pair.confirm]
    page.heading(say("block_confirm", count=len(doubtful) + len(sections)), *WIDE)
    spans = ((2, 4), (5, 7), (8, 10), (11, 13))
    if not doubtful and not sections:
        page.line((WIDE,), (say("none"),), "plain")
        return
    page.line(
        spans,
        tuple(say(f"column_{n}") for n in ("what", "surface_prior", "surface_current", "grounds")),
        "head",
    )
    for section in sections:
        _put_doubt(
            page,
            Target(row=("sections", facing.label, section.key)),
            (
                say("a_section"),
                "、".join(facing.prior.heading(name) for name in section.prior),
                "、".join(facing.current.heading(name) for name in section.current),
                book.words.reason(dict(section.reason)),
            ),
        )
    for pair in doubtful[:LISTED]:
        figure = FigureRow(book, facing, pair)
        _put_doubt(
            page,
            Target(row=("figures", facing.label, pair.key)),
            (
                pair.indicator,
                figure.prior.surface if figure.prior else "",
                figure.current.surface if figure.current else "",
                figure.grounds(),
            ),
        )
    if len(doubtful) > LISTED:
        page.line((WIDE,), (say("more_on_figures", count=len(doubtful) - LISTED),), "plain small")


def _put_doubt(page: Page, target: Target, values: tuple[str, str, str, str]) -> None:
    spans = ((2, 4), (5, 7), (8, 10), (11, 13))
    for (first, last), value, look in zip(
        spans, values, ("jump", "plain", "plain", "plain small"), strict=True
    ):
        page.put(first, last, value, look, target=target if look == "jump" else None)
    page.next()


def _write_promises(page: Page, book: Book, facing: Facing) -> None:
    if not facing.pair.promises:
        return
    counts = Counter(promise.status for promise in facing.pair.promises)
    page.heading(book.words.say("block_promises", count=len(facing.pair.promises)), *WIDE, needs=110)
    statuses: tuple[PromiseStatus, ...] = ("done", "progress", "behind", "not_mentioned")
    spans = ((2, 4), (5, 7), (8, 10), (11, 13))
    page.line(spans, tuple(status_words(book, status) for status in statuses), "head")
    page.height(24)
    for (first, last), status in zip(spans, statuses, strict=True):
        page.put(first, last, counts[status], "big number")
    page.height(34)
    page.next()


def _write_findings(page: Page, book: Book) -> None:
    say = book.words.say
    wrong = [(owner, finding) for owner, finding in owned_findings(book) if finding.verdict == "inconsistent"]
    page.heading(say("block_findings", count=len(wrong)), *WIDE)
    if not wrong:
        page.line((WIDE,), (say("none"),), "plain")
        return
    spans = ((2, 3), (4, 5), (6, 10), (11, 12), (13, 13))
    names = ("report", "check", "finding", "formula", "verdict")
    page.line(spans, tuple(say(f"column_{name}") for name in names), "head")
    for owner, finding in wrong:
        page.put(2, 3, "→".join(owner), "plain")
        page.put(
            4,
            5,
            book.words.term("check", finding.check),
            "jump",
            target=Target(row=("findings", "→".join(owner), finding.key)),
        )
        page.put(6, 10, book.words.finding(finding), "plain")
        page.put(11, 12, formula_of(finding), "plain small")
        page.put(13, 13, verdict_words(book, finding.verdict, finding.check), "plain center")
        page.next()
