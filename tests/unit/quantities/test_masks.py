"""Where a mask can begin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yoy import lexicon
from yoy.quantities import masks

if TYPE_CHECKING:
    from collections.abc import Mapping

RULES = [
    pytest.param(entry, id=f"{index} {entry['reason']}")
    for language in ("zh", "en")
    for index, entry in enumerate(lexicon.data("masks")[language]["mask"])
    if "starts" in entry
]
SIGNS = "0123456789一二三四五六七八九十两百零〇第前上下年月日号个项人小时分钟岁强产业季度半·+-:∶.%，。、；（）《》“”AGPSx 电话世界党中连近页共令\n"


def missed(entry: Mapping[str, Any], text: str) -> list[int]:
    """Where the rule matches, outside of numbers, without being tried."""
    everywhere = masks._rule({key: value for key, value in entry.items() if key != "starts"})
    found = {match.start("all") for match in masks._rule(entry).pattern.finditer(text)}
    return [
        at
        for at in range(len(text))
        if at not in found and everywhere.pattern.match(text, at) and not _in_number(text, at)
    ]


def _in_number(text: str, at: int) -> bool:
    return text[at].isdigit() and at > 0 and text[at - 1].isdigit()


@pytest.mark.parametrize("rule", RULES)
@given(text=st.text(st.sampled_from(SIGNS), max_size=60))
def test_a_mask_is_tried_wherever_it_can_begin(rule: Mapping[str, Any], text: str) -> None:
    assert missed(rule, text) == []


@pytest.mark.parametrize("rule", RULES)
def test_the_same_on_whole_reports(rule: Mapping[str, Any], fixtures: Path) -> None:
    for file in sorted(fixtures.glob("*/20*.txt")):
        text = masks.plain_text(file.read_text(encoding="utf-8"))
        assert missed(rule, text) == []
