"""Names of changes: after their level, after a subject of their own, after what was spoken of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.quantities.zh.naming.changes import change_subject, changed, is_unit_word
from yoy.quantities.zh.naming.lists import handed_out, stands_alone
from yoy.quantities.zh.naming.phrases import Phrase, strip_ends
from yoy.quantities.zh.naming.ranks import owner_of
from yoy.quantities.zh.naming.sides import left_of
from yoy.quantities.zh.naming.topics import from_clause
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from yoy.quantities.zh.naming.place import Place


def gap(place: Place) -> str:
    """A distance to others or to a plan: 高于全国0.6个百分点."""
    draft, words = place.draft, name_words()
    left = left_of(draft).lstrip("、")
    own = words.gap_of_subject.fullmatch(left) if draft.kind == "change_abs" else None
    subject = strip_ends(own["subject"]) if own else ""
    if own and len(subject) > 1 and not words.part_ranked.fullmatch(subject):
        return f"{subject}与{own['peer']}{words.words['gap_name']}"
    norm = words.gap_to_norm.match(left)
    found = norm or words.gap_to_peer.match(left) or words.gap_to_level.match(left)
    if not found or not (draft.kind == "change_abs" or norm):
        return ""
    before = place.before.indicator if place.before else place.topic.name or from_clause(place.topic)
    return f"{before}与{found[1]}{words.words['gap_name']}"


def of_level(place: Place) -> str:
    """The change of a level that was told before it."""
    level = place.draft.of
    if level is None or level.figure.span.start > place.draft.figure.span.start or not level.indicator:
        return ""
    if level.named_by == "zh.steps":
        return (_own(place) or place.topic.name) + _kind_of_change(place)
    _note(place, _own(place))
    return level.indicator + _kind_of_change(place)


def of_own_subject(place: Place) -> str:
    """工业投资增长10%: the change names what changed."""
    own = _own(place)
    if not own:
        return ""
    _note(place, own)
    return own + _kind_of_change(place)


def like_last(place: Place) -> str:
    """One change right after another: 增长8.4%、环比增长2%."""
    last = place.before
    if last is None or not last.kind.startswith("change"):
        return ""
    return last.indicator.removesuffix(changed(last.setting.left)) + changed(place.draft.setting.left)


def of_topic(place: Place) -> str:
    """The change of what was spoken of before."""
    return (place.topic.name or from_clause(place.topic)) + _kind_of_change(place)


def _own(place: Place) -> str:
    draft = place.draft
    listed = "" if draft.of else handed_out(place.group, place.index, place.plain, place.topic.before_list)
    if listed:
        return listed
    own = change_subject(left_of(draft), after_figure=draft.setting.previous)
    if name_words().bare_rank.fullmatch(own):
        return (place.topic.name or from_clause(place.topic)) + own
    return _completed(place, own) if own and draft.setting.previous else own


def _completed(place: Place, own: str) -> str:
    """苹果产值增长8%、出口增长5%; 食品营业收入增长5%、生物医药增长6%: what the item before says for both."""
    words, before = name_words(), owner_of(place)
    measure = words.measure_at_end.search(before)
    if measure is None or stands_alone(before):
        return own
    if words.bare_measure.fullmatch(own):
        return before[: measure.start()] + own
    shared = words.branch_at_end.search(own) and words.branch_at_end.search(before[: measure.start()])
    return own + measure.group() if shared else own


def _note(place: Place, own: str) -> None:
    """What changed becomes what is spoken of."""
    if own and not is_unit_word(own):
        place.topic.name = own
        if not place.draft.of:
            place.topic.phrase, place.topic.unit = Phrase(core=own, object=own), None


def _kind_of_change(place: Place) -> str:
    """What the change is called; in a list the first one says it."""
    index, draft = place.index, place.draft
    while index and draft.setting.previous and not strip_ends(draft.setting.left):
        index -= 1
        draft = place.group[index]
    return changed(draft.setting.left)
