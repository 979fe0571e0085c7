"""By how much a figure went up or down, as an amount, a rate, in points and in places."""

from __future__ import annotations

import pytest

from judging import said


@pytest.mark.parametrize(
    ("text", "check", "expected"),
    [
        ("驿站由12家增加到18家，净增6家。", "difference", "consistent 6家 = 18 - 12"),
        ("驿站由12家增加到18家，净增7家。", "difference", "inconsistent 7家 = 18 - 12"),
        ("驿站由12家增加到18家，净增5家。", "difference", "inconsistent 5家 = 18 - 12"),
        ("驿站由18家减少到12家，减少6家。", "difference", "consistent 6家 = 18 - 12"),
        ("驿站由18家减少到12家，减少5家。", "difference", "inconsistent 5家 = 18 - 12"),
        ("用户由50.0万户增加到60.0万户，增长20%。", "growth", "consistent 20% = 600000 / 500000 - 1"),
        ("用户由50万户增加到60万户，增长22%。", "growth", "rounding 22% = 600000 / 500000 - 1"),
        ("用户由50.0万户增加到60.0万户，增长22%。", "growth", "inconsistent 22% = 600000 / 500000 - 1"),
        ("用户由60.0万户减少到50.0万户，下降16.7%。", "growth", "rounding 16.7% = 1 - 500000 / 600000"),
        ("用户由60.0万户减少到50.0万户，下降20.0%。", "growth", "inconsistent 20.0% = 1 - 500000 / 600000"),
        ("用户由60.0万户减少到50.0万户，增长16.7%。", "growth", "inconsistent 16.7% = 500000 / 600000 - 1"),
        ("驿站由50家增加到150家，增长2倍。", "growth", "consistent 2倍 = 150 / 50 - 1"),
        ("驿站由50家增加到150家，增长3倍。", "growth", "inconsistent 3倍 = 150 / 50 - 1"),
        ("满意率由92.1%提高到95.3%，提高3.2个百分点。", "growth", "consistent 3.2个百分点 = 95.3 - 92.1"),
        ("满意率由92.1%提高到95.3%，提高3.5个百分点。", "growth", "inconsistent 3.5个百分点 = 95.3 - 92.1"),
        ("驿站由0家增加到12家，净增12家。", "difference", "consistent 12家 = 12 - 0"),
    ],
)
def test_the_change_follows_from_both_levels(text: str, check: str, expected: str) -> None:
    told = [line for line in said(text, check) if "<=" not in line and ">=" not in line]
    assert told == [expected]


def test_growth_from_nothing_is_no_rate() -> None:
    assert said("驿站由0家增加到12家，增长12%。", "growth") == []
