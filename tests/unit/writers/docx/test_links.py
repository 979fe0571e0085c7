"""What is shown as a move, and what as deleted here and inserted there."""

from __future__ import annotations

from property.test_promises import compared
from yoy.writers.docx.links import Links, find_links
from yoy.writers.docx.sides import Side

KEPT = "各街道认真办理群众来信，做到件件有回音。\n少年宫夏令营吸引了许多孩子，家长普遍满意。\n二、下一步打算"
LAST = "编制河道整治方案并公示，涉及村居十一处。"


def links(prior: str, current: str) -> Links:
    before, after = compared(f"一、总体情况\n{prior}", f"一、总体情况\n{current}").reports
    pair = compared(f"一、总体情况\n{prior}", f"一、总体情况\n{current}").pairs[0]
    return find_links(pair, Side(before, "prior"), Side(after, "current"))


def moves(found: Links) -> int:
    return len({move.name for move in found.moves["current"].values()})


def test_a_paragraph_that_left_its_place_is_a_move() -> None:
    left = "老旧电梯更新改造由房管部门牵头，全年完成改造36部，资金专户管理。"
    came = left.replace("36部", "41部")
    found = links(f"{left}\n{KEPT}\n{LAST}", f"{KEPT}\n{came}\n{LAST}")
    assert moves(found) == 1


def test_paragraphs_that_left_together_are_one_move() -> None:
    left = "老旧电梯更新改造由房管部门牵头，资金专户管理。\n图书馆夜间开放，读者证与市民卡合一。"
    found = links(f"{left}\n{KEPT}\n{LAST}", f"{KEPT}\n{left}\n{LAST}")
    assert moves(found) == 1
    assert len(found.moves["prior"]) == len(found.moves["current"]) >= 2


def test_what_was_rewritten_elsewhere_is_no_move() -> None:
    left = "办理群众身边实事12件，建成口袋公园8处，新增停车泊位460个，老人食堂惠及900人。"
    came = "新增停车泊位730个，另有充电桩、非机动车棚和共享雨伞点陆续启用，居民评价明显好转。"
    found = links(f"{left}\n{KEPT}\n{LAST}", f"{KEPT}\n{came}\n{LAST}")
    assert moves(found) == 0


def test_links_that_stand_keep_both_orders() -> None:
    found = links(f"{LAST}\n{KEPT}", f"{KEPT}\n{LAST}")
    for one, other in zip(found.placed, found.placed[1:], strict=False):
        assert one.prior[1] <= other.prior[0]
        assert one.current[1] <= other.current[0]
