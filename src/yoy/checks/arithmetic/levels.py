"""The level that a claimed change is of, where the figures' own links leave it open."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from yoy.checks.patterns import pattern, words
from yoy.checks.view import stops
from yoy.lexicon import data

if TYPE_CHECKING:
    from yoy.checks.view import View
    from yoy.model import Quantity

_SAME_SUBJECT = 0.5
_WITHIN = 24
_WORD = re.compile(r"[a-z]{2,}")
_SIGNS = re.compile(r"[，,、；;。：:（(\s\d]")
_POINTS = ("百分点", "percentage points")


def level_of(view: View, claim: Quantity) -> Quantity | None:
    """The level linked to a change, else the one before it that its own clause names.

    信访总量7623件，与上年同期相比下降15.9% names none, so the nearest counts; 事故19起、死亡20人，事故起数
    下降17.4% names the first of two.
    """
    linked = view.figure.get(claim.of) if claim.of else None
    if linked is not None:
        change = as_change(view, linked)
        return linked if change is linked else view.figure.get(change.of or "")
    before = [
        mate
        for mate in view.mates(claim)
        if mate.span.end <= claim.span.start and _can_change(mate, claim) and as_change(view, mate) is mate
    ]
    if not before or stops(view.text[before[-1].span.end : claim.span.start]):
        return None
    if not subject_of(view, claim):
        told = [mate.id for mate in view.mates(claim) if mate.id == claim.id or as_change(view, mate) is mate]
        return before[-1] if told[told.index(claim.id) - 1] == before[-1].id else None
    own = (level for level in reversed(before) if not _is_of_another(claim, level))
    return next((level for level in own if names(view, claim, level)), None)


def _is_of_another(claim: Quantity, level: Quantity) -> bool:
    """Whether a change narrows its subject by other words than the level: 农村居民收入 is no 城镇居民收入."""
    narrowed = set(claim.qualifiers), set(level.qualifiers)
    return all(narrowed) and not narrowed[0] & narrowed[1]


def as_change(view: View, figure: Quantity) -> Quantity:
    """由3.2万户增长到4.1万户，净增0.9万户: a net addition behind two levels is their difference."""
    if figure.kind != "level" or not pattern("growth", "net_new").search(view.lead(figure)):
        return figure
    before = view.mates_before(figure)
    if not before or not before[-1].baseline or before[-1].unit != figure.unit:
        return figure
    return replace(figure, kind="change_abs", direction="up", of=before[-1].id)


def _can_change(level: Quantity, claim: Quantity) -> bool:
    if level.role != "result" or level.table is not None:
        return False
    if claim.kind == "change_abs" and claim.unit in _POINTS:
        return level.kind == "ratio"
    if claim.kind == "change_abs":
        return level.kind == "level" and level.unit == claim.unit
    return level.kind == "level"


def subject_of(view: View, claim: Quantity) -> str:
    """What a change's own clause names, without the words of comparing and changing."""
    if view.report.document.language == "en":
        return " ".join(_english_subject(view.lead(claim)))
    subject = pattern("growth", "filler").sub("", _SIGNS.sub("", view.lead(claim)))
    return subject if len(subject) > 1 else ""


def _english_subject(lead: str) -> list[str]:
    words_of_change = words("growth", "english_filler")
    return [word for word in _WORD.findall(lead.casefold()) if word not in words_of_change]


def names(view: View, claim: Quantity, level: Quantity) -> bool:
    """Whether what the change's clause names is the level, or nothing is named."""
    if pattern("ratio", "inner").search(view.lead(claim)):
        return False
    subject = subject_of(view, claim)
    if not subject:
        return True
    named = _named(view, level)
    if view.report.document.language == "en":
        return any(word in named.casefold() for word in subject.split())
    return sum(char in named for char in subject) >= _SAME_SUBJECT * len(subject)


def _named(view: View, level: Quantity) -> str:
    """The words that name a level: those behind it up to 、, for what follows is another's."""
    behind = view.tail(level).partition("、")[0]
    return f"{level.indicator}{level.unit or ''}{view.lead(level)}{behind}"


def owns(view: View, claim: Quantity, level: Quantity) -> bool:
    """Whether a change is surely the level's: nothing is named, or the noun it is named by is the level's.

        新开工制造业项目248个，制造业投资增长13.3%: the growth is of 投资, not of 项目. What 分别 hands out
    goes to its level.
    """
    if level.span.end <= claim.span.start and pattern("ratio", "inner").search(
        view.text[level.span.end : claim.span.start]
    ):
        return False
    if view.report.document.language == "en":
        return names(view, claim, level)
    if claim.of == level.id and data("names")["zh"]["respectively"] in view.lead(claim):
        return names(view, claim, level)
    head = pattern("growth", "counting").sub("", subject_of(view, claim))[-2:]
    named = _named(view, level)
    return names(view, claim, level) and all(char in named for char in head)


def wholes_before(view: View, claim: Quantity, level: Quantity) -> list[Quantity]:
    """Levels that `level` is the last of several listed parts of: a change behind a list may be the whole's.

    总里程1200公里，其中县道300公里、村道900公里，比上年增加60公里: the whole grew. A change right behind
    a part (、增长7%) or behind the only one is the part's.
    """
    if not re.search(r"[，,]", view.text[level.span.end : claim.span.start]):
        return []
    inner = pattern("ratio", "inner")
    before = [m for m in view.mates(level) if (m.kind, m.unit) == (level.kind, level.unit)]
    before = [m for m in before if m.span.end <= level.span.start]
    wholes = [m for m in before if inner.search(view.text[m.span.end : level.span.start])]
    return wholes if len(wholes) < len(before) else []


def is_cause(view: View, claim: Quantity, level: Quantity) -> bool:
    """Whether a change is named as a cause of another: to $1,056 million due to increases of 24%."""
    between = view.text[level.span.end : claim.span.start]
    return bool(pattern("growth", "cause").search(between))


def is_average(view: View, claim: Quantity) -> bool:
    """Whether a rate is one of several years: 年均增长6%."""
    return bool(pattern("growth", "average").search(view.lead(claim) + view.tail(claim)))


def is_in_real_terms(view: View, claim: Quantity, level: Quantity) -> bool:
    """Whether growth is stated in real terms or like for like, which levels as printed can't show."""
    told = _told_around(view, claim, level)
    return any(pattern("growth", name).search(told) for name in ("real_terms", "prices_open"))


def leaves_prices_open(view: View, claim: Quantity, level: Quantity) -> bool:
    """Whether growth is mostly that of the levels as printed: prices explain a small difference only."""
    own = f"{view.lead(level)}{view.text[level.span.start : claim.span.start]}{level.indicator}"
    return not pattern("growth", "real_terms").search(own)


def _told_around(view: View, claim: Quantity, level: Quantity) -> str:
    start = max(view.sentence(claim).start, min(level.span.start, claim.span.start) - _WITHIN)
    return f"{view.text[start : max(claim.span.end, level.span.start)]}{level.indicator}"
