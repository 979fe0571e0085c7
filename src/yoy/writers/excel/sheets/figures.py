"""The sheet of figures: every figure of each year beside its partner, with what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.model import RowFormula
from yoy.writers.anchors import anchor_of_number
from yoy.writers.excel.rows.columns import (
    column,
    identity_cells,
    identity_columns,
    index_columns,
    index_of,
    page_link,
    reviewer_columns,
    side_columns,
)
from yoy.writers.excel.rows.figure import FigureRow, in_sentence, relation_words
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
    old, new = f"value_{facing.pair.prior}", f"value_{facing.pair.current}"
    both = prior is not None and current is not None and pair.difference is not None
    ratio = both and not figure.in_points and pair.growth is not None
    before, after = prior.section if prior else None, current.section if current else None
    section = facing.section_link(before, after)
    cells: dict[str, Value] = {
        "index": index_of("figures", number),
        "comparison": facing.label,
        "section": facing.path(before, after),
        "indicator": pair.indicator,
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
    formats = {"growth": growth_format, "growth_formula": growth_format}
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
    values = tuple(
        Column(name=f"value_{year}", heading=value_heading(book, year), width=13, look="number")
        for year in book.years
    )
    return (
        *index_columns(book),
        column(words, "section", 18, "small_dark"),
        column(words, "indicator", 26, "strong"),
        *values,
        column(words, "unit", 9, "center"),
        column(words, "unit_note", 12, "small"),
        column(words, "difference", 13, "signed"),
        column(words, "difference_formula", 11, "formula", page=None),
        column(words, "growth", 15, "percent"),
        column(words, "growth_formula", 10, "formula", page=None),
        column(words, "flag", 10, "center"),
        column(words, "relation", 12, "center"),
        column(words, "marks", 7, "center"),
        column(words, "quoted", 14, "number"),
        column(words, "quoted_verdict", 8, "center"),
        column(words, "words_prior", 36, page=1),
        column(words, "words_current", 36, page=1),
        column(words, "places", 17, "small", page=1),
        *reviewer_columns(words, pairing=True, page=1),
        column(words, "section_index", 8, "link", page=None),
        column(words, "confidence", 8, "score", page=None),
        column(words, "confirm", 10, "center", page=None),
        column(words, "grounds", 30, "small", page=None),
        *identity_columns(book),
        *side_columns(words),
    )


def value_heading(book: Book, report: str) -> str:
    """Heading of the column of a report's values."""
    return book.words.say(
        "column_value", report=book.words.say("year", year=report) if report.isdigit() else report
    )


def figures_sheet(book: Book) -> Sheet:
    """Every pair of figures, newest comparison first, in the order of the report."""
    pairs = [(facing, pair) for facing in reversed(book.facings) for pair in facing.pair.numbers]

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
