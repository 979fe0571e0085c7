"""Every rule of what is set aside finds its examples and not its counter-examples; where one can begin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yoy import lexicon
from yoy.quantities import masks

if TYPE_CHECKING:
    from collections.abc import Mapping

ENTRIES = [
    pytest.param(f"{language}.{name}", entry, id=f"{language}.{name}")
    for language in ("zh", "en")
    for name, entry in lexicon.data("masks")[language].items()
]
STARTING = [
    pytest.param(f"{language}.{name}", entry, id=f"{language}.{name}")
    for language in ("zh", "en")
    for name, entry in lexicon.data("masks")[language].items()
    if "starts" in entry
]
SIGNS = "0123456789一二三四五六七八九十两百零〇第前上下年月日号个项人小时分钟岁强产业季度半·+-:∶.%，。、；（）《》“”AGPSx 电话世界党中连近页共令\n"


def missed(entry: Mapping[str, Any], text: str) -> list[int]:
    """Where the rule matches, outside of numbers, without being tried."""
    everywhere = masks.mask_rule("", {key: value for key, value in entry.items() if key != "starts"})
    found = {match.start("all") for match in masks.mask_rule("", entry).pattern.finditer(text)}
    return [
        at
        for at in range(len(text))
        if at not in found and everywhere.pattern.match(text, at) and not _in_number(text, at)
    ]


def _in_number(text: str, at: int) -> bool:
    return text[at].isdigit() and at > 0 and text[at - 1].isdigit()


@pytest.mark.parametrize(("name", "entry"), ENTRIES)
def test_examples(name: str, entry: Mapping[str, Any]) -> None:
    rule = masks.mask_rule(name, entry)
    assert [text for text in entry["examples"] if not list(masks.found_by(rule, text))] == []
    assert [text for text in entry["counter_examples"] if list(masks.found_by(rule, text))] == []
    assert len(entry["examples"]) > 1
    assert entry["counter_examples"]
    assert entry["source"]


@pytest.mark.parametrize(("name", "entry"), ENTRIES)
def test_patterns_are_short(name: str, entry: Mapping[str, Any]) -> None:
    patterns = [entry[key] for key in ("pattern", "unless", "unless_before", "unless_far") if key in entry]
    assert [pattern for pattern in patterns if len(pattern) > 200] == [], name


@pytest.mark.parametrize(("name", "entry"), STARTING)
@settings(deadline=None)
@given(text=st.text(st.sampled_from(SIGNS), max_size=60))
def test_a_mask_is_tried_wherever_it_can_begin(name: str, entry: Mapping[str, Any], text: str) -> None:
    assert missed(entry, text) == [], name


@pytest.mark.parametrize(("name", "entry"), STARTING)
def test_the_same_on_whole_reports(name: str, entry: Mapping[str, Any], fixtures: Path) -> None:
    files = sorted(fixtures.glob("*/20*.txt"))
    assert files
    for file in files:
        text = masks.plain_text(file.read_text(encoding="utf-8"))
        assert missed(entry, text) == [], name
