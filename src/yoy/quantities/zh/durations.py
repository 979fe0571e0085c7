"""A figure told of several years: their sum, the level at their end, or either."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from yoy.lexicon import alternatives, data, pattern

if TYPE_CHECKING:
    from yoy.quantities.drafts import Draft

Answer = Literal["level", "sum", "unknown"]
_LIST_MARK = re.compile(r"\s*(?:[、和及与]|以及)\s*")
_LISTED = re.compile(r"(?:\d[\d.,]*[^\d，。；、]{0,8}(?:[、和及与]|以及)\s*)+$")
_AFTER_FIGURE = re.compile(r"^.*\d[\d.,]*[万亿千百]*[\u4e00-\u9fff%‰]?")
_MONEY = "元"
_FILL = "(?:了|约|近|超过?|已|已经|首次|分别|均|双双|全国|全省|第)*"


def answer_of(draft: Draft, plain: str, before: tuple[Draft, Answer] | None) -> Answer:
    """Whether a figure is a level at the end of several years or their sum, by the words before it.

    Args:
        before: the figure before it with its answer, which a list carries along.
    """
    left = list_lead(draft, plain)
    told = _told(left, draft, plain)
    if told != "unknown" or before is None or not _continues(draft, before[0]):
        return told
    return before[1]


def _told(left: str, draft: Draft, plain: str) -> Answer:  # noqa: PLR0911 - one reason a line
    """By the words of a figure's own clause; of two that disagree the later counts."""
    clause = plain[draft.setting.clause.start : draft.figure.span.start]
    if pattern("periods_of_figures.zh.steady").search(clause):
        return "unknown"
    if draft.kind == "rank":
        return "level"
    if _addition().search(left):
        return "sum"
    if draft.kind == "ratio":
        return "sum" if _ending_flow().search(left) else "level"
    is_money = bool(draft.unit and draft.unit.endswith(_MONEY))
    if pattern("periods_of_figures.zh.running_total").search(left):
        return "sum" if is_money else "level"
    summed, standing = last_at(_flow(), left), last_at(_noun(), left)
    if standing < 0 <= max(summed, last_at(_all_years(), clause)) and not _stock().search(left):
        return "sum"
    if summed > standing:
        return "sum"
    if is_money and _spending().search(left):
        return "unknown"
    return "level" if standing >= 0 or _stock().search(left) else "unknown"


def last_at(words: re.Pattern[str], text: str) -> int:
    """Where the last match begins; -1 without one."""
    return max((match.start() for match in words.finditer(text)), default=-1)


def says(name: str, text: str) -> bool:
    """Whether a rule of lexicon/periods_of_figures.toml for Chinese finds something in `text`."""
    return bool(pattern(f"periods_of_figures.zh.{name}").search(text))


def _continues(draft: Draft, before: Draft) -> bool:
    """Whether a figure stands in a list with the one before it, or that one is part of its words."""
    return draft.setting.clause == before.setting.clause


def list_lead(draft: Draft, plain: str) -> str:
    """The words before a figure, or before the list that it stands in: 从7家、4家增加到10家、6家."""
    if not draft.setting.previous or not _LIST_MARK.fullmatch(draft.setting.left):
        return draft.setting.left
    said = _LISTED.sub("", plain[draft.setting.clause.start : draft.figure.span.start])
    return _AFTER_FIGURE.sub("", said)


def is_average(draft: Draft, plain: str) -> bool:
    """Whether a figure is one for each of several years, by its clause: 年均分别增长5%、7%."""
    said = plain[draft.setting.clause.start : draft.figure.span.start]
    return says("average", said)


@cache
def _addition() -> re.Pattern[str]:
    return _any("additions", "")


@cache
def _flow() -> re.Pattern[str]:
    return _any("flows", "")


def _all_years() -> re.Pattern[str]:
    return pattern("periods_of_figures.zh.counted_years")


@cache
def _ending_flow() -> re.Pattern[str]:
    return _any("flows", r"(?:了|约|近|超过?)?\s*$")


@cache
def _spending() -> re.Pattern[str]:
    return _any("spendings", "")


@cache
def _stock() -> re.Pattern[str]:
    return _any("stocks", rf"{_FILL}\s*$")


@cache
def _noun() -> re.Pattern[str]:
    return _any("stock_nouns", "")


def _any(group: str, tail: str) -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives(data('periods_of_figures')['zh'][group])}){tail}")
