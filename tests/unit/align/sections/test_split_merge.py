"""Sections that were split or merged."""

from __future__ import annotations

from text_reports import report_of, titles
from yoy.align.sections.pair import pair_sections
from yoy.options import AlignOptions

REVIEW = "行政复议申请收到一批，依法受理，组织听证，纠正违法或者不当的行政行为，发出复议建议书。"
TRIAL = "行政应诉案件逐步增多，机关负责人按时出庭，履行生效裁判，开展庭审旁听，加强败诉分析。"
OPEN = "主动公开政府信息，办理依申请公开，完善公开目录，加强政策解读，回应社会关切。"
WHOLE = f"一、行政复议和行政应诉\n{REVIEW}\n{TRIAL}\n二、政务公开\n{OPEN}"
PARTS = f"一、行政复议\n{REVIEW}\n二、行政应诉\n{TRIAL}\n三、政务公开\n{OPEN}"


def relations(prior: str, current: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    one, other = report_of(prior), report_of(current, 2018)
    return {
        (link.relation, titles(one, link.prior), titles(other, link.current))
        for link in pair_sections(one, other, AlignOptions())
    }


def test_a_chapter_whose_halves_stand_apart_was_split() -> None:
    found = relations(WHOLE, PARTS)
    assert ("split", ("行政复议和行政应诉",), ("行政复议", "行政应诉")) in found
    assert ("same", ("政务公开",), ("政务公开",)) in found


def test_the_other_way_round_it_was_merged() -> None:
    assert ("merged", ("行政复议", "行政应诉"), ("行政复议和行政应诉",)) in relations(PARTS, WHOLE)


def test_a_new_chapter_beside_an_old_one_is_no_part_of_it() -> None:
    added = f"{WHOLE}\n三、机构改革\n完成机构改革，组建新部门，划转人员编制，明确职责分工，挂牌运行。"
    assert ("added", (), ("机构改革",)) in relations(WHOLE, added)
