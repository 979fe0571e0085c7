from __future__ import annotations

from dataclasses import replace

from text_reports import report_of, texts
from yoy.align.passages.pair import pair_passages
from yoy.align.sections.pair import pair_sections
from yoy.model import PassagePair, Report
from yoy.options import AlignOptions, LexiconOptions
from yoy.quantities.find import find_figures

Shown = tuple[tuple[str, ...], tuple[str, ...], str, bool]


def aligned(prior: str, current: str) -> list[Shown]:
    before, after = report_of(prior, 2017), report_of(current, 2018)
    return [shown(before, after, pair) for pair in pairs_of(before, after)]


def pairs_of(before: Report, after: Report) -> tuple[PassagePair, ...]:
    return pair_passages(before, after, pair_sections(before, after, AlignOptions()))


def shown(before: Report, after: Report, pair: PassagePair) -> Shown:
    return texts(before, pair.prior), texts(after, pair.current), pair.relation, pair.moved


def test_a_changed_figure_does_not_hide_a_pair() -> None:
    prior, current = "全区审批事项总数精简至558项。", "全区审批事项总数精简至12项。"
    assert aligned(prior, current) == [((prior,), (current,), "edited", False)]


def test_one_sentence_made_two() -> None:
    prior = "稳步推进环保基层执法改革试点,研究制定工作方案和指南,推动镇和园区聘请环保管家。"
    current = ("稳步推进环保基层执法改革试点。", "研究制定工作方案和指南,推动镇和园区聘请环保管家。")
    assert aligned(prior, "".join(current)) == [((prior,), current, "edited", False)]
    assert aligned("".join(current), prior) == [(current, (prior,), "edited", False)]


def test_a_new_sentence_between_is_added_alone() -> None:
    prior = "健全河长制湖长制。完成积水点改造五百处。"
    current = "健全河长制湖长制。街头增设游客饮水台。完成积水点改造五百处。"
    relations = [relation for *_, relation, _ in aligned(prior, current)]
    assert relations == ["same", "added", "same"]


def test_removed_passages_stand_where_they_stood() -> None:
    prior = "健全河长制湖长制。街头增设游客饮水台。完成积水点改造五百处。"
    current = "健全河长制湖长制。完成积水点改造五百处。"
    relations = [relation for *_, relation, _ in aligned(prior, current)]
    assert relations == ["same", "removed", "same"]


ONE = "政务微博粉丝四十八万人,影响力列全市各区第一名。"
TWO = "依法行政培训班举办八期,新进执法人员全部参加考试。"
THREE = "轨道交通站点周边公共自行车租赁点实现全覆盖。"


def test_a_moved_sentence_is_found_again_with_an_edit() -> None:
    edited = ONE.replace("第一名", "第二名")
    found = aligned(f"{ONE}{TWO}{THREE}", f"{TWO}{THREE}{edited}")
    assert ((ONE,), (edited,), "edited", True) in found
    assert ((TWO,), (TWO,), "same", False) in found
    assert ((THREE,), (THREE,), "same", False) in found


def test_a_sentence_goes_to_another_section() -> None:
    prior = f"一、网络宣传\n{ONE}\n二、教育培训\n{TWO}{THREE}\n"
    current = f"一、网络宣传\n{ONE}{THREE}\n二、教育培训\n{TWO}\n"
    assert ((THREE,), (THREE,), "same", True) in aligned(prior, current)


def test_boilerplate_keeps_its_neighbours() -> None:
    again = "不断优化办事流程、改进服务作风、提升服务质量。"
    prior = f"{ONE}{again}{TWO}{again}{THREE}"
    current = f"{TWO}{again}{THREE}"
    found = aligned(prior, current)
    assert [(relation, moved) for *_, relation, moved in found if relation == "same"] == [("same", False)] * 3
    before, after = report_of(prior, 2017), report_of(current, 2018)
    pair = next(p for p in pairs_of(before, after) if texts(after, p.current) == (again,))
    assert pair.prior == ("p3",)


def test_short_common_sentences_are_not_taken_for_moves() -> None:
    prior = f"一、网络宣传\n{ONE}成效明显。\n二、教育培训\n{TWO}\n"
    current = f"一、网络宣传\n{ONE}\n二、教育培训\n{TWO}成效明显。\n"
    assert not any(moved for *_, moved in aligned(prior, current))


