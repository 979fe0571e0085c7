"""Automatic numbers of Word as they are printed."""

from __future__ import annotations

import pytest

from yoy.readers.docx.numbering import format_number


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (11, "chineseCountingThousand", "十一"),
        (20, "japaneseCounting", "二十"),
        (105, "chineseCounting", "一百零五"),
        (110, "chineseCounting", "一百一十"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (12, "ideographDigital", "一二"),
        (3, "ideographTraditional", "丙"),
        (4, "decimalEnclosedCircleChinese", "④"),
        (7, "decimalZero", "07"),
        (14, "lowerRoman", "xiv"),
        (28, "upperLetter", "BB"),
        (22, "ordinal", "22nd"),
        (5, "decimalFullWidth", "５"),
        (6, "somethingNew", "6"),
    ],
)
def test_number_formats(value: int, form: str, expected: str) -> None:
    assert format_number(value, form) == expected
