"""Where a mask can begin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
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


def spans(matches: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in matches]


def tried(rule: masks._Rule, text: str) -> list[tuple[int, int]]:
    """What is found where the rule is tried only at the characters it can begin with."""
    return spans(masks._matches(rule, text, partial(masks._starts, text)))


@pytest.mark.parametrize("rule", RULES)
@given(text=st.text(st.sampled_from(SIGNS), max_size=60))
def test_trying_where_a_mask_can_begin_finds_all(rule: masks._Rule, text: str) -> None:
    assert tried(rule, text) == spans(rule.pattern.finditer(text))


@pytest.mark.parametrize("rule", RULES)
def test_the_same_on_whole_reports(rule: masks._Rule, fixtures: Path) -> None:
    for file in sorted(fixtures.glob("*/20*.txt")):
        text = masks.plain_text(file.read_text(encoding="utf-8"))
        assert tried(rule, text) == spans(rule.pattern.finditer(text))
