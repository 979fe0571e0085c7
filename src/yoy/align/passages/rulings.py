"""A reviewer's word on links of passages: those of a rejected one stand alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.language.identity import bare_words, stable_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Decision, PassagePair, Report


def apply_to_passages(
    prior: Report, current: Report, pairs: Sequence[PassagePair], decisions: Sequence[Decision]
) -> tuple[tuple[PassagePair, ...], tuple[Decision, ...]]:
    """The links with rejected ones taken apart, and the decisions that were obeyed; the last of several wins.

    A decision holds where both sides still say the same but for figures.
    """
    name = f"{prior.id}→{current.id}"
    wanted = {d.key: d for d in decisions if d.kind == "passage_link" and d.comparison in ("", name)}
    made: list[PassagePair] = []
    obeyed: dict[Decision, None] = {}
    for pair in pairs:
        decision = wanted.get(pair.key)
        if decision is None or decision.ruling != "rejected" or not _is_meant(pair, prior, current, decision):
            made.append(pair)
            continue
        obeyed[decision] = None
        alone = replace(pair, score=Decimal(0), moved=False, edits=())
        made.append(replace(alone, current=(), relation="removed"))
        made.append(replace(alone, prior=(), relation="added", key=stable_key(pair.key, "rejected")))
    return tuple(made), tuple(obeyed)


def _is_meant(pair: PassagePair, prior: Report, current: Report, decision: Decision) -> bool:
    if not (pair.prior and pair.current):
        return False
    told = zip((decision.prior, decision.current), sides_of(pair, prior, current), strict=True)
    return all(not named or named == (digest,) for named, digest in told)


def sides_of(pair: PassagePair, prior: Report, current: Report) -> tuple[str, str]:
    """A digest of what each side of a link of passages says, its figures aside."""
    digests = []
    for report, ids in ((prior, pair.prior), (current, pair.current)):
        named = set(ids)
        parts = [p.span.of(report.text) for p in report.outline.passages if p.id in named]
        digests.append(stable_key(bare_words("".join(parts))))
    return digests[0], digests[1]
