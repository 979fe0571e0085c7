"""A printed page gives its paragraphs, tables and page numbers, in the order a person reads them."""

from __future__ import annotations

import pytest

from printing import Sheet, make_pdf, ruled
from yoy.errors import EncryptedError, ReadError, TooLargeError
from yoy.readers.child import run_child
from yoy.readers.pdf.read import read_pdf

LONG = "This line of a report is long enough to reach the right margin of the page and goes"


def lines(
    texts: list[str], *, left: float = 72, top: float = 100, size: float = 11, step: float = 16
) -> list[tuple[float, float, float, str]]:
    return [(left, top + step * index, size, text) for index, text in enumerate(texts)]


def test_wrapped_lines_are_one_paragraph_and_wide_gaps_part_two() -> None:
    page = Sheet([*lines([LONG, "on here."]), *lines([LONG, "to its end."], top=160)])
    assert read_pdf(make_pdf([page]), "a.pdf").text == f"{LONG} on here.\n{LONG} to its end."


def test_running_heads_and_page_numbers_are_set_apart() -> None:
    def page(number: int, *body: str) -> Sheet:
        return Sheet(
            [(72, 40, 9, "Annual Report 2018"), *lines([*body]), (290, 810, 9, f"- {number} -")],
        )

    made = read_pdf(
        make_pdf([page(1, LONG), page(2, "on over the page."), page(3, "Another page.")]), "a.pdf"
    )
    assert [span.of(made.text) for span in made.shell].count("Annual Report 2018") == 3
    assert "- 2 -" in {span.of(made.text) for span in made.shell}
    body = [line for line in made.text.split("\n") if line not in {span.of(made.text) for span in made.shell}]
    assert body == [f"{LONG} on over the page.", "Another page."]


def test_places_name_the_page() -> None:
    made = read_pdf(make_pdf([Sheet(lines(["One."])), Sheet(lines(["Two."]))]), "a.pdf")
    assert [(place.span.of(made.text), place.page) for place in made.places] == [("One.", 1), ("Two.", 2)]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"Left line number {n} of the page" for n in range(8)]
    right = [f"Right line number {n} of the page" for n in range(8)]
    page = Sheet([*lines(left), *lines(right, left=320)])
    text = read_pdf(make_pdf([page]), "a.pdf").text
    assert text.index("Left line number 7") < text.index("Right line number 0")


def test_dot_leaders_are_a_contents_list() -> None:
    page = Sheet(
        lines(["Contents", "1. Finance ........................ 3", "2. Housing ........................ 5"])
    )
    made = read_pdf(make_pdf([page]), "a.pdf")
    assert [span.of(made.text)[:10] for span in made.shell] == ["1. Finance", "2. Housing"]


def table(top: float, rows: list[list[str]]) -> Sheet:
    texts: list[tuple[float, float, float, str]] = [
        (80 + 150 * column, top + 15 + 20 * row, 10, text)
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
    ]
    width = len(rows[0])
    edges = [72 + 150 * column for column in range(width + 1)]
    return Sheet(texts, ruled([float(e) for e in edges], [top + 20 * row for row in range(len(rows) + 1)]))


def test_a_ruled_table_keeps_its_cells() -> None:
    made = read_pdf(make_pdf([table(100, [["Item", "2017", "2018"], ["Homes", "148", "187"]])]), "a.pdf")
    assert made.text == "Item\t2017\t2018\nHomes\t148\t187"
    assert (made.tables[0].header_rows, made.tables[0].header_columns) == (1, 1)


def test_a_table_over_two_pages_is_one_and_its_head_stands_once() -> None:
    head = ["Item", "2017", "2018"]
    first = table(600, [head, ["Homes", "148", "187"]])
    second = table(80, [head, ["Calls", "20", "30"]])
    made = read_pdf(make_pdf([first, second]), "a.pdf")
    assert made.text == "Item\t2017\t2018\nHomes\t148\t187\nCalls\t20\t30"
    assert len(made.tables) == 1
    assert [place.page for place in made.places] == [1, 1, 2]


def test_figures_in_columns_without_rules_are_a_table() -> None:
    rows = [
        ("", "2018", "2017"),
        ("Cash", "268,973", "274,663"),
        ("Loans", "12,620", "9,680"),
        ("Total", "281,593", "284,343"),
    ]
    page = Sheet(
        [
            (x, 100 + 16 * n, 10, text)
            for n, row in enumerate(rows)
            for x, text in zip((72, 300, 430), row, strict=True)
            if text
        ]
    )
    (made,) = read_pdf(make_pdf([page]), "a.pdf").tables
    assert [[cell.text for cell in row] for row in made.rows] == [list(row) for row in rows]


def test_heads_set_in_several_lines_are_one_and_a_group_may_stand_before_a_label() -> None:
    rows = [
        ("", "", "Net", "Written off"),
        ("", "Opening", "increase", "in the"),
        ("Class", "balance", "(note)", "year"),
        ("First", "268,973", "274,663", "12"),
        ("Second", "12,620", "9,680", "35"),
        ("Loans of | Third", "7,016", "(2,798)", "-"),
        ("Total", "288,609", "281,545", "47"),
    ]
    page = Sheet(
        [
            (x + 110 * place, 100 + 14 * n, 10, text)
            for n, row in enumerate(rows)
            for x, told in zip((72, 300, 400, 500), row, strict=True)
            for place, text in enumerate(told.split(" | "))
            if text
        ]
    )
    (made,) = read_pdf(make_pdf([page]), "a.pdf").tables
    assert [cell.text for cell in made.rows[0]] == [
        "Class",
        "Opening balance",
        "Net increase (note)",
        "Written off in the year",
    ]
    assert (made.header_rows, len(made.rows)) == (1, 5)


