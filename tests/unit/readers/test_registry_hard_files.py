"""Files whose figures stand in odd places: each is read right or not at all, and what isn't read is said."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from hard_files import Hard, hard_docx, hard_html, hard_pdf
from yoy.options import Options
from yoy.pipeline import analyse
from yoy.readers.registry import read

if TYPE_CHECKING:
    from pathlib import Path

    from yoy.model import Report


@pytest.fixture(params=["docx", "html", "pdf"])
def hard(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Hard, Report]:
    """A file of each kind and what was read of it."""
    made = (
        hard_docx(tmp_path)
        if request.param == "docx"
        else hard_html()
        if request.param == "html"
        else hard_pdf()
    )
    file = tmp_path / made.name
    file.write_bytes(made.content)
    return made, analyse(read(file), "2018", Options())


def test_each_figure_stands_in_the_text(hard: tuple[Hard, Report]) -> None:
    made, report = hard
    assert [surface for surface, _, _ in made.figures if surface not in report.text] == []


def test_no_figure_is_read_as_another(hard: tuple[Hard, Report]) -> None:
    made, report = hard
    wanted = {Decimal(value) for _, value, _ in made.figures}
    assert [q.surface for q in report.figures.quantities if q.value not in wanted] == []


def test_what_is_not_read_is_a_note(hard: tuple[Hard, Report]) -> None:
    made, report = hard
    assert {note.code for note in report.document.notes} >= made.notes
