"""The passages of two linked sections, in order."""

from __future__ import annotations

from text_reports import report_of
from yoy.align.passage_texts import passage_texts
from yoy.align.passages.in_order import align_in_order
from yoy.align.passages.regions import Region
from yoy.align.passages.similarity import Similarity


def matched(prior: str, current: str) -> list[tuple[str, str]]:
    former, latter = passage_texts(report_of(prior)), passage_texts(report_of(current, 2018))
    region = Region(former, latter, moved=False, opens=None, certain=True)
    return sorted(
        ("".join(former[i].text for i in m.prior).strip(), "".join(latter[j].text for j in m.current).strip())
        for m in align_in_order(region, Similarity((*former, *latter)), {})
    )


def test_edited_sentences_meet_and_new_ones_stay_alone() -> None:
    assert matched(
        "推进政务公开工作。\n加强行政执法监督检查。",
        "推进政务公开工作。\n组建综合执法队伍并挂牌运行。\n加强行政执法监督和检查。",
    ) == [
        ("加强行政执法监督检查。", "加强行政执法监督和检查。"),
        ("推进政务公开工作。", "推进政务公开工作。"),
    ]


def test_one_sentence_cut_in_two_meets_both() -> None:
    found = matched(
        "梳理公布权责清单目录，取消调整一批行政审批事项。",
        "梳理公布权责清单目录。\n取消调整一批行政审批事项。",
    )
    assert len(found) == 1
    assert found[0][1].replace("\n", "") == "梳理公布权责清单目录。取消调整一批行政审批事项。"


def test_pairs_never_cross() -> None:
    found = matched(
        "健全矛盾纠纷化解机制。\n落实普法责任清单。", "落实普法责任清单。\n健全矛盾纠纷化解机制。"
    )
    assert len(found) == 1
