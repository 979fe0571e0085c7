"""Long sentences in other words that hold figures of one name."""

from __future__ import annotations

from marked_reports import report
from yoy.align.passages.alignment import passage_alignment
from yoy.align.passages.shared_figures import find_joined
from yoy.align.passages.similarity import Similarity
from yoy.align.sections.pair import pair_sections
from yoy.options import AlignOptions

PRIOR = """
# 一、行政复议
按照依法受理、快速审理的要求，{154件|行政复议申请收到件数}申请得到处理，群众满意。
# 二、普法
开展宪法宣传活动，建设法治文化阵地。
"""
CURRENT = """
# 一、行政复议
积极发挥复议主渠道作用，强化案件质量，年内按照快速审理的要求依法受理申请{161件|行政复议申请收到件数}。
# 二、普法
开展宪法宣传活动，建设法治文化阵地。
"""


def joined(prior: str, current: str) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    one, other = report(2017, prior), report(2018, current)
    alignment = passage_alignment(one, other, pair_sections(one, other, AlignOptions()))
    similarity = Similarity((*alignment.former, *alignment.latter))
    found = find_joined(alignment, [], similarity)
    return [(m.current, m.prior) if alignment.swapped else (m.prior, m.current) for m in found]


def test_a_figure_of_one_name_joins_two_sentences_in_one_section() -> None:
    assert joined(PRIOR, CURRENT) == [((1,), (1,))]


def test_the_same_unit_without_the_name_does_not() -> None:
    assert joined(PRIOR, CURRENT.replace("|行政复议申请收到件数", "|法律援助案件件数")) == []


def test_one_name_in_sentences_with_nothing_else_in_common_does_not() -> None:
    other = CURRENT.replace(
        "积极发挥复议主渠道作用，强化案件质量，年内按照快速审理的要求依法受理申请", "总数为"
    )
    assert joined(PRIOR, other) == []
