"""Values as the JSON output writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from findings_by_hand import REPORT, finding
from yoy.model import Note, Span
from yoy.writers.plain import figures_of, finding_of, note_of, plain_decimal


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("558", "558"),
        ("5.580E+2", "558"),
        ("-0.0396", "-0.0396"),
        ("1E-7", "0.0000001"),
        ("-0", "0"),
        ("0.10", "0.1"),
    ],
)
def test_numbers_are_plain_decimals(value: str, text: str) -> None:
    assert plain_decimal(Decimal(value)) == text


def test_nothing_is_null() -> None:
    assert plain_decimal(None) is None


def test_a_figure_has_its_place_and_its_printed_form() -> None:
    first = figures_of(REPORT.figures)["quantities"][0]
    assert REPORT.text[first["start"] : first["end"]] == first["surface"] == "558项"
    assert (first["value"], first["unit"], first["indicator"]) == ("558", "项", "审批事项总数")


def test_a_finding_and_a_note_hold_codes_and_no_words() -> None:
    made = finding_of(finding("ratio", "inconsistent", code="ratio_differs"))
    assert (made["check"], made["verdict"], made["code"]) == ("ratio", "inconsistent", "ratio_differs")
    note = note_of(Note(stage="outline", code="no_headings", span=Span(0, 10)))
    assert (note["code"], note["span"]) == ("no_headings", [0, 10])
