from __future__ import annotations

from yoy.writers.docx.ends import settled
from yoy.writers.docx.items import Break, Grid, GridRow, Item, Range, Text

TABLE = Grid((GridRow((), "both"),), (1,))
STANDS = Break("both", "Normal", "Normal")
GOES = Break("del", "Heading1", "Heading1")
COMES = Break("ins", "Heading2", "Heading2")


def ends(items: list[Item]) -> list[tuple[str, str, str]]:
    return [(item.mark, item.style, item.was) for item in items if isinstance(item, Break)]


def text(mark: str, move: str | None = None) -> Text:
    return Text("文", mark, move=move)  # type: ignore[arg-type]


def test_before_a_table_an_inserted_paragraph_takes_the_end_before_it() -> None:
    made = settled([text("both"), STANDS, text("ins"), COMES, TABLE])
    assert ends(made)[:2] == [("ins", "Normal", "Normal"), ("both", "Heading2", "Normal")]


def test_a_deleted_one_leaves_the_style_of_what_stays() -> None:
    made = settled([text("both"), STANDS, text("del"), GOES, TABLE])
    assert ends(made)[:2] == [("del", "Normal", "Normal"), ("both", "Normal", "Heading1")]


def test_a_deleted_and_an_inserted_one_share_their_end() -> None:
    made = settled([text("both"), STANDS, text("del"), GOES, text("ins"), COMES])
    assert ends(made) == [("both", "Normal", "Normal"), ("both", "Heading2", "Heading1")]


def test_tables_that_touch_are_kept_apart() -> None:
    made = settled([TABLE, TABLE])
    assert [type(item).__name__ for item in made] == ["Grid", "Break", "Grid", "Break"]


def test_a_document_ends_in_a_paragraph() -> None:
    assert ends(settled([])) == ends(settled([TABLE])) == [("both", "Normal", "Normal")]


def test_a_range_reaches_from_the_first_to_the_last_of_a_move() -> None:
    moved_end = Break("del", "Normal", "Normal", "move1")
    items: list[Item] = [text("from", "move1"), text("del", "move1"), moved_end, text("both"), STANDS]
    made = settled([*items, text("to", "move1"), STANDS])
    kinds = [(item.mark, item.opens) if isinstance(item, Range) else type(item).__name__ for item in made]
    assert kinds == [
        ("from", True),
        *("Text", "Text", "Break"),
        ("from", False),
        *("Text", "Break"),
        *(("to", True), "Text", ("to", False), "Break"),
    ]
