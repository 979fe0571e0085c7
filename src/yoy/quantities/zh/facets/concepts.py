"""Which standard indicator a figure of Chinese text is one of, and what narrows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yoy import lexicon
from yoy.language.indicators import folded
from yoy.quantities.context import without_approx
from yoy.quantities.zh.facets.qualifiers import modifiers
from yoy.quantities.zh.facets.words import facet_words
from yoy.quantities.zh.naming.changes import change_subject
from yoy.quantities.zh.naming.lists import in_one
from yoy.quantities.zh.naming.phrases import strip_ends
from yoy.quantities.zh.naming.sides import left_of
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.language.indicators import Indicator, Vocabulary
    from yoy.quantities.drafts import Draft


# Words in a bracket that say of which; those with 含, and those in Latin letters, only explain.
_NARROWS = re.compile(r"(?!不?含)[\u4e00-\u9fff]{2,6}")


class Measured(NamedTuple):
    """A standard indicator and the words that narrow it, in reading order.

    Attributes:
        share: whether a word of sharing was taken off (民间投资占比).
    """

    indicator: Indicator
    qualifiers: tuple[str, ...]
    share: bool = False


def measured(draft: Draft, vocabulary: Vocabulary, area: tuple[str, ...]) -> Measured | None:
    """What a figure measures: from its own words, else from its name, which carries what they leave out."""
    for said in (_own_words(draft), draft.indicator.rpartition("：")[2]):
        for text, inner in _with_brackets(said):
            found = look_up(text, draft, vocabulary, area) if text else None
            if found:
                return found._replace(qualifiers=(*found.qualifiers, *inner))
    made = lexicon.pattern("qualifiers.zh.produced_thing").search(draft.indicator)
    output = lexicon.data("qualifiers")["zh"]["output"]
    return look_up(made["thing"] + output, draft, vocabulary, area) if made else None


def _with_brackets(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """`text`, and without the brackets inside it, whose words narrow it (中欧班列（成渝）开行)."""
    yield text, ()
    inset = lexicon.pattern("figures.zh.inset")
    inner = tuple(match.group()[1:-1] for match in inset.finditer(text))
    if inner:
        yield inset.sub("", text), tuple(word for word in inner if _NARROWS.fullmatch(word))


def look_up(text: str, draft: Draft, vocabulary: Vocabulary, area: tuple[str, ...]) -> Measured | None:
    """The indicator whose words `text` ends in, tails that only say how it is told taken off.

    An indicator whose words are followed by others is none: 汽车产量增速 is, 汽车产量基地 isn't.
    """
    if draft.kind == "rank":
        text = facet_words().scope.sub("", text)
    shared = facet_words().of_whole.fullmatch(folded(text))
    if shared:
        return _of_part(shared["part"], shared["whole"], draft, vocabulary, area)
    for rest, share in _without_tails(folded(text)):
        for ending in vocabulary.endings(rest):
            if not ending.indicator.fits(draft.kind, draft.unit, share=share):
                continue
            narrowed = modifiers(rest[: ending.start], area)
            if narrowed is None:
                return None
            if narrowed and ending.alias in ending.indicator.alone:
                continue
            implied = ending.indicator.implied(ending.alias)
            return Measured(ending.indicator, tuple(dict.fromkeys((*narrowed, *implied))), share)
    return None


def _of_part(
    part: str, whole: str, draft: Draft, vocabulary: Vocabulary, area: tuple[str, ...]
) -> Measured | None:
    """服务业增加值占地区生产总值比重: the part is what is measured, the whole narrows it."""
    for ending in vocabulary.endings(part):
        narrowed = modifiers(part[: ending.start], area)
        if narrowed is not None and draft.kind != "level":
            return Measured(ending.indicator, (*narrowed, _whole(whole, vocabulary)), share=True)
    return None


def whole_of(name: str, vocabulary: Vocabulary) -> str:
    """What a share is a share of, as a qualifier; "" where the name says of none."""
    shared = facet_words().of_whole.fullmatch(folded(name))
    return _whole(strip_ends(shared["whole"]), vocabulary) if shared else ""


def _whole(whole: str, vocabulary: Vocabulary) -> str:
    return f"占{next((one.indicator.zh for one in vocabulary.endings(whole) if not one.start), whole)}"


def _own_words(draft: Draft) -> str:
    left = left_of(draft)
    if draft.kind == "rank":
        return ""
    if draft.kind.startswith("change"):
        text = change_subject(left, after_figure=draft.setting.previous)
    else:
        if draft.setting.previous:
            left = name_words().words_part_before.split(left)[-1]
        text = strip_ends(without_approx(left, "zh"))
    handed_out = in_one(text) and text not in draft.indicator
    if name_words().bare_measure.fullmatch(text) and len(draft.indicator.rpartition(text)[0]) > 1:
        return ""  # 苹果产值增长8%、出口增长5%: the name says of what
    return "" if handed_out else text  # 城乡收入分别为: the name says which of the two it is


def _without_tails(text: str) -> Iterator[tuple[str, bool]]:
    """`text`, then without one more of its tails; whether a word of sharing was among them."""
    tails, shares = facet_words().tails, facet_words().share_tails
    left, seen = [(text, False)], {text}
    while left:
        text, share = left.pop(0)
        yield text, share
        for tail in (*shares, *tails):
            if not text.endswith(tail):
                continue
            rest = facet_words().time_tail.sub("", text[: -len(tail)])
            if rest and rest not in seen:
                seen.add(rest)
                left.append((rest, share or tail in shares))
