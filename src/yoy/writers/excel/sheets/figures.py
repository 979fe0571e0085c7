"""The sheet of figures: every figure of each year beside its partner, with what became of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.language.tables.agreed import nil_last
from yoy.model import RowFormula
from yoy.writers.anchors import anchor_of_number
from yoy.writers.excel.rows.columns import (
    column,
    folded,
    identity_cells,
    identity_columns,
    index_columns,
    index_of,
    page_link,
    reviewer_columns,
    side_columns,
)
from yoy.writers.excel.rows.figure import FigureRow, decimals, in_sentence, relation_words
from yoy.writers.excel.rows.layout import Column, FreshRows, Row, Sheet
from yoy.writers.subjects import of_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.model import QuantityPair
    from yoy.writers.excel.rows.layout import Value
    from yoy.writers.excel.rows.source import Book, Facing

TONES = {
    "up": "up",
    "down": "down",
    "unchanged": "quiet",
    "added": "added",
    "removed": "removed",
    "incomparable": "doubt",
    "target_result": "target",
}


def _row(book: Book, facing: Facing, pair: QuantityPair, number: int) -> Row:
    figure = FigureRow(book, facing, pair)
    prior, current = figure.prior, figure.current
    growth, growth_format = figure.growth()
    shown, formats = figure.shown()
    difference, formats["difference_shown"] = figure.difference()
    old, new = f"value_{facing.pair.prior}", f"value_{facing.pair.current}"
    both = prior is not None and current is not None and pair.difference is not None
    ratio = both and not figure.in_points and pair.growth is not None
    before, after = prior.section if prior else None, current.section if current else None
    section = facing.section_link(before, after)
    cells: dict[str, Value] = {
        "index": index_of("figures", number),
        "comparison": facing.label,
        "section": facing.path(before, after),
        "section_number": facing.numbers_path(before, after),
        "indicator": pair.indicator,
        **shown,
        "unit_shown": figure.unit(),
        "difference_shown": difference,
        **figure.values(),
        "unit": pair.unit or "",
        "unit_note": figure.remarks(),
        "difference": pair.difference,
        "difference_formula": RowFormula(f"={{{new}}}-{{{old}}}") if both else None,
        "growth": growth,
        "growth_formula": RowFormula(f"=({{{new}}}-{{{old}}})/ABS({{{old}}})") if ratio else None,
        "flag": book.words.say("flagged") if figure.flagged else "",
        "relation": figure.relation(),
        "marks": figure.marks(),
        "quoted": figure.quoted.value if figure.quoted else None,
        "quoted_verdict": book.words.say(f"quoted_{figure.quoted.verdict}") if figure.quoted else "",
        "words_prior": in_sentence(facing.prior, prior),
        "words_current": in_sentence(facing.current, current),
        "places": facing.places(prior.span if prior else None, current.span if current else None),
        "confidence": pair.score if prior and current else None,
        "confirm": book.words.say("please_confirm") if pair.confirm else "",
        "grounds": figure.grounds(),
        **identity_cells(of_figures(facing.pair, pair, prior, current)),
    }
    formats |= {"growth": growth_format, "growth_formula": growth_format}
    if figure.quoted and isinstance(figure.quoted.value, Decimal):
        formats["quoted"] = decimals(figure.quoted.value)
    links = page_link(book, anchor_of_number(facing.pair.current, pair.id))
    if section:
        links["section_index"] = section
    return Row(
        key=pair.key,
        comparison=facing.label,
        fingerprint=str(cells["fingerprint"]),
        cells=cells,
        links=links,
        formats=formats,
    )


def _columns(book: Book) -> tuple[Column, ...]:
    words = book.words
    years = [
        (f"{kind}_{year}", heading) for kind in ("shown", "value") for year, heading in _headings(book, kind)
    ]
    looks = {name: Column(name=name, heading=heading, width=11, look="number") for name, heading in years}
    review = {one.name: one for one in reviewer_columns(words, pairing=True, page=None)}
    return (
        *index_columns(book),
        column(words, "section_number", 8, "center"),
        column(words, "indicator", 20, "strong"),
        *(one for name, one in looks.items() if name.startswith("shown_")),
        column(words, "unit_shown", 8, "center"),
        column(words, "difference_shown", 11, "signed"),
        column(words, "growth", 15, "percent"),
        column(words, "relation", 10, "center"),
        column(words, "marks", 6, "center"),
        column(words, "quoted", 11, "number"),
        column(words, "quoted_verdict", 8, "center"),
        column(words, "words_prior", 29),
        column(words, "words_current", 29),
        *(one for name, one in review.items() if name != "since"),
        *folded(
            *(one for name, one in looks.items() if name.startswith("value_")),
            column(words, "section", 20, "small_dark"),
            column(words, "unit", 9, "center"),
            column(words, "unit_note", 12, "small"),
            column(words, "difference", 13, "signed"),
            column(words, "difference_formula", 11, "formula"),
            column(words, "growth_formula", 10, "formula"),
            column(words, "flag", 10, "center"),
            column(words, "places", 17, "small"),
            column(words, "section_index", 8, "link"),
            column(words, "confidence", 8, "score"),
            column(words, "confirm", 10, "center"),
            column(words, "grounds", 30, "small"),
            review["since"],
        ),
        *identity_columns(book),
        *side_columns(words),
    )


def _headings(book: Book, kind: str) -> list[tuple[str, str]]:
    return [(year, value_heading(book, year, kind)) for year in book.years]


def value_heading(book: Book, report: str, kind: str = "value") -> str:
    """Heading of the column of a report's values, in base units or as they are shown."""
    return book.words.say(
        f"column_{kind}", report=book.words.say("year", year=report) if report.isdigit() else report
    )


def figures_sheet(book: Book) -> Sheet:
    """Every pair of figures, newest comparison first, in the order of the report, cells of zero last."""
    pairs = [
        (facing, pair)
        for facing in reversed(book.facings)
        for pair in nil_last(facing.pair.numbers, facing.prior.quantities, facing.current.quantities)
    ]

    def rows() -> Iterator[Row]:
        return (_row(book, facing, pair, number) for number, (facing, pair) in enumerate(pairs, 1))

    tones = {relation_words(book, relation): tone for relation, tone in TONES.items()}
    return Sheet(
        name="figures",
        title=book.words.say("sheet_figures"),
        intro=book.words.say("intro_figures", count=len(pairs)),
        columns=_columns(book),
        rows=FreshRows(rows),
        frozen=4 if book.many else 3,
        tones={
            "relation": tones,
            "flag": {book.words.say("flagged"): "flag"},
            "confirm": {book.words.say("please_confirm"): "doubt"},
            "quoted_verdict": {
                book.words.say("quoted_agrees"): "good",
                book.words.say("quoted_differs"): "bad",
                book.words.say("quoted_doubt"): "doubt",
            },
        },
    )
