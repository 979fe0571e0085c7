"""What a reviewer ruled on links: the next comparison obeys it, whole and for the record."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from promises import keep
from yoy.model import Comparison, Decision, ReportPair
from yoy.pipeline import compare
from yoy.readers.registry import read
from yoy.writers.json import document_of
from yoy.writers.subjects import of_figures, of_passages, of_sections

FIXTURE = Path(__file__).resolve().parents[4] / "fixtures" / "yunxi-fazhi"


@cache
def compared(*decisions: Decision) -> Comparison:
    return compare([read(FIXTURE / "2017.txt"), read(FIXTURE / "2018.txt")], decisions=decisions)


def a_pair(comparison: Comparison) -> Decision:
    before, after = ({q.id: q for q in r.figures.quantities} for r in comparison.reports)
    number = next(n for n in comparison.pairs[0].numbers if n.confirm and n.prior and n.current)
    return of_figures(comparison.pairs[0], number, before[number.prior or ""], after[number.current or ""])


def a_section(comparison: Comparison) -> Decision:
    prior, current = ({s.id: s for s in r.outline.sections} for r in comparison.reports)
    links = comparison.pairs[0].sections
    link = next(s for s in reversed(links) if len(s.prior) == len(s.current) == 1 and s.prior != ("s0",))
    return of_sections(comparison.pairs[0], link, prior, current)


def a_passage(comparison: Comparison) -> Decision:
    link = next(p for p in comparison.pairs[0].passages if p.relation == "edited")
    texts = []
    for report, ids in zip(comparison.reports, (link.prior, link.current), strict=True):
        spans = {p.id: p.span for p in report.outline.passages}
        texts.append("".join(spans[one].of(report.text) for one in ids).strip())
    return of_passages(comparison.pairs[0], link, *texts)


MAKERS = {"numbers": a_pair, "sections": a_section, "passages": a_passage}


def with_key(pair: ReportPair, what: str, key: str) -> list[tuple[bool, bool]]:
    """Which sides the entries of that key have."""
    return [(bool(x.prior), bool(x.current)) for x in getattr(pair, what) if x.key == key]


@pytest.mark.parametrize("what", MAKERS)
def test_a_rejected_link_is_taken_apart(what: str) -> None:
    decision = replace(MAKERS[what](compared()), ruling="rejected", who="张", when="2019-03-01")
    made = compared(decision)
    assert (True, True) in with_key(compared().pairs[0], what, decision.key)
    assert (True, True) not in with_key(made.pairs[0], what, decision.key)
    recorded = made.settings["decisions"]
    assert isinstance(recorded, Sequence)
    assert [(d["key"], d["ruling"], d["who"]) for d in recorded] == [(decision.key, "rejected", "张")]
    assert compared().settings["decisions"] == []
    keep(json.loads(json.dumps(document_of(made), default=str)))


def test_an_accepted_pair_is_settled_and_an_older_word_counts_no_more() -> None:
    decision = a_pair(compared())
    old, new = replace(decision, ruling="rejected"), replace(decision, ruling="accepted")
    made = compared(old, new)
    (number,) = (n for n in made.pairs[0].numbers if n.key == decision.key)
    assert (number.confirm, number.reason["reviewed"]) == (False, "accepted")
    assert not any(item.key == decision.key and item.kind == "confirm" for item in made.pairs[0].open)


def test_what_names_nothing_or_says_nothing_of_links_changes_nothing() -> None:
    decision = a_pair(compared())
    for other in (
        replace(decision, ruling="agreed"),
        replace(decision, ruling=None, remark="?"),
        replace(decision, ruling="rejected", comparison="2016→2017"),
        replace(decision, ruling="rejected", prior=("0000000000",)),
        replace(a_section(compared()), ruling="rejected", current=("别的标题",)),
        replace(a_passage(compared()), ruling="rejected", current=("0000000000",)),
    ):
        assert compared(other) == compared()


def test_a_link_may_be_named_by_its_key_alone() -> None:
    decision = replace(a_pair(compared()), ruling="rejected", prior=(), current=(), comparison="")
    assert with_key(compared(decision).pairs[0], "numbers", decision.key) == [(False, True)]
