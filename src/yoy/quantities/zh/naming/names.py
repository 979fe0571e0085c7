"""Names of the figures of a Chinese report: the noun phrase an auditor would put in the row header.

The words are those of the figure's own clause; what the clause leaves out is carried over from the
clause or figure before, a list shares its head, and 分别 is handed out in order. Namers are tried in
the order of their table; the first that gives a name is the one that `Quantity.named_by` tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.quantities.zh.naming import levels, moves
from yoy.quantities.zh.naming.phrases import shortened
from yoy.quantities.zh.naming.place import Place
from yoy.quantities.zh.naming.ranks import name_of_rank
from yoy.quantities.zh.naming.topics import Topic, note_clause, note_head

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from yoy.quantities.drafts import Draft

    Namer = Callable[[Place], str]

NAME_LENGTH = 30

_OF_RANKS: tuple[tuple[str, Namer], ...] = (("zh.rank", name_of_rank),)
_OF_CHANGES: tuple[tuple[str, Namer], ...] = (
    ("zh.gap", moves.gap),
    ("zh.change_of_level", moves.of_level),
    ("zh.change_subject", moves.of_own_subject),
    ("zh.change_like_last", moves.like_last),
    ("zh.change_of_topic", moves.of_topic),
)
_OF_LEVELS: tuple[tuple[str, Namer], ...] = (
    ("zh.sum_of_list", levels.of_sum),
    ("zh.handed_out", levels.of_list),
    ("zh.share_of_topic", levels.of_share),
    ("zh.same_again", levels.again),
    ("zh.measured", levels.of_measured),
    ("zh.owner", levels.of_owner),
    ("zh.aspects", levels.of_aspects),
    ("zh.places", levels.of_places),
    ("zh.steps", levels.of_steps),
    ("zh.summed_up", levels.summed_up),
    ("zh.stock", levels.stock),
    ("zh.part_of_last", levels.of_part),
    ("zh.unnamed", levels.unnamed),
    ("zh.list_verb", levels.from_list),
    ("zh.carried_subject", levels.carried),
    ("zh.counted", levels.of_counted),
    ("zh.clause", levels.of_clause),
)
NAMERS: Mapping[str, tuple[tuple[str, Namer], ...]] = {
    "rank": _OF_RANKS,
    "change_abs": _OF_CHANGES,
    "change_rel": _OF_CHANGES,
    "level": _OF_LEVELS,
    "ratio": _OF_LEVELS,
}
"""By kind of figure, what is tried and in which order."""


def name_passages(groups: Sequence[Sequence[Draft]], plain: str) -> None:
    """Fills `indicator` and `named_by`, passage by passage; a topic lasts while the section does."""
    topic, section, since = Topic(), "", 0
    for group in groups:
        if group[0].section != section:
            topic, section = Topic(), group[0].section
        topic.fresh = True
        note_head(topic, plain, since, group[0].setting.passage.span.start)
        since = group[-1].figure.span.end
        _name_passage(group, topic, plain)


def _name_passage(group: Sequence[Draft], topic: Topic, plain: str) -> None:
    for index, draft in enumerate(group):
        note_clause(topic, draft, group[index - 1] if index else None, plain)
        _name(Place(group=group, index=index, topic=topic, plain=plain))
        topic.fresh = False
    for draft in group:
        if draft.role == "baseline":
            _like_its_level(draft, group)


def _name(place: Place) -> None:
    for rule, namer in NAMERS[place.draft.kind]:
        name = namer(place)
        if name:
            place.draft.indicator, place.draft.named_by = shortened(name, NAME_LENGTH), rule
            return


def _like_its_level(draft: Draft, group: Sequence[Draft]) -> None:
    for level in group:
        if level.baseline is draft:
            if draft.figure.span.start < level.figure.span.start:
                level.indicator, level.named_by = draft.indicator, draft.named_by
            draft.indicator, draft.named_by = level.indicator, level.named_by
