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