def test_headings_of_linked_sections_are_a_pair_whatever_they_say() -> None:
    prior = f"一、简政放权\n{ONE}{TWO}\n二、其他\n{THREE}\n"
    current = f"一、优化营商环境\n{ONE}{TWO}\n二、其他\n{THREE}\n"
    assert (("一、简政放权",), ("一、优化营商环境",), "edited", False) in aligned(prior, current)


def test_headings_of_two_replaced_paragraphs_are_no_pair() -> None:
    prior = f"一、公共交通\n{THREE}\n二、其他\n{TWO}\n"
    current = f"一、网络宣传\n{ONE}\n二、其他\n{TWO}\n"
    relations = {before or after: relation for before, after, relation, _ in aligned(prior, current)}
    assert relations["一、公共交通",] == "removed"
    assert relations["一、网络宣传",] == "added"


def test_a_report_against_itself() -> None:
    text = f"一、网络宣传\n{ONE}{TWO}\n二、教育培训\n{TWO}{THREE}{TWO}\n"
    assert {(b == a, relation, moved) for b, a, relation, moved in aligned(text, text)} == {
        (True, "same", False)
    }


def partner_of(pairs: list[Shown], current: str) -> tuple[str, ...]:
    return next(prior for prior, now, *_ in pairs if current in now)


def test_a_rewritten_sentence_finds_its_only_likeness() -> None:
    """Too unlike to be a pair among rivals, in a section where all the rest is new."""
    prior = "一、社会保障\n街头增设游客饮水台。支持和规范发展新就业形态，加快推进职业伤害保障试点。完成积水点改造五百处。\n"
    current = "一、社会保障\n加强灵活就业服务，完善社保政策，开展新就业形态职业伤害保障试点。河道全部有人巡查。公园夜间开放。\n"
    pairs = aligned(prior, current)
    assert partner_of(pairs, "加强灵活就业服务，完善社保政策，开展新就业形态职业伤害保障试点。") == (
        "支持和规范发展新就业形态，加快推进职业伤害保障试点。",
    )
    assert partner_of(pairs, "河道全部有人巡查。") == ()


def test_a_sentence_between_two_pairs_needs_less_likeness() -> None:
    jobs = "就业面临压力，教育、医疗、养老、托育、安居等群众急难愁盼问题还要下更大力气解决。"
    services = "就业、教育、卫生、养老、托幼等公共服务还要补短板、提质量。"
    there, here = "街头增设游客饮水台。公园夜间免费开放。", "河道全部有人巡查。图书馆周一也开门。"
    between = aligned(f"一、不足\n{ONE}{jobs}{TWO}\n", f"一、不足\n{ONE}{services}{TWO}\n")
    assert partner_of(between, services) == (jobs,)
    alone = aligned(f"一、不足\n{ONE}{there}{jobs}{there}\n", f"一、不足\n{ONE}{here}{services}{here}\n")
    assert partner_of(alone, services) == ()


def test_rivals_in_other_sections_count_less() -> None:
    there, here = "街头增设游客饮水台。公园夜间免费开放。", "河道全部有人巡查。图书馆周一也开门。"
    prior = f"一、工作回顾\n{ONE}{there}城市更新加力推进。{there}\n二、明年任务\n{TWO}下大力气抓好城市更新。{THREE}\n"
    current = f"一、工作回顾\n{ONE}{here}城市更新扎实开展。{here}\n二、明年任务\n{TWO}{THREE}\n"
    assert partner_of(aligned(prior, current), "城市更新扎实开展。") == ("城市更新加力推进。",)


def test_english_sentences_with_a_year_need_more_likeness() -> None:
    old = "In 2012 the company recorded an accounting gain related to the acquisition of retail stores in the north."
    new = "In 2013 results for the year include a charge related to the litigation on a broadcast programme abroad."
    same = "Classes are smaller than last year in every district."
    prior = f"1. Results\n{same} {old} Laboratories open in May for pupils. Buses run late.\n"
    current = f"1. Results\n{same} {new} Every river has a keeper. Markets print prices.\n"
    assert partner_of(aligned(prior, current), new) == ()


def test_a_heading_is_no_partner_of_a_long_sentence_that_has_its_words() -> None:
    said = "To stay competitive, we need a pool of talents familiar with innovation and technology across the city."
    prior = f"1. Schools\nClasses are smaller than last year in every district of the city. {said}\n"
    current = "1. Schools\nClasses are smaller than last year in every district of the city.\n2. Innovation and Technology\nLaboratories open in May.\n"
    assert partner_of(aligned(prior, current), "2. Innovation and Technology") == ()


