from __future__ import annotations

from text_reports import report_of
from yoy.writers.docx.sides import Side


def side(text: str) -> Side:
    return Side(report_of(text), "current")


def test_lines_that_wrap_are_joined() -> None:
    made = side("一、总体情况\n全年办理来信来访三百余件，比上年有所减\n少，件件有回音。")
    assert [made.shown(unit.start, unit.end) for unit in made.units][1:] == [
        "全年办理来信来访三百余件，比上年有所减少，件件有回音。"
    ]


def test_blanks_are_single() -> None:
    made = side("一、总体情况\n来信　　来访\t有所减少。")
    unit = made.units[-1]
    assert made.shown(unit.start, unit.end) == "来信 来访 有所减少。"


def test_what_no_file_of_word_holds_is_left_out() -> None:
    made = side("一、总体情况\n来信\x07来访有所减少。")
    unit = made.units[-1]
    assert made.shown(unit.start, unit.end) == "来信来访有所减少。"


def test_a_heading_is_one_where_it_stands_alone() -> None:
    alone = side("一、总体情况\n（一）优化服务\n来信来访有所减少。")
    assert [unit.style for unit in alone.units] == ["Heading1", "Heading2", "Normal"]
    run_in = side("一、总体情况\n（一）优化服务。来信来访有所减少。")
    assert {unit.style for unit in run_in.units[1:]} == {"Normal"}


def test_sentences_of_a_paragraph_belong_together() -> None:
    made = side("一、总体情况\n来信有所减少。来访有所增加。\n电话持平。")
    assert [unit.before for unit in made.units] == ["fresh", "break", "", "break"]
    assert list(made.paragraph(1)) == [1, 2]


def test_units_are_found_by_what_they_hold() -> None:
    text = "一、总体情况\n来信有所减少。"
    made = side(text)
    assert made.unit_at(text.index("减少")) == 1
    assert made.unit_at(len(text) + 5) is None
