"""Formulas of people, made independent of where the columns stand."""

from __future__ import annotations

import pytest

from yoy.review.formulas import portable

NAMES = {2: "value_2017", 3: "value_2018", 4: "own:核定数"}


@pytest.mark.parametrize(
    ("formula", "template"),
    [
        ("=C5-B5", "={value_2018}-{value_2017}"),
        ("=$C$5/B5", "={value_2018}/{value_2017}"),
        ('=IF(D5>0,"C5",B5)', '=IF({own:核定数}>0,"C5",{value_2017})'),
        ("=ROUND(C5*1.5,2)", "=ROUND({value_2018}*1.5,2)"),
        ("=1+1", "=1+1"),
    ],
)
def test_columns_are_called_by_their_names(formula: str, template: str) -> None:
    made = portable(formula, 5, NAMES)
    assert made is not None
    assert made.template == template


@pytest.mark.parametrize(
    "formula", ["=B6", "=SUM(B5:C5)", "=Sheet2!B5", "='其他 表'!B5", "=[1]x!B5", "=E5", "={1,2}"]
)
def test_what_reaches_beyond_its_row_cannot_be_carried(formula: str) -> None:
    assert portable(formula, 5, NAMES) is None