def test_a_short_sentence_is_not_two_long_ones() -> None:
    plan = "深入落实长三角一体化高质量发展实施方案，推进基础研究、市场一体化、区域物流、生态环保、政务服务等重点合作事项。"
    plot = "深入推进长三角示范区制度创新，深化落实改革授权事项，加快方厅水院、示范区线等项目建设，实施国土空间总体规划。"
    found = aligned(
        f"一、开放\n加快推进长三角一体化发展。{plan}{plot}\n",
        f"一、开放\n深入推进长三角一体化发展。{ONE}{TWO}\n",
    )
    assert partner_of(found, "深入推进长三角一体化发展。") == ("加快推进长三角一体化发展。",)


def test_headings_of_a_certain_link_are_a_pair_before_rewritten_sentences() -> None:
    there = "街头增设游客饮水台。公园夜间免费开放。小区加装电梯。"
    here = "河道全部有人巡查。图书馆周一也开门。球场周末不打烊。"
    prior = f"一、简政放权\n{there}{ONE}{TWO}\n二、其他\n{THREE}\n"
    current = f"一、优化营商环境\n{here}{ONE}{TWO}\n二、其他\n{THREE}\n"
    assert partner_of(aligned(prior, current), "一、优化营商环境") == ("一、简政放权",)


def test_between_two_as_likely_partners_none_is_taken() -> None:
    prior = "一、社会保障\n街头增设游客饮水台。引导平台合理降低商户服务费。引导平台合理降低骑手服务费。\n"
    current = "一、社会保障\n河道全部有人巡查。大型平台降低收费，引导减轻中小经营者负担。公园夜间开放。\n"
    assert partner_of(aligned(prior, current), "大型平台降低收费，引导减轻中小经营者负担。") == ()


def joined_by_figures(prior: str, current: str) -> list[Shown]:
    before, after = (
        replace(report, figures=find_figures(report.outline, LexiconOptions()))
        for report in (report_of(prior, 2017), report_of(current, 2018))
    )
    return [shown(before, after, pair) for pair in pairs_of(before, after)]


def test_long_sentences_in_other_words_are_joined_by_their_figures() -> None:
    prior = (
        "一、城市运行\n改善市民出行，开通三号线等新线，轨道交通总里程达到879公里；优化公交线路143条，推出通学通医专线；"
        "治理占道经营，街面更加整洁有序。\n街头增设游客饮水台。\n"
    )
    current = (
        "一、城市运行\n河道全部有人巡查。\n深化交通综合治理，轨道交通总里程达到909公里、居各市首位；优化公交线路242条，"
        "加强停放管理，老城新增车位；东西快速路大修顺利完工。\n"
    )
    long = next(sentence for sentence in current.splitlines() if "909" in sentence)
    assert "879公里" in "".join(partner_of(joined_by_figures(prior, current), long))
    for name, other in {"轨道交通总里程达到": "高速公路建成通车", "优化公交线路": "处理市民来电"}.items():
        current, long = current.replace(name, other), long.replace(name, other)
    assert partner_of(joined_by_figures(prior, current), long) == ()


def test_a_plan_is_no_partner_of_a_result_in_much_the_same_words() -> None:
    prior = f"一、2017年工作回顾\n{ONE}\n二、2018年重点工作\n巩固拓展山海协作和对口支援工作成果。{TWO}\n"
    current = f"一、2018年工作回顾\n{ONE}山海协作和对口支援工作走在全省前列。\n二、2019年重点工作\n{TWO}\n"
    assert partner_of(aligned(prior, current), "山海协作和对口支援工作走在全省前列。") == ()
    same = current.replace("2018年工作回顾", "工作举措").replace("2019年重点工作", "其他")
    other = prior.replace("2017年工作回顾", "工作举措").replace("2018年重点工作", "其他")
    assert partner_of(aligned(other, same), "山海协作和对口支援工作走在全省前列。") != ()


def test_what_stands_unchanged_in_both_reports_meets_itself_and_not_its_neighbour() -> None:
    prior = "4月9日召开例会1次。\n4月8日召开例会2次。\n4月3日召开例会3次。"
    current = "4月15日召开例会6次。\n4月9日召开例会1次。\n4月8日召开例会2次。"
    same = {(before, after) for before, after, relation, _ in aligned(prior, current) if relation == "same"}
    assert same == {((text,), (text,)) for text in prior.split("\n")[:2]}
