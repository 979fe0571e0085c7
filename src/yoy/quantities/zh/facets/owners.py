"""Whose a standard indicator is, where its own words leave out what the sentence or the list began with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.lexicon import pattern
from yoy.quantities.zh.facets.qualifiers import qualifiers_in
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from yoy.quantities.drafts import Draft

_SENTENCE = re.compile(r".*[。；\n]", re.DOTALL)


def owner_of(draft: Draft, plain: str, area: tuple[str, ...]) -> tuple[str, ...]:
    """The words that narrow a figure by what stands before it: the area of its sentence, the firms of its list.

    双城经济圈建设走深走实，经济总量超9万亿元; 省属企业完成投资553亿元、研发投入133亿元.
    """
    if draft.concept is None or draft.qualifiers:
        return ()
    return _area_of_sentence(draft, plain) or _firms_of_list(draft, plain, area)


def _area_of_sentence(draft: Draft, plain: str) -> tuple[str, ...]:
    passage, clause = draft.setting.passage.span, draft.setting.clause
    opened = _SENTENCE.match(plain, passage.start, clause.start)
    start = opened.end() if opened else passage.start
    found = pattern("qualifiers.zh.area_of_sentence").fullmatch(plain, start, clause.start)
    if found is None or name_words().light.match(found["owner"]) or name_words().verbs.match(found["owner"]):
        return ()
    return (found["owner"],)


def _firms_of_list(draft: Draft, plain: str, area: tuple[str, ...]) -> tuple[str, ...]:
    if not draft.setting.previous:
        return ()
    clause = plain[draft.setting.clause.start : draft.figure.span.start]
    found = pattern("qualifiers.zh.firms_of_list").match(clause)
    return (*qualifiers_in(found["owner"], area), "企业") if found else ()
