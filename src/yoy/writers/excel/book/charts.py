"""The pictures of the summary: bars of changes by section, lines of indicators over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.chart import BarChart, LineChart, Reference, Series
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties

from yoy.writers.excel.book.cells import clean
from yoy.writers.excel.book.styles import FAMILY, LINE, NAVY, SLATE
from yoy.writers.excel.rows.layout import HEADER_ROW

if TYPE_CHECKING:
    from typing import Any

    from yoy.writers.excel.book.grid import Page
    from yoy.writers.excel.rows.layout import Row, Sheet
    from yoy.writers.excel.rows.source import Book

FIGURES_COLOUR, TEXTS_COLOUR = "1F5FA8", "E0A030"
LINE_COLOURS = ("1F5FA8", "B3541E", "0B6B4F", "6A3FA0", "8E1B14", "4F6272")
SMALL_TEXT = 10
"""Points: 8 on paper."""
SMALL = 20
"""Below this a change of one is a large rate and no news."""
CHART_ROWS = 13
"""Rows that a small chart stands in."""
CHARTS = 6
"""How many indicators are drawn."""


def _text(lang: str, size: int, colour: str = SLATE, *, bold: bool = False) -> RichText:
    font = Font(typeface=FAMILY[lang])
    look = CharacterProperties(sz=size * 100, b=bold, solidFill=colour, latin=font, ea=font)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])


def _dress(chart: Any, lang: str, title: str) -> None:
    """Give a chart the workbook's font, quiet lines and a small title."""
    chart.title = title
    look = CharacterProperties(
        sz=1100, b=True, solidFill=NAVY, latin=Font(typeface=FAMILY[lang]), ea=Font(typeface=FAMILY[lang])
    )
    for paragraph in chart.title.tx.rich.p:
        paragraph.pPr = ParagraphProperties(defRPr=look)
        for run in paragraph.r or ():
            run.rPr = look
    chart.title.overlay = False
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
        axis.txPr = _text(lang, SMALL_TEXT)
        axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=LINE))
    if chart.y_axis.majorGridlines is not None:
        chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=LINE))
    chart.graphical_properties = GraphicalProperties(ln=LineProperties(noFill=True))
    chart.roundedCorners = False


def changes_chart(page: Page, book: Book, first: int, last: int) -> None:
    """Bars of the changed figures and texts of each section, beside the rows `first` to `last`."""
    worksheet, lang = page.pen.worksheet, book.words.lang
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 45
    for column, colour in ((6, FIGURES_COLOUR), (7, TEXTS_COLOUR)):
        series = Series(
            Reference(worksheet, min_col=column, min_row=first, max_row=last),
            title_from_data=False,
            title=str(worksheet.cell(first - 1, column).value),
        )
        series.graphicalProperties = GraphicalProperties(solidFill=colour, ln=LineProperties(noFill=True))
        chart.series.append(series)
    chart.set_categories(Reference(worksheet, min_col=2, min_row=first, max_row=last))
    _dress(chart, lang, book.words.say("chart_changes"))
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.number_format = "0"
    chart.y_axis.crosses = "max"
    chart.legend.position = "b"
    chart.legend.txPr = _text(lang, SMALL_TEXT)
    chart.width, chart.height = 15.2, 8.2  # type: ignore[assignment]  # centimetres, not whole ones
    worksheet.add_chart(chart, f"H{first - 1}")


def _interest(row: Row) -> tuple[int, int, float]:
    """What makes a series worth a picture: many years, figures that aren't tiny, and a large change."""
    values = [value for name, value in row.cells.items() if name.startswith("value_") and value is not None]
    growth = row.cells.get("growth")
    enough = bool(values) and min(abs(float(str(value))) for value in values) >= SMALL
    return int(str(row.cells["years_known"])), enough, abs(float(str(growth))) if growth else 0.0


def series_charts(page: Page, book: Book, sheet: Sheet, title: str) -> None:
    """Small lines, one an indicator, three to a row."""
    worksheet = page.pen.worksheet
    source = worksheet.parent[title]  # type: ignore[index]
    years = len(book.years)
    ranked = sorted(range(len(sheet.rows)), key=lambda at: _interest(sheet.rows[at]), reverse=True)[:CHARTS]
    if not ranked:
        return
    deep = (len(ranked) + 2) // 3 * CHART_ROWS
    page.heading(book.words.say("block_series"), 2, 13, needs=deep * 12.75 + 30)
    top = page.row
    for place, at in enumerate(sorted(ranked)):
        row, cells = HEADER_ROW + 1 + at, sheet.rows[at].cells
        chart = LineChart()
        series = Series(
            Reference(source, min_col=3, max_col=2 + years, min_row=row), title=clean(str(cells["indicator"]))
        )
        colour = LINE_COLOURS[place % len(LINE_COLOURS)]
        series.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=colour, w=28_000))
        series.marker.symbol, series.marker.size = "circle", 7
        series.marker.graphicalProperties = GraphicalProperties(
            solidFill=colour, ln=LineProperties(solidFill=colour)
        )
        series.smooth = False
        series.dLbls = DataLabelList(
            showVal=True, showSerName=False, showCatName=False, showLegendKey=False, dLblPos="t"
        )
        series.dLbls.txPr = _text(book.words.lang, SMALL_TEXT)
        chart.series.append(series)
        chart.set_categories(Reference(source, min_col=3, max_col=2 + years, min_row=HEADER_ROW))
        _dress(
            chart,
            book.words.lang,
            clean(book.words.say("chart_line", indicator=cells["indicator"], unit=cells["unit"])),
        )
        chart.legend = None
        chart.y_axis.number_format = "#,##0.##"
        chart.layout = Layout(
            manualLayout=ManualLayout(x=0.12, y=0.2, w=0.83, h=0.62, xMode="edge", yMode="edge")
        )
        chart.width, chart.height = 9.6, 5.6  # type: ignore[assignment]  # the same
        worksheet.add_chart(chart, f"{'BFJ'[place % 3]}{top + (place // 3) * CHART_ROWS}")
    page.next(deep)
