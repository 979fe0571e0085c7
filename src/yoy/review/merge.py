"""Several reviews as one: the newest ruling of each row wins, what it overrules stays beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from yoy.review.decisions import LINKS, moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from yoy.model import Decision, Remark, Review


class _Said(NamedTuple):
    """A remark, and which of the files it stands in."""

    remark: Remark
    place: int
    when: str


def merge_reviews(reviews: Sequence[Review]) -> Review | None:
    """All reviews as one, its decisions from the oldest to the newest; None for none.

    Where several files speak of one row, each cell holds what was written last; what it replaced stands in
    the column of what was said before. Files count as written in the order given where no time tells.
    """
    if not reviews:
        return None
    decisions = tuple(in_time(decision for review in reviews for decision in review.decisions))
    if len(reviews) == 1:
        return replace(reviews[0], decisions=decisions, contradicted=tuple(overruled(decisions)))
    first, *further = sorted(reviews, key=lambda review: not review.content)
    return replace(
        first,
        remarks=tuple(_merged(reviews)),
        decisions=decisions,
        contradicted=tuple(overruled(decisions)),
        cover={name: value for review in reviews for name, value in review.cover.items()},
        columns=_columns(reviews),
        indices={name: index for review in reversed(reviews) for name, index in review.indices.items()},
        further=tuple(further),
    )


def in_time(decisions: Iterable[Decision]) -> list[Decision]:
    """Decisions from the oldest to the newest; those without a time first, equal ones as they came."""
    return sorted(decisions, key=lambda decision: _instant(decision.when))


def _instant(when: str) -> float:
    found = moment(when) if when else None
    return found.timestamp() if found else 0.0


def overruled(decisions: Iterable[Decision]) -> Iterator[Decision]:
    """Of decisions in the order of time those that a newer one contradicts: another ruling on the same."""
    newest: dict[tuple[object, ...], Decision] = {}
    for decision in reversed(tuple(decisions)):
        if decision.ruling is None:
            continue
        later = newest.setdefault(_subject(decision), decision)
        if later.ruling != decision.ruling:
            yield decision


def _subject(decision: Decision) -> tuple[object, ...]:
    """What a ruling is about: a link by what it joins, a status by its row."""
    if decision.ruling in LINKS:
        sides = (decision.prior, decision.current) if decision.prior or decision.current else (decision.key,)
        return (decision.comparison, *sides)
    return decision.comparison, decision.kind, decision.key, "status"


def _merged(reviews: Sequence[Review]) -> Iterator[Remark]:
    rows: dict[tuple[object, ...], list[_Said]] = {}
    for place, review in enumerate(reviews):
        for number, remark in enumerate(review.remarks):
            again = [said for said in rows.get(_row(remark), ()) if said.place == place]
            name = (*_row(remark), place, number) if again or not remark.key else _row(remark)
            rows.setdefault(name, []).append(_Said(remark, place, _when(remark, review)))
    for said in rows.values():
        yield _joined(sorted(said, key=lambda one: _instant(one.when)))


def _row(remark: Remark) -> tuple[object, ...]:
    return remark.sheet, remark.comparison, remark.key, remark.withdrawn


def _when(remark: Remark, review: Review) -> str:
    times = [d.when for d in review.decisions if d.key == remark.key and d.comparison == remark.comparison]
    return max(times, key=_instant, default=review.saved)


def _joined(said: Sequence[_Said]) -> Remark:
    """One remark of all that was said of a row, from the oldest to the newest."""
    newest = said[-1].remark
    written: dict[str, object] = {}
    before: list[Mapping[str, object]] = []
    comments: dict[str, list[str]] = {}
    for remark, _, when in said:
        replaced = {
            name: written[name]
            for name, value in remark.written.items()
            if written.get(name, value) not in ("", value)
        }
        if replaced:
            before.append({**replaced, **({"until": when} if when else {})})
        written |= remark.written
        for name, text in remark.comments.items():
            comments.setdefault(name, []).append(text)
    return replace(
        newest,
        written=written,
        before=(*(entry for one in said for entry in one.remark.before), *before),
        comments={name: "\n".join(dict.fromkeys(texts)) for name, texts in comments.items()},
        shown={name: text for one in said for name, text in one.remark.shown.items()},
    )


def _columns(reviews: Iterable[Review]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for review in reviews:
        for sheet, headings in review.columns.items():
            found[sheet] = tuple(dict.fromkeys((*found.get(sheet, ()), *headings)))
    return found
