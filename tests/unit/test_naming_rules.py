"""Rules of naming and of facets find their examples and not their counter-examples."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from yoy import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONGEST = 200
FILES = ("names", "bases", "qualifiers", "list_counts")


def _within(path: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, value in entry.items():
        if isinstance(value, dict):
            if "pattern" in value:
                yield f"{path}.{key}", value
            else:
                yield from _within(f"{path}.{key}", value)


RULES = dict(
    rule
    for name in FILES
    for rule in _within(name, tomllib.loads((files("yoy.lexicon") / f"{name}.toml").read_text("utf-8")))
)


@pytest.mark.parametrize("path", RULES)
def test_a_rule_finds_its_examples_and_not_its_counter_examples(path: str) -> None:
    rule = lexicon.rule(path)
    assert [text for text in rule.examples if not rule.pattern.search(text)] == []
    assert [text for text in rule.counter_examples if rule.pattern.search(text)] == []


@pytest.mark.parametrize("path", RULES)
def test_a_rule_is_short_and_says_where_it_comes_from(path: str) -> None:
    rule = RULES[path]
    assert len(rule["pattern"]) <= LONGEST
    assert len(rule["examples"]) > 1
    assert rule["counter_examples"]
    assert ": " in rule["source"]
