"""Text made safe for a cell."""

from __future__ import annotations

import pytest

from yoy.writers.excel.book.cells import (
    BREAK_LIMIT,
    CELL_LIMIT,
    clean,
    fit,
    fit_runs,
    length,
    line_width,
    sheet_title,
)
from yoy.writers.excel.rows.layout import Rich, Run


def note(full: int) -> str:
    return f"（全文{full}字）"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("推进公开", "推进公开"),
        ("a\tb", "a │ b"),
        ("\x0b", "␋"),
        ("\x7f", "␡"),
        ("\u202e倒", "⟨202E⟩倒"),
        ("_x0041_", "_x005F_x0041_"),
        ("两\n行", "两\n行"),
    ],
)
def test_what_a_workbook_cannot_hold_is_seen(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_a_long_text_is_cut_and_says_so() -> None:
    made = fit("字" * (CELL_LIMIT + 10), note)
    assert length(made) == CELL_LIMIT
    assert made.endswith(note(CELL_LIMIT + 10))


def test_characters_beyond_the_first_plane_count_twice_and_are_not_cut_in_two() -> None:
    made = fit("𠮷" * CELL_LIMIT, note)
    assert length("𠮷") == 2
    assert length(made) <= CELL_LIMIT
    made.encode("utf-8")


def test_more_line_breaks_than_excel_draws_become_blanks() -> None:
    text = "\n".join("行" for _ in range(BREAK_LIMIT + 20))
    made = fit(text, note)
    assert made.count("\n") <= BREAK_LIMIT
    assert made.count("行") == BREAK_LIMIT + 20


def test_text_of_several_looks_keeps_them_while_it_fits() -> None:
    rich = Rich((Run("原", "deleted"), Run("", "plain"), Run("新", "inserted")))
    assert fit_runs(rich, note).runs == (Run("原", "deleted"), Run("新", "inserted"))
    assert len(fit_runs(Rich((Run("字" * CELL_LIMIT), Run("尾", "inserted"))), note).runs) == 1


def test_names_of_tabs_are_allowed_short_and_their_own() -> None:
    taken: set[str] = set()
    first, second = sheet_title("意见[1]/2017:2018*", taken), sheet_title("意见[1]/2017:2018*", taken)
    assert first != second
    assert not set("[]/:*?\\") & set(first + second)
    assert len(sheet_title("很长的名字" * 20, taken)) <= 31
    assert sheet_title("", taken)


def test_a_hanzi_is_as_wide_as_two_letters() -> None:
    assert (line_width("abc"), line_width("公开"), line_width("a公")) == (3, 4, 3)
