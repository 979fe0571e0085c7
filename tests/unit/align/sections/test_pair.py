from __future__ import annotations

import pytest

from text_reports import report_of, titles
from yoy.align.sections.pair import pair_sections
from yoy.errors import AlignError
from yoy.model import SectionPair
from yoy.options import AlignOptions, Pin

PRIOR = """2017年度法治政府建设情况报告
一、2017年工作情况
（一）健全法治政府建设领导体制机制
区政府常务会议四次听取法治建设汇报，调整领导小组成员，明确各镇主要负责人职责。
（二）行政审批制度改革
全区审批事项总数由581项精简至558项，当场办结和提前服务事项达310项。
（三）化解社会矛盾纠纷
人民调解委员会受理纠纷9783件，调解成功9658件，协议书由司法所统一归档。
二、存在的不足
少数部门执法人员持证上岗率不高，案卷评查发现文书送达不规范。
三、下一步打算
组织新进公务员旁听庭审，编印执法指引，开展案例评选。
"""
CURRENT = """2018年度法治政府建设情况报告
一、2018年工作情况
（一）法治政府建设领导体制机制进一步健全
区政府常务会议五次听取法治建设汇报，调整领导小组成员，明确各镇主要负责人职责。
（二）社会矛盾纠纷化解力量加强
人民调解委员会受理纠纷8120件，调解成功8003件，协议书由司法所统一归档。
（三）深化审批改革
全区审批事项总数由558项精简至540项，当场办结和提前服务事项达330项。
二、主要问题
少数部门执法人员持证上岗率不高，案卷评查发现文书送达不规范。
三、2019年公共法律服务
建成法律援助窗口十二个，律师驻点值守，热线接听群众咨询。
"""


def linked(prior: str, current: str, options: AlignOptions | None = None) -> dict[str, SectionPair]:
    before, after = report_of(prior, 2017), report_of(current, 2018)
    pairs = pair_sections(before, after, options or AlignOptions())
    return {"|".join(titles(before, p.prior)) + "→" + "|".join(titles(after, p.current)): p for p in pairs}


def test_sections_are_linked_by_title_and_text() -> None:
    found = linked(PRIOR, CURRENT)
    assert found["2017年工作情况→2018年工作情况"].relation == "same"
    renamed = found["健全法治政府建设领导体制机制→法治政府建设领导体制机制进一步健全"]
    assert (renamed.relation, renamed.moved) == ("renamed", False)
    assert found["存在的不足→主要问题"].relation == "renamed"
    assert found["下一步打算→"].relation == "removed"
    assert found["→2019年公共法律服务"].relation == "added"


def test_one_of_two_sections_that_change_places_has_moved() -> None:
    found = linked(PRIOR, CURRENT)
    swapped = [found["行政审批制度改革→深化审批改革"], found["化解社会矛盾纠纷→社会矛盾纠纷化解力量加强"]]
    assert [pair.moved for pair in swapped].count(True) == 1


def test_roots_are_linked_whatever_they_say() -> None:
    pairs = pair_sections(report_of("甲乙丙丁。", 2017), report_of("风马牛。", 2018), AlignOptions())
    assert [(p.prior, p.current) for p in pairs] == [(("s0",), ("s0",))]


def test_a_report_without_headings_meets_one_with_many() -> None:
    flat = "".join(line + "\n" for line in CURRENT.split("\n") if len(line) > 22)
    found = linked(PRIOR, flat)
    assert all(p.relation == "removed" for p in found.values() if p.prior != ("s0",))


def test_a_section_put_a_level_deeper_has_not_moved() -> None:
    deeper = CURRENT.replace("二、主要问题\n", "二、问题和打算\n（一）存在的不足\n")
    found = linked(PRIOR, deeper)
    key = next(key for key in found if key.startswith("存在的不足→存在的不足"))
    assert not found[key].moved


