"""Where a mask can begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yoy.quantities import masks

RULES = [
    pytest.param(rule, id=f"{index} {rule.reason}")
    for language in ("zh", "en")
    for index, rule in enumerate(masks._rules(language))
    if rule.starts is not None
]
SIGNS = "0123456789一二三四五六七八九十两百零〇第前上下年月日号个项人小时分钟岁强产业季度半·+-:∶.%，。、；（）《》“”AGPSx 电话世界党中连近"


def missed(rule: masks._Rule, text: str) -> list[int]:
    """Where the rule matches, outside of numbers, without being tried."""
    assert rule.starts is not None
    tried = set(masks._starts(text, rule.starts))
    return [
        at
        for at in range(len(text))
        if at not in tried and rule.pattern.match(text, at) and not _in_number(text, at)
    ]


def _in_number(text: str, at: int) -> bool:
    return text[at].isdigit() and at > 0 and text[at - 1].isdigit()


@pytest.mark.parametrize("rule", RULES)
@given(text=st.text(st.sampled_from(SIGNS), max_size=60))
def test_a_mask_is_tried_wherever_it_can_begin(rule: masks._Rule, text: str) -> None:
    assert missed(rule, text) == []


@pytest.mark.parametrize("rule", RULES)
def test_the_same_on_whole_reports(rule: masks._Rule, fixtures: Path) -> None:
    for file in sorted(fixtures.glob("*/20*.txt")):
        text = masks.plain_text(file.read_text(encoding="utf-8"))
        assert missed(rule, text) == []
