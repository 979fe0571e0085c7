"""What a year begins with, takes in, gives out and ends with."""

from __future__ import annotations

import pytest

from judging import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上年结转29件，新收938件，办结941件，结转下年26件。", ["consistent 26件 = 29 + 938 - 941"]),
        ("上年结转29件，新收938件，办结941件，结转下年27件。", ["inconsistent 27件 = 29 + 938 - 941"]),
        ("年初结转和结余120.50万元，本年收入1,100.00万元，本年支出1,180.00万元，年末结转和结余40.50万元。", ["consistent 40.50万元 = 1205000 + 11000000 - 11800000"]),
        ("年初结转和结余120.50万元，本年收入1,100.00万元，本年支出1,180.00万元，年末结转和结余45.50万元。", ["inconsistent 45.50万元 = 1205000 + 11000000 - 11800000"]),
        ("年初应收款余额320万元，本年增加150万元，本年收回180万元，年末应收款余额390万元。", ["inconsistent 390万元 = 3200000 + 1500000 - 1800000"]),
        ("上年结转29件，新收938件，办结941件，结转下年约30件。", []),
        ("上年结转29件，新收938件，受理905件，办结941件，答复920件，结转下年30件。", []),
    ],
)  # fmt: skip
def test_flows(text: str, expected: list[str]) -> None:
    assert said(text, "sum") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "上年结转29件，新收938件，办结941件，结转下年26件，新收10件。",
            ["consistent 26件 = 29 + 938 - 941"],
        ),
        ("上年结转29件，上年结转19件，新收938件，办结941件，结转下年27件。", []),  # two openings
        ("年初存货余额320万元，本年收入150万元，本年支出180万元，年末存货余额减少390万元。", []),  # a change
        ("上年结转29件，新收约938件，办结941件，结转下年27件。", []),
        ("上年结转29件，新收938人，办结941件，结转下年27件。", []),
    ],
)
def test_what_the_stocks_are(text: str, expected: list[str]) -> None:
    assert said(text, "sum") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("受理案件86件，审结74件；结转下年度12件。", ["consistent 12件 = 86 - 74"]),
        ("受理案件86件，审结74件；结转下年度13件。", []),  # brought forward may be what is missing
        ("审结案件74件，受理86件；结转下年度12件。", []),
        ("立项86件，审结74件；结转下年度12件。", []),
        ("受理案件86件，转出74件；结转下年度12件。", []),
        ("审结120件，受理案件86件，审结74件；结转下年度12件。", ["consistent 12件 = 86 - 74"]),
    ],
)
def test_without_an_opening_stock_nothing_is_denied(text: str, expected: list[str]) -> None:
    assert said(text, "difference") == expected


CAME_IN = "A grant of $20.4 million and revenue of $192.4 million came in"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{CAME_IN}, and net spending was $188.9 million, leaving a surplus of $3.5 million.",
            ["consistent $3.5 million = 192400000 - 188900000"],
        ),
        (
            f"{CAME_IN}, and net spending was $188.9 million, leaving a surplus of $4.5 million.",
            ["suspect $4.5 million = 192400000 - 188900000"],
        ),
        (
            f"{CAME_IN}. Net spending was $188.9 million. That left a surplus of $3.5 million.",
            ["consistent $3.5 million = 192400000 - 188900000"],
        ),
        (f"{CAME_IN}. Net spending was $188.9 million. That left a surplus of $4.5 million.", []),
        (f"{CAME_IN}, leaving a surplus of $4.5 million.", []),
        (
            "A grant of $20.4 million came in, and spending was $18.9 million, with a surplus of $4.5 million.",
            [],
        ),
        (f"{CAME_IN}, and spending was 188.9 million tonnes, leaving a surplus of $4.5 million.", []),
    ],
)
def test_balances_in_words(text: str, expected: list[str]) -> None:
    assert said(text, "difference", language="en") == expected


def test_a_balance_that_is_carried_is_no_surplus_of_the_year() -> None:
    text = "收入120.0万元，支出100.0万元，年末结转和结余35.0万元。"
    assert [line for line in said(text, "difference") if not line.startswith("consistent")] == []