def test_a_section_split_in_two() -> None:
    prior = """一、政务公开与热线
门户网站发布规范性文件解读二百篇，直播新闻发布会，集约化平台迁移完毕。市民热线接通率提高，回访员抽样核实工单，疑难诉求由督查室挂牌。
二、财政预算
压减一般性支出，部门预算公开到经济分类款级，绩效评价覆盖重点项目。
"""
    current = """一、政务公开
门户网站发布规范性文件解读三百篇，直播新闻发布会，集约化平台迁移完毕。
二、热线办理
市民热线接通率提高，回访员抽样核实工单，疑难诉求由督查室挂牌。
三、财政预算
压减一般性支出，部门预算公开到经济分类款级，绩效评价覆盖重点项目。
"""
    assert linked(prior, current)["政务公开与热线→政务公开|热线办理"].relation == "split"
    assert linked(current, prior)["政务公开|热线办理→政务公开与热线"].relation == "merged"


def test_a_part_that_was_split_off_moves_no_neighbour() -> None:
    calls = "市民热线接通率提高，回访员抽样核实工单，疑难诉求由督查室挂牌，全年满意率创新高。"
    news = "门户网站发布规范性文件解读二百篇，直播新闻发布会，集约化平台迁移完毕。"
    budget = "二、财政预算\n压减一般性支出。\n"
    whole = f"一、热线办理与政务公开\n{calls}{news}\n{budget}"
    parts = f"一、政务公开\n{news.replace('二百', '三百')}\n{budget}三、热线办理\n{calls}\n"
    for found in (linked(whole, parts), linked(parts, whole)):
        assert len(found) == len(("root", "split or merged", "budget"))
        assert not any(pair.moved for pair in found.values())


@pytest.mark.parametrize(
    ("prior", "current"),
    [("三、", "三、"), ("下一步打算", "2019年公共法律服务"), ("三、下一步打算", "三"), ("三", "三、")],
)
def test_a_pin_forces_a_link(prior: str, current: str) -> None:
    found = linked(PRIOR, CURRENT, AlignOptions(force=(Pin(prior=prior, current=current),)))
    pair = found["下一步打算→2019年公共法律服务"]
    assert pair.pinned
    assert not pair.confirm


def test_a_pin_forbids_a_link() -> None:
    found = linked(PRIOR, CURRENT, AlignOptions(forbid=(Pin(prior="存在的不足", current="主要问题"),)))
    assert found["存在的不足→"].relation == "removed"
    assert found["→主要问题"].relation == "added"


def test_a_way_from_the_top_tells_equal_numbers_apart() -> None:
    twice = PRIOR + "（一）强化培训\n抓好骨干轮训和网络学习平台使用。\n"
    pin = Pin(prior="一、/（一）", current="（一）")
    assert linked(twice, CURRENT, AlignOptions(force=(pin,)))


@pytest.mark.parametrize(
    ("pin", "slug"),
    [
        (Pin(prior="没有这一章", current="一、"), "pin_names_nothing"),
        (Pin(prior="一、", current="（九）"), "pin_names_nothing"),
        (Pin(prior="", current="一、"), "pin_names_nothing"),
    ],
)
def test_a_pin_that_names_nothing_says_so(pin: Pin, slug: str) -> None:
    with pytest.raises(AlignError) as failure:
        linked(PRIOR, CURRENT, AlignOptions(force=(pin,)))
    assert failure.value.slug == slug
    assert failure.value.hint


def test_a_pin_that_names_several_says_so() -> None:
    twice = PRIOR + "（一）强化培训\n抓好骨干轮训。\n"
    with pytest.raises(AlignError) as failure:
        linked(twice, CURRENT, AlignOptions(forbid=(Pin(prior="（一）", current="一、"),)))
    assert failure.value.slug == "pin_names_several"


def test_two_pins_of_one_section_say_that_it_was_split() -> None:
    parts = ("主要问题", "2019年公共法律服务")
    split = tuple(Pin(prior="存在的不足", current=part) for part in parts)
    found = linked(PRIOR, CURRENT, AlignOptions(force=split))
    assert found["存在的不足→主要问题|2019年公共法律服务"].relation == "split"
    merged = tuple(Pin(prior=pin.current, current=pin.prior) for pin in split)
    found = linked(CURRENT, PRIOR, AlignOptions(force=merged))
    assert found["主要问题|2019年公共法律服务→存在的不足"].relation == "merged"


def test_a_link_says_why() -> None:
    found = linked(PRIOR, CURRENT)
    pair = found["健全法治政府建设领导体制机制→法治政府建设领导体制机制进一步健全"]
    assert set(pair.reason) >= {"title", "body"}
    assert all(0 < weight <= 1 for weight in pair.reason.values())
    assert not pair.confirm
