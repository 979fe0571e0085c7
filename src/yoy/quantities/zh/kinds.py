"""Level, ratio, rank or change, and which way: from the words around a figure in Chinese."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from yoy import lexicon
from yoy.quantities.context import without_approx
from yoy.quantities.kinds import Kind

if TYPE_CHECKING:
    from yoy.model import Direction
    from yoy.quantities.context import Setting

_LIST = re.compile(r"\s*(?:[、和及与，,/]|以及)\s*")
# 分别比上年增加3万亩、2亿斤: a second change in another unit has no noun of its own.
_NO_NOUN = re.compile(r"\s*(?:[，。；、,;]|$)")


class _Words(NamedTuple):
    verb: re.Pattern[str]
    any_verb: re.Pattern[str]
    moved_to: re.Pattern[str]
    growth: re.Pattern[str]
    held_at: re.Pattern[str]
    fall: re.Pattern[str]
    rate_name: re.Pattern[str]
    share: re.Pattern[str]
    absolute: frozenset[str]
    absolute_after: re.Pattern[str]
    comparison: re.Pattern[str]
    last_year: re.Pattern[str]
    compared: re.Pattern[str]
    done_to: re.Pattern[str]
    bound_before_next: re.Pattern[str]
    relative_units: frozenset[str]
    point_units: frozenset[str]
    durations: frozenset[str]
    up: frozenset[str]
    short: frozenset[str]


def kind_of(  # noqa: PLR0911 - one return a kind
    setting: Setting, before: Kind | None, before_unit: str | None, *, timed: bool
) -> Kind:
    """Kind and direction of a figure.

    Args:
        setting: the figure and the words around it.
        before: the kind of the figure right before in the same passage, for lists of changes.
        before_unit: its unit.
        timed: whether the last level named is a duration: 提速4% shortens it.
    """
    figure, words = setting.figure, _words()
    left = without_approx(setting.left, "zh")
    if figure.shape == "rank":
        return Kind("rank")
    if figure.shape == "doubling":
        return Kind("change_rel", "up")
    if (
        before
        and setting.previous
        and _LIST.fullmatch(_behind_bound(setting.left))
        and (before_unit == figure.unit or (before.kind == "change_abs" and _NO_NOUN.match(setting.right)))
    ):
        return before
    change = _change(left, words, timed)
    if left.endswith(("+", "＋")) and words.compared.search(left[:-1]):
        return Kind("change_rel" if figure.unit in words.relative_units else "change_abs", "up")
    if figure.value < 0 and (change or words.compared.search(left)):
        return Kind("change_rel" if figure.unit in words.relative_units else "change_abs", "down")
    if figure.unit in words.point_units:
        return Kind("change_abs", change or _any_direction(left, words))
    relative = figure.unit in words.relative_units or figure.shape == "fraction"
    if relative:
        attribute = figure.shape == "fraction" and setting.right.startswith("的")
        return Kind("change_rel", change) if change and not attribute else Kind("ratio")
    if change and _is_absolute(left, setting.right, words):
        return Kind("change_abs", change)
    if figure.unit is None and words.share.search(left):
        return Kind("ratio")
    return Kind("level")


def is_duration(unit: str | None) -> bool:
    """Whether a level of this unit is a length of time, which is better when shorter."""
    return unit in _words().durations


def _change(left: str, words: _Words, timed: bool) -> Direction | None:  # noqa: FBT001
    """The direction of the change verb or growth noun that the words end in."""
    moved_to = words.moved_to.search(left) and not words.held_at.search(left)
    if moved_to or words.rate_name.search(left):
        return None
    match = words.verb.search(left)
    if match:
        verb = match["verb"]
        if verb in words.short and not words.comparison.search(left):
            return None
        if verb == "提速":
            return "down" if timed else "up"
        return "up" if verb in words.up else "down"
    if words.growth.search(left):
        return "up"
    return "down" if words.fall.search(left) else None


def _any_direction(left: str, words: _Words) -> Direction | None:
    verbs = words.any_verb.findall(left)
    if not verbs:
        return None
    return "up" if verbs[-1] in words.up else "down"


def _is_absolute(left: str, right: str, words: _Words) -> bool:
    match = words.verb.search(left)
    if not match or words.done_to.search(left, 0, match.end("verb")):
        return False
    if match["verb"] not in words.absolute:
        return bool(words.last_year.search(left))
    ends = not right or bool(words.absolute_after.match(right))
    return ends or bool(words.comparison.search(left))


def _behind_bound(left: str) -> str:
    """左右和 between two figures of a list is only 和."""
    bound = _words().bound_before_next.match(left)
    return left[bound.end() :] if bound else left


def rule(name: str) -> re.Pattern[str]:
    """A rule of lexicon/kinds.toml for Chinese."""
    return lexicon.pattern(f"kinds.zh.{name}")


@cache
def _words() -> _Words:
    data: dict[str, Any] = lexicon.data("kinds")["zh"]
    more = [f"多{verb}" for verb in data["more_or_less"]]
    less = [f"少{verb}" for verb in data["more_or_less"]]
    verbs = lexicon.choice((*data["up"], *data["down"], *more, *less))
    growth, fall = "|".join(data["growth"]), "|".join(data["fall"])
    filler = f"(?:{lexicon.choice(data['filler'])}|\\s)*$"
    link = rf"(?:{lexicon.choice(data['growth_adverbs'])})*(?:{lexicon.choice(data['growth_links'])})*\s*$"
    moved = lexicon.choice((*data["up"], *data["down"], *more, *less, *data["held"]))
    return _Words(
        verb=re.compile(rf"(?P<verb>{verbs}){filler}"),
        any_verb=re.compile(verbs),
        moved_to=re.compile(rf"(?:{moved})(?:{lexicon.choice(data['to'])})\s*$"),
        growth=re.compile(rf"(?:{growth}){link}"),
        held_at=re.compile(rf"(?:{growth}){rule('held_at').pattern}"),
        fall=re.compile(rf"(?:{fall}){link}"),
        rate_name=rule("rate_name"),
        share=rule("share"),
        absolute=frozenset((*data["absolute"], *more, *less)),
        absolute_after=rule("absolute_after"),
        comparison=rule("comparison"),
        last_year=rule("last_year"),
        compared=rule("compared_now"),
        done_to=rule("done_to"),
        bound_before_next=rule("bound_before_next"),
        relative_units=frozenset(data["relative_units"]),
        point_units=frozenset(data["point_units"]),
        durations=frozenset(data["durations"]),
        up=frozenset((*data["up"], *more)),
        short=frozenset(data["short"]),
    )
