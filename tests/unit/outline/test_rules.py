"""Every rule on year, part and time holds its own examples, and leaves its counter-examples alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from yoy.lexicon import data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FILES = ("parts", "periods", "periods_of_figures", "headings", "promises")
LONGEST = 200


def rules(found: Mapping[str, Any], path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(found.get("pattern"), str):
        yield path, found
    for key, value in found.items():
        if isinstance(value, dict):
            yield from rules(value, f"{path}.{key}")


def all_rules() -> list[Any]:
    return [pytest.param(rule, id=path) for name in FILES for path, rule in rules(data(name), name)]


@pytest.mark.parametrize("rule", all_rules())
def test_a_rule_holds_its_examples(rule: Mapping[str, Any]) -> None:
    pattern = re.compile(rule["pattern"], re.MULTILINE)
    assert [example for example in rule["examples"] if not pattern.search(example)] == []
    assert [example for example in rule["counter_examples"] if pattern.search(example)] == []
    assert len(rule["examples"]) > 1
    assert rule["source"]
    assert len(rule["pattern"]) <= LONGEST
