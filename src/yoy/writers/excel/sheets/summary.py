"""The summary: what a reader with one minute needs, with pictures where they are quicker."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from yoy.writers.excel.book.charts import changes_chart, series_charts
from yoy.writers.excel.book.grid import Page
from yoy.writers.excel.rows.figure import FigureRow, relation_words
from yoy.writers.excel.rows.layout import Target
from yoy.writers.excel.sheets.open import TONES, kind_words
from yoy.writers.excel.sheets.promises import status_words
from yoy.writers.excel.sheets.sections import changes_of, count_changes
from yoy.writers.excel.sheets.series import series_sheet
from yoy.writers.items.agenda import Agenda
from yoy.writers.items.changes import change_words
from yoy.writers.plain import counts_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yoy.model import NumberRelation, PromiseStatus, QuantityPair, SectionPair
    from yoy.writers.excel.book.pen import Pen
    from yoy.writers.excel.rows.source import Book, Facing
    from yoy.writers.items.agenda import Entry

WIDTHS = (1, *(12,) * 11, 15)
WIDE = (2, 13)
MOST = 10
"""How many sections and changes the lists of largest ones hold."""
LISTED = 5
"""How many items of a kind are named; what does not agree is named whole, and the open items have all."""
_SHOWN: tuple[NumberRelation, ...] = ("up", "down", "added")
LONGEST_TITLE = {"zh": 16, "en": 32}
AROUND = {"zh": 28, "en": 58}
"""Characters of a sentence and of a title that are shown."""


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
    series = series_sheet(book)
    if series is not None:
        series_charts(page, book, series, titles["series"])
    page.finish(book, "M")
    pen.worksheet.freeze_panes = "A4"


def _write_comparison(page: Page, book: Book, facing: Facing) -> None:
    say = book.words.say
    page.heading(say("block_comparison", prior=facing.pair.prior, current=facing.pair.current), *WIDE)
    _write_tiles(page, book, facing)
    _write_open(page, book, facing)
    _write_promises(page, book, facing)
    _write_largest(page, book, facing)
    _write_sections(page, book, facing)


def _tiles(book: Book, facing: Facing) -> list[tuple[object, str]]:
    """The counts of the JSON document first, so that all outputs show the same; then what changed."""
    say, counts = book.words.say, counts_of(facing.pair)
    relations = Counter(pair.relation for pair in facing.pair.numbers)
    changed = sum(1 for pair in facing.pair.passages if pair.relation != "same" or pair.moved)
    return [
        *((counts[kind], kind_words(book, kind)) for kind in TONES),
        (counts["open"], say("sheet_open")),
        *((relations[one], relation_words(book, one)) for one in _SHOWN),
        (changed, say("tile_texts")),
    ]


def _write_tiles(page: Page, book: Book, facing: Facing) -> None:
    tiles = _tiles(book, facing)
    for at, (number, _) in enumerate(tiles, 2):
        page.put(at, at, number, "big number")
    page.height(27)
    page.next()
    for at, (_, label) in enumerate(tiles, 2):
        page.put(at, at, label, "big label")
    page.height(28)
    page.next()


def _write_open(page: Page, book: Book, facing: Facing) -> None:
    """What does not agree, item by item, and the first of every other kind, with sentence and place."""
    entries = list(Agenda(book.comparison, facing.pair, book.words.lang).entries())
    if not entries:
        page.line((WIDE,), (book.words.say("none"),), "plain")
    for kind in TONES:
        found = [entry for entry in entries if entry.item.kind == kind]
        if not found:
            continue
        page.next()
        page.keep(90)
        page.put(2, 4, book.words.say("kind_counted", kind=kind_words(book, kind), count=len(found)), "label")
        page.put(5, 13, found[0].todo, "plain")
        page.next()
        listed = found if kind == "inconsistent" else found[:LISTED]
        for entry in listed:
            _put_entry(page, book, facing, entry)
        if len(found) > len(listed):
            page.line((WIDE,), (book.words.say("more_open", count=len(found) - len(listed)),), "plain")


def _put_entry(page: Page, book: Book, facing: Facing, entry: Entry) -> None:
    place = entry.place
    figures = " → ".join(filter(None, entry.values))
    lang = book.words.lang
    words = "".join(place.around(AROUND[lang])) if place else ""
    said = entry.sentence if entry.item.finding else words
    prior, current = (one and one.span for one in (entry.prior, entry.current))
    where = facing.places(None if current else prior, current)
    target = Target(row=("open", entry.subject.comparison, entry.subject.key))
    most = LONGEST_TITLE[lang]
    title = entry.title if len(entry.title) <= most else entry.title[: most - 1] + "…"
    page.put(2, 4, title, "jump", target=target)
    page.put(5, 9, said, "plain")
    page.put(10, 12, book.words.say("list_joint").join(filter(None, (figures, entry.change))), "plain")
    page.put(13, 13, where, "plain center")
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
    spans = ((2, 3), (4, 7), (8, 8), (9, 9), (10, 12), (13, 13))
    names = ("section", "indicator", "surface_prior", "surface_current", "change", "relation")
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
    row = Target(row=("figures", facing.label, pair.key))
    page.put(2, 3, facing.path(None, current.section if current else None).rpartition(" › ")[2], "plain")
    page.put(4, 7, pair.indicator, "jump", target=row)
    page.put(8, 8, prior.surface if prior else "", "plain")
    page.put(9, 9, current.surface if current else "", "plain")
    page.put(10, 12, change_words(pair, prior, current, book.words.lang), "plain center")
    page.put(13, 13, figure.relation(), "plain center")
    page.next()


def _write_promises(page: Page, book: Book, facing: Facing) -> None:
    """What became of last year's promises, in one line."""
    if not facing.pair.promises:
        return
    counts = Counter(promise.status for promise in facing.pair.promises)
    statuses: tuple[PromiseStatus, ...] = ("done", "progress", "behind", "not_mentioned")
    told = "\u3000".join(f"{status_words(book, status)} {counts[status]}" for status in statuses)
    page.next()
    page.put(2, 4, book.words.say("block_promises", count=len(facing.pair.promises)), "label")
    page.put(5, 13, told, "plain")
    page.next()
