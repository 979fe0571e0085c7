"""The year of figures in English prose that tells of several years at once."""

from __future__ import annotations

import pytest

from checked_reports import report


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (
            "Repair costs for fiscal years 2018, 2017 and 2016 were $84 million, $61 million, and $49 million, respectively.",
            {"$84 million": "2018", "$61 million": "2017", "$49 million": "2016"},
        ),
        (
            "If rates rose by 10% as of June 30, 2018 and June 30, 2017, the loss would have been $12 million and "
            "$11 million higher, respectively.",
            {"$12 million": "2018", "$11 million": "2017"},
        ),
        (
            "As of June 30, 2018 and June 30, 2017, the pool stood at $43 million, held by the harbour and ferry funds "
            "with $40 million and $3 million, respectively.",
            {"$43 million": "2018", "$40 million": "2018", "$3 million": "2018"},
        ),
        (
            "Two carriers made up 14% and 11% of the freight owed to us as of December 31, 2017.",
            {"14%": "2017", "11%": "2017"},
        ),
        (
            "In 2018, bonds of $25 million were sold, payable as of demand until 2031.",
            {"$25 million": "2018"},
        ),
    ],
    ids=["years before the figures", "days before", "days used up", "one day behind", "no balance"],
)
def test_year_of_figures(text: str, years: dict[str, str]) -> None:
    found = {q.surface: q.period for q in report(text, 2018, language="en").figures.quantities}
    assert {surface: found[surface] for surface in years} == years
