"""Every rule of the checks finds its examples and none of its counter-examples."""

from __future__ import annotations

from typing import Any

import pytest

from yoy import lexicon

LONGEST = 200


def rules() -> list[tuple[str, dict[str, Any]]]:
    found = []
    for section, entries in lexicon.data("checks").items():
        for name, entry in entries.items():
            if isinstance(entry, dict):
                found.append((f"checks.{section}.{name}", entry))
    return found


@pytest.mark.parametrize(("path", "entry"), rules(), ids=[path for path, _ in rules()])
def test_rule_holds(path: str, entry: dict[str, Any]) -> None:
    rule = lexicon.rule(path)
    assert len(rule.examples) >= 2
    assert rule.counter_examples
    assert rule.source
    assert len(entry["pattern"]) <= LONGEST
    assert [text for text in rule.examples if not rule.pattern.search(text)] == []
    assert [text for text in rule.counter_examples if rule.pattern.search(text)] == []
