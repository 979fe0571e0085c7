"""A reviewer's word on links of sections: an accepted one is settled, a rejected one taken apart."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.align.sections.order import in_reading_order
from yoy.language.identity import bare_title, stable_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.model import Decision, Report, SectionPair

_KINDS = ("section_link", "open_item")


def apply_to_sections(
    prior: Report, current: Report, pairs: Sequence[SectionPair], decisions: Sequence[Decision]
) -> tuple[tuple[SectionPair, ...], tuple[Decision, ...]]:
    """The links as they were decided, in the same order, and the decisions that were obeyed.

    A decision holds where the titles on both sides are what they were; the last of several wins.
    """
    name = f"{prior.id}→{current.id}"
    wanted = {
        d.key: d
        for d in decisions
        if d.kind in _KINDS and d.comparison in ("", name) and d.ruling in ("accepted", "rejected")
    }
    if not wanted:
        return tuple(pairs), ()
    titles = [_titles(report) for report in (prior, current)]
    made: list[SectionPair] = []
    obeyed: dict[Decision, None] = {}
    for pair in pairs:
        decision = wanted.get(pair.key)
        judged = tuple(_judged(pair, titles, decision))
        if judged != (pair,) and decision:
            obeyed[decision] = None
        made.extend(judged)
    ids = [[section.id for section in report.outline.sections] for report in (prior, current)]
    return in_reading_order(made, *ids), tuple(obeyed)


def _titles(report: Report) -> dict[str, str]:
    return {s.id: bare_title(f"{s.number or ''}{s.title}") for s in report.outline.sections}


def _judged(
    pair: SectionPair, titles: Sequence[dict[str, str]], decision: Decision | None
) -> Iterator[SectionPair]:
    if decision is None or not (pair.prior and pair.current) or not _is_meant(pair, titles, decision):
        yield pair
    elif decision.ruling == "accepted":
        yield replace(pair, confirm=False, pinned=True)
    elif "s0" in pair.prior:
        yield pair
    else:
        alone = replace(pair, score=Decimal(0), moved=False, reason={}, confirm=False, pinned=True)
        yield replace(alone, current=(), relation="removed")
        yield replace(alone, prior=(), relation="added", key=stable_key(pair.key, "rejected"))


def _is_meant(pair: SectionPair, titles: Sequence[dict[str, str]], decision: Decision) -> bool:
    sides = (pair.prior, decision.prior, titles[0]), (pair.current, decision.current, titles[1])
    return all(
        not named
        or (
            all(known[one] in ("", bare_title(name)) for one, name in zip(ids, named, strict=False))
            and len(ids) == len(named)
        )
        for ids, named, known in sides
    )
