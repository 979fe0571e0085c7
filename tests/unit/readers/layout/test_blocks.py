"""Paragraphs and grids put together as text, tables and places."""

from __future__ import annotations

import pytest

from yoy.readers.layout.blocks import Grid, Paragraph, assemble, join_lines
from yoy.readers.layout.rows import GridCell, GridRow


def rows(*lines: str) -> list[GridRow]:
    return [GridRow(cells=tuple(GridCell(text=cell) for cell in line.split("|"))) for line in lines]


def test_a_line_that_opens_a_new_table_in_the_same_frame_is_its_caption() -> None:
    def banner(text: str) -> GridRow:
        return GridRow(cells=(GridCell(text=text, column_span=2),))

    grid = Grid(
        rows=(
            banner("第（一）项"),
            *rows("内容|数量", "规章|0"),
            banner("第（五）项"),
            *rows("内容|处理数", "许可|9"),
        )
    )
    first, second = assemble([grid]).tables
    assert (first.caption, second.caption) == ("第（一）项", "第（五）项")
    assert (second.header_rows, len(second.rows)) == (2, 3)


def test_empty_rows_vanish_and_spans_shrink_with_them() -> None:
    tall = GridRow(cells=(GridCell(text="合并", row_span=3), GridCell(text="1")))
    grid = Grid(rows=(tall, GridRow(cells=(GridCell(text=""),)), *rows("2")))
    made = assemble([Paragraph(text="前"), grid])
    assert made.text == "前\n合并\t1\n2"
    assert made.tables[0].rows[0][0].row_span == 2


def test_places_count_paragraphs_and_carry_pages() -> None:
    made = assemble(
        [
            Paragraph(text="甲", page=1),
            Paragraph(text="- 1 -", page=1, furniture=True),
            Paragraph(text="乙", page=2),
        ]
    )
    assert [(place.page, place.paragraph) for place in made.places] == [(1, 1), (1, None), (2, 2)]
    assert [span.of(made.text) for span in made.shell] == ["- 1 -"]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("商业", "企业"), "商业企业"),
        (("two", "words"), "two words"),
        (("共", "20 项"), "共20 项"),
        (("", "甲"), "甲"),
    ],
)
def test_lines_of_a_cell(lines: tuple[str, ...], joined: str) -> None:
    assert join_lines(lines) == joined
