"""The rules and words of lexicon/names.toml by which the figures of Chinese text are named."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from yoy import lexicon


class NameWords(NamedTuple):
    """Patterns of lexicon/names.toml, each under its name there; `words` is all of the section."""

    lead: re.Pattern[str]
    trail: re.Pattern[str]
    alone: re.Pattern[str]
    light: re.Pattern[str]
    verbs: re.Pattern[str]
    dependent: re.Pattern[str]
    heads: re.Pattern[str]
    predicate: re.Pattern[str]
    state: re.Pattern[str]
    tail: re.Pattern[str]
    bound: re.Pattern[str]
    takes: re.Pattern[str]
    head: re.Pattern[str]
    manner: re.Pattern[str]
    campaign: re.Pattern[str]
    joint: re.Pattern[str]
    everyone: re.Pattern[str]
    average: re.Pattern[str]
    opened: re.Pattern[str]
    media: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    cases: frozenset[str]
    achieved: re.Pattern[str]
    aspects: re.Pattern[str]
    placed: re.Pattern[str]
    done_there: re.Pattern[str]
    rank_verb: re.Pattern[str]
    rank_verb_at_end: re.Pattern[str]
    rank_moved: re.Pattern[str]
    part_ranked: re.Pattern[str]
    part_at_end: re.Pattern[str]
    list_goes_on: re.Pattern[str]
    carried_out: re.Pattern[str]
    whole_stock: re.Pattern[str]
    crossed: re.Pattern[str]
    rank_scopes: tuple[str, ...]
    share: re.Pattern[str]
    change_words: re.Pattern[str]
    verb_end: re.Pattern[str]
    inner: re.Pattern[str]
    moves_to: re.Pattern[str]
    behind_examples: re.Pattern[str]
    since: re.Pattern[str]
    averaged: re.Pattern[str]
    compared_at_end: re.Pattern[str]
    subjects_part: re.Pattern[str]
    came_of_it: re.Pattern[str]
    cost: re.Pattern[str]
    per_head: re.Pattern[str]
    told_per_head: re.Pattern[str]
    bare_rank: re.Pattern[str]
    chosen: re.Pattern[str]
    act_behind_act: re.Pattern[str]
    standard_at_end: re.Pattern[str]
    capacity: re.Pattern[str]
    bracketed_verb: re.Pattern[str]
    branch_at_end: re.Pattern[str]
    gap_of_subject: re.Pattern[str]
    steps: re.Pattern[str]
    come_to_chain: re.Pattern[str]
    passed: re.Pattern[str]
    bare_measure: re.Pattern[str]
    measure_at_end: re.Pattern[str]
    sown_at_end: re.Pattern[str]
    harvest: re.Pattern[str]
    yields: re.Pattern[str]
    produced: re.Pattern[str]
    summed_list: re.Pattern[str]
    bound_before_next: re.Pattern[str]
    parts_follow: re.Pattern[str]
    added: re.Pattern[str]
    stock_reached: re.Pattern[str]
    shared_modifier: re.Pattern[str]
    owner_of_its_own: re.Pattern[str]
    part_of_whole: re.Pattern[str]
    new_at_end: re.Pattern[str]
    gap_to_peer: re.Pattern[str]
    gap_to_level: re.Pattern[str]
    gap_to_norm: re.Pattern[str]
    change_verb: re.Pattern[str]
    words_part_before: re.Pattern[str]
    words_part_behind: re.Pattern[str]
    counted_owner: re.Pattern[str]
    level_word: re.Pattern[str]
    names_of_counts: tuple[str, ...]
    unnamed_whole_ends: tuple[str, ...]
    scopes: frozenset[str]
    unit_words: frozenset[str]
    kinds_of_one: tuple[str, ...]
    travels: tuple[str, ...]
    acts_of_subject: frozenset[str]
    heads_of_their_own: tuple[str, ...]
    counted_sorts: frozenset[str]
    two_in_one: tuple[tuple[str, ...], ...]
    words: dict[str, Any]


@cache
def name_words() -> NameWords:
    """The rules and word lists of lexicon/names.toml."""
    data: dict[str, Any] = lexicon.data("names")["zh"]
    rules = [name for name in NameWords._fields if isinstance(data.get(name), dict)]
    return NameWords(
        **{name: lexicon.pattern(f"names.zh.{name}") for name in rules},
        media=tuple(
            (re.compile(f"{data['before_use']}(?:{use})"), re.compile(f"(?:{medium})$"))
            for use, medium in data["media"]
        ),
        cases=frozenset(data["cases"]),
        names_of_counts=tuple(data["names_of_counts"]),
        unnamed_whole_ends=tuple(data["unnamed_whole_ends"]),
        scopes=frozenset(data["scopes"]),
        rank_scopes=tuple(sorted(data["rank_scopes"], key=len, reverse=True)),
        unit_words=frozenset(data["unit_words"]),
        counted_sorts=frozenset(data["counted_sorts"]),
        heads_of_their_own=tuple(data["heads_of_their_own"]),
        travels=tuple(data["travels"]),
        acts_of_subject=frozenset(data["acts_of_subject"]),
        kinds_of_one=tuple(data["kinds_of_one"]),
        two_in_one=tuple(tuple(group) for group in data["two_in_one"]),
        words=data,
    )
