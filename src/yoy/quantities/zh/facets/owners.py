"""Whose a standard indicator is, where its own words leave out what the sentence or the list began with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.lexicon import data, pattern
from yoy.quantities.zh.facets.qualifiers import qualifiers_in
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from yoy.quantities.drafts import Draft

_SENTENCE = re.compile(r".*[。；\n]", re.DOTALL)


def owner_of(draft: Draft, plain: str, area: tuple[str, ...]) -> tuple[str, ...]:
    """The words that narrow a figure by what stands before it: its sentence's area, its list's firms.

    双城经济圈建设走深走实，经济总量超9万亿元; 省属企业完成投资553亿元、研发投入133亿元.
    """
    if draft.concept is None or draft.qualifiers:
        return ()
    return _area_of_sentence(draft, plain) or _firms_of_list(draft, plain, area)


def excluded(draft: Draft, plain: str) -> tuple[str, ...]:
    """What a figure leaves out, said where its clause or its sentence opens.

    扣除自然因素影响后，空气优良天数比率96.7%、地表水水质优良比例98.5%.
    """
    clause, rule = draft.setting.clause, pattern("qualifiers.zh.excluding")
    found = rule.match(plain, clause.start, draft.figure.span.start)
    if found is None:
        opened = rule.match(plain, _sentence_start(draft, plain), clause.start)
        found = opened if opened and opened.group().endswith("，") else None
    if found is None or draft.kind == "rank":
        return ()
    return ("实际",) if found["prices"] else (data("qualifiers")["zh"]["left_out"] + found["what"],)


def _area_of_sentence(draft: Draft, plain: str) -> tuple[str, ...]:
    found = pattern("qualifiers.zh.area_of_sentence").fullmatch(
        plain, _sentence_start(draft, plain), draft.setting.clause.start
    )
    if found is None or name_words().light.match(found["owner"]) or name_words().verbs.match(found["owner"]):
        return ()
    return (found["owner"],)


def _sentence_start(draft: Draft, plain: str) -> int:
    passage = draft.setting.passage.span
    opened = _SENTENCE.match(plain, passage.start, draft.setting.clause.start)
    return opened.end() if opened else passage.start


def _firms_of_list(draft: Draft, plain: str, area: tuple[str, ...]) -> tuple[str, ...]:
    if not draft.setting.previous:
        return ()
    clause = plain[draft.setting.clause.start : draft.figure.span.start]
    found = pattern("qualifiers.zh.firms_of_list").match(clause)
    return (*qualifiers_in(found["owner"], area), "企业") if found else ()
