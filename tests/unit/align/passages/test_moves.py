"""Passages that have left their section, rewritten ones, and those that figures join."""

from __future__ import annotations

import pytest

from text_reports import report_of, texts
from yoy.align.passages.pair import pair_passages
from yoy.align.sections.pair import pair_sections
from yoy.model import PassagePair
from yoy.options import AlignOptions

REFORM = "推进审批制度改革，梳理权责清单，公布办事指南，压缩办理时限。"
MEDIATE = "健全人民调解组织网络，及时化解邻里纠纷和劳动争议，防止矛盾激化。"
TEACH = "开展宪法宣传周活动，组织干部学法用法，建设法治文化阵地。"
PRIOR = f"一、深化改革\n{REFORM}\n{MEDIATE}\n二、普法宣传\n{TEACH}"
CURRENT = f"一、深化改革\n{REFORM}\n二、普法宣传\n{TEACH}\n{MEDIATE}"


def paired(prior: str, current: str) -> list[tuple[PassagePair, str, str]]:
    one, other = report_of(prior), report_of(current, 2018)
    links = pair_passages(one, other, pair_sections(one, other, AlignOptions()))
    return [
        (p, "".join(texts(one, p.prior)).strip(), "".join(texts(other, p.current)).strip()) for p in links
    ]


def test_a_sentence_found_in_another_chapter_has_moved() -> None:
    (found,) = [pair for pair, prior, _ in paired(PRIOR, CURRENT) if prior == MEDIATE]
    assert (found.relation, found.moved) == ("same", True)


def test_what_stayed_has_not() -> None:
    stayed = [pair for pair, prior, _ in paired(PRIOR, CURRENT) if prior in (REFORM, TEACH)]
    assert [pair.moved for pair in stayed] == [False, False]


@pytest.mark.parametrize("other", ["建成公园绿地六处并向市民开放，新增停车泊位一批。"])
def test_a_sentence_that_nobody_said_before_is_added(other: str) -> None:
    (found,) = [pair for pair, _, current in paired(PRIOR, f"{CURRENT}\n{other}") if current == other]
    assert found.relation == "added"
