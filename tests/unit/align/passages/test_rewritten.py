"""Sentences in other words that nothing else resembles."""

from __future__ import annotations

from text_reports import report_of, texts
from yoy.align.passages.pair import pair_passages
from yoy.align.sections.pair import pair_sections
from yoy.options import AlignOptions

FIRST = "推进审批制度改革，梳理权责清单，公布办事指南，压缩办理时限。"
LAST = "开展宪法宣传周活动，组织干部学法用法，建设法治文化阵地。"
OLD = "建立政府法律顾问制度，聘请律师参与重大合同审查。"
NEW = "法律顾问制度实现全覆盖，全年参与重大行政决策和合同审查。"


def partners(prior: str, current: str) -> dict[str, str]:
    one, other = report_of(prior), report_of(current, 2018)
    links = pair_passages(one, other, pair_sections(one, other, AlignOptions()))
    return {"".join(texts(one, p.prior)).strip(): "".join(texts(other, p.current)).strip() for p in links}


def test_a_rewritten_sentence_between_two_that_stayed_is_recognised() -> None:
    found = partners(f"一、工作\n{FIRST}\n{OLD}\n{LAST}", f"一、工作\n{FIRST}\n{NEW}\n{LAST}")
    assert found[OLD] == NEW


def test_two_that_come_equally_near_are_left_alone() -> None:
    rival = NEW.replace("全年", "多次")
    found = partners(
        f"一、工作\n{FIRST}\n{LAST}\n二、其他\n{OLD}", f"一、工作\n{FIRST}\n{LAST}\n{NEW}\n{rival}"
    )
    assert found[OLD] == ""
