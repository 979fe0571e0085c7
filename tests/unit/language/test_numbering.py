"""Numbers that open a heading."""

from __future__ import annotations

import pytest

from yoy.language.numbering import numbering, styles


@pytest.mark.parametrize(
    ("line", "style", "number"),
    [
        ("一、主要工作", "hanzi", "一、"),
        ("（二）加强监督", "hanzi_bracket", "（二）"),
        ("(二) 加强监督", "hanzi_bracket", "(二)"),
        ("3．推进公开", "arabic", "3．"),
        ("第三章 财务", "chapter", "第三章"),
        ("PART II", "part_en", "PART II"),
        ("Item 7. Discussion", "item", "Item 7."),
    ],
)
def test_a_number_is_read_with_its_style(line: str, style: str, number: str) -> None:
    found = numbering(line, 0, len(line))
    assert found is not None
    assert (found.style.name, found.number) == (style, number)


@pytest.mark.parametrize("line", ["主要工作", "1.5万人参加活动", "三是个数", "一、", "2018年工作"])
def test_what_opens_no_heading(line: str) -> None:
    found = numbering(line, 0, len(line))
    assert found is None or found.style.name not in ("hanzi", "arabic", "decimal")


def test_chapters_are_more_general_than_what_is_counted_within_them() -> None:
    rank = {style.name: style.rank for style in styles()}
    assert (
        rank["part"]
        < rank["chapter"]
        < rank["section"]
        < rank["hanzi"]
        < rank["hanzi_bracket"]
        < rank["arabic"]
    )
