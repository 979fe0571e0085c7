"""Names that an English clause tells in one of its set ways: counted, moved, part of a sum, share of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy import lexicon
from yoy.quantities.context import without_approx
from yoy.quantities.en.clauses import done_with, object_moved, part_of_sum, share_of_counted, spared
from yoy.quantities.en.nouns import change_name, counted_noun, name_words, tidy

if TYPE_CHECKING:
    from yoy.quantities.drafts import Draft

# 84.7% of them; 88.2% in time; 29.1% or (27.1%) of what was counted right before.
_POINTS_BACK = re.compile(
    r"\s*(?:of\s+(?:them|these|those|which|whom)\b|(?:in|within|on)\s+(?:the\s+|its\s+)?(?:[a-z]+\s+)?(?:time|target|schedule)\b)"
)
_ASIDE = re.compile(r"\s*,?\s*or\s*|\s*\(?\s*")
_RATE_OF = re.compile(r"(?:^|\W)an?\s+(?P<word>rate|share|proportion)\s+of\s*$")
_WHOLE = re.compile(
    r"\s*of\s+(?P<whole>(?:the|all|total|our|its)\s+(?:(?!(?:or|and|for|which|in|at|was|were|is|by|due\s+to)\b)[\w’'-]+\s*){1,4})"
)
_JUST_MOVED = re.compile(
    r"\s*,?\s*(?:or\s+)?(?:up|down|(?:an?\s+)(?:[a-z-]+\s+)?(?:improvement|increase|decrease|rise|fall|drop|reduction|decline|gain)\s+of)\s*(?:by)?\s*"
)

_FOR = re.compile(r"\bfor(?:\s+a\s+total(?:\s+of)?)?\s*$|\bat\s+a\s+(?:total\s+)?cost\s+of\s*$")
_JOINED = re.compile(r"\s*,?\s*(?:or\s+)?(?:by\s+)?")


@dataclass(slots=True)
class Topic:
    """The last name that named something; `full` with the place it was narrowed to.

    `noun` is what was counted last, in `unit`, `counted` the name of that figure;
    `here`: whether a figure of the same passage has been named.
    """

    name: str = ""
    full: str = ""
    noun: str = ""
    counted: str = ""
    unit: str | None = None
    here: bool = False


def told_of(draft: Draft, topic: Topic, plain: str) -> str:
    """The name where the clause tells it in one of its set ways, else ""."""
    if draft.kind.startswith("change"):
        left = without_approx(draft.setting.left, "en")
        bare = topic.here and (
            _JUST_MOVED.fullmatch(left) or (_JOINED.fullmatch(left) and _told_twice_or_from_estimate(draft))
        )
        return change_name(topic.full, draft, name_words()) if bare and topic.full else ""
    if draft.kind == "ratio":
        return "" if draft.unit == "times" else _ratio_told(draft, topic) or object_moved(draft)
    cost = _cost_of(draft, topic)
    if cost:
        return cost
    noun = _noun(draft, plain)
    counted = done_with(draft, noun or topic.noun) if noun or (topic.noun and draft.unit is None) else ""
    if noun:
        topic.noun, topic.counted, topic.unit = noun, counted or noun, draft.unit
    elif counted:
        topic.counted = counted
        _count_in(draft, topic.unit)
    else:
        topic.counted = ""
    moved = object_moved(draft)
    topic.name = moved or topic.name
    return counted or moved or part_of_sum(draft, topic.full) or spared(draft)


def _told_twice_or_from_estimate(draft: Draft) -> bool:
    """3.1 per cent or $14 billion lower than the original estimate."""
    right = draft.setting.right
    return bool(name_words().estimate.match(right) or re.fullmatch(r"\s*or\s*", right))


def _cost_of(draft: Draft, topic: Topic) -> str:
    """Repurchased 72 million shares for $3.0 billion: their cost."""
    left = without_approx(draft.setting.left, "en")
    if not topic.here or not topic.counted or draft.unit in (None, topic.unit) or not _FOR.search(left):
        return ""
    return f"{topic.counted}: {name_words().cost}"


def _count_in(draft: Draft, unit: str | None) -> None:
    """864 complaints, of which 251 were upheld: a unit printed once is the unit of each of them."""
    draft.setting = draft.setting._replace(figure=draft.figure._replace(unit=unit))


def _ratio_told(draft: Draft, topic: Topic) -> str:
    """84.7% of them in time; 43.4% of the programme; a rate of 43.5%: of what was told right before."""
    left, right, here = without_approx(draft.setting.left, "en"), draft.setting.right, topic.here
    rate = _RATE_OF.search(left)
    if rate and topic.counted and here:
        return f"{topic.counted}: {rate['word']}"
    aside = here and _ASIDE.fullmatch(left)
    whole = _WHOLE.match(right)
    if aside and whole and topic.full:
        return f"{topic.full.partition(': ')[0]} {name_words().share} of {tidy(whole['whole'])}"
    back = here and _POINTS_BACK.match(right)
    return share_of_counted(draft, topic.counted) if (back or aside) and topic.counted else ""


def _noun(draft: Draft, plain: str) -> str:
    """The thing counted, in few words; of a measure only with what is measured, of a time the word time."""
    words = lexicon.data("names")["en"]
    noun = counted_noun(draft, plain)
    if noun or draft.unit not in words["measures"]:
        return noun
    return str(words["time"] if draft.unit in words["timed"] else draft.unit)
