"""Every rule around figures finds its examples and not its counter-examples, and says where it comes from."""

from __future__ import annotations

import re
from typing import Any

import pytest

from yoy import lexicon
from yoy.language.units import default_units
from yoy.quantities.zh.patterns import patterns_of

RULES = [
    pytest.param(f"{file}.{language}.{name}", entry, id=f"{file}.{language}.{name}")
    for file in ("figures", "kinds")
    for language in ("zh", "en")
    for name, entry in lexicon.data(file)[language].items()
    if isinstance(entry, dict) and "pattern" in entry
]
# Of each template of the Chinese grammar, in the filled form: what it finds, and what it doesn't.
TEMPLATES = {
    "candidate": ("共3件", "无"),
    "rank": ("第3名", "3名"),
    "front": ("前十名", "前年"),
    "first_place": ("全省首位", "首位置"),
    "hundredth": ("百分之五", "百分点"),
    "fraction": ("三分之二", "三分"),
    "slash": ("1/4", "2018/9/1"),
    "tenth": ("成半", "成立"),
    "doubling": ("翻了一番", "翻阅"),
    "grade": ("Ⅱ类", "Ⅱ级"),
    "dash": ("至5", "至今"),
    "unit": ("万元/人", "的"),
    "half_unit": ("个半小时", "半山"),
    "half": ("半的", "半导体"),
    "bracketed": ("）亿元", "）。"),
    "power": ("×10^6", "×12"),
    "misgrouped": (",1234件", ",123件"),
    "onward": ("/10万", "件"),
}


@pytest.mark.parametrize(("name", "entry"), RULES)
def test_examples(name: str, entry: dict[str, Any]) -> None:
    pattern = re.compile(entry["pattern"])
    assert [text for text in entry["examples"] if not pattern.search(text)] == []
    assert [text for text in entry["counter_examples"] if pattern.search(text)] == []
    assert len(entry["examples"]) > 1
    assert entry["counter_examples"]
    assert entry["source"]


@pytest.mark.parametrize(("name", "entry"), RULES)
def test_patterns_are_short(name: str, entry: dict[str, Any]) -> None:
    assert len(entry["pattern"]) <= 200, name


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates(name: str) -> None:
    pattern = getattr(patterns_of(default_units().names()), name)
    found, not_found = TEMPLATES[name]
    assert pattern.search(found)
    assert not pattern.search(not_found)
    assert len(lexicon.data("figures")["zh"]["grammar"][name]) <= 200
