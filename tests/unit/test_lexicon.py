"""Every rule of the lexicon proves itself by its examples; patterns without proof may only get fewer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from lexicon_patterns import Entry, entries, flags_of, is_open
from yoy.lexicon import either, pattern, rule, rules

Find = Callable[[str], object]
RULES = [entry for entry in entries() if entry.rule is not None]
BARE = 362
"""Patterns of the lexicon that are bare strings still; this may only fall."""
LONG = 20
"""Patterns of more than 200 characters; this may only fall."""
LONGEST = 200


def _name(entry: Entry) -> str:
    return entry.name


@pytest.mark.parametrize("entry", RULES, ids=_name)
def test_a_rule_comes_with_its_proof(entry: Entry) -> None:
    made = entry.rule
    assert made is not None
    assert len(made["examples"]) >= 2, "at least two texts in which it finds something"
    everywhere = not is_open(entry.text) and re.match(entry.text, "")
    assert made["counter_examples"] or everywhere, "at least one in which it doesn't"
    assert re.match(r"(language|trade|measured|standard|law)s?: \S", made["source"]), "where it comes from"
    assert len(entry.text) <= LONGEST


@pytest.mark.parametrize("entry", [entry for entry in RULES if not is_open(entry.text)], ids=_name)
def test_a_rule_finds_its_examples_and_nothing_in_the_others(entry: Entry) -> None:
    assert entry.rule is not None
    tried = [
        wrong(entry.rule, find)
        for flags in flags_of(entry.name)
        for find in ways_of(re.compile(entry.text, flags))
    ]
    assert [] in tried, tried[0]


def ways_of(compiled: re.Pattern[str]) -> list[Find]:
    """By search; what finds the end of any text is used at a place, so at the beginning, too."""
    return [compiled.search, compiled.match] if compiled.search("") else [compiled.search]


def wrong(made: Mapping[str, Any], find: Find) -> list[str]:
    """The texts that the rule gets wrong."""
    missed = [f"not found in {text}" for text in made["examples"] if not find(text)]
    return missed + [f"found in {text}" for text in made["counter_examples"] if find(text)]


def test_fewer_and_fewer_patterns_are_bare() -> None:
    assert sum(entry.rule is None for entry in entries()) <= BARE, (
        "write the new pattern as a rule: {pattern, examples, counter_examples, source}"
    )


def test_fewer_and_fewer_patterns_are_long() -> None:
    long = [entry.name for entry in entries() if len(entry.text) > LONGEST]
    assert len(long) <= LONG, f"cut it in two, or make its words a list: {long}"


def test_a_rule_is_found_by_the_path_of_file_and_keys() -> None:
    found = rule("layout.listing")
    assert (found.name, found.source.split(":")[0]) == ("layout.listing", "language")
    assert pattern("layout.listing") is found.pattern


def test_a_table_of_rules_finds_what_any_of_them_finds() -> None:
    names = [one.name for one in rules("layout.opening")]
    assert names[:2] == ["layout.opening.bracket", "layout.opening.hanzi"]
    for one in rules("layout.opening"):
        assert all(either("layout.opening").search(example) for example in one.examples)


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        rule("layout.nothing")
