"""Whether a comma between digits belongs to the number."""

from __future__ import annotations

import pytest

from yoy.quantities.thousands import groups_thousands


@pytest.mark.parametrize(
    ("text", "language", "groups"),
    [
        ("新增企业28,702户，办理1,250件。", "zh", True),
        ("列全市第2,117项没有法定办理期限,另有1250项.", "zh", False),
        ("Revenue was $1,200 and 3,400 visitors came.", "en", True),
        ("投资1,234,567元,增长5%.", "zh", True),
    ],
)
def test_what_the_rest_of_the_text_says(text: str, language: str, *, groups: bool) -> None:
    assert groups_thousands(text, language)[0] is groups
