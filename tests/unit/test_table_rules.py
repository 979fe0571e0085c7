"""Every rule on tables finds its examples and leaves its counter-examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from yoy import lexicon


def paths(name: str, entry: Any) -> Iterator[str]:
    for key, value in entry.items():
        if isinstance(value, dict) and "pattern" in value:
            yield f"{name}.{key}"
        elif isinstance(value, dict):
            yield from paths(f"{name}.{key}", value)


RULES = [path for file in ("tables", "table_words") for path in paths(file, lexicon.data(file))]


@pytest.mark.parametrize("path", RULES)
def test_rule(path: str) -> None:
    rule = lexicon.rule(path)
    assert len(rule.pattern.pattern) <= 200
    assert len(rule.examples) >= 2
    assert rule.counter_examples
    assert rule.source
    assert [text for text in rule.examples if not rule.pattern.search(text)] == []
    assert [text for text in rule.counter_examples if rule.pattern.search(text)] == []
