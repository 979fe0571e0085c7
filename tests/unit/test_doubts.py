"""A doubt of the reading is shown by every output: beside figures, and beside numbers set aside."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from builder import build_comparison
from html_reading import parse
from yoy.lexicon import phrase
from yoy.model import Comparison, Doubt
from yoy.writers.excel.write import write_workbook
from yoy.writers.html.write import write_html
from yoy.writers.options import WriteOptions
from yoy.writers.terminal.values import print_figures

CODE: Doubt = "line_end"
SAID = phrase("terms", "in_doubt", "zh", why=phrase("terms", f"doubt_{CODE}", "zh"))


@pytest.fixture
def figure() -> Comparison:
    """A comparison with a doubt in one figure of the current report."""
    made = build_comparison()
    name = next(pair.current for pair in made.pairs[-1].numbers if pair.prior and pair.current)
    report = made.reports[-1]
    quantities = tuple(replace(q, doubt=CODE) if q.id == name else q for q in report.figures.quantities)
    return _with_last(made, quantities=quantities)


@pytest.fixture
def aside() -> Comparison:
    """A comparison with a doubt in one number that is set aside."""
    made = build_comparison()
    first, *others = made.reports[-1].figures.set_aside
    return _with_last(made, set_aside=(replace(first, doubt=CODE), *others))


def _with_last(made: Comparison, **figures: object) -> Comparison:
    last = made.reports[-1]
    changed = replace(last, figures=replace(last.figures, **figures))  # type: ignore[arg-type]
    return replace(made, reports=(*made.reports[:-1], changed))


def cells(comparison: Comparison, sheet: str) -> str:
    stream = io.BytesIO()
    write_workbook(comparison, stream, WriteOptions())
    rows = load_workbook(stream)[sheet].iter_rows(values_only=True)
    return "\n".join(str(value) for row in rows for value in row if value is not None)


def page(comparison: Comparison, view: str) -> str:
    stream = io.BytesIO()
    write_html(comparison, stream, WriteOptions())
    tree = parse(stream.getvalue())
    return "\n".join(e.text() for e in tree.walk() if e.attrs.get("data-view") == view and e.tag == "section")


def test_the_workbook_shows_the_doubt_of_a_figure(figure: Comparison) -> None:
    assert SAID in cells(figure, "指标变动")


def test_the_workbook_shows_the_doubt_of_a_number_set_aside(aside: Comparison) -> None:
    assert SAID in cells(aside, "未列数字")


def test_the_page_shows_the_doubt_of_a_figure(figure: Comparison) -> None:
    assert SAID in page(figure, "figures")


def test_the_page_shows_the_doubt_of_a_number_set_aside(aside: Comparison) -> None:
    assert SAID in page(aside, "asides")
    assert phrase("html", "in_doubt", "zh", count=1) in page(aside, "asides")


def test_the_terminal_shows_both(
    figure: Comparison, aside: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    for comparison in (figure, aside):
        screen = io.StringIO()
        monkeypatch.setattr("sys.stdout", screen)
        report = comparison.reports[-1]
        print_figures(report.outline, report.figures)
        shown = "".join(screen.getvalue().split())
        assert SAID[:6] in shown