def test_divided_words_are_whole_again() -> None:
    page = Sheet(
        lines(
            [
                "The management of the harbour was approved by the council in its spring ses-",
                "sion, and the session ended.",
            ]
        )
    )
    assert "spring session, and the session" in read_pdf(make_pdf([page]), "a.pdf").text


def test_hyphens_that_belong_to_a_word_stay() -> None:
    page = Sheet(
        lines(
            [
                "The council issued four hundred fines in that year, nearly all of them for fly-",
                "tipping on the quay.",
            ]
        )
    )
    assert "for fly-tipping on" in read_pdf(make_pdf([page]), "a.pdf").text


def test_a_password_is_named() -> None:
    with pytest.raises(EncryptedError) as caught:
        read_pdf(make_pdf([Sheet(lines(["Secret."]))], encrypted=True), "a.pdf")
    assert caught.value.slug == "encrypted_file"


def test_a_stated_title_counts_only_where_the_text_bears_it_out() -> None:
    page = Sheet(lines(["Annual Report 2018", "Text."]))
    assert read_pdf(make_pdf([page], title="Annual Report 2018"), "a.pdf").title == "Annual Report 2018"
    assert read_pdf(make_pdf([page], title="Microsoft Word - draft3"), "a.pdf").title == ""


def test_a_child_that_dies_or_hangs_is_an_error() -> None:
    with pytest.raises(ReadError) as caught:
        run_child("yoy.no_such_module", b"", "a.pdf")
    assert caught.value.slug == "reader_died"
    with pytest.raises(TooLargeError) as slow:
        run_child("timeit", b"", "a.pdf", arguments=("-n", "1", "import time; time.sleep(30)"), stall=0.5)
    assert slow.value.slug == "too_slow"


def rising(*parts: tuple[str, float]) -> str:
    """A line of 11 points; parts with a rise are set in 6.5 points so many points above it."""
    return "".join(
        f"/F1 {6.5 if rise else 11} Tf {rise} Ts ({text}) Tj "
        for text, rise in ((text.replace("(", "\\(").replace(")", "\\)"), rise) for text, rise in parts)
    )


def test_raised_digits_stay_apart_from_the_figures_before_them() -> None:
    first = rising(
        ("closed 2156", 0), ("2", 4), (" cases over 120 km", 0), ("2", 4), (", 35 t", 0), ("(3)", 4)
    )
    second = rising(
        ("CO", 0), ("2", -2), (" fell; CO", 0), ("2", -2), ("35 fines of 10", 0), ("6", 4), (" dollars", 0)
    )
    text = read_pdf(make_pdf([Sheet([], code=f"BT 72 700 Td {first} 0 -40 Td {second} ET")]), "a.pdf").text
    assert text == "closed 2156² cases over 120 km², 35 t(³)\nCO2 fell; CO₂35 fines of 10⁶ dollars"


def test_digits_over_a_bar_on_the_line_are_a_fraction() -> None:
    words = [
        (72.0, 222.0, 11.0, "About"),
        (106.0, 215.5, 11.0, "1"),
        (106.0, 229.0, 11.0, "3"),
        (117.0, 222.0, 11.0, "of the firms"),
    ]
    made = read_pdf(make_pdf([Sheet(words, [(105, 218.3, 114, 218.3)])]), "a.pdf")
    assert made.text == "About 1/3 of the firms"


def test_a_sum_under_a_rule_is_no_fraction() -> None:
    words = [
        (72.0, 200.0, 11.0, "Cases"),
        (300.0, 200.0, 11.0, "12"),
        (72.0, 216.0, 11.0, "Total"),
        (300.0, 216.0, 11.0, "34"),
    ]
    text = read_pdf(make_pdf([Sheet(words, [(298, 203, 316, 203)])]), "a.pdf").text
    assert "/" not in text


def test_print_without_height_is_left_out_and_said_so() -> None:
    flat = "\n".join(f"q 1 0 0 0 0 0 cm BT /F1 11 Tf 72 {650 - n} Td (Zero 345) Tj ET Q" for n in range(3))
    made = read_pdf(make_pdf([Sheet(lines(["Report 2018."]), code=flat)]), "a.pdf")
    assert made.text == "Report 2018."
    assert [note.code for note in made.notes] == ["unseen_text"]


def heads_of(*heads: tuple[tuple[int, str], ...]) -> list[list[tuple[str, int]]]:
    """The head rows, with how many columns each cell spans, that lines over two columns of figures make."""
    body = [("Cash", "268,973", "274,663"), ("Loans", "12,620", "9,680"), ("Total", "281,593", "284,343")]
    lines = [*heads, *(tuple(zip((72, 300, 430), row, strict=True)) for row in body)]
    texts = [(float(x), 100.0 + 16 * n, 10.0, text) for n, line in enumerate(lines) for x, text in line]
    (made,) = read_pdf(make_pdf([Sheet(texts)]), "a.pdf").tables
    return [[(cell.text, cell.column_span) for cell in row] for row in made.rows[: made.header_rows]]


def test_a_head_of_the_entity_stands_over_all_columns_another_over_its_own() -> None:
    years = ((300, "2018"), (430, "2017"))
    assert heads_of(((358, "The Group"),), years) == [
        [("", 1), ("The Group", 2)],
        [("", 1), ("2018", 1), ("2017", 1)],
    ]
    words = ((300, "year"), (430, "year"))
    assert heads_of(((305, "Closing"),), words) == [[("", 1), ("Closing year", 1), ("year", 1)]]
