"""Cells at known rows and columns made into rows."""

from __future__ import annotations

from yoy.readers.layout.grids import Placed, grid_rows


def placed(row: int, column: int, text: str, height: int = 1, width: int = 1) -> Placed:
    return Placed(row=row, column=column, height=height, width=width, text=text)


def texts(cells: list[Placed], height: int) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in grid_rows(cells, height)]


def test_gaps_are_empty_cells() -> None:
    assert texts([placed(0, 0, "项目"), placed(0, 1, "数"), placed(1, 1, "5")], 2) == [
        ["项目", "数"],
        ["", "5"],
    ]


def test_a_column_that_no_cell_needs_goes() -> None:
    cells = [
        placed(0, 0, "项目", width=2),
        placed(0, 2, "数"),
        placed(1, 0, "收入", width=2),
        placed(1, 2, "5"),
    ]
    assert texts(cells, 2) == [["项目", "数"], ["收入", "5"]]


def test_what_a_tall_cell_covers_is_not_filled() -> None:
    rows = grid_rows([placed(0, 0, "合并", height=2), placed(0, 1, "1"), placed(1, 1, "2")], 2)
    assert [[cell.text for cell in row.cells] for row in rows] == [["合并", "1"], ["2"]]
    assert rows[0].cells[0].row_span == 2


def test_rows_know_their_pages() -> None:
    rows = grid_rows([placed(0, 0, "a"), placed(1, 0, "b")], 2, [3, 4])
    assert [row.page for row in rows] == [3, 4]
